// node/buffer/encoding.c - see encoding.h.
#include "node/buffer/encoding.h"

#include <stdlib.h>

#include "base/memory.h"

#define NOT_A_DIGIT 0xFF

// ----------------------------------------------------------------------------------------------------------- names

static const struct {
  const char *name;
  Encoding encoding;
} names[] = {{"utf8", ENCODING_UTF8},     {"utf-8", ENCODING_UTF8},          {"hex", ENCODING_HEX},
             {"base64", ENCODING_BASE64}, {"base64url", ENCODING_BASE64URL}, {"latin1", ENCODING_LATIN1},
             {"binary", ENCODING_LATIN1}, {"ascii", ENCODING_ASCII},         {"utf16le", ENCODING_UCS2},
             {"utf-16le", ENCODING_UCS2}, {"ucs2", ENCODING_UCS2},           {"ucs-2", ENCODING_UCS2}};

static bool same_letters(const StringView *view, const char *lower) {
  if (strlen(lower) != view->length) return false;
  for (uint32_t i = 0; i < view->length; i++) {
    uint16_t unit = view_unit(view, i);
    if (unit >= 'A' && unit <= 'Z') unit = (uint16_t)(unit + 'a' - 'A');
    if (unit != (uint8_t)lower[i]) return false;
  }
  return true;
}

Encoding encoding_find(VM *vm, Handle name) {
  ROOTS(vm, text);
  r.text = *name;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);  // no allocation below
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (same_letters(&view, names[i].name)) return names[i].encoding;
  }
  return ENCODING_NONE;
}

const char *encoding_name(Encoding encoding) {
  static const char *const canonical[] = {"utf8", "utf16le", "latin1", "ascii", "base64", "base64url", "hex"};
  return canonical[encoding];
}

bool encoding_argument(VM *vm, Handle value, Encoding *out) {
  *out = ENCODING_UTF8;
  if (value_is_undefined(*value)) return true;
  ROOTS(vm, name);
  TRY(to_string(vm, value, &r.name));
  *out = encoding_find(vm, &r.name);
  if (*out != ENCODING_NONE) return true;
  return throw_node_error(vm, &runtime(vm)->type_error_prototype, "ERR_UNKNOWN_ENCODING", "Unknown encoding: %v",
                          &r.name);
}

// -------------------------------------------------------------------------------------------------- text to bytes

// The code point at unit *at, which is passed; unpaired surrogates give U+FFFD.
static uint32_t code_point(const StringView *view, uint32_t *at) {
  uint32_t unit = view_unit(view, (*at)++);
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  if (unit > 0xDBFF || *at >= view->length) return 0xFFFD;
  uint32_t next = view_unit(view, *at);
  if (next < 0xDC00 || next > 0xDFFF) return 0xFFFD;
  (*at)++;
  return 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
}

#define HIGH_BITS 0x8080808080808080u

static uint64_t eight_at(const uint8_t *units) {
  uint64_t word;
  memcpy(&word, units, sizeof word);
  return word;
}

static size_t latin1_utf8_count(const uint8_t *units, size_t length) {
  size_t count = length, i = 0;
  for (; i + 8 <= length; i += 8) count += (size_t)__builtin_popcountll(eight_at(units + i) & HIGH_BITS);
  for (; i < length; i++) count += units[i] >> 7;
  return count;
}

static unsigned utf8_size(uint32_t code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

static size_t utf8_count(const StringView *view) {
  if (!view->two_byte) return latin1_utf8_count(view->latin1, view->length);
  size_t count = 0;
  for (uint32_t at = 0; at < view->length;) count += utf8_size(code_point(view, &at));
  return count;
}

static size_t ascii_run(const uint8_t *units, size_t most) {
  size_t i = 0;
  while (i + 8 <= most && !(eight_at(units + i) & HIGH_BITS)) i += 8;
  while (i < most && units[i] < 0x80) i++;
  return i;
}

// Runs of ASCII, which most texts are, are copied; the others are two bytes each.
static size_t latin1_utf8_write(const uint8_t *units, size_t length, uint8_t *to, size_t room) {
  size_t i = 0, written = 0;
  for (;;) {
    size_t most = length - i < room - written ? length - i : room - written, run = ascii_run(units + i, most);
    if (run > 0) memcpy(to + written, units + i, run);
    written += run;
    i += run;
    if (run == most) return written;
    for (; i < length && units[i] >= 0x80; i++) {
      if (room - written < 2) return written;
      to[written++] = (uint8_t)(0xC0 | units[i] >> 6);
      to[written++] = (uint8_t)(0x80 | (units[i] & 0x3F));
    }
  }
}

static size_t utf8_write(const StringView *view, uint8_t *to, size_t room) {
  static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  if (!view->two_byte) return latin1_utf8_write(view->latin1, view->length, to, room);
  size_t written = 0;
  for (uint32_t at = 0; at < view->length;) {
    uint32_t code = code_point(view, &at);
    unsigned size = utf8_size(code);
    if (written + size > room) break;
    for (unsigned i = size - 1; i > 0; i--, code >>= 6) to[written + i] = (uint8_t)(0x80 | (code & 0x3F));
    to[written] = (uint8_t)(leads[size] | code);
    written += size;
  }
  return written;
}

static size_t latin1_write(const StringView *view, uint8_t *to, size_t room) {
  size_t count = view->length < room ? view->length : room;
  if (count > 0 && !view->two_byte) memcpy(to, view->latin1, count);
  for (size_t i = 0; view->two_byte && i < count; i++) to[i] = (uint8_t)view->utf16[i];
  return count;
}

static size_t ucs2_write(const StringView *view, uint8_t *to, size_t room) {
  size_t count = view->length < room / 2 ? view->length : room / 2;
  for (size_t i = 0; i < count; i++) {
    uint16_t unit = view_unit(view, (uint32_t)i);
    to[2 * i] = (uint8_t)unit;
    to[2 * i + 1] = (uint8_t)(unit >> 8);
  }
  return count * 2;
}

static uint8_t hex_digit(uint16_t unit) {
  if (unit >= '0' && unit <= '9') return (uint8_t)(unit - '0');
  if (unit >= 'a' && unit <= 'f') return (uint8_t)(unit - 'a' + 10);
  if (unit >= 'A' && unit <= 'F') return (uint8_t)(unit - 'A' + 10);
  return NOT_A_DIGIT;
}

static size_t hex_write(const StringView *view, uint8_t *to, size_t room) {
  size_t count = 0;
  for (; count < room && count < view->length / 2; count++) {
    uint8_t high = hex_digit(view_unit(view, (uint32_t)(2 * count)));
    uint8_t low = hex_digit(view_unit(view, (uint32_t)(2 * count + 1)));
    if (high == NOT_A_DIGIT || low == NOT_A_DIGIT) break;
    to[count] = (uint8_t)(high << 4 | low);
  }
  return count;
}

#define X NOT_A_DIGIT
// Of both alphabets, by character.
static const uint8_t base64_digits[256] = {
    X,  X,  X,  X,  X,  X,  X,  X, X,  X, X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,
    X,  X,  X,  X,  X,  X,  X,  X, X,  X, X,  X,  X,  X,  62, X,  62, X,  63, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61,
    X,  X,  X,  X,  X,  X,  X,  0, 1,  2, 3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, X,  X,  X,  X, 63, X, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
    45, 46, 47, 48, 49, 50, 51, X, X,  X, X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,
    X,  X,  X,  X,  X,  X,  X,  X, X,  X, X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,
    X,  X,  X,  X,  X,  X,  X,  X, X,  X, X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,
    X,  X,  X,  X,  X,  X,  X,  X, X,  X, X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,
    X,  X,  X,  X,  X,  X,  X,  X, X,  X, X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X,  X};
#undef X

// Groups of four digits at the beginning; returns how many digits that were.
static uint32_t base64_write_groups(const StringView *view, uint8_t *to, size_t room) {
  const uint8_t *digits = base64_digits;
  uint32_t at = 0;
  for (size_t written = 0; at + 4 <= view->length && written + 3 <= room; at += 4, written += 3) {
    const uint8_t *units = view->latin1 + at;
    uint8_t a = digits[units[0]], b = digits[units[1]], c = digits[units[2]], d = digits[units[3]];
    if ((a | b | c | d) > 63) break;
    to[written] = (uint8_t)(a << 2 | b >> 4);
    to[written + 1] = (uint8_t)(b << 4 | c >> 2);
    to[written + 2] = (uint8_t)(c << 6 | d);
  }
  return at;
}

static size_t base64_write(const StringView *view, uint8_t *to, size_t room) {
  const uint8_t *digits = base64_digits;
  uint32_t bits = 0, count_of_bits = 0, at = view->two_byte ? 0 : base64_write_groups(view, to, room);
  size_t written = at / 4 * 3;
  for (; at < view->length && written < room; at++) {
    uint16_t unit = view_unit(view, at);
    if (unit == '=') break;
    uint8_t digit = unit < 256 ? digits[unit] : NOT_A_DIGIT;
    if (digit == NOT_A_DIGIT) continue;
    bits = bits << 6 | digit;
    count_of_bits += 6;
    if (count_of_bits < 8) continue;
    count_of_bits -= 8;
    to[written++] = (uint8_t)(bits >> count_of_bits);
  }
  return written;
}

static size_t base64_count(const StringView *view) {
  size_t length = view->length;
  for (int i = 0; i < 2 && length > 0 && view_unit(view, (uint32_t)(length - 1)) == '='; i++) length--;
  return length * 3 / 4;
}

size_t text_byte_count(VM *vm, Handle string, Encoding encoding) {
  ROOTS(vm, text);
  r.text = *string;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);  // no allocation below
  switch (encoding) {
  case ENCODING_UTF8: return utf8_count(&view);
  case ENCODING_UCS2: return (size_t)view.length * 2;
  case ENCODING_BASE64:
  case ENCODING_BASE64URL: return base64_count(&view);
  case ENCODING_HEX: return view.length / 2;
  default: return view.length;
  }
}

size_t text_to_bytes(VM *vm, Handle string, Encoding encoding, uint8_t *to, size_t room) {
  ROOTS(vm, text);
  r.text = *string;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);  // no allocation below
  switch (encoding) {
  case ENCODING_UTF8: return utf8_write(&view, to, room);
  case ENCODING_UCS2: return ucs2_write(&view, to, room);
  case ENCODING_BASE64:
  case ENCODING_BASE64URL: return base64_write(&view, to, room);
  case ENCODING_HEX: return hex_write(&view, to, room);
  default: return latin1_write(&view, to, room);
  }
}

// -------------------------------------------------------------------------------------------------- bytes to text

bool throw_string_too_long(VM *vm) {
  return throw_node_error(vm, &runtime(vm)->error_prototype, "ERR_STRING_TOO_LONG",
                          "Cannot create a string longer than 0x%s characters", "1fffffe8");
}

bool check_text_length(VM *vm, const char *utf8, size_t length) {
  return length <= MAX_STRING_LENGTH || utf8_unit_count(utf8, length) <= MAX_STRING_LENGTH || throw_string_too_long(vm);
}

static bool utf8_text(VM *vm, const uint8_t *bytes, size_t length, Slot out) {
  if (length > 4 * (size_t)MAX_STRING_LENGTH) return throw_string_too_long(vm);
  if (string_from_utf8(vm, (const char *)bytes, length, out)) return true;
  vm->exception = VALUE_EMPTY;  // its length is all that can be wrong
  return throw_string_too_long(vm);
}

static bool ucs2_text(VM *vm, const uint8_t *bytes, size_t length, Slot out) {
  size_t count = length / 2;
  if (count > MAX_STRING_LENGTH) return throw_string_too_long(vm);
  uint16_t *units = checked_malloc(count * 2 + 2);  // bytes may begin at an odd address
  memcpy(units, bytes, count * 2);
  bool ok = string_from_utf16(vm, units, count, out);
  free(units);
  return ok;
}

static bool ascii_text(VM *vm, const uint8_t *bytes, size_t length, Slot out) {
  uint8_t *units = checked_malloc(length + 1);
  for (size_t i = 0; i < length; i++) units[i] = bytes[i] & 0x7F;
  bool ok = string_from_latin1(vm, units, length, out);
  free(units);
  return ok;
}

static bool hex_text(VM *vm, const uint8_t *bytes, size_t length, Slot out) {
  static const char digits[] = "0123456789abcdef";
  if (length > MAX_STRING_LENGTH / 2) return throw_string_too_long(vm);
  uint8_t *to;
  TRY(string_new_latin1(vm, length * 2, out, &to));
  for (size_t i = 0; i < length; i++) {
    to[2 * i] = (uint8_t)digits[bytes[i] >> 4];
    to[2 * i + 1] = (uint8_t)digits[bytes[i] & 15];
  }
  return true;
}

static bool base64_text(VM *vm, const uint8_t *bytes, size_t length, bool url, Slot out) {
  const char *alphabet = url ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                             : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  size_t digits = (length * 8 + 5) / 6, units = url ? digits : (length + 2) / 3 * 4;
  if (units > MAX_STRING_LENGTH) return throw_string_too_long(vm);
  uint8_t *to;
  TRY(string_new_latin1(vm, units, out, &to));
  size_t done = length / 3 * 4;
  for (size_t i = 0, byte = 0; i < done; i += 4, byte += 3) {
    uint32_t group = (uint32_t)bytes[byte] << 16 | (uint32_t)bytes[byte + 1] << 8 | bytes[byte + 2];
    to[i] = (uint8_t)alphabet[group >> 18];
    to[i + 1] = (uint8_t)alphabet[group >> 12 & 63];
    to[i + 2] = (uint8_t)alphabet[group >> 6 & 63];
    to[i + 3] = (uint8_t)alphabet[group & 63];
  }
  for (size_t i = done; i < units; i++) {
    if (i >= digits) {
      to[i] = '=';
      continue;
    }
    size_t bit = i * 6, byte = bit / 8;
    unsigned pair = (unsigned)bytes[byte] << 8 | (byte + 1 < length ? bytes[byte + 1] : 0);
    to[i] = (uint8_t)alphabet[pair >> (10 - bit % 8) & 63];
  }
  return true;
}

bool bytes_to_text(VM *vm, const uint8_t *bytes, size_t length, Encoding encoding, Slot out) {
  if (length == 0) {
    *out = *VM_NAME(vm, empty);
    return true;
  }
  switch (encoding) {
  case ENCODING_UTF8: return utf8_text(vm, bytes, length, out);
  case ENCODING_UCS2: return ucs2_text(vm, bytes, length, out);
  case ENCODING_BASE64: return base64_text(vm, bytes, length, false, out);
  case ENCODING_BASE64URL: return base64_text(vm, bytes, length, true, out);
  case ENCODING_HEX: return hex_text(vm, bytes, length, out);
  default: break;
  }
  if (length > MAX_STRING_LENGTH) return throw_string_too_long(vm);
  return encoding == ENCODING_ASCII ? ascii_text(vm, bytes, length, out) : string_from_latin1(vm, bytes, length, out);
}
