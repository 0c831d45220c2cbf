// vm/regexp.c - RegExp objects.
//
// Source, flags and program of a regular expression stand in a RegExpData, which literals that run again and
// constructors with the same text share through a cache.  It has a finalizer, the objects have none.
#include "vm/regexp.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/memory.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// ----------------------------------------------------------------------------------------------------------- data

// The text of a flat string as UTF-16, to be freed.
static uint16_t *copy_units(Handle flat) {
  StringView view = string_view(flat);
  uint16_t *units = checked_malloc(((size_t)view.length + 1) * sizeof *units);
  for (uint32_t i = 0; i < view.length; i++) units[i] = view_unit(&view, i);
  return units;
}

static int flags_of(Handle flat) {
  uint16_t *units = copy_units(flat);
  int flags = regexp_parse_flags(units, string_length(flat));
  free(units);
  return flags;
}

static bool compile_program(VM *vm, Handle source, Handle flags, RegExpProgram **out) {
  int bits = flags_of(flags);
  if (bits < 0) return throw_syntax(vm, "Invalid flags supplied to RegExp constructor '%v'", flags);
  const char *error = NULL;
  uint16_t *units = copy_units(source);
  *out = regexp_compile(vm->regexps, units, string_length(source), (unsigned)bits, &error);
  free(units);
  if (*out) return true;
  char letters[MOST_FLAGS + 1];
  regexp_flags_text((unsigned)bits, letters);
  return throw_syntax(vm, "Invalid regular expression: /%v/%s: %s", source, letters, error);
}

// Memory of the program is limited memory; it grows as the program is compiled.
static void count_bytes(VM *vm, RegExpData *data) {
  size_t bytes = data->program->bytes;
  if (bytes == data->bytes) return;
  size_t before = data->bytes;
  data->bytes = bytes;
  heap_adjust_limited(vm_heap(vm), (int64_t)bytes - (int64_t)before);
}

static bool list_groups(VM *vm, RegExpProgram *program, Slot out) {
  uint32_t capture;
  const Atom *name;
  for (uint32_t i = 0; (name = regexp_group_name(program, i, &capture)) != NULL; i++) {
    ROOTS(vm, name, number);
    if (i == 0) TRY(array_new(vm, 0, out));
    if (name->two_byte) string_internalize_units(vm, NULL, name->utf16, name->length, &r.name);
    else string_internalize_units(vm, name->latin1, NULL, name->length, &r.name);
    r.number = value_int((int32_t)capture);
    TRY(array_push(vm, out, &r.name));
    TRY(array_push(vm, out, &r.number));
  }
  return true;
}

static bool data_new(VM *vm, Handle source, Handle flags, Slot out) {
  ROOTS(vm, data, groups);
  RegExpProgram *program;
  TRY(compile_program(vm, source, flags, &program));
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_REGEXP_DATA, sizeof(RegExpData));
  fresh->header = header_make(KIND_REGEXP_DATA, 0, sizeof(RegExpData) / 8, 0);
  RegExpData *data = (RegExpData *)fresh;  // no allocation below
  field_init(&data->source, VALUE_UNDEFINED);
  field_init(&data->flags, VALUE_UNDEFINED);
  field_init(&data->groups, VALUE_UNDEFINED);
  data->program = program;
  data->bytes = 0;
  r.data = value_pointer(data);
  heap_register_finalizer(vm_heap(vm), fresh);
  field_set(vm, as_regexp_data(&r.data), &as_regexp_data(&r.data)->source, *source);
  field_set(vm, as_regexp_data(&r.data), &as_regexp_data(&r.data)->flags, *flags);
  r.groups = VALUE_UNDEFINED;
  TRY(list_groups(vm, program, &r.groups));
  field_set(vm, as_regexp_data(&r.data), &as_regexp_data(&r.data)->groups, r.groups);
  *out = r.data;
  count_bytes(vm, as_regexp_data(out));
  return true;
}

void regexp_finalize(VM *vm, RegExpData *data) {
  heap_adjust_limited(vm_heap(vm), -(int64_t)data->bytes);
  regexp_free(data->program);
}

// ----------------------------------------------------------------------------------------------------------- cache

void regexp_cache_clear(VM *vm) {
  for (size_t i = 0; i < REGEXP_CACHE_SIZE; i++) runtime(vm)->regexp_cache[i] = VALUE_EMPTY;
}

static bool is_data_of(VM *vm, Handle data, Handle source, Handle flags) {
  if (value_is_empty(*data)) return false;
  Value own_source = field_get(&as_regexp_data(data)->source), own_flags = field_get(&as_regexp_data(data)->flags);
  if (value_same(own_source, *source) && value_same(own_flags, *flags)) return true;
  return string_equals(vm, &own_source, source) && string_equals(vm, &own_flags, flags);  // flat: nothing moves
}

bool regexp_data(VM *vm, Handle source, Handle flags, Slot out) {
  ROOTS(vm, source, flags);
  r.source = *source;
  r.flags = *flags;
  string_flatten(vm, &r.source);
  string_flatten(vm, &r.flags);
  uint32_t hash = string_hash(vm, &r.source) + string_hash(vm, &r.flags) * 31;
  Slot first = &runtime(vm)->regexp_cache[hash % REGEXP_CACHE_SIZE];
  Slot second = &runtime(vm)->regexp_cache[(hash ^ 1) % REGEXP_CACHE_SIZE];
  if (is_data_of(vm, first, &r.source, &r.flags)) return *out = *first, true;
  if (is_data_of(vm, second, &r.source, &r.flags)) return *out = *second, true;
  TRY(data_new(vm, &r.source, &r.flags, out));
  *(value_is_empty(*first) ? first : second) = *out;
  return true;
}

void regexp_from_data(VM *vm, Handle data, Slot out) {
  object_new_from_shape(vm, &runtime(vm)->shape_regexp, out);
  field_set(vm, as_regexp(out), &as_regexp(out)->data, *data);
  field_init(&as_regexp(out)->last_index, value_int(0));
}

// -------------------------------------------------------------------------------------------------------- matching

static bool throw_outcome(VM *vm, Handle regexp, RegExpOutcome outcome) {
  ROOTS(vm, source, flags);
  Value data = field_get(&as_regexp(regexp)->data);
  r.source = field_get(&as_regexp_data(&data)->source);
  r.flags = field_get(&as_regexp_data(&data)->flags);
  if (outcome == REGEXP_TOO_COMPLEX) {
    return throw_range(vm, "Regular expression too complex for this text: /%v/%v", &r.source, &r.flags);
  }
  return throw_syntax(vm, "Invalid regular expression: /%v/%v: Regular expression too large", &r.source, &r.flags);
}

static void remember(VM *vm, Handle string, const uint32_t *captures, uint32_t count) {
  Runtime *rt = runtime(vm);
  uint32_t pairs = count < REGEXP_LAST_PAIRS ? count : REGEXP_LAST_PAIRS;
  rt->regexp_last_input = *string;
  memcpy(rt->regexp_last, captures, 2 * pairs * sizeof *captures);
  rt->regexp_last_pairs = count;
  if (count > REGEXP_LAST_PAIRS) memcpy(rt->regexp_last_paren, captures + 2 * (count - 1), 2 * sizeof *captures);
}

bool regexp_match_string(VM *vm, Handle regexp, Handle string, uint32_t start, bool *matched,
                         const uint32_t **captures) {
  StringView view = string_view(string);
  RegExpProgram *program = regexp_program(regexp);
  RegExpOutcome outcome = regexp_match(program, view.latin1, view.two_byte, view.length, start, captures);
  count_bytes(vm, (RegExpData *)value_as_object(field_get(&as_regexp(regexp)->data)));
  *matched = outcome == REGEXP_MATCH;
  if (*matched) remember(vm, string, *captures, program->capture_count);
  return outcome <= REGEXP_MATCH || throw_outcome(vm, regexp, outcome);
}
