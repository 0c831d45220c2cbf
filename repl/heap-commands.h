// repl/heap-commands.h - commands that show the heap: what nodule:heap gives to scripts, in words.
#ifndef NODULE_REPL_HEAP_COMMANDS_H
#define NODULE_REPL_HEAP_COMMANDS_H

#include "repl/command.h"

void run_heap(Repl *repl, const char *argument);
void run_gc(Repl *repl, const char *argument);
void run_retainers(Repl *repl, const char *argument);
void run_size(Repl *repl, const char *argument);
void run_shape(Repl *repl, const char *argument);
void run_bytecode(Repl *repl, const char *argument);

#endif
