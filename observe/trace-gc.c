// observe/trace-gc.c - see trace-gc.h; the forms are those of Node 20 and, for the table of spaces, of Node 0.12
// (reference/formats.md sections 1 to 3).
//
// It is a listener of GC events and allocates nothing.  Lines go to standard output by the same way as the program's
// own, so the order on paper is the order in time.
#include "observe/trace-gc.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/output.h"

// Mutator utilization: the share of time that was not spent in full collections, over history and since the last one.
typedef struct Utilization {
  double last_end, average_mutator, average_collector, average, current;
} Utilization;

struct GCTracer {
  Heap *heap;
  TraceGC trace;
  Utilization utilization;
  double total_pause;
};

typedef struct Line {
  char text[2048];
  size_t length;
} Line;

static void append(Line *line, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void append(Line *line, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int n = vsnprintf(line->text + line->length, sizeof line->text - line->length, format, arguments);
  va_end(arguments);
  if (n > 0) line->length += (size_t)n;
  if (line->length >= sizeof line->text) line->length = sizeof line->text - 1;
}

static void begin(const GCTracer *tracer, Line *line) {
  line->length = 0;
  append(line, "[%d:%p] ", (int)getpid(), (void *)tracer->heap);
}

static void print(const Line *line) {
  output_write(line->text, line->length);
  output_write("\n", 1);
}

static double megabytes(size_t bytes) { return (double)bytes / (double)MB; }

// ------------------------------------------------------------------------------------------------------ figures

static bool is_full(const GCEvent *event) { return event->kind != GC_SCAVENGE; }

static double end_ms(const GCEvent *event) { return event->start_ms + event->pause_ms; }

static void note_utilization(Utilization *u, const GCEvent *event) {
  double end = end_ms(event), total = end - u->last_end, mutator = total - event->pause_ms;
  if (!is_full(event)) return;
  if (u->last_end > 0 && total > 0) {
    bool first = u->average_mutator + u->average_collector == 0;
    u->average_mutator = first ? mutator : (u->average_mutator + mutator) / 2;
    u->average_collector = first ? event->pause_ms : (u->average_collector + event->pause_ms) / 2;
    u->average = u->average_mutator / (u->average_mutator + u->average_collector);
    u->current = mutator / total;
  }
  u->last_end = end;
}

// "Mark-sweep" to Node 18, "Mark-Compact" in Node 20: readers of traces know both words, by which we tell the two
// apart.
static const char *kind_name(const GCEvent *event) {
  return event->kind == GC_SCAVENGE ? "Scavenge" : event->kind == GC_MARK_SWEEP ? "Mark-sweep" : "Mark-Compact";
}

// ------------------------------------------------------------------------------------------------------ the line

// [pid:heap]       34 ms: Scavenge 3.9 (4.0) -> 3.1 (5.0) MB, 5.95 / 0.00 ms  (average mu = ...) reason; collector
// reason
static void main_line(const GCTracer *tracer, Line *line, const GCEvent *event) {
  begin(tracer, line);
  append(line, "%8.0f ms: %s %.1f (%.1f) -> %.1f (%.1f) MB, %.2f / %.2f ms  ", end_ms(event), kind_name(event),
         megabytes(event->before.heap_used), megabytes(event->before.allocator_total),
         megabytes(event->after.heap_used), megabytes(event->after.allocator_total), event->pause_ms, 0.0);
  if (is_full(event) && event->incremental) {
    append(
        line,
        "(+ %.1f ms in %u steps since start of marking, biggest step %.1f ms, walltime since start of marking %.0f ms) ",
        event->steps_ms, event->steps, event->biggest_step_ms, event->marking_ms);
  }
  append(line, "(average mu = %.3f, current mu = %.3f) %s; %s", tracer->utilization.average,
         tracer->utilization.current, event->reason, event->collector_reason);
}

// ------------------------------------------------------------------------------------------------------ name=value

static double ratio(double a, double b) { return b > 0 ? a / b : 0; }

static void nvp_scavenge(Line *line, const GCEvent *event) {
  append(line, "incremental.steps_count=%u incremental.steps_took=%.1f ", event->steps, event->steps_ms);
  append(line, "scavenge.roots=%.2f scavenge.parallel=%.2f scavenge.weak=%.2f scavenge.update_refs=%.2f ",
         event->roots_ms, event->evacuate_ms, event->weak_ms, event->update_ms);
}

static void nvp_full(Line *line, const GCEvent *event) {
  append(line, "mark=%.2f mark.roots=%.2f clear=%.2f evacuate=%.2f evacuate.update_pointers=%.2f sweep=%.2f ",
         event->mark_ms, event->roots_ms, event->weak_ms, event->evacuate_ms, event->update_ms, event->sweep_ms);
  append(line, "incremental=%.2f incremental.steps_count=%u incremental.steps_took=%.1f incremental.longest_step=%.2f ",
         event->incremental ? event->marking_ms : 0.0, event->steps, event->steps_ms, event->biggest_step_ms);
  append(line, "pages_compacted=%u threads=%u ", event->pages_compacted, event->threads);
}

static void nvp_line(const GCTracer *tracer, Line *line, const GCEvent *event) {
  double young = (double)event->before.spaces[SPACE_NEW].used;
  begin(tracer, line);
  append(line, "%8.0f ms: pause=%.1f mutator=%.1f gc=%s ", end_ms(event), event->pause_ms, event->mutator_ms,
         is_full(event) ? "mc" : "s");
  if (is_full(event)) nvp_full(line, event);
  else nvp_scavenge(line, event);
  append(line, "total_size_before=%zu total_size_after=%zu holes_size_before=%zu holes_size_after=%zu ",
         event->before.heap_used, event->after.heap_used, event->holes_before, event->holes_after);
  append(line, "allocated=%zu promoted=%zu new_space_survived=%zu nodes_copied_in_new=%zu ", event->allocated,
         event->promoted, event->copied, event->nodes_copied);
  append(line, "nodes_promoted=%zu promotion_ratio=%.1f%% new_space_survive_rate_=%.1f%% ", event->nodes_promoted,
         100 * ratio((double)event->promoted, young), 100 * ratio((double)event->copied, young));
  append(line, "new_space_allocation_throughput=%.1f semispace_before=%zu semispace_after=%zu ",
         ratio((double)event->allocated, event->mutator_ms), event->semispace_before, event->semispace_after);
}

// ------------------------------------------------------------------------------------------------- table of spaces

static void row(const GCTracer *tracer, const char *name, size_t used, size_t available, size_t committed) {
  Line line;
  begin(tracer, &line);
  append(&line, "%-19s used: %6zu KB, available: %6zu KB, committed: %6zu KB", name, used / KB, available / KB,
         committed / KB);
  print(&line);
}

static void table(const GCTracer *tracer, const HeapStatistics *figures) {
  static const struct {
    Space space;
    const char *name;
  } spaces[] = {{SPACE_NEW, "New space,"},           {SPACE_OLD_POINTER, "Old pointers,"},
                {SPACE_OLD_DATA, "Old data space,"}, {SPACE_CODE, "Code space,"},
                {SPACE_SHAPE, "Map space,"},         {SPACE_LARGE, "Large object space,"}};
  Line line;
  size_t available = 0;
  begin(tracer, &line);
  append(
      &line, "%-19s used: %6zu KB, available: %6zu KB", "Memory allocator,", figures->allocator_total / KB,
      (figures->limit - (figures->allocator_total < figures->limit ? figures->allocator_total : figures->limit)) / KB);
  print(&line);
  for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
    const SpaceStatistics *space = &figures->spaces[spaces[i].space];
    row(tracer, spaces[i].name, space->used, space->available, space->committed);
    available += space->available;
  }
  row(tracer, "All spaces,", figures->heap_used, available, figures->heap_total);
  begin(tracer, &line);
  append(&line, "External memory reported: %6lld KB", (long long)figures->external / 1024);
  print(&line);
  begin(tracer, &line);
  append(&line, "Total time spent in GC  : %.1f ms", tracer->total_pause);
  print(&line);
}

// -------------------------------------------------------------------------------------------------- fragmentation

typedef struct SpaceFragmentation {
  size_t pages, unswept, moving, area, used, unswept_free, tiny, wasted, blocks[4];
} SpaceFragmentation;

static void add_page(void *data, const PageFigures *page) {
  SpaceFragmentation *sum = (SpaceFragmentation *)data + page->space;
  sum->pages++;
  sum->unswept += page->unswept;
  sum->moving += page->moving;
  sum->area += page->area;
  sum->used += page->used;
  if (page->unswept) sum->unswept_free += page->area - page->used;
  for (unsigned i = 0; i < 4; i++) sum->blocks[i] += page->blocks[i];
  sum->tiny += page->tiny;
  sum->wasted += page->wasted;
}

// Old pointers, pages: 12 (3 to be swept), used: 9000 KB (75.0 %), free in blocks from 256 B: ... KB, 2 KB: ..., ...
static void print_fragmentation(const GCTracer *tracer, const char *name, const SpaceFragmentation *sum) {
  Line line;
  begin(tracer, &line);
  append(&line, "%-16s pages: %4zu (%zu to be swept), used: %7zu KB (%.1f %%), ", name, sum->pages, sum->unswept,
         sum->used / KB, sum->area > 0 ? 100.0 * (double)sum->used / (double)sum->area : 0.0);
  append(
      &line,
      "free in blocks from 128 KB: %zu, 16 KB: %zu, 2 KB: %zu, 256 B: %zu, smaller: %zu, to be swept: %zu, wasted: %zu KB",
      sum->blocks[3] / KB, sum->blocks[2] / KB, sum->blocks[1] / KB, sum->blocks[0] / KB, sum->tiny / KB,
      sum->unswept_free / KB, sum->wasted / KB);
  print(&line);
}

static void fragmentation(const GCTracer *tracer) {
  static const char *const names[SPACE_COUNT] = {[SPACE_OLD_POINTER] = "Old pointers,",
                                                 [SPACE_OLD_DATA] = "Old data space,",
                                                 [SPACE_CODE] = "Code space,",
                                                 [SPACE_SHAPE] = "Map space,"};
  SpaceFragmentation sums[SPACE_COUNT] = {0};
  heap_visit_pages(tracer->heap, add_page, sums);
  for (unsigned i = SPACE_OLD_POINTER; i <= SPACE_SHAPE; i++) print_fragmentation(tracer, names[i], &sums[i]);
}

// ------------------------------------------------------------------------------------------------------ listening

static void on_event(void *data, const GCEvent *event) {
  GCTracer *tracer = data;
  if (event->type == GC_EVENT_MESSAGE && tracer->trace.lines) trace_gc_note(tracer, "%s", event->message);
  if (event->type != GC_EVENT_END) return;
  tracer->total_pause += event->pause_ms;
  note_utilization(&tracer->utilization, event);
  Line line;
  main_line(tracer, &line, event);
  heap_note_gc_line(tracer->heap, line.text);
  if (tracer->trace.nvp) nvp_line(tracer, &line, event);
  if (tracer->trace.nvp || tracer->trace.lines) print(&line);
  if (tracer->trace.verbose) table(tracer, &event->after);
  if (tracer->trace.fragmentation && is_full(event)) fragmentation(tracer);
}

GCTracer *trace_gc_start(Heap *heap, const TraceGC *trace) {
  GCTracer *tracer = checked_calloc(1, sizeof *tracer);
  tracer->heap = heap;
  tracer->trace = *trace;
  tracer->utilization.average = tracer->utilization.current = 1;
  heap_add_listener(heap, on_event, tracer);
  return tracer;
}

void trace_gc_change(GCTracer *tracer, const TraceGC *trace) { tracer->trace = *trace; }

void trace_gc_stop(GCTracer *tracer) {
  heap_remove_listener(tracer->heap, on_event, tracer);
  free(tracer);
}

void trace_gc_note(const GCTracer *tracer, const char *format, ...) {
  Line line = {.length = 0};
  va_list arguments;
  begin(tracer, &line);
  va_start(arguments, format);
  vsnprintf(line.text + line.length, sizeof line.text - line.length, format, arguments);
  va_end(arguments);
  line.length = strlen(line.text);
  print(&line);
}
