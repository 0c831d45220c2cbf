// compiler/disassemble.c - a readable listing of bytecode, made from opcodes.def (--print-bytecode).

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "compiler/opcode-info.h"

const OpcodeInfo opcode_infos[OPCODE_COUNT] = {
#define OP(name, a, b, c, way, effect) {#name, {a, b, c}, effect},
#include "compiler/opcodes.def"
#undef OP
};

const char *opcode_name(Opcode op) { return op < OPCODE_COUNT ? opcode_infos[op].name : "?"; }

// ------------------------------------------------------------------------------------------------------ values

static void print_atom(FILE *out, const Atom *atom) {
  char text[128];
  size_t length = atom_to_utf8(atom, text, sizeof text);
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c == '\n') fputs("\\n", out);
    else if (c == '"' || c == '\\') fprintf(out, "\\%c", c);
    else if (c < 0x20) fprintf(out, "\\x%02x", c);
    else fputc(c, out);
  }
  if (atom->length > length && length + 4 >= sizeof text) fputs("...", out);
}

static void print_names(FILE *out, const Constant *constant) {
  fputc('{', out);
  for (uint32_t i = 0; i < constant->count; i++) {
    if (i > 0) fputs(", ", out);
    if (constant->type == CONSTANT_SCOPE_INFO && i >= constant->lexical_start) fputc('*', out);
    print_atom(out, constant->names[i]);
  }
  fputc('}', out);
}

static void print_constant(FILE *out, const Constant *constant);

static void print_list(FILE *out, const Constant *constant) {
  fputc('[', out);
  for (uint32_t i = 0; i < constant->count && i < 16; i++) {
    if (i > 0) fputs(", ", out);
    print_constant(out, &constant->list[i]);
  }
  fputs(constant->count > 16 ? ", ...]" : "]", out);
}

static void print_constant(FILE *out, const Constant *constant) {
  switch ((ConstantType)constant->type) {
  case CONSTANT_NUMBER: fprintf(out, "%.17g", constant->number); break;
  case CONSTANT_STRING:
    fputc('"', out);
    print_atom(out, constant->string);
    fputc('"', out);
    break;
  case CONSTANT_FUNCTION:
    fputs("function ", out);
    print_atom(out, constant->function->name);
    break;
  case CONSTANT_KEYS:
  case CONSTANT_SCOPE_INFO: print_names(out, constant); break;
  case CONSTANT_LIST: print_list(out, constant); break;
  case CONSTANT_REGEXP:
    fputc('/', out);
    print_atom(out, constant->regexp.pattern);
    fputc('/', out);
    print_atom(out, constant->regexp.flags);
    break;
  case CONSTANT_TEMPLATE: fprintf(out, "template of %u", constant->count); break;
  case CONSTANT_TRUE: fputs("true", out); break;
  case CONSTANT_FALSE: fputs("false", out); break;
  case CONSTANT_NULL: fputs("null", out); break;
  case CONSTANT_UNDEFINED: fputs("undefined", out); break;
  case CONSTANT_HOLE: fputs("hole", out); break;
  }
}

// ------------------------------------------------------------------------------------------------------ instructions

typedef struct Comment {
  uint32_t constants[2];  // to be shown behind the instruction
  int count;
} Comment;

static void print_operand(FILE *out, const CompiledFunction *f, uint32_t pc, OperandKind kind, uint16_t operand,
                          Comment *comment) {
  int32_t wide = f->code[pc].wide;
  switch (kind) {
  case DST:
  case REG:
  case BAS:
    if (operand == NO_REGISTER) fputs(" -", out);
    else fprintf(out, " r%u", operand);
    break;
  case CNT: fprintf(out, " %u", operand); break;
  case IMM: fprintf(out, " %d", (int16_t)operand); break;
  case I32: fprintf(out, " %" PRId32, wide); break;
  case REL: fprintf(out, " ->%" PRId64, (int64_t)pc + 1 + (int16_t)operand); break;
  case J32: fprintf(out, " ->%" PRId64, (int64_t)pc + 1 + wide); break;
  case KST:
  case K32:
  case IC: {
    if (kind != K32 && pc > 0 && f->code[pc - 1].op == OPCODE_WideConstant) break;  // shown there
    uint32_t index = kind == K32 ? (uint32_t)wide : operand;
    if (kind == IC) fprintf(out, " ic%u", index);
    else fprintf(out, " k%u", index);
    comment->constants[comment->count++] = kind == IC ? f->ic_names[index] : index;
    break;
  }
  case NIL: break;
  }
}

static void print_instruction(FILE *out, const CompiledFunction *f, uint32_t pc) {
  Instruction instruction = f->code[pc];
  const OpcodeInfo *info = &opcode_infos[instruction.op];
  const uint16_t operands[] = {instruction.a, instruction.b, instruction.c};
  Comment comment = {.count = 0};
  fprintf(out, "%6u  %-20s", pc, info->name);
  for (int i = 0; i < 3; i++) {
    if (comment.count < 2) print_operand(out, f, pc, (OperandKind)info->operands[i], operands[i], &comment);
  }
  for (int i = 0; i < comment.count; i++) {
    fputs("  ; ", out);
    print_constant(out, &f->constants[comment.constants[i]]);
  }
  fputc('\n', out);
}

// ------------------------------------------------------------------------------------------------------ functions

static void print_header(FILE *out, const CompiledFunction *f) {
  fputs("function ", out);
  if (f->name->length > 0) print_atom(out, f->name);
  else fputs("(anonymous)", out);
  fprintf(out, " at %u:%u, %u parameters, %u registers, %u inline caches", f->position.line, f->position.column,
          f->parameter_count, f->register_count, f->ic_count);
  static const char *const flags[] = {"strict",      "arrow",  "method", "arguments",
                                      "constructor", "module", "getter", "setter"};
  for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++) {
    if (f->flags & 1u << i) fprintf(out, ", %s", flags[i]);
  }
  fputc('\n', out);
}

static void print_registers(FILE *out, const CompiledFunction *f) {
  bool any = false;
  for (uint32_t r = 0; r < f->register_count; r++) {
    if (f->register_names[r] == NULL) continue;
    fprintf(out, "%s r%u ", any ? "," : "  registers:", r);
    print_atom(out, f->register_names[r]);
    any = true;
  }
  if (any) fputc('\n', out);
}

void disassemble_alone(FILE *out, const CompiledFunction *f) {
  print_header(out, f);
  print_registers(out, f);
  for (uint32_t pc = 0; pc < f->code_count; pc++) print_instruction(out, f, pc);
  for (uint32_t i = 0; i < f->handler_count; i++) {
    const Handler *handler = &f->handlers[i];
    fprintf(out, "  handler %u..%u ->%u r%u\n", handler->start, handler->end, handler->target, handler->reg);
  }
}

void disassemble_meanings(FILE *out, const CompiledFunction *f) {
  bool used[OPCODE_COUNT] = {false};
  for (uint32_t pc = 0; pc < f->code_count; pc++) used[f->code[pc].op] = true;
  fputs("a, b, c: the operands from left to right; R: registers, K: constants\n", out);
  for (int op = 0; op < OPCODE_COUNT; op++) {
    if (used[op]) fprintf(out, "  %-20s %s\n", opcode_infos[op].name, opcode_infos[op].effect);
  }
}

void disassemble(FILE *out, const CompiledFunction *f) {
  disassemble_alone(out, f);
  fputc('\n', out);
  for (uint32_t i = 0; i < f->constant_count; i++) {
    if (f->constants[i].type == CONSTANT_FUNCTION) disassemble(out, f->constants[i].function);
  }
}
