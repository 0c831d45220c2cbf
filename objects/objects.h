// objects/objects.h - the layout of everything that lives in the heap.
//
// Kinds and pointer layouts stand in kinds.def; the structs here say the same to the C compiler.  All words of a
// JSObject but the header are Values, so internal fields that are not JavaScript values are kept as integers or private
// pointers.
//
//   JSObject                      Shape (hidden class)
//   +---------------------+       prototype, descriptors (shared along a transition chain), transitions
//   | header  (shape id)--|-----> count of properties, of in-object slots
//   | properties ---------|-----> empty | Properties (slots beyond the in-object ones) | NameDictionary
//   | elements -----------|-----> Elements (capacity, values; 0 is a hole) | NumberDictionary
//   | internal fields ... |
//   | in-object slots ... |
//   +---------------------+
//
// Fast paths look only at (shape id, slot) and at (elements, capacity):
// - An index below the capacity of an object's elements with a value that is not the hole is an own data property,
//   writable, enumerable and configurable.  Everything else about indexes (attributes, accessors, frozen or
//   non-extensible objects, non-writable length, big holes) turns the elements into a NumberDictionary, whose capacity
//   reads as 0. Strings objects, arguments and other exotics keep what they treat specially out of `elements`.
// - A slot's attributes stand in the descriptors of the shape, so a matching shape id answers for them.
// - An array's elements beyond its length are holes.
// - Shared elements (ELEMENTS_SHARED) are read like others, and copied before the first change (elements_make_own).
#ifndef NODULE_OBJECTS_OBJECTS_H
#define NODULE_OBJECTS_OBJECTS_H

#include "objects/value.h"

typedef enum Kind {
  KIND_FREE,
#define KIND(NAME, ...) KIND_##NAME,
#include "objects/kinds.def"
  KIND_COUNT
} Kind;

extern const KindInfo kind_table[KIND_COUNT];

typedef struct KindNames {
  const char *class_name;  // as util.inspect shows objects that have lost their prototypes
  const char *message;     // as error messages tell them
  const char *tag;         // builtinTag of Object.prototype.toString (ECMA-262 section 20.1.3.6)
  const char *type;        // of util.types; NULL: none
} KindNames;

extern const KindNames kind_names[KIND_COUNT];

static inline Kind value_kind(Value v) { return (Kind)heap_object_kind(value_as_object(v)); }  // of a pointer
static inline bool value_is_kind(Value v, Kind kind) { return value_is_pointer(v) && value_kind(v) == kind; }
static inline bool value_is_string(Value v) { return value_is_pointer(v) && value_kind(v) <= KIND_STRING_SLICE; }
static inline bool value_is_symbol(Value v) { return value_is_kind(v, KIND_SYMBOL); }
static inline bool value_is_object(Value v) { return value_is_pointer(v) && value_kind(v) >= KIND_OBJECT; }
static inline bool value_is_array(Value v) { return value_is_kind(v, KIND_ARRAY); }
static inline bool value_is_callable(Value v) {
  return value_is_pointer(v) && value_kind(v) >= KIND_FUNCTION && value_kind(v) <= KIND_BOUND_FUNCTION;
}

// ------------------------------------------------------------------------------------------------------ strings

typedef struct String {
  HeapObject head;  // aux: hash with bit 31 set (so that it is never a shape id), 0 while unknown
  uint32_t length;  // code units
  uint32_t unused;
} String;

#define STRING_INTERNALIZED \
  1                         // header flag: in the string table, so equal internalized strings are identical;
                            // internalized strings are flat, old, and the only strings used as property keys
#define STRING_NOT_INDEX 2  // header flag of an internalized string: known not to be an array index

typedef struct Latin1String {
  String string;
  uint8_t units[];
} Latin1String;

typedef struct Utf16String {
  String string;
  uint16_t units[];
} Utf16String;

typedef struct RopeString {
  String string;
  Field left, right;  // flattening turns a rope into left = the flat string, right = the empty string
} RopeString;

typedef struct SliceString {
  String string;
  Field parent;  // a flat string
  Field offset;  // integer
} SliceString;

#define MAX_STRING_LENGTH 536870888u  // code units; node 20's limit (reference/node-api.md section 11)

typedef struct Symbol {
  HeapObject head;    // aux: hash with bit 31 set
  Field description;  // string or undefined
} Symbol;

#define SYMBOL_REGISTERED 1  // header flag: made by Symbol.for

// ------------------------------------------------------------------------------------------------------ object parts

#define ELEMENTS_SHARED \
  1  // header flag: all arrays that one literal of constants makes have these; copied before a change

typedef struct Elements {
  HeapObject head;  // HEADER_HAS_POINTERS once a pointer was stored
  uint32_t capacity;
  uint32_t count;  // of an object: deletions since its density was looked at; of a list: how many values are in use
  Field values[];
} Elements;

typedef struct Properties {
  HeapObject head;
  uint32_t capacity;
  uint32_t identity_hash;  // of the object (objects/identity.h), or 0
  Field values[];
} Properties;

// Attributes of a property, as kept in descriptors and dictionaries.
enum {
  ATTR_WRITABLE = 1,
  ATTR_ENUMERABLE = 2,
  ATTR_CONFIGURABLE = 4,
  ATTR_ACCESSOR = 8,  // the slot holds an AccessorPair
  ATTR_INTERNAL =
      16,        // no slot: the value is an internal field, computed by object kind (InternalProperty in the slot bits)
  ATTR_ALL = 7,  // of a plain data property
  ATTR_METHOD = 5  // of a builtin method: writable, configurable
};

// clang-format off
typedef enum InternalProperty {
  INTERNAL_ARRAY_LENGTH, INTERNAL_FUNCTION_LENGTH, INTERNAL_FUNCTION_NAME, INTERNAL_FUNCTION_PROTOTYPE,
  INTERNAL_FUNCTION_ARGUMENTS, INTERNAL_FUNCTION_CALLER,  // of sloppy functions
  INTERNAL_STRING_LENGTH, INTERNAL_ERROR_STACK
} InternalProperty;
// clang-format on

// Keys and details of a chain of shapes: shape with n properties uses the first n entries.
typedef struct Descriptor {
  Field key;     // internalized string or symbol
  Field detail;  // integer: attributes in bits 0-7, slot index (or InternalProperty) from bit 8 on
} Descriptor;

typedef struct Descriptors {
  HeapObject head;
  uint32_t length;       // words that follow
  uint32_t room;         // entries
  Field used;            // integer: entries in use by the longest shape of the chain
  Descriptor entries[];  // where there are many, a hash of entry numbers is behind them (objects/shape.c)
} Descriptors;

static inline int descriptor_attributes(const Descriptor *d) { return value_as_int(field_get(&d->detail)) & 0xFF; }
static inline unsigned descriptor_slot(const Descriptor *d) {
  return (unsigned)value_as_int(field_get(&d->detail)) >> 8;
}

enum {
  SHAPE_DICTIONARY = 1,  // properties are in a NameDictionary; the shape is never cached for own properties
  SHAPE_NOT_EXTENSIBLE = 2,
  SHAPE_PROTOTYPE = 4,  // its object is the prototype of others (shape used by this object alone): structural changes
                        // bump runtime->prototype_epoch
};

typedef struct Shape {
  HeapObject head;    // aux: its own index in the shape table
  Field prototype;    // object or null
  Field descriptors;  // Descriptors
  Field parent;       // the shape this one was made from by adding a property; empty at a root
  Field transitions;  // empty, or Transitions: the shapes made from this one by adding a property
  Field enum_cache;   // empty | Elements: the enumerable string keys, in order
  Field key;          // the property added last
  Field detail;       // its detail
  Field roots;        // Elements: root shapes of objects whose prototype is the object with this shape; or empty
  // raw from here on (word 9)
  uint32_t count;     // properties
  uint32_t slots;     // slots in use
  uint16_t inobject;  // slots inside the object
  uint16_t slots_at;  // word where they begin
  uint8_t kind;       // of the objects
  uint8_t flags;      // SHAPE_...
  uint8_t tracking;   // constructions left until slack is given back; 0: settled
  uint8_t unused;
} Shape;

// A hash table of children, by key and detail.  It is weak: a shape that no object has any more leaves it.
typedef struct Transitions {
  HeapObject head;
  uint32_t capacity;  // 1, or a power of two of which at most half is in use
  uint32_t used;
  Field children[];  // Shape or empty
} Transitions;

typedef struct AccessorPair {
  HeapObject head;
  Field getter, setter;  // function or undefined
} AccessorPair;

typedef struct Cell {
  HeapObject head;
  Field value;
} Cell;

// Points weakly: a full collection that finds the target (or the token) dead puts VALUE_TOMBSTONE in its place.
typedef struct WeakCell {
  HeapObject head;
  Field target;
  Field token;  // only of a RegistryCell
} WeakCell;

static inline bool weak_value_is_dead(Value v) { return v.bits == VALUE_TOMBSTONE.bits; }

// One registration of a FinalizationRegistry.  Its links are cells, or empty at the ends.
typedef struct RegistryCell {
  HeapObject head;
  Field weak;            // WeakCell: target, token (undefined: none)
  Field held;            // what the callback is called with
  Field previous, next;  // in the registry's list of watched or of dead cells
  Field previous_of_token, next_of_token;
} RegistryCell;

// The variables of one scope that closures capture.
typedef struct Context {
  HeapObject head;
  Field scope_info;  // Elements of names and types (scope_context_new)
  Field parent;      // Context or empty
  Field slots[];
} Context;

// ------------------------------------------------------------------------------------------------------ objects

#define JS_OBJECT_FIELDS                                                                \
  HeapObject head;                                                                      \
  Field properties; /* or an integer: the identity hash of an object that needs none */ \
  Field elements

typedef struct JSObject {
  JS_OBJECT_FIELDS;
  Field slots[];  // in-object slots of plain objects; others: object_slot()
} JSObject;

static inline uint32_t properties_capacity(const JSObject *object) {
  Value properties = object->properties.value_;
  return value_is_pointer(properties) ? ((const Properties *)value_as_object(properties))->capacity : 0;
}

typedef struct JSArray {
  JS_OBJECT_FIELDS;
  Field length;  // number, 0 .. 2^32 - 1
} JSArray;

typedef struct JSFunction {
  JS_OBJECT_FIELDS;
  Field code;           // Code
  Field context;        // Context or empty
  Field prototype;      // value of the prototype property; empty until asked for
  Field initial_shape;  // Shape of the objects it constructs (for that prototype); empty until the first
} JSFunction;

typedef struct Builtin Builtin;

typedef struct NativeFunction {
  JS_OBJECT_FIELDS;
  Field builtin;    // private pointer to a static Builtin
  Field name;       // string; empty: the builtin's
  Field prototype;  // of constructors; empty if it has none
  Field data[2];    // whatever the native function keeps
} NativeFunction;

typedef struct BoundFunction {
  JS_OBJECT_FIELDS;
  Field target, this_value;
  Field arguments;  // Elements
  Field length;     // number
  Field name;       // string: the target's, until somebody asks for the name (BOUND_NAME_COMPLETE)
} BoundFunction;

#define BOUND_NAME_COMPLETE 1  // header flag: "bound " stands in front

typedef struct ErrorObject {
  JS_OBJECT_FIELDS;
  Field stack;  // with the header flag: only the lines of its frames, the error's own is put in front when it is read
} ErrorObject;

#define ERROR_STACK_PENDING 1  // header flag

// Boolean, Number, String, Symbol objects; Date (time value); HOST_OBJECT; iterators use more of the fields.
typedef struct WrapperObject {
  JS_OBJECT_FIELDS;
  Field value;
} WrapperObject;

// What regular expressions with the same source and flags share.  The program is outside the heap.
typedef struct RegExpData {
  HeapObject head;
  Field source, flags;  // strings
  Field groups;         // array: name, number of the capture, name, ...; undefined: no named groups
  // raw from here on
  struct RegExpProgram *program;
  size_t bytes;  // of it, as far as they are counted as external memory
} RegExpData;

typedef struct RegExpObject {
  JS_OBJECT_FIELDS;
  Field data;        // RegExpData; undefined while the object is being made
  Field last_index;  // the property lastIndex: the first slot
} RegExpObject;

// Map and Set; WeakMap and WeakSet (WeakTable)
typedef struct CollectionObject {
  JS_OBJECT_FIELDS;
  Field table;
} CollectionObject;

typedef struct WeakRefObject {
  JS_OBJECT_FIELDS;
  Field cell;  // WeakCell
  Field job;   // integer: the job in which its target was kept alive last (Runtime.job)
} WeakRefObject;

typedef struct FinalizationRegistry {
  JS_OBJECT_FIELDS;
  Field callback;
  Field watched;          // first RegistryCell whose target is not known to be dead; or empty
  Field dead, last_dead;  // those whose targets are, until their callback is called; or empty
  Field tokens;           // WeakTable: token -> first cell with it; undefined: no tokens
  Field next_due;         // in the list of registries with dead cells (runtime->first_due); or empty
  Field is_due;           // true: it is in that list
} FinalizationRegistry;

typedef struct IteratorObject {
  JS_OBJECT_FIELDS;
  Field target;  // what is iterated; undefined at the end
  Field index;   // integer
  Field mode;    // integer: ITERATE_...
} IteratorObject;

enum { ITERATE_KEYS, ITERATE_VALUES, ITERATE_ENTRIES };

// The bytes of an ArrayBuffer are outside the heap and never move; they are freed when the object dies.
typedef struct ArrayBufferObject {
  JS_OBJECT_FIELDS;
  Field bytes;        // private pointer
  Field byte_length;  // number
} ArrayBufferObject;

typedef enum ElementType {
#define ELEMENT(NAME, Name, type) ELEMENT_##NAME,
#include "objects/element-types.def"
#undef ELEMENT
  ELEMENT_TYPES
} ElementType;

// TYPED_ARRAY and DATA_VIEW.  What element accesses need comes first; `data` is where an array has its length, and no
// integer, so that fast paths for arrays that meet a view miss.
typedef struct ViewObject {
  JS_OBJECT_FIELDS;
  Field data;         // private pointer to the first byte, inside the buffer's
  Field bound;        // integer: the length, or the largest integer when it is longer
  Field length;       // number: elements; of a DataView bytes
  Field buffer;       // ArrayBuffer
  Field byte_offset;  // number
} ViewObject;

// ------------------------------------------------------------------------------------------------------ access

// One expression only, never a variable (the object may move at the next allocation), except inside NO_GC.
#define STRUCT(Type, cast)  \
  typedef struct Type Type; \
  static inline Type *cast(Handle h) { return (Type *)(void *)value_as_object(*h); }
#include "objects/kinds.def"

#endif
