// repl/evaluate.c - runs what was typed, prints what it gives, and keeps `_` and `_error`.
//
// Each piece of program is a script of its own, REPL1, REPL2, ...  Only the parser says whether it is complete.
#include <ctype.h>
#include <stdlib.h>

#include "node/output.h"
#include "repl/session.h"

static const CompileOptions compile_options = {.is_script = true, .completion_value = true, .redeclares = true};

static ParseOptions parse_options(Repl *repl) {
  return (ParseOptions){.goal = PARSE_SCRIPT, .strict = node_of(repl->vm)->options.strict};
}

// ------------------------------------------------------------------------------------------------------ parsing

static bool parses(Repl *repl, const char *text, size_t length, bool *at_end) {
  Arena *arena = arena_create();
  ParseError error = {0};
  const ParseOptions options = parse_options(repl);
  bool ok = parse(arena, text, length, &options, &error) != NULL;
  *at_end = !ok && error.at_end_of_input;
  arena_destroy(arena);
  return ok;
}

// `{a: 1}` is meant as an object where it can be one: tried in parentheses.  Malloc'd, or NULL.
static char *as_object_literal(Repl *repl, const char *text, size_t length) {
  size_t end = length;
  while (end > 0 && isspace((unsigned char)text[end - 1])) end--;
  if (text[strspn(text, " \t\r\n")] != '{' || text[end - 1] == ';') return NULL;
  char *whole;
  bool at_end;
  int size = asprintf(&whole, "(%.*s)", (int)end, text);
  if (size < 0) return NULL;
  if (parses(repl, whole, (size_t)size, &at_end)) return whole;
  free(whole);
  return NULL;
}

bool evaluate_is_unfinished(Repl *repl, const char *text, size_t length) {
  bool at_end;
  char *object = as_object_literal(repl, text, length);
  free(object);
  return !object && !parses(repl, text, length, &at_end) && at_end;
}

// ------------------------------------------------------------------------------------------------------ running

static bool compile_text(Repl *repl, const char *text, size_t length, Slot function) {
  char name[32];
  const ParseOptions options = parse_options(repl);
  snprintf(name, sizeof name, "REPL%u", ++repl->script_number);
  char *object = as_object_literal(repl, text, length);
  const char *source = object ? object : text;
  bool ok = vm_compile(repl->vm, source, object ? strlen(object) : length, name, &options, &compile_options, function);
  free(object);
  return ok;
}

// Control-C unwinds with an exception that no script catches; here it becomes an error.
static void interrupt_to_error(Repl *repl) {
  VM *vm = repl->vm;
  if (!repl->stopped || !vm->exception_uncatchable) return;
  vm->exception_uncatchable = false;
  vm->exception = VALUE_EMPTY;
  throw_error(vm, &runtime(vm)->error_prototype, "Script execution was interrupted by `SIGINT`");
  define_string(vm, &vm->exception, "code", "ERR_SCRIPT_EXECUTION_INTERRUPTED", ATTR_ALL);
}

static bool run_text(Repl *repl, const char *text, size_t length, Slot out) {
  VM *vm = repl->vm;
  ROOTS(vm, function);
  repl->stopped = false;
  repl->compile_failed = !compile_text(repl, text, length, &r.function);
  if (repl->compile_failed) return false;
  bool ok = vm_call(vm, &r.function, &runtime(vm)->global, 0, NULL, out);
  vm->interrupt = 0;  // it may have come too late
  if (!ok) interrupt_to_error(repl);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ printing

static void options_for(Repl *repl, InspectOptions *options) {
  *options = *inspect_defaults(repl->vm);
  options->colors = repl->colors;
  options->break_length = repl->terminal ? (double)terminal_columns() : 80;
}

static bool value_to_text(Repl *repl, Handle value, bool bare_errors, Text *out) {
  InspectOptions options;
  options_for(repl, &options);
  options.bare_errors = bare_errors;
  return inspect_to(repl->vm, value, &options, &undefined_value_, out);
}

void repl_print_value(Repl *repl, Handle value) {
  TEXT(text);
  if (!value_to_text(repl, value, false, &text)) {
    repl_print_uncaught(repl);
    return;
  }
  builder_unit(&text, '\n');
  text_write(&text, output_write);
}

// "    at REPL7:1:1": what was typed itself.
static bool is_frame_of_line(const char *frame) {
  static const char start[] = "    at REPL";
  return strncmp(frame, start, sizeof start - 1) == 0 && isdigit((unsigned char)frame[sizeof start - 1]);
}

// Leaves out the frame of the typed line and those that called it.
static void cut_frames(char *text) {
  char *cut = NULL, *end = NULL;
  for (char *line = strchr(text, '\n'); line; line = strchr(line + 1, '\n')) {
    if (is_frame_of_line(line + 1)) cut = line;
    if (strncmp(line + 1, "    at ", 7) == 0) end = line + 1 + strcspn(line + 1, "\n");
  }
  if (!cut || end <= cut) return;
  if (end[-1] == '{' && end[-2] == ' ') end -= 2;  // " {" before own properties
  memmove(cut, end, strlen(end) + 1);
}

static bool is_error_line(const char *line) {
  size_t at = line[0] == '[';
  size_t length = strspn(line + at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
  for (size_t i = at; i + 5 <= at + length; i++) {
    if (strncmp(line + i, "Error", 5) == 0) return isupper((unsigned char)line[at]);
  }
  return false;
}

// "Uncaught " in front of the error's first line; other values of several lines begin on a line of their own.
static void print_with_uncaught(Repl *repl, const char *text) {
  for (const char *line = text; line; line = strchr(line, '\n')) {
    if (*line == '\n') line++;
    if (!is_error_line(line)) continue;
    repl_print(repl, "%.*sUncaught %s\n", (int)(line - text), text, line);
    return;
  }
  repl_print(repl, "Uncaught%s%s\n", strchr(text, '\n') ? ":\n" : " ", text);
}

// The line that does not parse, with carets below.
static void print_source_line(Repl *repl) {
  char *text = NULL;
  size_t length = 0;
  FILE *stream = open_memstream(&text, &length);
  print_throw_place(repl->vm, stream);
  fclose(stream);
  const char *after_name = strchr(text, '\n');
  if (after_name) repl_print(repl, "%s", after_name + 1);
  free(text);
}

static void print_thrown(Repl *repl, Handle thrown) {
  TEXT(text);
  if (!value_to_text(repl, thrown, true, &text)) {  // its own properties throw
    repl->vm->exception = VALUE_EMPTY;
    repl_print(repl, "Uncaught error that cannot be shown\n");
    return;
  }
  char *utf8 = text_to_utf8(&text, NULL);
  cut_frames(utf8);
  print_with_uncaught(repl, utf8);
  free(utf8);
}

void repl_print_uncaught(Repl *repl) {
  VM *vm = repl->vm;
  if (vm->exception_uncatchable) return;
  ROOTS(vm, thrown);
  exception_take(vm, &r.thrown);
  if (repl->compile_failed) print_source_line(repl);
  repl->compile_failed = false;
  if (!repl->last_error_assigned) repl->last_error->value = r.thrown;
  print_thrown(repl, &r.thrown);
}

// NodeState.on_uncaught: an error in a callback of the event loop ends the callback, not the session.
bool evaluate_uncaught(VM *vm) {
  Repl *repl = repl_of(vm);
  interrupt_to_error(repl);
  repl->stopped = false;
  if (vm->exception_uncatchable) return false;
  repl_print_uncaught(repl);
  return true;
}

bool repl_evaluate(Repl *repl, const char *text, Slot out) {
  if (run_text(repl, text, strlen(text), out)) return true;
  repl_print_uncaught(repl);
  return false;
}

void evaluate_and_print(Repl *repl, const char *text, size_t length) {
  VM *vm = repl->vm;
  ROOTS(vm, result);
  if (run_text(repl, text, length, &r.result)) {
    if (!repl->last_assigned) repl->last->value = r.result;
    repl_print_value(repl, &r.result);
  } else {
    repl_print_uncaught(repl);
  }
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

static const Builtin accessors[] = {
    GETTER("_", get_last), SETTER("_", set_last),
    GETTER("_error", get_last_error), SETTER("_error", set_last_error),
};

void evaluate_open(Repl *repl) {
  VM *vm = repl->vm;
  repl->last = persistent_new(vm, &undefined_value_);
  repl->last_error = persistent_new(vm, &undefined_value_);
  repl->last->name = "_ (the session's last result)";
  repl->last_error->name = "_error (the session's last error)";
  repl->last->passing = repl->last_error->passing = true;
  DEFINE_BUILTINS(vm, &runtime(vm)->global, accessors);
}

void evaluate_close(Repl *repl) {
  persistent_free(repl->last);
  persistent_free(repl->last_error);
}
