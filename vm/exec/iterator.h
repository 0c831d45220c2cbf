// vm/exec/iterator.h - for-in enumeration, and iteration as for-of and spread do it, over two registers.
//
// iterator[0], iterator[1] are the iterator and its next method; or, the short way while nobody has changed how arrays
// are iterated, an array and the integer index of the next element.
#ifndef NODULE_VM_EXEC_ITERATOR_H
#define NODULE_VM_EXEC_ITERATOR_H

#include "vm/vm.h"

NODISCARD bool iterator_open(VM *vm, Handle iterable, Slot iterator);  // `iterable` may be iterator[0]
// For one whose method was read before.
NODISCARD bool iterator_open_with(VM *vm, Handle iterable, Handle method, Slot iterator);
NODISCARD bool iterator_step(VM *vm, Slot iterator, Slot value, bool *done);
NODISCARD bool iterator_close(VM *vm, Slot iterator);
NODISCARD bool iterator_close_quiet(VM *vm, Slot iterator);
// For C code whose loop is left by the pending exception: closes the iterator, keeps the exception, and returns false.
bool iterator_close_failed(VM *vm, Slot iterator);
NODISCARD bool array_spread(VM *vm, Handle array, Handle iterable);

NODISCARD bool for_in_prepare(VM *vm, Handle object, Slot out);
NODISCARD bool for_in_next(VM *vm, Handle enumerator, Slot key, bool *done);

#endif
