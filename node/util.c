// node/util.c - natives of the scripts util.js, comparisons.js and path.js.
#include <stdlib.h>

#include "node/errors.h"
#include "node/module-parts.h"

// kindOf(value): what an object is, whatever its prototype says: "array", "date", "map", ...; "" for other objects and
// "primitive" for what is no object.
static bool kind_of(VM *vm, const Args *args, Slot out) {
  const char *name = "";
  if (!value_is_object(*arg(args, 0))) {
    name = "primitive";
  } else {
    switch (value_kind(*arg(args, 0))) {
    case KIND_ARRAY: name = "array"; break;
    case KIND_FUNCTION:
    case KIND_NATIVE_FUNCTION:
    case KIND_BOUND_FUNCTION: name = "function"; break;
    case KIND_ERROR: name = "error"; break;
    case KIND_BOOLEAN_OBJECT: name = "boolean"; break;
    case KIND_NUMBER_OBJECT: name = "number"; break;
    case KIND_STRING_OBJECT: name = "string"; break;
    case KIND_SYMBOL_OBJECT: name = "symbol"; break;
    case KIND_DATE: name = "date"; break;
    case KIND_REGEXP: name = "regexp"; break;
    case KIND_ARGUMENTS: name = "arguments"; break;
    case KIND_MAP: name = "map"; break;
    case KIND_SET: name = "set"; break;
    case KIND_WEAK_MAP: name = "weakmap"; break;
    case KIND_WEAK_SET: name = "weakset"; break;
    case KIND_MAP_ITERATOR: name = "mapiterator"; break;
    case KIND_SET_ITERATOR: name = "setiterator"; break;
    default: break;
    }
  }
  string_internalize_ascii(vm, name, out);
  return true;
}

// primitiveOf(object): of a boxed primitive or a Date
static bool primitive_of(VM *vm, const Args *args, Slot out) {
  (void)vm;
  Kind kind = value_is_object(*arg(args, 0)) ? value_kind(*arg(args, 0)) : KIND_FREE;
  if ((kind >= KIND_BOOLEAN_OBJECT && kind <= KIND_SYMBOL_OBJECT) || kind == KIND_DATE) {
    *out = field_get(&as_wrapper(arg(args, 0))->value);
  }
  return true;
}

// argumentType(name, expected, value): throws ERR_INVALID_ARG_TYPE
static bool argument_type(VM *vm, const Args *args, Slot out) {
  (void)out;
  char *name = string_to_utf8(vm, arg(args, 0), NULL), *expected = string_to_utf8(vm, arg(args, 1), NULL);
  bool ok = throw_argument_type(vm, name, expected, arg(args, 2));
  free(name);
  free(expected);
  return ok;
}

// collectionItems(map or set): an array of its [key, value] pairs or values, without its iterator
static bool items(VM *vm, const Args *args, Slot out) {
  bool pairs;
  return collection_items(vm, arg(args, 0), out, &pairs);
}

static bool strip_escapes(VM *vm, const Args *args, Slot out) {
  TEXT(text);
  TEXT(plain);
  if (!value_is_string(*arg(args, 0))) return throw_argument_type(vm, "str", "of type string", arg(args, 0));
  builder_string(vm, &text, arg(args, 0));
  text_append_uncoloured(&plain, &text);
  return builder_finish(vm, &plain, out);
}

static const Builtin util_functions[] = {
    FUNCTION("kindOf", kind_of, 1),
    FUNCTION("primitiveOf", primitive_of, 1),
    FUNCTION("argumentType", argument_type, 3),
    FUNCTION("collectionItems", items, 1),
    FUNCTION("stripVTControlCharacters", strip_escapes, 1),
};

bool bind_util(VM *vm, Handle binding) {
  DEFINE_BUILTINS(vm, binding, util_functions);
  inspect_install(vm, binding);
  return true;
}

static const Builtin path_functions[] = {FUNCTION("argumentType", argument_type, 3)};

bool bind_path(VM *vm, Handle binding) {
  DEFINE_BUILTINS(vm, binding, path_functions);
  return true;
}
