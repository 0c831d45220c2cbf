// node/util/inspect/inspect-object.c - one object: what it begins with, its entries, its properties, and the whole put
// together.
#include "node/util/inspect/inspect-internal.h"
#include "vm/regexp.h"

#define MAX_LEVELS 1000  // objects inside one another; about as many as Node's stack has room for

double key_count(const View *view) { return array_length(view->keys); }

static void view_free(View *view) {
  builder_free(&view->constructor);
  builder_free(&view->tag);
  builder_free(&view->base);
  builder_free(&view->open);
  text_list_free(&view->inherited);
}

static void view_init(View *view, Slot keys) {
  *view = (View){.close = '}', .type = ENTRIES_OBJECT, .entries = no_entries, .keys = keys};
  builder_init(&view->constructor);
  builder_init(&view->tag);
  builder_init(&view->base);
  builder_init(&view->open);
}

// ------------------------------------------------------------------------------------------------------ properties

bool key_list(VM *vm, Handle object, int flags, Slot out) {
  return own_keys(vm, object, KEYS_STRINGS | KEYS_SYMBOLS | flags, out);
}

static void key_to(Inspector *in, Handle key, bool enumerable, Text *out) {
  VM *vm = in->vm;
  TEXT(text);
  if (value_is_symbol(*key)) {
    TEXT(symbol);
    symbol_to(vm, key, &symbol);
    builder_ascii(out, "[");
    style_begin(in, STYLE_SYMBOL, out);
    escape_to(&symbol, out);
    style_end(in, STYLE_SYMBOL, out);
    builder_ascii(out, "]");
    return;
  }
  if (value_is_string(*key)) string_to(vm, key, &text);
  else text_number(&text, value_as_number(*key));
  if (text_is(&text, "__proto__")) {
    builder_ascii(out, "['__proto__']");
  } else if (!enumerable) {
    builder_ascii(out, "[");
    escape_to(&text, out);
    builder_ascii(out, "]");
  } else if (is_identifier(&text)) {
    text_append(out, &text);
  } else {
    style_begin(in, STYLE_STRING, out);
    quote_to(&text, 0, text.length, out);
    style_end(in, STYLE_STRING, out);
  }
}

// [Getter: value] or [Getter] { ... }, when getters are asked for.
static bool getter_value_to(Inspector *in, Handle getter, Handle receiver, double depth, const char *label, Text *out) {
  VM *vm = in->vm;
  ROOTS(vm, value);
  TRY(vm_call(vm, getter, receiver, 0, NULL, &r.value));
  TEXT(text);
  in->indentation += 2;
  bool object = value_is_object(r.value) && !value_is_callable(r.value);
  bool ok = object ? inspect_value(in, &r.value, depth, &text) : primitive_to(in, &r.value, true, &text);
  in->indentation -= 2;
  TRY(ok);
  style_begin(in, STYLE_SPECIAL, out);
  builder_format(out, object ? "[%s]" : "[%s:", label);
  style_end(in, STYLE_SPECIAL, out);
  builder_ascii(out, " ");
  text_append(out, &text);
  if (!object) style_ascii(in, STYLE_SPECIAL, "]", out);
  return true;
}

static bool inspection_threw(Inspector *in, const char *label, Text *out) {
  VM *vm = in->vm;
  if (vm->exception_uncatchable) return false;
  ROOTS(vm, error, message);
  exception_take(vm, &r.error);
  TEXT(text);
  TRY(get(vm, &r.error, VM_NAME(vm, message), &r.message));
  TRY(value_string_to(vm, &r.message, &text));
  style_begin(in, STYLE_SPECIAL, out);
  builder_format(out, "[%s:", label);
  style_end(in, STYLE_SPECIAL, out);
  builder_ascii(out, " <Inspection threw (");
  text_append(out, &text);
  builder_ascii(out, ")>");
  style_ascii(in, STYLE_SPECIAL, "]", out);
  return true;
}

static bool accessor_to(Inspector *in, const PropertyDescriptor *d, Handle receiver, double depth, Text *out) {
  bool has_getter = value_is_callable(*d->getter), has_setter = value_is_callable(*d->setter);
  if (!has_getter) {
    style_ascii(in, has_setter ? STYLE_SPECIAL : STYLE_UNDEFINED, has_setter ? "[Setter]" : "undefined", out);
    return true;
  }
  const char *label = has_setter ? "Getter/Setter" : "Getter";
  const InspectOptions *options = &in->options;
  if (options->getters || (has_setter ? options->getters_only_set : options->getters_only_get)) {
    return getter_value_to(in, d->getter, receiver, depth, label, out) || inspection_threw(in, label, out);
  }
  style_begin(in, STYLE_SPECIAL, out);
  builder_format(out, "[%s]", label);
  style_end(in, STYLE_SPECIAL, out);
  return true;
}

static bool data_to(Inspector *in, Handle value, double depth, size_t indentation, Text *out) {
  in->indentation += indentation;
  bool ok = inspect_value(in, value, depth, out);
  in->indentation -= indentation;
  return ok;
}

bool inspect_property(Inspector *in, Handle object, double depth, Handle key, EntryType type, Handle original,
                      Text *out) {
  VM *vm = in->vm;
  ROOTS(vm, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  bool found;
  TRY(get_own_property(vm, object, key, &d, &found));
  if (!found) TRY(get(vm, object, key, d.value));
  bool data = !found || !value_is_empty(*d.value);
  if (type != ENTRIES_ARRAY) {
    key_to(in, key, !found || d.enumerable == 1, out);
    builder_ascii(out, ":");
  }
  bool narrow = in->options.compact == COMPACT_TRUE && type == ENTRIES_OBJECT;
  if (data && narrow) {
    TEXT(text);
    TRY(data_to(in, d.value, depth, 3, &text));
    bool below = in->options.break_length < (double)text_width(&text, in->options.colors);
    builder_ascii(out, below ? "\n" : " ");
    if (below) text_repeat(out, ' ', in->indentation + 3);
    text_append(out, &text);
    return true;
  }
  if (type != ENTRIES_ARRAY) builder_ascii(out, " ");
  return data ? data_to(in, d.value, depth, 2, out) : accessor_to(in, &d, original, depth, out);
}

// ------------------------------------------------------------------------------------------------------ kinds of
// objects

// Prefix and an opening brace.
static void open_with(View *view, const char *fallback, double size, const char *brace) {
  prefix_to(view, fallback, size, &view->open);
  builder_ascii(&view->open, brace);
}

static bool empty(const View *view) { return key_count(view) == 0 && view->inherited.count == 0; }

// What is shown in one word when it has no properties: returns true with the word in `out`.
static bool done_as_base(const View *view, Text *out) {
  if (!empty(view)) return false;
  text_append(out, &view->base);
  return true;
}

static bool done_as_empty(const View *view, Text *out) {
  text_append(out, &view->open);
  builder_unit(out, (uint8_t)view->close);
  return true;
}

static bool array_view(Inspector *in, Handle value, View *view, bool *done, Text *out) {
  VM *vm = in->vm;
  double length = array_length(value);
  TRY(key_list(vm, value, KEYS_NO_INDEXES | (in->options.show_hidden ? 0 : KEYS_ENUMERABLE_ONLY), view->keys));
  if (view->no_constructor || !text_is(&view->constructor, "Array") || view->tag.length > 0) {
    prefix_to(view, "Array", length, &view->open);
  }
  builder_ascii(&view->open, "[");
  view->close = ']';
  view->type = ENTRIES_ARRAY_EXTRAS;
  view->entries = array_entries;
  *done = length == 0 && empty(view) && done_as_empty(view, out);
  return true;
}

static double collection_size(VM *vm, Handle value, bool is_map) {
  ROOTS(vm, size, key, slots[3]);
  Handle prototype = is_map ? &runtime(vm)->map_prototype : &runtime(vm)->set_prototype;
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  bool found;
  if (get_own_property(vm, prototype, VM_NAME(vm, size), &d, &found) && found && value_is_callable(*d.getter) &&
      vm_call(vm, d.getter, value, 0, NULL, &r.size) && value_is_number(r.size)) {
    return value_as_number(r.size);
  }
  vm->exception = VALUE_EMPTY;
  return 0;
}

static bool collection_view(Inspector *in, Handle value, View *view, bool *done, Text *out) {
  bool is_map = value_is_kind(*value, KIND_MAP);
  double size = collection_size(in->vm, value, is_map);
  open_with(view, is_map ? "Map" : "Set", size, "{");
  view->entries = keyed_entries;
  *done = size == 0 && empty(view) && done_as_empty(view, out);
  return true;
}

static void iterator_view(Handle value, View *view) {
  const char *name = value_is_kind(*value, KIND_MAP_ITERATOR) ? "Map Iterator" : "Set Iterator";
  builder_ascii(&view->open, "[");
  if (!text_is(&view->tag, name)) {
    text_append(&view->open, &view->tag);
    if (view->tag.length > 0) builder_ascii(&view->open, "] [");
  }
  builder_ascii(&view->open, name);
  builder_ascii(&view->open, "] {");
  view->entries = iterator_entries;
}

// Calls a method of a builtin prototype on *value and appends its result, a string.
static bool builtin_text(VM *vm, Handle prototype, const char *name, Handle value, Text *out) {
  ROOTS(vm, key, method, result);
  string_internalize_ascii(vm, name, &r.key);
  TRY(get(vm, prototype, &r.key, &r.method));
  TRY(vm_call(vm, &r.method, value, 0, NULL, &r.result));
  return value_string_to(vm, &r.result, out);
}

// Base of dates and regular expressions: "Class base" when the class is not the usual one.
static bool special_base(Inspector *in, Handle value, bool alone, View *view) {
  VM *vm = in->vm;
  ROOTS(vm, regexp, data);
  bool date = value_is_kind(*value, KIND_DATE);
  const char *usual = date ? "Date" : "RegExp";
  Style style = !alone ? STYLE_NONE : date ? STYLE_DATE : STYLE_REGEXP;
  style_begin(in, style, &view->base);
  if (view->no_constructor || !text_is(&view->constructor, usual) ||
      (view->tag.length > 0 && !text_is(&view->tag, usual))) {
    prefix_to(view, usual, -1, &view->base);
  }
  if (!date) {
    r.regexp = *value;
    r.data = field_get(&as_regexp(value)->data);
    if (view->no_constructor) regexp_from_data(vm, &r.data, &r.regexp);  // one with a source and flags
    TRY(builtin_text(vm, &runtime(vm)->regexp_prototype, "toString", &r.regexp, &view->base));
  } else {
    Value time = field_get(&as_wrapper(value)->value);
    bool invalid = value_is_number(time) && isnan(value_as_number(time));
    TRY(builtin_text(vm, &runtime(vm)->date_prototype, invalid ? "toString" : "toISOString", value, &view->base));
  }
  style_end(in, style, &view->base);
  return true;
}

static bool plain_view(Handle value, View *view, bool *done, Text *out) {
  if (value_is_kind(*value, KIND_ARGUMENTS)) builder_ascii(&view->open, "[Arguments] {");
  else if (view->tag.length > 0) open_with(view, "Object", -1, "{");
  else builder_ascii(&view->open, "{");
  *done = empty(view) && done_as_empty(view, out);
  return true;
}

static bool other_view(Inspector *in, Handle value, double depth, View *view, bool *done, Text *out) {
  Kind kind = value_kind(*value);
  if (kind == KIND_REGEXP || kind == KIND_DATE) {
    bool hide = kind == KIND_REGEXP && too_deep(in, depth);
    TRY(special_base(in, value, empty(view) || hide, view));
    builder_ascii(&view->open, "{");
    if (hide) text_append(out, &view->base);
    *done = hide || done_as_base(view, out);
  } else if (is_error_object(in->vm, value)) {
    TRY(error_base(in, value, view));
    builder_ascii(&view->open, "{");
    *done = done_as_base(view, out);
  } else if (kind == KIND_ARRAY_BUFFER) {
    return buffer_view(in, value, view, done, out);
  } else if (kind == KIND_DATA_VIEW) {
    return data_view_view(in, view);
  } else if (kind == KIND_WEAK_MAP || kind == KIND_WEAK_SET) {
    open_with(view, kind_name(*value), -1, "{");
    view->entries = weak_entries;
  } else if (kind >= KIND_BOOLEAN_OBJECT && kind <= KIND_SYMBOL_OBJECT) {
    TRY(boxed_base(in, value, view));
    builder_ascii(&view->open, "{");
    *done = done_as_base(view, out);
  } else {
    const char *name = kind_name(*value);
    open_with(view, text_is(&view->tag, name) ? "Object" : name, -1, "{");
    *done = empty(view) && done_as_empty(view, out);
  }
  return true;
}

static bool function_view(Inspector *in, Handle value, View *view, bool *done, Text *out) {
  bool alone = empty(view);
  if (alone) style_begin(in, STYLE_SPECIAL, &view->base);
  TRY(function_base(in, value, view));
  if (alone) style_end(in, STYLE_SPECIAL, &view->base);
  builder_ascii(&view->open, "{");
  *done = done_as_base(view, out);
  return true;
}

// Keys of an object that is not an array.  A String object's characters are not among them.
static bool object_keys(Inspector *in, Handle value, View *view) {
  int flags = in->options.show_hidden ? 0 : KEYS_ENUMERABLE_ONLY;
  if (value_is_kind(*value, KIND_STRING_OBJECT)) flags |= KEYS_NO_INDEXES;
  return key_list(in->vm, value, flags, view->keys);
}

// Fills in the view, or, for what needs no entries, writes the whole text: *done.
static bool classify(Inspector *in, Handle value, double depth, View *view, bool *done, Text *out) {
  VM *vm = in->vm;
  *done = false;
  bool iterable = view->no_constructor;
  if (!iterable) TRY(has_property(vm, value, VM_SYMBOL(vm, iterator), &iterable));
  Kind kind = value_kind(*value);
  if (iterable && kind == KIND_ARRAY) return array_view(in, value, view, done, out);
  if (iterable && kind == KIND_TYPED_ARRAY) return typed_array_view(in, value, view, done, out);
  TRY(object_keys(in, value, view));
  if (iterable && (kind == KIND_MAP || kind == KIND_SET)) return collection_view(in, value, view, done, out);
  if (iterable && (kind == KIND_MAP_ITERATOR || kind == KIND_SET_ITERATOR)) {
    iterator_view(value, view);
    return true;
  }
  if (value_is_callable(*value)) return function_view(in, value, view, done, out);
  if (!view->no_constructor && text_is(&view->constructor, "Object")) return plain_view(value, view, done, out);
  return other_view(in, value, depth, view, done, out);
}

// ------------------------------------------------------------------------------------------------------ the whole

static bool entries_of(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  VM *vm = in->vm;
  ROOTS(vm, key);
  TRY(view->entries(in, value, depth, view, entries));
  EntryType type = view->type;
  double count = key_count(view);
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, view->keys, i, &r.key));
    TRY(inspect_property(in, value, depth, &r.key, type, value, text_list_add(entries)));
  }
  for (size_t i = 0; i < view->inherited.count; i++) text_append(text_list_add(entries), &view->inherited.items[i]);
  return true;
}

static void class_to(Handle value, const View *view, Text *out) {
  TEXT(prefix);
  const char *name = kind_name(*value);
  prefix_to(view, text_is(&view->tag, name) ? "Object" : name, -1, &prefix);
  text_append_part(out, &prefix, 0, prefix.length - 1);
}

// [Class], for what lies below the depth that is shown.
static void closed_to(Inspector *in, Handle value, const View *view, Text *out) {
  style_begin(in, STYLE_SPECIAL, out);
  if (!view->no_constructor) builder_ascii(out, "[");
  class_to(value, view, out);
  if (!view->no_constructor) builder_ascii(out, "]");
  style_end(in, STYLE_SPECIAL, out);
}

static bool is_stack_overflow(VM *vm) {
  ROOTS(vm, error, message);
  r.error = vm->exception;
  if (vm->exception_uncatchable || !value_is_kind(r.error, KIND_ERROR)) return false;
  vm->exception = VALUE_EMPTY;
  bool overflow = get(vm, &r.error, VM_NAME(vm, message), &r.message) && value_is_string(r.message) &&
                  string_is_ascii(vm, &r.message, "Maximum call stack size exceeded");
  vm->exception = r.error;
  return overflow;
}

static void interrupted_to(Inspector *in, Handle value, const View *view, Text *out) {
  style_begin(in, STYLE_SPECIAL, out);
  builder_ascii(out, "[");
  class_to(value, view, out);
  builder_ascii(out, ": Inspection interrupted prematurely. Maximum call stack size exceeded.]");
  style_end(in, STYLE_SPECIAL, out);
}

// An object that was met inside itself begins with <ref *n>.
static bool mark_reference(Inspector *in, Handle value, View *view) {
  VM *vm = in->vm;
  if (value_is_empty(*in->circular)) return true;
  ROOTS(vm, item);
  double count = array_length(in->circular);
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, in->circular, i, &r.item));
    if (!value_same(r.item, *value)) continue;
    Text *place = in->options.compact == COMPACT_TRUE ? &view->open : &view->base;
    TEXT(marked);
    style_begin(in, STYLE_SPECIAL, &marked);
    builder_format(&marked, "<ref *%.0f>", i + 1);
    style_end(in, STYLE_SPECIAL, &marked);
    if (place->length > 0) builder_ascii(&marked, " ");
    text_append(&marked, place);
    Text old = *place;
    *place = marked;
    marked = old;
  }
  return true;
}

// Sorts the entries from `from` on, by options.sorted: true, or a function that compares two of them.
static bool sort_entries(Inspector *in, TextList *entries, size_t from) {
  VM *vm = in->vm;
  ROOTS(vm, compare, list, key, sort, item);
  bool has = false;
  if (value_is_object(*in->user_options)) TRY(own_option(vm, in->user_options, "sorted", &has, &r.compare));
  if (!has || !to_boolean(r.compare) || value_is_true(r.compare)) {
    text_list_sort(entries, from);
    return true;
  }
  TRY(array_new(vm, 0, &r.list));
  for (size_t i = from; i < entries->count; i++) {
    TEXT(text);
    text_append(&text, &entries->items[i]);
    TRY(builder_finish(vm, &text, &r.item));
    TRY(array_push(vm, &r.list, &r.item));
  }
  string_internalize_ascii(vm, "sort", &r.key);
  TRY(get(vm, &runtime(vm)->array_prototype, &r.key, &r.sort));
  TRY(vm_call(vm, &r.sort, &r.list, 1, &r.compare, &r.item));
  for (size_t i = from; i < entries->count; i++) {
    TRY(get_index(vm, &r.list, (double)(i - from), &r.item));
    builder_free(&entries->items[i]);
    builder_init(&entries->items[i]);
    string_to(vm, &r.item, &entries->items[i]);
  }
  return true;
}

static bool whole_object(Inspector *in, Handle value, double depth, View *view, Text *out) {
  TEXT_LIST(entries);
  Seen seen = {in->seen, value};
  size_t indentation = in->indentation;
  in->seen = &seen;
  in->current_depth = depth;
  in->level++;
  bool ok = in->level <= MAX_LEVELS ? entries_of(in, value, depth, view, &entries) : throw_stack_overflow(in->vm);
  in->level--;
  in->seen = seen.outer;
  in->indentation = indentation;
  if (!ok) {
    if (!is_stack_overflow(in->vm)) return false;
    in->vm->exception = VALUE_EMPTY;
    interrupted_to(in, value, view, out);
    return true;
  }
  TRY(mark_reference(in, value, view));
  if (in->options.sorted) {
    size_t keys = (size_t)key_count(view);
    TRY(sort_entries(in, &entries, view->type == ENTRIES_OBJECT ? 0 : entries.count - keys));
  }
  size_t before = out->length;
  layout(in, &entries, view, depth, value, out);
  in->budget += (double)(out->length - before);
  if (in->budget > 134217728.0) in->options.depth = -1;  // 2^27: the rest is cut short
  return true;
}

bool inspect_object(Inspector *in, Handle value, double depth, Text *out) {
  VM *vm = in->vm;
  ROOTS(vm, keys);
  View view __attribute__((cleanup(view_free)));
  view_init(&view, &r.keys);
  bool done;
  TRY(find_constructor(in, value, depth, &view));
  TRY(find_tag(in, value, &view));
  TRY(classify(in, value, depth, &view, &done, out));
  if (done) return true;
  if (too_deep(in, depth)) {
    closed_to(in, value, &view, out);
    return true;
  }
  return whole_object(in, value, depth + 1, &view, out);
}
