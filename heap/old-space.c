// heap/old-space.c - the paged spaces: old pointer, old data, code, shape.
//
// An object is cut from the bump area; the bump area is a free block taken whole, or a new page.  Free blocks hang on
// their page, by size class, and the pages with blocks of a class are linked in the space, so that a page can leave the
// free lists in constant time (evacuation) or keep its blocks when it holds no garbage (sweeping).  Outside
// collections every page can be walked object by object once old_space_fill_area was called.
#include <string.h>

#include "heap/policy.h"

#define SMALLEST_BLOCK ((size_t)4 * sizeof(Word))
#define LONG_TINY_BLOCK ((size_t)8 * sizeof(Word))
#define SMALL_BLOCK ((size_t)32 * sizeof(Word))
#define MEDIUM_BLOCK ((size_t)256 * sizeof(Word))
#define LARGE_BLOCK ((size_t)2048 * sizeof(Word))
#define HUGE_BLOCK ((size_t)16384 * sizeof(Word))
#define PAGES_PER_REFILL 8  // swept for an allocation before another page is taken from the system

void old_spaces_create(Heap *heap) { FOR_EACH_PAGED_SPACE(heap, space) space->id = (Space)(space - heap->spaces); }

// The first page of a space is small, so that a fresh process does not look (and is not) big.
static size_t first_page_size(Space id) {
  switch (id) {
  case SPACE_OLD_POINTER: return 512 * KB;
  case SPACE_OLD_DATA: return 192 * KB;
  case SPACE_CODE: return 256 * KB;
  default: return 128 * KB;
  }
}

// ---------------------------------------------------------------------------------------------- free lists

static unsigned class_of_block(size_t bytes) {
  if (bytes < MEDIUM_BLOCK) return FREE_SMALL;
  if (bytes < LARGE_BLOCK) return FREE_MEDIUM;
  return bytes < HUGE_BLOCK ? FREE_LARGE : FREE_HUGE;
}

// The first class all of whose blocks serve the request (of the last class, some).
static unsigned class_for_request(size_t bytes) {
  if (bytes <= SMALL_BLOCK) return FREE_SMALL;
  if (bytes <= MEDIUM_BLOCK) return FREE_MEDIUM;
  return bytes <= LARGE_BLOCK ? FREE_LARGE : FREE_HUGE;
}

static void class_link_page(OldSpace *space, Page *page, unsigned class) {
  Page *head = space->free_pages[class];
  page->free_previous[class] = NULL;
  page->free_next[class] = head;
  if (head != NULL) head->free_previous[class] = page;
  space->free_pages[class] = page;
}

static void class_unlink_page(OldSpace *space, Page *page, unsigned class) {
  Page *next = page->free_next[class], *previous = page->free_previous[class];
  if (next != NULL) next->free_previous[class] = previous;
  if (previous != NULL) previous->free_next[class] = next;
  else space->free_pages[class] = next;
}

// Puts a block on its page's list; the space does not know of it yet.
void page_put_block(Page *page, char *start, size_t bytes) {
  write_filler(start, bytes);
  if (bytes < SMALLEST_BLOCK) {
    page->wasted += bytes;
    return;
  }
  bool tiny = bytes < SMALL_BLOCK;
  unsigned class = tiny ? (bytes < LONG_TINY_BLOCK ? TINY_SHORT : TINY_LONG) : class_of_block(bytes);
  FreeBlock **list = tiny ? &page->tiny[class] : &page->free[class];
  FreeBlock *block = (FreeBlock *)(void *)start;
  block->next = *list;
  *list = block;
  (tiny ? page->tiny_bytes : page->free_bytes)[class] += (uint32_t)bytes;
}

void page_list_blocks(OldSpace *space, Page *page) {
  for (unsigned class = 0; class < TINY_CLASSES; class ++) {
    if (page->tiny[class] == NULL) continue;
    if (space->tiny_page[class] == NULL) space->tiny_page[class] = page;
    space->free_bytes += page->tiny_bytes[class];
  }
  for (unsigned class = 0; class < FREE_CLASSES; class ++) {
    if (page->free[class] == NULL) continue;
    class_link_page(space, page, class);
    space->free_bytes += page->free_bytes[class];
  }
  space->wasted += page->wasted;
}

void page_add_free(OldSpace *space, Page *page, char *start, size_t bytes) {
  unsigned class = class_of_block(bytes);
  bool listed = page->free[class] != NULL;
  size_t wasted = page->wasted;
  page_put_block(page, start, bytes);
  space->wasted += page->wasted - wasted;
  if (page->wasted != wasted) return;
  space->free_bytes += bytes;
  if (bytes >= SMALL_BLOCK && !listed) class_link_page(space, page, class);
}

void page_forget_free(OldSpace *space, Page *page) {
  for (unsigned class = 0; class < FREE_CLASSES; class ++) {
    if (page->free[class] == NULL) continue;
    class_unlink_page(space, page, class);
    space->free_bytes -= page->free_bytes[class];
    page->free[class] = NULL;
    page->free_bytes[class] = 0;
  }
  for (unsigned class = 0; class < TINY_CLASSES; class ++) {
    space->free_bytes -= page->tiny_bytes[class];
    page->tiny[class] = NULL;
    page->tiny_bytes[class] = 0;
  }
  space->wasted -= page->wasted;
  page->wasted = 0;
}

// Takes `block`, which `link` points to, from the class's list of `page`.
static FreeBlock *take_block(OldSpace *space, Page *page, unsigned class, FreeBlock **link) {
  FreeBlock *block = *link;
  *link = block->next;
  page->free_bytes[class] -= (uint32_t)block->bytes;
  space->free_bytes -= block->bytes;
  if (page->free[class] == NULL) class_unlink_page(space, page, class);
  return block;
}

// A block of the class that the request itself is in may be big enough; a few are looked at.
#define PAGES_LOOKED_AT 8
#define BLOCKS_LOOKED_AT 8

static FreeBlock *own_class_take(OldSpace *space, size_t bytes) {
  unsigned class = class_of_block(bytes);
  Page *page = space->free_pages[class];
  for (unsigned pages = 0; page != NULL && pages < PAGES_LOOKED_AT; page = page->free_next[class], pages++) {
    FreeBlock **link = &page->free[class];
    for (unsigned i = 0; *link != NULL && i < BLOCKS_LOOKED_AT; link = &(*link)->next, i++) {
      if ((*link)->bytes >= bytes) return take_block(space, page, class, link);
    }
  }
  return NULL;
}

static FreeBlock *free_list_take(OldSpace *space, size_t bytes) {
  for (unsigned class = class_for_request(bytes); class < FREE_HUGE; class ++) {
    Page *page = space->free_pages[class];
    if (page != NULL) return take_block(space, page, class, &page->free[class]);
  }
  for (Page *page = space->free_pages[FREE_HUGE]; page != NULL; page = page->free_next[FREE_HUGE]) {
    for (FreeBlock **link = &page->free[FREE_HUGE]; *link != NULL; link = &(*link)->next) {
      if ((*link)->bytes >= bytes) return take_block(space, page, FREE_HUGE, link);
    }
  }
  return bytes > SMALL_BLOCK ? own_class_take(space, bytes) : NULL;
}

// A tiny block.  The pages are asked in their order, each once after a sweep, but not before they have been swept.
static FreeBlock *tiny_take(OldSpace *space, size_t bytes) {
  if (bytes > LONG_TINY_BLOCK) return NULL;
  unsigned class = bytes > SMALLEST_BLOCK ? TINY_LONG : TINY_SHORT;
  for (; class < TINY_CLASSES; class ++) {
    Page **page = &space->tiny_page[class];
    while (*page != NULL && page_is_listed(*page) && (*page)->tiny[class] == NULL) *page = (*page)->next;
    if (*page == NULL || !page_is_listed(*page)) continue;
    FreeBlock *block = (*page)->tiny[class];
    (*page)->tiny[class] = block->next;
    (*page)->tiny_bytes[class] -= (uint32_t)block->bytes;
    space->free_bytes -= block->bytes;
    return block;
  }
  return NULL;
}

void old_space_restart_tiny(OldSpace *space) {
  for (unsigned class = 0; class < TINY_CLASSES; class ++) space->tiny_page[class] = space->first;
}

// Puts the free blocks of a page, which had left the lists, back.
void page_find_free(Heap *heap, OldSpace *space, Page *page) {
  for (char *p = page->area_start; p < page->area_end;) {
    HeapObject *object = (HeapObject *)(void *)p;
    size_t bytes = object_size(heap, object);
    if (header_kind(object->header) == KIND_FREE_SPACE) page_add_free(space, page, p, bytes);
    p += bytes;
  }
}

// ---------------------------------------------------------------------------------------------- pages

static bool may_add(const Heap *heap, size_t bytes, Room room) {
  if (room == ROOM_BY_FORCE) return true;
  if (bytes > old_generation_room(heap)) return false;
  return room == ROOM_UNDER_MAXIMUM || !policy_limit_reached(heap, 0);
}

static Page *old_space_add_page(Heap *heap, OldSpace *space, size_t bytes, Room room) {
  bool first = space->page_count == 0;
  size_t committed = PAGE_SIZE_BYTES;
  if (first) {
    size_t needed = (PAGE_OBJECT_START + bytes + OS_PAGE_SIZE - 1) & ~(OS_PAGE_SIZE - 1);
    committed = first_page_size(space->id) > needed ? first_page_size(space->id) : needed;
  }
  if (!may_add(heap, first ? bytes : PAGE_AREA_SIZE, room)) return NULL;
  Page *page = page_allocate(&heap->pages);
  if (page == NULL) return NULL;
  populate_behind(heap, page);
  page->base.flags = page_flags_for(heap, space->id);
  page->owner = (uint8_t)space->id;
  page->first = first;
  page->area_start = (char *)page + PAGE_OBJECT_START;
  page->area_end = (char *)page + committed;
  page->committed = committed;
  page->slot_sets = &page->own_slot_set;
  page->previous = space->last;
  if (space->last != NULL) space->last->next = page;
  else space->first = page;
  space->last = page;
  space->page_count++;
  space->committed += committed;
  space->capacity += (size_t)(page->area_end - page->area_start);
  return page;
}

void old_space_unlink_page(OldSpace *space, Page *page) {
  for (unsigned class = 0; class < TINY_CLASSES; class ++) {
    if (space->tiny_page[class] == page) space->tiny_page[class] = page->next;
  }
  if (page->previous != NULL) page->previous->next = page->next;
  else space->first = page->next;
  if (page->next != NULL) page->next->previous = page->previous;
  else space->last = page->previous;
  space->page_count--;
  space->committed -= page->committed;
  space->capacity -= (size_t)(page->area_end - page->area_start);
  space->allocated -= page->allocated;
}

void heap_release_page(Heap *heap, Page *page) {
  slots_forget_page(heap, page);
  if (heap->config.gc_stress != 0) page_quarantine(&heap->pages, page);
  else unmap_regular_page(heap, page, heap->pool_pages);
}

void old_space_release_empty_pages(Heap *heap, OldSpace *space, size_t keep) {
  for (Page *page = space->first, *next; page != NULL; page = next) {
    next = page->next;
    if (page->allocated != 0) continue;
    if (keep > 0) {
      keep--;
      continue;
    }
    page_forget_free(space, page);
    old_space_unlink_page(space, page);
    heap_release_page(heap, page);
  }
}

// ---------------------------------------------------------------------------------------------- the bump area

void old_space_close_area(OldSpace *space) {
  size_t rest = (size_t)(space->limit - space->top);
  if (rest > 0) {
    Page *page = page_of(space->top);
    page->allocated -= rest;
    space->allocated -= rest;
    page_add_free(space, page, space->top, rest);
  }
  space->top = space->limit = NULL;
}

void old_spaces_close_areas(Heap *heap) { FOR_EACH_PAGED_SPACE(heap, space) old_space_close_area(space); }

void old_space_fill_area(const OldSpace *space) {
  if (space->limit > space->top) write_filler(space->top, (size_t)(space->limit - space->top));
}

static FreeBlock *listed_block(OldSpace *space, size_t bytes) {
  FreeBlock *block = free_list_take(space, bytes);
  return block != NULL ? block : tiny_take(space, bytes);
}

// A block for the request: from the free lists, else from pages that are still to be swept.  But a collection sweeps
// only some pages before one is taken from the system.  *fresh: that page.
static FreeBlock *find_block(Heap *heap, OldSpace *space, size_t bytes, Room room, Page **fresh) {
  FreeBlock *block = listed_block(space, bytes);
  unsigned mutator_pages = PAGES_PER_REFILL, *pages = heap->collecting ? &heap->sweeping.budget : &mutator_pages;
  for (; block == NULL && *pages > 0 && sweep_next(heap, space); --*pages) block = listed_block(space, bytes);
  if (block == NULL) *fresh = old_space_add_page(heap, space, bytes, heap->collecting ? ROOM_UNDER_MAXIMUM : room);
  while (block == NULL && *fresh == NULL && sweep_next(heap, space)) block = listed_block(space, bytes);
  if (block == NULL && *fresh == NULL && room == ROOM_BY_FORCE) *fresh = old_space_add_page(heap, space, bytes, room);
  return block;
}

bool old_space_refill(Heap *heap, OldSpace *space, size_t bytes, Room room) {
  Page *fresh = NULL;
  FreeBlock *block = find_block(heap, space, bytes, room, &fresh);
  if (block == NULL && fresh == NULL) return false;
  char *start = block != NULL ? (char *)block : fresh->area_start;
  char *end = block != NULL ? start + block->bytes : fresh->area_end;
  old_space_close_area(space);
  Page *page = page_of(start);
  page->allocated += (size_t)(end - start);
  space->allocated += (size_t)(end - start);
  space->top = start;
  space->limit = end;
  return true;
}

// ---------------------------------------------------------------------------------------------- figures

size_t old_space_used(const OldSpace *space) { return space->allocated - (size_t)(space->limit - space->top); }

size_t old_space_available(const OldSpace *space) { return space->capacity - old_space_used(space) - space->wasted; }

size_t old_generation_used(const Heap *heap) {
  size_t used = heap->large.used;
  FOR_EACH_PAGED_SPACE(heap, space) used += old_space_used(space);
  return used;
}

size_t old_generation_committed(const Heap *heap) {
  size_t committed = heap->large.committed;
  FOR_EACH_PAGED_SPACE(heap, space) committed += space->committed;
  return committed;
}

static size_t unused_of_first_page(const OldSpace *space) {
  const Page *page = space->first;
  if (page == NULL || !page->first) return 0;
  size_t area = (size_t)(page->area_end - page->area_start), used = page->allocated;
  if (space->limit > space->top && page_of(space->top) == page) used -= (size_t)(space->limit - space->top);
  return area - used;
}

size_t first_pages_unused(const Heap *heap) {
  size_t unused = 0;
  FOR_EACH_PAGED_SPACE(heap, space) unused += unused_of_first_page(space);
  return unused;
}

// Of a page its area counts.  Of the first page of a space, which is there whether the program needs it or not, only
// what is in use: what is unused in the four of them would be 2 % of a limit of 50 MB.
size_t old_generation_taken(const Heap *heap) {
  size_t areas = 0;
  FOR_EACH_PAGED_SPACE(heap, space) areas += space->capacity;
  return areas - first_pages_unused(heap) + heap->large.used + heap->limited;
}

size_t old_generation_room(const Heap *heap) {
  size_t taken = old_generation_taken(heap), most = heap->max_old_generation;
  return most > taken ? most - taken : 0;
}
