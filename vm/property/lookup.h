// vm/property/lookup.h - what the files of property access and the inline caches share.
#ifndef NODULE_VM_PROPERTY_LOOKUP_H
#define NODULE_VM_PROPERTY_LOOKUP_H

#include "objects/dictionary.h"
#include "objects/shape.h"
#include "vm/vm.h"

typedef enum LookupType {
  LOOKUP_NONE,
  LOOKUP_SLOT,        // data property or accessor pair in slot `slot`
  LOOKUP_DICTIONARY,  // entry `slot` of the name dictionary
  LOOKUP_INTERNAL,    // InternalProperty `slot`
  LOOKUP_ELEMENT,     // element `slot` of fast elements
  LOOKUP_MAPPED,      // element `slot` of an arguments object, which is a variable
  LOOKUP_SPARSE,      // entry of the number dictionary with index `slot`
  LOOKUP_CHARACTER,   // character `slot` of a String object
  LOOKUP_TYPED,       // element `slot` of a typed array
} LookupType;

// Where a property was found.  Raw: true until the next allocation.
typedef struct Lookup {
  LookupType type;
  int attributes;
  unsigned slot;
  int index;     // LOOKUP_SLOT, LOOKUP_INTERNAL: of the descriptor
  int depth;     // 0: own
  bool outside;  // LOOKUP_NONE: a number that is no index of the typed array `holder`, which hides the prototypes
                 // behind it
  Value holder;
} Lookup;

// `key` is an internalized string, a symbol, or an index as a number.
void lookup_own(VM *vm, Value object, Value key, Lookup *out);
void lookup_named(VM *vm, Value object, Value key,
                  Lookup *out);  // along the prototype chain; accessors in slots are LOOKUP_ACCESSOR to caches
#define LOOKUP_ACCESSOR 100      // type given by lookup_named for accessors, which caches leave alone

static inline bool key_is_index(Value key) { return value_is_number(key); }

// Adds a named property that the object does not have; the object is extensible.
NODISCARD bool add_named_property(VM *vm, Handle object, Handle key, Handle value, int attributes);
// An ordinary object, for which adding a named property has no further consequences.
bool object_adds_plainly(Value object);

Value lookup_raw_value(VM *vm, const Lookup *lookup);  // not of LOOKUP_INTERNAL, LOOKUP_CHARACTER and LOOKUP_TYPED
NODISCARD bool lookup_value(VM *vm, const Lookup *lookup, Slot out);  // data properties of all types

// Internal properties.
NODISCARD bool internal_get(VM *vm, Handle object, InternalProperty property, Slot out);
NODISCARD bool internal_set(VM *vm, Handle object, InternalProperty property, Handle value, bool *ok);
// The property is an internal one no longer: it is deleted, or kept like others.
void internal_release(VM *vm, Handle object, InternalProperty property);

// Elements.
NODISCARD bool element_put_own(VM *vm, Handle object, uint32_t index,
                               Handle value);  // a plain data element, new or not
NODISCARD bool element_define(VM *vm, Handle object, uint32_t index, Handle value, int attributes);
bool element_is_there(Handle object, uint32_t index);  // of fast elements; false: a hole
void elements_to_dictionary(VM *vm, Handle object);
void elements_thinned(VM *vm, Handle object);  // an element was deleted: another form may take less room
bool array_length_is_writable(Value array);

void array_make_length_read_only(VM *vm, Handle array);

// The structure of an object that may be a prototype changed; a value of it did.
void structure_changed_value(VM *vm, Value object, Value key);
void change_named_property(VM *vm, Handle object, Handle key, Handle value, int attributes);
void remove_named_property(VM *vm, Handle object, Handle key);
void make_dictionary(VM *vm, Handle object);

#endif
