// node/util/inspect/inspect.h - util.inspect and util.format: values as text for people, by the rules of Node 20
// (reference/node-api.md section 10).  Getters are not run unless asked for; what is inspected is never changed.
#ifndef NODULE_NODE_UTIL_INSPECT_INSPECT_H
#define NODULE_NODE_UTIL_INSPECT_INSPECT_H

#include "node/host/text.h"
#include "vm/native.h"

typedef enum { COMPACT_TRUE = -1, COMPACT_FALSE = 0 } Compact;  // else: levels that may be joined on one line

typedef struct InspectOptions {
  bool show_hidden, colors, custom_inspect, numeric_separator, sorted;
  bool bare_errors;  // no brackets around an error without frames, when it is the whole value
  bool getters, getters_only_get, getters_only_set;
  double depth, max_array_length, max_string_length, break_length;
  int compact;
} InspectOptions;

// Settings that util.inspect.defaultOptions changed.
const InspectOptions *inspect_defaults(VM *vm);
// Sets what the own properties of *object (an object) say.
NODISCARD bool inspect_options_read(VM *vm, Handle object, InspectOptions *options);

// Appends the text of *value.  `user_options`: the object the options came from, or undefined.
NODISCARD bool inspect_to(VM *vm, Handle value, const InspectOptions *options, Handle user_options, Text *out);
NODISCARD bool inspect_default(VM *vm, Handle value, Text *out);
// util.format of argc values.
NODISCARD bool format_to(VM *vm, uint32_t argc, Handle values, const InspectOptions *options, Handle user_options,
                         Text *out);
// The same where the first value, a string, stands apart.
NODISCARD bool format_with_first(VM *vm, Handle first, uint32_t argc, Handle values, const InspectOptions *options,
                                 Text *out);

// Defines inspect, format and formatWithOptions in *exports.
void inspect_install(VM *vm, Handle exports);

// What *value, a Map, a Set or an iterator over one, holds or is still to give, as an array; of pairs?
NODISCARD bool collection_items(VM *vm, Handle value, Slot items, bool *pairs);
bool is_error_object(VM *vm, Handle value);  // an Error, or an object that inherits from Error.prototype

#endif
