// compiler/codegen-try.c - try, catch, finally, and what a jump has to do on its way out of statements.
//
// A finally block is generated once.  Whoever enters it notes in a register why: 0, the try block ended; 1, an
// exception (which waits in the next register); any other number, a jump or return.  Behind the block that is looked at
// again.
//
//   handler table    region          belongs to     goes to
//                    try block       catch          its parameter
//                    try and catch   finally        completion = 1, then the finally block
//                    body of for-of  the loop       IteratorCloseQuiet, then throws again
//
// A jump out of a region first does its work for it (closes the iterator), which the region must not cover any more: it
// is interrupted there, and has several entries in the table.  Inner regions end first, so they come first in the
// table.

#include "compiler/codegen.h"

enum { COMPLETION_NORMAL = 0, COMPLETION_THROW = 1, COMPLETION_FIRST_EXIT = 2 };

// ------------------------------------------------------------------------------------------------------ regions

void region_begin(Codegen *c, Control *control, Reg exception) {
  control->handler = label_next(c);
  control->exception = exception;
  control->region_start = c->e.code.count;
}

void region_end(Codegen *c, Control *control) {
  emit_handler(&c->e, control->region_start, control->handler, control->exception);
}

// ------------------------------------------------------------------------------------------------------ leaving

static int16_t exit_code(Codegen *c, Control *control, ExitType type, Control *target) {
  int16_t code = COMPLETION_FIRST_EXIT;
  for (const Exit *exit = control->exits; exit != NULL; exit = exit->next, code++) {
    if (exit->type == type && exit->target == target) return exit->code;
  }
  if (code == INT16_MAX) c->e.failure = "Too many jumps out of a try statement";
  Exit *exit = arena_allocate(c->arena, sizeof *exit);
  exit->type = (uint8_t)type;
  exit->target = target;
  exit->code = code;
  if (control->last_exit != NULL) control->last_exit->next = exit;
  else control->exits = exit;
  control->last_exit = exit;
  return code;
}

static void leave_through_finally(Codegen *c, Control *control, ExitType type, Control *target, Reg value) {
  if (type == EXIT_RETURN) move(c, control->exception, value);
  emit_wide(&c->e, OPCODE_LoadInt, control->completion, exit_code(c, control, type, target));
  emit_jump(&c->e, control->finally_label);
}

static void suspend_region(Codegen *c, const Control *control) {
  if (control->handler != NO_LABEL) emit_handler(&c->e, control->region_start, control->handler, control->exception);
}

static void resume_regions(Codegen *c, const Control *end) {
  for (Control *control = c->control; control != end; control = control->outer) {
    if (control->handler != NO_LABEL) control->region_start = c->e.code.count;
  }
}

static void close_iterator(Codegen *c, const Control *control) {
  if (control->iterator != NO_REGISTER) emit(&c->e, OPCODE_IteratorClose, control->iterator, 0, 0);
}

static void emit_return(Codegen *c, Reg value) {
  if (value == NO_REGISTER) emit(&c->e, OPCODE_ReturnUndefined, 0, 0, 0);
  else emit(&c->e, OPCODE_Return, value, 0, 0);
}

void leave(Codegen *c, ExitType type, Control *target, Reg value) {
  Control *control = c->control;
  for (; control != target; control = control->outer) {
    suspend_region(c, control);
    if (control->kind == CONTROL_FINALLY) {
      leave_through_finally(c, control, type, target, value);
      resume_regions(c, control->outer);
      return;
    }
    close_iterator(c, control);
  }
  if (type == EXIT_RETURN) {
    emit_return(c, value);
    resume_regions(c, NULL);
    return;
  }
  if (type == EXIT_BREAK && target->iterator != NO_REGISTER) {
    suspend_region(c, target);
    close_iterator(c, target);
    control = target->outer;
  }
  emit_jump(&c->e, type == EXIT_BREAK ? target->break_label : target->continue_label);
  resume_regions(c, control);
}

static bool has_work_on_return(const Codegen *c) {
  for (const Control *control = c->control; control != NULL; control = control->outer) {
    if (control->kind == CONTROL_FINALLY || control->iterator != NO_REGISTER) return true;
  }
  return false;
}

// return a ? b : c
static NOINLINE void return_conditional(Codegen *c, Node *node) {
  uint32_t mark = c->top;
  while (node->type == NODE_CONDITIONAL) {
    Label otherwise = label_next(c);
    condition(c, node->conditional.test, false, otherwise);
    emit_return(c, expression_any(c, node->conditional.then));
    c->top = mark;
    label_place(&c->e, otherwise);
    node = node->conditional.otherwise;
  }
  emit_return(c, expression_any(c, node));
  c->top = mark;
}

void return_statement(Codegen *c, Node *node) {
  uint32_t mark = c->top;
  if (node->unary.operand != NULL && node->unary.operand->type == NODE_CONDITIONAL && !has_work_on_return(c)) {
    return_conditional(c, node->unary.operand);
    return;
  }
  Reg value = NO_REGISTER;
  if (node->unary.operand != NULL) value = expression_any(c, node->unary.operand);
  emit_at(&c->e, node->position);
  if (!has_work_on_return(c)) {
    emit_return(c, value);
    c->top = mark;
    return;
  }
  if (value == NO_REGISTER) emit(&c->e, OPCODE_LoadUndefined, value = temp(c), 0, 0);
  leave(c, EXIT_RETURN, NULL, value);
  c->top = mark;
}

// ------------------------------------------------------------------------------------------------------ try

static NOINLINE void catch_clause(Codegen *c, Node *node, Reg exception) {
  Scope *scope = node->try_.scope;
  completion_undefined(c);
  if (scope != NULL) {
    Variable *variable = node->try_.parameter->identifier.variable;
    if (!variable->captured) {
      variable->reg = exception;
      c->register_variables[exception] = variable;
      if (c->register_names[exception] == NULL) c->register_names[exception] = variable->name;
    }
    scope_enter(c, scope);
    if (variable->captured) variable_store(c, variable, exception);
  }
  statement(c, node->try_.handler);
  scope_leave(c, scope);
}

static NOINLINE void try_catch(Codegen *c, Node *node) {
  if (node->try_.handler == NULL) {
    statement(c, node->try_.block);
    return;
  }
  uint32_t mark = c->top;
  Label end = label_next(c);
  Reg exception = local_reserve(c, NULL);
  Control *control = control_push(c, CONTROL_TRY);
  region_begin(c, control, exception);
  statement(c, node->try_.block);
  region_end(c, control);
  control_pop(c);
  if (emit_reachable(&c->e)) emit_jump(&c->e, end);
  label_place(&c->e, control->handler);
  local_begin(c, exception);
  catch_clause(c, node, exception);
  label_place(&c->e, end);
  locals_leave(c, mark);
}

// After the finally block: goes on with what was interrupted.
static void dispatch(Codegen *c, const Control *control) {
  Label next = label_next(c);
  emit_compare_jump(&c->e, OPCODE_JumpStrictNeInt, control->completion, COMPLETION_THROW, next);
  emit(&c->e, OPCODE_Throw, control->exception, 1, 0);
  label_place(&c->e, next);
  for (const Exit *exit = control->exits; exit != NULL; exit = exit->next) {
    next = label_next(c);
    emit_compare_jump(&c->e, OPCODE_JumpStrictNeInt, control->completion, (uint16_t)exit->code, next);
    leave(c, (ExitType)exit->type, exit->target, control->exception);
    label_place(&c->e, next);
  }
}

// Its statements have no say in the value of the whole, unless a jump leaves it.
static void finally_block(Codegen *c, Node *node) {
  if (c->completion == NO_REGISTER) {
    statement(c, node);
    return;
  }
  Reg value = local(c, NULL);
  move(c, value, c->completion);
  completion_undefined(c);
  statement(c, node);
  move(c, c->completion, value);
}

static NOINLINE void try_finally(Codegen *c, Node *node) {
  uint32_t mark = c->top;
  Reg completion = local_reserve(c, NULL), exception = local_reserve(c, NULL);
  Control *control = control_push(c, CONTROL_FINALLY);
  control->completion = completion;
  control->finally_label = label_next(c);
  region_begin(c, control, exception);
  try_catch(c, node);
  region_end(c, control);
  control_pop(c);
  local_begin(c, completion);
  local_begin(c, exception);
  if (emit_reachable(&c->e)) {
    emit_wide(&c->e, OPCODE_LoadInt, completion, COMPLETION_NORMAL);
    emit_jump(&c->e, control->finally_label);
  }
  label_place(&c->e, control->handler);
  emit_wide(&c->e, OPCODE_LoadInt, completion, COMPLETION_THROW);
  label_place(&c->e, control->finally_label);
  finally_block(c, node->try_.finalizer);
  dispatch(c, control);
  locals_leave(c, mark);
}

void try_statement(Codegen *c, Node *node) {
  completion_undefined(c);
  if (node->try_.finalizer != NULL) try_finally(c, node);
  else try_catch(c, node);
}
