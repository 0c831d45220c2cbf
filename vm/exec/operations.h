// vm/exec/operations.h - parts of instructions that the interpreter and the functions of opcodes (opcodes.h) share.
#ifndef NODULE_VM_EXEC_OPERATIONS_H
#define NODULE_VM_EXEC_OPERATIONS_H

#include "vm/exec/inline-cache.h"
#include "vm/exec/iterator.h"
#include "vm/exec/slow-paths.h"
#include "vm/property/typed-array.h"
#include "vm/vm.h"
#include "objects/object.h"

static inline bool frame_fits(VM *vm, const Frame *frame, const Value *base, const Code *code) {
  return !(code->flags & CODE_NEEDS_ARGUMENTS) && base + code->register_count <= vm->stack_used &&
         frame + 1 < vm->frames_end;
}

// Frame and registers of a function that does not look at all its arguments.  Two registers are cleared at once: the
// one behind the last is a temporary or nobody's, and there is room for it.
static inline void frame_start(VM *vm, Frame *frame, Code *code, Value *base, uint32_t argc, uint16_t flags,
                               uint16_t destination) {
  uint32_t given = argc < code->parameter_count ? argc : code->parameter_count;
  for (Value *p = base + 2 + given, *end = base + code->local_count; p < end; p += 2) p[0] = p[1] = VALUE_UNDEFINED;
  frame->registers = base;
  frame->code = code;
  frame->argument_count = argc;
  frame->flags = flags;
  frame->destination = destination;
  frame->resume = vm->resume_in_interpreter;
}

// Where the value of a named property of the object or string `o` is that an inline cache knows; NULL: it does not.
static inline const Value *cache_lookup(VM *vm, const InlineCache *ic, Value o) {
  HeapObject *object = value_as_object(o);
  uint32_t shape = heap_object_aux(object);
  uint64_t word = ic->shape.value_.bits;
  bool epoch_holds = (uint32_t)ic->epoch.value_.bits == vm->runtime.prototype_epoch;
  int32_t place = value_as_int(ic->place.value_);
  if (word == cache_shape_word(IC_PROTOTYPE, shape))
    return epoch_holds ? place_slot(value_as_object(ic->holder.value_), place) : NULL;
  if (word == cache_shape_word(IC_OWN_INOBJECT, shape) || word == cache_shape_word(IC_OWN, shape))
    return place_slot(object, place);
  if (word == cache_shape_word(IC_POLYMORPHIC, 0)) return polymorphic_slot(vm, ic, object);
  if (word == cache_shape_word(IC_MEGAMORPHIC, 0)) return named_data_slot(vm, o, ic->name.value_);
  if (word == cache_shape_word(IC_DICTIONARY, shape)) return dictionary_slot(object, place, ic->name.value_);
  if (!epoch_holds) return NULL;
  if (word == cache_shape_word(IC_ABSENT, shape)) return &undefined_value_;
  if (word == cache_shape_word(IC_STRING, 0)) {
    return heap_object_kind(object) <= KIND_STRING_SLICE ? place_slot(value_as_object(ic->holder.value_), place) : NULL;
  }
  if (word == cache_shape_word(IC_FIELD, shape)) {
    const Value *slot = place_slot(object, place);
    return value_is_empty(*slot) ? NULL : slot;
  }
  return NULL;
}

// out[0] = a method of `o` that an inline cache knows, out[1] = o; false: it does not, and nothing was done.
static inline bool cache_lookup_method(VM *vm, const InlineCache *ic, Value o, Slot out) {
  const Value *slot = LIKELY(value_is_pointer(o)) ? cache_lookup(vm, ic, o) : NULL;
  if (UNLIKELY(slot == NULL)) return false;
  Value method = *slot;
  out[1] = o;
  out[0] = method;
  return true;
}

// The length of an array or a string.
static inline bool length_fast(Value o, Slot out) {
  if (UNLIKELY(!value_is_pointer(o))) return false;
  Kind kind = value_kind(o);
  if (kind == KIND_ARRAY) *out = field_get(&((JSArray *)value_as_object(o))->length);
  else if (kind <= KIND_STRING_SLICE) *out = value_int((int32_t)((String *)value_as_object(o))->length);
  else return false;
  return true;
}

// Values held in C variables are rooted again by passing them on the register stack: equality may flatten ropes, which
// allocates.
static inline bool strict_equals_fast(VM *vm, const Value *x, const Value *y) {
  if (value_same(*x, *y)) return !value_is_double(*x) || !isnan(value_as_double(*x));
  if (value_is_number(*x) && value_is_number(*y)) return value_as_number(*x) == value_as_number(*y);
  if (!value_is_pointer(*x) || !value_is_pointer(*y)) return false;
  if (!value_is_string(*x) || !value_is_string(*y)) return false;
  return strings_equal_rooted(vm, *x, *y);
}

static inline bool loosely_equals_fast(VM *vm, Value x, Value y, bool *result) {
  if (value_is_number(x) && value_is_number(y)) {
    *result = value_as_number(x) == value_as_number(y);
    return true;
  }
  if (value_is_nullish(x) || value_is_nullish(y)) {
    *result = value_is_nullish(x) && value_is_nullish(y);
    return true;
  }
  if (value_is_pointer(x) && value_same(x, y)) {
    *result = true;
    return true;
  }
  return loosely_equals_rooted(vm, x, y, result);
}

// The character at `index` of a flat string, if that is quick to tell.
static inline bool string_character_fast(VM *vm, Value string, uint32_t index, Value *out) {
  const String *s = (const String *)value_as_object(string);
  if (heap_object_kind(&s->head) > KIND_STRING_SLICE || index >= s->length || !string_is_flat(s)) return false;
  StringView view = view_of(s);
  uint16_t unit = view_unit(&view, index);
  if (unit > 255) return false;
  *out = runtime(vm)->single_chars[unit];
  return true;
}

// Stores to a place that an inline cache names, which is there.
static inline void store_at_place(VM *vm, HeapObject *object, int32_t place, Value value) {
  HeapObject *host = place > 0 ? object : value_as_object(((JSObject *)object)->properties.value_);
  Value *slot = place_slot(object, place);
  *slot = value;
  heap_write_barrier(vm_heap(vm), host, &slot->bits, value.bits);
}

// Stores to a named property of `o`, a pointer, that an inline cache knows; false: it does not, and nothing was done.
static inline bool cache_store(VM *vm, const InlineCache *ic, Value o, Value value) {
  HeapObject *object = value_as_object(o);
  uint32_t shape = heap_object_aux(object);
  uint64_t word = ic->shape.value_.bits;
  int32_t place = value_as_int(ic->place.value_);
  if (word == cache_shape_word(IC_OWN_INOBJECT, shape) || word == cache_shape_word(IC_OWN, shape)) {
    store_at_place(vm, object, place, value);
    return true;
  }
  if (word == cache_shape_word(IC_ADD, shape) && (uint32_t)ic->epoch.value_.bits == vm->runtime.prototype_epoch) {
    if (place <= 0 && (uint32_t)(-1 - place) >= properties_capacity((const JSObject *)object)) return false;
    store_at_place(vm, object, place, value);
    heap_set_shape(vm_heap(vm), object, heap_object_aux(value_as_object(ic->holder.value_)));
    return true;
  }
  if (word == cache_shape_word(IC_POLYMORPHIC, 0)) {
    const Field *entry = polymorphic_find(vm, ic, shape);
    if (!entry || entry[0].value_.bits != cache_shape_word(IC_OWN_INOBJECT, shape)) return false;
    store_at_place(vm, object, value_as_int(entry[1].value_), value);
    return true;
  }
  return word == cache_shape_word(IC_MEGAMORPHIC, 0) && overwrite_own_slot(vm, o, ic->name.value_, value);
}

// Stores to a global property that an inline cache knows; false: it does not, and nothing was done.
static inline bool cache_store_global(VM *vm, const InlineCache *ic, Value value) {
  HeapObject *global = value_as_object(vm->runtime.global);
  if (UNLIKELY(ic->shape.value_.bits != cache_shape_word(IC_OWN, heap_object_aux(global)) ||
               (uint32_t)ic->epoch.value_.bits != vm->runtime.prototype_epoch))
    return false;
  store_at_place(vm, global, value_as_int(ic->place.value_), value);
  return true;
}

// ------------------------------------------------------------------------------------------------------ elements

// o[key] where that is quick; false: it is not.
static inline bool indexed_load(VM *vm, Value o, Value key, Value *out) {
  if (!value_is_int(key) || !value_is_pointer(o)) return false;
  HeapObject *object = value_as_object(o);
  uint32_t index = (uint32_t)value_as_int(key);
  unsigned kind = heap_object_kind(object);
  if (kind < KIND_OBJECT) return string_character_fast(vm, o, index, out);
  const Elements *elements = (const Elements *)value_as_object(((JSObject *)object)->elements.value_);
  if (LIKELY(index < elements->capacity && !value_is_empty(elements->values[index].value_))) {
    *out = elements->values[index].value_;
    return true;
  }
  if (kind == KIND_TYPED_ARRAY) return typed_array_load(object, index, out);
  bool is_hole = kind == KIND_ARRAY && vm->runtime.array_elements_protected && (int32_t)index >= 0 &&
                 heap_object_kind(&elements->head) == KIND_ELEMENTS;
  if (is_hole) *out = VALUE_UNDEFINED;
  return is_hole;
}

// out[0] = o[key], out[1] = o where that is quick; false: it is not, and nothing was done.
static inline bool indexed_load_method(VM *vm, Value o, Value key, Slot out) {
  Value method;
  if (!value_is_object(o) || !indexed_load(vm, o, key, &method)) return false;
  out[1] = o;
  out[0] = method;
  return true;
}

// o[key] = value where that is quick; false: it is not, and nothing was done.
static inline bool indexed_store(VM *vm, Value o, Value key, Value value) {
  if (!value_is_int(key) || !value_is_pointer(o)) return false;
  HeapObject *object = value_as_object(o);
  uint32_t index = (uint32_t)value_as_int(key);
  unsigned kind = heap_object_kind(object);
  if (kind < KIND_OBJECT) return false;
  Elements *elements = (Elements *)value_as_object(((JSObject *)object)->elements.value_);
  if (LIKELY(index < elements->capacity)) {
    if (UNLIKELY(elements_are_shared(elements))) return false;
    if (UNLIKELY(value_is_empty(elements->values[index].value_))) {
      if (kind != KIND_ARRAY || !vm->runtime.array_elements_protected) return false;
      JSArray *array = (JSArray *)object;
      Value length = field_get(&array->length);
      if (!value_is_int(length)) return false;
      if ((int32_t)index >= value_as_int(length)) field_init(&array->length, value_int((int32_t)index + 1));
    }
    elements_set(vm, elements, index, value);
    return true;
  }
  return kind == KIND_TYPED_ARRAY && typed_array_store(object, index, value);
}

// One step of a for-of loop over an array that is quick to do; false: it is not, and nothing was done.
static inline bool iterator_next_fast(Slot iterator, Slot value) {
  if (UNLIKELY(!value_is_int(iterator[1]))) return false;
  JSArray *array = (JSArray *)value_as_object(iterator[0]);  // or a typed array, which has no integer there
  uint32_t index = (uint32_t)value_as_int(iterator[1]);
  const Elements *elements = (const Elements *)value_as_object(array->elements.value_);
  Value length = field_get(&array->length);
  if (UNLIKELY(!value_is_int(length) || index >= (uint32_t)value_as_int(length) || index >= elements->capacity ||
               value_is_empty(elements->values[index].value_)))
    return false;
  iterator[1] = value_int((int32_t)index + 1);
  *value = elements->values[index].value_;
  return true;
}

// One step of a for-of loop.
static inline bool iterator_next(VM *vm, Slot iterator, Slot value, bool *done) {
  *done = false;
  return LIKELY(iterator_next_fast(iterator, value)) || iterator_step(vm, iterator, value, done);
}

#endif
