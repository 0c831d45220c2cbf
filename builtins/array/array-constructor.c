// builtins/array/array-constructor.c - Array, Array.from, Array.of (ECMA-262 sections 23.1.1, 23.1.2), and with which
// constructor the methods make their results.
#include "builtins/array/array-access.h"
#include "objects/object.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/iterator.h"

// 23.1.1.1
static bool array_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, prototype);
  Handle array_prototype = &runtime(vm)->array_prototype;
  bool ok;
  TRY(prototype_from_new_target(vm, args, array_prototype, &r.prototype));
  if (args->argc == 1 && value_is_number(*arg(args, 0))) TRY(array_new(vm, value_as_number(*arg(args, 0)), out));
  else TRY(array_from_values(vm, args->values, args->argc, out));
  return value_same(r.prototype, *array_prototype) || set_prototype(vm, out, &r.prototype, &ok);
}

// 23.1.2.2
static bool array_is_array(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = value_boolean(value_is_array(*arg(args, 0)));
  return true;
}

// 23.1.2.5
static bool array_get_species(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = *args->self;
  return true;
}

// ---------------------------------------------------------------------------------------------- species of results

// An array as it is born inherits Array.prototype.constructor.
static bool has_builtin_species(VM *vm, Handle array) {
  const Runtime *rt = runtime(vm);
  return rt->array_species_protected &&
         heap_object_aux(value_as_object(*array)) == heap_object_aux(value_as_object(rt->shape_array));
}

bool array_species(VM *vm, Handle original, Slot constructor) {
  ROOTS(vm, original, species);
  r.original = *original;
  *constructor = VALUE_UNDEFINED;
  if (!value_is_array(r.original) || has_builtin_species(vm, &r.original)) return true;
  TRY(get(vm, &r.original, VM_NAME(vm, constructor), &r.species));
  if (value_is_object(r.species)) {
    TRY(get(vm, &r.species, VM_SYMBOL(vm, species), &r.species));
    if (value_is_null(r.species)) r.species = VALUE_UNDEFINED;
  }
  if (value_is_undefined(r.species) || value_same(r.species, runtime(vm)->array_constructor)) return true;
  if (!value_is_constructor(r.species)) {
    return throw_type(vm, "object.constructor[Symbol.species] is not a constructor");
  }
  *constructor = r.species;
  return true;
}

bool array_construct(VM *vm, Handle constructor, double length, Slot out) {
  if (LIKELY(value_is_undefined(*constructor))) return array_new(vm, length, out);
  ROOTS(vm, constructor, length);
  r.constructor = *constructor;
  r.length = number(length);
  return vm_construct(vm, &r.constructor, 1, &r.length, &r.constructor, out);
}

// ------------------------------------------------------------------------------------------------------ of and from

// What `this` makes when it is a constructor, else a plain array; argc is 0 or 1.
static bool construct_result(VM *vm, const Args *args, uint32_t argc, Handle length, Slot out) {
  if (value_is_constructor(*args->self) && !value_same(*args->self, runtime(vm)->array_constructor)) {
    return vm_construct(vm, args->self, argc, length, args->self, out);
  }
  return array_new(vm, argc ? value_as_number(*length) : 0, out);
}

// 23.1.2.3
static bool array_of(VM *vm, const Args *args, Slot out) {
  if (value_same(*args->self, runtime(vm)->array_constructor)) {
    return array_from_values(vm, args->values, args->argc, out);
  }
  ROOTS(vm, length, result);
  r.length = number_uint32(args->argc);
  TRY(construct_result(vm, args, 1, &r.length, &r.result));
  for (uint32_t i = 0; i < args->argc; i++) TRY(define_index(vm, &r.result, i, &args->values[i]));
  *out = r.result;
  return array_put_length(vm, out, args->argc);
}

static bool map_item(VM *vm, const Args *args, Slot item, double index) {
  ROOTS(vm, arguments[2]);
  if (value_is_undefined(*arg(args, 1))) return true;
  r.arguments[0] = *item;
  r.arguments[1] = number(index);
  return vm_call(vm, arg(args, 1), arg(args, 2), 2, r.arguments, item);
}

static bool from_iterable(VM *vm, const Args *args, Handle method, Slot out) {
  ROOTS(vm, iterator[2], item);
  TRY(construct_result(vm, args, 0, NULL, out));
  TRY(iterator_open_with(vm, arg(args, 0), method, r.iterator));
  for (double i = 0;; i++) {
    bool done;
    TRY(iterator_step(vm, r.iterator, &r.item, &done));
    if (done) return array_put_length(vm, out, i);
    if (!map_item(vm, args, &r.item, i) || !array_append(vm, out, i, &r.item)) {
      return iterator_close_failed(vm, r.iterator);
    }
  }
}

static bool from_array_like(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, source, length, item);
  double length;
  TRY(to_object(vm, arg(args, 0), &r.source));
  TRY(get_length(vm, &r.source, &length));
  r.length = number(length);
  TRY(construct_result(vm, args, 1, &r.length, out));
  for (double i = 0; i < length; i++) {
    TRY(get_index(vm, &r.source, i, &r.item));
    TRY(map_item(vm, args, &r.item, i));
    TRY(define_index(vm, out, i, &r.item));
  }
  return array_put_length(vm, out, length);
}

// 23.1.2.1
static bool array_from(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, method, result);
  if (!value_is_undefined(*arg(args, 1)) && !value_is_callable(*arg(args, 1))) {
    return throw_type(vm, "%v is not a function", arg(args, 1));
  }
  if (value_is_nullish(*arg(args, 0))) return throw_not_iterable(vm, arg(args, 0));
  TRY(get(vm, arg(args, 0), VM_SYMBOL(vm, iterator), &r.method));
  if (!value_is_nullish(r.method) && !value_is_callable(r.method)) {
    return throw_type(vm,
                      "%%Array%%.from requires that the property of the first argument, items[Symbol.iterator], "
                      "when exists, be a function");
  }
  if (value_is_nullish(r.method)) TRY(from_array_like(vm, args, &r.result));
  else TRY(from_iterable(vm, args, &r.method, &r.result));
  *out = r.result;
  return true;
}

// ---------------------------------------------------------------------------------------------------- installation

static const Builtin constructor = {"Array", array_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};
static const Builtin functions[] = {
    METHOD("isArray", array_is_array, 1),
    METHOD("from", array_from, 1),
    METHOD("of", array_of, 0),
    SYMBOL_GETTER(species, array_get_species),
};

void install_array_constructor(VM *vm) {
  Runtime *rt = runtime(vm);
  define_constructor(vm, &rt->global, &constructor, &rt->array_prototype, &rt->array_constructor);
  DEFINE_BUILTINS(vm, &rt->array_constructor, functions);
  object_become_prototype(vm, &rt->array_constructor);  // so that a change of its Symbol.species is seen
}
