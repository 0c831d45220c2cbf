// cli/flags.c - see flags.h; the errors are V8's.
#include "cli/flags.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/output.h"

typedef enum FlagType { BOOL, SIZE, INT, INT_OR_1 } FlagType;

typedef struct Flag {
  const char *name;
  FlagType type;
  size_t field;  // offset in Options
  const char *help;
} Flag;

static const Flag flags[] = {
#define FLAG(name, type, field, help) {name, type, offsetof(Options, field), help},
#define COMMAND(name, letter, argument, help)
#define VARIABLE(names, help)
#include "cli/options.def"
#undef FLAG
#undef COMMAND
#undef VARIABLE
};
#define FLAG_COUNT (sizeof flags / sizeof flags[0])

const char *flag_at(size_t i, const char **argument, const char **help) {
  static const char *const arguments[] = {[BOOL] = "", [SIZE] = "=N", [INT] = "=N", [INT_OR_1] = "[=N]"};
  if (i >= FLAG_COUNT) return NULL;
  *argument = arguments[flags[i].type];
  *help = flags[i].help;
  return flags[i].name;
}

// ------------------------------------------------------------------------------------------------------ errors

static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void say(const char *format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  error_write(text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

static FlagOutcome bad_value(const Flag *flag, const char *text) {
  static const char *const types[] = {[BOOL] = "bool", [SIZE] = "size_t", [INT] = "int", [INT_OR_1] = "int"};
  const char *hint = flag->type == BOOL ? "To set or unset a boolean flag, use --flag or --no-flag.\n" : "";
  say("Error: illegal value for flag %s of type %s\n%sTry --help for options\n", text, types[flag->type], hint);
  return FLAG_REFUSED;
}

static FlagOutcome out_of_bounds(const Flag *flag, const char *text) {
  say("Error: Value for flag %s of type %s is out of bounds [%s]\nTry --help for options\n", text,
      flag->type == SIZE ? "size_t" : "int", flag->type == SIZE ? "0-18446744073709551615" : "-2147483648-2147483647");
  return FLAG_REFUSED;
}

// ------------------------------------------------------------------------------------------------------ setting

bool flag_same_name(const char *name, const char *text, size_t length) {
  if (strlen(name) != length) return false;
  for (size_t i = 0; i < length; i++) {
    char c = text[i] == '_' ? '-' : text[i];
    if (c != name[i]) return false;
  }
  return true;
}

static const Flag *find_flag(const char *name, size_t length) {
  for (size_t i = 0; i < FLAG_COUNT; i++) {
    if (flag_same_name(flags[i].name, name, length)) return &flags[i];
  }
  return NULL;
}

static FlagOutcome set_number(Options *options, const Flag *flag, const char *value, const char *text) {
  char *end;
  errno = 0;
  long long number = value ? strtoll(value, &end, 10) : 1;
  if (!value && flag->type != INT_OR_1) return bad_value(flag, text);
  if (value && (*value == 0 || isspace((unsigned char)*value) || *end)) return bad_value(flag, text);
  long long least = flag->type == INT ? -2147483648LL : 0, most = flag->type == SIZE ? INT64_MAX : 2147483647LL;
  if (errno == ERANGE || number < least || number > most) return out_of_bounds(flag, text);
  *(long long *)(void *)((char *)options + flag->field) = number;
  return FLAG_SET;
}

static FlagOutcome set_bool(Options *options, const Flag *flag, bool value, bool has_argument, const char *text) {
  if (has_argument) return bad_value(flag, text);
  *((bool *)options + flag->field) = value;
  return FLAG_SET;
}

// The flag that a text names, and whether with "no" in front.
static const Flag *flag_of(const char *name, size_t length, bool *no) {
  const Flag *flag = find_flag(name, length);
  *no = false;
  if (flag || length <= 2 || strncmp(name, "no", 2) != 0) return flag;
  size_t skipped = name[2] == '-' || name[2] == '_' ? 3 : 2;
  flag = find_flag(name + skipped, length - skipped);
  *no = true;
  return flag && flag->type == BOOL ? flag : NULL;
}

FlagOutcome flag_set(Options *options, const char *text) {
  const char *name = text + 2, *equals = strchr(name, '=');
  bool no;
  const Flag *flag = flag_of(name, equals ? (size_t)(equals - name) : strlen(name), &no);
  if (!flag) return FLAG_UNKNOWN;
  if (flag->type == BOOL) return set_bool(options, flag, !no, equals != NULL, text);
  return set_number(options, flag, equals ? equals + 1 : NULL, text);
}

void flags_set_all(Options *options, const char *text) {
  char *copy = checked_strdup(text), *rest = copy, *word;
  FlagOutcome outcome = FLAG_SET;
  while (outcome == FLAG_SET && (word = strsep(&rest, " \t\n\r\f\v"))) {
    if (strncmp(word, "--", 2) == 0 && word[2]) outcome = flag_set(options, word);  // V8 passes over what is no flag
    if (outcome == FLAG_UNKNOWN) say("Error: unrecognized flag %s\nTry --help for options\n", word);
  }
  free(copy);
}
