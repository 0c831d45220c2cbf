// compiler/infer-names.c - see infer-names.h.
//
// As V8 has it: `F.prototype.m = function` is F.m, `exports.x = old || function` is exports.x; and `this.x = function`
// in a function Thing, which a capital makes a constructor, is Thing.x.  The function's own name stays empty.
#include "compiler/infer-names.h"

enum { MOST_TARGETS = 8, LONGEST = 200 };

typedef struct Inference {
  Arena *arena;
  const Atom *around;  // or NULL
  const Node *targets[MOST_TARGETS];
  uint32_t count;
  uint16_t units[LONGEST];
  uint32_t length;
} Inference;

static uint16_t unit_of(const Atom *atom, uint32_t i) { return atom->two_byte ? atom->utf16[i] : atom->latin1[i]; }

static void add(Inference *in, const Atom *name) {
  if (in->length > 0 && in->length < LONGEST) in->units[in->length++] = '.';
  for (uint32_t i = 0; i < name->length && in->length < LONGEST; i++) in->units[in->length++] = unit_of(name, i);
}

static const Atom *link_name(const Node *node) {
  if (node->type == NODE_MEMBER) return atom_is(node->member.name, "prototype") ? NULL : node->member.name;
  return node->index.index->type == NODE_STRING ? node->index.index->string : NULL;
}

static bool is_property(const Node *node) { return node->type == NODE_MEMBER || node->type == NODE_INDEX; }

// a.b.c: of a long chain the first names count, as many as fit.
static void add_target(Inference *in, const Node *target) {
  const Node *links[LONGEST];  // a ring: the innermost of those passed
  size_t count = 0;
  for (; is_property(target); target = node_link(target)) {
    if (link_name(target) != NULL) links[count++ % LONGEST] = target;
  }
  if (target->type == NODE_IDENTIFIER) add(in, target->identifier.atom);
  for (size_t i = 0; i < count && i < LONGEST; i++) add(in, link_name(links[(count - 1 - i) % LONGEST]));
}

static const Atom *whole_name(Inference *in) {
  in->length = 0;
  if (in->around != NULL) add(in, in->around);
  for (uint32_t i = 0; i < in->count; i++) add_target(in, in->targets[i]);
  return in->length > 0 ? atom_utf16(in->arena, in->units, in->length) : NULL;
}

static void infer(Inference *in, Node *value) {
  for (; value->type == NODE_CONDITIONAL || value->type == NODE_LOGICAL; value = node_link(value)) {
    infer(in, value->type == NODE_LOGICAL ? value->binary.right : value->conditional.then);
  }
  switch (value->type) {
  case NODE_FUNCTION:
    if (value->function->name == NULL && value->function->inferred == NULL) value->function->inferred = whole_name(in);
    break;
  case NODE_ARRAY:
    for (uint32_t i = 0; i < value->list.count; i++) {
      if (value->list.items[i] != NULL) infer(in, value->list.items[i]);
    }
    break;
  case NODE_ASSIGN:
    if (value->assign.op != OP_NONE || in->count == MOST_TARGETS) break;
    in->targets[in->count++] = value->assign.target;
    infer(in, value->assign.value);
    in->count--;
    break;
  default: break;
  }
}

void infer_names(Arena *arena, const FunctionNode *around, const Node *target, Node *value) {
  Inference in;
  in.arena = arena;
  in.around = around->name;
  in.targets[0] = target;
  in.count = 1;
  bool capital = in.around != NULL && in.around->length > 0 && unit_of(in.around, 0) >= 'A' &&
                 unit_of(in.around, 0) <= 'Z';
  if (!capital) in.around = NULL;
  infer(&in, value);
}
