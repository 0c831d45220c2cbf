// vm/error/call-site.h - frames of the stack as texts, and as the CallSite objects that Error.prepareStackTrace is
// given.
#ifndef NODULE_VM_ERROR_CALL_SITE_H
#define NODULE_VM_ERROR_CALL_SITE_H

#include "vm/vm.h"

// "Type.name [as method] (file:line:column)"
void call_site_to(VM *vm, StringBuilder *b, const Frame *frame);
NODISCARD bool call_site_new(VM *vm, const Frame *frame, Slot out);

// The name of a function, or what the compiler has inferred for an anonymous one (compiler/infer-names.c).
void frame_function_name(VM *vm, const Frame *frame, Slot out);
uint32_t frame_pc(const Frame *frame);

#endif
