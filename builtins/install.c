// builtins/install.c - installs the library, and the value properties of the global object (ECMA-262 section 19.1).
#include "builtins/builtins.h"
#include "vm/native.h"

void builtins_install(VM *vm) {
  static void (*const installers[])(VM *) = {install_object,       install_function,
                                             install_symbol,       install_error,
                                             install_iterators,    install_array,
                                             install_string,       install_number,
                                             install_boolean,      install_global_functions,
                                             install_math,         install_date,
                                             install_json,         install_collections,
                                             install_weak_ref,     install_finalization_registry,
                                             install_reflect,      install_regexp,
                                             install_typed_arrays, install_eval};
  for (size_t i = 0; i < sizeof installers / sizeof installers[0]; i++) installers[i](vm);
  Runtime *rt = runtime(vm);
  define_value(vm, &rt->global, "globalThis", &rt->global, ATTR_METHOD);
  define_value(vm, &rt->global, "undefined", &undefined_value_, 0);
  define_number(vm, &rt->global, "NaN", NAN, 0);
  define_number(vm, &rt->global, "Infinity", INFINITY, 0);
}
