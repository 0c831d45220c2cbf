// builtins/number-format.h - numbers as Intl.NumberFormat writes them for en-US.
#ifndef NODULE_BUILTINS_NUMBER_FORMAT_H
#define NODULE_BUILTINS_NUMBER_FORMAT_H

#include "vm/vm.h"

// The text of a number with the options of toLocaleString, an object or undefined.
NODISCARD bool number_format(VM *vm, double d, Handle options, const char *method, Slot out);

#endif
