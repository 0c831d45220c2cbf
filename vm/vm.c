// vm/vm.c - creation and destruction of a VM, and its roots.
#include "vm/vm.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>

#include "base/memory.h"
#include "objects/hash-seed.h"
#include "objects/verify.h"
#include "vm/bootstrap.h"
#include "vm/exec/code.h"
#include "vm/error/error.h"
#include "vm/exec/inline-cache.h"
#include "vm/exec/interpreter.h"
#include "vm/jit.h"
#include "vm/jobs.h"
#include "vm/native.h"
#include "vm/property/property.h"
#include "vm/regexp.h"
#include "vm/roots.h"
#include "vm/exec/stack-roots.h"
#include "vm/property/typed-array.h"

#define DEFAULT_STACK_SIZE (984 * KB)  // V8's --stack-size (reference: V8 3.14 and node 20)
#define C_STACK_RESERVE (256 * KB)     // kept free below the limit for code that does not check

// ------------------------------------------------------------------------------------------------------ roots

static void visit_values(RootVisitor *visitor, Value *start, Value *end, const char *name) {
  if (start < end) visitor->visit(visitor, &start->bits, &end->bits, name);
}

static void visit_frames(VM *vm, RootVisitor *visitor) {
  visit_stack(vm, visitor, "(Stack roots)");
  for (Frame *f = vm->frames + 1; f <= vm->frame; f++) {
    if (f->flags & FRAME_CONSTRUCT) visit_values(visitor, &f->new_target, &f->new_target + 1, "(Stack roots)");
  }
}

static void visit_own_roots(VM *vm, RootVisitor *visitor) {
  visit_values(visitor, vm->runtime.first_root_, vm->runtime.last_root_ + 1, "(Strong roots)");
  visit_frames(vm, visitor);
  visit_values(visitor, &vm->exception, &vm->exception + 1, "(Isolate)");
  for (Roots *roots = vm->runtime.roots; roots; roots = roots->previous) {
    Value *values = (Value *)(void *)(roots + 1);
    visit_values(visitor, values, values + roots->count, "(Handle scope)");
  }
}

static void visit_roots(void *data, RootVisitor *visitor) {
  visit_own_roots(data, visitor);
  persistents_visit(data, visitor);
}

static void visit_young_roots(void *data, RootVisitor *visitor) {
  visit_own_roots(data, visitor);
  persistents_visit_young(data, visitor);
}

static void process_weak(void *data, Heap *heap, WeakPhase phase) {
  VM *vm = data;
  (void)heap;
  memset(vm->runtime.chain_cache, 0, sizeof vm->runtime.chain_cache);
  if (phase == WEAK_AFTER_MARKING) {  // indexes of dead shapes will be used again
    vm->runtime.shape_epoch++;
    memset(vm->runtime.lookup_cache, 0, sizeof vm->runtime.lookup_cache);
    vm->runtime.instanceof_shape = 0;
    regexp_cache_clear(vm);
  }
  string_table_process_weak(vm, phase);
  if (vm->object_ids) vm->update_object_ids(vm, phase);
}

// Objects of a constructor begin with its root shape; {} begins with a shape that says nothing.  Objects of a literal
// have their shape from the start.
static uint32_t birth_shape(void *data, const HeapObject *object) {
  VM *vm = data;
  const Shape *shape = (const Shape *)object;
  while (value_is_pointer(field_get(&shape->parent))) shape = (const Shape *)value_as_object(field_get(&shape->parent));
  Value plain = vm->runtime.shape_object;
  bool says_nothing = value_is_pointer(plain) && value_as_object(plain) == &shape->head;
  return says_nothing ? 0 : heap_object_aux(&shape->head);
}

static void process_weak_object(void *data, Heap *heap, HeapObject *object) {
  switch (heap_object_kind(object)) {
  case KIND_TRANSITIONS: transitions_process_weak(heap, (Transitions *)object); break;
  case KIND_FEEDBACK: feedback_process_weak(data, heap, (Feedback *)object); break;
  default: cache_entries_process_weak(heap, (Elements *)object); break;
  }
}

static void finalize(void *data, HeapObject *object) {
  if (heap_object_kind(object) == KIND_CODE) code_finalize(data, (Code *)object);
  else if (heap_object_kind(object) == KIND_REGEXP_DATA) regexp_finalize(data, (RegExpData *)object);
  else if (heap_object_kind(object) == KIND_ARRAY_BUFFER) array_buffer_finalize(data, (ArrayBufferObject *)object);
}

static const char *check_object(void *data, const HeapObject *object) { return object_check(data, object); }

static void out_of_memory(void *data, FILE *out) {
  VM *vm = data;
  if (vm->flush_output) vm->flush_output(vm);
  print_stack(vm, out);
}

// ------------------------------------------------------------------------------------------------------ stacks

static void *reserve(size_t bytes) {
  void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) memory_failed(bytes);
  return memory;
}

#define STACK_MARGIN (STACK_OVERFLOW_REGISTERS + 64)  // registers past stack_end
#define FRAME_MARGIN (STACK_OVERFLOW_FRAMES + 16)

static void stacks_create(VM *vm) {
  size_t registers = vm->stack_size / sizeof(Value);
  size_t frames = vm->stack_size / 32 < MAX_FRAMES ? vm->stack_size / 32 : MAX_FRAMES;
  vm->stack = reserve((registers + STACK_MARGIN) * sizeof(Value));
  vm->stack_used = vm->stack + 3;
  vm->stack_end = vm->stack + registers;
  vm->frames = reserve((frames + FRAME_MARGIN) * sizeof(Frame));
  vm->frames_end = vm->frames + frames;
  // Frame 0 belongs to C: natives called from it start at the bottom of the stack.
  vm->frame = vm->frames;
  *vm->frame = (Frame){.registers = vm->stack, .flags = FRAME_NATIVE | FRAME_LAYOUT};
  for (int i = 0; i < 3; i++) vm->stack[i] = VALUE_UNDEFINED;
}

static void c_stack_measure(VM *vm) {
  struct rlimit limit;
  size_t size = 8 * MB;
  if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) size = limit.rlim_cur;
  if (size > 64 * MB) size = 64 * MB;
  size_t reserve = size / 2 < C_STACK_RESERVE ? size / 2 : C_STACK_RESERVE;  // of a small stack, half
  vm->c_stack_limit = (char *)__builtin_frame_address(0) - size + reserve;
}

// ------------------------------------------------------------------------------------------------------ creation

// The objects that everything else refers to.
static void create_first_objects(VM *vm) {
  Runtime *rt = &vm->runtime;
  rt->prototype_epoch = 1;
  rt->array_elements_protected = true;
  rt->array_iterator_protected = true;
  rt->array_species_protected = true;
  runtime_create_parts(vm);
  string_table_create(vm);
  string_roots_create(vm);
  runtime_create_shapes(vm);
}

// When the system has no memory for what is outside the heap.
static void flush_for_report(void *data) {
  VM *vm = data;
  if (vm->flush_output) vm->flush_output(vm);
}

static void report_no_memory(void *data) {
  VM *vm = data;
  if (vm->runtime.heap != NULL) heap_fatal_out_of_memory(vm->runtime.heap, "Malloced operator new");
}

static bool throw_string_length(VM *vm) { return throw_range(vm, "Invalid string length"); }

VM *vm_create(const VMConfig *config) {
  hash_secret_choose(config->hash_seed);
  VM *vm = checked_calloc(1, sizeof *vm);
  vm->memory_reporter = (MemoryReporter){.flush = flush_for_report, .report = report_no_memory, .data = vm};
  memory_reporter_add(&vm->memory_reporter);
  persistents_create(vm);
  vm->heap_config = config->heap;
  vm->stack_size = config->stack_size ? config->stack_size : DEFAULT_STACK_SIZE;
  vm->print_bytecode = config->print_bytecode;
  vm->expose_gc = config->expose_gc;
  vm->next_script_id = 1;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  vm->start_time = (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
  stacks_create(vm);
  c_stack_measure(vm);
  Embedder embedder = {
      .data = vm,
      .kinds = kind_table,
      .kind_count = KIND_COUNT,
      .visit_roots = visit_roots,
      .visit_young_roots = visit_young_roots,
      .process_weak = process_weak,
      .process_weak_object = process_weak_object,
      .birth_shape = birth_shape,
      .check_object = check_object,
      .finalize = finalize,
      .out_of_memory = out_of_memory,
      .tombstone = VALUE_TOMBSTONE.bits,
  };
  vm->regexp_machine_code = config->baseline != BASELINE_NEVER;
  vm->regexps = regexp_engine_create(vm->regexp_machine_code);
  vm->jit = config->jit;
  if (vm->jit) vm->jit->create(vm, config->baseline);
  vm->runtime.string_too_long = throw_string_length;
  vm->runtime.heap = heap_create(&config->heap, &embedder);
  if (vm->runtime.heap == NULL) memory_failed(2 * config->heap.max_semispace);
  create_first_objects(vm);
  jobs_create(vm);
  return vm;
}

double vm_external(const VM *vm, const HeapStatistics *figures) {
  return (double)figures->external + (vm->jit ? (double)vm->jit->bytes(vm) : 0);
}

void vm_destroy(VM *vm) {
  if (vm->throw_place.script) script_release(vm, vm->throw_place.script);
  heap_destroy(vm_heap(vm));
  regexp_engine_destroy(vm->regexps);
  arena_pool_empty(&vm->arenas);
  if (vm->jit) vm->jit->destroy(vm);
  if (vm->object_ids) vm->destroy_object_ids(vm);
  string_table_destroy(vm);
  munmap(vm->frames, (size_t)((char *)(vm->frames_end + FRAME_MARGIN) - (char *)vm->frames));
  munmap(vm->stack, (size_t)((char *)(vm->stack_end + STACK_MARGIN) - (char *)vm->stack));
  jobs_destroy(vm);
  persistents_destroy(vm);
  memory_reporter_remove(&vm->memory_reporter);
  free(vm);
}
