// tests/parser/test-tree.c - what the parser makes of programs, as S-expressions (parser/dump.h).

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parser/dump.h"

// Parses `source` as the body of a function and compares the tree.
static void expect_tree(const char *source, const char *expected) {
  Arena *arena = arena_create(NULL);
  const ParseOptions options = {.goal = PARSE_FUNCTION_BODY};
  ParseError error;
  FunctionNode *program = parse(arena, source, strlen(source), &options, &error);
  if (program == NULL) fail_msg("%s\n%u:%u: %s", source, error.position.line, error.position.column, error.message);
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  assert_non_null(file);
  dump_body(file, program);
  fclose(file);
  if (strcmp(text, expected) != 0) fail_msg("%s\nexpected %s\n     got %s", source, expected, text);
  free(text);
  arena_destroy(arena);
}

static void automatic_semicolons(void **state) {
  (void)state;
  expect_tree("a\nb", "a b");
  expect_tree("a\n++b", "a (++_ b)");
  expect_tree("a\n++\nb", "a (++_ b)");
  expect_tree("a = b\n(c)", "(= a (call b c))");
  expect_tree("a = b\n/c/d", "(= a (/ (/ b c) d))");
  expect_tree("{a\nb}", "(block a b)");
  expect_tree("{1} 2", "(block 1) 2");
  expect_tree("return\n1", "(return _) 1");
  expect_tree("return\n;", "(return _)");
  expect_tree("if (a) return\n; else b", "(if a (return _) b)");
  expect_tree("do x; while(0) y", "(do-while x 0) y");
  expect_tree("do;while(0)\ny", "(do-while (empty) 0) y");
  expect_tree("do x\nwhile(0)", "(do-while x 0)");
  expect_tree("L: while(1) { break\nL }", "(label L (while 1 (block (break) L)))");
  expect_tree("L: while(1) { continue\nL }", "(label L (while 1 (block (continue) L)))");
  expect_tree("throw a\nb", "(throw a) b");
  expect_tree("var a\nvar b", "(var a) (var b)");
  expect_tree("let a\nlet b", "(let a) (let b)");
  expect_tree("a => {}\n(b)", "(arrow (a)) b");
  expect_tree("var f = function(){}\n(g)", "(var (= f (call (function ()) g)))");
  expect_tree("i\n/*\n*/j", "i j");
  expect_tree("a.return\n(b)", "(call (. a return) b)");
  expect_tree("x\n++\ny", "x (++_ y)");
  expect_tree("for (a; b\n;);", "(for a b _ (empty))");
}

static void chains(void **state) {
  (void)state;
  expect_tree("a + b - c * d", "(- (+ a b) (* c d))");
  expect_tree("a.b[c](d, e)`f${g}h`?.i", "(?. (template tag=(call ([] (. a b) c) d e) `f` g `h`) i)");
  expect_tree("(a.b).c(d).e", "(. (call (. (. a b) c) d) e)");
  expect_tree("if (a) b; else if (c) d; else e", "(if a b (if c d e))");
  expect_tree("if (a) b; else if (c) d", "(if a b (if c d _))");
  expect_tree("a ? b : c ? d : e", "(? a b (? c d e))");
  expect_tree("a: b: for (;;) break a", "(label a (label b (for _ _ _ (break a))))");
}

static void regexps_and_division(void **state) {
  (void)state;
  expect_tree("a / b / c", "(/ (/ a b) c)");
  expect_tree("x\n/re/g", "(/ (/ x re) g)");
  expect_tree("(a) / b", "(/ a b)");
  expect_tree("{} /re/", "(block) /re/");
  expect_tree("if (x) /re/.test(y)", "(if x (call (. /re/ test) y) _)");
  expect_tree("a++ / b", "(/ (++ a) b)");
  expect_tree("a = {} / 1", "(= a (/ (object) 1))");
  expect_tree("({}) / 1", "(/ (object) 1)");
  expect_tree("x = function(){} / 1", "(= x (/ (function ()) 1))");
  expect_tree("function f(){} /1/", "(function f ()) /1/");
  expect_tree("return /a/", "(return /a/)");
  expect_tree("typeof /a/", "(typeof /a/)");
  expect_tree("[] / a", "(/ (array) a)");
  expect_tree("f() / a", "(/ (call f) a)");
  expect_tree("`a` / b", "(/ (template `a`) b)");
  expect_tree("`${/a/}`", "(template `` /a/ ``)");
  expect_tree("`${a / b}`", "(template `` (/ a b) ``)");
  expect_tree("/[/]/", "/[\\u002f]/");
  expect_tree("/\\//gi", "/\\u005c\\u002f/gi");
  expect_tree("x = /=a/", "(= x /=a/)");
  expect_tree("x /= a", "(/= x a)");
  expect_tree("a ? /b/ : /c/", "(? a /b/ /c/)");
  expect_tree("while (a) /b/", "(while a /b/)");
  expect_tree("do /b/; while (0)", "(do-while /b/ 0)");
  expect_tree("x => {}\n/a/", "(arrow (x)) /a/");
}

static void templates(void **state) {
  (void)state;
  expect_tree("``", "(template ``)");
  expect_tree("`a`", "(template `a`)");
  expect_tree("`a${b}c`", "(template `a` b `c`)");
  expect_tree("`${a}${b}`", "(template `` a `` b ``)");
  expect_tree("`${`${`a`}`}`", "(template `` (template `` (template `a`) ``) ``)");
  expect_tree("`${{a: 1}}`", "(template `` (object (: \"a\" 1)) ``)");
  expect_tree("`${{}}}`", "(template `` (object) `}`)");
  expect_tree("`${function(){ return `}` }}`", "(template `` (function () (return (template `}`))) ``)");
  expect_tree("`}$`", "(template `}$`)");
  expect_tree("`$$${a}`", "(template `$$` a ``)");
  expect_tree("`\\n\\u0041\\\n`", "(template `\\u000aA` raw=`\\u005cn\\u005cu0041\\u005c\\u000a`)");
  expect_tree("`a\r\nb`", "(template `a\\u000ab`)");
  expect_tree("a`\\u${b}\\x`", "(template tag=a _ raw=`\\u005cu` b _ raw=`\\u005cx`)");
  expect_tree("a.b`c``d`", "(template tag=(template tag=(. a b) `c`) `d`)");
  expect_tree("new a`b`()", "(new (template tag=a `b`))");
}

static void arrows(void **state) {
  (void)state;
  expect_tree("a => a", "(arrow (a) (return a))");
  expect_tree("(a) => a", "(arrow (a) (return a))");
  expect_tree("() => 1", "(arrow () (return 1))");
  expect_tree("(a, b) => {}", "(arrow (a b))");
  expect_tree("(a = 1, ...b) => a", "(arrow ((default a 1) (rest b)) (return a))");
  expect_tree("a => b => c", "(arrow (a) (return (arrow (b) (return c))))");
  expect_tree("a => ({})", "(arrow (a) (return (object)))");
  expect_tree("a => {}", "(arrow (a))");
  expect_tree("(a) => (b)", "(arrow (a) (return b))");
  expect_tree("x ? (a) : b", "(? x a b)");
  expect_tree("x ? (a) => b : c", "(? x (arrow (a) (return b)) c)");
  expect_tree("x ? a => b : c => d", "(? x (arrow (a) (return b)) (arrow (c) (return d)))");
  expect_tree("a, b => c", "(, a (arrow (b) (return c)))");
  expect_tree("(a, b)", "(, a b)");
  expect_tree("(a, (b, c))", "(, a (, b c))");
  expect_tree("f(a => b, c)", "(call f (arrow (a) (return b)) c)");
  expect_tree("f((a) => b)", "(call f (arrow (a) (return b)))");
  expect_tree("async => 1", "(arrow (async) (return 1))");
  expect_tree("x = a => b ? c : d", "(= x (arrow (a) (return (? b c d))))");
  expect_tree("() => { \"use strict\" }", "(arrow :strict () \"use strict\")");
  expect_tree("(a, b,) => 1", "(arrow (a b) (return 1))");
}

static void in_and_of(void **state) {
  (void)state;
  expect_tree("for (a in b);", "(for-in a b (empty))");
  expect_tree("for (var a in b);", "(for-in (var a) b (empty))");
  expect_tree("for (let a of b);", "(for-of (let a) b (empty))");
  expect_tree("for (const a in b);", "(for-in (const a) b (empty))");
  expect_tree("for (var a = 1 in b);", "(for-in (var (= a 1)) b (empty))");
  expect_tree("for (a of b);", "(for-of a b (empty))");
  expect_tree("for (of of of);", "(for-of of of (empty))");
  expect_tree("for (of in of);", "(for-in of of (empty))");
  expect_tree("for (let in a);", "(for-in let a (empty))");
  expect_tree("for (let;;);", "(for let _ _ (empty))");
  expect_tree("for (let of = 1;;);", "(for (let (= of 1)) _ _ (empty))");
  expect_tree("for (let of of of);", "(for-of (let of) of (empty))");
  expect_tree("for (var of of of);", "(for-of (var of) of (empty))");
  expect_tree("for (a.b in c);", "(for-in (. a b) c (empty))");
  expect_tree("for (a[b in c] in d);", "(for-in ([] a (in b c)) d (empty))");
  expect_tree("for ((a in b);;);", "(for (in a b) _ _ (empty))");
  expect_tree("for (x ? y in z : w;;);", "(for (? x (in y z) w) _ _ (empty))");
  expect_tree("for (x = (y in z);;);", "(for (= x (in y z)) _ _ (empty))");
  expect_tree("for (`${a in b}`;;);", "(for (template `` (in a b) ``) _ _ (empty))");
  expect_tree("for (x => { y in z };;);", "(for (arrow (x) (in y z)) _ _ (empty))");
  expect_tree("for (var i = 0, n = 1; i < n; i++) continue", "(for (var (= i 0) (= n 1)) (< i n) (++ i) (continue))");
  expect_tree("for (;;) break", "(for _ _ _ (break))");
}

static void let(void **state) {
  (void)state;
  expect_tree("let x = 1", "(let (= x 1))");
  expect_tree("let\nx", "(let x)");
  expect_tree("let", "let");
  expect_tree("let = 1", "(= let 1)");
  expect_tree("let.a", "(. let a)");
  expect_tree("let()", "(call let)");
  expect_tree("let in x", "(in let x)");
  expect_tree("let\n= 1", "(= let 1)");
  expect_tree("if (1) let\nx", "(if 1 let _) x");
  expect_tree("l\\u0065t\nx", "let x");
  expect_tree("var let", "(var let)");
}

static void operators(void **state) {
  (void)state;
  expect_tree("a + b * c - d", "(- (+ a (* b c)) d)");
  expect_tree("a * (b + c)", "(* a (+ b c))");
  expect_tree("a ** b ** c", "(** a (** b c))");
  expect_tree("(-a) ** b", "(** (- a) b)");
  expect_tree("-(a ** b)", "(- (** a b))");
  expect_tree("a ?\? b", "(?\? a b)");
  expect_tree("(a ?\? b) || c", "(|| (?\? a b) c)");
  expect_tree("a && b || c", "(|| (&& a b) c)");
  expect_tree("a || b && c", "(|| a (&& b c))");
  expect_tree("a, b, c", "(, a b c)");
  expect_tree("a = b = c", "(= a (= b c))");
  expect_tree("a ? b : c ? d : e", "(? a b (? c d e))");
  expect_tree("a += b ||= c", "(+= a (||= b c))");
  expect_tree("typeof a.b", "(typeof (. a b))");
  expect_tree("!a in b", "(in (! a) b)");
  expect_tree("a < b == c", "(== (< a b) c)");
  expect_tree("a | b ^ c & d", "(| a (^ b (& c d)))");
  expect_tree("a << 1 >>> 2", "(>>> (<< a 1) 2)");
  expect_tree("delete a[b]", "(delete ([] a b))");
  expect_tree("++a.b", "(++_ (. a b))");
  expect_tree("a--", "(-- a)");
  expect_tree("- -a", "(- (- a))");
  expect_tree("void 0", "(void 0)");
  expect_tree("a instanceof b in c", "(in (instanceof a b) c)");
  expect_tree("a**=2", "(**= a 2)");
  expect_tree("a ? (b, c) : d", "(? a (, b c) d)");
}

static void members_and_calls(void **state) {
  (void)state;
  expect_tree("a.b.c", "(. (. a b) c)");
  expect_tree("a[b][c]", "([] ([] a b) c)");
  expect_tree("a.if.class", "(. (. a if) class)");
  expect_tree("a()()", "(call (call a))");
  expect_tree("a.b(c, ...d,)", "(call (. a b) c (... d))");
  expect_tree("new a", "(new a)");
  expect_tree("new a()", "(new a)");
  expect_tree("new a.b(c).d", "(. (new (. a b) c) d)");
  expect_tree("new new a()()", "(new (new a))");
  expect_tree("new (a())()", "(new (call a))");
  expect_tree("new a().b()", "(call (. (new a) b))");
  expect_tree("a?.b", "(?. a b)");
  expect_tree("a?.b.c(d)", "(call (. (?. a b) c) d)");
  expect_tree("a?.[b]", "(?[] a b)");
  expect_tree("a?.(b)", "(?call a b)");
  expect_tree("(a?.b).c", "(. (?. a b) c)");
  expect_tree("a?.5:1", "(? a 0.5 1)");
  expect_tree("a?.b?.c", "(?. (?. a b) c)");
  expect_tree("new.target", "new.target");
  expect_tree("delete a?.b", "(delete (?. a b))");
}

static void literals(void **state) {
  (void)state;
  expect_tree("null, true, false, this", "(, null true false this)");
  expect_tree("[]", "(array)");
  expect_tree("[,]", "(array _)");
  expect_tree("[a,,b,]", "(array a _ b)");
  expect_tree("[...a, b]", "(array (... a) b)");
  expect_tree("({})", "(object)");
  expect_tree("({a: 1, \"b\": 2, 3: 4, [c]: 5})", "(object (: \"a\" 1) (: \"b\" 2) (: 3 4) (: [c] 5))");
  expect_tree("({a, b})", "(object (shorthand \"a\" a) (shorthand \"b\" b))");
  expect_tree("({a() {}, get b() {}, set c(d) {}})",
              "(object (method \"a\" (method ())) (get \"b\" (getter ())) (set \"c\" (setter (d))))");
  expect_tree("({get: 1, set: 2})", "(object (: \"get\" 1) (: \"set\" 2))");
  expect_tree("({get() {}, set() {}})", "(object (method \"get\" (method ())) (method \"set\" (method ())))");
  expect_tree(
      "({get, set, async, of, let: 1})",
      "(object (shorthand \"get\" get) (shorthand \"set\" set) (shorthand \"async\" async) (shorthand \"of\" of) (: \"let\" 1))");
  expect_tree("({get if() {}, set 1(a) {}})", "(object (get \"if\" (getter ())) (set 1 (setter (a))))");
  expect_tree("({...a, b})", "(object (... a) (shorthand \"b\" b))");
  expect_tree("({if: 1, class: 2})", "(object (: \"if\" 1) (: \"class\" 2))");
  expect_tree("({async() {}, \"a b\"() {}, 1() {}})",
              "(object (method \"async\" (method ())) (method \"a b\" (method ())) (method 1 (method ())))");
  expect_tree("1.5e3", "1500");
  expect_tree("0x1F", "31");
  expect_tree("0b101", "5");
  expect_tree("0o17", "15");
  expect_tree("017", "15");
  expect_tree("089", "89");
  expect_tree("1_000_000", "1000000");
  expect_tree(".5", "0.5");
  expect_tree("5.", "5");
  expect_tree("0x20000000000001", "9007199254740992");
  expect_tree("0x20000000000003", "9007199254740996");
  expect_tree("9007199254740993", "9007199254740992");
  expect_tree("1e400", "inf");
  expect_tree("5e-324", "4.9406564584124654e-324");
  expect_tree("123456789012345678901234567890", "1.2345678901234568e+29");
  expect_tree("\"a\\x41\\u0042\\u{43}\\n\\0\\\nb\"", "\"aABC\\u000a\\u0000b\"");
  expect_tree("\"\\101\\7\"", "\"A\\u0007\"");
  expect_tree("'\\u{1F600}'", "\"\\ud83d\\ude00\"");
  expect_tree("\"\303\251\342\202\254\360\237\230\200\"", "\"\\u00e9\\u20ac\\ud83d\\ude00\"");
  expect_tree("\"\342\200\250\"", "\"\\u2028\"");
  expect_tree("/a(b)[c/]\\d/gi", "/a(b)[c\\u002f]\\u005cd/gi");
}

static void names(void **state) {
  (void)state;
  expect_tree("\\u0061b", "ab");
  expect_tree("a\\u{62}", "ab");
  expect_tree("\303\251", "\\u00e9");
  expect_tree("x.\\u0069f", "(. x if)");
  expect_tree("({\\u0069f: 1})", "(object (: \"if\" 1))");
  expect_tree("\317\200 = \346\227\245\346\234\254", "(= \\u03c0 \\u65e5\\u672c)");
  expect_tree("\360\240\256\267 = $_1", "(= \\ud842\\udfb7 $_1)");
  expect_tree("a\342\200\214", "a\\u200c");
  expect_tree("x\302\240=\343\200\2001", "(= x 1)");
}

static void statements(void **state) {
  (void)state;
  expect_tree("var a, b = 1", "(var a (= b 1))");
  expect_tree("const a = 1, b = 2", "(const (= a 1) (= b 2))");
  expect_tree("if (a) b; else if (c) d; else e", "(if a b (if c d e))");
  expect_tree("if (a) if (b) c; else d", "(if a (if b c d) _)");
  expect_tree("while (a) b", "(while a b)");
  expect_tree("do a; while (b)", "(do-while a b)");
  expect_tree("for (;;) {}", "(for _ _ _ (block))");
  expect_tree("a: b: for (;;) continue a", "(label a (label b (for _ _ _ (continue a))))");
  expect_tree("a: { break a }", "(label a (block (break a)))");
  expect_tree("switch (a) { case 1: b; c; default: d; case 2: }", "(switch a (case 1 b c) (default d) (case 2))");
  expect_tree("try { a } catch (b) { c } finally { d }", "(try (block a) b (block c) (block d))");
  expect_tree("try {} catch {}", "(try (block) _ (block) _)");
  expect_tree("try {} finally {}", "(try (block) _ _ (block))");
  expect_tree("with (a) b", "(with a b)");
  expect_tree("debugger", "(debugger)");
  expect_tree("throw a", "(throw a)");
  expect_tree(";", "(empty)");
  expect_tree("{}", "(block)");
  expect_tree("{ function f() {} }", "(block (function f ()))");
  expect_tree("if (a) function f() {}", "(if a (block (function f ())) _)");
  expect_tree("a: function f() {}", "(label a (function f ()))");
}

static void functions(void **state) {
  (void)state;
  expect_tree("function f() {}", "(function f ())");
  expect_tree("function f(a, b = 1, ...c) { return a }", "(function f (a (default b 1) (rest c)) (return a))");
  expect_tree("(function () {})", "(function ())");
  expect_tree("(function f() { f() })", "(function f () (call f))");
  expect_tree("function f() { \"use strict\"; return this }", "(function f :strict () \"use strict\" (return this))");
  expect_tree("function f() { return arguments }", "(function f :arguments () (return arguments))");
  expect_tree("function f() { return () => arguments }",
              "(function f :arguments () (return (arrow :arguments () (return arguments))))");
  expect_tree("function f() { eval(a) }", "(function f :eval () (call eval a))");
  expect_tree("() => () => this", "(arrow :this () (return (arrow :this () (return this))))");
  expect_tree("function f() { \"a\"; \"use strict\" }", "(function f :strict () \"a\" \"use strict\")");
  expect_tree("function f() { a; \"use strict\" }", "(function f () a \"use strict\")");
  expect_tree("function f() { (\"use strict\") }", "(function f () \"use strict\")");
  expect_tree("function f() { \"use\\x20strict\" }", "(function f () \"use strict\")");
  expect_tree("\"use strict\"; function f() {}", "\"use strict\" (function f :strict ())");
}

static void comments(void **state) {
  (void)state;
  expect_tree("#!/bin/node\na", "a");
  expect_tree("a // b\nc", "a c");
  expect_tree("/* b */ c", "c");
  expect_tree("<!-- a\nb", "b");
  expect_tree("a\n--> b\nc", "a c");
  expect_tree("a --> b", "(> (-- a) b)");
  expect_tree("/*\n*/ --> a\nb", "b");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(automatic_semicolons),
      cmocka_unit_test(chains),
      cmocka_unit_test(regexps_and_division),
      cmocka_unit_test(templates),
      cmocka_unit_test(arrows),
      cmocka_unit_test(in_and_of),
      cmocka_unit_test(let),
      cmocka_unit_test(operators),
      cmocka_unit_test(members_and_calls),
      cmocka_unit_test(literals),
      cmocka_unit_test(names),
      cmocka_unit_test(statements),
      cmocka_unit_test(functions),
      cmocka_unit_test(comments),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
