// node/util/inspect/inspect-primitive.c - strings, numbers and symbols as inspect shows them, and quoting.
#include "node/util/inspect/inspect-internal.h"

#define MIN_LINE_LENGTH 16  // shorter strings are never split at their newlines

void string_to(VM *vm, Handle string, Text *out) { builder_string(vm, out, string); }

bool value_string_to(VM *vm, Handle value, Text *out) {
  if (value_is_symbol(*value)) {
    symbol_to(vm, value, out);
    return true;
  }
  ROOTS(vm, string);
  TRY(to_string(vm, value, &r.string));
  builder_string(vm, out, &r.string);
  return true;
}

void symbol_to(VM *vm, Handle symbol, Text *out) {
  ROOTS(vm, description);
  r.description = field_get(&as_symbol(symbol)->description);
  builder_ascii(out, "Symbol(");
  if (value_is_string(r.description)) builder_string(vm, out, &r.description);
  builder_ascii(out, ")");
}

// ------------------------------------------------------------------------------------------------------ quoting

static bool is_surrogate(uint16_t unit) { return (unit & 0xF800) == 0xD800; }

static bool pair_at(const Text *t, size_t i, size_t end) {
  return (text_unit(t, i) & 0xFC00) == 0xD800 && i + 1 < end && (text_unit(t, i + 1) & 0xFC00) == 0xDC00;
}

static void escape_unit(uint16_t unit, Text *out) {
  static const char letters[] = "btn?fr";
  if (unit >= 8 && unit <= 13 && unit != 11) {
    builder_unit(out, '\\');
    builder_unit(out, (uint8_t)letters[unit - 8]);
  } else if (unit == '\\' || unit == '\'') {
    builder_unit(out, '\\');
    builder_unit(out, unit);
  } else {
    builder_format(out, unit > 0xFF ? "\\u%x" : "\\x%02X", unit);
  }
}

static void escape_part(const Text *t, size_t start, size_t end, bool single_quotes, Text *out) {
  for (size_t i = start; i < end; i++) {
    uint16_t unit = text_unit(t, i);
    if (pair_at(t, i, end)) {
      builder_unit(out, unit);
      builder_unit(out, text_unit(t, ++i));
    } else if (unit < 0x20 || unit == '\\' || (unit >= 0x7F && unit < 0xA0) || is_surrogate(unit) ||
               (unit == '\'' && single_quotes)) {
      escape_unit(unit, out);
    } else {
      builder_unit(out, unit);
    }
  }
}

void escape_to(const Text *text, Text *out) { escape_part(text, 0, text->length, true, out); }

// The first kind of quotes that needs no escape: ', ", `; else '.
static char choose_quote(const Text *t, size_t start, size_t end) {
  bool single = false, twofold = false, back = false;
  for (size_t i = start; i < end; i++) {
    uint16_t unit = text_unit(t, i);
    if (unit == '\'') single = true;
    if (unit == '"') twofold = true;
    if (unit == '`' || (unit == '$' && i + 1 < end && text_unit(t, i + 1) == '{')) back = true;
  }
  return !single ? '\'' : !twofold ? '"' : !back ? '`' : '\'';
}

void quote_to(const Text *text, size_t start, size_t end, Text *out) {
  char quote = choose_quote(text, start, end);
  builder_unit(out, (uint8_t)quote);
  escape_part(text, start, end, quote == '\'', out);
  builder_unit(out, (uint8_t)quote);
}

// Letters, digits and _: a property name that needs no quotes.
bool is_identifier(const Text *text) {
  if (text->length == 0) return false;
  for (size_t i = 0; i < text->length; i++) {
    uint16_t c = text_unit(text, i);
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!letter && !(i > 0 && c >= '0' && c <= '9')) return false;
  }
  return true;
}

// ------------------------------------------------------------------------------------------------------ values

// A string that is longer than the room is split behind its newlines.
static void split_lines(Inspector *in, const Text *t, bool styled, Text *out) {
  Style style = styled ? STYLE_STRING : STYLE_NONE;
  for (size_t start = 0; start < t->length;) {
    size_t end = start;
    while (end < t->length && text_unit(t, end) != '\n') end++;
    if (end < t->length) end++;
    if (start > 0) {
      builder_ascii(out, " +\n");
      text_repeat(out, ' ', in->indentation + 2);
    }
    style_begin(in, style, out);
    quote_to(t, start, end, out);
    style_end(in, style, out);
    start = end;
  }
}

static void quoted_string(Inspector *in, Handle value, bool styled, Text *out) {
  const InspectOptions *options = &in->options;
  TEXT(text);
  uint32_t length = string_length(value);
  uint32_t shown = length > options->max_string_length ? (uint32_t)fmax(options->max_string_length, 0) : length;
  builder_substring(in->vm, &text, value, 0, shown);
  if (options->compact != COMPACT_TRUE && shown > MIN_LINE_LENGTH &&
      shown > options->break_length - (double)in->indentation - 4) {
    split_lines(in, &text, styled, out);
  } else {
    Style style = styled ? STYLE_STRING : STYLE_NONE;
    style_begin(in, style, out);
    quote_to(&text, 0, text.length, out);
    style_end(in, style, out);
  }
  uint32_t rest = length - shown;
  if (rest > 0) builder_format(out, "... %u more character%s", rest, rest > 1 ? "s" : "");
}

// 1234567.1234567 -> 1_234_567.123_456_7
static void separate_digits(const Text *digits, Text *out) {
  ptrdiff_t point = text_find_ascii(digits, ".", 0);
  size_t integer_end = point < 0 ? digits->length : (size_t)point;
  size_t first = text_unit(digits, 0) == '-' ? 1 : 0;
  for (size_t i = 0; i < digits->length; i++) {
    if (i > first && i < integer_end && (integer_end - i) % 3 == 0) builder_unit(out, '_');
    if (i > integer_end + 1 && (i - integer_end - 1) % 3 == 0) builder_unit(out, '_');
    builder_unit(out, text_unit(digits, i));
  }
}

void number_to(const Inspector *in, double d, Text *out) {
  if (!in->options.numeric_separator || !isfinite(d)) {
    text_number(out, d);
    return;
  }
  TEXT(digits);
  text_number(&digits, d == 0 ? 0 : d);  // with separators, Node shows -0 as 0
  if (text_contains(&digits, 'e')) text_append(out, &digits);
  else separate_digits(&digits, out);
}

bool primitive_to(Inspector *in, Handle value, bool styled, Text *out) {
  if (value_is_string(*value)) {
    quoted_string(in, value, styled, out);
    return true;
  }
  Style style = !styled                    ? STYLE_NONE
                : value_is_number(*value)  ? STYLE_NUMBER
                : value_is_boolean(*value) ? STYLE_BOOLEAN
                : value_is_symbol(*value)  ? STYLE_SYMBOL
                : value_is_null(*value)    ? STYLE_NULL
                                           : STYLE_UNDEFINED;
  style_begin(in, style, out);
  if (value_is_number(*value)) number_to(in, value_as_number(*value), out);
  else if (value_is_symbol(*value)) symbol_to(in->vm, value, out);
  else if (value_is_boolean(*value)) builder_ascii(out, value_is_true(*value) ? "true" : "false");
  else builder_ascii(out, value_is_null(*value) ? "null" : "undefined");
  style_end(in, style, out);
  return true;
}
