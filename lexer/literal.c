// lexer/literal.c - the values of tokens: identifiers with escapes or characters beyond ASCII, numbers, strings,
// templates, regular expressions; and the bookkeeping of lines and columns.

#include "lexer/literal.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "base/memory.h"

// ------------------------------------------------------------------------------------------------------ start

void lexer_start(Lexer *lexer, Arena *arena, const char *source, size_t length) {
  uint8_t *copy = arena_allocate(arena, length + 1);
  if (length > 0) memcpy(copy, source, length);
  *lexer = (Lexer){.arena = arena,
                   .tokens = arena_create(arena_pool(arena)),
                   .source = copy,
                   .cursor = copy,
                   .limit = copy + length,
                   .line = 1};
  if (length >= 3 && memcmp(copy, "\xEF\xBB\xBF", 3) == 0) lexer->cursor += 3;
  lexer->line_start = lexer->cursor;
  if (lexer->cursor[0] == '#' && lexer->cursor[1] == '!') lexer_skip_line(lexer);
}

void lexer_extend(Lexer *lexer, const char *source, size_t length) {
  const uint8_t *old = lexer->source, *text = (const uint8_t *)source;
  lexer->source = text;
  lexer->cursor = text + (lexer->cursor - old);
  lexer->line_start = text + (lexer->line_start - old);
  lexer->limit = text + length;
}

void lexer_rewind(Lexer *lexer, const Lexer *mark) {
  uint16_t *units = lexer->units;
  size_t unit_capacity = lexer->unit_capacity;
  *lexer = *mark;
  lexer->units = units;
  lexer->unit_capacity = unit_capacity;
}

void lexer_finish(Lexer *lexer) {
  arena_destroy(lexer->tokens);
  free(lexer->units);
}

static uint32_t decode(const Lexer *lexer, const uint8_t **at, const uint8_t *end) {
  return wtf8_decode(at, end, lexer->surrogates);
}

// ------------------------------------------------------------------------------------------------------ positions

static Position lexer_position(const Lexer *lexer, const uint8_t *at) {
  return (Position){.line = lexer->line,
                    .column = (uint32_t)((at - lexer->line_start) - lexer->surplus + 1),
                    .offset = (uint32_t)(at - lexer->source)};
}

// U+2028 or U+2029.  Safe to ask near the limit: the NUL there ends the comparison.
static bool is_line_separator(const uint8_t *at) {
  return at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9);
}

bool lexer_pass_text(Lexer *lexer, const uint8_t *start, const uint8_t *end) {
  uint32_t first_line = lexer->line;
  for (const uint8_t *at = start; at < end; at++) {
    bool separator = *at == 0xE2 && is_line_separator(at);
    if (separator) at += 2;
    if (*at == '\n' || separator || (*at == '\r' && at[1] != '\n')) {
      lexer->line++;
      lexer->line_start = at + 1;
      lexer->surplus = 0;
      lexer->line_has_tokens = false;
    } else if ((*at & 0xC0) == 0x80) {
      lexer->surplus++;  // a continuation byte is no unit
    } else if (*at >= 0xF0) {
      lexer->surplus--;  // but four bytes make two
    }
  }
  return lexer->line != first_line;
}

// The position of `at` inside a token that starts at `start`, on the lexer's current line.
static Position position_inside(const Lexer *lexer, const uint8_t *start, const uint8_t *at) {
  Lexer scratch = *lexer;
  lexer_pass_text(&scratch, start, at);
  return lexer_position(&scratch, at);
}

void lexer_skip_line(Lexer *lexer) {
  const uint8_t *at = lexer->cursor;
  while (at < lexer->limit && *at != '\n' && *at != '\r' && !is_line_separator(at)) at++;
  lexer->cursor = at;
}

bool lexer_skip_unicode_space(Lexer *lexer, const uint8_t *start) {
  const uint8_t *at = start;
  uint32_t c = decode(lexer, &at, lexer->limit);
  if (c != 0xA0 && c != 0xFEFF && !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zs)) return false;
  lexer->cursor = at;
  lexer_pass_text(lexer, start, at);
  return true;
}

// ------------------------------------------------------------------------------------------------------ tokens

Token *lexer_token(const Lexer *lexer, TokenType type, const uint8_t *start) {
  static const bool has_value[TOKEN_COUNT] = {
      [TOKEN_ERROR] = true,           [TOKEN_IDENTIFIER] = true,   [TOKEN_ESCAPED_KEYWORD] = true,
      [TOKEN_STRING] = true,          [TOKEN_NUMBER] = true,       [TOKEN_REGEXP] = true,
      [TOKEN_LPAREN] = true,          [TOKEN_TEMPLATE] = true,     [TOKEN_TEMPLATE_HEAD] = true,
      [TOKEN_TEMPLATE_MIDDLE] = true, [TOKEN_TEMPLATE_TAIL] = true};
  Token *token = arena_allocate(lexer->tokens, has_value[type] ? sizeof *token : offsetof(Token, text));
  token->type = (uint8_t)type;
  token->position = lexer_position(lexer, start);
  token->end_offset = (uint32_t)(lexer->cursor - lexer->source);
  return token;
}

static const LexicalError *make_error(Lexer *lexer, const char *message, Position position, const uint8_t *end) {
  LexicalError *error = arena_allocate(lexer->arena, sizeof *error);
  error->message = message;
  error->position = position;
  error->end_offset = (uint32_t)((end < lexer->limit ? end : lexer->limit) - lexer->source);
  return error;
}

static Token *error_token(const Lexer *lexer, const LexicalError *error) {
  Token *token = lexer_token(lexer, TOKEN_ERROR, lexer->cursor);
  token->position = error->position;
  token->end_offset = error->end_offset;
  token->error = error;
  return token;
}

Token *lexer_error(Lexer *lexer, const char *message, const uint8_t *start, const uint8_t *end, bool at_end_of_input) {
  LexicalError *error = arena_allocate(lexer->arena, sizeof *error);
  error->message = message;
  error->position = lexer_position(lexer, start);
  error->end_offset = (uint32_t)(end - lexer->source);
  error->at_end_of_input = at_end_of_input;
  return error_token(lexer, error);
}

const Atom *lexer_token_atom(Lexer *lexer, const Token *token) {
  if (token->type == TOKEN_IDENTIFIER || token->type == TOKEN_ESCAPED_KEYWORD || token->type == TOKEN_STRING)
    return token->text.atom;
  const char *text = (const char *)lexer->source + token->position.offset;
  return atom_latin1(lexer->arena, text, token->end_offset - token->position.offset);
}

const char *token_text(TokenType type) {
  static const char *const texts[] = {
#define TOKEN(name, text) [TOKEN_##name] = text,
#include "lexer/token.def"
  };
  return texts[type];
}

// ------------------------------------------------------------------------------------------------------ scratch

static void push_unit(Lexer *lexer, uint32_t unit) {
  if (lexer->unit_count == lexer->unit_capacity) {
    lexer->unit_capacity = lexer->unit_capacity == 0 ? 256 : 2 * lexer->unit_capacity;
    lexer->units = checked_realloc(lexer->units, lexer->unit_capacity * sizeof *lexer->units);
  }
  lexer->units[lexer->unit_count++] = (uint16_t)unit;
}

static void push_character(Lexer *lexer, uint32_t character) {
  if (character > 0xFFFF) {
    push_unit(lexer, 0xD7C0 + (character >> 10));
    push_unit(lexer, 0xDC00 | (character & 0x3FF));
  } else {
    push_unit(lexer, character);
  }
}

static const Atom *take_atom(Lexer *lexer) {
  const Atom *atom = atom_utf16(lexer->arena, lexer->units, lexer->unit_count);
  lexer->unit_count = 0;
  return atom;
}

// ------------------------------------------------------------------------------------------------------ escapes

static int hex_value(uint8_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

typedef struct EscapeError {
  const char *message;  // NULL: no error
  const uint8_t *start, *end;
} EscapeError;

// Exactly `count` hexadecimal digits behind `\x` or `\u`; *at stands on the first and ends behind the last.
static uint32_t read_fixed_hex(const uint8_t **at, int count, const char *message, EscapeError *error) {
  uint32_t value = 0;
  const uint8_t *start = *at - 2;  // the backslash
  for (int i = 0; i < count; i++, ++*at) {
    int digit = hex_value(**at);
    if (digit < 0) {
      *error = (EscapeError){message, start, start + 2 + count};
      return 0;
    }
    value = value << 4 | (uint32_t)digit;
  }
  return value;
}

// The error as the parser wants it, for a token that starts at `start`.
static const LexicalError *escape_error(Lexer *lexer, const uint8_t *start, EscapeError error) {
  if (error.message == NULL) return NULL;
  return make_error(lexer, error.message, position_inside(lexer, start, error.start), error.end);
}

// *at stands behind `\u`: `XXXX` or `{X...}` follows.
static uint32_t read_unicode_escape(const uint8_t **at, EscapeError *error) {
  static const char invalid[] = "Invalid Unicode escape sequence";
  if (**at != '{') return read_fixed_hex(at, 4, invalid, error);
  const uint8_t *start = *at - 2;
  const uint8_t *first = ++*at;
  uint32_t value = 0;
  for (int digit; (digit = hex_value(**at)) >= 0; ++*at) {
    value = value << 4 | (uint32_t)digit;
    if (value > 0x10FFFF) {
      *error = (EscapeError){"Undefined Unicode code-point", start, *at + 1};
      return 0;
    }
  }
  if (**at != '}' || *at == first) {
    *error = (EscapeError){invalid, *at, *at + 1};
    return 0;
  }
  ++*at;
  return value;
}

// ------------------------------------------------------------------------------------------------------ identifiers

static bool is_id_start(uint32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || c == '_';
  return uc_is_property_id_start(c);
}

static bool is_id_continue(uint32_t c) {
  if (c < 0x80) return is_id_start(c) || (c >= '0' && c <= '9');
  return c == 0x200C || c == 0x200D || uc_is_property_id_continue(c);
}

static TokenType keyword_type(const Atom *atom, bool escaped) {
#define TOKEN(name, text)
#define KEYWORD(name, text) \
  if (atom_is(atom, text)) return escaped ? TOKEN_ESCAPED_KEYWORD : TOKEN_##name;
#define CONTEXTUAL(name, text) \
  if (!escaped && atom_is(atom, text)) return TOKEN_##name;
#include "lexer/token.def"
  return TOKEN_IDENTIFIER;
}

Token *lexer_word(Lexer *lexer, TokenType type, const uint8_t *start) {
  if (*lexer->cursor == '\\' || *lexer->cursor >= 0x80) return lexer_identifier(lexer, start);
  Token *token = lexer_token(lexer, type, start);
  if (type == TOKEN_IDENTIFIER)
    token->text.atom = atom_latin1(lexer->arena, (const char *)start, (size_t)(lexer->cursor - start));
  return token;
}

Token *lexer_identifier(Lexer *lexer, const uint8_t *start) {
  const uint8_t *at = start;
  bool escaped = false;
  lexer->unit_count = 0;
  for (;;) {
    const uint8_t *before = at;
    uint32_t c;
    if (*at == '\\') {
      EscapeError problem = {0};
      if (at[1] != 'u') return lexer_error(lexer, "Invalid or unexpected token", start, at + 1, false);
      at += 2;
      c = read_unicode_escape(&at, &problem);
      if (problem.message != NULL) { return error_token(lexer, escape_error(lexer, start, problem)); }
      escaped = true;
    } else if (at < lexer->limit) {
      c = decode(lexer, &at, lexer->limit);
    } else {
      break;
    }
    if (!(before == start ? is_id_start(c) : is_id_continue(c))) {
      // Not part of it; an escape must be, and so must the first character.
      if (before == start || *before == '\\') {
        lexer->cursor = at;
        return lexer_error(lexer, "Invalid or unexpected token", start, at, false);
      }
      at = before;
      break;
    }
    push_character(lexer, c);
  }
  const Atom *atom = take_atom(lexer);
  lexer->cursor = at;
  Token *token = lexer_token(lexer, keyword_type(atom, escaped), start);
  if (token->type == TOKEN_IDENTIFIER || token->type == TOKEN_ESCAPED_KEYWORD) token->text.atom = atom;
  token->escaped = escaped;
  lexer_pass_text(lexer, start, at);
  return token;
}

// ------------------------------------------------------------------------------------------------------ numbers

// Decimal text without separators to the nearest double, whatever the locale.
static double decimal_value(const char *text) {
  // Up to 15 digits and a power of ten below 10^23 are exact, so one operation rounds correctly.
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  uint64_t mantissa = 0;
  int digits = 0, scale = 0;
  bool fraction = false;
  const char *at = text;
  for (; *at == '.' || (*at >= '0' && *at <= '9'); at++) {
    if (*at == '.') {
      fraction = true;
    } else {
      mantissa = mantissa * 10 + (uint64_t)(*at - '0');
      digits += mantissa > 0;
      scale -= fraction;
      if (digits > 15) break;
    }
  }
  if (*at == '\0' && scale >= -22) return (double)mantissa / powers[-scale];
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (plain == (locale_t)0) memory_failed(sizeof plain);
  double value = strtod_l(text, NULL, plain);
  freelocale(plain);
  return value;
}

// A numeric literal must not run into an identifier, a digit or a separator.  `c` is behind it.
static bool number_ends_badly(const Lexer *lexer) {
  const uint8_t *at = lexer->cursor;
  if (at == lexer->limit) return false;
  if (*at == '\\') return true;
  return is_id_continue(decode(lexer, &at, lexer->limit));
}

static Token *bad_number(Lexer *lexer, const uint8_t *start) {
  const uint8_t *at = lexer->cursor;
  bool leading_zero = *start == '0' && start[1] >= '0' && start[1] <= '9';
  bool zero_only = at == start + 1 && *start == '0';
  if (*at == '_' && !leading_zero && at[-1] != '.') {
    if (zero_only) return lexer_error(lexer, "Numeric separator can not be used after leading 0.", at, at + 1, false);
    if (at[1] == '_')
      return lexer_error(lexer, "Only one underscore is allowed as numeric separator", at + 1, at + 2, false);
    const uint8_t *end = at + 1 == lexer->limit ? lexer->limit : at + 2;
    return lexer_error(lexer, "Numeric separators are not allowed at the end of numeric literals", at + 1, end, false);
  }
  if (*at == 'n') return lexer_error(lexer, "BigInt is not supported yet", start, at + 1, false);
  bool prefix = zero_only && strchr("xXoObB", *at) != NULL;
  if (prefix) at++;
  else if (*at == 'e' || *at == 'E') at += at[1] == '+' || at[1] == '-' ? 2 : 1;
  return lexer_error(lexer, "Invalid or unexpected token", start, at, false);
}

static Token *number_token(Lexer *lexer, const uint8_t *start, double value) {
  if (number_ends_badly(lexer)) return bad_number(lexer, start);
  Token *token = lexer_token(lexer, TOKEN_NUMBER, start);
  token->number.value = value;
  return token;
}

Token *lexer_number(Lexer *lexer, const uint8_t *start) {
  size_t length = (size_t)(lexer->cursor - start), count = 0;
  char small[64], *text = length < sizeof small ? small : checked_malloc(length + 1);
  for (size_t i = 0; i < length; i++)
    if (start[i] != '_') text[count++] = (char)start[i];
  text[count] = '\0';
  double value = decimal_value(text);
  if (text != small) free(text);
  return number_token(lexer, start, value);
}

// The value of digits in a base that is a power of two, rounded to nearest even.
static double radix_value(const uint8_t *at, const uint8_t *end, int bits) {
  uint64_t mantissa = 0;
  int exponent = 0;
  bool sticky = false;
  for (; at < end; at++) {
    if (*at == '_') continue;
    uint64_t digit = (uint64_t)hex_value(*at);
    if (mantissa >> (63 - bits) == 0) {
      mantissa = mantissa << bits | digit;
    } else {
      exponent += bits;
      sticky |= digit != 0;
    }
  }
  // The bits below the last that a double keeps decide the rounding; what was dropped only breaks a tie.
  return ldexp((double)(mantissa | (uint64_t)sticky), exponent);
}

Token *lexer_radix_number(Lexer *lexer, const uint8_t *start, int bits) {
  return number_token(lexer, start, radix_value(start + 2, lexer->cursor, bits));
}

Token *lexer_leading_zero(Lexer *lexer, const uint8_t *start) {
  bool octal = true;
  for (const uint8_t *at = start; at < lexer->cursor; at++) octal &= *at >= '0' && *at <= '7';
  Token *token = octal ? number_token(lexer, start, radix_value(start, lexer->cursor, 3)) : lexer_number(lexer, start);
  if (token->type != TOKEN_NUMBER) return token;
  token->number.strict_error = make_error(lexer,
                                          octal ? "Octal literals are not allowed in strict mode."
                                                : "Decimals with leading zeros are not allowed in strict mode.",
                                          token->position, lexer->cursor);
  return token;
}

// ------------------------------------------------------------------------------------------------------ strings

// What decode_text() found besides the text.
typedef struct TextProblems {
  EscapeError invalid;    // the first invalid escape; decoding stopped there
  EscapeError in_strict;  // the first escape that strict mode forbids
} TextProblems;

static uint32_t read_octal(const uint8_t **at) {
  uint32_t value = (uint32_t)(*(*at)++ - '0');
  if (**at >= '0' && **at <= '7') {
    value = value * 8 + (uint32_t)(*(*at)++ - '0');
    if (value < 32 && **at >= '0' && **at <= '7') value = value * 8 + (uint32_t)(*(*at)++ - '0');
  }
  return value;
}

static void note(EscapeError *error, const char *message, const uint8_t *start) {
  if (error->message == NULL) *error = (EscapeError){message, start, start + 1};
}

// *at stands behind the backslash.
static void decode_escape(Lexer *lexer, const uint8_t **at, bool in_template, TextProblems *problems) {
  static const char hexadecimal[] = "Invalid hexadecimal escape sequence";
  const uint8_t *first = *at;
  uint8_t c = **at;
  if (c >= 0x80) {
    if (is_line_separator(*at)) *at += 3;  // a line continuation
    return;                                // or a character that stands for itself, for the caller to decode
  }
  if (c >= '0' && c <= '9') {
    bool nul = c == '0' && (first[1] < '0' || first[1] > '9');
    EscapeError *error = in_template ? &problems->invalid : &problems->in_strict;
    if (c >= '8') {
      note(error,
           in_template ? "\\8 and \\9 are not allowed in template strings."
                       : "\\8 and \\9 are not allowed in strict mode.",
           first - 1);
    } else if (!nul) {
      note(error,
           in_template ? "Octal escape sequences are not allowed in template strings."
                       : "Octal escape sequences are not allowed in strict mode.",
           first);
    }
    if (c < '8') {
      push_unit(lexer, read_octal(at));
      return;
    }
  }
  ++*at;
  switch (c) {
  case '\r':
    if (**at == '\n') ++*at;
    return;
  case '\n': return;
  case 'b': push_unit(lexer, '\b'); return;
  case 't': push_unit(lexer, '\t'); return;
  case 'n': push_unit(lexer, '\n'); return;
  case 'v': push_unit(lexer, '\v'); return;
  case 'f': push_unit(lexer, '\f'); return;
  case 'r': push_unit(lexer, '\r'); return;
  case 'x': push_unit(lexer, read_fixed_hex(at, 2, hexadecimal, &problems->invalid)); return;
  case 'u': push_character(lexer, read_unicode_escape(at, &problems->invalid)); return;
  default: push_unit(lexer, c); return;
  }
}

// Leaves the value of a string's or template's characters in lexer->units.
static void decode_text(Lexer *lexer, const uint8_t *at, const uint8_t *end, bool in_template, TextProblems *problems) {
  lexer->unit_count = 0;
  while (at < end && problems->invalid.message == NULL) {
    if (*at == '\\') {
      at++;
      decode_escape(lexer, &at, in_template, problems);
    } else if (*at == '\r' && in_template) {  // a template's line terminators all read as LF
      at += at[1] == '\n' ? 2 : 1;
      push_unit(lexer, '\n');
    } else if (*at < 0x80) {
      push_unit(lexer, *at++);
    } else {
      push_character(lexer, decode(lexer, &at, end));
    }
  }
}

Token *lexer_string(Lexer *lexer, const uint8_t *start) {
  Token *token = lexer_token(lexer, TOKEN_STRING, start);
  const uint8_t *first = start + 1, *end = lexer->cursor - 1;
  const uint8_t *at = first;
  while (at < end && *at < 0x80 && *at != '\\') at++;
  if (at == end) {
    token->text.atom = atom_latin1(lexer->arena, (const char *)first, (size_t)(end - first));
    return token;
  }
  TextProblems problems = {0};
  decode_text(lexer, first, end, false, &problems);
  token->escaped = memchr(first, '\\', (size_t)(end - first)) != NULL;
  const LexicalError *invalid = escape_error(lexer, start, problems.invalid);
  token->text.strict_error = escape_error(lexer, start, problems.in_strict);
  token->text.atom = take_atom(lexer);
  lexer_pass_text(lexer, start, lexer->cursor);
  return invalid != NULL ? error_token(lexer, invalid) : token;
}

// A string that ends with its line; unless a backslash stands there, and then the text ends.
Token *lexer_unterminated_string(Lexer *lexer, const uint8_t *start) {
  const uint8_t *at = start + 1;
  bool continued = false;
  while (at < lexer->limit && *at != '\n' && *at != '\r') {
    continued = *at++ == '\\';
    if (!continued || at == lexer->limit) continue;
    continued = *at == '\n' || *at == '\r';
    at += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
  }
  lexer_skip_line(lexer);
  return lexer_error(lexer, "Invalid or unexpected token", start, lexer->cursor, at == lexer->limit && continued);
}

// The source text of a template's characters, line terminators as LF.
static const Atom *raw_atom(Lexer *lexer, const uint8_t *at, const uint8_t *end) {
  lexer->unit_count = 0;
  while (at < end) {
    if (*at == '\r') {
      at += at[1] == '\n' ? 2 : 1;
      push_unit(lexer, '\n');
    } else {
      push_character(lexer, decode(lexer, &at, end));
    }
  }
  return take_atom(lexer);
}

Token *lexer_template(Lexer *lexer, TokenType type, const uint8_t *start) {
  Token *token = lexer_token(lexer, type, start);
  bool goes_on = type == TOKEN_TEMPLATE_HEAD || type == TOKEN_TEMPLATE_MIDDLE;
  const uint8_t *first = start + 1, *end = lexer->cursor - (goes_on ? 2 : 1);
  TemplateText *text = arena_allocate(lexer->arena, sizeof *text);
  TextProblems problems = {0};
  decode_text(lexer, first, end, true, &problems);
  if (problems.invalid.message == NULL) text->cooked = take_atom(lexer);
  text->raw = raw_atom(lexer, first, end);
  text->error = escape_error(lexer, start, problems.invalid);
  lexer_pass_text(lexer, start, lexer->cursor);
  token->template_ = text;
  return token;
}

Token *lexer_unterminated_template(Lexer *lexer, const uint8_t *start) {
  lexer_pass_text(lexer, start, lexer->limit);
  lexer->cursor = lexer->limit;
  return lexer_error(lexer, "Unexpected end of input", lexer->limit, lexer->limit, true);
}

// ------------------------------------------------------------------------------------------------------ regexps

static bool valid_flags(const uint8_t *at, const uint8_t *end) {
  static const char known[] = "dgimsuvy";
  unsigned seen = 0;
  for (; at < end; at++) {
    const char *flag = strchr(known, *at);
    if (flag == NULL || (seen & 1u << (flag - known)) != 0) return false;
    seen |= 1u << (flag - known);
  }
  return true;
}

Token *lexer_bad_regexp(Lexer *lexer, const uint8_t *start) {
  lexer->cursor = start;
  lexer_skip_line(lexer);
  return lexer_error(lexer, "Invalid regular expression: missing /", start, start + 1, false);
}

Token *lexer_regexp_literal(Lexer *lexer, const uint8_t *start) {
  const uint8_t *flags = lexer->cursor;
  while (flags[-1] != '/') flags--;
  const uint8_t *body_end = flags - 1;
  for (const uint8_t *at = start; at < body_end; at++)
    if (is_line_separator(at)) return lexer_bad_regexp(lexer, start);
  if (*lexer->cursor == '\\' || !valid_flags(flags, lexer->cursor))
    return lexer_error(lexer, "Invalid regular expression flags", start, start + 1, false);
  Token *token = lexer_token(lexer, TOKEN_REGEXP, start);
  token->regexp.pattern =
      atom_wtf8(lexer->arena, (const char *)start + 1, (size_t)(body_end - start - 1), lexer->surrogates);
  token->regexp.flags = atom_latin1(lexer->arena, (const char *)flags, (size_t)(lexer->cursor - flags));
  lexer_pass_text(lexer, start, lexer->cursor);
  return token;
}
