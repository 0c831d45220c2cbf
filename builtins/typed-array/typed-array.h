// builtins/typed-array/typed-array.h - what the files of ArrayBuffer, typed arrays and DataView share.
#ifndef NODULE_BUILTINS_TYPED_ARRAY_TYPED_ARRAY_H
#define NODULE_BUILTINS_TYPED_ARRAY_TYPED_ARRAY_H

#include "vm/native.h"
#include "vm/property/typed-array.h"

// ValidateTypedArray of `this`: TypeError "this is not a typed array.".
static inline bool typed_array_this(VM *vm, const Args *args, TypedView *out) {
  if (UNLIKELY(!value_is_typed_array(*args->self))) {
    throw_type(vm, "this is not a typed array.");
    return false;
  }
  *out = view_object(args->self);
  return true;
}

// TypedArraySpeciesCreate (23.2.4.1) with a length; the result is at least that long.  `method`, for messages: "map".
NODISCARD bool typed_array_species(VM *vm, Handle exemplar, double length, const char *method, Slot out);
// TypedArrayCreateFromCtor (23.2.4.2); `arguments` are argc rooted Values; length -1: not checked; `method` as messages
// show it ("prototype.map").
NODISCARD bool typed_array_create(VM *vm, Handle constructor, uint32_t argc, Handle arguments, double length,
                                  const char *method, Slot out);
// SpeciesConstructor (7.3.23).
NODISCARD bool species_constructor(VM *vm, Handle object, Handle fallback, Slot out);

// Converts `count` elements from one memory to another, which may overlap.
void elements_convert(const TypedView *to, size_t to_index, const TypedView *from, size_t from_index, size_t count);

void install_array_buffer(VM *vm);
void install_data_view(VM *vm);
void install_typed_array_methods(VM *vm, Handle prototype);
void install_typed_array_iteration(VM *vm, Handle prototype);
void install_typed_array_sort(VM *vm, Handle prototype);

#endif
