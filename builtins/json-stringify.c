// builtins/json-stringify.c - JSON.stringify (ECMA-262 section 25.5.2).
#include "builtins/json.h"
#include "vm/property-internal.h"

// The objects under way, innermost first, with the key each was reached by: for cycles and their message.
typedef struct Level {
  Handle object, key;
  struct Level *outer;
} Level;

typedef struct Writer {
  VM *vm;
  StringBuilder b;
  Handle replacer;  // function, or undefined
  Handle list;      // array of keys, or undefined
  Handle gap;       // string
  unsigned depth;
  Level *levels;
} Writer;

static bool write_property(Writer *w, Handle holder, Handle key, bool *written);

// ---------------------------------------------------------------------------------------------------------- strings

static void write_quoted(Writer *w, Handle string) {
  ROOTS(w->vm, flat);
  r.flat = *string;
  string_flatten(w->vm, &r.flat);
  StringView view = string_view(&r.flat);  // the builder is outside the heap
  builder_unit(&w->b, '"');
  for (uint32_t i = 0; i < view.length; i++) {
    uint16_t c = view_unit(&view, i);
    uint16_t next = i + 1 < view.length ? view_unit(&view, i + 1) : 0;
    if (c == '"' || c == '\\') {
      builder_unit(&w->b, '\\');
      builder_unit(&w->b, c);
    } else if (c < 0x20) {
      static const char letters[] = "btn\0fr";
      char letter = c >= 8 && c <= 13 ? letters[c - 8] : 0;
      if (letter) builder_unit(&w->b, '\\'), builder_unit(&w->b, (uint8_t)letter);
      else builder_format(&w->b, "\\u%04x", c);
    } else if (c >= 0xD800 && c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
      builder_unit(&w->b, c);
      builder_unit(&w->b, next);
      i++;
    } else if (c >= 0xD800 && c < 0xE000) {
      builder_format(&w->b, "\\u%04x", c);
    } else {
      builder_unit(&w->b, c);
    }
  }
  builder_unit(&w->b, '"');
}

static void new_line(Writer *w) {
  if (string_length(w->gap) == 0) return;
  builder_unit(&w->b, '\n');
  for (unsigned i = 0; i < w->depth; i++) builder_string(w->vm, &w->b, w->gap);
}

// ----------------------------------------------------------------------------------------------------------- cycles

static void describe_key(VM *vm, StringBuilder *b, Handle key) {
  uint32_t index;
  bool is_index = value_is_number(*key) || (value_is_string(*key) && string_as_index(vm, key, &index));
  ROOTS(vm, text);
  if (!to_string(vm, key, &r.text)) return;
  builder_ascii(b, is_index ? "index " : "property '");
  builder_string(vm, b, &r.text);
  if (!is_index) builder_ascii(b, "'");
}

static void describe_constructor(VM *vm, StringBuilder *b, Handle object) {
  ROOTS(vm, name);
  constructor_name(vm, object, &r.name);
  builder_ascii(b, "object with constructor '");
  builder_string(vm, b, &r.name);
  builder_ascii(b, "'");
}

#define MAX_LEVELS 64

// "Converting circular structure to JSON" and the way round the cycle, as node prints it.
static bool throw_cycle(Writer *w, Level *start, Handle closing_key) {
  VM *vm = w->vm;
  ROOTS(vm, message);
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "Converting circular structure to JSON\n    --> starting at ");
  describe_constructor(vm, &b, start->object);
  const Level *way[MAX_LEVELS];
  int count = 0, total = 0;
  for (const Level *l = w->levels; l != start; l = l->outer) {
    if (total++ < MAX_LEVELS) way[count++] = l;
  }
  for (int i = count - 1; i >= 0; i--) {
    if (total > 3 && i != count - 1 && i != 0) {
      if (i == count - 2) builder_ascii(&b, "\n    |     ...");
      continue;
    }
    builder_ascii(&b, "\n    |     ");
    describe_key(vm, &b, way[i]->key);
    builder_ascii(&b, " -> ");
    describe_constructor(vm, &b, way[i]->object);
  }
  builder_ascii(&b, "\n    --- ");
  describe_key(vm, &b, closing_key);
  builder_ascii(&b, " closes the circle");
  TRY(builder_finish(vm, &b, &r.message));
  return throw_type(vm, "%v", &r.message);
}

// ----------------------------------------------------------------------------------------------------------- values

static bool write_array(Writer *w, Handle array) {
  VM *vm = w->vm;
  ROOTS(vm, key);
  double length;
  TRY(get_length(vm, array, &length));
  builder_unit(&w->b, '[');
  w->depth++;
  for (double i = 0; i < length; i++) {
    if (i > 0) builder_unit(&w->b, ',');
    new_line(w);
    bool written;
    r.key = number(i);
    TRY(write_property(w, array, &r.key, &written));
    if (!written) builder_ascii(&w->b, "null");
  }
  w->depth--;
  if (length > 0) new_line(w);
  builder_unit(&w->b, ']');
  return true;
}

// A member whose value is left out leaves no trace: the builder goes back to where it was.
static bool write_member(Writer *w, Handle object, Handle key, bool *any) {
  size_t mark = w->b.length;
  bool written;
  if (*any) builder_unit(&w->b, ',');
  new_line(w);
  write_quoted(w, key);
  builder_ascii(&w->b, string_length(w->gap) ? ": " : ":");
  TRY(write_property(w, object, key, &written));
  if (written) *any = true;
  else w->b.length = mark;
  return true;
}

static bool write_object(Writer *w, Handle object) {
  VM *vm = w->vm;
  ROOTS(vm, keys, key);
  if (value_is_undefined(*w->list)) TRY(own_keys(vm, object, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
  else r.keys = *w->list;
  uint32_t count = (uint32_t)array_length(&r.keys);
  bool any = false;
  builder_unit(&w->b, '{');
  w->depth++;
  for (uint32_t i = 0; i < count; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    TRY(write_member(w, object, &r.key, &any));
  }
  w->depth--;
  if (any) new_line(w);
  builder_unit(&w->b, '}');
  return true;
}

static bool write_structure(Writer *w, Handle object, Handle key) {
  TRY(vm_check_c_stack(w->vm));
  for (Level *l = w->levels; l; l = l->outer) {
    if (value_same(*l->object, *object)) return throw_cycle(w, l, key);
  }
  Level level = {object, key, w->levels};
  w->levels = &level;
  bool ok = value_is_array(*object) ? write_array(w, object) : write_object(w, object);
  w->levels = level.outer;
  return ok;
}

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

// SerializeJSONProperty (25.5.2.2)
static bool write_property(Writer *w, Handle holder, Handle key, bool *written) {
  VM *vm = w->vm;
  ROOTS(vm, value, text);
  TRY(get(vm, holder, key, &r.value));
  TRY(prepare(w, holder, key, &r.value));
  if (value_is_object(r.value)) TRY(unwrap(vm, &r.value));
  *written = true;
  if (value_is_string(r.value)) {
    write_quoted(w, &r.value);
  } else if (value_is_number(r.value) && !isfinite(value_as_number(r.value))) {
    builder_ascii(&w->b, "null");
  } else if (value_is_number(r.value) || value_is_boolean(r.value) || value_is_null(r.value)) {
    TRY(to_string(vm, &r.value, &r.text));
    builder_string(vm, &w->b, &r.text);
  } else if (value_is_object(r.value) && !value_is_callable(r.value)) {
    return write_structure(w, &r.value, key);
  } else {
    *written = false;
  }
  return true;
}

// ---------------------------------------------------------------------------------------------------------- arguments

static bool list_contains(VM *vm, Handle list, Handle key, bool *out) {
  ROOTS(vm, item);
  *out = false;
  uint32_t count = (uint32_t)array_length(list);
  for (uint32_t i = 0; i < count && !*out; i++) {
    TRY(get_index(vm, list, i, &r.item));
    *out = string_equals(vm, &r.item, key);
  }
  return true;
}

static bool key_list(VM *vm, Handle replacer, Slot out) {
  ROOTS(vm, item, list);
  TRY(array_new(vm, 0, &r.list));
  double length = array_length(replacer);
  for (double i = 0; i < length; i++) {
    bool there;
    TRY(get_index(vm, replacer, i, &r.item));
    bool usable = value_is_string(r.item) || value_is_number(r.item) || value_is_kind(r.item, KIND_STRING_OBJECT) ||
                  value_is_kind(r.item, KIND_NUMBER_OBJECT);
    if (!usable) continue;
    TRY(to_string(vm, &r.item, &r.item));
    TRY(list_contains(vm, &r.list, &r.item, &there));
    if (!there) TRY(array_push(vm, &r.list, &r.item));
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
  ROOTS(vm, list, gap, holder);
  r.list = VALUE_UNDEFINED;
  if (value_is_array(*arg(args, 1))) TRY(key_list(vm, arg(args, 1), &r.list));
  TRY(gap_text(vm, arg(args, 2), &r.gap));
  Writer w = {.vm = vm, .list = &r.list, .gap = &r.gap};
  w.replacer = value_is_callable(*arg(args, 1)) ? arg(args, 1) : &undefined_value_;
  builder_init(&w.b);
  object_new(vm, &r.holder);
  bool written = false;
  bool ok = define_data(vm, &r.holder, VM_NAME(vm, empty), arg(args, 0), ATTR_ALL) &&
            write_property(&w, &r.holder, VM_NAME(vm, empty), &written);
  if (ok && written) return builder_finish(vm, &w.b, out);
  builder_free(&w.b);
  return ok;
}
