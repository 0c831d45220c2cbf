// base/nearest.h - the name that somebody may have meant who misspelt it: of a command, a flag.
#ifndef NODULE_BASE_NEAREST_H
#define NODULE_BASE_NEAREST_H

#include <stddef.h>

// Of the names that `name_at` gives for 0, 1, ... (NULL behind the last) the one with the fewest letters put in, left
// out, replaced or exchanged with their neighbours; NULL when that is more than a third of its letters, or of `name`'s.
const char *nearest_name(const char *name, size_t length, const char *(*name_at)(size_t i));

#endif
