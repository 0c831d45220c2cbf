// observe/dominators.c - the algorithm of Lengauer and Tarjan, with path compression and without balancing.
//
// Nodes go by the number that a depth-first search gives them.  The semidominator of a node is the smallest number
// from which a path leads to it through larger numbers only; going through the nodes from the last to the first, a
// forest (`ancestor`) of what has been dealt with answers where such paths begin.  The simpler algorithm that walks up
// the dominator tree takes quadratic time for long lists whose nodes have one thing in common, and all objects of one
// hidden class have that.  Nothing recurses: lists are as long as the heap is large.
#include "observe/dominators.h"

#include <stdlib.h>

#include "base/memory.h"

#define NONE UINT32_MAX

typedef struct Search {
  const Links *links;
  uint32_t count;    // nodes reached
  uint32_t *number;  // of a node; NONE: not reached.  All that follows is by number
  uint32_t *node;
  uint32_t *parent;  // in the tree of the search
  uint32_t *semi;
  uint32_t *ancestor, *label;  // the forest; label: the number with the smallest semidominator on the way up
  uint32_t *dominator;
  uint32_t *bucket, *next;  // nodes whose semidominator is this one: a list
  uint32_t *path;           // what compress walks over
  size_t *sources_first;    // the edges backwards
  uint32_t *sources;
} Search;

static void *allocate(size_t count, size_t size) { return checked_malloc(count * size + 1); }

static uint32_t *numbers(uint32_t count, uint32_t value) {
  uint32_t *array = allocate(count, sizeof *array);
  for (uint32_t i = 0; i < count; i++) array[i] = value;
  return array;
}

static void reach(Search *s, uint32_t node, uint32_t parent) {
  s->number[node] = s->count;
  s->node[s->count] = node;
  s->parent[s->count++] = parent;
}

static void search_depth_first(Search *s) {
  const Links *links = s->links;
  uint32_t depth = 0, *stack = allocate(links->count, sizeof *stack);
  size_t *at = allocate(links->count, sizeof *at);  // the edge to be followed next
  reach(s, 0, NONE);
  stack[depth++] = 0;
  at[0] = links->first[0];
  while (depth > 0) {
    uint32_t node = stack[depth - 1];
    if (at[node] == links->first[node + 1]) {
      depth--;
      continue;
    }
    uint32_t to = links->targets[at[node]++];
    if (s->number[to] != NONE) continue;
    reach(s, to, s->number[node]);
    at[to] = links->first[to];
    stack[depth++] = to;
  }
  free(stack);
  free(at);
}

// Edges between nodes that are reached, by number.
static void turn_edges(Search *s) {
  const Links *links = s->links;
  s->sources_first = checked_calloc((size_t)s->count + 2, sizeof *s->sources_first);
  size_t *end = s->sources_first + 1;  // while they are filled in, the end of each node's
  for (uint32_t v = 0; v < s->count; v++) {
    uint32_t node = s->node[v];
    for (size_t e = links->first[node]; e < links->first[node + 1]; e++) end[s->number[links->targets[e]] + 1]++;
  }
  for (uint32_t v = 0; v < s->count; v++) end[v + 1] += end[v];
  s->sources = allocate(end[s->count], sizeof *s->sources);
  for (uint32_t v = 0; v < s->count; v++) {
    uint32_t node = s->node[v];
    for (size_t e = links->first[node]; e < links->first[node + 1]; e++) {
      s->sources[end[s->number[links->targets[e]]]++] = v;
    }
  }
}

// Makes the ancestor of all that is on the way up from v the root below which they hang.
static void compress(Search *s, uint32_t v) {
  uint32_t depth = 0;
  for (; s->ancestor[s->ancestor[v]] != NONE; v = s->ancestor[v]) s->path[depth++] = v;
  while (depth > 0) {
    uint32_t w = s->path[--depth], above = s->ancestor[w];
    if (s->semi[s->label[above]] < s->semi[s->label[w]]) s->label[w] = s->label[above];
    s->ancestor[w] = s->ancestor[above];
  }
}

static uint32_t evaluate(Search *s, uint32_t v) {
  if (s->ancestor[v] == NONE) return v;
  compress(s, v);
  return s->label[v];
}

static void empty_bucket(Search *s, uint32_t v) {
  for (uint32_t w = s->bucket[v]; w != NONE; w = s->next[w]) {
    uint32_t u = evaluate(s, w);
    s->dominator[w] = s->semi[u] < s->semi[w] ? u : v;
  }
  s->bucket[v] = NONE;
}

static void find_dominators(Search *s) {
  for (uint32_t v = s->count - 1; v > 0; v--) {
    for (size_t e = s->sources_first[v]; e < s->sources_first[v + 1]; e++) {
      uint32_t u = evaluate(s, s->sources[e]);
      if (s->semi[u] < s->semi[v]) s->semi[v] = s->semi[u];
    }
    s->next[v] = s->bucket[s->semi[v]];
    s->bucket[s->semi[v]] = v;
    s->ancestor[v] = s->parent[v];
    empty_bucket(s, s->parent[v]);
  }
  for (uint32_t v = 1; v < s->count; v++) {
    if (s->dominator[v] != s->semi[v]) s->dominator[v] = s->dominator[s->dominator[v]];
  }
}

static void search_free(Search *s) {
  uint32_t *arrays[] = {s->number,    s->parent, s->semi, s->ancestor, s->label,
                        s->dominator, s->bucket, s->next, s->path,     s->sources};
  for (size_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++) free(arrays[i]);
  free(s->sources_first);
}

Dominators dominators_find(const Links *links) {
  uint32_t n = links->count;
  Search s = {.links = links, .number = numbers(n, NONE), .node = numbers(n, 0), .parent = numbers(n, 0)};
  search_depth_first(&s);
  turn_edges(&s);
  s.semi = numbers(s.count, 0);
  s.label = numbers(s.count, 0);
  for (uint32_t v = 0; v < s.count; v++) s.semi[v] = s.label[v] = v;
  s.ancestor = numbers(s.count, NONE);
  s.dominator = numbers(s.count, 0);
  s.bucket = numbers(s.count, NONE);
  s.next = numbers(s.count, NONE);
  s.path = numbers(s.count, 0);
  find_dominators(&s);
  Dominators result = {.immediate = numbers(n, NO_DOMINATOR), .order = s.node, .reached = s.count};
  for (uint32_t v = 1; v < s.count; v++) result.immediate[s.node[v]] = s.node[s.dominator[v]];
  search_free(&s);
  return result;
}

void dominators_free(Dominators *dominators) {
  free(dominators->immediate);
  free(dominators->order);
}
