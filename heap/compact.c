// heap/compact.c - empties fragmented pages of old pointer and old data space, so that they can be given back.
//
// Incremental: the pages are chosen as marking starts, by what the last sweep found on them; the marker and the barrier
// record the slots that point to them, and the pause updates just those.  Few are taken, so that the pause stays short.
// Otherwise they are chosen when marking is done and it is known exactly what lives on them; then all live objects are
// looked at to find the pointers.  Either way objects are copied elsewhere and leave forwarding addresses.
#include <stdlib.h>

#include "heap/heap-internal.h"

// ---------------------------------------------------------------------------------------------- choosing

#define FRAGMENTED_PERCENT 15u
#define WORTH_WHILE 32  // this part of the old generation's pages must become free

#define MOST_MOVED (2 * MB)  // bytes, in the pause that ends incremental marking

typedef struct Candidate {
  Page *page;
  size_t live;
  unsigned rank, place;  // more rank is chosen first; place in the space, so that sorting is the same everywhere
} Candidate;

static int compare_candidates(const void *a, const void *b) {
  const Candidate *x = a, *y = b;
  if (x->rank != y->rank) return x->rank < y->rank ? 1 : -1;
  return x->place < y->place ? -1 : 1;
}

static size_t area_size(const Page *page) { return (size_t)(page->area_end - page->area_start); }

// How badly the free bytes of a page are scattered, in percent of its area.
static unsigned fragmentation(const Page *page) {
  size_t tiny = page->wasted + page->tiny_bytes[TINY_SHORT] + page->tiny_bytes[TINY_LONG];
  size_t scattered = tiny + page->free_bytes[FREE_SMALL];
  size_t score = (scattered * 5 + page->free_bytes[FREE_MEDIUM]) * 100 / area_size(page);
  return score > FRAGMENTED_PERCENT ? (unsigned)(score - FRAGMENTED_PERCENT) : 0;
}

static size_t square_root(size_t n) {
  size_t root = 0;
  while ((root + 1) * (root + 1) <= n) root++;
  return root;
}

typedef struct Choice {
  CompactMode mode;
  bool marked;     // live bytes are known; else what is allocated counts as live
  bool footprint;  // much of the space is unused: the emptiest pages; else the most scattered ones
  size_t unused;   // bytes of the space
  Candidate *pages;
  size_t count;
} Choice;

static size_t live_on(const Choice *choice, const Page *page) {
  return choice->marked ? page->live_bytes : page->allocated;
}

static unsigned rank_of(const Choice *choice, const Page *page) {
  unsigned rank = 1 + (unsigned)((area_size(page) - live_on(choice, page)) * 100 / area_size(page));
  if (choice->mode == COMPACT_BY_RULE) return !choice->footprint ? fragmentation(page) : rank > 50 ? rank : 0;
  return choice->mode == COMPACT_MOST && rank < 5 ? 0 : rank;
}

// Pages worth looking at, the best first.  Empty ones need no evacuation.
static void rank_pages(Heap *heap, const OldSpace *space, Choice *choice) {
  choice->pages = heap_realloc(heap, NULL, (space->page_count + 1) * sizeof(Candidate));
  unsigned place = 0;
  FOR_EACH_PAGE(space, page) {
    size_t live = live_on(choice, page);
    unsigned rank = rank_of(choice, page);
    place++;
    if (live == 0 || rank == 0 || (page->first && choice->mode != COMPACT_ALL)) continue;
    choice->pages[choice->count++] = (Candidate){page, live, rank, place};
  }
  qsort(choice->pages, choice->count, sizeof(Candidate), compare_candidates);
}

// How many of the ranked pages to take.
static size_t count_to_take(const OldSpace *space, const Choice *choice, size_t *may_move) {
  if (choice->mode == COMPACT_ALL) return choice->count;
  size_t count = 0, freed = 0, moved = 0;
  bool many = choice->footprint || choice->mode == COMPACT_MOST;
  size_t most = many ? choice->count : square_root(space->page_count / 2) + 1;
  for (; count < choice->count && count < most; count++) {
    const Candidate *next = &choice->pages[count];
    if (choice->footprint && freed >= choice->unused / 4 * 3) break;
    // What is moved must fit in the free blocks of the pages that stay.
    size_t gain = area_size(next->page) - next->live, left = choice->unused - freed;
    size_t room = left > gain ? left - gain : 0;
    if (choice->mode == COMPACT_MOST && moved + next->live > room) break;
    if (moved + next->live > *may_move) break;
    freed += gain;
    moved += next->live;
  }
  *may_move -= moved;
  return count;
}

static void take(Heap *heap, OldSpace *space, Page *page) {
  size_t bit = (uintptr_t)page >> PAGE_SIZE_LOG2 & (MOVING_FILTER_CELLS * 64 - 1);
  page->evacuating = true;
  heap->moving_filter[bit >> 6] |= (uint64_t)1 << (bit & 63);
  page_forget_free(space, page);
}

static size_t choose_in_space(Heap *heap, OldSpace *space, CompactMode mode, bool marked, size_t *may_move) {
  Choice choice = {.mode = mode, .marked = marked};
  FOR_EACH_PAGE(space, page) choice.unused += area_size(page) - live_on(&choice, page);
  bool loose = choice.unused > space->capacity / 3 && choice.unused >= 2 * PAGE_AREA_SIZE;
  choice.footprint = mode == COMPACT_BY_RULE && loose;
  rank_pages(heap, space, &choice);
  size_t count = count_to_take(space, &choice, may_move), freed = 0;
  for (size_t i = 0; i < count; i++) freed += area_size(choice.pages[i].page) - choice.pages[i].live;
  bool worth = mode != COMPACT_BY_RULE || !marked || freed >= space->committed / WORTH_WHILE;
  if (freed < PAGE_AREA_SIZE && mode != COMPACT_ALL) worth = false;  // not a page would be won
  if (!worth) count = 0;
  for (size_t i = 0; i < count; i++) take(heap, space, choice.pages[i].page);
  free(choice.pages);
  return count;
}

static bool choose(Heap *heap, CompactMode mode, bool marked, size_t may_move) {
  if (mode == COMPACT_NEVER) return false;
  size_t count = choose_in_space(heap, &heap->spaces[SPACE_OLD_POINTER], mode, marked, &may_move);
  return count + choose_in_space(heap, &heap->spaces[SPACE_OLD_DATA], mode, marked, &may_move) > 0;
}

void moving_choose_before(Heap *heap) {
  if (heap->config.never_compact) return;
  old_spaces_close_areas(heap);
  if (heap->config.always_compact) heap->moving = choose(heap, COMPACT_ALL, false, SIZE_MAX);
  else heap->moving = choose(heap, COMPACT_BY_RULE, false, MOST_MOVED);
}

bool moving_choose_after(Heap *heap, CompactMode mode) { return choose(heap, mode, true, SIZE_MAX); }

void moving_forget(Heap *heap) {
  heap->moving = false;
  for (size_t i = 0; i < MOVING_FILTER_CELLS; i++) heap->moving_filter[i] = 0;
  FOR_EACH_PAGED_SPACE(heap, space) {
    FOR_EACH_PAGE(space, page) {
      moving_slots_free(page);
      if (!page->evacuating) continue;
      page->evacuating = false;
      page_find_free(heap, space, page);
    }
  }
  FOR_EACH_PAGE(&heap->large, page) moving_slots_free(page);
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
  FOR_EACH_MARKED(page, object) {
    size_t bytes = object_size(heap, object);
    HeapObject *copy = old_space_allocate(heap, space, bytes, ROOM_BY_FORCE);
    if (copy == NULL) heap_fatal_out_of_memory(heap, "Evacuation");
    const uint64_t *source = (const uint64_t *)object;
    for (size_t i = 0; i < bytes / sizeof(uint64_t); i++) ((uint64_t *)copy)[i] = source[i];
    move_slots(heap, page, (char *)object, (char *)copy, bytes);
    object->header = (uint64_t)(uintptr_t)copy;
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

static inline void update_word(Word *p) {
  Word word = *p;
  if (!word_is_pointer(word) || !page_of(word_object(word))->evacuating) return;
  if (header_is_forwarded(word_object(word)->header)) *p = word_object(word)->header;
}

static inline size_t update_object(Heap *heap, HeapObject *object) {
  uint64_t header = object->header;
  const Layout *layout = layout_of(heap, header);
  size_t bytes = layout_size(layout, object, header);
  Word *end, *p = layout_pointers(layout, object, header, bytes, &end);
  for (; p < end; p++) update_word(p);
  return bytes;
}

static void update_area(Heap *heap, char *start, const char *end) {
  for (char *p = start; p < end;) p += update_object(heap, (HeapObject *)(void *)p);
}

static void update_root_range(RootVisitor *base, Word *start, Word *end, const char *root_name) {
  (void)base, (void)root_name;
  for (Word *p = start; p < end; p++) update_word(p);
}

static void update_slot(void *data, Word *slot) {
  (void)data;
  update_word(slot);
}

static void update_recorded_slots(Page *page) {
  if (page->moving_sets == NULL) return;
  for (size_t i = 0; i < page_megabytes(page); i++) {
    if (page->moving_sets[i] != NULL) slot_set_visit(page, i, page->moving_sets[i], update_slot, NULL);
  }
  moving_slots_free(page);
}

static void update_live_objects(Heap *heap, Page *page) {
  if (page_is_unswept(page)) {
    FOR_EACH_MARKED(page, object) update_object(heap, object);
  } else {
    update_area(heap, page->area_start, page->area_end);
  }
}

static void update_everything(Heap *heap) {
  FOR_EACH_PAGED_SPACE(heap, space) {
    if (space->id == SPACE_OLD_DATA) continue;
    old_space_fill_area(space);
    FOR_EACH_PAGE(space, page) update_live_objects(heap, page);
  }
  FOR_EACH_PAGE(&heap->large, page) update_object(heap, large_object(page));
}

// The slots that were recorded, and those of the objects that moved.
static void update_what_is_known(Heap *heap, const Page *evacuated) {
  FOR_EACH_PAGED_SPACE(heap, space) { FOR_EACH_PAGE(space, page) update_recorded_slots(page); }
  FOR_EACH_PAGE(&heap->large, page) update_recorded_slots(page);
  for (const Page *page = evacuated; page != NULL; page = page->next) {
    FOR_EACH_MARKED(page, object) update_object(heap, forwarding_address(object->header));
  }
}

static void update_pointers(Heap *heap, const Page *evacuated) {
  RootVisitor visitor = {update_root_range};
  heap->embedder.visit_roots(heap->embedder.data, &visitor);
  if (heap->moving) update_what_is_known(heap, evacuated);
  else update_everything(heap);
  FOR_EACH_NEW_PAGE(heap, page) update_area(heap, page->area_start, new_page_top(heap, page));
  heap->weak_state = WEAK_MOVED;
  run_process_weak(heap, WEAK_AFTER_MOVING);
  finalizers_after_moving(heap);
  heap->weak_state = NOT_WEAK;
}

void moving_evacuate(Heap *heap) {
  double start = clock_ms();
  Page *list = evacuate_space(heap, &heap->spaces[SPACE_OLD_POINTER], NULL);
  list = evacuate_space(heap, &heap->spaces[SPACE_OLD_DATA], list);
  for (Page *page = list; page != NULL; page = page->next) heap->event.pages_compacted++;
  double moved = clock_ms();
  heap->event.evacuate_ms += moved - start;
  update_pointers(heap, list);
  for (Page *next; list != NULL; list = next) {
    next = list->next;
    heap_release_page(heap, list);
  }
  heap->moving = false;
  for (size_t i = 0; i < MOVING_FILTER_CELLS; i++) heap->moving_filter[i] = 0;
  heap->event.update_ms += clock_ms() - moved;
}
