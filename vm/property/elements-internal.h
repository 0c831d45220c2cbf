// vm/property/elements-internal.h - what the files of elements share.
#ifndef NODULE_VM_PROPERTY_ELEMENTS_INTERNAL_H
#define NODULE_VM_PROPERTY_ELEMENTS_INTERNAL_H

#include "objects/dictionary.h"
#include "objects/object.h"
#include "vm/property/lookup.h"

static inline Value elements_value(Handle object) { return field_get(&as_object(object)->elements); }
static inline bool elements_are_sparse(Handle object) {
  return value_kind(elements_value(object)) == KIND_NUMBER_DICTIONARY;
}
static inline Elements *fast_elements(Handle object) { return (Elements *)value_as_object(elements_value(object)); }
static inline NumberDictionary *sparse_elements(Handle object) {
  return (NumberDictionary *)value_as_object(elements_value(object));
}

// Elements of holes.  The first ones of an object of a shape that is born old are born old too; those that replace
// others are of no shape, as they may be replaced soon.
#define NO_SHAPE 0
void elements_new(VM *vm, uint32_t capacity, uint32_t shape, Slot out);

// ---- vm/property/elements-density.c
// Would elements of capacity `room`, which are wanted for `index` beyond the present capacity, be mostly holes?
bool elements_become_sparse(Handle object, uint32_t index, double room);
// An element is about to be added at `index` to a dictionary: it turns into elements where those take no more room.
void elements_become_dense(VM *vm, Handle object, uint32_t index);

#endif
