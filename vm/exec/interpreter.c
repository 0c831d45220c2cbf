// vm/exec/interpreter.c - the interpreter loop: direct-threaded dispatch over the table of opcodes.def.
//
// Registers, constants and inline caches are reached through three C pointers that no collection moves: the register
// stack is one reserved mapping, code and feedback live in code space.  So an opcode that allocates has nothing to
// reload. JavaScript calls push a Frame and go on in the same loop; only natives, accessors and conversions that run
// JavaScript come in again from C.  `frame->pc` is saved before anything that may throw, collect or call.
#include "vm/exec/interpreter.h"

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
#include "vm/exec/opcodes.h"
#include "vm/exec/operands.h"
#include "vm/exec/operations.h"
#include "vm/exec/slow-paths.h"
#include "vm/exec/wide-constant.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"
#include "vm/jit.h"
#include "objects/object.h"

// Marks the end of the way through an opcode that did everything inline.
#define NEXT                   \
  do {                         \
    memcpy(&I, pc, 8);         \
    pc++;                      \
    goto *labels[(uint16_t)I]; \
  } while (0)
#define CASE(name) L_##name
#define CALL_FOR(name) goto call_##name  // the function of the opcode does it
#define SAVE() (frame->pc = pc)
#define CHECK(e)                        \
  do {                                  \
    if (UNLIKELY(!(e))) goto exception; \
  } while (0)
#define JUMP(distance)                           \
  do {                                           \
    pc += (distance);                            \
    if (UNLIKELY(vm->interrupt)) goto interrupt; \
    NEXT;                                        \
  } while (0)

// Binary arithmetic: integers first, then doubles, then the function.
#define ARITHMETIC(name, right, int_case, double_expression) \
  CASE(name) : {                                             \
    Value x = R[B], y = right;                               \
    if (LIKELY(value_are_ints(x, y))) {                      \
      int32_t i = value_as_int(x), j = value_as_int(y), k;   \
      (void)i, (void)j, (void)k;                             \
      int_case                                               \
    }                                                        \
    if (LIKELY(value_is_number(x) && value_is_number(y))) {  \
      double d = value_as_number(x), e = value_as_number(y); \
      R[A] = double_expression;                              \
      NEXT;                                                  \
    }                                                        \
    CALL_FOR(name);                                          \
  }

#define BITWISE(name, right, expression)                                           \
  CASE(name) : {                                                                   \
    Value x = R[B], y = right;                                                     \
    int32_t i, j;                                                                  \
    if (LIKELY(value_are_ints(x, y))) {                                            \
      i = value_as_int(x), j = value_as_int(y);                                    \
    } else if (value_is_number(x) && value_is_number(y)) {                         \
      i = value_is_int(x) ? value_as_int(x) : double_to_int32(value_as_double(x)); \
      j = value_is_int(y) ? value_as_int(y) : double_to_int32(value_as_double(y)); \
    } else {                                                                       \
      CALL_FOR(name);                                                              \
    }                                                                              \
    R[A] = expression;                                                             \
    NEXT;                                                                          \
  }

#define ADD_INTS                                   \
  if (LIKELY(!__builtin_add_overflow(i, j, &k))) { \
    R[A] = value_int(k);                           \
    NEXT;                                          \
  }
#define SUB_INTS                                   \
  if (LIKELY(!__builtin_sub_overflow(i, j, &k))) { \
    R[A] = value_int(k);                           \
    NEXT;                                          \
  }
#define MUL_INTS                                                               \
  if (LIKELY(!__builtin_mul_overflow(i, j, &k) && (k != 0 || (i | j) >= 0))) { \
    R[A] = value_int(k);                                                       \
    NEXT;                                                                      \
  }
#define MOD_INTS                                                  \
  if (LIKELY(i >= 0 && j > 0)) {                                  \
    R[A] = value_int((j & (j - 1)) == 0 ? (i & (j - 1)) : i % j); \
    NEXT;                                                         \
  }

#define COMPARISON(name, c_operator)                                          \
  CASE(name) : {                                                              \
    Value x = R[B], y = R[C];                                                 \
    if (LIKELY(value_are_ints(x, y))) {                                       \
      R[A] = value_boolean(value_as_int(x) c_operator value_as_int(y));       \
      NEXT;                                                                   \
    }                                                                         \
    if (LIKELY(value_is_number(x) && value_is_number(y))) {                   \
      R[A] = value_boolean(value_as_number(x) c_operator value_as_number(y)); \
      NEXT;                                                                   \
    }                                                                         \
    CALL_FOR(name);                                                           \
  }

#define EQUALITY(name, wanted)                                 \
  CASE(name) : {                                               \
    if (UNLIKELY(!value_are_ints(R[B], R[C]))) CALL_FOR(name); \
    R[A] = value_boolean(value_same(R[B], R[C]) == wanted);    \
    NEXT;                                                      \
  }

#define COMPARE_JUMP(name, right, c_operator, wanted)              \
  CASE(name) : {                                                   \
    Value x = R[A], y = right;                                     \
    bool holds;                                                    \
    if (LIKELY(value_are_ints(x, y))) {                            \
      holds = value_as_int(x) c_operator value_as_int(y);          \
    } else if (LIKELY(value_is_number(x) && value_is_number(y))) { \
      holds = value_as_number(x) c_operator value_as_number(y);    \
    } else {                                                       \
      CALL_FOR(name);                                              \
    }                                                              \
    if (holds == wanted) JUMP(SIGNED_C);                           \
    NEXT;                                                          \
  }

#define EQUALITY_JUMP(name, right, wanted, otherwise) \
  CASE(name) : {                                      \
    Value x = R[A], y = right;                        \
    bool holds;                                       \
    if (LIKELY(value_are_ints(x, y))) {               \
      holds = value_same(x, y);                       \
    } else {                                          \
      otherwise;                                      \
    }                                                 \
    if (holds == wanted) JUMP(SIGNED_C);              \
    NEXT;                                             \
  }
#define STRICTLY                            \
  do {                                      \
    SAVE();                                 \
    holds = strict_equals_fast(vm, &x, &y); \
  } while (0)

// Loads what the loop keeps of the innermost frame.
#define ENTER_FRAME(f)              \
  do {                              \
    R = (f)->registers;             \
    K = (f)->code->constant_values; \
    ics = (f)->code->caches;        \
  } while (0)

// Goes on in the function whose Code is `target`, called with what is at `base`; R[A] will receive the result.
#define CALL_FUNCTION(target, with_flags)                            \
  do {                                                               \
    if (LIKELY(frame_fits(vm, frame, base, target))) {               \
      frame_start(vm, frame + 1, target, base, argc, with_flags, A); \
      vm->frame = frame + 1;                                         \
      R = base;                                                      \
    } else {                                                         \
      CHECK(frame_push(vm, base, argc, with_flags, A));              \
      R = frame[1].registers;                                        \
    }                                                                \
    frame++;                                                         \
    if (with_flags) frame->new_target = R[0];                        \
    K = target->constant_values;                                     \
    ics = target->caches;                                            \
    pc = target->instructions;                                       \
    if (UNLIKELY(--target->budget < 0)) goto hot;                    \
    NEXT;                                                            \
  } while (0)

bool interpret(VM *vm, Slot out) {
  static const void *const labels[OPCODE_COUNT] = {
#define LABEL_INLINE(name) &&L_##name
#define LABEL_SPLIT(name) &&L_##name
#define LABEL_SPLIT_JUMP(name) &&L_##name
#define LABEL_CALLED(name) &&call_##name
#define LABEL_CALLED_JUMP(name) &&call_##name
#define OP(name, a, b, c, way, effect) LABEL_##way(name),
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
  Branch branch;
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

  CASE(WideConstant) : pc++;
  SAVE();
  CHECK(wide_constant(vm, R, &K[WIDE], pc[-1]));
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
  CASE(CoerceThis) : if (!value_is_object(R[1])) CALL_FOR(CoerceThis);
  NEXT;
  CASE(CheckInitialized) : if (UNLIKELY(value_is_empty(R[A]))) CALL_FOR(CheckInitialized);
  NEXT;

  // ---------------------------------------------------------------------------------------------------- globals
  CASE(GetGlobal) : {
    InlineCache *ic = &ics[C];
    HeapObject *global = value_as_object(vm->runtime.global);
    if (LIKELY(ic->shape.value_.bits == cache_shape_word(IC_OWN, heap_object_aux(global)) &&
               (uint32_t)ic->epoch.value_.bits == vm->runtime.prototype_epoch)) {
      R[A] = *place_slot(global, value_as_int(ic->place.value_));
      NEXT;
    }
    CALL_FOR(GetGlobal);
  }
  CASE(SetGlobal) : if (UNLIKELY(!cache_store_global(vm, &ics[C], R[A]))) CALL_FOR(SetGlobal);
  NEXT;

  // ---------------------------------------------------------------------------------------------------- contexts
  CASE(LoadClosureContext) : R[A] = field_get(&((JSFunction *)value_as_object(R[0]))->context);
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
  CASE(GetLength) : if (LIKELY(length_fast(R[B], &R[A]))) NEXT;
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
    CALL_FOR(GetNamed);
  }
  CASE(GetMethod) : if (LIKELY(cache_lookup_method(vm, &ics[C], R[B], &R[A]))) NEXT;
  CALL_FOR(GetMethod);
  CASE(SetNamed) : if (LIKELY(value_is_pointer(R[A]) && cache_store(vm, &ics[C], R[A], R[B]))) NEXT;
  CALL_FOR(SetNamed);
  CASE(GetIndex) : if (LIKELY(indexed_load(vm, R[B], R[C], &R[A]))) NEXT;
  CALL_FOR(GetIndex);
  CASE(GetIndexMethod) : if (LIKELY(indexed_load_method(vm, R[B], R[C], &R[A]))) NEXT;
  CALL_FOR(GetIndexMethod);
  CASE(SetIndex) : if (LIKELY(indexed_store(vm, R[A], R[B], R[C]))) NEXT;
  CALL_FOR(SetIndex);

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
    CALL_FOR(Negate);
  }
  CASE(ToNumber) : if (UNLIKELY(!value_is_number(R[B]))) CALL_FOR(ToNumber);
  R[A] = R[B];
  NEXT;
  CASE(ToNumeric) : if (UNLIKELY(!value_is_number(R[B]))) CALL_FOR(ToNumeric);
  R[A] = R[B];
  NEXT;
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
    CALL_FOR(Increment);
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
    CALL_FOR(Decrement);
  }
  CASE(BitNot) : if (UNLIKELY(!value_is_int(R[B]))) CALL_FOR(BitNot);
  R[A] = value_int(~value_as_int(R[B]));
  NEXT;
  CASE(Not) : R[A] = value_boolean(!truthy(R[B]));
  NEXT;
  CASE(ToPropertyKey) : if (LIKELY(!value_is_nullish(R[C]))) CALL_FOR(ToPropertyKey);
  R[A] = R[B];
  NEXT;
  CASE(ToString) : if (UNLIKELY(!value_is_string(R[B]))) CALL_FOR(ToString);
  R[A] = R[B];
  NEXT;
  EQUALITY(Eq, true)
  EQUALITY(Ne, false)
  EQUALITY(StrictEq, true)
  EQUALITY(StrictNe, false)
  COMPARISON(Lt, <)
  COMPARISON(Le, <=)
  COMPARISON(Gt, >)
  COMPARISON(Ge, >=)

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
  COMPARE_JUMP(JumpLt, R[B], <, true)
  COMPARE_JUMP(JumpLe, R[B], <=, true)
  COMPARE_JUMP(JumpGt, R[B], >, true)
  COMPARE_JUMP(JumpGe, R[B], >=, true)
  COMPARE_JUMP(JumpNotLt, R[B], <, false)
  COMPARE_JUMP(JumpNotLe, R[B], <=, false)
  COMPARE_JUMP(JumpNotGt, R[B], >, false)
  COMPARE_JUMP(JumpNotGe, R[B], >=, false)
  COMPARE_JUMP(JumpLtInt, value_int(SIGNED_B), <, true)
  COMPARE_JUMP(JumpLeInt, value_int(SIGNED_B), <=, true)
  COMPARE_JUMP(JumpGtInt, value_int(SIGNED_B), >, true)
  COMPARE_JUMP(JumpGeInt, value_int(SIGNED_B), >=, true)
  COMPARE_JUMP(JumpNotLtInt, value_int(SIGNED_B), <, false)
  COMPARE_JUMP(JumpNotLeInt, value_int(SIGNED_B), <=, false)
  COMPARE_JUMP(JumpNotGtInt, value_int(SIGNED_B), >, false)
  COMPARE_JUMP(JumpNotGeInt, value_int(SIGNED_B), >=, false)
  EQUALITY_JUMP(JumpEq, R[B], true, CALL_FOR(JumpEq))
  EQUALITY_JUMP(JumpNe, R[B], false, CALL_FOR(JumpNe))
  EQUALITY_JUMP(JumpStrictEq, R[B], true, STRICTLY)
  EQUALITY_JUMP(JumpStrictNe, R[B], false, STRICTLY)
  EQUALITY_JUMP(JumpEqInt, value_int(SIGNED_B), true, CALL_FOR(JumpEqInt))
  EQUALITY_JUMP(JumpNeInt, value_int(SIGNED_B), false, CALL_FOR(JumpNeInt))
  EQUALITY_JUMP(JumpStrictEqInt, value_int(SIGNED_B), true, STRICTLY)
  EQUALITY_JUMP(JumpStrictNeInt, value_int(SIGNED_B), false, STRICTLY)

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

  // --------------------------------------------------------------------------------------------------- iteration
  CASE(IteratorNext) : if (LIKELY(iterator_next_fast(&R[B], &R[A]))) NEXT;
  CALL_FOR(IteratorNext);

  CASE(Debugger) : NEXT;

  // --------------------------------------------------------------------------------- what functions do (opcodes.h)
#define CALL_INLINE(name)
#define CALL_CALLED(name)                \
  call_##name : __attribute__((unused)); \
  SAVE();                                \
  CHECK(opcode_##name(vm, I));           \
  NEXT;
#define CALL_CALLED_JUMP(name)                \
  call_##name : __attribute__((unused));      \
  SAVE();                                     \
  branch = opcode_##name(vm, I);              \
  CHECK(branch != BRANCH_FAILED);             \
  if (branch == BRANCH_TAKEN) JUMP(SIGNED_C); \
  NEXT;
#define CALL_SPLIT(name) CALL_CALLED(name)
#define CALL_SPLIT_JUMP(name) CALL_CALLED_JUMP(name)
#define OP(name, a, b, c, way, effect) CALL_##way(name)
#include "compiler/opcodes.def"
#undef OP

  // A function that is called or loops often: goes on in its machine code.
hot:
  frame->pc = pc + 1;  // the instruction under way is the one to be run next
  if (UNLIKELY(vm->interrupt)) CHECK(vm_handle_interrupt(vm));
  SAVE();
  if (!vm->jit) frame->code->budget = INT32_MAX;
  address = vm->jit ? vm->jit->entry(vm, frame->code, pc) : NULL;
  if (address == NULL) {
    ENTER_FRAME(frame);
    pc = frame->pc;
    NEXT;
  }
run_native:
  if (vm->jit->run(vm, address) == JIT_EXCEPTION) goto exception;
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
