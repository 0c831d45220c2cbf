// builtins/object/descriptor.c - property descriptors: from objects of the script and back (ECMA-262 section 6.2.6).
#include "builtins/object/descriptor.h"

#include "vm/native.h"

static bool read_flag(VM *vm, Handle object, Handle key, int8_t *out) {
  ROOTS(vm, value);
  bool found;
  TRY(find(vm, object, key, &found, &r.value));
  *out = found ? to_boolean(r.value) : -1;
  return true;
}

static bool read_accessor(VM *vm, Handle object, Handle key, const char *what, Slot out) {
  bool found;
  TRY(find(vm, object, key, &found, out));
  if (!found) {
    *out = VALUE_EMPTY;
    return true;
  }
  if (value_is_undefined(*out) || value_is_callable(*out)) return true;
  return throw_type(vm, "%s must be a function: %v", what, out);
}

bool to_descriptor(VM *vm, Handle object, PropertyDescriptor *d) {
  if (!value_is_object(*object)) return throw_type(vm, "Property description must be an object: %v", object);
  bool found;
  TRY(read_flag(vm, object, VM_NAME(vm, enumerable), &d->enumerable));
  TRY(read_flag(vm, object, VM_NAME(vm, configurable), &d->configurable));
  TRY(find(vm, object, VM_NAME(vm, value), &found, d->value));
  if (!found) *d->value = VALUE_EMPTY;
  TRY(read_flag(vm, object, VM_NAME(vm, writable), &d->writable));
  TRY(read_accessor(vm, object, VM_NAME(vm, get), "Getter", d->getter));
  TRY(read_accessor(vm, object, VM_NAME(vm, set), "Setter", d->setter));
  bool accessor = !value_is_empty(*d->getter) || !value_is_empty(*d->setter);
  if (accessor && (d->writable >= 0 || !value_is_empty(*d->value))) {
    return throw_type(
        vm, "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, %v", object);
  }
  return true;
}

static bool flag_property(VM *vm, Handle object, Handle key, int8_t flag) {
  if (flag < 0) return true;
  Value value = value_boolean(flag);
  return define_data(vm, object, key, &value, ATTR_ALL);
}

// FromPropertyDescriptor (6.2.6.4)
static bool from_descriptor(VM *vm, const PropertyDescriptor *d, Slot out) {
  ROOTS(vm, object);
  object_new(vm, &r.object);
  if (!value_is_empty(*d->value)) TRY(define_data(vm, &r.object, VM_NAME(vm, value), d->value, ATTR_ALL));
  TRY(flag_property(vm, &r.object, VM_NAME(vm, writable), d->writable));
  if (!value_is_empty(*d->getter)) TRY(define_data(vm, &r.object, VM_NAME(vm, get), d->getter, ATTR_ALL));
  if (!value_is_empty(*d->setter)) TRY(define_data(vm, &r.object, VM_NAME(vm, set), d->setter, ATTR_ALL));
  TRY(flag_property(vm, &r.object, VM_NAME(vm, enumerable), d->enumerable));
  TRY(flag_property(vm, &r.object, VM_NAME(vm, configurable), d->configurable));
  *out = r.object;
  return true;
}

bool descriptor_of(VM *vm, Handle object, Handle key, Slot out) {
  ROOTS(vm, key, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  bool found;
  TRY(to_property_key(vm, key, &r.key));
  TRY(get_own_property(vm, object, &r.key, &d, &found));
  if (found) return from_descriptor(vm, &d, out);
  *out = VALUE_UNDEFINED;
  return true;
}
