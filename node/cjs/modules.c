// node/cjs/modules.c - CommonJS modules: Module objects, the require functions, the cache, and the running of files.
//
// A module is entered in require.cache under its real file name before its code runs, so that modules which need each
// other see unfinished exports rather than going round for ever; it is taken out again if its code throws.
#include "node/cjs/modules.h"

#include <stdlib.h>

#include "compiler/compile.h"
#include "node/buffer/encoding.h"
#include "node/host/builtin-modules.h"
#include "node/host/errors.h"
#include "node/host/missing.h"
#include "node/process/process.h"

typedef struct Modules {
  PersistentCell constructor, prototype;  // of Module
  PersistentCell cache;                   // require.cache
  PersistentCell extensions;              // require.extensions
  PersistentCell resolutions;             // file names by folder and what was required there
  PersistentCell packages;                // what each package.json says, null where there is none, by its path
  PersistentCell main;                    // undefined for -e
} Modules;

static Modules *modules_of(VM *vm) { return node_state(vm, PART_cjs); }
Handle module_extensions(VM *vm) { return &modules_of(vm)->extensions.value; }
Handle module_packages(VM *vm) { return &modules_of(vm)->packages.value; }

static bool property(VM *vm, Handle object, const char *name, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, object, &r.key, out);
}

static bool set_property(VM *vm, Handle object, const char *name, Handle value) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return put(vm, object, &r.key, value);
}

static bool utf8_string(VM *vm, const char *text, Slot out) { return string_from_utf8(vm, text, strlen(text), out); }

// ------------------------------------------------------------------------------------------------- Module objects

static bool add_child(VM *vm, Handle parent, Handle module, bool unless_there) {
  ROOTS(vm, children, child);
  if (!value_is_object(*parent)) return true;
  TRY(property(vm, parent, "children", &r.children));
  if (!value_is_array(r.children)) return true;
  double count = array_length(&r.children);
  for (double i = 0; unless_there && i < count; i++) {
    TRY(get_index(vm, &r.children, i, &r.child));
    if (value_same(r.child, *module)) return true;
  }
  return array_push(vm, &r.children, module);
}

static bool remove_child(VM *vm, Handle parent, Handle module) {
  ROOTS(vm, children, kept, child);
  if (!value_is_object(*parent)) return true;
  TRY(property(vm, parent, "children", &r.children));
  if (!value_is_array(r.children)) return true;
  TRY(array_new(vm, 0, &r.kept));
  double count = array_length(&r.children);
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, &r.children, i, &r.child));
    if (!value_same(r.child, *module)) TRY(array_push(vm, &r.kept, &r.child));
  }
  return set_property(vm, parent, "children", &r.kept);
}

bool module_new(VM *vm, const char *id, Handle parent, Slot out) {
  ROOTS(vm, value);
  object_new_with_prototype(vm, &modules_of(vm)->prototype.value, out);
  define_string(vm, out, "id", id, ATTR_ALL);
  char *folder = path_folder(id);
  define_string(vm, out, "path", folder, ATTR_ALL);
  free(folder);
  object_new(vm, &r.value);
  define_value(vm, out, "exports", &r.value, ATTR_ALL);
  define_value(vm, out, "parent", parent, ATTR_METHOD);
  r.value = VALUE_NULL;
  define_value(vm, out, "filename", &r.value, ATTR_ALL);
  r.value = VALUE_FALSE;
  define_value(vm, out, "loaded", &r.value, ATTR_ALL);
  TRY(array_new(vm, 0, &r.value));
  define_value(vm, out, "children", &r.value, ATTR_ALL);
  TRY(array_new(vm, 0, &r.value));
  define_value(vm, out, "paths", &r.value, ATTR_ALL);
  return add_child(vm, parent, out, false);
}

// new Module(id, parent)
static bool module_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text);
  if (value_is_undefined(*arg(args, 0))) r.text = *VM_NAME(vm, empty);
  else TRY(to_string(vm, arg(args, 0), &r.text));
  char *id = string_to_utf8(vm, &r.text, NULL);
  bool ok = module_new(vm, id, arg(args, 1), out);
  free(id);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ running

bool module_compile(VM *vm, const char *source, size_t length, const char *name, Slot function) {
  TRY(check_text_length(vm, source, length));
  static const char *const parameters[] = {"exports", "require", "module", "__filename", "__dirname"};
  const ParseOptions parse = {.goal = PARSE_FUNCTION_BODY,
                              .strict = node_of(vm)->options.strict,
                              .parameter_names = parameters,
                              .parameter_count = 5};
  const CompileOptions compile = {0};
  return vm_compile(vm, source, length, name, &parse, &compile, function);
}

static bool module_require_function(VM *vm, Handle module, Slot out);

// Runs source text as the body of *module.
static bool run_source(VM *vm, Handle module, const char *source, size_t length, const char *name) {
  ROOTS(vm, function, argv[5], result);
  TRY(module_compile(vm, source, length, name, &r.function));
  TRY(property(vm, module, "exports", &r.argv[0]));
  TRY(module_require_function(vm, module, &r.argv[1]));
  r.argv[2] = *module;
  TRY(utf8_string(vm, name, &r.argv[3]));
  char *folder = path_folder(name);
  bool ok = utf8_string(vm, folder, &r.argv[4]);
  free(folder);
  TRY(ok);
  return vm_call(vm, &r.function, &r.argv[0], 5, r.argv, &r.result);
}

static bool run_json(VM *vm, Handle module, const char *text, size_t length, const char *name) {
  ROOTS(vm, value);
  TRY(module_parse_json(vm, name, text, length, &r.value));
  return set_property(vm, module, "exports", &r.value);
}

typedef bool (*FileRunner)(VM *vm, Handle module, const char *text, size_t length, const char *name);

static bool run_file(VM *vm, Handle module, Handle filename, FileRunner run) {
  char *name;
  TRY(path_argument(vm, "path", filename, &name));
  size_t length;
  int error;
  char *text = file_read(name, &length, &error);
  bool ok;
  if (text) ok = run(vm, module, text, length, name);
  else ok = error == UV_EFBIG ? throw_string_too_long(vm) : throw_uv_error(vm, error, "open", name, NULL);
  free(text);
  free(name);
  return ok;
}

// require.extensions['.js'](module, filename) and its kin
static bool extension_js(VM *vm, const Args *args, Slot out) {
  (void)out;
  return run_file(vm, arg(args, 0), arg(args, 1), run_source);
}

static bool extension_json(VM *vm, const Args *args, Slot out) {
  (void)out;
  return run_file(vm, arg(args, 0), arg(args, 1), run_json);
}

static bool extension_node(VM *vm, const Args *args, Slot out) {
  (void)out;
  char *path;
  TRY(path_argument(vm, "path", arg(args, 1), &path));
  ROOTS(vm, message);
  TEXT(text);
  builder_ascii(&text, "nodule cannot load modules in machine code: ");
  builder_utf8(&text, path, strlen(path));
  missing_package_to(path, &text);
  free(path);
  TRY(builder_finish(vm, &text, &r.message));
  return throw_node_error(vm, &runtime(vm)->error_prototype, "ERR_DLOPEN_FAILED", "%v", &r.message);
}

static const Builtin extensions[] = {
    FUNCTION(".js", extension_js, 2),
    FUNCTION(".json", extension_json, 2),
    FUNCTION(".node", extension_node, 2),
};

// The longest part of the file name from a dot on that has an entry in require.extensions; else ".js".
static bool find_extension(VM *vm, const char *filename, Slot function) {
  const char *base = strrchr(filename, '/');
  base = base ? base + 1 : filename;
  for (const char *dot = strchr(base + 1, '.'); *base && dot; dot = strchr(dot + 1, '.')) {
    TRY(property(vm, &modules_of(vm)->extensions.value, dot, function));
    if (value_is_callable(*function)) return true;
  }
  return property(vm, &modules_of(vm)->extensions.value, ".js", function);
}

// Sets what is known from the file name and runs the file.
static bool load_file(VM *vm, Handle module, const char *filename) {
  ROOTS(vm, value, function, argv[2]);
  r.argv[0] = *module;
  TRY(utf8_string(vm, filename, &r.argv[1]));
  TRY(set_property(vm, module, "filename", &r.argv[1]));
  char *folder = path_folder(filename);
  bool ok = module_search_paths(vm, folder, &r.value);
  free(folder);
  TRY(ok && set_property(vm, module, "paths", &r.value));
  TRY(find_extension(vm, filename, &r.function));
  const Builtin *builtin = value_is_kind(r.function, KIND_NATIVE_FUNCTION)
                               ? value_as_private(field_get(&as_native(&r.function)->builtin))
                               : NULL;
  if (builtin == &extensions[0]) ok = run_file(vm, module, &r.argv[1], run_source);  // spares the traces a frame
  else ok = vm_call(vm, &r.function, &modules_of(vm)->extensions.value, 2, r.argv, &r.value);
  TRY(ok);
  r.value = VALUE_TRUE;
  return set_property(vm, module, "loaded", &r.value);
}

// ------------------------------------------------------------------------------------------------------ loading

// Forgets a module whose code threw; the exception stays pending.
static bool forget(VM *vm, Handle filename, Handle module, Handle parent) {
  if (vm->exception_uncatchable) return false;
  ROOTS(vm, error);
  bool deleted;
  exception_take(vm, &r.error);
  TRY(delete_property(vm, &modules_of(vm)->cache.value, filename, &deleted));
  TRY(remove_child(vm, parent, module));
  vm->exception = r.error;
  return false;
}

static bool load_new(VM *vm, const char *filename, Handle key, Handle parent, bool is_main, Slot exports) {
  ROOTS(vm, module);
  TRY(module_new(vm, filename, parent, &r.module));
  if (is_main) {
    modules_of(vm)->main.value = r.module;
    define_string(vm, &r.module, "id", ".", ATTR_ALL);
    define_value(vm, process_object(vm), "mainModule", &r.module, ATTR_ALL);
  }
  TRY(define_data(vm, &modules_of(vm)->cache.value, key, &r.module, ATTR_ALL));
  if (!load_file(vm, &r.module, filename)) return forget(vm, key, &r.module, parent);
  return property(vm, &r.module, "exports", exports);
}

static bool load_resolved(VM *vm, const char *filename, Handle parent, bool is_main, Slot exports) {
  ROOTS(vm, key, cached);
  TRY(utf8_string(vm, filename, &r.key));
  TRY(get(vm, &modules_of(vm)->cache.value, &r.key, &r.cached));
  if (!value_is_object(r.cached)) return load_new(vm, filename, &r.key, parent, is_main, exports);
  TRY(add_child(vm, parent, &r.cached, true));
  return property(vm, &r.cached, "exports", exports);
}

// Under which *request in the folder of *parent is found in the table of resolutions; empty: not to be remembered.
static bool resolution_key(VM *vm, Handle request, Handle parent, Slot key) {
  ROOTS(vm, folder);
  if (!value_is_object(*parent)) return true;
  TRY(property(vm, parent, "path", &r.folder));
  if (!value_is_string(r.folder)) return true;
  TEXT(text);
  builder_string(vm, &text, &r.folder);
  builder_unit(&text, 0);
  builder_string(vm, &text, request);
  return builder_finish(vm, &text, key);
}

// The exports of a loaded module that the same request in the same folder meant before, without looking at files.
static bool load_again(VM *vm, Handle key, Handle parent, Slot exports, bool *found) {
  ROOTS(vm, name, module);
  *found = false;
  if (value_is_empty(*key)) return true;
  TRY(get(vm, &modules_of(vm)->resolutions.value, key, &r.name));
  if (!value_is_string(r.name)) return true;
  TRY(get(vm, &modules_of(vm)->cache.value, &r.name, &r.module));
  if (!value_is_object(r.module)) return true;
  *found = true;
  TRY(add_child(vm, parent, &r.module, true));
  return property(vm, &r.module, "exports", exports);
}

static bool remember(VM *vm, Handle key, const char *filename) {
  ROOTS(vm, name);
  if (value_is_empty(*key)) return true;
  TRY(utf8_string(vm, filename, &r.name));
  return define_data(vm, &modules_of(vm)->resolutions.value, key, &r.name, ATTR_ALL);
}

static bool throw_unknown_builtin(VM *vm, Handle request) {
  ROOTS(vm, message);
  TEXT(text);
  char *name = string_to_utf8(vm, request, NULL);
  builder_ascii(&text, "No such built-in module: ");
  builder_string(vm, &text, request);
  missing_module_to(name, &text);
  free(name);
  TRY(builder_finish(vm, &text, &r.message));
  return throw_node_error(vm, &runtime(vm)->error_prototype, "ERR_UNKNOWN_BUILTIN_MODULE", "%v", &r.message);
}

static const BuiltinModule *requested_builtin(VM *vm, Handle request, bool *prefixed) {
  size_t length;
  char *text = string_to_utf8(vm, request, &length);
  const BuiltinModule *module = builtin_module_requested(text, prefixed);
  if (strlen(text) < length) module = NULL;  // a NUL ends no name
  free(text);
  return module;
}

bool module_load(VM *vm, Handle request, Handle parent, bool is_main, Slot exports) {
  bool prefixed;
  const BuiltinModule *builtin = requested_builtin(vm, request, &prefixed);
  if (!builtin && prefixed) return throw_unknown_builtin(vm, request);
  if (builtin) return builtin_module_load(vm, builtin->name, exports);
  ROOTS(vm, key);
  bool found;
  TRY(resolution_key(vm, request, parent, &r.key));
  TRY(load_again(vm, &r.key, parent, exports, &found));
  if (found) return true;
  char *filename;
  TRY(module_resolve(vm, request, parent, &undefined_value_, &filename));
  bool ok = remember(vm, &r.key, filename) && load_resolved(vm, filename, parent, is_main, exports);
  free(filename);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ require

static bool require_id(VM *vm, Handle id) {
  if (!value_is_string(*id)) return throw_argument_type(vm, "id", "of type string", id);
  if (string_length(id) > 0) return true;
  return throw_argument_value(vm, "id", "must be a non-empty string", id);
}

// require(id); data[0] is the module
static bool require(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, module);
  TRY(require_id(vm, arg(args, 0)));
  r.module = field_get(&as_native(args->callee)->data[0]);
  return module_load(vm, arg(args, 0), &r.module, false, out);
}

// module.require(id)
static bool module_require(VM *vm, const Args *args, Slot out) {
  TRY(require_id(vm, arg(args, 0)));
  return module_load(vm, arg(args, 0), args->self, false, out);
}

// module._compile(text, filename)
static bool module_compile_method(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (!value_is_string(*arg(args, 0))) return throw_argument_type(vm, "content", "of type string", arg(args, 0));
  if (!value_is_string(*arg(args, 1))) return throw_argument_type(vm, "filename", "of type string", arg(args, 1));
  size_t length;
  char *source = string_to_utf8(vm, arg(args, 0), &length), *name = string_to_utf8(vm, arg(args, 1), NULL);
  bool ok = run_source(vm, args->self, source, length, name);
  free(source);
  free(name);
  return ok;
}

static bool module_load_method(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (!value_is_string(*arg(args, 0))) return throw_argument_type(vm, "filename", "of type string", arg(args, 0));
  if (string_has_null(vm, arg(args, 0))) return throw_null_bytes(vm, "path", arg(args, 0));
  char *name = string_to_utf8(vm, arg(args, 0), NULL);
  bool ok = load_file(vm, args->self, name);
  free(name);
  return ok;
}

// require.resolve(request, {paths})
static bool require_resolve(VM *vm, const Args *args, Slot out) {
  Handle request = arg(args, 0);
  ROOTS(vm, module, search);
  if (!value_is_string(*request)) return throw_argument_type(vm, "request", "of type string", request);
  bool prefixed;
  if (requested_builtin(vm, request, &prefixed)) {
    *out = *request;
    return true;
  }
  if (prefixed) return throw_unknown_builtin(vm, request);
  r.module = field_get(&as_native(args->callee)->data[0]);
  r.search = VALUE_UNDEFINED;
  if (value_is_object(*arg(args, 1))) TRY(property(vm, arg(args, 1), "paths", &r.search));
  if (!value_is_undefined(r.search) && !value_is_array(r.search)) {
    return throw_argument_value(vm, "options.paths", "is invalid", &r.search);
  }
  char *filename;
  TRY(module_resolve(vm, request, &r.module, &r.search, &filename));
  bool ok = utf8_string(vm, filename, out);
  free(filename);
  return ok;
}

// require.resolve.paths(request): where it would be looked for; null for a built-in module
static bool resolve_paths(VM *vm, const Args *args, Slot out) {
  Handle request = arg(args, 0);
  ROOTS(vm, module, paths);
  if (!value_is_string(*request)) return throw_argument_type(vm, "request", "of type string", request);
  bool prefixed;
  *out = VALUE_NULL;
  if (requested_builtin(vm, request, &prefixed)) return true;
  r.module = field_get(&as_native(args->callee)->data[0]);
  char *text = string_to_utf8(vm, request, NULL);
  bool relative = text[0] == '.' && (text[1] == '/' || (text[1] == '.' && text[2] == '/') || text[1] == 0);
  free(text);
  if (relative) {
    TRY(property(vm, &r.module, "path", &r.paths));
    return array_from_values(vm, &r.paths, 1, out);
  }
  TRY(array_new(vm, 0, out) && property(vm, &r.module, "paths", &r.paths));
  double count = value_is_array(r.paths) ? array_length(&r.paths) : 0;
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, &r.paths, i, &r.module));
    TRY(array_push(vm, out, &r.module));
  }
  return module_push_global_paths(vm, out);
}

static const Builtin require_builtin = FUNCTION("require", require, 1);
static const Builtin resolve_builtin = FUNCTION("resolve", require_resolve, 2);
static const Builtin resolve_paths_builtin = FUNCTION("paths", resolve_paths, 1);

static void function_of_module(VM *vm, const Builtin *builtin, Handle module, Slot out) {
  native_function_new(vm, builtin, out);
  field_set(vm, as_native(out), &as_native(out)->data[0], *module);
}

static bool module_require_function(VM *vm, Handle module, Slot out) {
  ROOTS(vm, function, paths);
  function_of_module(vm, &require_builtin, module, out);
  function_of_module(vm, &resolve_builtin, module, &r.function);
  function_of_module(vm, &resolve_paths_builtin, module, &r.paths);
  define_value(vm, &r.function, "paths", &r.paths, ATTR_ALL);
  define_value(vm, out, "resolve", &r.function, ATTR_ALL);
  define_value(vm, out, "main", &modules_of(vm)->main.value, ATTR_ALL);
  define_value(vm, out, "extensions", &modules_of(vm)->extensions.value, ATTR_ALL);
  define_value(vm, out, "cache", &modules_of(vm)->cache.value, ATTR_ALL);
  return true;
}

// ------------------------------------------------------------------------------------------------------ main

bool module_run_main(VM *vm, const char *path) {
  ROOTS(vm, request, parent, exports);
  char *whole = path_absolute(path);
  r.parent = VALUE_NULL;
  bool ok = utf8_string(vm, whole, &r.request) && module_load(vm, &r.request, &r.parent, true, &r.exports);
  free(whole);
  return ok;
}

// The module that stands for text from -e or standard input: its require looks from the current folder.
static bool text_module(VM *vm, const char *name, Slot out) {
  ROOTS(vm, value);
  char *file = path_absolute(name), *folder = path_absolute(".");
  bool ok = module_new(vm, name, &undefined_value_, out) && module_search_paths(vm, folder, &r.value);
  if (ok) {
    define_value(vm, out, "paths", &r.value, ATTR_ALL);
    define_string(vm, out, "filename", file, ATTR_ALL);
    define_string(vm, out, "path", ".", ATTR_ALL);
  }
  free(file);
  free(folder);
  return ok;
}

bool module_define_globals(VM *vm, const char *name) {
  ROOTS(vm, module, value);
  Handle global = &runtime(vm)->global;
  TRY(text_module(vm, name, &r.module));
  define_string(vm, global, "__filename", name, ATTR_ALL);
  define_value(vm, global, "module", &r.module, ATTR_ALL);
  TRY(property(vm, &r.module, "exports", &r.value));
  define_value(vm, global, "exports", &r.value, ATTR_ALL);
  define_string(vm, global, "__dirname", ".", ATTR_ALL);
  TRY(module_require_function(vm, &r.module, &r.value));
  define_value(vm, global, "require", &r.value, ATTR_ALL);
  return true;
}

bool module_run_text(VM *vm, const char *name, const char *text, size_t length, Slot out) {
  const ParseOptions parse = {.goal = PARSE_SCRIPT, .strict = node_of(vm)->options.strict};
  const CompileOptions compile = {.is_script = true, .completion_value = node_of(vm)->options.print};
  ROOTS(vm, function);
  TRY(module_define_globals(vm, name));
  TRY(check_text_length(vm, text, length));
  TRY(vm_compile(vm, text, length, name, &parse, &compile, &r.function));
  return vm_call(vm, &r.function, &runtime(vm)->global, 0, NULL, out);
}

// ------------------------------------------------------------------------------------------------------ installing

static const Builtin constructor = {"Module", module_constructor, 2, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};

static const Builtin methods[] = {
    METHOD("require", module_require, 1),
    METHOD("load", module_load_method, 1),
    METHOD("_compile", module_compile_method, 2),
};

static bool get_constructor(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = modules_of(vm)->constructor.value;
  return true;
}

// As in Node, so that modules are shown without a class name.
static const Builtin accessors[] = {GETTER("constructor", get_constructor)};

// Module.builtinModules, Module._cache and so on
bool create_module(VM *vm, Slot exports) {
  const BuiltinModule *module;
  ROOTS(vm, list, name);
  *exports = modules_of(vm)->constructor.value;
  TRY(array_new(vm, 0, &r.list));
  for (size_t i = 0; (module = builtin_module_at(i)); i++) {
    if (module->flags & (MODULE_INTERNAL | MODULE_OURS)) continue;
    string_internalize_ascii(vm, module->name, &r.name);
    TRY(array_push(vm, &r.list, &r.name));
  }
  define_value(vm, exports, "builtinModules", &r.list, ATTR_ALL);
  define_value(vm, exports, "_cache", &modules_of(vm)->cache.value, ATTR_ALL);
  define_value(vm, exports, "_extensions", &modules_of(vm)->extensions.value, ATTR_ALL);
  define_value(vm, exports, "Module", &modules_of(vm)->constructor.value, ATTR_ALL);
  return true;
}

static void install(VM *vm) {
  const Value null = VALUE_NULL;
  Modules *modules = modules_of(vm);
  Slot prototype = &modules->prototype.value;
  ROOTS(vm, holder);
  object_new(vm, &r.holder);
  object_new(vm, prototype);
  define_constructor(vm, &r.holder, &constructor, prototype, &modules->constructor.value);
  bool deleted;
  if (!delete_property(vm, prototype, VM_NAME(vm, constructor), &deleted)) vm->exception = VALUE_EMPTY;
  DEFINE_BUILTINS(vm, prototype, accessors);
  DEFINE_BUILTINS(vm, prototype, methods);
  object_new_with_prototype(vm, &null, &modules->cache.value);
  object_new_with_prototype(vm, &null, &modules->resolutions.value);
  object_new_with_prototype(vm, &null, &modules->packages.value);
  object_new_with_prototype(vm, &null, &modules->extensions.value);
  DEFINE_BUILTINS(vm, &modules->extensions.value, extensions);
}

static const NodeCell cells[] = {
    {offsetof(Modules, constructor), "Module"},  {offsetof(Modules, prototype), NULL},
    {offsetof(Modules, cache), "require.cache"}, {offsetof(Modules, extensions), "require.extensions"},
    {offsetof(Modules, resolutions), NULL},      {offsetof(Modules, packages), NULL},
    {offsetof(Modules, main), "main module"}};

const NodePart cjs_part = {
    .name = "CommonJS modules", .state_size = sizeof(Modules), NODE_CELLS(cells), .install = install};
