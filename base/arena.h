// base/arena.h - memory, names and positions that lexer, parser and compiler share.
//
// An arena holds what lives as long as a compilation, or a pattern: names, texts, tree nodes, scopes, compiled
// functions until they are packed (compiler/pack.c).  Nothing in it is freed by itself; arena_destroy() gives all of it
// back at once.

#ifndef NODULE_BASE_ARENA_H
#define NODULE_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ------------------------------------------------------------------------------------------------------ arena

typedef struct Arena Arena;
// Cleared chunks that the arenas of one VM leave for those that come.
typedef struct ArenaPool {
  struct Chunk *kept;
  int count;
} ArenaPool;

Arena *arena_create(ArenaPool *pool);  // or NULL: it leaves nothing
ArenaPool *arena_pool(const Arena *arena);
void arena_pool_empty(ArenaPool *pool);
void arena_destroy(Arena *arena);
void *arena_allocate(Arena *arena, size_t bytes);  // 8-aligned, zeroed; never NULL
// What it holds is work memory (base/memory.h) no longer: from here on its owner counts it.
void arena_settle(Arena *arena);
size_t arena_bytes(const Arena *arena);  // that it has taken from the system and not given back

// ------------------------------------------------------------------------------------------------------ text

// An identifier name or string value: UTF-16 code units, or Latin-1 bytes when every unit is below 256.  Atoms are
// unique within an arena: two equal texts are the same pointer (so that scopes compare pointers).
typedef struct Atom {
  uint32_t length;  // in code units
  bool two_byte;
  uint8_t packing;  // ATOM_..., by compiler/pack.c when the compilation is over
  union {
    const uint8_t *latin1;
    const uint16_t *utf16;
  };
  struct Atom *next_;  // of the arena's atom table; ATOM_PACKED: the copy
  uint32_t hash_;
} Atom;

enum { ATOM_MEASURED = 1, ATOM_PACKED = 2 };

const Atom *atom_latin1(Arena *arena, const char *text, size_t length);
const Atom *atom_utf16(Arena *arena, const uint16_t *text, size_t length);  // narrows to Latin-1 when it can
const Atom *atom_utf8(Arena *arena, const char *text, size_t length);       // broken UTF-8 reads as U+FFFD
// With `surrogates`, the three bytes that a surrogate by itself would have stand for it (WTF-8).
const Atom *atom_wtf8(Arena *arena, const char *text, size_t length, bool surrogates);
bool atom_is(const Atom *atom, const char *ascii);
// An array index: a canonical decimal below 2^32 - 1.
bool atom_is_index(const Atom *atom, uint32_t *index);
// Writes the text as UTF-8 with a final NUL, cut at a character when `size` is too small; lone surrogates read as
// U+FFFD.  Returns the bytes written, without the NUL.
size_t atom_to_utf8(const Atom *atom, char *buffer, size_t size);

// Decodes one character of [*text, end) and steps over it; a broken sequence gives U+FFFD for its longest valid prefix.
uint32_t wtf8_decode(const uint8_t **text, const uint8_t *end, bool surrogates);

// 1-based line, 1-based column in UTF-16 code units (as node prints them), offset in bytes of the source.
typedef struct Position {
  uint32_t line, column;
  uint32_t offset;
} Position;

#endif
