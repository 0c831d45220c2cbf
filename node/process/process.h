// node/process/process.h - what the parts of process share.
#ifndef NODULE_NODE_PROCESS_PROCESS_H
#define NODULE_NODE_PROCESS_PROCESS_H

#include "node/host/node.h"

Slot process_object(VM *vm);
Slot process_prototype(VM *vm);

// process-events.c: process.on and its kin, which load the module events when they are first called.
void process_events_define(VM *vm);
// process.emit(name, values...) if anyone ever called process.on: *heard, whether a listener was there.
NODISCARD bool process_emit(VM *vm, const char *name, uint32_t argc, Handle values, bool *heard);

// process-signals.c: events named after signals.  _start is called once process is an emitter.
NODISCARD bool process_signals_start(VM *vm);
int signal_number(VM *vm, Handle name);  // -1: no such signal

// node/host/exit.c: process.exit and its kin
void exit_define(VM *vm, Handle process);

// process-kill.c
void process_kill_define(VM *vm, Handle process);

// process-stdio.c
void process_stdio_define(VM *vm, Handle process);
// Writes by way of process.stdout.write or process.stderr.write if a script has replaced that.
NODISCARD bool process_write(VM *vm, int fd, Text *text);

// warnings.c: process.emitWarning
bool process_emit_warning(VM *vm, const Args *args, Slot out);

bool create_process(VM *vm, Slot exports);

// An accessor, configurable and enumerable or not, that gives what `make` makes, and is replaced by it the first time
// (or by whatever is assigned to it).
typedef bool (*LazyMaker)(VM *vm, const Args *args, Slot out);
void define_lazy(VM *vm, Handle object, const Builtin *builtin, int attributes);

#endif
