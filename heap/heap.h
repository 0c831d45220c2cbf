// heap/heap.h - the public face of the heap: a moving, generational collector that knows kinds, sizes and pointer
// layouts, and nothing of JavaScript.  It includes nothing from other folders; the embedder (vm/) hands it a table of
// kinds and a few callbacks.
//
// Spaces, sizes and policies follow docs/heap.md.  Everything is driven by bytes, never by the clock: the same sequence
// of allocations gives the same sequence of collections.
#ifndef NODULE_HEAP_HEAP_H
#define NODULE_HEAP_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define KB ((size_t)1024)
#define MB ((size_t)1024 * 1024)

// ---------------------------------------------------------------------------------------------- words and headers

// A tagged word.  It is a pointer to a HeapObject exactly when its upper 16 bits are zero and it is not zero; all other
// words are immediate and of no interest to the collector.
typedef uint64_t Word;

static inline bool word_is_pointer(Word word) { return (word - 1) >> 48 == 0; }

// Every heap object begins with one header word:
//
//   63            32 31        16 15      8 7        1  0
//   +---------------+------------+---------+----------+---+
//   |   aux (32)    | words (16) | flags(8)| kind (7) | 1 |
//   +---------------+------------+---------+----------+---+
//
//   kind   index into the embedder's table of kinds
//   flags  the embedder's, except HEADER_HAS_POINTERS (below)
//   words  size of the object in words where the kind says SIZE_WORDS
//   aux    where the kind has KIND_HAS_SHAPE: index into the shape table; else the embedder's (a string's hash)
//
// While objects are being moved, the header of the old copy is overwritten with the address of the new one; addresses
// are 8-aligned, so bit 0 tells the two apart.
typedef struct HeapObject {
  uint64_t header;
} HeapObject;

#define HEADER_HAS_POINTERS 0x80u  // flag of kinds with KIND_POINTER_FLAG: some element was once stored as a pointer

static inline unsigned header_kind(uint64_t header) { return (unsigned)(header >> 1) & 0x7F; }
static inline unsigned header_flags(uint64_t header) { return (unsigned)(header >> 8) & 0xFF; }
static inline unsigned header_words(uint64_t header) { return (unsigned)(header >> 16) & 0xFFFF; }
static inline uint32_t header_aux(uint64_t header) { return (uint32_t)(header >> 32); }
static inline bool header_is_forwarded(uint64_t header) { return (header & 1) == 0; }
static inline uint64_t header_make(unsigned kind, unsigned flags, unsigned words, uint32_t aux) {
  return (uint64_t)aux << 32 | (uint64_t)words << 16 | (uint64_t)flags << 8 | (uint64_t)kind << 1 | 1;
}

static inline unsigned heap_object_kind(const HeapObject *object) { return header_kind(object->header); }
// Byte and half-word access, so that setting a flag costs one instruction.
typedef uint32_t __attribute__((may_alias)) HeaderHalf;
static inline void heap_object_set_flag(HeapObject *object, unsigned flag) {
  ((uint8_t *)object)[1] = (uint8_t)(((uint8_t *)object)[1] | flag);
}
static inline void heap_object_clear_flag(HeapObject *object, unsigned flag) {
  ((uint8_t *)object)[1] = (uint8_t)(((uint8_t *)object)[1] & ~flag);
}
static inline unsigned heap_object_flags(const HeapObject *object) { return ((const uint8_t *)object)[1]; }
static inline uint32_t heap_object_aux(const HeapObject *object) { return ((const HeaderHalf *)object)[1]; }
static inline void heap_object_set_aux(HeapObject *object, uint32_t aux) { ((HeaderHalf *)object)[1] = aux; }

// ------------------------------------------------------------------------------------------------------ kinds

typedef enum SizeMode {
  SIZE_WORDS,        // header_words
  SIZE_LENGTH,       // word 1, lower 32 bits, is a length: 16 + (length << element_log2) bytes, rounded up to 8
  SIZE_LENGTH_HIGH,  // the same with the upper 32 bits of word 1 (the lower ones read as 0 or mean something else)
} SizeMode;

enum {
  KIND_HAS_SHAPE = 1,     // aux is an index into the shape table; the entry is kept alive by the object
  KIND_POINTER_FLAG = 2,  // holds no pointers at all until HEADER_HAS_POINTERS is set in its flags
  KIND_DATA = 4,          // never holds pointers: lives in old data space when old
  KIND_FINALIZE = 8,      // embedder->finalize is called when it dies (only for objects of code and shape space)
  KIND_EPHEMERONS = 16,   // a weak table: the words from first_pointer on are (key, value) pairs, see below
  KIND_WEAK = 32,         // its pointer words are weak: a full collection that finds their target dead puts
                          // embedder->tombstone in its place
  KIND_CUSTOM_WEAK = 64,  // with KIND_WEAK: embedder->process_weak_object deals with the dead words instead
};

// One kind.  An object's tagged words are those from word `first_pointer` to its end (to `end_pointer` when that is not
// 0); words in front of that are raw.  An object of every kind is at least two words long.
//
// KIND_EPHEMERONS: pairs from word first_pointer on. A scavenge treats them as strong. A full collection keeps a pair's
// value alive only while its key is alive otherwise, and then clears dead pairs (both words to embedder->tombstone).
//
// Kind 0 is the heap's own: free space.  Entry 0 of the embedder's table is not looked at.
typedef struct KindInfo {
  const char *name;
  uint8_t size_mode;      // SizeMode
  uint8_t element_log2;   // SIZE_LENGTH: 0, 1 or 3 for elements of 1, 2 or 8 bytes
  uint8_t first_pointer;  // in words; 0 when it has none
  uint8_t end_pointer;    // in words; 0 means to the end of the object
  uint8_t flags;          // KIND_...
} KindInfo;

// ------------------------------------------------------------------------------------------------------ spaces

typedef enum Space {
  SPACE_NEW,          // two semispaces, bump allocation, Cheney's scavenger
  SPACE_OLD_POINTER,  // promoted objects that may hold pointers
  SPACE_OLD_DATA,     // promoted objects without pointers
  SPACE_CODE,         // functions' code, feedback: never moved
  SPACE_SHAPE,        // hidden classes: never moved
  SPACE_LARGE,        // one object for each mapping; never moved
  SPACE_COUNT
} Space;

// ------------------------------------------------------------------------------------------------------ embedder

typedef struct Heap Heap;

// Called with every root slot; the visitor may change the slots' words (objects move).  Slots need not be aligned to
// anything but 8.
typedef struct RootVisitor RootVisitor;
struct RootVisitor {
  void (*visit)(RootVisitor *visitor, Word *start, Word *end, const char *root_name);
};

typedef enum WeakPhase { WEAK_AFTER_SCAVENGE, WEAK_AFTER_MARKING, WEAK_AFTER_MOVING } WeakPhase;

typedef struct Embedder {
  void *data;
  const KindInfo *kinds;
  unsigned kind_count;
  // Strong roots.
  void (*visit_roots)(void *data, RootVisitor *visitor);
  // Called in scavenges: must visit all strong roots that may point to new space; may leave out others, so that a
  // scavenge need not go through all that is old.  NULL: visit_roots is called.
  void (*visit_young_roots)(void *data, RootVisitor *visitor);
  // Weak tables outside the heap (the table of internalized strings).  WEAK_AFTER_MARKING: drop entries for which
  // heap_is_live() is false.  WEAK_AFTER_SCAVENGE and WEAK_AFTER_MOVING: replace pointers by heap_forwarded(), and
  // after a scavenge drop dead young ones (heap_is_live works in each phase).  May be NULL.
  void (*process_weak)(void *data, Heap *heap, WeakPhase phase);
  // KIND_CUSTOM_WEAK: called with every live object of such a kind after marking, when the entries of dead shapes have
  // left the shape table and before process_weak.  Must leave no pointer for whose target heap_is_live() is false; may
  // call heap_mark_weakly and heap_shrink_weakly, and store (with the write barrier) pointers to live objects.
  void (*process_weak_object)(void *data, Heap *heap, HeapObject *object);
  // KIND_FINALIZE and heap_register_finalizer; may be NULL.  May look at the object's raw words only.  heap_destroy
  // finalizes those still there.
  void (*finalize)(void *data, HeapObject *object);
  // Prints the JavaScript stack to `out` for the out-of-memory report, and flushes what the program has written.
  void (*out_of_memory)(void *data, FILE *out);
  // The index of the shape that objects which have `shape` now were made with, or 0 when that says nothing about them.
  // May be NULL.  For objects that are born old (pretenure.c).
  uint32_t (*birth_shape)(void *data, const HeapObject *shape);
  // For the verifier (HeapConfig.verify), may be NULL: what is wrong with an object whose header, size and pointers are
  // right, in words, or NULL.  The object may be dead; what it points to is there.
  const char *(*check_object)(void *data, const HeapObject *object);
  Word tombstone;  // what a dead weak word and both words of a dead pair of an ephemeron table become; not a pointer
} Embedder;

// What gc_stress does at each of its allocations.
typedef enum GCStressMode {
  STRESS_MIXED,  // scavenges, and now and then a full collection that moves all that can be moved
  STRESS_SCAVENGES,
  STRESS_FULL,
  STRESS_INCREMENTAL,  // steps of incremental marking, of one object each; scavenges in between
} GCStressMode;

typedef struct HeapConfig {
  size_t max_old_generation;  // bytes; 0 = 1400 MB (reference: V8 3.14 and 3.28, x64)
  size_t max_semispace;       // bytes, one semispace, rounded up to a power of two of pages; 0 = 16 MB
  size_t initial_semispace;   // bytes; 0 = 1 MB
  unsigned gc_stress;         // 0 off; N: collect and move at every Nth allocation
  bool verify;                // check every pointer, remembered slot and mark bit before and after each collection
  bool never_compact, always_compact;
  bool no_incremental_marking;  // full collections mark everything in their pause
  bool no_lazy_sweeping;        // pages are swept in the pause
  int gc_threads;               // helper threads; 0: as many as the machine suggests, negative: none
  GCStressMode stress_mode;
  bool stress_waits;     // gc_stress begins with heap_stress_now
  unsigned gc_interval;  // not 0: a full collection at every Nth allocation
} HeapConfig;

Heap *heap_create(const HeapConfig *config, const Embedder *embedder);
// Another limit for the old generation, in bytes.  One below what is in use takes effect as things die.
void heap_set_max_old_generation(Heap *heap, size_t bytes);
size_t heap_max_old_generation(const Heap *heap);
void heap_destroy(Heap *heap);
// The embedder has made its first objects: with HeapConfig.stress_waits, gc_stress begins here.
void heap_stress_now(Heap *heap);

// ------------------------------------------------------------------------------------------------------ allocation

// Larger objects get a mapping of their own in SPACE_LARGE.
#define MAX_REGULAR_OBJECT_SIZE (128 * KB)

#define TENURED_SHAPES 1024

// The first fields of Heap, known here so that allocation can be inlined (heap-inl.h).
typedef struct HeapFast {
  char *new_top;    // bump pointer in new space
  char *new_limit;  // == new_top or below the page's end when the allocator must call in (stress, incremental steps)
  HeapObject **shapes;              // the shape table
  bool marking;                     // incremental marking goes on: changes of shapes are reported (heap_set_shape)
  uint8_t tenured[TENURED_SHAPES];  // by index in the shape table, modulo the size: such objects are born old
} HeapFast;

typedef enum AllocationSpace { ALLOCATE_YOUNG, ALLOCATE_OLD, ALLOCATE_CODE, ALLOCATE_SHAPE } AllocationSpace;

// Returns `bytes` (rounded up to 8) of memory, header not set, contents undefined except that memory of large objects
// is zero (*zeroed tells, when not NULL).  The caller writes the header and every tagged word before the next
// allocation.  May collect and move objects.  Never returns NULL: when the limit is reached it reports and aborts.
// `kind` decides between old pointer and old data space.
HeapObject *heap_allocate(Heap *heap, unsigned kind, size_t bytes, AllocationSpace space, bool *zeroed);

// Shortens a SIZE_LENGTH object in place or gives back the tail of one (what is cut off becomes free space).  The
// caller then writes the new length.
void heap_shrink_object(Heap *heap, HeapObject *object, size_t old_bytes, size_t new_bytes);

size_t heap_object_size(const Heap *heap, const HeapObject *object);
Space heap_space_of(const Heap *heap, const HeapObject *object);
const char *heap_space_name(Space space);
// When `object` dies, found by a scavenge or by a full collection, embedder->finalize is called with it, once, in that
// collection.  For objects that own memory outside the heap; objects of any space.
void heap_register_finalizer(Heap *heap, HeapObject *object);
// How many scavenges a young object has survived: 0 or 1.
int heap_object_age(const Heap *heap, const HeapObject *object);

// ------------------------------------------------------------------------------------------------------ shape table

// heap_shape_add enters `shape` (an object of SPACE_SHAPE) in the table and returns its index, never 0.  An entry lives
// while an object whose header has its index lives, or the entry is reached otherwise (it is an ordinary object).
// The index of a shape that a full collection found dead is used again: who remembers indexes without keeping their
// shapes alive forgets the dead ones (heap_shape_at() is NULL) in process_weak_object or process_weak.
uint32_t heap_shape_add(Heap *heap, HeapObject *shape);

// ------------------------------------------------------------------------------------------------------ collection

typedef enum GCKind { GC_SCAVENGE, GC_MARK_SWEEP, GC_MARK_COMPACT } GCKind;

// Reasons are the texts that the trace prints ("allocation failure", "testing", "last resort", ...).
void heap_collect(Heap *heap, GCKind kind, const char *reason);

bool heap_is_live(const Heap *heap, const HeapObject *object);           // in process_weak, process_weak_object only
HeapObject *heap_forwarded(const Heap *heap, const HeapObject *object);  // in process_weak only
// In process_weak after marking, process_weak_object: what points to dead objects becomes `cleared`; returns how many.
size_t heap_clear_dead(Heap *heap, Word *start, Word *end, Word cleared);

// In process_weak_object only.  heap_mark_weakly: `part`, which belongs to a live object, lives on, but keeps nothing
// alive: the pointers in it must be to live objects already.  heap_shrink_weakly: cuts off the tail of a live object of
// a SIZE_LENGTH kind; the caller then writes the new length.
void heap_mark_weakly(Heap *heap, HeapObject *part);
void heap_shrink_weakly(Heap *heap, HeapObject *object, size_t old_bytes, size_t new_bytes);

// Off-heap memory that the heap's objects keep alive; growth presses the collector (docs/heap.md), never the limit.
// A positive delta may collect.
void heap_adjust_external(Heap *heap, int64_t delta);
int64_t heap_external(const Heap *heap);

// Off-heap memory that the limit of the old generation bounds too: what the program's code and the embedder's work take
// (bytecode, sources, patterns, texts being built).  It counts as if the old generation held it, so that it makes full
// collections due.  A positive delta may collect; where collecting gives no room, the program ends with the report of
// memory exhausted.  A negative one may come from a finalizer.
void heap_adjust_limited(Heap *heap, int64_t delta);
int64_t heap_limited(const Heap *heap);

// While the count is above 0, an allocation is a bug and aborts (NO_GC in vm/roots.h).
void heap_no_gc_enter(Heap *heap);
void heap_no_gc_leave(Heap *heap);

// ------------------------------------------------------------------------------------------------------ figures

typedef struct SpaceStatistics {
  size_t used;       // bytes in objects
  size_t available;  // free list (new space: capacity - used)
  size_t committed;  // page areas in use by the space
  size_t physical;   // mapped
} SpaceStatistics;

typedef struct HeapStatistics {
  size_t heap_total;  // committed: process.memoryUsage().heapTotal (reference/v8-heap.md section 12)
  size_t heap_used;   // object bytes: heapUsed
  size_t limit;       // heap_size_limit: 4 * max semispace + max old generation
  size_t max_old_generation, max_semispace, semispace;
  size_t allocator_total;  // all memory taken from the system for the heap, new-space reservation included
  int64_t external;        // limited bytes too
  SpaceStatistics spaces[SPACE_COUNT];
} HeapStatistics;

void heap_statistics(const Heap *heap, HeapStatistics *out);

// ------------------------------------------------------------------------------------------------------ events

typedef struct GCEvent {
  enum { GC_EVENT_START, GC_EVENT_END, GC_EVENT_MESSAGE } type;
  const char *message;  // of GC_EVENT_MESSAGE, which has no other figures: a decision of the policy, in words
  GCKind kind;
  const char *reason;            // why a collection: "allocation failure"
  const char *collector_reason;  // why this collector: "promotion limit reached", or "" where there is none
  unsigned number;               // of this collection, from 1
  double start_ms, pause_ms;     // since the heap was made; of this pause
  HeapStatistics before, after;  // after: only in END
  size_t allocated;              // bytes since the last collection ended
  size_t promoted, copied;       // bytes moved to old space, to the other semispace
  size_t dead;                   // bytes of objects found dead: young ones by a scavenge, all by a full collection
  size_t nodes_promoted, nodes_copied;  // young objects
  size_t holes_before, holes_after;     // bytes in free lists and waste of the old spaces
  double mark_ms, sweep_ms, evacuate_ms, roots_ms, update_ms, weak_ms;  // phases
  double mutator_ms;                                                    // time since the last collection ended
  // Incremental marking.  A scavenge: the steps since the last collection; a full collection: those since marking
  // started.
  bool incremental;  // a full collection that ended an incremental marking
  unsigned steps;
  double steps_ms, biggest_step_ms;
  double marking_ms;         // a full collection: time since marking started, whatever else went on
  bool forced;               // asked for by gc() or by a flag
  unsigned threads;          // that marked
  unsigned pages_compacted;  // pages whose objects have moved away
  size_t semispace_before, semispace_after;
} GCEvent;

typedef void (*GCListener)(void *data, const GCEvent *event);
void heap_add_listener(Heap *heap, GCListener listener, void *data);
void heap_remove_listener(Heap *heap, GCListener listener, void *data);

// A line for the "Last few GCs" of the out-of-memory report (a listener adds one per collection).
void heap_note_gc_line(Heap *heap, const char *line);

// Visits the strong roots, as a collection does.
void heap_visit_roots(Heap *heap, RootVisitor *visitor);
// Visits every object (dead ones not yet swept are skipped when a full collection was just made).
typedef void (*ObjectVisitor)(void *data, HeapObject *object, size_t bytes, Space space);
void heap_visit_objects(Heap *heap, ObjectVisitor visitor, void *data);

// One page: of an old space as the last sweep has left it, of new space where objects are, or of a large object (which
// begins in its first megabyte).
typedef struct PageFigures {
  Space space;
  const void *page;     // its address, a multiple of 1 MB: that of the objects on it, rounded down
  size_t area, used;    // bytes; used: in objects
  size_t blocks[4];     // free bytes in blocks from 256, 2048, 16384 and 131072 bytes
  size_t tiny, wasted;  // in smaller blocks; in gaps too small for a block
  bool unswept;         // waits to be swept: the free bytes are not divided yet
  bool moving;          // will be evacuated
} PageFigures;
typedef void (*PageVisitor)(void *data, const PageFigures *figures);
void heap_visit_pages(const Heap *heap, PageVisitor visitor, void *data);

// Prints the report (last few GCs, JavaScript stack, "FATAL ERROR: <location> Allocation failed - JavaScript heap out
// of memory") to standard error and aborts.
_Noreturn void heap_fatal_out_of_memory(Heap *heap, const char *location);

#endif
