// objects/string-compare.c - hash, equality and order of strings by their code units, however they are stored, and the
// reading of array indexes.
#include "objects/hash-seed.h"
#include "objects/string-internal.h"

// ---------------------------------------------------------------------------------------------------------- hash

#define HASH_LENGTH_KEY 0xD6E8FEB86659FD93u

static inline uint64_t mix(uint64_t h, uint64_t word) { return hash_mix(h ^ word, hash_secret.text_multiplier); }

// Four units in one word: the same word for Latin-1 and UTF-16, so that the same text has the same hash.
static inline uint64_t spread4(const uint8_t *units) {
  uint32_t bytes;
  memcpy(&bytes, units, 4);
  uint64_t x = bytes;
  x = (x | x << 16) & 0x0000FFFF0000FFFFu;
  return (x | x << 8) & 0x00FF00FF00FF00FFu;
}

static uint64_t hash_latin1(const uint8_t *units, size_t length, uint64_t h) {
  size_t i = 0;
  for (; i + 4 <= length; i += 4) h = mix(h, spread4(units + i));
  uint64_t rest = 0;
  for (unsigned shift = 0; i < length; i++, shift += 16) rest |= (uint64_t)units[i] << shift;
  return mix(h, rest);
}

static uint64_t hash_utf16(const uint16_t *units, size_t length, uint64_t h) {
  size_t i = 0;
  for (; i + 4 <= length; i += 4) {
    uint64_t word;
    memcpy(&word, units + i, 8);
    h = mix(h, word);
  }
  uint64_t rest = 0;
  for (unsigned shift = 0; i < length; i++, shift += 16) rest |= (uint64_t)units[i] << shift;
  return mix(h, rest);
}

uint32_t view_hash(const StringView *v) {
  uint64_t h = hash_secret.text_start ^ v->length * HASH_LENGTH_KEY;
  h = v->two_byte ? hash_utf16(v->utf16, v->length, h) : hash_latin1(v->latin1, v->length, h);
  return (uint32_t)(h ^ h >> 32) | (uint32_t)1 << 31;
}

uint32_t string_hash(VM *vm, Handle string) {
  uint32_t hash = heap_object_aux(value_as_object(*string));
  if (LIKELY(hash != 0)) return hash;
  string_make_viewable(vm, string);
  StringView view = string_view(string);
  hash = view_hash(&view);
  heap_object_set_aux(value_as_object(*string), hash);
  return hash;
}

// ------------------------------------------------------------------------------------------------------ equality

static bool equals_mixed(const uint8_t *latin1, const uint16_t *utf16, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (latin1[i] != utf16[i]) return false;
  }
  return true;
}

bool view_equals(const StringView *a, const StringView *b) {
  if (a->length != b->length) return false;
  if (a->two_byte != b->two_byte) {
    return a->two_byte ? equals_mixed(b->latin1, a->utf16, a->length) : equals_mixed(a->latin1, b->utf16, a->length);
  }
  return memcmp(a->latin1, b->latin1, (size_t)a->length << a->two_byte) == 0;
}

bool string_equals(VM *vm, Handle a, Handle b) {
  const String *x = as_string(a), *y = as_string(b);
  if (x == y) return true;
  if (x->length != y->length) return false;
  if (heap_object_flags(&x->head) & heap_object_flags(&y->head) & STRING_INTERNALIZED) return false;
  uint32_t x_hash = heap_object_aux(&x->head), y_hash = heap_object_aux(&y->head);
  if (x_hash != 0 && y_hash != 0 && x_hash != y_hash) return false;
  string_make_viewable(vm, a);
  string_make_viewable(vm, b);
  StringView left = string_view(a), right = string_view(b);
  return view_equals(&left, &right);
}

bool string_is_ascii(VM *vm, Handle string, const char *text) {
  size_t length = strlen(text);
  if (length != string_length(string)) return false;
  string_make_viewable(vm, string);
  StringView view = string_view(string), ascii = {(uint32_t)length, false, {(const uint8_t *)text}};
  return view_equals(&view, &ascii);
}

// --------------------------------------------------------------------------------------------------------- order

static int compare_units(const StringView *a, const StringView *b, uint32_t common) {
  if (!a->two_byte && !b->two_byte) return memcmp(a->latin1, b->latin1, common);
  for (uint32_t i = 0; i < common; i++) {
    int difference = view_unit(a, i) - view_unit(b, i);
    if (difference != 0) return difference;
  }
  return 0;
}

int string_compare(VM *vm, Handle a, Handle b) {
  if (value_same(*a, *b)) return 0;
  string_make_viewable(vm, a);
  string_make_viewable(vm, b);
  StringView left = string_view(a), right = string_view(b);
  int order = compare_units(&left, &right, left.length < right.length ? left.length : right.length);
  if (order != 0 || left.length == right.length) return order;
  return left.length < right.length ? -1 : 1;
}

// ------------------------------------------------------------------------------------------------------- indexes

bool view_as_index(const StringView *v, uint32_t *index) {
  if (v->length == 0 || v->length > 10) return false;
  uint64_t value = 0;
  for (uint32_t i = 0; i < v->length; i++) {
    unsigned digit = (unsigned)view_unit(v, i) - '0';
    if (digit > 9) return false;
    value = value * 10 + digit;
  }
  if (view_unit(v, 0) == '0' && v->length > 1) return false;
  if (value > 0xFFFFFFFEu) return false;
  *index = (uint32_t)value;
  return true;
}

bool string_as_index(VM *vm, Handle string, uint32_t *index) {
  (void)vm;
  const String *s = as_string(string);
  if (s->length > 10 || (heap_object_flags(&s->head) & STRING_NOT_INDEX)) return false;
  StringView view = view_of(s);  // so short a string is flat
  return view_as_index(&view, index);
}
