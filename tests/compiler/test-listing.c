// tests/compiler/test-listing.c - the bytecode of chosen constructs, instruction by instruction.
//
// Sources are bodies of functions with five parameters (r2 to r6), so the first local is r7.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/compile.h"
#include "compiler/verify.h"

// Keeps of a listing the instructions and handlers of the first function, without their numbers, with single spaces.
static void simplify(char *listing) {
  char *to = listing;
  char *line = strchr(listing, '\n') + 1;
  for (char *end; *line != '\n' && *line != '\0'; line = end + 1) {
    end = strchr(line, '\n');
    *end = '\0';
    if (strncmp(line, "  registers:", 12) == 0) continue;
    if (to != listing) *to++ = '\n';
    char *from = line + strspn(line, " 0123456789");
    for (; *from != '\0'; from++) {
      if (*from != ' ') *to++ = *from;
      else if (from[1] != ' ' && from[1] != '\0') *to++ = ' ';
    }
  }
  *to = '\0';
}

static void expect_code(const char *source, const char *expected) {
  static const char *const names[] = {"exports", "require", "module", "__filename", "__dirname"};
  const ParseOptions options = {.goal = PARSE_FUNCTION_BODY, .parameter_names = names, .parameter_count = 5};
  const CompileOptions compile_options = {.is_script = false};
  Arena *arena = arena_create(NULL);
  ParseError parse_error;
  FunctionNode *program = parse(arena, source, strlen(source), &options, &parse_error);
  if (program == NULL) fail_msg("%s\n%s", source, parse_error.message);
  CompileError error;
  const CompiledFunction *function = compile(arena, program, &compile_options, &error);
  if (function == NULL) fail_msg("%s\n%s", source, error.message);
  const char *problem = bytecode_verify(function);
  if (problem != NULL) fail_msg("%s\n%s", source, problem);
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  assert_non_null(file);
  disassemble(file, function);
  fclose(file);
  simplify(text);
  if (strcmp(text, expected) != 0) fail_msg("%s\nexpected\n%s\ngot\n%s", source, expected, text);
  free(text);
  arena_destroy(arena);
}

static void arithmetic(void **state) {
  (void)state;
  expect_code("var x = 1, y = x + 2; return x - y * 2;",
              "LoadInt r7 1\nAddInt r8 r7 2\nMulInt r9 r8 2\nSub r9 r7 r9\nReturn r9");
  expect_code("var x = 1; return 2 * x + -x % 3 - 40000;",
              "LoadInt r7 1\nMulInt r8 r7 2\nNegate r9 r7\nModInt r9 r9 3\nAdd r8 r8 r9\nLoadInt r9 40000\n"
              "Sub r8 r8 r9\nReturn r8");
  expect_code("var x = 1; return x + (x = 2);", "LoadInt r7 1\nMove r8 r7\nLoadInt r7 2\nAdd r8 r8 r7\nReturn r8");
  expect_code("var x = 1; x = x++ + ++x;",
              "LoadInt r7 1\nToNumeric r8 r7\nIncrement r7 r8\nIncrement r7 r7\nAdd r7 r8 r7\nReturnUndefined");
  expect_code("return 1 + 2 * 3 - -4;", "LoadInt r7 11\nReturn r7");
  expect_code("var s = 'a'; return `${s}-${s}`;",
              "LoadConst r7 k0 ; \"a\"\nToString r8 r7\nLoadConst r9 k1 ; \"-\"\nToString r10 r7\nConcat r8 r8 3\n"
              "Return r8");
}

static void conditions(void **state) {
  (void)state;
  expect_code("var x, y; if (x == null || !(y === undefined) && x != y) y = 1;",
              "JumpNullish r7 ->3\nJumpUndefined r8 ->4\nJumpEq r7 r8 ->4\nLoadInt r8 1\nReturnUndefined");
  expect_code("var x, y; return x < y ? x : 5 >= y ? y : 0;",
              "JumpNotLt r7 r8 ->2\nReturn r7\nJumpNotLeInt r8 5 ->4\nReturn r8\nLoadInt r9 0\nReturn r9");
  expect_code("var x; if (!(x > 1)) x = 2; else if (x === 'a') x = 3;",
              "JumpGtInt r7 1 ->3\nLoadInt r7 2\nJump ->6\nLoadConst r8 k0 ; \"a\"\nJumpStrictNe r7 r8 ->6\n"
              "LoadInt r7 3\nReturnUndefined");
  expect_code("var x, y; return x && y.z || 5;",
              "Move r9 r7\nJumpFalse r9 ->3\nGetNamed r9 r8 ic0 ; \"z\"\nJumpTrue r9 ->5\nLoadInt r9 5\nReturn r9");
  expect_code("var x; while (x) x = x.next;",
              "Jump ->3\nLoop\nGetNamed r7 r7 ic0 ; \"next\"\nJumpTrue r7 ->1\nReturnUndefined");
  expect_code("var x; if (x === null) x = 1; if (x !== null) x = 2;",
              "JumpNotNull r7 ->2\nLoadInt r7 1\nJumpNull r7 ->4\nLoadInt r7 2\nReturnUndefined");
}

static void loops(void **state) {
  (void)state;
  expect_code("for (var i = 0, s = 0; i < 10; i++) s += i;",
              "LoadInt r7 0\nLoadInt r8 0\nJump ->6\nLoop\nAdd r8 r8 r7\nIncrement r7 r7\nJumpLtInt r7 10 ->3\n"
              "ReturnUndefined");
  expect_code("for (let i = 0; i < 3; i++) f(() => i);",
              "NewContext r7 - k0 ; {i}\nLoadInt r8 0\nSetSlot r8 r7 0\nJump ->12\nLoop\nGetGlobal r8 ic0 ; \"f\"\n"
              "NewFunction r10 r7 k2 ; function\nCallPlain r8 r8 1\nCopyContext r7 r7 0\nGetSlot r8 r7 0\n"
              "Increment r8 r8\nSetSlot r8 r7 0\nGetSlot r8 r7 0\nJumpLtInt r8 3 ->4\nReturnUndefined");
  expect_code("for (var k in o) { if (k) continue; break; }",
              "GetGlobal r8 ic0 ; \"o\"\nForInPrepare r8 r8\nLoop\nForInNext r7 r8 ->8\nJumpFalse r7 ->6\nJump ->2\n"
              "Jump ->8\nJump ->2\nReturnUndefined");
  expect_code("for (const x of o) { if (x) return x; f(x); }",
              "GetGlobal r7 ic0 ; \"o\"\nGetIterator r7 r7\nLoop\nIteratorNext r10 r7 ->13\nJumpFalse r10 ->7\n"
              "IteratorClose r7\nReturn r10\nGetGlobal r11 ic1 ; \"f\"\nMove r13 r10\nCallPlain r11 r11 1\nJump ->2\n"
              "IteratorCloseQuiet r7\nThrow r9 1\nReturnUndefined\nhandler 4..5 ->11 r9\nhandler 7..10 ->11 r9");
  expect_code("a: for (;;) { do { continue a; } while (x); }",
              "Loop\nLoop\nJump ->5\nGetGlobal r7 ic0 ; \"x\"\nJumpTrue r7 ->1\nJump ->0\nReturnUndefined");
  expect_code("switch (f()) { case 1: return 2; case 'b': break; default: g(); }",
              "GetGlobal r7 ic0 ; \"f\"\nCallPlain r7 r7 0\nJumpStrictEqInt r7 1 ->6\nLoadConst r8 k1 ; \"b\"\n"
              "JumpStrictEq r7 r8 ->8\nJump ->9\nLoadInt r8 2\nReturn r8\nJump ->11\nGetGlobal r8 ic1 ; \"g\"\n"
              "CallPlain r8 r8 0\nReturnUndefined");
}

static void properties(void **state) {
  (void)state;
  expect_code("var o = {}; o.a = o.b; o['c'] = o[1];",
              "NewObject r7 0\nGetNamed r8 r7 ic0 ; \"b\"\nSetNamed r7 r8 ic1 ; \"a\"\nLoadInt r8 1\n"
              "GetIndex r8 r7 r8\nSetNamed r7 r8 ic2 ; \"c\"\nReturnUndefined");
  expect_code("var o = [], i = 0; o[i] = o[i + 1] * 2; o[i] += 1; i++;",
              "NewArray r7 r7 0\nLoadInt r8 0\nAddInt r9 r8 1\nGetIndex r9 r7 r9\nMulInt r9 r9 2\n"
              "SetIndex r7 r8 r9\nGetIndex r10 r7 r8\nAddInt r9 r10 1\nSetIndex r7 r8 r9\nIncrement r8 r8\n"
              "ReturnUndefined");
  expect_code("var o, k; o[k] += 1; o.n++; return o.n--;",
              "GetIndex r10 r7 r8\nAddInt r9 r10 1\nSetIndex r7 r8 r9\nGetNamed r9 r7 ic0 ; \"n\"\n"
              "Increment r9 r9\nSetNamed r7 r9 ic1 ; \"n\"\nGetNamed r9 r7 ic2 ; \"n\"\nToNumeric r9 r9\n"
              "Decrement r10 r9\nSetNamed r7 r10 ic3 ; \"n\"\nReturn r9");
  expect_code("var o; return o?.a.b(1)?.[2];",
              "JumpNullish r7 ->9\nGetNamed r10 r7 ic0 ; \"a\"\nGetMethod r9 r10 ic1 ; \"b\"\nLoadInt r11 1\n"
              "Call r9 r9 1\nJumpNullish r9 ->9\nLoadInt r10 2\nGetIndex r8 r9 r10\nJump ->10\nLoadUndefined r8\n"
              "Return r8");
  expect_code("var o; delete o.a; delete o[1]; return delete o;",
              "DeleteNamed r8 r7 k0 ; \"a\"\nLoadInt r9 1\nDeleteIndex r8 r7 r9\nLoadFalse r8\nReturn r8");
  expect_code("var x; x = x.next = x;", "Move r8 r7\nSetNamed r7 r8 ic0 ; \"next\"\nMove r7 r8\nReturnUndefined");
}

static void calls(void **state) {
  (void)state;
  expect_code("f(1, 'a');",
              "GetGlobal r7 ic0 ; \"f\"\nLoadInt r9 1\nLoadConst r10 k1 ; \"a\"\nCallPlain r7 r7 2\nReturnUndefined");
  expect_code("var o, f; o.f(o.a); f(f); new f(1);",
              "GetMethod r9 r7 ic0 ; \"f\"\nGetNamed r11 r7 ic1 ; \"a\"\nCall r9 r9 1\nMove r9 r8\nMove r11 r8\n"
              "CallPlain r9 r9 1\nMove r9 r8\nLoadInt r11 1\nNew r9 r9 1\nReturnUndefined");
  expect_code("var o, a; o.f(...a, 1); new o(...a);",
              "GetMethod r9 r7 ic0 ; \"f\"\nNewArray r11 r11 0\nArraySpread r11 r8\nLoadInt r12 1\n"
              "ArrayPush r11 r12\nCallSpread r9 r9\nMove r9 r7\nNewArray r11 r11 0\nArraySpread r11 r8\n"
              "NewSpread r9 r9\nReturnUndefined");
  expect_code("var o; o.f`a${1}b`;",
              "GetMethod r8 r7 ic0 ; \"f\"\nTemplateObject r10 k1 ; template of 2\nLoadInt r11 1\nCall r8 r8 2\n"
              "ReturnUndefined");
  expect_code("return f.apply(0, arguments);",
              "GetGlobal r9 ic0 ; \"f\"\nGetMethod r8 r9 ic1 ; \"apply\"\nLoadInt r10 0\n"
              "ApplyArguments r8 r8 r7\nCall r8 r8 2\nReturn r8");
}

static void literals(void **state) {
  (void)state;
  expect_code("return {a: 1, f: function () {}, ['k' + 1]: 2, get g() {}, 3: 4, __proto__: null, ...x};",
              "LoadInt r8 1\nNewFunction r9 - k0 ; function f\nNewObjectLiteral r7 r8 k1 ; {a, f}\n"
              "LoadConst r9 k2 ; \"k\"\nAddInt r8 r9 1\nLoadInt r9 2\nDefineIndex r7 r8 r9\n"
              "LoadConst r8 k3 ; \"g\"\nNewFunction r9 - k4 ; function get g\nDefineGetter r7 r8 r9\nLoadInt r8 3\n"
              "LoadInt r9 4\nDefineIndex r7 r8 r9\nLoadNull r8\nSetPrototype r7 r8\nGetGlobal r8 ic0 ; \"x\"\n"
              "ObjectSpread r7 r8\nReturn r7");
  expect_code("var x; return [[1, , 'a'], [x, 1], [x, , ...x], [], /r/g];",
              "NewArrayConst r9 k0 ; [1, hole, \"a\"]\nMove r11 r7\nLoadInt r12 1\nNewArray r10 r11 2\n"
              "Move r12 r7\nNewArray r11 r12 1\nArrayPushHole r11\nArraySpread r11 r7\nNewArray r12 r12 0\n"
              "NewRegExp r13 k1 ; /r/g\nNewArray r8 r9 5\nReturn r8");
  expect_code("var x; x = {a: x, x};", "Move r8 r7\nMove r9 r7\nNewObjectLiteral r7 r8 k0 ; {a, x}\nReturnUndefined");
}

static void scopes(void **state) {
  (void)state;
  expect_code("const k = 1; function g() { return k; } return g;",
              "NewContext r7 - k0 ; {k}\nNewFunction r8 r7 k1 ; function g\nLoadInt r9 1\nSetSlot r9 r7 0\n"
              "Return r8");
  expect_code("function g() { return k; } f(g); const k = 1;",
              "NewContext r7 - k0 ; {*k}\nNewFunction r8 r7 k1 ; function g\nGetGlobal r9 ic0 ; \"f\"\n"
              "Move r11 r8\nCallPlain r9 r9 1\nLoadInt r9 1\nSetSlot r9 r7 0\nReturnUndefined");
  expect_code("let x = 1; { let x = 2; f(() => x); } return x;",
              "LoadInt r7 1\nNewContext r8 - k0 ; {x}\nLoadInt r9 2\nSetSlot r9 r8 0\nGetGlobal r9 ic0 ; \"f\"\n"
              "NewFunction r11 r8 k2 ; function\nCallPlain r9 r9 1\nReturn r7");
  expect_code("x; let x = 1; x = 2; return typeof y;",
              "LoadHole r7\nCheckInitialized r7 k0 ; \"x\"\nLoadInt r8 1\nMove r7 r8\nLoadInt r7 2\n"
              "GetGlobalOrUndefined r8 ic0 ; \"y\"\nTypeOf r8 r8\nReturn r8");
  expect_code("const c = 1; c = f();",
              "LoadInt r7 1\nGetGlobal r8 ic0 ; \"f\"\nCallPlain r8 r8 0\nThrowConstAssign k1 ; \"c\"\n"
              "ReturnUndefined");
  expect_code("{ function f() {} } return f;", "NewFunction r8 - k0 ; function f\nMove r7 r8\nReturn r7");
  expect_code("function f() { return this.a + arguments[0]; } f(() => this);",
              "CoerceThis\nNewContext r7 - k0 ; {this}\nSetSlot r1 r7 0\nNewFunction r8 r7 k1 ; function f\n"
              "Move r9 r8\nNewFunction r11 r7 k2 ; function\nCallPlain r9 r9 1\nReturnUndefined");
  expect_code("try { throw 1; } catch (e) { f(() => e); }",
              "LoadInt r8 1\nThrow r8 0\nNewContext r8 - k0 ; {e}\nSetSlot r7 r8 0\nGetGlobal r9 ic0 ; \"f\"\n"
              "NewFunction r11 r8 k2 ; function\nCallPlain r9 r9 1\nReturnUndefined\nhandler 0..2 ->2 r7");
  expect_code("with (o) x = y;",
              "GetGlobal r7 ic0 ; \"o\"\nToObject r7 r7\nMove r9 r7\nWithHas r10 r9 k1 ; \"x\"\nJumpTrue r10 ->6\n"
              "LoadUndefined r9\nMove r10 r7\nWithHas r11 r10 k2 ; \"y\"\nJumpTrue r11 ->10\nLoadUndefined r10\n"
              "JumpUndefined r10 ->13\nGetNamed r8 r10 ic1 ; \"y\"\nJump ->14\nGetGlobal r8 ic2 ; \"y\"\n"
              "JumpUndefined r9 ->17\nSetNamed r9 r8 ic3 ; \"x\"\nJump ->18\nSetGlobal r8 ic4 ; \"x\"\n"
              "ReturnUndefined");
}

static void leaving(void **state) {
  (void)state;
  expect_code("try { return f(); } catch (e) { g(e); } finally { h(); }",
              "GetGlobal r10 ic0 ; \"f\"\nCallPlain r10 r10 0\nMove r8 r10\nLoadInt r7 2\nJump ->11\n"
              "GetGlobal r10 ic1 ; \"g\"\nMove r12 r9\nCallPlain r10 r10 1\nLoadInt r7 0\nJump ->11\nLoadInt r7 1\n"
              "GetGlobal r9 ic2 ; \"h\"\nCallPlain r9 r9 0\nJumpStrictNeInt r7 1 ->15\nThrow r8 1\n"
              "JumpStrictNeInt r7 2 ->17\nReturn r8\nReturnUndefined\nhandler 0..2 ->5 r9\nhandler 0..2 ->10 r8\n"
              "handler 5..8 ->10 r8");
  expect_code("for (;;) { try { break; } finally { f(); } }",
              "Loop\nLoadInt r7 2\nJump ->4\nLoadInt r7 1\nGetGlobal r9 ic0 ; \"f\"\nCallPlain r9 r9 0\n"
              "JumpStrictNeInt r7 1 ->8\nThrow r8 1\nJumpStrictNeInt r7 2 ->10\nJump ->11\nJump ->0\nReturnUndefined");
  expect_code("a: for (var x of o) { for (var y of x) { break a; } }",
              "GetGlobal r9 ic0 ; \"o\"\nGetIterator r9 r9\nLoop\nIteratorNext r7 r9 ->16\nGetIterator r12 r7\nLoop\n"
              "IteratorNext r8 r12 ->13\nIteratorClose r12\nIteratorClose r9\nJump ->16\nJump ->5\n"
              "IteratorCloseQuiet r12\nThrow r14 1\nJump ->2\nIteratorCloseQuiet r9\nThrow r11 1\nReturnUndefined\n"
              "handler 4..8 ->14 r11\nhandler 10..13 ->14 r11");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(arithmetic), cmocka_unit_test(conditions),
                                     cmocka_unit_test(loops),      cmocka_unit_test(properties),
                                     cmocka_unit_test(calls),      cmocka_unit_test(literals),
                                     cmocka_unit_test(scopes),     cmocka_unit_test(leaving)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
