// node/console/console.c - the global console, in Node's wording.  Everything is written through base/output.h; the
// table method is in console-table.c.
#include "node/console/console.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/host/errors.h"
#include "base/output.h"
#include "node/process/process.h"

// A label's count or start time.
typedef struct Label {
  struct Label *next;
  char *name;
  double value;
} Label;

typedef struct Labels {
  Label **buckets;  // as many as a power of two, at least as many as there are labels
  uint32_t count, bucket_count;
} Labels;

typedef struct Console {
  size_t indentation;  // of console.group
  Labels counts, times;
  int colours[3];  // of standard output and error: -1 not known yet
} Console;

static Console *console_of(VM *vm) { return node_state(vm, PART_console); }

#define GROUP_WIDTH 2

// ------------------------------------------------------------------------------------------------------ writing

// --no-color, then what the environment says, then what the terminal understands.
static bool output_has_colours(VM *vm, int fd) {
  const char *force = getenv("FORCE_COLOR"), *term = getenv("TERM"), *program = getenv("COLORTERM");
  if (node_of(vm)->options.no_color) return false;
  if (force) return !*force || strcmp(force, "true") == 0 || (*force >= '1' && *force <= '3' && !force[1]);
  if (getenv("NO_COLOR") || getenv("NODE_DISABLE_COLORS") || !isatty(fd)) return false;
  if (!term || !*term) return program && *program;
  return strcmp(term, "dumb") != 0;
}

bool console_colours(VM *vm, int fd) {
  int *known = &console_of(vm)->colours[fd];
  if (*known < 0) *known = output_has_colours(vm, fd);
  return *known != 0;
}

bool console_write(VM *vm, int fd, const Text *text) {
  size_t indentation = console_of(vm)->indentation;
  TEXT(line);
  text_repeat(&line, ' ', indentation);
  text_append_indented(&line, text, indentation);
  builder_unit(&line, '\n');
  TRY(builder_check(vm, &line));
  return process_write(vm, fd, &line);
}

static void options_for(VM *vm, int fd, InspectOptions *options) {
  *options = *inspect_defaults(vm);
  if (console_colours(vm, fd)) options->colors = true;
}

static bool print(VM *vm, int fd, uint32_t argc, Handle values) {
  InspectOptions options;
  options_for(vm, fd, &options);
  TEXT(text);
  TRY(format_to(vm, argc, values, &options, &undefined_value_, &text));
  return console_write(vm, fd, &text);
}

static bool console_log(VM *vm, const Args *args, Slot out) {
  (void)out;
  return print(vm, STDOUT_FILENO, args->argc, args->values);
}

static bool console_error(VM *vm, const Args *args, Slot out) {
  (void)out;
  return print(vm, STDERR_FILENO, args->argc, args->values);
}

// console.dir(object, options)
static bool console_dir(VM *vm, const Args *args, Slot out) {
  (void)out;
  InspectOptions options;
  options_for(vm, STDOUT_FILENO, &options);
  options.custom_inspect = false;
  if (value_is_object(*arg(args, 1))) TRY(inspect_options_read(vm, arg(args, 1), &options));
  TEXT(text);
  TRY(inspect_to(vm, arg(args, 0), &options, arg(args, 1), &text));
  return console_write(vm, STDOUT_FILENO, &text);
}

// ------------------------------------------------------------------------------------------------------ labels

// The label argument as text; malloc'd.
static bool label_text(VM *vm, const Args *args, char **name) {
  ROOTS(vm, text);
  if (value_is_undefined(*arg(args, 0))) {
    *name = checked_strdup("default");
    return true;
  }
  TRY(to_string(vm, arg(args, 0), &r.text));
  *name = string_to_utf8(vm, &r.text, NULL);
  return true;
}

static Label **bucket_of(const Labels *labels, const char *name) {
  uint32_t hash = 0x811C9DC5;  // FNV-1a
  for (const char *c = name; *c; c++) hash = (hash ^ (uint8_t)*c) * 0x01000193;
  return &labels->buckets[hash & (labels->bucket_count - 1)];
}

// Where the label is, or NULL.
static Label **find_label(const Labels *labels, const char *name) {
  if (labels->count == 0) return NULL;
  Label **place = bucket_of(labels, name);
  while (*place && strcmp((*place)->name, name) != 0) place = &(*place)->next;
  return *place ? place : NULL;
}

static void grow_labels(Labels *labels) {
  const Labels old = *labels;
  labels->bucket_count = old.bucket_count ? old.bucket_count * 2 : 16;
  labels->buckets = checked_calloc(labels->bucket_count, sizeof(Label *));
  for (uint32_t i = 0; i < old.bucket_count; i++) {
    for (Label *label = old.buckets[i], *next; label; label = next) {
      next = label->next;
      Label **bucket = bucket_of(labels, label->name);
      label->next = *bucket;
      *bucket = label;
    }
  }
  free(old.buckets);
}

// A label and its place in the table.
static int64_t label_bytes(const char *name) { return (int64_t)(sizeof(Label) + sizeof(Label *) + strlen(name) + 1); }

// Takes `name`.
static Label *add_label(VM *vm, Labels *labels, char *name, double value) {
  heap_adjust_limited(vm_heap(vm), label_bytes(name));
  if (labels->count++ == labels->bucket_count) grow_labels(labels);
  Label **bucket = bucket_of(labels, name), *label = checked_malloc(sizeof *label);
  *label = (Label){*bucket, name, value};
  return *bucket = label;
}

static void remove_label(VM *vm, Labels *labels, Label **place) {
  Label *label = *place;
  *place = label->next;
  labels->count--;
  heap_adjust_limited(vm_heap(vm), -label_bytes(label->name));
  free(label->name);
  free(label);
}

static void free_labels(VM *vm, Labels *labels) {
  for (uint32_t i = 0; i < labels->bucket_count; i++) {
    while (labels->buckets[i]) remove_label(vm, labels, &labels->buckets[i]);
  }
  free(labels->buckets);
}

static bool console_count(VM *vm, const Args *args, Slot out) {
  (void)out;
  char *name;
  TRY(label_text(vm, args, &name));
  Labels *counts = &console_of(vm)->counts;
  Label **place = find_label(counts, name), *label = place ? *place : NULL;
  if (label) free(name);
  else label = add_label(vm, counts, name, 0);
  label->value++;
  TEXT(line);
  builder_utf8(&line, label->name, strlen(label->name));
  builder_format(&line, ": %.0f", label->value);
  return console_write(vm, STDOUT_FILENO, &line);
}

static bool console_count_reset(VM *vm, const Args *args, Slot out) {
  (void)out;
  char *name;
  TRY(label_text(vm, args, &name));
  Labels *counts = &console_of(vm)->counts;
  Label **place = find_label(counts, name);
  if (place) remove_label(vm, counts, place);
  else node_warn(vm, "Warning", NULL, "Count for '%s' does not exist", name);
  free(name);
  return true;
}

// ------------------------------------------------------------------------------------------------------ time

static double now_ms(void) { return (double)uv_hrtime() / 1e6; }

// 5.123ms, 1.500s, 1:02.500 (m:ss.mmm), 1:00:02.500 (h:m m:ss.mmm)
static void console_format_time(double ms, Text *out) {
  double hours = floor(ms / 3600000), minutes = floor(fmod(ms, 3600000) / 60000), seconds = fmod(ms, 60000) / 1000;
  if (hours > 0) builder_format(out, "%.0f:%02.0f:%06.3f (h:mm:ss.mmm)", hours, minutes, seconds);
  else if (minutes > 0) builder_format(out, "%.0f:%06.3f (m:ss.mmm)", minutes, seconds);
  else if (ms >= 1000) builder_format(out, "%.3fs", seconds);
  else {
    char text[64];
    snprintf(text, sizeof text, "%.3f", ms);
    text_number(out, strtod(text, NULL));
    builder_ascii(out, "ms");
  }
}

static bool console_time(VM *vm, const Args *args, Slot out) {
  (void)out;
  char *name;
  TRY(label_text(vm, args, &name));
  Labels *times = &console_of(vm)->times;
  if (!find_label(times, name)) {
    add_label(vm, times, name, now_ms());
    return true;
  }
  node_warn(vm, "Warning", NULL, "Label '%s' already exists for console.time()", name);
  free(name);
  return true;
}

// "label: 5.123ms" and the arguments from the second on.
static bool print_time(VM *vm, const Args *args, const char *method, bool with_data, bool *found) {
  double now = now_ms();
  char *name;
  TRY(label_text(vm, args, &name));
  Label **place = find_label(&console_of(vm)->times, name);
  *found = place != NULL;
  bool ok = true;
  if (!*found) {
    node_warn(vm, "Warning", NULL, "No such label '%s' for console.%s()", name, method);
  } else {
    InspectOptions options;
    options_for(vm, STDOUT_FILENO, &options);
    TEXT(line);
    builder_utf8(&line, name, strlen(name));
    builder_ascii(&line, ": ");
    console_format_time(now - (*place)->value, &line);
    for (uint32_t i = 1; with_data && ok && i < args->argc; i++) {
      builder_ascii(&line, " ");
      ok = format_to(vm, 1, &args->values[i], &options, &undefined_value_, &line);
    }
    if (ok) ok = console_write(vm, STDOUT_FILENO, &line);
  }
  free(name);
  return ok;
}

static bool console_time_end(VM *vm, const Args *args, Slot out) {
  (void)out;
  bool found;
  TRY(print_time(vm, args, "timeEnd", false, &found));
  char *name;
  TRY(label_text(vm, args, &name));
  Labels *times = &console_of(vm)->times;
  Label **place = found ? find_label(times, name) : NULL;
  if (place) remove_label(vm, times, place);
  free(name);
  return true;
}

static bool console_time_log(VM *vm, const Args *args, Slot out) {
  (void)out;
  bool found;
  return print_time(vm, args, "timeLog", true, &found);
}

// ------------------------------------------------------------------------------------------------------ the rest

// "Trace: text" and the stack, on standard error.
static bool console_trace(VM *vm, const Args *args, Slot out) {
  (void)out;
  ROOTS(vm, error, message, stack);
  InspectOptions options;
  options_for(vm, STDERR_FILENO, &options);
  TEXT(text);
  TRY(format_to(vm, args->argc, args->values, &options, &undefined_value_, &text));
  TRY(builder_finish(vm, &text, &r.message));
  object_new(vm, &r.error);
  define_string(vm, &r.error, "name", "Trace", ATTR_ALL);
  define_value(vm, &r.error, "message", &r.message, ATTR_ALL);
  TRY(error_capture_stack(vm, &r.error, args->callee));
  TRY(get(vm, &r.error, VM_NAME(vm, stack), &r.stack));
  return print(vm, STDERR_FILENO, 1, &r.stack);
}

static bool console_assert(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (to_boolean(*arg(args, 0))) return true;
  ROOTS(vm, values);
  TEXT(first);
  builder_ascii(&first, "Assertion failed");
  if (args->argc < 2) return console_write(vm, STDERR_FILENO, &first);
  InspectOptions options;
  options_for(vm, STDERR_FILENO, &options);
  // The first argument's String() becomes part of the message, which is then a format.
  builder_ascii(&first, ": ");
  TRY(to_string(vm, &args->values[1], &r.values));
  builder_string(vm, &first, &r.values);
  TRY(builder_finish(vm, &first, &r.values));
  TEXT(line);
  TRY(format_with_first(vm, &r.values, args->argc - 2, args->values + 2, &options, &line));
  return console_write(vm, STDERR_FILENO, &line);
}

static bool console_group(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (args->argc > 0) TRY(print(vm, STDOUT_FILENO, args->argc, args->values));
  console_of(vm)->indentation += GROUP_WIDTH;
  return true;
}

static bool console_group_end(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  if (console_of(vm)->indentation > 0) console_of(vm)->indentation -= GROUP_WIDTH;
  return true;
}

static bool console_clear(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args, (void)out;
  static const char clear[] = "\033[1;1H\033[0J";
  const char *term = getenv("TERM");
  if (isatty(STDOUT_FILENO) && !(term && strcmp(term, "dumb") == 0)) output_write(clear, sizeof clear - 1);
  return true;
}

static const Builtin methods[] = {
    FUNCTION("log", console_log, 0),
    FUNCTION("warn", console_error, 0),
    FUNCTION("dir", console_dir, 0),
    FUNCTION("time", console_time, 0),
    FUNCTION("timeEnd", console_time_end, 0),
    FUNCTION("timeLog", console_time_log, 0),
    FUNCTION("trace", console_trace, 0),
    FUNCTION("assert", console_assert, 0),
    FUNCTION("clear", console_clear, 0),
    FUNCTION("count", console_count, 0),
    FUNCTION("countReset", console_count_reset, 0),
    FUNCTION("group", console_group, 0),
    FUNCTION("groupEnd", console_group_end, 0),
    FUNCTION("table", console_table, 1),
    FUNCTION("debug", console_log, 0),
    FUNCTION("info", console_log, 0),
    FUNCTION("dirxml", console_log, 0),
    FUNCTION("error", console_error, 0),
    FUNCTION("groupCollapsed", console_group, 0),
};

bool create_console(VM *vm, Slot exports) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, "console", &r.key);
  return get(vm, &runtime(vm)->global, &r.key, exports);
}

static void install(VM *vm) {
  Console *console = console_of(vm);
  console->colours[STDOUT_FILENO] = console->colours[STDERR_FILENO] = -1;
  ROOTS(vm, prototype, console);
  object_new(vm, &r.prototype);
  object_new_with_prototype(vm, &r.prototype, &r.console);
  DEFINE_BUILTINS(vm, &r.console, methods);
  define_to_string_tag(vm, &r.console, "console");
  define_value(vm, &runtime(vm)->global, "console", &r.console, ATTR_METHOD);
}

static void destroy(VM *vm, void *state) {
  Console *console = state;
  free_labels(vm, &console->counts);
  free_labels(vm, &console->times);
}

const NodePart console_part = {
    .name = "console", .state_size = sizeof(Console), .install = install, .destroy = destroy};
