// repl/buffer.c - bytes that grow.
#include <stdlib.h>

#include "base/memory.h"
#include "repl/session.h"

void buffer_add(Buffer *buffer, const char *bytes, size_t length) {
  if (buffer->capacity - buffer->length <= length) {
    buffer->capacity = (buffer->length + length + 1) * 2;
    buffer->bytes = checked_realloc(buffer->bytes, buffer->capacity);
  }
  memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
  buffer->bytes[buffer->length] = 0;
}

void buffer_clear(Buffer *buffer) {
  buffer->length = 0;
  buffer_add(buffer, "", 0);
}

void buffer_free(Buffer *buffer) {
  free(buffer->bytes);
  *buffer = (Buffer){0};
}
