// node/util/inspect/inspect-kinds.c - the entries of arrays, collections and iterators, and what functions and boxed
// primitives begin with.
#include <stdlib.h>

#include "node/util/inspect/inspect-internal.h"
#include "objects/weak-table.h"

static void remaining_to(TextList *entries, double count) {
  if (count > 0) builder_format(text_list_add(entries), "... %.0f more item%s", count, count > 1 ? "s" : "");
}

static double shown_count(const Inspector *in, double length) {
  return fmin(fmax(in->options.max_array_length, 0), length);
}

bool no_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  (void)in, (void)value, (void)depth, (void)view, (void)entries;
  return true;
}

// ------------------------------------------------------------------------------------------------------ arrays

static void holes_to(const Inspector *in, TextList *entries, double count) {
  char text[64];
  snprintf(text, sizeof text, "<%.0f empty item%s>", count, count > 1 ? "s" : "");
  style_ascii(in, STYLE_UNDEFINED, text, text_list_add(entries));
}

// The next index from *index on that is there (*found); `keys` is filled when the array is not a plain row of elements.
static bool next_index(VM *vm, Handle array, Slot keys, double *position, double *index, bool *found) {
  *found = false;
  if (value_is_kind(field_get(&as_object(array)->elements), KIND_ELEMENTS)) {
    HeapObject *elements = value_as_object(field_get(&as_object(array)->elements));
    const Elements *row = (const Elements *)elements;  // no allocation in this block
    double length = fmin(row->capacity, array_length(array));
    while (*index < length && value_is_empty(field_get(&row->values[(uint32_t)*index]))) (*index)++;
    *found = *index < length;
    return true;
  }
  ROOTS(vm, key);
  if (value_is_empty(*keys)) TRY(own_keys(vm, array, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, keys));
  double count = array_length(keys);
  for (; *position < count; (*position)++) {
    uint32_t at;
    TRY(get_index(vm, keys, *position, &r.key));
    if (!value_as_index(r.key, &at) && !(value_is_string(r.key) && string_as_index(vm, &r.key, &at))) return true;
    if (at < *index) continue;
    *index = at;
    *found = true;
    return true;
  }
  return true;
}

// From the first hole on: the items there are, and how many are missing between them.
static bool sparse_entries(Inspector *in, Handle value, double depth, double index, double limit, TextList *entries) {
  VM *vm = in->vm;
  ROOTS(vm, keys, key);
  double length = array_length(value), position = 0;
  while ((double)entries->count < limit) {
    double at = index;
    bool found;
    TRY(next_index(vm, value, &r.keys, &position, &at, &found));
    if (!found) break;
    if (at != index) {
      holes_to(in, entries, at - index);
      index = at;
      if ((double)entries->count == limit) break;
    }
    r.key = number(index++);
    TRY(inspect_property(in, value, depth, &r.key, ENTRIES_ARRAY, value, text_list_add(entries)));
  }
  if ((double)entries->count == limit) remaining_to(entries, length - index);
  else if (length > index) holes_to(in, entries, length - index);
  return true;
}

bool array_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  (void)view;
  VM *vm = in->vm;
  ROOTS(vm, key);
  double length = array_length(value), count = shown_count(in, length);
  for (double i = 0; i < count; i++) {
    r.key = number(i);
    bool has;
    TRY(has_own_property(vm, value, &r.key, &has));
    if (!has) return sparse_entries(in, value, depth, i, count, entries);
    TRY(inspect_property(in, value, depth, &r.key, ENTRIES_ARRAY, value, text_list_add(entries)));
  }
  remaining_to(entries, length - count);
  return true;
}

// ------------------------------------------------------------------------------------------------- Map, Set, iterators

// Steps an iterator of our own over a collection with the builtin next of *prototype.
static bool step(VM *vm, Handle iterator, Handle prototype, Slot value, bool *done) {
  ROOTS(vm, key, next, result, done);
  string_internalize_ascii(vm, "next", &r.key);
  TRY(get(vm, prototype, &r.key, &r.next));
  TRY(vm_call(vm, &r.next, iterator, 0, NULL, &r.result));
  TRY(get(vm, &r.result, VM_NAME(vm, done), &r.done));
  *done = to_boolean(r.done);
  return get(vm, &r.result, VM_NAME(vm, value), value);
}

// An iterator over *collection, or one that goes on where the iterator *from is.
static void iterator_over(VM *vm, Handle collection, Handle from, int mode, bool is_map, Slot out) {
  Handle prototype = is_map ? &runtime(vm)->map_iterator_prototype : &runtime(vm)->set_iterator_prototype;
  object_new_kind(vm, is_map ? KIND_MAP_ITERATOR : KIND_SET_ITERATOR, sizeof(IteratorObject), prototype, out);
  Value target = from ? field_get(&as_iterator(from)->target) : field_get(&as_collection(collection)->table);
  Value index = from ? field_get(&as_iterator(from)->index) : value_int(0);
  field_set(vm, as_iterator(out), &as_iterator(out)->target, target);
  field_set(vm, as_iterator(out), &as_iterator(out)->index, index);
  field_set(vm, as_iterator(out), &as_iterator(out)->mode, value_int(mode));
}

// What is left of an iterator, as an array.
static bool drain_iterator(VM *vm, Handle iterator, bool is_map, Slot out) {
  ROOTS(vm, value);
  Handle prototype = is_map ? &runtime(vm)->map_iterator_prototype : &runtime(vm)->set_iterator_prototype;
  TRY(array_new(vm, 0, out));
  for (;;) {
    bool done;
    TRY(step(vm, iterator, prototype, &r.value, &done));
    if (done) return true;
    TRY(array_push(vm, out, &r.value));
  }
}

// One entry of a list of values or of [key, value] pairs.
static bool item_to(Inspector *in, Handle item, bool pair, double depth, const char *between, Text *out) {
  VM *vm = in->vm;
  if (!pair) return inspect_value(in, item, depth, out);
  ROOTS(vm, part);
  TRY(get_index(vm, item, 0, &r.part));
  TRY(inspect_value(in, &r.part, depth, out));
  builder_ascii(out, between);
  TRY(get_index(vm, item, 1, &r.part));
  return inspect_value(in, &r.part, depth, out);
}

static bool items_to(Inspector *in, Handle items, bool pairs, double depth, TextList *entries) {
  VM *vm = in->vm;
  ROOTS(vm, item);
  double length = array_length(items), count = shown_count(in, length);
  bool ok = true;
  in->indentation += 2;
  for (double i = 0; ok && i < count; i++) {
    ok = get_index(vm, items, i, &r.item) && item_to(in, &r.item, pairs, depth, " => ", text_list_add(entries));
  }
  in->indentation -= 2;
  TRY(ok);
  remaining_to(entries, length - count);
  return true;
}

// What Map, Set or an iterator over one holds, or is still to give.
bool collection_items(VM *vm, Handle value, Slot items, bool *pairs) {
  ROOTS(vm, iterator);
  Kind kind = value_kind(*value);
  bool is_map = kind == KIND_MAP || kind == KIND_MAP_ITERATOR;
  bool is_iterator = kind == KIND_MAP_ITERATOR || kind == KIND_SET_ITERATOR;
  int mode = is_iterator ? value_as_int(field_get(&as_iterator(value)->mode))
             : is_map    ? ITERATE_ENTRIES
                         : ITERATE_VALUES;
  *pairs = mode == ITERATE_ENTRIES;
  iterator_over(vm, value, is_iterator ? value : NULL, mode, is_map, &r.iterator);
  return drain_iterator(vm, &r.iterator, is_map, items);
}

bool keyed_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  (void)view;
  VM *vm = in->vm;
  ROOTS(vm, items);
  bool pairs;
  TRY(collection_items(vm, value, &r.items, &pairs));
  return items_to(in, &r.items, pairs, depth, entries);
}

// What a WeakMap (pairs: key, value, key, value) or a WeakSet holds now.
static bool weak_items(VM *vm, Handle value, bool pairs, Slot items) {
  ROOTS(vm, table, key, value);
  TRY(array_new(vm, 0, items));
  r.table = field_get(&((CollectionObject *)as_object(value))->table);
  uint64_t places = as_weak_table(&r.table)->places;
  for (uint64_t i = 0; i < places; i++) {  // a collection may turn pairs into tombstones meanwhile
    const WeakEntry *entry = &as_weak_table(&r.table)->entries[i];
    r.key = field_get(&entry->key);
    r.value = field_get(&entry->value);
    if (value_is_empty(r.key) || value_same(r.key, VALUE_TOMBSTONE)) continue;
    TRY(array_push(vm, items, &r.key));
    if (pairs) TRY(array_push(vm, items, &r.value));
  }
  return true;
}

// With showHidden what is in it now, in the order of the texts; it has no other order.
bool weak_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  (void)view;
  if (!in->options.show_hidden) {
    style_ascii(in, STYLE_SPECIAL, "<items unknown>", text_list_add(entries));
    return true;
  }
  VM *vm = in->vm;
  ROOTS(vm, items, item);
  bool pairs = value_is_kind(*value, KIND_WEAK_MAP);
  TRY(weak_items(vm, value, pairs, &r.items));
  double step = pairs ? 2 : 1, length = array_length(&r.items) / step, shown = shown_count(in, length);
  in->indentation += 2;
  for (double i = 0; i < shown; i++) {
    Text *entry = text_list_add(entries);
    TRY(get_index(vm, &r.items, i * step, &r.item));
    TRY(inspect_value(in, &r.item, depth, entry));
    if (!pairs) continue;
    builder_ascii(entry, " => ");
    TRY(get_index(vm, &r.items, i * step + 1, &r.item));
    TRY(inspect_value(in, &r.item, depth, entry));
  }
  in->indentation -= 2;
  if (!in->options.sorted) text_list_sort(entries, 0);
  remaining_to(entries, length - shown);
  return true;
}

// [ key, value ] as one entry of an iterator over entries.
static bool pair_to(Inspector *in, Handle pair, double depth, Text *out) {
  VM *vm = in->vm;
  ROOTS(vm, part);
  View view = {.close = ']', .type = ENTRIES_ARRAY_EXTRAS};
  TEXT(open);
  builder_ascii(&open, "[");
  view.open = open;
  TEXT_LIST(parts);
  for (int i = 0; i < 2; i++) {
    TRY(get_index(vm, pair, i, &r.part));
    TRY(inspect_value(in, &r.part, depth, text_list_add(&parts)));
  }
  layout(in, &parts, &view, depth, NULL, out);
  return true;
}

bool iterator_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries) {
  VM *vm = in->vm;
  ROOTS(vm, items, item);
  bool pairs;
  TRY(collection_items(vm, value, &r.items, &pairs));
  if (!pairs) return items_to(in, &r.items, false, depth, entries);
  // "[Map Iterator] {" becomes "[Map Entries] {"
  TEXT(open);
  ptrdiff_t word = text_find_ascii(&view->open, " Iterator] {", 0);
  text_append_part(&open, &view->open, 0, word < 0 ? view->open.length : (size_t)word);
  if (word >= 0) builder_ascii(&open, " Entries] {");
  Text old = view->open;
  view->open = open;
  open = old;
  double length = array_length(&r.items), count = shown_count(in, length);
  bool ok = true;
  in->indentation += 2;
  for (double i = 0; ok && i < count; i++) {
    ok = get_index(vm, &r.items, i, &r.item) && pair_to(in, &r.item, depth, text_list_add(entries));
  }
  in->indentation -= 2;
  TRY(ok);
  remaining_to(entries, length - count);
  return true;
}

// ------------------------------------------------------------------------------------------------------ functions

static bool is_class(VM *vm, Handle function) {
  ROOTS(vm, source);
  if (!value_is_kind(*function, KIND_FUNCTION)) return false;
  if (!function_source_text(vm, function, &r.source)) {
    vm->exception = VALUE_EMPTY;
    return false;
  }
  string_flatten(vm, &r.source);
  StringView view = string_view(&r.source);
  static const char word[] = "class";
  for (uint32_t i = 0; i < 5; i++) {
    if (i >= view.length || view_unit(&view, i) != (uint8_t)word[i]) return false;
  }
  uint16_t next = view.length > 5 ? view_unit(&view, 5) : 0;
  return (next == ' ' || next == '{' || next == '\n' || next == '\t') && view_unit(&view, view.length - 1) == '}';
}

static void bracketed(const Text *text, Text *out) {
  builder_ascii(out, " [");
  text_append(out, text);
  builder_ascii(out, "]");
}

static bool class_base(VM *vm, Handle value, View *view) {
  ROOTS(vm, name, parent);
  Text *out = &view->base;
  bool own;
  TRY(has_own_property(vm, value, VM_NAME(vm, name), &own));
  if (own) TRY(get(vm, value, VM_NAME(vm, name), &r.name));
  builder_ascii(out, "[class ");
  if (own && to_boolean(r.name)) TRY(value_string_to(vm, &r.name, out));
  else builder_ascii(out, "(anonymous)");
  bool unusual = !view->no_constructor && !text_is(&view->constructor, "Function");
  if (unusual) bracketed(&view->constructor, out);
  if (view->tag.length > 0 && !text_equals(&view->constructor, &view->tag)) bracketed(&view->tag, out);
  if (view->no_constructor) {
    builder_ascii(out, " extends [null prototype]");
  } else {
    r.parent = object_prototype(vm, value);
    TRY(get(vm, &r.parent, VM_NAME(vm, name), &r.name));
    if (to_boolean(r.name)) {
      builder_ascii(out, " extends ");
      TRY(value_string_to(vm, &r.name, out));
    }
  }
  builder_ascii(out, "]");
  return true;
}

bool function_base(Inspector *in, Handle value, View *view) {
  VM *vm = in->vm;
  if (is_class(vm, value)) return class_base(vm, value, view);
  ROOTS(vm, name);
  Text *out = &view->base;
  builder_ascii(out, "[Function");
  if (view->no_constructor) builder_ascii(out, " (null prototype)");
  TRY(get(vm, value, VM_NAME(vm, name), &r.name));
  if (value_is_string(r.name) && string_length(&r.name) == 0) {
    builder_ascii(out, " (anonymous)");
  } else {
    builder_ascii(out, ": ");
    TRY(value_string_to(vm, &r.name, out));
  }
  builder_ascii(out, "]");
  if (!view->no_constructor && !text_is(&view->constructor, "Function")) {
    builder_ascii(out, " ");
    text_append(out, &view->constructor);
  }
  if (view->tag.length > 0 && !text_equals(&view->constructor, &view->tag)) bracketed(&view->tag, out);
  return true;
}

// ------------------------------------------------------------------------------------------------- boxed primitives

bool boxed_base(Inspector *in, Handle value, View *view) {
  VM *vm = in->vm;
  ROOTS(vm, primitive);
  Kind kind = value_kind(*value);
  const char *type = kind_name(*value);
  Style style = kind == KIND_NUMBER_OBJECT    ? STYLE_NUMBER
                : kind == KIND_STRING_OBJECT  ? STYLE_STRING
                : kind == KIND_BOOLEAN_OBJECT ? STYLE_BOOLEAN
                                              : STYLE_SYMBOL;
  r.primitive = field_get(&as_wrapper(value)->value);
  if (key_count(view) > 0) style = STYLE_NONE;
  Text *out = &view->base;
  style_begin(in, style, out);
  builder_format(out, "[%s", type);
  if (view->no_constructor) {
    builder_ascii(out, " (null prototype)");
  } else if (!text_is(&view->constructor, type)) {
    builder_ascii(out, " (");
    text_append(out, &view->constructor);
    builder_ascii(out, ")");
  }
  builder_ascii(out, ": ");
  TRY(primitive_to(in, &r.primitive, false, out));
  builder_ascii(out, "]");
  if (view->tag.length > 0 && !text_equals(&view->tag, &view->constructor)) bracketed(&view->tag, out);
  style_end(in, style, out);
  return true;
}
