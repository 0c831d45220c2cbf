// vm/persistent.c - persistent cells: roots outside the VM's own structures, each in one of three rings.
//
//   changing    cells whose owner may store another value at any time: a few, which every collection visits
//   young, old  cells whose value stays the same (a timer's object, by the million).  They are young until a scavenge
//   has
//               found their value in the old generation; from then on scavenges leave them out, as the remembered set
//               leaves out old objects.
#include <stdlib.h>

#include "base/memory.h"
#include "vm/vm.h"

static void ring_link(PersistentCell *ring, PersistentCell *cell) {
  cell->next = ring;
  cell->previous = ring->previous;
  cell->previous->next = cell;
  ring->previous = cell;
}

static void unlink_cell(PersistentCell *cell) {
  cell->previous->next = cell->next;
  cell->next->previous = cell->previous;
}

static void link_cell(VM *vm, PersistentCell *ring, PersistentCell *cell, Handle value) {
  cell->value = *value;
  ring_link(ring, cell);
  vm->persistent.count++;
}

static PersistentCell *new_cell(VM *vm, PersistentCell *ring, Handle value) {
  PersistentCell *cell = checked_calloc(1, sizeof *cell);
  link_cell(vm, ring, cell, value);
  return cell;
}

PersistentCell *persistent_new(VM *vm, Handle value) { return new_cell(vm, &vm->persistent.changing, value); }
PersistentCell *persistent_keep(VM *vm, Handle value) { return new_cell(vm, &vm->persistent.young, value); }

void persistent_attach(VM *vm, PersistentCell *cell, const char *name) {
  const Value nothing = VALUE_UNDEFINED;
  link_cell(vm, &vm->persistent.changing, cell, &nothing);
  cell->name = name;
}

void persistent_attach_kept(VM *vm, PersistentCell *cell, Handle value, const char *name) {
  link_cell(vm, &vm->persistent.young, cell, value);
  cell->name = name;
}

void persistent_detach(VM *vm, PersistentCell *cell) {
  unlink_cell(cell);
  vm->persistent.count--;
}

void persistent_free(VM *vm, PersistentCell *cell) {
  persistent_detach(vm, cell);
  free(cell);
}

// ------------------------------------------------------------------------------------------------------ rings

static PersistentCell *ring_of(VM *vm, unsigned i) {
  PersistentCell *rings[PERSISTENT_RINGS] = {&vm->persistent.changing, &vm->persistent.young, &vm->persistent.old};
  return rings[i];
}

void persistents_create(VM *vm) {
  for (unsigned i = 0; i < PERSISTENT_RINGS; i++) ring_of(vm, i)->next = ring_of(vm, i)->previous = ring_of(vm, i);
}

void persistents_destroy(VM *vm) {
  for (unsigned i = 0; i < PERSISTENT_RINGS; i++) {
    while (ring_of(vm, i)->next != ring_of(vm, i)) persistent_free(vm, ring_of(vm, i)->next);
  }
}

static void visit_cell(RootVisitor *visitor, PersistentCell *cell) {
  visitor->visit(visitor, &cell->value.bits, &cell->value.bits + 1, "(Global handles)");
}

static void visit_ring(RootVisitor *visitor, PersistentCell *ring) {
  for (PersistentCell *cell = ring->next; cell != ring; cell = cell->next) visit_cell(visitor, cell);
}

void persistents_visit(VM *vm, RootVisitor *visitor) {
  for (unsigned i = 0; i < PERSISTENT_RINGS; i++) visit_ring(visitor, ring_of(vm, i));
}

void persistents_visit_young(VM *vm, RootVisitor *visitor) {
  visit_ring(visitor, &vm->persistent.changing);
  PersistentCell *ring = &vm->persistent.young;
  for (PersistentCell *cell = ring->next, *next; cell != ring; cell = next) {
    next = cell->next;
    visit_cell(visitor, cell);
    if (value_is_pointer(cell->value) && heap_is_young(value_as_object(cell->value))) continue;
    unlink_cell(cell);
    ring_link(&vm->persistent.old, cell);
  }
}
