// node/util/inspect/inspect-internal.h - what the parts of inspect share.
//
//   inspect.c            options, the entry points, inspect_value: primitives, custom functions, circles, objects
//   inspect-object.c     one object: its prefix, its entries, its properties
//   inspect-kinds.c      entries of arrays, Map, Set, iterators; what functions and boxed primitives begin with
//   inspect-binary.c     typed arrays, ArrayBuffers, DataViews
//   inspect-error.c      errors
//   inspect-names.c      constructors' names, prefixes, properties of prototypes
//   inspect-primitive.c  strings, numbers, symbols, quoting
//   inspect-layout.c     entries to lines
#ifndef NODULE_NODE_UTIL_INSPECT_INSPECT_INTERNAL_H
#define NODULE_NODE_UTIL_INSPECT_INSPECT_INTERNAL_H

#include "node/util/inspect/inspect.h"

// The objects being shown, innermost first.
typedef struct Seen {
  struct Seen *outer;
  Handle value;
} Seen;

// clang-format off
typedef enum Style {
  STYLE_SPECIAL, STYLE_NUMBER, STYLE_BOOLEAN, STYLE_UNDEFINED, STYLE_NULL, STYLE_STRING, STYLE_SYMBOL, STYLE_DATE,
  STYLE_REGEXP, STYLE_NONE
} Style;
// clang-format on

typedef struct StyleCodes {
  int32_t begin, end;  // of the terminal; both 0: none
} StyleCodes;

typedef struct Inspector {
  VM *vm;
  InspectOptions options;
  Handle user_options;  // object or undefined
  size_t indentation;
  double current_depth;  // of the innermost object entered last
  unsigned level;        // objects being shown, one inside the other
  Seen *seen;
  Slot circular;                  // array of the objects that were met inside themselves; empty while there is none
  bool inside_typed_array;        // its hidden properties are being shown
  StyleCodes styles[STYLE_NONE];  // when there are colours
  double budget;                  // characters made so far, with those of inner objects counted again
} Inspector;

void style_begin(const Inspector *in, Style style, Text *out);
void style_end(const Inspector *in, Style style, Text *out);
void style_ascii(const Inspector *in, Style style, const char *text, Text *out);

// How an object's entries are laid out.
typedef enum EntryType { ENTRIES_OBJECT, ENTRIES_ARRAY, ENTRIES_ARRAY_EXTRAS } EntryType;

typedef struct View View;
typedef bool (*EntryWriter)(Inspector *in, Handle value, double depth, View *view, TextList *entries);

// What is found out about one object before its entries are made.
struct View {
  bool no_constructor;  // null prototype all the way
  Text constructor, tag;
  Text base;  // what stands in front of the brace: "[Function: f]"
  Text open;  // "Foo {"
  char close;
  EntryType type;
  EntryWriter entries;
  Slot keys;           // array of property keys to be shown
  TextList inherited;  // with showHidden: properties of the prototypes
};

static inline bool too_deep(const Inspector *in, double depth) { return depth > in->options.depth; }

// inspect.c
NODISCARD bool inspect_value(Inspector *in, Handle value, double depth, Text *out);
NODISCARD bool exception_discard(VM *vm);  // forgets the pending exception; false when it is process.exit
NODISCARD bool own_option(VM *vm, Handle object, const char *name, bool *has, Slot out);  // own property of the options
// inspect-object.c
NODISCARD bool inspect_object(Inspector *in, Handle value, double depth, Text *out);
NODISCARD bool inspect_property(Inspector *in, Handle object, double depth, Handle key, EntryType type, Handle original,
                                Text *out);
NODISCARD bool key_list(VM *vm, Handle object, int flags, Slot out);
double key_count(const View *view);
// inspect-kinds.c
NODISCARD bool array_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries);
NODISCARD bool keyed_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries);
NODISCARD bool iterator_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries);
NODISCARD bool weak_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries);
NODISCARD bool no_entries(Inspector *in, Handle value, double depth, View *view, TextList *entries);
NODISCARD bool function_base(Inspector *in, Handle value, View *view);
NODISCARD bool boxed_base(Inspector *in, Handle value, View *view);
// inspect-binary.c: each fills in the view; *done with the whole text in `out`
NODISCARD bool typed_array_view(Inspector *in, Handle value, View *view, bool *done, Text *out);
NODISCARD bool buffer_view(Inspector *in, Handle value, View *view, bool *done, Text *out);
NODISCARD bool data_view_view(Inspector *in, View *view);
// inspect-error.c
NODISCARD bool error_base(Inspector *in, Handle value, View *view);
// inspect-names.c
NODISCARD bool find_constructor(Inspector *in, Handle value, double depth, View *view);
NODISCARD bool find_tag(Inspector *in, Handle value, View *view);
void prefix_to(const View *view, const char *fallback, double size, Text *out);  // "Foo(2) [tag] "; size < 0: none
const char *kind_name(Value object);
bool is_builtin_name(const Text *name);  // of a constructor that every program has
// inspect-primitive.c
NODISCARD bool primitive_to(Inspector *in, Handle value, bool styled, Text *out);
void number_to(const Inspector *in, double d, Text *out);
void quote_to(const Text *text, size_t start, size_t end, Text *out);
void escape_to(const Text *text, Text *out);  // quotes around nothing, control characters escaped
void symbol_to(VM *vm, Handle symbol, Text *out);
void string_to(VM *vm, Handle string, Text *out);  // as it is
bool is_identifier(const Text *text);
NODISCARD bool value_string_to(VM *vm, Handle value, Text *out);  // String(value)
// inspect-layout.c
void layout(Inspector *in, TextList *entries, const View *view, double depth, Handle value, Text *out);

#endif
