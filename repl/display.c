// repl/display.c - the line under way on the screen: prompt and text, wrapped at the width of the terminal, in a window
// when they are higher than the screen.  libedit's own drawing is not used: it loses its place in wide characters and
// in lines that are longer than the screen.
//
// The display knows what it has written and where the cursor stands; it writes what has changed, from the first
// difference on, and lets the terminal wrap.  Places are counted from the first cell that was written.
#include "repl/display.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/memory.h"
#include "objects/string.h"

void display_size(unsigned *rows, unsigned *columns) {
  struct winsize size;
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
  *columns = known ? size.ws_col : 80;
  *rows = known ? size.ws_row : 24;
}

// ------------------------------------------------------------------------------------------------------ pictures

static void picture_add(Picture *picture, wchar_t c) {
  if (picture->count == picture->capacity) {
    picture->capacity = picture->capacity * 2 + 128;
    picture->characters = checked_realloc(picture->characters, picture->capacity * sizeof *picture->characters);
  }
  picture->characters[picture->count++] = c;
}

// Control characters show as ^X; libedit puts a newline in front of what is searched for.
static void picture_add_text(Picture *picture, const wchar_t *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (text[i] == L'\n' || wcwidth(text[i]) >= 0) {
      picture_add(picture, text[i]);
    } else if (text[i] < 32 || text[i] == 127) {
      picture_add(picture, L'^');
      picture_add(picture, text[i] ^ 64);
    } else {
      picture_add(picture, 0xFFFD);
    }
  }
}

static void compose(Picture *picture, const wchar_t *prompt, const wchar_t *line, size_t length, size_t cursor) {
  *picture = (Picture){0};
  picture_add_text(picture, prompt, wcslen(prompt));
  picture_add_text(picture, line, cursor);
  picture->cursor = picture->count;
  picture_add_text(picture, line + cursor, length - cursor);
}

// ------------------------------------------------------------------------------------------------------ places

static bool fits(Place place, wchar_t c, unsigned columns) { return place.column + (unsigned)wcwidth(c) <= columns; }

// Behind a character; in column `columns` the row is full, and what comes next goes to the next row.
static Place place_behind(Place place, wchar_t c, unsigned columns) {
  if (c == L'\n') return (Place){place.row + 1, 0};
  if (!fits(place, c, columns)) place = (Place){place.row + 1, 0};
  place.column += (unsigned)wcwidth(c);
  return place;
}

static Place cursor_place(Place place, unsigned columns) {
  return place.column < columns ? place : (Place){place.row + 1, 0};
}

static Place place_of(const Picture *picture, size_t index, unsigned columns) {
  Place place = {0, 0};
  for (size_t i = 0; i < index; i++) place = place_behind(place, picture->characters[i], columns);
  return place;
}

// The first character that stands in a row, or the end.
static size_t start_of_row(const Picture *picture, unsigned row, unsigned columns) {
  Place place = {0, 0};
  for (size_t i = 0; i < picture->count; i++) {
    Place behind = place_behind(place, picture->characters[i], columns);
    if (row == 0 || place.row >= row || (behind.row >= row && picture->characters[i] != L'\n')) return i;
    place = behind;
  }
  return picture->count;
}

// ------------------------------------------------------------------------------------------------------ writing

static void move_to(Display *display, Place to) {
  if (to.row < display->at.row) fprintf(display->out, "\033[%uA", display->at.row - to.row);
  if (to.row > display->at.row) fprintf(display->out, "\033[%uB", to.row - display->at.row);
  if (to.column != display->at.column) {
    fputc('\r', display->out);
    if (to.column > 0) fprintf(display->out, "\033[%uC", to.column);
  }
  display->at = to;
}

static void write_character(Display *display, wchar_t c, unsigned columns) {
  char bytes[4];
  if (c == L'\n') {
    if (display->at.column < columns) fputs("\033[K", display->out);
    fputs("\r\n", display->out);
  } else {
    // the last cell of a row into which a wide character does not fit
    if (display->at.column < columns && !fits(display->at, c, columns)) fputs("\033[K", display->out);
    fwrite(bytes, 1, code_point_to_utf8(bytes, (uint32_t)c), display->out);
  }
  display->at = place_behind(display->at, c, columns);
}

// A full row leaves the cursor in its last column until something is written: a space takes it to the next row.
static void leave_full_row(Display *display, unsigned columns) {
  if (display->at.column < columns) return;
  fputs(" \r", display->out);
  display->at = cursor_place(display->at, columns);
}

static void show(Display *display, Picture *picture, bool has_end, unsigned columns) {
  Picture *old = &display->shown;
  size_t same = 0;
  while (same < old->count && same < picture->count && old->characters[same] == picture->characters[same]) same++;
  if (same < old->count || same < picture->count) {
    move_to(display, cursor_place(place_of(picture, same, columns), columns));
    for (size_t i = same; i < picture->count; i++) write_character(display, picture->characters[i], columns);
    if (has_end) leave_full_row(display, columns);
    if (has_end && same < old->count) fputs("\033[J", display->out);
  }
  if (display->at.column >= columns) {
    fputc('\r', display->out);
    display->at.column = 0;
  }
  move_to(display, cursor_place(place_of(picture, picture->cursor, columns), columns));
  free(old->characters);
  *old = *picture;
}

// Leaves of the picture what a screen holds, with the cursor in it.  Answers whether its end is there.
static bool cut_window(Display *display, Picture *picture, unsigned rows, unsigned columns) {
  unsigned height = cursor_place(place_of(picture, picture->count, columns), columns).row + 1;
  unsigned cursor = cursor_place(place_of(picture, picture->cursor, columns), columns).row, top = display->top;
  if (height <= rows) top = 0;
  else if (cursor < top) top = cursor;
  else if (cursor >= top + rows) top = cursor - rows + 1;
  if (height > rows && top > height - rows) top = height - rows;
  if (top != display->top) display_clear(display);
  display->top = top;
  if (height <= rows) return true;
  size_t first = start_of_row(picture, top, columns), end = start_of_row(picture, top + rows, columns);
  bool has_end = top + rows >= height;
  picture->count = (has_end ? picture->count : end) - first;
  picture->cursor -= first;
  memmove(picture->characters, picture->characters + first, picture->count * sizeof *picture->characters);
  return has_end;
}

// ------------------------------------------------------------------------------------------------------ lines

void display_draw(Display *display, const wchar_t *line, size_t length, size_t cursor) {
  Picture picture;
  unsigned rows, columns;
  display_size(&rows, &columns);
  compose(&picture, display->prompt, line, length, cursor);
  bool has_end = cut_window(display, &picture, rows, columns);
  show(display, &picture, has_end, columns);
  fflush(display->out);
}

void display_clear(Display *display) {
  move_to(display, (Place){0, 0});
  fputs("\033[J", display->out);
  fflush(display->out);
  display_forget(display);
}

void display_forget(Display *display) {
  free(display->shown.characters);
  display->shown = (Picture){0};
  display->at = (Place){0, 0};
  display->top = 0;
}

void display_finish(Display *display, const wchar_t *line, size_t length) {
  Picture picture;
  unsigned rows, columns;
  display_size(&rows, &columns);
  compose(&picture, display->prompt, line, length, length);
  if (display->top > 0 || place_of(&picture, picture.count, columns).row >= rows) display_clear(display);
  Place end = place_of(&picture, picture.count, columns);
  show(display, &picture, true, columns);
  if (end.column < columns) fputc('\n', display->out);
  fflush(display->out);
  display_forget(display);
}

// The terminal has wrapped what was written at its new width.
void display_resized(Display *display) {
  unsigned rows, columns;
  display_size(&rows, &columns);
  display->at.row = cursor_place(place_of(&display->shown, display->shown.cursor, columns), columns).row;
  if (display->at.row >= rows) display->at.row = rows - 1;
  display->at.column = columns;  // unknown
  display_clear(display);
}
