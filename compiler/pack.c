// compiler/pack.c - compiled functions moved out of the arena of their compilation into one block of the size they
// need.
//
// A compilation leaves names, tables that grew and half-used chunks behind; a program that evaluates many short texts
// keeps the functions of each.  The block is laid out in two passes of the same code: the first only measures, the
// second copies.  A name that is used more than once stands there once.
//
//   | CompiledFunction | its tables ... | names ... | inner CompiledFunction | its tables ... | ...
#include "compiler/bytecode.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

typedef struct Packer {
  char *block;  // NULL: measuring
  size_t used;
} Packer;

static size_t rounded(size_t bytes) { return (bytes + 7) & ~(size_t)7; }

// The place of `bytes` bytes of the block, with what is at `from`; NULL when measuring, or when there are none.
static void *put(Packer *p, const void *from, size_t bytes) {
  if (bytes == 0) return NULL;
  char *to = p->block != NULL ? p->block + p->used : NULL;
  p->used += rounded(bytes);
  return to != NULL ? memcpy(to, from, bytes) : NULL;
}

// An atom that was measured is marked, one that was copied leads to its copy: nobody looks for it in the arena any
// more.
static const Atom *pack_atom(Packer *p, const Atom *name) {
  Atom *atom = (Atom *)(uintptr_t)name;
  if (atom == NULL) return NULL;
  if (atom->packing == ATOM_PACKED) return atom->next_;
  if (p->block == NULL && atom->packing == ATOM_MEASURED) return NULL;
  size_t bytes = (atom->two_byte ? 2 : 1) * (size_t)atom->length;
  Atom *copy = put(p, atom, sizeof *atom);
  void *text = put(p, atom->latin1, bytes + 2);  // with its NUL
  atom->packing = ATOM_MEASURED;
  if (copy == NULL) return NULL;
  copy->latin1 = text;
  copy->next_ = NULL;
  atom->packing = ATOM_PACKED;
  atom->next_ = copy;
  return copy;
}

static const Atom **pack_names(Packer *p, const Atom **names, uint32_t count) {
  const Atom **copy = put(p, names, count * sizeof *names);
  for (uint32_t i = 0; i < count; i++) {
    const Atom *name = pack_atom(p, names[i]);
    if (copy != NULL) copy[i] = name;
  }
  return copy;
}

static CompiledFunction *pack_function(Packer *p, const CompiledFunction *from);
static Constant *pack_constants(Packer *p, const Constant *from, uint32_t count);

static Constant packed_constant(Packer *p, const Constant *from) {
  Constant to = *from;
  switch ((ConstantType)from->type) {
  case CONSTANT_STRING: to.string = pack_atom(p, from->string); break;
  case CONSTANT_FUNCTION: to.function = pack_function(p, from->function); break;
  case CONSTANT_KEYS: to.names = pack_names(p, from->names, from->count); break;
  case CONSTANT_LIST: to.list = pack_constants(p, from->list, from->count); break;
  case CONSTANT_SCOPE_INFO:
    to.names = pack_names(p, from->names, from->count);
    to.types = pack_atom(p, from->types);
    break;
  case CONSTANT_TEMPLATE:
    to.template_.cooked = pack_names(p, from->template_.cooked, from->count);
    to.template_.raw = pack_names(p, from->template_.raw, from->count);
    break;
  case CONSTANT_REGEXP:
    to.regexp.pattern = pack_atom(p, from->regexp.pattern);
    to.regexp.flags = pack_atom(p, from->regexp.flags);
    break;
  case CONSTANT_NUMBER:
  case CONSTANT_TRUE:
  case CONSTANT_FALSE:
  case CONSTANT_NULL:
  case CONSTANT_UNDEFINED:
  case CONSTANT_HOLE: break;
  }
  return to;
}

static Constant *pack_constants(Packer *p, const Constant *from, uint32_t count) {
  Constant *copy = put(p, from, count * sizeof *from);
  for (uint32_t i = 0; i < count; i++) {
    Constant constant = packed_constant(p, &from[i]);
    if (copy != NULL) copy[i] = constant;
  }
  return copy;
}

static TextEntry *pack_texts(Packer *p, const TextEntry *from, uint32_t count) {
  TextEntry *copy = put(p, from, count * sizeof *from);
  for (uint32_t i = 0; i < count; i++) {
    const Atom *text = pack_atom(p, from[i].text);
    if (copy != NULL) copy[i].text = text;
  }
  return copy;
}

// Every table of a function is listed here.
_Static_assert(sizeof(CompiledFunction) == 192, "a new field of CompiledFunction may have to be packed");

static CompiledFunction *pack_function(Packer *p, const CompiledFunction *from) {
  CompiledFunction *copy = put(p, from, sizeof *from), unused;
  CompiledFunction *to = copy != NULL ? copy : &unused;
  to->code = put(p, from->code, from->code_count * sizeof *from->code);
  to->constants = pack_constants(p, from->constants, from->constant_count);
  to->ic_names = put(p, from->ic_names, from->ic_count * sizeof *from->ic_names);
  to->handlers = put(p, from->handlers, from->handler_count * sizeof *from->handlers);
  to->positions = put(p, from->positions, from->position_count * sizeof *from->positions);
  to->texts = pack_texts(p, from->texts, from->text_count);
  to->local_ranges = put(p, from->local_ranges, from->local_range_count * sizeof *from->local_ranges);
  to->statement_starts = put(p, from->statement_starts, from->statement_start_count * sizeof *from->statement_starts);
  to->name = pack_atom(p, from->name);
  to->inferred = pack_atom(p, from->inferred);
  to->register_names = pack_names(p, from->register_names, from->register_count);
  return copy;
}

CompiledFunction *compiled_pack(const CompiledFunction *function, size_t *bytes) {
  Packer packer = {0};
  pack_function(&packer, function);
  *bytes = packer.used;
  packer = (Packer){.block = checked_malloc(packer.used)};
  return pack_function(&packer, function);
}
