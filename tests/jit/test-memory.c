// tests/jit/test-memory.c - the memory of machine code against a model: blocks do not overlap, and what is given back
// comes together again and goes back to the system.
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>
#include <sys/mman.h>

#include "jit/baseline-internal.h"

#define BLOCKS 200

typedef struct Block {
  uint8_t *start;
  size_t size;
  uint8_t fill;
} Block;

static size_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (size_t)(*state >> 33);
}

static Block block_new(CodeMemory *m, size_t room, size_t used, uint8_t fill) {
  uint8_t *start = code_memory_open(m, room);
  assert_non_null(start);
  memset(start, fill, used);
  assert_true(code_memory_close(m, used));
  return (Block){start, used, fill};
}

static void check_contents(const Block *block) {
  for (size_t i = 0; i < block->size; i++) assert_int_equal(block->start[i], block->fill);
}

static void blocks_keep_their_contents(void **state) {
  (void)state;
  CodeMemory m;
  assert_true(code_memory_create(&m));
  Block blocks[BLOCKS] = {{0}};
  uint64_t random = 1;
  for (int turn = 0; turn < 20000; turn++) {
    Block *block = &blocks[next_random(&random) % BLOCKS];
    if (block->start != NULL) {
      check_contents(block);
      code_memory_free(&m, block->start, block->size);
      block->start = NULL;
    } else {
      size_t used = 1 + next_random(&random) % 9000;
      *block = block_new(&m, used + next_random(&random) % 5000, used, (uint8_t)turn);
    }
  }
  for (int i = 0; i < BLOCKS; i++) {
    if (blocks[i].start == NULL) continue;
    check_contents(&blocks[i]);
    code_memory_free(&m, blocks[i].start, blocks[i].size);
  }
  Block all = block_new(&m, CODE_MEMORY_BYTES, 16, 1);  // one block again
  assert_ptr_equal(all.start, m.start);
  code_memory_destroy(&m);
}

static void nothing_used_nothing_kept(void **state) {
  (void)state;
  CodeMemory m;
  assert_true(code_memory_create(&m));
  uint8_t *start = code_memory_open(&m, 1000);
  assert_true(code_memory_close(&m, 0));
  assert_ptr_equal(code_memory_open(&m, CODE_MEMORY_BYTES), start);
  assert_true(code_memory_close(&m, CODE_MEMORY_BYTES));
  assert_null(code_memory_open(&m, 16));  // it is full
  code_memory_free(&m, start, CODE_MEMORY_BYTES);
  assert_non_null(code_memory_open(&m, 16));
  assert_true(code_memory_close(&m, 0));
  code_memory_destroy(&m);
}

static size_t resident_pages(const CodeMemory *m) {
  static unsigned char pages[CODE_MEMORY_BYTES / 4096];
  size_t count = 0;
  assert_int_equal(mincore(m->start, CODE_MEMORY_BYTES, pages), 0);
  for (size_t i = 0; i < sizeof pages; i++) count += pages[i] & 1;
  return count;
}

static void free_pages_go_back(void **state) {
  (void)state;
  CodeMemory m;
  assert_true(code_memory_create(&m));
  Block blocks[BLOCKS];  // of 3 to each page
  for (int i = 0; i < BLOCKS; i++) blocks[i] = block_new(&m, 1360, 1360, (uint8_t)i);
  size_t full = resident_pages(&m);
  assert_true(full >= BLOCKS / 3);
  for (int i = 0; i < BLOCKS; i += 2) code_memory_free(&m, blocks[i].start, blocks[i].size);
  assert_int_equal(resident_pages(&m), full);  // something is left on each
  for (int i = 1; i < BLOCKS / 2; i += 2) code_memory_free(&m, blocks[i].start, blocks[i].size);
  assert_in_range(resident_pages(&m), full / 2 - 1, full / 2 + 2);
  for (int i = BLOCKS / 2 + 1; i < BLOCKS; i += 2) check_contents(&blocks[i]);
  for (int i = BLOCKS / 2 + 1; i < BLOCKS; i += 2) code_memory_free(&m, blocks[i].start, blocks[i].size);
  assert_int_equal(resident_pages(&m), 0);
  blocks[0] = block_new(&m, 5000, 5000, 7);  // such pages can be used again
  check_contents(&blocks[0]);
  code_memory_destroy(&m);
}

// Where there is no room, the free blocks are looked through once, and again when one has been freed.
static void no_search_while_full(void **state) {
  (void)state;
  CodeMemory m;
  assert_true(code_memory_create(&m));
  uint8_t *start = code_memory_open(&m, CODE_MEMORY_BYTES);
  assert_true(code_memory_close(&m, CODE_MEMORY_BYTES - 64));
  assert_null(code_memory_open(&m, 128));
  assert_int_equal(m.too_much, 128);
  assert_null(code_memory_open(&m, 4096));
  assert_int_equal(m.too_much, 128);
  assert_non_null(code_memory_open(&m, 64));
  assert_true(code_memory_close(&m, 0));
  code_memory_free(&m, start + CODE_MEMORY_BYTES - 128, 64);
  assert_ptr_equal(code_memory_open(&m, 128), start + CODE_MEMORY_BYTES - 128);
  assert_true(code_memory_close(&m, 0));
  code_memory_destroy(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blocks_keep_their_contents),
      cmocka_unit_test(nothing_used_nothing_kept),
      cmocka_unit_test(free_pages_go_back),
      cmocka_unit_test(no_search_while_full),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
