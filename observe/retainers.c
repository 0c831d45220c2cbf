// observe/retainers.c - breadth-first search from the roots, and the path in words.
//
// Roots are asked in the order of Hold: what lasts comes before the variables of functions that are under way, those
// before what the runtime keeps for itself, and passing roots come last.  Within one group the path is the shortest.
// Constants of a function's code count as kept by the runtime: a text that stands in the program is always there.
#include "observe/retainers.h"

#include "observe/graph.h"
#include "vm/roots.h"

// How a node was reached: from which node, over which edge; or from a root.
typedef struct Way {
  uint32_t from;  // NO_NUMBER: a root
  size_t index;   // of the edge or of the root
} Way;

typedef struct Search {
  const Graph *graph;
  uint32_t target;
  Way *ways;
  uint8_t *seen;
  uint32_t *queue, count, at;
  Way *late;  // edges from code to its constants, that are not followed yet
  size_t late_count;
  Hold hold;  // roots that are asked now
} Search;

static void *zeroed(size_t count, size_t size) {
  void *memory = calloc(count + 1, size);
  if (memory == NULL) abort();
  return memory;
}

// ------------------------------------------------------------------------------------------------------ the search

static void reach(Search *s, uint32_t node, Way way) {
  if (s->seen[node]) return;
  s->seen[node] = 1;
  s->ways[node] = way;
  s->queue[s->count++] = node;
}

// A map alone keeps no value: its key has to be there, and from the key an edge leads to the value, too.
static bool is_followed(const GraphEdge *edge) { return edge_retains(edge) && edge->form != NAME_PAIR_OF_TABLE; }

static bool is_internal(const GraphEdge *edge, const char *name) {
  return edge->type == EDGE_INTERNAL && edge->form == NAME_TEXT && strcmp(edge->text, name) == 0;
}

static void follow_edge(Search *s, Way way) {
  const GraphEdge *edge = &s->graph->edges[way.index];
  if (!is_followed(edge)) return;
  if (s->hold < HOLD_RUNTIME && is_internal(edge, "constants")) s->late[s->late_count++] = way;
  else reach(s, edge->to, way);
}

static void follow(Search *s) {
  const Graph *g = s->graph;
  for (; s->at < s->count && !s->seen[s->target]; s->at++) {
    uint32_t node = s->queue[s->at];
    for (size_t e = g->nodes[node].first_edge; e < g->nodes[node + 1].first_edge; e++) follow_edge(s, (Way){node, e});
  }
}

static void ask_roots(Search *s) {
  const Graph *g = s->graph;
  for (size_t i = 0; i < g->root_count; i++) {
    if (g->roots[i].hold == s->hold) reach(s, g->roots[i].node, (Way){NO_NUMBER, i});
  }
  if (s->hold != HOLD_RUNTIME) return;
  for (size_t i = 0; i < s->late_count; i++) follow_edge(s, s->late[i]);
}

static void search(Search *s) {
  const Graph *g = s->graph;
  s->ways = zeroed(g->node_count, sizeof *s->ways);
  s->seen = zeroed(g->node_count, 1);
  s->queue = zeroed(g->node_count, sizeof *s->queue);
  s->late = zeroed(g->node_count, sizeof *s->late);  // a code object has one such edge
  for (s->hold = HOLD_LASTING; s->hold < HOLD_COUNT && !s->seen[s->target]; s->hold++) {
    ask_roots(s);
    follow(s);
  }
}

static void search_free(Search *s) {
  free(s->ways);
  free(s->seen);
  free(s->queue);
  free(s->late);
}

// ------------------------------------------------------------------------------------------------------ text

static const char *const type_names[] = {"context", "element", "property", "internal", "hidden", "shortcut", "weak"};

static bool is_property(const GraphEdge *edge, const char *name) {
  if (edge->type != EDGE_PROPERTY || edge->form != NAME_KEY || !value_is_string(edge->key)) return false;
  StringView view = view_of((const String *)value_as_object(edge->key));
  size_t length = strlen(name);
  return !view.two_byte && view.length == length && memcmp(view.latin1, name, length) == 0;
}

// Parts that go without saying: the step before or behind names what is in them.
static bool is_silent(const GraphEdge *edge, const GraphEdge *before) {
  static const char *const names[] = {"context", "previous", "table", "elements", "properties", "code"};
  if (edge->type == EDGE_HIDDEN && before && is_internal(before, "constants")) return true;
  if (edge->form != NAME_TEXT || edge->type != EDGE_INTERNAL) return false;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(edge->text, names[i]) == 0) return true;
  }
  return false;
}

static void print_internal(FILE *out, const Graph *g, const GraphEdge *edge) {
  static const struct {
    const char *name, *words;
  } words[] = {
      {"map", "hidden class"}, {"bound_target", "function that is bound"}, {"bound_this", "bound this"},
      {"bound_arguments", "bound arguments"}, {"initial_map", "hidden class of its instances"},
      {"constants", "constant of its code"}, {"stack", "functions of its stack trace"},
      {"enum_cache", "cache of names"}, {"first", "first part"}, {"second", "second part"},
      {"parent", "text it is part of"},
  };
  for (size_t i = 0; edge->form == NAME_TEXT && i < sizeof words / sizeof words[0]; i++) {
    if (strcmp(edge->text, words[i].name) != 0) continue;
    fputs(words[i].words, out);
    return;
  }
  if (edge->form == NAME_TEXT || edge->form == NAME_INDEX) fputs("internal ", out);
  graph_print_edge(out, g, edge);
}

// An edge in words; `before` is the one that leads to where it begins, or NULL.
static void print_edge(FILE *out, const Graph *g, const GraphEdge *edge, const GraphEdge *before) {
  if (edge->type == EDGE_ELEMENT) {
    fprintf(out, "[%llu]", (unsigned long long)edge->index);
  } else if (edge->type == EDGE_CONTEXT) {
    fputs("context variable ", out);
    graph_print_edge(out, g, edge);
  } else if (edge->type == EDGE_PROPERTY && before && is_property(before, "_events")) {
    fputs("listener of '", out);
    graph_print_edge(out, g, edge);
    fputc('\'', out);
  } else if (edge->type == EDGE_PROPERTY && edge->form == NAME_GETTER) {
    fputs("getter ", out);
    graph_print_key(out, edge->key);
  } else if (edge->type == EDGE_PROPERTY && edge->form == NAME_SETTER) {
    fputs("setter ", out);
    graph_print_key(out, edge->key);
  } else if (is_property(edge, "_onTimeout")) {
    fputs("callback", out);
  } else if (edge->type == EDGE_PROPERTY) {
    graph_print_edge(out, g, edge);
  } else {
    print_internal(out, g, edge);
  }
}

static bool is_closure(const Graph *g, uint32_t node) {
  return node_is_object(&g->nodes[node]) && heap_object_kind(node_object(&g->nodes[node])) == KIND_FUNCTION;
}

// The edge in words, and the closure that it leads to by its own name: `cache → closure get`, but `closure get` where
// the property has the same name.
static void print_step(FILE *out, const Graph *g, const GraphEdge *edge, const GraphEdge *before, bool last) {
  char *words = NULL, *name = NULL;
  bool skipped = is_silent(edge, before) || (!last && is_property(edge, "_events"));
  if (skipped) return;
  TEXT_OF(words, text, print_edge(text, g, edge, before));
  if (is_closure(g, edge->to)) TEXT_OF(name, text, graph_print_node(text, g, edge->to));
  bool same = name && edge->type == EDGE_PROPERTY && strcmp(name, words) == 0;
  if (!same) fprintf(out, " → %s", words);
  if (name) {
    fputs(" → ", out);
    graph_print_closure(out, value_pointer(node_object(&g->nodes[edge->to])));
  }
  free(words);
  free(name);
}

// ------------------------------------------------------------------------------------------------------ the path

// Edges from the root on; returns the root.
static const GraphRoot *collect(const Search *s, size_t **edges, size_t *count) {
  *count = 0;
  for (uint32_t node = s->target; s->ways[node].from != NO_NUMBER; node = s->ways[node].from) ++*count;
  *edges = zeroed(*count, sizeof **edges);
  uint32_t node = s->target;
  for (size_t i = *count; i-- > 0; node = s->ways[node].from) (*edges)[i] = s->ways[node].index;
  return &s->graph->roots[s->ways[node].index];
}

static void print_path(FILE *out, const Graph *g, const Retainers *r, const size_t *edges) {
  if (r->passing) fputs("held only by ", out);
  fputs(r->root, out);
  for (size_t i = 0; i < r->count; i++) {
    print_step(out, g, &g->edges[edges[i]], i > 0 ? &g->edges[edges[i - 1]] : NULL, i + 1 == r->count);
  }
}

static void describe(const Search *s, Retainers *out) {
  const Graph *g = s->graph;
  size_t *edges;
  const GraphRoot *root = collect(s, &edges, &out->count);
  out->passing = root->hold >= HOLD_PASSING;
  TEXT_OF(out->root, text, graph_print_root(text, g, root));
  out->steps = zeroed(out->count, sizeof *out->steps);
  for (size_t i = 0; i < out->count; i++) {
    const GraphEdge *edge = &g->edges[edges[i]];
    out->steps[i].type = type_names[edge->type];
    TEXT_OF(out->steps[i].name, text, graph_print_edge(text, g, edge));
    TEXT_OF(out->steps[i].to, text, graph_print_node(text, g, edge->to));
  }
  TEXT_OF(out->text, text, print_path(text, g, out, edges));
  free(edges);
}

void retainers_find(VM *vm, Handle value, Retainers *out) {
  NO_GC(vm) {
    Graph *graph = graph_new(vm);
    for (size_t i = 0; i < graph->root_count; i++) {
      if (graph->roots[i].slot == value) graph->roots[i].hold = HOLD_CALL;
    }
    Search s = {.graph = graph, .target = graph_find(graph, value_as_object(*value))};
    search(&s);
    describe(&s, out);
    search_free(&s);
    graph_free(graph);
  }
}

void retainers_free(Retainers *r) {
  for (size_t i = 0; i < r->count; i++) {
    free(r->steps[i].name);
    free(r->steps[i].to);
  }
  free(r->steps);
  free(r->text);
  free(r->root);
}
