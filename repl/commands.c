// repl/commands.c - the lines that begin with a dot (repl/command.h), and .load, .save, .editor.
#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/cjs/modules.h"
#include "base/nearest.h"
#include "base/new-file.h"
#include "repl/heap-commands.h"
#include "repl/session.h"

static void run_break(Repl *repl, const char *argument) {
  (void)argument;
  repl_abandon(repl);
}

static void run_editor(Repl *repl, const char *argument) {
  (void)argument;
  repl_abandon(repl);
  repl->editor = true;
  repl_print(repl, "// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n");
}

static void run_exit(Repl *repl, const char *argument) {
  (void)argument;
  repl->leaving = true;
}

static bool has_file_argument(Repl *repl, const char *argument) {
  if (*argument) return true;
  repl_print(repl, "The \"file\" argument must be specified\n");
  return false;
}

// The file's text as one piece, as if it had been typed in the editor mode.
static void run_load(Repl *repl, const char *argument) {
  size_t length;
  int error;
  if (!has_file_argument(repl, argument)) return;
  if (path_kind(argument) == PATH_FOLDER) {
    repl_print(repl, "Failed to load: %s is not a valid file\n", argument);
    return;
  }
  char *text = file_read(argument, &length, &error);
  if (!text) {
    repl_print(repl, "Failed to load: %s\n", argument);
    return;
  }
  if (length > 0) repl_text(repl, text, strnlen(text, length));
  free(text);
}

static void run_save(Repl *repl, const char *argument) {
  if (!has_file_argument(repl, argument)) return;
  mode_t mask = umask(077);
  umask(mask);
  char *real = realpath(argument, NULL);  // what a symbolic link leads to is written
  bool ok = new_file_write(real ? real : argument, 0666 & ~mask, repl->log.bytes, repl->log.length) == 0;
  free(real);
  repl_print(repl, ok ? "Session saved to: %s\n" : "Failed to save: %s\n", argument);
}

static void run_help(Repl *repl, const char *argument);

// In the order of .help.
static const ReplCommand commands[] = {
    {"break", "", "Sometimes you get stuck, this gets you out", run_break, false,
     "Gives up the lines that do not make a whole piece of program yet, as Control-C does.\n"},
    {"bytecode", "FUNCTION", "Show the bytecode of a function", run_bytecode, false,
     "The instructions of the function, then what each of their opcodes does.\n\n"
     "> function add(a, b) { return a + b; }\n"
     "> .bytecode add\n"},
    {"clear", "", "Alias for .break", run_break, false, ""},
    {"editor", "", "Enter editor mode", run_editor, true,
     "Takes lines as they are until Control-D, then runs them as one piece; Control-C gives them up.\n"},
    {"exit", "", "Exit the REPL", run_exit, false, ""},
    {"gc", "[minor]", "Collect garbage and show what was freed, by space", run_gc, false,
     "A full collection; with minor, a scavenge of new_space.\n\n"
     "> for (var i = 0; i < 1e4; i++) ({});\n"
     "> .gc minor\n"},
    {"heap", "", "Draw the spaces of the heap", run_heap, false,
     "Young objects are born in the semispace To; From is empty until a scavenge moves what survives there.\n"
     "What survives two scavenges goes to the old spaces. require('nodule:heap').statistics() has the figures;\n"
     "so has heap.statistics(), for heap is a name of this session.\n"},
    {"help", "[COMMAND]", "Print this help message, or more about one command", run_help, false, "> .help retainers\n"},
    {"load", "FILE", "Load JS from a file into the REPL session", run_load, false, ""},
    {"retainers", "EXPR", "Show the shortest path from a root to the value of an expression", run_retainers, false,
     "Why is the value still there? What else holds it is told below the path.\n\n"
     "> var cache = {}; (function () { var local = [1]; cache.get = function get() { return local; }; })()\n"
     "> .retainers cache.get()\n"
     "global → cache → closure get → context variable local\n"},
    {"save", "FILE", "Save all evaluated commands in this REPL session to a file", run_save, false, ""},
    {"shape", "EXPR", "Show the hidden class of an object", run_shape, false,
     "Where its properties lie, how the class came about, and which classes came of it.\n\n"
     "> function Point(x, y) { this.x = x; this.y = y; }\n"
     "> .shape new Point(1, 2)\n"},
    {"size", "EXPR", "Show how large a value is, and what it retains", run_size, false,
     "Its own bytes, its space, and the bytes that would be free without it.\n\n"
     "> var big = new Array(1000).fill(0);\n"
     "> .size big\n"},
};
#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

const ReplCommand *command_at(size_t i) { return i < COMMAND_COUNT ? &commands[i] : NULL; }

static bool is_offered(const Repl *repl, const ReplCommand *command) {
  return repl->terminal || !command->only_terminal;
}

static const ReplCommand *command_find(const Repl *repl, const char *name, size_t length) {
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    if (strlen(commands[i].name) != length || strncmp(commands[i].name, name, length) != 0) continue;
    return is_offered(repl, &commands[i]) ? &commands[i] : NULL;
  }
  return NULL;
}

static const char *name_at(size_t i) { return i < COMMAND_COUNT ? commands[i].name : NULL; }

static void tell_unknown(Repl *repl, const char *name, size_t length) {
  const char *nearest = nearest_name(name, length, name_at);
  if (nearest && !command_find(repl, nearest, strlen(nearest))) nearest = NULL;
  repl_print(repl, "Invalid REPL keyword .%.*s", (int)length, name);
  if (nearest) repl_print(repl, ": the nearest is .%s", nearest);
  repl_print(repl, " (.help lists all)\n");
}

// ------------------------------------------------------------------------------------------------------ .help

// ".retainers EXPR   Show ..."
static void print_summary(Repl *repl, const ReplCommand *command, size_t width) {
  int name = (int)strlen(command->name), argument = (int)width - name;
  repl_print(repl, ".%s %-*s   %s\n", command->name, argument, command->argument, command->help);
}

static void print_all(Repl *repl) {
  size_t width = 0;
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    size_t length = strlen(commands[i].name) + strlen(commands[i].argument);
    if (is_offered(repl, &commands[i]) && length > width) width = length;
  }
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    if (is_offered(repl, &commands[i])) print_summary(repl, &commands[i], width);
  }
  repl_print(repl, "\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n");
}

static void run_help(Repl *repl, const char *argument) {
  const char *name = argument + (argument[0] == '.');
  if (!*name) {
    print_all(repl);
    return;
  }
  const ReplCommand *command = command_find(repl, name, strlen(name));
  if (!command) {
    tell_unknown(repl, name, strlen(name));
    return;
  }
  print_summary(repl, command, strlen(command->name) + strlen(command->argument));
  if (*command->details) repl_print(repl, "\n%s", command->details);
}

// ------------------------------------------------------------------------------------------------------ lines

// A dot, but neither two of them nor a number; inside an unfinished piece a dot may also go on with it.
bool command_run(Repl *repl, const char *line) {
  const char *start = line + strspn(line, " \t");
  if (start[0] != '.' || start[1] == '.' || isdigit((unsigned char)start[1])) return false;
  size_t length = strcspn(start + 1, " \t\r");
  if (length == 0) return false;
  const ReplCommand *command = command_find(repl, start + 1, length);
  if (!command) {
    if (piece_length(&repl->piece) > 0) return false;
    tell_unknown(repl, start + 1, length);
    return true;
  }
  const char *argument = start + 1 + length;
  argument += strspn(argument, " \t");
  char *copy = checked_strdup(argument);
  for (size_t end = strlen(copy); end > 0 && isspace((unsigned char)copy[end - 1]);) copy[--end] = 0;
  command->run(repl, copy);
  free(copy);
  return true;
}
