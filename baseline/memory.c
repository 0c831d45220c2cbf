// baseline/memory.c - memory for machine code: one range of addresses, cut into blocks first fit.
//
// Pages are either written or run, never both.
#include "baseline/baseline-internal.h"

#include <stdlib.h>
#include <sys/mman.h>

#define PAGE_BYTES ((size_t)4096)

// A stretch that no machine code uses; sorted by offset, neighbours joined.
struct FreeBlock {
  size_t offset, size;
  FreeBlock *next;
};

static bool protect(const CodeMemory *m, size_t offset, size_t size, int protection) {
  size_t from = offset & ~(PAGE_BYTES - 1), end = (offset + size + PAGE_BYTES - 1) & ~(PAGE_BYTES - 1);
  return mprotect(m->start + from, end - from, protection) == 0;
}

bool code_memory_create(CodeMemory *m) {
  m->start = mmap(NULL, CODE_MEMORY_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (m->start == MAP_FAILED) return false;
  m->free = malloc(sizeof *m->free);
  *m->free = (FreeBlock){0, CODE_MEMORY_BYTES, NULL};
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
  for (FreeBlock **link = &m->free; *link != NULL; link = &(*link)->next) {
    if ((*link)->size < room) continue;
    if (!protect(m, (*link)->offset, room, PROT_READ | PROT_WRITE)) return NULL;
    m->open = link;
    m->room = room;
    return m->start + (*link)->offset;
  }
  return NULL;
}

bool code_memory_close(CodeMemory *m, size_t used) {
  FreeBlock *block = *m->open;
  bool ok = protect(m, block->offset, m->room, PROT_READ | PROT_EXEC);
  if (!ok) used = 0;
  block->offset += code_memory_size(used);
  block->size -= code_memory_size(used);
  if (block->size == 0) {
    *m->open = block->next;
    free(block);
  }
  return ok;
}

void code_memory_free(CodeMemory *m, const uint8_t *start, size_t size) {
  size_t offset = (size_t)(start - m->start);
  FreeBlock **link = &m->free;
  while (*link != NULL && (*link)->offset < offset) link = &(*link)->next;
  FreeBlock *block = malloc(sizeof *block), *next = *link;
  *block = (FreeBlock){offset, code_memory_size(size), next};
  *link = block;
  if (next != NULL && offset + block->size == next->offset) {
    block->size += next->size;
    block->next = next->next;
    free(next);
  }
  for (FreeBlock *b = m->free; b != block; b = b->next) {
    if (b->next != block || b->offset + b->size != offset) continue;
    b->size += block->size;
    b->next = block->next;
    free(block);
    break;
  }
}
