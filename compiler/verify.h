// compiler/verify.h - checks that bytecode is well formed: what the interpreter relies on without looking.

#ifndef NODULE_COMPILER_VERIFY_H
#define NODULE_COMPILER_VERIFY_H

#include "compiler/bytecode.h"

// NULL if `function` and all functions in it are in order, or what is wrong, in a static buffer.
const char *bytecode_verify(const CompiledFunction *function);

#endif
