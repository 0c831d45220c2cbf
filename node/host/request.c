// node/host/request.c - see request.h.
#include "node/host/request.h"

#include <stdlib.h>

#include "base/memory.h"

IoRequest *io_request_new(VM *vm, Handle callback, Handle kept, size_t bytes) {
  IoRequest *request = checked_calloc(1, sizeof *request + bytes);
  request->uv.any.data = request;
  request->vm = vm;
  persistent_attach_kept(vm, &request->callback, callback, "callback of a pending operation");
  persistent_attach_kept(vm, &request->kept, kept, "data of a pending operation");
  return request;
}

void io_request_clean(IoRequest *request) {
  if (request->uv.any.type == UV_FS) uv_fs_req_cleanup(&request->uv.fs);
  else if (request->uv.any.type == UV_GETADDRINFO) uv_freeaddrinfo(request->uv.getaddrinfo.addrinfo);
}

static void io_request_free(IoRequest *request) {
  io_request_clean(request);
  persistent_detach(request->vm, &request->callback);
  persistent_detach(request->vm, &request->kept);
  free(request);
}

void io_request_end(IoRequest *request, uint32_t argc, Handle values) {
  VM *vm = request->vm;
  ROOTS(vm, callback);
  r.callback = request->callback.value;
  io_request_free(request);
  if (node_of(vm)->ending || !value_is_callable(r.callback)) return;
  if (!node_callback(vm, &r.callback, &undefined_value_, argc, values)) uv_stop(&node_of(vm)->loop);
}
