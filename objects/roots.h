// objects/roots.h - rooting for native code.  The collector moves objects, so a native function holds Values only in
// rooted places: its Args, its `out`, and the fields of ROOTS.
//
//   ROOTS(vm, self, key, pair[2]);   // declares `r` with r.self, r.key, r.pair[0], r.pair[1], all empty
//
// The frame unlinks itself on every way out of the block.
#ifndef NODULE_OBJECTS_ROOTS_H
#define NODULE_OBJECTS_ROOTS_H

#include "objects/runtime.h"

struct Roots {
  Roots *previous;
  VM *vm;
  size_t count;  // Values that follow
};

static inline void roots_leave(void *frame) {
  Roots *roots = (Roots *)frame;
  runtime(roots->vm)->roots = roots->previous;
}

static inline void roots_enter(VM *vm, Roots *roots, size_t size) {
  roots->previous = runtime(vm)->roots;
  roots->vm = vm;
  roots->count = (size - sizeof(Roots)) / sizeof(Value);
  __asm__("" : "+r"(roots));  // compilers warn of the address of a local that outlives it; roots_leave unlinks it
  runtime(vm)->roots = roots;
}

#define ROOTS(vm_, ...)                            \
  struct {                                         \
    Roots head;                                    \
    Value __VA_ARGS__;                             \
  } r __attribute__((cleanup(roots_leave))) = {0}; \
  roots_enter((vm_), &r.head, sizeof r)

// Inside NO_GC { ... } raw pointers may be held in variables; an allocation aborts.
static inline void no_gc_leave_(Heap **heap) { heap_no_gc_leave(*heap); }
#define NO_GC(vm)                                                                                           \
  for (Heap * no_gc_ __attribute__((cleanup(no_gc_leave_))) = (heap_no_gc_enter(vm_heap(vm)), vm_heap(vm)), \
                     *once_ = no_gc_;                                                                       \
       once_; once_ = NULL)

#endif
