// repl/display.h - the line under way on the screen.
#ifndef NODULE_REPL_DISPLAY_H
#define NODULE_REPL_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>

typedef struct Place {
  unsigned row, column;
} Place;

// Characters one after the other, as the terminal gets them.
typedef struct Picture {
  wchar_t *characters;
  size_t count, capacity, cursor;
} Picture;

typedef struct Display {
  FILE *out;
  wchar_t prompt[16];
  Picture shown;  // what is on the screen
  Place at;       // the cursor
  unsigned top;   // the row of the text in the first row of the window
} Display;

void display_size(unsigned *rows, unsigned *columns);  // of the terminal
void display_draw(Display *display, const wchar_t *line, size_t length, size_t cursor);
void display_clear(Display *display);   // takes it off the screen; the cursor stands where it began
void display_forget(Display *display);  // what is on the screen stays there; the next line begins at the cursor
void display_finish(Display *display, const wchar_t *line, size_t length);  // shows all of it, and begins a new line
void display_resized(Display *display);

#endif
