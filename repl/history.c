// repl/history.c - the lines of earlier sessions: a file of one line each, oldest first.  Each line is appended as it
// is entered, so that nothing is lost however the session ends; a file that has grown too long, or has lines twice, is
// written anew when a session begins or ends.
//
// NODE_REPL_HISTORY names the file ('' for none), NODE_REPL_HISTORY_SIZE the number of lines.
#include <fcntl.h>
#include <search.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/cjs/modules.h"
#include "base/new-file.h"
#include "repl/session.h"

#define DEFAULT_SIZE 1000

struct History {
  char **lines;
  size_t count, limit;
  char *path;  // NULL: no file
};

static char *named_path(void) {
  const char *path = getenv("NODE_REPL_HISTORY"), *home = getenv("HOME");
  if (path) return path[strspn(path, " \t")] ? checked_strdup(path) : NULL;
  return home && *home ? path_join(home, ".nodule_repl_history") : NULL;
}

// Without symbolic links, which writing the file anew would replace.
static char *history_path(void) {
  char *named = named_path(), *real = named ? realpath(named, NULL) : NULL;
  if (!real) return named;
  free(named);
  return real;
}

static size_t wanted_limit(void) {
  const char *text = getenv("NODE_REPL_HISTORY_SIZE");
  long long size = text ? strtoll(text, NULL, 10) : 0;
  return size > 0 && size < 1000000 ? (size_t)size : DEFAULT_SIZE;
}

static void remove_line(struct History *history, size_t i) {
  free(history->lines[i]);
  memmove(history->lines + i, history->lines + i + 1, (--history->count - i) * sizeof *history->lines);
}

static HistoryChange keep(struct History *history, char *line) {
  HistoryChange change = HISTORY_ADDED;
  for (size_t i = 0; i < history->count && change == HISTORY_ADDED; i++) {
    if (strcmp(history->lines[i], line) != 0) continue;
    remove_line(history, i);
    change = HISTORY_REORDERED;
  }
  if (history->count == history->limit) remove_line(history, 0);
  history->lines[history->count++] = line;
  return change;
}

// A line that does not fit on the disk is not there at all.  The session goes on without.
static void append_to_file(const char *path, const char *line) {
  struct stat before, after;
  int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0600);
  if (fd < 0) return;
  Buffer whole = {0};
  buffer_add(&whole, line, strlen(line));
  buffer_add(&whole, "\n", 1);
  bool known = fstat(fd, &before) == 0;
  ssize_t written = write(fd, whole.bytes, whole.length);
  if (known && written > 0 && (size_t)written < whole.length && fstat(fd, &after) == 0 &&
      after.st_size == before.st_size + written) {
    int failed = ftruncate(fd, before.st_size);
    (void)failed;
  }
  buffer_free(&whole);
  close(fd);
}

// Writes the file anew; where that fails, it stays as it was.
static void rewrite(const struct History *history) {
  Buffer whole = {0};
  buffer_clear(&whole);
  for (size_t i = 0; i < history->count; i++) {
    buffer_add(&whole, history->lines[i], strlen(history->lines[i]));
    buffer_add(&whole, "\n", 1);
  }
  int error = new_file_write(history->path, 0600, whole.bytes, whole.length);
  (void)error;
  buffer_free(&whole);
}

static int compare_lines(const void *a, const void *b) { return strcmp(a, b); }

static void leave_line(void *line) { (void)line; }

static void reverse(char **lines, size_t count) {
  for (size_t i = 0; i < count / 2; i++) {
    char *line = lines[i];
    lines[i] = lines[count - 1 - i];
    lines[count - 1 - i] = line;
  }
}

// Of lines that stand there twice the later one; of those, the last `limit`.  Answers whether the text is to be
// written anew.
static bool add_text(struct History *history, const char *text, size_t length) {
  void *seen = NULL;
  char *none = NULL;
  bool more = false;
  for (const char *end = text + length; end > text;) {
    const char *newline = memrchr(text, '\n', (size_t)(end - text));
    const char *start = newline ? newline + 1 : text;
    char *line = checked_strndup(start, (size_t)(end - start));
    end = newline ? newline : text;
    char **place = *line && history->count < history->limit ? tsearch(line, &seen, compare_lines) : &none;
    if (!place) memory_failed(strlen(line));
    bool is_new = *place == line;
    if (is_new) {
      history->lines[history->count++] = line;
    } else {
      more |= *line != 0;
      free(line);
    }
  }
  tdestroy(seen, leave_line);
  reverse(history->lines, history->count);
  return more || (length > 0 && text[length - 1] != '\n');
}

struct History *history_open(void) {
  struct History *history = checked_calloc(1, sizeof *history);
  size_t length;
  int error;
  history->limit = wanted_limit();
  history->lines = checked_calloc(history->limit, sizeof *history->lines);
  history->path = history_path();
  char *text = history->path ? file_read(history->path, &length, &error) : NULL;
  if (text && add_text(history, text, length)) rewrite(history);
  free(text);
  return history;
}

HistoryChange history_add_line(struct History *history, const char *line) {
  if (line[strspn(line, " \t")] == 0) return HISTORY_UNCHANGED;
  if (history->count > 0 && strcmp(history->lines[history->count - 1], line) == 0) return HISTORY_UNCHANGED;
  if (history->path) append_to_file(history->path, line);
  return keep(history, checked_strdup(line));
}

size_t history_limit(const struct History *history) { return history->limit; }

const char *history_line(const struct History *history, size_t i) {
  return i < history->count ? history->lines[i] : NULL;
}

static void free_history(struct History *history) {
  for (size_t i = 0; i < history->count; i++) free(history->lines[i]);
  free(history->lines);
  free(history->path);
  free(history);
}

// The file may have too many lines now, those of another session among them: it is cut as at the start.
void history_close(struct History *history) {
  free_history(history);
  free_history(history_open());
}
