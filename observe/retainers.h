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

typedef struct Retainers {
  char *text;    // the path in words: global → cache → closure get → context variable local
  char *root;    // where it begins
  bool passing;  // nothing but a passing root holds the value (observe/graph.h, Hold)
  RetainerStep *steps;
  size_t count;
} Retainers;

// `value` is a pointer.  Allocates nothing in the heap.
void retainers_find(VM *vm, Handle value, Retainers *out);
void retainers_free(Retainers *retainers);

#endif
