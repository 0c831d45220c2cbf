// node/host/missing.c - the tables of node/host/missing.def and the one form in which errors tell of what is in them.
//
// Globals are told by the VM's ReferenceError, modules and packages by the error of require, functions when they are
// called. Nothing here makes a thing look present: programs that test for it find that it is not there.
#include "node/host/missing.h"

#include "node/host/text.h"

typedef struct Missing {
  const char *name, *way;
} Missing;

static const Missing globals[] = {
#define GLOBAL(name, way) {name, way},
#define MODULE(name, way)
#define PACKAGE(name, way)
#define FUNCTION_OF(module, name, way)
#include "node/host/missing.def"
#undef GLOBAL
#undef MODULE
#undef PACKAGE
};

static const Missing modules[] = {
#define GLOBAL(name, way)
#define MODULE(name, way) {name, way},
#define PACKAGE(name, way)
#include "node/host/missing.def"
#undef MODULE
#undef PACKAGE
};

static const Missing packages[] = {
#define MODULE(name, way)
#define PACKAGE(name, way) {name, way},
#include "node/host/missing.def"
#undef MODULE
#undef PACKAGE
#undef FUNCTION_OF
};

typedef struct MissingFunction {
  Builtin builtin;
  const char *module, *way;
} MissingFunction;

static bool missing_function(VM *vm, const Args *args, Slot out);

static const MissingFunction functions[] = {
#define MODULE(name, way)
#define PACKAGE(name, way)
#define FUNCTION_OF(of, name, instead) {.builtin = FUNCTION(name, missing_function, 0), .module = of, .way = instead},
#include "node/host/missing.def"
#undef MODULE
#undef PACKAGE
#undef FUNCTION_OF
#undef GLOBAL
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const Missing *entry_of(const Missing *table, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(table[i].name, name) == 0) return &table[i];
  }
  return NULL;
}

// The one form.
static void say(Text *out, const char *name, const char *way) {
  builder_format(out, "node has %s, nodule " NODULE_VERSION " has not yet", name);
  if (way) builder_format(out, ": %s", way);
}

static void say_in_parentheses(Text *out, const Missing *missing) {
  builder_ascii(out, " (");
  say(out, missing->name, missing->way);
  builder_ascii(out, ")");
}

// ------------------------------------------------------------------------------------------------------ globals

// Behind "x is not defined": " (node has x, nodule v0.1.0 has not yet: ...)".
static void explain_global(VM *vm, Handle name, Text *out) {
  for (size_t i = 0; i < COUNT(globals); i++) {
    if (string_is_ascii(vm, name, globals[i].name)) say_in_parentheses(out, &globals[i]);
  }
}

static void install(VM *vm) { vm->explain_undefined = explain_global; }

const NodePart missing_part = {.name = "missing globals", .install = install};

// ------------------------------------------------------------------------------------------------------ functions

static bool missing_function(VM *vm, const Args *args, Slot out) {
  const MissingFunction *missing = value_as_private(field_get(&as_native(args->callee)->builtin));
  (void)out;
  ROOTS(vm, message);
  TEXT(text);
  char name[64];
  snprintf(name, sizeof name, "%s.%s", missing->module, missing->builtin.name);
  say(&text, name, missing->way);
  TRY(builder_finish(vm, &text, &r.message));
  return throw_node_error(vm, &runtime(vm)->error_prototype, "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", "%v", &r.message);
}

void missing_functions_define(VM *vm, const char *module, Handle object) {
  for (size_t i = 0; i < COUNT(functions); i++) {
    if (strcmp(functions[i].module, module) == 0) define_builtins(vm, object, &functions[i].builtin, 1);
  }
}

// ------------------------------------------------------------------------------------------------------ modules

void missing_module_to(const char *name, Text *out) {
  const char *plain = strncmp(name, "node:", 5) == 0 ? name + 5 : name;
  const Missing *module = entry_of(modules, COUNT(modules), plain),
                *package = entry_of(packages, COUNT(packages), name);
  if (module) say_in_parentheses(out, module);
  else if (package) builder_format(out, " (nodule has in its place: %s)", package->way);
}

void missing_package_to(const char *path, Text *out) {
  for (size_t i = 0; i < COUNT(packages); i++) {
    const char *found = strstr(path, packages[i].name);
    size_t length = strlen(packages[i].name);
    if (!found || found == path || found[-1] != '/' || found[length] != '/') continue;
    builder_format(out, " (nodule has in its place: %s)", packages[i].way);
    return;
  }
}
