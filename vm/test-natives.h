// vm/test-natives.h - natives that only tests use; in debug builds, and there only when NODULE_TEST_NATIVES is set.
#ifndef NODULE_VM_TEST_NATIVES_H
#define NODULE_VM_TEST_NATIVES_H

#include "vm/vm.h"

void install_test_natives(VM *vm);  // global `testNatives`; nothing in other builds

#endif
