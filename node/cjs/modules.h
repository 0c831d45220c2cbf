// node/cjs/modules.h - require.
#ifndef NODULE_NODE_CJS_MODULES_H
#define NODULE_NODE_CJS_MODULES_H

#include "node/host/node.h"

// module-paths.c: file names as C strings; results are malloc'd -------------------------------------------------------
char *path_join(const char *folder, const char *name);  // absolute and normalized
char *path_folder(const char *path);
char *path_absolute(const char *path);  // from the current directory, normalized
typedef enum { PATH_NOTHING, PATH_FILE, PATH_FOLDER } PathKind;
PathKind path_kind(const char *path);
char *path_real(const char *path);  // symbolic links followed; NULL when that fails
// A whole file; NULL with libuv's error.
char *file_read(const char *path, size_t *length, int *error);

// modules.c ----------------------------------------------------------------------------------------------------------
NODISCARD bool module_new(VM *vm, const char *id, Handle parent, Slot out);
// require(request) in *parent (undefined: none).
NODISCARD bool module_load(VM *vm, Handle request, Handle parent, bool is_main, Slot exports);
// Runs the main script.
NODISCARD bool module_run_main(VM *vm, const char *path);
// Runs the text of -e, -p or standard input as a script with require and module as globals.
NODISCARD bool module_run_text(VM *vm, const char *name, const char *text, size_t length, Slot out);
// These globals: module, exports, require.
NODISCARD bool module_define_globals(VM *vm, const char *name);
NODISCARD bool module_compile(VM *vm, const char *source, size_t length, const char *name, Slot function);

Handle module_extensions(VM *vm);  // require.extensions
Handle module_packages(VM *vm);    // what each package.json says, null where there is none, by its path

// module-package.c
// What folder/package.json says, with its fields name, main, exports and imports alone: an object, or null for none.
NODISCARD bool package_read(VM *vm, const char *folder, Slot package);
// The innermost folder around the folder `inside` that has one, and that; it ends at a folder of packages.
NODISCARD bool package_around(VM *vm, const char *inside, char **folder, Slot package);
NODISCARD bool package_field(VM *vm, Handle package, const char *name, Slot out);
bool package_is_named(VM *vm, Handle package, const char *name, size_t length);
// What "exports" says of ".rest", and "imports" of "#name", asked by `base` (NULL: not to be told): "./file", or
// (imports) a request for another package.  NULL where the package has no such field.
NODISCARD bool package_exports(VM *vm, const char *folder, Handle package, const char *rest, const char *base,
                               char **target);
NODISCARD bool package_imports(VM *vm, const char *folder, Handle package, const char *name, const char *base,
                               char **target);

// module-resolve.c
// The file name that `request` means in *parent: throws MODULE_NOT_FOUND.
NODISCARD bool module_resolve(VM *vm, Handle request, Handle parent, Handle search, char **filename);
NODISCARD bool module_search_paths(VM *vm, const char *folder, Slot out);  // node_modules, upwards
NODISCARD bool module_push_global_paths(VM *vm, Handle list);              // where packages are looked for last
NODISCARD bool module_parse_json(VM *vm, const char *prefix, const char *text, size_t length, Slot out);
NODISCARD bool module_throw_not_found(VM *vm, Handle request, Handle parent);

#endif
