// node/process.h - what the parts of process share.
#ifndef NODULE_NODE_PROCESS_H
#define NODULE_NODE_PROCESS_H

#include "node/node.h"

// process-events.c: process.on and its kin, which load the module events when they are first called.
void process_events_install(VM *vm);
// process.emit(name, values...) if anyone ever called process.on: *heard, whether a listener was there.
NODISCARD bool process_emit(VM *vm, const char *name, uint32_t argc, Handle values, bool *heard);

// process-stdio.c
void process_stdio_install(VM *vm);

// warnings.c: process.emitWarning
bool process_emit_warning(VM *vm, const Args *args, Slot out);

// An accessor, configurable and enumerable or not, that gives what `make` makes, and is replaced by it the first time (or by
// whatever is assigned to it).
typedef bool (*LazyMaker)(VM *vm, const Args *args, Slot out);
void define_lazy(VM *vm, Handle object, const Builtin *builtin, int attributes);

#endif
