// heap/compact.c - empties fragmented pages of old pointer and old data space, so that they can be given back.
//
// compact_choose runs after sweeping, when it is known exactly what each page holds; the chosen pages leave the free
// lists, so promotion does not fill them again.  compact_evacuate copies their objects elsewhere, leaving forwarding
// addresses, and then updates all pointers by walking the pages that may have pointers to the chosen ones (the marker
// noted for each page, roughly, where it points to).  That walk costs the same for one chosen page as for a hundred, so
// pages are chosen only if together they are worth it.
#include <stdlib.h>

#include "heap/heap-internal.h"

// ---------------------------------------------------------------------------------------------- choosing

#define FRAGMENTED_PERCENT 15u
#define WORTH_WHILE 32  // this part of the old generation's pages must become free

typedef struct Candidate {
  Page *page;
  size_t live;
  unsigned rank;  // more is chosen first
} Candidate;

static int compare_candidates(const void *a, const void *b) {
  unsigned x = ((const Candidate *)a)->rank, y = ((const Candidate *)b)->rank;
  return x < y ? 1 : x > y ? -1 : 0;
}

static size_t area_size(const Page *page) { return (size_t)(page->area_end - page->area_start); }

// How badly the free bytes of a page are scattered, in percent of its area.
static unsigned fragmentation(const Page *page) {
  size_t score = ((size_t)page->free_bytes[FREE_SMALL] * 5 + page->free_bytes[FREE_MEDIUM]) * 100 / area_size(page);
  return score > FRAGMENTED_PERCENT ? (unsigned)(score - FRAGMENTED_PERCENT) : 0;
}

static size_t square_root(size_t n) {
  size_t root = 0;
  while ((root + 1) * (root + 1) <= n) root++;
  return root;
}

static unsigned percent_free(const Page *page) {
  return (unsigned)((area_size(page) - page->allocated) * 100 / area_size(page));
}

typedef struct Choice {
  Candidate *pages;
  size_t count;
} Choice;

// Pages worth looking at, the best first.  Empty ones need no evacuation.
static Choice rank_pages(Heap *heap, OldSpace *space, CompactMode mode, bool footprint) {
  Choice choice = {heap_realloc(heap, NULL, (space->page_count + 1) * sizeof(Candidate)), 0};
  FOR_EACH_PAGE(space, page) {
    if (page->allocated == 0 || (page->first && mode != COMPACT_ALL)) continue;
    unsigned rank = 1 + percent_free(page);
    if (mode == COMPACT_BY_RULE) rank = !footprint ? fragmentation(page) : rank > 50 ? rank : 0;
    if (mode == COMPACT_MOST && rank < 5) rank = 0;
    if (rank > 0) choice.pages[choice.count++] = (Candidate){page, page->allocated, rank};
  }
  qsort(choice.pages, choice.count, sizeof(Candidate), compare_candidates);
  return choice;
}

// How many of the ranked pages to take.
static size_t count_to_take(const OldSpace *space, CompactMode mode, bool footprint, const Choice *choice) {
  if (mode == COMPACT_ALL) return choice->count;
  size_t unused = space->capacity - space->allocated, count = 0, freed = 0, moved = 0;
  size_t most = footprint || mode == COMPACT_MOST ? choice->count : square_root(space->page_count / 2) + 1;
  for (; count < choice->count && count < most; count++) {
    const Candidate *next = &choice->pages[count];
    if (footprint && freed >= unused / 4 * 3) break;
    // What is moved must fit in the free blocks of the pages that stay.
    size_t room = unused - (freed + area_size(next->page) - next->live);
    if (mode == COMPACT_MOST && moved + next->live > room) break;
    freed += area_size(next->page) - next->live;
    moved += next->live;
  }
  return count;
}

static size_t choose_in_space(Heap *heap, OldSpace *space, CompactMode mode) {
  size_t unused = space->capacity - space->allocated, freed = 0;
  bool footprint = mode == COMPACT_BY_RULE && unused > space->capacity / 3 && unused >= 2 * PAGE_AREA_SIZE;
  Choice choice = rank_pages(heap, space, mode, footprint);
  size_t count = count_to_take(space, mode, footprint, &choice);
  for (size_t i = 0; i < count; i++) freed += area_size(choice.pages[i].page) - choice.pages[i].live;
  bool worth = mode == COMPACT_ALL || mode == COMPACT_MOST || freed >= space->committed / WORTH_WHILE;
  if (freed < PAGE_AREA_SIZE && mode != COMPACT_ALL) worth = false;  // not a page would be won
  if (!worth) count = 0;
  for (size_t i = 0; i < count; i++) {
    choice.pages[i].page->evacuating = true;
    page_forget_free(space, choice.pages[i].page);
  }
  free(choice.pages);
  return count;
}

size_t compact_choose(Heap *heap, CompactMode mode) {
  if (mode == COMPACT_NEVER) return 0;
  return choose_in_space(heap, &heap->spaces[SPACE_OLD_POINTER], mode) +
         choose_in_space(heap, &heap->spaces[SPACE_OLD_DATA], mode);
}

// ---------------------------------------------------------------------------------------------- moving

// The remembered slots of a moved object move along.
static void move_slots(Heap *heap, Page *page, char *from, char *to, size_t bytes) {
  const SlotSet *set = page->own_slot_set;
  if (set == NULL) return;
  size_t first = page_word_index(from), count = bytes / sizeof(Word);
  for (size_t i = 0; i < count; i++) {
    size_t index = first + i;
    if (set->cells[index >> 6] >> (index & 63) & 1) slots_record(heap, page_of(to), (Word *)(void *)to + i);
  }
}

static void evacuate_page(Heap *heap, OldSpace *space, Page *page) {
  for (char *p = page->area_start; p < page->area_end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    size_t bytes = object_size(heap, object);
    if (header_kind(object->header) != KIND_FREE_SPACE) {
      HeapObject *copy = old_space_allocate(heap, space, bytes, ROOM_BY_FORCE);
      if (copy == NULL) heap_fatal_out_of_memory(heap, "Evacuation");
      const uint64_t *source = (const uint64_t *)object;
      for (size_t i = 0; i < bytes / sizeof(uint64_t); i++) ((uint64_t *)copy)[i] = source[i];
      move_slots(heap, page, p, (char *)copy, bytes);
      object->header = (uint64_t)(uintptr_t)copy;
    }
    p += bytes;
  }
}

// Takes the chosen pages out of the space and puts them before `list`.
static Page *evacuate_space(Heap *heap, OldSpace *space, Page *list) {
  Page *next;
  for (Page *page = space->first; page != NULL; page = next) {
    next = page->next;
    if (!page->evacuating) continue;
    evacuate_page(heap, space, page);
    next = page->next;  // the copies may have needed a new page
    old_space_unlink_page(space, page);
    page->next = list;
    list = page;
  }
  return list;
}

// ---------------------------------------------------------------------------------------------- updating pointers

static inline void update_words(Word *p, const Word *end) {
  for (; p < end; p++) {
    Word word = *p;
    if (word_is_pointer(word) && page_of(word_object(word))->evacuating) *p = word_object(word)->header;
  }
}

static inline size_t update_object(Heap *heap, HeapObject *object) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(heap, header);
  size_t bytes = layout_size(layout, object, header);
  Word *end, *p = layout_pointers(layout, object, header, bytes, &end);
  update_words(p, end);
  return bytes;
}

static void update_area(Heap *heap, char *start, const char *end) {
  for (char *p = start; p < end;) p += update_object(heap, (HeapObject *)(void *)p);
}

static void update_root_range(RootVisitor *base, Word *start, Word *end, const char *root_name) {
  (void)base, (void)root_name;
  update_words(start, end);
}

static void update_pointers(Heap *heap, uint64_t evacuated) {
  RootVisitor visitor = {update_root_range};
  heap->embedder.visit_roots(heap->embedder.data, &visitor);
  FOR_EACH_PAGED_SPACE(heap, space) {
    if (space->id == SPACE_OLD_DATA) continue;
    old_space_fill_area(space);
    FOR_EACH_PAGE(space, page) {
      if (page->points_to & evacuated) update_area(heap, page->area_start, page->area_end);
    }
  }
  FOR_EACH_PAGE(&heap->large, page) {
    if (page->points_to & evacuated) update_object(heap, large_object(page));
  }
  FOR_EACH_NEW_PAGE(heap, page) update_area(heap, page->area_start, new_page_top(heap, page));
  heap->weak_state = WEAK_MOVED;
  run_process_weak(heap, WEAK_AFTER_MOVING);
  finalizers_after_moving(heap);
  heap->weak_state = NOT_WEAK;
}

void compact_evacuate(Heap *heap) {
  double start = clock_ms();
  Page *list = evacuate_space(heap, &heap->spaces[SPACE_OLD_POINTER], NULL);
  list = evacuate_space(heap, &heap->spaces[SPACE_OLD_DATA], list);
  uint64_t evacuated = 0;
  for (Page *page = list; page != NULL; page = page->next) {
    evacuated |= (uint64_t)1 << ((uintptr_t)page >> PAGE_SIZE_LOG2 & 63);
    heap->event.pages_compacted++;
  }
  double moved = clock_ms();
  heap->event.evacuate_ms += moved - start;
  update_pointers(heap, evacuated);
  for (Page *next; list != NULL; list = next) {
    next = list->next;
    heap_release_page(heap, list);
  }
  heap->event.update_ms += clock_ms() - moved;
}
