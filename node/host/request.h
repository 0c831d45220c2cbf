// node/host/request.h - what libuv calls a request: one operation with one end.
//
// One type serves both forms.  A synchronous operation has its request on the C stack:
//
//   IO_REQUEST(request);                                   // cleaned up at the end of the block
//   int error = uv_fs_unlink(NULL, &request.uv.fs, path, NULL);
//
// One that ends later has it outside the heap, with the function to be called and a value that lives as long (the
// Buffer that is written from), both in persistent cells:
//
//   IoRequest *request = io_request_new(vm, callback, buffer, 0);
//   int error = uv_fs_write(io_loop(vm), &request->uv.fs, fd, &bytes, 1, -1, on_written);
//   if (error) io_request_free(request);
//   ...
//   static void on_written(uv_fs_t *uv) {
//     IoRequest *request = io_request_from(uv);
//     r.values[0] = value_int(uv->result);
//     io_request_end(request, 1, r.values);                // frees the request, then calls
//   }
#ifndef NODULE_NODE_HOST_REQUEST_H
#define NODULE_NODE_HOST_REQUEST_H

#include "node/host/node.h"

typedef struct IoRequest {
  union {
    uv_req_t any;
    uv_fs_t fs;
    uv_write_t write;
    uv_connect_t connect;
    uv_shutdown_t shutdown;
    uv_getaddrinfo_t getaddrinfo;
    uv_getnameinfo_t getnameinfo;
    uv_work_t work;
  } uv;
  VM *vm;
  PersistentCell callback, kept;
  char bytes[];  // what the operation needs besides, as much as was asked for
} IoRequest;

static inline IoRequest *io_request_from(const void *uv_request) { return ((const uv_req_t *)uv_request)->data; }

// *callback may be undefined: nobody is told; *kept, too.
IoRequest *io_request_new(VM *vm, Handle callback, Handle kept, size_t bytes);
// The operation has ended: takes the callback out of the request, frees that, then calls the callback from the event
// loop with *values, which are rooted.  At the end of the program it calls nobody.
void io_request_end(IoRequest *request, uint32_t argc, Handle values);

// What libuv has allocated for a request.
void io_request_clean(IoRequest *request);
#define IO_REQUEST(name) IoRequest name __attribute__((cleanup(io_request_clean))) = {.vm = NULL}

#endif
