// vm/property/property-lookup.c - finding properties, and the values of internal ones.
#include "vm/exec/arguments.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/property/typed-array.h"
#include "objects/object.h"

static NameDictionary *name_dictionary(Value object) {
  return (NameDictionary *)value_as_object(field_get(&((JSObject *)value_as_object(object))->properties));
}
static HeapObject *elements_of(Value object) {
  return value_as_object(field_get(&((JSObject *)value_as_object(object))->elements));
}

static void lookup_own_named(VM *vm, Value object, const Shape *shape, Value key, Lookup *out) {
  if (shape->flags & SHAPE_DICTIONARY) {
    const NameDictionary *dictionary = name_dictionary(object);
    int entry = dictionary_find(dictionary, key);
    if (entry < 0) return;
    out->type = LOOKUP_DICTIONARY;
    out->slot = (unsigned)entry;
    out->attributes = value_as_int(field_get(&dictionary->entries[entry].detail));
    if (out->attributes & ATTR_INTERNAL) {
      out->type = LOOKUP_INTERNAL;
      out->slot = (unsigned)out->attributes >> 8;
      out->attributes &= 0xFF;
    }
  } else {
    int index = shape_find(vm, shape, key);
    if (index < 0) return;
    const Descriptor *descriptor = shape_descriptor(shape, index);
    out->attributes = descriptor_attributes(descriptor);
    out->type = out->attributes & ATTR_INTERNAL ? LOOKUP_INTERNAL : LOOKUP_SLOT;
    out->slot = descriptor_slot(descriptor);
    out->index = index;
  }
}

static void lookup_own_index(Value object, uint32_t index, Lookup *out) {
  HeapObject *elements = elements_of(object);
  out->slot = index;
  if (heap_object_kind(elements) == KIND_NUMBER_DICTIONARY) {
    const NumberEntry *entry = numbers_find((NumberDictionary *)elements, index);
    if (entry) {
      out->type = arguments_mapped(object, index) ? LOOKUP_MAPPED : LOOKUP_SPARSE;
      out->attributes = value_as_int(field_get(&entry->detail));
      return;
    }
  } else {
    const Elements *fast = (const Elements *)elements;
    if (index < fast->capacity && !value_is_empty(field_get(&fast->values[index]))) {
      out->type = LOOKUP_ELEMENT;
      out->attributes = ATTR_ALL;
      return;
    }
    if (UNLIKELY(arguments_mapped(object, index) != NULL)) {
      out->type = LOOKUP_MAPPED;
      out->attributes = ATTR_ALL;
      return;
    }
  }
  if (value_kind(object) == KIND_STRING_OBJECT) {
    Value string = field_get(&((WrapperObject *)value_as_object(object))->value);
    if (value_is_string(string) && index < string_length(&string)) {
      out->type = LOOKUP_CHARACTER;
      out->attributes = ATTR_ENUMERABLE;
    }
  }
}

// Keys that are numbers belong to a typed array alone (ECMA-262 section 10.4.5).
static bool lookup_own_typed(VM *vm, Value object, Value key, Lookup *out) {
  uint64_t index;
  if (LIKELY(value_kind(object) != KIND_TYPED_ARRAY) || !key_as_typed_index(vm, key, &index)) return false;
  const ViewObject *view = (const ViewObject *)value_as_object(object);
  out->outside = (double)index >= value_as_number(field_get(&view->length));
  if (out->outside) return true;
  out->type = LOOKUP_TYPED;
  out->slot = (unsigned)index;
  out->attributes = ATTR_ALL;
  return true;
}

void lookup_own(VM *vm, Value object, Value key, Lookup *out) {
  uint32_t index;
  *out = (Lookup){.type = LOOKUP_NONE, .holder = object};
  if (lookup_own_typed(vm, object, key, out)) return;
  if (key_is_index(key) && value_as_index(key, &index)) lookup_own_index(object, index, out);
  else lookup_own_named(vm, object, object_shape(vm, object), key, out);
}

void lookup_named(VM *vm, Value object, Value key, Lookup *out) {
  *out = (Lookup){.type = LOOKUP_NONE, .holder = object};
  for (int depth = 0; value_is_object(object); depth++) {
    const Shape *shape = object_shape(vm, object);
    if (!lookup_own_typed(vm, object, key, out)) lookup_own_named(vm, object, shape, key, out);
    if (out->outside) return;
    if (out->type != LOOKUP_NONE) {
      out->depth = depth;
      out->holder = object;
      if (out->type == LOOKUP_SLOT && (out->attributes & ATTR_ACCESSOR)) out->type = (LookupType)LOOKUP_ACCESSOR;
      return;
    }
    object = field_get(&shape->prototype);
  }
}

Value lookup_raw_value(VM *vm, const Lookup *lookup) {
  const JSObject *object = (const JSObject *)value_as_object(lookup->holder);
  switch (lookup->type) {
  case LOOKUP_SLOT: return field_get(object_slot(object, object_shape(vm, lookup->holder), lookup->slot));
  case LOOKUP_DICTIONARY: return field_get(&name_dictionary(lookup->holder)->entries[lookup->slot].value);
  case LOOKUP_ELEMENT: return field_get(&((Elements *)elements_of(lookup->holder))->values[lookup->slot]);
  case LOOKUP_MAPPED: return field_get(arguments_mapped(lookup->holder, lookup->slot));
  case LOOKUP_SPARSE:
    return field_get(&numbers_find((NumberDictionary *)elements_of(lookup->holder), lookup->slot)->value);
  default: return VALUE_UNDEFINED;
  }
}

bool lookup_value(VM *vm, const Lookup *lookup, Slot out) {
  if (lookup->type == LOOKUP_INTERNAL) {
    ROOTS(vm, holder);
    r.holder = lookup->holder;
    return internal_get(vm, &r.holder, (InternalProperty)lookup->slot, out);
  }
  if (lookup->type == LOOKUP_CHARACTER) {
    ROOTS(vm, string);
    r.string = field_get(&((WrapperObject *)value_as_object(lookup->holder))->value);
    string_from_unit(vm, string_unit_at(vm, &r.string, lookup->slot), out);
    return true;
  }
  if (lookup->type == LOOKUP_TYPED) {
    *out = typed_array_get(lookup->holder, lookup->slot);
    return true;
  }
  *out = lookup_raw_value(vm, lookup);
  return true;
}

// ---------------------------------------------------------------------------------------------- internal properties

static const Builtin *builtin_of(Handle function) { return value_as_private(field_get(&as_native(function)->builtin)); }

static bool function_length(VM *vm, Handle function, Slot out) {
  if (value_is_kind(*function, KIND_FUNCTION)) {
    *out = value_int(((Code *)value_as_object(field_get(&as_function(function)->code)))->length);
  } else if (value_is_kind(*function, KIND_NATIVE_FUNCTION)) {
    *out = value_int(builtin_of(function)->length);
  } else {
    *out = field_get(&as_bound(function)->length);
  }
  (void)vm;
  return true;
}

// There is room for the prefix: function_bind has seen to it.
static bool bound_name(VM *vm, Handle function, Slot out) {
  if (!(heap_object_flags(value_as_object(*function)) & BOUND_NAME_COMPLETE)) {
    ROOTS(vm, prefix, name);
    r.name = field_get(&as_bound(function)->name);
    TRY(string_from_ascii(vm, "bound ", &r.prefix));
    TRY(string_concat(vm, &r.prefix, &r.name, &r.name));
    field_set(vm, as_bound(function), &as_bound(function)->name, r.name);
    heap_object_set_flag(value_as_object(*function), BOUND_NAME_COMPLETE);
  }
  *out = field_get(&as_bound(function)->name);
  return true;
}

static bool function_name(VM *vm, Handle function, Slot out) {
  if (value_is_kind(*function, KIND_FUNCTION)) {
    *out = field_get(&((Code *)value_as_object(field_get(&as_function(function)->code)))->name);
    return true;
  }
  if (value_is_kind(*function, KIND_BOUND_FUNCTION)) return bound_name(vm, function, out);
  if (value_is_string(field_get(&as_native(function)->name))) {
    *out = field_get(&as_native(function)->name);
    return true;
  }
  string_internalize_ascii(vm, builtin_of(function)->name, out);
  field_set(vm, as_native(function), &as_native(function)->name, *out);
  return true;
}

// Made when first asked for: most functions are never used as constructors.
static bool function_prototype(VM *vm, Handle function, Slot out) {
  if (!value_is_kind(*function, KIND_FUNCTION)) {
    *out = field_get(&as_native(function)->prototype);
    if (value_is_empty(*out)) *out = VALUE_UNDEFINED;
    return true;
  }
  *out = field_get(&as_function(function)->prototype);
  if (!value_is_empty(*out)) return true;
  ROOTS(vm, prototype);
  object_new(vm, &r.prototype);
  TRY(define_data(vm, &r.prototype, VM_NAME(vm, constructor), function, ATTR_METHOD));
  field_set(vm, as_function(function), &as_function(function)->prototype, r.prototype);
  *out = r.prototype;
  return true;
}

// A frame that is no caller of its own: one that keeps arguments, Function.prototype.call and apply.
static bool frame_is_transparent(const Frame *frame) {
  if (frame->code) return false;
  if (frame->flags & FRAME_LAYOUT) return true;
  const Builtin *builtin = builtin_of(&frame->registers[0]);
  return builtin->type == BUILTIN_CALL || builtin->type == BUILTIN_APPLY;
}

// Who called the innermost call of the function: null where that is not a sloppy function of the program.
static Value function_caller(VM *vm, Value function) {
  const Frame *frame = vm->frame;
  while (frame > vm->frames && !(frame->code && value_same(frame->registers[0], function))) frame--;
  if (frame == vm->frames) return VALUE_NULL;
  do frame--;
  while (frame > vm->frames && frame_is_transparent(frame));
  bool known = frame > vm->frames && frame->code && !(frame->code->flags & (CODE_STRICT | CODE_MODULE));
  return known ? frame->registers[0] : VALUE_NULL;
}

bool internal_get(VM *vm, Handle object, InternalProperty property, Slot out) {
  switch (property) {
  case INTERNAL_ARRAY_LENGTH: *out = field_get(&as_array(object)->length); return true;
  case INTERNAL_FUNCTION_LENGTH: return function_length(vm, object, out);
  case INTERNAL_FUNCTION_NAME: return function_name(vm, object, out);
  case INTERNAL_FUNCTION_PROTOTYPE: return function_prototype(vm, object, out);
  case INTERNAL_FUNCTION_ARGUMENTS: *out = VALUE_NULL; return true;
  case INTERNAL_FUNCTION_CALLER: *out = function_caller(vm, *object); return true;
  case INTERNAL_STRING_LENGTH: {
    Value string = field_get(&as_wrapper(object)->value);
    *out = value_int((int32_t)string_length(&string));
    return true;
  }
  case INTERNAL_ERROR_STACK: return error_stack(vm, object, out);
  }
  return true;
}

bool internal_set(VM *vm, Handle object, InternalProperty property, Handle value, bool *ok) {
  *ok = true;
  if (property == INTERNAL_ARRAY_LENGTH) {
    *ok = array_length_is_writable(*object);
    if (!*ok) return true;
    uint32_t length;
    double number;
    TRY(to_uint32(vm, value, &length));
    TRY(to_number(vm, value, &number));
    if (number != length) return throw_range(vm, "Invalid array length");
    return array_set_length(vm, object, length, false, ok);
  }
  if (property == INTERNAL_FUNCTION_PROTOTYPE && value_is_kind(*object, KIND_FUNCTION)) {
    field_set(vm, as_function(object), &as_function(object)->prototype, *value);
    field_init(&as_function(object)->initial_shape, VALUE_EMPTY);
    return true;
  }
  *ok = property == INTERNAL_ERROR_STACK;
  if (*ok) error_set_stack(vm, object, value);
  return true;
}

void internal_release(VM *vm, Handle object, InternalProperty property) {
  if (property == INTERNAL_ERROR_STACK) {
    error_set_stack(vm, object, &undefined_value_);
  } else if (property == INTERNAL_FUNCTION_PROTOTYPE && value_is_kind(*object, KIND_FUNCTION)) {
    field_init(&as_function(object)->prototype, VALUE_EMPTY);
    field_init(&as_function(object)->initial_shape, VALUE_EMPTY);
  } else if (property == INTERNAL_FUNCTION_NAME && value_is_kind(*object, KIND_BOUND_FUNCTION)) {
    field_init(&as_bound(object)->name, VALUE_UNDEFINED);
  }
}
