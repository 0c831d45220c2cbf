// repl/repl.c - see repl.h: the life of a session, and lines that are put together until the parser finds them
// complete.
#include "repl/repl.h"

#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/console/console.h"
#include "node/cjs/modules.h"
#include "base/output.h"
#include "repl/session.h"

VM *repl_vm(Repl *repl) { return repl->vm; }

void repl_print(Repl *repl, const char *format, ...) {
  va_list arguments;
  (void)repl;
  va_start(arguments, format);
  char *text = checked_vformat(format, arguments);
  va_end(arguments);
  output_write(text, strlen(text));
  free(text);
}

void repl_abandon(Repl *repl) {
  piece_clear(&repl->piece);
  repl->editor = false;
}

// ------------------------------------------------------------------------------------------------------ lines

static bool is_blank(const char *text) { return text[strspn(text, " \t\r\n\v\f")] == 0; }

static void run_piece(Repl *repl) {
  Piece piece = repl->piece;
  repl->piece = (Piece){0};
  repl_abandon(repl);
  evaluate_and_print(repl, piece_text(&piece), piece_length(&piece));
  piece_free(&piece);
}

void repl_text(Repl *repl, const char *text, size_t length) {
  size_t start = piece_length(&repl->piece);
  piece_add(&repl->piece, text, length);
  buffer_add(&repl->log, piece_text(&repl->piece) + start, piece_length(&repl->piece) - start);
  if (!repl->editor && !piece_is_unfinished(repl)) run_piece(repl);
}

static void repl_line(Repl *repl, const char *line) {
  repl->control_c = 0;
  if (!repl->editor) {
    if (command_run(repl, line)) return;
    if (piece_length(&repl->piece) == 0 && is_blank(line)) return;
  }
  repl_text(repl, line, strlen(line));
}

// Control-C: gives up what was typed; on an empty line, the second time in a row, it ends the session.
static void interrupted(Repl *repl) {
  bool empty = piece_length(&repl->piece) == 0 && repl->line.length == 0 && !repl->editor;
  repl_abandon(repl);
  if (!empty) {
    repl->control_c = 0;
  } else if (++repl->control_c == 2) {
    repl->leaving = true;
  } else {
    repl_print(repl, "(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n");
  }
}

// Control-D: ends .editor, or the session; what is unfinished at the end of a file is run as it is.
static void ended(Repl *repl) {
  if (repl->editor) {
    run_piece(repl);
    return;
  }
  if (!repl->terminal && piece_length(&repl->piece) > 0) run_piece(repl);
  repl->leaving = true;
}

static const char *prompt_of(const Repl *repl) {
  if (repl->editor) return "";
  return piece_length(&repl->piece) > 0 ? "... " : "> ";
}

static void run_lines(Repl *repl) {
  while (!repl->leaving && !repl->vm->exception_uncatchable) {
    const char *prompt = prompt_of(repl);
    ReadResult result = repl->terminal ? terminal_read(repl, prompt) : input_read_plain(repl, prompt);
    switch (result) {
    case READ_LINE: repl_line(repl, repl->line.bytes); break;
    case READ_INTERRUPTED: interrupted(repl); break;
    case READ_END: ended(repl); break;
    case READ_EXIT: return;
    }
  }
}

// ------------------------------------------------------------------------------------------------------ life

static bool without_readline(void) {
  const char *setting = getenv("NODE_NO_READLINE");
  return setting && strtol(setting, NULL, 10) != 0;
}

static bool is_editable(void) {
  const char *term = getenv("TERM");
  return !without_readline() && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && (!term || strcmp(term, "dumb") != 0);
}

static void repl_open(Repl *repl) {
  evaluate_open(repl);
  repl->colors = !without_readline() && console_colours(repl->vm, STDOUT_FILENO);
  piece_clear(&repl->piece);
  buffer_clear(&repl->line);
  buffer_clear(&repl->log);
  input_open(repl);
  signals_open(repl);
  if (is_editable()) {
    repl->history = history_open();
    repl->terminal = terminal_open(repl);
  }
}

static void repl_close(Repl *repl) {
  if (repl->terminal) terminal_close(repl);
  if (repl->history) history_close(repl->history);
  signals_close();
  input_close(repl);
  evaluate_close(repl);
  piece_free(&repl->piece);
  buffer_free(&repl->line);
  buffer_free(&repl->log);
}

bool repl_run(VM *vm) {
  Repl repl = {.vm = vm};
  NodeState *node = node_of(vm);
  TRY(module_define_globals(vm, "<repl>"));
  node->repl = &repl;
  node->on_uncaught = evaluate_uncaught;
  repl_open(&repl);
  repl_print(&repl, "Welcome to nodule " NODULE_VERSION ".\nType \".help\" for more information.\n");
  run_lines(&repl);
  bool ended_early = vm->exception_uncatchable;
  if (!ended_early) (void)node_exit(vm);
  repl_close(&repl);
  node->on_uncaught = NULL;
  node->repl = NULL;
  return false;
}
