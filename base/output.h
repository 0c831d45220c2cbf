// base/output.h - standard output and standard error of the program, as bytes.
//
// Everything that prints on standard output goes through here (console, process.stdout, --trace_gc), so that lines
// never pass each other.  The first OUTPUT_WRITES_AT_ONCE writes of each OUTPUT_DELAY_MS go out at once, so that a
// killed program has lost no line that it printed; what a burst writes beyond them is buffered.  It goes out when the
// buffer is full, before the program blocks, before anything is written on standard error, at exit and before an abort,
// and otherwise within OUTPUT_DELAY_MS, whatever the program does.  A terminal gets every write at once.
#ifndef NODULE_BASE_OUTPUT_H
#define NODULE_BASE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#define OUTPUT_DELAY_MS 5
#define OUTPUT_WRITES_AT_ONCE 32

void output_open(void);  // once, before anything else here
// SIGPIPE and SIGXFSZ: a write that fails is an error, not the end.  After a script has let go of one of them, again.
void output_ignore_signals(void);
void output_write(const char *bytes, size_t length);
void output_flush(void);
// Flushes and says whether all of the output was written; if not (a full disk) says so on standard error.  A reader
// that went away is no error: what it does not want is dropped.
bool output_close(void);

// errno of the first write on standard output or standard error (`fd`) that failed, or 0.
int output_error(int fd);
// The script has heard of the error: output_close need not tell.
void output_error_told(void);

// Called before anything is written, there or on standard error, with its last byte; NULL: nothing is called.  The
// interactive session moves its prompt out of the way.
void output_on_write(void (*hook)(char last));

// Standard error, not buffered.  Standard output is flushed first.
void error_write(const char *bytes, size_t length);

#endif
