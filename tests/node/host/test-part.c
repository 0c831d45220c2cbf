// tests/node/host/test-part.c - the parts of node/: in which order they are installed and destroyed, and their states.
#include "node/host/part.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "engine/engine.h"
#include "node/host/node.h"

static char events[128];

static void note(const char *event) {
  if (*events) strcat(events, " ");
  strcat(events, event);
}

typedef struct Toy {
  int number;
  PersistentCell first, second;
} Toy;

static void install_a(VM *vm) { (void)vm, note("+a"); }
static void install_c(VM *vm) { (void)vm, note("+c"); }
static void destroy_a(VM *vm, void *state) { (void)vm, (void)state, note("-a"); }
static void destroy_b(VM *vm, void *state) { (void)vm, (void)state, note("-b"); }
static void destroy_c(VM *vm, void *state) { (void)vm, (void)state, note("-c"); }

static const NodeCell cells[] = {{offsetof(Toy, first), "the first"}, {offsetof(Toy, second), NULL}};
static const NodePart a = {
    .name = "a", .state_size = sizeof(Toy), NODE_CELLS(cells), .install = install_a, .destroy = destroy_a};
static const NodePart b = {.name = "b", .state_size = sizeof(Toy), .destroy = destroy_b};
static const NodePart c = {.name = "c", .state_size = sizeof(Toy), .install = install_c, .destroy = destroy_c};
static const NodePart *const toys[] = {&a, &b, &c};

static void test_order(void **state) {
  (void)state;
  VM *vm = engine_create(&(VMConfig){.heap = {.verify = true}});
  void *states[3] = {part_state_new(vm, &a), part_state_new(vm, &b), part_state_new(vm, &c)};
  *events = 0;
  parts_install(vm, toys, 3);
  assert_string_equal(events, "+a +c");
  parts_destroy(vm, toys, states, 3);
  assert_string_equal(events, "+a +c -c -b -a");
  parts_destroy(vm, toys, states, 3);  // without states: nothing
  assert_string_equal(events, "+a +c -c -b -a");
  vm_destroy(vm);
}

static void test_cells(void **state) {
  (void)state;
  VM *vm = engine_create(&(VMConfig){.heap = {.verify = true}});
  size_t before = vm->persistent.count;
  Toy *toy = part_state_new(vm, &a);
  assert_int_equal(toy->number, 0);
  assert_true(value_is_undefined(toy->first.value));
  assert_string_equal(toy->first.name, "the first");
  assert_string_equal(toy->second.name, "nodule");
  assert_int_equal(vm->persistent.count, before + 2);
  object_new(vm, &toy->second.value);
  heap_collect(vm_heap(vm), GC_MARK_COMPACT, "test");
  assert_true(value_is_object(toy->second.value));
  part_state_free(vm, &a, toy);
  assert_int_equal(vm->persistent.count, before);
  vm_destroy(vm);
}

// The order at the start of a program: those that others need come first.
static void test_list(void **state) {
  (void)state;
  static const NodePartId order[] = {PART_inspect,      PART_process,         PART_console, PART_timers,
                                     PART_ticks,        PART_builtin_modules, PART_cjs,     PART_missing,
                                     PART_finalization, PART_performance,     PART_gc};
  for (size_t i = 1; i < sizeof order / sizeof order[0]; i++) assert_true(order[i - 1] < order[i]);
  assert_string_equal(node_part(PART_timers)->name, "timers");
  VM *vm = engine_create(&(VMConfig){.heap = {.verify = true}});
  node_install(vm, &(NodeOptions){.eval = ""});
  assert_null(node_of(vm)->states[PART_buffer]);  // made when it is asked for
  assert_non_null(node_of(vm)->states[PART_timers]);
  node_destroy(vm);
  vm_destroy(vm);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_cells),
      cmocka_unit_test(test_list),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
