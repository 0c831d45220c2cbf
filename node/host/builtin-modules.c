// node/host/builtin-modules.c - the modules that need no file: how they are loaded, and the lazy globals.
//
// A module is made by a C function, or is a script (node/FOLDER/NAME.js, embedded by tools/js2c.py) that runs as the
// body of a function (exports, require, module, binding), where `binding` holds natives.  node/modules.def lists them.
#include "node/host/builtin-modules.h"

#include <stdlib.h>

#include "node/cjs/modules.h"
#include "node/host/errors.h"
#include "compiler/compile.h"
#include "node/host/missing.h"
#include "node/process/process.h"

#include "node/host/scripts.inc"  // in build/MODE: `static const char script_NAME[]` for each script

static bool load_global(VM *vm, const Args *args, Slot out);

#define GLOBAL MODULE_GLOBAL
#define EVAL_GLOBAL MODULE_EVAL_GLOBAL
#define INTERNAL MODULE_INTERNAL
#define OURS MODULE_OURS

#define PART(name)
#define NO_PART
#define MODULE(name, script, maker, flags, part) maker
#define BIND(function) bool function(VM *vm, Handle binding);
#define CREATE(function) bool function(VM *vm, Slot exports);
#define ALIAS(module, export)
#include "node/modules.def"
#undef MODULE
#undef BIND
#undef CREATE
#undef ALIAS

#define MODULE(name_, script_, maker_, flags_, part) \
  {.name = name_,                                    \
   script_ maker_.flags = flags_,                    \
   .global = {name_, load_global, 0, BUILTIN_GETTER, 0, ATTR_METHOD, NULL}},
#define SCRIPT(name) .script = script_##name,
#define NO_SCRIPT
#define BIND(function) .bind = function,
#define CREATE(function) .create = function,
#define ALIAS(module, export) .alias_of = module, .alias_export = export,
static const BuiltinModule modules[] = {
#include "node/modules.def"
};
#define MODULE_COUNT (sizeof modules / sizeof modules[0])

static const BuiltinModule *find_module(const char *name) {
  for (size_t i = 0; i < MODULE_COUNT; i++) {
    if (strcmp(modules[i].name, name) == 0) return &modules[i];
  }
  return NULL;
}

const BuiltinModule *builtin_module_requested(const char *request, bool *prefixed) {
  bool ours = strncmp(request, "nodule:", 7) == 0;
  *prefixed = ours || strncmp(request, "node:", 5) == 0;
  const BuiltinModule *module = find_module(*prefixed ? strchr(request, ':') + 1 : request);
  int flags = ours ? MODULE_OURS : 0;
  return module && (module->flags & (MODULE_INTERNAL | MODULE_OURS)) == flags ? module : NULL;
}

const BuiltinModule *builtin_module_at(size_t i) { return i < MODULE_COUNT ? &modules[i] : NULL; }

// ------------------------------------------------------------------------------------------------------ loading

typedef struct LoadedModules {
  PersistentCell exports;  // of those loaded so far: an object, by name
} LoadedModules;

static LoadedModules *loaded_of(VM *vm) { return node_state(vm, PART_builtin_modules); }

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
  const ParseOptions parse = {
      .goal = PARSE_FUNCTION_BODY, .strict = true, .parameter_names = parameters, .parameter_count = 4};
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

static bool make_exports(VM *vm, const BuiltinModule *module, Slot exports) {
  if (module->script) return run_script(vm, module, exports);
  if (module->alias_export) return builtin_module_export(vm, module->alias_of, module->alias_export, exports);
  if (module->alias_of) return builtin_module_load(vm, module->alias_of, exports);
  object_new(vm, exports);
  return module->create(vm, exports);
}

bool builtin_module_load(VM *vm, const char *name, Slot out) {
  ROOTS(vm, key, exports);
  const BuiltinModule *module = find_module(name);
  string_internalize_ascii(vm, name, &r.key);
  if (!module) return module_throw_not_found(vm, &r.key, &undefined_value_);
  TRY(get(vm, &loaded_of(vm)->exports.value, &r.key, out));
  if (!value_is_undefined(*out)) return true;
  TRY(make_exports(vm, module, &r.exports));
  if (module->create != create_process) missing_functions_define(vm, name, &r.exports);  // process has its own already
  *out = r.exports;
  return define_data(vm, &loaded_of(vm)->exports.value, &r.key, &r.exports, ATTR_ALL);
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
static void define_globals(VM *vm) {
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
  bool all = node_of(vm)->options.eval || node_of(vm)->options.interactive;
  int wanted = all ? MODULE_GLOBAL | MODULE_EVAL_GLOBAL : MODULE_GLOBAL;
  for (size_t i = 0; i < MODULE_COUNT; i++) {
    if (modules[i].flags & wanted) define_lazy(vm, &runtime(vm)->global, &modules[i].global, ATTR_CONFIGURABLE);
  }
}

static void install(VM *vm) {
  const Value null = VALUE_NULL;
  object_new_with_prototype(vm, &null, &loaded_of(vm)->exports.value);
  define_globals(vm);
}

static const NodeCell cells[] = {{offsetof(LoadedModules, exports), "built-in modules"}};

const NodePart builtin_modules_part = {
    .name = "built-in modules", .state_size = sizeof(LoadedModules), NODE_CELLS(cells), .install = install};
