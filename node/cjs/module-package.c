// node/cjs/module-package.c - what packages say of themselves: package.json, read once, and what its "exports" and
// "imports" mean.
#include <stdlib.h>

#include "base/memory.h"
#include "node/host/errors.h"
#include "node/cjs/modules.h"
#include "node/host/builtin-modules.h"

// The fields of *json that resolution asks for, in an object of their own: the rest of the text is not kept.
static bool keep_fields(VM *vm, Handle json, Slot package) {
  static const char *const fields[] = {"name", "main", "exports", "imports"};
  ROOTS(vm, key, value);
  object_new(vm, package);
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    string_internalize_ascii(vm, fields[i], &r.key);
    TRY(get(vm, json, &r.key, &r.value));
    define_value(vm, package, fields[i], &r.value, ATTR_ALL);
  }
  return true;
}

static bool read_file(VM *vm, const char *path, Slot package) {
  ROOTS(vm, json);
  size_t length;
  int error;
  *package = VALUE_NULL;
  char *text = path_kind(path) == PATH_FILE ? file_read(path, &length, &error) : NULL;
  if (!text) return true;
  char *prefix = checked_format("Error parsing %s", path);
  bool ok = module_parse_json(vm, prefix, text, length, &r.json);
  free(prefix);
  free(text);
  return ok && (!value_is_object(r.json) || keep_fields(vm, &r.json, package));
}

bool package_read(VM *vm, const char *folder, Slot package) {
  ROOTS(vm, key);
  char *path = path_join(folder, "package.json");
  bool ok = string_from_utf8(vm, path, strlen(path), &r.key) && get(vm, module_packages(vm), &r.key, package);
  if (ok && value_is_undefined(*package)) {
    ok = read_file(vm, path, package) && define_data(vm, module_packages(vm), &r.key, package, ATTR_ALL);
  }
  free(path);
  return ok;
}

bool package_around(VM *vm, const char *inside, char **folder, Slot package) {
  *package = VALUE_UNDEFINED;
  char *at = checked_strdup(inside);
  bool ok = true;
  while (strcmp(strrchr(at, '/'), "/node_modules") != 0) {
    ok = package_read(vm, at, package);
    if (!ok || value_is_object(*package) || at[1] == 0) break;
    char *up = path_folder(at);
    free(at);
    at = up;
  }
  *folder = at;
  return ok;
}

// ------------------------------------------------------------------------------------------------------ targets

bool package_field(VM *vm, Handle package, const char *name, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, package, &r.key, out);
}

// Calls `resolver` of package-exports.js with the field's value, what is sought, package.json and who asked (NULL: not
// told).
static bool resolve(VM *vm, const char *resolver, const char *folder, Handle field, const char *name, const char *base,
                    char **target) {
  ROOTS(vm, function, argv[4], file);
  char *package = path_join(folder, "package.json");
  r.argv[0] = *field;
  r.argv[3] = VALUE_UNDEFINED;
  bool ok = builtin_module_export(vm, "package_exports", resolver, &r.function) &&
            string_from_utf8(vm, name, strlen(name), &r.argv[1]) &&
            string_from_utf8(vm, package, strlen(package), &r.argv[2]) &&
            (!base || string_from_utf8(vm, base, strlen(base), &r.argv[3])) &&
            vm_call(vm, &r.function, &undefined_value_, 4, r.argv, &r.file);
  free(package);
  return ok && path_argument(vm, "path", &r.file, target);
}

bool package_exports(VM *vm, const char *folder, Handle package, const char *rest, const char *base, char **target) {
  ROOTS(vm, field);
  *target = NULL;
  if (!value_is_object(*package)) return true;
  TRY(package_field(vm, package, "exports", &r.field));
  if (value_is_undefined(r.field) || value_is_null(r.field)) return true;
  char *subpath = checked_format(".%s", rest);
  bool ok = resolve(vm, "resolveExports", folder, &r.field, subpath, base, target);
  free(subpath);
  return ok;
}

bool package_imports(VM *vm, const char *folder, Handle package, const char *name, const char *base, char **target) {
  ROOTS(vm, field);
  *target = NULL;
  if (!value_is_object(*package)) return true;
  TRY(package_field(vm, package, "imports", &r.field));
  return !value_is_object(r.field) || resolve(vm, "resolveImports", folder, &r.field, name, base, target);
}

bool package_is_named(VM *vm, Handle package, const char *name, size_t length) {
  ROOTS(vm, value);
  if (!value_is_object(*package) || !package_field(vm, package, "name", &r.value) || !value_is_string(r.value))
    return false;
  char *text = string_to_utf8(vm, &r.value, NULL);
  bool same = strlen(text) == length && strncmp(text, name, length) == 0;
  free(text);
  return same;
}
