// vm/regexp.h - RegExp objects: their data, which those of one source and flags share, and matching strings.
#ifndef NODULE_VM_REGEXP_H
#define NODULE_VM_REGEXP_H

#include "regexp/regexp.h"
#include "vm/vm.h"

// The data for a source and flags (strings), from the cache if it is there.  SyntaxError if they are not valid.
NODISCARD bool regexp_data(VM *vm, Handle source, Handle flags, Slot out);
// A RegExp object as literals make it.
void regexp_from_data(VM *vm, Handle data, Slot out);

static inline RegExpProgram *regexp_program(Handle regexp) {
  return ((RegExpData *)value_as_object(field_get(&as_regexp(regexp)->data)))->program;
}

// regexp_match for a RegExp object and a flat string, at `start` <= its length.  Errors of matching are thrown.
// On a match *captures is set, good until the next; the legacy properties of RegExp follow.
NODISCARD bool regexp_match_string(VM *vm, Handle regexp, Handle string, uint32_t start, bool *matched,
                                   const uint32_t **captures);

void regexp_cache_clear(VM *vm);                 // in a collection
void regexp_finalize(VM *vm, RegExpData *data);  // in a collection

#endif
