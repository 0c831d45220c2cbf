// repl/libedit.c - see libedit.h.  The library stays loaded until the program ends: a session is its last act.
#include "repl/libedit.h"

#include <stddef.h>

#ifdef STATIC_PROGRAM  // libedit is part of it
Libedit libedit = {
#define F(name) .name = name,
    LIBEDIT_FUNCTIONS(F)
#undef F
};

bool libedit_load(const char **reason) {
  (void)reason;
  return true;
}
#else
#include <dlfcn.h>

// By the version of its interface, as the linker records it: the library's own number, then Debian's.
static const char *const names[] = {"libedit.so.0", "libedit.so.2"};

Libedit libedit;

static bool find_function(void *library, const char *name, void *function) {
  *(void **)function = dlsym(library, name);
  return *(void **)function != NULL;
}

bool libedit_load(const char **reason) {
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof names[0]; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  bool found = library != NULL;
#define F(name) found = found && find_function(library, #name, &libedit.name);
  LIBEDIT_FUNCTIONS(F)
#undef F
  if (!found) *reason = dlerror();
  return found;
}
#endif
