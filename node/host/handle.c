// node/host/handle.c - see handle.h.
#include "node/host/handle.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"

void *host_data(Handle value, HostTag tag) {
  if (!value_is_kind(*value, KIND_HOST_OBJECT)) return NULL;
  Value field = field_get(&as_wrapper(value)->value);
  if (!value_is_private(field)) return NULL;
  void *data = value_as_private(field);
  return *(const HostTag *)data == tag ? data : NULL;
}

static void set_field(VM *vm, Handle object, Value value) {
  field_set(vm, as_wrapper(object), &as_wrapper(object)->value, value);
}

// ------------------------------------------------------------------------------------------------------ opening

IoHandle *io_handle_allocate(VM *vm, IoKind kind) {
  IoHandle *handle = checked_calloc(1, sizeof *handle);
  handle->tag = HOST_IO_HANDLE;
  handle->kind = kind;
  handle->vm = vm;
  return handle;
}

void io_handle_discard(IoHandle *handle) { free(handle); }

static void link_handle(IoHandle *handle) {
  IoHandle **first = &node_of(handle->vm)->handles;
  handle->next = *first;
  if (*first) (*first)->previous = handle;
  *first = handle;
}

static void unlink_handle(IoHandle *handle) {
  *(handle->previous ? &handle->previous->next : &node_of(handle->vm)->handles) = handle->next;
  if (handle->next) handle->next->previous = handle->previous;
}

void io_handle_opened(IoHandle *handle, Handle object, const char *name) {
  handle->uv.any.data = handle;
  handle->has_object = value_is_object(*object);
  io_handle_rename(handle, "%s", name);
  link_handle(handle);
  if (!handle->has_object) return;
  persistent_attach_kept(handle->vm, &handle->object, object, handle->name);
  set_field(handle->vm, object, value_private(handle));
}

void io_handle_rename(IoHandle *handle, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(handle->name, sizeof handle->name, format, arguments);
  va_end(arguments);
}

static int init(uv_loop_t *loop, IoHandle *handle) {
  switch (handle->kind) {
  case IO_TIMER: return uv_timer_init(loop, &handle->uv.timer);
  case IO_CHECK: return uv_check_init(loop, &handle->uv.check);
  case IO_IDLE: return uv_idle_init(loop, &handle->uv.idle);
  case IO_SIGNAL: return uv_signal_init(loop, &handle->uv.signal);
  default: return UV_EINVAL;
  }
}

IoHandle *io_handle_open(VM *vm, IoKind kind, const char *name) {
  IoHandle *handle = io_handle_allocate(vm, kind);
  node_must(init(io_loop(vm), handle), kind == IO_SIGNAL ? "a watch of a signal" : "an event of the loop");
  io_handle_opened(handle, &undefined_value_, name);
  return handle;
}

IoHandle *io_async_open(VM *vm, uv_async_cb callback, const char *name) {
  IoHandle *handle = io_handle_allocate(vm, IO_ASYNC);
  node_must(uv_async_init(io_loop(vm), &handle->uv.async, callback), "an event of the loop");
  io_handle_opened(handle, &undefined_value_, name);
  return handle;
}

// ------------------------------------------------------------------------------------------------------ use

IoHandle *io_handle_of(const Args *args, unsigned kinds) {
  IoHandle *handle = host_data(args->self, HOST_IO_HANDLE);
  return handle && handle->state == IO_OPEN && (handle->kind & kinds) ? handle : NULL;
}

void io_object_new(VM *vm, Handle prototype, Slot out) {
  object_new_kind(vm, KIND_HOST_OBJECT, sizeof(WrapperObject), prototype, out);
  set_field(vm, out, VALUE_UNDEFINED);
}

void io_ref(IoHandle *handle, bool referenced) {
  if (referenced) uv_ref(&handle->uv.any);
  else uv_unref(&handle->uv.any);
}

bool io_has_ref(const IoHandle *handle) { return uv_has_ref(&handle->uv.any) != 0; }

// ------------------------------------------------------------------------------------------------------ closing

static void on_close(uv_handle_t *uv_handle) {
  IoHandle *handle = io_handle_from(uv_handle);
  handle->state = IO_CLOSED;
  unlink_handle(handle);
  if (handle->closed && !node_of(handle->vm)->ending) handle->closed(handle);
  if (handle->has_object) persistent_detach(handle->vm, &handle->object);
  free(handle);
}

void io_close(IoHandle *handle) {
  if (handle->state != IO_OPEN) return;
  handle->state = IO_CLOSING;
  if (handle->has_object) set_field(handle->vm, &handle->object.value, VALUE_UNDEFINED);
  uv_close(&handle->uv.any, on_close);
}

size_t io_handle_count(VM *vm) {
  size_t count = 0;
  for (const IoHandle *handle = node_of(vm)->handles; handle; handle = handle->next) count++;
  return count;
}

void io_handles_end(VM *vm) {
  node_of(vm)->ending = true;
  for (IoHandle *handle = node_of(vm)->handles; handle; handle = handle->next) io_close(handle);
}
