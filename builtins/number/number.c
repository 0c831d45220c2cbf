// builtins/number/number.c - the Number constructor and Number.prototype (ECMA-262 section 21.1).  Texts are made by
// base/number-text.h.
#include "builtins/builtins.h"
#include "builtins/global/global-functions.h"
#include "builtins/locale/locale.h"
#include "builtins/locale/number-format.h"
#include "base/number-text.h"
#include "vm/native.h"

#define LARGEST_SAFE_INTEGER 9007199254740991.0
#define LONG_TEXT_SIZE 1152

// 21.1.1.1
static bool number_constructor(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, value, prototype);
  r.value = value_int(0);
  if (args->argc > 0) TRY(to_numeric(vm, arg(args, 0), &r.value));
  if (is_construct(args)) {
    TRY(prototype_from_new_target(vm, args, &runtime(vm)->number_prototype, &r.prototype));
    object_new_kind(vm, KIND_NUMBER_OBJECT, sizeof(WrapperObject), &r.prototype, out);
    field_set(vm, as_wrapper(out), &as_wrapper(out)->value, r.value);
  } else {
    *out = r.value;
  }
  return true;
}

// ------------------------------------------------------------------------------------------------------ predicates

static bool is_integral(Value v) {
  if (value_is_int(v)) return true;
  return value_is_number(v) && isfinite(value_as_double(v)) && trunc(value_as_double(v)) == value_as_double(v);
}

// 21.1.2.2
static bool number_is_finite(VM *vm, const Args *args, Slot out) {
  (void)vm;
  Value v = *arg(args, 0);
  *out = value_boolean(value_is_number(v) && isfinite(value_as_number(v)));
  return true;
}

// 21.1.2.3
static bool number_is_integer(VM *vm, const Args *args, Slot out) {
  (void)vm;
  *out = value_boolean(is_integral(*arg(args, 0)));
  return true;
}

// 21.1.2.4
static bool number_is_nan(VM *vm, const Args *args, Slot out) {
  (void)vm;
  Value v = *arg(args, 0);
  *out = value_boolean(value_is_number(v) && isnan(value_as_number(v)));
  return true;
}

// 21.1.2.5
static bool number_is_safe_integer(VM *vm, const Args *args, Slot out) {
  (void)vm;
  Value v = *arg(args, 0);
  *out = value_boolean(is_integral(v) && fabs(value_as_number(v)) <= LARGEST_SAFE_INTEGER);
  return true;
}

// ----------------------------------------------------------------------------------------------------------- texts

// ThisNumberValue (21.1.3)
static bool this_number(VM *vm, const Args *args, const char *method, Slot out) {
  Handle self = args->self;
  if (value_is_number(*self)) *out = *self;
  else if (value_is_kind(*self, KIND_NUMBER_OBJECT)) *out = field_get(&as_wrapper(self)->value);
  else return throw_type(vm, "Number.prototype.%s requires that 'this' be a Number", method);
  return true;
}

static bool text_result(VM *vm, const char *text, int length, Slot out) {
  return string_from_latin1(vm, (const uint8_t *)text, (size_t)length, out);
}

// 21.1.3.6
static bool number_to_string_method(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_number(vm, args, "toString", &r.self));
  double radix = 10;
  if (!value_is_undefined(*arg(args, 0))) TRY(to_integer(vm, arg(args, 0), &radix));
  if (radix < 2 || radix > 36) return throw_range(vm, "toString() radix argument must be between 2 and 36");
  if (radix == 10) {
    number_to_string(vm, r.self, out);
    return true;
  }
  char text[LONG_TEXT_SIZE];
  return text_result(vm, text, number_to_radix(value_as_number(r.self), (int)radix, text, sizeof text), out);
}

// 21.1.3.3
static bool number_to_fixed_method(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  double digits;
  TRY(this_number(vm, args, "toFixed", &r.self));
  TRY(to_integer(vm, arg(args, 0), &digits));
  if (digits < 0 || digits > 100) return throw_range(vm, "toFixed() digits argument must be between 0 and 100");
  char text[LONG_TEXT_SIZE];
  return text_result(vm, text, number_to_fixed(value_as_number(r.self), (int)digits, text, sizeof text), out);
}

// 21.1.3.2
static bool number_to_exponential_method(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  double digits;
  TRY(this_number(vm, args, "toExponential", &r.self));
  TRY(to_integer(vm, arg(args, 0), &digits));
  double d = value_as_number(r.self);
  if (isfinite(d) && (digits < 0 || digits > 100)) {
    return throw_range(vm, "toExponential() argument must be between 0 and 100");
  }
  char text[LONG_TEXT_SIZE];
  int wanted = value_is_undefined(*arg(args, 0)) ? -1 : (int)fmin(fmax(digits, 0), 100);
  return text_result(vm, text, number_to_exponential(d, wanted, text, sizeof text), out);
}

// 21.1.3.5
static bool number_to_precision_method(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_number(vm, args, "toPrecision", &r.self));
  double precision, d = value_as_number(r.self);
  if (value_is_undefined(*arg(args, 0))) {
    number_to_string(vm, r.self, out);
    return true;
  }
  TRY(to_integer(vm, arg(args, 0), &precision));
  if (isfinite(d) && (precision < 1 || precision > 100)) {
    return throw_range(vm, "toPrecision() argument must be between 1 and 100");
  }
  char text[LONG_TEXT_SIZE];
  int wanted = (int)fmin(fmax(precision, 1), 100);
  return text_result(vm, text, number_to_precision(d, wanted, text, sizeof text), out);
}

// 21.1.3.4
static bool number_to_locale_string(VM *vm, const Args *args, Slot out) {
  static const char method[] = "Number.prototype.toLocaleString";
  ROOTS(vm, self, options);
  Locale locale;
  TRY(this_number(vm, args, "toLocaleString", &r.self));
  TRY(locale_choose(vm, arg(args, 0), &locale));
  TRY(locale_options(vm, arg(args, 1), method, &r.options));
  return number_format(vm, value_as_number(r.self), &locale, &r.options, method, out);
}

// 21.1.3.7
static bool number_value_of(VM *vm, const Args *args, Slot out) { return this_number(vm, args, "valueOf", out); }

// ---------------------------------------------------------------------------------------------------- installation

static const Builtin number_function = {"Number", number_constructor, 1, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};

static const Builtin number_functions[] = {
    METHOD("isFinite", number_is_finite, 1),
    METHOD("isInteger", number_is_integer, 1),
    METHOD("isNaN", number_is_nan, 1),
    METHOD("isSafeInteger", number_is_safe_integer, 1),
};

static const Builtin number_methods[] = {
    METHOD("toExponential", number_to_exponential_method, 1), METHOD("toFixed", number_to_fixed_method, 1),
    METHOD("toLocaleString", number_to_locale_string, 0),     METHOD("toPrecision", number_to_precision_method, 1),
    METHOD("toString", number_to_string_method, 1),           METHOD("valueOf", number_value_of, 0),
};

static void define_constants(VM *vm, Handle constructor) {
  define_number(vm, constructor, "EPSILON", 0x1p-52, 0);
  define_number(vm, constructor, "MAX_SAFE_INTEGER", LARGEST_SAFE_INTEGER, 0);
  define_number(vm, constructor, "MAX_VALUE", 0x1.fffffffffffffp1023, 0);
  define_number(vm, constructor, "MIN_SAFE_INTEGER", -LARGEST_SAFE_INTEGER, 0);
  define_number(vm, constructor, "MIN_VALUE", 0x1p-1074, 0);
  define_number(vm, constructor, "NaN", NAN, 0);
  define_number(vm, constructor, "NEGATIVE_INFINITY", -INFINITY, 0);
  define_number(vm, constructor, "POSITIVE_INFINITY", INFINITY, 0);
}

void install_number(VM *vm) {
  Runtime *rt = runtime(vm);
  ROOTS(vm, constructor, function);
  Slot prototype = &rt->number_prototype;
  object_new_kind(vm, KIND_NUMBER_OBJECT, sizeof(WrapperObject), &rt->object_prototype, prototype);
  field_set(vm, as_wrapper(prototype), &as_wrapper(prototype)->value, value_int(0));
  define_constructor(vm, &rt->global, &number_function, prototype, &r.constructor);
  define_constants(vm, &r.constructor);
  DEFINE_BUILTINS(vm, &r.constructor, number_functions);
  DEFINE_BUILTINS(vm, prototype, number_methods);
  global_parse_float(vm, &r.function);
  define_value(vm, &r.constructor, "parseFloat", &r.function, ATTR_METHOD);
  global_parse_int(vm, &r.function);
  define_value(vm, &r.constructor, "parseInt", &r.function, ATTR_METHOD);
}
