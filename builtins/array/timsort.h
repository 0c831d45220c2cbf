// builtins/array/timsort.h - the stable sort of Array.prototype.sort (ECMA-262 section 23.1.3.30,
// SortIndexedProperties).
//
// The algorithm is Tim Peters's, the order of comparisons V8's.  builtins/array/array-sort.c takes the elements out,
// calls it, and puts them back; typed arrays have a sort of their own.
#ifndef NODULE_BUILTINS_ARRAY_TIMSORT_H
#define NODULE_BUILTINS_ARRAY_TIMSORT_H

#include "vm/native.h"

// Sorts the first `count` elements of *list, a true array that no script can see and that holds neither undefined nor
// holes.  `comparator` is a function, or undefined: by their texts.  When it throws, the order is unspecified.
NODISCARD bool timsort(VM *vm, Handle comparator, Handle list, uint32_t count);

#endif
