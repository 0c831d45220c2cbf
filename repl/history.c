// repl/history.c - the lines of earlier sessions: a file of one line each, oldest first.  Each line is appended as it is
// entered, so that nothing is lost however the session ends; a file that has grown too long is cut when it is opened.
//
// NODE_REPL_HISTORY names the file ('' for none), NODE_REPL_HISTORY_SIZE the number of lines.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "node/modules.h"
#include "repl/session.h"

#define DEFAULT_SIZE 1000

struct History {
  char **lines;
  size_t count, limit;
  char *path;  // NULL: no file
};

static char *history_path(void) {
  const char *path = getenv("NODE_REPL_HISTORY"), *home = getenv("HOME");
  if (path) return path[strspn(path, " \t")] ? strdup(path) : NULL;
  return home && *home ? path_join(home, ".nodule_repl_history") : NULL;
}

static size_t history_limit(void) {
  const char *text = getenv("NODE_REPL_HISTORY_SIZE");
  long long size = text ? strtoll(text, NULL, 10) : 0;
  return size > 0 && size < 1000000 ? (size_t)size : DEFAULT_SIZE;
}

static bool keep(struct History *history, const char *line, size_t length) {
  if (length == 0) return false;
  if (history->count > 0) {
    const char *last = history->lines[history->count - 1];
    if (strlen(last) == length && memcmp(last, line, length) == 0) return false;
  }
  if (history->count == history->limit) {
    free(history->lines[0]);
    memmove(history->lines, history->lines + 1, --history->count * sizeof *history->lines);
  }
  history->lines[history->count++] = strndup(line, length);
  return true;
}

static void append_to_file(const char *path, const char *line, int flags) {
  int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
  if (fd < 0) return;
  Buffer whole = {0};
  buffer_add(&whole, line, strlen(line));
  buffer_add(&whole, "\n", 1);
  ssize_t written = write(fd, whole.bytes, whole.length);
  (void)written;  // a full disk: the session goes on without
  buffer_free(&whole);
  close(fd);
}

// Writes the file anew beside the old one, so that it is whole at any time.
static void rewrite(const struct History *history) {
  char *path;
  if (asprintf(&path, "%s.%d", history->path, (int)getpid()) < 0) return;
  Buffer whole = {0};
  for (size_t i = 0; i < history->count; i++) {
    if (i > 0) buffer_add(&whole, "\n", 1);
    buffer_add(&whole, history->lines[i], strlen(history->lines[i]));
  }
  append_to_file(path, whole.length ? whole.bytes : "", O_TRUNC);
  if (rename(path, history->path) != 0) unlink(path);
  buffer_free(&whole);
  free(path);
}

struct History *history_open(void) {
  struct History *history = calloc(1, sizeof *history);
  size_t length, found = 0;
  int error;
  history->limit = history_limit();
  history->lines = calloc(history->limit, sizeof *history->lines);
  history->path = history_path();
  char *text = history->path ? file_read(history->path, &length, &error) : NULL;
  if (!text) return history;
  for (char *at = text, *end = text + length; at < end; found++) {
    char *newline = memchr(at, '\n', (size_t)(end - at));
    if (!newline) newline = end;
    keep(history, at, strnlen(at, (size_t)(newline - at)));
    at = newline + 1;
  }
  free(text);
  if (found > history->limit) rewrite(history);
  return history;
}

void history_add_line(struct History *history, const char *line) {
  if (line[strspn(line, " \t")] == 0 || !keep(history, line, strlen(line))) return;
  if (history->path) append_to_file(history->path, line, O_APPEND);
}

const char *history_line(const struct History *history, size_t i) {
  return i < history->count ? history->lines[i] : NULL;
}

void history_close(struct History *history) {
  for (size_t i = 0; i < history->count; i++) free(history->lines[i]);
  free(history->lines);
  free(history->path);
  free(history);
}
