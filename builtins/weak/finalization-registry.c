// builtins/weak/finalization-registry.c - FinalizationRegistry (ECMA-262 section 26.2).
//
//   runtime->registries: array -> WeakCell ..> FinalizationRegistry      (an unreachable registry is simply gone)
//
//   FinalizationRegistry
//     watched -----> RegistryCell <-> RegistryCell <-> ...               newest first
//     dead --------> RegistryCell <-> RegistryCell <- last_dead          in the order of their callbacks
//     tokens: WeakTable  token -> RegistryCell <-> RegistryCell          of one token, in either list
//                                  | weak          held ---> value
//                                  +-> WeakCell ..target.., ..token.. (weak)
//
// A full collection makes the registries stale.  The next job goes over all watched cells once, moves those whose
// target is dead to the registry's dead list and appends the registry to the list of those that are due (first_due:
// roots, so a registry with pending callbacks lives).  Each job then serves one registry.  No step depends on how many
// cells there are but that one walk, which costs less than the marking of the same cells just did.
#include "builtins/weak/finalization-registry.h"

#include "builtins/builtins.h"
#include "builtins/collections/collections.h"
#include "builtins/weak/weak-ref.h"
#include "objects/weak-table.h"

#define SMALLEST_REGISTRIES_LIMIT 64

// ------------------------------------------------------------------------------------------------------------- cells

static const WeakCell *weak_part(const RegistryCell *cell) {
  return (const WeakCell *)value_as_object(field_get(&cell->weak));
}
static Value token_of(Handle cell) { return field_get(&weak_part(as_registry_cell(cell))->token); }
static bool is_dead(const RegistryCell *cell) { return weak_value_is_dead(field_get(&weak_part(cell)->target)); }
static RegistryCell *cell_at(const Field *field) {  // NULL: none
  return (RegistryCell *)value_as_object(field_get(field));
}

// The functions on links take objects: no allocation in them.
static void link_watched(VM *vm, FinalizationRegistry *registry, RegistryCell *cell) {
  RegistryCell *first = cell_at(&registry->watched);
  field_set(vm, cell, &cell->previous, VALUE_EMPTY);
  field_set(vm, cell, &cell->next, value_pointer(first));
  field_set(vm, registry, &registry->watched, value_pointer(cell));
  if (first) field_set(vm, first, &first->previous, value_pointer(cell));
}

static void link_dead(VM *vm, FinalizationRegistry *registry, RegistryCell *cell) {
  RegistryCell *last = cell_at(&registry->last_dead);  // no allocation here
  field_set(vm, cell, &cell->previous, value_pointer(last));
  field_set(vm, cell, &cell->next, VALUE_EMPTY);
  field_set(vm, registry, &registry->last_dead, value_pointer(cell));
  if (last) field_set(vm, last, &last->next, value_pointer(cell));
  else field_set(vm, registry, &registry->dead, value_pointer(cell));
}

static void unlink_cell(VM *vm, FinalizationRegistry *registry, RegistryCell *cell) {
  // no allocation here
  RegistryCell *previous = cell_at(&cell->previous), *next = cell_at(&cell->next);
  bool is_last_dead = cell_at(&registry->last_dead) == cell;
  if (previous) field_set(vm, previous, &previous->next, value_pointer(next));
  else if (cell_at(&registry->watched) == cell) field_set(vm, registry, &registry->watched, value_pointer(next));
  else field_set(vm, registry, &registry->dead, value_pointer(next));
  if (next) field_set(vm, next, &next->previous, value_pointer(previous));
  else if (is_last_dead) field_set(vm, registry, &registry->last_dead, value_pointer(previous));
}

static void cell_new(VM *vm, Handle target, Handle token, Handle held, Slot out) {
  ROOTS(vm, weak);
  weak_cell_new(vm, target, token, &r.weak);
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_REGISTRY_CELL, sizeof(RegistryCell));
  memset(fresh, 0, sizeof(RegistryCell));
  fresh->header = header_make(KIND_REGISTRY_CELL, 0, sizeof(RegistryCell) / sizeof(Value), 0);
  field_init(&((RegistryCell *)fresh)->weak, r.weak);
  field_init(&((RegistryCell *)fresh)->held, *held);
  *out = value_pointer(fresh);
}

// ------------------------------------------------------------------------------------------------------------ tokens

static void set_tokens(VM *vm, Handle self, Value table) {
  field_set(vm, as_registry(self), &as_registry(self)->tokens, table);
}

// The first cell with that token; empty: none.
static Value first_of_token(VM *vm, Handle self, Handle token) {
  ROOTS(vm, table);
  r.table = field_get(&as_registry(self)->tokens);
  const WeakEntry *entry = value_is_undefined(r.table) ? NULL : weak_table_find(&r.table, token);
  return entry ? field_get(&entry->value) : VALUE_EMPTY;
}

static void add_to_token(VM *vm, Handle self, Handle token, Handle cell) {
  ROOTS(vm, table, next);
  r.next = first_of_token(vm, self, token);
  if (!value_is_empty(r.next)) {
    field_set(vm, as_registry_cell(cell), &as_registry_cell(cell)->next_of_token, r.next);
    field_set(vm, as_registry_cell(&r.next), &as_registry_cell(&r.next)->previous_of_token, *cell);
  }
  r.table = field_get(&as_registry(self)->tokens);
  if (value_is_undefined(r.table)) weak_table_new(vm, &r.table);
  weak_table_set(vm, &r.table, token, cell);
  set_tokens(vm, self, r.table);
}

// The token of a cell without a previous one of its token is there in the table, unless the token is dead.
static void replace_first_of_token(VM *vm, Handle self, Handle cell) {
  ROOTS(vm, table, token, next);
  r.token = token_of(cell);
  if (value_is_undefined(r.token) || weak_value_is_dead(r.token)) return;
  r.table = field_get(&as_registry(self)->tokens);
  r.next = field_get(&as_registry_cell(cell)->next_of_token);
  if (value_is_empty(r.next)) (void)weak_table_delete(&r.table, &r.token);
  else weak_table_set(vm, &r.table, &r.token, &r.next);  // a key that is there: the table stays
}

static void remove_from_token(VM *vm, Handle self, Handle cell) {
  ROOTS(vm, previous, next);
  r.previous = field_get(&as_registry_cell(cell)->previous_of_token);
  r.next = field_get(&as_registry_cell(cell)->next_of_token);
  if (value_is_empty(r.previous)) replace_first_of_token(vm, self, cell);
  else field_set(vm, as_registry_cell(&r.previous), &as_registry_cell(&r.previous)->next_of_token, r.next);
  if (!value_is_empty(r.next)) {
    field_set(vm, as_registry_cell(&r.next), &as_registry_cell(&r.next)->previous_of_token, r.previous);
  }
}

static bool has_cells(Handle self) { return cell_at(&as_registry(self)->watched) || cell_at(&as_registry(self)->dead); }

static void remove_cell(VM *vm, Handle self, Handle cell) {
  remove_from_token(vm, self, cell);
  unlink_cell(vm, as_registry(self), as_registry_cell(cell));
  if (!has_cells(self)) set_tokens(vm, self, VALUE_UNDEFINED);
}

// -------------------------------------------------------------------------------------------------------- registries

static Elements *registries(Runtime *rt) {
  return (Elements *)value_as_object(field_get(&as_object(&rt->registries)->elements));
}

static FinalizationRegistry *registry_at(Runtime *rt, uint32_t i) {  // NULL: dead
  Value target = field_get(&((WeakCell *)value_as_object(field_get(&registries(rt)->values[i])))->target);
  return weak_value_is_dead(target) ? NULL : (FinalizationRegistry *)value_as_object(target);
}

// Drops the dead ones.
static bool prune_registries(VM *vm) {
  Runtime *rt = runtime(vm);
  uint32_t count = (uint32_t)array_length(&rt->registries), live = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (registry_at(rt, i)) elements_set(vm, registries(rt), live++, field_get(&registries(rt)->values[i]));
  }
  rt->registries_limit = live < SMALLEST_REGISTRIES_LIMIT / 2 ? SMALLEST_REGISTRIES_LIMIT : 2 * live;
  bool ok;
  return live == count || array_set_length(vm, &rt->registries, live, true, &ok);
}

static void on_collection(void *data, const GCEvent *event) {
  VM *vm = data;
  if (event->type != GC_EVENT_END || event->kind == GC_SCAVENGE) return;
  runtime(vm)->registries_stale = true;
  if (vm->wake) vm->wake(vm);
}

static bool add_registry(VM *vm, Handle registry) {
  Runtime *rt = runtime(vm);
  ROOTS(vm, cell);
  if (value_is_empty(rt->registries)) {
    TRY(array_new(vm, 0, &rt->registries));
    rt->registries_limit = SMALLEST_REGISTRIES_LIMIT;
    heap_add_listener(vm_heap(vm), on_collection, vm);
  }
  if (array_length(&rt->registries) >= rt->registries_limit) TRY(prune_registries(vm));
  weak_cell_new(vm, registry, NULL, &r.cell);
  return array_push(vm, &rt->registries, &r.cell);
}

// ----------------------------------------------------------------------------------------------------------- clean-up

// Appends the registry to those that are due, once.
static void set_due(VM *vm, FinalizationRegistry *registry) {
  Runtime *rt = runtime(vm);
  if (value_is_true(field_get(&registry->is_due))) return;
  FinalizationRegistry *last = value_is_empty(rt->last_due) ? NULL : as_registry(&rt->last_due);  // no allocation here
  field_set(vm, registry, &registry->is_due, VALUE_TRUE);
  rt->last_due = value_pointer(registry);
  if (last) field_set(vm, last, &last->next_due, rt->last_due);
  else rt->first_due = rt->last_due;
}

static void take_due(VM *vm, Slot out) {
  Runtime *rt = runtime(vm);
  *out = rt->first_due;
  rt->first_due = field_get(&as_registry(out)->next_due);
  if (value_is_empty(rt->first_due)) rt->last_due = VALUE_EMPTY;
  field_set(vm, as_registry(out), &as_registry(out)->next_due, VALUE_EMPTY);
  field_set(vm, as_registry(out), &as_registry(out)->is_due, VALUE_FALSE);
}

static void find_dead(VM *vm, FinalizationRegistry *registry) {
  for (RegistryCell *cell = cell_at(&registry->watched), *next; cell; cell = next) {
    next = cell_at(&cell->next);
    if (!is_dead(cell)) continue;
    unlink_cell(vm, registry, cell);
    link_dead(vm, registry, cell);
    set_due(vm, registry);
  }
}

static bool look_at_registries(VM *vm) {
  Runtime *rt = runtime(vm);
  rt->registries_stale = false;
  uint32_t count = (uint32_t)array_length(&rt->registries);
  NO_GC(vm) {
    for (uint32_t i = 0; i < count; i++) {
      FinalizationRegistry *registry = registry_at(rt, i);
      if (registry) find_dead(vm, registry);
    }
  }
  return prune_registries(vm);
}

// 9.12 CleanupFinalizationRegistry
static bool clean_up(VM *vm, Handle registry) {
  ROOTS(vm, cell, held, callback, result);
  r.callback = field_get(&as_registry(registry)->callback);
  while (cell_at(&as_registry(registry)->dead)) {
    r.cell = field_get(&as_registry(registry)->dead);
    r.held = field_get(&as_registry_cell(&r.cell)->held);
    remove_cell(vm, registry, &r.cell);
    r.cell = VALUE_EMPTY;
    TRY(vm_call(vm, &r.callback, &undefined_value_, 1, &r.held, &r.result));
  }
  return true;
}

bool finalization_registry_job(VM *vm, bool *more) {
  Runtime *rt = runtime(vm);
  bool ok = true;
  ROOTS(vm, registry);
  if (rt->registries_stale) ok = look_at_registries(vm);
  if (ok && !value_is_empty(rt->first_due)) {
    take_due(vm, &r.registry);
    ok = clean_up(vm, &r.registry);
    if (cell_at(&as_registry(&r.registry)->dead)) set_due(vm, as_registry(&r.registry));
  }
  *more = rt->registries_stale || !value_is_empty(rt->first_due);
  return ok;
}

// ------------------------------------------------------------------------------------------------- what scripts call

// 26.2.1.1
static bool registry_constructor(VM *vm, const Args *args, Slot out) {
  if (!is_construct(args)) return throw_type(vm, "Constructor FinalizationRegistry requires 'new'");
  if (!value_is_callable(*arg(args, 0))) return throw_type(vm, "FinalizationRegistry: cleanup must be callable");
  ROOTS(vm, prototype);
  TRY(prototype_from_new_target(vm, args, &runtime(vm)->finalization_registry_prototype, &r.prototype));
  object_new_kind(vm, KIND_FINALIZATION_REGISTRY, sizeof(FinalizationRegistry), &r.prototype, out);
  FinalizationRegistry *registry = as_registry(out);  // no allocation before its last use
  field_set(vm, registry, &registry->callback, *arg(args, 0));
  field_init(&registry->watched, VALUE_EMPTY);
  field_init(&registry->next_due, VALUE_EMPTY);
  field_init(&registry->dead, VALUE_EMPTY);
  field_init(&registry->last_dead, VALUE_EMPTY);
  return add_registry(vm, out);
}

#define REGISTER "FinalizationRegistry.prototype.register"

// 26.2.3.2
static bool registry_register(VM *vm, const Args *args, Slot out) {
  (void)out;
  Handle self = args->self, target = arg(args, 0), held = arg(args, 1), token = arg(args, 2);
  TRY(collection_require(vm, self, KIND_FINALIZATION_REGISTRY, REGISTER));
  if (!can_be_held_weakly(target)) return throw_type(vm, REGISTER ": invalid target");
  if (same_value(vm, target, held)) return throw_type(vm, REGISTER ": target and holdings must not be same");
  bool has_token = can_be_held_weakly(token);
  if (!has_token && !value_is_undefined(*token)) return throw_type(vm, "Invalid unregisterToken ('%v')", token);
  ROOTS(vm, cell);
  cell_new(vm, target, token, held, &r.cell);
  if (has_token) add_to_token(vm, self, token, &r.cell);
  link_watched(vm, as_registry(self), as_registry_cell(&r.cell));
  return true;
}

// 26.2.3.3
static bool registry_unregister(VM *vm, const Args *args, Slot out) {
  Handle self = args->self, token = arg(args, 0);
  TRY(collection_require(vm, self, KIND_FINALIZATION_REGISTRY, "FinalizationRegistry.prototype.unregister"));
  if (!can_be_held_weakly(token)) return throw_type(vm, "Invalid unregisterToken ('%v')", token);
  ROOTS(vm, cell, next);
  r.cell = first_of_token(vm, self, token);
  *out = value_boolean(!value_is_empty(r.cell));
  for (; !value_is_empty(r.cell); r.cell = r.next) {
    r.next = field_get(&as_registry_cell(&r.cell)->next_of_token);
    remove_cell(vm, self, &r.cell);
  }
  return true;
}

static const Builtin constructor = {
    "FinalizationRegistry", registry_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin methods[] = {METHOD("register", registry_register, 2),
                                  METHOD("unregister", registry_unregister, 1)};

void install_finalization_registry(VM *vm) {
  ROOTS(vm, constructor);
  collection_install(vm, &constructor, &runtime(vm)->finalization_registry_prototype, methods,
                     sizeof methods / sizeof methods[0], &r.constructor);
}
