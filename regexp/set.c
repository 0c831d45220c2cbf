// regexp/set.c - sets of code points.
#include "regexp/set.h"

#include <stdlib.h>
#include <string.h>

CharSet *set_new(Arena *arena) {
  CharSet *set = arena_allocate(arena, sizeof *set);
  set->arena = arena;
  return set;
}

void set_add(CharSet *set, uint32_t first, uint32_t last) {
  if (set->count == set->capacity) {
    uint32_t capacity = set->capacity ? set->capacity * 2 : 4;
    Range *ranges = arena_allocate(set->arena, capacity * sizeof *ranges);
    if (set->count > 0) memcpy(ranges, set->ranges, set->count * sizeof *ranges);
    set->ranges = ranges;
    set->capacity = capacity;
  }
  set->ranges[set->count++] = (Range){first, last};
}

void set_add_all(CharSet *set, const CharSet *other) {
  for (uint32_t i = 0; i < other->count; i++) set_add(set, other->ranges[i].first, other->ranges[i].last);
}

static int compare_ranges(const void *a, const void *b) {
  uint32_t x = ((const Range *)a)->first, y = ((const Range *)b)->first;
  return x < y ? -1 : x > y;
}

void set_normalize(CharSet *set) {
  if (set->count < 2) return;
  qsort(set->ranges, set->count, sizeof *set->ranges, compare_ranges);
  uint32_t kept = 0;
  for (uint32_t i = 1; i < set->count; i++) {
    Range *last = &set->ranges[kept], next = set->ranges[i];
    if (next.first > last->last + 1) set->ranges[++kept] = next;
    else if (next.last > last->last) last->last = next.last;
  }
  set->count = kept + 1;
}

CharSet *set_complement(const CharSet *set) {
  CharSet *result = set_new(set->arena);
  uint32_t next = 0;
  for (uint32_t i = 0; i < set->count; i++) {
    if (set->ranges[i].first > next) set_add(result, next, set->ranges[i].first - 1);
    next = set->ranges[i].last + 1;
  }
  if (next <= MAX_CODE_POINT) set_add(result, next, MAX_CODE_POINT);
  return result;
}

CharSet *set_clip(const CharSet *set, uint32_t first, uint32_t last) {
  CharSet *result = set_new(set->arena);
  for (uint32_t i = 0; i < set->count; i++) {
    Range range = set->ranges[i];
    if (range.last < first || range.first > last) continue;
    set_add(result, range.first < first ? first : range.first, range.last > last ? last : range.last);
  }
  return result;
}

bool set_has(const CharSet *set, uint32_t code) {
  for (uint32_t i = 0; i < set->count; i++) {
    if (code >= set->ranges[i].first && code <= set->ranges[i].last) return true;
  }
  return false;
}

// Both normalized.
bool set_intersects(const CharSet *a, const CharSet *b) {
  for (uint32_t i = 0, k = 0; i < a->count && k < b->count;) {
    if (a->ranges[i].last < b->ranges[k].first) i++;
    else if (b->ranges[k].last < a->ranges[i].first) k++;
    else return true;
  }
  return false;
}

static void add_list(CharSet *set, const Range *ranges, size_t count) {
  for (size_t i = 0; i < count; i++) set_add(set, ranges[i].first, ranges[i].last);
}
#define ADD_LIST(set, list) add_list(set, list, sizeof(list) / sizeof((list)[0]))

void set_add_digits(CharSet *set) { set_add(set, '0', '9'); }

void set_add_word(CharSet *set) {
  static const Range word[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
  ADD_LIST(set, word);
}

void set_add_spaces(CharSet *set) {
  static const Range spaces[] = {{9, 13},          {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680},
                                 {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                 {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
  ADD_LIST(set, spaces);
}

void set_add_line_terminators(CharSet *set) {
  static const Range terminators[] = {{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}};
  ADD_LIST(set, terminators);
}
