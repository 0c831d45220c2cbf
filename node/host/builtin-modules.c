// node/host/builtin-modules.c - the modules that need no file: which there are, how they are loaded, and the lazy globals.
//
// A module is either made by a C function or is a script of this folder (node/NAME.js, embedded by tools/js2c.py) that runs
// as the body of a function (exports, require, module, binding), where `binding` holds natives.
#include <stdlib.h>

#include "node/host/errors.h"
#include "node/host/missing.h"
#include "node/host/module-parts.h"
#include "node/cjs/modules.h"
#include "node/process/process.h"
#include "node/host/scripts.h"

#define SCRIPT(name) .script = script_##name
static const BuiltinModule modules[] = {
    {.name = "assert", SCRIPT(assert), .bind = bind_util},
    {.name = "buffer", SCRIPT(buffer), .bind = bind_buffer},
    {.name = "console", .create = create_console},
    {.name = "events", SCRIPT(events), .bind = bind_util, .is_global = true},
    {.name = "fs", SCRIPT(fs), .bind = bind_fs, .is_global = true},
    {.name = "module", .create = create_module},
    {.name = "os", .create = create_os, .is_global = true},
    {.name = "path", SCRIPT(path), .bind = bind_errors, .is_global = true},
    {.name = "perf_hooks", SCRIPT(perf_hooks), .bind = bind_performance},
    {.name = "process", .create = create_process},
    {.name = "timers", .create = create_timers},
    {.name = "util", SCRIPT(util), .bind = bind_util, .is_global = true},
    {.name = "v8", .create = create_v8},
    {.name = "heap", .create = create_heap, .ours = true},
    {.name = "comparisons", SCRIPT(comparisons), .bind = bind_util, .internal = true},
    {.name = "package_exports", SCRIPT(package_exports), .bind = bind_errors, .internal = true},
    {.name = "parse_args", SCRIPT(parse_args), .bind = bind_util, .internal = true},
    {.name = "text_codec", SCRIPT(text_codec), .bind = bind_util, .internal = true},
    {.name = "assert/strict", .create = create_assert_strict, .is_path = true},
    {.name = "path/posix", .create = create_path_posix, .is_path = true},
    {.name = "sys", .create = create_sys},
    {.name = "util/types", .create = create_util_types, .is_path = true},
};
#define MODULE_COUNT (sizeof modules / sizeof modules[0])

static const BuiltinModule *find_any(const char *name) {
  for (size_t i = 0; i < MODULE_COUNT; i++) {
    if (strcmp(modules[i].name, name) == 0) return &modules[i];
  }
  return NULL;
}

static const BuiltinModule *find_public(const char *name, bool ours) {
  const BuiltinModule *module = find_any(name);
  return module && !module->internal && module->ours == ours ? module : NULL;
}

const BuiltinModule *builtin_module_find(const char *name) { return find_public(name, false); }

const BuiltinModule *builtin_module_requested(const char *request, bool *prefixed) {
  bool ours = strncmp(request, "nodule:", 7) == 0;
  *prefixed = ours || strncmp(request, "node:", 5) == 0;
  return find_public(*prefixed ? strchr(request, ':') + 1 : request, ours);
}

const BuiltinModule *builtin_module_at(size_t i) { return i < MODULE_COUNT ? &modules[i] : NULL; }

// ------------------------------------------------------------------------------------------------------ loading

// require, as scripts of this folder have it
static bool internal_require(VM *vm, const Args *args, Slot out) {
  char *name = string_to_utf8(vm, arg(args, 0), NULL);
  bool ok = builtin_module_load(vm, name, out);
  free(name);
  return ok;
}

static const Builtin internal_require_builtin = METHOD("require", internal_require, 1);

static bool run_script(VM *vm, const BuiltinModule *module, Slot exports) {
  static const char *const parameters[] = {"exports", "require", "module", "binding"};
  const ParseOptions parse = {.goal = PARSE_FUNCTION_BODY, .strict = true, .parameter_names = parameters, .parameter_count = 4};
  const CompileOptions compile = {.internal = true};
  ROOTS(vm, function, argv[4], result, key);
  char name[64];
  snprintf(name, sizeof name, "node:%s", module->name);
  TRY(vm_compile(vm, module->script, strlen(module->script), name, &parse, &compile, &r.function));
  object_new(vm, &r.argv[0]);
  native_function_new(vm, &internal_require_builtin, &r.argv[1]);
  object_new(vm, &r.argv[2]);
  define_value(vm, &r.argv[2], "exports", &r.argv[0], ATTR_ALL);
  object_new(vm, &r.argv[3]);
  if (module->bind) TRY(module->bind(vm, &r.argv[3]));
  TRY(vm_call(vm, &r.function, &r.argv[0], 4, r.argv, &r.result));
  return get(vm, &r.argv[2], VM_NAME(vm, exports), exports);
}

bool builtin_module_load(VM *vm, const char *name, Slot out) {
  ROOTS(vm, key, exports);
  const BuiltinModule *module = find_any(name);
  string_internalize_ascii(vm, name, &r.key);
  if (!module) return module_throw_not_found(vm, &r.key, &undefined_value_);
  TRY(get(vm, NODE_CELL(vm, BUILTIN_MODULES), &r.key, out));
  if (!value_is_undefined(*out)) return true;
  if (module->script) {
    TRY(run_script(vm, module, &r.exports));
  } else {
    object_new(vm, &r.exports);
    TRY(module->create(vm, &r.exports));
  }
  if (module->create != create_process) missing_functions_define(vm, name, &r.exports);  // process has its own already
  *out = r.exports;
  return define_data(vm, NODE_CELL(vm, BUILTIN_MODULES), &r.key, &r.exports, ATTR_ALL);
}

// ------------------------------------------------------------------------------------------------------ lazy globals

static bool load_global(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, name);
  r.name = field_get(&as_native(args->callee)->data[0]);
  return module_load(vm, &r.name, &undefined_value_, false, out);
}

bool builtin_module_export(VM *vm, const char *name, const char *export, Slot out) {
  ROOTS(vm, exports, key);
  TRY(builtin_module_load(vm, name, &r.exports));
  string_internalize_ascii(vm, export, &r.key);
  return get(vm, &r.exports, &r.key, out);
}

static bool load_buffer(VM *vm, const Args *args, Slot out) {
  (void)args;
  return builtin_module_export(vm, "buffer", "Buffer", out);
}

static bool load_text_encoder(VM *vm, const Args *args, Slot out) {
  (void)args;
  return builtin_module_export(vm, "text_codec", "TextEncoder", out);
}

static bool load_text_decoder(VM *vm, const Args *args, Slot out) {
  (void)args;
  return builtin_module_export(vm, "text_codec", "TextDecoder", out);
}

static bool load_heap(VM *vm, const Args *args, Slot out) {
  (void)args;
  return builtin_module_load(vm, "heap", out);
}

// Node's REPL and -e have them all; scripts have those that the text of the document uses without require.  The session
// has nodule:heap, too.
void builtin_globals_install(VM *vm) {
  static const Builtin constructors[] = {
      {"Buffer", load_buffer, 0, BUILTIN_GETTER, 0, ATTR_METHOD, NULL},
      {"TextEncoder", load_text_encoder, 0, BUILTIN_GETTER, 0, ATTR_METHOD, NULL},
      {"TextDecoder", load_text_decoder, 0, BUILTIN_GETTER, 0, ATTR_METHOD, NULL},
  };
  for (size_t i = 0; i < sizeof constructors / sizeof constructors[0]; i++) {
    define_lazy(vm, &runtime(vm)->global, &constructors[i], ATTR_CONFIGURABLE);
  }
  static const Builtin heap = {"heap", load_heap, 0, BUILTIN_GETTER, 0, ATTR_METHOD, NULL};
  if (node_of(vm)->options.interactive) define_lazy(vm, &runtime(vm)->global, &heap, ATTR_CONFIGURABLE);
  static Builtin lazies[MODULE_COUNT];
  bool all = node_of(vm)->options.eval || node_of(vm)->options.interactive;
  for (size_t i = 0; i < MODULE_COUNT; i++) {
    bool wanted = modules[i].is_global || (all && !modules[i].is_path);
    if (modules[i].internal || modules[i].ours || !wanted || strcmp(modules[i].name, "process") == 0 ||
        strcmp(modules[i].name, "console") == 0 || strcmp(modules[i].name, "module") == 0) {
      continue;
    }
    lazies[i] = (Builtin){modules[i].name, load_global, 0, BUILTIN_GETTER, 0, ATTR_METHOD, NULL};
    define_lazy(vm, &runtime(vm)->global, &lazies[i], ATTR_CONFIGURABLE);
  }
}

// ------------------------------------------------------------------------------------------------- modules made in C

bool create_console(VM *vm, Slot exports) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, "console", &r.key);
  return get(vm, &runtime(vm)->global, &r.key, exports);
}

bool create_process(VM *vm, Slot exports) {
  *exports = *NODE_CELL(vm, PROCESS);
  return true;
}

bool create_assert_strict(VM *vm, Slot exports) { return builtin_module_export(vm, "assert", "strict", exports); }
bool create_path_posix(VM *vm, Slot exports) { return builtin_module_export(vm, "path", "posix", exports); }
bool create_sys(VM *vm, Slot exports) { return builtin_module_load(vm, "util", exports); }
bool create_util_types(VM *vm, Slot exports) { return builtin_module_export(vm, "util", "types", exports); }

bool create_timers(VM *vm, Slot exports) {
  timers_define(vm, exports);
  return true;
}

// Module.builtinModules, Module._cache and so on
bool create_module(VM *vm, Slot exports) {
  ROOTS(vm, list, name);
  *exports = *NODE_CELL(vm, MODULE);
  TRY(array_new(vm, 0, &r.list));
  for (size_t i = 0; i < MODULE_COUNT; i++) {
    if (modules[i].internal || modules[i].ours) continue;
    string_internalize_ascii(vm, modules[i].name, &r.name);
    TRY(array_push(vm, &r.list, &r.name));
  }
  define_value(vm, exports, "builtinModules", &r.list, ATTR_ALL);
  define_value(vm, exports, "_cache", NODE_CELL(vm, MODULE_CACHE), ATTR_ALL);
  define_value(vm, exports, "_extensions", NODE_CELL(vm, MODULE_EXTENSIONS), ATTR_ALL);
  define_value(vm, exports, "Module", NODE_CELL(vm, MODULE), ATTR_ALL);
  return true;
}
