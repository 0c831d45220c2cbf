// repl/repl.h - the interactive session: reads lines, runs them, prints what they give.
//
//   repl.c      the life of a session                            terminal.c   keys, history, prompt, by libedit
//   piece.c     lines into pieces of program                     display.c    draws the line
//   evaluate.c  running, results, `_`                            history.c    the lines of earlier sessions
//   uncaught.c  errors that nothing catches                      complete*.c  the Tab key
//   input.c     waiting for input while the event loop runs      commands.c   .help and its kin
//   signals.c   Control-C, the terminal at the end
#ifndef NODULE_REPL_REPL_H
#define NODULE_REPL_REPL_H

#include "node/host/node.h"

// NodeOptions.interactive: runs the session until its end, then 'exit' is emitted.  Returns false with an exception
// pending that no script catches, as node_exit leaves it.
NODISCARD bool repl_run(VM *vm);

#endif
