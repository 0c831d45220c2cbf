// objects/runtime.h - the part of the VM that objects/ knows: the heap, and the values that exist once.
//
// A VM begins with a Runtime (vm/vm.h), so objects/ reaches it from the VM pointer that everything which may allocate
// has.  All Values here are roots.
#ifndef NODULE_OBJECTS_RUNTIME_H
#define NODULE_OBJECTS_RUNTIME_H

#include "objects/objects.h"

#define NODISCARD __attribute__((warn_unused_result))
#define TRY(e)              \
  do {                      \
    if (!(e)) return false; \
  } while (0)
#define LIKELY(e) __builtin_expect(!!(e), 1)
#define UNLIKELY(e) __builtin_expect(!!(e), 0)

typedef struct VM VM;
typedef struct Roots Roots;

typedef struct Names {
#define NAME(n) Value n;
#define NAME_TEXT(n, text) Value n;
#include "objects/names.def"
#undef NAME
#undef NAME_TEXT
} Names;

typedef struct Symbols {
#define SYMBOL(n) Value n;
#include "objects/symbols.def"
#undef SYMBOL
} Symbols;

// A direct-mapped cache of (shape, key) -> index in descriptors; cleared by every full collection.
#define LOOKUP_CACHE_SIZE 1024
typedef struct LookupCacheEntry {
  uint32_t shape;
  int32_t index;  // -1: the shape has no such property
  uint64_t key;   // bits of the key
} LookupCacheEntry;

// The same for whole prototype chains: (shape of the receiver, key) -> where the value is; cleared by every collection.
#define CHAIN_CACHE_SIZE 1024
typedef struct ChainCacheEntry {
  uint32_t shape, epoch;  // true while runtime->prototype_epoch is this
  uint64_t key;
  HeapObject *holder;  // NULL: the receiver
  int32_t place;       // as in inline caches; 0: no such property
} ChainCacheEntry;

#define NUMBER_STRING_CACHE_SIZE 256
#define REGEXP_CACHE_SIZE 128
#define REGEXP_GUARDS 10      // getters of RegExp.prototype
#define REGEXP_LAST_PAIRS 10  // what RegExp.lastMatch, RegExp.$1 ... are made of

typedef struct Runtime {
  Heap *heap;
  Roots *roots;                   // innermost frame of rooted values (objects/roots.h)
  uint32_t prototype_epoch;       // changes whenever the structure of an object used as prototype changes
  uint32_t shape_epoch;           // changes with every full collection: indexes of shapes may mean others since
  bool array_elements_protected;  // true while no prototype of arrays or plain objects has indexed properties
  bool array_iterator_protected;  // true while Array.prototype[Symbol.iterator] and %ArrayIteratorPrototype%.next are
                                  // the builtin ones
  bool array_species_protected;   // true while Array.prototype.constructor and Array[Symbol.species] are so
  uint32_t next_identity;         // of objects/identity.c
  int32_t job;                    // number of the present job, for WeakRefs
  uint32_t registries_limit;      // length at which `registries` is rid of dead ones
  bool registries_stale;          // a full collection has been made since the registries were looked at
  bool builtins_ready;            // the library is installed: from now on changes of prototypes are the program's
  // --- roots from here on
  Value first_root_[1];
  Names names;
  Symbols symbols;
#define INTRINSIC(field, text) Value field;
#define INTRINSIC_LIST(field, count, text) Value field[count];
#include "objects/intrinsics.def"
  Value last_root_[1];
  // --- end of roots
  struct StringTable *string_table;
  bool (*string_too_long)(VM *vm);              // RangeError "Invalid string length"; the vm throws, objects/ cannot
  int64_t array_buffer_bytes;                   // in live ArrayBuffers
  uint32_t regexp_epoch;                        // RegExp.prototype was looked at in this prototype_epoch,
  int32_t regexp_exec_slot;                     // is as installed if its slot of exec has not changed; -1: is not
  uint32_t regexp_last[2 * REGEXP_LAST_PAIRS];  // the last match, in regexp_last_input
  uint32_t regexp_last_pairs, regexp_last_paren[2];  // how many there were; the last of more
  uint32_t instanceof_shape,
      instanceof_epoch;  // functions of this shape, at this epoch, do instanceof plainly (vm/exec/operators.c)
  LookupCacheEntry lookup_cache[LOOKUP_CACHE_SIZE];
  ChainCacheEntry chain_cache[CHAIN_CACHE_SIZE];
} Runtime;

static inline Runtime *runtime(VM *vm) { return (Runtime *)(void *)vm; }
static inline Heap *vm_heap(VM *vm) { return ((Runtime *)(void *)vm)->heap; }

#define VM_NAME(vm, n) ((Handle)&runtime(vm)->names.n)
#define VM_SYMBOL(vm, n) ((Handle)&runtime(vm)->symbols.n)

// Stores with the write barrier.
static inline void field_set(VM *vm, void *host, Field *field, Value value) {
  field->value_ = value;
  heap_write_barrier(vm_heap(vm), (HeapObject *)host, &field->value_.bits, value.bits);
}

// To be called when field_init has filled in fields of an object that may be large: it is born old.
static inline void fields_remember(VM *vm, HeapObject *host, const Field *fields, uint32_t count) {
  if (__builtin_expect(heap_is_young(host), 1)) return;
  for (uint32_t i = 0; i < count; i++) {
    heap_write_barrier(vm_heap(vm), host, (Word *)(uintptr_t)&fields[i].value_.bits, fields[i].value_.bits);
  }
}

// Elements keep HEADER_HAS_POINTERS: always store through this (or elements_init for fresh young ones).
static inline bool elements_are_shared(const Elements *elements) {
  return (heap_object_flags(&elements->head) & ELEMENTS_SHARED) != 0;
}
static inline void elements_set(VM *vm, Elements *elements, uint32_t index, Value value) {
  if (value_is_pointer(value)) {
    heap_object_set_flag(&elements->head, HEADER_HAS_POINTERS);
    elements->values[index].value_ = value;
    heap_write_barrier(vm_heap(vm), &elements->head, &elements->values[index].value_.bits, value.bits);
  } else {
    elements->values[index].value_ = value;
  }
}

#endif
