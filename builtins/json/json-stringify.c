// builtins/json/json-stringify.c - JSON.stringify (ECMA-262 section 25.5.2).
//
// The text grows in a builder outside the heap.  Values go through one rooted slot from where they are read to where
// they are written; plain objects and arrays are read without lists of keys and texts of indexes.  The walk ends as
// soon as the text is too long.
#include "builtins/json/json.h"
#include "objects/hash-table.h"
#include "base/number-text.h"
#include "objects/object.h"
#include "objects/walk.h"

// An object under way, with the key it was reached by: for the message about a cycle.
typedef struct Level {
  WalkLevel walk;  // first, so that the two have one address
  Handle key;
} Level;

typedef struct Writer {
  VM *vm;
  StringBuilder b;
  Handle replacer;  // function, or undefined
  Handle list;      // array of keys, or undefined
  Handle gap;       // string
  unsigned depth;
  Walk walk;
} Writer;

static bool write_property(Writer *w, Handle holder, Handle key, Slot value, bool *written);

// ---------------------------------------------------------------------------------------------------------- strings

static bool is_plain_text(const StringView *view) {
  if (view->two_byte) return false;
  for (uint32_t i = 0; i < view->length; i++) {
    if (view->latin1[i] < 0x20 || view->latin1[i] == '"' || view->latin1[i] == '\\') return false;
  }
  return true;
}

static void write_code(StringBuilder *b, uint16_t c) {
  builder_ascii(b, "\\u");
  for (int shift = 12; shift >= 0; shift -= 4) builder_unit(b, (uint16_t) "0123456789abcdef"[c >> shift & 15]);
}

static void write_control(StringBuilder *b, uint16_t c) {
  static const char letters[] = "btn\0fr";
  char letter = c >= 8 && c <= 13 ? letters[c - 8] : 0;
  if (!letter) {
    write_code(b, c);
    return;
  }
  builder_unit(b, '\\');
  builder_unit(b, (uint16_t)letter);
}

// Surrogates without their partner are escaped.
static void write_escaped(StringBuilder *b, const StringView *view) {
  for (uint32_t i = 0; i < view->length && !b->too_long; i++) {
    uint16_t c = view_unit(view, i);
    if (c < 0x20) {
      write_control(b, c);
    } else if (c == '"' || c == '\\') {
      builder_unit(b, '\\');
      builder_unit(b, c);
    } else if (c >= 0xD800 && c < 0xE000) {
      uint16_t next = i + 1 < view->length ? view_unit(view, i + 1) : 0;
      if (c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
        builder_unit(b, c);
        builder_unit(b, next);
        i++;
      } else {
        write_code(b, c);
      }
    } else {
      builder_unit(b, c);
    }
  }
}

static void write_quoted(Writer *w, Handle string) {
  ROOTS(w->vm, flat);
  r.flat = *string;
  string_flatten(w->vm, &r.flat);
  StringView view = string_view(&r.flat);  // no allocation below: the builder is outside the heap
  builder_unit(&w->b, '"');
  if (is_plain_text(&view)) builder_string(w->vm, &w->b, &r.flat);
  else write_escaped(&w->b, &view);
  builder_unit(&w->b, '"');
}

static void new_line(Writer *w) {
  if (string_length(w->gap) == 0) return;
  builder_unit(&w->b, '\n');
  for (unsigned i = 0; i < w->depth; i++) builder_string(w->vm, &w->b, w->gap);
}

// ----------------------------------------------------------------------------------------------------------- cycles

static void describe_key(VM *vm, StringBuilder *b, Handle key) {
  if (value_is_number(*key)) {
    builder_format(b, "index %.0f", value_as_number(*key));
  } else if (string_length(key) == 0) {
    builder_ascii(b, "<anonymous>");
  } else {
    builder_ascii(b, "property '");
    builder_string(vm, b, key);
    builder_ascii(b, "'");
  }
}

static void describe_constructor(VM *vm, StringBuilder *b, Handle object) {
  ROOTS(vm, name);
  constructor_name(vm, object, &r.name);
  builder_ascii(b, "object with constructor '");
  builder_string(vm, b, &r.name);
  builder_ascii(b, "'");
}

static void describe_level(VM *vm, StringBuilder *b, const WalkLevel *level) {
  builder_ascii(b, "\n    |     ");
  describe_key(vm, b, ((const Level *)level)->key);
  builder_ascii(b, " -> ");
  describe_constructor(vm, b, level->object);
}

static const WalkLevel *level_outside(const WalkLevel *level, unsigned steps) {
  while (steps-- > 0) level = level->outer;
  return level;
}

// The way round the cycle, as node prints it: where it begins, the first two objects on it, the last one.
static bool throw_cycle(Writer *w, const WalkLevel *start, Handle closing_key) {
  VM *vm = w->vm;
  const WalkLevel *last = w->walk.innermost;
  ROOTS(vm, message);
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "Converting circular structure to JSON\n    --> starting at ");
  describe_constructor(vm, &b, start->object);
  unsigned count = 0;
  for (const WalkLevel *l = last; l != start; l = l->outer) count++;
  if (count > 0) describe_level(vm, &b, level_outside(last, count - 1));
  if (count > 1) describe_level(vm, &b, level_outside(last, count - 2));
  if (count > 3) builder_ascii(&b, "\n    |     ...");
  if (count > 2) describe_level(vm, &b, last);
  builder_ascii(&b, "\n    --- ");
  describe_key(vm, &b, closing_key);
  builder_ascii(&b, " closes the circle");
  TRY(builder_finish(vm, &b, &r.message));
  return throw_type(vm, "%v", &r.message);
}

// ------------------------------------------------------------------------------------------------------- structures

static bool array_item(VM *vm, Handle array, double index, Slot out) {
  if (array_is_fast(vm, array) && index < array_length(array)) {
    *out = field_get(&((Elements *)value_as_object(field_get(&as_array(array)->elements)))->values[(uint32_t)index]);
    if (!value_is_empty(*out)) return true;
  }
  return get_index(vm, array, index, out);
}

static bool write_array(Writer *w, Handle array) {
  VM *vm = w->vm;
  ROOTS(vm, key, value);
  double length;
  TRY(get_length(vm, array, &length));
  if (length > MAX_STRING_LENGTH / 2) w->b.too_long = true;  // an item takes two characters at least
  TRY(builder_check(vm, &w->b));
  builder_unit(&w->b, '[');
  w->depth++;
  for (double i = 0; i < length; i++) {
    if (i > 0) builder_unit(&w->b, ',');
    new_line(w);
    bool written;
    r.key = number(i);
    TRY(array_item(vm, array, i, &r.value));
    TRY(write_property(w, array, &r.key, &r.value, &written));
    if (!written) builder_ascii(&w->b, "null");
  }
  w->depth--;
  if (length > 0) new_line(w);
  builder_unit(&w->b, ']');
  return true;
}

// A member whose value is left out leaves no trace: the builder goes back to where it was.
static bool write_member(Writer *w, Handle object, Handle key, Slot value, bool *any) {
  size_t mark = w->b.length;
  bool written;
  if (*any) builder_unit(&w->b, ',');
  new_line(w);
  write_quoted(w, key);
  builder_ascii(&w->b, string_length(w->gap) ? ": " : ":");
  TRY(write_property(w, object, key, value, &written));
  if (written) *any = true;
  else w->b.length = mark;
  return true;
}

static bool write_members(Writer *w, Handle object, Handle keys, bool *any) {
  VM *vm = w->vm;
  ROOTS(vm, key, value);
  double count = array_length(keys);
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, keys, i, &r.key));
    TRY(get(vm, object, &r.key, &r.value));
    TRY(write_member(w, object, &r.key, &r.value, any));
  }
  return true;
}

// The keys of *object are those of its shape, which never changes.
static bool has_plain_shape(VM *vm, Handle object) {
  return value_is_kind(*object, KIND_OBJECT) &&
         !(object_shape(vm, *object)->flags & (SHAPE_DICTIONARY | SHAPE_PROTOTYPE)) &&
         value_same(field_get(&as_object(object)->elements), runtime(vm)->empty_elements);
}

// The same without a list of keys.  Values are read from their slots as long as the object keeps its shape.
static bool write_plain_members(Writer *w, Handle object, bool *any) {
  VM *vm = w->vm;
  ROOTS(vm, shape, key, value);
  r.shape = value_shape(vm, *object);
  uint32_t count = as_shape(&r.shape)->count;
  for (uint32_t i = 0; i < count; i++) {
    const Descriptor *d = shape_descriptor(as_shape(&r.shape), (int)i);  // no allocation until it was looked at
    int attributes = descriptor_attributes(d);
    r.key = field_get(&d->key);
    if (!(attributes & ATTR_ENUMERABLE) || value_is_symbol(r.key)) continue;
    if (!(attributes & (ATTR_ACCESSOR | ATTR_INTERNAL)) && value_same(value_shape(vm, *object), r.shape)) {
      r.value = field_get(object_slot(as_object(object), as_shape(&r.shape), descriptor_slot(d)));
    } else {
      TRY(get(vm, object, &r.key, &r.value));
    }
    TRY(write_member(w, object, &r.key, &r.value, any));
  }
  return true;
}

static bool write_object(Writer *w, Handle object) {
  VM *vm = w->vm;
  ROOTS(vm, keys);
  bool any = false;
  builder_unit(&w->b, '{');
  w->depth++;
  if (!value_is_undefined(*w->list)) {
    TRY(write_members(w, object, w->list, &any));
  } else if (has_plain_shape(vm, object)) {
    TRY(write_plain_members(w, object, &any));
  } else {
    TRY(own_keys(vm, object, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
    TRY(write_members(w, object, &r.keys, &any));
  }
  w->depth--;
  if (any) new_line(w);
  builder_unit(&w->b, '}');
  return true;
}

static bool write_structure(Writer *w, Handle object, Handle key) {
  TRY(vm_check_c_stack(w->vm));
  const WalkLevel *start = walk_find(&w->walk, object);
  if (start) return throw_cycle(w, start, key);
  Level level = {.key = key};
  walk_enter(w->vm, &w->walk, &level.walk, object);
  bool ok = value_is_array(*object) ? write_array(w, object) : write_object(w, object);
  walk_leave(&w->walk);
  return ok;
}

// ----------------------------------------------------------------------------------------------------------- values

static bool unwrap(VM *vm, Slot value) {
  ROOTS(vm, result);
  if (value_is_kind(*value, KIND_NUMBER_OBJECT)) {
    double d;
    TRY(to_number(vm, value, &d));
    *value = number(d);
  } else if (value_is_kind(*value, KIND_STRING_OBJECT)) {
    TRY(to_string(vm, value, &r.result));
    *value = r.result;
  } else if (value_is_kind(*value, KIND_BOOLEAN_OBJECT)) {
    *value = field_get(&as_wrapper(value)->value);
  }
  return true;
}

// toJSON and the replacer function (steps 2 and 3 of SerializeJSONProperty).
static bool prepare(Writer *w, Handle holder, Handle key, Slot value) {
  VM *vm = w->vm;
  ROOTS(vm, method, arguments[2]);
  if (value_is_object(*value)) {
    TRY(get(vm, value, VM_NAME(vm, toJSON), &r.method));
    if (value_is_callable(r.method)) {
      TRY(to_string(vm, key, &r.arguments[0]));
      TRY(vm_call(vm, &r.method, value, 1, r.arguments, &r.arguments[1]));
      *value = r.arguments[1];
    }
  }
  if (value_is_undefined(*w->replacer)) return true;
  TRY(to_string(vm, key, &r.arguments[0]));
  r.arguments[1] = *value;
  TRY(vm_call(vm, w->replacer, holder, 2, r.arguments, &r.method));
  *value = r.method;
  return true;
}

static void write_number(Writer *w, Value value) {
  char text[NUMBER_TEXT_SIZE];
  if (value_is_int(value)) int_to_text(value_as_int(value), text);
  else if (isfinite(value_as_double(value))) number_to_text(value_as_double(value), text);
  else strcpy(text, "null");
  builder_ascii(&w->b, text);
}

// SerializeJSONProperty (25.5.2.2), of a value that has been read and may be replaced here.
static bool write_property(Writer *w, Handle holder, Handle key, Slot value, bool *written) {
  VM *vm = w->vm;
  TRY(prepare(w, holder, key, value));
  if (value_is_object(*value)) TRY(unwrap(vm, value));
  *written = true;
  if (value_is_string(*value)) write_quoted(w, value);
  else if (value_is_number(*value)) write_number(w, *value);
  else if (value_is_boolean(*value)) builder_ascii(&w->b, value_is_true(*value) ? "true" : "false");
  else if (value_is_null(*value)) builder_ascii(&w->b, "null");
  else if (value_is_object(*value) && !value_is_callable(*value)) return write_structure(w, value, key);
  else *written = false;
  return builder_check(vm, &w->b);
}

// -------------------------------------------------------------------------------------------------------- arguments

// Adds the key to the list, unless it is there: `known` has all of them.
static bool add_key(VM *vm, Handle list, Slot known, Handle key) {
  if (hash_table_find(vm, known, key) >= 0) return true;
  if (hash_table_live(as_hash_table(known)) == HASH_TABLE_MAX_LIVE) return throw_range(vm, "Set maximum size exceeded");
  hash_table_set(vm, known, key, key);
  return array_push(vm, list, key);
}

static bool key_list(VM *vm, Handle replacer, Slot out) {
  ROOTS(vm, item, list, known);
  TRY(array_new(vm, 0, &r.list));
  hash_table_new(vm, HASH_TABLE_ROOM, HASH_TABLE_OF_KEYS, &r.known);
  double length = array_length(replacer);
  for (double i = 0; i < length; i++) {
    TRY(get_index(vm, replacer, i, &r.item));
    bool usable = value_is_string(r.item) || value_is_number(r.item) || value_is_kind(r.item, KIND_STRING_OBJECT) ||
                  value_is_kind(r.item, KIND_NUMBER_OBJECT);
    if (!usable) continue;
    TRY(to_string(vm, &r.item, &r.item));
    TRY(add_key(vm, &r.list, &r.known, &r.item));
  }
  *out = r.list;
  return true;
}

static bool gap_text(VM *vm, Handle space, Slot out) {
  ROOTS(vm, space);
  r.space = *space;
  *out = *VM_NAME(vm, empty);
  if (value_is_object(r.space)) TRY(unwrap(vm, &r.space));
  if (value_is_number(r.space)) {
    double width;
    TRY(to_integer(vm, &r.space, &width));
    char spaces[11] = "          ";
    spaces[width < 0 ? 0 : width > 10 ? 10 : (int)width] = 0;
    return string_from_ascii(vm, spaces, out);
  }
  if (!value_is_string(r.space)) return true;
  uint32_t length = string_length(&r.space);
  return string_substring(vm, &r.space, 0, length < 10 ? length : 10, out);
}

bool json_stringify(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, list, gap, holder, value);
  r.list = VALUE_UNDEFINED;
  if (value_is_array(*arg(args, 1))) TRY(key_list(vm, arg(args, 1), &r.list));
  TRY(gap_text(vm, arg(args, 2), &r.gap));
  Writer w = {.vm = vm, .list = &r.list, .gap = &r.gap};
  w.replacer = value_is_callable(*arg(args, 1)) ? arg(args, 1) : &undefined_value_;
  r.value = *arg(args, 0);
  object_new(vm, &r.holder);
  TRY(define_data(vm, &r.holder, VM_NAME(vm, empty), &r.value, ATTR_ALL));
  builder_init(&w.b);
  bool written = false, ok = write_property(&w, &r.holder, VM_NAME(vm, empty), &r.value, &written);
  if (ok && written) return builder_finish(vm, &w.b, out);
  builder_free(&w.b);
  return ok;
}
