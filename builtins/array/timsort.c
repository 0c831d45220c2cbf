// builtins/array/timsort.c - Tim Peters's merge sort, as listsort.txt of CPython describes it.
//
// The list is cut into runs that ascend, or descend and are turned round; a run that is too short is made longer by
// binary insertion.  Runs wait on a stack and are merged with their neighbours so that lengths stay balanced.  Sorted
// and reversed lists take count - 1 comparisons.
//
// A comparator sees which values are compared, in which order: everything that decides about it (the lengths of runs,
// what is merged when, where a merge starts to gallop, which argument is the left one) is as in V8.  An inconsistent
// comparator spoils the order, never an index: each search stays within its run.
#include "builtins/array/timsort.h"

#include "builtins/array/array-access.h"

#define MOST_RUNS 85  // enough for 2^64 elements
#define LONG_RUN 64   // a list that is no longer is one run
#define MANY_WINS 7   // of one run in a row, after which it pays to gallop

typedef struct Run {
  uint32_t start, length;
} Run;

typedef struct Sorter {
  VM *vm;
  const RepeatedCall *comparator;
  Slot pair;  // the arguments
  Slot result;
  Slot key;  // what a place is sought for
  Handle list;
  Slot aside;  // array with the shorter one of two runs that are being merged; empty before the first merge
  uint32_t wins_to_gallop;
  uint32_t run_count;
  Run runs[MOST_RUNS];
} Sorter;

static Elements *elements_of(Handle array) {
  return (Elements *)value_as_object(field_get(&as_array(array)->elements));
}
static Value get_at(Handle array, uint32_t i) { return field_get(&elements_of(array)->values[i]); }
static void set_at(const Sorter *s, Handle array, uint32_t i, Value value) {
  elements_set(s->vm, elements_of(array), i, value);
}

static void copy_between(const Sorter *s, Handle to, uint32_t at, Handle from, uint32_t start, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) set_at(s, to, at + i, get_at(from, start + i));
}

static void move_in_list(const Sorter *s, uint32_t to, uint32_t from, uint32_t count) {
  elements_move(s->vm, elements_of(s->list), to, from, count);
}

// ------------------------------------------------------------------------------------------------------- comparing

static bool sort_text(VM *vm, Slot value) { return value_is_string(*value) || to_string(vm, value, value); }

static bool less_by_text(const Sorter *s, bool *less) {
  TRY(sort_text(s->vm, &s->pair[0]));
  TRY(sort_text(s->vm, &s->pair[1]));
  *less = string_compare(s->vm, &s->pair[0], &s->pair[1]) < 0;
  return true;
}

// Is x to stand before y?  The comparator is called with them in that order.
static inline bool is_less(const Sorter *s, Value x, Value y, bool *less) {
  s->pair[0] = x;
  s->pair[1] = y;
  if (value_is_undefined(*s->comparator->callee)) return less_by_text(s, less);
  TRY(repeated_call(s->vm, s->comparator, s->pair, s->result));
  if (LIKELY(value_is_int(*s->result))) {
    *less = value_as_int(*s->result) < 0;
    return true;
  }
  double order;
  TRY(to_number(s->vm, s->result, &order));
  *less = order < 0;  // NaN counts as 0
  return true;
}

// Does *key belong behind element `i`?  Among equal ones: behind all of them, or before.
static bool belongs_behind(const Sorter *s, Handle array, uint32_t i, bool behind_equals, bool *behind) {
  if (!behind_equals) return is_less(s, get_at(array, i), *s->key, behind);
  TRY(is_less(s, *s->key, get_at(array, i), behind));
  *behind = !*behind;
  return true;
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

// Where *key belongs in a sorted run, as a distance from its start: 0 to its length.  Looks around `hint` at distances
// 1, 3, 7, 15 ..., then halves the last stretch.
static bool find_place(const Sorter *s, Handle array, Run run, uint32_t hint, bool behind_equals, uint32_t *place) {
  uint64_t near = 0, far = 1;
  bool behind;
  TRY(belongs_behind(s, array, run.start + hint, behind_equals, &behind));
  uint32_t low, high;  // the place lies between, both included
  if (behind) {
    uint32_t most = run.length - hint;
    while (far < most) {
      TRY(belongs_behind(s, array, run.start + hint + (uint32_t)far, behind_equals, &behind));
      if (!behind) break;
      near = far;
      far = 2 * far + 1;
    }
    low = hint + (uint32_t)near + 1;
    high = hint + (uint32_t)(far < most ? far : most);
  } else {
    uint32_t most = hint + 1;
    while (far < most) {
      TRY(belongs_behind(s, array, run.start + hint - (uint32_t)far, behind_equals, &behind));
      if (behind) break;
      near = far;
      far = 2 * far + 1;
    }
    low = hint + 1 - (uint32_t)(far < most ? far : most);
    high = hint - (uint32_t)near;
  }
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    TRY(belongs_behind(s, array, run.start + middle, behind_equals, &behind));
    if (behind) low = middle + 1;
    else high = middle;
  }
  *place = low;
  return true;
}

// ------------------------------------------------------------------------------------------------------------ runs

static void turn_round(const Sorter *s, Run run) {
  for (uint32_t i = run.start, j = run.start + run.length - 1; i < j; i++, j--) {
    Value value = get_at(s->list, i);
    set_at(s, s->list, i, get_at(s->list, j));
    set_at(s, s->list, j, value);
  }
}

// The run that is there at `start`; one that descends, strictly so, is turned round.
static bool take_run(const Sorter *s, uint32_t start, uint32_t end, Run *run) {
  *run = (Run){start, end - start == 1 ? 1 : 2};
  if (run->length == 1) return true;
  bool descends, less;
  TRY(is_less(s, get_at(s->list, start + 1), get_at(s->list, start), &descends));
  for (uint32_t i = start + 2; i < end; i++, run->length++) {
    TRY(is_less(s, get_at(s->list, i), get_at(s->list, i - 1), &less));
    if (less != descends) break;
  }
  if (descends) turn_round(s, *run);
  return true;
}

static bool extend_run(const Sorter *s, Run *run, uint32_t length) {
  for (; run->length < length; run->length++) {
    uint32_t low = run->start, end = run->start + run->length, high = end;
    *s->key = get_at(s->list, end);
    while (low < high) {
      uint32_t middle = low + (high - low) / 2;
      bool less;
      TRY(is_less(s, *s->key, get_at(s->list, middle), &less));
      if (less) high = middle;
      else low = middle + 1;
    }
    move_in_list(s, low + 1, low, end - low);
    set_at(s, s->list, low, *s->key);
  }
  return true;
}

// Such that the list has a power of two of such runs, or slightly fewer.
static uint32_t shortest_run(uint32_t count) {
  uint32_t odd = 0;
  for (; count >= LONG_RUN; count /= 2) odd |= count & 1;
  return count + odd;
}

// --------------------------------------------------------------------------------------------------------- merging

// What is left of two neighbouring runs.  The shorter one was put aside, so that there is room between the other one
// and what has been merged; elements are taken from the ends of both that lie at the room:
//
//   from the left:   list:  merged | room | other      aside: left
//   from the right:  list:  other | room | merged      aside: right
typedef struct Merge {
  Run aside, other;
  bool from_right;
} Merge;

static bool put_aside(Sorter *s, Run run) {
  if (value_is_empty(*s->aside)) TRY(array_new(s->vm, (uint32_t)array_length(s->list) / 2 + 1, s->aside));
  copy_between(s, s->aside, 0, s->list, run.start, run.length);
  return true;
}

static bool is_over(const Merge *m) { return m->other.length == 0 || m->aside.length <= 1; }
static uint32_t run_end(Run run) { return run.start + run.length; }

static Value next_of(const Sorter *s, const Merge *m, const Run *run) {
  return get_at(run == &m->aside ? s->aside : s->list, m->from_right ? run_end(*run) - 1 : run->start);
}

// The next `count` elements of one of the runs go to where merging has come to.
static inline void take(const Sorter *s, Merge *m, Run *run, uint32_t count) {
  uint32_t to = m->from_right ? run_end(m->other) + m->aside.length - count : m->other.start - m->aside.length;
  uint32_t from = m->from_right ? run_end(*run) - count : run->start;
  run->length -= count;
  if (!m->from_right) run->start += count;
  if (run == &m->other) move_in_list(s, to, from, count);
  else copy_between(s, s->list, to, s->aside, from, count);
}

static bool merge_in_turn(const Sorter *s, Merge *m) {
  uint32_t wins[2] = {0, 0};  // of the one aside, of the other one
  while (wins[0] < s->wins_to_gallop && wins[1] < s->wins_to_gallop) {
    bool less;
    Value aside = next_of(s, m, &m->aside), other = next_of(s, m, &m->other);
    TRY(m->from_right ? is_less(s, aside, other, &less) : is_less(s, other, aside, &less));
    take(s, m, less ? &m->other : &m->aside, 1);
    wins[less]++;
    wins[!less] = 0;
    if (is_over(m)) break;
  }
  return true;
}

// Takes all of one run that stands before the next one of the other run, seen from where merging has come to; then that
// one.
static bool gallop_in(const Sorter *s, Merge *m, bool in_left, uint32_t *wins) {
  bool in_aside = in_left != m->from_right;
  Run *run = in_aside ? &m->aside : &m->other, *rival = in_aside ? &m->other : &m->aside;
  uint32_t place;
  *s->key = next_of(s, m, rival);
  TRY(find_place(s, in_aside ? s->aside : s->list, *run, m->from_right ? run->length - 1 : 0, in_left, &place));
  *wins = m->from_right ? run->length - place : place;
  take(s, m, run, *wins);
  if (!is_over(m)) take(s, m, rival, 1);
  return true;
}

static bool merge_galloping(Sorter *s, Merge *m) {
  uint32_t left_wins, right_wins;
  s->wins_to_gallop++;
  do {
    if (s->wins_to_gallop > 1) s->wins_to_gallop--;
    TRY(gallop_in(s, m, true, &left_wins));
    if (is_over(m)) return true;
    TRY(gallop_in(s, m, false, &right_wins));
    if (is_over(m)) return true;
  } while (left_wins >= MANY_WINS || right_wins >= MANY_WINS);
  s->wins_to_gallop++;  // what stops to gallop does so later the next time
  return true;
}

// The first element of the right run stands before all of the left one, the last one of the left run behind all of the
// right.
static bool merge(Sorter *s, Run left, Run right) {
  bool from_right = left.length > right.length;
  Run shorter = from_right ? right : left;
  TRY(put_aside(s, shorter));
  Merge m = {{0, shorter.length}, from_right ? left : right, from_right};
  take(s, &m, &m.other, 1);
  while (!is_over(&m)) {
    TRY(merge_in_turn(s, &m));
    if (!is_over(&m)) TRY(merge_galloping(s, &m));
  }
  take(s, &m, &m.other, m.other.length);
  take(s, &m, &m.aside, m.aside.length);
  return true;
}

// ---- the stack of runs

// Merges run `i` of the stack with the next one.
static bool merge_at(Sorter *s, uint32_t i) {
  Run left = s->runs[i], right = s->runs[i + 1];
  uint32_t place;
  s->runs[i].length += right.length;
  s->run_count--;
  if (i + 1 < s->run_count) s->runs[i + 1] = s->runs[i + 2];
  *s->key = get_at(s->list, right.start);  // what is not above it stays where it is
  TRY(find_place(s, s->list, left, 0, true, &place));
  left.start += place;
  left.length -= place;
  if (left.length == 0) return true;
  *s->key = get_at(s->list, run_end(left) - 1);  // what is not below it likewise
  TRY(find_place(s, s->list, right, right.length - 1, false, &right.length));
  if (right.length == 0) return true;
  return merge(s, left, right);
}

static uint32_t length_at(const Sorter *s, uint32_t i) { return s->runs[i].length; }

// Is run `i` so much shorter than the two below it as it should be?
static bool is_balanced(const Sorter *s, uint32_t i) {
  return i < 2 || length_at(s, i - 2) > (uint64_t)length_at(s, i - 1) + length_at(s, i);
}

// Merges until each run is longer than the two above it together, and longer than the next one.
static bool merge_unbalanced(Sorter *s) {
  while (s->run_count > 1) {
    uint32_t i = s->run_count - 2;
    bool balanced = is_balanced(s, i + 1) && is_balanced(s, i);
    if (balanced && length_at(s, i) > length_at(s, i + 1)) return true;
    if (!balanced && length_at(s, i - 1) < length_at(s, i + 1)) i--;
    TRY(merge_at(s, i));
  }
  return true;
}

static bool merge_all(Sorter *s) {
  while (s->run_count > 1) {
    uint32_t i = s->run_count - 2;
    if (i > 0 && length_at(s, i - 1) < length_at(s, i + 1)) i--;
    TRY(merge_at(s, i));
  }
  return true;
}

bool timsort(VM *vm, Handle comparator, Handle list, uint32_t count) {
  if (count < 2) return true;
  ROOTS(vm, pair[2], result, key, aside);
  RepeatedCall call;
  repeated_call_begin(vm, &call, comparator, &undefined_value_, 2);
  Sorter s = {.vm = vm,
              .comparator = &call,
              .pair = r.pair,
              .result = &r.result,
              .key = &r.key,
              .list = list,
              .aside = &r.aside,
              .wins_to_gallop = MANY_WINS};
  uint32_t shortest = shortest_run(count);
  for (uint32_t start = 0; start < count;) {
    Run run;
    TRY(take_run(&s, start, count, &run));
    TRY(extend_run(&s, &run, least(shortest, count - start)));
    s.runs[s.run_count++] = run;
    TRY(merge_unbalanced(&s));
    start += run.length;
  }
  return merge_all(&s);
}
