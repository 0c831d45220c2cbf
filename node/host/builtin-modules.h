// node/host/builtin-modules.h - the modules that need no file.  node/modules.def lists them.
#ifndef NODULE_NODE_HOST_BUILTIN_MODULES_H
#define NODULE_NODE_HOST_BUILTIN_MODULES_H

#include "node/host/node.h"

typedef enum ModuleFlags {
  MODULE_GLOBAL = 1,
  MODULE_EVAL_GLOBAL = 2,
  MODULE_INTERNAL = 4,
  MODULE_OURS = 8
} ModuleFlags;

typedef struct BuiltinModule {
  const char *name;
  const char *script;                    // JavaScript text, or NULL
  bool (*create)(VM *vm, Slot exports);  // when there is no script
  bool (*bind)(VM *vm, Handle binding);  // natives for the script, as properties of its parameter `binding`
  const char *alias_of, *alias_export;   // it is an export (NULL: the whole) of another module
  int flags;                             // ModuleFlags
  Builtin global;                        // the getter of its lazy global
} BuiltinModule;

// What `request` means, with or without node:, or with nodule:.
const BuiltinModule *builtin_module_requested(const char *request, bool *prefixed);
const BuiltinModule *builtin_module_at(size_t i);  // NULL behind the last
// The exports of a built-in module, loaded on first use.
NODISCARD bool builtin_module_load(VM *vm, const char *name, Slot out);
// One of its exports.
NODISCARD bool builtin_module_export(VM *vm, const char *name, const char *export, Slot out);

#endif
