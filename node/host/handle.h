// node/host/handle.h - what libuv calls a handle: a timer, a watch of a signal, a socket.
//
//   OPEN ---io_close---> CLOSING ---libuv's close callback---> CLOSED, freed
//
// An IoHandle lies outside the heap.  It exists from uv_*_init to the close callback, and as long it keeps its object,
// if it has one, in a persistent cell: an open handle is a root, with a name that retaining paths print.  No finalizer
// and no weak reference closes anything.  The object's internal field points to the IoHandle while that is open;
// io_close clears the field at once, so that later calls find nothing.
#ifndef NODULE_NODE_HOST_HANDLE_H
#define NODULE_NODE_HOST_HANDLE_H

#include "node/host/node.h"

// What the internal field of a host object points to begins with this: scripts may call any method on any object.
typedef enum HostTag { HOST_IO_HANDLE = 0x696F6864, HOST_TIMER = 0x74696D65 } HostTag;
// NULL: *value is no host object, or its field holds something else.
void *host_data(Handle value, HostTag tag);

// clang-format off
typedef enum IoKind {
  IO_TIMER = 1, IO_CHECK = 2, IO_IDLE = 4, IO_ASYNC = 8, IO_SIGNAL = 16, IO_POLL = 32,
  IO_TCP = 64, IO_PIPE = 128, IO_TTY = 256,
  IO_STREAM = IO_TCP | IO_PIPE | IO_TTY
} IoKind;
// clang-format on

typedef enum IoState { IO_OPEN, IO_CLOSING, IO_CLOSED } IoState;

#define IO_NAME_LENGTH 80  // a longer name is cut

typedef struct IoHandle IoHandle;
struct IoHandle {
  HostTag tag;
  IoKind kind;
  IoState state;
  VM *vm;
  void *data;                        // the owner's
  void (*closed)(IoHandle *handle);  // in the close callback, before the handle is freed; or NULL
  PersistentCell object;
  bool has_object;
  char name[IO_NAME_LENGTH];
  IoHandle *next, *previous;  // among all of the loop that are not CLOSED
  union {
    uv_handle_t any;
    uv_timer_t timer;
    uv_check_t check;
    uv_idle_t idle;
    uv_async_t async;
    uv_signal_t signal;
    uv_poll_t poll;
    uv_stream_t stream;
    uv_tcp_t tcp;
    uv_pipe_t pipe;
    uv_tty_t tty;
  } uv;
};

// ---- opening
//   IoHandle *handle = io_handle_allocate(vm, IO_TCP);
//   int error = uv_tcp_init(io_loop(vm), &handle->uv.tcp);
//   if (error) return io_handle_discard(handle), error;
//   io_handle_opened(handle, object, "TCP socket");

static inline uv_loop_t *io_loop(VM *vm) { return &node_of(vm)->loop; }
IoHandle *io_handle_allocate(VM *vm, IoKind kind);
void io_handle_discard(IoHandle *handle);  // libuv did not take it
// *object, a host object without a handle, or undefined: none.
void io_handle_opened(IoHandle *handle, Handle object, const char *name);
void io_handle_rename(IoHandle *handle, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Those of node/ itself, without an object.  libuv refuses none of them but IO_ASYNC (io_async_open) and IO_SIGNAL,
// where the program ends with a line that says so.
IoHandle *io_handle_open(VM *vm, IoKind kind, const char *name);
IoHandle *io_async_open(VM *vm, uv_async_cb callback, const char *name);

// ---- use

// The handle of a libuv callback's argument.
static inline IoHandle *io_handle_from(const void *uv_handle) { return ((const uv_handle_t *)uv_handle)->data; }
// The handle of a method's receiver, open and of one of these kinds; NULL: it is not (UV_EBADF).
IoHandle *io_handle_of(const Args *args, unsigned kinds);
// Host objects for handles.
void io_object_new(VM *vm, Handle prototype, Slot out);

// libuv's flags: does the handle keep the program alive while it is active?
void io_ref(IoHandle *handle, bool referenced);
bool io_has_ref(const IoHandle *handle);

// ---- closing

// Of a handle that is not OPEN: nothing.
void io_close(IoHandle *handle);
// Those that are not CLOSED yet.
size_t io_handle_count(VM *vm);
// The end of the program: closes all that are open, and calls nobody.
void io_handles_end(VM *vm);

#endif
