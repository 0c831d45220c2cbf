// vm/property/property.h - property access: the essential internal methods of objects (ECMA-262 section 10.1 and its
// exotics).
//
// A `key` is any value; it is converted by to_property_key first (names and index numbers pay nothing for that).
// `object` may be a primitive in get and put (its prototype is used, ECMA-262 GetV); in the others it is an object.
#ifndef NODULE_VM_PROPERTY_PROPERTY_H
#define NODULE_VM_PROPERTY_PROPERTY_H

#include "objects/object.h"
#include "vm/vm.h"

NODISCARD bool get(VM *vm, Handle object, Handle key, Slot out);
NODISCARD bool get_index(VM *vm, Handle object, double index, Slot out);
NODISCARD bool get_with_receiver(VM *vm, Handle object, Handle key, Handle receiver, Slot out);
NODISCARD bool put(VM *vm, Handle object, Handle key, Handle value);  // failure throws TypeError
NODISCARD bool put_index(VM *vm, Handle object, double index, Handle value);
NODISCARD bool put_with(VM *vm, Handle object, Handle key, Handle value, Handle receiver, bool throw_on_failure,
                        bool *ok);
NODISCARD bool has_property(VM *vm, Handle object, Handle key, bool *out);
NODISCARD bool has_own_property(VM *vm, Handle object, Handle key, bool *out);
// HasProperty and Get in one: *found tells; absent: *out undefined.
NODISCARD bool find(VM *vm, Handle object, Handle key, bool *found, Slot out);
NODISCARD bool find_index(VM *vm, Handle object, double index, bool *found, Slot out);
NODISCARD bool get_length(VM *vm, Handle object, double *out);  // LengthOfArrayLike
NODISCARD bool get_method(VM *vm, Handle object, Handle key,
                          Slot out);  // undefined if nullish; TypeError if not callable
NODISCARD bool invoke(VM *vm, Handle object, Handle key, uint32_t argc, Handle arguments, Slot out);

// CreateDataProperty(OrThrow), with attributes; existing properties are replaced where they are configurable.
NODISCARD bool define_data(VM *vm, Handle object, Handle key, Handle value, int attributes);
NODISCARD bool define_index(VM *vm, Handle object, double index, Handle value);  // all attributes set
NODISCARD bool define_accessor(VM *vm, Handle object, Handle key, Handle getter, Handle setter,
                               int attributes);  // empty: keep

// What an accessor property has instead of a value; it never changes, so it may be shared.  Empty: none.
void accessor_pair_new(VM *vm, Handle getter, Handle setter, Slot out);

// A property descriptor (ECMA-262 section 6.2.6).  The Values are rooted by the caller: use DESCRIPTOR(vm, name).
typedef struct PropertyDescriptor {
  Slot value, getter, setter;                 // point at rooted slots; empty value there: field absent
  int8_t writable, enumerable, configurable;  // -1 absent, 0, 1
} PropertyDescriptor;
// Declares a descriptor over three fields of ROOTS: PropertyDescriptor d = DESCRIPTOR_IN(r.slots) with slots[3]
#define DESCRIPTOR_IN(slots_) \
  { &(slots_)[0], &(slots_)[1], &(slots_)[2], -1, -1, -1 }

NODISCARD bool get_own_property(VM *vm, Handle object, Handle key, PropertyDescriptor *out, bool *found);
// [[DefineOwnProperty]]: *ok false when refused; with throw_on_failure a TypeError "Cannot redefine property: x".
NODISCARD bool define_own_property(VM *vm, Handle object, Handle key, const PropertyDescriptor *descriptor,
                                   bool throw_on_failure, bool *ok);
NODISCARD bool delete_property(VM *vm, Handle object, Handle key, bool *deleted);

enum { KEYS_STRINGS = 1, KEYS_SYMBOLS = 2, KEYS_ENUMERABLE_ONLY = 4, KEYS_NO_INDEXES = 8 };
// Own property keys in the order of the specification: *out becomes an array of strings and symbols.
NODISCARD bool own_keys(VM *vm, Handle object, int flags, Slot out);

// Prototypes and extensibility.
Value object_prototype(VM *vm, Handle object);                                    // object or null
NODISCARD bool set_prototype(VM *vm, Handle object, Handle prototype, bool *ok);  // false: cyclic or not extensible
bool is_extensible(VM *vm, Handle object);
NODISCARD bool prevent_extensions(VM *vm, Handle object);
enum { INTEGRITY_SEALED, INTEGRITY_FROZEN };
NODISCARD bool set_integrity(VM *vm, Handle object, int level);
NODISCARD bool test_integrity(VM *vm, Handle object, int level, bool *out);

// ---- arrays (objects/object.h makes the others)
NODISCARD bool array_new(VM *vm, double length, Slot out);  // holes; RangeError "Invalid array length"
NODISCARD bool array_from_values(VM *vm, Handle values, uint32_t count, Slot out);
void array_from_shared(VM *vm, Handle elements, Slot out);  // has those elements, until it is changed (ELEMENTS_SHARED)
// A fresh array with room: elements to be filled with array_push.
NODISCARD bool array_push(VM *vm, Handle array, Handle value);  // of a true array: CreateDataProperty at its end
NODISCARD bool array_set_length(VM *vm, Handle array, double length, bool throw_on_failure, bool *ok);
static inline double array_length(Handle array) { return value_as_number(field_get(&as_array(array)->length)); }
// True when elements 0..length-1 can be read straight from as_array(a)->elements (a JSArray with fast elements; holes
// still mean a look along the prototype chain unless array_elements_protected).
static inline bool array_is_fast(VM *vm, Handle array) {
  (void)vm;
  if (!value_is_array(*array)) return false;
  const Elements *elements = (const Elements *)value_as_object(field_get(&as_array(array)->elements));
  return heap_object_kind(&elements->head) == KIND_ELEMENTS && array_length(array) <= elements->capacity;
}
// Makes room for `capacity` elements (fast mode only), which may be changed.
NODISCARD bool elements_reserve(VM *vm, Handle object, uint32_t capacity);
// To be called before elements that are there are changed: shared ones are copied (fast mode only).
static inline bool elements_make_own(VM *vm, Handle object) {
  const Elements *elements = (const Elements *)value_as_object(field_get(&as_object(object)->elements));
  return LIKELY(!elements_are_shared(elements)) || elements_reserve(vm, object, elements->capacity);
}
// Elements of a true array in fast mode, its own (elements_make_own), become holes from `length` on, and room that it
// does not need is given back.  It had `old` elements.
void elements_shorten(VM *vm, Handle array, uint32_t old, uint32_t length);
#define LEAST_ROOM_GIVEN_BACK 1024  // by arrays that lose one element at a time

#endif
