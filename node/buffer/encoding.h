// node/buffer/encoding.h - text to bytes and back, in the encodings that Buffer knows.
#ifndef NODULE_NODE_BUFFER_ENCODING_H
#define NODULE_NODE_BUFFER_ENCODING_H

#include "vm/native.h"

typedef enum Encoding {
  ENCODING_UTF8,    // text to bytes: unpaired surrogates as U+FFFD; back: U+FFFD for what is broken
  ENCODING_UCS2,    // UTF-16, little-endian
  ENCODING_LATIN1,  // the lower 8 bits of each unit
  ENCODING_ASCII,   // as Latin-1; back: the lower 7 bits of each byte
  ENCODING_BASE64,  // reads both alphabets and passes over anything else, up to the first '='
  ENCODING_BASE64URL,
  ENCODING_HEX,  // up to the first pair that is none
  ENCODING_NONE,
} Encoding;

// Of a string with its name in any case ("utf-8", "Binary", "UCS2"); ENCODING_NONE when there is none.
Encoding encoding_find(VM *vm, Handle name);
const char *encoding_name(Encoding encoding);
// An argument: undefined is UTF-8; TypeError ERR_UNKNOWN_ENCODING.
NODISCARD bool encoding_argument(VM *vm, Handle value, Encoding *out);

// How many bytes a string becomes; for base64 and hex at most.
size_t text_byte_count(VM *vm, Handle string, Encoding encoding);
// Writes at most `room` bytes, no character in part; returns how many.
size_t text_to_bytes(VM *vm, Handle string, Encoding encoding, uint8_t *to, size_t room);
// Whether a string could hold UTF-8 text that is read without becoming one.  Error ERR_STRING_TOO_LONG.
NODISCARD bool check_text_length(VM *vm, const char *utf8, size_t length);
NODISCARD bool throw_string_too_long(VM *vm);  // that error
// `bytes` are outside the heap.  Error ERR_STRING_TOO_LONG.
NODISCARD bool bytes_to_text(VM *vm, const uint8_t *bytes, size_t length, Encoding encoding, Slot out);

#endif
