// node/fs/fs.c - natives of fs.js: libuv's file functions, called synchronously, with Node's errors.
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "node/buffer/buffer.h"
#include "node/buffer/encoding.h"
#include "node/host/errors.h"
#include "node/host/request.h"
#include "node/util/util.h"
#include "base/output.h"

// An argument of the script as UTF-8, freed at the end of the block.
static void free_text(char **text) { free(*text); }
#define ARGUMENT_TEXT(name, i) char *name __attribute__((cleanup(free_text))) = string_to_utf8(vm, arg(args, (i)), NULL)

static int argument_int(const Args *args, uint32_t i) {
  return value_is_number(*arg(args, i)) ? double_to_int32(value_as_number(*arg(args, i))) : 0;
}

// Throws if the operation failed.
static bool finish(VM *vm, const IoRequest *request, const char *syscall, const char *path, const char *destination) {
  int result = (int)request->uv.fs.result;
  return result >= 0 || throw_uv_error(vm, result, syscall, path, destination);
}

// ------------------------------------------------------------------------------------------------------ open, close

static int open_flags(VM *vm, Handle flag) {
  static const struct {
    const char *text;
    int flags;
  } known[] = {{"r", O_RDONLY},
               {"r+", O_RDWR},
               {"w", O_TRUNC | O_CREAT | O_WRONLY},
               {"wx", O_TRUNC | O_CREAT | O_WRONLY | O_EXCL},
               {"w+", O_TRUNC | O_CREAT | O_RDWR},
               {"a", O_APPEND | O_CREAT | O_WRONLY},
               {"ax", O_APPEND | O_CREAT | O_WRONLY | O_EXCL},
               {"a+", O_APPEND | O_CREAT | O_RDWR}};
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (string_is_ascii(vm, flag, known[i].text)) return known[i].flags;
  }
  return O_RDONLY;
}

static bool open_path(VM *vm, const char *path, int flags, int mode, int *fd) {
  IO_REQUEST(request);
  *fd = uv_fs_open(NULL, &request.uv.fs, path, flags, mode, NULL);
  return finish(vm, &request, "open", path, NULL);
}

static void close_fd(int fd) {
  IO_REQUEST(request);
  uv_fs_close(NULL, &request.uv.fs, fd, NULL);
}

static bool fs_open(VM *vm, const Args *args, Slot out) {
  ARGUMENT_TEXT(path, 0);
  int fd;
  TRY(open_path(vm, path, open_flags(vm, arg(args, 1)), argument_int(args, 2), &fd));
  *out = value_int(fd);
  return true;
}

static bool fs_close(VM *vm, const Args *args, Slot out) {
  (void)out;
  IO_REQUEST(request);
  uv_fs_close(NULL, &request.uv.fs, argument_int(args, 0), NULL);
  return finish(vm, &request, "close", NULL, NULL);
}

// Opens the file that argument 0 names, unless it is a descriptor; *opened says which.
static bool open_argument(VM *vm, const Args *args, Handle flag, int mode, int *fd, bool *opened) {
  *opened = value_is_string(*arg(args, 0));
  *fd = argument_int(args, 0);
  if (!*opened) return true;
  ARGUMENT_TEXT(path, 0);
  return open_path(vm, path, open_flags(vm, flag), mode, fd);
}

// ------------------------------------------------------------------------------------------------------ read, write

#define MOST_BYTES 2147483647LL  // of a file that is read whole, as in Node

static bool throw_too_large(VM *vm, uint64_t bytes) {
  ROOTS(vm, size);
  r.size = number((double)bytes);
  return throw_node_error(vm, &runtime(vm)->range_error_prototype, "ERR_FS_FILE_TOO_LARGE",
                          "File size (%v) is greater than 2 GiB", &r.size);
}

// A file that is too large is refused before it is read.
static bool check_size(VM *vm, int fd) {
  IO_REQUEST(request);
  int error = uv_fs_fstat(NULL, &request.uv.fs, fd, NULL);
  uint64_t size = error ? 0 : request.uv.fs.statbuf.st_size;
  bool regular = !error && S_ISREG(request.uv.fs.statbuf.st_mode);
  return !regular || size <= MOST_BYTES || throw_too_large(vm, size);
}

// A device may have no end.
static bool check_length(VM *vm, size_t length, bool as_text) {
  if (as_text) {
    if (length > MAX_STRING_LENGTH) return throw_string_too_long(vm);
    memory_check_work(length);
  }
  return length <= MOST_BYTES || throw_too_large(vm, length);
}

static bool read_all(VM *vm, int fd, bool as_text, char **text, size_t *length) {
  size_t capacity = 64 * KB;
  *length = 0;
  *text = checked_malloc(capacity);
  for (;;) {
    uv_buf_t buffer = uv_buf_init(*text + *length, (unsigned)(capacity - *length < MB ? capacity - *length : MB));
    IO_REQUEST(request);
    int n = uv_fs_read(NULL, &request.uv.fs, fd, &buffer, 1, -1, NULL);
    if (n < 0) return throw_uv_error(vm, n, "read", NULL, NULL);
    if (n == 0) return true;
    *length += (size_t)n;
    TRY(check_length(vm, *length, as_text));
    if (*length == capacity) *text = checked_realloc(*text, capacity *= 2);
  }
}

// What arguments 0 and 1, a path or a descriptor and a flag, say; *bytes is to be freed, even where this fails.
static bool read_argument(VM *vm, const Args *args, bool as_text, char **bytes, size_t *length) {
  int fd;
  bool opened;
  TRY(open_argument(vm, args, arg(args, 1), 0, &fd, &opened));
  bool ok = check_size(vm, fd) && read_all(vm, fd, as_text, bytes, length);
  if (opened) close_fd(fd);
  return ok;
}

// read(path or descriptor, flag, encoding)
static bool fs_read(VM *vm, const Args *args, Slot out) {
  char *text __attribute__((cleanup(free_text))) = NULL;
  size_t length;
  TRY(read_argument(vm, args, true, &text, &length));
  bool latin1 = string_is_ascii(vm, arg(args, 2), "latin1");
  return bytes_to_text(vm, (const uint8_t *)text, length, latin1 ? ENCODING_LATIN1 : ENCODING_UTF8, out);
}

// readBytes(path or descriptor, flag): a Buffer
static bool fs_read_bytes(VM *vm, const Args *args, Slot out) {
  char *bytes __attribute__((cleanup(free_text))) = NULL;
  size_t length;
  TRY(read_argument(vm, args, false, &bytes, &length));
  TRY(buffer_new(vm, length, out));
  if (length > 0) memcpy(view_object(out).data, bytes, length);
  return true;
}

static bool write_all(VM *vm, int fd, const char *bytes, size_t length) {
  while (length > 0) {
    uv_buf_t buffer = uv_buf_init((char *)bytes, (unsigned)(length < MB ? length : MB));
    IO_REQUEST(request);
    int n = uv_fs_write(NULL, &request.uv.fs, fd, &buffer, 1, -1, NULL);
    if (n < 0) return throw_uv_error(vm, n, "write", NULL, NULL);
    bytes += n;
    length -= (size_t)n;
  }
  return true;
}

static char *latin1_bytes(VM *vm, Handle string, size_t *length) {
  ROOTS(vm, text);
  r.text = *string;
  string_flatten(vm, &r.text);
  StringView view = string_view(&r.text);
  char *bytes = checked_malloc(view.length + 1);
  for (uint32_t i = 0; i < view.length; i++) bytes[i] = (char)view_unit(&view, i);
  *length = view.length;
  return bytes;
}

// What is to be written: of a view its own bytes, of a string new ones in *owned.
static const char *bytes_to_write(VM *vm, Handle data, bool latin1, char **owned, size_t *length) {
  uint8_t *bytes;
  if (buffer_bytes(data, &bytes, length)) return (const char *)bytes;
  return *owned = latin1 ? latin1_bytes(vm, data, length) : string_to_utf8(vm, data, length);
}

// write(path or descriptor, text or view, flag, mode, encoding): the count of bytes
static bool fs_write(VM *vm, const Args *args, Slot out) {
  int fd;
  bool opened;
  size_t length;
  char *owned __attribute__((cleanup(free_text))) = NULL;
  const char *bytes = bytes_to_write(vm, arg(args, 1), string_is_ascii(vm, arg(args, 4), "latin1"), &owned, &length);
  TRY(open_argument(vm, args, arg(args, 2), argument_int(args, 3), &fd, &opened));
  output_flush();  // the file may be what standard output goes to
  bool ok = write_all(vm, fd, bytes, length);
  if (opened) close_fd(fd);
  *out = number((double)length);
  return ok;
}

// Where an open file is read or written: a number, or where it stands.
static int64_t argument_position(const Args *args, uint32_t i) {
  return value_is_number(*arg(args, i)) ? (int64_t)value_as_number(*arg(args, i)) : -1;
}

// The bytes of a Uint8Array, at most what one call moves.
static uv_buf_t argument_buffer(const Args *args, uint32_t i) {
  TypedView view = view_object(arg(args, i));
  return uv_buf_init((char *)view.data, (unsigned)(view.length < INT32_MAX ? view.length : INT32_MAX));
}

// readAt(descriptor, Uint8Array, position): the count of bytes
static bool fs_read_at(VM *vm, const Args *args, Slot out) {
  IO_REQUEST(request);
  uv_buf_t buffer = argument_buffer(args, 1);
  *out = value_int(0);
  if (buffer.len == 0) return true;
  int n = uv_fs_read(NULL, &request.uv.fs, argument_int(args, 0), &buffer, 1, argument_position(args, 2), NULL);
  *out = value_int(n);
  return finish(vm, &request, "read", NULL, NULL);
}

// writeAt(descriptor, Uint8Array, position): the count of bytes
static bool fs_write_at(VM *vm, const Args *args, Slot out) {
  IO_REQUEST(request);
  uv_buf_t buffer = argument_buffer(args, 1);
  *out = value_int(0);
  if (buffer.len == 0) return true;
  output_flush();  // the file may be what standard output goes to
  int n = uv_fs_write(NULL, &request.uv.fs, argument_int(args, 0), &buffer, 1, argument_position(args, 2), NULL);
  *out = value_int(n);
  return finish(vm, &request, "write", NULL, NULL);
}

// ------------------------------------------------------------------------------------------------------ stat

static double milliseconds(const uv_timespec_t *time) {
  return (double)time->tv_sec * 1e3 + (double)time->tv_nsec / 1e6;
}

// stat(path, follow links, throw when missing): the figures in the order of Stats
static bool fs_stat(VM *vm, const Args *args, Slot out) {
  ARGUMENT_TEXT(path, 0);
  bool follow = value_is_true(*arg(args, 1));
  IO_REQUEST(request);
  int error = follow ? uv_fs_stat(NULL, &request.uv.fs, path, NULL) : uv_fs_lstat(NULL, &request.uv.fs, path, NULL);
  uv_stat_t s = request.uv.fs.statbuf;
  if ((error == UV_ENOENT || error == UV_ENOTDIR) && !value_is_true(*arg(args, 2))) return true;
  if (error < 0) return throw_uv_error(vm, error, follow ? "stat" : "lstat", path, NULL);
  const double figures[14] = {
      (double)s.st_dev,         (double)s.st_mode,           (double)s.st_nlink,       (double)s.st_uid,
      (double)s.st_gid,         (double)s.st_rdev,           (double)s.st_blksize,     (double)s.st_ino,
      (double)s.st_size,        (double)s.st_blocks,         milliseconds(&s.st_atim), milliseconds(&s.st_mtim),
      milliseconds(&s.st_ctim), milliseconds(&s.st_birthtim)};
  ROOTS(vm, values[14]);
  for (int i = 0; i < 14; i++) r.values[i] = number(figures[i]);
  return array_from_values(vm, r.values, 14, out);
}

static bool fs_exists(VM *vm, const Args *args, Slot out) {
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  *out = value_boolean(uv_fs_access(NULL, &request.uv.fs, path, F_OK, NULL) == 0);
  return true;
}

// ------------------------------------------------------------------------------------------------------ by name

static bool fs_access(VM *vm, const Args *args, Slot out) {
  (void)out;
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  uv_fs_access(NULL, &request.uv.fs, path, argument_int(args, 1), NULL);
  return finish(vm, &request, "access", path, NULL);
}

static bool fs_unlink(VM *vm, const Args *args, Slot out) {
  (void)out;
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  uv_fs_unlink(NULL, &request.uv.fs, path, NULL);
  return finish(vm, &request, "unlink", path, NULL);
}

static bool fs_rmdir(VM *vm, const Args *args, Slot out) {
  (void)out;
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  uv_fs_rmdir(NULL, &request.uv.fs, path, NULL);
  return finish(vm, &request, "rmdir", path, NULL);
}

static bool fs_mkdir(VM *vm, const Args *args, Slot out) {
  (void)out;
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  uv_fs_mkdir(NULL, &request.uv.fs, path, argument_int(args, 1), NULL);
  return finish(vm, &request, "mkdir", path, NULL);
}

static bool fs_chmod(VM *vm, const Args *args, Slot out) {
  (void)out;
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  uv_fs_chmod(NULL, &request.uv.fs, path, argument_int(args, 1), NULL);
  return finish(vm, &request, "chmod", path, NULL);
}

static bool fs_rename(VM *vm, const Args *args, Slot out) {
  (void)out;
  ARGUMENT_TEXT(from, 0);
  ARGUMENT_TEXT(to, 1);
  IO_REQUEST(request);
  uv_fs_rename(NULL, &request.uv.fs, from, to, NULL);
  return finish(vm, &request, "rename", from, to);
}

static bool fs_copy(VM *vm, const Args *args, Slot out) {
  (void)out;
  ARGUMENT_TEXT(from, 0);
  ARGUMENT_TEXT(to, 1);
  IO_REQUEST(request);
  uv_fs_copyfile(NULL, &request.uv.fs, from, to, argument_int(args, 2), NULL);
  return finish(vm, &request, "copyfile", from, to);
}

static bool fs_mkdtemp(VM *vm, const Args *args, Slot out) {
  ARGUMENT_TEXT(pattern, 0);
  IO_REQUEST(request);
  int error = uv_fs_mkdtemp(NULL, &request.uv.fs, pattern, NULL);
  bool ok = error == 0 ? string_from_utf8(vm, request.uv.fs.path, strlen(request.uv.fs.path), out)
                       : throw_uv_error(vm, error, "mkdtemp", pattern, NULL);
  return ok;
}

static bool fs_realpath(VM *vm, const Args *args, Slot out) {
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  int error = uv_fs_realpath(NULL, &request.uv.fs, path, NULL);
  bool ok = error == 0 ? string_from_utf8(vm, request.uv.fs.ptr, strlen(request.uv.fs.ptr), out)
                       : throw_uv_error(vm, error, "lstat", path, NULL);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ folders

static double entry_kind(uv_dirent_type_t type) {
  switch (type) {
  case UV_DIRENT_DIR: return S_IFDIR;
  case UV_DIRENT_LINK: return S_IFLNK;
  case UV_DIRENT_FIFO: return S_IFIFO;
  case UV_DIRENT_SOCKET: return S_IFSOCK;
  case UV_DIRENT_CHAR: return S_IFCHR;
  case UV_DIRENT_BLOCK: return S_IFBLK;
  default: return S_IFREG;
  }
}

static bool push_entry(VM *vm, Handle list, const uv_dirent_t *entry) {
  ROOTS(vm, pair, values[2]);
  TRY(string_from_utf8(vm, entry->name, strlen(entry->name), &r.values[0]));
  r.values[1] = number(entry_kind(entry->type));
  TRY(array_from_values(vm, r.values, 2, &r.pair));
  return array_push(vm, list, &r.pair);
}

// readdir(path): [[name, kind], ...]
static bool fs_readdir(VM *vm, const Args *args, Slot out) {
  ARGUMENT_TEXT(path, 0);
  IO_REQUEST(request);
  uv_dirent_t entry;
  int error = uv_fs_scandir(NULL, &request.uv.fs, path, 0, NULL);
  bool ok = error >= 0 ? array_new(vm, 0, out) : throw_uv_error(vm, error, "scandir", path, NULL);
  while (ok && uv_fs_scandir_next(&request.uv.fs, &entry) == 0) ok = push_entry(vm, out, &entry);
  return ok;
}

static const Builtin functions[] = {FUNCTION("readBytes", fs_read_bytes, 2), FUNCTION("readAt", fs_read_at, 3),
                                    FUNCTION("writeAt", fs_write_at, 3),     FUNCTION("open", fs_open, 3),
                                    FUNCTION("close", fs_close, 1),          FUNCTION("read", fs_read, 3),
                                    FUNCTION("write", fs_write, 5),          FUNCTION("stat", fs_stat, 3),
                                    FUNCTION("exists", fs_exists, 1),        FUNCTION("access", fs_access, 2),
                                    FUNCTION("unlink", fs_unlink, 1),        FUNCTION("rmdir", fs_rmdir, 1),
                                    FUNCTION("mkdir", fs_mkdir, 2),          FUNCTION("chmod", fs_chmod, 2),
                                    FUNCTION("rename", fs_rename, 2),        FUNCTION("copy", fs_copy, 3),
                                    FUNCTION("mkdtemp", fs_mkdtemp, 1),      FUNCTION("realpath", fs_realpath, 1),
                                    FUNCTION("readdir", fs_readdir, 1)};

bool bind_fs(VM *vm, Handle binding) {
  DEFINE_BUILTINS(vm, binding, functions);
  return bind_errors(vm, binding);
}
