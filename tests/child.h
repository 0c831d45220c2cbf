// tests/child.h - a part of a test that ends its process.
#ifndef NODULE_TESTS_CHILD_H
#define NODULE_TESTS_CHILD_H

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

// Runs `body` in a child that is expected to abort, and returns what it wrote to standard error (to be freed).
static inline char *output_of_abort(void (*body)(void)) {
  int pipes[2];
  assert_int_equal(pipe(pipes), 0);
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    signal(SIGABRT, SIG_DFL);
    dup2(pipes[1], 2);
    close(pipes[0]);
    alarm(120);
    body();
    _exit(0);
  }
  close(pipes[1]);
  char *text = calloc(1, 65536);
  for (size_t length = 0; length < 65000;) {
    ssize_t got = read(pipes[0], text + length, 65000 - length);
    if (got <= 0) break;
    length += (size_t)got;
  }
  close(pipes[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT)
    print_message("status %x, output: %s\n", (unsigned)status, text);
  assert_true(WIFSIGNALED(status));
  assert_int_equal(WTERMSIG(status), SIGABRT);
  return text;
}

#endif
