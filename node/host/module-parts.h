// node/host/module-parts.h - what builtin-modules.c puts together: functions that make a module's exports or fill the binding of
// a script.
#ifndef NODULE_NODE_HOST_MODULE_PARTS_H
#define NODULE_NODE_HOST_MODULE_PARTS_H

#include "node/timers/timers.h"

bool create_assert_strict(VM *vm, Slot exports);
bool create_console(VM *vm, Slot exports);
bool create_module(VM *vm, Slot exports);
bool create_heap(VM *vm, Slot exports);      // heap.c
bool heap_snapshot(VM *vm, const Args *args, Slot out);  // of heap.c, for v8.c, too
bool create_os(VM *vm, Slot exports);        // os.c
bool create_path_posix(VM *vm, Slot exports);
bool create_process(VM *vm, Slot exports);
bool create_sys(VM *vm, Slot exports);
bool create_timers(VM *vm, Slot exports);
bool create_util_types(VM *vm, Slot exports);
bool create_v8(VM *vm, Slot exports);        // v8.c

bool bind_buffer(VM *vm, Handle binding);  // buffer.c
bool bind_errors(VM *vm, Handle binding);  // util.c: argumentType, argumentValue, outOfRange, throwError
bool bind_util(VM *vm, Handle binding);    // util.c: these, inspect, format, kinds of values
bool bind_performance(VM *vm, Handle binding);  // performance.c: these, the clock, collections
bool bind_fs(VM *vm, Handle binding);      // fs.c

#endif
