// compiler/verify.c - see verify.h.  Everything comes from opcodes.def, but for how many registers a run has.

#include "compiler/verify.h"

#include <stdarg.h>

#include "compiler/opcode-info.h"

static char message[256];

static const char *wrong(const CompiledFunction *f, uint32_t pc, const char *format, ...) {
  char name[64];
  atom_to_utf8(f->name, name, sizeof name);
  int used = snprintf(message, sizeof message, "%s, pc %u (%s): ", name, pc,
                      pc < f->code_count ? opcode_name((Opcode)f->code[pc].op) : "-");
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message + used, sizeof message - (size_t)used, format, arguments);
  va_end(arguments);
  return message;
}

static ConstantType constant_type(Opcode op) {
  switch (op) {
  case OPCODE_NewContext: return CONSTANT_SCOPE_INFO;
  case OPCODE_NewFunction: return CONSTANT_FUNCTION;
  case OPCODE_NewObjectLiteral: return CONSTANT_KEYS;
  case OPCODE_NewArrayConst:
  case OPCODE_CreateMappedArguments: return CONSTANT_LIST;
  case OPCODE_TemplateObject: return CONSTANT_TEMPLATE;
  case OPCODE_NewRegExp: return CONSTANT_REGEXP;
  default: return CONSTANT_STRING;
  }
}

static bool is_behind_wide_constant(const CompiledFunction *f, uint32_t pc) {
  return pc > 0 && pc < f->code_count && f->code[pc - 1].op == OPCODE_WideConstant;
}

static const char *check_constant(const CompiledFunction *f, uint32_t pc, uint32_t index) {
  Instruction instruction = f->code[pc];
  if (index >= f->constant_count) return wrong(f, pc, "constant %u of %u", index, f->constant_count);
  const Constant *constant = &f->constants[index];
  if (instruction.op == OPCODE_LoadConst) {
    bool simple = constant->type == CONSTANT_NUMBER || constant->type == CONSTANT_STRING;
    return simple ? NULL : wrong(f, pc, "constant %u has type %u", index, constant->type);
  }
  if (constant->type != constant_type((Opcode)instruction.op))
    return wrong(f, pc, "constant %u has type %u", index, constant->type);
  if (instruction.op == OPCODE_NewObjectLiteral && instruction.b + constant->count > f->register_count)
    return wrong(f, pc, "registers r%u to r%u", instruction.b, instruction.b + constant->count);
  return NULL;
}

static const char *check_register(const CompiledFunction *f, uint32_t pc, OperandKind kind, uint16_t reg) {
  Opcode op = (Opcode)f->code[pc].op;
  if (reg == NO_REGISTER && kind == REG && (op == OPCODE_NewContext || op == OPCODE_NewFunction)) return NULL;
  uint32_t count = kind == BAS ? instruction_run(f->code[pc]) : 1;
  if (reg + count > f->register_count) return wrong(f, pc, "r%u and %u more of %u", reg, count, f->register_count);
  return NULL;
}

static const char *check_jump(const CompiledFunction *f, uint32_t pc) {
  int64_t target = (int64_t)pc + 1 + instruction_distance(f->code[pc]);
  if (target < 0 || target >= f->code_count) return wrong(f, pc, "jumps outside");
  return is_behind_wide_constant(f, (uint32_t)target) ? wrong(f, pc, "jumps between two that belong together") : NULL;
}

// The constant is that of the next instruction.
static const char *check_wide_constant(const CompiledFunction *f, uint32_t pc) {
  if (pc + 1 == f->code_count || f->code[pc + 1].op >= OPCODE_COUNT ||
      !opcode_takes_wide_constant((Opcode)f->code[pc + 1].op))
    return wrong(f, pc, "nothing that takes it");
  return check_constant(f, pc + 1, (uint32_t)f->code[pc].wide);
}

static const char *check_instruction(const CompiledFunction *f, uint32_t pc) {
  Instruction instruction = f->code[pc];
  if (instruction.op >= OPCODE_COUNT) return wrong(f, pc, "no such opcode");
  if (instruction.op == OPCODE_WideConstant) return check_wide_constant(f, pc);
  bool has_constant = is_behind_wide_constant(f, pc);
  const uint8_t *kinds = opcode_infos[instruction.op].operands;
  const uint16_t operands[] = {instruction.a, instruction.b, instruction.c};
  const char *problem = NULL;
  for (int i = 0; i < 3 && problem == NULL; i++) {
    switch ((OperandKind)kinds[i]) {
    case DST:
    case REG:
    case BAS: problem = check_register(f, pc, (OperandKind)kinds[i], operands[i]); break;
    case KST:
      if (!has_constant) problem = check_constant(f, pc, operands[i]);
      break;
    case K32: problem = check_constant(f, pc, (uint32_t)instruction.wide); break;
    case IC:
      if (!has_constant && operands[i] >= f->ic_count)
        problem = wrong(f, pc, "inline cache %u of %u", operands[i], f->ic_count);
      break;
    case REL:
    case J32: problem = check_jump(f, pc); break;
    default: break;
    }
    if (kinds[i] == K32 || kinds[i] == I32 || kinds[i] == J32) break;
  }
  return problem;
}

static const char *check_end(const CompiledFunction *f) {
  if (f->code_count == 0) return wrong(f, 0, "no code");
  switch ((Opcode)f->code[f->code_count - 1].op) {
  case OPCODE_Return:
  case OPCODE_ReturnUndefined:
  case OPCODE_Jump:
  case OPCODE_Throw:
  case OPCODE_ThrowError: return NULL;
  default: return wrong(f, f->code_count - 1, "runs over the end");
  }
}

static const char *check_tables(const CompiledFunction *f) {
  for (uint32_t i = 0; i < f->handler_count; i++) {
    const Handler *handler = &f->handlers[i];
    if (handler->start >= handler->end || handler->end > f->code_count || handler->target >= f->code_count)
      return wrong(f, handler->start, "handler %u..%u ->%u", handler->start, handler->end, handler->target);
    if (handler->reg >= f->register_count) return wrong(f, handler->start, "handler register r%u", handler->reg);
    if (i > 0 && handler->end < f->handlers[i - 1].end) return wrong(f, handler->start, "handlers not sorted");
  }
  for (uint32_t i = 0; i < f->position_count; i++) {
    if (f->positions[i].pc >= f->code_count) return wrong(f, f->positions[i].pc, "position outside");
    if (i > 0 && f->positions[i].pc < f->positions[i - 1].pc)
      return wrong(f, f->positions[i].pc, "positions not sorted");
  }
  for (uint32_t i = 0; i < f->text_count; i++) {
    if (f->texts[i].pc >= f->code_count) return wrong(f, f->texts[i].pc, "text outside");
    if (i > 0 && f->texts[i].pc <= f->texts[i - 1].pc) return wrong(f, f->texts[i].pc, "texts not sorted");
  }
  for (uint32_t i = 0; i < f->local_range_count; i++) {
    const LocalRange *range = &f->local_ranges[i];
    if (range->start >= range->end || range->end > f->code_count)
      return wrong(f, range->start, "local range %u..%u", range->start, range->end);
    if (range->first < f->local_count || range->first + range->count > f->register_count)
      return wrong(f, range->start, "local range r%u, %u", range->first, range->count);
    if (i > 0 && range->end < f->local_ranges[i - 1].end) return wrong(f, range->start, "local ranges not sorted");
  }
  for (uint32_t i = 0; i < f->ic_count; i++) {
    if (f->ic_names[i] >= f->constant_count || f->constants[f->ic_names[i]].type != CONSTANT_STRING)
      return wrong(f, 0, "name of inline cache %u", i);
  }
  return NULL;
}

const char *bytecode_verify(const CompiledFunction *f) {
  const char *problem = check_end(f);
  if (problem == NULL && f->register_count < 2 + f->parameter_count) problem = wrong(f, 0, "too few registers");
  if (problem == NULL && f->local_count > f->register_count) problem = wrong(f, 0, "more locals than registers");
  for (uint32_t pc = 0; pc < f->code_count && problem == NULL; pc++) problem = check_instruction(f, pc);
  if (problem == NULL) problem = check_tables(f);
  for (uint32_t i = 0; i < f->constant_count && problem == NULL; i++) {
    if (f->constants[i].type == CONSTANT_FUNCTION) problem = bytecode_verify(f->constants[i].function);
  }
  return problem;
}
