// node/buffer/buffer.h - Buffers as C code of this folder sees them: Uint8Arrays with Buffer.prototype.
#ifndef NODULE_NODE_BUFFER_BUFFER_H
#define NODULE_NODE_BUFFER_BUFFER_H

#include "vm/property/typed-array.h"

// Zeroed.  The module buffer is loaded if it was not.
NODISCARD bool buffer_new(VM *vm, size_t length, Slot out);
// The bytes of a typed array, DataView or ArrayBuffer; false: *value is something else.
bool buffer_bytes(Handle value, uint8_t **bytes, size_t *length);

// buffer-numbers.c: methods of Buffer.prototype
void buffer_define_numbers(VM *vm, Handle prototype);
// The bytes of `this`; TypeError when it has none.
NODISCARD bool buffer_this(VM *vm, Handle self, uint8_t **bytes, size_t *length);

#endif
