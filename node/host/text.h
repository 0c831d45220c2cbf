// node/host/text.h - text under construction: what inspect and format do with StringBuilders, which live outside the
// heap.
//
//   TEXT(name);        // an empty StringBuilder, freed at the end of the block
//   TEXT_LIST(name);   // a list of them
#ifndef NODULE_NODE_HOST_TEXT_H
#define NODULE_NODE_HOST_TEXT_H

#include "objects/string.h"

typedef StringBuilder Text;

#define TEXT(name)                                  \
  Text name __attribute__((cleanup(builder_free))); \
  builder_init(&name)

static inline uint16_t text_unit(const Text *t, size_t i) { return t->utf16 ? t->utf16[i] : t->latin1[i]; }
void text_append(Text *to, const Text *from);  // what is too long makes too long
void text_append_part(Text *to, const Text *from, size_t start, size_t end);
// With `indentation` spaces after every newline.
void text_append_indented(Text *to, const Text *from, size_t indentation);
void text_repeat(Text *to, char c, size_t count);
void text_number(Text *to, double d);  // Number::toString, with -0 as "-0"

bool text_equals(const Text *a, const Text *b);
bool text_is(const Text *t, const char *ascii);
bool text_starts_with(const Text *t, const Text *start);
bool text_contains(const Text *t, uint16_t unit);
// -1: not there.
ptrdiff_t text_find(const Text *t, const Text *part, size_t from);
ptrdiff_t text_find_ascii(const Text *t, const char *part, size_t from);

// Columns on a terminal (wide characters take two, combining ones none); `escapes`: colour sequences take none.
size_t text_width(const Text *t, bool escapes);
// Code units without colour sequences.
size_t text_length_uncoloured(const Text *t);
void text_append_uncoloured(Text *to, const Text *from);

// UTF-8 for output; unpaired surrogates become U+FFFD.  Calls `write` with pieces.
typedef void (*TextWriter)(const char *bytes, size_t length);
void text_write(const Text *t, TextWriter write);
void view_write(const StringView *view, TextWriter write);
// UTF-8, malloc'd, zero-terminated.
char *text_to_utf8(const Text *t, size_t *length);

typedef struct TextList {
  Text *items;
  size_t count, capacity;
} TextList;

#define TEXT_LIST(name) TextList name __attribute__((cleanup(text_list_free))) = {0}
Text *text_list_add(TextList *list);  // a new, empty last item; valid until the next is added
void text_list_free(TextList *list);
void text_list_sort(TextList *list, size_t from);

#endif
