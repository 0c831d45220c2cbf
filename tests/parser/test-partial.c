// tests/parser/test-partial.c - texts that grow: after each line the partial parse agrees with the parser about what is
// whole, what is unfinished and what is wrong, without reading a line twice.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parser/ast.h"

static const ParseOptions options = {.goal = PARSE_SCRIPT};

static PartialAnswer ask_parser(const char *source, size_t length) {
  Arena *arena = arena_create(NULL);
  ParseError error;
  bool ok = parse(arena, source, length, &options, &error) != NULL;
  arena_destroy(arena);
  return ok ? PARTIAL_MAY_BE_WHOLE : error.at_end_of_input ? PARTIAL_UNFINISHED : PARTIAL_WRONG;
}

// `text` is given line by line, at another address each time.
static void check(const char *text) {
  PartialParse *partial = partial_parse_create(&options);
  char *old = NULL;
  for (const char *end = strchr(text, '\n'); end; end = strchr(end + 1, '\n')) {
    size_t length = (size_t)(end - text) + 1;
    char *copy = strndup(text, length);
    PartialAnswer answer = partial_parse(partial, copy, length, false), expected = ask_parser(copy, length);
    bool asks = answer == PARTIAL_MAY_BE_WHOLE && expected == PARTIAL_WRONG;  // an error that shows at the end only
    if (answer != expected && !asks) fail_msg("%d, not %d: %s", answer, expected, copy);
    free(old);
    old = copy;
  }
  free(old);
  partial_parse_destroy(partial);
}

static const char *const texts[] = {
    "function f(a) {\n  return a\n}\nf(1)\n",
    "function f() { return\n1 }\n",
    "{a: 1}\n",
    "a\n++\nb\n",
    "a +\nb\n.c\n(\n1,\n2)\n",
    "let\nx = 1\nlet y\n",
    "let\n",
    "async\nx\n",
    "var let\nlet\n[0]\n",
    "if (a)\n  b\nelse\n  c\n",
    "do\n  x\nwhile (y)\nz\n",
    "for (;;)\n;\n",
    "x => {\n  y\n}\nx => x\n+ 1\n",
    "var f = (a,\n  b) =>\n  a\n",
    "`one ${\n1 + `two\n${3}` }\nthree`\nx\n",
    "`unfinished\n",
    "/* a\n comment */ 1\n/* another\n",
    "// comment\n/re(/\n",
    "x = /a[/]\\/b/\ny / 2 /\n3\n",
    "'abc\\\ndef'\n'abc\\\n",
    "'abc\n",
    "\"abc\\\r\ndef\"\n",
    "({\n  get a() { return 1 },\n  [b]: 2\n})\n",
    "switch (a) {\ncase 1:\n  b\ndefault:\n}\n",
    "try {\n}\n",
    "try {\n}\ncatch (e) {\n}\n",
    "label:\nfor (;;) {\nbreak\nlabel\n}\n",
    "throw\n1\n",
    "a b\n",
    "}\n",
    "1 +* 2\n",
    "let a\nlet a\n",
    "x = {\n a: 1,\n b: [\n1,\n\n2]\n}\n--> comment\nx\n--> comment\n",
    "'use strict'\nwith (a) {}\n",
    "\n\n\n1\n\n\n",
};

static void test_texts(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) check(texts[i]);
}

static void test_object(void **state) {
  (void)state;
  PartialParse *partial = partial_parse_create(&options);
  assert_int_equal(partial_parse(partial, "({a: 1,\n", 8, true), PARTIAL_UNFINISHED);
  assert_int_equal(partial_parse(partial, "({a: 1,\nb: 2}\n", 14, true), PARTIAL_MAY_BE_WHOLE);
  assert_int_equal(partial_parse(partial, "({a: 1,\nb: 2}\n;\n", 16, true), PARTIAL_WRONG);
  partial_parse_destroy(partial);
}

// Would take minutes if each line were a reason to parse all of them.
static void test_long(void **state) {
  (void)state;
  enum { LINES = 100000, WIDTH = 16 };
  char *text = malloc(LINES * WIDTH + 16);
  size_t length = (size_t)sprintf(text, "function f() {\n");
  PartialParse *partial = partial_parse_create(&options);
  for (int i = 0; i < LINES; i++) {
    length += (size_t)sprintf(text + length, "x = %d;\n", i);
    if (partial_parse(partial, text, length, false) != PARTIAL_UNFINISHED) fail_msg("line %d", i);
  }
  strcpy(text + length, "}\n");
  assert_int_equal(partial_parse(partial, text, length + 2, false), PARTIAL_MAY_BE_WHOLE);
  partial_parse_destroy(partial);
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_object),
      cmocka_unit_test(test_long),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
