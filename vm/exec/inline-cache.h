// vm/exec/inline-cache.h - inline caches of property accesses, keyed by shape.
//
// A cache goes from empty to one shape, to four (its `holder` is then an Elements of entries), to megamorphic (the
// lookup cache of the runtime serves).  What an entry says stays true while the receiver's shape is the same and, where
// the prototype chain matters, while runtime->prototype_epoch is: any structural change of any prototype changes the
// epoch.
//
// Caches keep neither shapes nor prototypes alive: a full collection empties those whose shape or holder it finds dead.
#ifndef NODULE_VM_EXEC_INLINE_CACHE_H
#define NODULE_VM_EXEC_INLINE_CACHE_H

#include "objects/dictionary.h"
#include "vm/native.h"
#include "vm/vm.h"

typedef enum CacheState {
  IC_EMPTY,
  IC_OWN_INOBJECT,  // own data property in the object: place is a byte offset
  IC_OWN,           // own data property in the properties array: place is -1 - index
  IC_PROTOTYPE,     // data property of the prototype `holder` (place as above); guarded by the epoch
  IC_ABSENT,        // no such property: undefined; guarded by the epoch
  IC_STRING,        // receiver is a primitive string, property of `holder`; guarded by the epoch
  IC_ADD,           // store that adds: `holder` is the new shape; guarded by the epoch
  IC_FIELD,  // an internal field, at byte offset place, for what a getter of a prototype or an internal property would
             // give; an empty one says nothing yet; guarded by the epoch
  IC_DICTIONARY,   // own property of an object in dictionary mode: place is the entry that had it last
  IC_POLYMORPHIC,  // several shapes: `holder` is an Elements (of kind CACHE_ENTRIES)
  IC_MEGAMORPHIC,
} CacheState;

#define POLYMORPHIC_ENTRIES 4
#define WORDS_PER_ENTRY 4  // shape, place, holder, epoch

static inline uint64_t cache_shape_word(CacheState state, uint32_t shape) {
  return INT_TAG | (uint64_t)state << 32 | shape;
}
static inline CacheState cache_state(const InlineCache *ic) {
  return (CacheState)(uint16_t)(ic->shape.value_.bits >> 32);
}
static inline uint32_t value_shape_id(Value object) { return heap_object_aux(value_as_object(object)); }

static inline Value *place_slot(HeapObject *object, int32_t place) {
  if (place > 0) return (Value *)(void *)((char *)object + place);
  JSObject *o = (JSObject *)object;
  return &((Properties *)value_as_object(o->properties.value_))->values[-1 - place].value_;
}

// The value in entry `place` of an object's dictionary, if it is there still, as a plain value; or NULL.
static inline const Value *dictionary_slot(const HeapObject *object, int32_t place, Value name) {
  const NameDictionary *d = (const NameDictionary *)value_as_object(((const JSObject *)object)->properties.value_);
  if ((uint32_t)place >= d->room) return NULL;
  const NameEntry *entry = &d->entries[place];
  if (!value_same(field_get(&entry->key), name)) return NULL;
  return value_as_int(field_get(&entry->detail)) & (ATTR_ACCESSOR | ATTR_INTERNAL) ? NULL : &entry->value.value_;
}

// The entry of a polymorphic cache for `shape` that is still true, or NULL.
static inline const Field *polymorphic_find(VM *vm, const InlineCache *ic, uint32_t shape) {
  const Field *entry = ((const Elements *)value_as_object(ic->holder.value_))->values;
  for (unsigned i = 0; i < POLYMORPHIC_ENTRIES; i++, entry += WORDS_PER_ENTRY) {
    uint64_t word = entry[0].value_.bits;
    if ((uint32_t)word != shape) continue;
    CacheState state = (CacheState)(uint16_t)(word >> 32);
    bool guarded = state != IC_OWN && state != IC_OWN_INOBJECT && state != IC_DICTIONARY;
    if (guarded && (uint32_t)entry[3].value_.bits != runtime(vm)->prototype_epoch) return NULL;
    return entry;
  }
  return NULL;
}

// Where a polymorphic cache says that the property of `object` is to be read, or NULL.
static inline const Value *polymorphic_slot(VM *vm, const InlineCache *ic, HeapObject *object) {
  const Field *entry = polymorphic_find(vm, ic, heap_object_aux(object));
  if (!entry) return NULL;
  CacheState state = (CacheState)(uint16_t)(entry[0].value_.bits >> 32);
  int32_t place = value_as_int(entry[1].value_);
  if (state == IC_ABSENT) return &undefined_value_;
  if (state == IC_DICTIONARY) return dictionary_slot(object, place, ic->name.value_);
  const Value *slot = place_slot(state == IC_PROTOTYPE ? value_as_object(entry[2].value_) : object, place);
  return state == IC_FIELD && value_is_empty(*slot) ? NULL : slot;
}

// For Embedder.process_weak_object, of Feedback and of the entries of polymorphic caches.
void feedback_process_weak(VM *vm, Heap *heap, Feedback *feedback);
void cache_entries_process_weak(Heap *heap, Elements *entries);

// Where the value of a named property of an object is, along the prototype chain.  &undefined_value_: there is none.
// NULL: that takes more to tell (an accessor, a value not in a slot, no object).  `key` is a symbol or an internalized
// string that is no index.
const Value *named_data_slot(VM *vm, Value object, Value key);
// The same, not to be remembered where the object is likely to have many such names.
const Value *keyed_data_slot(VM *vm, Value object, Value key);
// Writes to an own, writable data property of an object that is no prototype; false: there is none, or no object.
bool overwrite_own_slot(VM *vm, Value object, Value key, Value value);

// The slow halves: do the access and teach the cache.  `out` may be the receiver's register.
NODISCARD bool cached_get(VM *vm, Code *code, uint32_t cache, Handle object, Slot out);
NODISCARD bool cached_set(VM *vm, Code *code, uint32_t cache, Handle object, Handle value);
NODISCARD bool cached_define(VM *vm, Code *code, uint32_t cache, Handle object, Handle value);
NODISCARD bool cached_get_global(VM *vm, Code *code, uint32_t cache, bool or_undefined, Slot out);
NODISCARD bool cached_set_global(VM *vm, Code *code, uint32_t cache, Handle value);
// The same without a cache, for the function under way.
NODISCARD bool get_global(VM *vm, Handle name, bool or_undefined, Slot out);
NODISCARD bool set_global(VM *vm, Handle name, Handle value);

#endif
