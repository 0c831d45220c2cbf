// vm/bootstrap.c - the first objects of a VM: shared empty parts, the prototypes that shapes need, root shapes of what
// the interpreter makes, the global object.  Everything else is made by the installers of builtins/ and node/.
#include "vm/bootstrap.h"

#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// An empty part is shared by all objects, so it is allocated old; its length word is 0.
static Value empty_part(VM *vm, Kind kind, size_t bytes) {
  HeapObject *object = heap_allocate(vm_heap(vm), kind, bytes, ALLOCATE_OLD, NULL);
  memset(object, 0, bytes);
  object->header = header_make(kind, 0, 0, 0);
  return value_pointer(object);
}

void runtime_create_parts(VM *vm) {
  Runtime *rt = runtime(vm);
  rt->empty_elements = empty_part(vm, KIND_ELEMENTS, sizeof(Elements));
  rt->empty_properties = empty_part(vm, KIND_PROPERTIES, sizeof(Properties));
  rt->empty_descriptors = empty_part(vm, KIND_DESCRIPTORS, sizeof(Descriptors));
  ((Descriptors *)value_as_object(rt->empty_descriptors))->length = 1;
  field_init(&((Descriptors *)value_as_object(rt->empty_descriptors))->used, value_int(0));
}

typedef struct InternalKey {
  Handle key;
  InternalProperty property;
  int attributes;
} InternalKey;

// A root shape with internal properties.
static void shape_with(VM *vm, Kind kind, Handle prototype, unsigned slots_at, const InternalKey *keys, size_t count,
                       Slot out) {
  ROOTS(vm, shape, next);
  shape_root(vm, kind, prototype, 0, slots_at, &r.shape);
  for (size_t i = 0; i < count; i++) {
    shape_add_internal(vm, &r.shape, keys[i].key, keys[i].attributes, keys[i].property, &r.next);
    r.shape = r.next;
  }
  *out = r.shape;
}

static void create_function_shapes(VM *vm) {
  Runtime *rt = runtime(vm);
  const InternalKey keys[] = {
      {VM_NAME(vm, length), INTERNAL_FUNCTION_LENGTH, ATTR_CONFIGURABLE},
      {VM_NAME(vm, name), INTERNAL_FUNCTION_NAME, ATTR_CONFIGURABLE},
      {VM_NAME(vm, prototype), INTERNAL_FUNCTION_PROTOTYPE, ATTR_WRITABLE},
  };
  const InternalKey sloppy_keys[] = {keys[0],
                                     keys[1],
                                     {VM_NAME(vm, arguments), INTERNAL_FUNCTION_ARGUMENTS, 0},
                                     {VM_NAME(vm, caller), INTERNAL_FUNCTION_CALLER, 0},
                                     keys[2]};
  const InternalKey constructor_keys[] = {keys[0], keys[1], {VM_NAME(vm, prototype), INTERNAL_FUNCTION_PROTOTYPE, 0}};
  Handle prototype = &rt->function_prototype;
  shape_with(vm, KIND_FUNCTION, prototype, sizeof(JSFunction) / 8, keys, 3, &rt->shape_function);
  shape_with(vm, KIND_FUNCTION, prototype, sizeof(JSFunction) / 8, sloppy_keys, 5, &rt->shape_sloppy_function);
  shape_with(vm, KIND_FUNCTION, prototype, sizeof(JSFunction) / 8, keys, 2, &rt->shape_method);
  shape_with(vm, KIND_NATIVE_FUNCTION, prototype, sizeof(NativeFunction) / 8, keys, 2, &rt->shape_native);
  shape_with(vm, KIND_NATIVE_FUNCTION, prototype, sizeof(NativeFunction) / 8, constructor_keys, 3,
             &rt->shape_native_constructor);
  shape_with(vm, KIND_BOUND_FUNCTION, prototype, sizeof(BoundFunction) / 8, keys, 2, &rt->shape_bound);
}

// Function.prototype is itself a function that does nothing.
static bool function_prototype_call(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args, (void)out;
  return true;
}

static const Builtin function_prototype_builtin = METHOD("", function_prototype_call, 0);

static void create_function_prototype(VM *vm) {
  Runtime *rt = runtime(vm);
  object_new_kind(vm, KIND_NATIVE_FUNCTION, sizeof(NativeFunction), &rt->object_prototype, &rt->function_prototype);
  NativeFunction *function = as_native(&rt->function_prototype);
  field_set(vm, function, &function->builtin, value_private(&function_prototype_builtin));
  field_set(vm, function, &function->name, VALUE_EMPTY);
  field_set(vm, function, &function->prototype, VALUE_EMPTY);
}

void runtime_create_shapes(VM *vm) {
  Runtime *rt = runtime(vm);
  const Value null = VALUE_NULL;
  shape_root(vm, KIND_OBJECT, &null, 4, sizeof(JSObject) / 8, &rt->shape_object_null);
  object_new_from_shape(vm, &rt->shape_object_null, &rt->object_prototype);
  shape_root(vm, KIND_OBJECT, &rt->object_prototype, 4, sizeof(JSObject) / 8, &rt->shape_object);
  create_function_prototype(vm);
  create_function_shapes(vm);
  const InternalKey length = {VM_NAME(vm, length), INTERNAL_ARRAY_LENGTH, ATTR_WRITABLE};
  shape_with(vm, KIND_ARRAY, &rt->object_prototype, sizeof(JSArray) / 8, &length, 1, &rt->shape_array);
  object_new_from_shape(vm, &rt->shape_array, &rt->array_prototype);
  field_set(vm, as_array(&rt->array_prototype), &as_array(&rt->array_prototype)->length, value_int(0));
  shape_with(vm, KIND_ARRAY, &rt->array_prototype, sizeof(JSArray) / 8, &length, 1, &rt->shape_array);
  object_new_kind(vm, KIND_GLOBAL, sizeof(JSObject), &rt->object_prototype, &rt->global);
  object_become_prototype(vm, &rt->global);  // changes in place: globals come and go
  object_new_with_prototype(vm, &null, &rt->script_scope);
}
