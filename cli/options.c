// cli/options.c - see options.h; errors are in Node's words (reference/node-api.md section 11), with exit status 9.
#include "cli/options.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define STATUS_BAD_OPTION 9

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
#include "cli/options.def"
#undef FLAG
#undef COMMAND
};
#define FLAG_COUNT (sizeof flags / sizeof flags[0])

typedef struct Command {
  const char *name;
  char letter;
  const char *argument;
  const char *help;
} Command;

static const Command commands[] = {
#define FLAG(name, type, field, help)
#define COMMAND(name, letter, argument, help) {name, letter, argument, help},
#include "cli/options.def"
#undef FLAG
#undef COMMAND
};
#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

// The state of parsing.
typedef struct Parser {
  Options *options;
  char **argv;
  int argc, next;
  int status;
  bool interactive;
} Parser;

// ------------------------------------------------------------------------------------------------------ messages

static bool stop(Parser *p, int status) {
  p->status = status;
  return false;
}

static bool bad_option(Parser *p, const char *text) {
  fprintf(stderr, "nodule: bad option: %s\n", text);
  return stop(p, STATUS_BAD_OPTION);
}

static bool bad_value(Parser *p, const Flag *flag, const char *text) {
  static const char *const types[] = {[BOOL] = "bool", [SIZE] = "size_t", [INT] = "int", [INT_OR_1] = "int"};
  fprintf(stderr, "Error: illegal value for flag %s of type %s\n", text, types[flag->type]);
  if (flag->type == BOOL) fputs("To set or unset a boolean flag, use --flag or --no-flag.\n", stderr);
  fputs("Try --help for options\n", stderr);
  return bad_option(p, text);
}

static bool out_of_bounds(Parser *p, const Flag *flag, const char *text) {
  fprintf(stderr, "Error: Value for flag %s of type %s is out of bounds [%s]\nTry --help for options\n", text,
          flag->type == SIZE ? "size_t" : "int", flag->type == SIZE ? "0-18446744073709551615" : "-2147483648-2147483647");
  return bad_option(p, text);
}

// "  -e, --eval code      help"
static void print_line(const char *left, const char *help) {
  if (strlen(left) > 28) printf("  %s\n  %-28s%s\n", left, "", help);
  else printf("  %-28s%s\n", left, help);
}

static void print_flags(void) {
  static const char *const arguments[] = {[BOOL] = "", [SIZE] = "=N", [INT] = "=N", [INT_OR_1] = "[=N]"};
  for (size_t i = 0; i < FLAG_COUNT; i++) {
    char left[80];
    snprintf(left, sizeof left, "--%s%s", flags[i].name, arguments[flags[i].type]);
    print_line(left, flags[i].help);
  }
}

static bool print_help(Parser *p) {
  puts("Usage: nodule [options] [ script.js ] [arguments]\n\nOptions:");
  print_line("-", "the script is on standard input (so without a file name)");
  print_line("--", "the end of the options");
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    char left[80], letter[8] = "";
    if (commands[i].letter) snprintf(letter, sizeof letter, "-%c, ", commands[i].letter);
    snprintf(left, sizeof left, "%s--%s%s%s", letter, commands[i].name, commands[i].argument ? " " : "",
             commands[i].argument ? commands[i].argument : "");
    print_line(left, commands[i].help);
  }
  print_flags();
  puts("\nEnvironment variables:");
  print_line("NODE_PATH", "folders, separated by ':', where modules are looked for last");
  print_line("NO_COLOR, FORCE_COLOR", "without and with colours, whatever the terminal");
  return stop(p, 0);
}

// ------------------------------------------------------------------------------------------------------ flags

// Are they the same name, with '-' and '_' alike?  `length` characters of `text`.
static bool same_name(const char *name, const char *text, size_t length) {
  if (strlen(name) != length) return false;
  for (size_t i = 0; i < length; i++) {
    char c = text[i] == '_' ? '-' : text[i];
    if (c != name[i]) return false;
  }
  return true;
}

static const Flag *find_flag(const char *name, size_t length) {
  for (size_t i = 0; i < FLAG_COUNT; i++) {
    if (same_name(flags[i].name, name, length)) return &flags[i];
  }
  return NULL;
}

static bool set_number(Parser *p, const Flag *flag, const char *value, const char *text) {
  char *end;
  errno = 0;
  long long number = value ? strtoll(value, &end, 10) : 1;
  if (!value && flag->type != INT_OR_1) return bad_value(p, flag, text);
  if (value && (*value == 0 || isspace((unsigned char)*value) || *end)) return bad_value(p, flag, text);
  long long least = flag->type == INT ? -2147483648LL : 0, most = flag->type == SIZE ? INT64_MAX : 2147483647LL;
  if (errno == ERANGE || number < least || number > most) return out_of_bounds(p, flag, text);
  *(long long *)(void *)((char *)p->options + flag->field) = number;
  return true;
}

static bool set_bool(Parser *p, const Flag *flag, bool value, bool has_argument, const char *text) {
  if (has_argument) return bad_value(p, flag, text);
  *((bool *)p->options + flag->field) = value;
  return true;
}

// --name, --name=value, --no-name, --noname
static bool set_flag(Parser *p, const char *text, bool *known) {
  const char *name = text + 2, *equals = strchr(name, '=');
  size_t length = equals ? (size_t)(equals - name) : strlen(name);
  const Flag *flag = find_flag(name, length);
  bool no = !flag && length > 3 && strncmp(name, "no", 2) == 0;
  size_t prefix = no && (name[2] == '-' || name[2] == '_') ? 3 : 2;
  if (no) flag = find_flag(name + prefix, length - prefix);
  *known = flag && (!no || flag->type == BOOL);
  if (!*known) return true;
  if (flag->type == BOOL) return set_bool(p, flag, !no, equals != NULL, text);
  return set_number(p, flag, equals ? equals + 1 : NULL, text);
}

// ------------------------------------------------------------------------------------------------------ commands

static bool take_argument(Parser *p, const char *inline_value, const char *text, const char **value) {
  if (inline_value) {
    *value = inline_value;
    return true;
  }
  if (p->next < p->argc) {
    *value = p->argv[p->next++];
    return true;
  }
  fprintf(stderr, "nodule: %s requires an argument\n", text);
  return stop(p, STATUS_BAD_OPTION);
}

static void add_preload(Options *options, const char *module) {
  NodeOptions *node = &options->node;
  node->preload = realloc(node->preload, (size_t)(node->preload_count + 1) * sizeof *node->preload);
  node->preload[node->preload_count++] = module;
}

static bool run_command(Parser *p, char letter, const char *inline_value, const char *text) {
  NodeOptions *node = &p->options->node;
  const char *value;
  switch (letter) {
  case 'p': node->print = true; __attribute__((fallthrough));
  case 'e': return take_argument(p, inline_value, text, &node->eval);
  case 'c': node->check_only = true; return true;
  case 'i': p->interactive = true; return true;
  case 'r':
    if (!take_argument(p, inline_value, text, &value)) return false;
    add_preload(p->options, value);
    return true;
  case 'h': return print_help(p);
  case 'v': puts(NODULE_VERSION); return stop(p, 0);
  default:
    puts("Options:");
    print_flags();
    return stop(p, 0);
  }
}

static bool long_option(Parser *p, const char *text) {
  const char *name = text + 2, *equals = strchr(name, '=');
  size_t length = equals ? (size_t)(equals - name) : strlen(name);
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    if (!same_name(commands[i].name, name, length)) continue;
    if (equals && !commands[i].argument) return bad_option(p, text);
    return run_command(p, commands[i].letter, equals ? equals + 1 : NULL, text);
  }
  bool known;
  if (!set_flag(p, text, &known)) return false;
  return known || bad_option(p, text);
}

static bool short_option(Parser *p, const char *text) {
  if (strcmp(text, "-pe") == 0) return run_command(p, 'p', NULL, text);
  for (size_t i = 0; i < COMMAND_COUNT && text[2] == 0; i++) {
    if (commands[i].letter == text[1]) return run_command(p, text[1], NULL, text);
  }
  return bad_option(p, text);
}

// ------------------------------------------------------------------------------------------------------ all of it

static bool parse_options(Parser *p) {
  while (p->next < p->argc) {
    const char *text = p->argv[p->next];
    if (text[0] != '-' || text[1] == 0) return true;
    p->next++;
    if (strcmp(text, "--") == 0) return true;
    if (!(text[1] == '-' ? long_option(p, text) : short_option(p, text))) return false;
  }
  return true;
}

static bool no_repl(Parser *p) {
  fputs("nodule: the REPL is not available yet\n", stderr);
  return stop(p, STATUS_BAD_OPTION);
}

// What is run: -e, a file, or standard input.
static bool choose_script(Parser *p) {
  NodeOptions *node = &p->options->node;
  node->exec_argv = p->argv + 1;
  node->exec_argc = p->next - 1;
  if (node->exec_argc > 0 && strcmp(p->argv[p->next - 1], "--") == 0) node->exec_argc--;
  if (p->interactive) return no_repl(p);
  if (!node->eval) {
    if (p->next < p->argc) node->script = p->argv[p->next++];
    else if (isatty(STDIN_FILENO)) return no_repl(p);
  }
  node->argv = p->argv + p->next;
  node->argc = p->argc - p->next;
  if (!node->check_only || !node->eval) return true;
  fputs("nodule: either --check or --eval can be used, not both\n", stderr);
  return stop(p, STATUS_BAD_OPTION);
}

bool options_parse(int argc, char **argv, Options *options, int *status) {
  *options = (Options){
      .max_old_space_size = -1, .max_new_space_size = -1, .max_semi_space_size = -1, .min_semi_space_size = -1,
      .gc_stress = -1, .stack_size = -1, .deprecation = true, .warnings = true,
      .incremental_marking = true, .lazy_sweeping = true, .gc_threads = -1,
  };
  Parser p = {.options = options, .argv = argv, .argc = argc, .next = 1};
  bool ok = parse_options(&p) && choose_script(&p);
  *status = p.status;
  options->node.strict = options->use_strict;
  options->node.expose_gc = options->expose_gc;
  options->node.no_deprecation = !options->deprecation;
  options->node.no_warnings = !options->warnings;
  return ok;
}

void options_free(Options *options) { free(options->node.preload); }
