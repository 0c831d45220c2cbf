// observe/retainers.c - breadth-first search from the roots, and the path in words.
//
// Roots are asked in the order of Hold: what lasts comes before the variables of functions that are under way, those
// before what the runtime keeps for itself, and passing roots come last.  Within one group the path is the shortest.
// Constants of a function's code count as kept by the runtime: a text that stands in the program is always there.
#include "observe/retainers.h"

#include <ctype.h>

#include "base/memory.h"
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
  Hold hold;    // roots that are asked now
  bool beyond;  // goes on behind the target, but not through it: *holders are the edges to it
  Way *holders;
  size_t holder_count, holder_capacity;
} Search;

static void *zeroed(size_t count, size_t size) { return checked_calloc(count + 1, size); }

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

static void add_holder(Search *s, Way way) {
  if (s->holder_count == s->holder_capacity) {
    s->holder_capacity = s->holder_capacity * 2 + 16;
    s->holders = checked_realloc(s->holders, s->holder_capacity * sizeof *s->holders);
  }
  s->holders[s->holder_count++] = way;
}

static void follow_edge(Search *s, Way way) {
  const GraphEdge *edge = &s->graph->edges[way.index];
  if (!is_followed(edge)) return;
  if (s->beyond && edge->to == s->target) add_holder(s, way);
  if (s->hold < HOLD_RUNTIME && is_internal(edge, "constants")) s->late[s->late_count++] = way;
  else reach(s, edge->to, way);
}

static void follow(Search *s) {
  const Graph *g = s->graph;
  for (; s->at < s->count && (s->beyond || !s->seen[s->target]); s->at++) {
    uint32_t node = s->queue[s->at];
    if (node == s->target) continue;
    for (size_t e = g->nodes[node].first_edge; e < g->nodes[node + 1].first_edge; e++) follow_edge(s, (Way){node, e});
  }
}

static void ask_roots(Search *s) {
  const Graph *g = s->graph;
  for (size_t i = 0; i < g->root_count; i++) {
    if (g->roots[i].hold != s->hold) continue;
    if (s->beyond && g->roots[i].node == s->target) add_holder(s, (Way){NO_NUMBER, i});
    reach(s, g->roots[i].node, (Way){NO_NUMBER, i});
  }
  if (s->hold != HOLD_RUNTIME) return;
  for (size_t i = 0; i < s->late_count; i++) follow_edge(s, s->late[i]);
}

static void search(Search *s, Hold last) {
  const Graph *g = s->graph;
  s->ways = zeroed(g->node_count, sizeof *s->ways);
  s->seen = zeroed(g->node_count, 1);
  s->queue = zeroed(g->node_count, sizeof *s->queue);
  s->late = zeroed(g->node_count, sizeof *s->late);  // a code object has one such edge
  for (s->hold = HOLD_LASTING; s->hold <= last && (s->beyond || !s->seen[s->target]); s->hold++) {
    ask_roots(s);
    follow(s);
  }
}

static void search_free(Search *s) {
  free(s->ways);
  free(s->seen);
  free(s->queue);
  free(s->late);
  free(s->holders);
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
  bool numbered = edge->type == EDGE_HIDDEN && before;
  if (numbered && (is_internal(before, "constants") || is_internal(before, "descriptors"))) return true;
  if (edge->form != NAME_TEXT || edge->type != EDGE_INTERNAL) return false;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(edge->text, names[i]) == 0) return true;
  }
  return false;
}

static void print_internal(FILE *out, const Graph *g, const GraphEdge *edge) {
  static const struct {
    const char *name, *words;
  } words[] = {{"map", "hidden class"},
               {"bound_target", "function that is bound"},
               {"bound_this", "bound this"},
               {"bound_arguments", "bound arguments"},
               {"initial_map", "hidden class of its instances"},
               {"constants", "constant of its code"},
               {"descriptors", "name of a property"},
               {"stack", "functions of its stack trace"},
               {"enum_cache", "cache of names"},
               {"first", "first part"},
               {"second", "second part"},
               {"parent", "text it is part of"}};
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

typedef struct Path {
  const GraphRoot *root;
  size_t *edges;  // from the root on
  size_t count;
} Path;

static Path path_of(const Search *s, Way last) {
  Path path = {.count = 0};
  Way way = last;
  for (; way.from != NO_NUMBER; way = s->ways[way.from]) path.count++;
  path.root = &s->graph->roots[way.index];
  path.edges = zeroed(path.count, sizeof *path.edges);
  way = last;
  for (size_t i = path.count; i-- > 0; way = s->ways[way.from]) path.edges[i] = way.index;
  return path;
}

// How often the `period` steps from `at` on come one after the other.
static size_t repetitions(char *const *steps, size_t count, size_t at, size_t period) {
  size_t same = period;
  while (at + same < count && strcmp(steps[at + same], steps[at + same - period]) == 0) same++;
  return same / period;
}

static void print_count(FILE *out, size_t count) {
  if (count >= 1000) print_count(out, count / 1000);
  if (count >= 1000) fprintf(out, ",%03zu", count % 1000);
  else fprintf(out, "%zu", count);
}

#define LONGEST_PERIOD 4
#define FEWEST_FOLDED 4

// Lists and chains of closures repeat a few steps very often: "→ next ×2,989", "(→ context variable f → closure g)
// ×12".
static size_t print_folded(FILE *out, char *const *steps, size_t count, size_t at) {
  for (size_t period = 1; period <= LONGEST_PERIOD; period++) {
    size_t times = at + period <= count ? repetitions(steps, count, at, period) : 0;
    if (times < FEWEST_FOLDED) continue;
    bool several = period > 1 || strstr(steps[at] + 1, " → ");
    fputs(several ? " (" : " ", out);
    for (size_t i = 0; i < period; i++) fputs(steps[at + i] + (i == 0), out);  // a step begins with a space
    fputs(several ? ") ×" : " ×", out);
    print_count(out, times);
    return times * period;
  }
  fputs(steps[at], out);
  return 1;
}

// What is still too long is told from both its ends.
#define MOST_STEPS 80

static void print_steps(FILE *out, char *const *steps, size_t count) {
  size_t printed = 0;
  for (size_t i = 0; i < count; printed++) {
    if (printed == MOST_STEPS / 2 && count - i > MOST_STEPS / 2) {
      size_t next = count - MOST_STEPS / 2;
      fputs(" → ... ", out);
      print_count(out, next - i);
      fputs(" more steps ...", out);
      i = next;
    }
    i += print_folded(out, steps, count, i);
  }
}

static void print_path(FILE *out, const Graph *g, const Path *path) {
  char **steps = zeroed(path->count, sizeof *steps);
  size_t count = 0;
  if (path->root->hold >= HOLD_PASSING) fputs("held only by ", out);
  graph_print_root(out, g, path->root);
  for (size_t i = 0; i < path->count; i++) {
    const GraphEdge *edge = &g->edges[path->edges[i]], *before = i > 0 ? &g->edges[path->edges[i - 1]] : NULL;
    TEXT_OF(steps[count], text, print_step(text, g, edge, before, i + 1 == path->count));
    if (*steps[count]) count++;
    else free(steps[count]);
  }
  print_steps(out, steps, count);
  for (size_t i = 0; i < count; i++) free(steps[i]);
  free(steps);
}

static void describe(const Search *s, Retainers *out) {
  const Graph *g = s->graph;
  Path path = path_of(s, s->ways[s->target]);
  out->count = path.count;
  out->passing = path.root->hold >= HOLD_PASSING;
  TEXT_OF(out->root, text, graph_print_root(text, g, path.root));
  out->steps = zeroed(out->count, sizeof *out->steps);
  for (size_t i = 0; i < out->count; i++) {
    const GraphEdge *edge = &g->edges[path.edges[i]];
    out->steps[i].type = type_names[edge->type];
    TEXT_OF(out->steps[i].name, text, graph_print_edge(text, g, edge));
    TEXT_OF(out->steps[i].to, text, graph_print_node(text, g, edge->to));
  }
  TEXT_OF(out->text, text, print_path(text, g, &path));
  free(path.edges);
}

// ------------------------------------------------------------------------------------------------------ other paths

#define MOST_LOOKED_AT 1000  // edges to the value

// Are two texts the same but for the numbers of elements?
static bool same_but_for_numbers(const char *a, const char *b) {
  for (; *a && *a == *b; a++, b++) {
    if (*a != '[' || !isdigit((unsigned char)a[1]) || !isdigit((unsigned char)b[1])) continue;
    while (isdigit((unsigned char)a[1])) a++;
    while (isdigit((unsigned char)b[1])) b++;
  }
  return *a == *b;
}

// A path that is like one before is counted there; else it is a new one, if there is room.
static bool add_path(Retainers *out, size_t room, char *text) {
  for (size_t i = 0; i < out->other_count; i++) {
    if (!same_but_for_numbers(out->others[i].text, text)) continue;
    out->others[i].count++;
    free(text);
    return true;
  }
  if (out->other_count == room) {
    free(text);
    return false;
  }
  out->others[out->other_count++] = (OtherPath){.text = text, .count = 1};
  return true;
}

// What goes without saying: an array of properties or elements belongs to an object, whose edges have the names; hidden
// classes hold the prototypes of all objects that have the class.
static bool is_told_otherwise(const Graph *g, Way way) {
  if (way.from == NO_NUMBER) return false;
  if (g->edges[way.index].type == EDGE_HIDDEN) return true;
  return node_is_object(&g->nodes[way.from]) && heap_object_kind(node_object(&g->nodes[way.from])) == KIND_SHAPE;
}

// Everything that holds the target and can be reached without it, except over the edge `known`.
static void find_others(const Search *first, size_t room, Retainers *out) {
  Way known = first->ways[first->target];
  Search s = {.graph = first->graph, .target = first->target, .beyond = true};
  out->others = zeroed(room, sizeof *out->others);
  search(&s, HOLD_RUNNING);
  for (size_t i = 0; i < s.holder_count; i++) {
    Way way = s.holders[i];
    if ((way.from == known.from && way.index == known.index) || is_told_otherwise(s.graph, way)) continue;
    char *text = NULL;
    if (i < MOST_LOOKED_AT) {
      Path path = path_of(&s, way);
      TEXT_OF(text, stream, print_path(stream, s.graph, &path));
      free(path.edges);
    }
    if (!text || !add_path(out, room, text)) out->others_left_out++;
  }
  search_free(&s);
}

void retainers_find(VM *vm, Handle value, size_t others, Retainers *out) {
  *out = (Retainers){0};
  NO_GC(vm) {
    Graph *graph = graph_new(vm);
    for (size_t i = 0; i < graph->root_count; i++) {
      if (graph->roots[i].slot == value) graph->roots[i].hold = HOLD_CALL;
    }
    Search s = {.graph = graph, .target = graph_find(graph, value_as_object(*value))};
    search(&s, HOLD_CALL);
    describe(&s, out);
    if (others > 0) find_others(&s, others, out);
    search_free(&s);
    graph_free(graph);
  }
}

void retainers_free(Retainers *r) {
  for (size_t i = 0; i < r->count; i++) {
    free(r->steps[i].name);
    free(r->steps[i].to);
  }
  for (size_t i = 0; i < r->other_count; i++) free(r->others[i].text);
  free(r->others);
  free(r->steps);
  free(r->text);
  free(r->root);
}
