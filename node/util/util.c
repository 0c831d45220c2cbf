// node/util/util.c - natives that the scripts of this folder use: what kind a value is, Node's errors.
#include <stdlib.h>
#include <uv.h>

#include "node/host/errors.h"
#include "node/host/node.h"
#include "node/util/util.h"
#include "vm/property/typed-array.h"

// kindOf(value): what an object is, whatever its prototype says: "array", "date", "map", ...; "" for other objects and
// "primitive" for what is no object.
static bool kind_of(VM *vm, const Args *args, Slot out) {
  const char *name = "primitive";
  if (value_is_object(*arg(args, 0))) name = kind_names[value_kind(*arg(args, 0))].type;
  string_internalize_ascii(vm, name != NULL ? name : "", out);
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

// collectionItems(map or set): an array of its [key, value] pairs or values, without its iterator
static bool items(VM *vm, const Args *args, Slot out) {
  bool pairs;
  return collection_items(vm, arg(args, 0), out, &pairs);
}

// elementsName(value): "Uint8Array" of a typed array, whatever its prototype says; else undefined
static bool elements_name(VM *vm, const Args *args, Slot out) {
  if (!value_is_typed_array(*arg(args, 0))) return true;
  string_internalize_ascii(vm, element_type_name(typed_array_type(arg(args, 0))), out);
  return true;
}

// namedKeys(object): the enumerable string keys that are no indexes
static bool named_keys(VM *vm, const Args *args, Slot out) {
  return own_keys(vm, arg(args, 0), KEYS_STRINGS | KEYS_ENUMERABLE_ONLY | KEYS_NO_INDEXES, out);
}

// The bytes of an ArrayBuffer or a view.
static void bytes_of(Handle object, const uint8_t **bytes, size_t *length) {
  if (value_is_array_buffer(*object)) {
    *bytes = array_buffer_bytes(object);
    *length = array_buffer_length(object);
  } else {
    TypedView view = view_object(object);
    *bytes = view.data;
    *length = view.length * (value_is_typed_array(*object) ? element_size(view.type) : 1);
  }
}

// sameBytes(a, b) of two ArrayBuffers or views
static bool same_bytes(VM *vm, const Args *args, Slot out) {
  (void)vm;
  const uint8_t *left, *right;
  size_t left_length, right_length;
  bytes_of(arg(args, 0), &left, &left_length);
  bytes_of(arg(args, 1), &right, &right_length);
  *out = value_boolean(left_length == right_length && (left_length == 0 || memcmp(left, right, left_length) == 0));
  return true;
}

static bool strip_escapes(VM *vm, const Args *args, Slot out) {
  TEXT(text);
  TEXT(plain);
  if (!value_is_string(*arg(args, 0))) return throw_argument_type(vm, "str", "of type string", arg(args, 0));
  builder_string(vm, &text, arg(args, 0));
  text_append_uncoloured(&plain, &text);
  return builder_finish(vm, &plain, out);
}

static bool system_error_name(VM *vm, const Args *args, Slot out) {
  char name[64];
  return string_from_ascii(vm, uv_err_name_r((int)value_as_number(*arg(args, 0)), name, sizeof name), out);
}

// systemErrors(): [number, [name, message]] for each error of libuv
static bool add_system_error(VM *vm, Handle list, int number_, const char *name, const char *message) {
  ROOTS(vm, pair, words, item);
  TRY(array_new(vm, 0, &r.pair));
  TRY(array_new(vm, 0, &r.words));
  r.item = value_int(number_);
  TRY(array_push(vm, &r.pair, &r.item));
  TRY(string_from_ascii(vm, name, &r.item));
  TRY(array_push(vm, &r.words, &r.item));
  TRY(string_from_ascii(vm, message, &r.item));
  TRY(array_push(vm, &r.words, &r.item));
  TRY(array_push(vm, &r.pair, &r.words));
  return array_push(vm, list, &r.pair);
}

static bool system_errors(VM *vm, const Args *args, Slot out) {
  (void)args;
  TRY(array_new(vm, 0, out));
#define ADD(name, message) TRY(add_system_error(vm, out, UV_##name, #name, message));
  UV_ERRNO_MAP(ADD)
#undef ADD
  return true;
}

static const Builtin util_functions[] = {
    FUNCTION("systemErrorName", system_error_name, 1),
    FUNCTION("systemErrors", system_errors, 0),
    FUNCTION("kindOf", kind_of, 1),
    FUNCTION("primitiveOf", primitive_of, 1),
    FUNCTION("collectionItems", items, 1),
    FUNCTION("elementsName", elements_name, 1),
    FUNCTION("namedKeys", named_keys, 1),
    FUNCTION("sameBytes", same_bytes, 2),
    FUNCTION("stripVTControlCharacters", strip_escapes, 1),
};

bool bind_util(VM *vm, Handle binding) {
  DEFINE_BUILTINS(vm, binding, util_functions);
  inspect_install(vm, binding);
  return bind_errors(vm, binding);
}

// argumentType(name, expected, value), argumentValue(name, reason, value): throw ERR_INVALID_ARG_...; outOfRange(name,
// expected, value): ERR_OUT_OF_RANGE
static bool throw_argument(VM *vm, const Args *args, bool (*thrower)(VM *, const char *, const char *, Handle)) {
  char *name = string_to_utf8(vm, arg(args, 0), NULL), *what = string_to_utf8(vm, arg(args, 1), NULL);
  bool ok = thrower(vm, name, what, arg(args, 2));
  free(name);
  free(what);
  return ok;
}

static bool argument_type(VM *vm, const Args *args, Slot out) {
  (void)out;
  return throw_argument(vm, args, throw_argument_type);
}

static bool argument_value(VM *vm, const Args *args, Slot out) {
  (void)out;
  return throw_argument(vm, args, throw_argument_value);
}

// throwError(constructor, code, message)
static bool throw_coded(VM *vm, const Args *args, Slot out) {
  (void)out;
  ROOTS(vm, prototype);
  TRY(get(vm, arg(args, 0), VM_NAME(vm, prototype), &r.prototype));
  char *code = string_to_utf8(vm, arg(args, 1), NULL);
  bool ok = throw_node_error(vm, &r.prototype, code, "%v", arg(args, 2));
  free(code);
  return ok;
}

static bool out_of_range(VM *vm, const Args *args, Slot out) {
  (void)out;
  return throw_argument(vm, args, throw_out_of_range);
}

static const Builtin error_functions[] = {
    FUNCTION("outOfRange", out_of_range, 3),
    FUNCTION("argumentType", argument_type, 3),
    FUNCTION("argumentValue", argument_value, 3),
    FUNCTION("throwError", throw_coded, 3),
};

bool bind_errors(VM *vm, Handle binding) {
  DEFINE_BUILTINS(vm, binding, error_functions);
  return true;
}
