// repl/heap-commands.c - .heap, .gc, .retainers, .size, .shape, .bytecode.
//
// Those with an expression evaluate it as if it had been typed, but leave `_` as it is.
#include "repl/heap-commands.h"

#include <stdlib.h>

#include "base/memory.h"
#include "observe/heap-map.h"
#include "observe/retainers.h"
#include "observe/shape-report.h"
#include "repl/display.h"

// Text that is written to `out` by the statement, then printed.
#define PRINT_TEXT(repl, out, statement)             \
  do {                                               \
    char *text_;                                     \
    size_t length_;                                  \
    FILE *out = checked_memstream(&text_, &length_); \
    statement;                                       \
    checked_memclose(out, &text_);                   \
    repl_print(repl, "%s", text_);                   \
    free(text_);                                     \
  } while (0)

void run_heap(Repl *repl, const char *argument) {
  unsigned rows, columns;
  (void)argument;
  display_size(&rows, &columns);
  PRINT_TEXT(repl, out, heap_draw(out, vm_heap(repl_vm(repl)), columns));
}

void run_gc(Repl *repl, const char *argument) {
  CollectionReport report;
  bool minor = strcmp(argument, "minor") == 0;
  if (!minor && *argument && strcmp(argument, "major") != 0) {
    repl_print(repl, "The argument must be minor or major\n");
    return;
  }
  heap_collect_and_report(vm_heap(repl_vm(repl)), minor ? GC_SCAVENGE : GC_MARK_SWEEP, &report);
  PRINT_TEXT(repl, out, collection_report_print(out, &report));
}

// False: there is nothing to go on with, and that has been said.
static bool evaluate_argument(Repl *repl, const char *argument, Slot value) {
  if (*argument) return repl_evaluate(repl, argument, value);
  repl_print(repl, "The \"expression\" argument must be specified\n");
  return false;
}

static bool evaluate_heap_value(Repl *repl, const char *argument, Slot value) {
  if (!evaluate_argument(repl, argument, value)) return false;
  if (value_is_pointer(*value)) return true;
  repl_print(repl, "Numbers, booleans, null and undefined have no place of their own in the heap\n");
  return false;
}

#define OTHER_PATHS 3

static void print_others(Repl *repl, const Retainers *found) {
  for (size_t i = 0; i < found->other_count; i++) {
    const OtherPath *path = &found->others[i];
    repl_print(repl, "also held by: %s", path->text);
    if (path->count > 1) repl_print(repl, " (%zu such paths)", path->count);
    repl_print(repl, "\n");
  }
  if (found->others_left_out > 0) repl_print(repl, "and by %zu more\n", found->others_left_out);
}

void run_retainers(Repl *repl, const char *argument) {
  VM *vm = repl_vm(repl);
  ROOTS(vm, value);
  if (!evaluate_heap_value(repl, argument, &r.value)) return;
  Retainers found;
  retainers_find(vm, &r.value, OTHER_PATHS, &found);
  repl_print(repl, "%s\n", found.text);
  print_others(repl, &found);
  retainers_free(&found);
}

// What is large is told in MB, too, and as a share of the heap.
static void print_share(Repl *repl, size_t bytes) {
  HeapStatistics figures;
  heap_statistics(vm_heap(repl_vm(repl)), &figures);
  double mb = (double)bytes / (double)MB, all = (double)figures.heap_used + (double)figures.external;
  if (bytes >= MB) repl_print(repl, ": %.2f MB, %.1f %% of heapUsed and external", mb, 100 * (double)bytes / all);
  repl_print(repl, "\n");
}

void run_size(Repl *repl, const char *argument) {
  VM *vm = repl_vm(repl);
  ROOTS(vm, value);
  if (!evaluate_heap_value(repl, argument, &r.value)) return;
  SizeReport sizes;
  heap_size_of(vm, &r.value, &sizes);
  const char *space = heap_space_name(heap_space_of(vm_heap(vm), value_as_object(r.value)));
  repl_print(repl, "%zu bytes of its own, in %s; %zu bytes retained", sizes.own, space, sizes.retained);
  print_share(repl, sizes.retained);
}

void run_shape(Repl *repl, const char *argument) {
  VM *vm = repl_vm(repl);
  ROOTS(vm, value);
  if (!evaluate_argument(repl, argument, &r.value)) return;
  if (!value_is_object(r.value)) {
    repl_print(repl, "Only objects and functions have hidden classes\n");
    return;
  }
  ShapeReport report;
  shape_report(vm, &r.value, &report);
  PRINT_TEXT(repl, out, shape_report_print(out, &report));
  shape_report_free(&report);
}

void run_bytecode(Repl *repl, const char *argument) {
  VM *vm = repl_vm(repl);
  ROOTS(vm, value);
  if (!evaluate_argument(repl, argument, &r.value)) return;
  while (value_is_kind(r.value, KIND_BOUND_FUNCTION)) r.value = field_get(&as_bound(&r.value)->target);
  if (!value_is_kind(r.value, KIND_FUNCTION)) {
    repl_print(repl, value_is_callable(r.value) ? "A native function has no bytecode\n" : "Not a function\n");
    return;
  }
  Value code = field_get(&as_function(&r.value)->code);
  const CompiledFunction *function = ((const Code *)(const void *)value_as_object(code))->function;
  PRINT_TEXT(repl, out, disassemble_alone(out, function));
  PRINT_TEXT(repl, out, disassemble_meanings(out, function));
}
