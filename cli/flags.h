// cli/flags.h - the FLAGs of options.def: set on the command line, and at run time by v8.setFlagsFromString.
#ifndef NODULE_CLI_FLAGS_H
#define NODULE_CLI_FLAGS_H

#include "cli/options.h"

typedef enum FlagOutcome { FLAG_SET, FLAG_UNKNOWN, FLAG_REFUSED } FlagOutcome;

// --name, --name=value, --no-name, in *options.  Where a value is refused standard error says why, in V8's words.
FlagOutcome flag_set(Options *options, const char *text);
// All flags in a text, separated by spaces, up to the first that is wrong, which standard error names.
void flags_set_all(Options *options, const char *text);

bool flag_same_name(const char *name, const char *text, size_t length);   // '-' and '_' alike
const char *flag_at(size_t i, const char **argument, const char **help);  // name of the i-th flag; NULL behind the last

#endif
