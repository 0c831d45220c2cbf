// tests/heap/test-verify.c - the verifier finds what is wrong: each test damages a heap in a child and reads what it says.
#include "tests/heap/toy.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static char *output_of_abort(void (*body)(Toy *toy)) {
  int pipes[2];
  assert_int_equal(pipe(pipes), 0);
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    signal(SIGABRT, SIG_DFL);
    dup2(pipes[1], 2);
    Toy *toy = toy_create((HeapConfig){.verify = true});
    toy_make_list(toy, 0, 100, 4);
    toy->roots[1] = toy_word(toy_new_array(toy, TOY_ARRAY, 100));
    toy->roots[2] = toy_word(toy_new_array(toy, TOY_ARRAY, 100000));
    heap_collect(toy->heap, GC_MARK_SWEEP, "test");
    body(toy);
    heap_collect(toy->heap, GC_SCAVENGE, "test");
    _exit(0);
  }
  close(pipes[1]);
  char *text = calloc(1, 4096);
  for (size_t length = 0; length < 4000;) {
    ssize_t got = read(pipes[0], text + length, 4000 - length);
    if (got <= 0) break;
    length += (size_t)got;
  }
  close(pipes[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSIGNALED(status)) fail_msg("a damaged heap passed: %s", text);
  return text;
}

static void nothing_wrong(Toy *toy) {
  (void)toy;
  heap_collect(toy->heap, GC_MARK_COMPACT, "test");
  fputs("all is well", stderr);
  abort();
}

static void forget_barrier(Toy *toy) {
  HeapObject *young = toy_new(toy, TOY_PAIR, 3, 0);
  toy_words(toy_object(toy->roots[1]))[50] = toy_word(young);
}

static void forget_barrier_of_large_object(Toy *toy) {
  HeapObject *young = toy_new(toy, TOY_PAIR, 3, 0);
  toy_words(toy_object(toy->roots[2]))[90000] = toy_word(young);
}

static void point_into_object(Toy *toy) { toy_words(toy_object(toy->roots[1]))[50] = toy->roots[0] + 8; }
static void point_nowhere(Toy *toy) { toy_words(toy_object(toy->roots[1]))[50] = 0x123456789AB8; }
static void root_nowhere(Toy *toy) { toy->roots[7] = toy_word(toy) & ~(Word)7; }
static void break_header(Toy *toy) { toy_object(toy->roots[0])->header = header_make(100, 0, 4, 0); }
static void break_length(Toy *toy) { toy_words(toy_object(toy->roots[1]))[1] = 1000000; }
static void dead_shape(Toy *toy) { toy->roots[7] = toy_word(toy_new(toy, TOY_SHAPED, 3, 77)); }

static void slot_outside_objects(Toy *toy) {
  HeapObject *pair = toy_object(toy->roots[0]);
  heap_write_barrier_slow(toy->heap, pair, toy_words(pair), toy_word(toy_new(toy, TOY_PAIR, 3, 0)));  // its header
}

static void test_verifier(void **state) {
  (void)state;
  const struct {
    void (*body)(Toy *toy);
    const char *text;
  } cases[] = {
    {nothing_wrong, "all is well"},
    {forget_barrier, "a slot is not remembered"},
    {forget_barrier_of_large_object, "a slot is not remembered"},
    {point_into_object, "a pointer to no object"},
    {point_nowhere, "a pointer to no object"},
    {root_nowhere, "root roots[7] = "},
    {break_header, "an object of no known kind"},
    {break_length, "an object reaches beyond its page"},
    {dead_shape, "an object's shape is not in the table"},
    {slot_outside_objects, "a remembered slot is no part of an object"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char *text = output_of_abort(cases[i].body);
    if (strstr(text, cases[i].text) == NULL) fail_msg("wanted \"%s\", got \"%s\"", cases[i].text, text);
    free(text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_verifier)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
