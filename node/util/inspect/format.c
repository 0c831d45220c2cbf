// node/util/inspect/format.c - util.format: %s %d %i %f %j %o %O %c %%, and what is left over behind a space.
#include "node/util/inspect/inspect-internal.h"

#include "base/number-text.h"

typedef struct Formatter {
  VM *vm;
  const InspectOptions *options;
  Handle user_options;
  Text *out;
} Formatter;

static bool inspect_with(const Formatter *f, Handle value, const InspectOptions *options) {
  return inspect_to(f->vm, value, options, f->user_options, f->out);
}

static void number_text(const Formatter *f, double d) {
  Inspector in = {.vm = f->vm, .options = *f->options};
  number_to(&in, d, f->out);
}

// ------------------------------------------------------------------------------------------------------ %s

static bool method_of(VM *vm, Handle value, Handle key, bool *callable) {
  ROOTS(vm, method);
  TRY(get(vm, value, key, &r.method));
  *callable = value_is_callable(r.method);
  return true;
}

// Would String(value) come from a builtin toString?  Then inspect tells more.
static bool has_builtin_to_string(VM *vm, Handle value, bool *out) {
  ROOTS(vm, holder, constructor[3], name);
  bool to_string_there, to_primitive_there, own;
  TRY(method_of(vm, value, VM_NAME(vm, toString), &to_string_there));
  TRY(method_of(vm, value, VM_SYMBOL(vm, toPrimitive), &to_primitive_there));
  *out = !to_string_there && !to_primitive_there;
  if (*out) return true;
  r.holder = *value;
  for (;;) {
    bool found = false;
    if (to_string_there) TRY(has_own_property(vm, &r.holder, VM_NAME(vm, toString), &found));
    own = found;
    if (to_primitive_there) TRY(has_own_property(vm, &r.holder, VM_SYMBOL(vm, toPrimitive), &found));
    if (own || found) break;
    r.holder = object_prototype(vm, &r.holder);
    if (!value_is_object(r.holder)) return true;
  }
  if (value_same(r.holder, *value)) return true;
  PropertyDescriptor constructor = DESCRIPTOR_IN(r.constructor);
  TRY(get_own_property(vm, &r.holder, VM_NAME(vm, constructor), &constructor, &own));
  if (!own || !value_is_callable(*constructor.value)) return true;
  TRY(get(vm, constructor.value, VM_NAME(vm, name), &r.name));
  TEXT(name);
  if (value_is_string(r.name)) string_to(vm, &r.name, &name);
  *out = is_builtin_name(&name);
  return true;
}

static bool format_string(const Formatter *f, Handle value) {
  if (value_is_number(*value)) {
    number_text(f, value_as_number(*value));
    return true;
  }
  bool builtin = false;
  if (value_is_object(*value) && !value_is_callable(*value)) TRY(has_builtin_to_string(f->vm, value, &builtin));
  if (!builtin) return value_string_to(f->vm, value, f->out);
  InspectOptions options = *f->options;
  options.compact = 3;
  options.colors = false;
  options.depth = 0;
  return inspect_with(f, value, &options);
}

// ------------------------------------------------------------------------------------------------------ numbers

// The global function of that name applied to *value.
static bool parse_number(VM *vm, const char *function, Handle value, double *out) {
  ROOTS(vm, key, function, result);
  string_internalize_ascii(vm, function, &r.key);
  TRY(get(vm, &runtime(vm)->global, &r.key, &r.function));
  TRY(vm_call(vm, &r.function, &undefined_value_, 1, value, &r.result));
  *out = value_is_number(r.result) ? value_as_number(r.result) : NAN;
  return true;
}

static bool format_number(const Formatter *f, char conversion, Handle value) {
  double d = NAN;
  if (value_is_symbol(*value)) {
  } else if (conversion == 'd') {
    TRY(to_number(f->vm, value, &d));
  } else {
    TRY(parse_number(f->vm, conversion == 'i' ? "parseInt" : "parseFloat", value, &d));
  }
  number_text(f, d);
  return true;
}

// ------------------------------------------------------------------------------------------------------ %j

static bool is_circular_error(VM *vm) {
  ROOTS(vm, error, message);
  r.error = vm->exception;
  if (vm->exception_uncatchable || !value_is_kind(r.error, KIND_ERROR)) return false;
  vm->exception = VALUE_EMPTY;
  TEXT(text);
  if (get(vm, &r.error, VM_NAME(vm, message), &r.message) && value_is_string(r.message))
    string_to(vm, &r.message, &text);
  vm->exception = r.error;
  return text_find_ascii(&text, "Converting circular structure to JSON", 0) == 0;
}

static bool format_json(const Formatter *f, Handle value) {
  VM *vm = f->vm;
  ROOTS(vm, key, json, result);
  string_internalize_ascii(vm, "JSON", &r.key);
  TRY(get(vm, &runtime(vm)->global, &r.key, &r.json));
  string_internalize_ascii(vm, "stringify", &r.key);
  if (!invoke(vm, &r.json, &r.key, 1, value, &r.result)) {
    if (!is_circular_error(vm)) return false;
    vm->exception = VALUE_EMPTY;
    builder_ascii(f->out, "[Circular]");
    return true;
  }
  return value_string_to(vm, &r.result, f->out);
}

static bool format_placeholder(const Formatter *f, char conversion, Handle value) {
  InspectOptions options = *f->options;
  switch (conversion) {
  case 's': return format_string(f, value);
  case 'd':
  case 'i':
  case 'f': return format_number(f, conversion, value);
  case 'j': return format_json(f, value);
  case 'o':
    options.show_hidden = true;
    options.depth = 4;
    return inspect_with(f, value, &options);
  case 'O': return inspect_with(f, value, &options);
  default: return true;  // %c: nothing is shown
  }
}

// The placeholders of *string with the values; *used: how many were taken.
static bool format_text(const Formatter *f, Handle string, uint32_t argc, Handle values, uint32_t *used) {
  TEXT(format);
  string_to(f->vm, string, &format);
  uint32_t next = 0;
  size_t done = 0;
  for (size_t i = 0; i + 1 < format.length; i++) {
    if (text_unit(&format, i) != '%') continue;
    uint16_t c = text_unit(&format, ++i);
    bool placeholder = c < 128 && c && strchr("sdifjoOc", (char)c) && next < argc;
    if (c == '%') {
      text_append_part(f->out, &format, done, i);
      done = i + 1;
    } else if (placeholder) {
      text_append_part(f->out, &format, done, i - 1);
      TRY(format_placeholder(f, (char)c, &values[next++]));
      TRY(builder_check(f->vm, f->out));
      done = i + 1;
    }
  }
  text_append_part(f->out, &format, done, format.length);
  *used = next;
  return true;
}

static bool format_rest(const Formatter *f, uint32_t argc, Handle values, bool space) {
  for (uint32_t i = 0; i < argc; i++) {
    if (space || i > 0) builder_ascii(f->out, " ");
    if (value_is_string(values[i])) string_to(f->vm, &values[i], f->out);
    else TRY(inspect_with(f, &values[i], f->options));
    TRY(builder_check(f->vm, f->out));
  }
  return builder_check(f->vm, f->out);
}

bool format_with_first(VM *vm, Handle first, uint32_t argc, Handle values, const InspectOptions *options, Text *out) {
  const Formatter f = {vm, options, &undefined_value_, out};
  uint32_t used = 0;
  if (argc == 0) string_to(vm, first, out);
  else TRY(format_text(&f, first, argc, values, &used));
  return format_rest(&f, argc - used, values + used, true);
}

bool format_to(VM *vm, uint32_t argc, Handle values, const InspectOptions *options, Handle user_options, Text *out) {
  const Formatter f = {vm, options, user_options, out};
  if (argc == 0 || !value_is_string(values[0])) return format_rest(&f, argc, values, false);
  uint32_t used = 0;
  if (argc == 1) string_to(vm, &values[0], out);
  else TRY(format_text(&f, &values[0], argc - 1, values + 1, &used));
  return format_rest(&f, argc - 1 - used, values + 1 + used, true);
}
