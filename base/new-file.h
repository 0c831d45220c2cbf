// base/new-file.h - files that nodule writes: whole, or not there.
//
// What is written goes into a file beside the wanted one, that nobody else can have made (O_EXCL, O_NOFOLLOW); only
// when all of it is on the disk does it take the wanted name.  A full disk, a limit or a crash therefore leaves the
// file of that name as it was, and no part of a new one.  A symbolic link of that name is replaced, not followed: a
// caller that wants it followed gives the path that realpath found.  A device or a pipe of that name is written to as
// it is.
//
// Errors are those of libuv: 0, or negative (UV_ENOSPC).
#ifndef NODULE_BASE_NEW_FILE_H
#define NODULE_BASE_NEW_FILE_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

typedef struct NewFile {
  FILE *stream;     // what the caller writes to
  char *path;       // the wanted name
  char *temporary;  // the name until then; NULL: `path` is a device or a pipe
} NewFile;

// Begins the file `path` with the permissions `mode`, whatever the umask: 0600 for what may hold secrets.
// An error: nothing is open, and new_file_finish is not to be called.
int new_file_open(NewFile *file, const char *path, mode_t mode);

// Ends it: checks that everything was written, and gives it its name.  `written` false: the caller could not, because
// of the error `error` (negative; 0: the stream's own).  After any error no file is left behind.
int new_file_finish(NewFile *file, bool written, int error);

// All at once: `length` bytes become the file `path`.
int new_file_write(const char *path, mode_t mode, const void *bytes, size_t length);

#endif
