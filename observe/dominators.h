// observe/dominators.h - the dominator tree of a graph: whose disappearance would make a node unreachable.
#ifndef NODULE_OBSERVE_DOMINATORS_H
#define NODULE_OBSERVE_DOMINATORS_H

#include <stddef.h>
#include <stdint.h>

#define NO_DOMINATOR UINT32_MAX

// A graph of `count` nodes; node i has edges to targets[first[i]] up to targets[first[i + 1] - 1].  Node 0 is the root.
typedef struct Links {
  uint32_t count;
  const size_t *first;  // count + 1 of them
  const uint32_t *targets;
} Links;

typedef struct Dominators {
  uint32_t *immediate;  // of each node: its immediate dominator; NO_DOMINATOR for the root and what it does not reach
  uint32_t *order;      // the nodes that are reached: each behind its dominator
  uint32_t reached;     // how many they are
} Dominators;

Dominators dominators_find(const Links *links);
void dominators_free(Dominators *dominators);

#endif
