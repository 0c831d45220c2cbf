// repl/uncaught.c - shows errors that nothing catches, as node's session does: an error loses the frames of the session
// itself, is kept in `_error`, goes to the listeners of process.on('uncaughtException') or is printed as "Uncaught
// ...".
#include <ctype.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/output.h"
#include "node/process/process.h"
#include "repl/session.h"

#define FRAME "\n    at "

// ------------------------------------------------------------------------------------------------------ stacks

// A frame without a function's name: of the text that was typed, or of a function that has none.  One that a timer
// calls is shown by the property that holds it.
static bool is_nameless(const Text *stack, size_t frame) {
  static const char *const nameless[] = {"<anonymous> (", "Timeout._onTimeout (", "Immediate._onImmediate ("};
  ptrdiff_t end = text_find_ascii(stack, "\n", frame + 1);
  size_t limit = end < 0 ? stack->length : (size_t)end;
  ptrdiff_t place = text_find_ascii(stack, " (", frame);
  if (place < 0 || (size_t)place >= limit) return true;
  for (size_t i = 0; i < sizeof nameless / sizeof nameless[0]; i++) {
    ptrdiff_t name = text_find_ascii(stack, nameless[i], frame);
    if (name >= 0 && (size_t)name < limit) return true;
  }
  return false;
}

// What is to be left of a stack: all in front of its outermost nameless frame.
static size_t length_to_show(const Text *stack) {
  size_t length = stack->length;
  for (ptrdiff_t at = text_find_ascii(stack, FRAME, 0); at >= 0; at = text_find_ascii(stack, FRAME, (size_t)at + 1)) {
    if (is_nameless(stack, (size_t)at)) length = (size_t)at;
  }
  return length;
}

static size_t length_without_frames(const Text *stack) {
  ptrdiff_t at = text_find_ascii(stack, FRAME, 0);
  return at < 0 ? stack->length : (size_t)at;
}

// The error keeps the shorter stack, however it is shown later.
static bool shorten_stack(VM *vm, Handle thrown) {
  ROOTS(vm, stack, name);
  bool has_stack, has_name;
  if (!is_error_object(vm, thrown)) return true;
  TRY(peek_property(vm, thrown, VM_NAME(vm, stack), &has_stack, &r.stack));
  TRY(peek_property(vm, thrown, VM_NAME(vm, name), &has_name, &r.name));
  if (!has_stack || !value_is_string(r.stack)) return true;
  bool is_syntax_error = has_name && value_is_string(r.name) && string_is_ascii(vm, &r.name, "SyntaxError");
  TEXT(text);
  builder_string(vm, &text, &r.stack);
  size_t length = is_syntax_error ? length_without_frames(&text) : length_to_show(&text);
  if (length == text.length) return true;
  TEXT(shorter);
  text_append_part(&shorter, &text, 0, length);
  TRY(builder_finish(vm, &shorter, &r.stack));
  return define_data(vm, thrown, VM_NAME(vm, stack), &r.stack, ATTR_METHOD);
}

// ------------------------------------------------------------------------------------------------------ printing

static bool is_error_line(const char *line) {
  size_t at = line[0] == '[';
  size_t length = strspn(line + at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
  for (size_t i = at; i + 5 <= at + length; i++) {
    if (strncmp(line + i, "Error", 5) == 0) return isupper((unsigned char)line[at]);
  }
  return false;
}

// "Uncaught " in front of the error's first line, or above a long one; other values of several lines begin on a line of
// their own.
static void print_with_uncaught(Repl *repl, const char *text) {
  for (const char *line = text; line; line = strchr(line, '\n')) {
    if (*line == '\n') line++;
    if (!is_error_line(line)) continue;
    bool fits = (double)strcspn(line, "\n") < inspect_defaults(repl->vm)->break_length;
    repl_print(repl, "%.*sUncaught%s%s\n", (int)(line - text), text, fits ? " " : ":\n", line);
    return;
  }
  repl_print(repl, "Uncaught%s%s\n", strchr(text, '\n') ? ":\n" : " ", text);
}

// The line that does not parse, with carets below.
static void print_source_line(Repl *repl) {
  char *text = NULL;
  size_t length = 0;
  FILE *stream = checked_memstream(&text, &length);
  print_throw_place(repl->vm, stream);
  checked_memclose(stream, &text);
  const char *after_name = strchr(text, '\n');
  if (after_name) repl_print(repl, "%s", after_name + 1);
  free(text);
}

static void print_thrown(Repl *repl, Handle thrown, bool whole_stack) {
  TEXT(text);
  size_t length;
  bool ok = whole_stack || shorten_stack(repl->vm, thrown);
  if (!ok || !repl_value_to(repl, thrown, &text)) {  // its own properties throw
    repl->vm->exception = VALUE_EMPTY;
    repl_print(repl, "Uncaught error that cannot be shown\n");
    return;
  }
  char *utf8 = text_to_utf8(&text, &length);
  bool bare = is_error_object(repl->vm, thrown) && utf8[0] == '[' && utf8[length - 1] == ']';
  if (bare) utf8[length - 1] = 0;
  print_with_uncaught(repl, utf8 + bare);
  free(utf8);
}

// True: a listener took it.  A listener that throws leaves its own exception in *thrown.
static bool tell_listeners(VM *vm, Slot thrown) {
  ROOTS(vm, values[2]);
  bool heard = false;
  r.values[0] = *thrown;
  string_internalize_ascii(vm, "uncaughtException", &r.values[1]);
  if (process_emit(vm, "uncaughtException", 2, r.values, &heard)) return heard;
  if (vm->exception_uncatchable) return true;
  exception_take(vm, thrown);
  return false;
}

void repl_print_uncaught(Repl *repl) {
  VM *vm = repl->vm;
  evaluate_interrupted(repl);
  if (vm->exception_uncatchable) return;
  ROOTS(vm, thrown);
  exception_take(vm, &r.thrown);
  bool compile_failed = repl->compile_failed;
  repl->compile_failed = false;
  if (!repl->last_error_assigned) repl->last_error->value = r.thrown;
  if (tell_listeners(vm, &r.thrown)) return;
  bool whole = repl->stopped;  // where it was stopped
  repl->stopped = false;
  if (compile_failed) print_source_line(repl);
  print_thrown(repl, &r.thrown, whole);
}
