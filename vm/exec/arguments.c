// vm/exec/arguments.c - see arguments.h.
#include "vm/exec/arguments.h"

#include "objects/object.h"
#include "objects/shape.h"
#include "vm/native.h"

// In runtime->shape_arguments.  Sloppy: mapped by the standard, but nobody could tell; strict: unmapped.
enum { SHAPE_SLOPPY, SHAPE_STRICT, SHAPE_MAPPED };
enum { SLOT_LENGTH, SLOT_CALLEE, SLOT_ITERATOR, SLOTS };

static MappedArguments *as_mapped(Handle h) { return (MappedArguments *)value_as_object(*h); }

// ------------------------------------------------------------------------------------------------------- making

// ECMA-262 sections 10.4.4.6 and 10.4.4.7: callee is the function, or throws.
static void shape_make(VM *vm, int type, Slot out) {
  ROOTS(vm, shape);
  size_t bytes = type == SHAPE_MAPPED ? sizeof(MappedArguments) : sizeof(JSObject);
  shape_root(vm, KIND_ARGUMENTS, &runtime(vm)->object_prototype, SLOTS, (unsigned)(bytes / sizeof(Value)), &r.shape);
  shape_add(vm, &r.shape, VM_NAME(vm, length), ATTR_METHOD, out);
  shape_add(vm, out, VM_NAME(vm, callee), type == SHAPE_STRICT ? ATTR_ACCESSOR : ATTR_METHOD, out);
  shape_add(vm, out, VM_SYMBOL(vm, iterator), ATTR_METHOD, out);
}

static bool object_make(VM *vm, int type, Slot out) {
  Slot shape = &runtime(vm)->shape_arguments[type];
  if (UNLIKELY(value_is_empty(*shape))) shape_make(vm, type, shape);
  object_new_from_shape(vm, shape, out);
  uint32_t count = vm->frame->argument_count;
  return count == 0 || elements_reserve(vm, out, count);
}

static void fill_slots(VM *vm, JSObject *object, Field *slots, Value callee) {
  field_set(vm, object, &slots[SLOT_LENGTH], value_int((int32_t)vm->frame->argument_count));
  field_set(vm, object, &slots[SLOT_CALLEE], callee);
  field_set(vm, object, &slots[SLOT_ITERATOR], runtime(vm)->array_values);
}

bool create_arguments(VM *vm, Slot out) {
  ROOTS(vm, object);
  const Frame *frame = vm->frame;
  bool strict = (frame->code->flags & (CODE_STRICT | CODE_COMPLEX_PARAMETERS)) != 0;
  TRY(object_make(vm, strict ? SHAPE_STRICT : SHAPE_SLOPPY, &r.object));
  JSObject *object = as_object(&r.object);  // no allocation from here on
  Elements *elements = (Elements *)value_as_object(field_get(&object->elements));
  const Value *values = frame_arguments(frame);
  for (uint32_t i = 0; i < frame->argument_count; i++) elements_set(vm, elements, i, values[i]);
  fill_slots(vm, object, object->slots, strict ? runtime(vm)->throws_type_error : frame->registers[0]);
  *out = r.object;
  return true;
}

// The parameters are copied into the context after this.
bool create_mapped_arguments(VM *vm, Handle context, Handle map, Slot out) {
  ROOTS(vm, object);
  const Frame *frame = vm->frame;
  TRY(object_make(vm, SHAPE_MAPPED, &r.object));
  MappedArguments *object = as_mapped(&r.object);  // no allocation from here on
  heap_object_set_flag(&object->head, ARGUMENTS_MAPPED);
  field_set(vm, object, &object->context, *context);
  field_set(vm, object, &object->map, *map);
  field_set(vm, object, &object->given, value_int((int32_t)frame->argument_count));
  Elements *elements = (Elements *)value_as_object(field_get(&object->elements));
  const Value *values = frame_arguments(frame);
  for (uint32_t i = 0; i < frame->argument_count; i++) {
    if (!arguments_mapped(r.object, i)) elements_set(vm, elements, i, values[i]);
  }
  fill_slots(vm, as_object(&r.object), object->slots, frame->registers[0]);
  *out = r.object;
  return true;
}

bool create_rest(VM *vm, uint32_t first, Slot out) {
  Frame *frame = vm->frame;
  uint32_t count = frame->argument_count > first ? frame->argument_count - first : 0;
  return array_from_values(vm, frame_arguments(frame) + first, count, out);
}

// ------------------------------------------------------------------------------------------------------- the map

// The slot that stands in an element's place in the map, or -1.
static int32_t mapped_slot(Value object, uint32_t index) {
  if (!arguments_are_mapped(object)) return -1;
  const MappedArguments *arguments = (const MappedArguments *)value_as_object(object);
  const Elements *map = (const Elements *)value_as_object(field_get(&arguments->map));
  if (index >= map->capacity || index >= (uint32_t)value_as_int(field_get(&arguments->given))) return -1;
  Value slot = field_get(&map->values[index]);
  return value_is_empty(slot) ? -1 : value_as_int(slot);
}

static Context *context_of(Value object) {
  return (Context *)value_as_object(field_get(&((const MappedArguments *)value_as_object(object))->context));
}

const Field *arguments_mapped(Value object, uint32_t index) {
  int32_t slot = mapped_slot(object, index);
  return slot < 0 ? NULL : &context_of(object)->slots[slot];
}

void arguments_set_mapped(VM *vm, Value object, uint32_t index, Value value) {
  Context *context = context_of(object);
  field_set(vm, context, &context->slots[mapped_slot(object, index)], value);
}

static const Elements *map_of(Handle object) {
  return (const Elements *)value_as_object(field_get(&as_mapped(object)->map));
}

bool arguments_unmap(VM *vm, Handle object, uint32_t index) {
  ROOTS(vm, copy);
  uint32_t count = map_of(object)->capacity;
  TRY(array_new(vm, count, &r.copy));
  Elements *copy = (Elements *)value_as_object(field_get(&as_array(&r.copy)->elements));  // no allocation from here on
  for (uint32_t i = 0; i < count; i++) {
    if (i != index) elements_set(vm, copy, i, field_get(&map_of(object)->values[i]));
  }
  field_set(vm, as_mapped(object), &as_mapped(object)->map, value_pointer(copy));
  return true;
}

bool arguments_plain_length(VM *vm, Value object, Value *length) {
  Value shape = value_pointer(object_shape(vm, object));
  const Value *known = runtime(vm)->shape_arguments;
  if (value_same(shape, known[SHAPE_MAPPED])) {
    *length = field_get(&((const MappedArguments *)value_as_object(object))->slots[SLOT_LENGTH]);
    return true;
  }
  if (!value_same(shape, known[SHAPE_SLOPPY]) && !value_same(shape, known[SHAPE_STRICT])) return false;
  *length = field_get(&((const JSObject *)value_as_object(object))->slots[SLOT_LENGTH]);
  return true;
}
