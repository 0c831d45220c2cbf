// cli/environment.c - the words of NODE_OPTIONS, quoted as Node has it: no other shell syntax, no single quotes.
//
// The words are put one behind the other into one text, never longer than the variable; argv points into it.  A program
// that runs with another user's rights sees none (secure_getenv).
#include "cli/environment.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void start_word(EnvironmentOptions *options, char *to) { options->argv[options->argc++] = to; }

static const char *split(EnvironmentOptions *options, const char *from) {
  char *to = options->text;
  bool quoted = false, in_word = false;
  for (; *from; from++) {
    if (*from == '\\' && quoted) {
      if (*++from == 0) return "invalid escape";
    } else if (*from == ' ' && !quoted) {
      if (in_word) *to++ = 0;
      in_word = false;
      continue;
    } else if (*from == '"') {
      quoted = !quoted;
      continue;
    }
    if (!in_word) start_word(options, to);
    in_word = true;
    *to++ = *from;
  }
  *to = 0;
  return quoted ? "unterminated string" : NULL;
}

const char *environment_options_read(EnvironmentOptions *options) {
  const char *given = secure_getenv("NODE_OPTIONS");
  *options = (EnvironmentOptions){0};
  if (!given || !*given) return NULL;
  size_t length = strlen(given);
  options->text = checked_malloc(length + 1);
  options->argv = checked_malloc((length / 2 + 2) * sizeof *options->argv);
  return split(options, given);
}

void environment_options_free(EnvironmentOptions *options) {
  free(options->text);
  free(options->argv);
}
