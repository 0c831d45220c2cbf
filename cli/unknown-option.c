// cli/unknown-option.c - looks an unknown option up among node's, then for the nearest name among nodule's.
//
// The distance of names is Levenshtein's: letters put in, left out or changed.  nodule's names are in cli/options.def,
// so that a new option is proposed without a word here.
#include "cli/unknown-option.h"

#include <stdio.h>
#include <string.h>

#include "cli/flags.h"

#define LONGEST 64  // of names that are compared

typedef enum Origin { NODES_ANYWHERE, NODES_COMMAND_LINE, ENGINES } Origin;

static const struct {
  const char *name;
  Origin origin;
} foreign[] = {
#define ALLOWED(name) {name, NODES_ANYWHERE},
#define NODE(name) {name, NODES_COMMAND_LINE},
#define ENGINE(name) {name, ENGINES},
#include "cli/node-options.def"
#undef ALLOWED
#undef NODE
#undef ENGINE
};

// What nodule has in place of some of them.
static const struct {
  const char *name, *way;
} ways[] = {
    {"inspect", "the session (nodule -i) and require('nodule:heap') show the heap"},
    {"inspect-brk", "the session (nodule -i) and require('nodule:heap') show the heap"},
    {"prof", "perf record shows where a program spends its time"},
    {"cpu-prof", "perf record shows where a program spends its time"},
    {"heap-prof", "v8.writeHeapSnapshot() and --trace-gc show the heap"},
    {"heapsnapshot-signal", "process.on('SIGUSR2', () => v8.writeHeapSnapshot())"},
    {"heapsnapshot-near-heap-limit", "v8.writeHeapSnapshot()"},
    {"max-heap-size", "--max-old-space-size"},
    {"huge-max-old-generation-size", "--max-old-space-size"},
    {"track-retaining-path", "require('nodule:heap').retainers(value)"},
    {"import", "--require"},
};

static bool same_prefix(const char *name, size_t length, const char *prefix) {
  return length >= strlen(prefix) && flag_same_name(prefix, name, strlen(prefix));
}

static void skip_no(const char **name, size_t *length) {
  if (!same_prefix(*name, *length, "no-")) return;
  *name += 3;
  *length -= 3;
}

static bool is_foreign(const char *name, size_t length, Origin most) {
  skip_no(&name, &length);
  if (same_prefix(name, length, "experimental-")) return true;
  for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
    if (foreign[i].origin <= most && flag_same_name(foreign[i].name, name, length)) return true;
  }
  return false;
}

bool option_is_nodes_in_environment(const char *name, size_t length) {
  return is_foreign(name, length, NODES_ANYWHERE);
}

// ------------------------------------------------------------------------------------------------------ the nearest
// name

static size_t least(size_t a, size_t b, size_t c) {
  size_t ab = a < b ? a : b;
  return ab < c ? ab : c;
}

// How many letters are to be put in, left out or changed to make one of the other; '_' is '-'.
static size_t distance(const char *name, size_t length, const char *other) {
  size_t row[LONGEST + 1], width = strlen(other);
  if (length > LONGEST || width > LONGEST) return LONGEST;
  for (size_t j = 0; j <= width; j++) row[j] = j;
  for (size_t i = 1; i <= length; i++) {
    size_t diagonal = row[0];
    char c = name[i - 1] == '_' ? '-' : name[i - 1];
    row[0] = i;
    for (size_t j = 1; j <= width; j++) {
      size_t above = row[j];
      row[j] = least(above + 1, row[j - 1] + 1, diagonal + (c != other[j - 1]));
      diagonal = above;
    }
  }
  return row[width];
}

typedef struct Nearest {
  const char *name;
  size_t distance;
} Nearest;

// A name of which the text is the beginning is nearer than one that needs a change.
static void consider(Nearest *nearest, const char *text, size_t length, const char *name) {
  size_t shared = strlen(name) < length ? strlen(name) : length;
  bool begins = length >= 4 && shared == length && distance(text, length, name) == strlen(name) - length;
  size_t far = begins ? 1 : distance(text, length, name);
  if (far < nearest->distance) *nearest = (Nearest){name, far};
}

static const char *nearest_name(const char *text, size_t length) {
  static const char *const commands[] = {
#define FLAG(name, type, field, help)
#define COMMAND(name, letter, argument, help) name,
#define VARIABLE(names, help)
#include "cli/options.def"
#undef FLAG
#undef COMMAND
#undef VARIABLE
  };
  Nearest nearest = {NULL, length / 3 + 1};
  const char *name, *argument, *help;
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) consider(&nearest, text, length, commands[i]);
  for (size_t i = 0; (name = flag_at(i, &argument, &help)); i++) consider(&nearest, text, length, name);
  return nearest.distance > 0 ? nearest.name : NULL;  // its name is right, its value is not
}

// ------------------------------------------------------------------------------------------------------ the line

static const char *way_of(const char *name, size_t length) {
  for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
    if (flag_same_name(ways[i].name, name, length)) return ways[i].way;
  }
  return NULL;
}

void option_report_unknown(const char *text) {
  const char *name = text + 2;
  bool is_long = strncmp(text, "--", 2) == 0;
  size_t length = is_long ? strcspn(name, "=") : 0;
  if (is_long && is_foreign(name, length, ENGINES)) {
    const char *way = way_of(name, length);
    fprintf(stderr, "nodule: node has --%.*s, nodule " NODULE_VERSION " has not yet%s%s\n", (int)length, name,
            way ? ": " : "", way ? way : "");
    return;
  }
  const char *nearest = is_long ? nearest_name(name, length) : NULL;
  if (nearest) fprintf(stderr, "nodule: bad option: %s (did you mean --%s?)\n", text, nearest);
  else fprintf(stderr, "nodule: bad option: %s\n", text);
}
