// builtins/object/object.c - the Object constructor and Object.prototype (ECMA-262 section 20.1, annex B.2.2).
#include "builtins/builtins.h"
#include "builtins/object/descriptor.h"
#include "vm/exec/iterator.h"
#include "vm/native.h"

static const Value empty = {0};

// ---------------------------------------------------------------------------------------------------- constructor

// 20.1.1.1
static bool object_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, prototype);
  if (is_construct(args) && !value_same(*args->new_target, *args->callee)) {
    TRY(prototype_from_new_target(vm, args, &runtime(vm)->object_prototype, &r.prototype));
    object_new_with_prototype(vm, &r.prototype, out);
    return true;
  }
  if (value_is_nullish(*arg(args, 0))) {
    object_new(vm, out);
    return true;
  }
  return to_object(vm, arg(args, 0), out);
}

// The own property *key if there is one and it is enumerable: *found tells.
static bool get_enumerable(VM *vm, Handle object, Handle key, bool *found, Slot out) {
  ROOTS(vm, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  TRY(get_own_property(vm, object, key, &d, found));
  *found = *found && d.enumerable == 1;
  if (!*found) return true;
  if (value_is_empty(*d.value)) return get(vm, object, key, out);
  *out = *d.value;
  return true;
}

// Descriptors that wait in a list: name, three values, and what else there is to know.
enum { WAITING_WORDS = 5, WAITING_BITS = 3 };

static bool append_descriptor(VM *vm, Handle list, Handle key, const PropertyDescriptor *d) {
  Handle values[] = {d->value, d->getter, d->setter};
  int given = 0;
  TRY(array_push(vm, list, key));
  for (int i = 0; i < 3; i++) {
    if (!value_is_empty(*values[i])) given |= 1 << i;
    TRY(array_push(vm, list, value_is_empty(*values[i]) ? &undefined_value_ : values[i]));
  }
  int attributes = ((d->writable + 1) * 3 + d->enumerable + 1) * 3 + d->configurable + 1;
  Value detail = value_int(attributes << WAITING_BITS | given);
  return array_push(vm, list, &detail);
}

static bool take_descriptor(VM *vm, Handle list, double at, Slot key, PropertyDescriptor *d) {
  Slot values[] = {d->value, d->getter, d->setter};
  ROOTS(vm, detail);
  TRY(get_index(vm, list, at, key));
  TRY(get_index(vm, list, at + 4, &r.detail));
  int given = value_as_int(r.detail), attributes = given >> WAITING_BITS;
  for (int i = 0; i < 3; i++) {
    if (given & 1 << i) TRY(get_index(vm, list, at + 1 + i, values[i]));
    else *values[i] = VALUE_EMPTY;
  }
  d->configurable = (int8_t)(attributes % 3 - 1);
  d->enumerable = (int8_t)(attributes / 3 % 3 - 1);
  d->writable = (int8_t)(attributes / 9 - 1);
  return true;
}

// 20.1.2.3.1: all descriptors are read before the first property is defined.
static bool define_from(VM *vm, Handle object, Handle properties) {
  ROOTS(vm, properties, keys, key, description, list, slots[3]);
  bool ok;
  TRY(to_object(vm, properties, &r.properties));
  TRY(own_keys(vm, &r.properties, KEYS_STRINGS | KEYS_SYMBOLS, &r.keys));
  TRY(array_new(vm, 0, &r.list));
  for (uint32_t i = 0; i < array_length(&r.keys); i++) {
    bool found;
    TRY(get_index(vm, &r.keys, i, &r.key));
    TRY(get_enumerable(vm, &r.properties, &r.key, &found, &r.description));
    if (!found) continue;
    PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
    TRY(to_descriptor(vm, &r.description, &d));
    TRY(append_descriptor(vm, &r.list, &r.key, &d));
  }
  for (double i = 0; i < array_length(&r.list); i += WAITING_WORDS) {
    PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
    TRY(take_descriptor(vm, &r.list, i, &r.key, &d));
    TRY(define_own_property(vm, object, &r.key, &d, true, &ok));
  }
  return true;
}

// 20.1.2.2
static bool object_create(VM *vm, const Args *args, Slot out) {
  Handle prototype = arg(args, 0);
  if (!value_is_object(*prototype) && !value_is_null(*prototype)) {
    return throw_type(vm, "Object prototype may only be an Object or null: %v", prototype);
  }
  object_new_with_prototype(vm, prototype, out);
  if (value_is_undefined(*arg(args, 1))) return true;
  return define_from(vm, out, arg(args, 1));
}

// 20.1.2.4
static bool object_define_property(VM *vm, const Args *args, Slot out) {
  if (!value_is_object(*arg(args, 0))) return throw_type(vm, "Object.defineProperty called on non-object");
  ROOTS(vm, key, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  bool ok;
  TRY(to_property_key(vm, arg(args, 1), &r.key));
  TRY(to_descriptor(vm, arg(args, 2), &d));
  TRY(define_own_property(vm, arg(args, 0), &r.key, &d, true, &ok));
  *out = *arg(args, 0);
  return true;
}

// 20.1.2.3
static bool object_define_properties(VM *vm, const Args *args, Slot out) {
  if (!value_is_object(*arg(args, 0))) return throw_type(vm, "Object.defineProperties called on non-object");
  TRY(define_from(vm, arg(args, 0), arg(args, 1)));
  *out = *arg(args, 0);
  return true;
}

// 20.1.2.8
static bool object_get_own_property_descriptor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  TRY(to_object(vm, arg(args, 0), &r.object));
  return descriptor_of(vm, &r.object, arg(args, 1), out);
}

// 20.1.2.9
static bool object_get_own_property_descriptors(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, keys, key, result, d);
  TRY(to_object(vm, arg(args, 0), &r.object));
  TRY(own_keys(vm, &r.object, KEYS_STRINGS | KEYS_SYMBOLS, &r.keys));
  object_new(vm, &r.result);
  uint32_t count = (uint32_t)array_length(&r.keys);
  for (uint32_t i = 0; i < count; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    TRY(descriptor_of(vm, &r.object, &r.key, &r.d));
    if (!value_is_undefined(r.d)) TRY(define_data(vm, &r.result, &r.key, &r.d, ATTR_ALL));
  }
  *out = r.result;
  return true;
}

static bool keys_of(VM *vm, const Args *args, int flags, Slot out) {
  ROOTS(vm, object);
  TRY(to_object(vm, arg(args, 0), &r.object));
  return own_keys(vm, &r.object, flags, out);
}

static bool object_keys(VM *vm, const Args *args, Slot out) {
  return keys_of(vm, args, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, out);
}
static bool object_get_own_property_names(VM *vm, const Args *args, Slot out) {
  return keys_of(vm, args, KEYS_STRINGS, out);
}
static bool object_get_own_property_symbols(VM *vm, const Args *args, Slot out) {
  return keys_of(vm, args, KEYS_SYMBOLS, out);
}

// Values, or [key, value] pairs, of the enumerable string keys (7.3.24).
static bool values_of(VM *vm, const Args *args, bool entries, Slot out) {
  ROOTS(vm, object, keys, pair[2], result, entry);
  TRY(to_object(vm, arg(args, 0), &r.object));
  TRY(own_keys(vm, &r.object, KEYS_STRINGS, &r.keys));
  TRY(array_new(vm, 0, &r.result));
  uint32_t count = (uint32_t)array_length(&r.keys);
  for (uint32_t i = 0; i < count; i++) {
    bool found;
    TRY(get_index(vm, &r.keys, i, &r.pair[0]));
    TRY(get_enumerable(vm, &r.object, &r.pair[0], &found, &r.pair[1]));
    if (!found) continue;
    if (entries) TRY(array_from_values(vm, r.pair, 2, &r.entry));
    TRY(array_push(vm, &r.result, entries ? &r.entry : &r.pair[1]));
  }
  *out = r.result;
  return true;
}
static bool object_values(VM *vm, const Args *args, Slot out) { return values_of(vm, args, false, out); }
static bool object_entries(VM *vm, const Args *args, Slot out) { return values_of(vm, args, true, out); }

// 20.1.2.1
static bool object_assign(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, target, source, keys, key, value);
  TRY(to_object(vm, arg(args, 0), &r.target));
  for (uint32_t i = 1; i < args->argc; i++) {
    if (value_is_nullish(args->values[i])) continue;
    TRY(to_object(vm, &args->values[i], &r.source));
    TRY(own_keys(vm, &r.source, KEYS_STRINGS | KEYS_SYMBOLS, &r.keys));
    uint32_t count = (uint32_t)array_length(&r.keys);
    for (uint32_t k = 0; k < count; k++) {
      bool found;
      TRY(get_index(vm, &r.keys, k, &r.key));
      TRY(get_enumerable(vm, &r.source, &r.key, &found, &r.value));
      if (found) TRY(put(vm, &r.target, &r.key, &r.value));
    }
  }
  *out = r.target;
  return true;
}

static bool add_entry(VM *vm, Handle object, Handle entry) {
  ROOTS(vm, key, value);
  if (!value_is_object(*entry)) return throw_type(vm, "Iterator value %v is not an entry object", entry);
  TRY(get_index(vm, entry, 0, &r.key));
  TRY(get_index(vm, entry, 1, &r.value));
  return define_data(vm, object, &r.key, &r.value, ATTR_ALL);
}

// 20.1.2.7
static bool object_from_entries(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, iterator[2], entry);
  if (value_is_nullish(*arg(args, 0))) return throw_type(vm, "undefined is not iterable");
  object_new(vm, &r.object);
  TRY(iterator_open(vm, arg(args, 0), r.iterator));
  for (;;) {
    bool done;
    TRY(iterator_step(vm, r.iterator, &r.entry, &done));
    if (done) break;
    if (!add_entry(vm, &r.object, &r.entry)) return iterator_close_failed(vm, r.iterator);
  }
  *out = r.object;
  return true;
}

static bool object_get_prototype_of(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  TRY(to_object(vm, arg(args, 0), &r.object));
  *out = object_prototype(vm, &r.object);
  return true;
}

static bool change_prototype(VM *vm, Handle object, Handle prototype) {
  bool ok;
  if (!value_is_object(*object)) return true;
  TRY(set_prototype(vm, object, prototype, &ok));
  if (ok) return true;
  if (value_same(*object, runtime(vm)->object_prototype)) {
    return throw_type(vm, "Immutable prototype object 'Object.prototype' cannot have their prototype set");
  }
  if (!is_extensible(vm, object)) return throw_type(vm, "%v is not extensible", object);
  return throw_type(vm, "Cyclic __proto__ value");
}

// 20.1.2.23
static bool object_set_prototype_of(VM *vm, const Args *args, Slot out) {
  if (value_is_nullish(*arg(args, 0))) return throw_type(vm, "Object.setPrototypeOf called on null or undefined");
  if (!value_is_object(*arg(args, 1)) && !value_is_null(*arg(args, 1))) {
    return throw_type(vm, "Object prototype may only be an Object or null: %v", arg(args, 1));
  }
  *out = *arg(args, 0);
  return change_prototype(vm, arg(args, 0), arg(args, 1));
}

static bool object_is(VM *vm, const Args *args, Slot out) {
  *out = value_boolean(same_value(vm, arg(args, 0), arg(args, 1)));
  return true;
}

static bool object_prevent_extensions(VM *vm, const Args *args, Slot out) {
  *out = *arg(args, 0);
  return value_is_object(*out) ? prevent_extensions(vm, arg(args, 0)) : true;
}
static bool object_seal(VM *vm, const Args *args, Slot out) {
  *out = *arg(args, 0);
  return value_is_object(*out) ? set_integrity(vm, arg(args, 0), INTEGRITY_SEALED) : true;
}
static bool object_freeze(VM *vm, const Args *args, Slot out) {
  *out = *arg(args, 0);
  return value_is_object(*out) ? set_integrity(vm, arg(args, 0), INTEGRITY_FROZEN) : true;
}
static bool object_is_extensible(VM *vm, const Args *args, Slot out) {
  *out = value_boolean(value_is_object(*arg(args, 0)) && is_extensible(vm, arg(args, 0)));
  return true;
}
static bool has_integrity(VM *vm, Handle object, int level, Slot out) {
  bool holds = true;
  if (value_is_object(*object)) TRY(test_integrity(vm, object, level, &holds));
  *out = value_boolean(holds);
  return true;
}
static bool object_is_sealed(VM *vm, const Args *args, Slot out) {
  return has_integrity(vm, arg(args, 0), INTEGRITY_SEALED, out);
}
static bool object_is_frozen(VM *vm, const Args *args, Slot out) {
  return has_integrity(vm, arg(args, 0), INTEGRITY_FROZEN, out);
}

// 20.1.2.14
static bool object_has_own(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, key);
  bool has;
  TRY(to_object(vm, arg(args, 0), &r.object));
  TRY(to_property_key(vm, arg(args, 1), &r.key));
  TRY(has_own_property(vm, &r.object, &r.key, &has));
  *out = value_boolean(has);
  return true;
}

// ------------------------------------------------------------------------------------------------------ prototype

// 20.1.3.2
static bool object_has_own_property(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, key);
  bool has;
  TRY(to_property_key(vm, arg(args, 0), &r.key));
  TRY(to_object(vm, args->self, &r.object));
  TRY(has_own_property(vm, &r.object, &r.key, &has));
  *out = value_boolean(has);
  return true;
}

// 20.1.3.3
static bool object_is_prototype_of(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self, object);
  bool is = false;
  if (value_is_object(*arg(args, 0))) {
    TRY(to_object(vm, args->self, &r.self));
    r.object = *arg(args, 0);
    while (!is && value_is_object(r.object = object_prototype(vm, &r.object))) is = value_same(r.object, r.self);
  }
  *out = value_boolean(is);
  return true;
}

// 20.1.3.4
static bool object_property_is_enumerable(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, key, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  bool found;
  TRY(to_property_key(vm, arg(args, 0), &r.key));
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_own_property(vm, &r.object, &r.key, &d, &found));
  *out = value_boolean(found && d.enumerable == 1);
  return true;
}

// 20.1.3.6
static bool object_to_string(VM *vm, const Args *args, Slot out) {
  if (value_is_undefined(*args->self)) return string_from_ascii(vm, "[object Undefined]", out);
  if (value_is_null(*args->self)) return string_from_ascii(vm, "[object Null]", out);
  ROOTS(vm, object, tag);
  TRY(to_object(vm, args->self, &r.object));
  TRY(get(vm, &r.object, VM_SYMBOL(vm, toStringTag), &r.tag));
  StringBuilder b;
  builder_init(&b);
  builder_ascii(&b, "[object ");
  if (value_is_string(r.tag)) builder_string(vm, &b, &r.tag);
  else builder_ascii(&b, kind_names[value_kind(r.object)].tag);
  builder_ascii(&b, "]");
  return builder_finish(vm, &b, out);
}

static bool object_to_locale_string(VM *vm, const Args *args, Slot out) {
  if (value_is_nullish(*args->self))
    return throw_type(vm, "Object.prototype.toLocaleString called on null or undefined");
  return invoke(vm, args->self, VM_NAME(vm, toString), 0, NULL, out);
}
static bool object_value_of(VM *vm, const Args *args, Slot out) { return to_object(vm, args->self, out); }

// B.2.2.1
static bool get_proto(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  TRY(to_object(vm, args->self, &r.object));
  *out = object_prototype(vm, &r.object);
  return true;
}
static bool set_proto(VM *vm, const Args *args, Slot out) {
  (void)out;
  if (value_is_nullish(*args->self))
    return throw_type(vm, "set Object.prototype.__proto__ called on null or undefined");
  if (!value_is_object(*arg(args, 0)) && !value_is_null(*arg(args, 0))) return true;
  return change_prototype(vm, args->self, arg(args, 0));
}

// B.2.2.2 to B.2.2.5
static bool define_half(VM *vm, const Args *args, bool getter) {
  ROOTS(vm, object, key);
  TRY(to_object(vm, args->self, &r.object));
  if (!value_is_callable(*arg(args, 1))) {
    return throw_type(vm, "Object.prototype.__define%s__: Expecting function", getter ? "Getter" : "Setter");
  }
  TRY(to_property_key(vm, arg(args, 0), &r.key));
  return define_accessor(vm, &r.object, &r.key, getter ? arg(args, 1) : &empty, getter ? &empty : arg(args, 1),
                         ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
}
static bool define_getter(VM *vm, const Args *args, Slot out) { return (void)out, define_half(vm, args, true); }
static bool define_setter(VM *vm, const Args *args, Slot out) { return (void)out, define_half(vm, args, false); }

static bool lookup_half(VM *vm, const Args *args, bool getter, Slot out) {
  ROOTS(vm, object, key, slots[3]);
  TRY(to_object(vm, args->self, &r.object));
  TRY(to_property_key(vm, arg(args, 0), &r.key));
  *out = VALUE_UNDEFINED;
  for (; value_is_object(r.object); r.object = object_prototype(vm, &r.object)) {
    PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
    bool found;
    TRY(get_own_property(vm, &r.object, &r.key, &d, &found));
    if (!found) continue;
    Value half = getter ? r.slots[1] : r.slots[2];
    if (!value_is_empty(half)) *out = half;
    return true;
  }
  return true;
}
static bool lookup_getter(VM *vm, const Args *args, Slot out) { return lookup_half(vm, args, true, out); }
static bool lookup_setter(VM *vm, const Args *args, Slot out) { return lookup_half(vm, args, false, out); }

static const Builtin constructor = {"Object", object_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin functions[] = {
    METHOD("assign", object_assign, 2),
    METHOD("getOwnPropertyDescriptor", object_get_own_property_descriptor, 2),
    METHOD("getOwnPropertyDescriptors", object_get_own_property_descriptors, 1),
    METHOD("getOwnPropertyNames", object_get_own_property_names, 1),
    METHOD("getOwnPropertySymbols", object_get_own_property_symbols, 1),
    METHOD("hasOwn", object_has_own, 2),
    METHOD("is", object_is, 2),
    METHOD("preventExtensions", object_prevent_extensions, 1),
    METHOD("seal", object_seal, 1),
    METHOD("create", object_create, 2),
    METHOD("defineProperties", object_define_properties, 2),
    METHOD("defineProperty", object_define_property, 3),
    METHOD("freeze", object_freeze, 1),
    METHOD("getPrototypeOf", object_get_prototype_of, 1),
    METHOD("setPrototypeOf", object_set_prototype_of, 2),
    METHOD("isExtensible", object_is_extensible, 1),
    METHOD("isFrozen", object_is_frozen, 1),
    METHOD("isSealed", object_is_sealed, 1),
    METHOD("keys", object_keys, 1),
    METHOD("entries", object_entries, 1),
    METHOD("fromEntries", object_from_entries, 1),
    METHOD("values", object_values, 1),
};
static const Builtin methods[] = {
    METHOD("__defineGetter__", define_getter, 2),
    METHOD("__defineSetter__", define_setter, 2),
    METHOD("hasOwnProperty", object_has_own_property, 1),
    METHOD("__lookupGetter__", lookup_getter, 1),
    METHOD("__lookupSetter__", lookup_setter, 1),
    METHOD("isPrototypeOf", object_is_prototype_of, 1),
    METHOD("propertyIsEnumerable", object_property_is_enumerable, 1),
    METHOD("toString", object_to_string, 0),
    METHOD("valueOf", object_value_of, 0),
    GETTER("__proto__", get_proto),
    SETTER("__proto__", set_proto),
    METHOD("toLocaleString", object_to_locale_string, 0),
};

void install_object(VM *vm) {
  ROOTS(vm, constructor);
  Runtime *rt = runtime(vm);
  define_constructor(vm, &rt->global, &constructor, &rt->object_prototype, &r.constructor);
  DEFINE_BUILTINS(vm, &r.constructor, functions);
  DEFINE_BUILTINS(vm, &rt->object_prototype, methods);
}
