// tests/node/host/test-handle.c - handles and requests on a real loop: from opening to the close callback, and who is
// called when.
#include "node/host/handle.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/memory.h"
#include "engine/engine.h"
#include "node/host/request.h"

static VM *vm;
static char events[256];  // what was called, in order

static void note(const char *event) {
  if (*events) strcat(events, " ");
  strcat(events, event);
}

static bool note_call(VM *vm_, const Args *args, Slot out) {
  (void)out;
  char text[32];
  snprintf(text, sizeof text, "called(%d)", value_is_int(*arg(args, 0)) ? value_as_int(*arg(args, 0)) : -1);
  heap_collect(vm_heap(vm_), GC_MARK_COMPACT, "test");  // a callback may collect: everything moves
  note(text);
  return true;
}

static bool kind_of_receiver(VM *vm_, const Args *args, Slot out) {
  (void)vm_;
  const IoHandle *handle = io_handle_of(args, IO_PIPE | IO_TIMER);
  *out = handle ? value_int((int)handle->kind) : value_int(UV_EBADF);
  return true;
}

static const Builtin note_builtin = FUNCTION("note", note_call, 1);
static const Builtin kind_builtin = FUNCTION("kindOf", kind_of_receiver, 0);

static int set_up(void **state) {
  const NodeOptions options = {.eval = ""};
  (void)state;
  *events = 0;
  vm = engine_create(&(VMConfig){.heap = {.verify = true}});
  node_install(vm, &options);
  return node_run_ticks(vm) ? 0 : -1;  // so that the state of what every callback needs is there
}

static int tear_down(void **state) {
  (void)state;
  node_destroy(vm);
  vm_destroy(vm);
  return 0;
}

static void run(void) { uv_run(io_loop(vm), UV_RUN_DEFAULT); }

static void on_closed(IoHandle *handle) {
  assert_int_equal(handle->state, IO_CLOSED);
  note("closed");
}

static IoHandle *open_pipe(Handle object) {
  IoHandle *handle = io_handle_allocate(vm, IO_PIPE);
  assert_int_equal(uv_pipe_init(io_loop(vm), &handle->uv.pipe, 0), 0);
  io_handle_opened(handle, object, "pipe");
  handle->closed = on_closed;
  return handle;
}

static int kind_of(Handle receiver) {
  ROOTS(vm, function, result);
  native_function_new(vm, &kind_builtin, &r.function);
  assert_true(vm_call(vm, &r.function, receiver, 0, NULL, &r.result));
  return value_as_int(r.result);
}

// ------------------------------------------------------------------------------------------------------ handles

static void test_open_and_close(void **state) {
  (void)state;
  ROOTS(vm, object);
  size_t cells = vm->persistent.count, handles = io_handle_count(vm);
  io_object_new(vm, &runtime(vm)->object_prototype, &r.object);
  assert_int_equal(kind_of(&r.object), UV_EBADF);
  IoHandle *handle = open_pipe(&r.object);
  assert_int_equal(vm->persistent.count, cells + 1);
  assert_int_equal(io_handle_count(vm), handles + 1);
  assert_int_equal(kind_of(&r.object), IO_PIPE);
  io_close(handle);
  assert_int_equal(handle->state, IO_CLOSING);
  assert_int_equal(kind_of(&r.object), UV_EBADF);  // at once
  assert_string_equal(events, "");                 // but nobody was called yet
  io_close(handle);                                // a second time: nothing
  run();
  assert_string_equal(events, "closed");
  assert_int_equal(vm->persistent.count, cells);
  assert_int_equal(io_handle_count(vm), handles);
  assert_int_equal(kind_of(&r.object), UV_EBADF);
}

// An open handle keeps its object, wherever the collector moves that.
static void test_object_is_kept(void **state) {
  (void)state;
  ROOTS(vm, object);
  io_object_new(vm, &runtime(vm)->object_prototype, &r.object);
  IoHandle *handle = open_pipe(&r.object);
  io_handle_rename(handle, "pipe %s", "/tmp/x");
  assert_string_equal(handle->object.name, "pipe /tmp/x");
  r.object = VALUE_UNDEFINED;
  heap_collect(vm_heap(vm), GC_SCAVENGE, "test");
  heap_collect(vm_heap(vm), GC_MARK_COMPACT, "test");
  assert_ptr_equal(host_data(&handle->object.value, HOST_IO_HANDLE), handle);
  io_close(handle);
  heap_collect(vm_heap(vm), GC_MARK_COMPACT, "test");
  assert_true(value_is_kind(handle->object.value, KIND_HOST_OBJECT));  // until the close callback
  run();
}

static void test_wrong_receivers(void **state) {
  (void)state;
  ROOTS(vm, object, key, timeout, argument);
  assert_int_equal(kind_of(&undefined_value_), UV_EBADF);
  object_new(vm, &r.object);
  assert_int_equal(kind_of(&r.object), UV_EBADF);
  native_function_new(vm, &note_builtin, &r.argument);
  string_internalize_ascii(vm, "setTimeout", &r.key);  // a host object whose field points to something else
  assert_true(invoke(vm, &runtime(vm)->global, &r.key, 1, &r.argument, &r.timeout));
  assert_int_equal(kind_of(&r.timeout), UV_EBADF);
  io_object_new(vm, &runtime(vm)->object_prototype, &r.object);
  IoHandle *handle = io_handle_allocate(vm, IO_CHECK);  // of another kind
  uv_check_init(io_loop(vm), &handle->uv.check);
  io_handle_opened(handle, &r.object, "check");
  assert_int_equal(kind_of(&r.object), UV_EBADF);
  io_close(handle);
  io_handle_discard(io_handle_allocate(vm, IO_TCP));  // never given to libuv
}

static void on_timer(uv_timer_t *uv) {
  note("timer");
  io_close(io_handle_from(uv));  // inside its own callback
  note("after");
}

static void test_close_in_callback(void **state) {
  (void)state;
  IoHandle *handle = io_handle_open(vm, IO_TIMER, "test");
  handle->closed = on_closed;
  assert_true(io_has_ref(handle));
  uv_timer_start(&handle->uv.timer, on_timer, 1, 0);
  run();
  assert_string_equal(events, "timer after closed");
}

static void test_unreferenced_does_not_hold_the_loop(void **state) {
  (void)state;
  IoHandle *handle = io_handle_open(vm, IO_TIMER, "test");
  uv_timer_start(&handle->uv.timer, on_timer, 1000000, 0);
  io_ref(handle, false);
  assert_false(io_has_ref(handle));
  run();
  assert_string_equal(events, "");
  io_ref(handle, true);
  assert_true(uv_loop_alive(io_loop(vm)));
}  // open: the end closes it

// What is open at the end is closed, and nobody is called.
static void test_end(void **state) {
  (void)state;
  ROOTS(vm, object);
  io_object_new(vm, &runtime(vm)->object_prototype, &r.object);
  open_pipe(&r.object);
  io_close(open_pipe(&undefined_value_));
  io_handles_end(vm);
  run();
  assert_int_equal(io_handle_count(vm), 0);
  assert_string_equal(events, "");
}

// ------------------------------------------------------------------------------------------------------ requests

static void on_stat(uv_fs_t *uv) {
  ROOTS(vm, values[1]);
  r.values[0] = value_int((int)uv->result);
  io_request_end(io_request_from(uv), 1, r.values);
  note("ended");
}

static IoRequest *stat_request(Handle callback, Handle kept) {
  IoRequest *request = io_request_new(vm, callback, kept, 16);
  assert_int_equal(uv_fs_stat(io_loop(vm), &request->uv.fs, "/", on_stat), 0);
  return request;
}

static void test_request(void **state) {
  (void)state;
  ROOTS(vm, function, kept);
  size_t cells = vm->persistent.count;
  native_function_new(vm, &note_builtin, &r.function);
  object_new(vm, &r.kept);
  IoRequest *request = stat_request(&r.function, &r.kept);
  r.function = r.kept = VALUE_UNDEFINED;
  heap_collect(vm_heap(vm), GC_MARK_COMPACT, "test");
  assert_int_equal(vm->persistent.count, cells + 2);
  assert_true(value_is_object(request->kept.value));
  run();
  assert_string_equal(events, "called(0) ended");
  assert_int_equal(vm->persistent.count, cells);
}

static void test_request_nobody_waits_for(void **state) {
  (void)state;
  stat_request(&undefined_value_, &undefined_value_);
  run();
  assert_string_equal(events, "ended");
  stat_request(&undefined_value_, &undefined_value_);  // the end of the program waits for it
}

static void test_synchronous_request(void **state) {
  (void)state;
  for (int i = 0; i < 2; i++) {
    IO_REQUEST(request);
    assert_int_equal(uv_fs_scandir(NULL, &request.uv.fs, i ? "/" : "/nowhere", 0, NULL) < 0, i == 0);
  }
  IO_REQUEST(unused);
}

static void on_written(uv_write_t *uv, int status) {
  ROOTS(vm, values[1]);
  assert_int_equal(status, UV_ECANCELED);
  r.values[0] = value_int(1);
  io_request_end(io_request_from(uv), 1, r.values);
}

// A handle that is closed ends its requests first.
static void test_requests_end_before_the_handle(void **state) {
  (void)state;
  enum { BYTES = 4 * 1024 * 1024 };  // more than a pipe takes that nobody reads
  ROOTS(vm, function, object);
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  io_object_new(vm, &runtime(vm)->object_prototype, &r.object);
  native_function_new(vm, &note_builtin, &r.function);
  IoHandle *handle = open_pipe(&r.object);
  assert_int_equal(uv_pipe_open(&handle->uv.pipe, ends[1]), 0);
  IoRequest *request = io_request_new(vm, &r.function, &undefined_value_, BYTES);
  uv_buf_t bytes = uv_buf_init(request->bytes, BYTES);
  assert_int_equal(uv_write(&request->uv.write, &handle->uv.stream, &bytes, 1, on_written), 0);
  io_close(handle);
  assert_string_equal(events, "");
  run();
  assert_string_equal(events, "called(1) closed");
  close(ends[0]);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_open_and_close),
      TEST(test_object_is_kept),
      TEST(test_wrong_receivers),
      TEST(test_close_in_callback),
      TEST(test_unreferenced_does_not_hold_the_loop),
      TEST(test_end),
      TEST(test_request),
      TEST(test_request_nobody_waits_for),
      TEST(test_synchronous_request),
      TEST(test_requests_end_before_the_handle),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
