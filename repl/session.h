// repl/session.h - what the parts of the session share.
#ifndef NODULE_REPL_SESSION_H
#define NODULE_REPL_SESSION_H

#include <uv.h>

#include "node/host/node.h"
#include "node/host/text.h"
#include "parser/ast.h"
#include "repl/command.h"

// Bytes that grow; zero-terminated once something was added.
typedef struct Buffer {
  char *bytes;
  size_t length, capacity;
} Buffer;

void buffer_add(Buffer *buffer, const char *bytes, size_t length);
void buffer_clear(Buffer *buffer);
void buffer_free(Buffer *buffer);

// Lines that wait for more.  Behind `(`, see piece.c.
typedef struct Piece {
  Buffer text;
  PartialParse *as_program, *as_object;  // NULL until somebody asks whether it is finished
} Piece;

void piece_add(Piece *piece, const char *text, size_t length);  // and a newline, if it has none at its end
void piece_clear(Piece *piece);
void piece_free(Piece *piece);
static inline const char *piece_text(const Piece *piece) { return piece->text.bytes + 1; }
static inline size_t piece_length(const Piece *piece) { return piece->text.length - 1; }

typedef enum ReadResult {
  READ_LINE,
  READ_INTERRUPTED,  // Control-C
  READ_END,          // Control-D, the end of the file, a terminal that is gone
  READ_EXIT,         // the program ends: an uncatchable exception is pending
} ReadResult;

struct Repl {
  VM *vm;
  bool terminal;  // lines are edited
  bool colors;
  bool strict;                              // what is typed is read as strict mode code
  bool leaving;                             // .exit
  bool editor;                              // .editor: lines are collected until Control-D
  bool compile_failed;                      // the pending exception is a SyntaxError of what was typed
  volatile bool stopped;                    // Control-C has stopped what was running
  unsigned control_c;                       // presses in a row on an empty line
  unsigned script_number;                   // of REPL1, REPL2, ...
  Piece piece;                              // the unfinished piece of program
  Buffer log;                               // all that was evaluated, for .save
  Buffer line;                              // the line read last
  PersistentCell *last, *last_error;        // `_`, `_error`
  bool last_assigned, last_error_assigned;  // by a script, which keeps it from then on
  struct Terminal *edit;                    // NULL unless `terminal`
  struct History *history;
  uv_poll_t *poll;        // of standard input; NULL: a file, which is always readable
  uv_prepare_t *prepare;  // draws the line before the event loop waits
  bool readable;
};

static inline Repl *repl_of(VM *vm) { return node_of(vm)->repl; }

// repl.c: a line, typed or loaded.
void repl_text(Repl *repl, const char *text, size_t length);  // lines, none of them a command
void repl_abandon(Repl *repl);                                // the unfinished piece
bool piece_is_unfinished(Repl *repl);

// evaluate.c
void evaluate_open(Repl *repl);
void evaluate_close(Repl *repl);
ParseOptions evaluate_parse_options(Repl *repl);
bool evaluate_may_be_object(const char *text);
bool evaluate_is_unfinished(Repl *repl);  // asks the parser about the whole piece
void evaluate_and_print(Repl *repl, const char *text, size_t length);
// Control-C unwinds with an exception that no script catches; it becomes an error.
void evaluate_interrupted(Repl *repl);
bool evaluate_uncaught(VM *vm);                                     // NodeState.on_uncaught
NODISCARD bool repl_value_to(Repl *repl, Handle value, Text *out);  // as results are shown

// input.c
void input_open(Repl *repl);
void input_close(Repl *repl);
// Runs the event loop until standard input can be read: READ_LINE for that.
ReadResult input_wait(Repl *repl);
ReadResult input_read_plain(Repl *repl, const char *prompt);

// terminal.c
bool terminal_open(Repl *repl);
void terminal_close(Repl *repl);
ReadResult terminal_read(Repl *repl, const char *prompt);
void terminal_refresh(Repl *repl);  // before the event loop waits: puts back a prompt that output has displaced

// history.c: oldest first, at most NODE_REPL_HISTORY_SIZE lines, none of them twice.
typedef enum HistoryChange { HISTORY_UNCHANGED, HISTORY_ADDED, HISTORY_REORDERED } HistoryChange;
struct History *history_open(void);
void history_close(struct History *history);
HistoryChange history_add_line(struct History *history, const char *line);  // in the session and in the file
size_t history_limit(const struct History *history);
const char *history_line(const struct History *history, size_t i);  // NULL behind the last

// commands.c: false, the line is no command.
bool command_run(Repl *repl, const char *line);
const ReplCommand *command_at(size_t i);  // NULL behind the last

// complete.c: what may stand at the end of `text`.  *start: the offset of the word that the candidates replace.
typedef struct Candidates {
  char **items;
  size_t count, start;
} Candidates;
void complete_line(Repl *repl, const char *text, Candidates *candidates);
void candidates_add(Candidates *candidates, const char *prefix, const char *name);
void candidates_free(Candidates *candidates);
// The value of a data property, own or inherited; a getter is not called.
NODISCARD bool peek_property(VM *vm, Handle value, Handle key, bool *found, Slot out);
// complete-files.c
void complete_file(const char *word, Candidates *candidates);
void complete_request(const char *word, Candidates *candidates);  // of require

// signals.c
void signals_open(Repl *repl);
void signals_close(void);
void signals_run_begins(void);
void signals_run_ends(void);
bool signals_take_interrupt(void);    // was Control-C pressed while nothing ran?
bool signals_take_resize(void);       // was the terminal resized?
bool signals_take_continue(void);     // was the program stopped, and goes on?
void signals_own_terminal(bool own);  // false: as it was before the session

#endif
