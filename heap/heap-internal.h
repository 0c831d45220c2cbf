// heap/heap-internal.h - what the files of heap/ share: the Heap itself and the inline functions of the hot loops.
// Nothing outside heap/ includes it.
//
// A collection runs in this order (collect.c):
//   scavenge                 roots and slot sets -> copy or promote what is reached -> weak tables of the embedder
//   mark-sweep, -compact     mark what is left, young objects too -> weak things -> choose pages to evacuate (with
//                            incremental marking: chosen when that began) -> pages are set aside for sweeping -> a
//                            scavenge that promotes everything -> evacuate, update pointers -> give pages back ->
//                            helpers begin to sweep
// So the scavenger is the only code that moves young objects, and the only pages whose dead objects can still be seen
// are those that wait for being swept.
#ifndef NODULE_HEAP_HEAP_INTERNAL_H
#define NODULE_HEAP_HEAP_INTERNAL_H

#include "base/memory.h"
#include "heap/heap.h"
#include "heap/marker.h"
#include "heap/page.h"
#include "heap/workers.h"

#define LIKELY(e) __builtin_expect(!!(e), 1)
#define UNLIKELY(e) __builtin_expect(!!(e), 0)

// ---------------------------------------------------------------------------------------------- kinds

#define MAX_KINDS 128
#define KIND_FREE_SPACE 0u  // `words` words, or as many bytes as word 1 says where that is 0
#define SIZE_FREE_SPACE 3   // its size mode

// A KindInfo without its name: all kinds fit in sixteen cache lines.
typedef struct Layout {
  uint8_t size_mode, element_log2, first_pointer, end_pointer, flags;
  uint8_t unused[3];
} Layout;

// ---------------------------------------------------------------------------------------------- spaces

// New space: two semispaces in one reservation.  Pages of a semispace follow each other, so "older than the age mark"
// and "in from-space" are comparisons of addresses.
typedef struct NewSpace {
  char *reservation;
  size_t reserved;
  char *to, *from;  // where the semispaces begin
  size_t capacity;  // of one semispace
  size_t initial, maximum;
  Page *page;           // allocation goes on here
  size_t used_before;   // object bytes on the pages of to-space before `page`
  char *age_mark;       // objects below have survived a scavenge
  size_t survived;      // bytes that survived since the semispaces grew; fading
  bool limited;         // most of what is allocated survives: held at the initial size (policy.c)
  unsigned high;        // scavenges in a row that most survived
  bool from_committed;  // not so while from-space has been given back
  unsigned slots;       // places of the reservation that semispaces take in turn: 2, more in stress mode
  uint64_t protected_slots;
} NewSpace;

// One of the paged spaces.
typedef struct OldSpace {
  Space id;
  char *top, *limit;  // bump area
  Page *first, *last;
  size_t page_count;
  size_t committed;  // bytes of its pages
  size_t capacity;   // bytes of their areas
  size_t allocated;  // bytes handed out to objects, the whole bump area included
  Page *free_pages[FREE_CLASSES];
  Page *tiny_page[TINY_CLASSES];  // where tiny blocks are looked for next
  size_t free_bytes;              // in the free lists
  size_t wasted;
} OldSpace;

typedef struct LargeSpace {
  Page *first;
  size_t count;
  size_t committed;
  size_t used;
  size_t unmarked;       // object bytes that a marker need not look at (large_unmarked), when they were last counted:
  size_t unmarked_used;  // `used` at that time
} LargeSpace;

// How far an old space may go to find room.
typedef enum Room {
  ROOM_UNDER_LIMIT,    // a new page only while the allocation limit is not reached
  ROOM_UNDER_MAXIMUM,  // a new page while the maximum permits it
  ROOM_BY_FORCE,       // a new page in any case: in the middle of moving objects there is no way back
} Room;

typedef enum CompactMode { COMPACT_NEVER, COMPACT_BY_RULE, COMPACT_MOST, COMPACT_ALL } CompactMode;

typedef enum MarkingState {
  MARKING_STOPPED,
  MARKING_ACTIVE,
  MARKING_COMPLETE,  // no grey object was left, the final pause is due; the barrier and promotion may add some yet
} MarkingState;

// The steps of the marking under way, or of the last one.
typedef struct MarkingSteps {
  double start_ms, ms, biggest_ms;
  unsigned count;
  unsigned reported;  // steps and their time that scavenges have told of
  double reported_ms;
  size_t used;       // the old generation's object bytes at the start
  size_t old_bytes;  // allocated outside new space since the last step
  bool sweeping;     // marking is to start when the last pages of the collection before have been swept
  char *due;         // the next step: when allocation in new space gets there
} MarkingSteps;

// Pages of old pointer and old data space that were not swept in the pause (sweep.c).
typedef struct Sweeping {
  Page **pages;  // those of a space from next[space] to end[space]
  size_t count, capacity;
  size_t next[SPACE_COUNT], end[SPACE_COUNT];
  unsigned budget;  // pages that the collection under way may yet sweep for room
  bool helped;      // helpers have been called
  Job job;
  _Atomic size_t helpers_next;
  _Atomic bool hurry;  // helpers shall begin with no further page
} Sweeping;

// How many bytes of objects of a shape survived a scavenge.
typedef struct Survivors {
  uint32_t shape;
  size_t bytes;
} Survivors;

// Memory that a helper gives back to the system (unmap.c).
typedef struct Unmapped {
  Page *page;
  size_t bytes;
  bool regular;  // not of the large object space
} Unmapped;

typedef struct Unmapping {
  Unmapped *items;
  size_t count, capacity;
  bool posted;
  Job job;
} Unmapping;

// Memory that a helper makes present (populate.c).
typedef struct Populating {
  char *start, *end;
  size_t bytes;
  bool posted;
  _Atomic bool busy;
  Job job;
} Populating;

#define MOVING_FILTER_CELLS 64

typedef struct Listener {
  GCListener function;
  void *data;
} Listener;

#define GC_LINES 8

// A line for the report of memory exhausted; its memory is used again for a later line.
typedef struct NotedLine {
  char *text;
  size_t capacity;
} NotedLine;

struct Heap {
  HeapFast fast;
  Layout layouts[MAX_KINDS];
  Embedder embedder;
  HeapConfig config;
  size_t max_old_generation;

  NewSpace new_space;
  OldSpace spaces[SPACE_COUNT];  // only the paged ones are used
  LargeSpace large;
  PageAllocator pages;
  Page **slot_pages;  // pages with slots in their slot sets
  size_t slot_page_count, slot_page_capacity;

  uint32_t shape_count, shape_capacity;  // index 0 counts
  uint32_t shape_unused;                 // indexes below are in use
  uint8_t *shape_live;                   // the marker has seen an object of that shape

  // marking
  MarkingState marking;
  Marker marker;
  MarkingSteps steps;
  bool moving;  // pages to be evacuated were chosen before marking; slots that point to them are recorded
  uint64_t moving_filter[MOVING_FILTER_CELLS];  // bit (address >> 20) % 4096 of each of those pages
  Sweeping sweeping;
  Unmapping unmapping;
  Populating populating;
  Workers *workers;  // NULL: no helper threads

  Survivors survivors[TENURED_SHAPES];  // of the last scavenge that counted, by shape (pretenure.c)
  size_t born_old;                      // bytes of objects since their shapes were last put to the test

  // policy
  size_t size_after_full;       // old_generation_counted when the last full collection ended
  size_t old_limit;             // the old generation's size at which a full collection is due
  bool promotion_failed;        // by the last scavenge
  unsigned ineffective;         // full collections in a row near the maximum that freed nearly nothing for much work
  size_t allocated_since_full;  // bytes, up to the start of the last collection
  int64_t external, external_base;  // now; when the last full collection ended
  int64_t external_after_last;      // when the last collection ended
  size_t limited;                   // off-heap bytes that max_old_generation bounds
  size_t used_after_last;           // object bytes when the last collection ended; freed bytes since then taken off

  // state
  unsigned no_gc;
  bool collecting, full_collection, forced;
  bool saving_memory;  // by the full collection under way: what it frees is gone when it returns
  bool pool_pages;     // the program is busy allocating: keep the memory of pages that became empty
  enum { NOT_WEAK, WEAK_SCAVENGED, WEAK_MARKED, WEAK_MOVED } weak_state;
  bool stress_waits;                              // heap_stress_now has not been called
  uint64_t stress_allocations, stress_scavenges;  // since the last stress collection, the last full one

  PointerStack young_finalizers, old_finalizers;  // finalizers.c

  // events
  Listener *listeners;
  size_t listener_count;
  unsigned collection_number;
  double created_ms, last_end_ms;
  GCEvent event;  // of the collection under way; phases add to it
  NotedLine gc_lines[GC_LINES];
  unsigned gc_line_count;
};

#define FOR_EACH_PAGED_SPACE(heap, space)                                         \
  for (__typeof__(&(heap)->spaces[0]) space = &(heap)->spaces[SPACE_OLD_POINTER]; \
       space <= &(heap)->spaces[SPACE_SHAPE]; space++)
#define FOR_EACH_PAGE(space, page) for (Page *page = (space)->first; page != NULL; page = page->next)

// ---------------------------------------------------------------------------------------------- sizes and layouts

static inline const Layout *layout_of(const Heap *heap, uint64_t header) { return &heap->layouts[header_kind(header)]; }

static inline size_t layout_size(const Layout *layout, const HeapObject *object, uint64_t header) {
  if (LIKELY(layout->size_mode == SIZE_WORDS)) return (size_t)header_words(header) * sizeof(Word);
  // a filler of one word may be the last word of a page: nothing behind it can be read
  if (layout->size_mode == SIZE_FREE_SPACE && header_words(header) != 0)
    return (size_t)header_words(header) * sizeof(Word);
  uint64_t length = ((const uint64_t *)object)[1];
  if (layout->size_mode == SIZE_FREE_SPACE) return (size_t)length;
  length = layout->size_mode == SIZE_LENGTH_HIGH ? length >> 32 : length & UINT32_MAX;
  return (size_t)((16 + (length << layout->element_log2) + 7) & ~(uint64_t)7);
}

static inline size_t object_size(const Heap *heap, const HeapObject *object) {
  return layout_size(layout_of(heap, object->header), object, object->header);
}

// The tagged words of an object of `bytes` bytes: from the result on to *end, none if that is not above it.
static inline Word *layout_pointers(const Layout *layout, HeapObject *object, uint64_t header, size_t bytes,
                                    Word **end) {
  Word *words = (Word *)object;
  *end = words;
  if (layout->first_pointer == 0) return words;
  if ((layout->flags & KIND_POINTER_FLAG) && !(header_flags(header) & HEADER_HAS_POINTERS)) return words;
  *end = layout->end_pointer != 0 ? words + layout->end_pointer : words + bytes / sizeof(Word);
  return words + layout->first_pointer;
}

static inline HeapObject *word_object(Word word) { return (HeapObject *)(uintptr_t)word; }
static inline Word object_word(const HeapObject *object) { return (Word)(uintptr_t)object; }

static inline HeapObject *forwarding_address(uint64_t header) { return (HeapObject *)(uintptr_t)header; }

// Makes [start, start + bytes) a free-space object, so that pages can be walked.
static inline void write_filler(char *start, size_t bytes) {
  uint64_t *words = (uint64_t *)(void *)start;
  if (bytes == 0) return;
  if (bytes == sizeof(Word)) {
    words[0] = header_make(KIND_FREE_SPACE, 0, 1, 0);
  } else {
    words[0] = header_make(KIND_FREE_SPACE, 0, 0, 0);
    words[1] = bytes;
  }
}

// ---------------------------------------------------------------------------------------------- new-space.c

bool new_space_create(Heap *heap);
void new_space_destroy(Heap *heap);
HeapObject *new_space_allocate(Heap *heap, size_t bytes);  // NULL when to-space is full
void new_space_set_limit(Heap *heap);                      // recomputes the limit of inline allocation
size_t new_space_used(const Heap *heap);
void new_space_grow_if_due(Heap *heap);
void new_space_shrink(Heap *heap);
void new_space_reduce(Heap *heap);  // the same as far as what is in use permits, without giving back what will be used
void new_space_flip(Heap *heap);    // the other semispace becomes an empty to-space
// After the scavenger filled to-space up to `top` of `page`, with `used_before` bytes on the pages before.
void new_space_set_top(Heap *heap, Page *page, char *top, size_t used_before);
void new_space_leave_from(Heap *heap, char *end);  // its objects, up to `end`, have moved
static inline bool in_range(uint64_t address, const char *start, size_t size) {
  return address - (uint64_t)(uintptr_t)start < size;
}
static inline Page *new_space_next_page(const Heap *heap, const char *start, const Page *page) {
  const char *next = (const char *)page + PAGE_SIZE_BYTES;
  return next < start + heap->new_space.capacity ? (Page *)(uintptr_t)next : NULL;
}
// Calls for the pages of to-space, with the end of their objects.
#define FOR_EACH_NEW_PAGE(heap, page)                                   \
  for (Page *page = (Page *)(void *)(heap)->new_space.to; page != NULL; \
       page = page == (heap)->new_space.page ? NULL : (Page *)(void *)((char *)page + PAGE_SIZE_BYTES))
static inline char *new_page_top(const Heap *heap, const Page *page) {
  return page == heap->new_space.page ? heap->fast.new_top : page->top;
}

// ---------------------------------------------------------------------------------------------- old-space.c

void old_spaces_create(Heap *heap);
bool old_space_refill(Heap *heap, OldSpace *space, size_t bytes, Room room);  // a bump area for at least `bytes`
void old_space_close_area(OldSpace *space);  // gives the rest of the bump area back to the free list
void old_spaces_close_areas(Heap *heap);
void old_space_fill_area(const OldSpace *space);  // makes the rest of the bump area walkable
void page_add_free(OldSpace *space, Page *page, char *start, size_t bytes);
void page_put_block(Page *page, char *start, size_t bytes);  // on the page's list alone
void page_list_blocks(OldSpace *space, Page *page);          // the page's blocks enter the free lists of the space
void old_space_restart_tiny(OldSpace *space);                // tiny blocks are looked for from the first page on
void page_find_free(Heap *heap, OldSpace *space, Page *page);
void page_forget_free(OldSpace *space, Page *page);  // takes the page's blocks out of the free lists
void old_space_unlink_page(OldSpace *space, Page *page);
void heap_release_page(Heap *heap, Page *page);  // of no space any more
void old_space_release_empty_pages(Heap *heap, OldSpace *space, size_t keep);
size_t old_space_used(const OldSpace *space);
size_t old_space_available(const OldSpace *space);  // free, whether in the free lists or still to be swept
size_t old_generation_used(const Heap *heap);       // object bytes
size_t old_generation_committed(const Heap *heap);  // pages and mappings
size_t old_generation_taken(const Heap *heap);      // what max_old_generation bounds
size_t old_generation_room(const Heap *heap);       // what it leaves
size_t first_pages_unused(const Heap *heap);        // part of that room
static inline HeapObject *old_space_allocate(Heap *heap, OldSpace *space, size_t bytes, Room room) {
  if (UNLIKELY((size_t)(space->limit - space->top) < bytes) && !old_space_refill(heap, space, bytes, room)) return NULL;
  char *top = space->top;
  space->top = top + bytes;
  return (HeapObject *)(void *)top;
}

// ---------------------------------------------------------------------------------------------- large.c

HeapObject *large_allocate(Heap *heap, size_t bytes);  // NULL when it does not fit under the maximum
void large_shrink(Heap *heap, HeapObject *object, size_t bytes);
void large_sweep(Heap *heap);
// Object bytes without pointers: texts, and arrays of numbers.  They cost a marker nothing, however many they are.
size_t large_unmarked(Heap *heap);
void large_destroy(Heap *heap);
static inline HeapObject *large_object(const Page *page) { return (HeapObject *)(void *)page->area_start; }

// ---------------------------------------------------------------------------------------------- slots.c

void slots_record(Heap *heap, Page *host_page, Word *slot);
void slots_forget_page(Heap *heap, Page *page);  // frees its sets and takes it off the list
// Takes the list away for a walk; pages that keep slots are listed again with slots_list_page.
Page **slots_take_list(Heap *heap, size_t *count);
void slots_list_page(Heap *heap, Page *page);
// Drops the slots of dead objects; mark bits are complete.
void slots_drop_dead(Heap *heap);
typedef void (*SlotVisitor)(void *data, Word *slot);
void slots_visit_live(Heap *heap, SlotVisitor visitor, void *data);  // remembered slots of live objects
void slot_set_visit(Page *page, size_t megabyte, const SlotSet *set, SlotVisitor visitor, void *data);
// Slots that point to pages that will be evacuated.  Threads may record at the same time.
void moving_slots_record(Page *host_page, Word *slot);
bool moving_slot_is_recorded(const Page *page, const Word *slot);
void moving_slots_drop_dead(Page *page);
void moving_slots_free(Page *page);

// ---------------------------------------------------------------------------------------------- marking.c, weak.c

static inline bool in_new_space(const Heap *heap, Word word) {
  return in_range(word, heap->new_space.reservation, heap->new_space.reserved);
}
// Whether the pointer goes to a page that will be evacuated.
static inline bool word_is_moving(const Heap *heap, Word word) {
  size_t bit = word >> PAGE_SIZE_LOG2 & (MOVING_FILTER_CELLS * 64 - 1);
  return UNLIKELY(heap->moving_filter[bit >> 6] >> (bit & 63) & 1) && page_of(word_object(word))->evacuating;
}

static inline bool steps_go_on(const Heap *heap) { return heap->marking != MARKING_STOPPED || heap->steps.sweeping; }
unsigned page_flags_for(const Heap *heap, Space owner);
void marking_start(Heap *heap);
bool marking_step(Heap *heap, size_t bytes);  // returns whether marking is complete
void marking_abort(Heap *heap);
void marking_finish(Heap *heap);  // in the pause: all live objects are marked, weak things dealt with
void marking_object_allocated(Heap *heap, HeapObject *object);  // in the old generation; not initialized yet
// A word of a root or of a young object, whose old referents incremental marking has to find.
static inline void marking_root(Heap *heap, Word word) {
  if (word_is_pointer(word) && !in_new_space(heap, word)) marker_mark(&heap->marker, word_object(word));
}
void marking_object_shrunk(Heap *heap, HeapObject *object, size_t old_bytes, size_t new_bytes);
void marker_process_weak(Marker *m, unsigned mode);

// ---------------------------------------------------------------------------------------------- sweep.c

void sweep_start(Heap *heap);  // in the pause, after marking: puts off old pages, sweeps the other spaces
void sweep_go_on(Heap *heap);  // at the end of the pause: helpers begin
bool sweep_next(Heap *heap, OldSpace *space);  // takes over the next page; false: there is none
bool sweep_some(Heap *heap, size_t count);     // so many pages of each space; returns whether there are more
void sweep_page_now(Heap *heap, Page *page);
void sweep_finish(Heap *heap);
void sweep_call_helpers_back(Heap *heap);  // no helper sweeps any more
void sweep_destroy(Heap *heap);

// ---------------------------------------------------------------------------------------------- pretenure.c

void pretenure_forget(Heap *heap);
void pretenure_born_old(Heap *heap, size_t bytes);
void pretenure_count_from(Heap *heap);  // the scavenge to come counts its survivors
void pretenure_decide(Heap *heap, size_t used, size_t survived);
static inline void pretenure_count(Heap *heap, uint32_t shape, size_t bytes) {
  Survivors *s = &heap->survivors[shape % TENURED_SHAPES];
  s->shape = shape;
  s->bytes += bytes;
}

// ---------------------------------------------------------------------------------------------- unmap.c

void unmap_large_page(Heap *heap, Page *page);
void unmap_regular_page(Heap *heap, Page *page, bool pooled);  // pooled: kept, if there is room in the pool
void unmap_pool(Heap *heap, bool entirely);
void unmap_start(Heap *heap);   // at the end of a pause
void unmap_finish(Heap *heap);  // all is given back

void populate_behind(Heap *heap, const Page *page);  // populate.c: `page` was taken just now
void populate_finish(Heap *heap);
void populate_take_back(Heap *heap);  // what is present ahead is given back

// ---------------------------------------------------------------------------------------------- collectors

void scavenge(Heap *heap, bool promote_all);             // scavenge.c
void moving_choose_before(Heap *heap);                   // compact.c: as incremental marking starts
bool moving_choose_after(Heap *heap, CompactMode mode);  // when all has been marked; is there anything to move?
void moving_evacuate(Heap *heap);
void moving_forget(Heap *heap);                  // the chosen pages stay where they are
void verify_heap(Heap *heap, const char *when);  // verify.c
void collect(Heap *heap, GCKind kind, CompactMode mode, const char *reason, const char *collector_reason);  // collect.c
void run_process_weak(Heap *heap, WeakPhase phase);                                                         // collect.c
size_t old_generation_counted(const Heap *heap);  // policy.c: object bytes and limited off-heap bytes

void shapes_create(Heap *heap);  // shapes.c
void shapes_prepare_marking(Heap *heap);
void shapes_clear_dead(Heap *heap);
void shapes_destroy(Heap *heap);

void finalizers_after_scavenge(Heap *heap);  // finalizers.c
void finalizers_after_marking(Heap *heap);
void finalizers_after_moving(Heap *heap);
void finalizers_destroy(Heap *heap);

double clock_ms(void);  // events.c
void event_begin(Heap *heap, GCKind kind, const char *reason, const char *collector_reason);
void event_end(Heap *heap);
void event_message(Heap *heap, const char *format, ...) __attribute__((format(printf, 2, 3)));  // a line for the trace

// For the collector's own lists: ends the program when memory is out (base/memory.h).
void *heap_realloc(Heap *heap, void *memory, size_t bytes);
_Noreturn void heap_bug(const char *format, ...) __attribute__((format(printf, 1, 2)));

static inline void pointer_stack_push(Heap *heap, PointerStack *stack, HeapObject *object) {
  if (UNLIKELY(stack->count == stack->capacity)) {
    stack->capacity = stack->capacity == 0 ? 1024 : stack->capacity * 2;
    stack->items = heap_realloc(heap, stack->items, stack->capacity * sizeof stack->items[0]);
  }
  stack->items[stack->count++] = object;
}

#endif
