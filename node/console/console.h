// node/console/console.h - what the parts of console share.
#ifndef NODULE_NODE_CONSOLE_CONSOLE_H
#define NODULE_NODE_CONSOLE_CONSOLE_H

#include "node/host/node.h"

bool console_colours(VM *vm, int fd);
NODISCARD bool console_write(VM *vm, int fd, const Text *text);  // as a line, indented by console.group

// console-table.c
bool console_table(VM *vm, const Args *args, Slot out);

#endif
