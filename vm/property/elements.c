// vm/property/elements.c - indexed properties: fast elements that grow, sparse ones, array length.
//
// The fast form has no attributes, so everything unusual goes to a NumberDictionary (objects/objects.h).
#include "vm/property/elements-internal.h"

#include "vm/exec/arguments.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/property.h"
#include "vm/roots.h"

#define LENGTH_READ_ONLY 1            // header flag of a JSArray
#define MAX_PREALLOCATED (32u << 20)  // new Array(n) above this has no elements to begin with

bool array_length_is_writable(Value array) { return !(heap_object_flags(value_as_object(array)) & LENGTH_READ_ONLY); }

static uint32_t shape_of_first(Handle object) {
  return fast_elements(object)->capacity == 0 ? heap_object_aux(&as_object(object)->head) : NO_SHAPE;
}

// Large ones come zeroed, and their memory is not touched before it is used.
void elements_new(VM *vm, uint32_t capacity, uint32_t shape, Slot out) {
  size_t bytes = sizeof(Elements) + (size_t)capacity * sizeof(Value);
  bool zeroed = false;
  HeapObject *object = bytes <= 1024 ? heap_allocate_shaped(vm_heap(vm), KIND_ELEMENTS, bytes, shape)
                                     : heap_allocate(vm_heap(vm), KIND_ELEMENTS, bytes, ALLOCATE_YOUNG, &zeroed);
  object->header = header_make(KIND_ELEMENTS, 0, 0, 0);
  Elements *elements = (Elements *)object;
  elements->capacity = capacity;
  elements->count = 0;
  if (!zeroed) memset(elements->values, 0, (size_t)capacity * sizeof(Value));
  *out = value_pointer(object);
}

// Copies into fresh elements, remembering pointers to young objects where the target is old.
static void elements_copy(VM *vm, Elements *to, const Elements *from, uint32_t count) {
  memcpy(to->values, from->values, count * sizeof(Value));
  if (!(heap_object_flags(&from->head) & HEADER_HAS_POINTERS)) return;
  heap_object_set_flag(&to->head, HEADER_HAS_POINTERS);
  fields_remember(vm, &to->head, to->values, count);
}

static bool too_large(VM *vm, double capacity) {
  if (capacity <= 4294967294.0) return false;
  throw_range(vm, "Invalid array length");
  return true;
}

bool elements_reserve(VM *vm, Handle object, uint32_t capacity) {
  if (fast_elements(object)->capacity >= capacity) {
    if (LIKELY(!elements_are_shared(fast_elements(object)))) return true;
    capacity = fast_elements(object)->capacity;
  }
  ROOTS(vm, grown);
  elements_new(vm, capacity, shape_of_first(object), &r.grown);
  Elements *old = fast_elements(object);
  elements_copy(vm, as_elements(&r.grown), old, old->capacity);
  field_set(vm, as_object(object), &as_object(object)->elements, r.grown);
  return true;
}

bool element_is_there(Handle object, uint32_t index) {
  return !value_is_empty(field_get(&fast_elements(object)->values[index])) || arguments_mapped(*object, index) != NULL;
}

static void raise_length(VM *vm, Handle object, uint32_t index) {
  if (!value_is_array(*object) || index < array_length(object)) return;
  field_set(vm, as_array(object), &as_array(object)->length, number_uint32(index + 1));
}

static void sparse_put(VM *vm, Handle object, uint32_t index, Handle value, int attributes) {
  NumberEntry *entry = numbers_find(sparse_elements(object), index);
  if (entry) {
    field_set(vm, sparse_elements(object), &entry->value, *value);
    field_init(&entry->detail, value_int(attributes));
  } else {
    ROOTS(vm, numbers);
    r.numbers = elements_value(object);
    numbers_add(vm, &r.numbers, index, value, attributes);
    field_set(vm, as_object(object), &as_object(object)->elements, r.numbers);
  }
  raise_length(vm, object, index);
}

static void elements_of_prototype_changed(VM *vm, Handle object) {
  const Shape *shape = object_shape(vm, *object);
  if (shape->flags & SHAPE_PROTOTYPE) {
    runtime(vm)->array_elements_protected = false;
    runtime(vm)->prototype_epoch++;
  }
}

bool element_put_own(VM *vm, Handle object, uint32_t index, Handle value) {
  elements_of_prototype_changed(vm, object);
  if (elements_are_sparse(object)) elements_become_dense(vm, object, index);
  if (elements_are_sparse(object)) {
    sparse_put(vm, object, index, value, ATTR_ALL);
    return true;
  }
  if (index >= fast_elements(object)->capacity) {
    double wanted = index + 1.0, grown = wanted + floor(wanted / 2) + 16;
    if (elements_become_sparse(object, index, grown)) {
      elements_to_dictionary(vm, object);
      sparse_put(vm, object, index, value, ATTR_ALL);
      return true;
    }
    if (too_large(vm, grown)) return false;
    TRY(elements_reserve(vm, object, (uint32_t)grown));
  }
  TRY(elements_make_own(vm, object));
  elements_set(vm, fast_elements(object), index, *value);
  raise_length(vm, object, index);
  return true;
}

bool element_define(VM *vm, Handle object, uint32_t index, Handle value, int attributes) {
  if (attributes == ATTR_ALL && !elements_are_sparse(object)) return element_put_own(vm, object, index, value);
  elements_of_prototype_changed(vm, object);
  elements_to_dictionary(vm, object);
  sparse_put(vm, object, index, value, attributes);
  return true;
}

// ---------------------------------------------------------------------------------------------------------- arrays

static void array_allocate(VM *vm, Slot out) {
  object_new_from_shape(vm, &runtime(vm)->shape_array, out);
  field_init(&as_array(out)->length, value_int(0));
}

bool array_new(VM *vm, double length, Slot out) {
  if (!(length >= 0 && length <= 4294967295.0) || length != floor(length))
    return throw_range(vm, "Invalid array length");
  ROOTS(vm, array);
  array_allocate(vm, &r.array);
  if (length > 0 && length <= MAX_PREALLOCATED) TRY(elements_reserve(vm, &r.array, (uint32_t)length));
  field_init(&as_array(&r.array)->length, number(length));
  *out = r.array;
  return true;
}

bool array_from_values(VM *vm, Handle values, uint32_t count, Slot out) {
  ROOTS(vm, array);
  array_allocate(vm, &r.array);
  if (count > 0) TRY(elements_reserve(vm, &r.array, count));
  Elements *elements = fast_elements(&r.array);
  for (uint32_t i = 0; i < count; i++) elements_set(vm, elements, i, values[i]);
  field_init(&as_array(&r.array)->length, number_uint32(count));
  *out = r.array;
  return true;
}

void array_from_shared(VM *vm, Handle elements, Slot out) {
  ROOTS(vm, array);
  array_allocate(vm, &r.array);
  field_set(vm, as_array(&r.array), &as_array(&r.array)->elements, *elements);
  field_init(&as_array(&r.array)->length, number_uint32(as_elements(elements)->capacity));
  *out = r.array;
}

bool array_push(VM *vm, Handle array, Handle value) {
  Value length = field_get(&as_array(array)->length);
  if (LIKELY(value_is_int(length))) {
    uint32_t index = (uint32_t)value_as_int(length);
    Elements *elements = fast_elements(array);
    if (LIKELY(index < elements->capacity && !elements_are_shared(elements))) {
      elements_set(vm, elements, index, *value);
      field_init(&as_array(array)->length, value_int((int32_t)index + 1));
      return true;
    }
  }
  return define_index(vm, array, value_as_number(length), value);
}

// Deletes the entries from `length` on, from the end, until one is not configurable; returns the length reached.
static double sparse_truncate(Handle array, double length) {
  NumberDictionary *d = sparse_elements(array);
  double reached = length;
  for (uint32_t i = 0; i < numbers_used(d); i++) {
    uint32_t index;
    if (!value_as_index(field_get(&d->entries[i].key), &index) || index < length) continue;
    bool fixed = !(value_as_int(field_get(&d->entries[i].detail)) & ATTR_CONFIGURABLE);
    if (fixed && index + 1.0 > reached) reached = index + 1.0;
  }
  for (uint32_t i = 0; i < numbers_used(d); i++) {
    uint32_t index;
    if (value_as_index(field_get(&d->entries[i].key), &index) && index >= reached) numbers_remove(d, &d->entries[i]);
  }
  return reached;
}

bool array_set_length(VM *vm, Handle array, double length, bool throw_on_failure, bool *ok) {
  double old = array_length(array);
  *ok = true;
  if (!array_length_is_writable(*array)) {
    *ok = false;
    if (!throw_on_failure) return true;
    return throw_type(vm, "Cannot assign to read only property 'length' of object '[object Array]'");
  }
  double reached = length;
  if (length < old) {
    if (elements_are_sparse(array)) {
      reached = sparse_truncate(array, length);
      elements_thinned(vm, array);
    } else if (length == 0) {
      field_set(vm, as_array(array), &as_array(array)->elements, runtime(vm)->empty_elements);
    } else if (length < fast_elements(array)->capacity) {
      TRY(elements_make_own(vm, array));
      elements_shorten(vm, array, (uint32_t)old, (uint32_t)length);
    }
  }
  field_init(&as_array(array)->length, number(reached));
  *ok = reached == length;
  if (*ok || !throw_on_failure) return true;
  ROOTS(vm, key);
  r.key = number(reached - 1);
  return throw_type(vm, "Cannot delete property '%k' of [object Array]", &r.key);
}

// The flag goes with sparse elements, so that the fast paths of appending need not look at it.
void array_make_length_read_only(VM *vm, Handle array) {
  elements_to_dictionary(vm, array);
  heap_object_set_flag(value_as_object(*array), LENGTH_READ_ONLY);
}
