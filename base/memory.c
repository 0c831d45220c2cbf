// base/memory.c - malloc and its kin behind one door, and the two ways to end when there is no memory: the system
// refuses, or work memory is beyond its limit.  Called from every folder; what it promises is in memory.h.
//
// At the end nothing may ask for memory again: the line is made on the stack, and a report that asks all the same
// aborts.
#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

// Of the process, as its memory is.  VMs are made and destroyed on one thread.
static MemoryReporter *reporters;

void memory_reporter_add(MemoryReporter *reporter) {
  reporter->next = reporters;
  reporters = reporter;
}

void memory_reporter_remove(MemoryReporter *reporter) {
  MemoryReporter **place = &reporters;
  while (*place && *place != reporter) place = &(*place)->next;
  if (*place) *place = reporter->next;
}

// The line goes out with write(2): stdio may want memory.
static _Noreturn void end_program(const char *line, int length) {
  static bool failing;
  if (failing) abort();  // the report needs memory that is not there
  failing = true;
  for (const MemoryReporter *r = reporters; r; r = r->next) r->flush(r->data);
  bool written = write(STDERR_FILENO, line, (size_t)length) == length;
  for (const MemoryReporter *r = reporters; written && r; r = r->next) r->report(r->data);
  abort();
}

void memory_failed(size_t bytes) {
  char line[100];
  end_program(line, snprintf(line, sizeof line, "nodule: out of memory: the system refused %zu bytes\n", bytes));
}

// ------------------------------------------------------------------------------------------------------ work memory

static struct { size_t used, limit; } work = {.limit = SIZE_MAX};

static _Noreturn void work_failed(size_t bytes) {
  char line[120];
  end_program(
      line, snprintf(line, sizeof line, "nodule: out of memory: %zu bytes beside the heap, whose limit is %zu\n", bytes,
                     work.limit));
}

void memory_limit_work(size_t bytes) { work.limit = bytes; }

void memory_work(ptrdiff_t delta) {
  work.used += (size_t)delta;
  if (delta > 0 && work.used > work.limit) work_failed(work.used);
}

void memory_check_work(size_t bytes) {
  if (bytes > work.limit) work_failed(bytes);
}

// ------------------------------------------------------------------------------------------------------ allocation

void *try_malloc(size_t bytes) { return malloc(bytes > 0 ? bytes : 1); }

void *try_calloc(size_t count, size_t size) { return calloc(count > 0 ? count : 1, size > 0 ? size : 1); }

void *try_realloc(void *memory, size_t bytes) { return realloc(memory, bytes > 0 ? bytes : 1); }

FILE *try_memstream(char **text, size_t *length) {
  *text = NULL;
  *length = 0;
  return open_memstream(text, length);
}

void *checked_malloc(size_t bytes) {
  void *memory = try_malloc(bytes);
  if (memory == NULL) memory_failed(bytes);
  return memory;
}

void *checked_calloc(size_t count, size_t size) {
  void *memory = try_calloc(count, size);
  size_t bytes;
  if (memory == NULL) memory_failed(__builtin_mul_overflow(count, size, &bytes) ? SIZE_MAX : bytes);
  return memory;
}

void *checked_realloc(void *memory, size_t bytes) {
  memory = try_realloc(memory, bytes);
  if (memory == NULL) memory_failed(bytes);
  return memory;
}

char *checked_strdup(const char *text) { return checked_strndup(text, strlen(text)); }

char *checked_strndup(const char *text, size_t length) {
  length = strnlen(text, length);
  char *copy = checked_malloc(length + 1);
  memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *checked_vformat(const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  size_t bytes = length < 0 ? 1 : (size_t)length + 1;
  char *text = checked_malloc(bytes);
  text[0] = '\0';
  if (length >= 0) vsnprintf(text, bytes, format, again);
  va_end(again);
  return text;
}

char *checked_format(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = checked_vformat(format, arguments);
  va_end(arguments);
  return text;
}

FILE *checked_memstream(char **text, size_t *length) {
  FILE *stream = try_memstream(text, length);
  if (stream == NULL) memory_failed(BUFSIZ);
  return stream;
}

// A memory stream that could not grow has an error, or has lost its text.
void checked_memclose(FILE *stream, char *const *text) {
  bool failed = ferror(stream) != 0;
  if (fclose(stream) != 0 || failed || *text == NULL) memory_failed(BUFSIZ);
}
