// builtins/regexp/regexp.h - what the files of the RegExp builtins share.
#ifndef NODULE_BUILTINS_REGEXP_REGEXP_H
#define NODULE_BUILTINS_REGEXP_REGEXP_H

#include "builtins/string/string.h"
#include "vm/regexp.h"

static inline bool value_is_regexp(Value v) {  // with its data
  return value_is_kind(v, KIND_REGEXP) && value_is_pointer(field_get(&((RegExpObject *)value_as_object(v))->data));
}
static inline unsigned regexp_flag_bits(Handle regexp) { return regexp_program(regexp)->flags; }

// True while a RegExp object, RegExp.prototype.exec and the getters of flags are as they were made: then what the
// specification looks up and calls has no effect to be seen.
bool regexp_is_plain(VM *vm, Handle value);

// RegExpBuiltinExec (22.2.7.2) without its result: the captures, if *matched.  The string is flat.
NODISCARD bool regexp_find(VM *vm, Handle regexp, Handle string, bool *matched, const uint32_t **captures);
// The array or null that exec returns.
NODISCARD bool regexp_builtin_exec(VM *vm, Handle regexp, Handle string, Slot out);
NODISCARD bool regexp_exec(VM *vm, Handle regexp, Handle string, Slot out);  // RegExpExec (22.2.7.1)

// A capture as a string or undefined.
NODISCARD bool regexp_capture(VM *vm, Handle string, const uint32_t *captures, uint32_t i, Slot out);
// An array of all captures.
NODISCARD bool regexp_captures(VM *vm, Handle regexp, Handle string, const uint32_t *captures, Slot out);
// The groups object of a match, or undefined; `values` is an array of the captures.
NODISCARD bool regexp_groups(VM *vm, Handle regexp, Handle values, Slot out);

NODISCARD bool regexp_get_last_index(VM *vm, Handle regexp, double *out);  // ToLength of it
NODISCARD bool regexp_set_last_index(VM *vm, Handle regexp, double index);
// After an empty match: the next attempt begins a character later.
NODISCARD bool regexp_step_over_empty(VM *vm, Handle regexp, Handle string, bool unicode);
NODISCARD bool regexp_get_flags(VM *vm, Handle regexp, Slot out);  // of any object, as a flat string
bool text_has_unit(Handle flat, uint16_t unit);
static inline bool flags_are_unicode(Handle flags) { return text_has_unit(flags, 'u') || text_has_unit(flags, 'v'); }
// AdvanceStringIndex (22.2.7.3)
double advance_index(Handle string, double index, bool unicode);
NODISCARD bool require_object(VM *vm, Handle self, const char *method);
NODISCARD bool require_regexp(VM *vm, Handle self, const char *method);
// The first argument as a flat string.
NODISCARD bool argument_string(VM *vm, const Args *args, Slot out);

void install_regexp_exec(VM *vm, Handle prototype);
void install_regexp_match(VM *vm, Handle prototype);
void install_regexp_replace(VM *vm, Handle prototype);
void install_regexp_split(VM *vm, Handle prototype);
void install_regexp_legacy(VM *vm, Handle constructor);

#endif
