// heap/policy.c - when to collect, with which collector, when to mark a little, and when to give up.  The figures are
// in docs/heap.md; all decisions are made of byte counts, so they repeat exactly.
#include "heap/policy.h"

// ---------------------------------------------------------------------------------------------- limits

size_t old_generation_counted(const Heap *heap) { return old_generation_used(heap) + heap->limited; }

static size_t promoted_total(const Heap *heap) {
  int64_t external = heap->external - heap->external_base;
  return old_generation_counted(heap) + (external > 0 ? (size_t)external : 0);
}

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }
static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

// The old generation may grow by a factor that falls from 3 to 2 as it gets big: a small heap may be generous, and with
// a factor of 2 a full collection marks one byte for each byte promoted since the last.
static size_t grown(size_t size) {
  const size_t small = 128 * MB, big = 256 * MB;
  if (size <= small) return size * 3;
  if (size >= big) return size * 2;
  return size * 3 - size / MB * (size - small) / ((big - small) / MB);
}

#define LEAST_LIMIT (8 * MB)
#define LEAST_GROWTH (2 * MB)

// What a full collection costs decides how much may be allocated before the next: large texts and arrays of numbers
// need not be marked, so their garbage need not pile up.
void policy_set_old_limit(Heap *heap) {
  size_t size = old_generation_counted(heap), most = heap->max_old_generation;
  size_t marked = size - large_unmarked(heap), growth = grown(marked) - marked;
  growth = larger(growth, larger(LEAST_GROWTH, size / 8));
  size_t limit = larger(size + growth, LEAST_LIMIT) + heap->new_space.capacity / 8 * 5;
  heap->old_limit = smaller(limit, size / 2 + most / 2);
}

// How long before the limit incremental marking starts, and how far beyond the limit it may go on: long enough for the
// steps of a marking, which take some 16 MB of allocation, and more in a big heap.
#define ENOUGH_MARGIN (16 * MB)

static size_t marking_margin(const Heap *heap) {
  size_t growth = heap->old_limit > heap->size_after_full ? heap->old_limit - heap->size_after_full : 0;
  size_t semispace = smaller(heap->new_space.capacity, growth / 2);
  return larger(semispace, larger(smaller(ENOUGH_MARGIN, growth / 4), growth / 8));
}

bool policy_limit_reached(const Heap *heap, size_t bytes) {
  size_t limit = heap->old_limit;
  if (heap->marking != MARKING_STOPPED) limit += marking_margin(heap);
  return promoted_total(heap) + bytes >= limit;
}

static size_t used_bytes(const Heap *heap) { return old_generation_counted(heap) + new_space_used(heap); }

// Promotion can take free blocks, those of the first pages among them, and new pages.
static size_t room_for_promotion(const Heap *heap) {
  size_t room = old_generation_room(heap), unused = first_pages_unused(heap);
  room = room > unused ? room - unused : 0;
  room += old_space_available(&heap->spaces[SPACE_OLD_POINTER]) + old_space_available(&heap->spaces[SPACE_OLD_DATA]);
  return room;
}

static bool scavenge_might_not_succeed(const Heap *heap) { return room_for_promotion(heap) <= new_space_used(heap); }

// ---------------------------------------------------------------------------------------------- giving up

#define INEFFECTIVE_IN_A_ROW 4
#define COSTLY 32            // bytes marked for each one allocated since the last full collection
#define ACTIVATION (8 * MB)  // a smaller old generation is marked in the pause (V8 3.14: kActivationThreshold)

void policy_last_resort(Heap *heap) {
  size_t before;
  int round = 0;
  do {
    before = used_bytes(heap);
    collect(heap, GC_MARK_COMPACT, COMPACT_MOST, "last resort gc", "GC in old space requested");
  } while (++round < 7 && (round < 2 || used_bytes(heap) < before - before / 64));
  new_space_shrink(heap);
}

// Counted anew when enough large objects have come or gone.
static size_t bytes_to_mark(Heap *heap) {
  size_t used = heap->large.used, counted = heap->large.unmarked_used;
  if ((used > counted ? used - counted : counted - used) >= ACTIVATION / 2) large_unmarked(heap);
  return old_generation_used(heap) - smaller(heap->large.unmarked, used);
}

// A full collection has been made for the sake of an allocation.  When several in a row, near the maximum, have freed
// nearly nothing and were most of the work, the program would only crawl on: the next would be due after a few more
// bytes.
static void judge_effect(Heap *heap, size_t before) {
  size_t most = heap->max_old_generation, after = used_bytes(heap), freed = before > after ? before - after : 0;
  bool near = old_generation_counted(heap) > most / 8 * 7;
  bool costly = heap->allocated_since_full < bytes_to_mark(heap) / COSTLY;
  heap->allocated_since_full = 0;
  heap->ineffective = near && costly && freed < most / 50 ? heap->ineffective + 1 : 0;
  if (heap->ineffective < INEFFECTIVE_IN_A_ROW) return;
  policy_last_resort(heap);
  if (before - used_bytes(heap) < most / 50 || used_bytes(heap) >= before) {
    heap_fatal_out_of_memory(heap, "CALL_AND_RETRY_LAST");
  }
  heap->ineffective = 0;
}

static void collect_for_room(Heap *heap, const char *reason, const char *collector_reason) {
  size_t before = used_bytes(heap);
  heap->pool_pages = true;
  collect(heap, GC_MARK_SWEEP, COMPACT_BY_RULE, reason, collector_reason);
  heap->pool_pages = false;
  judge_effect(heap, before);
}

void policy_collect_fully(Heap *heap, const char *collector_reason) {
  collect_for_room(heap, "allocation failure", collector_reason);
}

// ---------------------------------------------------------------------------------------------- incremental marking

#define TIGHT_ROOM (48 * MB)   // for promotion: marking starts before the limit
#define STEP_EVERY (64 * KB)   // allocated bytes between two steps (kAllocatedThreshold)
#define LEAST_WORK (512 * KB)  // of a step, in bytes looked at
#define MOST_WORK (2 * MB)     // so that a step takes a millisecond or two
#define STEPS_PLANNED 256      // in which a whole marking should be done
#define PAGES_PER_STEP 16      // swept in a step before marking starts
#define MOST_STEPS_AT_ONCE 4   // for one big allocation

static bool incremental_is_possible(Heap *heap) {
  if (heap->config.no_incremental_marking || heap->config.gc_stress != 0) return false;
  if (heap->collecting || heap->no_gc > 0) return false;
  return old_generation_used(heap) >= ACTIVATION && bytes_to_mark(heap) >= ACTIVATION;
}

static bool marking_is_due(Heap *heap) {
  if (steps_go_on(heap)) return false;
  size_t tight = smaller(TIGHT_ROOM, heap->max_old_generation / 16);
  bool near = promoted_total(heap) + marking_margin(heap) >= heap->old_limit || room_for_promotion(heap) <= tight;
  return near && incremental_is_possible(heap);
}

static void plan_next_step(Heap *heap) {
  heap->steps.due = heap->fast.new_top + STEP_EVERY;
  new_space_set_limit(heap);
}

// What is left of the last sweep is done in steps too, before marking starts.
static void start_marking(Heap *heap) {
  heap->steps.sweeping = sweep_some(heap, PAGES_PER_STEP);
  if (!heap->steps.sweeping) marking_start(heap);
  plan_next_step(heap);
}

static void start_if_due(Heap *heap) {
  if (marking_is_due(heap)) start_marking(heap);
}

static void scavenge_for_room(Heap *heap);

// Allocation outside new space makes no scavenges due.  What is dead in new space would hold on to what has died
// outside, as marking takes all young objects for roots; so new space is scavenged first.
static void start_if_due_in_old(Heap *heap) {
  if (!marking_is_due(heap)) return;
  if (new_space_used(heap) > 0 && !scavenge_might_not_succeed(heap)) scavenge_for_room(heap);  // may start the marking
  start_if_due(heap);
}

// The speed goes up when marking has gone on for longer than planned.
static size_t work_of_step(const Heap *heap) {
  size_t work = larger(heap->steps.used / STEPS_PLANNED, LEAST_WORK);
  unsigned overdue = heap->steps.count / STEPS_PLANNED;
  work += work / 2 * overdue;
  return smaller(work, MOST_WORK * (1 + overdue / 4));
}

// The pause that ends a marking comes when new space has just been emptied, so that little there is left to be moved,
// but not right after the scavenge, so that the two do not make one pause.
static bool may_finalize(const Heap *heap) {
  return heap->marking == MARKING_COMPLETE && new_space_used(heap) <= heap->new_space.capacity / 2;
}

static void finalize_marking(Heap *heap) {
  collect_for_room(heap, "finalize incremental marking via stack guard", "GC in old space requested");
}

void policy_before_young(Heap *heap, size_t bytes) {
  if (LIKELY(!steps_go_on(heap)) || heap->config.gc_stress != 0) return;
  char *top = heap->fast.new_top, *due = heap->steps.due;
  if (due > top && (size_t)(due - top) >= bytes) return;  // it may be due on the next page
  if (heap->steps.sweeping) {
    start_marking(heap);
  } else if (may_finalize(heap)) {
    finalize_marking(heap);
  } else {
    marking_step(heap, work_of_step(heap));
    plan_next_step(heap);
  }
}

void policy_before_old(Heap *heap, size_t bytes) {
  heap->steps.old_bytes += bytes;
  if (LIKELY(heap->steps.old_bytes < STEP_EVERY) || heap->config.gc_stress != 0) return;
  size_t steps = smaller(heap->steps.old_bytes / STEP_EVERY, MOST_STEPS_AT_ONCE);
  heap->steps.old_bytes = 0;
  start_if_due_in_old(heap);
  if (!steps_go_on(heap)) return;
  if (heap->steps.sweeping) start_marking(heap);
  else if (may_finalize(heap)) finalize_marking(heap);
  else marking_step(heap, steps * work_of_step(heap));
}

// ---------------------------------------------------------------------------------------------- collecting for room

// When nearly everything survives scavenge after scavenge, a big new space only makes pauses long (reference: V8 3.14,
// high promotion mode, with thresholds of 90 % and 10 %).
#define HIGH_SURVIVAL 70  // percent
#define LOW_SURVIVAL 30
#define HIGH_IN_A_ROW 2

static void limit_new_space(Heap *heap, size_t used_before) {
  NewSpace *space = &heap->new_space;
  size_t survived = heap->event.promoted + heap->event.copied;
  unsigned rate = (unsigned)(survived * 100 / (used_before + 1));
  space->high = rate >= HIGH_SURVIVAL ? space->high + 1 : 0;
  bool was = space->limited;
  if (was) pretenure_decide(heap, used_before, survived);
  if (space->high >= HIGH_IN_A_ROW && space->capacity > space->initial) space->limited = true;
  else if (rate < LOW_SURVIVAL) space->limited = false;
  if (space->limited) new_space_reduce(heap);
  if (was == space->limited) return;
  const char *text = space->limited ? "Limited new space size due to high promotion rate: %zu MB"
                                    : "Unlimited new space size due to low promotion rate: %zu MB";
  event_message(heap, text, (space->limited ? space->initial : space->maximum) / MB);
}

static void scavenge_for_room(Heap *heap) {
  size_t used = new_space_used(heap);
  collect(heap, GC_SCAVENGE, COMPACT_NEVER, "allocation failure", "");
  limit_new_space(heap, used);
}

void policy_after_scavenge(Heap *heap) {
  start_if_due(heap);
  if (steps_go_on(heap)) plan_next_step(heap);
}

// To-space is full.
void policy_collect_young(Heap *heap) {
  if (policy_limit_reached(heap, 0)) policy_collect_fully(heap, "promotion limit reached");
  else if (heap->promotion_failed) policy_collect_fully(heap, "old generations exhausted");
  else if (scavenge_might_not_succeed(heap)) policy_collect_fully(heap, "scavenge might not succeed");
  else scavenge_for_room(heap);
}

static bool limited_bytes_fit(const Heap *heap) { return old_generation_taken(heap) <= heap->max_old_generation; }

#define EXTERNAL_LIMIT ((int64_t)192 * 1024 * 1024)  // reference: V8 3.28

// Most of what was made since the last collection belongs to young objects, which a scavenge frees if they are dead: as
// soon as it has come to two of the largest semispaces, and to no less than what is to come (reference: Node 20).
static bool young_external_is_due(const Heap *heap, int64_t delta) {
  int64_t young = heap->external - delta - heap->external_after_last;
  return young >= (int64_t)(2 * heap->new_space.maximum) && young >= delta && !scavenge_might_not_succeed(heap);
}

void heap_adjust_external(Heap *heap, int64_t delta) {
  heap->external += delta;
  if (delta <= 0 || heap->no_gc > 0 || heap->collecting) return;
  int64_t growth = heap->external - heap->external_base;
  if (growth <= EXTERNAL_LIMIT) {
    if (young_external_is_due(heap, delta)) collect(heap, GC_SCAVENGE, COMPACT_NEVER, "external memory pressure", "");
    return;
  }
  // Where the old generation is big it is marked in steps, as long as the growth is not twice the limit.
  if (incremental_is_possible(heap) && growth <= 2 * EXTERNAL_LIMIT) {
    if (!steps_go_on(heap)) start_marking(heap);
    policy_before_old(heap, (size_t)delta);
    return;
  }
  collect(heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "external memory allocation limit reached",
          "GC in old space requested");
}

int64_t heap_external(const Heap *heap) { return heap->external; }

void heap_adjust_limited(Heap *heap, int64_t delta) {
  heap->limited += (size_t)delta;
  if (delta > 0) heap->allocated_since_full += (size_t)delta;
  if (delta <= 0 || heap->no_gc > 0 || heap->collecting) return;
  policy_before_old(heap, (size_t)delta);
  if (policy_limit_reached(heap, 0)) policy_collect_fully(heap, "GC in old space requested");
  if (limited_bytes_fit(heap)) return;
  policy_last_resort(heap);
  if (!limited_bytes_fit(heap)) heap_fatal_out_of_memory(heap, "CALL_AND_RETRY_LAST");
}

int64_t heap_limited(const Heap *heap) { return (int64_t)heap->limited; }

// ---------------------------------------------------------------------------------------------- stress

#define STRESS_FULL_EVERY 16  // collections at least; more for a bigger heap, so that the cost of each stays bounded

#define STRESS_VERIFY_EVERY 8  // steps

static void stress_scavenge(Heap *heap) { collect(heap, GC_SCAVENGE, COMPACT_NEVER, "stress", ""); }

static void stress_fully(Heap *heap) {
  marking_abort(heap);
  collect(heap, GC_MARK_COMPACT, COMPACT_ALL, "stress", "GC in old space requested");
}

// One object a step; a scavenge now and then; the pause when all is marked.
static void stress_incremental(Heap *heap) {
  if (heap->marking == MARKING_STOPPED) {
    marking_start(heap);
  } else if (marking_step(heap, 1)) {
    collect(heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "stress", "GC in old space requested");
  } else {
    bool check = heap->config.verify && heap->steps.count % STRESS_VERIFY_EVERY == 0;
    if (check) verify_heap(heap, "in the marking after");
    if (++heap->stress_scavenges % STRESS_FULL_EVERY == 0) stress_scavenge(heap);
    size_t catch_up = old_generation_used(heap) /
                      512;  // for each step a bigger heap gets a bigger one, or it never ends
    if (heap->stress_scavenges % 4 == 0) marking_step(heap, catch_up);
  }
}

// Scavenges move all that is young; full collections move all that can move.
static void stress_mixed(Heap *heap) {
  size_t every = larger(STRESS_FULL_EVERY, old_generation_used(heap) / (16 * KB));
  if (++heap->stress_scavenges < every) {
    stress_scavenge(heap);
  } else {
    heap->stress_scavenges = 0;
    stress_fully(heap);
  }
}

void heap_stress_now(Heap *heap) { heap->stress_waits = false; }

void policy_stress(Heap *heap) {
  if (heap->stress_waits) return;
  unsigned every = heap->config.gc_stress != 0 ? heap->config.gc_stress : heap->config.gc_interval;
  if (++heap->stress_allocations < every) return;
  heap->stress_allocations = 0;
  if (heap->config.gc_stress == 0) {
    collect(heap, GC_MARK_SWEEP, COMPACT_BY_RULE, "allocation failure", "GC in old space forced by flags");
    return;
  }
  switch (heap->config.stress_mode) {
  case STRESS_SCAVENGES: stress_scavenge(heap); break;
  case STRESS_FULL: stress_fully(heap); break;
  case STRESS_INCREMENTAL: stress_incremental(heap); break;
  default: stress_mixed(heap);
  }
}
