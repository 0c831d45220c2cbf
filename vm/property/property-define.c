// vm/property/property-define.c - [[GetOwnProperty]], [[DefineOwnProperty]], [[Delete]] (ECMA-262
// sections 10.1.5, 10.1.6, 10.1.10).
#include "objects/object.h"
#include "vm/exec/arguments.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"

static bool is_array_length(Value object, VM *vm, Value key) {
  return value_is_array(object) && value_same(key, *VM_NAME(vm, length));
}

void accessor_pair_new(VM *vm, Handle getter, Handle setter, Slot out) {
  ROOTS(vm, getter, setter);
  r.getter = *getter;
  r.setter = *setter;
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_ACCESSOR, sizeof(AccessorPair));
  fresh->header = header_make(KIND_ACCESSOR, 0, sizeof(AccessorPair) / 8, 0);
  AccessorPair *pair = (AccessorPair *)fresh;
  field_init(&pair->getter, value_is_empty(r.getter) ? VALUE_UNDEFINED : r.getter);
  field_init(&pair->setter, value_is_empty(r.setter) ? VALUE_UNDEFINED : r.setter);
  *out = value_pointer(pair);
}

// Stores a property, new or not, without asking whether that is allowed.
static bool store(VM *vm, Handle object, Handle key, Handle value, int attributes, bool exists) {
  uint32_t index;
  if (key_is_index(*key) && value_as_index(*key, &index)) return element_define(vm, object, index, value, attributes);
  if (exists) change_named_property(vm, object, key, value, attributes);
  else return add_named_property(vm, object, key, value, attributes);
  return true;
}

// ------------------------------------------------------------------------------------------------------ descriptors

bool get_own_property(VM *vm, Handle object, Handle key, PropertyDescriptor *out, bool *found) {
  ROOTS(vm, object, key);
  r.object = *object;
  TRY(to_property_key(vm, key, &r.key));
  Lookup lookup;
  lookup_own(vm, r.object, r.key, &lookup);
  *found = lookup.type != LOOKUP_NONE;
  *out->value = *out->getter = *out->setter = VALUE_EMPTY;
  out->writable = out->enumerable = out->configurable = -1;
  if (!*found) return true;
  out->enumerable = (lookup.attributes & ATTR_ENUMERABLE) != 0;
  out->configurable = (lookup.attributes & ATTR_CONFIGURABLE) != 0;
  if (lookup.attributes & ATTR_ACCESSOR) {
    Value pair = lookup_raw_value(vm, &lookup);
    *out->getter = field_get(&((AccessorPair *)value_as_object(pair))->getter);
    *out->setter = field_get(&((AccessorPair *)value_as_object(pair))->setter);
    return true;
  }
  out->writable = (lookup.attributes & ATTR_WRITABLE) != 0;
  if (is_array_length(r.object, vm, r.key)) out->writable = array_length_is_writable(r.object);
  return lookup_value(vm, &lookup, out->value);
}

static bool refuse(VM *vm, Handle key, bool throw_on_failure, bool *ok, const char *format) {
  *ok = false;
  return throw_on_failure ? throw_type(vm, format, key) : true;
}

static bool is_accessor(const PropertyDescriptor *d) {
  return !value_is_empty(*d->getter) || !value_is_empty(*d->setter);
}
static bool is_data(const PropertyDescriptor *d) { return !value_is_empty(*d->value) || d->writable >= 0; }

// ValidateAndApplyPropertyDescriptor, step 4 on (ECMA-262 section 10.1.6.3): may `current` become `d`?
static bool change_allowed(VM *vm, const PropertyDescriptor *current, const PropertyDescriptor *d) {
  if (current->configurable) return true;
  if (d->configurable == 1) return false;
  if (d->enumerable >= 0 && d->enumerable != current->enumerable) return false;
  if (!is_accessor(d) && !is_data(d)) return true;
  if (is_accessor(d) != is_accessor(current)) return false;
  if (is_accessor(current)) {
    return (value_is_empty(*d->getter) || value_same(*d->getter, *current->getter)) &&
           (value_is_empty(*d->setter) || value_same(*d->setter, *current->setter));
  }
  if (current->writable) return true;
  if (d->writable == 1) return false;
  return value_is_empty(*d->value) || same_value(vm, d->value, current->value);
}

static int choose(int8_t given, int8_t otherwise) { return (given >= 0 ? given : otherwise) == 1; }

static int merged_attributes(const PropertyDescriptor *current, const PropertyDescriptor *d, bool accessor) {
  int attributes = (choose(d->enumerable, current->enumerable) ? ATTR_ENUMERABLE : 0) |
                   (choose(d->configurable, current->configurable) ? ATTR_CONFIGURABLE : 0);
  if (accessor) return attributes | ATTR_ACCESSOR;
  int8_t was_writable = is_accessor(current) ? 0 : current->writable;
  return attributes | (choose(d->writable, was_writable) ? ATTR_WRITABLE : 0);
}

static bool store_merged(VM *vm, Handle object, Handle key, const PropertyDescriptor *current,
                         const PropertyDescriptor *d, bool exists) {
  ROOTS(vm, value);
  bool accessor = is_accessor(d) || (exists && is_accessor(current) && !is_data(d));
  int attributes = merged_attributes(current, d, accessor);
  if (accessor) {
    Handle getter = value_is_empty(*d->getter) && exists && is_accessor(current) ? current->getter : d->getter;
    Handle setter = value_is_empty(*d->setter) && exists && is_accessor(current) ? current->setter : d->setter;
    accessor_pair_new(vm, getter, setter, &r.value);
  } else {
    r.value = !value_is_empty(*d->value)        ? *d->value
              : exists && !is_accessor(current) ? *current->value
                                                : VALUE_UNDEFINED;
  }
  return store(vm, object, key, &r.value, attributes, exists);
}

// Internal properties keep their home while their attributes allow it.
static bool define_internal(VM *vm, Handle object, Handle key, const Lookup *lookup, const PropertyDescriptor *d,
                            bool *handled) {
  InternalProperty property = (InternalProperty)lookup->slot;
  bool usual = d->enumerable != 1 && d->configurable != 0;
  *handled = !is_accessor(d) && d->writable != 0 &&
             (property == INTERNAL_FUNCTION_PROTOTYPE || (property == INTERNAL_ERROR_STACK && usual));
  if (!*handled) return true;
  bool ok;
  if (!value_is_empty(*d->value)) TRY(internal_set(vm, object, property, d->value, &ok));
  (void)key;
  return true;
}

// ArraySetLength (ECMA-262 section 10.4.2.4).
static bool define_array_length(VM *vm, Handle array, const PropertyDescriptor *d, bool throw_on_failure, bool *ok) {
  *ok = true;
  Handle key = VM_NAME(vm, length);
  double length = array_length(array);
  if (!value_is_empty(*d->value)) {
    uint32_t integer;
    TRY(to_uint32(vm, d->value, &integer));
    TRY(to_number(vm, d->value, &length));
    if (length != integer) return throw_range(vm, "Invalid array length");
    length = integer;  // -0 is 0
  }
  if (d->configurable == 1 || d->enumerable == 1 || is_accessor(d) ||
      (!array_length_is_writable(*array) && (d->writable == 1 || length != array_length(array)))) {
    return refuse(vm, key, throw_on_failure, ok, "Cannot redefine property: %k");
  }
  bool shortened = true;
  if (length != array_length(array)) TRY(array_set_length(vm, array, length, false, &shortened));
  if (d->writable == 0) array_make_length_read_only(vm, array);
  if (!shortened) {
    Value last = number(array_length(array) - 1);
    return refuse(vm, &last, throw_on_failure, ok, "Cannot delete property '%k' of [object Array]");
  }
  return true;
}

// 10.4.5.3
static bool define_typed(VM *vm, Handle array, Handle key, uint64_t index, const PropertyDescriptor *d,
                         bool throw_on_failure, bool *ok) {
  *ok = true;
  if ((double)index >= typed_array_length(array)) {
    return refuse(vm, key, throw_on_failure, ok, "Invalid typed array index");
  }
  if (is_accessor(d) || d->configurable == 0 || d->enumerable == 0 || d->writable == 0) {
    return refuse(vm, key, throw_on_failure, ok, "Cannot redefine property: %k");
  }
  return value_is_empty(*d->value) || typed_array_put(vm, array, index, d->value);
}

// 10.4.4.2: a value is the parameter's too; an element that becomes an accessor or read-only leaves the map then.
static bool define_mapped(VM *vm, Handle object, Handle key, uint32_t index, const PropertyDescriptor *current,
                          const PropertyDescriptor *d) {
  if (!value_is_empty(*d->value) && !is_accessor(d)) arguments_set_mapped(vm, *object, index, *d->value);
  if (is_accessor(d) || d->writable == 0) {
    return arguments_unmap(vm, object, index) && store_merged(vm, object, key, current, d, true);
  }
  int attributes = merged_attributes(current, d, false);
  bool sparse = value_is_kind(field_get(&as_object(object)->elements), KIND_NUMBER_DICTIONARY);
  return (attributes == ATTR_ALL && !sparse) || element_define(vm, object, index, &undefined_value_, attributes);
}

bool define_own_property(VM *vm, Handle object, Handle key, const PropertyDescriptor *d, bool throw_on_failure,
                         bool *ok) {
  ROOTS(vm, object, key, current[3]);
  r.object = *object;
  TRY(to_property_key(vm, key, &r.key));
  *ok = true;
  if (is_array_length(r.object, vm, r.key)) return define_array_length(vm, &r.object, d, throw_on_failure, ok);
  uint64_t typed_index;
  if (value_is_kind(r.object, KIND_TYPED_ARRAY) && key_as_typed_index(vm, r.key, &typed_index)) {
    return define_typed(vm, &r.object, &r.key, typed_index, d, throw_on_failure, ok);
  }
  Lookup lookup;
  lookup_own(vm, r.object, r.key, &lookup);
  PropertyDescriptor current = DESCRIPTOR_IN(r.current);
  if (lookup.type == LOOKUP_NONE) {
    uint32_t index;
    bool fixed_length = value_is_array(r.object) && value_as_index(r.key, &index) && index >= array_length(&r.object) &&
                        !array_length_is_writable(r.object);
    if (!is_extensible(vm, &r.object) || fixed_length) {
      return refuse(vm, &r.key, throw_on_failure, ok, "Cannot define property %k, object is not extensible");
    }
    return store_merged(vm, &r.object, &r.key, &current, d, false);
  }
  bool found;
  TRY(get_own_property(vm, &r.object, &r.key, &current, &found));
  if (!change_allowed(vm, &current, d)) return refuse(vm, &r.key, throw_on_failure, ok, "Cannot redefine property: %k");
  if (lookup.type == LOOKUP_CHARACTER) return true;
  if (lookup.type == LOOKUP_MAPPED) return define_mapped(vm, &r.object, &r.key, lookup.slot, &current, d);
  if (lookup.type == LOOKUP_INTERNAL) {
    bool handled;
    TRY(define_internal(vm, &r.object, &r.key, &lookup, d, &handled));
    if (handled) return true;
  }
  return store_merged(vm, &r.object, &r.key, &current, d, true);
}

// ----------------------------------------------------------------------------------------------------- short ways

bool define_data(VM *vm, Handle object, Handle key, Handle value, int attributes) {
  ROOTS(vm, object, key, slots[3]);
  r.object = *object;
  TRY(to_property_key(vm, key, &r.key));
  Lookup lookup;
  lookup_own(vm, r.object, r.key, &lookup);
  uint32_t index;
  bool plain = is_extensible(vm, &r.object) && lookup.type == LOOKUP_NONE && !lookup.outside &&
               !(value_is_array(r.object) && value_as_index(r.key, &index) && !array_length_is_writable(r.object));
  // the hole is a value only for the interpreter's own bindings, which descriptors cannot express
  if (plain || value_is_empty(*value))
    return store(vm, &r.object, &r.key, value, attributes, lookup.type != LOOKUP_NONE);
  r.slots[0] = *value;
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  d.writable = (attributes & ATTR_WRITABLE) != 0;
  d.enumerable = (attributes & ATTR_ENUMERABLE) != 0;
  d.configurable = (attributes & ATTR_CONFIGURABLE) != 0;
  bool ok;
  return define_own_property(vm, &r.object, &r.key, &d, true, &ok);
}

bool define_index(VM *vm, Handle object, double index, Handle value) {
  ROOTS(vm, key, value);
  r.value = *value;
  r.key = number(index);
  return define_data(vm, object, &r.key, &r.value, ATTR_ALL);
}

bool define_accessor(VM *vm, Handle object, Handle key, Handle getter, Handle setter, int attributes) {
  ROOTS(vm, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  r.slots[1] = *getter;
  r.slots[2] = *setter;
  d.enumerable = (attributes & ATTR_ENUMERABLE) != 0;
  d.configurable = (attributes & ATTR_CONFIGURABLE) != 0;
  bool ok;
  return define_own_property(vm, object, key, &d, true, &ok);
}

// ---------------------------------------------------------------------------------------------------------- delete

bool delete_property(VM *vm, Handle object, Handle key, bool *deleted) {
  ROOTS(vm, object, key);
  r.object = *object;
  TRY(to_property_key(vm, key, &r.key));
  Lookup lookup;
  lookup_own(vm, r.object, r.key, &lookup);
  *deleted = true;
  if (lookup.type == LOOKUP_NONE) return true;
  *deleted = (lookup.attributes & ATTR_CONFIGURABLE) != 0 && lookup.type != LOOKUP_TYPED;
  if (!*deleted) return true;
  switch (lookup.type) {
  case LOOKUP_ELEMENT: {
    TRY(elements_make_own(vm, &r.object));
    Elements *elements = (Elements *)value_as_object(field_get(&as_object(&r.object)->elements));
    field_init(&elements->values[lookup.slot], VALUE_EMPTY);
    elements_thinned(vm, &r.object);
    break;
  }
  case LOOKUP_MAPPED:
    TRY(arguments_unmap(vm, &r.object, lookup.slot));
    return delete_property(vm, &r.object, &r.key, deleted);
  case LOOKUP_SPARSE: {
    NumberDictionary *d = (NumberDictionary *)value_as_object(field_get(&as_object(&r.object)->elements));
    numbers_remove(d, numbers_find(d, lookup.slot));
    elements_thinned(vm, &r.object);
    break;
  }
  default: remove_named_property(vm, &r.object, &r.key); break;
  }
  return true;
}
