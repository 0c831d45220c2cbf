// tests/compiler/test-limits.c - functions that are large, deep or have much of something: well-formed bytecode or an
// error, never anything else.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/compile.h"
#include "compiler/verify.h"

// Text that grows; %d in a repeated piece is its number.
typedef struct Source {
  char *text;
  size_t size;
  FILE *file;
} Source;

static void source_begin(Source *source) { source->file = open_memstream(&source->text, &source->size); }

static void add(Source *source, const char *text) { fputs(text, source->file); }

static void repeat(Source *source, int count, const char *piece) {
  const char *number = strstr(piece, "%d");
  size_t before = number != NULL ? (size_t)(number - piece) : strlen(piece);
  for (int i = 0; i < count; i++) {
    fwrite(piece, 1, before, source->file);
    if (number != NULL) fprintf(source->file, "%d%s", i, number + 2);
  }
}

static const CompiledFunction *compile_source(Arena *arena, Source *source, CompileError *error) {
  const ParseOptions options = {.goal = PARSE_FUNCTION_BODY};
  const CompileOptions compile_options = {.is_script = false};
  fclose(source->file);
  ParseError parse_error;
  FunctionNode *program = parse(arena, source->text, source->size, &options, &parse_error);
  if (program == NULL) fail_msg("%.60s... %s", source->text, parse_error.message);
  return compile(arena, program, &compile_options, error);
}

// Compiles, checks the result, and frees everything.  `failure`: the error that is expected, or NULL.
static void expect_result(Source *source, const char *failure) {
  Arena *arena = arena_create(NULL);
  CompileError error = {.message = ""};
  const CompiledFunction *function = compile_source(arena, source, &error);
  if (failure != NULL) {
    assert_null(function);
    assert_string_equal(error.message, failure);
  } else {
    if (function == NULL) fail_msg("%.60s... %s", source->text, error.message);
    const char *problem = bytecode_verify(function);
    if (problem != NULL) fail_msg("%.60s... %s", source->text, problem);
  }
  arena_destroy(arena);
  free(source->text);
}

static void three_parts(const char *before, int count, const char *piece, const char *after, const char *failure) {
  Source source;
  source_begin(&source);
  add(&source, before);
  repeat(&source, count, piece);
  add(&source, after);
  expect_result(&source, failure);
}

static void nested(int count, const char *open, const char *middle, const char *close) {
  Source source;
  source_begin(&source);
  add(&source, "var x; ");
  repeat(&source, count, open);
  add(&source, middle);
  repeat(&source, count, close);
  expect_result(&source, NULL);
}

static void far_jumps(void **state) {
  (void)state;
  three_parts("var i = 0; while (i < 3) { i++;", 20000, "i += x;", "}", NULL);
  three_parts("for (var i = 0; i < 4; i++) if (i === 2) {", 20000, "i += x;", "} else i--;", NULL);
  three_parts("for (var i of x) {", 20000, "i += x;", "}", NULL);
  three_parts("for (var i in x) {", 20000, "i += x;", "}", NULL);
  three_parts("for (var i of x) try { if (i) break; ", 20000, "i += x;", "} catch (e) { f(e); } finally { f(i); }",
              NULL);
  three_parts("switch (x) { case 1:", 20000, "x += x;", "case 2: f(); }", NULL);
  three_parts("if (a < b && b >= c || a == 5 && !(c <= 6)) {", 40000, "f;", "}", NULL);
}

static void long_chains(void **state) {
  (void)state;
  three_parts("return ", 10000, "x + ", "1;", NULL);
  three_parts("return ", 10000, "x || ", "1;", NULL);
  three_parts("if (", 10000, "x && ", "1) f();", NULL);
  three_parts("", 10000, "if (x == %d) f(); else ", "g();", NULL);
  three_parts("return ", 10000, "x == %d ? 1 : ", "2;", NULL);
  three_parts("return x", 10000, ".y", ";", NULL);
  three_parts("return x", 10000, "()", ";", NULL);
  three_parts("return x", 10000, "?.[1]", ";", NULL);
}

static void deep_nesting(void **state) {
  (void)state;
  nested(2000, "x = [", "1", "]");
  nested(2000, "x + (", "1", ")");
  nested(2000, "f(x, x = ", "1", ")");
  nested(2000, "x[", "1", "]");
  nested(2000, "- ", "1", "");
  nested(2000, "{", "let y;", "}");
  nested(1000, "(function () { return ", "x", "})()");
  nested(1000, "try {", "f();", "} finally { g(); }");
  nested(1000, "for (var y of x) {", "return;", "}");
  nested(1000, "a || (b && (", "c", "))");
}

static void many(void **state) {
  (void)state;
  three_parts("f(", 60000, "%d,", "1);", NULL);
  three_parts("f(", 65000, "%d,", "1);", NULL);
  three_parts("x = new f(y, ", 65000, "%d,", "1);", NULL);
  three_parts("f`", 65000, "a${x}", "`;", NULL);
  three_parts("return `", 70000, "a${x}", "`;", NULL);
  three_parts("return [", 70000, "x,", "1];", NULL);
  three_parts("return [", 70000, "%d,", "1];", NULL);
  three_parts("", 66000, "x.a = 1;", "", NULL);
  three_parts("", 70000, "x.a%d = 1;", "", NULL);
  three_parts("", 70000, "a%d;", "return x.y(z = typeof w);", NULL);
  three_parts("with (x) {", 70000, "'a%d' + y;", "delete y; }", NULL);
  three_parts("while (x) { try { x.y ?\?= ", 70000, "z.a%d + ", "z.y; } catch (e) { continue; } }", NULL);
  three_parts("", 70000, "x = 'a%d';", "", NULL);
  three_parts("return {", 60000, "a%d: 1,", "};", NULL);
  three_parts("", 60000, "var a%d = 1;", "", NULL);
  three_parts("", 66000, "var a%d = 1;", "", NULL);
  three_parts("", 140000, "let a%d = 1;", "return a139999 + (() => a3 + a70000)();", NULL);
  three_parts("for (let ", 70000, "a%d = 1,", "b = 2; b < 9; b++) x(() => a3 + a69999 + b);", NULL);
  three_parts("{", 5000, "let a%d = 1;", "for (let x of y) switch (x) { case 1: let z = a4999; f(z); } }", NULL);
  three_parts("function f(", 60000, "a%d,", "b) { let c = b; return [c, c, a1]; }", NULL);
  three_parts("function f(", 65000, "a%d,", "b) { let c = b; return [c, c, a1]; }",
              "Function needs too many registers");
  three_parts("return [", 66000, "function () {},", "];", NULL);
  three_parts("var y = [", 66000, "function () {},", "]; { let z = y; x(() => z); }", NULL);
  three_parts("switch (x) {", 30000, "case %d: f();", "}", NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(far_jumps), cmocka_unit_test(long_chains),
                                     cmocka_unit_test(deep_nesting), cmocka_unit_test(many)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
