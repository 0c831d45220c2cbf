// tests/parser/test-errors.c - syntax errors: wording and place as in node v20, and what says that input is unfinished.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parser/ast.h"

typedef struct Case {
  const char *source;
  unsigned line, column;
  const char *message;
} Case;

// Parses `source` as a script, which must fail.
static ParseError parse_wrong(const char *source) {
  Arena *arena = arena_create(NULL);
  const ParseOptions options = {.goal = PARSE_SCRIPT};
  ParseError error;
  if (parse(arena, source, strlen(source), &options, &error) != NULL) fail_msg("no error in: %s", source);
  assert_true(error.end_offset >= error.position.offset && error.end_offset <= strlen(source));
  arena_destroy(arena);
  return error;
}

static void check(const Case *cases, size_t count) {
  for (const Case *c = cases; c < cases + count; c++) {
    ParseError error = parse_wrong(c->source);
    if (strcmp(error.message, c->message) != 0 || error.position.line != c->line || error.position.column != c->column)
      fail_msg("%s\nexpected %u:%u: %s\n     got %u:%u: %s", c->source, c->line, c->column, c->message,
               error.position.line, error.position.column, error.message);
  }
}

static const Case as_node[] = {
    {"f(a b)", 1, 3, "missing ) after argument list"},
    {"f(a", 1, 3, "missing ) after argument list"},
    {"f(a @)", 1, 3, "missing ) after argument list"},
    {"f(a]", 1, 3, "missing ) after argument list"},
    {"f(a, b", 1, 6, "missing ) after argument list"},
    {"foo(1 2)", 1, 5, "missing ) after argument list"},
    {"if (a) {\n  b(c d)\n}", 2, 5, "missing ) after argument list"},
    {"try {} x", 1, 6, "Missing catch or finally after try"},
    {"throw\nx", 1, 1, "Illegal newline after throw"},
    {"throw\na", 1, 1, "Illegal newline after throw"},
    {"a + b = c", 1, 1, "Invalid left-hand side in assignment"},
    {"f() &&= 1", 1, 1, "Invalid left-hand side in assignment"},
    {"a?.b = 1", 1, 1, "Invalid left-hand side in assignment"},
    {"this = 1", 1, 1, "Invalid left-hand side in assignment"},
    {"({a = 1})", 1, 3, "Invalid shorthand property initializer"},
    {"x = {a: 1, b = 2}", 1, 12, "Invalid shorthand property initializer"},
    {"\"use strict\"; let = 1", 1, 15, "Unexpected strict mode reserved word"},
    {"\"use strict\"; var public", 1, 19, "Unexpected strict mode reserved word"},
    {"\"use strict\"; interface x", 1, 15, "Unexpected strict mode reserved word"},
    {"function f(public) { \"use strict\" }", 1, 12, "Unexpected strict mode reserved word"},
    {"function public() { \"use strict\" }", 1, 10, "Unexpected strict mode reserved word"},
    {"\"use strict\"; let x = yield", 1, 23, "Unexpected strict mode reserved word"},
    {"if (1) let x", 1, 8, "Lexical declaration cannot appear in a single-statement context"},
    {"label: let a", 1, 8, "Lexical declaration cannot appear in a single-statement context"},
    {"for (;;) let a", 1, 10, "Lexical declaration cannot appear in a single-statement context"},
    {"if (0) let [a] = 1", 1, 8, "Lexical declaration cannot appear in a single-statement context"},
    {"while (1) function f(){}", 1, 11,
     "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement."},
    {"with (a) function f(){}", 1, 10,
     "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement."},
    {"if (1) L: function f(){}", 1, 11,
     "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement."},
    {"while (1) L: function f(){}", 1, 14,
     "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement."},
    {"const x;", 1, 7, "Missing initializer in const declaration"},
    {"const x = 1, y", 1, 14, "Missing initializer in const declaration"},
    {"for (const x;;);", 1, 12, "Missing initializer in const declaration"},
    {"for (const a = 1, b;;);", 1, 19, "Missing initializer in const declaration"},
    {"\"\\xZ0\"", 1, 2, "Invalid hexadecimal escape sequence"},
    {"`\\xg`", 1, 2, "Invalid hexadecimal escape sequence"},
    {"\"\\x1\"", 1, 2, "Invalid hexadecimal escape sequence"},
    {"\"abc\\u00g\"", 1, 5, "Invalid Unicode escape sequence"},
    {"\"\\u{zz}\"", 1, 5, "Invalid Unicode escape sequence"},
    {"`\\u{`", 1, 5, "Invalid Unicode escape sequence"},
    {"\"\\u{}\"", 1, 5, "Invalid Unicode escape sequence"},
    {"3in x", 1, 1, "Invalid or unexpected token"},
    {"\"abc", 1, 1, "Invalid or unexpected token"},
    {"/* abc", 1, 1, "Invalid or unexpected token"},
    {"x\n/* abc", 2, 1, "Invalid or unexpected token"},
    {"a = 1 # 2", 1, 7, "Invalid or unexpected token"},
    {"@", 1, 1, "Invalid or unexpected token"},
    {"1__2", 1, 3, "Only one underscore is allowed as numeric separator"},
    {"0b1__0", 1, 5, "Only one underscore is allowed as numeric separator"},
    {"0_1", 1, 2, "Numeric separator can not be used after leading 0."},
    {"0_0", 1, 2, "Numeric separator can not be used after leading 0."},
    {"a => {} => b", 1, 9, "Unexpected token '=>'"},
    {"()", 1, 2, "Unexpected token ')'"},
    {"(a,)", 1, 4, "Unexpected token ')'"},
    {"(...a)", 1, 2, "Unexpected token '...'"},
    {"x\n=> 1", 2, 1, "Unexpected token '=>'"},
    {"var \360\235\222\234 = 1, \342\204\230; \360\235\222\234++ ++", 1, 21, "Unexpected token '++'"},
    {"var a = 1;\n  var b = ];", 2, 11, "Unexpected token ']'"},
    {"(a+1) => 1", 1, 2, "Invalid destructuring assignment target"},
    {"(a, 1) => 1", 1, 5, "Invalid destructuring assignment target"},
    {"(a.b) => 1", 1, 2, "Invalid destructuring assignment target"},
    {"(...a, b) => 1", 1, 5, "Rest parameter must be last formal parameter"},
    {"function f(...a, b){}", 1, 16, "Rest parameter must be last formal parameter"},
    {"break", 1, 1, "Illegal break statement"},
    {"while(1){ function f(){ break } }", 1, 25, "Illegal break statement"},
    {"function f() { break }", 1, 16, "Illegal break statement"},
    {"break\na", 1, 1, "Illegal break statement"},
    {"L: x; continue L", 1, 16, "Undefined label 'L'"},
    {"while(1) { continue L }", 1, 21, "Undefined label 'L'"},
    {"break L", 1, 7, "Undefined label 'L'"},
    {"continue L", 1, 10, "Undefined label 'L'"},
    {"L: { continue L }", 1, 15, "Illegal continue statement: 'L' does not denote an iteration statement"},
    {"L: L: x", 1, 4, "Label 'L' has already been declared"},
    {"L: { L: x }", 1, 6, "Label 'L' has already been declared"},
    {"a: a: b", 1, 4, "Label 'a' has already been declared"},
    {"return", 1, 1, "Illegal return statement"},
    {"return\n1", 1, 1, "Illegal return statement"},
    {"return 1\n2", 1, 1, "Illegal return statement"},
    {"return /a/", 1, 1, "Illegal return statement"},
    {"for (a+b in c);", 1, 6, "Invalid left-hand side in for-loop"},
    {"for (1 in x);", 1, 6, "Invalid left-hand side in for-loop"},
    {"for (1 of x);", 1, 6, "Invalid left-hand side in for-loop"},
    {"for (a = 1 in b);", 1, 6, "Invalid left-hand side in for-loop"},
    {"for (let x, y of z);", 1, 10, "Invalid left-hand side in for-of loop: Must have a single binding."},
    {"for (var i, j of {})", 1, 10, "Invalid left-hand side in for-of loop: Must have a single binding."},
    {"for (let x = 1 of z);", 1, 10, "for-of loop variable declaration may not have an initializer."},
    {"for(var a=1 of b);", 1, 9, "for-of loop variable declaration may not have an initializer."},
    {"\"use strict\"; 010", 1, 15, "Octal literals are not allowed in strict mode."},
    {"\"use strict\"; 0777", 1, 15, "Octal literals are not allowed in strict mode."},
    {"\"use strict\"; 00", 1, 15, "Octal literals are not allowed in strict mode."},
    {"function f() { \"use strict\"; 010 }", 1, 30, "Octal literals are not allowed in strict mode."},
    {"\"use strict\"; \"\\01\"", 1, 17, "Octal escape sequences are not allowed in strict mode."},
    {"\"\\01\"; \"use strict\"", 1, 3, "Octal escape sequences are not allowed in strict mode."},
    {"\"use strict\"; \"\\00\"", 1, 17, "Octal escape sequences are not allowed in strict mode."},
    {"\"use strict\"; 09", 1, 15, "Decimals with leading zeros are not allowed in strict mode."},
    {"\"use strict\"; 08", 1, 15, "Decimals with leading zeros are not allowed in strict mode."},
    {"`abc", 1, 5, "Unexpected end of input"},
    {"f(`a", 1, 5, "Unexpected end of input"},
    {"({a:1", 1, 6, "Unexpected end of input"},
    {"if (", 1, 5, "Unexpected end of input"},
    {"var", 1, 4, "Unexpected end of input"},
    {"function f( {", 1, 14, "Unexpected end of input"},
    {"(function(){", 1, 13, "Unexpected end of input"},
    {"x = {", 1, 6, "Unexpected end of input"},
    {"x = [1,2", 1, 9, "Unexpected end of input"},
    {"a ? b", 1, 6, "Unexpected end of input"},
    {"for (", 1, 6, "Unexpected end of input"},
    {"for (;;", 1, 8, "Unexpected end of input"},
    {"for (x", 1, 7, "Unexpected end of input"},
    {"for (var", 1, 9, "Unexpected end of input"},
    {"(a, b", 1, 6, "Unexpected end of input"},
    {"function f() {\n  return 1\n", 3, 1, "Unexpected end of input"},
    {"`abc${x", 1, 7, "Missing } in template expression"},
    {"`${a", 1, 4, "Missing } in template expression"},
    {"`a${b", 1, 5, "Missing } in template expression"},
    {"x = /abc", 1, 5, "Invalid regular expression: missing /"},
    {"x = /[/", 1, 5, "Invalid regular expression: missing /"},
    {"/a\n/", 1, 1, "Invalid regular expression: missing /"},
    {"/", 1, 1, "Invalid regular expression: missing /"},
    {"x = /a/gg", 1, 5, "Invalid regular expression flags"},
    {"x=/a/Q", 1, 3, "Invalid regular expression flags"},
    {"x=/a/\\u0067", 1, 3, "Invalid regular expression flags"},
    {"v\\u0061r x", 1, 1, "Keyword must not contain escaped characters"},
    {"\"use strict\"; l\\u0065t", 1, 15, "Keyword must not contain escaped characters"},
    {"\\u0069f", 1, 1, "Keyword must not contain escaped characters"},
    {"i\\u0066 (a)", 1, 1, "Keyword must not contain escaped characters"},
    {"\"\\u{110000}\"", 1, 2, "Undefined Unicode code-point"},
    {"`\\u{110000}`", 1, 2, "Undefined Unicode code-point"},
    {"\\u{110000}", 1, 1, "Undefined Unicode code-point"},
    {"`\\01`", 1, 3, "Octal escape sequences are not allowed in template strings."},
    {"\"use strict\"; \"\\8\"", 1, 16, "\\8 and \\9 are not allowed in strict mode."},
    {"\"use strict\"; \"\\9\"", 1, 16, "\\8 and \\9 are not allowed in strict mode."},
    {"\"\\8\"; \"use strict\"", 1, 2, "\\8 and \\9 are not allowed in strict mode."},
    {"switch(1){default: default:}", 1, 20, "More than one default clause in switch statement"},
    {"function f(...a = 1){}", 1, 17, "Rest parameter may not have a default initializer"},
    {"({get a(x){}})", 1, 8, "Getter must not have any formal parameters."},
    {"({set a(){}})", 1, 8, "Setter must have exactly one formal parameter."},
    {"({set a(...x){}})", 1, 8, "Setter function argument must not be a rest parameter"},
    {"new a?.b()", 1, 6, "Invalid optional chain from new expression"},
    {"new a?.b", 1, 6, "Invalid optional chain from new expression"},
    {"new a?.()", 1, 6, "Invalid optional chain from new expression"},
    {"new a.b?.c", 1, 8, "Invalid optional chain from new expression"},
    {"-a ** b", 1, 1,
     "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence"},
    {"!a ** b", 1, 1,
     "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence"},
    {"typeof a ** b", 1, 1,
     "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence"},
    {"\"use strict\"; with(a);", 1, 15, "Strict mode code may not include a with statement"},
    {"a => { \"use strict\"; with(a); }", 1, 22, "Strict mode code may not include a with statement"},
    {"\"use strict\"; delete x", 1, 22, "Delete of an unqualified identifier in strict mode."},
    {"\"use strict\"; eval = 1", 1, 15, "Unexpected eval or arguments in strict mode"},
    {"function eval(){\"use strict\"}", 1, 10, "Unexpected eval or arguments in strict mode"},
    {"\"use strict\"; (eval) => 1", 1, 16, "Unexpected eval or arguments in strict mode"},
    {"\"use strict\"; arguments++", 1, 15, "Unexpected eval or arguments in strict mode"},
    {"\"use strict\"; ({set a(eval) {}})", 1, 23, "Unexpected eval or arguments in strict mode"},
    {"function f() { \"use strict\"; var eval }", 1, 34, "Unexpected eval or arguments in strict mode"},
    {"\"use strict\"; function f(a,a){}", 1, 28, "Duplicate parameter name not allowed in this context"},
    {"function f(a,a){\"use strict\"}", 1, 14, "Duplicate parameter name not allowed in this context"},
    {"(a,a)=>1", 1, 4, "Duplicate parameter name not allowed in this context"},
    {"function f(a, b = 1, a) {}", 1, 22, "Duplicate parameter name not allowed in this context"},
    {"function f(a=1){\"use strict\"}", 1, 17,
     "Illegal 'use strict' directive in function with non-simple parameter list"},
    {"(a = 1) => { \"use strict\" }", 1, 14,
     "Illegal 'use strict' directive in function with non-simple parameter list"},
    {"(...a) => { \"use strict\" }", 1, 13,
     "Illegal 'use strict' directive in function with non-simple parameter list"},
    {"({a(b = 1) { \"use strict\" }})", 1, 14,
     "Illegal 'use strict' directive in function with non-simple parameter list"},
    {"let a; let a", 1, 12, "Identifier 'a' has already been declared"},
    {"let a; var a", 1, 12, "Identifier 'a' has already been declared"},
    {"function f(a){let a}", 1, 19, "Identifier 'a' has already been declared"},
    {"try{}catch(e){let e}", 1, 19, "Identifier 'e' has already been declared"},
    {"let let = 1", 1, 5, "let is disallowed as a lexically bound name"},
    {"let\nlet = 1", 2, 1, "let is disallowed as a lexically bound name"},
    {"x = {a b}", 1, 8, "Unexpected identifier 'b'"},
    {"for (let of x);", 1, 13, "Unexpected identifier 'x'"},
    {"interface x", 1, 11, "Unexpected identifier 'x'"},
    {"var a b", 1, 7, "Unexpected identifier 'b'"},
    {"a b", 1, 3, "Unexpected identifier 'b'"},
    {"do x; while(0) y z", 1, 18, "Unexpected identifier 'z'"},
    {"a = \"\346\227\245\346\234\254\" b", 1, 10, "Unexpected identifier 'b'"},
    {"a = \"\360\240\256\267\" b", 1, 10, "Unexpected identifier 'b'"},
    {"/* \360\240\256\267\n */ a b", 2, 7, "Unexpected identifier 'b'"},
    {"`\346\227\245\346\234\254\n${a}\360\240\256\267` b", 2, 9, "Unexpected identifier 'b'"},
    {"x = {\n a: 1\n b: 2\n}", 3, 2, "Unexpected identifier 'b'"},
    {"a\342\200\250b c", 2, 3, "Unexpected identifier 'c'"},
    {"await x", 1, 1, "await is only valid in async functions and the top level bodies of modules"},
    {"super()", 1, 1, "'super' keyword unexpected here"},
    {"function f() { super() }", 1, 16, "'super' keyword unexpected here"},
    {"super", 1, 1, "'super' keyword unexpected here"},
    {"super.x", 1, 1, "'super' keyword unexpected here"},
    {"super[x]", 1, 1, "'super' keyword unexpected here"},
    {"x = super", 1, 5, "'super' keyword unexpected here"},
    {"enum", 1, 1, "Unexpected reserved word"},
    {"enum x", 1, 1, "Unexpected reserved word"},
    {"x = enum", 1, 5, "Unexpected reserved word"},
    {"({__proto__:1, \"__proto__\":2})", 1, 16, "Duplicate __proto__ fields are not allowed in object literals"},
    {"x = {__proto__: 1, __proto__: 2}", 1, 20, "Duplicate __proto__ fields are not allowed in object literals"},
    {"a?.`x`", 1, 4, "Invalid tagged template on optional chain"},
    {"a?.b`c`", 1, 5, "Invalid tagged template on optional chain"},
    {"yield 1", 1, 7, "Unexpected number"},
    {"var 1", 1, 5, "Unexpected number"},
    {"a 1", 1, 3, "Unexpected number"},
    {"a `s` 1", 1, 7, "Unexpected number"},
    {"function f(1)", 1, 12, "Unexpected number"},
    {"a.1", 1, 2, "Unexpected number"},
    {"a \"s\"", 1, 3, "Unexpected string"},
    {"({\"a\"})", 1, 3, "Unexpected string"},
    {"\"a\" \"b\"", 1, 5, "Unexpected string"},
    {"1\"a\"", 1, 2, "Unexpected string"},
    {"a'b'", 1, 2, "Unexpected string"},
    {"'a' 'b'", 1, 5, "Unexpected string"},
    {"1++", 1, 1, "Invalid left-hand side expression in postfix operation"},
    {"a?.b++", 1, 1, "Invalid left-hand side expression in postfix operation"},
    {"++1", 1, 3, "Invalid left-hand side expression in prefix operation"},
    {"++a++", 1, 3, "Invalid left-hand side expression in prefix operation"},
    {"++a?.b", 1, 3, "Invalid left-hand side expression in prefix operation"},
    {"\"use strict\"; L: function f(){}", 1, 18,
     "In strict mode code, functions can only be declared at top level or inside a block."},
    {"\"use strict\"; if(1) function f(){}", 1, 21,
     "In strict mode code, functions can only be declared at top level or inside a block."},
    {"continue", 1, 1, "Illegal continue statement: no surrounding iteration statement"},
    {"switch (1) { case 1: continue }", 1, 22, "Illegal continue statement: no surrounding iteration statement"},
    {"continue\nL", 1, 1, "Illegal continue statement: no surrounding iteration statement"},
    {"function (){}", 1, 1, "Function statements require a function name"},
    {"function(){} = 1", 1, 1, "Function statements require a function name"},
    {"for (let a = 1 in b);", 1, 10, "for-in loop variable declaration may not have an initializer."},
    {"\"use strict\"; for (var a = 1 in b);", 1, 24, "for-in loop variable declaration may not have an initializer."},
    {"for (let a = b in c;;);", 1, 10, "for-in loop variable declaration may not have an initializer."},
    {"for (let a = b => c in d;;);", 1, 10, "for-in loop variable declaration may not have an initializer."},
    {"for (let a, b in c);", 1, 10, "Invalid left-hand side in for-in loop: Must have a single binding."},
    {"for (var i = 0, j = i in {};;);", 1, 10, "Invalid left-hand side in for-in loop: Must have a single binding."},
    {"for (let().x of y);", 1, 6, "The left-hand side of a for-of loop may not start with 'let'."},
    {"for (async of []);", 1, 6, "The left-hand side of a for-of loop may not be 'async'."},
    {"`\\9`", 1, 2, "\\8 and \\9 are not allowed in template strings."},
    {"new.t\\u0061rget", 1, 1, "'new.target' must not contain escaped characters"},
    {"(function(){ new.t\\u0061rget })", 1, 14, "'new.target' must not contain escaped characters"},
    {"1_.5", 1, 3, "Numeric separators are not allowed at the end of numeric literals"},
    {"1_a", 1, 3, "Numeric separators are not allowed at the end of numeric literals"},
    {"import", 1, 1, "Cannot use import statement outside a module (modules are not supported yet: use require)"},
    {"export default 1", 1, 1, "Unexpected token 'export' (modules are not supported yet: use module.exports)"},
    {"import x", 1, 1, "Cannot use import statement outside a module (modules are not supported yet: use require)"},
};

static const Case unsupported[] = {
    {"class A {}", 1, 1, "Classes are not supported yet"},
    {"x = class {}", 1, 5, "Classes are not supported yet"},
    {"let [a] = b", 1, 5, "Destructuring is not supported yet"},
    {"var {a} = b", 1, 5, "Destructuring is not supported yet"},
    {"[a] = b", 1, 1, "Destructuring is not supported yet"},
    {"({a} = b)", 1, 2, "Destructuring is not supported yet"},
    {"({a = 1} = b)", 1, 2, "Destructuring is not supported yet"},
    {"([a]) => b", 1, 2, "Destructuring is not supported yet"},
    {"({a}) => b", 1, 2, "Destructuring is not supported yet"},
    {"(a, [b] = c) => d", 1, 5, "Destructuring is not supported yet"},
    {"function f({a}) {}", 1, 12, "Destructuring is not supported yet"},
    {"for (let [a] of b);", 1, 10, "Destructuring is not supported yet"},
    {"for ({a} of b);", 1, 6, "Destructuring is not supported yet"},
    {"try {} catch ({a}) {}", 1, 15, "Destructuring is not supported yet"},
    {"function* f() {}", 1, 9, "Generators are not supported yet"},
    {"x = function* () {}", 1, 13, "Generators are not supported yet"},
    {"({*f() {}})", 1, 3, "Generators are not supported yet"},
    {"async function f() {}", 1, 1, "Async functions are not supported yet"},
    {"x = async function () {}", 1, 5, "Async functions are not supported yet"},
    {"async x => x", 1, 1, "Async functions are not supported yet"},
    {"async (x) => x", 1, 11, "Async functions are not supported yet"},
    {"({async f() {}})", 1, 3, "Async functions are not supported yet"},
    {"1n", 1, 1, "BigInt is not supported yet"},
    {"0xFFn", 1, 1, "BigInt is not supported yet"},
    {"({f() { super.f() }})", 1, 9, "'super' is not supported yet"},
    {"import(\"a\")", 1, 1, "Dynamic import is not supported yet: use require"},
};

static void errors_as_node(void **state) {
  (void)state;
  check(as_node, sizeof as_node / sizeof *as_node);
}

static void errors_for_what_is_missing(void **state) {
  (void)state;
  check(unsupported, sizeof unsupported / sizeof *unsupported);
}

static void unfinished_input(void **state) {
  (void)state;
  static const char *const unfinished[] = {
      "a +",  "(",      "[1,",   "{",   "f(",      "f(a",   "if (a)", "function f() {", "x = {",       "`a", "`a${b",
      "/* a", "x => {", "try {", "a ?", "var a =", "\"a\\", "var",    "do x",           "switch (a) {"};
  static const char *const wrong[] = {"a b", ")", "\"a", "/a", "1a", "a = ;", "f(a b)", "try {} x", "({a b})"};
  for (size_t i = 0; i < sizeof unfinished / sizeof *unfinished; i++)
    if (!parse_wrong(unfinished[i]).at_end_of_input) fail_msg("wrong, not unfinished: %s", unfinished[i]);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    if (parse_wrong(wrong[i]).at_end_of_input) fail_msg("unfinished, not wrong: %s", wrong[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(errors_as_node),
      cmocka_unit_test(errors_for_what_is_missing),
      cmocka_unit_test(unfinished_input),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
