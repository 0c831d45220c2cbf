// builtins/global/uri.c - encodeURI, decodeURI, their Component forms (ECMA-262 section 19.2.6), escape and unescape
// (section B.2.1).
#include "builtins/global/global-functions.h"
#include "builtins/string/string.h"

#define ALPHANUMERIC "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
#define MARKS "-_.!~*'()"
#define RESERVED ";/?:@&=+$,"

static bool is_in(const char *set, uint32_t code) { return code != 0 && code < 0x80 && strchr(set, (int)code) != NULL; }

static bool malformed(VM *vm) { return throw_error(vm, &runtime(vm)->uri_error_prototype, "URI malformed"); }

static void append_digits(StringBuilder *b, uint32_t value, unsigned count) {
  while (count-- > 0) builder_unit(b, (uint16_t) "0123456789ABCDEF"[value >> 4 * count & 15]);
}

static void append_hex(StringBuilder *b, uint32_t byte) {
  builder_unit(b, '%');
  append_digits(b, byte, 2);
}

// "%uXXXX"
static void append_wide(StringBuilder *b, uint16_t unit) {
  builder_ascii(b, "%u");
  append_digits(b, unit, 4);
}

static void append_escaped(StringBuilder *b, uint32_t code) {
  if (code < 0x80) {
    append_hex(b, code);
  } else if (code < 0x800) {
    append_hex(b, 0xC0 | code >> 6);
    append_hex(b, 0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    append_hex(b, 0xE0 | code >> 12);
    append_hex(b, 0x80 | (code >> 6 & 0x3F));
    append_hex(b, 0x80 | (code & 0x3F));
  } else {
    append_hex(b, 0xF0 | code >> 18);
    append_hex(b, 0x80 | (code >> 12 & 0x3F));
    append_hex(b, 0x80 | (code >> 6 & 0x3F));
    append_hex(b, 0x80 | (code & 0x3F));
  }
}

// Encode (19.2.6.5)
static bool encode(VM *vm, const Args *args, const char *unescaped, Slot out) {
  ROOTS(vm, text);
  TRY(to_string(vm, arg(args, 0), &r.text));
  string_flatten(vm, &r.text);
  SCOPED_BUILDER(b);
  StringView view = string_view(&r.text);
  for (uint32_t i = 0, units; i < view.length && !b.too_long; i += units) {
    uint32_t code = view_code_point(&view, i, &units);
    if ((code & ~(uint32_t)0x7FF) == 0xD800) return malformed(vm);
    if (is_in(unescaped, code)) builder_unit(&b, (uint16_t)code);
    else append_escaped(&b, code);
  }
  return builder_finish(vm, &b, out);
}

// The byte of "%XX" at `at`, or -1.
static int escaped_byte(const StringView *v, uint32_t at) {
  if (v->length < 3 || at > v->length - 3 || view_unit(v, at) != '%') return -1;
  unsigned high = digit_of(view_unit(v, at + 1)), low = digit_of(view_unit(v, at + 2));
  return high < 16 && low < 16 ? (int)(high << 4 | low) : -1;
}

// The code point whose escape begins at *at; passes it.  UINT32_MAX: malformed.
static uint32_t escaped_code_point(const StringView *v, uint32_t *at) {
  int byte = escaped_byte(v, *at);
  if (byte < 0) return UINT32_MAX;
  *at += 3;
  if (byte < 0x80) return (uint32_t)byte;
  int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
  if (byte < 0xC2 || byte > 0xF4) return UINT32_MAX;
  uint32_t code = (uint32_t)byte & (0x3Fu >> more);
  for (int i = 0; i < more; i++, *at += 3) {
    int next = escaped_byte(v, *at);
    if (next < 0 || (next & 0xC0) != 0x80) return UINT32_MAX;
    code = code << 6 | (uint32_t)(next & 0x3F);
  }
  static const uint32_t smallest[] = {0, 0x80, 0x800, 0x10000};
  if (code < smallest[more] || code > 0x10FFFF || (code & ~(uint32_t)0x7FF) == 0xD800) return UINT32_MAX;
  return code;
}

static void append_code_point(StringBuilder *b, uint32_t code) {
  if (code > 0xFFFF) builder_unit(b, (uint16_t)(0xD7C0 + (code >> 10)));
  builder_unit(b, (uint16_t)(code > 0xFFFF ? 0xDC00 + (code & 0x3FF) : code));
}

// Decode (19.2.6.6)
static bool decode(VM *vm, const Args *args, const char *preserved, Slot out) {
  ROOTS(vm, text);
  TRY(to_string(vm, arg(args, 0), &r.text));
  string_flatten(vm, &r.text);
  SCOPED_BUILDER(b);
  StringView view = string_view(&r.text);
  for (uint32_t i = 0; i < view.length;) {
    if (view_unit(&view, i) != '%') {
      builder_unit(&b, view_unit(&view, i++));
      continue;
    }
    uint32_t start = i, code = escaped_code_point(&view, &i);
    if (code == UINT32_MAX) return malformed(vm);
    if (!is_in(preserved, code)) append_code_point(&b, code);
    else
      while (start < i) builder_unit(&b, view_unit(&view, start++));
  }
  return builder_finish(vm, &b, out);
}

// 19.2.6.3
static bool encode_uri(VM *vm, const Args *args, Slot out) {
  return encode(vm, args, ALPHANUMERIC MARKS RESERVED "#", out);
}

// 19.2.6.4
static bool encode_uri_component(VM *vm, const Args *args, Slot out) {
  return encode(vm, args, ALPHANUMERIC MARKS, out);
}

// 19.2.6.1
static bool decode_uri(VM *vm, const Args *args, Slot out) { return decode(vm, args, RESERVED "#", out); }

// 19.2.6.2
static bool decode_uri_component(VM *vm, const Args *args, Slot out) { return decode(vm, args, "", out); }

// B.2.1.1
static bool global_escape(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text);
  TRY(to_string(vm, arg(args, 0), &r.text));
  string_flatten(vm, &r.text);
  SCOPED_BUILDER(b);
  StringView view = string_view(&r.text);
  for (uint32_t i = 0; i < view.length && !b.too_long; i++) {
    uint16_t unit = view_unit(&view, i);
    if (is_in(ALPHANUMERIC "@*_+-./", unit)) builder_unit(&b, unit);
    else if (unit < 256) append_hex(&b, unit);
    else append_wide(&b, unit);
  }
  return builder_finish(vm, &b, out);
}

// The unit of "%uXXXX" at `at`, or -1.
static int escaped_unit(const StringView *v, uint32_t at) {
  if (v->length < 6 || at > v->length - 6 || view_unit(v, at + 1) != 'u') return -1;
  unsigned unit = 0;
  for (uint32_t i = at + 2; i < at + 6; i++) {
    unsigned digit = digit_of(view_unit(v, i));
    if (digit >= 16) return -1;
    unit = unit << 4 | digit;
  }
  return (int)unit;
}

// B.2.1.2
static bool global_unescape(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text);
  TRY(to_string(vm, arg(args, 0), &r.text));
  string_flatten(vm, &r.text);
  SCOPED_BUILDER(b);
  StringView view = string_view(&r.text);
  for (uint32_t i = 0; i < view.length;) {
    bool percent = view_unit(&view, i) == '%';
    int unit = percent ? escaped_unit(&view, i) : -1;
    int byte = percent && unit < 0 ? escaped_byte(&view, i) : -1;
    builder_unit(&b, (uint16_t)(unit >= 0 ? unit : byte >= 0 ? byte : view_unit(&view, i)));
    i += unit >= 0 ? 6 : byte >= 0 ? 3 : 1;
  }
  return builder_finish(vm, &b, out);
}

static const Builtin functions[] = {
    METHOD("decodeURI", decode_uri, 1), METHOD("decodeURIComponent", decode_uri_component, 1),
    METHOD("encodeURI", encode_uri, 1), METHOD("encodeURIComponent", encode_uri_component, 1),
    METHOD("escape", global_escape, 1), METHOD("unescape", global_unescape, 1),
};

void install_uri_functions(VM *vm) { DEFINE_BUILTINS(vm, &runtime(vm)->global, functions); }
