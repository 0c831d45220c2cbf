// tests/vm/test-persistent.c - persistent cells: scavenges visit those that may be young, full collections all.
#include "engine/engine.h"
#include "vm/vm.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "objects/object.h"
#include "vm/roots.h"

#define CELLS 1000

static size_t length_of(const PersistentCell *ring) {
  size_t length = 0;
  for (const PersistentCell *cell = ring->next; cell != ring; cell = cell->next) length++;
  return length;
}

static void collect(VM *vm, GCKind kind) { heap_collect(vm_heap(vm), kind, "test"); }

static PersistentCell *cell_of_new_object(VM *vm) {
  ROOTS(vm, object);
  object_new(vm, &r.object);
  return persistent_keep(vm, &r.object);
}

static bool holds_an_object(const PersistentCell *cell) { return value_is_object(cell->value); }

static void test_kept_cells_grow_old(void **state) {
  (void)state;
  VM *vm = engine_create(&(VMConfig){.heap.verify = true});
  PersistentCell *cells[CELLS];
  size_t before = vm->persistent.count, old = length_of(&vm->persistent.old);
  for (unsigned i = 0; i < CELLS; i++) cells[i] = cell_of_new_object(vm);
  assert_int_equal(length_of(&vm->persistent.young), CELLS);
  collect(vm, GC_SCAVENGE);
  collect(vm, GC_SCAVENGE);
  assert_int_equal(length_of(&vm->persistent.young), 0);
  assert_int_equal(length_of(&vm->persistent.old), old + CELLS);
  PersistentCell *young = cell_of_new_object(vm);
  collect(vm, GC_SCAVENGE);
  assert_int_equal(length_of(&vm->persistent.young), 1);
  collect(vm, GC_MARK_COMPACT);  // moves what is old, too
  for (unsigned i = 0; i < CELLS; i++) assert_true(holds_an_object(cells[i]));
  assert_true(holds_an_object(young));
  assert_int_equal(vm->persistent.count, before + CELLS + 1);
  for (unsigned i = 0; i < CELLS; i++) persistent_free(vm, cells[i]);
  persistent_free(vm, young);
  assert_int_equal(vm->persistent.count, before);
  assert_int_equal(length_of(&vm->persistent.old), old);
  vm_destroy(vm);
}

// A cell that its owner stores into is visited by each collection.
static void test_changing_cells(void **state) {
  (void)state;
  VM *vm = engine_create(&(VMConfig){.heap.verify = true});
  const Value nothing = VALUE_UNDEFINED;
  PersistentCell *cell = persistent_new(vm, &nothing);
  for (unsigned i = 0; i < 10; i++) {
    object_new(vm, &cell->value);
    collect(vm, i % 3 == 2 ? GC_MARK_SWEEP : GC_SCAVENGE);
    assert_true(holds_an_object(cell));
    collect(vm, GC_SCAVENGE);
    collect(vm, GC_SCAVENGE);
    assert_false(heap_is_young(value_as_object(cell->value)));
  }
  persistent_free(vm, cell);
  vm_destroy(vm);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_kept_cells_grow_old),
      cmocka_unit_test(test_changing_cells),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
