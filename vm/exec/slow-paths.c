// vm/exec/slow-paths.c - what opcodes do when their inline part does not apply.
//
// Arguments may lie in C variables of the interpreter (the operand of an Int opcode, a compared value), so every
// function that may allocate copies them into ROOTS first.
#include "vm/exec/slow-paths.h"

#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/exec/inline-cache.h"
#include "vm/native.h"
#include "vm/property/lookup.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// -------------------------------------------------------------------------------------------------- arithmetic

// Number::remainder (ECMA-262 section 6.1.6.1.6).
double number_remainder(double a, double b) {
  if (b != 0 && fabs(a) < 9007199254740992.0 && fabs(b) < 9007199254740992.0) {
    // integers up to 2^53 divide exactly in 64 bits
    double x = trunc(a), y = trunc(b);
    if (x == a && y == b) {
      double rest = (double)((int64_t)a % (int64_t)b);
      return rest == 0 ? copysign(0.0, a) : rest;
    }
  }
  return fmod(a, b);
}

// Number::exponentiate: C's pow differs where the exponent is NaN or the base is 1 or -1 with an infinite exponent.
static double number_power(double base, double exponent) {
  if (isnan(exponent)) return NAN;
  if (isinf(exponent) && fabs(base) == 1) return NAN;
  return pow(base, exponent);
}

static Value arithmetic(Opcode op, double a, double b) {
  switch (op) {
  case OPCODE_Sub: return number(a - b);
  case OPCODE_Mul: return number(a * b);
  case OPCODE_Div: return number(a / b);
  case OPCODE_Mod: return number(number_remainder(a, b));
  case OPCODE_Exp: return number(number_power(a, b));
  case OPCODE_BitAnd: return value_int(double_to_int32(a) & double_to_int32(b));
  case OPCODE_BitOr: return value_int(double_to_int32(a) | double_to_int32(b));
  case OPCODE_BitXor: return value_int(double_to_int32(a) ^ double_to_int32(b));
  case OPCODE_Shl: return value_int((int32_t)(double_to_uint32(a) << (double_to_uint32(b) & 31)));
  case OPCODE_Sar: return value_int(double_to_int32(a) >> (double_to_uint32(b) & 31));
  default: return number_uint32(double_to_uint32(a) >> (double_to_uint32(b) & 31));
  }
}

bool binary_slow(VM *vm, Opcode op, Handle a, Handle b, Slot out) {
  ROOTS(vm, left, right);
  r.left = *a;
  r.right = *b;
  double x, y;
  TRY(to_number(vm, &r.left, &x));
  TRY(to_number(vm, &r.right, &y));
  *out = arithmetic(op, x, y);
  return true;
}

bool compare_slow(VM *vm, Opcode op, Handle a, Handle b, bool *out) {
  ROOTS(vm, left, right);
  r.left = *a;
  r.right = *b;
  bool less, undefined;
  bool swapped = op == OPCODE_Gt || op == OPCODE_Le;  // a > b is b < a; a <= b is !(b < a)
  if (swapped) TRY(less_than(vm, &r.right, &r.left, false, &less, &undefined));
  else TRY(less_than(vm, &r.left, &r.right, true, &less, &undefined));
  bool negated = op == OPCODE_Le || op == OPCODE_Ge;
  *out = !undefined && (negated ? !less : less);
  return true;
}

bool strings_equal_rooted(VM *vm, Value a, Value b) {
  ROOTS(vm, left, right);
  r.left = a;
  r.right = b;
  return string_equals(vm, &r.left, &r.right);
}

bool loosely_equals_rooted(VM *vm, Value a, Value b, bool *out) {
  ROOTS(vm, left, right);
  r.left = a;
  r.right = b;
  return loosely_equals(vm, &r.left, &r.right, out);
}

bool truthy_slow(Value v) { return to_boolean(v); }

// -------------------------------------------------------------------------------------------------- properties

// A name that is known not to be an index: it can be looked up as it is.
static bool key_is_name(Value key) {
  const unsigned both = STRING_INTERNALIZED | STRING_NOT_INDEX;
  return value_is_string(key) && (heap_object_flags(value_as_object(key)) & both) == both;
}

// Internalizes the string that is the key of an object's property.  False: it is an index.  The register itself gets
// the internalized string, for a name that was put together is often used once more.
static inline bool name_of_key(VM *vm, Slot key) {
  if (key_is_name(*key)) return true;
  string_internalize(vm, key);
  return key_is_name(*key);
}

bool get_keyed(VM *vm, Handle object, Slot key, Slot out) {
  if (value_is_object(*object) && value_is_string(*key) && name_of_key(vm, key)) {
    const Value *slot = keyed_data_slot(vm, *object, *key);
    if (slot) {
      *out = *slot;
      return true;
    }
  }
  ROOTS(vm, object, key, result);
  r.object = *object;
  r.key = *key;
  TRY(get(vm, &r.object, &r.key, &r.result));
  *out = r.result;
  return true;
}

// Whether assigning to a name that neither the object nor its prototypes have just adds it.
static bool adds_plainly(VM *vm, Value object, Value key) {
  if (object_shape(vm, object)->flags & (SHAPE_NOT_EXTENSIBLE | SHAPE_PROTOTYPE)) return false;
  return object_adds_plainly(object) && keyed_data_slot(vm, object, key) == &undefined_value_;
}

bool set_keyed(VM *vm, Code *code, Handle object, Slot key, Handle value) {
  if (value_is_object(*object) && value_is_string(*key) && name_of_key(vm, key)) {
    if (overwrite_own_slot(vm, *object, *key, *value)) return true;
    if (adds_plainly(vm, *object, *key)) return add_named_property(vm, object, key, value, ATTR_ALL);
  }
  bool ok;
  return put_with(vm, object, key, value, object, (code->flags & CODE_STRICT) != 0, &ok);
}

bool delete_keyed(VM *vm, Code *code, Handle object, Handle key, Slot out) {
  ROOTS(vm, object, key);
  if (value_is_nullish(*object)) return throw_type(vm, "Cannot convert undefined or null to object");
  TRY(to_object(vm, object, &r.object));
  TRY(to_property_key(vm, key, &r.key));
  bool deleted;
  TRY(delete_property(vm, &r.object, &r.key, &deleted));
  if (!deleted && (code->flags & CODE_STRICT)) {
    return throw_type(vm, "Cannot delete property '%k' of %v", &r.key, &r.object);
  }
  *out = value_boolean(deleted);
  return true;
}

bool in_operator(VM *vm, Handle key, Handle object, bool *out) {
  if (!value_is_object(*object)) {
    return throw_type(vm, "Cannot use 'in' operator to search for '%k' in %v", key, object);
  }
  ROOTS(vm, key);
  TRY(to_property_key(vm, key, &r.key));
  return has_property(vm, object, &r.key, out);
}

// HasBinding of an object environment record, with Symbol.unscopables (ECMA-262 section 9.1.1.2.1).
bool with_has(VM *vm, Handle object, Handle name, bool *out) {
  *out = false;
  if (value_is_undefined(*object)) return true;
  TRY(has_property(vm, object, name, out));
  if (!*out) return true;
  ROOTS(vm, unscopables, blocked);
  TRY(get(vm, object, VM_SYMBOL(vm, unscopables), &r.unscopables));
  if (!value_is_object(r.unscopables)) return true;
  TRY(get(vm, &r.unscopables, name, &r.blocked));
  *out = !to_boolean(r.blocked);
  return true;
}

bool check_binding(VM *vm, Handle object, Handle name) {
  bool has;
  TRY(has_property(vm, object, name, &has));
  return has || throw_reference(vm, "%v is not defined", name);
}

bool to_object_register(VM *vm, Handle value, Slot out) {
  ROOTS(vm, result);
  TRY(to_object(vm, value, &r.result));
  *out = r.result;
  return true;
}

bool to_property_key_register(VM *vm, Handle value, Slot out) {
  ROOTS(vm, result);
  TRY(to_property_key(vm, value, &r.result));
  *out = r.result;
  return true;
}

bool to_string_register(VM *vm, Handle value, Slot out) {
  ROOTS(vm, result);
  TRY(to_string(vm, value, &r.result));
  *out = r.result;
  return true;
}

bool concat_strings(VM *vm, Handle values, uint32_t count, Slot out) {
  ROOTS(vm, sum, next);
  r.sum = values[0];
  for (uint32_t i = 1; i < count; i++) {
    TRY(string_concat(vm, &r.sum, &values[i], &r.next));
    r.sum = r.next;
  }
  *out = r.sum;
  return true;
}

// SetFunctionName (ECMA-262 section 10.2.9) for computed keys: functions that have no name of their own.
bool set_function_name(VM *vm, Handle function, Handle key, unsigned prefix) {
  static const char *const prefixes[] = {"", "get ", "set "};
  ROOTS(vm, text, part);
  if (value_is_symbol(*key)) {
    Value description = field_get(&as_symbol(key)->description);
    if (value_is_undefined(description)) {
      r.text = *VM_NAME(vm, empty);
    } else {
      StringBuilder b;
      builder_init(&b);
      builder_ascii(&b, "[");
      r.part = description;
      builder_string(vm, &b, &r.part);
      builder_ascii(&b, "]");
      TRY(builder_finish(vm, &b, &r.text));
    }
  } else {
    TRY(to_string(vm, key, &r.text));
  }
  if (prefix) {
    TRY(string_from_ascii(vm, prefixes[prefix], &r.part));
    TRY(string_concat(vm, &r.part, &r.text, &r.text));
  }
  return define_data(vm, function, VM_NAME(vm, name), &r.text, ATTR_CONFIGURABLE);
}

void throw_error_constant(VM *vm, unsigned type, Handle message) {
  if (type == 0) throw_type(vm, "%v", message);
  else if (type == 1) throw_reference(vm, "%v", message);
  else throw_syntax(vm, "%v", message);
}

bool vm_handle_interrupt(VM *vm) {
  vm->interrupt = 0;
  return vm->on_interrupt ? vm->on_interrupt(vm) : true;
}

// ------------------------------------------------------------------------------------------------ global bindings

static bool throw_declared(VM *vm, Handle name) {
  return throw_syntax(vm, "Identifier '%v' has already been declared", name);
}

// CanDeclareGlobalFunction (ECMA-262 section 9.1.1.4.15) for a property that the global object has.
static bool can_become_function(const PropertyDescriptor *property) {
  return property->configurable || (property->writable == 1 && property->enumerable);
}

bool check_global_name(VM *vm, Handle name, unsigned kind) {
  ROOTS(vm, fields[3]);
  PropertyDescriptor property = DESCRIPTOR_IN(r.fields);
  bool exists, redeclares = vm->frame->code->script->redeclares;
  TRY(has_own_property(vm, &runtime(vm)->script_scope, name, &exists));
  if (exists && !redeclares) return throw_declared(vm, name);
  TRY(get_own_property(vm, &runtime(vm)->global, name, &property, &exists));
  if (kind == GLOBAL_LEXICAL) {  // HasRestrictedGlobalProperty (9.1.1.4.14)
    return exists && !property.configurable && !redeclares ? throw_declared(vm, name) : true;
  }
  if (!exists && !is_extensible(vm, &runtime(vm)->global)) {
    return throw_type(vm, "Cannot add property %v, object is not extensible", name);
  }
  if (kind == GLOBAL_VAR || !exists || can_become_function(&property)) return true;
  return throw_type(vm, "Identifier '%v' has already been declared", name);
}

// In the interactive session a name can be declared once more: the old binding of script scope goes.
static bool free_lexical_name(VM *vm, Handle name) {
  bool exists;
  TRY(has_own_property(vm, &runtime(vm)->script_scope, name, &exists));
  return !exists || delete_property(vm, &runtime(vm)->script_scope, name, &exists);
}

// The attributes of a new global variable: what an eval declares can be deleted.
static int global_attributes(VM *vm) {
  bool deletable = vm->frame->code && vm->frame->code->flags & CODE_EVAL;
  return ATTR_WRITABLE | ATTR_ENUMERABLE | (deletable ? ATTR_CONFIGURABLE : 0);
}

bool declare_global_var(VM *vm, Handle name) {
  bool exists;
  TRY(free_lexical_name(vm, name));
  TRY(has_own_property(vm, &runtime(vm)->global, name, &exists));
  if (exists) return true;
  return define_data(vm, &runtime(vm)->global, name, &undefined_value_, global_attributes(vm));
}

// CreateGlobalFunctionBinding (section 9.1.1.4.18), after the check
bool declare_global_function(VM *vm, Handle name, Handle function) {
  ROOTS(vm, fields[3]);
  PropertyDescriptor descriptor = DESCRIPTOR_IN(r.fields);
  bool exists;
  TRY(free_lexical_name(vm, name));
  TRY(get_own_property(vm, &runtime(vm)->global, name, &descriptor, &exists));
  if (exists && !descriptor.configurable) return put(vm, &runtime(vm)->global, name, function);
  return define_data(vm, &runtime(vm)->global, name, function, global_attributes(vm));
}

bool declare_eval_variable(VM *vm, Handle context, uint32_t slot, Handle name) {
  ROOTS(vm, object);
  Value null = VALUE_NULL;
  r.object = field_get(&as_context(context)->slots[slot]);
  if (value_is_undefined(r.object)) {
    object_new_with_prototype(vm, &null, &r.object);
    field_set(vm, as_context(context), &as_context(context)->slots[slot], r.object);
  }
  bool exists;
  TRY(has_own_property(vm, &r.object, name, &exists));
  if (exists) return true;
  return define_data(vm, &r.object, name, &undefined_value_, ATTR_WRITABLE | ATTR_ENUMERABLE | ATTR_CONFIGURABLE);
}

// Bindings of script scope are properties of an object of its own; the hole is a binding not yet initialized, a const
// is a property that is not writable.
bool declare_global_lexical(VM *vm, Handle name, bool is_const) {
  TRY(free_lexical_name(vm, name));
  runtime(vm)->prototype_epoch++;  // caches of a global property of that name are no longer true
  Value hole = VALUE_EMPTY;
  int attributes = ATTR_ENUMERABLE | ATTR_CONFIGURABLE | (is_const ? 0 : ATTR_WRITABLE);
  return define_data(vm, &runtime(vm)->script_scope, name, &hole, attributes);
}

bool init_global_lexical(VM *vm, Handle name, Handle value) {
  ROOTS(vm, fields[3]);
  PropertyDescriptor descriptor = DESCRIPTOR_IN(r.fields);
  bool found;
  TRY(get_own_property(vm, &runtime(vm)->script_scope, name, &descriptor, &found));
  int attributes = ATTR_ENUMERABLE | ATTR_CONFIGURABLE | (descriptor.writable ? ATTR_WRITABLE : 0);
  return define_data(vm, &runtime(vm)->script_scope, name, value, attributes);
}

bool delete_global(VM *vm, Handle name, Slot out) {
  bool lexical, deleted = false;
  TRY(has_own_property(vm, &runtime(vm)->script_scope, name, &lexical));
  if (!lexical) TRY(delete_property(vm, &runtime(vm)->global, name, &deleted));
  *out = value_boolean(deleted);
  return true;
}

// --------------------------------------------------------------------------------------------------- exceptions

const Handler *frame_find_handler(VM *vm, const Frame *frame) {
  if (!frame->code || vm->exception_uncatchable) return NULL;
  const CompiledFunction *function = frame->code->function;
  uint32_t pc = (uint32_t)(frame->pc - frame->code->instructions) - 1, low = 0, high = function->handler_count;
  while (low < high) {  // to the first region that ends behind the pc
    uint32_t middle = low + (high - low) / 2;
    if (function->handlers[middle].end <= pc) low = middle + 1;
    else high = middle;
  }
  for (; low < function->handler_count; low++) {
    if (pc >= function->handlers[low].start) return &function->handlers[low];
  }
  return NULL;
}
