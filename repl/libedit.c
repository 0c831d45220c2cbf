// repl/libedit.c - see libedit.h.  The library stays loaded until the program ends: a session is its last act.
#include "repl/libedit.h"

#include <dlfcn.h>
#include <stddef.h>

#define LIBEDIT_NAME "libedit.so.2"  // by the version of its interface, as the linker records it

Libedit libedit;

static bool find_function(void *library, const char *name, void *function) {
  *(void **)function = dlsym(library, name);
  return *(void **)function != NULL;
}

bool libedit_load(const char **reason) {
  void *library = dlopen(LIBEDIT_NAME, RTLD_NOW | RTLD_LOCAL);
  bool found = library != NULL;
#define F(name) found = found && find_function(library, #name, &libedit.name);
  LIBEDIT_FUNCTIONS(F)
#undef F
  if (!found) *reason = dlerror();
  return found;
}
