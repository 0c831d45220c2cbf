// observe/heap-map.c - figures of spaces, pages and single objects.
#include "observe/heap-map.h"

#include <stdlib.h>

#include "observe/graph.h"
#include "vm/roots.h"

// ------------------------------------------------------------------------------------------------------ pages

typedef struct PageList {
  PageReport *pages;
  size_t count, capacity;
} PageList;

static void add_page(void *data, const PageFigures *figures) {
  PageList *list = data;
  if (list->count == list->capacity) {
    list->capacity = list->capacity == 0 ? 64 : list->capacity * 2;
    list->pages = realloc(list->pages, list->capacity * sizeof *list->pages);
    if (list->pages == NULL) abort();
  }
  list->pages[list->count++] = (PageReport){.figures = *figures};
}

static void count_live(const Graph *g, PageList *list) {
  AddressMap places = {0};
  for (size_t i = 0; i < list->count; i++) address_map_put(&places, list->pages[i].figures.page, (uint32_t)i);
  for (uint32_t i = 0; i < g->node_count; i++) {
    if (!node_is_object(&g->nodes[i])) continue;
    uint32_t place = address_map_find(&places, page_flags_of(node_object(&g->nodes[i])));
    if (place != NO_NUMBER) list->pages[place].live += graph_node_size(g, i);
  }
  address_map_free(&places);
}

PageReport *heap_map(VM *vm, size_t *count) {
  PageList list = {0};
  NO_GC(vm) {
    heap_visit_pages(vm_heap(vm), add_page, &list);
    Graph *graph = graph_new(vm);
    count_live(graph, &list);
    graph_free(graph);
  }
  *count = list.count;
  return list.pages;
}

// ------------------------------------------------------------------------------------------------------ spaces

size_t heap_space_limit(const HeapStatistics *figures, Space space) {
  return space == SPACE_NEW ? figures->max_semispace : figures->max_old_generation;
}

#define BAR 40

static unsigned columns(size_t bytes, size_t whole) {
  if (bytes == 0 || whole == 0) return 0;
  size_t cells = (bytes * BAR + whole - 1) / whole;
  return cells > BAR ? BAR : (unsigned)cells;
}

// '#' used, '.' free, the rest of the width: what the largest space has more.
static void draw_bar(FILE *out, const SpaceStatistics *space, size_t largest) {
  unsigned used = columns(space->used, largest), all = columns(space->committed, largest);
  if (all < used) all = used;
  fputc('[', out);
  for (unsigned i = 0; i < BAR; i++) fputc(i < used ? '#' : i < all ? '.' : ' ', out);
  fputc(']', out);
}

void heap_draw(FILE *out, Heap *heap) {
  HeapStatistics figures;
  size_t largest = 0, available = 0;
  heap_statistics(heap, &figures);
  for (int i = 0; i < SPACE_COUNT; i++) {
    if (figures.spaces[i].committed > largest) largest = figures.spaces[i].committed;
    available += figures.spaces[i].available;
  }
  fprintf(out, "%-20s%-*s%10s%10s%11s%10s\n", "KB", BAR + 2, "# used  . free", "used", "free", "committed", "limit");
  for (int i = 0; i < SPACE_COUNT; i++) {
    const SpaceStatistics *space = &figures.spaces[i];
    fprintf(out, "%-20s", heap_space_name((Space)i));
    draw_bar(out, space, largest);
    fprintf(out, "%10zu%10zu%11zu%10zu\n", space->used / KB, space->available / KB,
            space->committed / KB, heap_space_limit(&figures, (Space)i) / KB);
  }
  fprintf(out, "%-*s%10zu%10zu%11zu%10zu\n", 20 + BAR + 2, "all", figures.heap_used / KB, available / KB,
          figures.heap_total / KB, figures.limit / KB);
  fprintf(out, "outside the heap: %lld KB of buffers and the like.  The old spaces share one limit.\n",
          (long long)figures.external / 1024);
}

// ------------------------------------------------------------------------------------------------------ collections

static void add_pause(void *data, const GCEvent *event) {
  if (event->type == GC_EVENT_END) *(double *)data += event->pause_ms;
}

void heap_collect_and_report(Heap *heap, GCKind kind, CollectionReport *out) {
  *out = (CollectionReport){0};
  heap_statistics(heap, &out->before);
  heap_add_listener(heap, add_pause, &out->milliseconds);
  heap_collect(heap, kind, "testing");
  heap_remove_listener(heap, add_pause, &out->milliseconds);
  heap_statistics(heap, &out->after);
}

static void print_change(FILE *out, size_t before, size_t after) {
  fprintf(out, "%11zu -> %11zu", before, after);
  if (after < before) fprintf(out, "   freed %zu", before - after);
  else if (after > before) fprintf(out, "   more %zu (moved here)", after - before);
  fputc('\n', out);
}

void collection_report_print(FILE *out, const CollectionReport *r) {
  for (int i = 0; i < SPACE_COUNT; i++) {
    size_t before = r->before.spaces[i].used, after = r->after.spaces[i].used;
    if (before == 0 && after == 0) continue;
    fprintf(out, "%-20s", heap_space_name((Space)i));
    print_change(out, before, after);
  }
  fprintf(out, "%-20s", "all, bytes");
  print_change(out, r->before.heap_used, r->after.heap_used);
  if (r->after.external != r->before.external) {
    long long before = r->before.external, after = r->after.external;
    fprintf(out, "%-20s%11lld -> %11lld\n", "outside the heap", before, after);
  }
  fprintf(out, "%.2f ms\n", r->milliseconds);
}

// ------------------------------------------------------------------------------------------------------ sizes

void heap_size_of(VM *vm, Handle value, SizeReport *out) {
  *out = (SizeReport){0};
  if (!value_is_pointer(*value)) return;
  NO_GC(vm) {
    Graph *graph = graph_new(vm);
    size_t *retained = graph_retained_sizes(graph);
    uint32_t node = graph_find(graph, value_as_object(*value));
    out->own = graph_node_size(graph, node);
    out->retained = retained[node];
    free(retained);
    graph_free(graph);
  }
}
