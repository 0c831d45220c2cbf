// repl/signals.c - Control-C, and what becomes of the terminal when a signal ends the program.
//
// While a piece of program is parsed and run, and in callbacks of the event loop, SIGINT makes the interpreter stop at
// its next jump or call; otherwise it wakes the event loop, where input_wait sees it.  What comes between the end of a
// line and its run is meant for the run.  A signal that ends the program (an abort for want of memory, too) first gives
// the terminal back as it was; handlers do only what is safe in them: tcsetattr, write, raise.
#include <errno.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include "repl/session.h"

static struct {
  VM *vm;
  const Frame *base;               // the innermost frame while nothing runs
  struct termios before, editing;  // the terminal's modes
  bool has_terminal, owned;
  volatile sig_atomic_t running;
  volatile sig_atomic_t interrupted, resized, continued;
  uv_async_t wake;
} signals;

static const int fatal_signals[] = {SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
#define FATAL_COUNT (sizeof fatal_signals / sizeof fatal_signals[0])

static void handle(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

// A signal may come while it waits for the terminal to take what was written.
static void set_modes(const struct termios *modes) {
  while (tcsetattr(STDIN_FILENO, TCSADRAIN, modes) != 0 && errno == EINTR) continue;
}

static void give_back(void) {
  static const char end_of_paste_mode[] = "\033[?2004l";
  if (!signals.has_terminal || !signals.owned) return;
  if (write(STDOUT_FILENO, end_of_paste_mode, sizeof end_of_paste_mode - 1) < 0) return;  // the terminal is gone
  set_modes(&signals.before);
}

static void end_of_program(int number) {
  give_back();
  handle(number, SIG_DFL);
  raise(number);
}

static void on_interrupt_key(int number) {
  (void)number;
  if (signals.running || signals.vm->frame != signals.base) {
    signals.vm->interrupt = 1;
  } else {
    signals.interrupted = 1;
    uv_async_send(&signals.wake);
  }
}

static void on_resize(int number) {
  (void)number;
  signals.resized = 1;
  uv_async_send(&signals.wake);
}

// The shell has given the terminal its own modes, however the program was stopped.
static void on_continue(int number) {
  (void)number;
  if (signals.owned) set_modes(&signals.editing);
  signals.continued = 1;
  uv_async_send(&signals.wake);
}

static void on_stop(int number) {
  sigset_t set;
  give_back();
  handle(number, SIG_DFL);
  raise(number);
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);  // stops here
  handle(number, on_stop);
}

// VM.on_interrupt: unwinds without asking the handlers of the script.
static bool stop_running(VM *vm) {
  repl_of(vm)->stopped = true;
  throw_error(vm, &runtime(vm)->error_prototype, "Script execution was interrupted by `SIGINT`");
  define_string(vm, &vm->exception, "code", "ERR_SCRIPT_EXECUTION_INTERRUPTED", ATTR_ALL);
  vm->exception_uncatchable = true;
  return false;
}

static void on_wake(uv_async_t *wake) { (void)wake; }

void signals_open(Repl *repl) {
  VM *vm = repl->vm;
  signals.vm = vm;
  signals.base = vm->frame;
  signals.has_terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &signals.before) == 0;
  uv_async_init(&node_of(vm)->loop, &signals.wake, on_wake);
  uv_unref((uv_handle_t *)&signals.wake);
  vm->on_interrupt = stop_running;
  if (!signals.has_terminal) return;  // signals mean what they mean to any program
  handle(SIGINT, on_interrupt_key);
  handle(SIGWINCH, on_resize);
  handle(SIGCONT, on_continue);
  handle(SIGTSTP, on_stop);
  for (size_t i = 0; i < FATAL_COUNT; i++) handle(fatal_signals[i], end_of_program);
}

void signals_close(void) {
  signals_own_terminal(false);
  signals.vm->on_interrupt = NULL;
  if (signals.has_terminal) {
    handle(SIGINT, SIG_DFL);
    handle(SIGWINCH, SIG_DFL);
    handle(SIGCONT, SIG_DFL);
    handle(SIGTSTP, SIG_DFL);
    for (size_t i = 0; i < FATAL_COUNT; i++) handle(fatal_signals[i], SIG_DFL);
  }
  uv_close((uv_handle_t *)&signals.wake, NULL);
}

// A script may have put a handler of its own in the place of ours (process.on('SIGINT')): the key is the session's.
void signals_run_begins(void) {
  signals.vm->interrupt = 0;
  signals.running = 1;
  if (signals_take_interrupt()) signals.vm->interrupt = 1;
  if (signals.has_terminal) handle(SIGINT, on_interrupt_key);
}

void signals_run_ends(void) {
  signals.running = 0;
  signals.vm->interrupt = 0;  // it may have come too late
  if (signals.has_terminal) handle(SIGINT, on_interrupt_key);
}

bool signals_take_interrupt(void) {
  bool was = signals.interrupted != 0;
  signals.interrupted = 0;
  return was;
}

bool signals_take_resize(void) {
  bool was = signals.resized != 0;
  signals.resized = 0;
  return was;
}

bool signals_take_continue(void) {
  bool was = signals.continued != 0;
  signals.continued = 0;
  return was;
}

// While lines are edited the terminal shows nothing that is typed and hands over every key, also while a line runs.
void signals_own_terminal(bool own) {
  if (!signals.has_terminal) return;
  if (!own) {
    give_back();
    signals.owned = false;
    return;
  }
  signals.editing = signals.before;
  signals.editing.c_lflag &= ~(tcflag_t)(ECHO | ICANON);
  signals.editing.c_cc[VMIN] = 1;
  signals.editing.c_cc[VTIME] = 0;
  signals.owned = true;
  set_modes(&signals.editing);
}
