// cli/environment.h - options in the environment variable NODE_OPTIONS, which come before those of the command line.
//
// cli/options.c reads them, by the same tables.  What may stand there, and the words for what is wrong, are Node's
// ("NODE_OPTIONS" in its command-line documentation).
#ifndef NODULE_CLI_ENVIRONMENT_H
#define NODULE_CLI_ENVIRONMENT_H

#include <stdbool.h>

typedef struct EnvironmentOptions {
  char *text;   // the words, one behind the other
  char **argv;  // NULL: none
  int argc;
} EnvironmentOptions;

// Reads the variable: words are separated by spaces; in double quotes a space is part of the word, and so is what
// follows a backslash.  NULL, or what is wrong with it, in Node's words.
const char *environment_options_read(EnvironmentOptions *options);
void environment_options_free(EnvironmentOptions *options);

#endif
