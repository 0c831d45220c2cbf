// builtins/json/json.c - the JSON object (ECMA-262 section 25.5).
#include "builtins/json/json.h"

#include "builtins/builtins.h"

static const Builtin functions[] = {METHOD("parse", json_parse, 2), METHOD("stringify", json_stringify, 3)};

void install_json(VM *vm) {
  ROOTS(vm, json);
  object_new(vm, &r.json);
  DEFINE_BUILTINS(vm, &r.json, functions);
  define_to_string_tag(vm, &r.json, "JSON");
  define_value(vm, &runtime(vm)->global, "JSON", &r.json, ATTR_METHOD);
}
