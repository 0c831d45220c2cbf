// observe/shape-report.h - a hidden class in words: its properties, how it came about, what is made from it.
#ifndef NODULE_OBSERVE_SHAPE_REPORT_H
#define NODULE_OBSERVE_SHAPE_REPORT_H

#include "vm/vm.h"

typedef struct ShapeProperty {
  char *name;
  const char *place;  // "in the object", "in properties", "in the dictionary", "computed"
  int slot;           // -1: none
  int attributes;     // ATTR_...
} ShapeProperty;

// A step from one hidden class to the next: by adding a property.
typedef struct ShapeStep {
  char *added;  // NULL: a root, made with no property
  uint32_t id;
} ShapeStep;

typedef struct ShapeReport {
  uint32_t id;
  char *of;                                // the class of the object that was asked about
  bool dictionary, extensible, prototype;  // prototype: the hidden class of one object, that others inherit from
  unsigned slots, inobject;                // in use; of all that are in the object
  ShapeProperty *properties;
  size_t property_count;
  ShapeStep *chain;  // from the root to this one
  size_t chain_length;
  ShapeStep *transitions;  // known children
  size_t transition_count;
} ShapeReport;

// Of an object.  Allocates nothing in the heap.
void shape_report(VM *vm, Handle object, ShapeReport *out);
void shape_report_print(FILE *out, const ShapeReport *report);
void shape_report_free(ShapeReport *report);

#endif
