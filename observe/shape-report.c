// observe/shape-report.c - reads a Shape, its descriptors, its ancestors and its table of transitions.
#include "observe/shape-report.h"

#include <stdlib.h>

#include "base/memory.h"
#include "objects/dictionary.h"
#include "objects/object.h"
#include "observe/graph.h"
#include "vm/roots.h"

static void *zeroed(size_t count, size_t size) { return checked_calloc(count + 1, size); }

static char *key_text(Value key) {
  char *text;
  TEXT_OF(text, out, graph_print_key(out, key));
  return text;
}

// ------------------------------------------------------------------------------------------------------ properties

static ShapeProperty property_of(const Shape *shape, const Descriptor *d) {
  ShapeProperty property = {.name = key_text(field_get(&d->key)), .attributes = descriptor_attributes(d), .slot = -1};
  unsigned slot = descriptor_slot(d);
  if (property.attributes & ATTR_INTERNAL) {
    property.place = "computed";
  } else if (slot < shape->inobject) {
    property.place = "in the object";
    property.slot = (int)slot;
  } else {
    property.place = "in properties";
    property.slot = (int)(slot - shape->inobject);
  }
  return property;
}

static void read_descriptors(const Shape *shape, ShapeReport *out) {
  out->properties = zeroed(shape->count, sizeof *out->properties);
  for (uint32_t i = 0; i < shape->count; i++) {
    out->properties[out->property_count++] = property_of(shape, shape_descriptor(shape, (int)i));
  }
}

static void read_dictionary(const NameDictionary *d, ShapeReport *out) {
  out->properties = zeroed(dictionary_used(d), sizeof *out->properties);
  for (uint32_t i = 0; i < dictionary_used(d); i++) {
    Value key = field_get(&d->entries[i].key);
    if (!value_is_pointer(key)) continue;
    out->properties[out->property_count++] =
        (ShapeProperty){.name = key_text(key),
                        .place = "in the dictionary",
                        .slot = -1,
                        .attributes = value_as_int(field_get(&d->entries[i].detail)) & 0xFF};
  }
}

// ------------------------------------------------------------------------------------------------------ relatives

static const Shape *parent_of(const Shape *shape) {
  Value parent = field_get(&shape->parent);
  return value_is_pointer(parent) ? (const Shape *)(const void *)value_as_object(parent) : NULL;
}

static ShapeStep step_to(const Shape *shape) {
  Value key = field_get(&shape->key);
  return (ShapeStep){.id = heap_object_aux(&shape->head), .added = parent_of(shape) ? key_text(key) : NULL};
}

static void read_chain(const Shape *shape, ShapeReport *out) {
  for (const Shape *s = shape; s; s = parent_of(s)) out->chain_length++;
  out->chain = zeroed(out->chain_length, sizeof *out->chain);
  size_t i = out->chain_length;
  for (const Shape *s = shape; s; s = parent_of(s)) out->chain[--i] = step_to(s);
}

static void read_transitions(const Shape *shape, ShapeReport *out) {
  Value table = field_get(&shape->transitions);
  if (!value_is_pointer(table)) return;
  const Transitions *transitions = (const Transitions *)(const void *)value_as_object(table);
  out->transitions = zeroed(transitions->capacity, sizeof *out->transitions);
  for (uint32_t i = 0; i < transitions->capacity; i++) {
    Value child = field_get(&transitions->children[i]);
    if (!value_is_pointer(child)) continue;
    out->transitions[out->transition_count++] = step_to((const Shape *)(const void *)value_as_object(child));
  }
}

static int by_id(const void *a, const void *b) {
  uint32_t x = ((const ShapeStep *)a)->id, y = ((const ShapeStep *)b)->id;
  return x < y ? -1 : x > y;
}

void shape_report(VM *vm, Handle object, ShapeReport *out) {
  *out = (ShapeReport){0};
  NO_GC(vm) {
    const Shape *shape = object_shape(vm, *object);
    Value properties = field_get(&as_object(object)->properties);
    out->id = heap_object_aux(&shape->head);
    TEXT_OF(out->of, text, graph_print_class(text, vm, *object));
    out->dictionary = (shape->flags & SHAPE_DICTIONARY) != 0;
    out->extensible = !(shape->flags & SHAPE_NOT_EXTENSIBLE);
    out->prototype = (shape->flags & SHAPE_PROTOTYPE) != 0;
    out->slots = shape->slots;
    out->inobject = shape->inobject;
    bool dictionary = value_is_kind(properties, KIND_NAME_DICTIONARY);
    if (dictionary) read_dictionary((const NameDictionary *)value_as_object(properties), out);
    else read_descriptors(shape, out);
    read_chain(shape, out);
    read_transitions(shape, out);
  }
  if (out->transition_count > 0) qsort(out->transitions, out->transition_count, sizeof *out->transitions, by_id);
}

void shape_report_free(ShapeReport *report) {
  for (size_t i = 0; i < report->property_count; i++) free(report->properties[i].name);
  for (size_t i = 0; i < report->chain_length; i++) free(report->chain[i].added);
  for (size_t i = 0; i < report->transition_count; i++) free(report->transitions[i].added);
  free(report->properties);
  free(report->chain);
  free(report->transitions);
  free(report->of);
}

// ------------------------------------------------------------------------------------------------------ in words

static void print_property(FILE *out, const ShapeProperty *p) {
  fprintf(out, "  %-16s %s", p->name, p->place);
  if (p->slot >= 0) fprintf(out, ", slot %d", p->slot);
  if (p->attributes & ATTR_ACCESSOR) fputs(", accessor", out);
  else if (!(p->attributes & ATTR_WRITABLE)) fputs(", not writable", out);
  if (!(p->attributes & ATTR_ENUMERABLE)) fputs(", not enumerable", out);
  if (!(p->attributes & ATTR_CONFIGURABLE)) fputs(", not configurable", out);
  fputc('\n', out);
}

// Long lists show their beginning, and how much more there is.
#define MOST_SHOWN 16

static bool is_folded(size_t i, size_t count) { return count > MOST_SHOWN + 1 && i >= MOST_SHOWN; }

static void print_properties(FILE *out, const ShapeReport *r) {
  for (size_t i = 0; i < r->property_count; i++) {
    if (is_folded(i, r->property_count)) {
      fprintf(out, "  ... %zu more\n", r->property_count - i);
      return;
    }
    print_property(out, &r->properties[i]);
  }
}

// Of a long chain the last steps, which lead to the class itself.
static void print_chain(FILE *out, const ShapeReport *r) {
  size_t skipped = r->chain_length > MOST_SHOWN + 1 ? r->chain_length - MOST_SHOWN : 0;
  fprintf(out, "made as: %u", r->chain[0].id);
  if (skipped > 1) fprintf(out, " → ... %zu more", skipped - 1);
  for (size_t i = skipped ? skipped : 1; i < r->chain_length; i++) {
    fprintf(out, " → +%s %u", r->chain[i].added, r->chain[i].id);
  }
  fputc('\n', out);
}

static void print_transitions(FILE *out, const ShapeReport *r) {
  fputs("made from it:", out);
  for (size_t i = 0; i < r->transition_count; i++) {
    if (is_folded(i, r->transition_count)) {
      fprintf(out, ", ... %zu more", r->transition_count - i);
      break;
    }
    fprintf(out, "%s +%s %u", i > 0 ? "," : "", r->transitions[i].added, r->transitions[i].id);
  }
  fputc('\n', out);
}

void shape_report_print(FILE *out, const ShapeReport *r) {
  fprintf(out, "hidden class %u, of %s: ", r->id, r->of);
  if (r->dictionary) fprintf(out, "dictionary mode, %zu properties", r->property_count);
  else fprintf(out, "%zu properties, %u slots in use, %u in the object", r->property_count, r->slots, r->inobject);
  if (!r->extensible) fputs(", not extensible", out);
  if (r->prototype) fputs(", of this object alone (it is a prototype)", out);
  fputc('\n', out);
  print_properties(out, r);
  if (r->chain_length > 1) print_chain(out, r);
  if (r->transition_count > 0) print_transitions(out, r);
}
