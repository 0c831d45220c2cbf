// objects/shape.h - hidden classes: root shapes, transitions, lookup.
//
// A shape belongs to many objects and never changes, except the shape of an object that is a prototype
// (SHAPE_PROTOTYPE) or in dictionary mode: those are one object's own and change in place, which inline caches know
// (prototype_epoch).
#ifndef NODULE_OBJECTS_SHAPE_H
#define NODULE_OBJECTS_SHAPE_H

#include "objects/runtime.h"

#define MAX_FAST_PROPERTIES 128  // outside the object

// The root shape for objects of a kind with a prototype (object or null).  Shared: found again through the prototype's
// shape.
void shape_root(VM *vm, Kind kind, Handle prototype, unsigned inobject, unsigned slots_at, Slot out);
// The shape after adding `key` in a new slot.  `shape` is a shared one.
void shape_add(VM *vm, Handle shape, Handle key, int attributes, Slot out);
void shape_add_internal(VM *vm, Handle shape, Handle key, int attributes, InternalProperty property, Slot out);
// A shape of the object's own with the same properties, and more flags.
void shape_copy(VM *vm, Handle shape, unsigned flags, Slot out);
// For Embedder.process_weak_object: dead children leave the table.
void transitions_process_weak(Heap *heap, Transitions *table);
// Changes of a shape that is an object's own.
void shape_append(VM *vm, Handle shape, Handle key, int detail);
void shape_remove_at(VM *vm, Handle shape, int index);

// Index among the descriptors, or -1.
int shape_find(VM *vm, const Shape *shape, Value key);
static inline Descriptor *shape_descriptor(const Shape *shape, int index) {
  return &((Descriptors *)value_as_object(field_get(&shape->descriptors)))->entries[index];
}

static inline Shape *object_shape(VM *vm, Value object) {
  return (Shape *)(void *)heap_shape_at(vm_heap(vm), heap_object_aux(value_as_object(object)));
}

// Where inline caches find a slot: a byte offset in the object, or -1 - index in its properties.
static inline int32_t shape_place(const Shape *shape, unsigned slot) {
  if (slot < shape->inobject) return (int32_t)((shape->slots_at + slot) * sizeof(Value));
  return -1 - (int32_t)(slot - shape->inobject);
}

// Objects that a constructor makes.  `expected` properties are assigned in its body; there is some slack, which is
// given back when a few objects have been made.
void shape_initial_for_constructor(VM *vm, Handle function, Handle prototype, unsigned expected, Slot out);
void shape_count_construction(VM *vm, Handle shape);

#endif
