// node/host/missing.h - what node has and nodule has not yet: one form in which errors say so (missing.def).
#ifndef NODULE_NODE_HOST_MISSING_H
#define NODULE_NODE_HOST_MISSING_H

#include "node/host/node.h"

// Defines functions of `module` that throw when they are called.
void missing_functions_define(VM *vm, const char *module, Handle object);

// What is to be said where the module, or package, `name` is not found: appends it to *out, or nothing.
void missing_module_to(const char *name, Text *out);

// What is to be said of a package in machine code whose file `path` cannot be loaded.
void missing_package_to(const char *path, Text *out);

#endif
