// node/v8/v8.c - the module v8: figures of the heap, and flags at run time.
//
// The keys and their order are Node 20's.  A figure that has no counterpart here is 0: no code is executable, no
// context is ever detached.
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "node/heap/heap-module.h"
#include "node/host/errors.h"
#include "node/host/node.h"

typedef struct Peak {
  double malloced;  // the most that getHeapStatistics has seen, bytes
} Peak;

const NodePart v8_part = {.name = "v8", .state_size = sizeof(Peak)};

static double malloced_bytes(void) {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  struct mallinfo2 figures = mallinfo2();
  return (double)(figures.uordblks + figures.hblkhd);
#else
  return 0;
#endif
}

static double global_handles_bytes(VM *vm) { return (double)(vm->persistent.count * sizeof(PersistentCell)); }

static double physical_bytes(const HeapStatistics *figures) {
  size_t bytes = 0;
  for (int i = 0; i < SPACE_COUNT; i++) bytes += figures->spaces[i].physical;
  return (double)bytes;
}

// What the spaces have free, and what they may still grow by.
static double available_bytes(const HeapStatistics *figures) {
  size_t bytes = figures->limit > figures->heap_total ? figures->limit - figures->heap_total : 0;
  for (int i = 0; i < SPACE_COUNT; i++) bytes += figures->spaces[i].available;
  return (double)bytes;
}

static bool heap_figures(VM *vm, const Args *args, Slot out) {
  (void)args;
  HeapStatistics figures;
  heap_statistics(vm_heap(vm), &figures);
  double malloced = malloced_bytes(), handles = global_handles_bytes(vm);
  Peak *peak = node_state(vm, PART_v8);
  if (malloced > peak->malloced) peak->malloced = malloced;
  const struct {
    const char *name;
    double value;
  } properties[] = {
      {"total_heap_size", (double)figures.heap_total},
      {"total_heap_size_executable", 0},
      {"total_physical_size", physical_bytes(&figures)},
      {"total_available_size", available_bytes(&figures)},
      {"used_heap_size", (double)figures.heap_used},
      {"heap_size_limit", (double)figures.limit},
      {"malloced_memory", malloced},
      {"peak_malloced_memory", peak->malloced},
      {"does_zap_garbage", 0},
      {"number_of_native_contexts", 1},
      {"number_of_detached_contexts", 0},
      {"total_global_handles_size", handles},
      {"used_global_handles_size", handles},
      {"external_memory", vm_external(vm, &figures)},
  };
  object_new(vm, out);
  for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
    define_number(vm, out, properties[i].name, properties[i].value, ATTR_ALL);
  }
  return true;
}

static bool heap_space_figures(VM *vm, const Args *args, Slot out) {
  (void)args;
  HeapStatistics figures;
  heap_statistics(vm_heap(vm), &figures);
  ROOTS(vm, item);
  TRY(array_new(vm, 0, out));
  for (int i = 0; i < SPACE_COUNT; i++) {
    const SpaceStatistics *space = &figures.spaces[i];
    object_new(vm, &r.item);
    define_string(vm, &r.item, "space_name", heap_space_name((Space)i), ATTR_ALL);
    define_number(vm, &r.item, "space_size", (double)space->committed, ATTR_ALL);
    define_number(vm, &r.item, "space_used_size", (double)space->used, ATTR_ALL);
    define_number(vm, &r.item, "space_available_size", (double)space->available, ATTR_ALL);
    define_number(vm, &r.item, "physical_space_size", (double)space->physical, ATTR_ALL);
    TRY(array_push(vm, out, &r.item));
  }
  return true;
}

static bool set_flags(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (!value_is_string(*arg(args, 0))) return throw_argument_type(vm, "flags", "of type string", arg(args, 0));
  const NodeOptions *options = &node_of(vm)->options;
  char *text = string_to_utf8(vm, arg(args, 0), NULL);
  if (options->set_flags) options->set_flags(vm, options->flags_data, text);
  free(text);
  return true;
}

static const Builtin functions[] = {
    FUNCTION("getHeapStatistics", heap_figures, 0),
    FUNCTION("getHeapSpaceStatistics", heap_space_figures, 0),
    FUNCTION("setFlagsFromString", set_flags, 1),
    FUNCTION("writeHeapSnapshot", heap_snapshot, 0),
};

bool create_v8(VM *vm, Slot exports) {
  DEFINE_BUILTINS(vm, exports, functions);
  return true;
}
