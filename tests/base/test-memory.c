// tests/base/test-memory.c - memory that is there, growth, work memory, and how a program ends that gets none.
#include "base/memory.h"

#include <string.h>

#include "tests/child.h"

// Not known to the compiler, which would warn of such sizes.
// AddressSanitizer ends the program where the system would refuse.
#ifdef __SANITIZE_ADDRESS__
#define NEEDS_REFUSALS() skip()
#else
#define NEEDS_REFUSALS() (void)0
#endif

static volatile size_t huge = SIZE_MAX / 2;

// ------------------------------------------------------------------------------------------------------ sizes

static void test_zero(void **state) {
  (void)state;
  void *memory[] = {checked_malloc(0),
                    checked_calloc(0, 8),
                    checked_calloc(8, 0),
                    checked_realloc(NULL, 0),
                    try_malloc(0),
                    try_calloc(0, 0),
                    try_realloc(NULL, 0),
                    checked_strndup("text", 0),
                    checked_strdup(""),
                    checked_format("%s", ""),
                    checked_realloc(checked_malloc(100), 0)};
  for (size_t i = 0; i < sizeof memory / sizeof *memory; i++) {
    assert_non_null(memory[i]);
    for (size_t k = 0; k < i; k++) assert_ptr_not_equal(memory[i], memory[k]);
  }
  for (size_t i = 0; i < sizeof memory / sizeof *memory; i++) free(memory[i]);
}

static void test_cleared(void **state) {
  (void)state;
  for (size_t count = 1; count < 100000; count *= 7) {
    uint32_t *words = checked_calloc(count, sizeof *words);
    for (size_t i = 0; i < count; i++) {
      assert_int_equal(words[i], 0);
      words[i] = UINT32_MAX;
    }
    free(words);
  }
}

static void test_too_much(void **state) {
  (void)state;
  NEEDS_REFUSALS();
  char *kept = checked_strdup("as it was");
  assert_null(try_malloc(huge));
  assert_null(try_calloc(huge, 1));
  assert_null(try_calloc(huge, 4));      // the product is beyond all sizes
  assert_null(try_calloc(4, huge + 1));  // the product would be 0
  assert_null(try_realloc(kept, huge));
  assert_string_equal(kept, "as it was");
  free(kept);
}

// ------------------------------------------------------------------------------------------------------ growth

static void test_growth(void **state) {
  (void)state;
  uint64_t *items = NULL;
  uint32_t count = 0, capacity = 0, moves = 0;
  for (; count < 10000; count++) {
    uint32_t before = capacity;
    ARRAY_ROOM(items, count, capacity, 5);
    assert_true(capacity > count);
    if (capacity != before) {
      moves++;
      assert_int_equal(capacity, before ? 2 * before : 5);
    }
    items[count] = count;
  }
  assert_int_equal(moves, 12);  // 5 * 2^11 is the first that holds them
  for (uint32_t i = 0; i < count; i++) assert_int_equal(items[i], i);
  free(items);
}

static void test_texts(void **state) {
  (void)state;
  char *cut = checked_strndup("abc", 2), *whole = checked_strndup("abc", 10), *made = checked_format("%d-%s", 7, "x"),
       *text;
  size_t length;
  FILE *stream = checked_memstream(&text, &length);
  for (int i = 0; i < 5000; i++) fprintf(stream, "%04d", i);
  checked_memclose(stream, &text);
  assert_string_equal(cut, "ab");
  assert_string_equal(whole, "abc");
  assert_string_equal(made, "7-x");
  assert_int_equal(length, 20000);
  assert_int_equal(strlen(text), 20000);
  assert_string_equal(text + 19996, "4999");
  free(cut);
  free(whole);
  free(made);
  free(text);
}

// ------------------------------------------------------------------------------------------------------ the end

#define REFUSED(bytes) "nodule: out of memory: the system refused " bytes " bytes\n"

static void expect_end(void (*body)(void), const char *wanted) {
  char *text = output_of_abort(body);
  assert_string_equal(text, wanted);
  free(text);
}

static void refused_malloc(void) { free(checked_malloc(huge)); }
static void refused_calloc(void) { free(checked_calloc(huge, 1)); }
static void refused_product(void) { free(checked_calloc(4, huge + 1)); }
static void refused_realloc(void) { free(checked_realloc(checked_malloc(10), huge)); }
static void failed(void) { memory_failed(12345); }

static void test_refused(void **state) {
  (void)state;
  NEEDS_REFUSALS();
  expect_end(refused_malloc, REFUSED("9223372036854775807"));
  expect_end(refused_calloc, REFUSED("9223372036854775807"));
  expect_end(refused_product, REFUSED("18446744073709551615"));
  expect_end(refused_realloc, REFUSED("9223372036854775807"));
  expect_end(failed, REFUSED("12345"));
}

static void say(void *data) { fprintf(stderr, "%s\n", (const char *)data); }
static void say_nothing(void *data) { (void)data; }
static void fail_again(void *data) { free(checked_malloc(*(volatile size_t *)data)); }

static void reported(void) {
  static MemoryReporter reporter = {.flush = say, .report = say, .data = "handler"};
  memory_reporter_add(&reporter);
  memory_failed(1);
}

// A report for which there is no memory either.
static void report_fails(void) {
  static MemoryReporter reporter = {.flush = say_nothing, .report = fail_again};
  reporter.data = (void *)(uintptr_t)&huge;
  memory_reporter_add(&reporter);
  memory_failed(2);
}

static void test_handlers(void **state) {
  (void)state;
  NEEDS_REFUSALS();
  expect_end(reported, "handler\n" REFUSED("1") "handler\n");
  expect_end(report_fails, REFUSED("2"));
}

// ------------------------------------------------------------------------------------------------------ work memory

#define BESIDE(bytes) "nodule: out of memory: " bytes " bytes beside the heap, whose limit is 1000\n"

static void work_up_to_the_limit(void) {
  memory_limit_work(1000);
  memory_work(600);
  memory_work(-100);
  memory_work(500);
  memory_check_work(1000);  // by itself, whatever there is beside it
}

static void work_beyond(void) {
  work_up_to_the_limit();
  memory_work(1);
}

static void piece_beyond(void) {
  work_up_to_the_limit();
  memory_check_work(2000);
}

// A limit that comes later counts when there is more.
static void limit_below(void) {
  memory_work(5000);
  memory_limit_work(1000);
  memory_work(-4500);
  memory_work(100);
  memory_work(401);
}

static void test_work(void **state) {
  (void)state;
  expect_end(work_beyond, BESIDE("1001"));
  expect_end(piece_beyond, BESIDE("2000"));
  expect_end(limit_below, BESIDE("1001"));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_zero),     cmocka_unit_test(test_cleared),
                                     cmocka_unit_test(test_too_much), cmocka_unit_test(test_growth),
                                     cmocka_unit_test(test_texts),    cmocka_unit_test(test_refused),
                                     cmocka_unit_test(test_handlers), cmocka_unit_test(test_work)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
