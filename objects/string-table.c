// objects/string-table.c - the table of internalized strings, and the strings and symbols that exist from the start.
//
// Open addressing with linear probing over a malloc'd array of Values.  The table is weak: a string that nobody else
// holds leaves it at the next full collection (a tombstone stays, so that probes go on behind it).  Internalized
// strings are flat and old, so scavenges do not concern it.  A string's hash stands in its header.
#include <stdlib.h>

#include "base/memory.h"
#include "objects/string-internal.h"

typedef struct StringTable {
  Value *slots;       // VALUE_EMPTY: never used; VALUE_TOMBSTONE: was dropped
  uint32_t capacity;  // a power of two
  uint32_t used;      // strings and tombstones
  uint32_t live;      // strings
} StringTable;

#define INITIAL_CAPACITY 4096u

static Value *new_slots(uint32_t capacity) { return checked_calloc(capacity, sizeof(Value)); }

void string_table_create(VM *vm) {
  StringTable *table = checked_calloc(1, sizeof *table);
  table->capacity = INITIAL_CAPACITY;
  table->slots = new_slots(INITIAL_CAPACITY);
  runtime(vm)->string_table = table;
}

void string_table_destroy(VM *vm) {
  StringTable *table = runtime(vm)->string_table;
  if (table == NULL) return;
  free(table->slots);
  free(table);
  runtime(vm)->string_table = NULL;
}

// ------------------------------------------------------------------------------------------------------- probing

// The string with this text, or NULL.
static String *table_find(const StringTable *table, const StringView *view, uint32_t hash) {
  uint32_t mask = table->capacity - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    Value v = table->slots[i];
    if (value_is_empty(v)) return NULL;
    if (!value_is_pointer(v) || heap_object_aux(value_as_object(v)) != hash) continue;
    String *candidate = (String *)value_as_object(v);
    StringView other = view_of(candidate);
    if (view_equals(view, &other)) return candidate;
  }
}

static void table_place(Value *slots, uint32_t capacity, Value string) {
  uint32_t mask = capacity - 1, i = heap_object_aux(value_as_object(string)) & mask;
  while (!value_is_empty(slots[i])) i = (i + 1) & mask;
  slots[i] = string;
}

// Leaves tombstones behind.
static void table_rehash(StringTable *table) {
  uint32_t capacity = INITIAL_CAPACITY;
  while (capacity < table->live * 2 + 2) capacity *= 2;
  Value *slots = new_slots(capacity);
  for (uint32_t i = 0; i < table->capacity; i++) {
    if (value_is_pointer(table->slots[i])) table_place(slots, capacity, table->slots[i]);
  }
  free(table->slots);
  table->slots = slots;
  table->capacity = capacity;
  table->used = table->live;
}

static void table_insert(VM *vm, String *string) {
  StringTable *table = runtime(vm)->string_table;
  StringView view = view_of(string);
  uint32_t index;
  bool is_index = view_as_index(&view, &index);
  heap_object_set_flag(&string->head, STRING_INTERNALIZED | (is_index ? 0 : STRING_NOT_INDEX));
  if ((table->used + 1) * 4 > table->capacity * 3) table_rehash(table);
  table_place(table->slots, table->capacity, value_pointer(string));
  table->used++;
  table->live++;
}

static void drop_dead(Heap *heap, StringTable *table) {
  Word *slots = &table->slots[0].bits;
  table->live -= (uint32_t)heap_clear_dead(heap, slots, slots + table->capacity, VALUE_TOMBSTONE.bits);
  if (table->live * 8 < table->capacity && table->capacity > INITIAL_CAPACITY) table_rehash(table);
}

#define AHEAD 16  // slots whose strings are asked for before they are looked at

static void follow_moved(Heap *heap, StringTable *table) {
  for (uint32_t i = 0; i < table->capacity; i++) {
    Value *slot = &table->slots[i], ahead = table->slots[(i + AHEAD) & (table->capacity - 1)];
    if (value_is_pointer(ahead)) __builtin_prefetch(value_as_object(ahead));
    if (value_is_pointer(*slot)) *slot = value_pointer(heap_forwarded(heap, value_as_object(*slot)));
  }
}

void string_table_process_weak(VM *vm, WeakPhase phase) {
  StringTable *table = runtime(vm)->string_table;
  if (table == NULL) return;
  if (phase == WEAK_AFTER_MARKING) drop_dead(vm_heap(vm), table);
  else if (phase == WEAK_AFTER_MOVING) follow_moved(vm_heap(vm), table);
}

// ------------------------------------------------------------------------------------------------- internalizing

// *string is a flat string or a slice.  Old flat strings enter the table themselves; of others an old copy does.
static void internalize_new(VM *vm, Slot string) {
  if (value_kind(*string) <= KIND_STRING_UTF16 && !heap_is_young(value_as_object(*string))) {
    table_insert(vm, as_string(string));
    return;
  }
  StringView view = string_view(string);
  bool two_byte = view.two_byte && !units_are_latin1(view.utf16, view.length);
  String *copy = string_allocate_flat(vm, view.length, two_byte, ALLOCATE_OLD);
  view = string_view(string);  // it may have moved
  if (two_byte) view_copy_utf16(&view, 0, view.length, ((Utf16String *)copy)->units);
  else view_copy_latin1(&view, 0, view.length, ((Latin1String *)copy)->units);
  heap_object_set_aux(&copy->head, heap_object_aux(value_as_object(*string)));
  table_insert(vm, copy);
  *string = value_pointer(copy);
}

void string_internalize(VM *vm, Slot string) {
  if (heap_object_flags(value_as_object(*string)) & STRING_INTERNALIZED) return;
  string_flatten(vm, string);
  if (heap_object_flags(value_as_object(*string)) & STRING_INTERNALIZED) return;
  uint32_t hash = string_hash(vm, string);
  StringView view = string_view(string);
  String *found = table_find(runtime(vm)->string_table, &view, hash);
  if (found) *string = value_pointer(found);
  else internalize_new(vm, string);
}

void string_internalize_units(VM *vm, const uint8_t *latin1, const uint16_t *utf16, size_t length, Slot out) {
  StringView view = {.length = (uint32_t)length, .two_byte = latin1 == NULL};
  if (latin1) view.latin1 = latin1;
  else view.utf16 = utf16;
  uint32_t hash = view_hash(&view);
  String *string = table_find(runtime(vm)->string_table, &view, hash);
  if (string == NULL) {
    bool two_byte = view.two_byte && !units_are_latin1(utf16, length);
    string = string_allocate_flat(vm, length, two_byte, ALLOCATE_OLD);
    if (two_byte) view_copy_utf16(&view, 0, view.length, ((Utf16String *)string)->units);
    else view_copy_latin1(&view, 0, view.length, ((Latin1String *)string)->units);
    heap_object_set_aux(&string->head, hash);
    table_insert(vm, string);
  }
  *out = value_pointer(string);
}

void string_internalize_ascii(VM *vm, const char *text, Slot out) {
  string_internalize_units(vm, (const uint8_t *)text, NULL, strlen(text), out);
}

// --------------------------------------------------------------------------------------------- the first strings

static void well_known_symbol(VM *vm, const char *description, Slot out) {
  string_internalize_ascii(vm, description, out);
  symbol_new(vm, out, out);
}

void string_roots_create(VM *vm) {
  Runtime *rt = runtime(vm);
#define NAME(n) string_internalize_ascii(vm, #n, &rt->names.n);
#define NAME_TEXT(n, text) string_internalize_ascii(vm, text, &rt->names.n);
#include "objects/names.def"
#undef NAME
#undef NAME_TEXT
  for (unsigned i = 0; i < 256; i++) {
    uint8_t unit = (uint8_t)i;
    string_internalize_units(vm, &unit, NULL, 1, &rt->single_chars[i]);
  }
#define SYMBOL(n) well_known_symbol(vm, "Symbol." #n, &rt->symbols.n);
#include "objects/symbols.def"
#undef SYMBOL
}
