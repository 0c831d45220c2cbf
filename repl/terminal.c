// repl/terminal.c - lines edited with libedit (Emacs or vi keys, as ~/.editrc says).
//
// libedit asks for one character at a time; read_character draws the line (display.c) and runs the event loop until
// there is one.  What a timer prints in the meantime moves the prompt out of the way first (hide_prompt), and it is
// drawn anew below (terminal_refresh).
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/output.h"
#include "repl/display.h"
#include "repl/libedit.h"
#include "repl/session.h"

// Characters to be read again.
typedef struct PushedBack {
  wchar_t *characters;
  size_t count, capacity, next;
  bool ready;  // all are there
} PushedBack;

typedef struct Terminal {
  EditLine *edit;
  HistoryW *history;
  FILE *nowhere;  // where libedit draws
  Display display;
  ReadResult result;  // of the line under way, when there is no line
  bool reading, hidden;
  bool midline;  // what was written last did not end its line
  bool pasting;
  PushedBack pushed_back;
} Terminal;

static Repl *session;  // there is one terminal

// ------------------------------------------------------------------------------------------------- output in between

static void draw(Terminal *terminal) {
  const LineInfoW *line = libedit.el_wline(terminal->edit);
  size_t length = (size_t)(line->lastchar - line->buffer), cursor = (size_t)(line->cursor - line->buffer);
  display_draw(&terminal->display, line->buffer, length, cursor);
}

static void hide_prompt(char last) {
  Terminal *terminal = session->edit;
  if (!terminal->reading) return;
  if (!terminal->hidden) display_clear(&terminal->display);
  terminal->hidden = true;
  terminal->midline = last != '\n';
}

static void paste_mode(Terminal *terminal, bool on) {
  fprintf(terminal->display.out, "\033[?2004%c", on ? 'h' : 'l');
  fflush(terminal->display.out);
}

// After Control-Z and fg: the shell has written below the line, and the terminal is as it was before the session.
// libedit sets the modes of the terminal only when it believes that they are others.
static void take_terminal_again(Terminal *terminal) {
  libedit.el_wset(terminal->edit, EL_PREP_TERM, 0);
  libedit.el_wset(terminal->edit, EL_PREP_TERM, 1);
  libedit.el_resize(terminal->edit);
  paste_mode(terminal, true);
  display_forget(&terminal->display);
  terminal->hidden = true;
  terminal->midline = false;
}

void terminal_refresh(Repl *repl) {
  Terminal *terminal = repl->edit;
  if (!repl->terminal || !terminal->reading) return;
  if (signals_take_continue()) take_terminal_again(terminal);
  if (signals_take_resize()) {
    libedit.el_resize(terminal->edit);
    if (!terminal->hidden) display_resized(&terminal->display);
    terminal->hidden = true;
  }
  if (!terminal->hidden) return;
  if (terminal->midline) fputc('\n', terminal->display.out);
  terminal->hidden = terminal->midline = false;
  draw(terminal);
}

// ------------------------------------------------------------------------------------------------------ characters

static int read_byte(Terminal *terminal, unsigned char *byte) {
  for (;;) {
    terminal->result = input_wait(session);
    if (terminal->result != READ_LINE) return -1;
    ssize_t n = read(STDIN_FILENO, byte, 1);
    if (n == 1) return 1;
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    terminal->result = READ_END;
    return -1;
  }
}

static unsigned bytes_that_follow(unsigned char first) {
  return first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
}

// Is more of a pasted text there?  Then it is not time to draw.
static bool has_input(void) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&input, 1, 0) == 1;
}

static void push_back(PushedBack *pushed, wchar_t c) {
  if (pushed->count == pushed->capacity) {
    pushed->capacity = pushed->capacity * 2 + 64;
    pushed->characters = checked_realloc(pushed->characters, pushed->capacity * sizeof *pushed->characters);
  }
  pushed->characters[pushed->count++] = c;
}

static bool take_pushed_back(PushedBack *pushed, wchar_t *out) {
  if (!pushed->ready) return false;
  *out = pushed->characters[pushed->next++];
  if (pushed->next == pushed->count) {
    free(pushed->characters);
    *pushed = (PushedBack){0};
  }
  return true;
}

// EL_GETCFN.  UTF-8 whatever the locale; what is no UTF-8 becomes U+FFFD.
static int read_character(EditLine *edit, wchar_t *out) {
  (void)edit;
  Terminal *terminal = session->edit;
  unsigned char byte;
  if (take_pushed_back(&terminal->pushed_back, out)) return 1;
  if (!terminal->hidden && !has_input()) draw(terminal);
  if (read_byte(terminal, &byte) < 0) return -1;
  unsigned more = bytes_that_follow(byte);
  uint32_t c = more == 0 ? byte : byte & (0x3Fu >> more);
  if (more == 0 && byte >= 0x80) c = 0xFFFD;
  for (; more > 0; more--) {
    if (read_byte(terminal, &byte) < 0) return -1;
    c = (byte & 0xC0) == 0x80 ? c << 6 | (byte & 0x3Fu) : 0xFFFD;
    if (c == 0xFFFD) break;
  }
  *out = (wchar_t)c;
  return 1;
}

static void set_utf8(Buffer *buffer, const wchar_t *text, const wchar_t *end) {
  buffer_clear(buffer);
  for (; text < end; text++) {
    char bytes[4];
    buffer_add(buffer, bytes, code_point_to_utf8(bytes, (uint32_t)*text));
  }
}

// ------------------------------------------------------------------------------------------------------ keys

static size_t common_length(const Candidates *candidates) {
  size_t length = strlen(candidates->items[0]);
  for (size_t i = 1; i < candidates->count; i++) {
    size_t same = 0;
    while (same < length && candidates->items[i][same] == candidates->items[0][same]) same++;
    length = same;
  }
  while (length > 0 && (candidates->items[0][length] & 0xC0) == 0x80) length--;  // whole characters
  return length;
}

// Below the line; the next line is drawn below that.
static void end_line(Terminal *terminal) {
  const LineInfoW *line = libedit.el_wline(terminal->edit);
  display_finish(&terminal->display, line->buffer, (size_t)(line->lastchar - line->buffer));
}

// In columns, read downwards in node's manner: across.
static void list_candidates(Terminal *terminal, const Candidates *candidates) {
  FILE *out = terminal->display.out;
  size_t width = 0;
  for (size_t i = 0; i < candidates->count; i++) {
    if (strlen(candidates->items[i]) > width) width = strlen(candidates->items[i]);
  }
  unsigned rows, columns;
  display_size(&rows, &columns);
  size_t per_line = columns / (width + 2);
  if (per_line == 0) per_line = 1;
  end_line(terminal);
  for (size_t i = 0; i < candidates->count; i++) {
    bool last = (i + 1) % per_line == 0 || i + 1 == candidates->count;
    fprintf(out, "%-*s%s", last ? 0 : (int)(width + 2), candidates->items[i], last ? "\n" : "");
  }
  fflush(out);
}

static unsigned char insert_text(EditLine *edit, const char *utf8) {
  wchar_t wide[512];
  size_t length = mbstowcs(wide, utf8, sizeof wide / sizeof *wide - 1);
  if (length == (size_t)-1 || length == 0) return CC_REFRESH;
  wide[length < 511 ? length : 511] = 0;
  return libedit.el_winsertstr(edit, wide) == 0 ? CC_REFRESH : CC_ERROR;
}

// A tab with more behind it is pasted text, in a terminal that does not announce it: nobody waits for completions.
static unsigned char on_tab(EditLine *edit, int key) {
  (void)key;
  Terminal *terminal = session->edit;
  if (terminal->pasting || session->editor || has_input()) return insert_text(edit, "  ");
  const LineInfoW *line = libedit.el_wline(edit);
  Buffer text = {0};
  Candidates candidates = {0};
  set_utf8(&text, line->buffer, line->cursor);
  complete_line(session, text.bytes, &candidates);
  unsigned char result = CC_ERROR;
  if (candidates.count > 0) {
    size_t typed = text.length - candidates.start, common = common_length(&candidates);
    if (common > typed) {
      candidates.items[0][common] = 0;
      result = insert_text(edit, candidates.items[0] + typed);
    } else if (candidates.count > 1) {
      list_candidates(terminal, &candidates);
      result = CC_NORM;
    } else {
      result = CC_NORM;
    }
  }
  candidates_free(&candidates);
  buffer_free(&text);
  return result;
}

static unsigned char on_paste_start(EditLine *edit, int key) {
  (void)edit, (void)key;
  session->edit->pasting = true;
  return CC_NORM;
}

static unsigned char on_paste_end(EditLine *edit, int key) {
  (void)edit, (void)key;
  session->edit->pasting = false;
  return CC_NORM;
}

static unsigned char on_clear(EditLine *edit, int key) {
  (void)edit, (void)key;
  fputs("\033[H\033[2J", session->edit->display.out);
  display_forget(&session->edit->display);
  return CC_NORM;
}

// Control-D deletes in a line, and leaves on an empty one.
static unsigned char on_end_key(EditLine *edit, int key) {
  (void)key;
  const LineInfoW *line = libedit.el_wline(edit);
  if (line->buffer == line->lastchar) return CC_EOF;
  if (line->cursor == line->lastchar) return CC_ERROR;
  libedit.el_cursor(edit, 1);
  libedit.el_deletestr(edit, 1);
  return CC_REFRESH;
}

// vi's Escape comes first in the sequence that announces pasted text, and leaves the insert mode: the text is typed
// again behind a command that goes back to it.
static unsigned char on_vi_paste_start(EditLine *edit, int key) {
  (void)key;
  static const wchar_t end[] = L"\033[201~";
  enum { END_LENGTH = sizeof end / sizeof *end - 1 };
  PushedBack *pushed = &session->edit->pushed_back;
  wchar_t c;
  push_back(pushed, L'a');
  while (read_character(edit, &c) == 1) {
    push_back(pushed, c == L'\t' ? L' ' : c);
    if (pushed->count <= END_LENGTH) continue;
    if (wcsncmp(pushed->characters + pushed->count - END_LENGTH, end, END_LENGTH) != 0) continue;
    pushed->count -= END_LENGTH;
    break;
  }
  pushed->ready = true;
  return CC_NORM;
}

typedef struct Binding {
  const wchar_t *key, *function;
} Binding;

// clang-format off
static const Binding emacs_bindings[] = {
    {L"^I", L"nodule-complete"},          {L"^D", L"nodule-end"},
    {L"^L", L"nodule-clear"},         
    {L"\\e[200~", L"nodule-paste-start"}, {L"\\e[201~", L"nodule-paste-end"},
    {L"^R", L"em-inc-search-prev"},       {L"\\e[3~", L"ed-delete-next-char"},
    {L"\\e[H", L"ed-move-to-beg"},        {L"\\e[F", L"ed-move-to-end"},
    {L"\\eOH", L"ed-move-to-beg"},        {L"\\eOF", L"ed-move-to-end"},
    {L"\\e[1~", L"ed-move-to-beg"},       {L"\\e[4~", L"ed-move-to-end"},
    {L"\\e[1;5C", L"em-next-word"},       {L"\\e[1;5D", L"ed-prev-word"},
    {L"\\e[A", L"ed-prev-history"},       {L"\\e[B", L"ed-next-history"},
    {L"\\e[C", L"ed-next-char"},          {L"\\e[D", L"ed-prev-char"}
};
// clang-format on
static const Binding vi_insert_bindings[] = {
    {L"^I", L"nodule-complete"}, {L"^D", L"nodule-end"}, {L"^L", L"nodule-clear"}, {L"^R", L"em-inc-search-prev"}};
static const Binding vi_command_bindings[] = {{L"^D", L"nodule-end"},      {L"[200~", L"nodule-vi-paste-start"},
                                              {L"^L", L"nodule-clear"},    {L"[H", L"ed-move-to-beg"},
                                              {L"[F", L"ed-move-to-end"},  {L"[1~", L"ed-move-to-beg"},
                                              {L"[4~", L"ed-move-to-end"}, {L"[3~", L"ed-delete-next-char"}};
#define BIND(edit, map, bindings) bind_all(edit, map, bindings, sizeof(bindings) / sizeof *(bindings))

static void bind_all(EditLine *edit, const wchar_t *map, const Binding *bindings, size_t count) {
  for (const Binding *b = bindings; b < bindings + count; b++) {
    if (map) libedit.el_wset(edit, EL_BIND, map, b->key, b->function, NULL);
    else libedit.el_wset(edit, EL_BIND, b->key, b->function, NULL);
  }
}

static void add_functions(EditLine *edit) {
  libedit.el_wset(edit, EL_ADDFN, L"nodule-complete", L"completes what is typed", on_tab);
  libedit.el_wset(edit, EL_ADDFN, L"nodule-end", L"deletes a character, or ends the session", on_end_key);
  libedit.el_wset(edit, EL_ADDFN, L"nodule-clear", L"clears the screen", on_clear);
  libedit.el_wset(edit, EL_ADDFN, L"nodule-paste-start", L"pasted text follows", on_paste_start);
  libedit.el_wset(edit, EL_ADDFN, L"nodule-paste-end", L"the end of pasted text", on_paste_end);
  libedit.el_wset(edit, EL_ADDFN, L"nodule-vi-paste-start", L"pasted text follows", on_vi_paste_start);
}

// What ~/.editrc binds comes after ours; but choosing vi's keys there forgets all earlier bindings.
static void bind_keys(EditLine *edit) {
  const wchar_t *editor = NULL;
  add_functions(edit);
  libedit.el_wset(edit, EL_EDITOR, L"emacs");
  BIND(edit, NULL, emacs_bindings);
  libedit.el_source(edit, NULL);
  if (libedit.el_wget(edit, EL_EDITOR, &editor) != 0 || wcscmp(editor, L"vi") != 0) return;
  BIND(edit, NULL, vi_insert_bindings);
  BIND(edit, L"-a", vi_command_bindings);
}

// ------------------------------------------------------------------------------------------------------ history

static void enter_in_history(Terminal *terminal, const char *line) {
  HistEventW event;
  size_t length = mbstowcs(NULL, line, 0);
  if (length == (size_t)-1) return;
  wchar_t *wide = checked_malloc((length + 1) * sizeof *wide);
  mbstowcs(wide, line, length + 1);
  libedit.history_w(terminal->history, &event, H_ENTER, wide);
  free(wide);
}

static void load_history(Terminal *terminal) {
  HistEventW event;
  const char *line;
  libedit.history_w(terminal->history, &event, H_CLEAR);
  for (size_t i = 0; (line = history_line(session->history, i)); i++) enter_in_history(terminal, line);
}

static void add_to_history(Repl *repl) {
  switch (history_add_line(repl->history, repl->line.bytes)) {
  case HISTORY_UNCHANGED: break;
  case HISTORY_ADDED: enter_in_history(repl->edit, repl->line.bytes); break;
  case HISTORY_REORDERED: load_history(repl->edit); break;
  }
}

static void open_history(Terminal *terminal) {
  HistEventW event;
  terminal->history = libedit.history_winit();
  if (!terminal->history) memory_failed(sizeof(HistEventW));
  libedit.history_w(terminal->history, &event, H_SETSIZE, (int)history_limit(session->history));
  load_history(terminal);
  libedit.el_wset(terminal->edit, EL_HIST, libedit.history_w, terminal->history);
}

// ------------------------------------------------------------------------------------------------------ life

// libedit measures and writes characters by the locale.
static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static void free_terminal(Terminal *terminal) {
  if (terminal->edit) libedit.el_end(terminal->edit);
  if (terminal->display.out) fclose(terminal->display.out);
  if (terminal->nowhere) fclose(terminal->nowhere);
  free(terminal->pushed_back.characters);
  free(terminal);
}

bool terminal_open(Repl *repl) {
  const char *reason;
  if (!libedit_load(&reason)) {
    repl_print(repl, "Lines are not edited, for want of libedit (Debian: apt install libedit2): %s\n", reason);
    return false;
  }
  choose_locale();
  Terminal *terminal = checked_calloc(1, sizeof *terminal);
  int fd = dup(STDOUT_FILENO);
  terminal->display.out = fd < 0 ? NULL : fdopen(fd, "w");
  terminal->nowhere = fopen("/dev/null", "we");
  if (terminal->display.out && terminal->nowhere) {
    terminal->edit = libedit.el_init_fd("nodule", stdin, terminal->nowhere, stderr, STDIN_FILENO, fd, STDERR_FILENO);
  }
  if (!terminal->edit) {
    free_terminal(terminal);
    return false;
  }
  session = repl;
  repl->edit = terminal;
  // Between lines, too: what is typed ahead would be echoed, and cut at the longest line of the terminal's own editing.
  libedit.el_wset(terminal->edit, EL_SETTY, L"-x", L"-echo", L"-icanon", NULL);
  libedit.el_wset(terminal->edit, EL_GETCFN, read_character);
  bind_keys(terminal->edit);
  open_history(terminal);
  output_on_write(hide_prompt);
  signals_own_terminal(true);
  return true;
}

void terminal_close(Repl *repl) {
  Terminal *terminal = repl->edit;
  output_on_write(NULL);
  libedit.history_wend(terminal->history);
  display_forget(&terminal->display);
  free_terminal(terminal);
  repl->edit = NULL;
}

ReadResult terminal_read(Repl *repl, const char *prompt) {
  Terminal *terminal = repl->edit;
  int length = 0;
  mbstowcs(terminal->display.prompt, prompt, 16);
  terminal->result = READ_END;
  output_flush();
  paste_mode(terminal, true);
  terminal->reading = true;
  const wchar_t *line = libedit.el_wgets(terminal->edit, &length);
  terminal->reading = terminal->hidden = false;
  if (line && length > 0) {
    const wchar_t *end = line + length;
    while (end > line && (end[-1] == '\n' || end[-1] == '\r')) end--;
    display_finish(&terminal->display, line, (size_t)(end - line));
    set_utf8(&repl->line, line, end);
    add_to_history(repl);
    terminal->result = READ_LINE;
  } else {
    const LineInfoW *rest = libedit.el_wline(terminal->edit);
    set_utf8(&repl->line, rest->buffer, rest->lastchar);
    end_line(terminal);
    if (terminal->result == READ_LINE) terminal->result = READ_END;
  }
  paste_mode(terminal, false);
  signals_own_terminal(true);
  return terminal->result;
}
