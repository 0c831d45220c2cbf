// objects/string.h - strings: flat Latin-1 and UTF-16, ropes, slices, internalized names, hashes.
//
// A string is Latin-1 whenever all its units are below 256 when it is made from text; strings that come from slicing
// may be two-byte without need, so equality compares units.  Concatenation of 13 characters or more makes a rope, a
// substring of 13 or more a slice (V8's figures).
#ifndef NODULE_OBJECTS_STRING_H
#define NODULE_OBJECTS_STRING_H

#include "objects/runtime.h"

// ---- making strings.  A result that would pass MAX_STRING_LENGTH throws RangeError "Invalid string length".
// The text given must be outside the heap.
NODISCARD bool string_from_latin1(VM *vm, const uint8_t *units, size_t length, Slot out);
NODISCARD bool string_from_utf16(VM *vm, const uint16_t *units, size_t length, Slot out);  // narrows when it can
NODISCARD bool string_from_utf8(VM *vm, const char *text, size_t length, Slot out);        // broken sequences: U+FFFD
size_t utf8_unit_count(const char *text, size_t length);                    // the length of the string that it becomes
NODISCARD bool string_from_ascii(VM *vm, const char *text, Slot out);       // zero-terminated
NODISCARD bool string_concat(VM *vm, Handle left, Handle right, Slot out);  // O(1): a rope if long
// Appends ASCII where that makes a short string.  False: it does not.
bool string_append_short(VM *vm, Handle left, const char *text, uint32_t count, Slot out);
NODISCARD bool string_substring(VM *vm, Handle string, uint32_t start, uint32_t end, Slot out);
void string_from_unit(VM *vm, uint16_t unit, Slot out);  // one code unit
// Fresh flat strings to be filled in at once: `units` are valid until the next allocation.
NODISCARD bool string_new_latin1(VM *vm, size_t length, Slot out, uint8_t **units);
NODISCARD bool string_new_utf16(VM *vm, size_t length, Slot out, uint16_t **units);

// ---- reading.  Ropes are flattened in place (may allocate): *string afterwards is flat or a slice of a flat one.
void string_flatten(VM *vm, Slot string);
static inline uint32_t string_length(Handle s) { return ((String *)value_as_object(*s))->length; }
// A view of a flattened string; valid until the next allocation.
typedef struct StringView {
  uint32_t length;
  bool two_byte;
  union {
    const uint8_t *latin1;
    const uint16_t *utf16;
  };
} StringView;
// The flat string behind a slice or a flattened rope; adds to *offset where the text begins in it.
const String *string_flat_behind(const String *s, uint32_t *offset);
// Inline, so that the struct is never built in memory only to be loaded again.
static inline StringView view_of(const String *s) {
  StringView view;
  uint32_t offset = 0;
  view.length = s->length;
  if (heap_object_kind(&s->head) > KIND_STRING_UTF16) s = string_flat_behind(s, &offset);
  view.two_byte = heap_object_kind(&s->head) == KIND_STRING_UTF16;
  view.latin1 = (const uint8_t *)(s + 1) + ((size_t)offset << view.two_byte);
  return view;
}
// Whether it has a view as it is.
static inline bool string_is_flat(const String *s) {
  return heap_object_kind(&s->head) != KIND_STRING_ROPE ||
         ((const String *)value_as_object(((const RopeString *)s)->right.value_))->length == 0;
}
// Of a string that string_flatten was called on.
static inline StringView string_view(Handle flat) { return view_of((const String *)value_as_object(*flat)); }
uint32_t view_hash(const StringView *v);  // seeded: other in each run
static inline uint16_t view_unit(const StringView *v, uint32_t i) { return v->two_byte ? v->utf16[i] : v->latin1[i]; }
uint16_t string_unit_at(VM *vm, Slot string, uint32_t index);  // flattens

bool string_equals(VM *vm, Handle a, Handle b);  // may flatten (a and b need not be Slots: ropes change in place)
int string_compare(VM *vm, Handle a, Handle b);  // by code units: < 0, 0, > 0
uint32_t string_hash(VM *vm, Handle string);     // bit 31 set
bool string_is_ascii(VM *vm, Handle string, const char *text);
// UTF-8, malloc'd and zero-terminated; unpaired surrogates become U+FFFD.  The caller frees.
char *string_to_utf8(VM *vm, Handle string, size_t *length);
// WTF-8: unpaired surrogates keep their value, as three bytes.
char *string_to_wtf8(VM *vm, Handle string, size_t *length);
NODISCARD bool string_from_wtf8(VM *vm, const char *text, size_t length, Slot out);
size_t code_point_to_utf8(char *to, uint32_t code);        // the bytes written: 1 to 4
uint32_t view_scalar(const StringView *view, size_t *at);  // passes it; U+FFFD for an unpaired surrogate
// True when the text is a canonical array index (0 .. 2^32 - 2).
bool view_as_index(const StringView *v, uint32_t *index);
bool string_as_index(VM *vm, Handle string, uint32_t *index);

// ---- internalized strings
void string_internalize(VM *vm, Slot string);  // replaces *string
void string_internalize_ascii(VM *vm, const char *text, Slot out);
void string_internalize_units(VM *vm, const uint8_t *latin1, const uint16_t *utf16, size_t length, Slot out);

// ---- building: a buffer outside the heap
typedef struct StringBuilder {
  uint8_t *latin1;
  uint16_t *utf16;  // once a unit above 255 came
  size_t length, capacity;
  bool too_long;  // what was appended would have passed MAX_STRING_LENGTH
} StringBuilder;
void builder_init(StringBuilder *b);
void builder_free(StringBuilder *b);
void builder_unit(StringBuilder *b, uint16_t unit);
void builder_units(StringBuilder *b, const uint8_t *latin1, const uint16_t *utf16, size_t length);  // one of the two
void builder_ascii(StringBuilder *b, const char *text);
void builder_utf8(StringBuilder *b, const char *text, size_t length);
void builder_string(VM *vm, StringBuilder *b, Handle string);
void builder_substring(VM *vm, StringBuilder *b, Handle string, uint32_t start, uint32_t end);
void builder_format(StringBuilder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
// RangeError "Invalid string length" once the text is too long: for loops that run scripts or append without end.
NODISCARD bool builder_check(VM *vm, const StringBuilder *b);
NODISCARD bool builder_finish(VM *vm, StringBuilder *b, Slot out);  // and frees

// ---- the table (embedder callbacks of the heap)
void string_table_create(VM *vm);
void string_roots_create(VM *vm);  // names, single characters and well-known symbols of Runtime
void string_table_destroy(VM *vm);
void string_table_process_weak(VM *vm, WeakPhase phase);

// ---- symbols
void symbol_new(VM *vm, Handle description, Slot out);

#endif
