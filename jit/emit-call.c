// jit/emit-call.c - calls, frames and returns.
#include "jit/emit.h"

// What the frame of a call is told besides: the number of arguments, no flags, the register of the result.
static uint64_t call_words(const Instruction *i) { return i->c | (uint64_t)i->a << 48; }

_Static_assert(offsetof(Frame, flags) == offsetof(Frame, argument_count) + 4 &&
                   offsetof(Frame, destination) == offsetof(Frame, argument_count) + 6,
               "see call_words");

static void place_resume(Compiler *c) {
  c->resumes[c->i] = c->assembler.size;
  load_caches(c);
}

static void load_function(Compiler *c, unsigned reg) {  // to RAX, its code to RCX
  load_register(c, RAX, reg);
  check_pointer(c, RAX, RCX);
  x64_compare_8(&c->assembler, RAX, 0, KIND_FUNCTION << 1 | 1);
  seldom_if(c, IF_NOT_EQUAL);
  x64_load(&c->assembler, RCX, RAX, offsetof(JSFunction, code));
}

static void call(Compiler *c, const Instruction *i, bool plain) {
  Assembler *a = &c->assembler;
  if (plain) {
    x64_constant(a, RCX, VALUE_UNDEFINED.bits);
    store_register(c, i->b + 1u, RCX);
  }
  load_function(c, i->b);
  x64_load_address(a, RSI, R_BASE, i->b * 8);
  save_pc(c, c->i + 1);
  uint32_t resume = x64_address(a, RAX);
  x64_store(a, FRAME, offsetof(Frame, resume), RAX);
  x64_constant(a, RAX, call_words(i));
  x64_store(a, FRAME, sizeof(Frame) + offsetof(Frame, argument_count), RAX);
  x64_jump_memory(a, RCX, offsetof(Code, entry));
  x64_patch_here(a, resume);
  place_resume(c);
}

// The interpreter does the call; the callee returns to the place of that name.  `frame`->pc is behind the call.
static void leave_call_to_interpreter(Compiler *c) {
  Assembler *a = &c->assembler;
  uint32_t resume = x64_address(a, RAX);
  x64_patch(a, resume, c->resumes[c->i]);
  x64_store(a, FRAME, offsetof(Frame, resume), RAX);
  jump_to_stub(c, c->baseline->interpret_call);
}

static void call_or_new_by_helper(Compiler *c, const uint8_t *helper) {
  Assembler *a = &c->assembler;
  call_helper(c, helper);
  x64_do_constant(a, CMP, false, RAX, HELP_DONE);
  jump_to_stub_if(c, IF_BELOW, c->baseline->leave_with_exception);
}

static void construct(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  load_function(c, i->b);
  x64_load_address(a, RSI, R_BASE, i->b * 8);
  x64_constant(a, RDX, i->c);
  x64_call_memory(a, RCX, offsetof(Code, construct));
  x64_test_64(a, RAX, RAX);
  seldom_if(c, IF_EQUAL);
  store_register(c, i->a, RAX);
}

// The interpreter does the call of the next instruction, too, if this one can be done.
static void apply_arguments(Compiler *c) {
  Assembler *a = &c->assembler;
  seldom(c);
  place_resume(c);
  uint32_t at = x64_jump(a);
  jump_to(c, at, c->i + 2);
}

void prologue(Compiler *c) {
  Assembler *a = &c->assembler;
  const Code *code = c->function;
  x64_compare_32(a, THE_VM, offsetof(VM, interrupt), 0);
  jump_to_stub_if(c, IF_NOT_EQUAL, c->baseline->interpret_call);
  x64_load_address(a, RDI, RSI, code->register_count * 8);
  x64_do_memory(a, CMP, RDI, THE_VM, offsetof(VM, stack_used));
  jump_to_stub_if(c, IF_ABOVE, c->baseline->interpret_call);
  x64_do_constant(a, ADD, true, FRAME, sizeof(Frame));
  x64_do_memory(a, CMP, FRAME, THE_VM, offsetof(VM, frames_end));
  jump_to_stub_if(c, IF_NOT_BELOW, c->baseline->interpret_call_below);
  x64_store(a, FRAME, offsetof(Frame, registers), RSI);
  x64_store(a, FRAME, offsetof(Frame, code), RCX);
  x64_move(a, R_BASE, RSI);
  uint32_t first = 2, end = code->local_count;
  if (end > first) x64_constant(a, RAX, VALUE_UNDEFINED.bits);
  if (code->parameter_count > 0) {
    x64_load_32(a, RDX, FRAME, offsetof(Frame, argument_count));
    fill_parameters(a, R_BASE, RAX, code->parameter_count);
    first += code->parameter_count;
  }
  if (end > first + 16) {
    x64_constant(a, RDX, first);
    uint32_t next = a->size;
    x64_store_indexed(a, R_BASE, RDX, 0, RAX);
    x64_do_constant(a, ADD, false, RDX, 1);
    x64_do_constant(a, CMP, false, RDX, (int32_t)end);
    x64_patch(a, x64_jump_if(a, IF_BELOW), next);
  } else {
    for (uint32_t reg = first; reg < end; reg++) store_register(c, reg, RAX);
  }
}

static void pop_frame(Compiler *c) {  // RAX is the result
  Assembler *a = &c->assembler;
  x64_load_16(a, RCX, FRAME, offsetof(Frame, destination));
  x64_do_constant(a, SUB, true, FRAME, sizeof(Frame));
  x64_load(a, R_BASE, FRAME, offsetof(Frame, registers));
  x64_store_indexed(a, R_BASE, RCX, 0, RAX);
  x64_jump_memory(a, FRAME, offsetof(Frame, resume));
}

_Static_assert(FRAME_LAYOUT < 256, "the lower byte has all flags");

static void return_to_caller(Compiler *c) {
  x64_compare_8(&c->assembler, FRAME, offsetof(Frame, flags), 0);
  seldom_if(c, IF_NOT_EQUAL);
  pop_frame(c);
}

// From a constructor; to C the interpreter returns.
static void return_slowly(Compiler *c, const Instruction *i) {
  Assembler *a = &c->assembler;
  x64_compare_8(a, FRAME, offsetof(Frame, flags), FRAME_CONSTRUCT);
  uint32_t to_c = x64_jump_if(a, IF_NOT_EQUAL);
  if (i->op == OPCODE_Return) {
    uint32_t no_pointer = jump_unless_pointer(c, RAX, RCX);
    x64_compare_8(a, RAX, 0, KIND_OBJECT << 1 | 1);
    uint32_t is_object = x64_jump_if(a, IF_NOT_BELOW);
    x64_patch_here(a, no_pointer);
    load_register(c, RAX, 1);
    x64_patch_here(a, is_object);
  } else {
    load_register(c, RAX, 1);
  }
  pop_frame(c);
  x64_patch_here(a, to_c);
  leave_to_interpreter(c);
}

// A turn of a loop: a request to stop is heard, and the interpreter may come in.
static void loop(Compiler *c) {
  x64_compare_32(&c->assembler, THE_VM, offsetof(VM, interrupt), 0);
  seldom_if(c, IF_NOT_EQUAL);
  load_caches(c);
}

bool call_instruction(Compiler *c, const Instruction *i) {
  switch ((Opcode)i->op) {
  case OPCODE_CallPlain: call(c, i, true); return true;
  case OPCODE_Call: call(c, i, false); return true;
  case OPCODE_New: construct(c, i); return true;
  case OPCODE_ApplyArguments: apply_arguments(c); return true;
  case OPCODE_Return:
    load_register(c, RAX, i->a);
    return_to_caller(c);
    return true;
  case OPCODE_ReturnUndefined:
    x64_constant(&c->assembler, RAX, VALUE_UNDEFINED.bits);
    return_to_caller(c);
    return true;
  case OPCODE_Loop: loop(c); return true;
  case OPCODE_Debugger: return true;
  default: return false;
  }
}

bool call_slowly(Compiler *c, const Instruction *i) {
  uint32_t leave;
  switch ((Opcode)i->op) {
  case OPCODE_Loop: leave_to_interpreter(c); return true;
  case OPCODE_Return:
  case OPCODE_ReturnUndefined: return_slowly(c, i); return true;
  case OPCODE_Call:
  case OPCODE_CallPlain:
    call_or_new_by_helper(c, c->baseline->help_call);
    x64_patch(&c->assembler, x64_jump_if(&c->assembler, IF_EQUAL), c->offsets[c->i + 1]);
    leave_call_to_interpreter(c);
    return true;
  case OPCODE_New:
    call_or_new_by_helper(c, c->baseline->help_new);
    x64_patch(&c->assembler, x64_jump_if(&c->assembler, IF_EQUAL), c->offsets[c->i + 1]);
    leave = x64_jump(&c->assembler);
    place_resume(c);
    jump_to_next(c);
    x64_patch_here(&c->assembler, leave);
    leave_call_to_interpreter(c);
    return true;
  case OPCODE_ApplyArguments:
    save_pc(c, c->i + 1);
    leave_call_to_interpreter(c);
    return true;
  default: return false;
  }
}
