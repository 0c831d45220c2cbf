// objects/object.h - allocation of objects, slots, prototypes.
#ifndef NODULE_OBJECTS_OBJECT_H
#define NODULE_OBJECTS_OBJECT_H

#include "objects/shape.h"

Field *object_slot(const JSObject *object, const Shape *shape, unsigned slot);
void object_set_slot(VM *vm, JSObject *object, const Shape *shape, unsigned slot, Value value);
// Makes room in the properties array for `slot`.
void object_reserve_slot(VM *vm, Handle object, const Shape *shape, unsigned slot);
static inline void object_set_shape(VM *vm, JSObject *object, Value shape) {
  heap_set_shape(vm_heap(vm), &object->head, heap_object_aux(value_as_object(shape)));
}

// ---- making objects
// With all slots undefined.  Shapes never move, so only the fresh object matters between the allocation and the last
// field.
static inline void object_allocate(VM *vm, const Shape *shape, Slot out) {
  size_t words = (size_t)shape->slots_at + shape->inobject;
  // It may be old, but what is stored here is no young pointer.
  HeapObject *fresh =
      heap_allocate_shaped(vm_heap(vm), shape->kind, words * sizeof(Value), heap_object_aux(&shape->head));
  fresh->header = header_make(shape->kind, 0, (unsigned)words, heap_object_aux(&shape->head));
  JSObject *object = (JSObject *)fresh;
  field_init(&object->properties, runtime(vm)->empty_properties);
  field_init(&object->elements, runtime(vm)->empty_elements);
  Field *fields = (Field *)(void *)object;
  for (size_t i = sizeof(JSObject) / sizeof(Value); i < words; i++) field_init(&fields[i], VALUE_UNDEFINED);
  *out = value_pointer(object);
}
void object_new(VM *vm, Slot out);                                   // {}
void object_new_with_prototype(VM *vm, Handle prototype, Slot out);  // prototype: object or null
// Any kind; `bytes` of the struct before in-object slots; internal fields begin as undefined.  The root shape for
// (kind, prototype) is looked up in a cache.
void object_new_kind(VM *vm, Kind kind, size_t bytes, Handle prototype, Slot out);
void object_new_from_shape(VM *vm, Handle shape, Slot out);
// Gives the object a shape of its own that is guarded by the prototype epoch.
void object_become_prototype(VM *vm, Handle object);
Value value_shape(VM *vm, Value object);

#endif
