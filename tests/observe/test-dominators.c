// tests/observe/test-dominators.c - dominator trees: small graphs by hand, random ones against the definition, a large
// one that must not take long.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "observe/dominators.h"

typedef struct Edge {
  uint32_t from, to;
} Edge;

typedef struct Graph {
  Links links;
  size_t *first;
  uint32_t *targets;
} Graph;

static Graph graph_of(uint32_t count, const Edge *edges, size_t edge_count) {
  Graph g = {.first = calloc(count + 2, sizeof(size_t)), .targets = calloc(edge_count + 1, sizeof(uint32_t))};
  size_t *end = g.first + 1;
  for (size_t e = 0; e < edge_count; e++) end[edges[e].from + 1]++;
  for (uint32_t v = 0; v < count; v++) end[v + 1] += end[v];
  for (size_t e = 0; e < edge_count; e++) g.targets[end[edges[e].from]++] = edges[e].to;
  g.links = (Links){count, g.first, g.targets};
  return g;
}

static void graph_free(Graph *g) {
  free(g->first);
  free(g->targets);
}

static void expect(uint32_t count, const Edge *edges, size_t edge_count, const uint32_t *immediate) {
  Graph g = graph_of(count, edges, edge_count);
  Dominators d = dominators_find(&g.links);
  for (uint32_t v = 0; v < count; v++) assert_int_equal(d.immediate[v], immediate[v]);
  dominators_free(&d);
  graph_free(&g);
}
#define EXPECT(count, edges, ...) \
  expect(count, edges, sizeof edges / sizeof edges[0], (const uint32_t[]){NO_DOMINATOR, __VA_ARGS__})

static void by_hand(void **state) {
  (void)state;
  const Edge chain[] = {{0, 1}, {1, 2}, {2, 3}};
  EXPECT(4, chain, 0, 1, 2);
  const Edge diamond[] = {{0, 1}, {1, 2}, {1, 3}, {2, 4}, {3, 4}};
  EXPECT(5, diamond, 0, 1, 1, 1);
  const Edge cycle[] = {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {2, 2}, {1, 0}};
  EXPECT(4, cycle, 0, 1, 2);
  const Edge two_ways_in[] = {{0, 1}, {0, 2}, {1, 3}, {3, 4}, {4, 3}, {2, 4}};
  EXPECT(5, two_ways_in, 0, 0, 0, 0);
  const Edge not_reached[] = {{0, 1}, {2, 1}, {3, 2}, {2, 3}, {1, 4}};
  EXPECT(5, not_reached, 0, NO_DOMINATOR, NO_DOMINATOR, 1);
}

static void root_alone(void **state) {
  (void)state;
  EXPECT(1, ((const Edge[]){{0, 0}}), NO_DOMINATOR);
}

static void mark(const Links *links, uint32_t node, uint32_t without, bool *seen) {
  if (node == without || seen[node]) return;
  seen[node] = true;
  for (size_t e = links->first[node]; e < links->first[node + 1]; e++) mark(links, links->targets[e], without, seen);
}

// d dominates v when v cannot be reached without d; the immediate one is dominated by all the others.
static void check_by_definition(const Links *links, const Dominators *d) {
  uint32_t n = links->count;
  bool *reached = calloc(n, 1), *dominates = calloc((size_t)n * n, 1);
  mark(links, 0, NO_DOMINATOR, reached);
  for (uint32_t w = 0; w < n; w++) {
    bool *seen = calloc(n, 1);
    mark(links, 0, w, seen);
    for (uint32_t v = 0; v < n; v++) dominates[w * n + v] = reached[v] && reached[w] && v != w && !seen[v];
    free(seen);
  }
  for (uint32_t v = 0; v < n; v++) {
    uint32_t i = d->immediate[v];
    if (v == 0 || !reached[v]) {
      assert_int_equal(i, NO_DOMINATOR);
      continue;
    }
    assert_true(dominates[i * n + v]);
    for (uint32_t w = 0; w < n; w++) {
      if (w != i && dominates[w * n + v]) assert_true(dominates[w * n + i]);
    }
  }
  free(reached);
  free(dominates);
}

static void check_order(const Links *links, const Dominators *d) {
  uint32_t *place = calloc(links->count, sizeof *place);
  for (uint32_t i = 0; i < d->reached; i++) place[d->order[i]] = i;
  for (uint32_t i = 1; i < d->reached; i++) assert_true(place[d->immediate[d->order[i]]] < i);
  free(place);
}

static void random_graphs(void **state) {
  (void)state;
  srand(7);
  for (int turn = 0; turn < 2000; turn++) {
    uint32_t count = 1 + (uint32_t)rand() % 14;
    size_t edge_count = (size_t)rand() % (count * 3);
    Edge edges[64];
    for (size_t e = 0; e < edge_count; e++) edges[e] = (Edge){(uint32_t)rand() % count, (uint32_t)rand() % count};
    Graph g = graph_of(count, edges, edge_count);
    Dominators d = dominators_find(&g.links);
    check_by_definition(&g.links, &d);
    check_order(&g.links, &d);
    dominators_free(&d);
    graph_free(&g);
  }
}

// A list, doubly linked, all of whose nodes point to one more: each is dominated by the one before, the last by node 1.
static void long_list(void **state) {
  (void)state;
  enum { COUNT = 300000 };
  Edge *edges = calloc(3 * COUNT, sizeof *edges);
  size_t n = 0;
  edges[n++] = (Edge){0, 1};
  for (uint32_t v = 1; v < COUNT; v++) {
    if (v + 1 < COUNT) edges[n++] = (Edge){v, v + 1};
    if (v > 1) edges[n++] = (Edge){v, v - 1};
    edges[n++] = (Edge){v, COUNT};
  }
  Graph g = graph_of(COUNT + 1, edges, n);
  Dominators d = dominators_find(&g.links);
  for (uint32_t v = 1; v < COUNT; v++) assert_int_equal(d.immediate[v], v - 1);
  assert_int_equal(d.immediate[COUNT], 1);
  dominators_free(&d);
  graph_free(&g);
  free(edges);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(by_hand), cmocka_unit_test(root_alone),
                                     cmocka_unit_test(random_graphs), cmocka_unit_test(long_list)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
