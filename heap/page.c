// heap/page.c - memory for pages, and the bitmaps in and beside them.  Knows nothing of objects.
#include "heap/page.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/memory.h"

#define CHUNK_PAGES 64
#define CHUNK_SIZE (CHUNK_PAGES * PAGE_SIZE_BYTES)

// ---------------------------------------------------------------------------------------------- memory

char *memory_map(size_t size, size_t alignment, size_t offset) {
  size_t reserved = size + alignment;
  char *start = mmap(NULL, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (start == MAP_FAILED) return NULL;
  uintptr_t address = (uintptr_t)start;
  if ((address + reserved) >> 48 != 0) {  // such an address is not a pointer word
    munmap(start, reserved);
    return NULL;
  }
  size_t lead = (alignment - (address - offset) % alignment) % alignment;
  if (lead > 0) munmap(start, lead);
  if (reserved - lead - size > 0) munmap(start + lead + size, reserved - lead - size);
  return start + lead;
}

void memory_unmap(void *start, size_t size) { munmap(start, size); }

void memory_prefer_huge_pages(void *start, size_t size) {
#ifdef MADV_HUGEPAGE
  if (size > 0) madvise(start, size, MADV_HUGEPAGE);
#else
  (void)start, (void)size;
#endif
}

void memory_discard(void *start, size_t size) { madvise(start, size, MADV_DONTNEED); }

void memory_protect(void *start, size_t size) { mprotect(start, size, PROT_NONE); }

void memory_unprotect(void *start, size_t size) {
  if (mprotect(start, size, PROT_READ | PROT_WRITE) != 0) memory_failed(size);
}

// ---------------------------------------------------------------------------------------------- regular pages

static PageChunk *chunk_add(PageAllocator *allocator) {
  char *start = memory_map(CHUNK_SIZE, PAGE_SIZE_BYTES, 0);
  if (start == NULL) return NULL;
  PageChunk *chunks = try_realloc(allocator->chunks, (allocator->chunk_count + 1) * sizeof *chunks);
  if (chunks == NULL) {
    memory_unmap(start, CHUNK_SIZE);
    return NULL;
  }
  allocator->chunks = chunks;
  chunks[allocator->chunk_count] = (PageChunk){.start = start};
  return &chunks[allocator->chunk_count++];
}

static Page *pool_take(PageAllocator *allocator) {
  Page *page = allocator->pool[--allocator->pool_count];
  if (allocator->pool_count < allocator->pool_least) allocator->pool_least = allocator->pool_count;
  memset(page, 0, PAGE_OBJECT_START);
  return page;
}

Page *page_allocate(PageAllocator *allocator) {
  if (allocator->pool_count > 0) return pool_take(allocator);
  PageChunk *chunk = NULL;
  for (size_t i = 0; i < allocator->chunk_count && chunk == NULL; i++) {
    if (~allocator->chunks[i].used != 0) chunk = &allocator->chunks[i];
  }
  if (chunk == NULL) chunk = chunk_add(allocator);
  if (chunk == NULL) return NULL;
  unsigned index = (unsigned)__builtin_ctzll(~chunk->used);
  chunk->used |= (uint64_t)1 << index;
  return (Page *)(void *)(chunk->start + index * PAGE_SIZE_BYTES);
}

static PageChunk *chunk_of(const PageAllocator *allocator, const Page *page) {
  for (size_t i = allocator->chunk_count; i > 0; i--) {
    PageChunk *chunk = &allocator->chunks[i - 1];
    if ((size_t)((const char *)page - chunk->start) < CHUNK_SIZE) return chunk;
  }
  abort();  // not one of ours
}

static uint64_t bit_in_chunk(const PageChunk *chunk, const Page *page) {
  return (uint64_t)1 << (size_t)((const char *)page - chunk->start) / PAGE_SIZE_BYTES;
}

char *page_chunk_end(const PageAllocator *allocator, const Page *page) {
  return chunk_of(allocator, page)->start + CHUNK_SIZE;
}

bool page_is_taken(const PageAllocator *allocator, const Page *page) {
  const PageChunk *chunk = chunk_of(allocator, page);
  return (chunk->used & bit_in_chunk(chunk, page)) != 0;
}

void page_give_back(PageAllocator *allocator, Page *page) {
  PageChunk *chunk = chunk_of(allocator, page);
  chunk->used &= ~bit_in_chunk(chunk, page);
}

bool page_pool(PageAllocator *allocator, Page *page, bool pooled) {
  if (!pooled || allocator->pool_count == PAGE_POOL_SIZE) return false;
  allocator->pool[allocator->pool_count++] = page;
  return true;
}

void page_quarantine(PageAllocator *allocator, Page *page) {
  memory_discard(page, PAGE_SIZE_BYTES);
  memory_protect(page, PAGE_SIZE_BYTES);
  Page **place = &allocator->quarantine[allocator->quarantine_next++ % 64];
  if (*place != NULL) {
    memory_unprotect(*place, PAGE_SIZE_BYTES);
    page_give_back(allocator, *place);
  }
  *place = page;
}

void page_allocator_destroy(PageAllocator *allocator) {
  for (size_t i = 0; i < allocator->chunk_count; i++) memory_unmap(allocator->chunks[i].start, CHUNK_SIZE);
  free(allocator->chunks);
}

// ---------------------------------------------------------------------------------------------- bitmaps

void page_clear_marks(Page *page, const char *end) {
  size_t from = PAGE_OBJECT_START / sizeof(Word) / 64;
  size_t to = ((size_t)(end - (const char *)page) / sizeof(Word) + 63) / 64;
  if (to > PAGE_CELLS) to = PAGE_CELLS;
  if (to > from) memset(&page->marks[from], 0, (to - from) * sizeof page->marks[0]);
}

// The word of the first set bit from word `index` on; PAGE_WORDS when there is none.
static size_t next_bit(const Page *page, size_t index) {
  size_t c = index >> 6;
  if (c >= PAGE_CELLS) return PAGE_WORDS;
  uint64_t bits = page->marks[c] & ~(uint64_t)0 << (index & 63);
  while (bits == 0) {
    if (++c == PAGE_CELLS) return PAGE_WORDS;
    bits = page->marks[c];
  }
  return c * 64 + (unsigned)__builtin_ctzll(bits);
}

HeapObject *marked_next(const Page *page, const char *from) {
  size_t index = next_bit(page, (size_t)(from - (const char *)page) / sizeof(Word));
  return index == PAGE_WORDS ? NULL : (HeapObject *)(void *)((char *)(uintptr_t)page + index * sizeof(Word));
}

HeapObject *marked_after(const Page *page, const HeapObject *object) {
  size_t end = next_bit(page, page_word_index(object) + 1);
  return marked_next(page, (const char *)page + (end + 1) * sizeof(Word));
}

bool slot_set_contains(const Page *page, const Word *slot) {
  size_t offset = (size_t)((const char *)slot - (const char *)page), index = page_word_index(slot);
  const SlotSet *set = page->slot_sets == NULL ? NULL : page->slot_sets[offset >> PAGE_SIZE_LOG2];
  return set != NULL && (set->cells[index >> 6] >> (index & 63) & 1) != 0;
}

static void clear_range(SlotSet *set, const char *start, const char *end) {
  if (set == NULL || set->buckets == 0 || start >= end) return;
  size_t first = page_word_index(start), last = page_word_index(end - 1);
  uint64_t head = ~(uint64_t)0 << (first & 63), tail = ~(uint64_t)0 >> (63 - (last & 63));
  size_t from = first >> 6, to = last >> 6;
  if (from == to) {
    set->cells[from] &= ~(head & tail);
    return;
  }
  set->cells[from] &= ~head;
  for (size_t i = from + 1; i < to; i++) set->cells[i] = 0;
  set->cells[to] &= ~tail;
}

void slot_sets_clear_range(Page *page, const char *start, const char *end) {
  clear_range(page->own_slot_set, start, end);
  if (page->moving_sets != NULL) clear_range(page->moving_sets[0], start, end);
}

void slot_sets_free(Page *page) {
  if (page->slot_sets == NULL) return;
  if (page->slot_sets == &page->own_slot_set) {
    free(page->own_slot_set);
    page->own_slot_set = NULL;
    return;
  }
  size_t count = page_megabytes(page);
  for (size_t i = 0; i < count; i++) free(page->slot_sets[i]);
  free(page->slot_sets);
  page->slot_sets = NULL;
}
