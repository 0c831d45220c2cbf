// node/cjs/module-paths.c - file names and files, for the module loader.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/cjs/modules.h"

// Removes "//", "." and ".." from an absolute path, in place.
static void normalize(char *path) {
  char *to = path;  // behind the last part kept; `path` begins with a slash
  const char *from = path;
  while (*from) {
    while (*from == '/') from++;
    const char *end = from;
    while (*end && *end != '/') end++;
    size_t length = (size_t)(end - from);
    if (length == 2 && from[0] == '.' && from[1] == '.') {
      while (to > path && *--to != '/') {}
    } else if (length > 0 && !(length == 1 && from[0] == '.')) {
      *to++ = '/';
      memmove(to, from, length);
      to += length;
    }
    from = end;
  }
  if (to == path) *to++ = '/';
  *to = 0;
}

char *path_join(const char *folder, const char *name) {
  char current[4096] = "";
  size_t size = sizeof current;
  if (*name == '/') folder = "";
  else if (*folder != '/' && uv_cwd(current, &size) != 0) *current = 0;
  char *result = checked_malloc(strlen(current) + strlen(folder) + strlen(name) + 3);
  sprintf(result, "%s/%s/%s", current, folder, name);
  normalize(result);
  return result;
}

char *path_absolute(const char *path) { return path_join("", path); }

char *path_folder(const char *path) {
  const char *slash = strrchr(path, '/');
  if (!slash) return checked_strdup(".");
  return slash == path ? checked_strdup("/") : checked_strndup(path, (size_t)(slash - path));
}

PathKind path_kind(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0) return PATH_NOTHING;
  return S_ISDIR(status.st_mode) ? PATH_FOLDER : PATH_FILE;
}

char *path_real(const char *path) {
  char *real = realpath(path, NULL);
  if (!real && errno == ENOMEM) memory_failed(strlen(path));
  return real;
}

static char *read_all(int fd, size_t *length, int *error) {
  size_t capacity = 64 * KB;
  struct stat status;
  if (fstat(fd, &status) == 0 && status.st_size > 0) capacity = (size_t)status.st_size + 1;
  char *text = checked_malloc(capacity);
  *length = 0;
  for (;;) {
    ssize_t n = read(fd, text + *length, capacity - *length);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      *error = -errno;
      free(text);
      return NULL;
    }
    if (n == 0) break;
    *length += (size_t)n;
    if (*length > MAX_STRING_LENGTH) {
      *error = UV_EFBIG;
      free(text);
      return NULL;
    }
    if (*length < capacity) continue;
    memory_check_work(*length);
    text = checked_realloc(text, capacity *= 2);
  }
  return text;
}

char *file_read(const char *path, size_t *length, int *error) {
  int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    *error = -errno;
    return NULL;
  }
  char *text = read_all(fd, length, error);
  if (fd != STDIN_FILENO) close(fd);
  return text;
}
