// builtins/global/global-functions.h - functions of the global object that others share.
#ifndef NODULE_BUILTINS_GLOBAL_GLOBAL_FUNCTIONS_H
#define NODULE_BUILTINS_GLOBAL_GLOBAL_FUNCTIONS_H

#include "vm/vm.h"

// The global functions themselves (Number.parseInt is the same object), made when first asked for.
void global_parse_float(VM *vm, Slot out);
void global_parse_int(VM *vm, Slot out);

// encodeURI and its kin (builtins/global/uri.c).
void install_uri_functions(VM *vm);

#endif
