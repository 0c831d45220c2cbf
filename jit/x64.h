// jit/x64.h - an assembler for the few x86-64 instructions that the baseline compiler uses.
//
// Instructions go to a buffer of the caller's.  One that does not fit sets `full` and is dropped; what was emitted is
// then of no use.  Encodings are those of the Intel 64 Software Developer's Manual, volume 2.
#ifndef NODULE_JIT_X64_H
#define NODULE_JIT_X64_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef enum Register { RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15 } Register;
typedef enum DoubleRegister { XMM0, XMM1 } DoubleRegister;

// Condition codes of jumps and sets: the last four bits of their opcodes.
// clang-format off
typedef enum Condition {
  IF_OVERFLOW = 0, IF_BELOW = 2, IF_NOT_BELOW = 3, IF_EQUAL = 4, IF_NOT_EQUAL = 5, IF_NOT_ABOVE = 6, IF_ABOVE = 7,
  IF_SIGN = 8, IF_PARITY = 10, IF_NOT_PARITY = 11, IF_LESS = 12, IF_NOT_LESS = 13, IF_NOT_GREATER = 14, IF_GREATER = 15
} Condition;
// clang-format on

// Operations with two operands, by the number that encodes them.
typedef enum Operation { ADD = 0, OR = 1, AND = 4, SUB = 5, XOR = 6, CMP = 7 } Operation;
typedef enum Shift { SHL = 4, SHR = 5, SAR = 7 } Shift;

typedef struct Assembler {
  uint8_t *start;
  uint32_t size, capacity;
  bool full;
} Assembler;

static inline void x64_byte(Assembler *a, unsigned byte) {
  if (a->size < a->capacity) a->start[a->size++] = (uint8_t)byte;
  else a->full = true;
}
static inline void x64_32(Assembler *a, uint32_t word) {
  for (int i = 0; i < 4; i++) x64_byte(a, (uint8_t)(word >> 8 * i));
}
static inline void x64_64(Assembler *a, uint64_t word) {
  x64_32(a, (uint32_t)word);
  x64_32(a, (uint32_t)(word >> 32));
}

static inline void x64_rex(Assembler *a, bool wide, unsigned reg, unsigned base) {
  unsigned rex = 0x40 | (unsigned)wide << 3 | (reg >> 3) << 2 | base >> 3;
  if (rex != 0x40) x64_byte(a, rex);
}
static inline void x64_modrm_registers(Assembler *a, unsigned reg, unsigned rm) {
  x64_byte(a, 0xC0 | (reg & 7) << 3 | (rm & 7));
}
// [base + displacement]
static inline void x64_modrm_memory(Assembler *a, unsigned reg, unsigned base, int32_t displacement) {
  bool is_short = displacement == (int8_t)displacement;
  x64_byte(a, (is_short ? 0x40u : 0x80u) | (reg & 7) << 3 | (base & 7));
  if ((base & 7) == RSP) x64_byte(a, 0x24);
  if (is_short) x64_byte(a, (uint8_t)displacement);
  else x64_32(a, (uint32_t)displacement);
}
// [base + index * 8 + displacement]; `index` is not RSP
static inline void x64_modrm_indexed(Assembler *a, unsigned reg, unsigned base, unsigned index, int32_t displacement) {
  x64_byte(a, 0x80 | (reg & 7) << 3 | RSP);
  x64_byte(a, 0xC0 | (index & 7) << 3 | (base & 7));
  x64_32(a, (uint32_t)displacement);
}

// ------------------------------------------------------------------------------------------------------ moves

static inline void x64_memory(Assembler *a, bool wide, unsigned opcode, unsigned reg, Register base,
                              int32_t displacement) {
  x64_rex(a, wide, reg, base);
  x64_byte(a, opcode);
  x64_modrm_memory(a, reg, base, displacement);
}
static inline void x64_load(Assembler *a, Register to, Register base, int32_t displacement) {
  x64_memory(a, true, 0x8B, to, base, displacement);
}
static inline void x64_load_32(Assembler *a, Register to, Register base, int32_t displacement) {
  x64_memory(a, false, 0x8B, to, base, displacement);
}
static inline void x64_load_signed_32(Assembler *a, Register to, Register base, int32_t displacement) {
  x64_memory(a, true, 0x63, to, base, displacement);
}
static inline void x64_load_unsigned(Assembler *a, unsigned opcode, Register to, Register base, int32_t displacement) {
  x64_rex(a, false, to, base);
  x64_byte(a, 0x0F);
  x64_byte(a, opcode);
  x64_modrm_memory(a, to, base, displacement);
}
static inline void x64_load_16(Assembler *a, Register to, Register base, int32_t displacement) {
  x64_load_unsigned(a, 0xB7, to, base, displacement);
}
static inline void x64_store(Assembler *a, Register base, int32_t displacement, Register from) {
  x64_memory(a, true, 0x89, from, base, displacement);
}
static inline void x64_store_32(Assembler *a, Register base, int32_t displacement, Register from) {
  x64_memory(a, false, 0x89, from, base, displacement);
}
static inline void x64_load_sum(Assembler *a, Register to, Register base,
                                Register index) {  // [base + index]; base is not RBP, R13
  x64_byte(a, 0x48 | (unsigned)(to >> 3) << 2 | (unsigned)(index >> 3) << 1 | (unsigned)base >> 3);
  x64_byte(a, 0x8B);
  x64_byte(a, (to & 7) << 3 | RSP);
  x64_byte(a, (index & 7) << 3 | (base & 7));
}
static inline void x64_load_indexed(Assembler *a, Register to, Register base, Register index, int32_t displacement) {
  x64_byte(a, 0x48 | (unsigned)(to >> 3) << 2 | (unsigned)(index >> 3) << 1 | (unsigned)base >> 3);
  x64_byte(a, 0x8B);
  x64_modrm_indexed(a, to, base, index, displacement);
}
static inline void x64_store_indexed(Assembler *a, Register base, Register index, int32_t displacement, Register from) {
  x64_byte(a, 0x48 | (unsigned)(from >> 3) << 2 | (unsigned)(index >> 3) << 1 | (unsigned)base >> 3);
  x64_byte(a, 0x89);
  x64_modrm_indexed(a, from, base, index, displacement);
}
static inline void x64_address_indexed(Assembler *a, Register to, Register base, Register index, int32_t displacement) {
  x64_byte(a, 0x48 | (unsigned)(to >> 3) << 2 | (unsigned)(index >> 3) << 1 | (unsigned)base >> 3);
  x64_byte(a, 0x8D);
  x64_modrm_indexed(a, to, base, index, displacement);
}
static inline void x64_load_address(Assembler *a, Register to, Register base, int32_t displacement) {
  x64_memory(a, true, 0x8D, to, base, displacement);
}
static inline void x64_move(Assembler *a, Register to, Register from) {
  x64_rex(a, true, from, to);
  x64_byte(a, 0x89);
  x64_modrm_registers(a, from, to);
}
static inline void x64_move_32(Assembler *a, Register to, Register from) {  // clears the upper half
  x64_rex(a, false, from, to);
  x64_byte(a, 0x89);
  x64_modrm_registers(a, from, to);
}
static inline void x64_constant(Assembler *a, Register to, uint64_t value) {
  if (value <= UINT32_MAX) {
    x64_rex(a, false, 0, to);
    x64_byte(a, 0xB8 | (to & 7));
    x64_32(a, (uint32_t)value);
  } else {
    x64_rex(a, true, 0, to);
    x64_byte(a, 0xB8 | (to & 7));
    x64_64(a, value);
  }
}

// ------------------------------------------------------------------------------------------------------ integers

static inline void x64_registers(Assembler *a, bool wide, unsigned opcode, unsigned reg, unsigned rm) {
  x64_rex(a, wide, reg, rm);
  x64_byte(a, opcode);
  x64_modrm_registers(a, reg, rm);
}
static inline void x64_do(Assembler *a, Operation operation, Register to, Register from) {
  x64_registers(a, true, (unsigned)operation << 3 | 1, from, to);
}
static inline void x64_do_32(Assembler *a, Operation operation, Register to, Register from) {
  x64_registers(a, false, (unsigned)operation << 3 | 1, from, to);
}
static inline void x64_do_constant(Assembler *a, Operation operation, bool wide, Register to, int32_t constant) {
  bool is_short = constant == (int8_t)constant;
  x64_registers(a, wide, is_short ? 0x83 : 0x81, operation, to);
  if (is_short) x64_byte(a, (uint8_t)constant);
  else x64_32(a, (uint32_t)constant);
}
static inline void x64_do_memory(Assembler *a, Operation operation, Register to, Register base, int32_t displacement) {
  x64_memory(a, true, (unsigned)operation << 3 | 3, to, base, displacement);
}
static inline void x64_multiply_32(Assembler *a, Register to, Register from) {
  x64_rex(a, false, to, from);
  x64_byte(a, 0x0F);
  x64_byte(a, 0xAF);
  x64_modrm_registers(a, to, from);
}
static inline void x64_shift(Assembler *a, Shift shift, bool wide, Register to, unsigned count) {
  x64_registers(a, wide, 0xC1, shift, to);
  x64_byte(a, count);
}
static inline void x64_shift_by_cl(Assembler *a, Shift shift, Register to) { x64_registers(a, false, 0xD3, shift, to); }
static inline void x64_not_32(Assembler *a, Register to) { x64_registers(a, false, 0xF7, 2, to); }
static inline void x64_negate_32(Assembler *a, Register to) { x64_registers(a, false, 0xF7, 3, to); }
static inline void x64_test_32(Assembler *a, Register x, Register y) { x64_registers(a, false, 0x85, y, x); }
static inline void x64_not_64(Assembler *a, Register to) { x64_registers(a, true, 0xF7, 2, to); }
static inline void x64_test_64(Assembler *a, Register x, Register y) { x64_registers(a, true, 0x85, y, x); }
// EDX:EAX by a register: quotient to EAX, remainder to EDX; unsigned.
static inline void x64_divide_32(Assembler *a, Register by) { x64_registers(a, false, 0xF7, 6, by); }
static inline void x64_extend_8(Assembler *a, Register to, Register from) {  // from AL, CL, DL or BL
  x64_byte(a, 0x0F);
  x64_byte(a, 0xB6);
  x64_modrm_registers(a, to, from);
}
static inline void x64_test_8(Assembler *a, Register x) { x64_registers(a, false, 0x84, x, x); }  // AL, CL, DL or BL
static inline void x64_compare_register_memory_32(Assembler *a, Register x, Register base, int32_t displacement) {
  x64_memory(a, false, 0x3B, x, base, displacement);
}
// Compares memory with a constant.
static inline void x64_compare_8(Assembler *a, Register base, int32_t displacement, uint8_t constant) {
  x64_memory(a, false, 0x80, CMP, base, displacement);
  x64_byte(a, constant);
}
static inline void x64_test_memory_8(Assembler *a, Register base, int32_t displacement, uint8_t bits) {
  x64_memory(a, false, 0xF6, 0, base, displacement);
  x64_byte(a, bits);
}
static inline void x64_or_memory_8(Assembler *a, Register base, int32_t displacement, uint8_t bits) {
  x64_memory(a, false, 0x80, OR, base, displacement);
  x64_byte(a, bits);
}
static inline void x64_compare_32(Assembler *a, Register base, int32_t displacement, uint32_t constant) {
  x64_memory(a, false, 0x81, CMP, base, displacement);
  x64_32(a, constant);
}
// Sets the lowest byte of RAX, RCX, RDX or RBX.
static inline void x64_set(Assembler *a, Condition condition, Register to) {
  x64_byte(a, 0x0F);
  x64_byte(a, 0x90 | (unsigned)condition);
  x64_modrm_registers(a, 0, to);
}

// ------------------------------------------------------------------------------------------------------ doubles

static inline void x64_double_from_bits(Assembler *a, DoubleRegister to, Register from) {  // movq
  x64_byte(a, 0x66);
  x64_rex(a, true, to, from);
  x64_byte(a, 0x0F);
  x64_byte(a, 0x6E);
  x64_modrm_registers(a, to, from);
}
static inline void x64_double_to_bits(Assembler *a, Register to, DoubleRegister from) {  // movq
  x64_byte(a, 0x66);
  x64_rex(a, true, from, to);
  x64_byte(a, 0x0F);
  x64_byte(a, 0x7E);
  x64_modrm_registers(a, from, to);
}
static inline void x64_double_from_int(Assembler *a, DoubleRegister to, Register from) {  // cvtsi2sd
  x64_byte(a, 0xF2);
  x64_rex(a, false, to, from);
  x64_byte(a, 0x0F);
  x64_byte(a, 0x2A);
  x64_modrm_registers(a, to, from);
}
static inline void x64_double_to_int(Assembler *a, bool wide, Register to, DoubleRegister from) {  // cvttsd2si
  x64_byte(a, 0xF2);
  x64_rex(a, wide, to, from);
  x64_byte(a, 0x0F);
  x64_byte(a, 0x2C);
  x64_modrm_registers(a, to, from);
}
typedef enum DoubleOperation {
  ADD_DOUBLE = 0x58,
  MULTIPLY_DOUBLE = 0x59,
  SUBTRACT_DOUBLE = 0x5C,
  DIVIDE_DOUBLE = 0x5E
} DoubleOperation;
static inline void x64_do_double(Assembler *a, DoubleOperation operation, DoubleRegister to, DoubleRegister from) {
  x64_byte(a, 0xF2);
  x64_byte(a, 0x0F);
  x64_byte(a, operation);
  x64_modrm_registers(a, to, from);
}
static inline void x64_compare_double(Assembler *a, DoubleRegister x, DoubleRegister y) {  // ucomisd
  x64_byte(a, 0x66);
  x64_byte(a, 0x0F);
  x64_byte(a, 0x2E);
  x64_modrm_registers(a, x, y);
}

// ------------------------------------------------------------------------------------------------------ control

// Jumps return where their 32-bit distance is, for x64_patch.
static inline uint32_t x64_jump(Assembler *a) {
  x64_byte(a, 0xE9);
  x64_32(a, 0);
  return a->size - 4;
}
static inline uint32_t x64_jump_if(Assembler *a, Condition condition) {
  x64_byte(a, 0x0F);
  x64_byte(a, 0x80 | (unsigned)condition);
  x64_32(a, 0);
  return a->size - 4;
}
static inline uint32_t x64_call(Assembler *a) {
  x64_byte(a, 0xE8);
  x64_32(a, 0);
  return a->size - 4;
}
// The address of a place to be patched, too: lea to, [rip + distance]
static inline uint32_t x64_address(Assembler *a, Register to) {
  x64_rex(a, true, to, 0);
  x64_byte(a, 0x8D);
  x64_byte(a, (to & 7) << 3 | 5);
  x64_32(a, 0);
  return a->size - 4;
}
static inline void x64_patch(Assembler *a, uint32_t at, uint32_t target) {
  uint32_t distance = target - (at + 4);
  if (!a->full) memcpy(a->start + at, &distance, 4);
}
static inline void x64_patch_here(Assembler *a, uint32_t at) { x64_patch(a, at, a->size); }
static inline void x64_jump_register(Assembler *a, Register to) { x64_registers(a, false, 0xFF, 4, to); }
static inline void x64_jump_memory(Assembler *a, Register base, int32_t displacement) {
  x64_memory(a, false, 0xFF, 4, base, displacement);
}
static inline void x64_call_memory(Assembler *a, Register base, int32_t displacement) {
  x64_memory(a, false, 0xFF, 2, base, displacement);
}
static inline void x64_call_register(Assembler *a, Register to) { x64_registers(a, false, 0xFF, 2, to); }
static inline void x64_push(Assembler *a, Register reg) {
  x64_rex(a, false, 0, reg);
  x64_byte(a, 0x50 | (reg & 7));
}
static inline void x64_pop(Assembler *a, Register reg) {
  x64_rex(a, false, 0, reg);
  x64_byte(a, 0x58 | (reg & 7));
}
static inline void x64_return(Assembler *a) { x64_byte(a, 0xC3); }

#endif
