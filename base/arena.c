// base/arena.c - a bump allocator over malloc'ed chunks, and the table that makes atoms unique.
//
// Chunks come zeroed, so an allocation needs no clearing.  They grow from small ones, so that a short text (there may
// be many: eval, new Function) costs little.  A request larger than a quarter of a chunk gets a chunk of its own,
// behind the current one, which stays in use.
//
// Full-sized chunks are cleared and kept for the next compilation, up to a limit: a program that compiles many
// texts does not ask the system for the same pages again and again.

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_CHUNK_BYTES = 2 * 1024, LAST_CHUNK_BYTES = 64 * 1024, FIRST_BUCKETS = 32 };

#ifdef DEBUG
enum { MOST_KEPT = 0 };  // so that what uses freed memory is found
#else
enum { MOST_KEPT = 64 };
#endif

typedef struct Chunk {
  struct Chunk *next;
  size_t room;
  max_align_t data[];
} Chunk;

struct Arena {
  ArenaPool *pool;  // or NULL
  Chunk *chunks;
  char *free, *limit;  // of the first chunk
  size_t chunk_bytes;  // of the next one
  size_t work;         // bytes of its chunks that count as work memory
  Atom **buckets;      // bucket_count is a power of two; none before the first atom: most patterns have no names
  uint32_t bucket_count, atom_count;
};

Arena *arena_create(ArenaPool *pool) {
  Arena *arena = checked_calloc(1, sizeof *arena);
  arena->pool = pool;
  arena->chunk_bytes = FIRST_CHUNK_BYTES;
  return arena;
}

ArenaPool *arena_pool(const Arena *arena) { return arena->pool; }

void arena_pool_empty(ArenaPool *pool) {
  for (Chunk *chunk = pool->kept, *next; chunk != NULL; chunk = next) {
    next = chunk->next;
    free(chunk);
  }
  *pool = (ArenaPool){0};
}

static Chunk *new_chunk(ArenaPool *pool, size_t room) {
  Chunk *chunk = pool != NULL ? pool->kept : NULL;
  if (room == LAST_CHUNK_BYTES && chunk != NULL) {
    pool->kept = chunk->next;
    pool->count--;
    return chunk;
  }
  chunk = checked_calloc(1, sizeof *chunk + room);
  chunk->room = room;
  return chunk;
}

static void *grow(Arena *arena, size_t bytes) {
  bool large = bytes > arena->chunk_bytes / 4;
  Chunk *chunk = new_chunk(arena->pool, large ? bytes : arena->chunk_bytes);
  char *data = (char *)chunk->data;
  arena->work += chunk->room;
  memory_work((ptrdiff_t)chunk->room);
  if (large && arena->chunks != NULL) {
    chunk->next = arena->chunks->next;
    arena->chunks->next = chunk;
    return data;
  }
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  arena->free = data + bytes;
  arena->limit = data + chunk->room;
  if (!large && arena->chunk_bytes < LAST_CHUNK_BYTES) arena->chunk_bytes *= 2;
  return data;
}

void *arena_allocate(Arena *arena, size_t bytes) {
  bytes = (bytes + 7) & ~(size_t)7;
  if (arena->free == NULL || bytes > (size_t)(arena->limit - arena->free)) return grow(arena, bytes);
  void *memory = arena->free;
  arena->free += bytes;
  return memory;
}

void arena_settle(Arena *arena) {
  memory_work(-(ptrdiff_t)arena->work);
  arena->work = 0;
}

static void drop_chunks(Arena *arena) {
  ArenaPool *pool = arena->pool;
  for (Chunk *chunk = arena->chunks, *next; chunk != NULL; chunk = next) {
    next = chunk->next;
    if (pool == NULL || chunk->room != LAST_CHUNK_BYTES || pool->count >= MOST_KEPT) {
      free(chunk);
      continue;
    }
    char *data = (char *)chunk->data;
    bool is_current = arena->free >= data && arena->free <= data + chunk->room;
    memset(data, 0, is_current ? (size_t)(arena->free - data) : chunk->room);
    chunk->next = pool->kept;
    pool->kept = chunk;
    pool->count++;
  }
  memory_work(-(ptrdiff_t)arena->work);
}

size_t arena_bytes(const Arena *arena) {
  size_t bytes = sizeof *arena + arena->bucket_count * sizeof *arena->buckets;
  for (const Chunk *chunk = arena->chunks; chunk != NULL; chunk = chunk->next) bytes += sizeof *chunk + chunk->room;
  return bytes;
}

void arena_destroy(Arena *arena) {
  if (arena == NULL) return;
  drop_chunks(arena);
  free(arena->buckets);
  free(arena);
}

// ------------------------------------------------------------------------------------------------------ atoms

static void grow_table(Arena *arena) {
  uint32_t count = arena->bucket_count > 0 ? arena->bucket_count * 2 : FIRST_BUCKETS;
  Atom **buckets = checked_calloc(count, sizeof *buckets);
  for (uint32_t i = 0; i < arena->bucket_count; i++) {
    for (Atom *atom = arena->buckets[i], *next; atom != NULL; atom = next) {
      next = atom->next_;
      atom->next_ = buckets[atom->hash_ & (count - 1)];
      buckets[atom->hash_ & (count - 1)] = atom;
    }
  }
  free(arena->buckets);
  arena->buckets = buckets;
  arena->bucket_count = count;
}

static const Atom *intern(Arena *arena, const void *text, size_t length, bool two_byte, uint32_t hash) {
  size_t bytes = two_byte ? 2 * length : length;
  if (arena->bucket_count == 0) grow_table(arena);
  for (Atom *atom = arena->buckets[hash & (arena->bucket_count - 1)]; atom != NULL; atom = atom->next_) {
    if (atom->hash_ == hash && atom->length == length && atom->two_byte == two_byte &&
        (bytes == 0 || memcmp(atom->latin1, text, bytes) == 0))
      return atom;
  }
  if (++arena->atom_count > arena->bucket_count) grow_table(arena);
  Atom *atom = arena_allocate(arena, sizeof *atom);
  uint8_t *copy = arena_allocate(arena, bytes + 2);
  if (bytes > 0) memcpy(copy, text, bytes);
  atom->length = (uint32_t)length;
  atom->two_byte = two_byte;
  atom->latin1 = copy;
  atom->hash_ = hash;
  Atom **bucket = &arena->buckets[hash & (arena->bucket_count - 1)];
  atom->next_ = *bucket;
  *bucket = atom;
  return atom;
}

// FNV-1a over code units: equal texts hash alike in both widths.
enum { HASH_START = 0x811C9DC5, HASH_FACTOR = 0x01000193 };

static uint32_t hash_step(uint32_t hash, uint32_t unit) { return (uint32_t)((uint64_t)(hash ^ unit) * HASH_FACTOR); }

const Atom *atom_latin1(Arena *arena, const char *text, size_t length) {
  uint32_t hash = HASH_START;
  for (size_t i = 0; i < length; i++) hash = hash_step(hash, (uint8_t)text[i]);
  return intern(arena, text, length, false, hash);
}

const Atom *atom_utf16(Arena *arena, const uint16_t *text, size_t length) {
  uint32_t hash = HASH_START;
  uint16_t seen = 0;
  for (size_t i = 0; i < length; i++) {
    hash = hash_step(hash, text[i]);
    seen |= text[i];
  }
  if (seen > 0xFF) return intern(arena, text, length, true, hash);
  char small[64] = "";
  char *narrow = length <= sizeof small ? small : checked_calloc(1, length);
  for (size_t i = 0; i < length; i++) narrow[i] = (char)text[i];
  const Atom *atom = intern(arena, narrow, length, false, hash);
  if (narrow != small) free(narrow);
  return atom;
}

const Atom *atom_utf8(Arena *arena, const char *text, size_t length) { return atom_wtf8(arena, text, length, false); }

const Atom *atom_wtf8(Arena *arena, const char *text, size_t length, bool surrogates) {
  uint16_t *units = checked_calloc(length + 1, sizeof *units);
  size_t count = 0;
  const uint8_t *at = (const uint8_t *)text, *end = at + length;
  while (at < end) {
    uint32_t character = wtf8_decode(&at, end, surrogates);
    if (character > 0xFFFF) {
      units[count++] = (uint16_t)(0xD7C0 + (character >> 10));
      units[count++] = (uint16_t)(0xDC00 | (character & 0x3FF));
    } else {
      units[count++] = (uint16_t)character;
    }
  }
  const Atom *atom = atom_utf16(arena, units, count);
  free(units);
  return atom;
}

bool atom_is(const Atom *atom, const char *ascii) {
  size_t length = strlen(ascii);
  return !atom->two_byte && atom->length == length && memcmp(atom->latin1, ascii, length) == 0;
}

bool atom_is_index(const Atom *atom, uint32_t *index) {
  if (atom->two_byte || atom->length == 0 || atom->length > 10) return false;
  if (atom->latin1[0] == '0' && atom->length > 1) return false;
  uint64_t value = 0;
  for (uint32_t i = 0; i < atom->length; i++) {
    if (atom->latin1[i] < '0' || atom->latin1[i] > '9') return false;
    value = value * 10 + (uint64_t)(atom->latin1[i] - '0');
  }
  if (value >= UINT32_MAX) return false;
  *index = (uint32_t)value;
  return true;
}

static uint32_t atom_unit(const Atom *atom, uint32_t i) { return atom->two_byte ? atom->utf16[i] : atom->latin1[i]; }

size_t atom_to_utf8(const Atom *atom, char *buffer, size_t size) {
  size_t used = 0;
  for (uint32_t i = 0; i < atom->length; i++) {
    uint32_t c = atom_unit(atom, i);
    if (c >= 0xD800 && c <= 0xDFFF) {
      uint32_t low = c < 0xDC00 && i + 1 < atom->length ? atom_unit(atom, i + 1) : 0;
      if (low >= 0xDC00 && low <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i++;
      } else {
        c = 0xFFFD;
      }
    }
    size_t bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (used + bytes >= size) break;
    static const uint8_t lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t k = bytes - 1; k > 0; k--, c >>= 6) buffer[used + k] = (char)(0x80 | (c & 0x3F));
    buffer[used] = (char)(lead[bytes] | c);
    used += bytes;
  }
  if (size > 0) buffer[used] = '\0';
  return used;
}

uint32_t wtf8_decode(const uint8_t **text, const uint8_t *end, bool surrogates) {
  const uint8_t *at = *text;
  uint32_t lead = *at++;
  *text = at;
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4) return 0xFFFD;
  int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  // The second byte's range rules out overlong forms, surrogates unless they are wanted, and values above U+10FFFF.
  uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xED && !surrogates ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  uint32_t character = lead & (0x3Fu >> more);
  for (; more > 0; more--, low = 0x80, high = 0xBF) {
    if (at >= end || *at < low || *at > high) return 0xFFFD;
    character = character << 6 | (*at++ & 0x3Fu);
    *text = at;
  }
  return character;
}
