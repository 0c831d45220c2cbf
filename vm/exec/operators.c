// vm/exec/operators.c - equality, order, addition, typeof and instanceof: ECMA-262 sections 7.2 and 13.10 to 13.15.
//
// A number has two forms (objects/value.h), so numbers are compared by value, never by bits.
#include "vm/exec/operators.h"

#include "base/number-text.h"
#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// ------------------------------------------------------------------------------------------------------- equality

bool strict_equals(VM *vm, Handle a, Handle b) {
  if (value_is_number(*a)) return value_is_number(*b) && value_as_number(*a) == value_as_number(*b);
  if (value_same(*a, *b)) return true;
  return value_is_string(*a) && value_is_string(*b) && string_equals(vm, a, b);
}

bool same_value_zero(VM *vm, Handle a, Handle b) {
  if (value_is_double(*a) && isnan(value_as_double(*a))) return value_is_double(*b) && isnan(value_as_double(*b));
  return strict_equals(vm, a, b);
}

bool same_value(VM *vm, Handle a, Handle b) {
  if (!value_is_number(*a) || !value_is_number(*b)) return strict_equals(vm, a, b);
  double x = value_as_number(*a), y = value_as_number(*b);
  if (isnan(x)) return isnan(y);
  return x == y && signbit(x) == signbit(y);
}

// Of two primitives that are not nullish.
static bool primitives_loosely_equal(VM *vm, Handle a, Handle b) {
  bool strings = value_is_string(*a) && value_is_string(*b);
  bool same_kind = strings || (value_is_number(*a) && value_is_number(*b)) || value_same(*a, *b);
  if (same_kind || value_is_symbol(*a) || value_is_symbol(*b)) return strict_equals(vm, a, b);
  double x = value_is_string(*a)   ? string_to_number(vm, a)
             : value_is_number(*a) ? value_as_number(*a)
                                   : value_is_true(*a);
  double y = value_is_string(*b)   ? string_to_number(vm, b)
             : value_is_number(*b) ? value_as_number(*b)
                                   : value_is_true(*b);
  return x == y;
}

bool loosely_equals(VM *vm, Handle a, Handle b, bool *out) {
  if (value_is_nullish(*a) || value_is_nullish(*b)) {
    *out = value_is_nullish(*a) && value_is_nullish(*b);
    return true;
  }
  bool a_object = value_is_object(*a), b_object = value_is_object(*b);
  if (a_object && b_object) {
    *out = value_same(*a, *b);
    return true;
  }
  ROOTS(vm, left, right);
  r.left = *a;
  r.right = *b;
  if (a_object) TRY(to_primitive(vm, &r.left, HINT_DEFAULT, &r.left));
  if (b_object) TRY(to_primitive(vm, &r.right, HINT_DEFAULT, &r.right));
  if (value_is_nullish(r.left) || value_is_nullish(r.right)) *out = false;  // the other one is not
  else *out = primitives_loosely_equal(vm, &r.left, &r.right);
  return true;
}

// ---------------------------------------------------------------------------------------------------------- order

bool less_than(VM *vm, Handle a, Handle b, bool left_first, bool *out, bool *undefined) {
  *undefined = false;
  ROOTS(vm, left, right);
  r.left = *a;
  r.right = *b;
  if (left_first) TRY(to_primitive(vm, &r.left, HINT_NUMBER, &r.left));
  TRY(to_primitive(vm, &r.right, HINT_NUMBER, &r.right));
  if (!left_first) TRY(to_primitive(vm, &r.left, HINT_NUMBER, &r.left));
  if (value_is_string(r.left) && value_is_string(r.right)) {
    *out = string_compare(vm, &r.left, &r.right) < 0;
    return true;
  }
  double x, y;
  if (left_first) TRY(to_number(vm, &r.left, &x));
  TRY(to_number(vm, &r.right, &y));
  if (!left_first) TRY(to_number(vm, &r.left, &x));
  *undefined = isnan(x) || isnan(y);
  *out = x < y;
  return true;
}

// ------------------------------------------------------------------------------------------------------- addition

bool add_values(VM *vm, Handle a, Handle b, Slot out) {
  if (value_is_string(*a) && value_is_string(*b)) return string_concat(vm, a, b, out);
  if (value_is_string(*a) && value_is_int(*b)) {
    char digits[NUMBER_TEXT_SIZE];
    int count = int_to_text(value_as_int(*b), digits);
    if (string_append_short(vm, a, digits, (uint32_t)count, out)) return true;
  }
  ROOTS(vm, left, right);
  r.left = *a;
  r.right = *b;
  if (value_is_string(r.left) && value_is_number(r.right)) {
    number_to_string(vm, r.right, &r.right);
    return string_concat(vm, &r.left, &r.right, out);
  }
  if (value_is_number(r.left) && value_is_string(r.right)) {
    number_to_string(vm, r.left, &r.left);
    return string_concat(vm, &r.left, &r.right, out);
  }
  TRY(to_primitive(vm, &r.left, HINT_DEFAULT, &r.left));
  TRY(to_primitive(vm, &r.right, HINT_DEFAULT, &r.right));
  if (value_is_string(r.left) || value_is_string(r.right)) {
    TRY(to_string(vm, &r.left, &r.left));
    TRY(to_string(vm, &r.right, &r.right));
    return string_concat(vm, &r.left, &r.right, out);
  }
  double x, y;
  TRY(to_number(vm, &r.left, &x));
  TRY(to_number(vm, &r.right, &y));
  *out = number(x + y);
  return true;
}

// ----------------------------------------------------------------------------------------------- typeof, instanceof

Handle type_of(VM *vm, Value v) {
  if (value_is_number(v)) return VM_NAME(vm, number_);
  if (value_is_string(v)) return VM_NAME(vm, string_);
  if (value_is_boolean(v)) return VM_NAME(vm, boolean_);
  if (value_is_undefined(v)) return VM_NAME(vm, undefined);
  if (value_is_callable(v)) return VM_NAME(vm, function_);
  if (value_is_symbol(v)) return VM_NAME(vm, symbol_);
  return VM_NAME(vm, object_);
}

static bool is_in_chain(VM *vm, Value object, Value prototype) {
  do object = field_get(&object_shape(vm, object)->prototype);
  while (value_is_object(object) && !value_same(object, prototype));
  return value_is_object(object);
}

bool ordinary_has_instance(VM *vm, Handle constructor, Handle value, bool *out) {
  *out = false;
  if (!value_is_callable(*constructor)) return true;
  if (value_is_kind(*constructor, KIND_BOUND_FUNCTION)) {
    ROOTS(vm, target);
    r.target = field_get(&as_bound(constructor)->target);
    return instance_of(vm, value, &r.target, out);
  }
  if (!value_is_object(*value)) return true;
  ROOTS(vm, prototype);
  TRY(get(vm, constructor, VM_NAME(vm, prototype), &r.prototype));
  if (!value_is_object(r.prototype)) {
    return throw_type(vm, "Function has non-object prototype '%v' in instanceof check", &r.prototype);
  }
  *out = is_in_chain(vm, *value, r.prototype);
  return true;
}

// The only builtin under this symbol does OrdinaryHasInstance, so it need not be called.
static bool is_builtin_has_instance(Value method) {
  if (!value_is_kind(method, KIND_NATIVE_FUNCTION)) return false;
  const Builtin *builtin = value_as_private(field_get(&((NativeFunction *)value_as_object(method))->builtin));
  return builtin->symbol == 1 + SYMBOL_INDEX_hasInstance;
}

// Most functions share one shape.  For the shape seen last it is known that its functions have the builtin hasInstance
// and that their prototype property is the internal one; shapes and the prototype epoch answer for that.
static bool is_plain_constructor(VM *vm, Value target) {
  Runtime *rt = runtime(vm);
  return value_is_kind(target, KIND_FUNCTION) && heap_object_aux(value_as_object(target)) == rt->instanceof_shape &&
         rt->prototype_epoch == rt->instanceof_epoch;
}

static void remember_plain_constructor(VM *vm, Value target) {
  Runtime *rt = runtime(vm);
  Lookup lookup;
  if (!value_is_kind(target, KIND_FUNCTION) || object_shape(vm, target)->flags & SHAPE_DICTIONARY) return;
  lookup_own(vm, target, rt->names.prototype, &lookup);
  if (lookup.type != LOOKUP_INTERNAL || lookup.slot != INTERNAL_FUNCTION_PROTOTYPE) return;
  rt->instanceof_shape = heap_object_aux(value_as_object(target));
  rt->instanceof_epoch = rt->prototype_epoch;
}

bool instance_of(VM *vm, Handle value, Handle target, bool *out) {
  if (is_plain_constructor(vm, *target)) {
    Value prototype = field_get(&as_function(target)->prototype);  // empty until somebody asked for it
    if (value_is_object(*value) && value_is_object(prototype)) {
      *out = is_in_chain(vm, *value, prototype);
      return true;
    }
  }
  if (!value_is_object(*target)) return throw_type(vm, "Right-hand side of 'instanceof' is not an object");
  ROOTS(vm, method, result, argument);
  TRY(get_method(vm, target, VM_SYMBOL(vm, hasInstance), &r.method));
  if (value_is_undefined(r.method)) {
    if (!value_is_callable(*target)) return throw_type(vm, "Right-hand side of 'instanceof' is not callable");
    return ordinary_has_instance(vm, target, value, out);
  }
  if (is_builtin_has_instance(r.method)) {
    remember_plain_constructor(vm, *target);
    return ordinary_has_instance(vm, target, value, out);
  }
  r.argument = *value;
  TRY(vm_call(vm, &r.method, target, 1, &r.argument, &r.result));
  *out = to_boolean(r.result);
  return true;
}
