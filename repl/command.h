// repl/command.h - what a command of the interactive session (a line that begins with a dot) may do.
//
// A command is one line of the table in repl/commands.c; .help is made from it.  Functions that a command needs live
// where they belong (observe/, node/); the command itself takes its argument, calls them and prints.
#ifndef NODULE_REPL_COMMAND_H
#define NODULE_REPL_COMMAND_H

#include "vm/native.h"

typedef struct Repl Repl;

typedef struct ReplCommand {
  const char *name;      // without the dot
  const char *argument;  // how .help calls it; "" for none
  const char *help;
  // `argument`: what follows the name, without the spaces around it; "" for nothing.
  void (*run)(Repl *repl, const char *argument);
  bool only_terminal;   // not offered when lines come from a pipe
  const char *details;  // what .help NAME says besides, with an example: whole lines, or ""
} ReplCommand;

VM *repl_vm(Repl *repl);
// Runs text in the session's scope, as if it had been typed.  False: an uncaught error, which has been printed.
NODISCARD bool repl_evaluate(Repl *repl, const char *text, Slot out);
// Prints on standard output; the text should end with a newline.
void repl_print(Repl *repl, const char *format, ...) __attribute__((format(printf, 2, 3)));
// A value as results are shown, and a newline.
// For a false result of something else that throws: prints the pending exception as "Uncaught ...".
void repl_print_uncaught(Repl *repl);

#endif
