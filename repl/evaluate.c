// repl/evaluate.c - runs what was typed, prints what it gives, and keeps `_` and `_error`.
//
// Each piece of program is a script of its own, REPL1, REPL2, ...  Only the parser says whether it is complete.
#include <ctype.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/output.h"
#include "compiler/compile.h"
#include "repl/session.h"

static const CompileOptions compile_options = {.is_script = true, .completion_value = true, .redeclares = true};

ParseOptions evaluate_parse_options(Repl *repl) { return (ParseOptions){.goal = PARSE_SCRIPT, .strict = repl->strict}; }

// ------------------------------------------------------------------------------------------------------ parsing

static bool parses(Repl *repl, const char *text, size_t length, bool *at_end) {
  Arena *arena = arena_create(NULL);
  ParseError error = {0};
  const ParseOptions options = evaluate_parse_options(repl);
  bool ok = parse(arena, text, length, &options, &error) != NULL;
  *at_end = !ok && error.at_end_of_input;
  arena_destroy(arena);
  return ok;
}

bool evaluate_may_be_object(const char *text) { return text[strspn(text, " \t\r\n")] == '{'; }

// `{a: 1}` is meant as an object where it can be one: tried in parentheses.  Malloc'd, or NULL.
static char *as_object_literal(Repl *repl, const char *text, size_t length) {
  size_t end = length;
  while (end > 0 && isspace((unsigned char)text[end - 1])) end--;
  if (!evaluate_may_be_object(text) || text[end - 1] == ';') return NULL;
  char *whole = checked_format("(%.*s)", (int)end, text);
  bool at_end;
  if (parses(repl, whole, strlen(whole), &at_end)) return whole;
  free(whole);
  return NULL;
}

bool evaluate_is_unfinished(Repl *repl) {
  const Piece *piece = &repl->piece;
  const char *text = piece_text(piece);
  bool at_end;
  char *object = as_object_literal(repl, text, piece_length(piece));
  free(object);
  if (object || parses(repl, text, piece_length(piece), &at_end)) return false;
  if (at_end) return true;
  return evaluate_may_be_object(text) && !parses(repl, piece->text.bytes, piece->text.length, &at_end) && at_end;
}

// ------------------------------------------------------------------------------------------------------ running

static bool compile_text(Repl *repl, const char *text, size_t length, Slot function) {
  char name[32];
  const ParseOptions options = evaluate_parse_options(repl);
  snprintf(name, sizeof name, "REPL%u", ++repl->script_number);
  char *object = as_object_literal(repl, text, length);
  const char *source = object ? object : text;
  bool ok = vm_compile(repl->vm, source, object ? strlen(object) : length, name, &options, &compile_options, function);
  free(object);
  return ok;
}

void evaluate_interrupted(Repl *repl) {
  if (repl->stopped) repl->vm->exception_uncatchable = false;
}

static bool run_text(Repl *repl, const char *text, size_t length, Slot out) {
  VM *vm = repl->vm;
  ROOTS(vm, function);
  repl->stopped = false;
  repl->compile_failed = !compile_text(repl, text, length, &r.function);
  if (repl->compile_failed) return false;
  bool ok = vm_call(vm, &r.function, &runtime(vm)->global, 0, NULL, out);
  if (!ok) evaluate_interrupted(repl);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ printing

bool repl_value_to(Repl *repl, Handle value, Text *out) {
  InspectOptions options = *inspect_defaults(repl->vm);
  options.colors = repl->colors;
  return inspect_to(repl->vm, value, &options, &undefined_value_, out);
}

static void repl_print_value(Repl *repl, Handle value) {
  TEXT(text);
  if (!repl_value_to(repl, value, &text)) {
    repl_print_uncaught(repl);
    return;
  }
  builder_unit(&text, '\n');
  text_write(&text, output_write);
}

// NodeState.on_uncaught: an error in a callback of the event loop ends the callback, not the session.
bool evaluate_uncaught(VM *vm) {
  Repl *repl = repl_of(vm);
  repl_print_uncaught(repl);
  return !vm->exception_uncatchable;
}

bool repl_evaluate(Repl *repl, const char *text, Slot out) {
  signals_run_begins();
  bool ok = run_text(repl, text, strlen(text), out);
  if (!ok) repl_print_uncaught(repl);
  signals_run_ends();
  return ok;
}

void evaluate_and_print(Repl *repl, const char *text, size_t length) {
  VM *vm = repl->vm;
  ROOTS(vm, result);
  signals_run_begins();
  if (run_text(repl, text, length, &r.result)) {
    if (!repl->last_assigned) repl->last->value = r.result;
    repl_print_value(repl, &r.result);
  } else {
    repl_print_uncaught(repl);
  }
  signals_run_ends();
}

// ------------------------------------------------------------------------------------------------------ `_`

static bool get_last(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = repl_of(vm)->last->value;
  return true;
}

static bool get_last_error(VM *vm, const Args *args, Slot out) {
  (void)args;
  *out = repl_of(vm)->last_error->value;
  return true;
}

static void assign(Repl *repl, const char *name, bool *assigned, PersistentCell *cell, Handle value) {
  cell->value = *value;
  if (!*assigned) repl_print(repl, "Expression assignment to %s now disabled.\n", name);
  *assigned = true;
  cell->passing = false;
  cell->name = name;
}

static bool set_last(VM *vm, const Args *args, Slot out) {
  Repl *repl = repl_of(vm);
  (void)out;
  assign(repl, "_", &repl->last_assigned, repl->last, arg(args, 0));
  return true;
}

static bool set_last_error(VM *vm, const Args *args, Slot out) {
  Repl *repl = repl_of(vm);
  (void)out;
  assign(repl, "_error", &repl->last_error_assigned, repl->last_error, arg(args, 0));
  return true;
}

static const Builtin accessors[] = {GETTER("_", get_last), SETTER("_", set_last), GETTER("_error", get_last_error),
                                    SETTER("_error", set_last_error)};

void evaluate_open(Repl *repl) {
  VM *vm = repl->vm;
  const char *mode = getenv("NODE_REPL_MODE");
  repl->strict = node_of(vm)->options.strict || (mode && strcasecmp(mode, "strict") == 0);
  repl->last = persistent_new(vm, &undefined_value_);
  repl->last_error = persistent_new(vm, &undefined_value_);
  repl->last->name = "_ (the session's last result)";
  repl->last_error->name = "_error (the session's last error)";
  repl->last->passing = repl->last_error->passing = true;
  DEFINE_BUILTINS(vm, &runtime(vm)->global, accessors);
}

void evaluate_close(Repl *repl) {
  persistent_free(repl->vm, repl->last);
  persistent_free(repl->vm, repl->last_error);
}
