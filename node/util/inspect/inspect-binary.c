// node/util/inspect/inspect-binary.c - what typed arrays, ArrayBuffers and DataViews begin with, and their entries.
#include "node/util/inspect/inspect-internal.h"
#include "vm/property/typed-array.h"

static double shown_count(const Inspector *in, double length) {
  return fmin(fmax(in->options.max_array_length, 0), length);
}

static void rest_to(Text *out, const char *what, double count) {
  builder_format(out, "... %.0f more %s%s", count, what, count > 1 ? "s" : "");
}

// [length]: 3, as a property that is not enumerable
static bool hidden_to(Inspector *in, Handle value, const char *name, double depth, TextList *entries) {
  VM *vm = in->vm;
  ROOTS(vm, key, property);
  string_internalize_ascii(vm, name, &r.key);
  TRY(get(vm, value, &r.key, &r.property));
  Text *entry = text_list_add(entries);
  builder_format(entry, "[%s]: ", name);
  return inspect_value(in, &r.property, depth, entry);
}

static bool hidden_entries(Inspector *in, Handle value, double depth, TextList *entries) {
  static const char *const names[] = {"BYTES_PER_ELEMENT", "length", "byteLength", "byteOffset", "buffer"};
  bool was_inside = in->inside_typed_array, ok = true;
  in->indentation += 2;
  in->inside_typed_array = true;
  for (size_t i = 0; ok && i < sizeof names / sizeof names[0]; i++) ok = hidden_to(in, value, names[i], depth, entries);
  in->inside_typed_array = was_inside;
  in->indentation -= 2;
  return ok;
}

static bool typed_array_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  (void)view;
  VM *vm = in->vm;
  ROOTS(vm, length, item);
  double count = shown_count(in, typed_array_length(value)), length = count;
  TRY(get(vm, value, VM_NAME(vm, length), &r.length));
  if (value_is_number(r.length)) length = value_as_number(r.length);
  for (double i = 0; i < count; i++) {
    r.item = typed_array_get(*value, (size_t)i);
    TRY(primitive_to(in, &r.item, true, text_list_add(entries)));
  }
  if (length > count) rest_to(text_list_add(entries), "item", length - count);
  return !in->options.show_hidden || hidden_entries(in, value, depth, entries);
}

bool typed_array_view(Inspector *in, Handle value, View *view, bool *done, Text *out) {
  VM *vm = in->vm;
  bool hidden = in->options.show_hidden;
  TRY(key_list(vm, value, KEYS_NO_INDEXES | (hidden ? 0 : KEYS_ENUMERABLE_ONLY), view->keys));
  prefix_to(view, element_type_name(typed_array_type(value)), typed_array_length(value), &view->open);
  builder_ascii(&view->open, "[");
  view->close = ']';
  view->type = ENTRIES_ARRAY_EXTRAS;
  view->entries = typed_array_entries;
  *done = typed_array_length(value) == 0 && key_count(view) == 0 && !hidden;
  if (!*done) return true;
  text_append(out, &view->open);
  builder_ascii(out, "]");
  return true;
}

// [Uint8Contents]: <00 01 02 ... 1 more byte>
static bool buffer_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  (void)depth, (void)view;
  double length = (double)array_buffer_length(value), count = shown_count(in, length);
  const uint8_t *bytes = array_buffer_bytes(value);
  Text *entry = text_list_add(entries);
  style_ascii(in, STYLE_SPECIAL, "[Uint8Contents]", entry);
  builder_ascii(entry, ": <");
  for (double i = 0; i < count; i++) builder_format(entry, i > 0 ? " %02x" : "%02x", bytes[(size_t)i]);
  if (length > count) {
    builder_ascii(entry, " ");
    rest_to(entry, "byte", length - count);
  }
  builder_ascii(entry, ">");
  return true;
}

// Puts properties that are the prototype's in front of an object's own.
static bool keys_in_front(VM *vm, const char *const *names, size_t count, Slot keys) {
  ROOTS(vm, list, key);
  TRY(array_new(vm, 0, &r.list));
  for (size_t i = 0; i < count; i++) {
    string_internalize_ascii(vm, names[i], &r.key);
    TRY(array_push(vm, &r.list, &r.key));
  }
  double own = array_length(keys);
  for (double i = 0; i < own; i++) {
    TRY(get_index(vm, keys, i, &r.key));
    TRY(array_push(vm, &r.list, &r.key));
  }
  *keys = r.list;
  return true;
}

// Inside a typed array the bytes are not shown again.
bool buffer_view(Inspector *in, Handle value, View *view, bool *done, Text *out) {
  static const char *const names[] = {"byteLength"};
  prefix_to(view, "ArrayBuffer", -1, &view->open);
  builder_ascii(&view->open, "{");
  if (!in->inside_typed_array) {
    view->entries = buffer_entries;
  } else if (key_count(view) == 0 && view->inherited.count == 0) {
    text_append(out, &view->open);
    builder_ascii(out, " byteLength: ");
    style_begin(in, STYLE_NUMBER, out);
    number_to(in, (double)array_buffer_length(value), out);
    style_end(in, STYLE_NUMBER, out);
    builder_ascii(out, " }");
    *done = true;
    return true;
  }
  return keys_in_front(in->vm, names, 1, view->keys);
}

bool data_view_view(Inspector *in, View *view) {
  static const char *const names[] = {"byteLength", "byteOffset", "buffer"};
  prefix_to(view, "DataView", -1, &view->open);
  builder_ascii(&view->open, "{");
  return keys_in_front(in->vm, names, 3, view->keys);
}
