// vm/exec/interpreter.c - the interpreter loop: direct-threaded dispatch over the table of opcodes.def.
//
// Registers, constants and inline caches are reached through three C pointers that no collection moves: the register
// stack is one reserved mapping, code and feedback live in code space.  So an opcode that allocates has nothing to reload.
// JavaScript calls push a Frame and go on in the same loop; only natives, accessors and conversions that run JavaScript
// come in again from C.  `frame->pc` is saved before anything that may throw, collect or call.
#include "vm/exec/interpreter.h"

#include "jit/baseline.h"
#include "vm/exec/arguments.h"
#include "vm/exec/call.h"
#include "vm/exec/code.h"
#include "vm/exec/construct.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/exec/eval.h"
#include "vm/exec/inline-cache.h"
#include "vm/exec/iterator.h"
#include "vm/exec/literals.h"
#include "vm/native.h"
#include "vm/exec/operations.h"
#include "vm/exec/slow-paths.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"
#include "objects/object.h"

_Static_assert(sizeof(Instruction) == 8, "an instruction is one 64-bit load");

// Marks the end of the way through an opcode that did everything inline.
#define NEXT                              \
  do {                                    \
    memcpy(&I, pc, 8);                    \
    pc++;                                 \
    goto *labels[(uint16_t)I];            \
  } while (0)
#define CASE(name) L_##name
#define A ((uint16_t)(I >> 16))
#define B ((uint16_t)(I >> 32))
#define C ((uint16_t)(I >> 48))
#define SIGNED_B ((int16_t)(I >> 32))
#define SIGNED_C ((int16_t)(I >> 48))
#define WIDE ((int32_t)(I >> 32))
#define SAVE() (frame->pc = pc)
#define CHECK(e)                          \
  do {                                    \
    if (UNLIKELY(!(e))) goto exception;   \
  } while (0)
#define JUMP(distance)                                   \
  do {                                                   \
    pc += (distance);                                    \
    if (UNLIKELY(vm->interrupt)) goto interrupt;         \
    NEXT;                                                \
  } while (0)

// Binary arithmetic: integers first, then doubles, then the slow way.
#define ARITHMETIC(name, right, int_case, double_expression)                        \
  CASE(name) : {                                                                    \
    Value x = R[B], y = right;                                                      \
    if (LIKELY(value_are_ints(x, y))) {                                             \
      int32_t i = value_as_int(x), j = value_as_int(y), k;                          \
      (void)i, (void)j, (void)k;                                                    \
      int_case                                                                      \
    }                                                                               \
    if (LIKELY(value_is_number(x) && value_is_number(y))) {                         \
      double d = value_as_number(x), e = value_as_number(y);                        \
      R[A] = double_expression;                                                     \
      NEXT;                                                                         \
    }                                                                               \
    goto slow_##name;                                                               \
  }

#define SLOW_BINARY(name, op)                                                       \
  slow_##name : {                                                                   \
    SAVE();                                                                         \
    CHECK(binary_slow(vm, op, &R[B], &R[C], &R[A]));                                \
    NEXT;                                                                           \
  }                                                                                 \
  slow_##name##Int : {                                                              \
    SAVE();                                                                         \
    Value small = value_int(SIGNED_C);                                              \
    CHECK(binary_slow(vm, op, &R[B], &small, &R[A]));                               \
    NEXT;                                                                           \
  }

#define BITWISE(name, right, expression)                                            \
  CASE(name) : {                                                                    \
    Value x = R[B], y = right;                                                      \
    int32_t i, j;                                                                   \
    if (LIKELY(value_are_ints(x, y))) {                                             \
      i = value_as_int(x), j = value_as_int(y);                                     \
    } else if (value_is_number(x) && value_is_number(y)) {                          \
      i = value_is_int(x) ? value_as_int(x) : double_to_int32(value_as_double(x));  \
      j = value_is_int(y) ? value_as_int(y) : double_to_int32(value_as_double(y));  \
    } else {                                                                        \
      goto slow_##name;                                                             \
    }                                                                               \
    R[A] = expression;                                                              \
    NEXT;                                                                           \
  }

#define ADD_INTS                                                                    \
  if (LIKELY(!__builtin_add_overflow(i, j, &k))) {                                  \
    R[A] = value_int(k);                                                            \
    NEXT;                                                                           \
  }
#define SUB_INTS                                                                    \
  if (LIKELY(!__builtin_sub_overflow(i, j, &k))) {                                  \
    R[A] = value_int(k);                                                            \
    NEXT;                                                                           \
  }
#define MUL_INTS                                                                    \
  if (LIKELY(!__builtin_mul_overflow(i, j, &k) && (k != 0 || (i | j) >= 0))) {      \
    R[A] = value_int(k);                                                            \
    NEXT;                                                                           \
  }
#define MOD_INTS                                                                    \
  if (LIKELY(i >= 0 && j > 0)) {                                                    \
    R[A] = value_int((j & (j - 1)) == 0 ? (i & (j - 1)) : i % j);                   \
    NEXT;                                                                           \
  }

#define COMPARISON(name, c_operator, op)                                            \
  CASE(name) : {                                                                    \
    Value x = R[B], y = R[C];                                                       \
    if (LIKELY(value_are_ints(x, y))) {                                             \
      R[A] = value_boolean(value_as_int(x) c_operator value_as_int(y));             \
      NEXT;                                                                         \
    }                                                                               \
    if (LIKELY(value_is_number(x) && value_is_number(y))) {                         \
      R[A] = value_boolean(value_as_number(x) c_operator value_as_number(y));       \
      NEXT;                                                                         \
    }                                                                               \
    SAVE();                                                                         \
    bool holds;                                                                     \
    CHECK(compare_slow(vm, op, &R[B], &R[C], &holds));                              \
    R[A] = value_boolean(holds);                                                    \
    NEXT;                                                                           \
  }

#define COMPARE_JUMP(name, right, c_operator, op, wanted)                           \
  CASE(name) : {                                                                    \
    Value x = R[A], y = right;                                                      \
    bool holds;                                                                     \
    if (LIKELY(value_are_ints(x, y))) {                                             \
      holds = value_as_int(x) c_operator value_as_int(y);                          \
    } else if (LIKELY(value_is_number(x) && value_is_number(y))) {                  \
      holds = value_as_number(x) c_operator value_as_number(y);                    \
    } else {                                                                        \
      SAVE();                                                                       \
      CHECK(compare_slow(vm, op, &R[A], &y, &holds));                              \
    }                                                                               \
    if (holds == wanted) JUMP(SIGNED_C);                                           \
    NEXT;                                                                           \
  }

#define EQUALITY_JUMP(name, right, wanted, slow)                                    \
  CASE(name) : {                                                                    \
    Value x = R[A], y = right;                                                      \
    bool holds;                                                                     \
    if (LIKELY(value_are_ints(x, y))) {                                             \
      holds = value_same(x, y);                                                    \
    } else {                                                                        \
      SAVE();                                                                       \
      slow                                                                          \
    }                                                                               \
    if (holds == wanted) JUMP(SIGNED_C);                                           \
    NEXT;                                                                           \
  }
#define STRICT_SLOW holds = strict_equals_fast(vm, &x, &y);
#define LOOSE_SLOW CHECK(loosely_equals_fast(vm, x, y, &holds));

// Loads what the loop keeps of the innermost frame.
#define ENTER_FRAME(f)                     \
  do {                                     \
    R = (f)->registers;                    \
    K = (f)->code->constant_values;        \
    ics = (f)->code->caches;               \
  } while (0)

// Goes on in the function whose Code is `target`, called with what is at `base`; R[A] will receive the result.
#define CALL_FUNCTION(target, with_flags)                                             \
  do {                                                                              \
    if (LIKELY(frame_fits(vm, frame, base, target))) {                              \
      frame_start(vm, frame + 1, target, base, argc, with_flags, A);                \
      vm->frame = frame + 1;                                                        \
      R = base;                                                                     \
    } else {                                                                        \
      CHECK(frame_push(vm, base, argc, with_flags, A));                             \
      R = frame[1].registers;                                                       \
    }                                                                               \
    frame++;                                                                        \
    if (with_flags) frame->new_target = R[0];                                       \
    K = target->constant_values;                                                    \
    ics = target->caches;                                                           \
    pc = target->instructions;                                                      \
    if (UNLIKELY(--target->budget < 0)) goto hot;                                   \
    NEXT;                                                                           \
  } while (0)

bool interpret(VM *vm, Slot out) {
  static const void *const labels[OPCODE_COUNT] = {
#define OP(name, a, b, c, effect) &&L_##name,
#include "compiler/opcodes.def"
#undef OP
  };
  Frame *frame = vm->frame;
  Value *R;
  const Value *K;
  InlineCache *ics;
  const Instruction *pc;
  uint64_t I;
  Value result;
  const void *address;  // of machine code

  ENTER_FRAME(frame);
  pc = frame->pc;
  if (UNLIKELY(--frame->code->budget < 0)) goto hot;
  NEXT;

  CASE(Prepare) : SAVE();
  code_prepare(vm, frame->code);
  ENTER_FRAME(frame);
  pc = frame->code->instructions;
  NEXT;

  // ---------------------------------------------------------------------------------------------------- loads
  CASE(LoadConst) : R[A] = K[WIDE];
  NEXT;
  CASE(LoadInt) : R[A] = value_int(WIDE);
  NEXT;
  CASE(LoadUndefined) : R[A] = VALUE_UNDEFINED;
  NEXT;
  CASE(LoadNull) : R[A] = VALUE_NULL;
  NEXT;
  CASE(LoadTrue) : R[A] = VALUE_TRUE;
  NEXT;
  CASE(LoadFalse) : R[A] = VALUE_FALSE;
  NEXT;
  CASE(LoadHole) : R[A] = VALUE_EMPTY;
  NEXT;
  CASE(Move) : R[A] = R[B];
  NEXT;
  CASE(CoerceThis) : if (!value_is_object(R[1])) {
    SAVE();
    if (value_is_nullish(R[1])) R[1] = vm->runtime.global;
    else CHECK(to_object(vm, &R[1], &R[1]));
  }
  NEXT;
  CASE(LoadNewTarget) : R[A] = frame->flags & FRAME_CONSTRUCT ? frame->new_target : VALUE_UNDEFINED;
  NEXT;
  CASE(CheckInitialized) : if (UNLIKELY(value_is_empty(R[A]))) {
    SAVE();
    throw_reference(vm, "Cannot access '%v' before initialization", &K[WIDE]);
    goto exception;
  }
  NEXT;
  CASE(ThrowConstAssign) : SAVE();
  throw_type(vm, "Assignment to constant variable.");
  goto exception;

  // ---------------------------------------------------------------------------------------------------- globals
  CASE(GetGlobal) : {
    InlineCache *ic = &ics[C];
    HeapObject *global = value_as_object(vm->runtime.global);
    if (LIKELY(ic->shape.value_.bits == cache_shape_word(IC_OWN, heap_object_aux(global)) &&
               (uint32_t)ic->epoch.value_.bits == vm->runtime.prototype_epoch)) {
      R[A] = *place_slot(global, value_as_int(ic->place.value_));
      NEXT;
    }
    SAVE();
    CHECK(cached_get_global(vm, frame->code, C, false, &R[A]));
    NEXT;
  }
  CASE(GetGlobalOrUndefined) : SAVE();
  CHECK(cached_get_global(vm, frame->code, C, true, &R[A]));
  NEXT;
  CASE(SetGlobal) : {
    InlineCache *ic = &ics[C];
    HeapObject *global = value_as_object(vm->runtime.global);
    if (LIKELY(ic->shape.value_.bits == cache_shape_word(IC_OWN, heap_object_aux(global)) &&
               (uint32_t)ic->epoch.value_.bits == vm->runtime.prototype_epoch)) {
      store_at_place(vm, global, value_as_int(ic->place.value_), R[A]);
      NEXT;
    }
    SAVE();
    CHECK(cached_set_global(vm, frame->code, C, &R[A]));
    NEXT;
  }
  CASE(CheckGlobalName) : SAVE();
  CHECK(check_global_name(vm, &K[WIDE], A));
  NEXT;
  CASE(DeclareGlobalVar) : SAVE();
  CHECK(declare_global_var(vm, &K[WIDE]));
  NEXT;
  CASE(DeclareGlobalFunction) : SAVE();
  CHECK(declare_global_function(vm, &K[WIDE], &R[A]));
  NEXT;
  CASE(DeclareEvalVar) : SAVE();
  CHECK(declare_eval_variable(vm, &R[A], B, &K[C]));
  NEXT;
  CASE(DeclareGlobalLexical) : SAVE();
  CHECK(declare_global_lexical(vm, &K[WIDE], A != 0));
  NEXT;
  CASE(InitGlobalLexical) : SAVE();
  CHECK(init_global_lexical(vm, &K[WIDE], &R[A]));
  NEXT;

  // ---------------------------------------------------------------------------------------------------- contexts
  CASE(LoadClosureContext) : R[A] = field_get(&((JSFunction *)value_as_object(R[0]))->context);
  NEXT;
  CASE(NewContext) : {
    SAVE();
    Value none = VALUE_EMPTY;
    scope_context_new(vm, &K[C], B == NO_REGISTER ? &none : &R[B], &R[A]);
    NEXT;
  }
  CASE(CopyContext) : SAVE();
  scope_context_copy(vm, &R[B], &R[A]);
  NEXT;
  CASE(ParentContext) : {
    Value context = R[B];
    for (unsigned depth = C; depth > 0; depth--) context = field_get(&((Context *)value_as_object(context))->parent);
    R[A] = context;
    NEXT;
  }
#define CONTEXT0 ((Context *)value_as_object(R[B]))
#define CONTEXT1 ((Context *)value_as_object(CONTEXT0->parent.value_))
#define CONTEXT2 ((Context *)value_as_object(CONTEXT1->parent.value_))
  CASE(GetSlot) : R[A] = CONTEXT0->slots[C].value_;
  NEXT;
  CASE(GetSlot1) : R[A] = CONTEXT1->slots[C].value_;
  NEXT;
  CASE(GetSlot2) : R[A] = CONTEXT2->slots[C].value_;
  NEXT;
  CASE(SetSlot) : field_set(vm, CONTEXT0, &CONTEXT0->slots[C], R[A]);
  NEXT;
  CASE(SetSlot1) : field_set(vm, CONTEXT1, &CONTEXT1->slots[C], R[A]);
  NEXT;
  CASE(SetSlot2) : field_set(vm, CONTEXT2, &CONTEXT2->slots[C], R[A]);
  NEXT;

  // -------------------------------------------------------------------------------------------------- properties
  CASE(GetLength) : {
    Value o = R[B];
    if (LIKELY(value_is_pointer(o))) {
      Kind kind = value_kind(o);
      if (kind == KIND_ARRAY) {
        R[A] = field_get(&((JSArray *)value_as_object(o))->length);
        NEXT;
      }
      if (kind <= KIND_STRING_SLICE) {
        R[A] = value_int((int32_t)((String *)value_as_object(o))->length);
        NEXT;
      }
    }
  }
  // fall through: an object with a property of that name
  CASE(GetNamed) : {
    Value o = R[B];
    InlineCache *ic = &ics[C];
    if (LIKELY(value_is_pointer(o))) {
      HeapObject *object = value_as_object(o);
      if (LIKELY(ic->shape.value_.bits == cache_shape_word(IC_OWN_INOBJECT, heap_object_aux(object)))) {
        R[A] = *(Value *)(void *)((char *)object + value_as_int(ic->place.value_));
        NEXT;
      }
      const Value *slot = cache_lookup(vm, ic, o);
      if (LIKELY(slot != NULL)) {
        R[A] = *slot;
        NEXT;
      }
    }
    SAVE();
    CHECK(cached_get(vm, frame->code, C, &R[B], &R[A]));
    NEXT;
  }
  CASE(GetMethod) : {
    Value o = R[B];
    if (LIKELY(value_is_pointer(o))) {
      const Value *slot = cache_lookup(vm, &ics[C], o);
      if (LIKELY(slot != NULL)) {
        Value method = *slot;
        R[A + 1] = o;
        R[A] = method;
        NEXT;
      }
    }
    SAVE();
    R[A + 1] = o;
    CHECK(cached_get(vm, frame->code, C, &R[A + 1], &R[A]));
    NEXT;
  }
  CASE(SetNamed) : if (LIKELY(value_is_pointer(R[A]) && cache_store(vm, &ics[C], R[A], R[B]))) NEXT;
  SAVE();
  CHECK(cached_set(vm, frame->code, C, &R[A], &R[B]));
  NEXT;
  CASE(DefineNamed) : SAVE();
  CHECK(cached_define(vm, frame->code, C, &R[A], &R[B]));
  NEXT;
  CASE(GetIndex) : if (LIKELY(indexed_load(vm, R[B], R[C], &R[A]))) NEXT;
  SAVE();
  CHECK(get_keyed(vm, &R[B], &R[C], &R[A]));
  NEXT;
  CASE(GetIndexMethod) : {
    Value o = R[B], method;
    if (LIKELY(value_is_object(o) && indexed_load(vm, o, R[C], &method))) {
      R[A + 1] = o;
      R[A] = method;
      NEXT;
    }
    SAVE();
    R[A + 1] = o;
    CHECK(get_keyed(vm, &R[A + 1], &R[C], &R[A]));
    NEXT;
  }
  CASE(SetIndex) : if (LIKELY(indexed_store(vm, R[A], R[B], R[C]))) NEXT;
  SAVE();
  CHECK(set_keyed(vm, frame->code, &R[A], &R[B], &R[C]));
  NEXT;
  CASE(DefineIndex) : SAVE();
  CHECK(define_data(vm, &R[A], &R[B], &R[C], ATTR_ALL));
  NEXT;
  CASE(DefineGetter) : {
    SAVE();
    Value none = VALUE_EMPTY;
    CHECK(define_accessor(vm, &R[A], &R[B], &R[C], &none, ATTR_ENUMERABLE | ATTR_CONFIGURABLE));
    NEXT;
  }
  CASE(DefineSetter) : {
    SAVE();
    Value none = VALUE_EMPTY;
    CHECK(define_accessor(vm, &R[A], &R[B], &none, &R[C], ATTR_ENUMERABLE | ATTR_CONFIGURABLE));
    NEXT;
  }
  CASE(SetPrototype) : if (value_is_object(R[B]) || value_is_null(R[B])) {
    SAVE();
    bool ok;
    CHECK(set_prototype(vm, &R[A], &R[B], &ok));
  }
  NEXT;
  CASE(SetFunctionName) : SAVE();
  CHECK(set_function_name(vm, &R[A], &R[B], C));
  NEXT;
  CASE(DeleteNamed) : SAVE();
  CHECK(delete_keyed(vm, frame->code, &R[B], &K[C], &R[A]));
  NEXT;
  CASE(DeleteIndex) : SAVE();
  CHECK(delete_keyed(vm, frame->code, &R[B], &R[C], &R[A]));
  NEXT;
  CASE(DeleteGlobal) : SAVE();
  CHECK(delete_global(vm, &K[WIDE], &R[A]));
  NEXT;
  CASE(In) : {
    SAVE();
    bool found;
    CHECK(in_operator(vm, &R[B], &R[C], &found));
    R[A] = value_boolean(found);
    NEXT;
  }
  CASE(InstanceOf) : {
    SAVE();
    bool is;
    CHECK(instance_of(vm, &R[B], &R[C], &is));
    R[A] = value_boolean(is);
    NEXT;
  }
  CASE(WithHas) : {
    SAVE();
    bool found;
    CHECK(with_has(vm, &R[B], &K[C], &found));
    R[A] = value_boolean(found);
    NEXT;
  }
  CASE(CheckBinding) : SAVE();
  CHECK(check_binding(vm, &R[A], &K[B]));
  NEXT;
  CASE(ToObject) : SAVE();
  CHECK(to_object_register(vm, &R[B], &R[A]));
  NEXT;

  // ---------------------------------------------------------------------------------------------------- literals
  CASE(NewObject) : SAVE();
  literal_object(vm, B, &R[A]);
  NEXT;
  CASE(NewObjectLiteral) : SAVE();
  literal_object_values(vm, frame->code, C, &R[B], &R[A]);
  NEXT;
  CASE(NewArray) : SAVE();
  CHECK(literal_array(vm, &R[B], C, &R[A]));
  NEXT;
  CASE(NewArrayConst) : SAVE();
  array_from_shared(vm, &K[WIDE], &R[A]);
  NEXT;
  CASE(ArrayPush) : SAVE();
  CHECK(array_push(vm, &R[A], &R[B]));
  NEXT;
  CASE(ArrayPushHole) : {
    SAVE();
    bool ok;
    CHECK(array_set_length(vm, &R[A], array_length(&R[A]) + 1, true, &ok));
    NEXT;
  }
  CASE(ArraySpread) : SAVE();
  CHECK(array_spread(vm, &R[A], &R[B]));
  NEXT;
  CASE(ObjectSpread) : SAVE();
  CHECK(object_spread(vm, &R[A], &R[B]));
  NEXT;
  CASE(NewRegExp) : SAVE();
  CHECK(literal_regexp(vm, frame->code, (uint32_t)WIDE, &R[A]));
  NEXT;
  CASE(NewFunction) : {
    SAVE();
    Value none = VALUE_EMPTY;
    function_new(vm, &K[C], B == NO_REGISTER ? &none : &R[B], &R[A]);
    NEXT;
  }
  CASE(TemplateObject) : SAVE();
  CHECK(literal_template(vm, frame->code, (uint32_t)WIDE, &R[A]));
  NEXT;

  // -------------------------------------------------------------------------------------------------- arithmetic
  ARITHMETIC(Add, R[C], ADD_INTS, value_double(d + e))
  ARITHMETIC(AddInt, value_int(SIGNED_C), ADD_INTS, value_double(d + e))
  ARITHMETIC(Sub, R[C], SUB_INTS, value_double(d - e))
  ARITHMETIC(SubInt, value_int(SIGNED_C), SUB_INTS, value_double(d - e))
  ARITHMETIC(Mul, R[C], MUL_INTS, value_double(d * e))
  ARITHMETIC(MulInt, value_int(SIGNED_C), MUL_INTS, value_double(d * e))
  ARITHMETIC(Div, R[C], , number(d / e))
  ARITHMETIC(DivInt, value_int(SIGNED_C), , number(d / e))
  ARITHMETIC(Mod, R[C], MOD_INTS, number(number_remainder(d, e)))
  ARITHMETIC(ModInt, value_int(SIGNED_C), MOD_INTS, number(number_remainder(d, e)))
  CASE(Exp) : SAVE();
  CHECK(binary_slow(vm, OPCODE_Exp, &R[B], &R[C], &R[A]));
  NEXT;
  BITWISE(BitAnd, R[C], value_int(i & j))
  BITWISE(BitAndInt, value_int(SIGNED_C), value_int(i & j))
  BITWISE(BitOr, R[C], value_int(i | j))
  BITWISE(BitOrInt, value_int(SIGNED_C), value_int(i | j))
  BITWISE(BitXor, R[C], value_int(i ^ j))
  BITWISE(BitXorInt, value_int(SIGNED_C), value_int(i ^ j))
  BITWISE(Shl, R[C], value_int((int32_t)((uint32_t)i << (j & 31))))
  BITWISE(ShlInt, value_int(SIGNED_C), value_int((int32_t)((uint32_t)i << (j & 31))))
  BITWISE(Sar, R[C], value_int(i >> (j & 31)))
  BITWISE(SarInt, value_int(SIGNED_C), value_int(i >> (j & 31)))
  BITWISE(Shr, R[C], number_uint32((uint32_t)i >> (j & 31)))
  BITWISE(ShrInt, value_int(SIGNED_C), number_uint32((uint32_t)i >> (j & 31)))
  slow_Add : {
    SAVE();
    CHECK(add_values(vm, &R[B], &R[C], &R[A]));
    NEXT;
  }
  slow_AddInt : {
    SAVE();
    Value small = value_int(SIGNED_C);
    CHECK(add_values(vm, &R[B], &small, &R[A]));
    NEXT;
  }
  SLOW_BINARY(Sub, OPCODE_Sub)
  SLOW_BINARY(Mul, OPCODE_Mul)
  SLOW_BINARY(Div, OPCODE_Div)
  SLOW_BINARY(Mod, OPCODE_Mod)
  SLOW_BINARY(BitAnd, OPCODE_BitAnd)
  SLOW_BINARY(BitOr, OPCODE_BitOr)
  SLOW_BINARY(BitXor, OPCODE_BitXor)
  SLOW_BINARY(Shl, OPCODE_Shl)
  SLOW_BINARY(Sar, OPCODE_Sar)
  SLOW_BINARY(Shr, OPCODE_Shr)
  CASE(Negate) : {
    Value x = R[B];
    if (value_is_int(x) && value_as_int(x) != 0 && value_as_int(x) != INT32_MIN) {
      R[A] = value_int(-value_as_int(x));
      NEXT;
    }
    if (value_is_number(x)) {
      R[A] = number(-value_as_number(x));
      NEXT;
    }
    SAVE();
    double d;
    CHECK(to_number(vm, &R[B], &d));
    R[A] = number(-d);
    NEXT;
  }
  CASE(ToNumber) : CASE(ToNumeric) : {
    Value x = R[B];
    if (LIKELY(value_is_number(x))) {
      R[A] = x;
      NEXT;
    }
    SAVE();
    double d;
    CHECK(to_number(vm, &R[B], &d));
    R[A] = number(d);
    NEXT;
  }
  CASE(Increment) : {
    Value x = R[B];
    if (LIKELY(value_is_int(x) && value_as_int(x) != INT32_MAX)) {
      R[A] = value_int(value_as_int(x) + 1);
      NEXT;
    }
    if (value_is_number(x)) {
      R[A] = value_double(value_as_number(x) + 1);
      NEXT;
    }
    SAVE();
    double d;
    CHECK(to_number(vm, &R[B], &d));
    R[A] = number(d + 1);
    NEXT;
  }
  CASE(Decrement) : {
    Value x = R[B];
    if (LIKELY(value_is_int(x) && value_as_int(x) != INT32_MIN)) {
      R[A] = value_int(value_as_int(x) - 1);
      NEXT;
    }
    if (value_is_number(x)) {
      R[A] = value_double(value_as_number(x) - 1);
      NEXT;
    }
    SAVE();
    double d;
    CHECK(to_number(vm, &R[B], &d));
    R[A] = number(d - 1);
    NEXT;
  }
  CASE(BitNot) : {
    Value x = R[B];
    if (LIKELY(value_is_int(x))) {
      R[A] = value_int(~value_as_int(x));
      NEXT;
    }
    SAVE();
    double d;
    CHECK(to_number(vm, &R[B], &d));
    R[A] = value_int(~double_to_int32(d));
    NEXT;
  }
  CASE(Not) : R[A] = value_boolean(!truthy(R[B]));
  NEXT;
  CASE(TypeOf) : R[A] = *type_of(vm, R[B]);
  NEXT;
  CASE(ToPropertyKey) : if (UNLIKELY(value_is_nullish(R[C]))) R[A] = R[B];
  else {
    SAVE();
    CHECK(to_property_key_register(vm, &R[B], &R[A]));
  }
  NEXT;
  CASE(ToString) : if (LIKELY(value_is_string(R[B]))) R[A] = R[B];
  else {
    SAVE();
    CHECK(to_string_register(vm, &R[B], &R[A]));
  }
  NEXT;
  CASE(Concat) : SAVE();
  CHECK(concat_strings(vm, &R[B], C, &R[A]));
  NEXT;
  CASE(Eq) : {
    SAVE();
    bool equal;
    if (value_are_ints(R[B], R[C])) equal = value_same(R[B], R[C]);
    else CHECK(loosely_equals_fast(vm, R[B], R[C], &equal));
    R[A] = value_boolean(equal);
    NEXT;
  }
  CASE(Ne) : {
    SAVE();
    bool equal;
    if (value_are_ints(R[B], R[C])) equal = value_same(R[B], R[C]);
    else CHECK(loosely_equals_fast(vm, R[B], R[C], &equal));
    R[A] = value_boolean(!equal);
    NEXT;
  }
  CASE(StrictEq) : SAVE();
  R[A] = value_boolean(strict_equals_fast(vm, &R[B], &R[C]));
  NEXT;
  CASE(StrictNe) : SAVE();
  R[A] = value_boolean(!strict_equals_fast(vm, &R[B], &R[C]));
  NEXT;
  COMPARISON(Lt, <, OPCODE_Lt)
  COMPARISON(Le, <=, OPCODE_Le)
  COMPARISON(Gt, >, OPCODE_Gt)
  COMPARISON(Ge, >=, OPCODE_Ge)

  // ------------------------------------------------------------------------------------------------------- jumps
  CASE(Jump) : JUMP(WIDE);
  CASE(Loop) : if (UNLIKELY(--frame->code->budget < 0)) {
    pc--;
    goto hot;
  }
  NEXT;
  CASE(JumpTrue) : if (truthy(R[A])) JUMP(WIDE);
  NEXT;
  CASE(JumpFalse) : if (!truthy(R[A])) JUMP(WIDE);
  NEXT;
  CASE(JumpNullish) : if (value_is_nullish(R[A])) JUMP(WIDE);
  NEXT;
  CASE(JumpNotNullish) : if (!value_is_nullish(R[A])) JUMP(WIDE);
  NEXT;
  CASE(JumpUndefined) : if (value_is_undefined(R[A])) JUMP(WIDE);
  NEXT;
  CASE(JumpNotUndefined) : if (!value_is_undefined(R[A])) JUMP(WIDE);
  NEXT;
  CASE(JumpNull) : if (value_is_null(R[A])) JUMP(WIDE);
  NEXT;
  CASE(JumpNotNull) : if (!value_is_null(R[A])) JUMP(WIDE);
  NEXT;
  COMPARE_JUMP(JumpLt, R[B], <, OPCODE_Lt, true)
  COMPARE_JUMP(JumpLe, R[B], <=, OPCODE_Le, true)
  COMPARE_JUMP(JumpGt, R[B], >, OPCODE_Gt, true)
  COMPARE_JUMP(JumpGe, R[B], >=, OPCODE_Ge, true)
  COMPARE_JUMP(JumpNotLt, R[B], <, OPCODE_Lt, false)
  COMPARE_JUMP(JumpNotLe, R[B], <=, OPCODE_Le, false)
  COMPARE_JUMP(JumpNotGt, R[B], >, OPCODE_Gt, false)
  COMPARE_JUMP(JumpNotGe, R[B], >=, OPCODE_Ge, false)
  COMPARE_JUMP(JumpLtInt, value_int(SIGNED_B), <, OPCODE_Lt, true)
  COMPARE_JUMP(JumpLeInt, value_int(SIGNED_B), <=, OPCODE_Le, true)
  COMPARE_JUMP(JumpGtInt, value_int(SIGNED_B), >, OPCODE_Gt, true)
  COMPARE_JUMP(JumpGeInt, value_int(SIGNED_B), >=, OPCODE_Ge, true)
  COMPARE_JUMP(JumpNotLtInt, value_int(SIGNED_B), <, OPCODE_Lt, false)
  COMPARE_JUMP(JumpNotLeInt, value_int(SIGNED_B), <=, OPCODE_Le, false)
  COMPARE_JUMP(JumpNotGtInt, value_int(SIGNED_B), >, OPCODE_Gt, false)
  COMPARE_JUMP(JumpNotGeInt, value_int(SIGNED_B), >=, OPCODE_Ge, false)
  EQUALITY_JUMP(JumpEq, R[B], true, LOOSE_SLOW)
  EQUALITY_JUMP(JumpNe, R[B], false, LOOSE_SLOW)
  EQUALITY_JUMP(JumpStrictEq, R[B], true, STRICT_SLOW)
  EQUALITY_JUMP(JumpStrictNe, R[B], false, STRICT_SLOW)
  EQUALITY_JUMP(JumpEqInt, value_int(SIGNED_B), true, LOOSE_SLOW)
  EQUALITY_JUMP(JumpNeInt, value_int(SIGNED_B), false, LOOSE_SLOW)
  EQUALITY_JUMP(JumpStrictEqInt, value_int(SIGNED_B), true, STRICT_SLOW)
  EQUALITY_JUMP(JumpStrictNeInt, value_int(SIGNED_B), false, STRICT_SLOW)

  // ------------------------------------------------------------------------------------------------------- calls
  CASE(CallPlain) : R[B + 1] = VALUE_UNDEFINED;
  // fall through
  CASE(Call) : {
    Value *base = R + B;
    Value callee = base[0];
    unsigned argc = C;
    frame->pc = pc;
    if (LIKELY(value_is_kind(callee, KIND_FUNCTION))) {
      Code *target = (Code *)value_as_object(((JSFunction *)value_as_object(callee))->code.value_);
      CALL_FUNCTION(target, 0);
    }
    if (LIKELY(value_is_kind(callee, KIND_NATIVE_FUNCTION))) {
      const Builtin *builtin = value_as_private(((NativeFunction *)value_as_object(callee))->builtin.value_);
      if (builtin->leaf && builtin->leaf(vm, base + 1, argc, &R[A])) NEXT;
      if (builtin->type >= BUILTIN_CALL) {
        if (call_forward(vm, builtin, base, &argc)) {
          Code *target = (Code *)value_as_object(((JSFunction *)value_as_object(base[0]))->code.value_);
          CALL_FUNCTION(target, 0);
        }
        frame->resume = vm->resume_in_interpreter;  // machine code left the call to be done here
      }
      CHECK(native_call(vm, base, argc, &undefined_value_));
      R[A] = base[2 + argc];
      NEXT;
    }
    CHECK(call_at(vm, base, argc, &R[A]));
    NEXT;
  }
  CASE(ApplyArguments) : {
    Value *base = R + B;
    frame->pc = pc + 1;
    if (LIKELY(value_is_undefined(R[C]) && call_forward_arguments(vm, base))) {
      unsigned argc = frame->argument_count;
      Code *target = (Code *)value_as_object(((JSFunction *)value_as_object(base[0]))->code.value_);
      CALL_FUNCTION(target, 0);
    }
    frame->resume = vm->resume_in_interpreter;
    if (value_is_undefined(R[C])) CHECK(create_arguments(vm, &R[C]));
    base[3] = R[C];
    NEXT;
  }
  CASE(CallEval) : SAVE();
  CHECK(call_eval(vm, &R[B], C, &R[A]));
  NEXT;
  CASE(CallEvalSpread) : SAVE();
  CHECK(call_eval_spread(vm, &R[B], &R[A]));
  NEXT;
  CASE(New) : {
    Value *base = R + B;
    unsigned argc = C;
    frame->pc = pc;
    if (LIKELY(value_is_kind(base[0], KIND_FUNCTION))) {
      Code *target = (Code *)value_as_object(((JSFunction *)value_as_object(base[0]))->code.value_);  // never moves
      if (LIKELY(target->flags & CODE_CONSTRUCTOR)) {
        Value shape = field_get(&((JSFunction *)value_as_object(base[0]))->initial_shape);
        bool is_settled = value_is_pointer(shape) && !((const Shape *)value_as_object(shape))->tracking;
        if (UNLIKELY(!is_settled)) {
          CHECK(construct_this(vm, &base[0], &base[0], &base[1]));
        } else if (target->flags & CODE_ASSIGNS_FIELDS && frame_fits(vm, frame, base, target) &&
                   construct_has_plan(vm, target, (const Shape *)value_as_object(shape))) {
          if (construct_object(vm, target, (const Shape *)value_as_object(shape), base, argc)) {
            R[A] = base[1];
            frame->resume = vm->resume_in_interpreter;  // machine code left the call to be done here
            NEXT;
          }
        } else {
          object_allocate(vm, (const Shape *)value_as_object(shape), &base[1]);
        }
        CALL_FUNCTION(target, FRAME_CONSTRUCT);
      }
    }
    CHECK(construct_at(vm, base, argc, &base[0], &R[A]));
    NEXT;
  }
  CASE(CallSpread) : SAVE();
  CHECK(call_spread(vm, R + B, &R[A]));
  NEXT;
  CASE(NewSpread) : SAVE();
  CHECK(new_spread(vm, R + B, &R[A]));
  NEXT;
  CASE(Return) : result = R[A];
return_result : {
  if (UNLIKELY(frame->flags)) {
    if ((frame->flags & FRAME_CONSTRUCT) && !value_is_object(result)) result = R[1];
    if (frame->flags & FRAME_ENTRY) {
      vm->frame = frame - 1;
      *out = result;
      return true;
    }
  }
  unsigned destination = frame->destination;
  frame--;
  vm->frame = frame;
  ENTER_FRAME(frame);
  pc = frame->pc;
  R[destination] = result;
  if (UNLIKELY(frame->resume != vm->resume_in_interpreter)) {
    address = frame->resume;
    goto run_native;
  }
  NEXT;
}
  CASE(ReturnUndefined) : result = VALUE_UNDEFINED;
  goto return_result;
  CASE(CreateArguments) : SAVE();
  CHECK(create_arguments(vm, &R[A]));
  NEXT;
  CASE(CreateMappedArguments) : SAVE();
  CHECK(create_mapped_arguments(vm, &R[B], &K[C], &R[A]));
  NEXT;
  CASE(CreateRest) : SAVE();
  CHECK(create_rest(vm, B, &R[A]));
  NEXT;

  // --------------------------------------------------------------------------------------------------- iteration
  CASE(ForInPrepare) : SAVE();
  CHECK(for_in_prepare(vm, &R[B], &R[A]));
  NEXT;
  CASE(ForInNext) : {
    SAVE();
    bool done;
    CHECK(for_in_next(vm, &R[B], &R[A], &done));
    if (done) JUMP(SIGNED_C);
    NEXT;
  }
  CASE(GetIterator) : SAVE();
  CHECK(iterator_open(vm, &R[B], &R[A]));
  NEXT;
  CASE(IteratorNext) : {
    SAVE();
    bool done;
    CHECK(iterator_next(vm, &R[B], &R[A], &done));
    if (done) JUMP(SIGNED_C);
    NEXT;
  }
  CASE(IteratorClose) : SAVE();
  CHECK(iterator_close(vm, &R[A]));
  NEXT;
  CASE(IteratorCloseQuiet) : SAVE();
  CHECK(iterator_close_quiet(vm, &R[A]));
  NEXT;

  // -------------------------------------------------------------------------------------------------- exceptions
  CASE(Throw) : SAVE();
  if (B) vm->exception = R[A];  // thrown again: it keeps its place
  else throw_value(vm, &R[A]);
  goto exception;
  CASE(ThrowError) : SAVE();
  throw_error_constant(vm, A, &K[WIDE]);
  goto exception;
  CASE(Debugger) : NEXT;

  // A function that is called or loops often: goes on in its machine code.
hot:
  frame->pc = pc + 1;  // the instruction under way is the one to be run next
  if (UNLIKELY(vm->interrupt)) CHECK(vm_handle_interrupt(vm));
  SAVE();
  address = baseline_entry(vm, frame->code, pc);
  if (address == NULL) {
    ENTER_FRAME(frame);
    pc = frame->pc;
    NEXT;
  }
run_native:
  if (baseline_run(vm, address) == BASELINE_EXCEPTION) goto exception;
  frame = vm->frame;
  ENTER_FRAME(frame);
  pc = frame->pc;
  NEXT;

interrupt:
  frame->pc = pc + 1;
  CHECK(vm_handle_interrupt(vm));
  NEXT;

exception:
  // Down the frames of this activation to the innermost handler.
  for (;;) {
    frame = vm->frame;
    const Handler *handler = frame_find_handler(vm, frame);
    if (handler) {
      ENTER_FRAME(frame);
      frame->resume = vm->resume_in_interpreter;
      R[handler->reg] = vm->exception;
      vm->exception = VALUE_EMPTY;
      pc = frame->code->instructions + handler->target;
      NEXT;
    }
    vm->frame = frame - 1;
    if (frame->flags & FRAME_ENTRY) return false;
  }
}
