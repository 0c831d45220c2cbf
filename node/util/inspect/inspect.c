// node/util/inspect/inspect.c - options and entry points of util.inspect, and inspect_value, which tells primitives,
// objects with an inspect function of their own, circles, and everything else apart.
#include "node/util/inspect/inspect-internal.h"

#include <stdlib.h>

#include "node/host/errors.h"
#include "node/host/node.h"

static const InspectOptions first_defaults = {.custom_inspect = true,
                                              .depth = 2,
                                              .max_array_length = 100,
                                              .max_string_length = 10000,
                                              .break_length = 80,
                                              .compact = 3};

typedef struct Inspect {
  PersistentCell function;  // util.inspect
  PersistentCell custom;    // Symbol.for('nodejs.util.inspect.custom')
  InspectOptions defaults;
} Inspect;

static Inspect *inspect_of(VM *vm) { return node_state(vm, PART_inspect); }

const InspectOptions *inspect_defaults(VM *vm) { return &inspect_of(vm)->defaults; }

// ------------------------------------------------------------------------------------------------------ styles

// Those of Style, and two that only scripts ask for.
static const struct {
  const char *name;
  StyleCodes codes;
} first_styles[STYLE_NONE + 2] = {[STYLE_SPECIAL] = {"special", {36, 39}}, [STYLE_NUMBER] = {"number", {33, 39}},
                                  [STYLE_BOOLEAN] = {"boolean", {33, 39}}, [STYLE_UNDEFINED] = {"undefined", {90, 39}},
                                  [STYLE_NULL] = {"null", {1, 22}},        [STYLE_STRING] = {"string", {32, 39}},
                                  [STYLE_SYMBOL] = {"symbol", {32, 39}},   [STYLE_DATE] = {"date", {35, 39}},
                                  [STYLE_REGEXP] = {"regexp", {31, 39}},   [STYLE_NONE] = {"bigint", {33, 39}},
                                  [STYLE_NONE + 1] = {"module", {4, 24}}};

static bool inspect_table(VM *vm, const char *name, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, &inspect_of(vm)->function.value, &r.key, out);
}

// inspect.colors[inspect.styles[name]], which a program may change: node/util/util.js makes them.
static bool find_codes(VM *vm, Handle tables, Handle name, StyleCodes *codes) {
  ROOTS(vm, color, code);
  TRY(get(vm, &tables[0], name, &r.color));
  if (value_is_undefined(r.color) || !value_is_object(tables[1])) return true;
  TRY(get(vm, &tables[1], &r.color, &r.color));
  if (!value_is_object(r.color)) return true;
  TRY(get_index(vm, &r.color, 0, &r.code));
  TRY(to_int32(vm, &r.code, &codes->begin));
  TRY(get_index(vm, &r.color, 1, &r.code));
  return to_int32(vm, &r.code, &codes->end);
}

static bool style_codes(VM *vm, Handle name, StyleCodes *codes) {
  ROOTS(vm, tables[2]);
  *codes = (StyleCodes){0, 0};
  TRY(inspect_table(vm, "styles", &r.tables[0]));
  TRY(inspect_table(vm, "colors", &r.tables[1]));
  if (value_is_object(r.tables[0])) return find_codes(vm, r.tables, name, codes);
  for (size_t i = 0; i < sizeof first_styles / sizeof first_styles[0]; i++) {
    if (string_is_ascii(vm, name, first_styles[i].name)) *codes = first_styles[i].codes;
  }
  return true;
}

static bool styles_read(Inspector *in) {
  VM *vm = in->vm;
  ROOTS(vm, name);
  for (int i = 0; i < STYLE_NONE; i++) {
    string_internalize_ascii(vm, first_styles[i].name, &r.name);
    TRY(style_codes(vm, &r.name, &in->styles[i]));
  }
  return true;
}

static void code_to(int code, StyleCodes codes, Text *out) {
  if (codes.begin != 0 || codes.end != 0) builder_format(out, "\033[%dm", code);
}

void style_begin(const Inspector *in, Style style, Text *out) {
  if (in->options.colors && style != STYLE_NONE) code_to(in->styles[style].begin, in->styles[style], out);
}

void style_end(const Inspector *in, Style style, Text *out) {
  if (in->options.colors && style != STYLE_NONE) code_to(in->styles[style].end, in->styles[style], out);
}

void style_ascii(const Inspector *in, Style style, const char *text, Text *out) {
  style_begin(in, style, out);
  builder_ascii(out, text);
  style_end(in, style, out);
}

// ------------------------------------------------------------------------------------------------------ options

bool own_option(VM *vm, Handle object, const char *name, bool *has, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  TRY(has_own_property(vm, object, &r.key, has));
  return !*has || get(vm, object, &r.key, out);
}

static bool read_flag(VM *vm, Handle object, const char *name, bool *flag) {
  ROOTS(vm, value);
  bool has;
  TRY(own_option(vm, object, name, &has, &r.value));
  if (has) *flag = to_boolean(r.value);
  return true;
}

// null and undefined mean: no limit.
static bool read_number(VM *vm, Handle object, const char *name, double *out) {
  ROOTS(vm, value);
  bool has;
  TRY(own_option(vm, object, name, &has, &r.value));
  if (!has) return true;
  if (value_is_nullish(r.value)) {
    *out = INFINITY;
    return true;
  }
  return to_number(vm, &r.value, out);
}

static bool read_compact(VM *vm, Handle object, InspectOptions *options) {
  ROOTS(vm, value);
  bool has;
  TRY(own_option(vm, object, "compact", &has, &r.value));
  if (!has) return true;
  double levels = value_is_number(r.value) ? value_as_number(r.value) : 0;
  options->compact = value_is_true(r.value) ? COMPACT_TRUE : levels >= 1 ? (int)fmin(levels, 1e6) : COMPACT_FALSE;
  return true;
}

static bool read_getters(VM *vm, Handle object, InspectOptions *options) {
  ROOTS(vm, value);
  bool has;
  TRY(own_option(vm, object, "getters", &has, &r.value));
  if (!has) return true;
  options->getters = value_is_true(r.value);
  options->getters_only_get = value_is_string(r.value) && string_is_ascii(vm, &r.value, "get");
  options->getters_only_set = value_is_string(r.value) && string_is_ascii(vm, &r.value, "set");
  return true;
}

bool inspect_options_read(VM *vm, Handle object, InspectOptions *options) {
  TRY(read_flag(vm, object, "showHidden", &options->show_hidden));
  TRY(read_flag(vm, object, "colors", &options->colors));
  TRY(read_flag(vm, object, "customInspect", &options->custom_inspect));
  TRY(read_flag(vm, object, "numericSeparator", &options->numeric_separator));
  TRY(read_flag(vm, object, "sorted", &options->sorted));
  TRY(read_number(vm, object, "depth", &options->depth));
  TRY(read_number(vm, object, "maxArrayLength", &options->max_array_length));
  TRY(read_number(vm, object, "maxStringLength", &options->max_string_length));
  TRY(read_number(vm, object, "breakLength", &options->break_length));
  TRY(read_compact(vm, object, options));
  return read_getters(vm, object, options);
}

static void inspect_options_write(VM *vm, Handle object, const InspectOptions *o) {
  ROOTS(vm, value);
#define FLAG(name, flag) r.value = value_boolean(flag), define_value(vm, object, name, &r.value, ATTR_ALL)
  FLAG("showHidden", o->show_hidden);
  r.value = isinf(o->depth) ? VALUE_NULL : number(o->depth);
  define_value(vm, object, "depth", &r.value, ATTR_ALL);
  FLAG("colors", o->colors);
  FLAG("customInspect", o->custom_inspect);
  FLAG("showProxy", false);
  define_number(vm, object, "maxArrayLength", o->max_array_length, ATTR_ALL);
  define_number(vm, object, "maxStringLength", o->max_string_length, ATTR_ALL);
  define_number(vm, object, "breakLength", o->break_length, ATTR_ALL);
  r.value = o->compact == COMPACT_TRUE ? VALUE_TRUE : o->compact == COMPACT_FALSE ? VALUE_FALSE : value_int(o->compact);
  define_value(vm, object, "compact", &r.value, ATTR_ALL);
  FLAG("sorted", o->sorted);
  FLAG("getters", o->getters);
  FLAG("numericSeparator", o->numeric_separator);
#undef FLAG
}

// ------------------------------------------------------------------------------------------- an object's own function

bool exception_discard(VM *vm) {
  if (vm->exception_uncatchable) return false;
  vm->exception = VALUE_EMPTY;
  return true;
}

// options.stylize(text, style); data[0]: with colours?
static bool stylize(VM *vm, const Args *args, Slot out) {
  TEXT(text);
  StyleCodes codes = {0, 0};
  if (value_is_true(field_get(&as_native(args->callee)->data[0])) && value_is_string(*arg(args, 1))) {
    TRY(style_codes(vm, arg(args, 1), &codes));
  }
  code_to(codes.begin, codes, &text);
  TRY(value_string_to(vm, arg(args, 0), &text));
  code_to(codes.end, codes, &text);
  return builder_finish(vm, &text, out);
}

static const Builtin stylize_builtin = METHOD("stylize", stylize, 2);

// The options object that an inspect function is given: settings as they are, with whatever else the caller passed.
static bool options_for_function(Inspector *in, Slot out) {
  VM *vm = in->vm;
  ROOTS(vm, stylize, keys, key, value);
  object_new(vm, out);
  native_function_new(vm, &stylize_builtin, &r.stylize);
  field_set(vm, as_native(&r.stylize), &as_native(&r.stylize)->data[0], value_boolean(in->options.colors));
  define_value(vm, out, "stylize", &r.stylize, ATTR_ALL);
  InspectOptions options = in->options;
  inspect_options_write(vm, out, &options);
  if (value_is_object(*in->user_options)) {
    TRY(own_keys(vm, in->user_options, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
    double count = array_length(&r.keys);
    for (double i = 0; i < count; i++) {
      TRY(get_index(vm, &r.keys, i, &r.key));
      TRY(get(vm, in->user_options, &r.key, &r.value));
      TRY(define_data(vm, out, &r.key, &r.value, ATTR_ALL));
    }
  }
  return true;
}

// Is this the prototype of its own constructor?  Its inspect function is meant for instances.
static bool is_own_prototype(VM *vm, Handle value, bool *out) {
  ROOTS(vm, constructor, prototype);
  *out = false;
  TRY(get(vm, value, VM_NAME(vm, constructor), &r.constructor));
  if (!value_is_object(r.constructor)) return true;
  TRY(get(vm, &r.constructor, VM_NAME(vm, prototype), &r.prototype));
  *out = value_same(r.prototype, *value);
  return true;
}

static bool custom_inspect(Inspector *in, Handle value, double depth, Text *out, bool *done) {
  VM *vm = in->vm;
  ROOTS(vm, function, inspect, argv[3], result);
  *done = false;
  TRY(get(vm, value, &inspect_of(vm)->custom.value, &r.function));
  if (!value_is_callable(r.function) || value_same(r.function, inspect_of(vm)->function.value)) return true;
  bool prototype;
  TRY(is_own_prototype(vm, value, &prototype));
  if (prototype) return true;
  r.argv[0] = isinf(in->options.depth) ? VALUE_NULL : number(in->options.depth - depth);
  TRY(options_for_function(in, &r.argv[1]));
  r.argv[2] = inspect_of(vm)->function.value;
  TRY(vm_call(vm, &r.function, value, 3, r.argv, &r.result));
  if (value_same(r.result, *value)) return true;
  *done = true;
  if (!value_is_string(r.result)) return inspect_value(in, &r.result, depth, out);
  TEXT(text);
  string_to(vm, &r.result, &text);
  text_append_indented(out, &text, in->indentation);
  return true;
}

// ------------------------------------------------------------------------------------------------------ values

static bool is_seen(const Inspector *in, Handle value) {
  for (const Seen *seen = in->seen; seen; seen = seen->outer) {
    if (value_same(*seen->value, *value)) return true;
  }
  return false;
}

static bool circular_to(Inspector *in, Handle value, Text *out) {
  VM *vm = in->vm;
  ROOTS(vm, item);
  if (value_is_empty(*in->circular)) TRY(array_new(vm, 0, in->circular));
  double count = array_length(in->circular), number_of = count;
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, in->circular, i, &r.item));
    if (value_same(r.item, *value)) number_of = i;
  }
  if (number_of == count) TRY(array_push(vm, in->circular, value));
  style_begin(in, STYLE_SPECIAL, out);
  builder_format(out, "[Circular *%.0f]", number_of + 1);
  style_end(in, STYLE_SPECIAL, out);
  return true;
}

bool inspect_value(Inspector *in, Handle value, double depth, Text *out) {
  VM *vm = in->vm;
  TRY(vm_check_c_stack(vm));
  if (!value_is_object(*value)) return primitive_to(in, value, true, out);
  ROOTS(vm, value);
  r.value = *value;
  if (in->options.custom_inspect) {
    bool done;
    TRY(custom_inspect(in, &r.value, depth, out, &done));
    if (done) return true;
  }
  if (is_seen(in, &r.value)) return circular_to(in, &r.value, out);
  TRY(inspect_object(in, &r.value, depth, out));
  return builder_check(vm, out);
}

bool inspect_to(VM *vm, Handle value, const InspectOptions *options, Handle user_options, Text *out) {
  ROOTS(vm, circular);
  Inspector in = {.vm = vm, .options = *options, .user_options = user_options, .circular = &r.circular};
  if (options->colors) TRY(styles_read(&in));
  return inspect_value(&in, value, 0, out);
}

bool inspect_default(VM *vm, Handle value, Text *out) {
  return inspect_to(vm, value, inspect_defaults(vm), &undefined_value_, out);
}

// ------------------------------------------------------------------------------------------------------ util

// util.inspect(value, options) and, as it once was, (value, showHidden, depth, colors)
static bool util_inspect(VM *vm, const Args *args, Slot out) {
  InspectOptions options = *inspect_defaults(vm);
  Handle second = arg(args, 1);
  Handle user_options = &undefined_value_;
  ROOTS(vm, legacy);
  if (args->argc > 2) {
    object_new(vm, &r.legacy);
    if (!value_is_undefined(*arg(args, 2))) define_value(vm, &r.legacy, "depth", arg(args, 2), ATTR_ALL);
    if (!value_is_undefined(*arg(args, 3))) define_value(vm, &r.legacy, "colors", arg(args, 3), ATTR_ALL);
    TRY(inspect_options_read(vm, &r.legacy, &options));
  }
  if (value_is_boolean(*second)) {
    options.show_hidden = value_is_true(*second);
  } else if (value_is_object(*second)) {
    user_options = second;
    TRY(inspect_options_read(vm, second, &options));
  }
  TEXT(text);
  TRY(inspect_to(vm, arg(args, 0), &options, user_options, &text));
  return builder_finish(vm, &text, out);
}

static bool util_format(VM *vm, const Args *args, Slot out) {
  TEXT(text);
  TRY(format_to(vm, args->argc, args->values, inspect_defaults(vm), &undefined_value_, &text));
  return builder_finish(vm, &text, out);
}

static bool util_format_with_options(VM *vm, const Args *args, Slot out) {
  if (!value_is_object(*arg(args, 0))) {
    return throw_argument_type(vm, "inspectOptions", "of type object", arg(args, 0));
  }
  InspectOptions options = *inspect_defaults(vm);
  TRY(inspect_options_read(vm, arg(args, 0), &options));
  TEXT(text);
  TRY(format_to(vm, args->argc - 1, args->values + 1, &options, arg(args, 0), &text));
  return builder_finish(vm, &text, out);
}

static bool get_defaults(VM *vm, const Args *args, Slot out) {
  (void)args;
  object_new(vm, out);
  inspect_options_write(vm, out, inspect_defaults(vm));
  return true;
}

static bool set_defaults(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (!value_is_object(*arg(args, 0))) return throw_argument_type(vm, "options", "of type object", arg(args, 0));
  InspectOptions options = *inspect_defaults(vm);
  TRY(inspect_options_read(vm, arg(args, 0), &options));
  inspect_of(vm)->defaults = options;
  return true;
}

static const Builtin util_functions[] = {
    FUNCTION("format", util_format, 0),
    FUNCTION("formatWithOptions", util_format_with_options, 1),
};

static const Builtin inspect_builtin = METHOD("inspect", util_inspect, 2);

static const Builtin inspect_accessors[] = {
    GETTER("defaultOptions", get_defaults),
    SETTER("defaultOptions", set_defaults),
};

// Symbol.for(text)
static bool registered_symbol(VM *vm, const char *text, Slot out) {
  ROOTS(vm, symbol, key, text);
  string_internalize_ascii(vm, "Symbol", &r.key);
  TRY(get(vm, &runtime(vm)->global, &r.key, &r.symbol));
  string_internalize_ascii(vm, "for", &r.key);
  string_internalize_ascii(vm, text, &r.text);
  return invoke(vm, &r.symbol, &r.key, 1, &r.text, out);
}

static void install(VM *vm) {
  Inspect *inspect = inspect_of(vm);
  Slot function = &inspect->function.value, custom = &inspect->custom.value;
  inspect->defaults = first_defaults;
  if (!registered_symbol(vm, "nodejs.util.inspect.custom", custom)) abort();  // nothing can throw yet
  native_function_new(vm, &inspect_builtin, function);
  DEFINE_BUILTINS(vm, function, inspect_accessors);
  define_value(vm, function, "custom", custom, ATTR_ALL);
}

static const NodeCell cells[] = {{offsetof(Inspect, function), NULL}, {offsetof(Inspect, custom), NULL}};

const NodePart inspect_part = {.name = "inspect", .state_size = sizeof(Inspect), NODE_CELLS(cells), .install = install};

void inspect_install(VM *vm, Handle exports) {
  DEFINE_BUILTINS(vm, exports, util_functions);
  define_value(vm, exports, "inspect", &inspect_of(vm)->function.value, ATTR_ALL);
}
