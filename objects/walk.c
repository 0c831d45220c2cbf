// objects/walk.c - see walk.h.
#include "objects/walk.h"

#include <stdlib.h>

#include "base/memory.h"
#include "objects/identity.h"

// Identity hashes are multiples of an odd number: their upper bits are spread evenly.
static WalkLevel **bucket_of(const Walk *walk, uint32_t hash) { return &walk->buckets[hash >> 22]; }
_Static_assert(WALK_BUCKETS == 1u << (32 - 22), "bucket_of gives an index of a bucket");

WalkLevel *walk_find(const Walk *walk, Handle object) {
  if (walk->buckets) {
    uint32_t hash = object_identity_hash_if_any(object);
    WalkLevel *level = hash != 0 ? *bucket_of(walk, hash) : NULL;
    for (; level; level = level->chain) {
      if (value_same(*level->object, *object)) return level;
    }
  }
  for (WalkLevel *level = walk->shallow; level; level = level->outer) {
    if (value_same(*level->object, *object)) return level;
  }
  return NULL;
}

void walk_enter(VM *vm, Walk *walk, WalkLevel *level, Handle object) {
  *level = (WalkLevel){.object = object, .outer = walk->innermost};
  walk->innermost = level;
  if (walk->depth++ < WALK_SHALLOW) {
    walk->shallow = level;
    return;
  }
  if (walk->buckets == NULL) walk->buckets = checked_calloc(WALK_BUCKETS, sizeof *walk->buckets);
  level->bucket = bucket_of(walk, object_identity_hash(vm, object));
  level->chain = *level->bucket;
  *level->bucket = level;
}

void walk_leave(Walk *walk) {
  WalkLevel *level = walk->innermost;
  walk->innermost = level->outer;
  if (--walk->depth < WALK_SHALLOW) {
    walk->shallow = level->outer;
    return;
  }
  *level->bucket = level->chain;
  if (walk->depth > WALK_SHALLOW) return;
  free(walk->buckets);
  walk->buckets = NULL;
}
