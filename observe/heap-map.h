// observe/heap-map.h - the heap from outside: spaces with their limits, pages, and a drawing of them.
#ifndef NODULE_OBSERVE_HEAP_MAP_H
#define NODULE_OBSERVE_HEAP_MAP_H

#include "vm/vm.h"

// One page, and how many bytes of its objects can be reached from the roots.
typedef struct PageReport {
  PageFigures figures;
  size_t live;
} PageReport;

// All pages with objects; malloc'd.
PageReport *heap_map(VM *vm, size_t *count);

// What a space may grow to; those of the old generation share one limit.
size_t heap_space_limit(const HeapStatistics *figures, Space space);

// A bar for each space, used, free and not committed, with the figures, and how they make up heapUsed and heapTotal; in
// lines of so many columns, 80 at least.
void heap_draw(FILE *out, Heap *heap, unsigned width);

// What a collection changes.
typedef struct CollectionReport {
  HeapStatistics before, after;
  double milliseconds;
} CollectionReport;
void heap_collect_and_report(Heap *heap, GCKind kind, CollectionReport *out);
void collection_report_print(FILE *out, const CollectionReport *report);

// Bytes of a heap object itself, and of all that would be free without it.
typedef struct SizeReport {
  size_t own, retained;
} SizeReport;
void heap_size_of(VM *vm, Handle value, SizeReport *out);

#endif
