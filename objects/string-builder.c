// objects/string-builder.c - StringBuilder: text that grows in a buffer outside the heap.
//
// The buffer is Latin-1 until the first unit above 255 comes, then UTF-16.  What would pass MAX_STRING_LENGTH is
// dropped and `too_long` set; builder_finish and builder_check then throw, so appending needs no check.
//
//   length <= capacity <= MAX_STRING_LENGTH
#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"
#include "objects/string-internal.h"

void builder_init(StringBuilder *b) { memset(b, 0, sizeof *b); }

void builder_free(StringBuilder *b) {
  free(b->latin1);
  free(b->utf16);
  builder_init(b);
}

// Room for `count` more units; false: too long.
static bool reserve(StringBuilder *b, size_t count) {
  if (LIKELY(count <= b->capacity - b->length)) return true;
  if (b->too_long || count > MAX_STRING_LENGTH - b->length) {
    b->too_long = true;
    return false;
  }
  size_t capacity = b->length + count;
  if (capacity < b->capacity * 2) capacity = b->capacity * 2;
  if (capacity < 64) capacity = 64;
  if (capacity > MAX_STRING_LENGTH) capacity = MAX_STRING_LENGTH;
  memory_check_work((b->length + count) * (b->utf16 ? 2 : 1));
  if (b->utf16) b->utf16 = checked_realloc(b->utf16, capacity * 2);
  else b->latin1 = checked_realloc(b->latin1, capacity);
  b->capacity = capacity;
  return true;
}

static void become_utf16(StringBuilder *b) {
  if (b->utf16) return;
  size_t capacity = b->capacity < 64 ? 64 : b->capacity;
  memory_check_work(b->length * 2);
  uint16_t *units = checked_realloc(NULL, capacity * 2);
  units_widen(units, b->latin1, b->length);
  free(b->latin1);
  b->latin1 = NULL;
  b->utf16 = units;
  b->capacity = capacity;
}

void builder_unit(StringBuilder *b, uint16_t unit) {
  if (unit > 0xFF) become_utf16(b);
  if (!reserve(b, 1)) return;
  if (b->utf16) b->utf16[b->length++] = unit;
  else b->latin1[b->length++] = (uint8_t)unit;
}

static void append_latin1(StringBuilder *b, const uint8_t *units, size_t length) {
  if (length == 0 || !reserve(b, length)) return;
  if (b->utf16) units_widen(b->utf16 + b->length, units, length);
  else memcpy(b->latin1 + b->length, units, length);
  b->length += length;
}

static void append_utf16(StringBuilder *b, const uint16_t *units, size_t length) {
  if (length == 0) return;
  bool narrow = !b->utf16 && units_are_latin1(units, length);
  if (!narrow) become_utf16(b);
  if (!reserve(b, length)) return;
  if (narrow) units_narrow(b->latin1 + b->length, units, length);
  else memcpy(b->utf16 + b->length, units, length * 2);
  b->length += length;
}

void builder_units(StringBuilder *b, const uint8_t *latin1, const uint16_t *utf16, size_t length) {
  if (utf16) append_utf16(b, utf16, length);
  else append_latin1(b, latin1, length);
}

void builder_ascii(StringBuilder *b, const char *text) { append_latin1(b, (const uint8_t *)text, strlen(text)); }

// Ropes are copied piece by piece, so nothing is allocated in the heap.
void builder_string(VM *vm, StringBuilder *b, Handle string) {
  (void)vm;
  const String *s = as_string(string);
  uint32_t length = s->length;
  if (string_is_two_byte(s)) become_utf16(b);
  if (length == 0 || !reserve(b, length)) return;
  if (b->utf16) string_copy_utf16(s, b->utf16 + b->length);
  else string_copy_latin1(s, b->latin1 + b->length);
  b->length += length;
}

void builder_substring(VM *vm, StringBuilder *b, Handle string, uint32_t start, uint32_t end) {
  string_make_viewable(vm, string);
  StringView view = string_view(string);
  if (view.two_byte) append_utf16(b, view.utf16 + start, end - start);
  else append_latin1(b, view.latin1 + start, end - start);
}

void builder_format(StringBuilder *b, const char *format, ...) {
  char small[256];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(small, sizeof small, format, arguments);
  va_end(arguments);
  if (length < 0) return;
  if ((size_t)length < sizeof small) {
    builder_utf8(b, small, (size_t)length);
    return;
  }
  char *large = checked_realloc(NULL, (size_t)length + 1);
  va_start(arguments, format);
  vsnprintf(large, (size_t)length + 1, format, arguments);
  va_end(arguments);
  builder_utf8(b, large, (size_t)length);
  free(large);
}

bool builder_check(VM *vm, const StringBuilder *b) { return LIKELY(!b->too_long) || string_too_long(vm); }

bool builder_finish(VM *vm, StringBuilder *b, Slot out) {
  bool ok;
  if (b->too_long) ok = string_too_long(vm);
  else if (b->utf16) ok = string_from_utf16(vm, b->utf16, b->length, out);
  else ok = string_from_latin1(vm, b->latin1, b->length, out);
  builder_free(b);
  return ok;
}
