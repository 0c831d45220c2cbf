// observe/graph-edges.c - what an object points to, and by what name.
//
// Properties, elements and variables are edges from the object itself, as V8 has them in its snapshots; the arrays that
// hold them are nodes too, with edges of their own to the same values.
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "objects/dictionary.h"
#include "objects/hash-table.h"
#include "objects/object.h"
#include "objects/weak-table.h"
#include "observe/graph.h"

static void edge_named(Graph *g, Value to, EdgeType type, const char *text) {
  graph_add_edge(g, to, type, NAME_TEXT, (GraphEdge){.text = text});
}

static void edge_internal(Graph *g, Value to, const char *text) { edge_named(g, to, EDGE_INTERNAL, text); }

static void edge_keyed(Graph *g, Value to, EdgeType type, EdgeForm form, Value key) {
  graph_add_edge(g, to, type, form, (GraphEdge){.key = key});
}

static void edge_indexed(Graph *g, Value to, EdgeType type, uint64_t index) {
  graph_add_edge(g, to, type, NAME_INDEX, (GraphEdge){.index = index});
}

// The tagged words of an object: from the result on to *end.
static const Value *tagged_words(Graph *g, const HeapObject *object, const Value **end) {
  const KindInfo *kind = &kind_table[heap_object_kind(object)];
  const Value *words = (const Value *)(const void *)object;
  *end = words;
  if (kind->first_pointer == 0) return words;
  if ((kind->flags & KIND_POINTER_FLAG) && !(heap_object_flags(object) & HEADER_HAS_POINTERS)) return words;
  *end = words + (kind->end_pointer ? kind->end_pointer : heap_object_size(vm_heap(g->vm), object) / sizeof(Value));
  return words + kind->first_pointer;
}

// ------------------------------------------------------------------------------------------------- fields by name

#define MOST_FIELDS 9

static const char *const field_names[KIND_COUNT][MOST_FIELDS] = {
#define KIND(NAME, text, layout, shown, snapshot, class_name, told, type, ...) [KIND_##NAME] = {__VA_ARGS__},
#include "objects/kinds.def"
};

// A word without a name of its own goes by its place.
static void add_field(Graph *g, Kind kind, size_t field, Value value) {
  const char *name = field < MOST_FIELDS ? field_names[kind][field] : NULL;
  if (name == NULL) edge_indexed(g, value, EDGE_HIDDEN, field);
  else edge_internal(g, value, name);
}

static void add_words(Graph *g, const HeapObject *object) {
  const Value *end, *p = tagged_words(g, object, &end), *first = p;
  for (; p < end; p++) add_field(g, (Kind)heap_object_kind(object), (size_t)(p - first), *p);
}

static void add_weak_words(Graph *g, const HeapObject *object) {
  const Value *end, *p = tagged_words(g, object, &end), *first = p;
  for (; p < end; p++) {
    const GraphEdge name = {.form = NAME_INDEX, .index = (uint64_t)(p - first)};
    // entries of an inline cache live as long as the cache: they are part of it
    if (value_is_kind(*p, KIND_CACHE_ENTRIES)) edge_indexed(g, *p, EDGE_HIDDEN, name.index);
    else graph_add_weak_edge(g, *p, name);
  }
}

// ------------------------------------------------------------------------------------------------------ properties

static void add_property(Graph *g, Value key, Value value, int attributes) {
  if (!(attributes & ATTR_ACCESSOR)) {
    edge_keyed(g, value, EDGE_PROPERTY, NAME_KEY, key);
    return;
  }
  if (!value_is_kind(value, KIND_ACCESSOR)) return;
  const AccessorPair *pair = (const AccessorPair *)value_as_object(value);
  edge_keyed(g, field_get(&pair->getter), EDGE_PROPERTY, NAME_GETTER, key);
  edge_keyed(g, field_get(&pair->setter), EDGE_PROPERTY, NAME_SETTER, key);
  edge_keyed(g, value, EDGE_INTERNAL, NAME_KEY, key);
}

static void add_dictionary(Graph *g, const NameDictionary *d) {
  for (uint32_t i = 0; i < dictionary_used(d); i++) {
    Value key = field_get(&d->entries[i].key);
    if (!value_is_pointer(key)) continue;
    add_property(g, key, field_get(&d->entries[i].value), value_as_int(field_get(&d->entries[i].detail)));
  }
}

static void add_slots(Graph *g, const JSObject *object, const Shape *shape) {
  for (uint32_t i = 0; i < shape->count; i++) {
    const Descriptor *d = shape_descriptor(shape, (int)i);
    int attributes = descriptor_attributes(d);
    if (attributes & ATTR_INTERNAL) continue;
    add_property(g, field_get(&d->key), field_get(object_slot(object, shape, descriptor_slot(d))), attributes);
  }
}

// Slots that no property uses hold no pointers; should one do so, it is seen.
static void add_other_slots(Graph *g, const JSObject *object, const Shape *shape) {
  const Value *words = (const Value *)(const void *)object;
  unsigned used = shape->flags & SHAPE_DICTIONARY ? 0 : shape->slots < shape->inobject ? shape->slots : shape->inobject;
  size_t end = heap_object_size(vm_heap(g->vm), &object->head) / sizeof(Value);
  for (size_t i = shape->slots_at + used; i < end; i++) edge_indexed(g, words[i], EDGE_HIDDEN, i);
}

static void add_elements(Graph *g, const HeapObject *store) {
  if (heap_object_kind(store) == KIND_ELEMENTS) {
    const Elements *elements = (const Elements *)store;
    if (!(heap_object_flags(store) & HEADER_HAS_POINTERS)) return;
    for (uint32_t i = 0; i < elements->capacity; i++) edge_indexed(g, field_get(&elements->values[i]), EDGE_ELEMENT, i);
    return;
  }
  const NumberDictionary *d = (const NumberDictionary *)store;
  for (uint32_t i = 0; i < numbers_used(d); i++) {
    const NumberEntry *e = &d->entries[i];
    if (value_is_number(field_get(&e->key))) {
      edge_indexed(g, field_get(&e->value), EDGE_ELEMENT, (uint64_t)value_as_number(field_get(&e->key)));
    }
  }
}

// ------------------------------------------------------------------------------------------------------ objects

static void add_object(Graph *g, const HeapObject *head) {
  const JSObject *object = (const JSObject *)head;
  const Value *words = (const Value *)(const void *)head;
  const Shape *shape = (const Shape *)(const void *)heap_shape_at(vm_heap(g->vm), heap_object_aux(head));
  Kind kind = (Kind)heap_object_kind(head);
  Value properties = field_get(&object->properties), elements = field_get(&object->elements);
  if (shape == NULL) {
    add_words(g, head);
    return;
  }
  bool dictionary = value_is_kind(properties, KIND_NAME_DICTIONARY);
  if (dictionary) add_dictionary(g, (const NameDictionary *)value_as_object(properties));
  else add_slots(g, object, shape);
  if (value_is_pointer(elements)) add_elements(g, value_as_object(elements));
  edge_named(g, field_get(&shape->prototype), EDGE_PROPERTY, "__proto__");
  edge_internal(g, value_pointer(shape), "map");
  edge_internal(g, properties, "properties");
  edge_internal(g, elements, "elements");
  for (size_t i = sizeof(JSObject) / sizeof(Value); i < shape->slots_at; i++) {
    size_t field = i - sizeof(JSObject) / sizeof(Value);
    const char *name = field < MOST_FIELDS ? field_names[kind][field] : NULL;
    if (name && strcmp(name, "prototype") == 0) edge_named(g, words[i], EDGE_PROPERTY, name);
    else add_field(g, kind, field, words[i]);
  }
  add_other_slots(g, object, shape);
  if (kind == KIND_ARRAY_BUFFER) graph_add_bytes(g, head);
}

// ------------------------------------------------------------------------------------------------------ other parts

static void add_context(Graph *g, const Context *context) {
  const Elements *info = (const Elements *)value_as_object(field_get(&context->scope_info));
  size_t slots = heap_object_size(vm_heap(g->vm), &context->head) / sizeof(Value) - sizeof(Context) / sizeof(Value);
  edge_internal(g, field_get(&context->scope_info), "scope_info");
  edge_internal(g, field_get(&context->parent), "previous");
  for (size_t i = 0; i < slots; i++) {
    Value value = field_get(&context->slots[i]);
    Value name = i + 1 < info->capacity ? field_get(&info->values[i + 1]) : VALUE_EMPTY;
    if (value_is_string(name)) edge_keyed(g, value, EDGE_CONTEXT, NAME_KEY, name);
    else edge_indexed(g, value, EDGE_HIDDEN, i);
  }
}

static void add_hash_table(Graph *g, const HashTable *table) {
  for (uint32_t i = 0; i < hash_table_used(table); i++) {
    Value key = hash_table_key(table, i);
    edge_keyed(g, key, EDGE_INTERNAL, NAME_MAP_KEY, key);
    if (hash_entry_words(table) == 2) edge_keyed(g, hash_table_value(table, i), EDGE_INTERNAL, NAME_MAP_VALUE, key);
  }
  edge_internal(g, field_get(&table->next), "next");
}

static void add_pairs(Graph *g, const WeakTable *table) {
  for (uint64_t i = 0; i < table->places; i++) {
    graph_add_pair(g, field_get(&table->entries[i].key), field_get(&table->entries[i].value));
  }
}

static int by_shape_id(const void *a, const void *b) {
  uint32_t x = heap_object_aux(value_as_object(*(const Value *)a)),
           y = heap_object_aux(value_as_object(*(const Value *)b));
  return x < y ? -1 : x > y;
}

// The children in the order of their ids: their places in the table depend on the seed of the hashes.
static void add_transitions(Graph *g, const Transitions *table) {
  Value *children = checked_malloc((table->used + 1) * sizeof *children);
  uint32_t count = 0;
  for (uint32_t i = 0; i < table->capacity; i++) {
    Value child = field_get(&table->children[i]);
    if (value_is_pointer(child)) children[count++] = child;
  }
  qsort(children, count, sizeof *children, by_shape_id);
  for (uint32_t i = 0; i < count; i++) graph_add_weak_edge(g, children[i], (GraphEdge){.form = NAME_INDEX, .index = i});
  free(children);
}

void graph_add_edges_of(Graph *g, const HeapObject *object) {
  Kind kind = (Kind)heap_object_kind(object);
  if (kind >= KIND_OBJECT) add_object(g, object);
  else if (kind == KIND_CONTEXT) add_context(g, (const Context *)object);
  else if (kind == KIND_HASH_TABLE) add_hash_table(g, (const HashTable *)object);
  else if (kind == KIND_WEAK_TABLE) add_pairs(g, (const WeakTable *)object);
  else if (kind == KIND_TRANSITIONS) add_transitions(g, (const Transitions *)object);
  else if (kind_table[kind].flags & KIND_WEAK) add_weak_words(g, object);
  else add_words(g, object);
}
