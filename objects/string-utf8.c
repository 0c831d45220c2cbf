// objects/string-utf8.c - UTF-8 to strings and back.
//
// Broken sequences decode to U+FFFD, one for each maximal part of a sequence (as the Encoding standard and node do);
// unpaired surrogates encode as U+FFFD.
#include <stdlib.h>

#include "base/memory.h"
#include "objects/string-internal.h"

#define REPLACEMENT 0xFFFDu

static size_t ascii_prefix(const uint8_t *text, size_t length) {
  size_t i = 0;
  for (; i + 8 <= length; i += 8) {
    uint64_t word;
    memcpy(&word, text + i, 8);
    if (word & 0x8080808080808080u) break;
  }
  while (i < length && text[i] < 0x80) i++;
  return i;
}

// What may follow a lead byte: the range of the second byte excludes overlong forms, surrogates and what lies beyond
// U+10FFFF.
typedef struct Lead {
  unsigned more;      // bytes that follow; 0: no lead byte
  uint32_t bits;      // of the lead byte
  uint8_t low, high;  // of the second byte
} Lead;

static Lead lead_of(uint8_t byte, bool surrogates) {
  if (byte >= 0xC2 && byte <= 0xDF) return (Lead){1, byte & 0x1F, 0x80, 0xBF};
  if (byte >= 0xE0 && byte <= 0xEF) {
    return (Lead){2, byte & 0x0F, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED && !surrogates ? 0x9F : 0xBF};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return (Lead){3, byte & 0x07, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
  }
  return (Lead){0, 0, 0, 0};
}

// Decodes one code point at text[*at] and passes it.
static uint32_t decode(const uint8_t *text, size_t length, size_t *at, bool surrogates) {
  uint8_t byte = text[(*at)++];
  if (byte < 0x80) return byte;
  Lead lead = lead_of(byte, surrogates);
  if (lead.more == 0) return REPLACEMENT;
  uint32_t code = lead.bits;
  for (unsigned i = 0; i < lead.more; i++) {
    if (*at >= length) return REPLACEMENT;
    uint8_t next = text[*at];
    if (next < lead.low || next > lead.high) return REPLACEMENT;
    code = code << 6 | (next & 0x3F);
    (*at)++;
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return code;
}

static size_t put_utf16(uint16_t *to, uint32_t code) {
  if (code < 0x10000) {
    to[0] = (uint16_t)code;
    return 1;
  }
  to[0] = (uint16_t)(0xD7C0 + (code >> 10));
  to[1] = (uint16_t)(0xDC00 + (code & 0x3FF));
  return 2;
}

// How many units the text becomes; *wide tells whether one of them is above 255.
static size_t count_units(const uint8_t *text, size_t length, bool surrogates, bool *wide) {
  size_t units = 0;
  *wide = false;
  for (size_t at = 0; at < length; units++) {
    uint32_t code = decode(text, length, &at, surrogates);
    if (code > 0xFF) *wide = true;
    if (code > 0xFFFF) units++;
  }
  return units;
}

size_t utf8_unit_count(const char *text, size_t length) {
  bool wide;
  return count_units((const uint8_t *)text, length, false, &wide);
}

static bool from_utf8(VM *vm, const char *utf8, size_t length, bool surrogates, Slot out) {
  const uint8_t *text = (const uint8_t *)utf8;
  if (ascii_prefix(text, length) == length) return string_from_latin1(vm, text, length, out);
  bool wide;
  size_t units = count_units(text, length, surrogates, &wide);
  size_t at = 0, written = 0;
  if (wide) {
    uint16_t *to;
    TRY(string_new_utf16(vm, units, out, &to));
    while (at < length) written += put_utf16(to + written, decode(text, length, &at, surrogates));
  } else if (units == 1) {
    string_from_unit(vm, (uint16_t)decode(text, length, &at, surrogates), out);
  } else {
    uint8_t *to;
    TRY(string_new_latin1(vm, units, out, &to));
    while (at < length) to[written++] = (uint8_t)decode(text, length, &at, surrogates);
  }
  return true;
}

bool string_from_utf8(VM *vm, const char *utf8, size_t length, Slot out) {
  return from_utf8(vm, utf8, length, false, out);
}

bool string_from_wtf8(VM *vm, const char *wtf8, size_t length, Slot out) {
  return from_utf8(vm, wtf8, length, true, out);
}

void builder_utf8(StringBuilder *b, const char *utf8, size_t length) {
  const uint8_t *text = (const uint8_t *)utf8;
  for (size_t at = 0; at < length;) {
    uint16_t units[2];
    size_t count = put_utf16(units, decode(text, length, &at, false));
    for (size_t i = 0; i < count; i++) builder_unit(b, units[i]);
  }
}

// ------------------------------------------------------------------------------------------------------- encoding

size_t code_point_to_utf8(char *to, uint32_t code) {
  if (code < 0x80) {
    to[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    to[0] = (char)(0xC0 | code >> 6);
    to[1] = (char)(0x80 | (code & 0x3F));
    return 2;
  }
  if (code < 0x10000) {
    to[0] = (char)(0xE0 | code >> 12);
    to[1] = (char)(0x80 | (code >> 6 & 0x3F));
    to[2] = (char)(0x80 | (code & 0x3F));
    return 3;
  }
  to[0] = (char)(0xF0 | code >> 18);
  to[1] = (char)(0x80 | (code >> 12 & 0x3F));
  to[2] = (char)(0x80 | (code >> 6 & 0x3F));
  to[3] = (char)(0x80 | (code & 0x3F));
  return 4;
}

// A surrogate by itself: `alone` if not zero, else as it is.
static uint32_t code_point_at(const uint16_t *units, size_t length, uint32_t alone, size_t *at) {
  uint16_t unit = units[(*at)++];
  if ((unit & 0xF800) != 0xD800) return unit;
  if (unit >= 0xDC00 || *at >= length || (units[*at] & 0xFC00) != 0xDC00) return alone ? alone : unit;
  return 0x10000 + ((uint32_t)(unit & 0x3FF) << 10) + (units[(*at)++] & 0x3FF);
}

uint32_t view_scalar(const StringView *view, size_t *at) {
  return view->two_byte ? code_point_at(view->utf16, view->length, REPLACEMENT, at) : view->latin1[(*at)++];
}

static char *to_utf8(VM *vm, Handle string, uint32_t alone, size_t *length) {
  string_make_viewable(vm, string);
  StringView view = string_view(string);
  char *text = checked_malloc((size_t)view.length * (view.two_byte ? 3 : 2) + 1);  // the most that a unit can need
  size_t written = 0;
  if (view.two_byte) {
    for (size_t at = 0; at < view.length;) {
      written += code_point_to_utf8(text + written, code_point_at(view.utf16, view.length, alone, &at));
    }
  } else {
    written = ascii_prefix(view.latin1, view.length);
    memcpy(text, view.latin1, written);
    for (size_t at = written; at < view.length; at++) written += code_point_to_utf8(text + written, view.latin1[at]);
  }
  text[written] = 0;
  if (length) *length = written;
  return text;
}

char *string_to_utf8(VM *vm, Handle string, size_t *length) { return to_utf8(vm, string, REPLACEMENT, length); }

char *string_to_wtf8(VM *vm, Handle string, size_t *length) { return to_utf8(vm, string, 0, length); }
