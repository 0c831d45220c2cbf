// base/new-file.c - see new-file.h.
#include "base/new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

#define ATTEMPTS 100  // at a name that is free

static bool is_device(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

// A name in the folder of `path`; it does not grow with the name of the file, which may have the longest there is.
static char *temporary_name(const char *path, unsigned number) {
  const char *slash = strrchr(path, '/');
  int folder = slash ? (int)(slash - path + 1) : 0;
  return checked_format("%.*s.nodule-%d-%u.tmp", folder, path, (int)getpid(), number);
}

// The descriptor of a new file beside file->path, or a negative error.
static int open_beside(NewFile *file, mode_t mode) {
  static unsigned number;
  for (int i = 0; i < ATTEMPTS; i++) {
    file->temporary = temporary_name(file->path, ++number);
    int fd = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd >= 0 && fchmod(fd, mode) == 0) return fd;
    int error = errno;
    if (fd >= 0) {
      close(fd);
      unlink(file->temporary);
    }
    free(file->temporary);
    file->temporary = NULL;
    if (error != EEXIST) return -error;
  }
  return -EEXIST;
}

static int open_descriptor(NewFile *file, mode_t mode) {
  if (!is_device(file->path)) return open_beside(file, mode);
  int fd = open(file->path, O_WRONLY | O_CLOEXEC);
  return fd < 0 ? -errno : fd;
}

static void forget(NewFile *file) {
  free(file->temporary);
  free(file->path);
  *file = (NewFile){0};
}

int new_file_open(NewFile *file, const char *path, mode_t mode) {
  *file = (NewFile){.path = checked_strdup(path)};
  int fd = open_descriptor(file, mode);
  if (fd >= 0 && (file->stream = fdopen(fd, "w"))) return 0;
  int error = fd < 0 ? fd : -errno;
  if (fd >= 0) close(fd);
  if (file->temporary) unlink(file->temporary);
  forget(file);
  return error;
}

// Everything that was written is on the disk: 0, or a negative error.  A pipe cannot be waited for (EINVAL).
static int close_stream(NewFile *file) {
  int error = 0;
  if (fflush(file->stream) != 0) error = -errno;
  else if (ferror(file->stream)) error = -EIO;
  else if (file->temporary && fsync(fileno(file->stream)) != 0 && errno != EINVAL) error = -errno;
  if (fclose(file->stream) != 0 && error == 0) error = -errno;
  return error;
}

int new_file_finish(NewFile *file, bool written, int error) {
  int closed = close_stream(file);
  int result = written ? closed : error ? error : closed ? closed : -EIO;
  if (file->temporary) {
    if (result == 0 && rename(file->temporary, file->path) != 0) result = -errno;
    if (result != 0) unlink(file->temporary);
  }
  forget(file);
  return result;
}

int new_file_write(const char *path, mode_t mode, const void *bytes, size_t length) {
  NewFile file;
  int error = new_file_open(&file, path, mode);
  if (error != 0) return error;
  errno = 0;
  bool written = length == 0 || fwrite(bytes, 1, length, file.stream) == length;
  return new_file_finish(&file, written, written ? 0 : -errno);
}
