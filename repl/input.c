// repl/input.c - standard input and the event loop together: timers run while the session waits for a line.
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/output.h"
#include "repl/session.h"

static void on_readable(uv_poll_t *poll, int status, int events) {
  (void)status, (void)events;  // an error shows when the descriptor is read
  ((Repl *)poll->data)->readable = true;
  uv_poll_stop(poll);
}

// The event loop is about to wait.  It has run the timers that were due, without coming back to input_wait: what they
// printed goes out, and the line is drawn below.
static void on_wait(uv_prepare_t *prepare) {
  output_flush();
  terminal_refresh(prepare->data);
}

static void watch_waits(Repl *repl) {
  repl->prepare = checked_malloc(sizeof *repl->prepare);
  uv_prepare_init(&node_of(repl->vm)->loop, repl->prepare);
  repl->prepare->data = repl;
  uv_prepare_start(repl->prepare, on_wait);
  uv_unref((uv_handle_t *)repl->prepare);
}

// A file on a disk cannot be waited for and need not be.
void input_open(Repl *repl) {
  repl->poll = checked_malloc(sizeof *repl->poll);
  if (uv_poll_init(&node_of(repl->vm)->loop, repl->poll, STDIN_FILENO) == 0) {
    repl->poll->data = repl;
  } else {
    free(repl->poll);
    repl->poll = NULL;
  }
  watch_waits(repl);
}

static void free_handle(uv_handle_t *handle) { free(handle); }

void input_close(Repl *repl) {
  if (repl->poll) uv_close((uv_handle_t *)repl->poll, free_handle);
  repl->poll = NULL;
  uv_close((uv_handle_t *)repl->prepare, free_handle);
}

ReadResult input_wait(Repl *repl) {
  VM *vm = repl->vm;
  uv_loop_t *loop = &node_of(vm)->loop;
  repl->readable = !repl->poll || uv_poll_start(repl->poll, UV_READABLE, on_readable) != 0;
  if (repl->readable) uv_run(loop, UV_RUN_NOWAIT);
  bool alive = node_run_ticks(vm);
  while (alive && !vm->exception_uncatchable) {
    if (signals_take_interrupt()) {
      if (repl->poll) uv_poll_stop(repl->poll);
      return READ_INTERRUPTED;
    }
    if (repl->readable) return READ_LINE;
    uv_run(loop, UV_RUN_ONCE);
    if (!vm->exception_uncatchable) alive = node_run_cleanup(vm);
    terminal_refresh(repl);
  }
  if (repl->poll) uv_poll_stop(repl->poll);
  return READ_EXIT;
}

// A line without its end.  The last line of a file may have none.
ReadResult input_read_plain(Repl *repl, const char *prompt) {
  output_write(prompt, strlen(prompt));
  output_flush();
  buffer_clear(&repl->line);
  for (;;) {
    char c;
    ReadResult result = input_wait(repl);
    if (result != READ_LINE) {
      if (result == READ_INTERRUPTED) output_write("\n", 1);
      return result;
    }
    ssize_t n = read(STDIN_FILENO, &c, 1);
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (n <= 0) return repl->line.length > 0 ? READ_LINE : READ_END;
    if (c == '\n') return READ_LINE;
    if (c != '\r') buffer_add(&repl->line, &c, 1);
  }
}
