// observe/heap-map.c - figures of spaces, pages and single objects.
#include "observe/heap-map.h"

#include <stdlib.h>

#include "base/memory.h"
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
    list->pages = checked_realloc(list->pages, list->capacity * sizeof *list->pages);
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

#define NAME_WIDTH 20
#define FIGURES_WIDTH 40  // and brackets, and a column that stays empty
#define WIDEST_BAR 60

typedef struct Drawing {
  FILE *out;
  unsigned bar;    // its width
  size_t largest;  // bytes that fill it
} Drawing;

static double in_mb(size_t bytes) { return (double)bytes / (double)MB; }

static double percent(size_t bytes, size_t whole) { return whole ? 100.0 * (double)bytes / (double)whole : 0; }

static unsigned cells(const Drawing *d, size_t bytes) {
  if (bytes == 0 || d->largest == 0) return 0;
  size_t count = (bytes * d->bar + d->largest - 1) / d->largest;
  return count > d->bar ? d->bar : (unsigned)count;
}

// '#' used, '.' free, the rest of the width: what the largest space has more.
static void draw_line(const Drawing *d, const char *name, size_t bytes, size_t committed) {
  unsigned used = cells(d, bytes), all = cells(d, committed);
  if (all < used) all = used;
  fprintf(d->out, "%-*s[", NAME_WIDTH, name);
  for (unsigned i = 0; i < d->bar; i++) fputc(i < used ? '#' : i < all ? '.' : ' ', d->out);
  fprintf(d->out, "]%10.2f MB %5.1f %% of %9.2f MB\n", in_mb(bytes), percent(bytes, committed), in_mb(committed));
}

// Objects are born in To; From is empty between scavenges.
static void draw_new_space(const Drawing *d, const HeapStatistics *figures) {
  const SpaceStatistics *young = &figures->spaces[SPACE_NEW];
  draw_line(d, "new_space, To", young->used, figures->semispace);
  draw_line(d, "           From", 0, young->committed - figures->semispace);
}

static void explain(FILE *out, const HeapStatistics *figures) {
  const SpaceStatistics *young = &figures->spaces[SPACE_NEW];
  size_t old_used = figures->heap_used - young->used, old_total = figures->heap_total - young->committed;
  fprintf(out, "\nheapUsed  %9.2f MB = %.2f in new_space + %.2f in the old spaces\n", in_mb(figures->heap_used),
          in_mb(young->used), in_mb(old_used));
  fprintf(out, "heapTotal %9.2f MB = %.2f for To and From + %.2f for the old spaces\n", in_mb(figures->heap_total),
          in_mb(young->committed), in_mb(old_total));
  fprintf(out, "external  %9.2f MB outside the heap: buffers and the like\n", (double)figures->external / (double)MB);
  fprintf(out, "limit     %9.2f MB for the old spaces (%.2f %% in use), %.0f MB a semispace\n",
          in_mb(figures->max_old_generation), percent(old_used, figures->max_old_generation),
          in_mb(figures->max_semispace));
}

void heap_draw(FILE *out, Heap *heap, unsigned width) {
  HeapStatistics figures;
  Drawing d = {.out = out, .bar = WIDEST_BAR};
  heap_statistics(heap, &figures);
  if (width < 80) width = 80;
  if (width - NAME_WIDTH - FIGURES_WIDTH < d.bar) d.bar = width - NAME_WIDTH - FIGURES_WIDTH;
  d.largest = figures.semispace;
  for (int i = SPACE_NEW + 1; i < SPACE_COUNT; i++) {
    if (figures.spaces[i].committed > d.largest) d.largest = figures.spaces[i].committed;
  }
  fprintf(out, "%-*s%-*s%13s%11s%13s\n", NAME_WIDTH, "", (int)d.bar + 2, "# used  . free", "used", "", "committed");
  draw_new_space(&d, &figures);
  for (int i = SPACE_NEW + 1; i < SPACE_COUNT; i++) {
    draw_line(&d, heap_space_name((Space)i), figures.spaces[i].used, figures.spaces[i].committed);
  }
  explain(out, &figures);
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
  if (after + MB <= before) fprintf(out, " (%.2f MB)", in_mb(before - after));
  if (after > before) fprintf(out, "   more %zu (moved here)", after - before);
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
