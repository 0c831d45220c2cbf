// builtins/typed-array/typed-array-methods.c - the methods of %TypedArray%.prototype that call nothing of the program
// for each element (ECMA-262 section 23.2.3).
//
// A TypedView of a rooted array stays true whatever runs meanwhile: its memory neither moves nor shrinks.
#include "builtins/array/array-access.h"
#include "builtins/iterator/iterator.h"
#include "builtins/typed-array/typed-array.h"
#include "base/number-text.h"

// --------------------------------------------------------------------------------------------------------- getters

static bool require(VM *vm, const Args *args, const char *method) {
  if (LIKELY(value_is_typed_array(*args->self))) return true;
  return throw_type(vm, "Method %s called on incompatible receiver %v", method, args->self);
}

static bool typed_array_buffer(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args, "get %TypedArray%.prototype.buffer"));
  *out = field_get(&as_view(args->self)->buffer);
  return true;
}
static bool typed_array_byte_length(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args, "get TypedArray.prototype.byteLength"));
  *out = number(typed_array_length(args->self) * element_size(typed_array_type(args->self)));
  return true;
}
static bool typed_array_byte_offset(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args, "get TypedArray.prototype.byteOffset"));
  *out = field_get(&as_view(args->self)->byte_offset);
  return true;
}
static bool typed_array_length_getter(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args, "get TypedArray.prototype.length"));
  *out = field_get(&as_view(args->self)->length);
  return true;
}
// 23.2.3.38
static bool typed_array_tag(VM *vm, const Args *args, Slot out) {
  if (!value_is_typed_array(*args->self)) return true;
  string_internalize_ascii(vm, element_type_name(typed_array_type(args->self)), out);
  return true;
}

// --------------------------------------------------------------------------------------------------------- reading

// 23.2.3.1
static bool typed_array_at(VM *vm, const Args *args, Slot out) {
  TypedView view;
  double index;
  TRY(typed_array_this(vm, args, &view));
  TRY(to_integer(vm, arg(args, 0), &index));
  if (index < 0) index += (double)view.length;
  if (index >= 0 && index < (double)view.length) *out = element_load(view.type, view.data, (size_t)index);
  return true;
}

// The element that equals `value`, between two indexes in the given direction; -1: none.
static double search(const TypedView *view, double start, double end, double value) {
  double step = start <= end ? 1 : -1;
  for (double i = start; i != end; i += step) {
    if (value_as_number(element_load(view->type, view->data, (size_t)i)) == value) return i;
  }
  return -1;
}

static double search_nan(const TypedView *view, double start) {
  if (view->type < ELEMENT_FLOAT32) return -1;
  for (double i = start; i < (double)view->length; i++) {
    if (isnan(value_as_number(element_load(view->type, view->data, (size_t)i)))) return i;
  }
  return -1;
}

static bool search_forward(VM *vm, const Args *args, bool find_nan, double *index) {
  TypedView view;
  double start;
  *index = -1;
  TRY(typed_array_this(vm, args, &view));
  if (view.length == 0) return true;
  TRY(to_relative_index(vm, arg(args, 1), (double)view.length, 0, &start));
  if (!value_is_number(*arg(args, 0))) return true;
  double wanted = value_as_number(*arg(args, 0));
  if (!isnan(wanted)) *index = search(&view, start, (double)view.length, wanted);
  else if (find_nan) *index = search_nan(&view, start);
  return true;
}

// 23.2.3.16
static bool typed_array_includes(VM *vm, const Args *args, Slot out) {
  double index;
  TRY(search_forward(vm, args, true, &index));
  *out = value_boolean(index >= 0);
  return true;
}
// 23.2.3.17
static bool typed_array_index_of(VM *vm, const Args *args, Slot out) {
  double index;
  TRY(search_forward(vm, args, false, &index));
  *out = number(index);
  return true;
}
// 23.2.3.20
static bool typed_array_last_index_of(VM *vm, const Args *args, Slot out) {
  TypedView view;
  TRY(typed_array_this(vm, args, &view));
  double length = (double)view.length, start = length - 1;
  *out = value_int(-1);
  if (length == 0) return true;
  if (args->argc > 1) {
    TRY(to_integer(vm, arg(args, 1), &start));
    start = start < 0 ? length + start : fmin(start, length - 1);
  }
  if (start < 0 || !value_is_number(*arg(args, 0))) return true;
  *out = number(search(&view, start, -1, value_as_number(*arg(args, 0))));
  return true;
}

static void append_element(StringBuilder *b, const TypedView *view, size_t index) {
  char text[NUMBER_TEXT_SIZE];
  Value value = element_load(view->type, view->data, index);
  if (value_is_int(value)) int_to_text(value_as_int(value), text);
  else number_to_text(value_as_double(value), text);
  builder_ascii(b, text);
}

// 23.2.3.18
static bool typed_array_join(VM *vm, const Args *args, Slot out) {
  TypedView view;
  ROOTS(vm, separator);
  TRY(typed_array_this(vm, args, &view));
  if (value_is_undefined(*arg(args, 0))) r.separator = runtime(vm)->single_chars[','];
  else TRY(to_string(vm, arg(args, 0), &r.separator));
  StringBuilder b;
  builder_init(&b);
  for (size_t i = 0; i < view.length && !b.too_long; i++) {
    if (i > 0) builder_string(vm, &b, &r.separator);
    append_element(&b, &view, i);
  }
  return builder_finish(vm, &b, out);
}

// 23.2.3.31
static bool typed_array_to_locale_string(VM *vm, const Args *args, Slot out) {
  TypedView view;
  TRY(typed_array_this(vm, args, &view));
  return array_join_values(vm, args->self, (double)view.length, &runtime(vm)->single_chars[','], args, out);
}

// --------------------------------------------------------------------------------------------------------- changing

// 23.2.3.6
static bool typed_array_copy_within(VM *vm, const Args *args, Slot out) {
  TypedView view;
  double to, from, end;
  TRY(typed_array_this(vm, args, &view));
  double length = (double)view.length;
  TRY(to_relative_index(vm, arg(args, 0), length, 0, &to));
  TRY(to_relative_index(vm, arg(args, 1), length, 0, &from));
  TRY(to_relative_index(vm, arg(args, 2), length, length, &end));
  double count = fmin(end - from, length - to);
  if (count > 0) elements_convert(&view, (size_t)to, &view, (size_t)from, (size_t)count);
  *out = *args->self;
  return true;
}

static void fill(const TypedView *view, size_t start, size_t end, Value value) {
  unsigned size = element_size(view->type);
  if (start >= end) return;
  element_store(view->type, view->data, start, value);
  if (size == 1) {
    memset(view->data + start, view->data[start], end - start);
    return;
  }
  // each copy doubles what is filled
  uint8_t *first = view->data + start * size;
  size_t bytes = (end - start) * size, done = size;
  while (done < bytes) {
    size_t step = done < bytes - done ? done : bytes - done;
    memcpy(first + done, first, step);
    done += step;
  }
}

// 23.2.3.9
static bool typed_array_fill(VM *vm, const Args *args, Slot out) {
  TypedView view;
  double value, start, end;
  TRY(typed_array_this(vm, args, &view));
  TRY(to_number(vm, arg(args, 0), &value));
  TRY(to_relative_index(vm, arg(args, 1), (double)view.length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 2), (double)view.length, (double)view.length, &end));
  fill(&view, (size_t)start, (size_t)end, number(value));
  *out = *args->self;
  return true;
}

static void reverse(const TypedView *view, const TypedView *from) {
  for (size_t i = 0, j = view->length; i < j;) {
    Value low = element_load(from->type, from->data, i), high = element_load(from->type, from->data, --j);
    element_store(view->type, view->data, i++, high);
    element_store(view->type, view->data, j, low);
  }
}
// 23.2.3.25
static bool typed_array_reverse(VM *vm, const Args *args, Slot out) {
  TypedView view;
  TRY(typed_array_this(vm, args, &view));
  reverse(&view, &view);
  *out = *args->self;
  return true;
}

// 23.2.3.26.1
static bool set_from_object(VM *vm, const TypedView *view, Handle self, Handle source, double offset) {
  ROOTS(vm, object, item);
  double length;
  TRY(to_object(vm, source, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (length + offset > (double)view->length) return throw_range(vm, "offset is out of bounds");
  for (double i = 0; i < length; i++) {
    TRY(array_element(vm, &r.object, i, &r.item));
    TRY(typed_array_put(vm, self, (uint64_t)(offset + i), &r.item));
  }
  return true;
}

// 23.2.3.26
static bool typed_array_set(VM *vm, const Args *args, Slot out) {
  (void)out;
  TypedView view;
  double offset;
  TRY(typed_array_this(vm, args, &view));
  TRY(to_integer(vm, arg(args, 1), &offset));
  if (offset < 0) return throw_range(vm, "offset is out of bounds");
  if (!value_is_typed_array(*arg(args, 0))) return set_from_object(vm, &view, args->self, arg(args, 0), offset);
  TypedView source = view_object(arg(args, 0));
  if ((double)source.length + offset > (double)view.length) return throw_range(vm, "offset is out of bounds");
  elements_convert(&view, (size_t)offset, &source, 0, source.length);
  return true;
}

// ------------------------------------------------------------------------------------------------------ new arrays

// Byte by byte, as slice wants it: what overlaps is written before it is read.
static void copy_forward(const TypedView *target, const TypedView *view, size_t start, size_t count) {
  size_t bytes = count * element_size(view->type);
  uint8_t *to = target->data;
  const uint8_t *from = view->data + start * element_size(view->type);
  if (to <= from || to >= from + bytes) {
    if (bytes > 0) memmove(to, from, bytes);
    return;
  }
  for (size_t i = 0; i < bytes; i++) to[i] = from[i];
}

// 23.2.3.27
static bool typed_array_slice(VM *vm, const Args *args, Slot out) {
  TypedView view;
  double start, end;
  ROOTS(vm, result);
  TRY(typed_array_this(vm, args, &view));
  TRY(to_relative_index(vm, arg(args, 0), (double)view.length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 1), (double)view.length, (double)view.length, &end));
  double count = fmax(end - start, 0);
  TRY(typed_array_species(vm, args->self, count, "slice", &r.result));
  TypedView target = view_object(&r.result);
  if (target.type == view.type) copy_forward(&target, &view, (size_t)start, (size_t)count);
  else elements_convert(&target, 0, &view, (size_t)start, (size_t)count);
  *out = r.result;
  return true;
}

// 23.2.3.30
static bool typed_array_subarray(VM *vm, const Args *args, Slot out) {
  TRY(require(vm, args, "%TypedArray%.prototype.subarray"));
  ROOTS(vm, constructor, arguments[3]);
  TypedView view = view_object(args->self);
  double start, end;
  TRY(to_relative_index(vm, arg(args, 0), (double)view.length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 1), (double)view.length, (double)view.length, &end));
  double offset = value_as_number(field_get(&as_view(args->self)->byte_offset)) + start * element_size(view.type);
  Handle standard = &runtime(vm)->typed_array_constructors[view.type];
  TRY(species_constructor(vm, args->self, standard, &r.constructor));
  r.arguments[0] = field_get(&as_view(args->self)->buffer);
  r.arguments[1] = number(offset);
  r.arguments[2] = number(fmax(end - start, 0));
  if (value_same(r.constructor, *standard)) {
    typed_array_new_on(vm, view.type, &r.arguments[0], offset, value_as_number(r.arguments[2]),
                       &runtime(vm)->typed_array_prototypes[view.type], out);
    return true;
  }
  return typed_array_create(vm, &r.constructor, 3, r.arguments, -1, "prototype.subarray", out);
}

// TypedArrayCreateSameType (23.2.4.3)
static bool create_same(VM *vm, const TypedView *view, Slot out) {
  return typed_array_new(vm, view->type, (double)view->length, &runtime(vm)->typed_array_prototypes[view->type], out);
}

// 23.2.3.32
static bool typed_array_to_reversed(VM *vm, const Args *args, Slot out) {
  TypedView view;
  TRY(typed_array_this(vm, args, &view));
  TRY(create_same(vm, &view, out));
  TypedView target = view_object(out);
  reverse(&target, &view);
  return true;
}

// 23.2.3.36
static bool typed_array_with(VM *vm, const Args *args, Slot out) {
  TypedView view;
  double index, value;
  ROOTS(vm, result);
  TRY(typed_array_this(vm, args, &view));
  TRY(to_integer(vm, arg(args, 0), &index));
  if (index < 0) index += (double)view.length;
  TRY(to_number(vm, arg(args, 1), &value));
  if (!(index >= 0 && index < (double)view.length)) return throw_range(vm, "Invalid typed array index");
  TRY(create_same(vm, &view, &r.result));
  TypedView target = view_object(&r.result);
  elements_convert(&target, 0, &view, 0, view.length);
  element_store(target.type, target.data, (size_t)index, number(value));
  *out = r.result;
  return true;
}

// ------------------------------------------------------------------------------------------------------- iterators

static bool make_iterator(VM *vm, const Args *args, int mode, Slot out) {
  TypedView view;
  TRY(typed_array_this(vm, args, &view));
  array_iterator_new(vm, args->self, mode, out);
  return true;
}
static bool typed_array_keys(VM *vm, const Args *args, Slot out) { return make_iterator(vm, args, ITERATE_KEYS, out); }
static bool typed_array_values(VM *vm, const Args *args, Slot out) {
  return make_iterator(vm, args, ITERATE_VALUES, out);
}
static bool typed_array_entries(VM *vm, const Args *args, Slot out) {
  return make_iterator(vm, args, ITERATE_ENTRIES, out);
}

static const Builtin methods[] = {
    GETTER("buffer", typed_array_buffer),
    GETTER("byteLength", typed_array_byte_length),
    GETTER("byteOffset", typed_array_byte_offset),
    GETTER("length", typed_array_length_getter),
    METHOD("entries", typed_array_entries, 0),
    METHOD("keys", typed_array_keys, 0),
    METHOD("values", typed_array_values, 0),
    METHOD("at", typed_array_at, 1),
    METHOD("copyWithin", typed_array_copy_within, 2),
    METHOD("fill", typed_array_fill, 1),
    METHOD("includes", typed_array_includes, 1),
    METHOD("indexOf", typed_array_index_of, 1),
    METHOD("join", typed_array_join, 1),
    METHOD("lastIndexOf", typed_array_last_index_of, 1),
    METHOD("reverse", typed_array_reverse, 0),
    METHOD("set", typed_array_set, 1),
    METHOD("slice", typed_array_slice, 2),
    METHOD("subarray", typed_array_subarray, 2),
    METHOD("toLocaleString", typed_array_to_locale_string, 0),
    METHOD("toReversed", typed_array_to_reversed, 0),
    METHOD("with", typed_array_with, 2),
    SYMBOL_GETTER(toStringTag, typed_array_tag),
};

static void must(VM *vm, bool ok) {
  if (!ok) vm->exception = VALUE_EMPTY;  // cannot happen: nothing of a script has run
}

void install_typed_array_methods(VM *vm, Handle prototype) {
  Runtime *rt = runtime(vm);
  ROOTS(vm, key, value, fields[3]);
  DEFINE_BUILTINS(vm, prototype, methods);
  string_internalize_ascii(vm, "values", &r.key);
  must(vm, get(vm, prototype, &r.key, &rt->typed_array_values));
  must(vm, define_data(vm, prototype, VM_SYMBOL(vm, iterator), &rt->typed_array_values, ATTR_METHOD));
  // 23.2.3.33: the same function as Array.prototype.toString
  must(vm, get(vm, &rt->array_prototype, VM_NAME(vm, toString), &r.value));
  must(vm, define_data(vm, prototype, VM_NAME(vm, toString), &r.value, ATTR_METHOD));
  PropertyDescriptor length = DESCRIPTOR_IN(r.fields);
  bool found;
  must(vm, get_own_property(vm, prototype, VM_NAME(vm, length), &length, &found));
  rt->typed_array_length = r.fields[1];
}
