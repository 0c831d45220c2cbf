// builtins/regexp/regexp-exec.c - exec and test, and the parts that matching is made of (ECMA-262
// sections 22.2.7, 22.2.6.2).
#include "builtins/regexp/regexp.h"
#include "vm/property/lookup.h"

// ----------------------------------------------------------------------------------------------------- plain objects

// Where the prototype has exec, if its getters are as installed; -1 if not.
static int32_t look_at_prototype(VM *vm) {
  Runtime *rt = runtime(vm);
  static const size_t names[REGEXP_GUARDS] = {
      offsetof(Names, flags),      offsetof(Names, global),  offsetof(Names, ignoreCase),  offsetof(Names, multiline),
      offsetof(Names, dotAll),     offsetof(Names, unicode), offsetof(Names, unicodeSets), offsetof(Names, sticky),
      offsetof(Names, hasIndices), offsetof(Names, source)};
  Lookup lookup;
  for (size_t i = 0; i < REGEXP_GUARDS; i++) {
    Value name = *(const Value *)(const void *)((const char *)&rt->names + names[i]);
    lookup_own(vm, rt->regexp_prototype, name, &lookup);
    if (lookup.type != LOOKUP_SLOT || !(lookup.attributes & ATTR_ACCESSOR)) return -1;
    Value pair = lookup_raw_value(vm, &lookup), getter = field_get(&as_accessor(&pair)->getter);
    if (value_is_empty(rt->regexp_guards[i])) rt->regexp_guards[i] = getter;  // the first time, at installation
    if (!value_same(rt->regexp_guards[i], getter)) return -1;
  }
  lookup_own(vm, rt->regexp_prototype, rt->names.exec, &lookup);
  if (lookup.type != LOOKUP_SLOT || (lookup.attributes & ATTR_ACCESSOR)) return -1;
  return (int32_t)lookup.slot;
}

static bool has_born_shape(VM *vm, Handle regexp) {
  return heap_object_aux(value_as_object(*regexp)) == heap_object_aux(value_as_object(runtime(vm)->shape_regexp));
}

bool regexp_is_plain(VM *vm, Handle value) {
  Runtime *rt = runtime(vm);
  if (!value_is_kind(*value, KIND_REGEXP) || !has_born_shape(vm, value)) return false;
  if (rt->regexp_epoch != rt->prototype_epoch) {
    rt->regexp_epoch = rt->prototype_epoch;
    rt->regexp_exec_slot = look_at_prototype(vm);
  }
  if (rt->regexp_exec_slot < 0) return false;
  const Shape *shape = object_shape(vm, rt->regexp_prototype);
  // no allocation from here on
  const JSObject *prototype = (const JSObject *)value_as_object(rt->regexp_prototype);
  return value_same(field_get(object_slot(prototype, shape, (unsigned)rt->regexp_exec_slot)), rt->regexp_exec);
}

// ------------------------------------------------------------------------------------------------------- last index

bool regexp_get_last_index(VM *vm, Handle regexp, double *out) {
  if (LIKELY(value_is_kind(*regexp, KIND_REGEXP) && has_born_shape(vm, regexp))) {
    Value index = field_get(&as_regexp(regexp)->last_index);
    if (LIKELY(value_is_int(index))) return *out = fmax(value_as_int(index), 0), true;
  }
  ROOTS(vm, index);
  TRY(get(vm, regexp, VM_NAME(vm, lastIndex), &r.index));
  return to_length(vm, &r.index, out);
}

bool regexp_set_last_index(VM *vm, Handle regexp, double index) {
  if (LIKELY(value_is_kind(*regexp, KIND_REGEXP) && has_born_shape(vm, regexp))) {
    field_set(vm, as_regexp(regexp), &as_regexp(regexp)->last_index, number(index));
    return true;
  }
  ROOTS(vm, value);
  r.value = number(index);
  return put(vm, regexp, VM_NAME(vm, lastIndex), &r.value);
}

double advance_index(Handle string, double index, bool unicode) {
  uint32_t units = 1;
  if (unicode && index + 1 < string_length(string)) {
    StringView view = string_view(string);
    view_code_point(&view, (uint32_t)index, &units);
  }
  return index + units;
}

bool regexp_step_over_empty(VM *vm, Handle regexp, Handle string, bool unicode) {
  double at;
  TRY(regexp_get_last_index(vm, regexp, &at));
  return regexp_set_last_index(vm, regexp, advance_index(string, at, unicode));
}

bool text_has_unit(Handle flat, uint16_t unit) {
  StringView view = string_view(flat);
  for (uint32_t i = 0; i < view.length; i++) {
    if (view_unit(&view, i) == unit) return true;
  }
  return false;
}

bool regexp_get_flags(VM *vm, Handle regexp, Slot out) {
  TRY(get(vm, regexp, VM_NAME(vm, flags), out));
  TRY(to_string(vm, out, out));
  string_flatten(vm, out);
  return true;
}

bool require_object(VM *vm, Handle self, const char *method) {
  if (value_is_object(*self)) return true;
  return throw_type(vm, "Method %s called on incompatible receiver %v", method, self);
}

bool require_regexp(VM *vm, Handle self, const char *method) {
  if (value_is_regexp(*self)) return true;
  return throw_type(vm, "Method %s called on incompatible receiver %v", method, self);
}

bool argument_string(VM *vm, const Args *args, Slot out) {
  TRY(to_string(vm, arg(args, 0), out));
  string_flatten(vm, out);
  return true;
}

// ------------------------------------------------------------------------------------------------------------ exec

bool regexp_find(VM *vm, Handle regexp, Handle string, bool *matched, const uint32_t **captures) {
  double last_index;
  TRY(regexp_get_last_index(vm, regexp, &last_index));
  bool moves = (regexp_flag_bits(regexp) & (REGEXP_GLOBAL | REGEXP_STICKY)) != 0;
  if (!moves) last_index = 0;
  *matched = false;
  if (last_index <= string_length(string)) {
    TRY(regexp_match_string(vm, regexp, string, (uint32_t)last_index, matched, captures));
  }
  if (!moves) return true;
  return regexp_set_last_index(vm, regexp, *matched ? (*captures)[1] : 0);
}

bool regexp_capture(VM *vm, Handle string, const uint32_t *captures, uint32_t i, Slot out) {
  *out = VALUE_UNDEFINED;
  if (captures[2 * i] == REGEXP_UNSET) return true;
  return string_substring(vm, string, captures[2 * i], captures[2 * i + 1], out);
}

#define FEW_CAPTURES 8

bool regexp_captures(VM *vm, Handle regexp, Handle string, const uint32_t *captures, Slot out) {
  ROOTS(vm, part, parts[FEW_CAPTURES]);
  uint32_t count = regexp_program(regexp)->capture_count;
  uint32_t few = count < FEW_CAPTURES ? count : FEW_CAPTURES;
  for (uint32_t i = 0; i < few; i++) TRY(regexp_capture(vm, string, captures, i, &r.parts[i]));
  TRY(array_from_values(vm, r.parts, few, out));
  if (count > few) TRY(elements_reserve(vm, out, count));
  for (uint32_t i = few; i < count; i++) {
    TRY(regexp_capture(vm, string, captures, i, &r.part));
    TRY(array_push(vm, out, &r.part));
  }
  return true;
}

bool regexp_groups(VM *vm, Handle regexp, Handle values, Slot out) {
  ROOTS(vm, groups, name, number, value, object);
  Value data = field_get(&as_regexp(regexp)->data);
  r.groups = field_get(&as_regexp_data(&data)->groups);
  *out = VALUE_UNDEFINED;
  if (value_is_undefined(r.groups)) return true;
  const Value null = VALUE_NULL;
  object_new_with_prototype(vm, &null, &r.object);
  uint32_t count = (uint32_t)array_length(&r.groups);
  for (uint32_t i = 0; i < count; i += 2) {
    TRY(get_index(vm, &r.groups, i, &r.name));
    TRY(get_index(vm, &r.groups, i + 1, &r.number));
    TRY(get_index(vm, values, value_as_number(r.number), &r.value));
    TRY(define_data(vm, &r.object, &r.name, &r.value, ATTR_ALL));
  }
  *out = r.object;
  return true;
}

// The pairs of the flag d, as an array with groups.
static bool make_indices(VM *vm, Handle regexp, const uint32_t *captures, Slot out) {
  ROOTS(vm, array, pair, ends[2], groups);
  uint32_t count = regexp_program(regexp)->capture_count;
  TRY(array_new(vm, 0, &r.array));
  for (uint32_t i = 0; i < count; i++) {
    r.pair = VALUE_UNDEFINED;
    if (captures[2 * i] != REGEXP_UNSET) {
      r.ends[0] = value_int((int32_t)captures[2 * i]);
      r.ends[1] = value_int((int32_t)captures[2 * i + 1]);
      TRY(array_from_values(vm, r.ends, 2, &r.pair));
    }
    TRY(array_push(vm, &r.array, &r.pair));
  }
  TRY(regexp_groups(vm, regexp, &r.array, &r.groups));
  TRY(define_data(vm, &r.array, VM_NAME(vm, groups), &r.groups, ATTR_ALL));
  *out = r.array;
  return true;
}

// The captures as an array, which then gets index, input and groups: it is given the shape that has them.
static bool make_result(VM *vm, Handle regexp, Handle string, const uint32_t *captures, Slot out) {
  ROOTS(vm, array, groups, indices);
  Handle shape = &runtime(vm)->shape_regexp_result;
  TRY(regexp_captures(vm, regexp, string, captures, &r.array));
  TRY(regexp_groups(vm, regexp, &r.array, &r.groups));
  object_reserve_slot(vm, &r.array, as_shape(shape), 2);
  JSObject *array = as_object(&r.array);  // no allocation below
  object_set_shape(vm, array, *shape);
  object_set_slot(vm, array, as_shape(shape), 0, value_int((int32_t)captures[0]));
  object_set_slot(vm, array, as_shape(shape), 1, *string);
  object_set_slot(vm, array, as_shape(shape), 2, r.groups);
  if (regexp_flag_bits(regexp) & REGEXP_HAS_INDICES) {
    TRY(make_indices(vm, regexp, captures, &r.indices));
    TRY(define_data(vm, &r.array, VM_NAME(vm, indices), &r.indices, ATTR_ALL));
  }
  *out = r.array;
  return true;
}

bool regexp_builtin_exec(VM *vm, Handle regexp, Handle string, Slot out) {
  bool matched;
  const uint32_t *captures;
  TRY(regexp_find(vm, regexp, string, &matched, &captures));
  *out = VALUE_NULL;
  return !matched || make_result(vm, regexp, string, captures, out);
}

bool regexp_exec(VM *vm, Handle regexp, Handle string, Slot out) {
  if (regexp_is_plain(vm, regexp)) return regexp_builtin_exec(vm, regexp, string, out);
  ROOTS(vm, exec, argument);
  TRY(get(vm, regexp, VM_NAME(vm, exec), &r.exec));
  r.argument = *string;
  if (value_is_callable(r.exec)) {
    TRY(vm_call(vm, &r.exec, regexp, 1, &r.argument, out));
    if (value_is_object(*out) || value_is_null(*out)) return true;
    return throw_type(vm, "RegExp exec method returned something other than an Object or null");
  }
  TRY(require_regexp(vm, regexp, "RegExp.prototype.exec"));
  return regexp_builtin_exec(vm, regexp, string, out);
}

// 22.2.6.2
static bool regexp_exec_method(VM *vm, const Args *args, Slot out) {
  TRY(require_regexp(vm, args->self, "RegExp.prototype.exec"));
  ROOTS(vm, string);
  TRY(argument_string(vm, args, &r.string));
  return regexp_builtin_exec(vm, args->self, &r.string, out);
}

// 22.2.6.16
static bool regexp_test(VM *vm, const Args *args, Slot out) {
  TRY(require_object(vm, args->self, "RegExp.prototype.test"));
  ROOTS(vm, string, result);
  TRY(argument_string(vm, args, &r.string));
  bool matched;
  if (regexp_is_plain(vm, args->self)) {
    const uint32_t *captures;
    TRY(regexp_find(vm, args->self, &r.string, &matched, &captures));
  } else {
    TRY(regexp_exec(vm, args->self, &r.string, &r.result));
    matched = !value_is_null(r.result);
  }
  *out = value_boolean(matched);
  return true;
}

static const Builtin methods[] = {METHOD("exec", regexp_exec_method, 1), METHOD("test", regexp_test, 1)};

static void create_result_shape(VM *vm) {
  ROOTS(vm, shape, next);
  const Handle names[] = {VM_NAME(vm, index), VM_NAME(vm, input), VM_NAME(vm, groups)};
  r.shape = runtime(vm)->shape_array;
  for (size_t i = 0; i < 3; i++) {
    shape_add(vm, &r.shape, names[i], ATTR_ALL, &r.next);
    r.shape = r.next;
  }
  runtime(vm)->shape_regexp_result = r.shape;
}

void install_regexp_exec(VM *vm, Handle prototype) {
  Runtime *rt = runtime(vm);
  DEFINE_BUILTINS(vm, prototype, methods);
  create_result_shape(vm);
  if (!get(vm, prototype, VM_NAME(vm, exec), &rt->regexp_exec)) vm->exception = VALUE_EMPTY;  // cannot happen
  rt->regexp_epoch = rt->prototype_epoch;
  rt->regexp_exec_slot = look_at_prototype(vm);
}
