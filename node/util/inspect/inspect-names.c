// node/util/inspect/inspect-names.c - by what name an object is shown: its constructor's, its Symbol.toStringTag, and,
// with showHidden, the properties that its prototypes add.
#include "node/util/inspect/inspect-internal.h"
#include "vm/property/typed-array.h"

// Names of the constructors every program has: their prototypes' properties are not listed.
// clang-format off
static const char *const builtin_names[] = {
    "AggregateError", "Array", "ArrayBuffer", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array", "Boolean",
    "Buffer", "DataView", "Date", "Error", "EvalError", "Event", "EventTarget", "FinalizationRegistry",
    "Float32Array", "Float64Array", "Function", "Infinity", "Int16Array", "Int32Array", "Int8Array", "Intl", "JSON",
    "Map", "Math", "NaN", "Number", "Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect", "RegExp",
    "Set", "SharedArrayBuffer", "String", "Symbol", "SyntaxError", "TypeError", "URIError", "URL", "Uint16Array",
    "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakRef", "WeakSet", "WebAssembly"
};
// clang-format on

bool is_builtin_name(const Text *name) {
  for (size_t i = 0; i < sizeof builtin_names / sizeof builtin_names[0]; i++) {
    if (text_is(name, builtin_names[i])) return true;
  }
  return false;
}

const char *kind_name(Value object) {
  if (value_is_typed_array(object)) return element_type_name(typed_array_type(&object));
  return kind_names[value_kind(object)].class_name;
}

static bool inherits_from(VM *vm, Handle object, Handle prototype) {
  ROOTS(vm, link);
  r.link = object_prototype(vm, object);
  while (value_is_object(r.link)) {
    if (value_same(r.link, *prototype)) return true;
    r.link = object_prototype(vm, &r.link);
  }
  return false;
}

bool is_error_object(VM *vm, Handle value) {
  if (!value_is_object(*value)) return false;
  return value_is_kind(*value, KIND_ERROR) || inherits_from(vm, value, &runtime(vm)->error_prototype);
}

// The function that *holder itself names as its constructor, in *function with its name in *name; *found.
static bool own_constructor(VM *vm, Handle holder, Slot function, Text *name, bool *found) {
  ROOTS(vm, slots[3], name);
  PropertyDescriptor descriptor = DESCRIPTOR_IN(r.slots);
  *found = false;
  bool has;
  TRY(get_own_property(vm, holder, VM_NAME(vm, constructor), &descriptor, &has));
  if (!has || !value_is_callable(r.slots[0])) return true;
  *function = r.slots[0];
  TRY(get(vm, function, VM_NAME(vm, name), &r.name));
  if (value_is_string(r.name) && string_length(&r.name) == 0) return true;
  TRY(value_string_to(vm, &r.name, name));
  *found = true;
  return true;
}

// ------------------------------------------------------------------------------------------- properties of prototypes

static bool key_is_new(VM *vm, Handle main, Handle key, Handle upper, bool *out) {
  *out = false;
  if (value_same(*key, *VM_NAME(vm, constructor))) return true;
  bool has;
  TRY(has_own_property(vm, main, key, &has));
  if (has) return true;
  if (value_is_object(*upper)) {
    TRY(has_own_property(vm, upper, key, &has));
    if (has) return true;
  }
  *out = true;
  return true;
}

static bool inherited_property(Inspector *in, Handle main, Handle object, double depth, Handle key, View *view) {
  VM *vm = in->vm;
  ROOTS(vm, slots[3]);
  PropertyDescriptor descriptor = DESCRIPTOR_IN(r.slots);
  bool has;
  TRY(get_own_property(vm, object, key, &descriptor, &has));
  if (!has || value_is_callable(r.slots[0])) return true;
  Text *text = text_list_add(&view->inherited);
  if (in->options.colors) builder_ascii(text, "\033[2m");
  TRY(inspect_property(in, object, depth, key, ENTRIES_OBJECT, main, text));
  if (in->options.colors) builder_ascii(text, "\033[22m");
  return true;
}

static bool is_builtin_prototype(VM *vm, Handle object, bool *out) {
  ROOTS(vm, function);
  TEXT(name);
  bool found;
  TRY(own_constructor(vm, object, &r.function, &name, &found));
  *out = found && is_builtin_name(&name);
  return true;
}

// Up to three prototypes from *first on (from its prototype, when *first is *main), without those every program has.
static bool add_inherited(Inspector *in, Handle main, Handle first, double depth, View *view) {
  VM *vm = in->vm;
  ROOTS(vm, object, upper, keys, key);
  r.object = *first;
  Seen seen = {in->seen, main};
  for (int level = 0; level < 3; level++) {
    if (level > 0 || value_same(*main, *first)) {
      r.upper = level > 0 ? r.object : VALUE_EMPTY;
      r.object = object_prototype(vm, &r.object);
      if (!value_is_object(r.object)) return true;
      bool builtin;
      TRY(is_builtin_prototype(vm, &r.object, &builtin));
      if (builtin) return true;
    }
    TRY(own_keys(vm, &r.object, KEYS_STRINGS | KEYS_SYMBOLS, &r.keys));
    double count = array_length(&r.keys);
    for (double i = 0; i < count; i++) {
      TRY(get_index(vm, &r.keys, i, &r.key));
      bool is_new;
      TRY(key_is_new(vm, main, &r.key, &r.upper, &is_new));
      if (!is_new) continue;
      in->seen = &seen;
      bool ok = inherited_property(in, main, &r.object, depth, &r.key, view);
      in->seen = seen.outer;
      TRY(ok);
    }
  }
  return true;
}

// ------------------------------------------------------------------------------------------------------ constructors

// Object and Function are known by their prototypes, whatever has become of those's constructor property.
static const char *well_known_name(VM *vm, Handle holder, Handle value) {
  bool object = value_same(*holder, runtime(vm)->object_prototype);
  bool function = value_same(*holder, runtime(vm)->function_prototype);
  if (!object && !function) return NULL;
  if (!inherits_from(vm, value, holder)) return NULL;
  return object ? "Object" : "Function";
}

// instanceof that answers false when it throws.
static bool is_instance(VM *vm, Handle value, Handle function, bool *out) {
  if (instance_of(vm, value, function, out)) return true;
  *out = false;
  return exception_discard(vm);
}

// Appends the name of the constructor found along the chain of prototypes; what prototypes add goes into
// view->inherited (view may be NULL).
static bool name_along_chain(Inspector *in, Handle value, double depth, View *view, Text *out, bool *found) {
  VM *vm = in->vm;
  ROOTS(vm, holder, first, function);
  r.holder = *value;
  *found = true;
  while (value_is_object(r.holder)) {
    TEXT(name);
    bool named, builtin = false;
    const char *known = well_known_name(vm, &r.holder, value);
    if (known) {
      builder_ascii(&name, known);
      named = true;
    } else {
      TRY(own_constructor(vm, &r.holder, &r.function, &name, &named));
      if (named) TRY(is_instance(vm, value, &r.function, &named));
      builtin = is_builtin_name(&name);
    }
    if (named) {
      text_append(out, &name);
      bool list = view && (!builtin || !value_same(r.first, r.holder)) && !(known && value_same(r.first, r.holder));
      return !list || add_inherited(in, value, value_is_object(r.first) ? &r.first : value, depth, view);
    }
    r.holder = object_prototype(vm, &r.holder);
    if (value_is_empty(r.first)) r.first = r.holder;
  }
  *found = false;
  return true;
}

// Appends the constructor's name.  An object whose constructor is not known is "Kind <what its prototype is>"; one
// without a prototype has none.
static bool constructor_name_to(Inspector *in, Handle value, double depth, View *view, Text *out, bool *none) {
  VM *vm = in->vm;
  ROOTS(vm, prototype);
  bool found, no_name;
  *none = false;
  TRY(name_along_chain(in, value, depth, view, out, &found));
  if (found) return true;
  r.prototype = object_prototype(vm, value);
  if (!value_is_object(r.prototype)) {
    *none = true;
    return true;
  }
  builder_ascii(out, kind_name(*value));
  if (too_deep(in, depth)) {
    builder_ascii(out, " <Complex prototype>");
    return true;
  }
  builder_ascii(out, " <");
  TRY(constructor_name_to(in, &r.prototype, depth + 1, view, out, &no_name));
  if (no_name) {
    InspectOptions options = in->options;
    options.custom_inspect = false;
    options.depth = -1;
    TRY(inspect_to(vm, &r.prototype, &options, &undefined_value_, out));
  }
  builder_ascii(out, ">");
  return true;
}

bool find_constructor(Inspector *in, Handle value, double depth, View *view) {
  bool list_inherited = in->options.show_hidden && !too_deep(in, depth);
  return constructor_name_to(in, value, depth, list_inherited ? view : NULL, &view->constructor, &view->no_constructor);
}

// Symbol.toStringTag, unless the property will be listed anyway.
bool find_tag(Inspector *in, Handle value, View *view) {
  VM *vm = in->vm;
  ROOTS(vm, tag, slots[3]);
  TRY(get(vm, value, VM_SYMBOL(vm, toStringTag), &r.tag));
  if (!value_is_string(r.tag) || string_length(&r.tag) == 0) return true;
  PropertyDescriptor descriptor = DESCRIPTOR_IN(r.slots);
  bool own;
  TRY(get_own_property(vm, value, VM_SYMBOL(vm, toStringTag), &descriptor, &own));
  if (own && (in->options.show_hidden || descriptor.enumerable == 1)) return true;
  string_to(vm, &r.tag, &view->tag);
  return true;
}

void prefix_to(const View *view, const char *fallback, double size, Text *out) {
  bool tagged = view->tag.length > 0;
  if (view->no_constructor) {
    builder_ascii(out, "[");
    builder_ascii(out, fallback);
  } else {
    text_append(out, &view->constructor);
    tagged = tagged && !text_equals(&view->constructor, &view->tag);
  }
  if (size >= 0) builder_format(out, "(%.0f)", size);
  if (view->no_constructor) {
    builder_ascii(out, ": null prototype]");
    tagged = tagged && !text_is(&view->tag, fallback);
  }
  if (tagged) {
    builder_ascii(out, " [");
    text_append(out, &view->tag);
    builder_ascii(out, "]");
  }
  builder_ascii(out, " ");
}
