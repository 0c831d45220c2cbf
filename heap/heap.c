// heap/heap.c - making a heap, allocating in it, and asking it questions.
#include "heap/heap.h"

#include <stdlib.h>
#include <string.h>

#include "heap/heap-internal.h"
#include "heap/policy.h"

_Static_assert(offsetof(Heap, fast) == 0, "a Heap begins with a HeapFast");

// ---------------------------------------------------------------------------------------------- create, destroy

static void copy_layouts(Heap *heap, const Embedder *embedder) {
  if (embedder->kind_count > MAX_KINDS) heap_bug("%u kinds are too many", embedder->kind_count);
  heap->layouts[KIND_FREE_SPACE] = (Layout){.size_mode = SIZE_FREE_SPACE, .flags = KIND_DATA};
  for (unsigned i = 1; i < embedder->kind_count; i++) {
    const KindInfo *info = &embedder->kinds[i];
    heap->layouts[i] = (Layout){.size_mode = info->size_mode,
                                .element_log2 = info->element_log2,
                                .first_pointer = info->first_pointer,
                                .end_pointer = info->end_pointer,
                                .flags = info->flags};
  }
}

static size_t round_to_power_of_two(size_t bytes, size_t least) {
  size_t result = least;
  while (result < bytes) result *= 2;
  return result;
}

// Semispaces bigger than a quarter of the old generation would make promotion fail all the time.
static void set_sizes(Heap *heap) {
  HeapConfig *config = &heap->config;
  if (config->max_old_generation == 0) config->max_old_generation = 1400 * MB;
  if (config->max_semispace == 0) config->max_semispace = 16 * MB;
  config->max_semispace = round_to_power_of_two(config->max_semispace, PAGE_SIZE_BYTES);
  heap->max_old_generation = config->max_old_generation;
  size_t most = config->max_semispace;
  while (most > PAGE_SIZE_BYTES && most > heap->max_old_generation / 4) most /= 2;
  size_t initial = round_to_power_of_two(config->initial_semispace, PAGE_SIZE_BYTES);
  heap->new_space.maximum = most;
  heap->new_space.initial = initial < most ? initial : most;
}

static unsigned helper_count(const HeapConfig *config) {
  if (config->gc_threads == 0) return workers_default_count();
  return config->gc_threads > 0 ? (unsigned)config->gc_threads : 0;
}

#define LEAST_WORK_LIMIT (16 * MB)

// What is beside the heap while something is made may be as large as the heap; a program under the smallest limit must
// start.
static void limit_work(const Heap *heap) {
  memory_limit_work(heap->max_old_generation > LEAST_WORK_LIMIT ? heap->max_old_generation : LEAST_WORK_LIMIT);
}

Heap *heap_create(const HeapConfig *config, const Embedder *embedder) {
  Heap *heap = try_calloc(1, sizeof *heap);
  if (heap == NULL) return NULL;
  heap->config = *config;
  heap->stress_waits = config->stress_waits;
  heap->embedder = *embedder;
  copy_layouts(heap, embedder);
  set_sizes(heap);
  heap->created_ms = heap->last_end_ms = clock_ms();
  if (!new_space_create(heap)) {
    free(heap);
    return NULL;
  }
  heap->marker.heap = heap;
  heap->workers = workers_create(helper_count(config));
  old_spaces_create(heap);
  shapes_create(heap);
  policy_set_old_limit(heap);
  limit_work(heap);
  return heap;
}

size_t heap_max_old_generation(const Heap *heap) { return heap->max_old_generation; }

void heap_set_max_old_generation(Heap *heap, size_t bytes) {
  heap->max_old_generation = bytes;
  limit_work(heap);
  policy_set_old_limit(heap);
}

// Code and shape space are swept in the pause, so they can be walked at any time.
static void finalize_all(Heap *heap) {
  if (heap->embedder.finalize == NULL) return;
  for (OldSpace *space = &heap->spaces[SPACE_CODE]; space <= &heap->spaces[SPACE_SHAPE]; space++) {
    old_space_fill_area(space);
    FOR_EACH_PAGE(space, page) {
      for (char *p = page->area_start; p < page->area_end;) {
        HeapObject *object = (HeapObject *)(void *)p;
        p += object_size(heap, object);
        if (layout_of(heap, object->header)->flags & KIND_FINALIZE)
          heap->embedder.finalize(heap->embedder.data, object);
      }
    }
  }
}

void heap_destroy(Heap *heap) {
  if (heap == NULL) return;
  heap->collecting = true;  // finalizers allocate nothing
  sweep_destroy(heap);
  unmap_finish(heap);
  populate_finish(heap);
  free(heap->unmapping.items);
  workers_destroy(heap->workers);
  heap->workers = NULL;  // from here on everything is done at once
  finalize_all(heap);
  finalizers_destroy(heap);
  large_destroy(heap);
  FOR_EACH_PAGED_SPACE(heap, space) { FOR_EACH_PAGE(space, page) slot_sets_free(page), moving_slots_free(page); }
  new_space_destroy(heap);
  page_allocator_destroy(&heap->pages);
  shapes_destroy(heap);
  free(heap->slot_pages);
  marker_forget(&heap->marker);
  free(heap->listeners);
  for (unsigned i = 0; i < GC_LINES; i++) free(heap->gc_lines[i].text);
  free(heap);
}

// ---------------------------------------------------------------------------------------------- allocation

#define LAST_LOCATION "CALL_AND_RETRY_LAST"

static HeapObject *allocate_young(Heap *heap, size_t bytes) {
  policy_before_young(heap, bytes);
  HeapObject *object = new_space_allocate(heap, bytes);
  if (LIKELY(object != NULL)) return object;
  policy_collect_young(heap);
  if ((object = new_space_allocate(heap, bytes)) != NULL) return object;
  // The survivors fill to-space: the old generation has no room for them.
  policy_collect_fully(heap, "old generations exhausted");
  if ((object = new_space_allocate(heap, bytes)) != NULL) return object;
  policy_last_resort(heap);
  if ((object = new_space_allocate(heap, bytes)) != NULL) return object;
  heap_fatal_out_of_memory(heap, LAST_LOCATION);
}

static HeapObject *grey(Heap *heap, HeapObject *object) {
  if (object != NULL && heap->marking != MARKING_STOPPED) marking_object_allocated(heap, object);
  return object;
}

static HeapObject *allocate_old(Heap *heap, OldSpace *space, size_t bytes) {
  HeapObject *object;
  policy_before_old(heap, bytes);
  if ((object = old_space_allocate(heap, space, bytes, ROOM_UNDER_LIMIT)) != NULL) return grey(heap, object);
  policy_collect_fully(heap, "GC in old space requested");
  if ((object = old_space_allocate(heap, space, bytes, ROOM_UNDER_MAXIMUM)) != NULL) return grey(heap, object);
  policy_last_resort(heap);
  if ((object = old_space_allocate(heap, space, bytes, ROOM_UNDER_MAXIMUM)) != NULL) return grey(heap, object);
  heap_fatal_out_of_memory(heap, LAST_LOCATION);
}

// Large objects are white even while marking goes on, so that those which die soon do not outlive it: the barrier, the
// scavenges and the final pause find those that live.
static HeapObject *allocate_large(Heap *heap, size_t bytes) {
  HeapObject *object;
  policy_before_old(heap, bytes);
  if (!policy_limit_reached(heap, bytes) && (object = large_allocate(heap, bytes)) != NULL) return object;
  policy_collect_fully(heap, "GC in old space requested");
  if ((object = large_allocate(heap, bytes)) != NULL) return object;
  policy_last_resort(heap);
  if ((object = large_allocate(heap, bytes)) != NULL) return object;
  heap_fatal_out_of_memory(heap, LAST_LOCATION);
}

static OldSpace *space_for(Heap *heap, unsigned kind, AllocationSpace space) {
  if (space == ALLOCATE_CODE) return &heap->spaces[SPACE_CODE];
  if (space == ALLOCATE_SHAPE) return &heap->spaces[SPACE_SHAPE];
  return &heap->spaces[heap->layouts[kind].flags & KIND_DATA ? SPACE_OLD_DATA : SPACE_OLD_POINTER];
}

HeapObject *heap_allocate(Heap *heap, unsigned kind, size_t bytes, AllocationSpace space, bool *zeroed) {
  if (UNLIKELY(heap->no_gc > 0)) heap_bug("an allocation of %zu bytes inside a region without collections", bytes);
  if (UNLIKELY(heap->collecting)) heap_bug("an allocation of %zu bytes inside a collection", bytes);
  if (UNLIKELY(heap->config.gc_stress != 0 || heap->config.gc_interval != 0)) policy_stress(heap);
  bytes = (bytes + 7) & ~(size_t)7;
  bool large = bytes > MAX_REGULAR_OBJECT_SIZE;
  if (zeroed != NULL) *zeroed = large;
  if (large) return allocate_large(heap, bytes);
  if (space == ALLOCATE_YOUNG) return allocate_young(heap, bytes);
  if (space == ALLOCATE_OLD) pretenure_born_old(heap, bytes);
  return allocate_old(heap, space_for(heap, kind, space), bytes);
}

static void shrink_old(Heap *heap, HeapObject *object, size_t old_bytes, size_t new_bytes) {
  Page *page = page_of(object);
  OldSpace *space = &heap->spaces[page->owner];
  char *end = (char *)object + new_bytes;
  size_t gap = old_bytes - new_bytes;
  sweep_page_now(heap, page);  // its free lists are to take what is cut off
  slot_sets_clear_range(page, end, end + gap);
  if (end + gap == space->top) {
    space->top = end;
    return;
  }
  page->allocated -= gap;
  space->allocated -= gap;
  if (page->evacuating) write_filler(end, gap);  // such pages are not in the free lists
  else page_add_free(space, page, end, gap);
}

void heap_shrink_object(Heap *heap, HeapObject *object, size_t old_bytes, size_t new_bytes) {
  old_bytes = (old_bytes + 7) & ~(size_t)7;
  new_bytes = (new_bytes + 7) & ~(size_t)7;
  if (new_bytes >= old_bytes) return;
  bool watched = heap->marking != MARKING_STOPPED && !heap_is_young(object);
  if (watched) marking_object_shrunk(heap, object, old_bytes, new_bytes);
  if (heap_space_of(heap, object) == SPACE_LARGE) {
    large_shrink(heap, object, new_bytes);
  } else if (heap_is_young(object)) {
    char *end = (char *)object + new_bytes;
    if ((char *)object + old_bytes == heap->fast.new_top) {
      heap->fast.new_top = end;
      new_space_set_limit(heap);
    } else {
      write_filler(end, old_bytes - new_bytes);
    }
  } else {
    shrink_old(heap, object, old_bytes, new_bytes);
  }
}

void heap_no_gc_enter(Heap *heap) {
  if (heap->no_gc++ == 0) new_space_set_limit(heap);  // inline allocation calls in, and is caught
}

void heap_no_gc_leave(Heap *heap) {
  if (--heap->no_gc == 0) new_space_set_limit(heap);
}

// ---------------------------------------------------------------------------------------------- questions

size_t heap_object_size(const Heap *heap, const HeapObject *object) { return object_size(heap, object); }

Space heap_space_of(const Heap *heap, const HeapObject *object) {
  (void)heap;
  return (Space)page_of(object)->owner;
}

const char *heap_space_name(Space space) {
  static const char *const names[SPACE_COUNT] = {"new_space",  "old_pointer_space", "old_data_space",
                                                 "code_space", "shape_space",       "large_object_space"};
  return names[space];
}

int heap_object_age(const Heap *heap, const HeapObject *object) {
  return heap_is_young(object) && (const char *)object < heap->new_space.age_mark ? 1 : 0;
}

bool heap_is_live(const Heap *heap, const HeapObject *object) {
  switch (heap->weak_state) {
  case WEAK_MARKED: return mark_bit_get(object);
  case WEAK_SCAVENGED:
    return !in_range(object_word(object), heap->new_space.from, heap->new_space.capacity) ||
           header_is_forwarded(object->header);
  default: return true;
  }
}

HeapObject *heap_forwarded(const Heap *heap, const HeapObject *object) {
  (void)heap;
  return header_is_forwarded(object->header) ? forwarding_address(object->header) : (HeapObject *)(uintptr_t)object;
}

void heap_statistics(const Heap *heap, HeapStatistics *out) {
  const NewSpace *young = &heap->new_space;
  size_t young_committed = young->from_committed ? 2 * young->capacity : young->capacity;
  size_t young_used = new_space_used(heap), young_room = young->capacity / PAGE_SIZE_BYTES * PAGE_AREA_SIZE;
  *out = (HeapStatistics){
      .heap_total = young_committed + heap->large.committed,
      .heap_used = young_used + old_generation_used(heap),
      .limit = 4 * heap->config.max_semispace + heap->max_old_generation,
      .max_old_generation = heap->max_old_generation,
      .max_semispace = heap->config.max_semispace,
      .semispace = young->capacity,
      .allocator_total = 2 * heap->config.max_semispace + old_generation_committed(heap),
      .external = heap->external + (int64_t)heap->limited,
  };
  out->spaces[SPACE_NEW] = (SpaceStatistics){.used = young_used,
                                             .available = young_room > young_used ? young_room - young_used : 0,
                                             .committed = young_committed,
                                             .physical = young_committed};
  out->spaces[SPACE_LARGE] = (SpaceStatistics){
      .used = heap->large.used, .committed = heap->large.committed, .physical = heap->large.committed};
  FOR_EACH_PAGED_SPACE(heap, space) {
    out->spaces[space->id] = (SpaceStatistics){.used = old_space_used(space),
                                               .available = old_space_available(space),
                                               .committed = space->capacity,
                                               .physical = space->committed};
    out->heap_total += space->capacity;
  }
}

// ---------------------------------------------------------------------------------------------- walking

static void visit_area(Heap *heap, char *start, const char *end, Space space, ObjectVisitor visitor, void *data) {
  for (char *p = start; p < end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    size_t bytes = object_size(heap, object);
    if (header_kind(object->header) != KIND_FREE_SPACE) visitor(data, object, bytes, space);
    p += bytes;
  }
}

void heap_visit_objects(Heap *heap, ObjectVisitor visitor, void *data) {
  sweep_finish(heap);
  FOR_EACH_NEW_PAGE(heap, page) visit_area(heap, page->area_start, new_page_top(heap, page), SPACE_NEW, visitor, data);
  FOR_EACH_PAGED_SPACE(heap, space) {
    old_space_fill_area(space);
    FOR_EACH_PAGE(space, page) visit_area(heap, page->area_start, page->area_end, space->id, visitor, data);
  }
  FOR_EACH_PAGE(&heap->large, page) visitor(data, large_object(page), page->allocated, SPACE_LARGE);
}

void heap_visit_roots(Heap *heap, RootVisitor *visitor) { heap->embedder.visit_roots(heap->embedder.data, visitor); }

void heap_visit_pages(const Heap *heap, PageVisitor visitor, void *data) {
  FOR_EACH_NEW_PAGE(heap, page) {
    PageFigures figures = {.space = SPACE_NEW,
                           .page = page,
                           .area = (size_t)(page->area_end - page->area_start),
                           .used = (size_t)(new_page_top(heap, page) - page->area_start)};
    visitor(data, &figures);
  }
  for (Space id = SPACE_OLD_POINTER; id <= SPACE_SHAPE; id++) {
    const OldSpace *space = &heap->spaces[id];
    FOR_EACH_PAGE(space, page) {
      bool allocating = space->limit > space->top && page_of(space->top) == page;
      PageFigures figures = {.space = id,
                             .page = page,
                             .area = (size_t)(page->area_end - page->area_start),
                             .used = page->allocated - (allocating ? (size_t)(space->limit - space->top) : 0),
                             .moving = page->evacuating,
                             .unswept = !page_is_listed(page)};
      for (unsigned i = 0; i < FREE_CLASSES && !figures.unswept; i++) figures.blocks[i] = page->free_bytes[i];
      for (unsigned i = 0; i < TINY_CLASSES && !figures.unswept; i++) figures.tiny += page->tiny_bytes[i];
      figures.wasted = figures.unswept ? 0 : page->wasted;
      visitor(data, &figures);
    }
  }
  FOR_EACH_PAGE(&heap->large, page) {
    const PageFigures figures = {.space = SPACE_LARGE,
                                 .page = page,
                                 .area = (size_t)(page->area_end - page->area_start),
                                 .used = page->allocated};
    visitor(data, &figures);
  }
}
