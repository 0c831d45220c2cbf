// compiler/opcode-info.h - what opcodes.def says about the operands of an opcode.

#ifndef NODULE_COMPILER_OPCODE_INFO_H
#define NODULE_COMPILER_OPCODE_INFO_H

#include "compiler/bytecode.h"

typedef struct OpcodeInfo {
  const char *name;
  uint8_t operands[3];  // OperandKind
  const char *effect;
} OpcodeInfo;

extern const OpcodeInfo opcode_infos[OPCODE_COUNT];

static inline bool opcode_is_jump(Opcode op) {
  const uint8_t *operands = opcode_infos[op].operands;
  return operands[0] == J32 || operands[1] == J32 || operands[2] == REL;
}
static inline bool opcode_is_short_jump(Opcode op) { return opcode_infos[op].operands[2] == REL; }
// Registers in the run that begins at a BAS operand.
static inline uint32_t instruction_run(Instruction instruction) {
  switch ((Opcode)instruction.op) {
  case OPCODE_Call:
  case OPCODE_CallPlain:
  case OPCODE_CallEval:
  case OPCODE_New: return 2u + instruction.c;
  case OPCODE_ApplyArguments: return 4;
  case OPCODE_CallSpread:
  case OPCODE_CallEvalSpread:
  case OPCODE_NewSpread: return 3;
  case OPCODE_NewArray:
  case OPCODE_Concat: return instruction.c;
  case OPCODE_NewObjectLiteral: return 0;  // as many as there are keys
  default: return 2;
  }
}
// The operand whose constant or name WideConstant may give.
static inline bool opcode_takes_wide_constant(Opcode op) {
  uint8_t kind = opcode_infos[op].operands[2];
  return kind == IC || (kind == KST && op != OPCODE_NewObjectLiteral);
}
static inline int32_t instruction_distance(Instruction instruction) {
  return opcode_is_short_jump((Opcode)instruction.op) ? (int16_t)instruction.c : instruction.wide;
}

#endif
