// builtins/object/descriptor.h - property descriptors as objects of the script, for Object and Reflect.
#ifndef NODULE_BUILTINS_OBJECT_DESCRIPTOR_H
#define NODULE_BUILTINS_OBJECT_DESCRIPTOR_H

#include "vm/property/property.h"

// ToPropertyDescriptor (ECMA-262 section 6.2.6.5); `d` must be fresh from DESCRIPTOR_IN.
NODISCARD bool to_descriptor(VM *vm, Handle object, PropertyDescriptor *d);
// FromPropertyDescriptor of the own property *key, or undefined.
NODISCARD bool descriptor_of(VM *vm, Handle object, Handle key, Slot out);

#endif
