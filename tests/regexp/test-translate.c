// tests/regexp/test-translate.c - what patterns become for PCRE2, or what is wrong with them in V8's words.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "regexp/syntax.h"

typedef struct Case {
  const char *pattern, *flags;
  const char *expected;  // for UTF-16 text, or the error
} Case;

static Pattern *parse(Arena *arena, const Case *c, const char **error) {
  uint16_t units[200];
  uint32_t length = 0;
  const Atom *atom = atom_utf8(arena, c->pattern, strlen(c->pattern));
  for (; length < atom->length; length++) units[length] = atom->two_byte ? atom->utf16[length] : atom->latin1[length];
  uint16_t flags[8];
  uint32_t flag_count = (uint32_t)strlen(c->flags);
  for (uint32_t i = 0; i < flag_count; i++) flags[i] = (uint8_t)c->flags[i];
  return pattern_parse(arena, units, length, (unsigned)regexp_parse_flags(flags, flag_count), true, error);
}

static const char *translate(Arena *arena, const Case *c, uint32_t widest) {
  const char *error = NULL;
  Pattern *pattern = parse(arena, c, &error);
  if (pattern == NULL) return error;
  Numbering *numbering = arena_allocate(arena, sizeof *numbering);
  size_t length;
  pattern_number(arena, pattern, numbering);
  char *emitted = pattern_emit(arena, pattern, numbering, widest, &length);
  char *text = arena_allocate(arena, length + 1);
  memcpy(text, emitted, length);
  return text;
}

static void check(const Case *cases, size_t count, uint32_t widest) {
  for (const Case *c = cases; c < cases + count; c++) {
    Arena *arena = arena_create(NULL);
    const char *got = translate(arena, c, widest);
    if (strcmp(got, c->expected) != 0) {
      fail_msg("/%s/%s\nexpected %s\n     got %s", c->pattern, c->flags, c->expected, got);
    }
    arena_destroy(arena);
  }
}
#define CHECK(cases, widest) check(cases, sizeof(cases) / sizeof((cases)[0]), widest)

static void characters(void **state) {
  (void)state;
  static const Case cases[] = {
      {"a.\\/\\x41\\u0042", "", "a[^\\x{a}\\x{d}\\x{2028}\\x{2029}]\\x{2f}AB"},
      {"[a-c\\d]|[^a]|[]|[^]", "", "[0-9a-c]|[^a]|(?:(?!))|."},
      {"\\w\\W\\s", "",
       "[0-9A-Z\\x{5f}a-z][^0-9A-Z\\x{5f}a-z]"
       "[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]"},
      {"a.", "s", "a."},
      {"é", "i", "[\\x{c9}\\x{e9}]"},
      {"k", "i", "k"},
      {"^a$", "", "\\Aa\\z"},
      {"^a$", "m", "(?<![^\\n\\r\\x{2028}\\x{2029}])a(?![^\\n\\r\\x{2028}\\x{2029}])"},
      {"\\cJ\\0\\101\\8", "", "\\x{a}\\x{0}A8"},
      {"a{,2}x{1", "", "a\\x{7b}\\x{2c}2\\x{7d}x\\x{7b}1"},
  };
  CHECK(cases, 0xFFFF);
}

static void latin1(void **state) {
  (void)state;
  static const Case cases[] = {
      {"[^a]\\u0100", "", "[^a](?:(?!))"},
      {"[\\u00e0-\\u0200]", "", "[\\x{e0}-\\x{ff}]"},
      {"ÿ", "i", "[\\x{ff}]"},
      {".", "s", "."},
      {"\\s", "", "[\\x{9}-\\x{d}\\x{20}\\x{a0}]"},
  };
  CHECK(cases, 0xFF);
}

#define LEAD "[\\x{d800}-\\x{dbff}]"
#define TRAIL "[\\x{dc00}-\\x{dfff}]"
#define WORD "[0-9A-Za-z_\\x{17f}\\x{212a}]"
#define BEGIN "(?!(?<=" LEAD ")" TRAIL ")(?:"

static void pairs(void **state) {
  (void)state;
  static const Case cases[] = {
      {"😀", "u", BEGIN "(?:\\x{d83d}\\x{de00}))"},
      {"[a😀-😂]", "u", BEGIN "(?:[a]|[\\x{d83d}-\\x{d83d}][\\x{de00}-\\x{de02}]))"},
      {"\\ud83d\\ude00", "u", BEGIN "(?:\\x{d83d}\\x{de00}))"},
      {"\\ud83d", "u", BEGIN "(?:\\x{d83d}(?!" TRAIL ")))"},
      {"\\ude00", "u", BEGIN "(?:(?<!" LEAD ")\\x{de00}))"},
      {"\\b", "iu", BEGIN "(?:(?<=" WORD ")(?!" WORD ")|(?<!" WORD ")(?=" WORD ")))"},
      {"[^a]", "u", BEGIN "(?:[^a\\x{d800}-\\x{dfff}]|" LEAD TRAIL "|" LEAD "(?!" TRAIL ")|(?<!" LEAD ")" TRAIL "))"},
  };
  CHECK(cases, 0xFFFF);
}

static void groups(void **state) {
  (void)state;
  static const Case cases[] = {
      {"(a)(?:b)(?<n>c)\\k<n>\\1", "", "(a)(?:b)(c)\\g{2}\\g{1}"},
      {"(?=a)(?!b)(?<=c)(?<!d)", "", "(?=a)(?!b)(?<=c)(?<!d)"},
      {"(a\\1)", "", "(a(?:))"},
      {"\\2(a)", "", "\\x{2}(a)"},
      {"a|b|", "", "a|b|"},
  };
  CHECK(cases, 0xFFFF);
}

// Marks, checks of empty iterations, and loops that are written twice.
static void loops(void **state) {
  (void)state;
  // clang-format off
  static const Case cases[] = {
    {"a*b+?c{2}d{3,}?e{0,1}", "", "a*b+?c{2,2}d{3,}?e?"},
    {"(?:a?)*", "", "(?:a?)*"},
    {"(?:a??|b)*", "", "(?:()(?:a??|b)(?C1))*"},
    {"(?:a??|b)+", "", "(?|(?:()(?:a??|b)(?C1))+|()(?:a??|b))"},
    {"(?:a??|b){2,}", "", "(?:(?:a??|b)){2,2}(?:()(?:a??|b)(?C1))*"},
    {"(a?)*", "", "(?:()(a?)(?C1))*"},
    {"(a?)+", "", "(?:()(?:()(a?)(?C1))+)"},
    {"(a?" "?)+", "", "(?|(?:()(a?" "?)(?C1))+|()(a?" "?))"},
    {"(?:(a)|b)*", "", "(?:()(?:(a)|b))*"},
    {"(a*){1,2}", "", "(?:()(?:()(a*)(?C1)()){1,2})"},
  };
  // clang-format on
  CHECK(cases, 0xFFFF);
}

static void errors(void **state) {
  (void)state;
  static const Case cases[] = {
      {"(", "", "Unterminated group"},
      {")", "", "Unmatched ')'"},
      {"[a", "", "Unterminated character class"},
      {"*", "", "Nothing to repeat"},
      {"a**", "", "Nothing to repeat"},
      {"a{2,1}", "", "numbers out of order in {} quantifier"},
      {"[b-a]", "", "Range out of order in character class"},
      {"\\", "", "\\ at end of pattern"},
      {"(?a)", "", "Invalid group"},
      {"(?<a>)(?<a>)", "", "Duplicate capture group name"},
      {"\\k<b>(?<a>)", "", "Invalid named capture referenced"},
      {"(?<1>)", "", "Invalid capture group name"},
      {"\\1", "u", "Invalid escape"},
      {"a{", "u", "Incomplete quantifier"},
      {"]", "u", "Lone quantifier brackets"},
      {"\\-", "u", "Invalid escape"},
      {"\\u{110000}", "u", "Invalid Unicode escape"},
      {"\\p{Foo}", "u", "Invalid property name"},
      {"(?=a)*", "u", "Invalid quantifier"},
      {"[\\d-z]", "u", "Invalid character class"},
      {"\\c", "u", "Invalid Unicode escape"},
  };
  CHECK(cases, 0xFFFF);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(characters), cmocka_unit_test(latin1), cmocka_unit_test(pairs),
                                     cmocka_unit_test(groups),     cmocka_unit_test(loops),  cmocka_unit_test(errors)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
