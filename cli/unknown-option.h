// cli/unknown-option.h - what is said of an option that nodule does not have: that it is node's, with another way
// to the same end, or that it is misspelt.
//
// Which options node has stands in cli/node-options.def, taken from `node --help` and `node --v8-options` of Node 20.
#ifndef NODULE_CLI_UNKNOWN_OPTION_H
#define NODULE_CLI_UNKNOWN_OPTION_H

#include <stdbool.h>
#include <stddef.h>

// Is `name` (`length` bytes, without "--") an option that node takes from NODE_OPTIONS, and nodule has not?
bool option_is_nodes_in_environment(const char *name, size_t length);

// Prints a line on standard error: that node has the option `text` and nodule has not yet, with the way that there is;
// or that it is a bad option, with the nearest name among nodule's own, if one is near.
void option_report_unknown(const char *text);

#endif
