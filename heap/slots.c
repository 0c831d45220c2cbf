// heap/slots.c - two sets of slots: the remembered set (slots of the old generation that hold pointers to new space)
// and, while marking, the slots that point to pages which are going to be evacuated.
//
// Slots are bits in the sets of their page, so each is kept once however often it is written.  Pages with remembered
// slots are on a list, so a scavenge looks at no other page.
#include <pthread.h>
#include <stdlib.h>

#include "heap/heap-internal.h"

static SlotSet *slot_set_new(void) { return checked_calloc(1, sizeof(SlotSet)); }

static SlotSet **slot_sets_new(const Page *page) { return checked_calloc(page_megabytes(page), sizeof(SlotSet *)); }

static size_t megabyte_of(const Page *page, const Word *slot) {
  return (size_t)((const char *)slot - (const char *)page) >> PAGE_SIZE_LOG2;
}

// ---------------------------------------------------------------------------------------------- the remembered set

void slots_list_page(Heap *heap, Page *page) {
  if (page->slot_index != 0) return;
  if (heap->slot_page_count == heap->slot_page_capacity) {
    heap->slot_page_capacity = heap->slot_page_capacity == 0 ? 64 : heap->slot_page_capacity * 2;
    heap->slot_pages = heap_realloc(heap, heap->slot_pages, heap->slot_page_capacity * sizeof heap->slot_pages[0]);
  }
  heap->slot_pages[heap->slot_page_count++] = page;
  page->slot_index = (uint32_t)heap->slot_page_count;
}

void slots_record(Heap *heap, Page *host_page, Word *slot) {
  size_t index = page_word_index(slot);
  if (host_page->slot_sets == NULL) host_page->slot_sets = slot_sets_new(host_page);  // a large object's first slot
  SlotSet **set = &host_page->slot_sets[megabyte_of(host_page, slot)];
  if (*set == NULL) *set = slot_set_new();
  (*set)->cells[index >> 6] |= (uint64_t)1 << (index & 63);
  (*set)->buckets |= (uint32_t)1 << (index >> 12);
  if (UNLIKELY(host_page->slot_index == 0)) slots_list_page(heap, host_page);
}

static void slots_unlist_page(Heap *heap, Page *page) {
  if (page->slot_index == 0) return;
  Page *last = heap->slot_pages[--heap->slot_page_count];
  heap->slot_pages[page->slot_index - 1] = last;
  last->slot_index = page->slot_index;
  page->slot_index = 0;
}

void slots_forget_page(Heap *heap, Page *page) {
  slots_unlist_page(heap, page);
  slot_sets_free(page);
  moving_slots_free(page);
}

Page **slots_take_list(Heap *heap, size_t *count) {
  Page **list = heap->slot_pages;
  *count = heap->slot_page_count;
  for (size_t i = 0; i < *count; i++) list[i]->slot_index = 0;
  heap->slot_pages = NULL;
  heap->slot_page_count = heap->slot_page_capacity = 0;
  return list;
}

// ---------------------------------------------------------------------------------------------- slots to moving pages

// Several markers may record at once: sets are made under a lock, bits are set atomically.
static pthread_mutex_t making_sets = PTHREAD_MUTEX_INITIALIZER;

static SlotSet *moving_set(Page *page, size_t megabyte) {
  SlotSet **sets = __atomic_load_n(&page->moving_sets, __ATOMIC_ACQUIRE);
  SlotSet *set = sets == NULL ? NULL : __atomic_load_n(&sets[megabyte], __ATOMIC_ACQUIRE);
  if (LIKELY(set != NULL)) return set;
  pthread_mutex_lock(&making_sets);
  if (page->moving_sets == NULL) __atomic_store_n(&page->moving_sets, slot_sets_new(page), __ATOMIC_RELEASE);
  SlotSet **place = &page->moving_sets[megabyte];
  if (*place == NULL) __atomic_store_n(place, slot_set_new(), __ATOMIC_RELEASE);
  set = *place;
  pthread_mutex_unlock(&making_sets);
  return set;
}

void moving_slots_record(Page *host_page, Word *slot) {
  // Objects that move themselves are looked at word by word, and so is new space.
  if (host_page->evacuating || host_page->owner == SPACE_NEW) return;
  SlotSet *set = moving_set(host_page, megabyte_of(host_page, slot));
  size_t index = page_word_index(slot);
  __atomic_fetch_or(&set->cells[index >> 6], (uint64_t)1 << (index & 63), __ATOMIC_RELAXED);
  __atomic_fetch_or(&set->buckets, (uint32_t)1 << (index >> 12), __ATOMIC_RELAXED);
}

bool moving_slot_is_recorded(const Page *page, const Word *slot) {
  const SlotSet *set = page->moving_sets == NULL ? NULL : page->moving_sets[megabyte_of(page, slot)];
  size_t index = page_word_index(slot);
  return set != NULL && (set->cells[index >> 6] >> (index & 63) & 1) != 0;
}

void moving_slots_free(Page *page) {
  if (page->moving_sets == NULL) return;
  for (size_t i = 0; i < page_megabytes(page); i++) free(page->moving_sets[i]);
  free(page->moving_sets);
  page->moving_sets = NULL;
}

// ---------------------------------------------------------------------------------------------- slots of the dead

// Where the page's live objects lie, cell by cell.  The bits of first and last words alternate, so a word lies in a
// live object when the number of bits up to it is odd; last words do too.
typedef struct LiveWords {
  const Page *page;
  size_t cell;  // the next one
  bool inside;  // of an object that began in a cell before
} LiveWords;

static void live_words_skip(LiveWords *live, size_t to) {
  uint64_t all = 0;
  for (; live->cell < to; live->cell++) all ^= live->page->marks[live->cell];
  live->inside ^= __builtin_parityll(all);
}

static inline uint64_t live_words_next(LiveWords *live) {
  uint64_t marks = live->page->marks[live->cell++], odd = marks;
  for (unsigned shift = 1; shift < 64; shift *= 2) odd ^= odd << shift;
  if (live->inside) odd = ~odd;
  live->inside = odd >> 63;
  return odd | marks;
}

// Returns whether any slot is left.
static bool drop_dead_in_page(const Page *page, SlotSet *set) {
  LiveWords live = {.page = page};
  uint32_t left = 0;
  for (uint32_t buckets = set->buckets; buckets != 0; buckets &= buckets - 1) {
    unsigned b = (unsigned)__builtin_ctz(buckets);
    live_words_skip(&live, b * 64);
    for (unsigned c = b * 64; c < b * 64 + 64; c++) {
      if (set->cells[c] == 0) live_words_skip(&live, c + 1);
      else if ((set->cells[c] &= live_words_next(&live)) != 0) left |= (uint32_t)1 << b;
    }
  }
  set->buckets = left;
  return left != 0;
}

static void free_sets(SlotSet **sets, size_t count) {
  for (size_t i = 0; sets != NULL && i < count; i++) {
    free(sets[i]);
    sets[i] = NULL;
  }
}

static void drop_dead(Heap *heap, Page *page) {
  if (page->owner == SPACE_LARGE) {
    if (mark_bit_get((void *)page->area_start)) return;
    free_sets(page->slot_sets, page_megabytes(page));
    slots_unlist_page(heap, page);
  } else if (page->own_slot_set != NULL && !drop_dead_in_page(page, page->own_slot_set)) {
    free_sets(page->slot_sets, 1);
    slots_unlist_page(heap, page);
  }
}

void slots_drop_dead(Heap *heap) {
  for (size_t i = heap->slot_page_count; i > 0; i--) drop_dead(heap, heap->slot_pages[i - 1]);
}

void moving_slots_drop_dead(Page *page) {
  if (page->moving_sets == NULL || page->moving_sets[0] == NULL) return;
  if (!drop_dead_in_page(page, page->moving_sets[0])) moving_slots_free(page);
}

static void visit_set_live(Page *page, const SlotSet *set, SlotVisitor visitor, void *data) {
  LiveWords live = {.page = page};
  for (uint32_t buckets = set->buckets; buckets != 0; buckets &= buckets - 1) {
    unsigned b = (unsigned)__builtin_ctz(buckets);
    for (size_t c = b * 64; c < b * 64 + 64; c++) {
      if (set->cells[c] == 0) continue;
      live_words_skip(&live, c);
      for (uint64_t bits = set->cells[c] & live_words_next(&live); bits != 0; bits &= bits - 1) {
        visitor(data, (Word *)(void *)page + c * 64 + (unsigned)__builtin_ctzll(bits));
      }
    }
  }
}

void slot_set_visit(Page *page, size_t megabyte, const SlotSet *set, SlotVisitor visitor, void *data) {
  Word *words = (Word *)(void *)((char *)page + megabyte * PAGE_SIZE_BYTES);
  for (uint32_t buckets = set->buckets; buckets != 0; buckets &= buckets - 1) {
    unsigned b = (unsigned)__builtin_ctz(buckets);
    for (unsigned i = b * 64; i < b * 64 + 64; i++) {
      for (uint64_t bits = set->cells[i]; bits != 0; bits &= bits - 1) {
        visitor(data, words + (size_t)i * 64 + (unsigned)__builtin_ctzll(bits));
      }
    }
  }
}

void slots_visit_live(Heap *heap, SlotVisitor visitor, void *data) {
  for (size_t p = 0; p < heap->slot_page_count; p++) {
    Page *page = heap->slot_pages[p];
    if (page->owner != SPACE_LARGE) {
      if (page->own_slot_set != NULL) visit_set_live(page, page->own_slot_set, visitor, data);
      continue;
    }
    if (!mark_bit_get(page->area_start)) continue;
    for (size_t i = 0; i < page_megabytes(page); i++) {
      if (page->slot_sets[i] != NULL) slot_set_visit(page, i, page->slot_sets[i], visitor, data);
    }
  }
}
