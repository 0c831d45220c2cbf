// compiler/bytecode.h - what the compiler hands to the vm: plain C data in an arena, no heap objects.
#ifndef NODULE_COMPILER_BYTECODE_H
#define NODULE_COMPILER_BYTECODE_H

#include <stdio.h>

#include "base/arena.h"

typedef enum Opcode {
#define OP(name, a, b, c, way, effect) OPCODE_##name,
#include "compiler/opcodes.def"
#undef OP
  OPCODE_COUNT
} Opcode;

// Operand kinds of opcodes.def.
typedef enum OperandKind { DST, REG, BAS, CNT, KST, IC, IMM, REL, K32, I32, J32, NIL } OperandKind;

typedef struct Instruction {
  uint16_t op, a;
  union {
    struct {
      uint16_t b, c;
    };
    int32_t wide;  // I32, J32, K32
  };
} Instruction;

#define NO_REGISTER 0xFFFF

typedef struct CompiledFunction CompiledFunction;

// clang-format off
typedef enum ConstantType {
  CONSTANT_NUMBER, CONSTANT_STRING, CONSTANT_FUNCTION,
  CONSTANT_KEYS,        // names of an object literal
  CONSTANT_LIST,        // elements of an array literal: numbers, strings, true, false, null, hole
  CONSTANT_SCOPE_INFO,  // names of the variables of a context
  CONSTANT_TEMPLATE,    // cooked and raw strings of a tagged template
  CONSTANT_REGEXP,      // pattern and flags
  CONSTANT_TRUE, CONSTANT_FALSE, CONSTANT_NULL, CONSTANT_UNDEFINED, CONSTANT_HOLE  // in lists
} ConstantType;
// clang-format on

typedef struct Constant {
  uint8_t type;            // ConstantType
  uint32_t count;          // KEYS, LIST, SCOPE_INFO, TEMPLATE
  uint32_t lexical_start;  // SCOPE_INFO: slots from here on begin as the hole, those before as undefined
  const Atom *types;  // SCOPE_INFO: a letter for the VariableType of each slot, 'A' + type, and one more if the parent
                      // is a context of the same scope; NULL: no eval asks
  union {
    double number;
    const Atom *string;
    CompiledFunction *function;
    const Atom **names;     // KEYS, SCOPE_INFO
    struct Constant *list;  // LIST
    struct {
      const Atom **cooked, **raw;
    } template_;  // a cooked string may be NULL
    struct {
      const Atom *pattern, *flags;
    } regexp;
  };
} Constant;

// try region [start, end): an exception goes to `target` with the value in register `reg`.  Sorted by end; the first
// entry that covers a pc is the innermost.
typedef struct Handler {
  uint32_t start, end, target;
  uint16_t reg;
} Handler;

// Registers [first, first + count) hold variables of a block, or what a statement keeps, in the instructions [start,
// end).
typedef struct LocalRange {
  uint32_t start, end;
  uint16_t first, count;
} LocalRange;

// From instruction `pc` on, until the next entry.  Sorted by pc.
typedef struct PositionEntry {
  uint32_t pc, line, column;
} PositionEntry;

// The text of the callee of a call or the object of a property access, for "x.y is not a function".  Sorted by pc.
typedef struct TextEntry {
  uint32_t pc;
  const Atom *text;  // as V8 prints it: `x.y`, `(intermediate value).z`, `fn(...).a`
} TextEntry;

enum {
  CODE_STRICT = 1,
  CODE_ARROW = 2,
  CODE_METHOD = 4,           // method, getter or setter: no [[Construct]], no prototype
  CODE_NEEDS_ARGUMENTS = 8,  // has CreateArguments or CreateRest: the vm keeps all arguments below the frame
  CODE_CONSTRUCTOR = 16,     // can be called with new
  CODE_MODULE = 32,          // outermost function of a CommonJS module or of a script
  CODE_GETTER = 64,
  CODE_SETTER = 128,
  CODE_COMPLEX_PARAMETERS =
      256,          // they have defaults, patterns or a rest: the arguments object is that of strict functions
  CODE_EVAL = 512,  // outermost function of an eval: the globals it declares can be deleted
  CODE_ASSIGNS_FIELDS = 1024  // does nothing but assign parameters and literals to properties of `this`
};

enum { GLOBAL_VAR, GLOBAL_LEXICAL, GLOBAL_FUNCTION };  // of CheckGlobalName

struct CompiledFunction {
  Instruction *code;
  uint32_t code_count;
  Constant *constants;
  uint32_t constant_count;
  uint32_t *ic_names;  // for each inline cache the constant index of its name
  uint32_t ic_count;
  Handler *handlers;
  uint32_t handler_count;
  PositionEntry *positions;
  uint32_t position_count;
  TextEntry *texts;
  uint32_t text_count;
  // What liveness.h needs:
  LocalRange *local_ranges;  // of locals that the function does not begin with; sorted by end
  uint32_t local_range_count;
  uint32_t *statement_starts;  // some of the instructions that statements begin with; sorted
  uint32_t statement_start_count;
  uint32_t arguments_end;        // instructions from here on make no arguments object and no rest array
  uint16_t register_count;       // with R[0], R[1] and the parameters
  uint16_t local_count;          // the first so many are undefined at the start, but for those that the call gives
  uint16_t parameter_count;      // formal parameters, those with defaults too, a rest parameter not
  uint16_t length;               // the function's length property
  uint16_t flags;                // CODE_...
  uint16_t expected_properties;  // number of this.x = ... in the body: room in the objects it constructs
  const Atom *name;              // never NULL; empty for anonymous
  const Atom *inferred;          // what stacks call an anonymous one, or NULL
  // Names of the registers of parameters and variables, for tools: register_names[r] or NULL.
  const Atom **register_names;
  uint32_t start_offset, end_offset;  // in the source
  Position position;
};

// A copy of the function and those inside it in one block of `*bytes` bytes, to be freed; the arena may then go.
CompiledFunction *compiled_pack(const CompiledFunction *function, size_t *bytes);

// --print-bytecode: the function and those inside it.
void disassemble(FILE *out, const CompiledFunction *function);
void disassemble_alone(FILE *out, const CompiledFunction *function);
void disassemble_meanings(FILE *out, const CompiledFunction *function);  // what each opcode in it does

const char *opcode_name(Opcode op);

#endif
