// observe/snapshot.c - writes the graph of the heap in V8's format.
//
// JSON whose parts stand in the order in which DevTools look for them; the strings come last, and are numbered as nodes
// and edges name them.
#include "observe/snapshot.h"

#include <stdlib.h>

#include "base/memory.h"
#include "observe/graph.h"
#include "observe/object-ids.h"
#include "vm/roots.h"

// Texts and their numbers.
typedef struct Strings {
  char **texts;
  uint32_t count, capacity;
  uint32_t *places;  // a hash of 1 + number
  size_t mask;
} Strings;

#define TEXTS 64

typedef struct Writer {
  const Graph *graph;
  FILE *out;
  Strings strings;
  FILE *text;  // where one name at a time is written
  char *name;
  size_t length;
  AddressMap keys;  // string numbers of property names
  struct {
    const char *text;
    uint32_t number;
  } texts[TEXTS];  // and of some texts seen last, by their address
} Writer;

// ------------------------------------------------------------------------------------------------------ strings

// The strings of a snapshot are a program's names: as with its keys, nobody can choose which of them collide.
static size_t hash_of(const char *text) {
  StringView bytes = {.length = (uint32_t)strlen(text), .latin1 = (const uint8_t *)text};
  return view_hash(&bytes);
}

static size_t place_of(const Strings *s, const char *text) {
  size_t i = hash_of(text) & s->mask;
  while (s->places[i] != 0 && strcmp(s->texts[s->places[i] - 1], text) != 0) i = (i + 1) & s->mask;
  return i;
}

static void strings_grow(Strings *s) {
  s->capacity = s->capacity == 0 ? 1024 : s->capacity * 2;
  s->texts = checked_realloc(s->texts, s->capacity * sizeof *s->texts);
  free(s->places);
  s->mask = (size_t)s->capacity * 2 - 1;
  s->places = checked_calloc(s->mask + 1, sizeof *s->places);
  for (uint32_t i = 0; i < s->count; i++) s->places[place_of(s, s->texts[i])] = i + 1;
}

static uint32_t string_number(Strings *s, const char *text) {
  if (s->count == s->capacity) strings_grow(s);
  size_t place = place_of(s, text);
  if (s->places[place] != 0) return s->places[place] - 1;
  s->texts[s->count] = checked_strdup(text);
  s->places[place] = ++s->count;
  return s->count - 1;
}

static void strings_free(Strings *s) {
  for (uint32_t i = 0; i < s->count; i++) free(s->texts[i]);
  free(s->texts);
  free(s->places);
}

static void begin_name(Writer *w) { fseeko(w->text, 0, SEEK_SET); }

// The number of what was written since; a zero byte in a name ends it.
static uint32_t end_name(Writer *w) {
  fputc(0, w->text);
  fflush(w->text);
  return string_number(&w->strings, w->name);
}

static void write_string(FILE *out, const char *text) {
  fputc('"', out);
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\') fprintf(out, "\\%c", c);
    else if (c == '\n') fputs("\\n", out);
    else if (c < 0x20) fprintf(out, "\\u%04x", c);
    else fputc(c, out);
  }
  fputc('"', out);
}

// ------------------------------------------------------------------------------------------------------ records

#define NODE_FIELDS 7
#define EDGE_FIELDS 3

static char *put_number(char *to, uint64_t number) {
  char digits[20];
  size_t count = 0;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  while (count > 0) *to++ = digits[--count];
  return to;
}

// Numbers with commas between them, a comma in front unless it is the first record, and a newline.
static void write_record(FILE *out, const uint64_t *numbers, size_t count, bool first) {
  char line[NODE_FIELDS * 21 + 2], *to = line;
  for (size_t i = 0; i < count; i++) {
    if (i > 0 || !first) *to++ = ',';
    to = put_number(to, numbers[i]);
  }
  *to++ = '\n';
  fwrite_unlocked(line, 1, (size_t)(to - line), out);
}

// ------------------------------------------------------------------------------------------------------ nodes

// clang-format off
enum {
  TYPE_HIDDEN, TYPE_ARRAY, TYPE_STRING, TYPE_OBJECT, TYPE_CODE, TYPE_CLOSURE, TYPE_REGEXP, TYPE_NUMBER, TYPE_NATIVE,
  TYPE_SYNTHETIC, TYPE_CONCATENATED, TYPE_SLICED, TYPE_SYMBOL, TYPE_BIGINT, TYPE_SHAPE
};
// clang-format on

static const uint8_t types_of_kinds[KIND_COUNT] = {
    TYPE_HIDDEN,
#define KIND(NAME, text, layout, shown, snapshot, ...) TYPE_##snapshot,
#include "objects/kinds.def"
};

static int type_of(const GraphNode *node) {
  if (node_is_roots(node)) return TYPE_SYNTHETIC;
  return node_is_bytes(node) ? TYPE_NATIVE : types_of_kinds[heap_object_kind(node_object(node))];
}

static uint64_t id_of(const Writer *w, uint32_t node) {
  const GraphNode *n = &w->graph->nodes[node];
  if (node_is_roots(n)) return 2 * (uint64_t)node + 1;
  return node_is_bytes(n) ? object_bytes_id(w->graph->vm, node_object(n)) : object_id(w->graph->vm, node_object(n));
}

static void write_nodes(Writer *w) {
  const Graph *g = w->graph;
  fputs("\"nodes\":[", w->out);
  for (uint32_t i = 0; i < g->node_count; i++) {
    begin_name(w);
    graph_print_node(w->text, g, i);
    uint32_t name = end_name(w);
    size_t edges = g->nodes[i + 1].first_edge - g->nodes[i].first_edge;
    const uint64_t record[NODE_FIELDS] = {(uint64_t)type_of(&g->nodes[i]), name, id_of(w, i), graph_node_size(g, i),
                                          edges};
    write_record(w->out, record, NODE_FIELDS, i == 0);
  }
  fputs("],\n", w->out);
}

// ------------------------------------------------------------------------------------------------------ edges

static uint32_t text_name(Writer *w, const char *text) {
  size_t place = ((uintptr_t)text >> 2) % TEXTS;
  if (w->texts[place].text != text) {
    w->texts[place].text = text;
    w->texts[place].number = string_number(&w->strings, text);
  }
  return w->texts[place].number;
}

static uint32_t edge_name(Writer *w, const GraphEdge *edge) {
  if (edge->form == NAME_TEXT) return text_name(w, edge->text);
  const HeapObject *key = edge->form == NAME_KEY ? value_as_object(edge->key) : NULL;
  uint32_t known = key ? address_map_find(&w->keys, key) : NO_NUMBER;
  if (known != NO_NUMBER) return known;
  begin_name(w);
  graph_print_edge(w->text, w->graph, edge);
  uint32_t name = end_name(w);
  if (key) address_map_put(&w->keys, key, name);
  return name;
}

static void write_edges(Writer *w) {
  const Graph *g = w->graph;
  fputs("\"edges\":[", w->out);
  for (size_t e = 0; e < g->edge_count; e++) {
    const GraphEdge *edge = &g->edges[e];
    bool by_index = edge->type == EDGE_ELEMENT || edge->type == EDGE_HIDDEN;
    uint64_t name = by_index ? edge->index : edge_name(w, edge);
    const uint64_t record[EDGE_FIELDS] = {edge->type, name, (uint64_t)edge->to * NODE_FIELDS};
    write_record(w->out, record, EDGE_FIELDS, e == 0);
  }
  fputs("],\n", w->out);
}

// ------------------------------------------------------------------------------------------------------ the rest

static const char meta[] =
    "\"meta\":{\"node_fields\":"
    "[\"type\",\"name\",\"id\",\"self_size\",\"edge_count\",\"trace_node_id\",\"detachedness\"],"
    "\"node_types\":[[\"hidden\",\"array\",\"string\",\"object\",\"code\",\"closure\",\"regexp\",\"number\",\"native\","
    "\"synthetic\",\"concatenated string\",\"sliced string\",\"symbol\",\"bigint\",\"object shape\"],"
    "\"string\",\"number\",\"number\",\"number\",\"number\",\"number\"],"
    "\"edge_fields\":[\"type\",\"name_or_index\",\"to_node\"],"
    "\"edge_types\":[[\"context\",\"element\",\"property\",\"internal\",\"hidden\",\"shortcut\",\"weak\"],"
    "\"string_or_number\",\"node\"],"
    "\"trace_function_info_fields\":[\"function_id\",\"name\",\"script_name\",\"script_id\",\"line\",\"column\"],"
    "\"trace_node_fields\":[\"id\",\"function_info_index\",\"count\",\"size\",\"children\"],"
    "\"sample_fields\":[\"timestamp_us\",\"last_assigned_id\"],"
    "\"location_fields\":[\"object_index\",\"script_id\",\"line\",\"column\"]}";

// Where functions are in their scripts.
static void write_locations(Writer *w) {
  const Graph *g = w->graph;
  bool first = true;
  fputs("\"locations\":[", w->out);
  for (uint32_t i = 0; i < g->node_count; i++) {
    if (!node_is_object(&g->nodes[i]) || heap_object_kind(node_object(&g->nodes[i])) != KIND_FUNCTION) continue;
    const JSFunction *function = (const JSFunction *)(const void *)node_object(&g->nodes[i]);
    const Code *code = (const Code *)(const void *)value_as_object(field_get(&function->code));
    Position position = code->function->position;
    const uint64_t record[] = {(uint64_t)i * NODE_FIELDS, (uint64_t)code->script->id,
                               position.line > 0 ? position.line - 1 : 0,
                               position.column > 0 ? position.column - 1 : 0};
    write_record(w->out, record, sizeof record / sizeof record[0], first);
    first = false;
  }
  fputs("],\n", w->out);
}

static void write_strings(Writer *w) {
  fputs("\"strings\":[", w->out);
  for (uint32_t i = 0; i < w->strings.count; i++) {
    if (i > 0) fputs(",\n", w->out);
    write_string(w->out, w->strings.texts[i]);
  }
  fputs("]}\n", w->out);
}

static void write_graph(const Graph *g, FILE *out) {
  Writer w = {.graph = g, .out = out};
  w.text = checked_memstream(&w.name, &w.length);
  (void)string_number(&w.strings, "<dummy>");
  fprintf(out, "{\"snapshot\":{%s,\"node_count\":%u,\"edge_count\":%zu,\"trace_function_count\":0},\n", meta,
          g->node_count, g->edge_count);
  write_nodes(&w);
  write_edges(&w);
  fputs("\"trace_function_infos\":[],\n\"trace_tree\":[],\n\"samples\":[],\n", out);
  write_locations(&w);
  write_strings(&w);
  checked_memclose(w.text, &w.name);
  free(w.name);
  strings_free(&w.strings);
  address_map_free(&w.keys);
}

bool snapshot_write(VM *vm, FILE *out) {
  for (int i = 0; i < 2; i++) heap_collect(vm_heap(vm), GC_MARK_SWEEP, "HeapSnapshotGenerator::GenerateSnapshot");
  NO_GC(vm) {
    Graph *graph = graph_new(vm);
    write_graph(graph, out);
    graph_free(graph);
  }
  return fflush(out) == 0 && !ferror(out);
}
