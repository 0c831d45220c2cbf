// repl/complete.c - what the word at the end of a line may become: commands, keywords, globals, and properties along a
// path of names or behind a literal.  Nothing of the program runs: only getters that are native code are called, such
// as those that load a module.
#include <ctype.h>
#include <stdlib.h>

#include "base/memory.h"
#include "node/cjs/modules.h"
#include "repl/session.h"

// ------------------------------------------------------------------------------------------------------ candidates

void candidates_add(Candidates *candidates, const char *prefix, const char *name) {
  char *text = checked_format("%s%s", prefix, name);
  candidates->items = checked_realloc(candidates->items, (candidates->count + 1) * sizeof *candidates->items);
  candidates->items[candidates->count++] = text;
}

static int compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void candidates_finish(Candidates *candidates) {
  size_t kept = 0;
  if (candidates->count > 1) qsort(candidates->items, candidates->count, sizeof *candidates->items, compare);
  for (size_t i = 0; i < candidates->count; i++) {
    if (kept > 0 && strcmp(candidates->items[kept - 1], candidates->items[i]) == 0) free(candidates->items[i]);
    else candidates->items[kept++] = candidates->items[i];
  }
  candidates->count = kept;
}

void candidates_free(Candidates *candidates) {
  for (size_t i = 0; i < candidates->count; i++) free(candidates->items[i]);
  free(candidates->items);
}

// ------------------------------------------------------------------------------------------------------ properties

static bool is_name_byte(unsigned char c) { return isalnum(c) || c == '_' || c == '$' || c >= 0x80; }

static bool is_identifier(const char *name) {
  if (!*name || isdigit((unsigned char)*name)) return false;
  while (is_name_byte((unsigned char)*name)) name++;
  return *name == 0;
}

static bool is_legacy(const char *name) {
  return strncmp(name, "__define", 8) == 0 || strncmp(name, "__lookup", 8) == 0;
}

// Own names that begin with `start`.
static bool add_own_names(VM *vm, Handle object, const char *start, Candidates *candidates) {
  ROOTS(vm, keys, key);
  TRY(own_keys(vm, object, KEYS_STRINGS | KEYS_NO_INDEXES, &r.keys));
  double count = array_length(&r.keys);
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    if (!value_is_string(r.key)) continue;
    char *name = string_to_utf8(vm, &r.key, NULL);
    bool fits = strncmp(name, start, strlen(start)) == 0 && is_identifier(name) && !is_legacy(name);
    if (fits) candidates_add(candidates, "", name);
    free(name);
  }
  return true;
}

// The object whose properties a value shows: itself, or the prototype of a primitive value.
static bool first_holder(VM *vm, Handle value, Slot holder) {
  *holder = *value;
  if (value_is_object(*value)) return true;
  if (value_is_undefined(*value) || value_is_null(*value)) return false;
  return to_object(vm, value, holder);
}

static bool add_names(VM *vm, Handle value, const char *start, Candidates *candidates) {
  ROOTS(vm, holder);
  if (!first_holder(vm, value, &r.holder)) return true;
  while (value_is_object(r.holder)) {
    TRY(add_own_names(vm, &r.holder, start, candidates));
    r.holder = object_prototype(vm, &r.holder);
  }
  return true;
}

bool peek_property(VM *vm, Handle value, Handle key, bool *found, Slot out) {
  ROOTS(vm, holder, fields[3]);
  *found = false;
  if (!first_holder(vm, value, &r.holder)) return true;
  while (value_is_object(r.holder)) {
    PropertyDescriptor descriptor = DESCRIPTOR_IN(r.fields);
    bool here;
    TRY(get_own_property(vm, &r.holder, key, &descriptor, &here));
    if (here && descriptor.writable >= 0) {
      *found = !value_is_empty(r.fields[0]);
      if (*found) *out = r.fields[0];
      return true;
    }
    if (here) {
      *found = value_is_kind(r.fields[1], KIND_NATIVE_FUNCTION);
      return !*found || vm_call(vm, &r.fields[1], value, 0, NULL, out);
    }
    r.holder = object_prototype(vm, &r.holder);
  }
  return true;
}

static bool peek_global(VM *vm, Handle key, bool *found, Slot out) {
  ROOTS(vm, fields[3]);
  PropertyDescriptor descriptor = DESCRIPTOR_IN(r.fields);
  bool here;
  TRY(get_own_property(vm, &runtime(vm)->script_scope, key, &descriptor, &here));
  if (!here) return peek_property(vm, &runtime(vm)->global, key, found, out);
  *found = !value_is_empty(r.fields[0]);  // else not yet initialized
  if (*found) *out = r.fields[0];
  return true;
}

// Follows `a.b?.c` (length bytes).
static bool follow(VM *vm, const char *path, size_t length, bool *found, Slot out) {
  ROOTS(vm, key, value);
  bool first = true;
  *found = true;
  for (size_t at = 0; *found && at < length; first = false) {
    size_t end = at;
    while (end < length && is_name_byte((unsigned char)path[end])) end++;
    TRY(string_from_utf8(vm, path + at, end - at, &r.key));
    string_internalize(vm, &r.key);
    if (first && end - at == 4 && memcmp(path, "this", 4) == 0) r.value = runtime(vm)->global;
    else if (first) TRY(peek_global(vm, &r.key, found, &r.value));
    else TRY(peek_property(vm, out, &r.key, found, &r.value));
    *out = r.value;
    at = end + (end < length && path[end] == '?' ? 2 : 1);
  }
  return true;
}

static bool add_members(VM *vm, const char *path, size_t length, const char *start, Candidates *candidates) {
  ROOTS(vm, value);
  bool found;
  TRY(follow(vm, path, length, &found, &r.value));
  return !found || add_names(vm, &r.value, start, candidates);
}

// A string or array literal ends in front of the dot.
static bool add_literal_members(VM *vm, char end_of_literal, const char *start, Candidates *candidates) {
  const Runtime *rt = runtime(vm);
  if (end_of_literal == ']') return add_names(vm, &rt->array_prototype, start, candidates);
  bool is_string = end_of_literal && strchr("'\"`", end_of_literal);
  return !is_string || add_names(vm, &rt->string_prototype, start, candidates);
}

static bool add_globals(VM *vm, const char *start, Candidates *candidates) {
  static const char *const keywords[] = {"break",  "case",  "catch",      "const", "continue", "debugger", "default",
                                         "delete", "do",    "else",       "false", "finally",  "for",      "function",
                                         "if",     "in",    "instanceof", "let",   "new",      "null",     "return",
                                         "switch", "this",  "throw",      "true",  "try",      "typeof",   "var",
                                         "void",   "while", "with"};
  for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
    if (strncmp(keywords[i], start, strlen(start)) == 0) candidates_add(candidates, "", keywords[i]);
  }
  TRY(add_own_names(vm, &runtime(vm)->script_scope, start, candidates));
  return add_names(vm, &runtime(vm)->global, start, candidates);
}

// ------------------------------------------------------------------------------------------------------ lines

static bool complete_command(const char *text, Candidates *candidates) {
  const char *start = text + strspn(text, " \t");
  const ReplCommand *command;
  if (*start != '.') return false;
  const char *space = strpbrk(start, " \t");
  if (space) {
    if (strncmp(start, ".load", 5) != 0 && strncmp(start, ".save", 5) != 0) return false;
    const char *word = space + strspn(space, " \t");
    candidates->start = (size_t)(word - text);
    complete_file(word, candidates);
    return true;
  }
  candidates->start = (size_t)(start - text);
  for (size_t i = 0; (command = command_at(i)); i++) {
    if (strncmp(command->name, start + 1, strlen(start + 1)) == 0) candidates_add(candidates, ".", command->name);
  }
  return true;
}

// Inside the quotes of require('
static bool complete_in_require(const char *text, Candidates *candidates) {
  const char *word = NULL;
  for (const char *at = text; (at = strstr(at, "require")); at++) {
    const char *p = at + 7;
    p += strspn(p, " \t");
    if (*p++ != '(') continue;
    p += strspn(p, " \t");
    char quote = *p;
    if (quote && strchr("'\"`", quote) && !strchr(p + 1, quote)) word = p + 1;
  }
  if (!word) return false;
  candidates->start = (size_t)(word - text);
  complete_request(word, candidates);
  return true;
}

static bool is_name_start(const char *text) {
  return is_name_byte((unsigned char)*text) && !isdigit((unsigned char)*text);
}

// Of a path: names, and the dots between them.
static bool is_path_byte(const char *text, size_t at) {
  return is_name_byte((unsigned char)text[at]) || text[at] == '.' || (text[at] == '?' && text[at + 1] == '.');
}

// Does a `]` at the end of the text close `value[key]`, and not an array literal?
static bool is_element(const char *text, size_t end) {
  size_t depth = 0;
  if (text[end - 1] != ']') return false;
  while (end > 0) {
    char c = text[--end];
    depth += c == ']';
    if (c == '[' && --depth == 0) break;
  }
  while (end > 0 && text[end - 1] == ' ') end--;
  return depth > 0 || (end > 0 && (is_name_byte((unsigned char)text[end - 1]) || strchr(")]'\"`.", text[end - 1])));
}

void complete_line(Repl *repl, const char *text, Candidates *candidates) {
  VM *vm = repl->vm;
  if (complete_command(text, candidates) || complete_in_require(text, candidates)) {
    candidates_finish(candidates);
    return;
  }
  size_t length = strlen(text), word = length;
  while (word > 0 && is_name_byte((unsigned char)text[word - 1])) word--;
  candidates->start = word;
  size_t end = word > 0 && text[word - 1] == '.' ? word - 1 : 0;  // of the path
  if (end > 0 && text[end - 1] == '?') end--;
  size_t start = end;
  while (start > 0 && is_path_byte(text, start - 1)) start--;
  bool ok = true, is_member = word > 0 && text[word - 1] == '.';
  bool is_literal = start == end && end > 0 && !is_element(text, end);
  if (!is_member) ok = add_globals(vm, text + word, candidates);
  else if (is_literal) ok = add_literal_members(vm, text[end - 1], text + word, candidates);
  else if (start < end && is_name_start(text + start))
    ok = add_members(vm, text + start, end - start, text + word, candidates);
  if (!ok) vm->exception = VALUE_EMPTY;
  candidates_finish(candidates);
}
