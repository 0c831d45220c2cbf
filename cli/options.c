// cli/options.c - see options.h; errors are in Node's words (reference/node-api.md section 11), with exit status 9.
#include "cli/options.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/environment.h"
#include "cli/flags.h"
#include "cli/unknown-option.h"
#include "repl/repl.h"

#define STATUS_BAD_OPTION 9

typedef struct Command {
  const char *name;
  char letter;
  const char *argument;
  const char *help;
} Command;

static const Command commands[] = {
#define FLAG(name, type, field, help)
#define COMMAND(name, letter, argument, help) {name, letter, argument, help},
#define VARIABLE(names, help)
#include "cli/options.def"
#undef FLAG
#undef COMMAND
#undef VARIABLE
};
#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

// The state of parsing.
typedef struct Parser {
  Options *options;
  char **argv;
  int argc, next;
  int status;
  bool interactive;
  bool from_environment;  // argv is what NODE_OPTIONS says
} Parser;

// ------------------------------------------------------------------------------------------------------ messages

static bool stop(Parser *p, int status) {
  p->status = status;
  return false;
}

static bool bad_option(Parser *p, const char *text) {
  option_report_unknown(text);
  return stop(p, STATUS_BAD_OPTION);
}

static bool no_argument(Parser *p, const char *text) {
  fprintf(stderr, "nodule: %s requires an argument\n", text);
  return stop(p, STATUS_BAD_OPTION);
}

// "  -e, --eval code      help"
static void print_line(const char *left, const char *help) {
  if (strlen(left) > 28) printf("  %s\n  %-28s%s\n", left, "", help);
  else printf("  %-28s%s\n", left, help);
}

static void print_flags(void) {
  const char *name, *argument, *help;
  for (size_t i = 0; (name = flag_at(i, &argument, &help)); i++) {
    char left[80];
    snprintf(left, sizeof left, "--%s%s", name, argument);
    print_line(left, help);
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
#define FLAG(name, type, field, help)
#define COMMAND(name, letter, argument, help)
#define VARIABLE(names, help) print_line(names, help);
#include "cli/options.def"
#undef FLAG
#undef COMMAND
#undef VARIABLE
  return stop(p, 0);
}

// ------------------------------------------------------------------------------------------------------ commands

static bool take_argument(Parser *p, const char *inline_value, const char *text, const char **value) {
  *value = inline_value;
  if (inline_value) return *inline_value != 0 || no_argument(p, text);
  if (p->next == p->argc) return no_argument(p, text);
  const char *next = p->argv[p->next];
  if (next[0] == '-' && next[1] != 0) return no_argument(p, text);  // it is an option
  p->next++;
  *value = next[0] == '\\' && next[1] == '-' ? next + 1 : next;
  return true;
}

static void add_preload(Options *options, const char *module) {
  NodeOptions *node = &options->node;
  node->preload = checked_realloc(node->preload, (size_t)(node->preload_count + 1) * sizeof *node->preload);
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
    if (!flag_same_name(commands[i].name, name, length)) continue;
    if (equals && !commands[i].argument) return bad_option(p, text);
    return run_command(p, commands[i].letter, equals ? equals + 1 : NULL, text);
  }
  return flag_set(p->options, text) == FLAG_SET || bad_option(p, text);
}

static bool short_option(Parser *p, const char *text) {
  if (strcmp(text, "-pe") == 0) return run_command(p, 'p', NULL, text);
  for (size_t i = 0; i < COMMAND_COUNT && text[2] == 0; i++) {
    if (commands[i].letter == text[1]) return run_command(p, text[1], NULL, text);
  }
  return bad_option(p, text);
}

// ------------------------------------------------------------------------------------------------------ all of it

// What Node takes from NODE_OPTIONS, of what is there.
static bool allowed_in_environment(const char *text) {
  static const char *const names[] = {"require",       "expose-gc",   "max-old-space-size", "max-semi-space-size",
                                      "jitless",       "deprecation", "warnings",           "trace-deprecation",
                                      "trace-warnings"};
  if (text[1] != '-') return strcmp(text, "-r") == 0;
  const char *name = text + 2;
  size_t length = strcspn(name, "="), no = strncmp(name, "no-", 3) == 0 ? 3 : 0;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (flag_same_name(names[i], name, length) || flag_same_name(names[i], name + no, length - no)) return true;
  }
  return option_is_nodes_in_environment(name, length);
}

static bool not_allowed(Parser *p, const char *text) {
  size_t length = text[1] == '-' ? strcspn(text, "=") : strlen(text);
  fprintf(stderr, "nodule: %.*s is not allowed in NODE_OPTIONS\n", (int)(length + (text[length] == '=')), text);
  return stop(p, STATUS_BAD_OPTION);
}

static bool parse_options(Parser *p) {
  while (p->next < p->argc) {
    const char *text = p->argv[p->next];
    if (text[0] != '-' || text[1] == 0) return true;
    p->next++;
    if (p->from_environment && !allowed_in_environment(text)) return not_allowed(p, text);
    if (strcmp(text, "--") == 0) return true;
    if (!(text[1] == '-' ? long_option(p, text) : short_option(p, text))) return false;
  }
  return true;
}

// The texts of what is found are part of *environment.
static bool parse_environment(Options *options, EnvironmentOptions *environment, int *status) {
  const char *no_warnings = getenv("NODE_NO_WARNINGS"), *error = environment_options_read(environment);
  if (no_warnings && strcmp(no_warnings, "1") == 0) options->warnings = false;
  if (error) {
    fprintf(stderr, "nodule: invalid value for NODE_OPTIONS (%s)\n\n", error);
    *status = STATUS_BAD_OPTION;
    return false;
  }
  Parser p = {.options = options, .argv = environment->argv, .argc = environment->argc, .from_environment = true};
  bool ok = parse_options(&p);
  *status = p.status;
  return ok;
}

// What is run: -e, a file, or standard input.
static bool choose_script(Parser *p) {
  NodeOptions *node = &p->options->node;
  node->exec_argv = p->argv + 1;
  node->exec_argc = p->next - 1;
  if (node->exec_argc > 0 && strcmp(p->argv[p->next - 1], "--") == 0) node->exec_argc--;
  if (!node->eval) {
    if (p->next < p->argc) node->script = p->argv[p->next++];
    else if (p->interactive || isatty(STDIN_FILENO)) node->interactive = repl_run;
  }
  node->argv = p->argv + p->next;
  node->argc = p->argc - p->next;
  if (!node->check_only || !node->eval) return true;
  fputs("nodule: either --check or --eval can be used, not both\n", stderr);
  return stop(p, STATUS_BAD_OPTION);
}

static EnvironmentOptions environment;  // for as long as the program runs

bool options_parse(int argc, char **argv, Options *options, int *status) {
  *options = (Options){.max_old_space_size = -1,
                       .max_new_space_size = -1,
                       .max_semi_space_size = -1,
                       .min_semi_space_size = -1,
                       .gc_stress = -1,
                       .stack_size = -1,
                       .color = true,
                       .deprecation = true,
                       .warnings = true,
                       .incremental_marking = true,
                       .lazy_sweeping = true,
                       .gc_threads = -1,
                       .sparkplug = true};
  if (!parse_environment(options, &environment, status)) return false;
  Parser p = {.options = options, .argv = argv, .argc = argc, .next = 1};
  bool ok = parse_options(&p) && choose_script(&p);
  *status = p.status;
  options->node.strict = options->use_strict;
  options->node.expose_gc = options->expose_gc;
  options->node.no_color = !options->color;
  options->node.no_deprecation = !options->deprecation;
  options->node.no_warnings = !options->warnings;
  options->node.trace_warnings = options->trace_warnings;
  options->node.trace_deprecation = options->trace_deprecation || options->trace_warnings;
  return ok;
}

void options_free(Options *options) {
  free(options->node.preload);
  environment_options_free(&environment);
}
