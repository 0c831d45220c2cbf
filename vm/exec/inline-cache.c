// vm/exec/inline-cache.c - the slow halves of inline caches: find the property, do the access, remember where it was.
#include "vm/exec/inline-cache.h"

#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// -------------------------------------------------------------------------------------------------------- entries

// What is to be remembered; `holder` is a raw Value: no allocation between finding it and remembering it.
typedef struct Entry {
  CacheState state;
  uint32_t shape;
  int32_t place;
  Value holder;
} Entry;

static void cache_fill(VM *vm, Feedback *feedback, InlineCache *ic, const Entry *entry) {
  field_set(vm, feedback, &ic->shape, (Value){cache_shape_word(entry->state, entry->shape)});
  field_set(vm, feedback, &ic->place, value_int(entry->place));
  field_set(vm, feedback, &ic->holder, entry->holder);
  field_set(vm, feedback, &ic->epoch, value_int((int32_t)runtime(vm)->prototype_epoch));
}

static void polymorphic_fill(VM *vm, Elements *entries, unsigned index, const Entry *entry) {
  uint32_t at = index * WORDS_PER_ENTRY;
  elements_set(vm, entries, at, (Value){cache_shape_word(entry->state, entry->shape)});
  elements_set(vm, entries, at + 1, value_int(entry->place));
  elements_set(vm, entries, at + 2, entry->holder);
  elements_set(vm, entries, at + 3, value_int((int32_t)runtime(vm)->prototype_epoch));
}

static Elements *polymorphic_entries(const InlineCache *ic) {
  return (Elements *)value_as_object(field_get(&ic->holder));
}

// From one shape to several: the entries are an Elements in code space, so that they do not move.
static void make_polymorphic(VM *vm, Feedback *feedback, InlineCache *ic) {
  uint32_t count = POLYMORPHIC_ENTRIES * WORDS_PER_ENTRY;
  size_t bytes = sizeof(Elements) + count * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_CACHE_ENTRIES, bytes, ALLOCATE_CODE, NULL);
  object->header = header_make(KIND_CACHE_ENTRIES, 0, 0, 0);
  Elements *entries = (Elements *)object;
  entries->capacity = count;
  entries->count = 0;
  memset(entries->values, 0, count * sizeof(Value));
  elements_set(vm, entries, 0, field_get(&ic->shape));
  elements_set(vm, entries, 1, field_get(&ic->place));
  elements_set(vm, entries, 2, field_get(&ic->holder));
  elements_set(vm, entries, 3, field_get(&ic->epoch));
  field_set(vm, feedback, &ic->shape, (Value){cache_shape_word(IC_POLYMORPHIC, 0)});
  field_set(vm, feedback, &ic->holder, value_pointer(entries));
}

static uint32_t entry_shape(const Field *entry) { return (uint32_t)field_get(&entry[0]).bits; }

// The place of the entry for `shape`, or else (0) of one that is not in use; -1: there is none.
static int entry_index(const Elements *entries, uint32_t shape) {
  for (int i = 0; i < POLYMORPHIC_ENTRIES; i++) {
    if (entry_shape(&entries->values[i * WORDS_PER_ENTRY]) == shape) return i;
  }
  return -1;
}

static void remember_polymorphic(VM *vm, Feedback *feedback, InlineCache *ic, const Entry *entry) {
  Elements *entries = polymorphic_entries(ic);
  int index = entry_index(entries, entry->shape);
  if (index < 0) index = entry_index(entries, 0);
  if (index >= 0) {
    polymorphic_fill(vm, entries, (unsigned)index, entry);
    return;
  }
  field_set(vm, feedback, &ic->shape, (Value){cache_shape_word(IC_MEGAMORPHIC, 0)});
  field_set(vm, feedback, &ic->holder, VALUE_EMPTY);
}

static void remember(VM *vm, Code *code, uint32_t cache, Entry *entry) {
  Feedback *feedback = (Feedback *)value_as_object(field_get(&code->feedback));
  InlineCache *ic = &feedback->caches[cache];
  CacheState state = cache_state(ic);
  if (state == IC_MEGAMORPHIC) return;
  if (state == IC_POLYMORPHIC) {
    remember_polymorphic(vm, feedback, ic, entry);
  } else if (state == IC_EMPTY || (uint32_t)ic->shape.value_.bits == entry->shape) {
    cache_fill(vm, feedback, ic, entry);
  } else {
    ROOTS(vm, holder);
    r.holder = entry->holder;
    make_polymorphic(vm, feedback, ic);
    entry->holder = r.holder;
    remember_polymorphic(vm, feedback, ic, entry);
  }
}

// ----------------------------------------------------------------------------------------------- the dead are
// forgotten

// An entry, of a cache or of a polymorphic one, is four fields: shape, place, holder, epoch.
static bool entry_is_dead(Heap *heap, const Field *entry) {
  uint32_t shape = entry_shape(entry);
  Value holder = field_get(&entry[2]);
  if (shape != 0 && heap_shape_at(heap, shape) == NULL) return true;
  return value_is_pointer(holder) && !heap_is_live(heap, value_as_object(holder));
}

static void entry_clear(Field *entry) {
  for (int i = 0; i < 4; i++) field_init(&entry[i], i == 2 ? VALUE_EMPTY : value_int(0));
}

// Returns how many entries are in use still, and one of them.
static unsigned clear_dead_entries(Heap *heap, Elements *entries, const Field **some) {
  unsigned live = 0;
  for (unsigned i = 0; i < POLYMORPHIC_ENTRIES; i++) {
    Field *entry = &entries->values[i * WORDS_PER_ENTRY];
    if (entry_is_dead(heap, entry)) entry_clear(entry);
    if (entry_shape(entry) == 0) continue;
    live++;
    *some = entry;
  }
  return live;
}

// The entries are reached from here alone.  With one left the cache knows a single shape again.
static void polymorphic_process_weak(VM *vm, Heap *heap, Feedback *feedback, InlineCache *ic) {
  Elements *entries = polymorphic_entries(ic);
  const Field *some = NULL;
  unsigned live = clear_dead_entries(heap, entries, &some);
  if (live > 1) {
    heap_mark_weakly(heap, &entries->head);
    return;
  }
  entry_clear(&ic->shape);
  for (unsigned i = 0; live == 1 && i < WORDS_PER_ENTRY; i++) {
    field_set(vm, feedback, &(&ic->shape)[i], field_get(&some[i]));
  }
}

void feedback_process_weak(VM *vm, Heap *heap, Feedback *feedback) {
  InlineCache *end = feedback->caches + feedback->length * sizeof(Value) / sizeof(InlineCache);
  for (InlineCache *ic = feedback->caches; ic < end; ic++) {
    // The constants of its Code keep the name alive.  The feedback may outlive the Code, until the next collection.
    if (!heap_is_live(heap, value_as_object(field_get(&ic->name)))) field_init(&ic->name, VALUE_EMPTY);
    if (cache_state(ic) == IC_POLYMORPHIC) polymorphic_process_weak(vm, heap, feedback, ic);
    else if (entry_is_dead(heap, &ic->shape)) entry_clear(&ic->shape);
  }
}

void cache_entries_process_weak(Heap *heap, Elements *entries) {
  const Field *some;
  (void)clear_dead_entries(heap, entries, &some);
}

// ------------------------------------------------------------------------------------------------------------ get

static bool shape_is_cacheable(const Shape *shape) { return !(shape->flags & SHAPE_DICTIONARY); }

// A property in a slot of the receiver or of a prototype with slots.
static bool entry_for_lookup(VM *vm, Value object, const Lookup *lookup, Entry *entry) {
  Shape *shape = (Shape *)value_as_object(value_shape(vm, object));
  Shape *holder_shape = (Shape *)value_as_object(value_shape(vm, lookup->holder));
  if (!shape_is_cacheable(shape) || !shape_is_cacheable(holder_shape)) return false;
  entry->shape = heap_object_aux(value_as_object(object));
  entry->place = shape_place(holder_shape, lookup->slot);
  // a shape of its own may change under the same id, so prototypes are guarded even for their own properties
  if (lookup->depth == 0 && !(shape->flags & SHAPE_PROTOTYPE)) {
    entry->state = entry->place > 0 ? IC_OWN_INOBJECT : IC_OWN;
    entry->holder = VALUE_EMPTY;
  } else {
    entry->state = IC_PROTOTYPE;
    entry->holder = lookup->holder;
  }
  return true;
}

// The length of a typed array, which the builtin getter takes from a field.
static bool is_typed_array_length(VM *vm, Value object, const Lookup *lookup) {
  if ((int)lookup->type != LOOKUP_ACCESSOR || value_kind(object) != KIND_TYPED_ARRAY) return false;
  Lookup pair = *lookup;
  pair.type = LOOKUP_SLOT;
  AccessorPair *accessor = (AccessorPair *)value_as_object(lookup_raw_value(vm, &pair));
  return value_same(field_get(&accessor->getter), runtime(vm)->typed_array_length);
}

// The prototype of a function, which is made when it is asked for first.
static bool is_function_prototype(Value object, const Lookup *lookup) {
  return lookup->type == LOOKUP_INTERNAL && lookup->depth == 0 && value_kind(object) == KIND_FUNCTION &&
         lookup->slot == INTERNAL_FUNCTION_PROTOTYPE;
}

static bool entry_for_field(VM *vm, Value object, const Lookup *lookup, Entry *entry) {
  if (object_shape(vm, object)->flags & (SHAPE_DICTIONARY | SHAPE_PROTOTYPE)) return false;
  size_t place;
  if (is_typed_array_length(vm, object, lookup)) place = offsetof(ViewObject, length);
  else if (is_function_prototype(object, lookup)) place = offsetof(JSFunction, prototype);
  else return false;
  *entry = (Entry){IC_FIELD, value_shape_id(object), (int32_t)place, VALUE_EMPTY};
  return true;
}

// Looks for a named property of one object.  True: it has one, and *slot says where its value is, or NULL if that is
// not in a slot, is an accessor or lacks one of the attributes.
static bool own_slot(VM *vm, Value object, const Shape *shape, Value key, int attributes, Value **slot) {
  int has;
  if (shape->flags & SHAPE_DICTIONARY) {
    NameDictionary *dictionary =
        (NameDictionary *)value_as_object(((JSObject *)value_as_object(object))->properties.value_);
    int entry = dictionary_find(dictionary, key);
    if (entry < 0) return false;
    has = value_as_int(field_get(&dictionary->entries[entry].detail));
    *slot = &dictionary->entries[entry].value.value_;
  } else {
    int index = shape_find(vm, shape, key);
    if (index < 0) return false;
    const Descriptor *descriptor = shape_descriptor(shape, index);
    has = descriptor_attributes(descriptor);
    if (has & ATTR_INTERNAL) *slot = NULL;
    else *slot = place_slot(value_as_object(object), shape_place(shape, descriptor_slot(descriptor)));
  }
  if ((has & (ATTR_ACCESSOR | ATTR_INTERNAL)) || (has & attributes) != attributes) *slot = NULL;
  return true;
}

static ChainCacheEntry *chain_cache_entry(VM *vm, uint32_t shape, Value key) {
  return &runtime(vm)->chain_cache[(shape * 31 + heap_object_aux(value_as_object(key))) % CHAIN_CACHE_SIZE];
}

// Notes where the property of `object` is, unless `holder` is a dictionary: its places change.
static void chain_cache_fill(VM *vm, Value object, Value key, Value holder, const Value *slot) {
  uint32_t shape = value_shape_id(object);
  ChainCacheEntry entry = {shape, runtime(vm)->prototype_epoch, key.bits, NULL, 0};
  if (object_shape(vm, object)->flags & SHAPE_DICTIONARY) return;
  if (slot) {
    const Shape *holder_shape = object_shape(vm, holder);
    if (holder_shape->flags & SHAPE_DICTIONARY) return;
    HeapObject *host = value_as_object(holder);
    ptrdiff_t inside = (const char *)slot - (const char *)host;
    bool is_inside = inside > 0 && (size_t)inside < header_words(host->header) * sizeof(Value);
    const Properties *properties = (const Properties *)value_as_object(((JSObject *)host)->properties.value_);
    entry.place = is_inside ? (int32_t)inside : (int32_t)(-1 - ((const Field *)slot - properties->values));
    if (!value_same(holder, object)) entry.holder = host;
  }
  *chain_cache_entry(vm, shape, key) = entry;
}

static const Value *named_data_slot_slow(VM *vm, Value receiver, Value key) {
  Value *slot;
  for (Value object = receiver; value_is_object(object);) {
    const Shape *shape = object_shape(vm, object);
    if (UNLIKELY(shape->kind == KIND_TYPED_ARRAY)) return NULL;  // some names are numbers to it
    if (own_slot(vm, object, shape, key, 0, &slot)) {
      if (slot) chain_cache_fill(vm, receiver, key, object, slot);
      return slot;
    }
    object = field_get(&shape->prototype);
  }
  chain_cache_fill(vm, receiver, key, receiver, NULL);
  return &undefined_value_;
}

// This is all that a megamorphic access or one to a dictionary needs in most cases.
const Value *named_data_slot(VM *vm, Value object, Value key) {
  if (!value_is_object(object)) return NULL;
  uint32_t shape = value_shape_id(object);
  const ChainCacheEntry *entry = chain_cache_entry(vm, shape, key);
  if (entry->shape != shape || entry->key != key.bits || entry->epoch != runtime(vm)->prototype_epoch) {
    return named_data_slot_slow(vm, object, key);
  }
  if (entry->place == 0) return &undefined_value_;
  return place_slot(entry->holder ? entry->holder : value_as_object(object), entry->place);
}

const Value *keyed_data_slot(VM *vm, Value object, Value key) {
  bool is_dictionary = (object_shape(vm, object)->flags & SHAPE_DICTIONARY) != 0;
  return is_dictionary ? named_data_slot_slow(vm, object, key) : named_data_slot(vm, object, key);
}

bool overwrite_own_slot(VM *vm, Value object, Value key, Value value) {
  Value *slot;
  if (UNLIKELY(!value_is_object(object))) return false;
  const Shape *shape = object_shape(vm, object);
  if ((shape->flags & SHAPE_PROTOTYPE) || shape->kind == KIND_TYPED_ARRAY) return false;
  if (!own_slot(vm, object, shape, key, ATTR_WRITABLE, &slot) || slot == NULL) return false;
  HeapObject *host = value_as_object(object);
  bool inside = (uintptr_t)slot - (uintptr_t)host < header_words(host->header) * sizeof(Value);
  if (!inside) host = value_as_object(((JSObject *)host)->properties.value_);
  *slot = value;
  heap_write_barrier(vm_heap(vm), host, &slot->bits, value.bits);
  return true;
}

// No object of this shape has the property: a typed array, to which some names are numbers, is not asked.
static bool entry_for_absence(VM *vm, Value object, Entry *entry) {
  if (object_shape(vm, object)->flags & SHAPE_DICTIONARY) return false;
  *entry = (Entry){IC_ABSENT, value_shape_id(object), 0, VALUE_EMPTY};
  for (; value_is_object(object); object = field_get(&object_shape(vm, object)->prototype)) {
    if (value_kind(object) == KIND_TYPED_ARRAY) return false;
  }
  return true;
}

// A property that the object has in its dictionary, as a plain value.
static bool get_of_dictionary(VM *vm, Code *code, uint32_t cache, Handle object, Slot out) {
  const JSObject *raw = as_object(object);
  Value key = field_get(&code->caches[cache].name);
  int place = dictionary_find((const NameDictionary *)value_as_object(field_get(&raw->properties)), key);
  const Value *slot = place < 0 ? NULL : dictionary_slot(&raw->head, place, key);
  if (!slot) return false;
  ROOTS(vm, value);
  r.value = *slot;
  Entry entry = {IC_DICTIONARY, value_shape_id(*object), place, VALUE_EMPTY};
  remember(vm, code, cache, &entry);
  *out = r.value;
  return true;
}

static bool get_of_object(VM *vm, Code *code, uint32_t cache, Handle object, Slot out) {
  InlineCache *ic = &code->caches[cache];
  Value key = field_get(&ic->name);
  bool is_dictionary = (object_shape(vm, *object)->flags & SHAPE_DICTIONARY) != 0;
  if (is_dictionary && cache_state(ic) != IC_MEGAMORPHIC && get_of_dictionary(vm, code, cache, object, out))
    return true;
  if (cache_state(ic) == IC_MEGAMORPHIC || is_dictionary) {
    const Value *slot = named_data_slot(vm, *object, key);
    if (slot) {
      *out = *slot;
      return true;
    }
  }
  Lookup lookup;
  lookup_named(vm, *object, key, &lookup);
  if (lookup.type == LOOKUP_NONE) {
    Entry entry;
    if (entry_for_absence(vm, *object, &entry)) remember(vm, code, cache, &entry);
    *out = VALUE_UNDEFINED;
    return true;
  }
  if (lookup.type == LOOKUP_SLOT) {
    Shape *holder_shape = (Shape *)value_as_object(value_shape(vm, lookup.holder));
    Value value = *place_slot(value_as_object(lookup.holder), shape_place(holder_shape, lookup.slot));
    Entry entry;
    ROOTS(vm, value);
    r.value = value;
    if (entry_for_lookup(vm, *object, &lookup, &entry)) remember(vm, code, cache, &entry);
    *out = r.value;
    return true;
  }
  ROOTS(vm, object, key, result);
  r.object = *object;
  r.key = key;
  Entry entry;
  if (entry_for_field(vm, *object, &lookup, &entry)) remember(vm, code, cache, &entry);
  TRY(get(vm, &r.object, &r.key, &r.result));
  *out = r.result;
  return true;
}

// Methods of primitive strings: the prototype's slot is remembered, the receiver's kind is the guard.
static bool get_of_string(VM *vm, Code *code, uint32_t cache, Handle object, Slot out) {
  ROOTS(vm, object, key, result);
  r.object = *object;
  r.key = field_get(&code->caches[cache].name);
  Lookup lookup;
  lookup_named(vm, runtime(vm)->string_prototype, r.key, &lookup);
  CacheState state = cache_state(&code->caches[cache]);
  if (lookup.type == LOOKUP_SLOT && (state == IC_EMPTY || state == IC_STRING)) {
    Shape *holder_shape = (Shape *)value_as_object(value_shape(vm, lookup.holder));
    if (shape_is_cacheable(holder_shape)) {
      Entry entry = {IC_STRING, 0, shape_place(holder_shape, lookup.slot), lookup.holder};
      cache_fill(vm, (Feedback *)value_as_object(field_get(&code->feedback)), &code->caches[cache], &entry);
    }
  }
  TRY(get(vm, &r.object, &r.key, &r.result));
  *out = r.result;
  return true;
}

bool cached_get(VM *vm, Code *code, uint32_t cache, Handle object, Slot out) {
  if (value_is_object(*object)) return get_of_object(vm, code, cache, object, out);
  if (value_is_string(*object)) return get_of_string(vm, code, cache, object, out);
  ROOTS(vm, object, key, result);
  r.object = *object;
  r.key = field_get(&code->caches[cache].name);
  TRY(get(vm, &r.object, &r.key, &r.result));
  *out = r.result;
  return true;
}

// ------------------------------------------------------------------------------------------------------------ set

static bool put_generic(VM *vm, Code *code, uint32_t cache, Handle object, Handle value) {
  ROOTS(vm, key);
  r.key = field_get(&code->caches[cache].name);
  bool ok;
  return put_with(vm, object, &r.key, value, object, (code->flags & CODE_STRICT) != 0, &ok);
}

static void store_in_slot(VM *vm, HeapObject *object, int32_t place, Value value) {
  Value *slot = place_slot(object, place);
  *slot = value;
  HeapObject *host = place > 0 ? object : value_as_object(((JSObject *)object)->properties.value_);
  heap_write_barrier(vm_heap(vm), host, &slot->bits, value.bits);
}

// Adds what polymorphic entry `entry` says.  False: its object has no room for it.
static bool add_as_remembered(VM *vm, HeapObject *object, const Field *entry, Value value) {
  int32_t place = value_as_int(field_get(&entry[1]));
  if (place < 0 && (uint32_t)(-1 - place) >= properties_capacity((const JSObject *)object)) return false;
  store_in_slot(vm, object, place, value);
  heap_set_shape(vm_heap(vm), object, heap_object_aux(value_as_object(field_get(&entry[2]))));
  return true;
}

// An added property whose shape came by an ordinary transition is remembered as a change of shape.
static bool add_and_remember(VM *vm, Code *code, uint32_t cache, Handle object, Handle value) {
  ROOTS(vm, key, old_shape);
  r.key = field_get(&code->caches[cache].name);
  r.old_shape = value_shape(vm, *object);
  uint32_t old_id = value_shape_id(*object);
  TRY(add_named_property(vm, object, &r.key, value, ATTR_ALL));
  Value shape_value = value_shape(vm, *object);
  Shape *shape = (Shape *)value_as_object(shape_value);
  if (shape->flags || !value_same(field_get(&shape->parent), r.old_shape)) return true;
  if (((Shape *)value_as_object(r.old_shape))->tracking) return true;  // the place may still change
  Entry entry = {IC_ADD, old_id, shape_place(shape, shape->slots - 1), shape_value};
  remember(vm, code, cache, &entry);
  return true;
}

bool cached_set(VM *vm, Code *code, uint32_t cache, Handle object, Handle value) {
  if (!value_is_object(*object)) return put_generic(vm, code, cache, object, value);
  InlineCache *ic = &code->caches[cache];
  if (cache_state(ic) == IC_POLYMORPHIC) {
    const Field *entry = polymorphic_find(vm, ic, value_shape_id(*object));
    CacheState state = entry ? (CacheState)(uint16_t)(entry[0].value_.bits >> 32) : IC_EMPTY;
    if (state == IC_OWN || state == IC_OWN_INOBJECT) {
      store_in_slot(vm, value_as_object(*object), value_as_int(field_get(&entry[1])), *value);
      return true;
    }
    if (state == IC_ADD && add_as_remembered(vm, value_as_object(*object), entry, *value)) return true;
  }
  if ((cache_state(ic) == IC_MEGAMORPHIC || (object_shape(vm, *object)->flags & SHAPE_DICTIONARY)) &&
      overwrite_own_slot(vm, *object, field_get(&ic->name), *value)) {
    return true;
  }
  Lookup lookup;
  lookup_named(vm, *object, field_get(&ic->name), &lookup);
  Shape *shape = (Shape *)value_as_object(value_shape(vm, *object));
  bool plain = !(shape->flags & (SHAPE_DICTIONARY | SHAPE_NOT_EXTENSIBLE | SHAPE_PROTOTYPE));
  bool writable_slot = lookup.type == LOOKUP_SLOT && (lookup.attributes & ATTR_WRITABLE);
  if (plain && writable_slot && lookup.depth == 0) {
    Entry entry;
    store_in_slot(vm, value_as_object(*object), shape_place(shape, lookup.slot), *value);
    if (entry_for_lookup(vm, *object, &lookup, &entry)) remember(vm, code, cache, &entry);
    return true;
  }
  bool nothing_there = lookup.type == LOOKUP_NONE && !lookup.outside;
  if (plain && (nothing_there || (writable_slot && lookup.depth > 0)) && object_adds_plainly(*object)) {
    return add_and_remember(vm, code, cache, object, value);
  }
  return put_generic(vm, code, cache, object, value);
}

bool cached_define(VM *vm, Code *code, uint32_t cache, Handle object, Handle value) {
  ROOTS(vm, key);
  r.key = field_get(&code->caches[cache].name);
  return define_data(vm, object, &r.key, value, ATTR_ALL);
}

// -------------------------------------------------------------------------------------------------------- globals

static bool throw_uninitialized(VM *vm, Handle name) {
  return throw_reference(vm, "Cannot access '%v' before initialization", name);
}

// Script-scope let and const hide global properties.
static bool lexical_lookup(VM *vm, Value key, Lookup *lookup) {
  lookup_named(vm, runtime(vm)->script_scope, key, lookup);
  return lookup->type != LOOKUP_NONE;
}

// An own slot of the global object, which a cache may keep.
static void remember_global(VM *vm, Code *code, uint32_t cache, const Lookup *lookup) {
  Value global = runtime(vm)->global;
  Shape *shape = (Shape *)value_as_object(value_shape(vm, global));
  if (lookup->type != LOOKUP_SLOT || lookup->depth > 0 || !shape_is_cacheable(shape)) return;
  Entry entry = {IC_OWN, heap_object_aux(value_as_object(global)), shape_place(shape, lookup->slot), VALUE_EMPTY};
  cache_fill(vm, (Feedback *)value_as_object(field_get(&code->feedback)), &code->caches[cache], &entry);
}

// *lookup: the property of the global object; of type LOOKUP_NONE if the binding is elsewhere.
static bool read_global(VM *vm, Handle key, bool or_undefined, Lookup *lookup, Slot out) {
  ROOTS(vm, result);
  if (lexical_lookup(vm, *key, lookup)) {
    lookup->type = LOOKUP_NONE;
    TRY(get(vm, &runtime(vm)->script_scope, key, &r.result));
    if (value_is_empty(r.result)) return throw_uninitialized(vm, key);
    *out = r.result;
    return true;
  }
  lookup_named(vm, runtime(vm)->global, *key, lookup);
  if (lookup->type == LOOKUP_NONE && !or_undefined) return throw_not_defined(vm, key);
  r.result = VALUE_UNDEFINED;
  if (lookup->type != LOOKUP_NONE) TRY(get(vm, &runtime(vm)->global, key, &r.result));
  *out = r.result;
  return true;
}

bool get_global(VM *vm, Handle name, bool or_undefined, Slot out) {
  Lookup lookup;
  return read_global(vm, name, or_undefined, &lookup, out);
}

bool cached_get_global(VM *vm, Code *code, uint32_t cache, bool or_undefined, Slot out) {
  ROOTS(vm, key);
  r.key = field_get(&code->caches[cache].name);
  Lookup lookup;
  TRY(read_global(vm, &r.key, or_undefined, &lookup, out));
  remember_global(vm, code, cache, &lookup);
  return true;
}

static bool set_lexical(VM *vm, Handle key, Handle value, const Lookup *lookup) {
  ROOTS(vm, old);
  TRY(get(vm, &runtime(vm)->script_scope, key, &r.old));
  if (value_is_empty(r.old)) return throw_uninitialized(vm, key);
  if (!(lookup->attributes & ATTR_WRITABLE)) return throw_type(vm, "Assignment to constant variable.");
  return put(vm, &runtime(vm)->script_scope, key, value);
}

static bool write_global(VM *vm, Handle key, Handle value, bool strict, Lookup *lookup) {
  if (lexical_lookup(vm, *key, lookup)) {
    TRY(set_lexical(vm, key, value, lookup));
    lookup->type = LOOKUP_NONE;
    return true;
  }
  lookup_named(vm, runtime(vm)->global, *key, lookup);
  if (lookup->type == LOOKUP_NONE && strict) return throw_reference(vm, "%v is not defined", key);
  bool ok;
  return put_with(vm, &runtime(vm)->global, key, value, &runtime(vm)->global, strict, &ok);
}

bool set_global(VM *vm, Handle name, Handle value) {
  Lookup lookup;
  return write_global(vm, name, value, (vm->frame->code->flags & CODE_STRICT) != 0, &lookup);
}

bool cached_set_global(VM *vm, Code *code, uint32_t cache, Handle value) {
  ROOTS(vm, key);
  r.key = field_get(&code->caches[cache].name);
  Lookup lookup;
  TRY(write_global(vm, &r.key, value, (code->flags & CODE_STRICT) != 0, &lookup));
  if (lookup.attributes & ATTR_WRITABLE) remember_global(vm, code, cache, &lookup);
  return true;
}
