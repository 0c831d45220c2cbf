// vm/exec/call.c - frames, native calls, construction, argument lists.
//
// A call from C copies callee, this and arguments to the top of the register stack, so that every callee finds them in
// the same place whoever called it.
#include "vm/exec/call.h"

#include "vm/exec/arguments.h"
#include "vm/error/error.h"
#include "vm/exec/interpreter.h"
#include "vm/native.h"
#include "vm/exec/operations.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "objects/object.h"
#include "objects/shape.h"

const Value undefined_value_ = {SPECIAL_TAG | 2};

static inline Code *function_code(Value function) {
  return (Code *)value_as_object(field_get(&((JSFunction *)value_as_object(function))->code));
}

bool value_is_constructor(Value v) {
  if (!value_is_callable(v)) return false;
  switch (value_kind(v)) {
  case KIND_FUNCTION: return (function_code(v)->flags & CODE_CONSTRUCTOR) != 0;
  case KIND_NATIVE_FUNCTION: {
    const Builtin *builtin = value_as_private(field_get(&((NativeFunction *)value_as_object(v))->builtin));
    return builtin->type == BUILTIN_CONSTRUCTOR;
  }
  default: return value_is_constructor(field_get(&((BoundFunction *)value_as_object(v))->target));
  }
}

// -------------------------------------------------------------------------------------------------------- the stack

#define STACK_STEP 1024  // registers that may be written without asking again, and are cleared in each collection

static void mark_used(VM *vm, Value *end) {
  vm->stack_used = vm->stack_end - end < STACK_STEP ? vm->stack_end : end + STACK_STEP;
}

bool vm_grow_stack(VM *vm, const Value *base, size_t count) {
  if (count > (size_t)(vm->stack_end - base)) return false;
  mark_used(vm, vm->stack + (base - vm->stack) + count);
  return true;
}

void vm_clear_stale_registers(VM *vm) {
  Value *top = vm_stack_top(vm);
  for (Value *p = top; p < vm->stack_used; p++) *p = VALUE_UNDEFINED;
  mark_used(vm, top);
}

// ------------------------------------------------------------------------------------------------------------ frames

// Functions that look at all their arguments get a second copy of callee, this and the parameters above them, so that
// locals do not overwrite the arguments beyond the parameters.
static Value *move_frame_above_arguments(Value *base, uint32_t argc, uint32_t parameters) {
  Value *above = base + 2 + argc;
  uint32_t copied = 2 + (argc < parameters ? argc : parameters);
  memcpy(above, base, copied * sizeof(Value));
  return above;
}

bool frame_push(VM *vm, Value *base, uint32_t argc, uint16_t flags, uint16_t destination) {
  Code *code = function_code(base[0]);
  size_t room = code->register_count + (code->flags & CODE_NEEDS_ARGUMENTS ? 2 + (size_t)argc : 0);
  if (vm->frame + 1 >= vm->frames_end || !vm_has_room(vm, base, room)) return throw_stack_overflow(vm);
  if (code->flags & CODE_NEEDS_ARGUMENTS) base = move_frame_above_arguments(base, argc, code->parameter_count);
  Frame *frame = ++vm->frame;
  frame_start(vm, frame, code, base, argc, flags, destination);
  frame->pc = code->instructions;
  frame->new_target = VALUE_UNDEFINED;
  return true;
}

bool native_call(VM *vm, Value *base, uint32_t argc, Handle new_target) {
  if (UNLIKELY(vm->frame + 1 >= vm->frames_end || !vm_has_room(vm, base, (size_t)argc + 3))) {
    return throw_stack_overflow(vm);
  }
  const Builtin *builtin = value_as_private(field_get(&((NativeFunction *)value_as_object(base[0]))->builtin));
  Frame *frame = ++vm->frame;
  frame->registers = base;
  frame->code = NULL;
  frame->argument_count = argc;
  frame->flags = value_is_undefined(*new_target) ? FRAME_NATIVE : FRAME_NATIVE | FRAME_CONSTRUCT;
  frame->new_target = *new_target;
  base[2 + argc] = VALUE_UNDEFINED;
  Args args = {base + 1, base, base + 2, argc, new_target};
  bool ok = builtin->code(vm, &args, &base[2 + argc]);
  vm->frame--;
  return ok;
}

// ------------------------------------------------------------------------------------------------- bound functions

// Replaces a bound function at base[0] by its target, this and its arguments put in front; the given ones move up.
static bool unwrap_bound(VM *vm, Value *base, uint32_t *argc) {
  BoundFunction *bound = (BoundFunction *)value_as_object(base[0]);
  Elements *front = (Elements *)value_as_object(field_get(&bound->arguments));
  uint32_t count = front->capacity;
  if (!vm_has_room(vm, base, (size_t)count + *argc + 3)) return throw_stack_overflow(vm);
  memmove(base + 2 + count, base + 2, *argc * sizeof(Value));
  for (uint32_t i = 0; i < count; i++) base[2 + i] = field_get(&front->values[i]);
  base[1] = field_get(&bound->this_value);
  base[0] = field_get(&bound->target);
  *argc += count;
  return true;
}

bool call_at(VM *vm, Value *base, uint32_t argc, Slot out) {
  // The frame under way may end below base + argc: a bound call can need more registers than it has.
  while (value_is_kind(base[0], KIND_BOUND_FUNCTION)) TRY(unwrap_bound(vm, base, &argc));
  if (value_is_kind(base[0], KIND_FUNCTION)) {
    TRY(vm_check_c_stack(vm));
    TRY(frame_push(vm, base, argc, FRAME_ENTRY, 0));
    return interpret(vm, out);
  }
  if (value_is_kind(base[0], KIND_NATIVE_FUNCTION)) {
    TRY(vm_check_c_stack(vm));
    TRY(native_call(vm, base, argc, &undefined_value_));
    *out = base[2 + argc];
    return true;
  }
  return throw_not_callable(vm, &base[0]);
}

// --------------------------------------------------------------------------------------------- call and apply

// Element i of an array or an arguments object, of which the elements are `values`; empty: there is none.
static inline Value argument_at(Value source, const Field *values, uint32_t i) {
  Value v = field_get(&values[i]);
  if (LIKELY(!value_is_empty(v))) return v;
  const Field *mapped = arguments_mapped(source, i);
  return mapped ? field_get(mapped) : VALUE_EMPTY;
}

// What apply spreads, where that takes neither a look at prototypes nor a call: the elements of a true array or of an
// arguments object whose length is as it was made, without holes.
static bool plain_arguments(VM *vm, Value source, const Field **values, uint32_t *count) {
  *count = 0;
  if (value_is_nullish(source)) return true;
  if (!value_is_object(source)) return false;
  const JSObject *object = (const JSObject *)value_as_object(source);
  Value length;
  if (value_kind(source) == KIND_ARRAY) length = field_get(&((const JSArray *)object)->length);
  else if (!arguments_plain_length(vm, source, &length)) return false;
  const Elements *elements = (const Elements *)value_as_object(field_get(&object->elements));
  if (!value_is_int(length) || value_as_int(length) < 0 || (uint32_t)value_as_int(length) > elements->capacity)
    return false;
  *count = (uint32_t)value_as_int(length);
  *values = elements->values;
  for (uint32_t i = 0; i < *count; i++) {
    if (value_is_empty(argument_at(source, *values, i))) return false;
  }
  return true;
}

bool call_forward(VM *vm, const Builtin *builtin, Value *base, uint32_t *argc) {
  if (!value_is_kind(base[1], KIND_FUNCTION)) return false;
  Value this_value = *argc > 0 ? base[2] : VALUE_UNDEFINED;
  if (builtin->type == BUILTIN_CALL) {
    if (*argc > 0) memmove(base + 2, base + 3, --*argc * sizeof(Value));
  } else {
    const Field *values = NULL;
    uint32_t count;
    Value source = *argc > 1 ? base[3] : VALUE_UNDEFINED;
    if (!plain_arguments(vm, source, &values, &count)) return false;
    if (!vm_has_room(vm, base, (size_t)count + 4)) return false;
    for (uint32_t i = 0; i < count; i++) base[2 + i] = argument_at(source, values, i);
    *argc = count;
  }
  base[0] = base[1];
  base[1] = this_value;
  return true;
}

bool call_forward_arguments(VM *vm, Value *base) {
  if (!value_is_kind(base[0], KIND_NATIVE_FUNCTION) || !value_is_kind(base[1], KIND_FUNCTION)) return false;
  const Builtin *builtin = value_as_private(field_get(&((NativeFunction *)value_as_object(base[0]))->builtin));
  uint32_t count = vm->frame->argument_count;
  if (builtin->type != BUILTIN_APPLY || !vm_has_room(vm, base, (size_t)count + 4)) return false;
  base[0] = base[1];
  base[1] = base[2];
  memcpy(base + 2, frame_arguments(vm->frame), count * sizeof(Value));
  return true;
}

// ---------------------------------------------------------------------------------------------------- construction

bool construct_this(VM *vm, Handle callee, Handle new_target, Slot out) {
  if (value_same(*new_target, *callee)) {
    JSFunction *function = as_function(callee);
    Value shape = field_get(&function->initial_shape);
    if (LIKELY(value_is_pointer(shape))) {
      if (((Shape *)value_as_object(shape))->tracking) {
        ROOTS(vm, rooted);
        r.rooted = shape;
        shape_count_construction(vm, &r.rooted);
        object_new_from_shape(vm, &r.rooted, out);
        return true;
      }
      object_allocate(vm, (const Shape *)value_as_object(shape), out);
      return true;
    }
  }
  ROOTS(vm, prototype, shape, function);
  r.function = *new_target;
  TRY(get(vm, &r.function, VM_NAME(vm, prototype), &r.prototype));
  if (!value_is_object(r.prototype)) r.prototype = runtime(vm)->object_prototype;
  if (!value_same(*new_target, *callee)) {
    object_new_with_prototype(vm, &r.prototype, out);
    return true;
  }
  unsigned expected = function_code(r.function)->function->expected_properties;
  shape_initial_for_constructor(vm, &r.function, &r.prototype, expected, &r.shape);
  field_set(vm, as_function(&r.function), &as_function(&r.function)->initial_shape, r.shape);
  object_new_from_shape(vm, &r.shape, out);
  return true;
}

// A frame that only keeps callee, this and arguments at `base` alive.
static bool layout_push(VM *vm, Value *base, uint32_t argc) {
  if (vm->frame + 2 >= vm->frames_end || !vm_has_room(vm, base, (size_t)argc + 4)) { return throw_stack_overflow(vm); }
  base[2 + argc] = VALUE_UNDEFINED;
  Frame *frame = ++vm->frame;
  frame->registers = base;
  frame->code = NULL;
  frame->argument_count = argc;
  frame->flags = FRAME_NATIVE | FRAME_LAYOUT;
  return true;
}

static bool construct_laid_out(VM *vm, Value *base, uint32_t argc, Handle new_target, Slot out) {
  if (value_is_kind(base[0], KIND_NATIVE_FUNCTION)) {
    base[1] = VALUE_UNDEFINED;
    TRY(native_call(vm, base, argc, new_target));
    *out = base[2 + argc];
    return true;
  }
  TRY(construct_this(vm, &base[0], new_target, &base[1]));
  TRY(frame_push(vm, base, argc, FRAME_CONSTRUCT | FRAME_ENTRY, 0));
  vm->frame->new_target = *new_target;
  return interpret(vm, out);
}

bool construct_at(VM *vm, Value *base, uint32_t argc, Handle new_target, Slot out) {
  if (!value_is_constructor(base[0])) return throw_not_constructor(vm, &base[0]);
  ROOTS(vm, target);
  r.target = *new_target;
  while (value_is_kind(base[0], KIND_BOUND_FUNCTION)) {
    bool same = value_same(r.target, base[0]);
    TRY(unwrap_bound(vm, base, &argc));
    if (same) r.target = base[0];
  }
  TRY(vm_check_c_stack(vm));
  TRY(layout_push(vm, base, argc));
  bool ok = construct_laid_out(vm, base, argc, &r.target, out);
  vm->frame--;
  return ok;
}

// --------------------------------------------------------------------------------------------------- calls from C

static bool lay_out(VM *vm, Handle callee, Handle this_value, uint32_t argc, Handle arguments, Value **base) {
  Value *top = vm_stack_top(vm);
  if (!vm_has_room(vm, top, (size_t)argc + 4)) return throw_stack_overflow(vm);
  top[0] = *callee;
  top[1] = *this_value;
  if (argc) memcpy(top + 2, arguments, argc * sizeof(Value));
  *base = top;
  return layout_push(vm, top, argc);
}

// The common case: a JavaScript function that does not look at all its arguments gets its frame at the top at once.
static inline bool call_in_frame(VM *vm, const RepeatedCall *call, Handle arguments, Slot out) {
  Code *code = call->code;
  Value *base = call->base, *end = base + code->local_count;
  base[0] = *call->callee;
  base[1] = *call->this_value;
  uint32_t given = call->argc < code->parameter_count ? call->argc : code->parameter_count;
  Value *p = base + 2;
  for (uint32_t i = 0; i < given; i++) *p++ = arguments[i];
  while (p < end) *p++ = VALUE_UNDEFINED;
  Frame *frame = ++vm->frame;
  frame->registers = base;
  frame->pc = code->instructions;
  frame->code = code;
  frame->argument_count = call->argc;
  frame->flags = FRAME_ENTRY;
  frame->destination = 0;
  frame->resume = vm->resume_in_interpreter;
  return interpret(vm, out);
}

static bool has_room_for_frame(VM *vm, const Value *base, const Code *code) {
  return vm->frame + 1 < vm->frames_end && vm_has_room(vm, base, code->register_count);
}

static bool takes_frame_at_once(Handle callee) {
  return value_is_kind(*callee, KIND_FUNCTION) && !(function_code(*callee)->flags & CODE_NEEDS_ARGUMENTS);
}

void repeated_call_begin(VM *vm, RepeatedCall *call, Handle callee, Handle this_value, uint32_t argc) {
  *call = (RepeatedCall){callee, this_value, argc, NULL, vm_stack_top(vm)};
  if (!takes_frame_at_once(callee)) return;
  Code *code = function_code(*callee);
  if (has_room_for_frame(vm, call->base, code)) call->code = code;
}

bool repeated_call(VM *vm, const RepeatedCall *call, Handle arguments, Slot out) {
  if (UNLIKELY(!call->code)) return vm_call(vm, call->callee, call->this_value, call->argc, arguments, out);
  if (UNLIKELY(!has_room_for_frame(vm, call->base, call->code))) return throw_stack_overflow(vm);
  TRY(vm_check_c_stack(vm));
  return call_in_frame(vm, call, arguments, out);
}

bool vm_call(VM *vm, Handle callee, Handle this_value, uint32_t argc, Handle arguments, Slot out) {
  if (LIKELY(takes_frame_at_once(callee))) {
    RepeatedCall call = {callee, this_value, argc, function_code(*callee), vm_stack_top(vm)};
    if (UNLIKELY(!has_room_for_frame(vm, call.base, call.code))) return throw_stack_overflow(vm);
    TRY(vm_check_c_stack(vm));
    return call_in_frame(vm, &call, arguments, out);
  }
  if (UNLIKELY(!value_is_callable(*callee))) return throw_not_callable(vm, callee);
  Value *base;
  TRY(lay_out(vm, callee, this_value, argc, arguments, &base));
  bool ok = call_at(vm, base, argc, out);
  vm->frame--;
  return ok;
}

bool vm_construct(VM *vm, Handle callee, uint32_t argc, Handle arguments, Handle new_target, Slot out) {
  if (UNLIKELY(!value_is_constructor(*callee))) return throw_not_constructor(vm, callee);
  Value *base;
  TRY(lay_out(vm, callee, &undefined_value_, argc, arguments, &base));
  ROOTS(vm, target);
  r.target = value_is_undefined(*new_target) ? *callee : *new_target;
  bool ok = construct_at(vm, base, argc, &r.target, out);
  vm->frame--;
  return ok;
}

// ------------------------------------------------------------------------------------------------------- spread

// Unpacks the array at base[2] into the argument registers.
static bool unpack_arguments(VM *vm, Value *base, uint32_t *argc) {
  double length = array_length(&base[2]);
  if (length > UINT32_MAX || !vm_has_room(vm, base, (size_t)length + 4)) return throw_stack_overflow(vm);
  uint32_t count = (uint32_t)length;
  Elements *elements = (Elements *)value_as_object(as_array(&base[2])->elements.value_);
  for (uint32_t i = 0; i < count; i++) {
    Value v = i < elements->capacity ? field_get(&elements->values[i]) : VALUE_EMPTY;
    base[2 + i] = value_is_empty(v) ? VALUE_UNDEFINED : v;
  }
  *argc = count;
  return true;
}

typedef bool (*SpreadCall)(VM *vm, Handle callee, Handle this_value, uint32_t argc, Handle arguments, Slot out);

static bool construct_from(VM *vm, Handle callee, Handle this_value, uint32_t argc, Handle arguments, Slot out) {
  (void)this_value;
  return vm_construct(vm, callee, argc, arguments, &undefined_value_, out);
}

// The arguments go above the frame, which has registers only for callee, this and the array.
static bool spread_with(VM *vm, Value *base, SpreadCall call, Slot out) {
  Value *top = vm_stack_top(vm);
  if (!vm_has_room(vm, top, 4)) return throw_stack_overflow(vm);
  memcpy(top, base, 3 * sizeof(Value));
  uint32_t argc = 0;
  TRY(unpack_arguments(vm, top, &argc));
  TRY(layout_push(vm, top, argc));
  bool ok = call(vm, &top[0], &top[1], argc, &top[2], &top[2 + argc]);
  vm->frame--;
  if (ok) *out = top[2 + argc];
  return ok;
}

bool vm_call_array(VM *vm, Handle callee, Handle this_value, Handle array, Slot out) {
  ROOTS(vm, base[3]);
  r.base[0] = *callee;
  r.base[1] = *this_value;
  r.base[2] = *array;
  return spread_with(vm, r.base, vm_call, out);
}

bool call_spread(VM *vm, Value *base, Slot out) { return spread_with(vm, base, vm_call, out); }
bool new_spread(VM *vm, Value *base, Slot out) {
  base[1] = VALUE_UNDEFINED;
  return spread_with(vm, base, construct_from, out);
}

// ------------------------------------------------------------------------------------------------------- limits

bool vm_check_c_stack(VM *vm) {
  char here;
  if (LIKELY((uintptr_t)&here > (uintptr_t)vm->c_stack_limit)) return true;
  return throw_stack_overflow(vm);
}
