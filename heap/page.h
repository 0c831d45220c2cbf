// heap/page.h - pages: their layout, where their memory comes from, their mark bitmaps and slot sets.
//
// Every page is aligned to 1 MB and laid out so:
//
//   0          256                    16640                                   1 MB
//   +----------+----------------------+---------------------------------------+
//   | fields   | mark bitmap (16 KB)  | objects                               |
//   +----------+----------------------+---------------------------------------+
//
// The bitmap has one bit for each word of the page; an object's bit is that of its first word, and as objects are two
// words long at least, the bit after it is free for a second colour.  A page of the large object space has the same
// layout, but its object goes on past the first megabyte; of the bitmap one bit is used and the rest is never touched.
#ifndef NODULE_HEAP_PAGE_H
#define NODULE_HEAP_PAGE_H

#include "heap/heap-inl.h"

#define OS_PAGE_SIZE ((size_t)4096)
#define HUGE_PAGE_SIZE (2 * MB)
#define PAGE_WORDS (PAGE_SIZE_BYTES / sizeof(Word))
#define PAGE_CELLS (PAGE_WORDS / 64)
#define PAGE_OBJECT_START ((size_t)256 + PAGE_WORDS / 8)
#define PAGE_AREA_SIZE (PAGE_SIZE_BYTES - PAGE_OBJECT_START)

// Which slots of one megabyte hold pointers to new space.  A set bit in `buckets` means that the 64 cells (32 KB of the
// page) it stands for may have bits.
typedef struct SlotSet {
  uint32_t buckets;
  uint64_t cells[PAGE_CELLS];
} SlotSet;

// Free lists of old spaces by block size (docs/heap.md): from 32, 256, 2048 and 16384 words.
enum { FREE_SMALL, FREE_MEDIUM, FREE_LARGE, FREE_HUGE, FREE_CLASSES };

typedef struct FreeBlock {
  uint64_t header;
  size_t bytes;
  struct FreeBlock *next;  // on the same page, in the same class
} FreeBlock;

typedef struct Page Page;
struct Page {
  PageFlags base;
  uint8_t owner;        // Space
  bool evacuating;      // its objects are being moved away
  bool first;           // the small first page of a space
  uint32_t slot_index;  // 1 + index in heap->slot_pages, 0 when not listed
  char *area_start, *area_end;
  char *top;              // young pages: end of the objects, valid for pages that are not being allocated in
  size_t committed;       // bytes of the mapping in use, header included
  size_t live_bytes;      // counted by the marker
  size_t allocated;       // bytes handed out to objects (large: the object's size)
  size_t wasted;          // bytes of gaps too small for the free lists
  Page *next, *previous;  // in its space
  SlotSet **slot_sets;    // one for each megabyte; NULL while a large object has none
  SlotSet *own_slot_set;  // what slot_sets points to on regular pages
  uint64_t points_to;     // set by the marker: bit (address >> 20) % 64 for every pointer in a live object of the page
  FreeBlock *free[FREE_CLASSES];
  uint32_t free_bytes[FREE_CLASSES];
  Page *free_next[FREE_CLASSES], *free_previous[FREE_CLASSES];  // pages of the space with blocks of that class
  char padding_[32];
  uint64_t marks[PAGE_CELLS];
};

_Static_assert(offsetof(Page, marks) == 256, "page header is 256 bytes");
_Static_assert(sizeof(Page) == PAGE_OBJECT_START, "objects follow the mark bitmap");

static inline Page *page_of(const void *address) { return (Page *)((uintptr_t)address & ~(uintptr_t)PAGE_MASK); }

// ---- memory

// Reserves `size` bytes whose address is `offset` more than a multiple of `alignment`; zero, readable and writable, no
// memory behind them until touched.  NULL when the system refuses.
char *memory_map(size_t size, size_t alignment, size_t offset);
void memory_unmap(void *start, size_t size);
void memory_prefer_huge_pages(void *start, size_t size);
void memory_discard(void *start, size_t size);  // gives the memory back, keeps the addresses; reads as zero afterwards
void memory_protect(void *start, size_t size);  // any access faults
void memory_unprotect(void *start, size_t size);

// Regular pages come from chunks of 64 MB of reserved addresses, lowest free page first.  A heap that has got big gets
// its pages in huge pages of the system.  Pages that a busy heap has given up are pooled with their memory, for the
// system takes longer to clear memory than the collector takes to fill it.
typedef struct PageChunk {
  char *start;
  uint64_t used;
} PageChunk;

#define PAGE_POOL_SIZE 64

typedef struct PageAllocator {
  PageChunk *chunks;
  size_t chunk_count;
  Page *pool[PAGE_POOL_SIZE];
  size_t pool_count, pool_least;  // least: the smallest count since the pool was trimmed
  // Pages whose objects moved away in stress mode stay unreadable for a while (a ring of addresses).
  Page *quarantine[64];
  size_t quarantine_next;
} PageAllocator;

Page *page_allocate(PageAllocator *allocator);  // its header is zero; NULL when the system refuses
void page_free(PageAllocator *allocator, Page *page, bool pooled);
void page_pool_trim(PageAllocator *allocator, bool entirely);  // else: the pages not needed since the last time
void page_quarantine(PageAllocator *allocator, Page *page);
void page_allocator_destroy(PageAllocator *allocator);

// ---- mark bits

static inline size_t page_word_index(const void *address) { return ((uintptr_t)address & PAGE_MASK) >> 3; }

static inline bool mark_bit_get(const void *object) {
  size_t index = page_word_index(object);
  return page_of(object)->marks[index >> 6] >> (index & 63) & 1;
}

// Returns whether the bit was clear before.
static inline bool mark_bit_set(void *object) {
  size_t index = page_word_index(object);
  uint64_t *cell = &page_of(object)->marks[index >> 6], bit = (uint64_t)1 << (index & 63);
  if (*cell & bit) return false;
  *cell |= bit;
  return true;
}

// Clears the bits of the words from the page's first object to `end`.
void page_clear_marks(Page *page, const char *end);

// ---- slot sets (the list of pages that have some is in slots.c, as it belongs to the heap)

bool slot_set_contains(const Page *page, const Word *slot);
void slot_set_clear_range(Page *page, const char *start, const char *end);  // regular pages
void slot_sets_free(Page *page);

#endif
