// builtins/string/string.h - what the files of the String builtins share, and what RegExp's replace and split use.
#ifndef NODULE_BUILTINS_STRING_STRING_H
#define NODULE_BUILTINS_STRING_STRING_H

#include "vm/native.h"
#include "vm/exec/operators.h"

// `this` as a string; TypeError when it is undefined or null.
NODISCARD bool this_string(VM *vm, const Args *args, const char *method, Slot out);
// The same, flat.
NODISCARD bool this_flat_string(VM *vm, const Args *args, const char *method, Slot out);

// A builder that is freed on every way out.
#define SCOPED_BUILDER(name)                                 \
  StringBuilder name __attribute__((cleanup(builder_free))); \
  builder_init(&name)

// First or last place of `needle` at or after (at or before) `from`; -1: none.
// The same of flat strings.
int64_t string_index_of(Handle text, Handle needle, uint32_t from);

// Code point at an index below the length; *units is 1 or 2.
uint32_t view_code_point(const StringView *v, uint32_t index, uint32_t *units);

// If *pattern is an object with a method under the symbol, calls it with (*self, *argument): *called tells.
NODISCARD bool call_symbol_method(VM *vm, Handle pattern, Handle symbol, Handle self, Handle argument, bool *called,
                                  Slot out);

NODISCARD bool is_regexp(VM *vm, Handle value, bool *out);  // IsRegExp (7.2.8)
// For matchAll and replaceAll: `this` is neither undefined nor null, and argument 0, if it is a RegExp, has the flag g.
NODISCARD bool require_global(VM *vm, const Args *args, const char *method);

// GetSubstitution (ECMA-262 section 22.1.3.19.1): appends `replacement` with its $ patterns filled in.  `captures` are
// strings or undefined; `groups` is an object or undefined.  All strings are flat.
typedef struct Substitution {
  Handle text, matched, replacement, captures, groups;
  uint32_t position, capture_count;
} Substitution;
NODISCARD bool builder_substitution(VM *vm, StringBuilder *b, const Substitution *s);

// Order of two flat strings as people expect it (localeCompare).
typedef struct Collation {
  bool numeric;       // runs of digits are numbers
  bool marks, cases;  // letters that differ by these are different
} Collation;
int string_collate(VM *vm, Handle a, Handle b, const Collation *collation);

// Tables of the other files, installed on String.prototype.
void install_string_search(VM *vm, Handle prototype);
void install_string_replace(VM *vm, Handle prototype);
void install_string_case(VM *vm, Handle prototype);
void install_string_html(VM *vm, Handle prototype);
void install_string_iterator(VM *vm, Handle prototype);

#endif
