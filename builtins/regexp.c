// builtins/regexp.c - regular expression objects: source, flags and their text (ECMA-262 section 22.2).  Matching comes
// with the translator to PCRE2; until then it throws.
#include "builtins/builtins.h"
#include "vm/native.h"

static bool require_regexp(VM *vm, Handle self, const char *method) {
  if (value_is_kind(*self, KIND_REGEXP)) return true;
  return throw_type(vm, "Receiver is not a RegExp: RegExp.prototype.%s called on %v", method, self);
}

static bool regexp_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, source, flags);
  Handle pattern = arg(args, 0);
  if (value_is_kind(*pattern, KIND_REGEXP)) {
    r.source = field_get(&as_regexp(pattern)->source);
    r.flags = field_get(&as_regexp(pattern)->flags);
  } else {
    if (value_is_undefined(*pattern)) TRY(string_from_ascii(vm, "(?:)", &r.source));
    else TRY(to_string(vm, pattern, &r.source));
    if (string_length(&r.source) == 0) TRY(string_from_ascii(vm, "(?:)", &r.source));
    r.flags = *VM_NAME(vm, empty);
  }
  if (!value_is_undefined(*arg(args, 1))) TRY(to_string(vm, arg(args, 1), &r.flags));
  object_new_kind(vm, KIND_REGEXP, sizeof(RegExpObject), &runtime(vm)->regexp_prototype, out);
  field_set(vm, as_regexp(out), &as_regexp(out)->source, r.source);
  field_set(vm, as_regexp(out), &as_regexp(out)->flags, r.flags);
  Value zero = value_int(0);
  return define_data(vm, out, VM_NAME(vm, lastIndex), &zero, ATTR_WRITABLE);
}

static bool regexp_source(VM *vm, const Args *args, Slot out) {
  TRY(require_regexp(vm, args->self, "source"));
  *out = field_get(&as_regexp(args->self)->source);
  return true;
}

static bool regexp_flags(VM *vm, const Args *args, Slot out) {
  TRY(require_regexp(vm, args->self, "flags"));
  *out = field_get(&as_regexp(args->self)->flags);
  return true;
}

static bool has_flag(VM *vm, const Args *args, char flag, Slot out) {
  ROOTS(vm, flags);
  TRY(require_regexp(vm, args->self, "flag"));
  r.flags = field_get(&as_regexp(args->self)->flags);
  string_flatten(vm, &r.flags);
  StringView view = string_view(&r.flags);
  bool has = false;
  for (uint32_t i = 0; i < view.length; i++) has = has || view_unit(&view, i) == (uint16_t)flag;
  *out = value_boolean(has);
  return true;
}
static bool regexp_global(VM *vm, const Args *args, Slot out) { return has_flag(vm, args, 'g', out); }
static bool regexp_ignore_case(VM *vm, const Args *args, Slot out) { return has_flag(vm, args, 'i', out); }
static bool regexp_multiline(VM *vm, const Args *args, Slot out) { return has_flag(vm, args, 'm', out); }
static bool regexp_sticky(VM *vm, const Args *args, Slot out) { return has_flag(vm, args, 'y', out); }
static bool regexp_unicode(VM *vm, const Args *args, Slot out) { return has_flag(vm, args, 'u', out); }

static bool regexp_to_string(VM *vm, const Args *args, Slot out) {
  TRY(require_regexp(vm, args->self, "toString"));
  ROOTS(vm, part);
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "/");
  r.part = field_get(&as_regexp(args->self)->source);
  builder_string(vm, &b, &r.part);
  builder_ascii(&b, "/");
  r.part = field_get(&as_regexp(args->self)->flags);
  builder_string(vm, &b, &r.part);
  return builder_finish(vm, &b, out);
}

static bool regexp_match(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  return throw_error(vm, &runtime(vm)->error_prototype, "RegExp matching is not supported yet");
}

static const Builtin constructor = {"RegExp", regexp_constructor, 2, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD};
static const Builtin methods[] = {
    METHOD("exec", regexp_match, 1),
    METHOD("test", regexp_match, 1),
    METHOD("toString", regexp_to_string, 0),
    GETTER("flags", regexp_flags),
    GETTER("global", regexp_global),
    GETTER("ignoreCase", regexp_ignore_case),
    GETTER("multiline", regexp_multiline),
    GETTER("source", regexp_source),
    GETTER("sticky", regexp_sticky),
    GETTER("unicode", regexp_unicode),
};

void install_regexp(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  object_new_with_prototype(vm, &rt->object_prototype, &rt->regexp_prototype);
  DEFINE_BUILTINS(vm, &rt->regexp_prototype, methods);
  define_constructor(vm, &rt->global, &constructor, &rt->regexp_prototype, &r.constructor);
}
