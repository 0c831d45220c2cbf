// regexp/parse-class.c - character escapes, class escapes, character classes and group names of patterns.
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "regexp/syntax.h"

static uint32_t failed_character(PatternParser *p, const char *message) {
  pattern_error(p, message);
  return END_OF_PATTERN;
}

// -------------------------------------------------------------------------------------------------------- escapes

static uint32_t hex_value(uint32_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if ((c | 32) >= 'a' && (c | 32) <= 'f' && c < 128) return (c | 32) - 'a' + 10;
  return 16;
}

// Exactly `digits` hexadecimal digits, or nothing is taken.
static bool parse_hex(PatternParser *p, uint32_t digits, uint32_t *code) {
  *code = 0;
  for (uint32_t i = 0; i < digits; i++) {
    uint32_t digit = hex_value(peek_unit(p, i));
    if (digit == 16) return false;
    *code = *code * 16 + digit;
  }
  p->at += digits;
  return true;
}

static bool parse_braced_code(PatternParser *p, uint32_t *code) {
  uint32_t begin = p->at++;
  *code = 0;
  uint32_t digits = 0;
  for (uint32_t digit; (digit = hex_value(peek_unit(p, 0))) < 16 && *code <= MAX_CODE_POINT; digits++, p->at++) {
    *code = *code * 16 + digit;
  }
  if (digits > 0 && *code <= MAX_CODE_POINT && accept_unit(p, '}')) return true;
  p->at = begin;
  return false;
}

static bool parse_unicode_escape(PatternParser *p, bool unicode, uint32_t *code) {
  if (unicode && peek_unit(p, 0) == '{') return parse_braced_code(p, code);
  if (!parse_hex(p, 4, code)) return false;
  uint32_t begin = p->at, trail;
  if (!unicode || *code >> 10 != 0x36 || peek_unit(p, 0) != '\\' || peek_unit(p, 1) != 'u') return true;
  p->at += 2;
  if (parse_hex(p, 4, &trail) && trail >> 10 == 0x37) *code = 0x10000 + ((*code & 0x3FF) << 10) + (trail & 0x3FF);
  else p->at = begin;
  return true;
}

static uint32_t parse_control(PatternParser *p, bool in_class) {
  uint32_t letter = peek_unit(p, 0);
  bool digit = in_class && !p->unicode && ((letter >= '0' && letter <= '9') || letter == '_');
  if (letter != END_OF_PATTERN && (digit || (letter < 128 && (letter | 32) >= 'a' && (letter | 32) <= 'z'))) {
    p->at++;
    return letter & 31;
  }
  if (p->unicode) return failed_character(p, "Invalid Unicode escape");
  p->at--;  // the c is read again
  return '\\';
}

// \0, and without the flag u octal ones.
static uint32_t parse_octal(PatternParser *p, bool in_class) {
  uint32_t next = peek_unit(p, 1);
  if (p->unicode) {
    bool zero = peek_unit(p, 0) == '0';
    if (!zero || (next >= '0' && next <= '9')) {
      return failed_character(p, in_class ? "Invalid class escape" : "Invalid decimal escape");
    }
    p->at++;
    return 0;
  }
  uint32_t code = 0;
  for (int i = 0; i < 3 && peek_unit(p, 0) >= '0' && peek_unit(p, 0) <= '7' && code < 32; i++) {
    code = code * 8 + (peek_unit(p, 0) - '0');
    p->at++;
  }
  return code;
}

static uint32_t parse_identity(PatternParser *p, uint32_t c, bool in_class) {
  if (p->unicode) {
    bool syntax = c < 128 && c > 0 && strchr("^$\\.*+?()[]{}|/", (int)c);
    if (!syntax && !(in_class && c == '-')) return failed_character(p, "Invalid escape");
  }
  return take_character(p);
}

uint32_t parse_character_escape(PatternParser *p, bool in_class) {
  uint32_t c = peek_unit(p, 0), code;
  static const char controls[] = "f\fn\nr\rt\tv\v";
  if (c == END_OF_PATTERN) return failed_character(p, "\\ at end of pattern");
  if (c < 128 && strchr("fnrtv", (int)c) && c > 0) {
    p->at++;
    for (const char *at = controls;; at += 2) {
      if ((uint32_t)*at == c) return (uint32_t)at[1];
    }
  }
  if (c >= '0' && c <= '7') return parse_octal(p, in_class);
  if (c == 'c' || c == 'x' || c == 'u') {
    p->at++;
    if (c == 'c') return parse_control(p, in_class);
    if (c == 'x' ? parse_hex(p, 2, &code) : parse_unicode_escape(p, p->unicode, &code)) return code;
    if (p->unicode) return failed_character(p, c == 'x' ? "Invalid escape" : "Invalid Unicode escape");
    return c;
  }
  if (c == 'k' && p->named && !p->unicode) return failed_character(p, "Invalid escape");
  return parse_identity(p, c, in_class);
}

// -------------------------------------------------------------------------------------------------------- classes

static bool take_property_text(PatternParser *p, char *text, size_t size) {
  size_t length = 0;
  for (uint32_t c = peek_unit(p, 0); length + 1 < size; c = peek_unit(p, 0)) {
    bool letter = c < 128 && ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_');
    if (!letter) break;
    text[length++] = (char)c;
    p->at++;
  }
  text[length] = 0;
  return length > 0;
}

static CharSet *parse_property(PatternParser *p, bool in_class) {
  char name[64], value[64];
  CharSet *set = set_new(p->arena);
  bool has_value = false, ok = accept_unit(p, '{') && take_property_text(p, name, sizeof name);
  if (ok && accept_unit(p, '=')) {
    has_value = true;
    ok = take_property_text(p, value, sizeof value);
  }
  if (ok && accept_unit(p, '}') && set_add_property(set, name, has_value ? value : NULL, p->machine_code)) return set;
  return pattern_error(p, in_class ? "Invalid property name in character class" : "Invalid property name");
}

CharSet *parse_class_escape(PatternParser *p, bool in_class) {
  uint32_t c = peek_unit(p, 0);
  if (c >= 128 || c == 0) return NULL;
  if (!strchr("dDsSwW", (int)c) && !(p->unicode && (c == 'p' || c == 'P'))) return NULL;
  p->at++;
  CharSet *set = set_new(p->arena);
  if ((c | 32) == 'd') set_add_digits(set);
  else if ((c | 32) == 's') set_add_spaces(set);
  else if ((c | 32) == 'w') set_add_word(set);
  else set = parse_property(p, in_class);
  if (set == NULL) return NULL;
  set_normalize(set);
  // WordCharacters are closed over case before the complement is taken, other sets only after it.
  if (p->ignore_case && p->unicode && (c | 32) == 'w') set_close_over_case(set, true);
  if (c < 'a') set = set_complement(set);
  if (p->ignore_case && p->unicode && (c | 32) == 'p') set_close_over_case(set, true);
  return set;
}

// One member of a class: a set, or a character in *code.
static CharSet *parse_class_atom(PatternParser *p, uint32_t *code) {
  *code = END_OF_PATTERN;
  if (!accept_unit(p, '\\')) {
    *code = take_character(p);
    return NULL;
  }
  CharSet *set = parse_class_escape(p, true);
  if (set || p->error) return set;
  if (accept_unit(p, 'b')) *code = '\b';
  else *code = parse_character_escape(p, true);
  return NULL;
}

static bool add_class_item(PatternParser *p, CharSet *set) {
  uint32_t first, last;
  CharSet *from = parse_class_atom(p, &first), *to;
  if (p->error) return false;
  if (peek_unit(p, 0) != '-' || peek_unit(p, 1) == ']' || peek_unit(p, 1) == END_OF_PATTERN) {
    if (from) set_add_all(set, from);
    else set_add(set, first, first);
    return true;
  }
  p->at++;
  to = parse_class_atom(p, &last);
  if (p->error) return false;
  if (from || to) {
    if (p->unicode) return pattern_error(p, "Invalid character class");
    set_add(set, '-', '-');
    if (from) set_add_all(set, from);
    else set_add(set, first, first);
    if (to) set_add_all(set, to);
    else set_add(set, last, last);
    return true;
  }
  if (first > last) return pattern_error(p, "Range out of order in character class");
  set_add(set, first, last);
  return true;
}

CharSet *parse_class(PatternParser *p) {
  CharSet *set = set_new(p->arena);
  bool negative = accept_unit(p, '^');
  while (peek_unit(p, 0) != ']') {
    if (peek_unit(p, 0) == END_OF_PATTERN) return pattern_error(p, "Unterminated character class");
    if (!add_class_item(p, set)) return NULL;
  }
  p->at++;
  set_normalize(set);
  if (p->ignore_case) set_close_over_case(set, p->unicode);
  return negative ? set_complement(set) : set;
}

// ---------------------------------------------------------------------------------------------------- group names

static bool take_name_character(PatternParser *p, uint32_t *code) {
  bool unicode = p->unicode;
  p->unicode = true;  // names are code points with or without the flag
  bool ok = true;
  if (peek_unit(p, 0) == END_OF_PATTERN) {
    ok = false;
  } else if (accept_unit(p, '\\')) {
    ok = accept_unit(p, 'u') && parse_unicode_escape(p, true, code);
    if (!ok) pattern_error(p, "Invalid Unicode escape");
  } else {
    *code = take_character(p);
  }
  p->unicode = unicode;
  return ok;
}

static bool is_name_character(uint32_t code, bool first) {
  if (code < 128) {
    bool letter = (code | 32) >= 'a' && (code | 32) <= 'z';
    return letter || code == '$' || code == '_' || (!first && code >= '0' && code <= '9');
  }
  if (!first && (code == 0x200C || code == 0x200D)) return true;
  return uc_is_property(code, first ? UC_PROPERTY_ID_START : UC_PROPERTY_ID_CONTINUE);
}

const Atom *parse_group_name(PatternParser *p) {
  size_t length = 0, room = 2;
  while (peek_unit(p, (uint32_t)room) != '>' && peek_unit(p, (uint32_t)room) != END_OF_PATTERN) room++;
  uint16_t *name = arena_allocate(p->arena, (room + 2) * sizeof *name);
  for (uint32_t code; !accept_unit(p, '>');) {
    if (!take_name_character(p, &code) || !is_name_character(code, length == 0)) {
      return pattern_error(p, "Invalid capture group name");
    }
    if (code > 0xFFFF) name[length++] = (uint16_t)(0xD7C0 + (code >> 10));
    name[length++] = (uint16_t)(code > 0xFFFF ? 0xDC00 + (code & 0x3FF) : code);
  }
  return length > 0 ? atom_utf16(p->arena, name, length) : pattern_error(p, "Invalid capture group name");
}
