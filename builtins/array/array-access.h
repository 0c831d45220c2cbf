// builtins/array/array-access.h - what the files of Array share: fast views of true arrays, and how results are made.
#ifndef NODULE_BUILTINS_ARRAY_ARRAY_ACCESS_H
#define NODULE_BUILTINS_ARRAY_ARRAY_ACCESS_H

#include "vm/native.h"

#define MAX_ARRAY_LENGTH 4294967295.0
#define MAX_LENGTH 9007199254740991.0  // of array-likes

// ToObject(this), with the words that V8 has for these methods alone.
static inline bool array_receiver(VM *vm, const Args *args, Slot out) {
  if (LIKELY(!value_is_nullish(*args->self))) return to_object(vm, args->self, out);
  return throw_type(vm, "Array.prototype.%s called on null or undefined", native_name(args));
}

// The elements of a true array in fast mode, for as long as nothing allocates; NULL for anything else.
static inline Elements *fast_elements_of(VM *vm, Handle array) {
  return array_is_fast(vm, array) ? (Elements *)value_as_object(field_get(&as_array(array)->elements)) : NULL;
}

// Element `i` of an object, if it stands in its elements (objects/objects.h: then it is a plain own property).
static inline bool array_quick_element(Handle object, int64_t i, Slot out) {
  const Elements *elements = (const Elements *)value_as_object(field_get(&as_object(object)->elements));
  if (i >= elements->capacity) return false;
  Value v = field_get(&elements->values[i]);
  if (value_is_empty(v)) return false;
  *out = v;
  return true;
}

// Element `i`, the short way where there is one: no holes, or holes that nobody can look through.
static inline bool array_element(VM *vm, Handle object, double i, Slot out) {
  return array_quick_element(object, (int64_t)i, out) || get_index(vm, object, i, out);
}
static inline bool array_element_if(VM *vm, Handle object, double i, bool *found, Slot out) {
  *found = array_quick_element(object, (int64_t)i, out);
  return *found || find_index(vm, object, i, found, out);
}

// ArraySpeciesCreate (23.1.3.0.1) in two steps: the constructor for what is made from `original`, undefined for a plain
// array; and the new object.
NODISCARD bool array_species(VM *vm, Handle original, Slot constructor);
NODISCARD bool array_construct(VM *vm, Handle constructor, double length, Slot out);

// Element `index` of a result that grows by one element at a time, as an own property.
static inline bool array_append(VM *vm, Handle target, double index, Handle value) {
  if (LIKELY(array_is_fast(vm, target) && array_length(target) == index)) return array_push(vm, target, value);
  return define_index(vm, target, index, value);
}

NODISCARD bool array_put_length(VM *vm, Handle object, double length);  // [[Set]]; failure throws

// Moves `count` elements within one Elements, with the barrier for each pointer of an old one.
void elements_move(VM *vm, Elements *elements, uint32_t to, uint32_t from, uint32_t count);

// `locale`: the arguments of toLocaleString, whose first two go to the elements' own; NULL: join.
NODISCARD bool array_join_values(VM *vm, Handle object, double length, Handle separator, const Args *locale, Slot out);

void install_array_constructor(VM *vm);
void install_array_iteration(VM *vm, Handle prototype);
void install_array_mutators(VM *vm, Handle prototype);
void install_array_sort(VM *vm, Handle prototype);

#endif
