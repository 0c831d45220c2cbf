// fuzz/mutate.c - changes of source text by whole tokens, so that more of what comes out is a program than bytes at
// random would give.  Linked into the targets whose input is a program; half of the changes are still libFuzzer's own.
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other, size_t other_size,
                                 uint8_t *out, size_t most, unsigned seed);

#define MOST_TOKENS 4096

typedef struct Text {
  const uint8_t *data;
  size_t size;
  size_t starts[MOST_TOKENS + 1];  // of tokens; the last one is `size`
  size_t count;
} Text;

typedef struct Piece {
  const uint8_t *data;
  size_t size;
} Piece;

// clang-format off
static const char *const snippets[] = {
    "0", "1", "-1", "-0", "1.5", "NaN", "Infinity", "4294967295", "2147483648", "1e21", "''", "'abc'", "'\\ud83d'",
    "null", "undefined", "true", "[]", "[,1]", "[1,2,3]", "{}", "({})", "({valueOf:function(){throw 1}})",
    "function(){}", "function f(a){return a}", "(x)=>x", "this", "arguments", "new Array(100)", "new Map([[1,2]])",
    "new Set('ab')", "new Uint8Array(9)", "new Date(0)", "/a(b)?/g", "Symbol.iterator", "JSON.stringify(",
    "Object.freeze(", "Object.defineProperty(", "Object.create(null)", "Object.keys(", "Reflect.ownKeys(", ".length=",
    ".length", ".push(", ".splice(", ".slice(", ".sort(", ".concat(", ".map(", ".replace(", ".split(", ".call(",
    ".apply(", ".bind(", "[0]", ".constructor", ".prototype", ".__proto__", "[Symbol.iterator]", "[Symbol.species]",
    "try{", "}catch(e){", "}finally{", "for(var i=0;i<99;i++){", "for(var k in ", "for(let k of ", "while(1){",
    "break;", "continue;", "return ", "throw ", "switch(", "case 1:", "default:", "delete ", "typeof ", "void ",
    "new ", " in ", " instanceof ", "let ", "const ", "var ", "with(", "{", "}", "(", ")", "[", "]", ",", ";", "=",
    "+", "+=", "?.", "??", "||=", "**", ">>>", "=>", "...", "`${", "}`", "get a(){", "set a(b){", "'use strict';",
    "label:", "eval('", "Function('"
};
// clang-format on

static unsigned state;

static size_t below(size_t limit) {
  state = state * 1103515245u + 12345u;
  return limit == 0 ? 0 : (state >> 8) % limit;
}

// ------------------------------------------------------------------------------------------------------- tokens

static int is_word(uint8_t c) { return isalnum(c) || c == '_' || c == '$' || c >= 128; }

static size_t token_end(const uint8_t *data, size_t size, size_t at) {
  uint8_t c = data[at++];
  if (is_word(c)) {
    while (at < size && is_word(data[at])) at++;
  } else if (isspace(c)) {
    while (at < size && isspace(data[at])) at++;
  } else if (c == '\'' || c == '"') {
    while (at < size && data[at] != c && data[at] != '\n') at += data[at] == '\\' && at + 1 < size ? 2 : 1;
    if (at < size) at++;
  }
  return at;
}

static void split(Text *text, const uint8_t *data, size_t size) {
  text->data = data;
  text->size = size;
  text->count = 0;
  for (size_t at = 0; at < size && text->count < MOST_TOKENS; at = token_end(data, size, at)) {
    text->starts[text->count++] = at;
  }
  text->starts[text->count] = size;
}

static int depth_change(uint8_t c) {
  if (strchr("([{", c) && c) return 1;
  return strchr(")]}", c) && c ? -1 : 0;
}

// The token behind a balanced run that begins at `first`: a bracket with its partner, a statement, some tokens.
static size_t run_end(const Text *text, size_t first) {
  size_t most = below(2) ? 1 + below(8) : MOST_TOKENS, i = first;
  int depth = 0;
  for (; i < text->count && (depth > 0 || i - first < most); i++) {
    uint8_t c = text->data[text->starts[i]];
    if (depth + depth_change(c) < 0) break;
    depth += depth_change(c);
    if (depth == 0 && (c == ';' || c == '}')) return i + 1;
  }
  return i > first ? i : first + 1;
}

static Piece pick_run(const Text *text) {
  if (text->count == 0) return (Piece){text->data, 0};
  size_t first = below(text->count), end = run_end(text, first);
  return (Piece){text->data + text->starts[first], text->starts[end] - text->starts[first]};
}

static Piece pick_snippet(void) {
  const char *snippet = snippets[below(sizeof snippets / sizeof *snippets)];
  return (Piece){(const uint8_t *)snippet, strlen(snippet)};
}

// ------------------------------------------------------------------------------------------------------ changes

// Tokens from..to - 1 give way to `piece`.
static size_t replace(const Text *text, size_t from, size_t to, Piece piece, uint8_t *out, size_t most) {
  size_t before = text->starts[from], after = text->size - text->starts[to];
  if (before + piece.size + after > most || before + piece.size + after == 0) return 0;
  memcpy(out, text->data, before);
  if (piece.size > 0) memcpy(out + before, piece.data, piece.size);
  memcpy(out + before + piece.size, text->data + text->starts[to], after);
  return before + piece.size + after;
}

static size_t change(const Text *text, uint8_t *out, size_t most) {
  size_t at = below(text->count + 1), token = below(text->count), end = run_end(text, token);
  switch (below(6)) {
  case 0: return replace(text, token, end, (Piece){NULL, 0}, out, most);
  case 1: return replace(text, at, at, pick_run(text), out, most);
  case 2: return replace(text, at, at, pick_snippet(), out, most);
  case 3: return replace(text, token, token + 1, pick_snippet(), out, most);
  case 4: return replace(text, token, token + 1, pick_run(text), out, most);
  default: return replace(text, token, end, pick_run(text), out, most);
  }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed) {
  static Text text;
  state = seed;
  if (size == 0 || below(2) == 0) return LLVMFuzzerMutate(data, size, most);
  uint8_t *out = malloc(most);
  for (size_t changes = 1 + below(3); changes > 0; changes--) {
    split(&text, data, size);
    size_t changed = change(&text, out, most);
    if (changed == 0) continue;
    memcpy(data, out, changed);
    size = changed;
  }
  free(out);
  return size;
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other, size_t other_size,
                                 uint8_t *out, size_t most, unsigned seed) {
  static Text text, from;
  state = seed;
  split(&text, one, one_size);
  split(&from, other, other_size);
  size_t at = below(text.count + 1);
  return replace(&text, at, at, pick_run(&from), out, most);
}
