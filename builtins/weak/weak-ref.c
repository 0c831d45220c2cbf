// builtins/weak/weak-ref.c - WeakRef (ECMA-262 section 26.1), and the objects kept alive until the job ends
// (9.10, 9.11).
//
//   WeakRef --cell--> WeakCell ..target (weak)..> object
//
// A target that a script has seen, when the WeakRef was made or by deref, lives until the job ends: vm/jobs.c holds it.
// Each WeakRef knows the job in which it has put its target there, so a loop of derefs adds it once.
#include "builtins/weak/weak-ref.h"

#include "builtins/builtins.h"
#include "builtins/collections/collections.h"
#include "vm/jobs.h"

void weak_cell_new(VM *vm, Handle target, Handle token, Slot out) {
  size_t bytes = token ? sizeof(WeakCell) : offsetof(WeakCell, token);
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_WEAK_CELL, bytes);
  fresh->header = header_make(KIND_WEAK_CELL, 0, (unsigned)(bytes / sizeof(Value)), 0);
  field_init(&((WeakCell *)fresh)->target, *target);
  if (token) field_init(&((WeakCell *)fresh)->token, *token);
  *out = value_pointer(fresh);
}

// Once in a job
static bool keep_alive(VM *vm, Handle self, Handle target) {
  Runtime *rt = runtime(vm);
  if (value_same(field_get(&as_weak_ref(self)->job), value_int(rt->job))) return true;
  TRY(job_keep_alive(vm, target));
  field_set(vm, as_weak_ref(self), &as_weak_ref(self)->job, value_int(rt->job));
  return true;
}

// 26.1.1.1
static bool weak_ref_constructor(VM *vm, const Args *args, Slot out) {
  if (!is_construct(args)) return throw_type(vm, "Constructor WeakRef requires 'new'");
  if (!can_be_held_weakly(arg(args, 0))) return throw_type(vm, "WeakRef: invalid target");
  ROOTS(vm, prototype, cell);
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->weak_ref_prototype, &r.prototype));
  object_new_kind(vm, KIND_WEAK_REF, sizeof(WeakRefObject), &r.prototype, out);
  weak_cell_new(vm, arg(args, 0), NULL, &r.cell);
  field_set(vm, as_weak_ref(out), &as_weak_ref(out)->cell, r.cell);
  return keep_alive(vm, out, arg(args, 0));
}

// 26.1.3.2
static bool weak_ref_deref(VM *vm, const Args *args, Slot out) {
  TRY(collection_require(vm, args->self, KIND_WEAK_REF, "WeakRef.prototype.deref"));
  ROOTS(vm, cell);
  r.cell = field_get(&as_weak_ref(args->self)->cell);
  Value target = field_get(&as_weak_cell(&r.cell)->target);
  if (weak_value_is_dead(target)) return true;
  *out = target;
  return keep_alive(vm, args->self, out);
}

static const Builtin constructor = {"WeakRef", weak_ref_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin methods[] = {METHOD("deref", weak_ref_deref, 0)};

void install_weak_ref(VM *vm) {
  ROOTS(vm, constructor);
  collection_install(vm, &constructor, &runtime(vm)->weak_ref_prototype, methods, sizeof methods / sizeof methods[0],
                     &r.constructor);
}
