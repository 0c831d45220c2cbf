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
void object_new(VM *vm, Slot out);                                    // {}
void object_new_with_prototype(VM *vm, Handle prototype, Slot out);   // prototype: object or null
// Any kind; `bytes` of the struct before in-object slots; internal fields begin as undefined.  The root shape for
// (kind, prototype) is looked up in a cache.
void object_new_kind(VM *vm, Kind kind, size_t bytes, Handle prototype, Slot out);
void object_new_from_shape(VM *vm, Handle shape, Slot out);
bool object_new_from_initial_shape(VM *vm, Value shape, Slot out);  // true; `shape` of a constructor
// Gives the object a shape of its own that is guarded by the prototype epoch.
void object_become_prototype(VM *vm, Handle object);
Value value_shape(VM *vm, Value object);

#endif
