// tests/engine/test-two-vms.c - two VMs in one process, used in turns: nothing of one shows in the other, and one lives
// on when the other is gone.
#include "vm/vm.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "node/cjs/modules.h"
#include "compiler/compile.h"
#include "engine/engine.h"
#include "node/host/node.h"
#include "vm/native.h"

typedef struct World {
  VM *vm;
  int number;
} World;

static World world_new(int number, unsigned gc_stress) {
  World world = {.vm = engine_create(&(VMConfig){.heap = {.verify = true, .gc_stress = gc_stress}}), .number = number};
  node_install(world.vm, &(NodeOptions){.eval = "", .expose_gc = true});
  return world;
}

static void world_free(World *world) {
  node_destroy(world->vm);
  vm_destroy(world->vm);
  *world = (World){0};
}

// What the text evaluates to, a number; -1: it threw.
static double run(const World *world, const char *text) {
  VM *vm = world->vm;
  const ParseOptions parse = {.goal = PARSE_SCRIPT};
  const CompileOptions compile = {.is_script = true, .completion_value = true};
  ROOTS(vm, function, result);
  bool ok = vm_compile(vm, text, strlen(text), "test.js", &parse, &compile, &r.function) &&
            vm_call(vm, &r.function, &runtime(vm)->global, 0, NULL, &r.result);
  if (!ok) {
    exception_take(vm, &r.result);
    return -1;
  }
  assert_true(node_run_ticks(vm));
  return value_is_number(r.result) ? value_as_number(r.result) : 0;
}

static void expect(const World *world, const char *text, double value) {
  double result = run(world, text);
  if (result != value) fail_msg("VM %d: %s is %g, not %g", world->number, text, result, value);
}

static void run_loop(const World *world) { uv_run(&node_of(world->vm)->loop, UV_RUN_DEFAULT); }

static const char prepare[] =
    "var kept = [], seen = 0, log = [];"
    "function fill(n) {"
    "  for (var i = 0; i < n; i++) kept.push({i: i, text: 'number ' + i, list: [i, i + 1]});"
    "  return kept.length;"
    "}"
    "function is_whole(o, i) { return o.i === i % 40 && o.list[1] === i % 40 + 1; }"
    "function check() { return kept.every(is_whole) ? kept.length : -2; }";

// Regular expressions: PCRE2's code in both widths, the matcher of steps, case tables, properties.
static const char regexps[] =
    "var words = 'the quick brown fox'.replace(/(\\w+) (\\w+)/g, '$2 $1').length;"
    "var wide = /(\\u4e00+)(.)/.exec('ab\\u4e00\\u4e00c')[2] === 'c' ? 1 : 0;"
    "var steps = /(?<=(a+))b/.exec('aab')[1].length;"
    "var folded = /\\u00e9+/i.exec('x\\u00c9\\u00e9')[0].length;"
    "var property = /^\\p{Lu}+/u.exec('ABc')[0].length;"
    "words + wide + steps + folded + property";
#define REGEXPS 26

static const char timers[] =
    "setTimeout(function () { log.push('timeout'); }, 1); setImmediate(function () { log.push('immediate'); });"
    "process.nextTick(function () { log.push('tick'); }); queueMicrotask(function () { log.push('microtask'); }); log.length = 0";

static void set_number(const World *world) {
  char text[64];
  snprintf(text, sizeof text, "var me = %d; me", world->number);
  expect(world, text, world->number);
}

// All that one world is asked; the answers tell whose they are.
static void exercise(const World *world, int *filled) {
  *filled += 40;
  expect(world, "fill(40)", *filled);
  expect(world, regexps, REGEXPS);
  expect(world, "eval('var inner = 6; inner * 7') + new Function('return me')()", 42 + world->number);
  expect(world, "null.x", -1);
  expect(world, "/(/", -1);
  expect(world, "try { (void 0)(); } catch (e) { e.stack.length > 20 ? me : 0 }", world->number);
  expect(world, "require('util').inspect({a: [1, new Map([[1, 2]])]}).length", 31);
  expect(world, "Buffer.from('aGVsbG8=', 'base64').length", 5);
  run(world, timers);
  run_loop(world);
  expect(world, "log.indexOf('tick') === 0 && log.indexOf('microtask') === 1 ? log.length : -2", 4);
  expect(world, "check()", *filled);
}

static void begin(const World *world) {
  VM *vm = world->vm;
  assert_true(module_define_globals(vm, "[eval]"));
  run(world, prepare);
  set_number(world);
}

static void use_in_turns(unsigned gc_stress) {
  World first = world_new(1, gc_stress), second = world_new(2, gc_stress);
  int of_first = 0, of_second = 0;
  begin(&first);
  begin(&second);
  for (int i = 0; i < 2; i++) {
    exercise(&first, &of_first);
    exercise(&second, &of_second);
  }
  heap_collect(vm_heap(first.vm), GC_MARK_COMPACT, "test");
  world_free(&first);
  exercise(&second, &of_second);
  heap_collect(vm_heap(second.vm), GC_MARK_COMPACT, "test");
  World third = world_new(3, gc_stress);  // in the place of the first
  int of_third = 0;
  begin(&third);
  exercise(&third, &of_third);
  exercise(&second, &of_second);
  world_free(&second);
  exercise(&third, &of_third);
  world_free(&third);
}

static void test_in_turns(void **state) {
  (void)state;
  use_in_turns(0);
}

// A collection that moves things at every 50th allocation of either.
static void test_in_turns_under_stress(void **state) {
  (void)state;
  use_in_turns(50);
}

// One waits in its loop while the other runs to its end.
static void test_pending_work(void **state) {
  (void)state;
  World first = world_new(1, 0), second = world_new(2, 0);
  begin(&first);
  begin(&second);
  run(&first, "setTimeout(function () { seen = 1; }, 1); process.nextTick(function () { weak = new WeakRef({}); })");
  run(&second, "setTimeout(function () { seen = 20; }, 100000)");
  world_free(&second);  // with its timer still there
  run_loop(&first);
  expect(&first, "seen", 1);
  world_free(&first);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_in_turns),
      cmocka_unit_test(test_in_turns_under_stress),
      cmocka_unit_test(test_pending_work),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
