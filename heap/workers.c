// heap/workers.c - see workers.h.  One lock guards the queue and the counts of all jobs.
#include "heap/workers.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

#define MAX_WORKERS 16

struct Workers {
  pthread_mutex_t lock;
  pthread_cond_t posted, done;
  Job *first;  // jobs that helpers may join
  unsigned count, started;
  bool stopping;
  pthread_t threads[MAX_WORKERS];
};

static void remove_job(Workers *workers, Job *job) {
  for (Job **link = &workers->first; *link != NULL; link = &(*link)->next) {
    if (*link != job) continue;
    *link = job->next;
    return;
  }
}

static void *work(void *data) {
  Workers *workers = data;
  pthread_mutex_lock(&workers->lock);
  for (;;) {
    while (workers->first == NULL && !workers->stopping) pthread_cond_wait(&workers->posted, &workers->lock);
    if (workers->stopping) break;
    Job *job = workers->first;
    job->running++;
    job->joined = true;
    if (--job->wanted == 0) remove_job(workers, job);
    pthread_mutex_unlock(&workers->lock);
    job->run(job->data);
    pthread_mutex_lock(&workers->lock);
    if (--job->running == 0) pthread_cond_broadcast(&workers->done);
  }
  pthread_mutex_unlock(&workers->lock);
  return NULL;
}

Workers *workers_create(unsigned count) {
  if (count == 0) return NULL;
  Workers *workers = try_calloc(1, sizeof *workers);
  if (workers == NULL) return NULL;
  workers->count = count < MAX_WORKERS ? count : MAX_WORKERS;
  pthread_mutex_init(&workers->lock, NULL);
  pthread_cond_init(&workers->posted, NULL);
  pthread_cond_init(&workers->done, NULL);
  return workers;
}

// Signals are for the program's thread.  A helper that cannot be started is done without.
static void start_threads(Workers *workers) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (workers->started < workers->count) {
    if (pthread_create(&workers->threads[workers->started], NULL, work, workers) != 0) break;
    workers->started++;
  }
  workers->count = workers->started;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void workers_destroy(Workers *workers) {
  if (workers == NULL) return;
  pthread_mutex_lock(&workers->lock);
  workers->stopping = true;
  pthread_cond_broadcast(&workers->posted);
  pthread_mutex_unlock(&workers->lock);
  for (unsigned i = 0; i < workers->started; i++) pthread_join(workers->threads[i], NULL);
  pthread_mutex_destroy(&workers->lock);
  pthread_cond_destroy(&workers->posted);
  pthread_cond_destroy(&workers->done);
  free(workers);
}

unsigned workers_count(const Workers *workers) { return workers == NULL ? 0 : workers->count; }

void workers_post(Workers *workers, Job *job) {
  if (workers->started < workers->count) start_threads(workers);
  job->running = 0;
  job->joined = false;
  job->next = NULL;
  pthread_mutex_lock(&workers->lock);
  Job **link = &workers->first;
  while (*link != NULL) link = &(*link)->next;
  if (job->wanted > 0) *link = job;
  pthread_cond_broadcast(&workers->posted);
  pthread_mutex_unlock(&workers->lock);
}

bool workers_finish(Workers *workers, Job *job) {
  pthread_mutex_lock(&workers->lock);
  remove_job(workers, job);
  while (job->running > 0) pthread_cond_wait(&workers->done, &workers->lock);
  bool joined = job->joined;
  pthread_mutex_unlock(&workers->lock);
  return joined;
}

unsigned workers_default_count(void) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  return processors <= 1 ? 0 : processors > 4 ? 3 : (unsigned)processors - 1;
}
