// objects/shape.c - hidden classes: root shapes, transitions, lookup.
//
// Descriptors are shared along a chain of transitions: a shape with n properties uses the first n.  The second child of
// a shape copies them.  Parents know their children weakly: a child lives as long as an object has it or it has a child
// itself, and its parent makes it anew when it is wanted again.  Root shapes hang on the shape of their prototype
// (`roots`), so they live as long as it.
#include "objects/shape.h"

#include <stdlib.h>

#include "base/memory.h"
#include "objects/object.h"
#include "objects/roots.h"

// ----------------------------------------------------------------------------------------------------- descriptors

// Of more descriptors, which prototypes, the global object and large literals have, a key is found by a hash.
enum { MOST_SEARCHED = 128 };

static uint32_t key_hash(Value key) { return heap_object_aux(value_as_object(key)); }

static uint32_t hash_size(uint32_t room) {
  uint32_t size = 2 * MOST_SEARCHED;
  if (room <= MOST_SEARCHED) return 0;
  while (size < 2 * room) size *= 2;
  return size;
}

// The place in the hash that holds the number of the key's entry, or an empty one.
static Field *hash_place(const Descriptors *d, Value key) {
  Field *places = (Field *)(uintptr_t)&d->entries[d->room].key;
  uint32_t mask = hash_size(d->room) - 1;
  for (uint32_t i = key_hash(key) & mask;; i = (i + 1) & mask) {
    Value entry = field_get(&places[i]);
    if (value_is_empty(entry) || value_same(field_get(&d->entries[value_as_int(entry)].key), key)) return &places[i];
  }
}

static void hash_entry(const Descriptors *d, uint32_t entry) {
  if (d->room > MOST_SEARCHED) hash_place(d, field_get(&d->entries[entry].key))->value_ = value_int((int32_t)entry);
}

static void hash_again(Descriptors *d) {
  if (d->room <= MOST_SEARCHED) return;
  memset(&d->entries[d->room], 0, hash_size(d->room) * sizeof(Value));
  for (int i = 0; i < value_as_int(field_get(&d->used)); i++) hash_entry(d, (uint32_t)i);
}

static void descriptors_new(VM *vm, uint32_t room, Slot out) {
  size_t bytes = sizeof(Descriptors) + room * sizeof(Descriptor) + hash_size(room) * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_DESCRIPTORS, bytes, ALLOCATE_OLD, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_DESCRIPTORS, 0, 0, 0);
  Descriptors *descriptors = (Descriptors *)object;
  descriptors->length = 1 + 2 * room + hash_size(room);
  descriptors->room = room;
  descriptors->used.value_ = value_int(0);
  *out = value_pointer(object);
}

static uint32_t descriptors_used(const Descriptors *d) { return (uint32_t)value_as_int(field_get(&d->used)); }

static void descriptors_copy(VM *vm, Handle from, uint32_t count, uint32_t room, Slot out) {
  ROOTS(vm, from);
  r.from = *from;
  descriptors_new(vm, room, out);
  Descriptors *target = as_descriptors(out), *source = as_descriptors(&r.from);
  for (uint32_t i = 0; i < count; i++) {
    field_set(vm, target, &target->entries[i].key, field_get(&source->entries[i].key));
    field_set(vm, target, &target->entries[i].detail, field_get(&source->entries[i].detail));
  }
  target->used.value_ = value_int((int32_t)count);
  hash_again(target);
}

static void descriptors_append(VM *vm, Handle descriptors, Handle key, int detail) {
  Descriptors *d = as_descriptors(descriptors);
  uint32_t used = descriptors_used(d);
  field_set(vm, d, &d->entries[used].key, *key);
  field_set(vm, d, &d->entries[used].detail, value_int(detail));
  d->used.value_ = value_int((int32_t)used + 1);
  hash_entry(d, used);
}

// ---------------------------------------------------------------------------------------------------------- shapes

static void shape_new(VM *vm, Kind kind, Handle prototype, Slot out) {
  ROOTS(vm, prototype);
  r.prototype = *prototype;
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_SHAPE, sizeof(Shape), ALLOCATE_SHAPE, NULL);
  memset(object, 0, sizeof(Shape));
  object->header = header_make(KIND_SHAPE, 0, sizeof(Shape) / 8, 0);
  heap_object_set_aux(object, heap_shape_add(vm_heap(vm), object));
  Shape *shape = (Shape *)object;
  shape->kind = (uint8_t)kind;
  field_set(vm, shape, &shape->prototype, r.prototype);
  field_set(vm, shape, &shape->descriptors, runtime(vm)->empty_descriptors);
  *out = value_pointer(object);
}

// Shapes never move, so raw pointers to them stay true; they are kept alive by the handles.
static void shape_copy_fields(Shape *to, const Shape *from) {
  to->count = from->count;
  to->slots = from->slots;
  to->inobject = from->inobject;
  to->slots_at = from->slots_at;
}

void shape_copy(VM *vm, Handle shape, unsigned flags, Slot out) {
  ROOTS(vm, shape, descriptors, copy);
  r.shape = *shape;
  Value prototype = field_get(&as_shape(shape)->prototype);
  shape_new(vm, (Kind)as_shape(shape)->kind, &prototype, &r.copy);
  shape_copy_fields(as_shape(&r.copy), as_shape(&r.shape));
  as_shape(&r.copy)->flags = (uint8_t)(as_shape(&r.shape)->flags | flags);
  r.descriptors = field_get(&as_shape(&r.shape)->descriptors);
  uint32_t count = as_shape(&r.shape)->count;
  descriptors_copy(vm, &r.descriptors, count, count + 4, &r.descriptors);
  field_set(vm, as_shape(&r.copy), &as_shape(&r.copy)->descriptors, r.descriptors);
  field_set(vm, as_shape(&r.copy), &as_shape(&r.copy)->roots, field_get(&as_shape(&r.shape)->roots));
  *out = r.copy;
}

static bool has_children(const Shape *shape) {
  Value t = field_get(&shape->transitions);
  return !value_is_empty(t) && ((const Transitions *)value_as_object(t))->used > 0;
}

// What lies behind the shape's own descriptors was added by children that have died.
static void descriptors_cut(Descriptors *d, uint32_t count) {
  for (uint32_t i = count; i < descriptors_used(d); i++) {
    d->entries[i].key.value_ = VALUE_EMPTY;
    d->entries[i].detail.value_ = VALUE_EMPTY;
  }
  d->used.value_ = value_int((int32_t)count);
  hash_again(d);
}

// Descriptors with room for one more after the shape's own: its own if it is the longest of its chain.
static void descriptors_for_append(VM *vm, Handle shape, Slot out) {
  *out = field_get(&as_shape(shape)->descriptors);
  uint32_t count = as_shape(shape)->count;
  Descriptors *d = as_descriptors(out);
  if (descriptors_used(d) > count && !has_children(as_shape(shape))) descriptors_cut(d, count);
  if (descriptors_used(d) == count && count < d->room) return;
  descriptors_copy(vm, out, count, count + count / 2 + 4, out);
}

static void child_new(VM *vm, Handle shape, Handle key, int detail, bool takes_slot, Slot out) {
  ROOTS(vm, shape, key, descriptors, child);
  r.shape = *shape;
  r.key = *key;
  Value prototype = field_get(&as_shape(shape)->prototype);
  shape_new(vm, (Kind)as_shape(&r.shape)->kind, &prototype, &r.child);
  Shape *parent = as_shape(&r.shape), *child = as_shape(&r.child);  // shapes never move
  shape_copy_fields(child, parent);
  child->flags = parent->flags;
  child->count++;
  child->slots += takes_slot;
  descriptors_for_append(vm, &r.shape, &r.descriptors);
  descriptors_append(vm, &r.descriptors, &r.key, detail);
  field_set(vm, child, &child->descriptors, r.descriptors);
  field_set(vm, child, &child->parent, r.shape);
  field_set(vm, child, &child->key, r.key);
  field_set(vm, child, &child->detail, value_int(detail));
  *out = r.child;
}

// ----------------------------------------------------------------------------------------------------- transitions

// Most shapes have but one child: their table has one place.
static uint32_t most_children(uint32_t capacity) { return (capacity + 1) / 2; }

static bool child_matches(Value child, Value key, int detail) {
  const Shape *shape = (const Shape *)value_as_object(child);
  return value_same(field_get(&shape->key), key) && value_as_int(field_get(&shape->detail)) == detail;
}

static uint32_t place_for(const Transitions *table, Value child) {
  uint32_t mask = table->capacity - 1;
  uint32_t i = key_hash(field_get(&((const Shape *)value_as_object(child))->key)) & mask;
  while (!value_is_empty(field_get(&table->children[i]))) i = (i + 1) & mask;
  return i;
}

static void table_insert(VM *vm, Transitions *table, Value child) {
  field_set(vm, table, &table->children[place_for(table, child)], child);
  table->used++;
}

static void table_new(VM *vm, uint32_t capacity, Slot out) {
  size_t bytes = sizeof(Transitions) + capacity * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_TRANSITIONS, bytes, ALLOCATE_OLD, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_TRANSITIONS, 0, 0, 0);
  ((Transitions *)object)->capacity = capacity;
  *out = value_pointer(object);
}

static Value transition_find(const Shape *shape, Value key, int detail) {
  Value t = field_get(&shape->transitions);
  if (value_is_empty(t)) return VALUE_EMPTY;
  const Transitions *table = (const Transitions *)value_as_object(t);
  uint32_t mask = table->capacity - 1, i = key_hash(key) & mask;
  for (uint32_t n = 0; n < table->capacity; n++, i = (i + 1) & mask) {
    Value child = field_get(&table->children[i]);
    if (value_is_empty(child) || child_matches(child, key, detail)) return child;
  }
  return VALUE_EMPTY;
}

static void transition_insert(VM *vm, Handle shape, Handle child) {
  ROOTS(vm, table, old);
  r.table = r.old = field_get(&as_shape(shape)->transitions);
  uint32_t capacity = value_is_empty(r.old) ? 0 : as_transitions(&r.old)->capacity;
  if (capacity == 0 || as_transitions(&r.old)->used == most_children(capacity)) {
    table_new(vm, capacity < 2 ? capacity * 3 + 1 : capacity * 2, &r.table);
    Transitions *table = as_transitions(&r.table);
    const Transitions *old = capacity == 0 ? NULL : as_transitions(&r.old);
    for (uint32_t i = 0; old && i < old->capacity; i++) {  // it may have shrunk meanwhile
      Value v = field_get(&old->children[i]);
      if (!value_is_empty(v)) table_insert(vm, table, v);
    }
    field_set(vm, as_shape(shape), &as_shape(shape)->transitions, r.table);
  }
  table_insert(vm, as_transitions(&r.table), *child);
}

// ---- the dead leave

// Puts the `count` children back into the table, which is empty.  Shapes are old and do not move: no barrier is needed.
static void table_fill(Transitions *table, const Value *children, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) table->children[place_for(table, children[i])].value_ = children[i];
  table->used = count;
}

static void table_shrink(Heap *heap, Transitions *table, uint32_t capacity) {
  size_t old_bytes = sizeof(Transitions) + table->capacity * sizeof(Value);
  heap_shrink_weakly(heap, &table->head, old_bytes, sizeof(Transitions) + capacity * sizeof(Value));
  table->capacity = capacity;
}

void transitions_process_weak(Heap *heap, Transitions *table) {
  uint32_t live = 0, capacity = 1;
  for (uint32_t i = 0; i < table->capacity; i++) {
    Value child = field_get(&table->children[i]);
    live += value_is_pointer(child) && heap_is_live(heap, value_as_object(child));
  }
  if (live == table->used) return;
  Value *children = checked_malloc((live + 1) * sizeof children[0]);
  uint32_t count = 0;
  for (uint32_t i = 0; i < table->capacity; i++) {
    Value child = field_get(&table->children[i]);
    if (value_is_pointer(child) && heap_is_live(heap, value_as_object(child))) children[count++] = child;
    table->children[i].value_ = VALUE_EMPTY;
  }
  while (most_children(capacity) < 2 * live) capacity = capacity == 1 ? 4 : capacity * 2;
  if (capacity <= table->capacity / 2) table_shrink(heap, table, capacity);
  table_fill(table, children, live);
  free(children);
}

static void transition(VM *vm, Handle shape, Handle key, int detail, bool takes_slot, Slot out) {
  Value found = transition_find(as_shape(shape), *key, detail);
  if (!value_is_empty(found)) {
    *out = found;
    return;
  }
  ROOTS(vm, shape, child);
  r.shape = *shape;
  child_new(vm, &r.shape, key, detail, takes_slot, &r.child);
  transition_insert(vm, &r.shape, &r.child);
  *out = r.child;
}

void shape_add(VM *vm, Handle shape, Handle key, int attributes, Slot out) {
  transition(vm, shape, key, attributes | (int)(as_shape(shape)->slots << 8), true, out);
}

void shape_add_internal(VM *vm, Handle shape, Handle key, int attributes, InternalProperty property, Slot out) {
  transition(vm, shape, key, attributes | ATTR_INTERNAL | (int)property << 8, false, out);
}

// -------------------------------------------------------------------------------------------------- an own shape

static LookupCacheEntry *lookup_cache_entry(VM *vm, uint32_t id, Value key) {
  return &runtime(vm)->lookup_cache[(id * 31 + key_hash(key)) % LOOKUP_CACHE_SIZE];
}

void shape_append(VM *vm, Handle shape, Handle key, int detail) {
  ROOTS(vm, descriptors, key);
  r.key = *key;
  descriptors_for_append(vm, shape, &r.descriptors);
  descriptors_append(vm, &r.descriptors, &r.key, detail);
  Shape *own = as_shape(shape);
  field_set(vm, own, &own->descriptors, r.descriptors);
  own->count++;
  LookupCacheEntry *entry = lookup_cache_entry(vm, heap_object_aux(&own->head), r.key);
  if (entry->key == r.key.bits) entry->shape = 0;  // it may say that the shape has no such property
  if (!(detail & ATTR_INTERNAL)) own->slots++;
  own->enum_cache.value_ = VALUE_EMPTY;
}

void shape_remove_at(VM *vm, Handle shape, int index) {
  Shape *own = as_shape(shape);
  for (size_t i = 0; i < LOOKUP_CACHE_SIZE; i++) {
    LookupCacheEntry *entry = &runtime(vm)->lookup_cache[i];
    if (entry->shape == heap_object_aux(&own->head)) entry->shape = 0;
  }
  Descriptors *d = (Descriptors *)value_as_object(field_get(&own->descriptors));
  for (uint32_t i = (uint32_t)index; i + 1 < own->count; i++) {
    field_set(vm, d, &d->entries[i].key, field_get(&d->entries[i + 1].key));
    field_set(vm, d, &d->entries[i].detail, field_get(&d->entries[i + 1].detail));
  }
  own->count--;
  d->entries[own->count].key.value_ = VALUE_EMPTY;
  d->entries[own->count].detail.value_ = VALUE_EMPTY;
  d->used.value_ = value_int((int32_t)own->count);
  hash_again(d);
  own->enum_cache.value_ = VALUE_EMPTY;
}

// ---------------------------------------------------------------------------------------------------------- lookup

// Entries behind the shape's own belong to its children.
static int find_in_hash(const Descriptors *d, uint32_t count, Value key) {
  Value entry = field_get(hash_place(d, key));
  return value_is_empty(entry) || (uint32_t)value_as_int(entry) >= count ? -1 : value_as_int(entry);
}

static int find_descriptor(const Shape *shape, Value key) {
  const Descriptors *d = (const Descriptors *)value_as_object(field_get(&shape->descriptors));
  if (d->room > MOST_SEARCHED) return find_in_hash(d, shape->count, key);
  for (uint32_t i = 0; i < shape->count; i++) {
    if (value_same(field_get(&d->entries[i].key), key)) return (int)i;
  }
  return -1;
}

int shape_find(VM *vm, const Shape *shape, Value key) {
  if (shape->count == 0) return -1;
  uint32_t id = heap_object_aux(&shape->head);
  LookupCacheEntry *entry = lookup_cache_entry(vm, id, key);
  if (entry->shape == id && entry->key == key.bits) return entry->index;
  int index = find_descriptor(shape, key);
  *entry = (LookupCacheEntry){id, index, key.bits};
  return index;
}

// ----------------------------------------------------------------------------------------------------- root shapes

static bool root_matches(Value root, Kind kind, unsigned inobject, unsigned slots_at) {
  const Shape *shape = (const Shape *)value_as_object(root);
  return shape->kind == kind && shape->inobject == inobject && shape->slots_at == slots_at;
}

static void root_new(VM *vm, Kind kind, Handle prototype, unsigned inobject, unsigned slots_at, Slot out) {
  shape_new(vm, kind, prototype, out);
  as_shape(out)->inobject = (uint16_t)inobject;
  as_shape(out)->slots_at = (uint16_t)slots_at;
}

static void roots_new(VM *vm, uint32_t capacity, Slot out) {
  size_t bytes = sizeof(Elements) + capacity * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_ELEMENTS, bytes, ALLOCATE_OLD, NULL);
  memset(object, 0, bytes);
  object->header = header_make(KIND_ELEMENTS, HEADER_HAS_POINTERS, 0, 0);
  ((Elements *)object)->capacity = capacity;
  *out = value_pointer(object);
}

static void grow_roots(VM *vm, Handle shape, uint32_t count) {
  ROOTS(vm, grown);
  roots_new(vm, count ? count * 2 : 2, &r.grown);
  const Value old = field_get(&as_shape(shape)->roots);
  for (uint32_t i = 0; i < count; i++) {
    elements_set(vm, as_elements(&r.grown), i, field_get(&((Elements *)value_as_object(old))->values[i]));
  }
  as_elements(&r.grown)->count = count;
  field_set(vm, as_shape(shape), &as_shape(shape)->roots, r.grown);
}

void shape_root(VM *vm, Kind kind, Handle prototype, unsigned inobject, unsigned slots_at, Slot out) {
  Runtime *rt = runtime(vm);
  if (!value_is_object(*prototype)) {
    if (value_is_pointer(rt->shape_object_null) && root_matches(rt->shape_object_null, kind, inobject, slots_at)) {
      *out = rt->shape_object_null;
    } else {
      root_new(vm, kind, prototype, inobject, slots_at, out);
    }
    return;
  }
  ROOTS(vm, prototype, shape, list, root);
  r.prototype = *prototype;
  object_become_prototype(vm, &r.prototype);
  r.shape = value_pointer(object_shape(vm, r.prototype));
  r.list = field_get(&as_shape(&r.shape)->roots);
  uint32_t count = value_is_pointer(r.list) ? as_elements(&r.list)->count : 0;
  for (uint32_t i = 0; i < count; i++) {
    Value root = field_get(&as_elements(&r.list)->values[i]);
    if (root_matches(root, kind, inobject, slots_at)) {
      *out = root;
      return;
    }
  }
  root_new(vm, kind, &r.prototype, inobject, slots_at, &r.root);
  if (count == 0 || count == as_elements(&r.list)->capacity) grow_roots(vm, &r.shape, count);
  Elements *list = (Elements *)value_as_object(field_get(&as_shape(&r.shape)->roots));
  elements_set(vm, list, count, r.root);
  list->count = count + 1;
  *out = r.root;
}

// -------------------------------------------------------------------------------------------------- slack tracking

#define SLACK 4
#define CONSTRUCTIONS_TRACKED 7

void shape_initial_for_constructor(VM *vm, Handle function, Handle prototype, unsigned expected, Slot out) {
  ROOTS(vm, prototype);
  r.prototype = *prototype;
  (void)function;
  object_become_prototype(vm, &r.prototype);
  unsigned inobject = expected + SLACK > 200 ? 200 : expected + SLACK;
  root_new(vm, KIND_OBJECT, &r.prototype, inobject, sizeof(JSObject) / 8, out);
  as_shape(out)->tracking = CONSTRUCTIONS_TRACKED;
}

typedef void (*ShapeVisitor)(Shape *shape, uint32_t *data);

// Shapes that have died do not count: no object will have them again.
static void walk_transitions(Shape *shape, ShapeVisitor visitor, uint32_t *data) {
  visitor(shape, data);
  Value t = field_get(&shape->transitions);
  if (value_is_empty(t)) return;
  Transitions *table = (Transitions *)value_as_object(t);
  for (uint32_t i = 0; i < table->capacity; i++) {
    Value child = field_get(&table->children[i]);
    if (!value_is_empty(child)) walk_transitions((Shape *)value_as_object(child), visitor, data);
  }
}

static void most_slots(Shape *shape, uint32_t *most) {
  if (shape->slots > *most) *most = shape->slots;
}
static void set_inobject(Shape *shape, uint32_t *inobject) {
  shape->inobject = (uint16_t)*inobject;
  shape->tracking = 0;
}

// The objects made so far are as large as the slack allowed; those to come are as large as any of the tree needs.
void shape_count_construction(VM *vm, Handle shape) {
  (void)vm;
  Shape *root = as_shape(shape);
  if (--root->tracking > 0) return;
  uint32_t most = 0;
  walk_transitions(root, most_slots, &most);
  if (most < root->inobject) walk_transitions(root, set_inobject, &most);
}
