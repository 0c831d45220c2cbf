// tests/parser/test-limits.c - deep nesting and long chains: parsed or refused with a RangeError, never a crash; and
// the positions that error messages and stack traces use.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parser/ast.h"

// open * count + middle + close * count
static char *repeat(const char *open, const char *middle, const char *close, size_t count) {
  size_t open_length = strlen(open), close_length = strlen(close), middle_length = strlen(middle);
  char *text = malloc(count * (open_length + close_length) + middle_length + 1), *at = text;
  assert_non_null(text);
  for (size_t i = 0; i < count; i++, at += open_length) memcpy(at, open, open_length);
  memcpy(at, middle, middle_length);
  at += middle_length;
  for (size_t i = 0; i < count; i++, at += close_length) memcpy(at, close, close_length);
  *at = '\0';
  return text;
}

static bool parses(char *source, ParseError *error) {
  Arena *arena = arena_create(NULL);
  const ParseOptions options = {.goal = PARSE_SCRIPT};
  bool good = parse(arena, source, strlen(source), &options, error) != NULL;
  arena_destroy(arena);
  free(source);
  return good;
}

static void long_chains_parse(void **state) {
  (void)state;
  ParseError error;
  assert_true(parses(repeat("a+", "a", "", 200000), &error));
  assert_true(parses(repeat("a||", "a", "", 200000), &error));
  assert_true(parses(repeat("a,", "a", "", 200000), &error));
  assert_true(parses(repeat("", "a", ".b(c)", 100000), &error));
  assert_true(parses(repeat("", "a", ".b[0]`c`", 100000), &error));
  assert_true(parses(repeat("if (a) b; else ", "c;", "", 200000), &error));
  assert_true(parses(repeat("a ? b : ", "c", "", 200000), &error));
  assert_true(parses(repeat("a;\n", "", "", 100000), &error));
  assert_true(parses(repeat("", "a = [1", ",1", 100000), &error) == false);  // no closing bracket
  assert_true(error.at_end_of_input);
}

static void deep_nesting_parses_or_is_refused(void **state) {
  (void)state;
  static const struct {
    const char *open, *middle, *close;
    size_t good;
  } shapes[] = {{"[", "", "]", 4000},       {"{", "", "}", 4000},
                {"(", "a", ")", 100000},    {"- ", "a", "", 4000},
                {"a=", "1", "", 4000},      {"a=>", "a", "", 2000},
                {"x={a:", "1", "}", 1500},  {"`${", "a", "}`", 2000},
                {"f(", "", ")", 4000},      {"(function(){", "", "})", 1000},
                {"for(;;)", ";", "", 4000}, {"if(a)", ";", "", 4000},
                {"a?", "b", ":c", 4000},    {"a**", "a", "", 4000},
                {"new ", "a", "", 4000}};
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    ParseError error;
    if (!parses(repeat(shapes[i].open, shapes[i].middle, shapes[i].close, shapes[i].good), &error))
      fail_msg("%s: %s", shapes[i].open, error.message);
    if (parses(repeat(shapes[i].open, shapes[i].middle, shapes[i].close, 200000), &error)) {
      assert_string_equal(shapes[i].open, "(");  // parentheses leave no node
    } else {
      assert_true(error.too_deep);
      assert_string_equal(error.message, "Maximum call stack size exceeded");
    }
  }
}

static void unclosed_nesting_is_an_error(void **state) {
  (void)state;
  static const char *const open[] = {"(", "[", "{", "f(", "x={a:", "`${", "(function(){", "a=>(", "!", "if(a){"};
  for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
    ParseError error;
    assert_false(parses(repeat(open[i], "", "", 100000), &error));
  }
}

// ------------------------------------------------------------------------------------------------------ positions

static const Node *first_expression(Arena *arena, const char *source) {
  const ParseOptions options = {.goal = PARSE_SCRIPT};
  ParseError error;
  FunctionNode *program = parse(arena, source, strlen(source), &options, &error);
  if (program == NULL) fail_msg("%s: %s", source, error.message);
  return program->body.items[0]->unary.operand;
}

static void name_positions(void **state) {
  (void)state;
  static const struct {
    const char *source;
    unsigned column;
  } cases[] = {{"a.b.c()", 5},    {"f()", 1},   {"a[0]()", 5}, {"(a.b)()", 6},   {"f()()", 4},
               {"a.delete()", 9}, {"a.b.c", 5}, {"a?.b", 4},   {"a[1]", 2},      {"a.b = 1", 5},
               {"a in b", 3},     {"a + b", 3}, {"a++", 2},    {"f`a`", 2},      {"a.b`c`", 4},
               {"new a.b()", 1},  {"x", 1},     {"-x", 1},     {"a\n  .b()", 4}, {"\"\xF0\xA0\xAE\xB7\xC3\xA9\".a", 7}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Arena *arena = arena_create(NULL);
    const Node *node = first_expression(arena, cases[i].source);
    if (node->name_position.column != cases[i].column)
      fail_msg("%s: %u, not %u", cases[i].source, node->name_position.column, cases[i].column);
    arena_destroy(arena);
  }
}

static void function_texts(void **state) {
  (void)state;
  static const struct {
    const char *source, *text;
  } cases[] = {
      {"(function f(a) { b })", "function f(a) { b }"},
      {"!(a => (b)) + 1", "a => (b)"},
      {"!((a, b) => { c }) + 1", "(a, b) => { c }"},
      {"!((a) => [b] )", "(a) => [b]"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Arena *arena = arena_create(NULL);
    const Node *node = first_expression(arena, cases[i].source);
    if (node->type == NODE_BINARY) node = node->binary.left;
    if (node->type == NODE_UNARY) node = node->unary.operand;
    assert_int_equal(node->type, NODE_FUNCTION);
    size_t length = node->function->end_offset - node->function->start_offset;
    assert_int_equal(length, strlen(cases[i].text));
    assert_memory_equal(cases[i].source + node->function->start_offset, cases[i].text, length);
    arena_destroy(arena);
  }
}

static void parameters_by_name(void **state) {
  (void)state;
  static const char *const names[] = {"exports", "require"};
  const ParseOptions options = {.goal = PARSE_FUNCTION_BODY, .parameter_names = names, .parameter_count = 2};
  Arena *arena = arena_create(NULL);
  ParseError error;
  FunctionNode *body = parse(arena, "return require", 14, &options, &error);
  assert_non_null(body);
  assert_int_equal(body->parameters.count, 2);
  assert_true(atom_is(body->parameters.items[1]->identifier.atom, "require"));
  assert_ptr_equal(body->parameters.items[1]->identifier.atom, body->body.items[0]->unary.operand->identifier.atom);
  assert_null(parse(arena, "let exports", 11, &options, &error));
  assert_string_equal(error.message, "Identifier 'exports' has already been declared");
  arena_destroy(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(long_chains_parse),
      cmocka_unit_test(deep_nesting_parses_or_is_refused),
      cmocka_unit_test(unclosed_nesting_is_an_error),
      cmocka_unit_test(name_positions),
      cmocka_unit_test(function_texts),
      cmocka_unit_test(parameters_by_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
