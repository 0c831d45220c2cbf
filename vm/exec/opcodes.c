// vm/exec/opcodes.c - the functions of opcodes: see opcodes.h.
#include "vm/exec/opcodes.h"

#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/exec/arguments.h"
#include "vm/exec/call.h"
#include "vm/exec/eval.h"
#include "vm/exec/iterator.h"
#include "vm/exec/literals.h"
#include "vm/exec/operands.h"
#include "vm/exec/operations.h"
#include "vm/native.h"
#include "vm/property/property.h"

#define R (vm->frame->registers)
#define K (vm->frame->code->constant_values)
#define CODE (vm->frame->code)
#define CACHE (&vm->frame->code->caches[C])

#define FUNCTION(name) bool opcode_##name(VM *vm, __attribute__((unused)) uint64_t I)
#define BRANCH(name) Branch opcode_##name(VM *vm, uint64_t I)

// ------------------------------------------------------------------------------------------------------ bindings

FUNCTION(CoerceThis) {
  if (value_is_object(R[1])) return true;
  if (!value_is_nullish(R[1])) return to_object(vm, &R[1], &R[1]);
  R[1] = vm->runtime.global;
  return true;
}
FUNCTION(LoadNewTarget) {
  R[A] = vm->frame->flags & FRAME_CONSTRUCT ? vm->frame->new_target : VALUE_UNDEFINED;
  return true;
}
FUNCTION(CheckInitialized) {  // of the hole
  return throw_reference(vm, "Cannot access '%v' before initialization", &K[WIDE]);
}
FUNCTION(ThrowConstAssign) { return throw_type(vm, "Assignment to constant variable."); }

FUNCTION(GetGlobal) { return cached_get_global(vm, CODE, C, false, &R[A]); }
FUNCTION(GetGlobalOrUndefined) { return cached_get_global(vm, CODE, C, true, &R[A]); }
FUNCTION(SetGlobal) { return cache_store_global(vm, CACHE, R[A]) || cached_set_global(vm, CODE, C, &R[A]); }
FUNCTION(CheckGlobalName) { return check_global_name(vm, &K[WIDE], A); }
FUNCTION(DeclareGlobalVar) { return declare_global_var(vm, &K[WIDE]); }
FUNCTION(DeclareGlobalFunction) { return declare_global_function(vm, &K[WIDE], &R[A]); }
FUNCTION(DeclareGlobalLexical) { return declare_global_lexical(vm, &K[WIDE], A != 0); }
FUNCTION(InitGlobalLexical) { return init_global_lexical(vm, &K[WIDE], &R[A]); }
FUNCTION(DeclareEvalVar) { return declare_eval_variable(vm, &R[A], B, &K[C]); }

FUNCTION(NewContext) {
  Value none = VALUE_EMPTY;
  scope_context_new(vm, &K[C], B == NO_REGISTER ? &none : &R[B], &R[A]);
  return true;
}
FUNCTION(CopyContext) {
  scope_context_copy(vm, &R[B], C, &R[A]);
  return true;
}

// ------------------------------------------------------------------------------------------------------ properties

FUNCTION(GetNamed) {
  if (LIKELY(value_is_pointer(R[B]))) {
    const Value *slot = cache_lookup(vm, CACHE, R[B]);
    if (LIKELY(slot != NULL)) {
      R[A] = *slot;
      return true;
    }
  }
  return cached_get(vm, CODE, C, &R[B], &R[A]);
}
FUNCTION(GetLength) { return length_fast(R[B], &R[A]) || opcode_GetNamed(vm, I); }
FUNCTION(GetMethod) {
  if (LIKELY(cache_lookup_method(vm, CACHE, R[B], &R[A]))) return true;
  R[A + 1] = R[B];
  return cached_get(vm, CODE, C, &R[A + 1], &R[A]);
}
FUNCTION(SetNamed) {
  if (LIKELY(value_is_pointer(R[A])) && cache_store(vm, CACHE, R[A], R[B])) return true;
  return cached_set(vm, CODE, C, &R[A], &R[B]);
}
FUNCTION(DefineNamed) { return cached_define(vm, CODE, C, &R[A], &R[B]); }
FUNCTION(GetIndex) { return indexed_load(vm, R[B], R[C], &R[A]) || get_keyed(vm, &R[B], &R[C], &R[A]); }
FUNCTION(GetIndexMethod) {
  if (indexed_load_method(vm, R[B], R[C], &R[A])) return true;
  R[A + 1] = R[B];
  return get_keyed(vm, &R[A + 1], &R[C], &R[A]);
}
FUNCTION(SetIndex) { return indexed_store(vm, R[A], R[B], R[C]) || set_keyed(vm, CODE, &R[A], &R[B], &R[C]); }
FUNCTION(DefineIndex) { return define_data(vm, &R[A], &R[B], &R[C], ATTR_ALL); }
FUNCTION(DefineGetter) {
  Value none = VALUE_EMPTY;
  return define_accessor(vm, &R[A], &R[B], &R[C], &none, ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
}
FUNCTION(DefineSetter) {
  Value none = VALUE_EMPTY;
  return define_accessor(vm, &R[A], &R[B], &none, &R[C], ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
}
FUNCTION(SetPrototype) {
  bool ok;
  return !(value_is_object(R[B]) || value_is_null(R[B])) || set_prototype(vm, &R[A], &R[B], &ok);
}
FUNCTION(SetFunctionName) { return set_function_name(vm, &R[A], &R[B], C); }
FUNCTION(DeleteNamed) { return delete_keyed(vm, CODE, &R[B], &K[C], &R[A]); }
FUNCTION(DeleteIndex) { return delete_keyed(vm, CODE, &R[B], &R[C], &R[A]); }
FUNCTION(DeleteGlobal) { return delete_global(vm, &K[WIDE], &R[A]); }
FUNCTION(In) {
  bool found;
  TRY(in_operator(vm, &R[B], &R[C], &found));
  R[A] = value_boolean(found);
  return true;
}
FUNCTION(InstanceOf) {
  bool is;
  TRY(instance_of(vm, &R[B], &R[C], &is));
  R[A] = value_boolean(is);
  return true;
}
FUNCTION(WithHas) {
  bool found;
  TRY(with_has(vm, &R[B], &K[C], &found));
  R[A] = value_boolean(found);
  return true;
}
FUNCTION(CheckBinding) { return check_binding(vm, &R[A], &K[C]); }
FUNCTION(ToObject) { return to_object_register(vm, &R[B], &R[A]); }

// ------------------------------------------------------------------------------------------------------ literals

FUNCTION(NewObject) {
  literal_object(vm, B, &R[A]);
  return true;
}
FUNCTION(NewObjectLiteral) {
  literal_object_values(vm, CODE, C, &R[B], &R[A]);
  return true;
}
FUNCTION(NewArray) { return literal_array(vm, &R[B], C, &R[A]); }
FUNCTION(NewArrayConst) {
  array_from_shared(vm, &K[WIDE], &R[A]);
  return true;
}
FUNCTION(ArrayPush) { return array_push(vm, &R[A], &R[B]); }
FUNCTION(ArrayPushHole) {
  bool ok;
  return array_set_length(vm, &R[A], array_length(&R[A]) + 1, true, &ok);
}
FUNCTION(ArraySpread) { return array_spread(vm, &R[A], &R[B]); }
FUNCTION(ObjectSpread) { return object_spread(vm, &R[A], &R[B]); }
FUNCTION(NewRegExp) { return literal_regexp(vm, CODE, (uint32_t)WIDE, &R[A]); }
FUNCTION(NewFunction) {
  Value none = VALUE_EMPTY;
  function_new(vm, &K[C], B == NO_REGISTER ? &none : &R[B], &R[A]);
  return true;
}
FUNCTION(TemplateObject) { return literal_template(vm, CODE, (uint32_t)WIDE, &R[A]); }

// ------------------------------------------------------------------------------------------------------ arithmetic

static inline bool binary(VM *vm, Opcode op, Handle x, Handle y, Slot out) {
  return op == OPCODE_Add ? add_values(vm, x, y, out) : binary_slow(vm, op, x, y, out);
}

#define BINARY(name) \
  FUNCTION(name) { return binary(vm, OPCODE_##name, &R[B], &R[C], &R[A]); }
#define BINARY_INT(name)                                    \
  FUNCTION(name##Int) {                                     \
    Value small = value_int(SIGNED_C);                      \
    return binary(vm, OPCODE_##name, &R[B], &small, &R[A]); \
  }
#define BOTH(name) \
  BINARY(name)     \
  BINARY_INT(name)
BOTH(Add)
BOTH(Sub)
BOTH(Mul)
BOTH(Div)
BOTH(Mod)
BOTH(BitAnd)
BOTH(BitOr)
BOTH(BitXor)
BOTH(Shl)
BOTH(Sar)
BOTH(Shr)
BINARY(Exp)

// d is R[B] as a number.
#define UNARY(name, result)        \
  FUNCTION(name) {                 \
    double d;                      \
    TRY(to_number(vm, &R[B], &d)); \
    R[A] = result;                 \
    return true;                   \
  }
UNARY(Negate, number(-d))
UNARY(ToNumber, number(d))
UNARY(ToNumeric, number(d))
UNARY(Increment, number(d + 1))
UNARY(Decrement, number(d - 1))
UNARY(BitNot, value_int(~double_to_int32(d)))

FUNCTION(Not) {
  R[A] = value_boolean(!truthy(R[B]));
  return true;
}
FUNCTION(TypeOf) {
  R[A] = *type_of(vm, R[B]);
  return true;
}
FUNCTION(ToPropertyKey) {
  if (LIKELY(!value_is_nullish(R[C]))) return to_property_key_register(vm, &R[B], &R[A]);
  R[A] = R[B];
  return true;
}
FUNCTION(ToString) {
  if (UNLIKELY(!value_is_string(R[B]))) return to_string_register(vm, &R[B], &R[A]);
  R[A] = R[B];
  return true;
}
FUNCTION(Concat) { return concat_strings(vm, &R[B], C, &R[A]); }

// --------------------------------------------------------------------------------------------------- comparisons

static inline bool loose(VM *vm, Handle x, Handle y, bool *equal) { return loosely_equals_fast(vm, *x, *y, equal); }
static inline bool strict(VM *vm, Handle x, Handle y, bool *equal) {
  *equal = strict_equals_fast(vm, x, y);
  return true;
}

#define ORDER(Op, c_operator)                                                                            \
  static inline bool order_##Op(VM *vm, Handle x, Handle y, bool *holds) {                               \
    if (!value_is_number(*x) || !value_is_number(*y)) return compare_slow(vm, OPCODE_##Op, x, y, holds); \
    *holds = value_as_number(*x) c_operator value_as_number(*y);                                         \
    return true;                                                                                         \
  }
ORDER(Lt, <)
ORDER(Le, <=)
ORDER(Gt, >)
ORDER(Ge, >=)

#define COMPARISON(name, test, wanted)     \
  FUNCTION(name) {                         \
    bool holds;                            \
    TRY(test(vm, &R[B], &R[C], &holds));   \
    R[A] = value_boolean(holds == wanted); \
    return true;                           \
  }
COMPARISON(Eq, loose, true)
COMPARISON(Ne, loose, false)
COMPARISON(StrictEq, strict, true)
COMPARISON(StrictNe, strict, false)
COMPARISON(Lt, order_Lt, true)
COMPARISON(Le, order_Le, true)
COMPARISON(Gt, order_Gt, true)
COMPARISON(Ge, order_Ge, true)

#define COMPARE_JUMP(name, test, wanted)                        \
  BRANCH(Jump##name) {                                          \
    bool holds;                                                 \
    if (!test(vm, &R[A], &R[B], &holds)) return BRANCH_FAILED;  \
    return holds == wanted ? BRANCH_TAKEN : BRANCH_PASSED;      \
  }                                                             \
  BRANCH(Jump##name##Int) {                                     \
    Value small = value_int(SIGNED_B);                          \
    bool holds;                                                 \
    if (!test(vm, &R[A], &small, &holds)) return BRANCH_FAILED; \
    return holds == wanted ? BRANCH_TAKEN : BRANCH_PASSED;      \
  }
COMPARE_JUMP(Eq, loose, true)
COMPARE_JUMP(Ne, loose, false)
COMPARE_JUMP(StrictEq, strict, true)
COMPARE_JUMP(StrictNe, strict, false)
COMPARE_JUMP(Lt, order_Lt, true)
COMPARE_JUMP(Le, order_Le, true)
COMPARE_JUMP(Gt, order_Gt, true)
COMPARE_JUMP(Ge, order_Ge, true)
COMPARE_JUMP(NotLt, order_Lt, false)
COMPARE_JUMP(NotLe, order_Le, false)
COMPARE_JUMP(NotGt, order_Gt, false)
COMPARE_JUMP(NotGe, order_Ge, false)

// ------------------------------------------------------------------------------------------------------ calls

FUNCTION(CallSpread) { return call_spread(vm, &R[B], &R[A]); }
FUNCTION(NewSpread) { return new_spread(vm, &R[B], &R[A]); }
FUNCTION(CallEval) { return call_eval(vm, &R[B], C, &R[A]); }
FUNCTION(CallEvalSpread) { return call_eval_spread(vm, &R[B], &R[A]); }
FUNCTION(CreateArguments) { return create_arguments(vm, &R[A]); }
FUNCTION(CreateMappedArguments) { return create_mapped_arguments(vm, &R[B], &K[C], &R[A]); }
FUNCTION(CreateRest) { return create_rest(vm, B, &R[A]); }

// ------------------------------------------------------------------------------------------------------ iteration

FUNCTION(ForInPrepare) { return for_in_prepare(vm, &R[B], &R[A]); }
BRANCH(ForInNext) {
  bool done;
  if (!for_in_next(vm, &R[B], &R[A], &done)) return BRANCH_FAILED;
  return done ? BRANCH_TAKEN : BRANCH_PASSED;
}
FUNCTION(GetIterator) { return iterator_open(vm, &R[B], &R[A]); }
BRANCH(IteratorNext) {
  bool done;
  if (!iterator_next(vm, &R[B], &R[A], &done)) return BRANCH_FAILED;
  return done ? BRANCH_TAKEN : BRANCH_PASSED;
}
FUNCTION(IteratorClose) { return iterator_close(vm, &R[A]); }
FUNCTION(IteratorCloseQuiet) { return iterator_close_quiet(vm, &R[A]); }

// ------------------------------------------------------------------------------------------------------ exceptions

FUNCTION(Throw) {
  if (B) vm->exception = R[A];  // thrown again: it keeps its place
  else throw_value(vm, &R[A]);
  return false;
}
FUNCTION(ThrowError) {
  throw_error_constant(vm, A, &K[WIDE]);
  return false;
}
