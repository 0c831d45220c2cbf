// base/memory.h - memory from the system that is there: whoever asks does not look, because the answer is never NULL.
//
// When the system has none, one line on standard error says that it is memory and how much was asked for, whoever has
// registered reports in more words, and abort() ends the program.  What can be done without (machine code, caches) and
// what scripts may ask for in any size (Buffers) takes the try_ functions, which answer NULL, and looks.
//
// Knows no VM.  All of it is given back with free().  Nothing but base/ and heap/ calls malloc and its kin
// (tools/lint.sh).

#ifndef NODULE_BASE_MEMORY_H
#define NODULE_BASE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

// Never NULL, for a size of 0 too; the bytes of checked_calloc are zero.
__attribute__((malloc, returns_nonnull)) void *checked_malloc(size_t bytes);
__attribute__((malloc, returns_nonnull)) void *checked_calloc(size_t count, size_t size);
__attribute__((returns_nonnull)) void *checked_realloc(void *memory, size_t bytes);
__attribute__((malloc, returns_nonnull)) char *checked_strdup(const char *text);
__attribute__((malloc, returns_nonnull)) char *checked_strndup(const char *text, size_t length);
// printf into memory of its own.
__attribute__((malloc, returns_nonnull, format(printf, 1, 2))) char *checked_format(const char *format, ...);
__attribute__((malloc, returns_nonnull, format(printf, 1, 0))) char *checked_vformat(const char *format,
                                                                                     va_list arguments);

// A stream into memory, as open_memstream.  checked_memclose() closes it: only then *text is there, whole, with a NUL.
__attribute__((returns_nonnull)) FILE *checked_memstream(char **text, size_t *length);
void checked_memclose(FILE *stream, char *const *text);

// NULL when there is none.
void *try_malloc(size_t bytes);
void *try_calloc(size_t count, size_t size);
void *try_realloc(void *memory, size_t bytes);  // on NULL the old memory is as it was
FILE *try_memstream(char **text, size_t *length);

// A growable array: `items` gets room for one more than `count`, twice as many as before when it is full.
#define ARRAY_ROOM(items, count, capacity, first)                               \
  do {                                                                          \
    if ((count) == (capacity)) {                                                \
      (capacity) = (capacity) ? (capacity)*2 : (first);                         \
      (items) = checked_realloc((items), (size_t)(capacity) * sizeof *(items)); \
    }                                                                           \
  } while (0)

// Work memory: what is made outside the heap while something is under way (syntax trees, texts being built, files being
// read) and goes again soon.  It has a limit of its own, as large as the heap's (heap/heap.c sets it).  Beyond it the
// program ends as it does when the system refuses.
void memory_limit_work(size_t bytes);
void memory_work(ptrdiff_t delta);     // there is more of it, or less
void memory_check_work(size_t bytes);  // one piece that is not counted: would it be too large by itself?

// The system refused `bytes`: the line, the report, abort().
_Noreturn void memory_failed(size_t bytes);

// Who reports: `flush` is called before the line (what the program printed comes first), `report` after it.  Neither
// may rely on memory.
typedef void (*MemoryHandler)(void *data);
typedef struct MemoryReporter {
  MemoryHandler flush, report;
  void *data;
  struct MemoryReporter *next;
} MemoryReporter;
void memory_reporter_add(MemoryReporter *reporter);  // asked before those that are there
void memory_reporter_remove(MemoryReporter *reporter);

#endif
