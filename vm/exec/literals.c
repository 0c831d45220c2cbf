// vm/exec/literals.c - objects that opcodes make: literals, closures, contexts.
//
// These run often, so they allocate young and fill in place: nothing allocates between the allocation and the last
// field.
#include "vm/exec/literals.h"

#include "vm/exec/code.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/regexp.h"
#include "vm/roots.h"

// -------------------------------------------------------------------------------------------------------- objects

static JSObject *object_from_shape(VM *vm, uint32_t shape_id, unsigned inobject) {
  size_t bytes = sizeof(JSObject) + inobject * sizeof(Value);
  HeapObject *fresh = heap_allocate_shaped(vm_heap(vm), KIND_OBJECT, bytes, shape_id);
  fresh->header = header_make(KIND_OBJECT, 0, (unsigned)(bytes / 8), shape_id);
  JSObject *object = (JSObject *)fresh;
  field_init(&object->properties, runtime(vm)->empty_properties);
  field_init(&object->elements, runtime(vm)->empty_elements);
  return object;
}

void literal_object(VM *vm, unsigned expected_properties, Slot out) {
  Value shape = runtime(vm)->shape_object;
  unsigned inobject = ((Shape *)value_as_object(shape))->inobject;
  (void)expected_properties;
  JSObject *object = object_from_shape(vm, heap_object_aux(value_as_object(shape)), inobject);
  for (unsigned i = 0; i < inobject; i++) field_init(&object->slots[i], VALUE_UNDEFINED);
  *out = value_pointer(object);
}

// The first time, the list of keys is replaced by the shape that an object with just these keys has.
static void literal_shape(VM *vm, Code *code, uint32_t keys) {
  ROOTS(vm, shape, next, key);
  uint32_t count = as_elements(&code->constant_values[keys])->capacity;
  shape_root(vm, KIND_OBJECT, &runtime(vm)->object_prototype, count, sizeof(JSObject) / 8, &r.shape);
  for (uint32_t i = 0; i < count; i++) {
    r.key = field_get(&as_elements(&code->constant_values[keys])->values[i]);
    shape_add(vm, &r.shape, &r.key, ATTR_ALL, &r.next);
    r.shape = r.next;
  }
  elements_set(vm, (Elements *)value_as_object(field_get(&code->constants)), keys, r.shape);
}

void literal_object_values(VM *vm, Code *code, uint32_t keys, const Value *values, Slot out) {
  if (UNLIKELY(!value_is_kind(code->constant_values[keys], KIND_SHAPE))) literal_shape(vm, code, keys);
  Shape *shape = (Shape *)value_as_object(code->constant_values[keys]);
  unsigned inobject = shape->inobject;
  JSObject *object = object_from_shape(vm, heap_object_aux(&shape->head), inobject);
  if (LIKELY(heap_is_young(&object->head))) {
    for (unsigned i = 0; i < inobject; i++) field_init(&object->slots[i], values[i]);
  } else {
    for (unsigned i = 0; i < inobject; i++) field_set(vm, object, &object->slots[i], values[i]);
  }
  *out = value_pointer(object);
}

// --------------------------------------------------------------------------------------------------------- arrays

bool literal_array(VM *vm, const Value *values, uint32_t count, Slot out) {
  return array_from_values(vm, values, count, out);
}

// A fresh object each time; what it shares with the others of the site is made once.
bool literal_regexp(VM *vm, Code *code, uint32_t constant, Slot out) {
  ROOTS(vm, data, pattern, flags);
  r.data = code->constant_values[constant];
  if (value_is_empty(r.data)) {
    const Constant *source = &code->function->constants[constant];
    atom_to_string(vm, source->regexp.pattern, &r.pattern);
    atom_to_string(vm, source->regexp.flags, &r.flags);
    TRY(regexp_data(vm, &r.pattern, &r.flags, &r.data));
    elements_set(vm, (Elements *)value_as_object(field_get(&code->constants)), constant, r.data);
  }
  regexp_from_data(vm, &r.data, out);
  return true;
}

// GetTemplateObject (ECMA-262 section 13.2.8.4): made once for each site, frozen.
bool literal_template(VM *vm, Code *code, uint32_t constant, Slot out) {
  if (!value_is_empty(code->constant_values[constant])) {
    *out = code->constant_values[constant];
    return true;
  }
  const Constant *source = &code->function->constants[constant];
  ROOTS(vm, cooked, raw, text);
  TRY(array_new(vm, 0, &r.cooked));
  TRY(array_new(vm, 0, &r.raw));
  for (uint32_t i = 0; i < source->count; i++) {
    r.text = VALUE_UNDEFINED;
    if (source->template_.cooked[i]) atom_to_string(vm, source->template_.cooked[i], &r.text);
    TRY(array_push(vm, &r.cooked, &r.text));
    atom_to_string(vm, source->template_.raw[i], &r.text);
    TRY(array_push(vm, &r.raw, &r.text));
  }
  TRY(set_integrity(vm, &r.raw, INTEGRITY_FROZEN));
  TRY(define_data(vm, &r.cooked, VM_NAME(vm, raw), &r.raw, 0));
  TRY(set_integrity(vm, &r.cooked, INTEGRITY_FROZEN));
  elements_set(vm, (Elements *)value_as_object(field_get(&code->constants)), constant, r.cooked);
  *out = r.cooked;
  return true;
}

// The property may have gone, come or changed since the keys were listed: a getter can do so.
static bool copy_enumerable(VM *vm, Handle target, Handle from, Handle name) {
  ROOTS(vm, key, value);
  TRY(to_property_key(vm, name, &r.key));
  Lookup lookup;
  lookup_own(vm, *from, r.key, &lookup);
  if (lookup.type == LOOKUP_NONE || !(lookup.attributes & ATTR_ENUMERABLE)) return true;
  if (lookup.attributes & ATTR_ACCESSOR) TRY(get(vm, from, &r.key, &r.value));
  else TRY(lookup_value(vm, &lookup, &r.value));
  return define_data(vm, target, &r.key, &r.value, ATTR_ALL);
}

// CopyDataProperties (ECMA-262 section 7.3.26).
bool object_spread(VM *vm, Handle target, Handle source) {
  if (value_is_nullish(*source)) return true;
  ROOTS(vm, from, keys, key);
  TRY(to_object(vm, source, &r.from));
  TRY(own_keys(vm, &r.from, KEYS_STRINGS | KEYS_SYMBOLS, &r.keys));
  uint32_t count = (uint32_t)array_length(&r.keys);
  for (uint32_t i = 0; i < count; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    TRY(copy_enumerable(vm, target, &r.from, &r.key));
  }
  return true;
}

// ------------------------------------------------------------------------------------------- closures and contexts

static Value function_shape(VM *vm, const Code *code) {
  const Runtime *rt = runtime(vm);
  if (!(code->flags & CODE_CONSTRUCTOR)) return rt->shape_method;
  return code->flags & CODE_STRICT ? rt->shape_function : rt->shape_sloppy_function;
}

void function_new(VM *vm, Handle code, Handle context, Slot out) {
  ROOTS(vm, context);
  r.context = *context;
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_FUNCTION, sizeof(JSFunction));
  Value shape = function_shape(vm, (const Code *)value_as_object(*code));
  fresh->header = header_make(KIND_FUNCTION, 0, sizeof(JSFunction) / 8, heap_object_aux(value_as_object(shape)));
  JSFunction *function = (JSFunction *)fresh;
  field_init(&function->properties, runtime(vm)->empty_properties);
  field_init(&function->elements, runtime(vm)->empty_elements);
  field_init(&function->code, *code);
  field_init(&function->context, r.context);
  field_init(&function->prototype, VALUE_EMPTY);
  field_init(&function->initial_shape, VALUE_EMPTY);
  *out = value_pointer(function);
}

void scope_context_new(VM *vm, Handle scope_info, Handle parent, Slot out) {
  ROOTS(vm, parent);
  r.parent = *parent;
  const Elements *info = as_elements(scope_info);  // code space: does not move
  uint32_t slots = info->capacity - 2, lexical = (uint32_t)value_as_int(field_get(&info->values[0]));
  size_t bytes = sizeof(Context) + slots * sizeof(Value);
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_CONTEXT, bytes);
  fresh->header = header_make(KIND_CONTEXT, 0, (unsigned)(bytes / 8), 0);
  Context *context = (Context *)fresh;
  field_init(&context->scope_info, *scope_info);
  field_init(&context->parent, r.parent);
  for (uint32_t i = 0; i < slots; i++) field_init(&context->slots[i], i < lexical ? VALUE_UNDEFINED : VALUE_EMPTY);
  fields_remember(vm, &context->head, &context->parent, 1);
  *out = value_pointer(context);
}

static void copy_context(VM *vm, Handle context, Slot out) {
  ROOTS(vm, from);
  r.from = *context;
  size_t bytes = header_words(value_as_object(r.from)->header) * sizeof(Value);
  HeapObject *fresh = heap_allocate_young(vm_heap(vm), KIND_CONTEXT, bytes);
  memcpy(fresh, value_as_object(r.from), bytes);
  Context *copy = (Context *)fresh;
  fields_remember(vm, fresh, &copy->scope_info, (uint32_t)(bytes / sizeof(Value)) - 1);
  *out = value_pointer(fresh);
}

void scope_context_copy(VM *vm, Handle context, uint32_t above, Slot out) {
  ROOTS(vm, first, last, next);
  copy_context(vm, context, &r.first);
  r.last = r.first;
  for (; above > 0; above--) {
    r.next = field_get(&as_context(&r.last)->parent);
    copy_context(vm, &r.next, &r.next);
    field_set(vm, as_context(&r.last), &as_context(&r.last)->parent, r.next);
    r.last = r.next;
  }
  *out = r.first;
}
