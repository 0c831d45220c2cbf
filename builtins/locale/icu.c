// builtins/locale/icu.c - see icu.h.  The names of ICU's functions end with its major version, and so does the
// library's: the newest that is installed is taken.  libicui18n brings libicuuc with it, whose functions are found
// through it.
#include "builtins/locale/icu.h"

Icu icu;

#ifdef STATIC_PROGRAM  // it can load no libraries
static bool load(void) { return false; }
#define ABSENT "which the static nodule cannot load"
#else
#include <dlfcn.h>

#define ABSENT "and no libicui18n.so was found (Debian 12: apt install libicu72, 13: libicu76)"
#define NEWEST 99
#define OLDEST 67  // the first with all the functions

static bool find_function(void *library, const char *name, int version, void *function) {
  char versioned[64];
  snprintf(versioned, sizeof versioned, "%s_%d", name, version);
  *(void **)function = dlsym(library, versioned);
  return *(void **)function != NULL;
}

static bool load_version(int version) {
  char name[32];
  snprintf(name, sizeof name, "libicui18n.so.%d", version);
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  bool found = library != NULL;
#define F(type, function, parameters) found = found && find_function(library, #function, version, &icu.function);
  ICU_FUNCTIONS(F)
#undef F
  if (library && !found) dlclose(library);
  return found;
}

static bool load(void) {
  static enum { UNKNOWN, MISSING, PRESENT } state;
  for (int version = NEWEST; state == UNKNOWN && version >= OLDEST; version--) {
    if (load_version(version)) state = PRESENT;
  }
  if (state == UNKNOWN) state = MISSING;
  return state == PRESENT;
}
#endif

bool icu_load(VM *vm, const char *wanted, Handle name) {
  if (load()) return true;
  throw_error(vm, &runtime(vm)->range_error_prototype, "Unsupported %s: %v.  It needs ICU, " ABSENT, wanted, name);
  define_string(vm, &vm->exception, "code", "ERR_NO_ICU", ATTR_ALL);
  return false;
}
