// objects/walk.h - the objects that a recursive walk is inside of, and whether one of them is met again.
//
// Each level lives in the C frame that walks its object.  The outermost WALK_SHALLOW levels are compared one by one;
// deeper ones are found through their identity hashes, so that a test costs about the same at every depth.
//
//     WalkLevel level;
//     if (walk_find(&walk, object)) ...     // a cycle
//     walk_enter(vm, &walk, &level, object);
//     ...
//     walk_leave(&walk);
#ifndef NODULE_OBJECTS_WALK_H
#define NODULE_OBJECTS_WALK_H

#include "objects/runtime.h"

#define WALK_SHALLOW 24u
#define WALK_BUCKETS 1024u

typedef struct WalkLevel {
  Handle object;
  struct WalkLevel *outer;
  struct WalkLevel *chain;  // of a deep level: the one entered before it in its bucket
  struct WalkLevel **bucket;
} WalkLevel;

// All zero: outside of everything.
typedef struct Walk {
  WalkLevel *innermost;
  WalkLevel *shallow;   // the innermost of the levels that are compared one by one
  WalkLevel **buckets;  // WALK_BUCKETS of them while there are deep levels, else NULL
  uint32_t depth;
} Walk;

// The level whose object this is, or NULL.  Allocates nothing in the heap.
WalkLevel *walk_find(const Walk *walk, Handle object);
// `object` stays rooted until walk_leave.
void walk_enter(VM *vm, Walk *walk, WalkLevel *level, Handle object);
// Leaves the innermost level.
void walk_leave(Walk *walk);

#endif
