// builtins/iterator/iterator.h - what iterators of all kinds share.
#ifndef NODULE_BUILTINS_ITERATOR_ITERATOR_H
#define NODULE_BUILTINS_ITERATOR_ITERATOR_H

#include "vm/vm.h"

// CreateIterResultObject (ECMA-262 section 7.4.14).
void iterator_result(VM *vm, Handle value, bool done, Slot out);

// CreateArrayIterator (23.1.5.1); `mode` is ITERATE_...
void array_iterator_new(VM *vm, Handle target, int mode, Slot out);

#endif
