// cli/options.h - the command line: nodule [flags] [script.js | -] [arguments].
#ifndef NODULE_CLI_OPTIONS_H
#define NODULE_CLI_OPTIONS_H

#include "node/host/node.h"

typedef struct Options {
  // flags of options.def; sizes: -1 not given
  long long max_old_space_size, max_new_space_size, max_semi_space_size, min_semi_space_size, gc_stress, stack_size,
      gc_threads, gc_interval, hash_seed;
  bool trace_gc, trace_gc_verbose, trace_gc_nvp, trace_fragmentation, expose_gc, always_compact, never_compact,
      verify_heap, print_bytecode, use_strict, color, deprecation, warnings, trace_deprecation, trace_warnings,
      incremental_marking, lazy_sweeping, stress_scavenges, stress_full, stress_after_start, stress_incremental,
      jitless, sparkplug, always_sparkplug;
  NodeOptions node;
} Options;

// True: go on.  False: the program ends with *status (--help and --version printed, or a bad option named).
bool options_parse(int argc, char **argv, Options *options, int *status);
void options_free(Options *options);

#endif
