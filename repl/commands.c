// repl/commands.c - the lines that begin with a dot (repl/command.h), and .load, .save, .editor.
#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "node/modules.h"
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

static void run_help(Repl *repl, const char *argument) {
  size_t width = 0;
  const ReplCommand *command;
  (void)argument;
  for (size_t i = 0; (command = command_at(i)); i++) {
    bool offered = repl->terminal || !command->only_terminal;
    if (offered && strlen(command->name) > width) width = strlen(command->name);
  }
  for (size_t i = 0; (command = command_at(i)); i++) {
    if (!repl->terminal && command->only_terminal) continue;
    repl_print(repl, ".%-*s   %s\n", (int)width, command->name, command->help);
  }
  repl_print(repl, "\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n");
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
  FILE *file = fopen(argument, "we");
  bool ok = file && fwrite(repl->log.bytes, 1, repl->log.length, file) == repl->log.length;
  if (file && fclose(file) != 0) ok = false;
  repl_print(repl, ok ? "Session saved to: %s\n" : "Failed to save: %s\n", argument);
}

// In the order of .help.
static const ReplCommand commands[] = {
    {"break", "Sometimes you get stuck, this gets you out", run_break, false},
    {"bytecode", "Show the bytecode of a function", run_bytecode, false},
    {"clear", "Alias for .break", run_break, false},
    {"editor", "Enter editor mode", run_editor, true},
    {"exit", "Exit the REPL", run_exit, false},
    {"gc", "Collect garbage (.gc minor: a scavenge) and show what was freed, by space", run_gc, false},
    {"heap", "Draw the spaces of the heap", run_heap, false},
    {"help", "Print this help message", run_help, false},
    {"load", "Load JS from a file into the REPL session", run_load, false},
    {"retainers", "Show the shortest path from a root to the value of an expression", run_retainers, false},
    {"save", "Save all evaluated commands in this REPL session to a file", run_save, false},
    {"shape", "Show the hidden class of an object", run_shape, false},
    {"size", "Show how large a value is, and what it retains", run_size, false},
};
#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

const ReplCommand *command_at(size_t i) { return i < COMMAND_COUNT ? &commands[i] : NULL; }

static const ReplCommand *command_find(const Repl *repl, const char *name, size_t length) {
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    if (strlen(commands[i].name) != length || strncmp(commands[i].name, name, length) != 0) continue;
    return repl->terminal || !commands[i].only_terminal ? &commands[i] : NULL;
  }
  return NULL;
}

// A dot, but neither two of them nor a number; inside an unfinished piece a dot may also go on with it.
bool command_run(Repl *repl, const char *line) {
  const char *start = line + strspn(line, " \t");
  if (start[0] != '.' || start[1] == '.' || isdigit((unsigned char)start[1])) return false;
  size_t length = strcspn(start + 1, " \t\r");
  if (length == 0) return false;
  const ReplCommand *command = command_find(repl, start + 1, length);
  if (!command) {
    if (piece_length(&repl->piece) > 0) return false;
    repl_print(repl, "Invalid REPL keyword\n");
    return true;
  }
  const char *argument = start + 1 + length;
  argument += strspn(argument, " \t");
  char *copy = strdup(argument);
  for (size_t end = strlen(copy); end > 0 && isspace((unsigned char)copy[end - 1]);) copy[--end] = 0;
  command->run(repl, copy);
  free(copy);
  return true;
}
