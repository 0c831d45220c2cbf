// heap/workers.h - the collector's helper threads.
//
// A job is a function that any number of helpers run at the same time as whoever posted it.  Helpers sleep until there
// is a job; they are started when the first is posted, so a program that never has much to collect has no threads.
#ifndef NODULE_HEAP_WORKERS_H
#define NODULE_HEAP_WORKERS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Job {
  void (*run)(void *data);
  void *data;
  unsigned wanted;   // helpers that may still join
  unsigned running;  // helpers inside run()
  bool joined;       // one has been
  struct Job *next;
} Job;

typedef struct Workers Workers;

Workers *workers_create(unsigned count);  // NULL: no helpers (count 0, or out of memory)
void workers_destroy(Workers *workers);   // no job may be posted
unsigned workers_count(const Workers *workers);
// Helpers, up to job->wanted of them, call job->run(job->data), each once.  The job stays the caller's.
void workers_post(Workers *workers, Job *job);
// No further helper joins; returns when those inside have come back, and whether any helper ever joined.
bool workers_finish(Workers *workers, Job *job);
// How many helpers there are by default: one for each further processor, at most 3.
unsigned workers_default_count(void);

#endif
