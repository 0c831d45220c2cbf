// builtins/regexp/regexp.c - RegExp: constructor, accessors, toString, compile (ECMA-262 sections 22.2.4 to 22.2.6,
// B.2.4).
#include "builtins/regexp/regexp.h"

#include <stddef.h>

#include "builtins/builtins.h"

// ----------------------------------------------------------------------------------------------------- constructor

static bool text_or_empty(VM *vm, Handle value, Slot out) {
  if (value_is_undefined(*value)) return *out = runtime(vm)->names.empty, true;
  return to_string(vm, value, out);
}

// RegExpInitialize (22.2.3.3) without lastIndex.
static bool initialize(VM *vm, Handle pattern, Handle flags, Slot data) {
  ROOTS(vm, source, letters);
  TRY(text_or_empty(vm, pattern, &r.source));
  TRY(text_or_empty(vm, flags, &r.letters));
  return regexp_data(vm, &r.source, &r.letters, data);
}

// Pattern and flags that the arguments stand for.
static bool read_arguments(VM *vm, const Args *args, bool pattern_is_regexp, Slot source, Slot flags) {
  Handle pattern = arg(args, 0);
  *source = *pattern;
  *flags = *arg(args, 1);
  bool own_flags = value_is_undefined(*flags);
  if (value_is_regexp(*pattern)) {
    Value data = field_get(&as_regexp(pattern)->data);
    *source = field_get(&as_regexp_data(&data)->source);
    if (own_flags) *flags = field_get(&as_regexp_data(&data)->flags);
  } else if (pattern_is_regexp) {
    TRY(get(vm, pattern, VM_NAME(vm, source), source));
    if (own_flags) TRY(get(vm, pattern, VM_NAME(vm, flags), flags));
  }
  return true;
}

static bool make_regexp(VM *vm, const Args *args, Handle source, Handle flags, Slot out) {
  ROOTS(vm, prototype, data);
  Value zero = value_int(0);
  r.prototype = runtime(vm)->regexp_prototype;
  if (is_construct(args)) TRY(prototype_from_new_target(vm, args, &runtime(vm)->regexp_prototype, &r.prototype));
  TRY(initialize(vm, source, flags, &r.data));
  if (value_same(r.prototype, runtime(vm)->regexp_prototype)) {
    regexp_from_data(vm, &r.data, out);
    return true;
  }
  object_new_kind(vm, KIND_REGEXP, offsetof(RegExpObject, last_index), &r.prototype, out);
  field_set(vm, as_regexp(out), &as_regexp(out)->data, r.data);
  return define_data(vm, out, VM_NAME(vm, lastIndex), &zero, ATTR_WRITABLE);
}

// 22.2.4.1
static bool regexp_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, source, flags, constructor);
  bool pattern_is_regexp;
  TRY(is_regexp(vm, arg(args, 0), &pattern_is_regexp));
  if (!is_construct(args) && pattern_is_regexp && value_is_undefined(*arg(args, 1))) {
    TRY(get(vm, arg(args, 0), VM_NAME(vm, constructor), &r.constructor));
    if (value_same(r.constructor, *args->callee)) return *out = *arg(args, 0), true;
  }
  TRY(read_arguments(vm, args, pattern_is_regexp, &r.source, &r.flags));
  return make_regexp(vm, args, &r.source, &r.flags, out);
}

static bool regexp_species(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = *args->self;
  return true;
}

// B.2.4.1
static bool regexp_compile_method(VM *vm, const Args *args, Slot out) {
  TRY(require_regexp(vm, args->self, "RegExp.prototype.compile"));
  ROOTS(vm, source, flags, data);
  if (value_is_regexp(*arg(args, 0)) && !value_is_undefined(*arg(args, 1))) {
    return throw_type(vm, "Invalid flags supplied to RegExp constructor '%v'", arg(args, 1));
  }
  TRY(read_arguments(vm, args, false, &r.source, &r.flags));
  TRY(initialize(vm, &r.source, &r.flags, &r.data));
  field_set(vm, as_regexp(args->self), &as_regexp(args->self)->data, r.data);
  *out = *args->self;
  return regexp_set_last_index(vm, args->self, 0);
}

// ------------------------------------------------------------------------------------------------------- accessors

// EscapeRegExpPattern (22.2.6.13.1): slashes outside of classes and line terminators are escaped.
static bool needs_escapes(const StringView *v) {
  for (uint32_t i = 0; i < v->length; i++) {
    uint16_t c = view_unit(v, i);
    if (c == '/' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) return true;
  }
  return v->length == 0;
}

static void append_escaped(StringBuilder *b, uint16_t unit, bool in_class, bool escaped) {
  const char *text = unit == '\n'     ? "n"
                     : unit == '\r'   ? "r"
                     : unit == 0x2028 ? "u2028"
                     : unit == 0x2029 ? "u2029"
                                      : NULL;
  if (!escaped && (text != NULL || (unit == '/' && !in_class))) builder_unit(b, '\\');
  if (text) builder_ascii(b, text);
  else builder_unit(b, unit);
}

static bool escape_source(VM *vm, Handle source, Slot out) {
  StringView view = string_view(source);
  if (view.length == 0) return string_from_ascii(vm, "(?:)", out);
  if (!needs_escapes(&view)) return *out = *source, true;
  SCOPED_BUILDER(b);
  bool in_class = false, escaped = false;
  for (uint32_t i = 0; i < view.length; i++) {
    uint16_t c = view_unit(&view, i);
    append_escaped(&b, c, in_class, escaped);
    if (!escaped && (c == '[' || c == ']')) in_class = c == '[';
    escaped = !escaped && c == '\\';
  }
  return builder_finish(vm, &b, out);
}

static bool throw_receiver(VM *vm, const char *name) {
  return throw_type(vm, "RegExp.prototype.%s getter called on non-RegExp object", name);
}

// 22.2.6.13
static bool regexp_source(VM *vm, const Args *args, Slot out) {
  if (value_is_regexp(*args->self)) {
    Value data = field_get(&as_regexp(args->self)->data);
    ROOTS(vm, source);
    r.source = field_get(&as_regexp_data(&data)->source);
    return escape_source(vm, &r.source, out);
  }
  if (value_same(*args->self, runtime(vm)->regexp_prototype)) return string_from_ascii(vm, "(?:)", out);
  return throw_receiver(vm, "source");
}

static bool has_flag(VM *vm, const Args *args, unsigned flag, const char *name, Slot out) {
  if (value_is_regexp(*args->self)) return *out = value_boolean(regexp_flag_bits(args->self) & flag), true;
  if (value_same(*args->self, runtime(vm)->regexp_prototype)) return true;
  return throw_receiver(vm, name);
}

// clang-format off
#define FLAGS(F)                                                                                     \
  F(has_indices, hasIndices, 'd', REGEXP_HAS_INDICES) F(global, global, 'g', REGEXP_GLOBAL)           \
  F(ignore_case, ignoreCase, 'i', REGEXP_IGNORE_CASE) F(multiline, multiline, 'm', REGEXP_MULTILINE)  \
  F(dot_all, dotAll, 's', REGEXP_DOT_ALL) F(unicode, unicode, 'u', REGEXP_UNICODE)                    \
  F(unicode_sets, unicodeSets, 'v', REGEXP_UNICODE_SETS) F(sticky, sticky, 'y', REGEXP_STICKY)
#define DEFINE_FLAG(function, name, letter, bit)                              \
  static bool regexp_##function(VM *vm, const Args *args, Slot out) {         \
    return has_flag(vm, args, bit, #name, out);                               \
  }
FLAGS(DEFINE_FLAG)
#undef DEFINE_FLAG
// clang-format on

// 22.2.6.4: of any object.
static bool regexp_flags(VM *vm, const Args *args, Slot out) {
  if (!value_is_object(*args->self)) {
    return throw_type(vm, "RegExp.prototype.flags getter called on non-object %v", args->self);
  }
  ROOTS(vm, value);
  SCOPED_BUILDER(b);
#define APPEND_FLAG(function, name, letter, bit)         \
  TRY(get(vm, args->self, VM_NAME(vm, name), &r.value)); \
  if (to_boolean(r.value)) builder_unit(&b, letter);
  FLAGS(APPEND_FLAG)
#undef APPEND_FLAG
  return builder_finish(vm, &b, out);
}

// 22.2.6.17
static bool regexp_to_string(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args->self, "RegExp.prototype.toString"));
  ROOTS(vm, part);
  SCOPED_BUILDER(b);
  builder_unit(&b, '/');
  TRY(get(vm, args->self, VM_NAME(vm, source), &r.part));
  TRY(to_string(vm, &r.part, &r.part));
  builder_string(vm, &b, &r.part);
  builder_unit(&b, '/');
  TRY(get(vm, args->self, VM_NAME(vm, flags), &r.part));
  TRY(to_string(vm, &r.part, &r.part));
  builder_string(vm, &b, &r.part);
  return builder_finish(vm, &b, out);
}

static const Builtin constructor = {"RegExp", regexp_constructor, 2, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin functions[] = {SYMBOL_GETTER(species, regexp_species)};
static const Builtin methods[] = {
    METHOD("compile", regexp_compile_method, 2),
    METHOD("toString", regexp_to_string, 0),
    GETTER("dotAll", regexp_dot_all),
    GETTER("flags", regexp_flags),
    GETTER("global", regexp_global),
    GETTER("hasIndices", regexp_has_indices),
    GETTER("ignoreCase", regexp_ignore_case),
    GETTER("multiline", regexp_multiline),
    GETTER("source", regexp_source),
    GETTER("sticky", regexp_sticky),
    GETTER("unicode", regexp_unicode),
    GETTER("unicodeSets", regexp_unicode_sets),
};

// {lastIndex}: every RegExp object is born with this shape.
static void create_shape(VM *vm) {
  ROOTS(vm, root);
  Runtime *rt = runtime(vm);
  shape_root(vm, KIND_REGEXP, &rt->regexp_prototype, 1, offsetof(RegExpObject, last_index) / sizeof(Value), &r.root);
  shape_add(vm, &r.root, VM_NAME(vm, lastIndex), ATTR_WRITABLE, &rt->shape_regexp);
}

void install_regexp(VM *vm) {
  Runtime *rt = runtime(vm);
  object_new_with_prototype(vm, &rt->object_prototype, &rt->regexp_prototype);
  define_constructor(vm, &rt->global, &constructor, &rt->regexp_prototype, &rt->regexp_constructor);
  DEFINE_BUILTINS(vm, &rt->regexp_constructor, functions);
  DEFINE_BUILTINS(vm, &rt->regexp_prototype, methods);
  create_shape(vm);
  object_become_prototype(vm, &rt->regexp_prototype);
  install_regexp_match(vm, &rt->regexp_prototype);
  install_regexp_replace(vm, &rt->regexp_prototype);
  install_regexp_split(vm, &rt->regexp_prototype);
  install_regexp_legacy(vm, &rt->regexp_constructor);
  install_regexp_exec(vm, &rt->regexp_prototype);
}
