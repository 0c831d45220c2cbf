// objects/string-internal.h - private to objects/string*.c: the bare text of strings, and fresh strings not yet filled
// in.
//
// Functions here that have no VM parameter allocate nothing, so they work on raw pointers.
#ifndef NODULE_OBJECTS_STRING_INTERNAL_H
#define NODULE_OBJECTS_STRING_INTERNAL_H

#include "objects/string.h"

#define STRING_TWO_BYTE 4  // header flag of ropes and slices: the text behind them is stored as UTF-16
#define SHORTEST_ROPE 13u  // shorter concatenations and substrings are copied (V8's figures)
#define SHORTEST_SLICE 13u

static inline bool string_too_long(VM *vm) {
  runtime(vm)->string_too_long(vm);
  return false;
}

static inline bool string_is_two_byte(const String *s) {
  unsigned kind = heap_object_kind(&s->head);
  if (kind <= KIND_STRING_UTF16) return kind == KIND_STRING_UTF16;
  return (heap_object_flags(&s->head) & STRING_TWO_BYTE) != 0;
}

static inline String *field_string(const Field *field) { return (String *)value_as_object(field_get(field)); }

// A rope that was flattened has the empty string on its right.
static inline bool rope_is_flat(const String *rope) {
  return field_string(&((const RopeString *)rope)->right)->length == 0;
}

// A fresh flat string without hash; its units are to be written before the next allocation.  Two-byte strings above
// MAX_STRING_LENGTH must not be asked for.
String *string_allocate_flat(VM *vm, size_t length, bool two_byte, AllocationSpace space);

// Makes *string, a rope or not, readable by string_view; unlike string_flatten it leaves the slot as it is.
void string_make_viewable(VM *vm, Handle string);

// Copies all units; ropes need not be flat.  To Latin-1 only where string_is_two_byte is false.
void string_copy_latin1(const String *s, uint8_t *to);
void string_copy_utf16(const String *s, uint16_t *to);

// Copies units of a view; narrowing is the caller's promise.
void view_copy_latin1(const StringView *v, uint32_t start, uint32_t count, uint8_t *to);
void view_copy_utf16(const StringView *v, uint32_t start, uint32_t count, uint16_t *to);
bool view_equals(const StringView *a, const StringView *b);

bool units_are_latin1(const uint16_t *units, size_t length);
void units_widen(uint16_t *to, const uint8_t *from, size_t length);
void units_narrow(uint8_t *to, const uint16_t *from, size_t length);

#endif
