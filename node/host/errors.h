// node/host/errors.h - errors in the forms Node gives its own.
#ifndef NODULE_NODE_HOST_ERRORS_H
#define NODULE_NODE_HOST_ERRORS_H

#include "vm/native.h"

// TypeError [ERR_INVALID_ARG_TYPE]: The "name" argument must be `expected`. Received ...
bool throw_argument_type(VM *vm, const char *name, const char *expected, Handle value);
// TypeError [ERR_INVALID_ARG_VALUE]: The argument 'name' `reason`. Received ...
bool throw_argument_value(VM *vm, const char *name, const char *reason, Handle value);
// RangeError [ERR_OUT_OF_RANGE]: The value of "name" is out of range. It must be `expected`. Received ...
bool throw_out_of_range(VM *vm, const char *name, const char *expected, Handle value);
// Does a string have a NUL, which would end it early where the system takes it for a name?
bool string_has_null(VM *vm, Handle string);
// TypeError [ERR_INVALID_ARG_VALUE], for a path with such a character.
bool throw_null_bytes(VM *vm, const char *name, Handle value);
// The argument `name`, a path, as UTF-8 in *path, which the caller frees; throws where it is no string or has a NUL.
NODISCARD bool path_argument(VM *vm, const char *name, Handle value, char **path);
// Error: ENOENT: no such file or directory, open 'path', with errno, code, syscall, path.  `error` is libuv's.
bool throw_uv_error(VM *vm, int error, const char *syscall, const char *path, const char *destination);
// Error: kill ESRCH, with errno, code, syscall.
bool throw_call_failed(VM *vm, int error, const char *syscall);

#endif
