// observe/retainers.h - why a value is still there: the shortest path from a root to it.
#ifndef NODULE_OBSERVE_RETAINERS_H
#define NODULE_OBSERVE_RETAINERS_H

#include "vm/vm.h"

// One edge of the path: its type ("property", "context", "element", "internal", ...) and name, and what it leads to.
typedef struct RetainerStep {
  const char *type;
  char *name;
  char *to;
} RetainerStep;

// Another path to the value, that the first one does not tell of; `count`: how many paths there are that differ from it
// in the numbers of elements alone, itself among them.
typedef struct OtherPath {
  char *text;
  size_t count;
} OtherPath;

typedef struct Retainers {
  char *text;    // the path in words: global → cache → closure get → context variable local
  char *root;    // where it begins
  bool passing;  // nothing but a passing root holds the value (observe/graph.h, Hold)
  RetainerStep *steps;
  size_t count;
  OtherPath *others;  // the value is still there when the first path is cut; nearest first
  size_t other_count, others_left_out;
} Retainers;

// `value` is a pointer; at most `others` other paths are told.  Allocates nothing in the heap.
void retainers_find(VM *vm, Handle value, size_t others, Retainers *out);
void retainers_free(Retainers *retainers);

#endif
