// vm/property/property.c - [[Get]], [[Set]], [[HasProperty]] along the prototype chain (ECMA-262 sections 10.1.7
// to 10.1.9).
#include "vm/property/property.h"

#include "objects/object.h"
#include "vm/exec/arguments.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/exec/interpreter.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"

// ----------------------------------------------------------------------------------------------------------- keys

static bool key_is_ready(Value key) {
  uint32_t index;
  if (value_is_number(key)) return value_as_index(key, &index);
  if (value_is_symbol(key)) return true;
  return value_is_string(key) && (heap_object_flags(value_as_object(key)) & (STRING_INTERNALIZED | STRING_NOT_INDEX)) ==
                                     (STRING_INTERNALIZED | STRING_NOT_INDEX);
}

static bool ready_key(VM *vm, Handle key, Slot out) {
  if (LIKELY(key_is_ready(*key))) {
    *out = *key;
    return true;
  }
  return to_property_key(vm, key, out);
}

// A number key beyond the array indexes is a name.
static bool index_key(VM *vm, double index, Slot out) {
  Value key = number(index);
  return ready_key(vm, &key, out);
}

// ------------------------------------------------------------------------------------------------------------ get

static Value primitive_prototype(VM *vm, Value value) {
  Runtime *rt = runtime(vm);
  if (value_is_string(value)) return rt->string_prototype;
  if (value_is_number(value)) return rt->number_prototype;
  if (value_is_boolean(value)) return rt->boolean_prototype;
  return rt->symbol_prototype;
}

static bool get_of_string(VM *vm, Handle string, Handle key, bool *found, Slot out) {
  uint32_t index;
  *found = true;
  if (key_is_index(*key) && value_as_index(*key, &index)) {
    if (index < string_length(string)) {
      ROOTS(vm, string);
      r.string = *string;
      string_from_unit(vm, string_unit_at(vm, &r.string, index), out);
      return true;
    }
  } else if (value_same(*key, *VM_NAME(vm, length))) {
    *out = value_int((int32_t)string_length(string));
    return true;
  }
  *found = false;
  return true;
}

static bool call_getter(VM *vm, const Lookup *lookup, Handle receiver, Slot out) {
  ROOTS(vm, getter);
  Value pair = lookup_raw_value(vm, lookup);
  r.getter = field_get(&((AccessorPair *)value_as_object(pair))->getter);
  if (value_is_undefined(r.getter)) {
    *out = VALUE_UNDEFINED;
    return true;
  }
  return vm_call(vm, &r.getter, receiver, 0, NULL, out);
}

static bool chain_find(VM *vm, Handle start, Handle key, Lookup *lookup) {
  Value holder = *start;
  lookup->outside = false;
  while (value_is_object(holder)) {
    lookup_own(vm, holder, *key, lookup);
    if (lookup->type != LOOKUP_NONE) return true;
    if (lookup->outside) return false;
    holder = field_get(&object_shape(vm, holder)->prototype);
  }
  return false;
}

static bool get_ready(VM *vm, Handle object, Handle key, Handle receiver, bool *found, Slot out) {
  Lookup lookup;
  *found = chain_find(vm, object, key, &lookup);
  if (!*found) {
    *out = VALUE_UNDEFINED;
    return true;
  }
  if (lookup.attributes & ATTR_ACCESSOR) return call_getter(vm, &lookup, receiver, out);
  return lookup_value(vm, &lookup, out);
}

bool get_with_receiver(VM *vm, Handle object, Handle key, Handle receiver, Slot out) {
  ROOTS(vm, start, key, receiver);
  bool found;
  if (value_is_nullish(*object)) {
    if (value_same(*key, *VM_SYMBOL(vm, iterator))) {
      const char *type = value_is_null(*object) ? "object " : "";
      return throw_type(vm, "%s%v is not iterable (cannot read property Symbol(Symbol.iterator))", type, object);
    }
    const char *what = value_is_null(*object) ? "null" : "undefined";
    if (!key_is_shown(vm, key)) return throw_type(vm, "Cannot read properties of %s", what);
    return throw_type(vm, "Cannot read properties of %s (reading '%k')", what, key);
  }
  r.start = *object;
  r.receiver = *receiver;
  TRY(ready_key(vm, key, &r.key));
  if (!value_is_object(r.start)) {
    if (value_is_string(r.start)) {
      TRY(get_of_string(vm, &r.start, &r.key, &found, out));
      if (found) return true;
    }
    r.start = primitive_prototype(vm, r.start);
  }
  return get_ready(vm, &r.start, &r.key, &r.receiver, &found, out);
}

bool get(VM *vm, Handle object, Handle key, Slot out) { return get_with_receiver(vm, object, key, object, out); }

bool get_index(VM *vm, Handle object, double index, Slot out) {
  ROOTS(vm, key);
  TRY(index_key(vm, index, &r.key));
  return get(vm, object, &r.key, out);
}

bool find(VM *vm, Handle object, Handle key, bool *found, Slot out) {
  ROOTS(vm, object, key);
  r.object = *object;
  TRY(ready_key(vm, key, &r.key));
  return get_ready(vm, &r.object, &r.key, &r.object, found, out);
}

bool find_index(VM *vm, Handle object, double index, bool *found, Slot out) {
  ROOTS(vm, key);
  TRY(index_key(vm, index, &r.key));
  return find(vm, object, &r.key, found, out);
}

bool has_property(VM *vm, Handle object, Handle key, bool *out) {
  ROOTS(vm, object, key);
  r.object = *object;
  TRY(ready_key(vm, key, &r.key));
  Lookup lookup;
  *out = chain_find(vm, &r.object, &r.key, &lookup);
  return true;
}

bool has_own_property(VM *vm, Handle object, Handle key, bool *out) {
  ROOTS(vm, object, key);
  r.object = *object;
  TRY(ready_key(vm, key, &r.key));
  Lookup lookup;
  lookup_own(vm, r.object, r.key, &lookup);
  *out = lookup.type != LOOKUP_NONE;
  return true;
}

bool get_length(VM *vm, Handle object, double *out) {
  if (value_is_array(*object)) {
    *out = array_length(object);
    return true;
  }
  ROOTS(vm, length);
  TRY(get(vm, object, VM_NAME(vm, length), &r.length));
  return to_length(vm, &r.length, out);
}

bool get_method(VM *vm, Handle object, Handle key, Slot out) {
  ROOTS(vm, method);
  TRY(get(vm, object, key, &r.method));
  if (value_is_nullish(r.method)) {
    *out = VALUE_UNDEFINED;
    return true;
  }
  if (!value_is_callable(r.method)) return throw_not_function(vm, &r.method);
  *out = r.method;
  return true;
}

bool invoke(VM *vm, Handle object, Handle key, uint32_t argc, Handle arguments, Slot out) {
  ROOTS(vm, method);
  TRY(get(vm, object, key, &r.method));
  if (!value_is_callable(r.method)) return throw_type(vm, "%k is not a function", key);
  return vm_call(vm, &r.method, object, argc, arguments, out);
}

// ------------------------------------------------------------------------------------------------------------ put

static bool string_has_own(VM *vm, Handle string, Handle key) {
  uint32_t index;
  if (key_is_index(*key)) return value_as_index(*key, &index) && index < string_length(string);
  return value_same(*key, *VM_NAME(vm, length));
}

static bool refuse_read_only(VM *vm, Handle object, Handle key, bool throw_on_failure, bool *ok) {
  *ok = false;
  if (!throw_on_failure) return true;
  if (!value_is_object(*object)) {
    const char *type = value_is_string(*object)    ? "string"
                       : value_is_number(*object)  ? "number"
                       : value_is_boolean(*object) ? "boolean"
                                                   : "symbol";
    if (value_is_string(*object) && string_has_own(vm, object, key)) {
      return throw_type(vm, "Cannot assign to read only property '%k' of string '%v'", key, object);
    }
    return throw_type(vm, "Cannot create property '%k' on %s '%v'", key, type, object);
  }
  return throw_type(vm, "Cannot assign to read only property '%k' of %s '%v'", key,
                    value_is_callable(*object) ? "function" : "object", object);
}

static bool refuse_getter_only(VM *vm, Handle object, Handle key, bool throw_on_failure, bool *ok) {
  *ok = false;
  if (!throw_on_failure) return true;
  return throw_type(vm, "Cannot set property %k of %v which has only a getter", key, object);
}

static bool refuse_add(VM *vm, Handle key, bool throw_on_failure, bool *ok) {
  *ok = false;
  if (!throw_on_failure) return true;
  return throw_type(vm, "Cannot add property %k, object is not extensible", key);
}

// The last element left could not be deleted.
static bool refuse_shorter(VM *vm, Handle array, bool throw_on_failure) {
  if (!throw_on_failure) return true;
  Value index = number(array_length(array) - 1);
  return throw_type(vm, "Cannot delete property '%k' of %v", &index, array);
}

static bool call_setter(VM *vm, const Lookup *lookup, Handle receiver, Handle key, Handle value, bool throw_on_failure,
                        bool *ok) {
  ROOTS(vm, setter, result);
  Value pair = lookup_raw_value(vm, lookup);
  r.setter = field_get(&((AccessorPair *)value_as_object(pair))->setter);
  if (value_is_undefined(r.setter)) return refuse_getter_only(vm, receiver, key, throw_on_failure, ok);
  *ok = true;
  return vm_call(vm, &r.setter, receiver, 1, value, &r.result);
}

// Overwrites the value of an own, writable data property.
static bool overwrite(VM *vm, Handle object, Handle key, const Lookup *lookup, Handle value, bool throw_on_failure,
                      bool *ok) {
  *ok = true;
  if (lookup->type == LOOKUP_ELEMENT) TRY(elements_make_own(vm, object));
  JSObject *o = as_object(object);  // no allocation from here on but in the internal case, which is last
  switch (lookup->type) {
  case LOOKUP_SLOT: object_set_slot(vm, o, object_shape(vm, *object), lookup->slot, *value); break;
  case LOOKUP_DICTIONARY: {
    NameDictionary *d = (NameDictionary *)value_as_object(field_get(&o->properties));
    field_set(vm, d, &d->entries[lookup->slot].value, *value);
    break;
  }
  case LOOKUP_ELEMENT:
    elements_set(vm, (Elements *)value_as_object(field_get(&o->elements)), lookup->slot, *value);
    break;
  case LOOKUP_MAPPED: arguments_set_mapped(vm, *object, lookup->slot, *value); break;
  case LOOKUP_SPARSE: {
    NumberDictionary *d = (NumberDictionary *)value_as_object(field_get(&o->elements));
    field_set(vm, d, &numbers_find(d, lookup->slot)->value, *value);
    break;
  }
  case LOOKUP_INTERNAL:
    TRY(internal_set(vm, object, (InternalProperty)lookup->slot, value, ok));
    if (*ok) return true;
    if (value_is_array(*object) && array_length_is_writable(*object))
      return refuse_shorter(vm, object, throw_on_failure);
    return refuse_read_only(vm, object, key, throw_on_failure, ok);
  case LOOKUP_TYPED: return typed_array_put(vm, object, lookup->slot, value);
  default: break;
  }
  structure_changed_value(vm, *object, *key);
  return true;
}

static bool add_property(VM *vm, Handle object, Handle key, Handle value, bool throw_on_failure, bool *ok) {
  uint32_t index;
  if (!is_extensible(vm, object)) return refuse_add(vm, key, throw_on_failure, ok);
  *ok = true;
  if (key_is_index(*key) && value_as_index(*key, &index)) {
    if (value_is_array(*object) && index >= array_length(object) && !array_length_is_writable(*object)) {
      return refuse_read_only(vm, object, VM_NAME(vm, length), throw_on_failure, ok);
    }
    return element_put_own(vm, object, index, value);
  }
  return add_named_property(vm, object, key, value, ATTR_ALL);
}

// The receiver is another object than the one whose property was found (Reflect.set, primitives).
static bool put_on_receiver(VM *vm, Handle receiver, Handle key, Handle value, bool throw_on_failure, bool *ok) {
  if (!value_is_object(*receiver)) return refuse_read_only(vm, receiver, key, throw_on_failure, ok);
  Lookup own;
  lookup_own(vm, *receiver, *key, &own);
  if (own.outside) {
    *ok = false;
    return throw_on_failure ? throw_type(vm, "Invalid typed array index") : true;
  }
  if (own.type == LOOKUP_NONE) return add_property(vm, receiver, key, value, throw_on_failure, ok);
  if (own.attributes & ATTR_ACCESSOR || !(own.attributes & ATTR_WRITABLE)) {
    return refuse_read_only(vm, receiver, key, throw_on_failure, ok);
  }
  return overwrite(vm, receiver, key, &own, value, throw_on_failure, ok);
}

bool put_with(VM *vm, Handle object, Handle key, Handle value, Handle receiver, bool throw_on_failure, bool *ok) {
  ROOTS(vm, start, key, receiver, value);
  if (value_is_nullish(*object)) {
    const char *what = value_is_null(*object) ? "null" : "undefined";
    if (!key_is_shown(vm, key)) return throw_type(vm, "Cannot set properties of %s", what);
    return throw_type(vm, "Cannot set properties of %s (setting '%k')", what, key);
  }
  r.start = *object;
  r.receiver = *receiver;
  r.value = *value;
  TRY(ready_key(vm, key, &r.key));
  if (!value_is_object(r.start)) r.start = primitive_prototype(vm, r.start);
  uint64_t index;
  if (value_is_kind(r.start, KIND_TYPED_ARRAY) && value_same(r.start, r.receiver) &&
      key_as_typed_index(vm, r.key, &index)) {
    *ok = true;
    return typed_array_put(vm, &r.start, index, &r.value);
  }
  Lookup lookup;
  if (!chain_find(vm, &r.start, &r.key, &lookup)) {
    *ok = true;
    if (lookup.outside) {  // of a typed array among the prototypes; as the receiver it converts the value for nothing
      return !value_same(lookup.holder, r.receiver) || typed_array_put(vm, &r.receiver, UINT64_MAX, &r.value);
    }
    return put_on_receiver(vm, &r.receiver, &r.key, &r.value, throw_on_failure, ok);
  }
  if (lookup.attributes & ATTR_ACCESSOR)
    return call_setter(vm, &lookup, &r.receiver, &r.key, &r.value, throw_on_failure, ok);
  if (!(lookup.attributes & ATTR_WRITABLE)) return refuse_read_only(vm, &r.receiver, &r.key, throw_on_failure, ok);
  if (value_same(lookup.holder, r.receiver))
    return overwrite(vm, &r.receiver, &r.key, &lookup, &r.value, throw_on_failure, ok);
  return put_on_receiver(vm, &r.receiver, &r.key, &r.value, throw_on_failure, ok);
}

bool put(VM *vm, Handle object, Handle key, Handle value) {
  bool ok;
  return put_with(vm, object, key, value, object, true, &ok);
}

bool put_index(VM *vm, Handle object, double index, Handle value) {
  ROOTS(vm, key);
  TRY(index_key(vm, index, &r.key));
  return put(vm, object, &r.key, value);
}
