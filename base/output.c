// base/output.c - see output.h.
//
// The buffer has one lock.  A thread that is made when output first comes in a burst writes out what the burst left
// behind: it runs whatever the program does meanwhile, and no signal is needed, which scripts could take away.
//
// All of it belongs to the process, as the descriptors do: VMs share it.
#include "base/output.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BUFFER_SIZE (64 * 1024)
#define THREAD_STACK (64 * 1024)

static struct {
  pthread_mutex_t lock;
  pthread_cond_t has_work;
  char bytes[BUFFER_SIZE];
  size_t length;
  bool late;  // the thread is going to write out what is here
  bool has_thread;
  bool direct;        // nothing is held back: a terminal
  uint64_t interval;  // ns: when the present one began
  int at_once;        // writes of the present interval that may still go out at once
} output = {.lock = PTHREAD_MUTEX_INITIALIZER, .has_work = PTHREAD_COND_INITIALIZER};

// Of the first write that failed, by descriptor; from then on standard output is dropped.
static atomic_int errors[STDERR_FILENO + 1];
static bool error_was_told;

static uint64_t now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

// 0, or the error.
static int write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t n = write(fd, bytes, length);
    if (n >= 0) {
      bytes += n;
      length -= (size_t)n;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd wait = {.fd = fd, .events = POLLOUT};
      poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

// With the lock held.
static void put_out(const char *bytes, size_t length) {
  if (errors[STDOUT_FILENO] || length == 0) return;
  errors[STDOUT_FILENO] = write_all(STDOUT_FILENO, bytes, length);
}

static void drain(void) {
  put_out(output.bytes, output.length);
  output.length = 0;
}

static void lock(void) { pthread_mutex_lock(&output.lock); }
static void unlock(void) { pthread_mutex_unlock(&output.lock); }

// ------------------------------------------------------------------------------------------------------ the thread

static void *write_late(void *unused) {
  const struct timespec delay = {.tv_nsec = OUTPUT_DELAY_MS * 1000000};
  (void)unused;
  lock();
  for (;;) {
    while (!output.late) pthread_cond_wait(&output.has_work, &output.lock);
    unlock();
    nanosleep(&delay, NULL);
    lock();
    drain();
    output.late = false;
  }
  return NULL;
}

// The thread hears no signal: those are for the program.
static bool start_thread(void) {
  pthread_t thread;
  pthread_attr_t attributes;
  sigset_t all, before;
  sigfillset(&all);
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, THREAD_STACK);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool ok = pthread_create(&thread, &attributes, write_late, NULL) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  return ok;
}

// Without a thread, nothing is held back.
static void leave_to_thread(void) {
  if (!output.has_thread) output.has_thread = start_thread();
  if (!output.has_thread) {
    output.direct = true;
    drain();
    return;
  }
  output.late = true;
  pthread_cond_signal(&output.has_work);
}

// ------------------------------------------------------------------------------------------------------ writing

#ifdef __GLIBC__
static ssize_t write_cookie(void *cookie, const char *bytes, size_t length) {
  (void)cookie;
  output_write(bytes, length);
  return (ssize_t)length;
}

// What is printed with stdio (--print-bytecode, --help) goes the same way.
static void redirect_stdio(void) {
  FILE *stream = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_cookie});
  if (!stream) return;
  setvbuf(stream, NULL, _IONBF, 0);
  stdout = stream;
}
#else
static void redirect_stdio(void) { setvbuf(stdout, NULL, _IONBF, 0); }
#endif

// A write to a pipe that nobody reads, or beyond the size that a file may have, fails with an error; it does not kill.
void output_ignore_signals(void) {
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

void output_open(void) {
  redirect_stdio();
  output.direct = isatty(STDOUT_FILENO) != 0;
  output_ignore_signals();
}

static void append(const char *bytes, size_t length) {
  if (length > BUFFER_SIZE - output.length) drain();
  if (length >= BUFFER_SIZE) {
    put_out(bytes, length);
  } else {
    memcpy(output.bytes + output.length, bytes, length);
    output.length += length;
  }
}

static void (*write_hook)(char last);

void output_on_write(void (*hook)(char last)) { write_hook = hook; }

// The first writes of an interval go out at once; what follows close behind waits for company.
static void write_now_or_late(void) {
  uint64_t now = now_ns();
  if (now - output.interval >= OUTPUT_DELAY_MS * 1000000u) {
    output.interval = now;
    output.at_once = OUTPUT_WRITES_AT_ONCE;
  }
  if (output.at_once == 0) {
    leave_to_thread();
  } else {
    output.at_once--;
    drain();
  }
}

void output_write(const char *bytes, size_t length) {
  if (write_hook && length > 0) write_hook(bytes[length - 1]);
  lock();
  append(bytes, length);
  if (output.direct) drain();
  else if (!output.late && output.length > 0) write_now_or_late();
  unlock();
}

void output_flush(void) {
  lock();
  drain();
  unlock();
}

int output_error(int fd) { return errors[fd]; }

void output_error_told(void) { error_was_told = true; }

bool output_close(void) {
  output_flush();
  int error = errors[STDOUT_FILENO];
  if (!error || error == EPIPE || error_was_told) return true;
  fprintf(stderr, "nodule: standard output: %s\n", strerror(error));
  return false;
}

void error_write(const char *bytes, size_t length) {
  if (write_hook && length > 0) write_hook(bytes[length - 1]);
  output_flush();
  int error = write_all(STDERR_FILENO, bytes, length);
  if (error) errors[STDERR_FILENO] = error;
}
