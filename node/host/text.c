// node/host/text.c - see text.h.  Nothing here touches the heap.
#include "node/host/text.h"

#include <stdlib.h>
#include <uniwidth.h>

#include "base/memory.h"
#include "base/number-text.h"

void text_append_part(Text *to, const Text *from, size_t start, size_t end) {
  if (from->too_long) to->too_long = true;
  if (start >= end) return;
  builder_units(to, from->utf16 ? NULL : from->latin1 + start, from->utf16 ? from->utf16 + start : NULL, end - start);
}

void text_append(Text *to, const Text *from) { text_append_part(to, from, 0, from->length); }

void text_append_indented(Text *to, const Text *from, size_t indentation) {
  size_t start = 0;
  for (size_t i = 0; indentation > 0 && i < from->length && !to->too_long; i++) {
    if (text_unit(from, i) != '\n') continue;
    text_append_part(to, from, start, i + 1);
    text_repeat(to, ' ', indentation);
    start = i + 1;
  }
  text_append_part(to, from, start, from->length);
}

void text_repeat(Text *to, char c, size_t count) {
  uint8_t run[64];
  memset(run, c, sizeof run);
  for (; count > sizeof run && !to->too_long; count -= sizeof run) builder_units(to, run, NULL, sizeof run);
  builder_units(to, run, NULL, count);
}

void text_number(Text *to, double d) {
  char digits[NUMBER_TEXT_SIZE];
  if (d == 0 && signbit(d)) {
    builder_ascii(to, "-0");
    return;
  }
  number_to_text(d, digits);
  builder_ascii(to, digits);
}

// ------------------------------------------------------------------------------------------------------ comparing

static bool part_equals(const Text *t, size_t at, const Text *part) {
  for (size_t i = 0; i < part->length; i++) {
    if (text_unit(t, at + i) != text_unit(part, i)) return false;
  }
  return true;
}

bool text_equals(const Text *a, const Text *b) { return a->length == b->length && part_equals(a, 0, b); }

bool text_starts_with(const Text *t, const Text *start) {
  return t->length >= start->length && part_equals(t, 0, start);
}

static bool ascii_at(const Text *t, size_t at, const char *ascii, size_t length) {
  if (at + length > t->length) return false;
  for (size_t i = 0; i < length; i++) {
    if (text_unit(t, at + i) != (uint8_t)ascii[i]) return false;
  }
  return true;
}

bool text_is(const Text *t, const char *ascii) {
  return t->length == strlen(ascii) && ascii_at(t, 0, ascii, t->length);
}

bool text_contains(const Text *t, uint16_t unit) {
  if (!t->utf16) return unit <= 0xFF && t->length > 0 && memchr(t->latin1, unit, t->length);
  for (size_t i = 0; i < t->length; i++) {
    if (text_unit(t, i) == unit) return true;
  }
  return false;
}

ptrdiff_t text_find(const Text *t, const Text *part, size_t from) {
  for (size_t i = from; i + part->length <= t->length; i++) {
    if (part_equals(t, i, part)) return (ptrdiff_t)i;
  }
  return -1;
}

ptrdiff_t text_find_ascii(const Text *t, const char *part, size_t from) {
  size_t length = strlen(part);
  for (size_t i = from; i + length <= t->length; i++) {
    if (ascii_at(t, i, part, length)) return (ptrdiff_t)i;
  }
  return -1;
}

static int text_compare(const Text *a, const Text *b) {
  for (size_t i = 0; i < a->length && i < b->length; i++) {
    int difference = text_unit(a, i) - text_unit(b, i);
    if (difference != 0) return difference;
  }
  return a->length < b->length ? -1 : a->length > b->length;
}

// ------------------------------------------------------------------------------------------------------ measuring

static bool is_high(uint16_t unit) { return (unit & 0xFC00) == 0xD800; }
static bool is_low(uint16_t unit) { return (unit & 0xFC00) == 0xDC00; }

static uint32_t pair_code_point(uint16_t high, uint16_t low) {
  return 0x10000u + ((uint32_t)(high & 0x3FF) << 10) + (low & 0x3FF);
}

// The code point at *i, which is moved behind it.
static uint32_t next_code_point(const Text *t, size_t *i) {
  uint16_t unit = text_unit(t, (*i)++);
  if (is_high(unit) && *i < t->length && is_low(text_unit(t, *i))) return pair_code_point(unit, text_unit(t, (*i)++));
  return unit;
}

// End of the escape sequence ESC [ digits and semicolons, letter that begins at i; i itself if there is none.
static size_t escape_end(const Text *t, size_t i) {
  if (text_unit(t, i) != 0x1B || i + 1 >= t->length || text_unit(t, i + 1) != '[') return i;
  size_t end = i + 2;
  while (end < t->length && ((text_unit(t, end) >= '0' && text_unit(t, end) <= '9') || text_unit(t, end) == ';')) end++;
  return end < t->length ? end + 1 : i;
}

size_t text_width(const Text *t, bool escapes) {
  size_t width = 0;
  for (size_t i = 0; i < t->length;) {
    if (escapes) {
      size_t end = escape_end(t, i);
      if (end > i) {
        i = end;
        continue;
      }
    }
    uint32_t code = next_code_point(t, &i);
    int columns = code < 0x7F ? code >= 0x20 : uc_width(code, "UTF-8");
    if (columns > 0) width += (size_t)columns;
  }
  return width;
}

size_t text_length_uncoloured(const Text *t) {
  size_t length = 0;
  for (size_t i = 0; i < t->length;) {
    size_t end = escape_end(t, i);
    if (end > i) {
      i = end;
    } else {
      i++;
      length++;
    }
  }
  return length;
}

void text_append_uncoloured(Text *to, const Text *from) {
  for (size_t i = 0; i < from->length;) {
    size_t end = escape_end(from, i);
    if (end > i) i = end;
    else builder_unit(to, text_unit(from, i++));
  }
}

// ------------------------------------------------------------------------------------------------------ UTF-8

static uint32_t decode(const uint16_t *units, size_t length, size_t *i) {
  uint16_t unit = units[(*i)++];
  if (is_high(unit) && *i < length && is_low(units[*i])) return pair_code_point(unit, units[(*i)++]);
  return is_high(unit) || is_low(unit) ? 0xFFFD : unit;
}

static void units_write(const uint8_t *latin1, const uint16_t *utf16, size_t length, TextWriter write) {
  char piece[4096];
  size_t used = 0;
  for (size_t i = 0; i < length;) {
    used += code_point_to_utf8(piece + used, utf16 ? decode(utf16, length, &i) : latin1[i++]);
    if (used > sizeof piece - 4) {
      write(piece, used);
      used = 0;
    }
  }
  if (used > 0) write(piece, used);
}

void text_write(const Text *t, TextWriter write) { units_write(t->latin1, t->utf16, t->length, write); }

void view_write(const StringView *view, TextWriter write) {
  units_write(view->two_byte ? NULL : view->latin1, view->two_byte ? view->utf16 : NULL, view->length, write);
}

char *text_to_utf8(const Text *t, size_t *length) {
  char *result = checked_malloc(t->length * 3 + 1);
  size_t used = 0;
  for (size_t i = 0; i < t->length;) {
    used += code_point_to_utf8(result + used, t->utf16 ? decode(t->utf16, t->length, &i) : t->latin1[i++]);
  }
  result[used] = 0;
  if (length) *length = used;
  return result;
}

// ------------------------------------------------------------------------------------------------------ lists

Text *text_list_add(TextList *list) {
  if (list->count == list->capacity) {
    list->capacity = list->capacity ? list->capacity * 2 : 8;
    list->items = checked_realloc(list->items, list->capacity * sizeof(Text));
  }
  Text *item = &list->items[list->count++];
  builder_init(item);
  return item;
}

void text_list_free(TextList *list) {
  for (size_t i = 0; i < list->count; i++) builder_free(&list->items[i]);
  free(list->items);
  *list = (TextList){0};
}

static int compare_items(const void *a, const void *b) { return text_compare(a, b); }

void text_list_sort(TextList *list, size_t from) {
  if (list->count > from) qsort(list->items + from, list->count - from, sizeof(Text), compare_items);
}
