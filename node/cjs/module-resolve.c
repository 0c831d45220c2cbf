// node/cjs/module-resolve.c - from the text given to require to a file name (reference/node-api.md section 3).
#include <stdlib.h>

#include "base/memory.h"
#include "node/buffer/encoding.h"
#include "node/host/builtin-modules.h"
#include "node/host/errors.h"
#include "node/host/missing.h"
#include "node/cjs/modules.h"

static bool property(VM *vm, Handle object, const char *name, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, object, &r.key, out);
}

// ------------------------------------------------------------------------------------------------------ not found

// The files that asked for one another, innermost first.
static bool require_stack(VM *vm, Handle parent, Slot out) {
  ROOTS(vm, module, name);
  TRY(array_new(vm, 0, out));
  r.module = *parent;
  while (value_is_object(r.module)) {
    TRY(property(vm, &r.module, "filename", &r.name));
    if (!value_is_string(r.name)) TRY(property(vm, &r.module, "id", &r.name));
    TRY(array_push(vm, out, &r.name));
    TRY(property(vm, &r.module, "parent", &r.module));
  }
  return true;
}

bool module_throw_not_found(VM *vm, Handle request, Handle parent) {
  ROOTS(vm, stack, name, message, error);
  TEXT(text);
  TRY(require_stack(vm, parent, &r.stack));
  builder_ascii(&text, "Cannot find module '");
  builder_string(vm, &text, request);
  builder_ascii(&text, "'");
  char *name = string_to_utf8(vm, request, NULL);
  missing_module_to(name, &text);
  free(name);
  double count = array_length(&r.stack);
  if (count > 0) builder_ascii(&text, "\nRequire stack:");
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, &r.stack, i, &r.name));
    builder_ascii(&text, "\n- ");
    if (value_is_string(r.name)) builder_string(vm, &text, &r.name);
  }
  TRY(builder_finish(vm, &text, &r.message));
  TRY(error_new(vm, &runtime(vm)->error_prototype, &r.message, &r.error));
  define_string(vm, &r.error, "code", "MODULE_NOT_FOUND", ATTR_ALL);
  define_value(vm, &r.error, "requireStack", &r.stack, ATTR_ALL);
  return throw_value(vm, &r.error);
}

// ------------------------------------------------------------------------------------------------------ files

// The real name if `path` is a file.
static char *try_file(const char *path) { return path_kind(path) == PATH_FILE ? path_real(path) : NULL; }

static char *try_with(const char *path, const char *extension) {
  char *name = checked_malloc(strlen(path) + strlen(extension) + 1);
  sprintf(name, "%s%s", path, extension);
  char *found = try_file(name);
  free(name);
  return found;
}

// Each extension of require.extensions, in order.
static bool try_extensions(VM *vm, const char *path, char **found) {
  ROOTS(vm, keys, key);
  *found = NULL;
  TRY(own_keys(vm, module_extensions(vm), KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
  double count = array_length(&r.keys);
  for (double i = 0; i < count && !*found; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    if (string_has_null(vm, &r.key)) continue;
    char *extension = string_to_utf8(vm, &r.key, NULL);
    *found = try_with(path, extension);
    free(extension);
  }
  return true;
}

static bool try_index(VM *vm, const char *folder, char **found) {
  char *index = path_join(folder, "index");
  bool ok = try_extensions(vm, index, found);
  free(index);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ package.json

// JSON.parse, with `prefix` and a colon in front of the message of its SyntaxError.
bool module_parse_json(VM *vm, const char *prefix, const char *text, size_t length, Slot out) {
  ROOTS(vm, json, key, source, error, message);
  if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) text += 3, length -= 3;
  TRY(bytes_to_text(vm, (const uint8_t *)text, length, ENCODING_UTF8, &r.source));
  TRY(property(vm, &runtime(vm)->global, "JSON", &r.json));
  string_internalize_ascii(vm, "parse", &r.key);
  if (invoke(vm, &r.json, &r.key, 1, &r.source, out)) return true;
  if (vm->exception_uncatchable || !value_is_object(vm->exception)) return false;
  exception_take(vm, &r.error);
  TRY(get(vm, &r.error, VM_NAME(vm, message), &r.message));
  TEXT(whole);
  builder_utf8(&whole, prefix, strlen(prefix));
  builder_ascii(&whole, ": ");
  if (value_is_string(r.message)) builder_string(vm, &whole, &r.message);
  TRY(builder_finish(vm, &whole, &r.message));
  return throw_error(vm, &runtime(vm)->syntax_error_prototype, "%v", &r.message);
}

// "main" of folder/package.json; NULL when there is none.
static bool package_main(VM *vm, const char *folder, char **main_name) {
  ROOTS(vm, package, value);
  *main_name = NULL;
  TRY(package_read(vm, folder, &r.package));
  if (!value_is_object(r.package)) return true;
  TRY(package_field(vm, &r.package, "main", &r.value));
  if (!value_is_string(r.value) || string_length(&r.value) == 0) return true;
  return path_argument(vm, "path", &r.value, main_name);
}

// The file that package.json's main means: itself, with an extension, or the index of a folder.
static bool try_main(VM *vm, const char *path, char **found) {
  *found = try_file(path);
  if (!*found) TRY(try_extensions(vm, path, found));
  if (!*found) TRY(try_index(vm, path, found));
  return true;
}

// The file that folder/package.json names is not there.
static bool throw_bad_package(VM *vm, const char *folder, const char *path, const char *advice) {
  ROOTS(vm, message, error);
  TEXT(text);
  builder_ascii(&text, "Cannot find module '");
  builder_utf8(&text, path, strlen(path));
  builder_ascii(&text, "'");
  builder_ascii(&text, advice);
  TRY(builder_finish(vm, &text, &r.message));
  TRY(error_new(vm, &runtime(vm)->error_prototype, &r.message, &r.error));
  define_string(vm, &r.error, "code", "MODULE_NOT_FOUND", ATTR_ALL);
  char *package = path_join(folder, "package.json");
  define_string(vm, &r.error, "path", package, ATTR_ALL);
  free(package);
  return throw_value(vm, &r.error);
}

static bool try_folder(VM *vm, const char *folder, char **found) {
  char *main_name;
  TRY(package_main(vm, folder, &main_name));
  if (!main_name) return try_index(vm, folder, found);
  char *path = path_join(folder, main_name);
  bool ok = try_main(vm, path, found);
  if (ok && !*found)
    ok = try_index(vm, folder, found) &&
         (*found ||
          throw_bad_package(vm, folder, path, ". Please verify that the package.json has a valid \"main\" entry"));
  free(path);
  free(main_name);
  return ok;
}

static bool ends_like_folder(const char *request) {
  size_t n = strlen(request);
  if (n == 0) return false;
  if (request[n - 1] == '/') return true;
  const char *last = strrchr(request, '/');
  last = last ? last + 1 : request;
  return strcmp(last, ".") == 0 || strcmp(last, "..") == 0;
}

// One place to look: a file, a file with an extension, a folder.
static bool try_path(VM *vm, const char *base, const char *request, char **found) {
  char *path = path_join(base, request);
  PathKind kind = path_kind(path);
  bool ok = true, folder_only = ends_like_folder(request);
  *found = NULL;
  if (!folder_only && kind == PATH_FILE) *found = path_real(path);
  if (!folder_only && !*found) ok = try_extensions(vm, path, found);
  if (ok && !*found && kind == PATH_FOLDER) ok = try_folder(vm, path, found);
  free(path);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ exports

// Of `request`, "name/..." or "@scope/name/...": the bytes of the package's name, 0 where it is none.
static size_t package_name_length(const char *request) {
  size_t length = strcspn(request, "/");
  if (request[0] == '@' && request[length] == '/') length += 1 + strcspn(request + length + 1, "/");
  size_t plain = strcspn(request, ".\\%");
  const char *name = request[0] == '@' ? strchr(request, '/') : request;
  bool valid = name && name[name != request] != 0 && name[name != request] != '.' && name[name != request] != '/';
  return valid && (plain >= length || request[plain] == '.') ? length : 0;
}

// The file of a package in `folder` that package.json names exactly.
static bool find_named(VM *vm, const char *folder, const char *file, char **found) {
  char *path = path_join(folder, file);
  *found = try_file(path);
  bool ok = *found || throw_bad_package(vm, folder, path, "");
  free(path);
  return ok;
}

// What the rest of a request, "" or "/...", means in a package that says what it exports: nothing else of it is found.
static bool try_exports(VM *vm, const char *folder, Handle package, const char *rest, const char *base, char **found) {
  char *target;
  TRY(package_exports(vm, folder, package, rest, base, &target));
  bool ok = !target || find_named(vm, folder, target, found);
  free(target);
  return ok;
}

// A package in `base`, a folder of packages.
static bool try_package(VM *vm, const char *base, const char *request, char **found) {
  size_t length = package_name_length(request);
  if (length == 0) return true;
  ROOTS(vm, package);
  char *name = checked_strndup(request, length), *folder = path_join(base, name);
  bool ok = package_read(vm, folder, &r.package) && try_exports(vm, folder, &r.package, request + length, NULL, found);
  free(folder);
  free(name);
  return ok;
}

// A package that says what it exports can ask for itself by name.
static bool try_self(VM *vm, const char *parent_folder, const char *request, char **found) {
  size_t length = package_name_length(request);
  if (length == 0) return true;
  ROOTS(vm, package);
  char *folder;
  bool ok = package_around(vm, parent_folder, &folder, &r.package);
  if (ok && package_is_named(vm, &r.package, request, length)) {
    ok = try_exports(vm, folder, &r.package, request + length, NULL, found);
  }
  free(folder);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ where to look

static bool push_path(VM *vm, Handle list, const char *path) {
  ROOTS(vm, text);
  TRY(string_from_utf8(vm, path, strlen(path), &r.text));
  return array_push(vm, list, &r.text);
}

bool module_search_paths(VM *vm, const char *folder, Slot out) {
  TRY(array_new(vm, 0, out));
  char *path = checked_strdup(folder);
  bool ok = true;
  while (ok) {
    const char *last = strrchr(path, '/');
    bool root = path[1] == 0;
    if (last && strcmp(last, "/node_modules") != 0) {
      char *modules = path_join(path, "node_modules");
      ok = push_path(vm, out, modules);
      free(modules);
    }
    if (root) break;
    char *up = path_folder(path);
    free(path);
    path = up;
  }
  free(path);
  return ok;
}

static bool push_joined(VM *vm, Handle list, const char *folder, const char *name) {
  char *path = path_join(folder, name);
  bool ok = push_path(vm, list, path);
  free(path);
  return ok;
}

// NODE_PATH, ~/.node_modules, ~/.node_libraries, and lib/node beside the program's folder.
bool module_push_global_paths(VM *vm, Handle list) {
  const char *home = getenv("HOME"), *given = getenv("NODE_PATH");
  while (given && *given) {
    size_t length = strcspn(given, ":");
    char *path = checked_strndup(given, length);
    bool ok = length == 0 || push_path(vm, list, path);
    free(path);
    TRY(ok);
    given += length + (given[length] == ':');
  }
  if (home && *home)
    TRY(push_joined(vm, list, home, ".node_modules") && push_joined(vm, list, home, ".node_libraries"));
  char program[4096];
  size_t size = sizeof program;
  return uv_exepath(program, &size) != 0 || push_joined(vm, list, program, "../../lib/node");
}

static bool try_paths(VM *vm, Handle paths, const char *request, char **found) {
  ROOTS(vm, path);
  double count = array_length(paths);
  for (double i = 0; i < count && !*found; i++) {
    TRY(get_index(vm, paths, i, &r.path));
    if (!value_is_string(r.path)) return throw_argument_type(vm, "paths", "an array of strings", &r.path);
    if (string_has_null(vm, &r.path)) continue;
    char *path = string_to_utf8(vm, &r.path, NULL);
    bool ok = path_kind(path) != PATH_FOLDER ||
              (try_package(vm, path, request, found) && (*found || try_path(vm, path, request, found)));
    free(path);
    TRY(ok);
  }
  return true;
}

static bool is_relative(const char *request) {
  return strcmp(request, ".") == 0 || strcmp(request, "..") == 0 || strncmp(request, "./", 2) == 0 ||
         strncmp(request, "../", 3) == 0;
}

// The folder of *parent's file, or the current one.
static bool parent_folder(VM *vm, Handle parent, char **folder) {
  ROOTS(vm, name);
  if (value_is_object(*parent)) TRY(property(vm, parent, "filename", &r.name));
  char *name = value_is_string(r.name) ? string_to_utf8(vm, &r.name, NULL) : NULL;
  *folder = name && *name == '/' ? path_folder(name) : path_absolute(".");
  free(name);
  return true;
}

static bool try_relative(VM *vm, Handle parent, Handle search, const char *request, char **found) {
  if (value_is_array(*search)) return try_paths(vm, search, request, found);
  char *folder;
  TRY(parent_folder(vm, parent, &folder));
  bool ok = try_path(vm, folder, request, found);
  free(folder);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ imports

// A package that "imports" names, in one of the folders *paths of packages.  Its file is named exactly, as in
// ECMAScript modules.
static bool find_import(VM *vm, Handle paths, const char *request, size_t name_length, const char *base, char **found) {
  ROOTS(vm, path, package);
  const char *rest = request + name_length;
  bool ok = true;
  for (double i = 0; ok && i < array_length(paths) && !*found; i++) {
    TRY(get_index(vm, paths, i, &r.path));
    char *modules = string_to_utf8(vm, &r.path, NULL), *name = checked_strndup(request, name_length);
    char *folder = path_join(modules, name);
    if (path_kind(folder) == PATH_FOLDER) {
      ok = package_read(vm, folder, &r.package) && try_exports(vm, folder, &r.package, rest, base, found);
      if (ok && !*found) ok = *rest ? find_named(vm, folder, rest + 1, found) : try_folder(vm, folder, found);
    }
    free(folder);
    free(name);
    free(modules);
  }
  return ok;
}

// That '#name' means a package that is not there.
static bool throw_not_found(VM *vm, const char *request) {
  ROOTS(vm, name);
  TRY(string_from_utf8(vm, request, strlen(request), &r.name));
  return module_throw_not_found(vm, &r.name, &undefined_value_);
}

static bool throw_builtin_import(VM *vm) {
  return throw_node_error(vm, &runtime(vm)->type_error_prototype, "ERR_INVALID_URL_SCHEME",
                          "The URL must be of scheme file");
}

// `request`, which the package in `folder` has for a target: the package itself, or one that it can ask for.
static bool try_import(VM *vm, const char *folder, Handle package, const char *request, char **found) {
  ROOTS(vm, paths);
  size_t length = package_name_length(request);
  bool prefixed;
  if (builtin_module_requested(request, &prefixed)) return throw_builtin_import(vm);
  if (length == 0) return true;
  char *base = path_join(folder, "package.json");
  bool ok = !package_is_named(vm, package, request, length) ||
            try_exports(vm, folder, package, request + length, base, found);
  if (ok && !*found) {
    ok = module_search_paths(vm, folder, &r.paths) && find_import(vm, &r.paths, request, length, base, found);
  }
  free(base);
  return ok;
}

// The parent's file, as errors name it.
static bool parent_name(VM *vm, Handle parent, const char *folder, char **name) {
  ROOTS(vm, filename);
  if (value_is_object(*parent)) TRY(property(vm, parent, "filename", &r.filename));
  *name = value_is_string(r.filename) ? string_to_utf8(vm, &r.filename, NULL) : checked_strdup(folder);
  return true;
}

// '#name' is what the field "imports" of the package around the parent says, and nothing else where there is that
// field.
static bool try_imports(VM *vm, Handle parent, const char *inside, const char *request, char **found) {
  ROOTS(vm, package);
  char *folder, *base = NULL, *target = NULL;
  bool ok = package_around(vm, inside, &folder, &r.package) && parent_name(vm, parent, folder, &base) &&
            package_imports(vm, folder, &r.package, request, base, &target);
  if (target && strncmp(target, "./", 2) == 0) ok = find_named(vm, folder, target, found);
  else if (target) ok = try_import(vm, folder, &r.package, target, found) && (*found || throw_not_found(vm, request));
  free(target);
  free(base);
  free(folder);
  return ok;
}

// What a request means where it is made, before other packages are looked for.
static bool try_own_package(VM *vm, Handle parent, const char *request, char **found) {
  char *folder;
  TRY(parent_folder(vm, parent, &folder));
  bool ok = *request != '#' || try_imports(vm, parent, folder, request, found);
  if (ok && !*found) ok = try_self(vm, folder, request, found);
  free(folder);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ requests

// node_modules upwards from each of *search, or where the parent says, then the global places.
static bool try_packages(VM *vm, Handle parent, Handle search, const char *request, char **found) {
  ROOTS(vm, paths, path);
  TRY(try_own_package(vm, parent, request, found));
  if (*found) return true;
  if (value_is_array(*search)) {
    double count = array_length(search);
    for (double i = 0; i < count && !*found; i++) {
      TRY(get_index(vm, search, i, &r.path));
      if (!value_is_string(r.path)) return throw_argument_type(vm, "paths", "an array of strings", &r.path);
      if (string_has_null(vm, &r.path)) continue;
      char *text = string_to_utf8(vm, &r.path, NULL), *start = path_absolute(text);
      bool ok = module_search_paths(vm, start, &r.paths) && try_paths(vm, &r.paths, request, found);
      free(start);
      free(text);
      TRY(ok);
    }
  } else if (value_is_object(*parent)) {
    TRY(property(vm, parent, "paths", &r.paths));
    if (value_is_array(r.paths)) TRY(try_paths(vm, &r.paths, request, found));
  }
  if (*found) return true;
  TRY(array_new(vm, 0, &r.paths) && module_push_global_paths(vm, &r.paths));
  return try_paths(vm, &r.paths, request, found);
}

// A request with a NUL, whose part in front of it is a file: no file has the whole of it for its name.
static bool throw_cut_request(VM *vm, const char *found, const char *rest, size_t rest_length) {
  ROOTS(vm, name);
  TEXT(text);
  builder_utf8(&text, found, strlen(found));
  builder_utf8(&text, rest, rest_length);
  return builder_finish(vm, &text, &r.name) && throw_null_bytes(vm, "path", &r.name);
}

bool module_resolve(VM *vm, Handle request, Handle parent, Handle search, char **filename) {
  size_t length;
  char *text = string_to_utf8(vm, request, &length), *found = NULL;
  bool ok;
  if (*text == '/') ok = try_path(vm, "/", text, &found);
  else if (is_relative(text)) ok = try_relative(vm, parent, search, text, &found);
  else ok = try_packages(vm, parent, search, text, &found);
  size_t shown = strlen(text);
  if (found && shown < length) {
    ok = throw_cut_request(vm, found, text + shown, length - shown);
    free(found);
    found = NULL;
  }
  free(text);
  *filename = found;
  TRY(ok);
  return found || module_throw_not_found(vm, request, parent);
}
