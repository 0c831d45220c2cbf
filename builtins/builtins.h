// builtins/builtins.h - the installers of the ECMAScript library, each called once by builtins_install.
#ifndef NODULE_BUILTINS_BUILTINS_H
#define NODULE_BUILTINS_BUILTINS_H

#include "vm/vm.h"

// Called once for each VM, by engine/.
void builtins_install(VM *vm);

void install_object(VM *vm);
void install_function(VM *vm);
void install_error(VM *vm);
void install_iterators(VM *vm);
void install_symbol(VM *vm);
void install_array(VM *vm);
void install_string(VM *vm);
void install_number(VM *vm);
void install_boolean(VM *vm);
void install_global_functions(VM *vm);
void install_math(VM *vm);
void install_date(VM *vm);
void install_json(VM *vm);
void install_collections(VM *vm);
void install_weak_ref(VM *vm);
void install_finalization_registry(VM *vm);
void install_reflect(VM *vm);
void install_typed_arrays(VM *vm);
void install_regexp(VM *vm);
void install_eval(VM *vm);

#endif
