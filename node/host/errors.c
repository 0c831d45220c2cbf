// node/host/errors.c - see errors.h.
#include "node/host/errors.h"

#include <stdlib.h>
#include <uv.h>

#include "node/util/inspect/inspect.h"

// "type string ('abc')", "an instance of Foo", "function f", as Node says what it got instead.
static bool received_string(VM *vm, Handle value, Text *out) {
  TEXT(text);
  uint32_t length = string_length(value);
  builder_substring(vm, &text, value, 0, length > 28 ? 25 : length);
  if (length > 28) builder_ascii(&text, "...");
  char quote = text_contains(&text, '\'') ? '"' : '\'';
  builder_format(out, "type string (%c", quote);
  text_append(out, &text);
  builder_format(out, "%c)", quote);
  return true;
}

static bool received_object(VM *vm, Handle value, Text *out) {
  ROOTS(vm, constructor, name);
  TRY(get(vm, value, VM_NAME(vm, constructor), &r.constructor));
  if (value_is_object(r.constructor)) {
    TRY(get(vm, &r.constructor, VM_NAME(vm, name), &r.name));
    if (value_is_string(r.name)) {
      builder_ascii(out, "an instance of ");
      builder_string(vm, out, &r.name);
      return true;
    }
  }
  InspectOptions options = *inspect_defaults(vm);
  options.depth = -1;
  return inspect_to(vm, value, &options, &undefined_value_, out);
}

static bool received(VM *vm, Handle value, Text *out) {
  ROOTS(vm, name);
  builder_ascii(out, "Received ");
  if (value_is_string(*value)) return received_string(vm, value, out);
  if (value_is_callable(*value)) {
    TRY(get(vm, value, VM_NAME(vm, name), &r.name));
    builder_ascii(out, "function ");
    if (value_is_string(r.name)) builder_string(vm, out, &r.name);
    return true;
  }
  if (value_is_object(*value)) return received_object(vm, value, out);
  if (value_is_nullish(*value)) return inspect_default(vm, value, out);
  builder_format(out, "type %s (",
                 value_is_number(*value)    ? "number"
                 : value_is_boolean(*value) ? "boolean"
                                            : "symbol");
  TRY(inspect_default(vm, value, out));
  builder_ascii(out, ")");
  return true;
}

static bool throw_type_code(VM *vm, const char *code, Text *message) {
  ROOTS(vm, text);
  TRY(builder_finish(vm, message, &r.text));
  return throw_node_error(vm, &runtime(vm)->type_error_prototype, code, "%v", &r.text);
}

bool throw_argument_type(VM *vm, const char *name, const char *expected, Handle value) {
  TEXT(message);
  // "options.x" is a property, not an argument
  if (strcmp(name, "first argument") == 0) builder_format(&message, "The %s must be %s. ", name, expected);
  else
    builder_format(&message, "The \"%s\" %s must be %s. ", name, strchr(name, '.') ? "property" : "argument", expected);
  TRY(received(vm, value, &message));
  return throw_type_code(vm, "ERR_INVALID_ARG_TYPE", &message);
}

bool throw_argument_value(VM *vm, const char *name, const char *reason, Handle value) {
  TEXT(message);
  builder_format(&message, "The %s '%s' %s. Received ", strchr(name, '.') ? "property" : "argument", name, reason);
  TRY(inspect_default(vm, value, &message));
  return throw_type_code(vm, "ERR_INVALID_ARG_VALUE", &message);
}

bool throw_out_of_range(VM *vm, const char *name, const char *expected, Handle value) {
  ROOTS(vm, text);
  TEXT(message);
  builder_format(&message, "The value of \"%s\" is out of range. It must be %s. Received ", name, expected);
  InspectOptions options = *inspect_defaults(vm);
  double d = value_is_number(*value) ? value_as_number(*value) : 0;
  options.numeric_separator = fabs(d) > 4294967296.0 && d == floor(d);
  TRY(inspect_to(vm, value, &options, &undefined_value_, &message));
  TRY(builder_finish(vm, &message, &r.text));
  return throw_node_error(vm, &runtime(vm)->range_error_prototype, "ERR_OUT_OF_RANGE", "%v", &r.text);
}

bool string_has_null(VM *vm, Handle string) {
  ROOTS(vm, text);
  r.text = *string;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);
  for (uint32_t i = 0; i < view.length; i++) {
    if (view_unit(&view, i) == 0) return true;
  }
  return false;
}

bool throw_null_bytes(VM *vm, const char *name, Handle value) {
  return throw_argument_value(vm, name, "must be a string, Uint8Array, or URL without null bytes", value);
}

bool path_argument(VM *vm, const char *name, Handle value, char **path) {
  if (!value_is_string(*value))
    return throw_argument_type(vm, name, "of type string or an instance of Buffer or URL", value);
  if (string_has_null(vm, value)) return throw_null_bytes(vm, name, value);
  *path = string_to_utf8(vm, value, NULL);
  return true;
}

static void describe_failure(VM *vm, Handle object, int error, const char *syscall) {
  define_number(vm, object, "errno", error, ATTR_ALL);
  define_string(vm, object, "code", uv_err_name(error), ATTR_ALL);
  define_string(vm, object, "syscall", syscall, ATTR_ALL);
}

bool throw_call_failed(VM *vm, int error, const char *syscall) {
  ROOTS(vm, message, error);
  TEXT(text);
  builder_format(&text, "%s %s", syscall, uv_err_name(error));
  TRY(builder_finish(vm, &text, &r.message));
  TRY(error_new(vm, &runtime(vm)->error_prototype, &r.message, &r.error));
  describe_failure(vm, &r.error, error, syscall);
  return throw_value(vm, &r.error);
}

bool throw_uv_error(VM *vm, int error, const char *syscall, const char *path, const char *destination) {
  ROOTS(vm, message, error);
  TEXT(text);
  builder_format(&text, "%s: %s, %s", uv_err_name(error), uv_strerror(error), syscall);
  if (path) {
    builder_ascii(&text, " '");
    builder_utf8(&text, path, strlen(path));
    builder_ascii(&text, "'");
  }
  if (destination) {
    builder_ascii(&text, " -> '");
    builder_utf8(&text, destination, strlen(destination));
    builder_ascii(&text, "'");
  }
  TRY(builder_finish(vm, &text, &r.message));
  TRY(error_new(vm, &runtime(vm)->error_prototype, &r.message, &r.error));
  describe_failure(vm, &r.error, error, syscall);
  if (path) define_string(vm, &r.error, "path", path, ATTR_ALL);
  if (destination) define_string(vm, &r.error, "dest", destination, ATTR_ALL);
  return throw_value(vm, &r.error);
}
