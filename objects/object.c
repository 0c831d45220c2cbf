// objects/object.c - allocation of objects and access to their slots.
#include "objects/object.h"

#include "objects/identity.h"
#include "objects/roots.h"

Field *object_slot(const JSObject *object, const Shape *shape, unsigned slot) {
  if (slot < shape->inobject)
    return (Field *)(uintptr_t)((const char *)object + (shape->slots_at + slot) * sizeof(Value));
  return &((Properties *)value_as_object(field_get(&object->properties)))->values[slot - shape->inobject];
}

void object_set_slot(VM *vm, JSObject *object, const Shape *shape, unsigned slot, Value value) {
  Field *field = object_slot(object, shape, slot);
  void *host = slot < shape->inobject ? (void *)object : (void *)value_as_object(field_get(&object->properties));
  field_set(vm, host, field, value);
}

void object_reserve_slot(VM *vm, Handle object, const Shape *shape, unsigned slot) {
  if (slot < shape->inobject) return;
  uint32_t needed = slot - shape->inobject + 1;
  uint32_t room = properties_capacity(as_object(object));
  if (needed <= room) return;
  uint32_t capacity = room < 4 ? 4 : room * 2;
  while (capacity < needed) capacity *= 2;
  size_t bytes = sizeof(Properties) + capacity * sizeof(Value);
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_PROPERTIES, bytes);
  fresh->header = header_make(KIND_PROPERTIES, 0, 0, 0);
  Properties *properties = (Properties *)fresh;
  properties->capacity = capacity;
  properties->identity_hash = object_identity_hash_if_any(object);
  const Properties *old =
      (const Properties *)value_as_object(field_get(&as_object(object)->properties));  // an integer where room is 0
  for (uint32_t i = 0; i < room; i++) field_init(&properties->values[i], field_get(&old->values[i]));
  fields_remember(vm, &properties->head, properties->values, room);
  for (uint32_t i = room; i < capacity; i++) field_init(&properties->values[i], VALUE_UNDEFINED);
  field_set(vm, as_object(object), &as_object(object)->properties, value_pointer(properties));
}

void object_new_from_shape(VM *vm, Handle shape, Slot out) { object_allocate(vm, as_shape(shape), out); }

void object_new(VM *vm, Slot out) { object_allocate(vm, as_shape(&runtime(vm)->shape_object), out); }

void object_new_with_prototype(VM *vm, Handle prototype, Slot out) {
  ROOTS(vm, shape);
  shape_root(vm, KIND_OBJECT, prototype, 4, sizeof(JSObject) / 8, &r.shape);
  object_allocate(vm, as_shape(&r.shape), out);
}

void object_new_kind(VM *vm, Kind kind, size_t bytes, Handle prototype, Slot out) {
  ROOTS(vm, shape);
  unsigned inobject = kind == KIND_ERROR ? 3 : kind == KIND_REGEXP ? 1 : 0;
  shape_root(vm, kind, prototype, inobject, (unsigned)(bytes / sizeof(Value)), &r.shape);
  object_allocate(vm, as_shape(&r.shape), out);
}

Value value_shape(VM *vm, Value object) { return value_pointer(object_shape(vm, object)); }

void object_become_prototype(VM *vm, Handle object) {
  const Shape *shape = object_shape(vm, *object);
  if (shape->flags & SHAPE_PROTOTYPE) return;
  ROOTS(vm, object, shape, own);
  r.object = *object;
  r.shape = value_pointer(shape);
  shape_copy(vm, &r.shape, SHAPE_PROTOTYPE, &r.own);
  object_set_shape(vm, as_object(&r.object), r.own);
  runtime(vm)->prototype_epoch++;
  // an array that becomes a prototype may have elements
  if (value_is_array(r.object) && value_as_number(field_get(&as_array(&r.object)->length)) > 0)
    runtime(vm)->array_elements_protected = false;
}
