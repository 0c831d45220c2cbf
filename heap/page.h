// heap/page.h - pages: their layout, where their memory comes from, their mark bitmaps and slot sets.
//
// Every page is aligned to 1 MB and laid out so:
//
//   0          256                    16640                                   1 MB
//   +----------+----------------------+---------------------------------------+
//   | fields   | mark bitmap (16 KB)  | objects                               |
//   +----------+----------------------+---------------------------------------+
//
// The bitmap has one bit for each word of the page.  An object is white when the bit of its first word is clear, grey
// when that is set, black when the bit of its last word is set too (objects are two words long at least):
//
//   words   | A A A | . . . . | B B | C C C C | .        A, B black, C grey, the rest white or free
//   bits      1 0 1   0 0 0 0   1 1   1 0 0 0   0
//
// When marking is done there are no grey objects left, so the bits say by themselves where the live objects begin and
// end and the sweeper looks at no object.  A page of the large object space begins with the same fields; its object
// begins soon behind them and goes on past the first megabyte, and of the bitmap only the bit of its first word is
// there.
#ifndef NODULE_HEAP_PAGE_H
#define NODULE_HEAP_PAGE_H

#include <stdatomic.h>

#include "heap/heap-inl.h"

#define OS_PAGE_SIZE ((size_t)4096)
#define HUGE_PAGE_SIZE (2 * MB)
#define PAGE_WORDS (PAGE_SIZE_BYTES / sizeof(Word))
#define PAGE_CELLS (PAGE_WORDS / 64)
#define PAGE_OBJECT_START ((size_t)256 + PAGE_WORDS / 8)
#define PAGE_AREA_SIZE (PAGE_SIZE_BYTES - PAGE_OBJECT_START)

// A set of slots of one megabyte.  A set bit in `buckets` means that the 64 cells (32 KB of the
// page) it stands for may have bits.
typedef struct SlotSet {
  uint32_t buckets;
  uint64_t cells[PAGE_CELLS];
} SlotSet;

// Free lists of old spaces by block size (docs/heap.md): from 32, 256, 2048 and 16384 words.
enum { FREE_SMALL, FREE_MEDIUM, FREE_LARGE, FREE_HUGE, FREE_CLASSES };
// Blocks that are smaller still, from 4 and 8 words; they are used when there is no other block.
enum { TINY_SHORT, TINY_LONG, TINY_CLASSES };

typedef struct FreeBlock {
  uint64_t header;
  size_t bytes;
  struct FreeBlock *next;  // on the same page, in the same class
} FreeBlock;

// Of a page of an old space, between the end of marking and the next marking (sweep.c).
typedef enum SweepState {
  SWEPT,          // its free blocks are in the free lists of the space; mark bits are clear
  SWEEP_PENDING,  // mark bits tell what lives
  SWEEP_RUNNING,  // some thread is at it
  SWEEP_READY,    // swept, but the space does not know its free blocks yet
} SweepState;

typedef struct Page Page;
struct Page {
  PageFlags base;
  uint8_t owner;        // Space
  bool evacuating;      // its objects are being moved away, or will be in the pause that ends this marking
  bool first;           // the small first page of a space
  bool clear_only;      // SWEEP_PENDING: nothing has died here, the free blocks stay
  uint32_t slot_index;  // 1 + index in heap->slot_pages, 0 when not listed
  char *area_start, *area_end;
  char *top;              // young pages: end of the objects, valid for pages that are not being allocated in
  size_t committed;       // bytes of the mapping in use, header included
  size_t live_bytes;      // counted by the marker
  size_t allocated;       // bytes handed out to objects (large: the object's size)
  size_t wasted;          // bytes of gaps too small for the free lists
  Page *next, *previous;  // in its space
  SlotSet **slot_sets;    // the remembered set: one for each megabyte; NULL while a large object has none
  SlotSet *own_slot_set;  // what slot_sets points to on regular pages
  SlotSet *
      *moving_sets;  // while marking: slots that point to pages being evacuated; the same form, but NULL when empty
  _Atomic uint32_t sweep;  // SweepState
  FreeBlock *free[FREE_CLASSES];
  uint32_t free_bytes[FREE_CLASSES];
  Page *free_next[FREE_CLASSES], *free_previous[FREE_CLASSES];  // pages of the space with blocks of that class
  FreeBlock *tiny[TINY_CLASSES];
  uint32_t tiny_bytes[TINY_CLASSES];
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

#define PAGE_POOL_SIZE 256

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
bool page_is_taken(const PageAllocator *allocator, const Page *page);
char *page_chunk_end(const PageAllocator *allocator, const Page *page);  // of the chunk that the page is in
void page_give_back(PageAllocator *allocator, Page *page);               // whose memory has been discarded
bool page_pool(PageAllocator *allocator, Page *page, bool pooled);       // false: not wanted, or the pool is full
void page_quarantine(PageAllocator *allocator, Page *page);
void page_allocator_destroy(PageAllocator *allocator);

// ---- mark bits

static inline size_t page_word_index(const void *address) { return ((uintptr_t)address & PAGE_MASK) >> 3; }

static inline bool mark_bit_get(const void *word) {
  size_t index = page_word_index(word);
  return page_of(word)->marks[index >> 6] >> (index & 63) & 1;
}

static inline void mark_bit_prefetch(const void *word) {
  __builtin_prefetch(&page_of(word)->marks[page_word_index(word) >> 6]);
}

// Returns whether the bit was clear before.
static inline bool mark_bit_set(void *word) {
  size_t index = page_word_index(word);
  uint64_t *cell = &page_of(word)->marks[index >> 6], bit = (uint64_t)1 << (index & 63);
  if (*cell & bit) return false;
  *cell |= bit;
  return true;
}

// The same, while several threads set bits.
static inline bool mark_bit_set_shared(void *word) {
  size_t index = page_word_index(word);
  uint64_t *cell = &page_of(word)->marks[index >> 6], bit = (uint64_t)1 << (index & 63);
  if (__atomic_load_n(cell, __ATOMIC_RELAXED) & bit) return false;
  return (__atomic_fetch_or(cell, bit, __ATOMIC_RELAXED) & bit) == 0;
}

static inline bool mark_bit_get_shared(const void *word) {
  size_t index = page_word_index(word);
  return __atomic_load_n(&page_of(word)->marks[index >> 6], __ATOMIC_RELAXED) >> (index & 63) & 1;
}

static inline void *last_word(const void *object, size_t bytes) {
  return (char *)(uintptr_t)object + bytes - sizeof(Word);
}

// Those of the first and the last word; mostly they are in the same cell.
static inline bool mark_both_bits_shared(void *object, size_t bytes) {
  size_t first = page_word_index(object), last = first + bytes / sizeof(Word) - 1;
  if (first >> 6 != last >> 6) {
    if (!mark_bit_set_shared(object)) return false;
    mark_bit_set_shared(last_word(object, bytes));
    return true;
  }
  uint64_t *cell = &page_of(object)->marks[first >> 6], bit = (uint64_t)1 << (first & 63);
  uint64_t bits = bit | (uint64_t)1 << (last & 63);
  return (__atomic_fetch_or(cell, bits, __ATOMIC_RELAXED) & bit) == 0;
}

static inline void mark_bit_clear(void *word) {
  size_t index = page_word_index(word);
  page_of(word)->marks[index >> 6] &= ~((uint64_t)1 << (index & 63));
}

// Clears the bits of the words from the page's first object to `end`.
void page_clear_marks(Page *page, const char *end);

// Whether dead objects are still to be seen on the page, so that only the mark bits tell what lives.  Otherwise it can
// be walked object by object.
static inline bool page_is_unswept(const Page *page) {
  return atomic_load_explicit(&page->sweep, memory_order_relaxed) == SWEEP_PENDING && !page->clear_only;
}

// Whether its free blocks are known to the space.
static inline bool page_is_listed(const Page *page) {
  return page->clear_only || atomic_load_explicit(&page->sweep, memory_order_relaxed) == SWEPT;
}

// Calls for each live object of a page whose mark bits are complete (no grey objects); of its first word.
#define FOR_EACH_MARKED(page, object) \
  for (HeapObject *object = marked_next(page, (page)->area_start); object != NULL; object = marked_after(page, object))
HeapObject *marked_next(const Page *page, const char *from);           // the first that begins at `from` or behind it
HeapObject *marked_after(const Page *page, const HeapObject *object);  // skips the bit of the object's last word

// ---- slot sets (the list of pages that have some is in slots.c, as it belongs to the heap)

static inline size_t page_megabytes(const Page *page) { return (page->committed + PAGE_MASK) >> PAGE_SIZE_LOG2; }
bool slot_set_contains(const Page *page, const Word *slot);
void slot_sets_clear_range(Page *page, const char *start, const char *end);  // of both kinds; regular pages
void slot_sets_free(Page *page);

#endif
