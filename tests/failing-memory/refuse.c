// tests/failing-memory/refuse.c - stands before the C library (LD_PRELOAD) and refuses memory.
//
//   REFUSE_AT=n        the nth request is refused (from 0; none without it)
//   REFUSE_KIND        heap: malloc, calloc, realloc; system: mmap, mprotect
//   REFUSE_ALL_AFTER   set: all requests behind it, too
//   REFUSE_COUNT=file  where the number of requests is written when the program ends
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t bytes);

static atomic_long requests;
static long refused = -1;
static bool set_up, of_the_system, all_after;

static void read_environment(void) {
  const char *at = getenv("REFUSE_AT"), *kind = getenv("REFUSE_KIND");
  set_up = true;
  refused = at ? atol(at) : -1;
  of_the_system = kind && strcmp(kind, "system") == 0;
  all_after = getenv("REFUSE_ALL_AFTER") != NULL;
}

static bool refuse(bool system) {
  if (!set_up) read_environment();
  if (system != of_the_system) return false;
  long number = atomic_fetch_add(&requests, 1);
  if (refused < 0 || !(number == refused || (all_after && number > refused))) return false;
  errno = ENOMEM;
  return true;
}

void *malloc(size_t bytes) { return refuse(false) ? NULL : __libc_malloc(bytes); }

void *calloc(size_t count, size_t size) { return refuse(false) ? NULL : __libc_calloc(count, size); }

void *realloc(void *memory, size_t bytes) { return refuse(false) ? NULL : __libc_realloc(memory, bytes); }

void *mmap(void *address, size_t bytes, int protection, int flags, int file, off_t offset) {
  if (refuse(true)) return MAP_FAILED;
  return (void *)syscall(SYS_mmap, address, bytes, protection, flags, file, offset);
}

int mprotect(void *address, size_t bytes, int protection) {
  return refuse(true) ? -1 : (int)syscall(SYS_mprotect, address, bytes, protection);
}

__attribute__((destructor)) static void write_count(void) {
  const char *name = getenv("REFUSE_COUNT");
  char text[32];
  int file = name ? open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  if (file < 0) return;
  int length = snprintf(text, sizeof text, "%ld\n", atomic_load(&requests));
  if (write(file, text, (size_t)length) < length) _exit(9);
  close(file);
}
