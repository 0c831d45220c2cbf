// repl/libedit.h - the library that edits lines.  Only a session on a terminal needs it, and with it come three more
// libraries: it is loaded then, so that scripts do not wait for four files at every start.
#ifndef NODULE_REPL_LIBEDIT_H
#define NODULE_REPL_LIBEDIT_H

#include <histedit.h>
#include <stdbool.h>

// clang-format off
#define LIBEDIT_FUNCTIONS(F)                                                                                       \
  F(el_init_fd) F(el_end) F(el_wset) F(el_wget) F(el_wgets) F(el_wline) F(el_source) F(el_resize) F(el_cursor)     \
  F(el_winsertstr) F(el_deletestr) F(history_winit) F(history_wend) F(history_w)
// clang-format on

typedef struct Libedit {
#define F(name) __typeof__(&name) name;
  LIBEDIT_FUNCTIONS(F)
#undef F
} Libedit;

extern Libedit libedit;  // its functions, once libedit_load was true

// False: the library or one of its functions is not there; *reason: why, in the words of the dynamic linker.
bool libedit_load(const char **reason);

#endif
