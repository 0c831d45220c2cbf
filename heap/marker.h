// heap/marker.h - the marker: a worklist of grey objects, and what it has put aside for the end.
//
// White objects have not been found.  Grey ones have, and are on the worklist, or are long arrays of which slices
// remain.  Black ones have been looked at.  Between the steps of incremental marking this holds (marking.c has the
// barriers, the verifier checks it):
//
//   a black object of the old generation points to no white object of the old generation
//
// Young objects are not marked before the pause that ends the marking; the worklist holds old objects alone, which
// nothing moves while marking goes on, so scavenges in between need not care for it.
#ifndef NODULE_HEAP_MARKER_H
#define NODULE_HEAP_MARKER_H

#include "heap/ephemerons.h"
#include "heap/page.h"

typedef struct PointerStack {
  HeapObject **items;
  size_t count, capacity;
} PointerStack;

#define SLICE_WORDS 1024  // long arrays are looked at in slices of so many words

typedef struct Slice {
  Word *next, *end;
  Page *page;  // of the array
} Slice;

typedef struct MarkPool MarkPool;

typedef struct Marker {
  Heap *heap;
  PointerStack stack;
  Slice *slices;
  size_t slice_count, slice_capacity;
  PointerStack ephemerons, weak;  // objects of KIND_EPHEMERONS, KIND_WEAK that were found
  PendingPairs pending;           // filled when all that is reached without ephemerons has been marked
  size_t bytes;                   // of the words looked at, and something for each object
  MarkPool *pool;                 // where markers share work; NULL while there is but one
  struct LiveCount *live;         // of this marker while there are several
} Marker;

// How the marker works; constants, so that each combination is compiled by itself.
enum {
  MARK_YOUNG = 1,   // in the pause: young objects too
  MARK_RECORD = 2,  // pages will be evacuated: record the slots that point to them
  MARK_SHARED = 4,  // several markers at once
  MARK_PAIRS = 8,   // ephemerons are being looked at
};

void marker_mark(Marker *m, HeapObject *object);  // white becomes grey
void marker_mark_shape(Marker *m, uint32_t id);
// Looks at objects until there are none left, or m->bytes has grown by `bytes`; returns whether none are left.
bool marker_drain(Marker *m, unsigned mode, size_t bytes);
void marker_mark_roots(Marker *m, unsigned mode);
// All that remains is found by the caller and the helpers together.
void marker_drain_in_parallel(Marker *m, unsigned mode);
// The object's end has come nearer: slices must not go on behind it.
void marker_clip_slices(Marker *m, const HeapObject *object, size_t old_bytes, size_t new_bytes);
void marker_forget(Marker *m);  // empties it and gives its memory back

#endif
