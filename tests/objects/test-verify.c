// tests/objects/test-verify.c - the check of objects finds a word that nobody owns: each case makes an object, leaves a
// word behind, and reads what the check says of it.
#include "engine/engine.h"
#include "objects/verify.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "objects/dictionary.h"
#include "objects/hash-table.h"
#include "objects/weak-table.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/roots.h"

static void add_names(VM *vm, Handle object, unsigned count) {
  ROOTS(vm, key);
  for (unsigned i = 0; i < count; i++) {
    char name[16];
    snprintf(name, sizeof name, "k%u", i);
    string_internalize_ascii(vm, name, &r.key);
    assert_true(define_data(vm, object, &r.key, &r.key, ATTR_ALL));
  }
}

static void inside(VM *vm, Slot out) {
  object_new(vm, out);
  as_object(out)->slots[2].value_ = runtime(vm)->object_prototype;
}

static void outside(VM *vm, Slot out) {
  object_new(vm, out);
  add_names(vm, out, 6);
  ((Properties *)value_as_object(field_get(&as_object(out)->properties)))->values[3].value_ =
      runtime(vm)->object_prototype;
}

static void inside_of_dictionary(VM *vm, Slot out) {
  object_new(vm, out);
  add_names(vm, out, 2);
  make_dictionary(vm, out);
  as_object(out)->slots[1].value_ = runtime(vm)->object_prototype;
}

static void behind_length(VM *vm, Slot out) {
  assert_true(array_new(vm, 4, out));
  as_array(out)->length.value_ = value_int(3);
  ((Elements *)value_as_object(field_get(&as_array(out)->elements)))->values[3].value_ = value_int(1);
}

static NameDictionary *dictionary(VM *vm, Slot out) {
  ROOTS(vm, object);
  object_new(vm, &r.object);
  add_names(vm, &r.object, 3);
  make_dictionary(vm, &r.object);
  *out = field_get(&as_object(&r.object)->properties);
  return (NameDictionary *)value_as_object(*out);
}

static void deleted_name(VM *vm, Slot out) { dictionary(vm, out)->entries[1].key.value_ = VALUE_EMPTY; }
static void name_not_used(VM *vm, Slot out) { dictionary(vm, out)->used.value_ = value_int(2); }

static void deleted_index(VM *vm, Slot out) {
  numbers_new(vm, 8, out);
  numbers_add(vm, out, 5, &runtime(vm)->object_prototype, ATTR_ALL);
  numbers_find((NumberDictionary *)value_as_object(*out), 5)->key.value_ = VALUE_TOMBSTONE;
}

static void deleted_key(VM *vm, Slot out) {
  Value one = value_int(1);
  hash_table_new(vm, HASH_TABLE_ROOM, 0, out);
  hash_table_set(vm, out, &one, &runtime(vm)->object_prototype);
  as_hash_table(out)->words[0].value_ = VALUE_TOMBSTONE;
}

static void replaced_table(VM *vm, Slot out) {
  Value one = value_int(1);
  hash_table_new(vm, HASH_TABLE_ROOM, HASH_TABLE_OF_KEYS, out);
  hash_table_set(vm, out, &runtime(vm)->object_prototype, &one);
  as_hash_table(out)->next.value_ = *out;
}

static void deleted_pair(VM *vm, Slot out) {
  weak_table_new(vm, out);
  weak_table_set(vm, out, &runtime(vm)->object_prototype, &runtime(vm)->array_prototype);
  ((WeakEntry *)(uintptr_t)weak_table_find(out, &runtime(vm)->object_prototype))->key.value_ = VALUE_TOMBSTONE;
}

static void unused_descriptor(VM *vm, Slot out) {
  ROOTS(vm, object);
  object_new(vm, &r.object);
  add_names(vm, &r.object, 2);
  *out = field_get(&object_shape(vm, r.object)->descriptors);
  as_descriptors(out)->used.value_ = value_int(1);
}

static void words_left_behind_are_found(void **state) {
  (void)state;
  const struct {
    void (*make)(VM *vm, Slot out);
    const char *text;
  } cases[] = {
      {inside, "a slot inside an object"},
      {outside, "a slot outside an object"},
      {inside_of_dictionary, "a slot inside an object"},
      {behind_length, "an element beyond an array's length"},
      {deleted_name, "an entry of a property dictionary"},
      {name_not_used, "an entry of a property dictionary"},
      {deleted_index, "an entry of an element dictionary"},
      {deleted_key, "an entry of a hash table"},
      {replaced_table, "an entry of a hash table"},
      {deleted_pair, "an entry of a weak table"},
      {unused_descriptor, "a descriptor that is not in use"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const VMConfig config = {.heap = {.gc_threads = -1}};
    VM *vm = engine_create(&config);
    Value made = VALUE_UNDEFINED;
    {
      ROOTS(vm, out);
      cases[i].make(vm, &r.out);
      made = r.out;
    }
    const char *text = object_check(vm, value_as_object(made));
    if (text == NULL || strstr(text, cases[i].text) == NULL)
      fail_msg("wanted \"%s\", got \"%s\"", cases[i].text, text ? text : "nothing");
    vm_destroy(vm);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(words_left_behind_are_found)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
