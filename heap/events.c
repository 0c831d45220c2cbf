// heap/events.c - tells listeners of collections, and writes the report when memory is out.
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "heap/heap-internal.h"

double clock_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

// ---------------------------------------------------------------------------------------------- listeners

void heap_add_listener(Heap *heap, GCListener listener, void *data) {
  heap->listeners = heap_realloc(heap, heap->listeners, (heap->listener_count + 1) * sizeof heap->listeners[0]);
  heap->listeners[heap->listener_count++] = (Listener){listener, data};
}

void heap_remove_listener(Heap *heap, GCListener listener, void *data) {
  for (size_t i = 0; i < heap->listener_count; i++) {
    if (heap->listeners[i].function != listener || heap->listeners[i].data != data) continue;
    memmove(&heap->listeners[i], &heap->listeners[i + 1], (heap->listener_count - i - 1) * sizeof heap->listeners[0]);
    heap->listener_count--;
    return;
  }
}

static void notify(Heap *heap) {
  for (size_t i = 0; i < heap->listener_count; i++) heap->listeners[i].function(heap->listeners[i].data, &heap->event);
}

static size_t holes(const Heap *heap) {
  size_t bytes = 0;
  FOR_EACH_PAGED_SPACE(heap, space) bytes += space->free_bytes + space->wasted;
  return bytes;
}

static size_t used_bytes(const Heap *heap) { return old_generation_used(heap) + new_space_used(heap); }

void event_begin(Heap *heap, GCKind kind, const char *reason, const char *collector_reason) {
  double now = clock_ms();
  size_t used = used_bytes(heap);
  GCEvent *event = &heap->event;
  *event = (GCEvent){.type = GC_EVENT_START,
                     .kind = kind,
                     .reason = reason,
                     .collector_reason = collector_reason,
                     .number = ++heap->collection_number,
                     .start_ms = now - heap->created_ms,
                     .mutator_ms = now - heap->last_end_ms,
                     .allocated = used > heap->used_after_last ? used - heap->used_after_last : 0,
                     .dead = used,  // until it is known what is left
                     .forced = heap->forced,
                     .semispace_before = heap->new_space.capacity,
                     .semispace_after = heap->new_space.capacity};
  heap->allocated_since_full += event->allocated;
  if (heap->listener_count == 0) return;
  heap_statistics(heap, &event->before);
  event->holes_before = event->holes_after = holes(heap);
  event->after = event->before;
  notify(heap);
}

static void note_steps(Heap *heap, GCEvent *event) {
  MarkingSteps *steps = &heap->steps;
  if (event->kind == GC_SCAVENGE) {
    event->steps = steps->count - steps->reported;
    event->steps_ms = steps->ms - steps->reported_ms;
    steps->reported = steps->count;
    steps->reported_ms = steps->ms;
  } else {
    event->steps = steps->count;
    event->steps_ms = steps->ms;
    event->biggest_step_ms = steps->biggest_ms;
    event->marking_ms = steps->count > 0 ? heap->created_ms + event->start_ms - steps->start_ms : 0;
    *steps = (MarkingSteps){.due = steps->due};
  }
}

void event_end(Heap *heap) {
  GCEvent *event = &heap->event;
  heap->used_after_last = used_bytes(heap);
  event->dead = event->dead > heap->used_after_last ? event->dead - heap->used_after_last : 0;
  heap->last_end_ms = clock_ms();
  event->type = GC_EVENT_END;
  note_steps(heap, event);
  if (event->kind == GC_MARK_SWEEP && event->pages_compacted > 0) event->kind = GC_MARK_COMPACT;
  event->pause_ms = heap->last_end_ms - heap->created_ms - event->start_ms;
  event->semispace_after = heap->new_space.capacity;
  if (heap->listener_count == 0) return;
  heap_statistics(heap, &event->after);
  event->holes_after = holes(heap);
  notify(heap);
}

void event_message(Heap *heap, const char *format, ...) {
  char text[200];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  GCEvent event = {.type = GC_EVENT_MESSAGE, .message = text};
  for (size_t i = 0; i < heap->listener_count; i++) heap->listeners[i].function(heap->listeners[i].data, &event);
}

// ---------------------------------------------------------------------------------------------- the end

#define LINE_MARGIN 64  // bytes, so that a somewhat longer line finds room in the same memory

void heap_note_gc_line(Heap *heap, const char *line) {
  NotedLine *place = &heap->gc_lines[heap->gc_line_count++ % GC_LINES];
  size_t length = strcspn(line, "\n");
  if (place->capacity <= length) {
    place->capacity = length + 1 + LINE_MARGIN;
    place->text = heap_realloc(heap, place->text, place->capacity);
  }
  memcpy(place->text, line, length);
  place->text[length] = 0;
}

static void print_gc_lines(const Heap *heap) {
  unsigned first = heap->gc_line_count > GC_LINES ? heap->gc_line_count - GC_LINES : 0;
  for (unsigned i = first; i < heap->gc_line_count; i++) fprintf(stderr, "%s\n", heap->gc_lines[i % GC_LINES].text);
}

void heap_fatal_out_of_memory(Heap *heap, const char *location) {
  static bool reporting;
  if (reporting) {  // the embedder's callback ran out of memory itself
    fputs("\nFATAL ERROR: Allocation failed while this was told - JavaScript heap out of memory\n", stderr);
    abort();
  }
  reporting = true;
  // The embedder speaks first, into memory, so that what the program wrote is out before the report begins.
  char *stack = NULL;
  size_t length = 0;
  FILE *out = try_memstream(&stack, &length);
  if (out != NULL) {
    if (heap->embedder.out_of_memory != NULL) heap->embedder.out_of_memory(heap->embedder.data, out);
    fclose(out);
  }
  fputs("\n<--- Last few GCs --->\n\n", stderr);
  print_gc_lines(heap);
  fputs("\n\n<--- JS stacktrace --->\n\n", stderr);
  if (stack != NULL && length > 0) fprintf(stderr, "%s%s", stack, stack[length - 1] == '\n' ? "" : "\n");
  fprintf(stderr, "\nFATAL ERROR: %s Allocation failed - JavaScript heap out of memory\n", location);
  fflush(stderr);
  abort();
}

void *heap_realloc(Heap *heap, void *memory, size_t bytes) {
  (void)heap;
  return checked_realloc(memory, bytes);
}

void heap_bug(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("heap: ", stderr);
  vfprintf(stderr, format, arguments);
  fputs("\n", stderr);
  va_end(arguments);
  abort();
}
