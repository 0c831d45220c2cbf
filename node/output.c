// node/output.c - see output.h.
//
// The buffer has one lock, taken by the program for each write and tried by the timer's signal handler, which writes out
// what a burst of small writes left behind.  The handler does nothing but write(2) and setting the timer again.
#include "node/output.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define BUFFER_SIZE (64 * 1024)

static struct {
  char bytes[BUFFER_SIZE];
  size_t length;
  atomic_flag lock;
  volatile bool timer_is_set;
  bool direct;           // a terminal: nothing is held back
  volatile int error;    // of the first write that failed; from then on output is dropped
  uint64_t last_drain;   // ns
} output = {.lock = ATOMIC_FLAG_INIT};

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

static void set_timer(void) {
  struct itimerval delay = {.it_value = {.tv_usec = OUTPUT_DELAY_MS * 1000}};
  output.timer_is_set = setitimer(ITIMER_REAL, &delay, NULL) == 0;
}

// With the lock held.
static void put_out(const char *bytes, size_t length) {
  if (output.error || length == 0) return;
  output.error = write_all(STDOUT_FILENO, bytes, length);
}

static void drain(void) {
  put_out(output.bytes, output.length);
  output.length = 0;
}

static void on_timer(int signal_number) {
  (void)signal_number;
  int saved = errno;
  output.timer_is_set = false;
  if (atomic_flag_test_and_set(&output.lock)) {
    set_timer();  // the program is in the middle of a write
  } else {
    drain();
    atomic_flag_clear(&output.lock);
  }
  errno = saved;
}

static void lock(void) {
  while (atomic_flag_test_and_set(&output.lock)) {  // only while the handler runs on another thread
  }
}

static void unlock(void) { atomic_flag_clear(&output.lock); }

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

void output_open(void) {
  redirect_stdio();
  output.direct = isatty(STDOUT_FILENO) != 0;
  struct sigaction action = {.sa_handler = on_timer, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  signal(SIGPIPE, SIG_IGN);
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

void output_write(const char *bytes, size_t length) {
  if (write_hook && length > 0) write_hook(bytes[length - 1]);
  lock();
  append(bytes, length);
  if (output.direct) {
    drain();
  } else if (output.length > 0 && !output.timer_is_set) {
    // The first write after a while goes out at once; what follows close behind waits for company.
    uint64_t now = now_ns();
    if (now - output.last_drain >= OUTPUT_DELAY_MS * 1000000u) drain();
    else set_timer();
    output.last_drain = now;
  }
  unlock();
}

void output_flush(void) {
  lock();
  drain();
  unlock();
}

bool output_close(void) {
  output_flush();
  if (!output.error || output.error == EPIPE) return true;
  fprintf(stderr, "nodule: standard output: %s\n", strerror(output.error));
  return false;
}

void error_write(const char *bytes, size_t length) {
  if (write_hook && length > 0) write_hook(bytes[length - 1]);
  output_flush();
  write_all(STDERR_FILENO, bytes, length);
}
