// node/cjs/modules.h - require.
#ifndef NODULE_NODE_CJS_MODULES_H
#define NODULE_NODE_CJS_MODULES_H

#include "node/host/node.h"

// builtin-modules.c ------------------------------------------------------------------------------------------------
typedef struct BuiltinModule {
  const char *name;
  const char *script;                       // JavaScript text (node/*/*.js), or NULL
  bool (*create)(VM *vm, Slot exports);     // when there is no script
  bool (*bind)(VM *vm, Handle binding);     // natives for the script, as properties of its parameter `binding`
  bool is_global;                           // a lazy global of scripts
  bool internal;                            // for other built-in modules only
  bool ours;                                // not of Node's: required as nodule:NAME alone
  bool is_path;                             // a part of another module (util/types): no global of -e
} BuiltinModule;

const BuiltinModule *builtin_module_find(const char *name);  // of Node's.  NULL: no such module, or an internal one
// What `request` means, with or without node:, or with nodule:.
const BuiltinModule *builtin_module_requested(const char *request, bool *prefixed);
const BuiltinModule *builtin_module_at(size_t i);            // NULL behind the last
// The exports of a built-in module, loaded on first use.
NODISCARD bool builtin_module_load(VM *vm, const char *name, Slot out);
// One of its exports.
NODISCARD bool builtin_module_export(VM *vm, const char *name, const char *export, Slot out);
// Defines the lazy globals.
void builtin_globals_install(VM *vm);

// module-paths.c: file names as C strings; results are malloc'd -------------------------------------------------------
char *path_join(const char *folder, const char *name);  // absolute and normalized
char *path_folder(const char *path);
char *path_absolute(const char *path);                  // from the current directory, normalized
typedef enum { PATH_NOTHING, PATH_FILE, PATH_FOLDER } PathKind;
PathKind path_kind(const char *path);
char *path_real(const char *path);                      // symbolic links followed; NULL when that fails
// A whole file; NULL with libuv's error.
char *file_read(const char *path, size_t *length, int *error);

// modules.c ----------------------------------------------------------------------------------------------------------
NODISCARD bool module_new(VM *vm, const char *id, Handle parent, Slot out);
NODISCARD bool module_require_function(VM *vm, Handle module, Slot out);
// require(request) in *parent (undefined: none).
NODISCARD bool module_load(VM *vm, Handle request, Handle parent, bool is_main, Slot exports);
// Runs the main script.
NODISCARD bool module_run_main(VM *vm, const char *path);
// Runs the text of -e, -p or standard input as a script with require and module as globals.
NODISCARD bool module_run_text(VM *vm, const char *name, const char *text, size_t length, Slot out);
// These globals: module, exports, require.
NODISCARD bool module_define_globals(VM *vm, const char *name);
NODISCARD bool module_compile(VM *vm, const char *source, size_t length, const char *name, Slot function);

// module-resolve.c
// The file name that `request` means in *parent: throws MODULE_NOT_FOUND.
NODISCARD bool module_resolve(VM *vm, Handle request, Handle parent, Handle search, char **filename);
NODISCARD bool module_search_paths(VM *vm, const char *folder, Slot out);  // node_modules, upwards
NODISCARD bool module_push_global_paths(VM *vm, Handle list);             // where packages are looked for last
NODISCARD bool module_parse_json(VM *vm, const char *prefix, const char *text, size_t length, Slot out);
NODISCARD bool module_throw_not_found(VM *vm, Handle request, Handle parent);

#endif
