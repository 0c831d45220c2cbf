// jit/helpers.c - see helpers.h.
#include "jit/helpers.h"

#include "jit/baseline.h"
#include "vm/exec/arguments.h"
#include "vm/exec/call.h"
#include "vm/exec/construct.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/exec/eval.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/iterator.h"
#include "vm/exec/literals.h"
#include "vm/native.h"
#include "vm/exec/operations.h"
#include "vm/property/property.h"
#include "vm/property/typed-array.h"

#define OP ((Opcode)(uint16_t)instruction)
#define A ((uint16_t)(instruction >> 16))
#define B ((uint16_t)(instruction >> 32))
#define C ((uint16_t)(instruction >> 48))
#define SIGNED_B ((int16_t)(instruction >> 32))
#define SIGNED_C ((int16_t)(instruction >> 48))
#define WIDE ((int32_t)(instruction >> 32))
#define FRAME (vm->frame)
#define R (vm->frame->registers)
#define K (vm->frame->code->constant_values)
#define CACHE (&vm->frame->code->caches[C])

#define HELPER(name) static bool help_##name(VM *vm, uint64_t instruction)

// ------------------------------------------------------------------------------------------------------ calls

BaselineCallHelper baseline_help_call, baseline_help_new;

HelpOutcome baseline_help_call(VM *vm, uint64_t instruction) {
  Value *base = R + B;
  unsigned argc = C;
  if (value_is_kind(base[0], KIND_FUNCTION)) return HELP_CALL;
  if (!value_is_kind(base[0], KIND_NATIVE_FUNCTION)) return call_at(vm, base, argc, &R[A]) ? HELP_DONE : HELP_EXCEPTION;
  const Builtin *builtin = value_as_private(((NativeFunction *)value_as_object(base[0]))->builtin.value_);
  if (builtin->leaf && builtin->leaf(vm, base + 1, argc, &R[A])) return HELP_DONE;
  if (builtin->type >= BUILTIN_CALL) return HELP_CALL;
  if (!native_call(vm, base, argc, &undefined_value_)) return HELP_EXCEPTION;
  R[A] = base[2 + argc];
  return HELP_DONE;
}

HelpOutcome baseline_help_new(VM *vm, uint64_t instruction) {
  Value *base = R + B;
  unsigned argc = C;
  if (!value_is_kind(base[0], KIND_FUNCTION)) return construct_at(vm, base, argc, &base[0], &R[A]) ? HELP_DONE : HELP_EXCEPTION;
  const JSFunction *function = (const JSFunction *)value_as_object(base[0]);
  Code *target = (Code *)value_as_object(field_get(&function->code));
  Value shape = field_get(&function->initial_shape);
  if (!(target->flags & CODE_ASSIGNS_FIELDS) || !value_is_pointer(shape) || ((const Shape *)value_as_object(shape))->tracking ||
      !frame_fits(vm, FRAME, base, target) || !construct_has_plan(vm, target, (const Shape *)value_as_object(shape)) ||
      !construct_object(vm, target, (const Shape *)value_as_object(shape), base, argc)) return HELP_CALL;
  if (target->plan->machine_code == NULL) baseline_make_constructor(vm, target);
  R[A] = base[1];
  return HELP_DONE;
}

HELPER(CallSpread) { return call_spread(vm, R + B, &R[A]); }
HELPER(NewSpread) { return new_spread(vm, R + B, &R[A]); }
HELPER(CallEval) { return call_eval(vm, &R[B], C, &R[A]); }
HELPER(CallEvalSpread) { return call_eval_spread(vm, &R[B], &R[A]); }
HELPER(CreateArguments) { return create_arguments(vm, &R[A]); }
HELPER(CreateMappedArguments) { return create_mapped_arguments(vm, &R[B], &K[C], &R[A]); }
HELPER(CreateRest) { return create_rest(vm, B, &R[A]); }

// ------------------------------------------------------------------------------------------- bindings and contexts

HELPER(CoerceThis) {
  (void)instruction;
  if (value_is_object(R[1])) return true;
  if (!value_is_nullish(R[1])) return to_object(vm, &R[1], &R[1]);
  R[1] = vm->runtime.global;
  return true;
}
HELPER(LoadNewTarget) {
  R[A] = FRAME->flags & FRAME_CONSTRUCT ? FRAME->new_target : VALUE_UNDEFINED;
  return true;
}
HELPER(CheckInitialized) { return throw_reference(vm, "Cannot access '%v' before initialization", &K[WIDE]); }
HELPER(GetGlobal) { return cached_get_global(vm, FRAME->code, C, false, &R[A]); }
HELPER(GetGlobalOrUndefined) { return cached_get_global(vm, FRAME->code, C, true, &R[A]); }
HELPER(SetGlobal) {
  InlineCache *ic = CACHE;
  HeapObject *global = value_as_object(vm->runtime.global);
  if (LIKELY(ic->shape.value_.bits == cache_shape_word(IC_OWN, heap_object_aux(global)) &&
             (uint32_t)ic->epoch.value_.bits == vm->runtime.prototype_epoch)) {
    store_at_place(vm, global, value_as_int(ic->place.value_), R[A]);
    return true;
  }
  return cached_set_global(vm, FRAME->code, C, &R[A]);
}
HELPER(NewContext) {
  Value none = VALUE_EMPTY;
  scope_context_new(vm, &K[C], B == NO_REGISTER ? &none : &R[B], &R[A]);
  return true;
}
HELPER(CopyContext) {
  scope_context_copy(vm, &R[B], &R[A]);
  return true;
}
HELPER(WithHas) {
  bool found;
  if (!with_has(vm, &R[B], &K[C], &found)) return false;
  R[A] = value_boolean(found);
  return true;
}
HELPER(CheckBinding) { return check_binding(vm, &R[A], &K[B]); }
HELPER(ToObject) { return to_object_register(vm, &R[B], &R[A]); }

// ------------------------------------------------------------------------------------------------------ properties

HELPER(GetNamed) {
  if (LIKELY(value_is_pointer(R[B]))) {
    const Value *slot = cache_lookup(vm, CACHE, R[B]);
    if (LIKELY(slot != NULL)) {
      R[A] = *slot;
      return true;
    }
  }
  return cached_get(vm, FRAME->code, C, &R[B], &R[A]);
}
HELPER(GetLength) {
  if (LIKELY(value_is_string(R[B]))) {
    R[A] = value_int((int32_t)((String *)value_as_object(R[B]))->length);
    return true;
  }
  if (value_is_array(R[B])) {
    R[A] = field_get(&((JSArray *)value_as_object(R[B]))->length);
    return true;
  }
  return help_GetNamed(vm, instruction);
}
HELPER(GetMethod) {
  Value object = R[B];
  if (LIKELY(value_is_pointer(object))) {
    const Value *slot = cache_lookup(vm, CACHE, object);
    if (LIKELY(slot != NULL)) {
      Value method = *slot;
      R[A + 1] = object;
      R[A] = method;
      return true;
    }
  }
  R[A + 1] = object;
  return cached_get(vm, FRAME->code, C, &R[A + 1], &R[A]);
}
HELPER(SetNamed) {
  if (LIKELY(value_is_pointer(R[A])) && cache_store(vm, CACHE, R[A], R[B])) return true;
  return cached_set(vm, FRAME->code, C, &R[A], &R[B]);
}
HELPER(DefineNamed) { return cached_define(vm, FRAME->code, C, &R[A], &R[B]); }
HELPER(GetIndex) {
  if (indexed_load(vm, R[B], R[C], &R[A])) return true;
  return get_keyed(vm, &R[B], &R[C], &R[A]);
}
HELPER(GetIndexMethod) {
  Value object = R[B];
  Value method;
  if (value_is_object(object) && indexed_load(vm, object, R[C], &method)) {
    R[A + 1] = object;
    R[A] = method;
    return true;
  }
  R[A + 1] = object;
  return get_keyed(vm, &R[A + 1], &R[C], &R[A]);
}
HELPER(SetIndex) {
  if (indexed_store(vm, R[A], R[B], R[C])) return true;
  return set_keyed(vm, FRAME->code, &R[A], &R[B], &R[C]);
}
HELPER(DefineIndex) { return define_data(vm, &R[A], &R[B], &R[C], ATTR_ALL); }
HELPER(DefineGetter) {
  Value none = VALUE_EMPTY;
  return define_accessor(vm, &R[A], &R[B], &R[C], &none, ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
}
HELPER(DefineSetter) {
  Value none = VALUE_EMPTY;
  return define_accessor(vm, &R[A], &R[B], &none, &R[C], ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
}
HELPER(SetPrototype) {
  bool ok;
  return !(value_is_object(R[B]) || value_is_null(R[B])) || set_prototype(vm, &R[A], &R[B], &ok);
}
HELPER(SetFunctionName) { return set_function_name(vm, &R[A], &R[B], C); }
HELPER(DeleteNamed) { return delete_keyed(vm, FRAME->code, &R[B], &K[C], &R[A]); }
HELPER(DeleteIndex) { return delete_keyed(vm, FRAME->code, &R[B], &R[C], &R[A]); }
HELPER(In) {
  bool found;
  if (!in_operator(vm, &R[B], &R[C], &found)) return false;
  R[A] = value_boolean(found);
  return true;
}
HELPER(InstanceOf) {
  bool is;
  if (!instance_of(vm, &R[B], &R[C], &is)) return false;
  R[A] = value_boolean(is);
  return true;
}

// ------------------------------------------------------------------------------------------------------ literals

HELPER(NewObject) {
  literal_object(vm, B, &R[A]);
  return true;
}
HELPER(NewObjectLiteral) {
  literal_object_values(vm, FRAME->code, C, &R[B], &R[A]);
  return true;
}
HELPER(NewArray) { return literal_array(vm, &R[B], C, &R[A]); }
HELPER(NewArrayConst) {
  array_from_shared(vm, &K[WIDE], &R[A]);
  return true;
}
HELPER(ArrayPush) { return array_push(vm, &R[A], &R[B]); }
HELPER(ArrayPushHole) {
  bool ok;
  return array_set_length(vm, &R[A], array_length(&R[A]) + 1, true, &ok);
}
HELPER(ArraySpread) { return array_spread(vm, &R[A], &R[B]); }
HELPER(ObjectSpread) { return object_spread(vm, &R[A], &R[B]); }
HELPER(NewRegExp) { return literal_regexp(vm, FRAME->code, (uint32_t)WIDE, &R[A]); }
HELPER(NewFunction) {
  Value none = VALUE_EMPTY;
  function_new(vm, &K[C], B == NO_REGISTER ? &none : &R[B], &R[A]);
  return true;
}
HELPER(TemplateObject) { return literal_template(vm, FRAME->code, (uint32_t)WIDE, &R[A]); }

// ------------------------------------------------------------------------------------------------------ arithmetic

HELPER(Add) { return add_values(vm, &R[B], &R[C], &R[A]); }
HELPER(AddInt) {
  Value small = value_int(SIGNED_C);
  return add_values(vm, &R[B], &small, &R[A]);
}
#define BINARY(name, operation)                                                                     \
  HELPER(name) { return binary_slow(vm, OPCODE_##operation, &R[B], &R[C], &R[A]); }
#define BINARY_INT(name, operation)                                                                 \
  HELPER(name) {                                                                                    \
    Value small = value_int(SIGNED_C);                                                              \
    return binary_slow(vm, OPCODE_##operation, &R[B], &small, &R[A]);                               \
  }
#define BOTH(name) BINARY(name, name) BINARY_INT(name##Int, name)
BOTH(Sub) BOTH(Mul) BOTH(Div) BOTH(Mod) BOTH(BitAnd) BOTH(BitOr) BOTH(BitXor) BOTH(Shl) BOTH(Sar) BOTH(Shr)
BINARY(Exp, Exp)

HELPER(Negate) {
  double d;
  if (!to_number(vm, &R[B], &d)) return false;
  R[A] = number(-d);
  return true;
}
HELPER(ToNumber) {
  double d;
  if (!to_number(vm, &R[B], &d)) return false;
  R[A] = number(d);
  return true;
}
HELPER(Increment) {
  double d;
  if (!to_number(vm, &R[B], &d)) return false;
  R[A] = number(d + 1);
  return true;
}
HELPER(Decrement) {
  double d;
  if (!to_number(vm, &R[B], &d)) return false;
  R[A] = number(d - 1);
  return true;
}
HELPER(BitNot) {
  double d;
  if (!to_number(vm, &R[B], &d)) return false;
  R[A] = value_int(~double_to_int32(d));
  return true;
}
HELPER(Not) {
  R[A] = value_boolean(!truthy(R[B]));
  return true;
}
HELPER(TypeOf) {
  R[A] = *type_of(vm, R[B]);
  return true;
}
HELPER(ToPropertyKey) {
  if (LIKELY(!value_is_nullish(R[C]))) return to_property_key_register(vm, &R[B], &R[A]);
  R[A] = R[B];
  return true;
}
HELPER(ToString) {
  if (UNLIKELY(!value_is_string(R[B]))) return to_string_register(vm, &R[B], &R[A]);
  R[A] = R[B];
  return true;
}
HELPER(Concat) { return concat_strings(vm, &R[B], C, &R[A]); }

// --------------------------------------------------------------------------------------------------- comparisons

bool baseline_help_truthy(Value value) { return truthy(value); }

HELPER(Equality) {
  bool equal;
  if (OP == OPCODE_StrictEq || OP == OPCODE_StrictNe) equal = strict_equals_fast(vm, &R[B], &R[C]);
  else if (!loosely_equals_fast(vm, R[B], R[C], &equal)) return false;
  R[A] = value_boolean(equal == (OP == OPCODE_Eq || OP == OPCODE_StrictEq));
  return true;
}

static bool by_order(Opcode op, double x, double y) {
  switch (op) {
  case OPCODE_Lt: return x < y;
  case OPCODE_Le: return x <= y;
  case OPCODE_Gt: return x > y;
  default: return x >= y;
  }
}

static bool compare(VM *vm, Opcode op, Handle x, Handle y, bool *holds) {
  if (!value_is_number(*x) || !value_is_number(*y)) return compare_slow(vm, op, x, y, holds);
  *holds = by_order(op, value_as_number(*x), value_as_number(*y));
  return true;
}

HELPER(Order) {
  bool holds;
  if (!compare(vm, OP, &R[B], &R[C], &holds)) return false;
  R[A] = value_boolean(holds);
  return true;
}

// The comparison that a jump makes, and whether it jumps when that holds.
static Opcode comparison_of(Opcode op, bool *wanted) {
  static const Opcode order[] = {OPCODE_Lt, OPCODE_Le, OPCODE_Gt, OPCODE_Ge};
  unsigned place = (unsigned)op - (op >= OPCODE_JumpLtInt ? OPCODE_JumpLtInt : OPCODE_JumpLt);
  *wanted = place < 4;
  return order[place % 4];
}
_Static_assert(OPCODE_JumpGe == OPCODE_JumpLt + 3 && OPCODE_JumpNotLt == OPCODE_JumpLt + 4 && OPCODE_JumpNotGe == OPCODE_JumpLt + 7 &&
               OPCODE_JumpGeInt == OPCODE_JumpLtInt + 3 && OPCODE_JumpNotLtInt == OPCODE_JumpLtInt + 4 &&
               OPCODE_JumpNotGeInt == OPCODE_JumpLtInt + 7, "see comparison_of");

HelpCondition baseline_help_condition(VM *vm, uint64_t instruction) {
  bool holds, wanted = true, ok = true;
  Value small = value_int(SIGNED_B);
  Opcode op = OP;
  switch (op) {
  case OPCODE_ForInNext: ok = for_in_next(vm, &R[B], &R[A], &holds); break;
  case OPCODE_IteratorNext: ok = iterator_next(vm, &R[B], &R[A], &holds); break;
  case OPCODE_JumpEq: case OPCODE_JumpNe: ok = loosely_equals_fast(vm, R[A], R[B], &holds); break;
  case OPCODE_JumpEqInt: case OPCODE_JumpNeInt: ok = loosely_equals_fast(vm, R[A], small, &holds); break;
  case OPCODE_JumpStrictEq: case OPCODE_JumpStrictNe: holds = strict_equals_fast(vm, &R[A], &R[B]); break;
  case OPCODE_JumpStrictEqInt: case OPCODE_JumpStrictNeInt: holds = strict_equals_fast(vm, &R[A], &small); break;
  default: {
    Opcode comparison = comparison_of(op, &wanted);
    ok = compare(vm, comparison, &R[A], op >= OPCODE_JumpLtInt ? &small : &R[B], &holds);
  }
  }
  if (!ok) return HELP_CONDITION_FAILED;
  if (op == OPCODE_JumpNe || op == OPCODE_JumpNeInt || op == OPCODE_JumpStrictNe || op == OPCODE_JumpStrictNeInt) wanted = false;
  return holds == wanted ? HELP_TRUE : HELP_FALSE;
}

// ------------------------------------------------------------------------------------------------------ iteration

HELPER(ForInPrepare) { return for_in_prepare(vm, &R[B], &R[A]); }
HELPER(GetIterator) { return iterator_open(vm, &R[B], &R[A]); }
HELPER(IteratorClose) { return iterator_close(vm, &R[A]); }
HELPER(IteratorCloseQuiet) { return iterator_close_quiet(vm, &R[A]); }

// ------------------------------------------------------------------------------------------------------ the table

BaselineHelper *baseline_helper(Opcode op) {
#define HAS(name) case OPCODE_##name: return help_##name;
#define HAS_INT(name) HAS(name) HAS(name##Int)
  switch (op) {
  HAS(CallSpread) HAS(NewSpread) HAS(CallEval) HAS(CallEvalSpread) HAS(CreateArguments) HAS(CreateMappedArguments) HAS(CreateRest)
  HAS(CoerceThis) HAS(LoadNewTarget) HAS(CheckInitialized) HAS(GetGlobal) HAS(GetGlobalOrUndefined) HAS(SetGlobal)
  HAS(NewContext) HAS(CopyContext) HAS(WithHas) HAS(CheckBinding) HAS(ToObject)
  HAS(GetNamed) HAS(GetLength) HAS(GetMethod) HAS(SetNamed) HAS(DefineNamed) HAS(GetIndex) HAS(GetIndexMethod) HAS(SetIndex)
  HAS(DefineIndex) HAS(DefineGetter) HAS(DefineSetter) HAS(SetPrototype) HAS(SetFunctionName) HAS(DeleteNamed)
  HAS(DeleteIndex) HAS(In) HAS(InstanceOf)
  HAS(NewObject) HAS(NewObjectLiteral) HAS(NewArray) HAS(NewArrayConst) HAS(ArrayPush) HAS(ArrayPushHole) HAS(ArraySpread)
  HAS(ObjectSpread) HAS(NewRegExp) HAS(NewFunction) HAS(TemplateObject)
  HAS_INT(Add) HAS_INT(Sub) HAS_INT(Mul) HAS_INT(Div) HAS_INT(Mod) HAS_INT(BitAnd) HAS_INT(BitOr) HAS_INT(BitXor) HAS_INT(Shl)
  HAS_INT(Sar) HAS_INT(Shr) HAS(Exp) HAS(Negate) HAS(ToNumber) HAS(Increment) HAS(Decrement) HAS(BitNot) HAS(Not) HAS(TypeOf)
  HAS(ToPropertyKey) HAS(ToString) HAS(Concat)
  HAS(ForInPrepare) HAS(GetIterator) HAS(IteratorClose) HAS(IteratorCloseQuiet)
  case OPCODE_ToNumeric: return help_ToNumber;
  case OPCODE_Eq: case OPCODE_Ne: case OPCODE_StrictEq: case OPCODE_StrictNe: return help_Equality;
  case OPCODE_Lt: case OPCODE_Le: case OPCODE_Gt: case OPCODE_Ge: return help_Order;
  default: return NULL;
  }
#undef HAS
#undef HAS_INT
}
