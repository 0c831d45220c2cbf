// tests/heap/test-stress.c - stress mode: every collection moves, and what is left behind cannot be read.
#include "tests/heap/toy.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

// Whether reading a word at `address` kills a child with SIGSEGV.
static bool faults(const void *address) {
  pid_t child = fork();
  if (child == 0) {
    signal(SIGSEGV, SIG_DFL);
    close(2);
    volatile uint64_t word = *(const volatile uint64_t *)address;
    (void)word;
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return !WIFEXITED(status) || WEXITSTATUS(status) != 0;  // a sanitizer turns the signal into an exit
}

static void test_each_allocation_moves(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.gc_stress = 1, .verify = true});
  toy->roots[0] = toy_word(toy_new(toy, TOY_PAIR, 3, 0));
  HeapObject *young = toy_object(toy->roots[0]);
  toy_new(toy, TOY_PAIR, 3, 0);
  assert_ptr_not_equal(toy_object(toy->roots[0]), young);
  assert_true(faults(young));
  HeapObject *second = toy_object(toy->roots[0]);
  toy_new(toy, TOY_PAIR, 3, 0);
  assert_ptr_not_equal(toy_object(toy->roots[0]), second);
  assert_true(faults(second));
  assert_true(faults(young));
  toy_destroy(toy);
}

static void test_old_objects_move_too(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.gc_stress = 1});
  toy_make_list(toy, 0, 50, 3);
  toy->roots[1] = toy_word(toy_new_array(toy, TOY_DATA, 100));
  for (unsigned i = 0; i < 4; i++) toy_new(toy, TOY_PAIR, 3, 0);
  HeapObject *old = toy_object(toy->roots[0]), *data = toy_object(toy->roots[1]);
  assert_false(heap_is_young(old));
  for (unsigned i = 0; i < 40; i++) toy_new(toy, TOY_PAIR, 3, 0);
  assert_ptr_not_equal(toy_object(toy->roots[0]), old);
  assert_ptr_not_equal(toy_object(toy->roots[1]), data);
  assert_true(faults(old));
  assert_true(faults(data));
  assert_true(toy_list_intact(toy, 0, 50));
  toy_destroy(toy);
}

static void test_every_nth(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.gc_stress = 10});
  ToyLog *log = calloc(1, sizeof *log);
  heap_add_listener(toy->heap, toy_listen, log);
  for (unsigned i = 0; i < 1000; i++) toy_new(toy, TOY_PAIR, 3, 0);
  assert_int_equal(log->ends, 100);
  assert_true(log->full >= 5);
  toy_destroy(toy);
  free(log);
}

// Long lists, so that many pages pass through quarantine.
static void test_much_live_data(void **state) {
  (void)state;
  Toy *toy = toy_create((HeapConfig){.gc_stress = 50});
  toy_make_list(toy, 0, 60000, 5);
  for (unsigned i = 1; i < 20; i++) toy_make_list(toy, i, 3000, 5);
  assert_true(toy_list_intact(toy, 0, 60000));
  for (unsigned i = 1; i < 20; i++) assert_true(toy_list_intact(toy, i, 3000));
  toy_destroy(toy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_allocation_moves),
      cmocka_unit_test(test_old_objects_move_too),
      cmocka_unit_test(test_every_nth),
      cmocka_unit_test(test_much_live_data),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
