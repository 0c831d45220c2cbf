// objects/object.h - allocation of objects, slots, prototypes.
#ifndef NODULE_OBJECTS_OBJECT_H
#define NODULE_OBJECTS_OBJECT_H

#include "objects/shape.h"

Field *object_slot(const JSObject *object, const Shape *shape, unsigned slot);
void object_set_slot(VM *vm, JSObject *object, const Shape *shape, unsigned slot, Value value);
// Makes room in the properties array for `slot`.
void object_reserve_slot(VM *vm, Handle object, const Shape *shape, unsigned slot);
static inline void object_set_shape(JSObject *object, Value shape) {
  heap_object_set_aux(&object->head, heap_object_aux(value_as_object(shape)));
}

#endif
