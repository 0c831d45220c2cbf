// jit/memory.c - memory for machine code: one range of addresses, cut into blocks first fit.
//
// Pages are either written or run, never both.
#include "jit/baseline-internal.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "base/memory.h"

#define PAGE_BYTES ((size_t)4096)

// A stretch that no machine code uses; sorted by offset, neighbours joined.
struct FreeBlock {
  size_t offset, size;
  FreeBlock *next;
};

static size_t page_below(size_t offset) { return offset & ~(PAGE_BYTES - 1); }
static size_t page_above(size_t offset) { return page_below(offset + PAGE_BYTES - 1); }

static bool protect(const CodeMemory *m, size_t offset, size_t size, int protection) {
  size_t from = page_below(offset), end = page_above(offset + size);
  return mprotect(m->start + from, end - from, protection) == 0;
}

// The system refused to change the pages, or some of them.  Machine code of others stands at both ends: it must run.
static void restore(const CodeMemory *m, size_t offset, size_t size) {
  if (!protect(m, offset, size, PROT_READ | PROT_EXEC)) memory_failed(size);
}

bool code_memory_create(CodeMemory *m) {
  m->start = mmap(NULL, CODE_MEMORY_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (m->start == MAP_FAILED) return false;
  m->free = try_malloc(sizeof *m->free);
  if (m->free == NULL) {
    munmap(m->start, CODE_MEMORY_BYTES);
    return false;
  }
  *m->free = (FreeBlock){0, CODE_MEMORY_BYTES, NULL};
  m->too_much = SIZE_MAX;
  return true;
}

void code_memory_destroy(CodeMemory *m) {
  munmap(m->start, CODE_MEMORY_BYTES);
  for (FreeBlock *next, *block = m->free; block != NULL; block = next) {
    next = block->next;
    free(block);
  }
}

uint8_t *code_memory_open(CodeMemory *m, size_t room) {
  if (room >= m->too_much) return NULL;
  for (FreeBlock **link = &m->free; *link != NULL; link = &(*link)->next) {
    if ((*link)->size < room) continue;
    if (!protect(m, (*link)->offset, room, PROT_READ | PROT_WRITE)) {
      restore(m, (*link)->offset, room);
      break;
    }
    m->open = link;
    m->room = room;
    return m->start + (*link)->offset;
  }
  m->too_much = room;
  return NULL;
}

bool code_memory_close(CodeMemory *m, size_t used) {
  FreeBlock *block = *m->open;
  bool ok = protect(m, block->offset, m->room, PROT_READ | PROT_EXEC);
  if (!ok) {
    restore(m, block->offset, m->room);
    used = 0;
  }
  m->used += code_memory_size(used);
  block->offset += code_memory_size(used);
  block->size -= code_memory_size(used);
  if (block->size == 0) {
    *m->open = block->next;
    free(block);
  }
  return ok;
}

static void join_with_next(FreeBlock *block) {
  FreeBlock *next = block->next;
  if (next == NULL || block->offset + block->size != next->offset) return;
  block->size += next->size;
  block->next = next->next;
  free(next);
}

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }
static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

// The pages of `block` that the `size` bytes at `offset`, a part of it, were the last to use.
static void give_back(const CodeMemory *m, const FreeBlock *block, size_t offset, size_t size) {
  size_t from = larger(page_above(block->offset), page_below(offset));
  size_t end = smaller(page_below(block->offset + block->size), page_above(offset + size));
  if (from < end) madvise(m->start + from, end - from, MADV_DONTNEED);
}

void code_memory_free(CodeMemory *m, const uint8_t *start, size_t size) {
  size_t offset = (size_t)(start - m->start);
  m->used -= code_memory_size(size);
  FreeBlock **link = &m->free, *before = NULL;
  for (; *link != NULL && (*link)->offset < offset; link = &(*link)->next) before = *link;
  FreeBlock *block = try_malloc(sizeof *block);
  if (block == NULL) return;  // the stretch is lost: better than to end inside a collection
  *block = (FreeBlock){offset, code_memory_size(size), *link};
  *link = block;
  m->too_much = SIZE_MAX;
  join_with_next(block);
  if (before != NULL && before->offset + before->size == offset) {
    join_with_next(before);
    block = before;
  }
  give_back(m, block, offset, size);
}
