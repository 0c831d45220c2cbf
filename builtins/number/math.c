// builtins/number/math.c - the Math object (ECMA-262 section 21.3).
#include <math.h>
#include <sys/random.h>

#include "builtins/builtins.h"
#include "vm/native.h"

#define MATH_LONG_WAY(name, expression)                  \
  static bool name(VM *vm, const Args *args, Slot out) { \
    double x;                                            \
    TRY(to_number(vm, arg(args, 0), &x));                \
    *out = number(expression);                           \
    return true;                                         \
  }
#define MATH_FUNCTION(name, expression)                                           \
  MATH_LONG_WAY(name, expression)                                                 \
  static bool name##_leaf(VM *vm, const Value *self, uint32_t argc, Value *out) { \
    (void)vm;                                                                     \
    if (argc == 0 || !value_is_number(self[1])) return false;                     \
    double x = value_as_number(self[1]);                                          \
    *out = number(expression);                                                    \
    return true;                                                                  \
  }

// Math.round rounds halves up; x + 0.5 itself would round for the largest fractions.
static double round_half_up(double x) {
  double down = floor(x);
  double result = x - down >= 0.5 ? down + 1 : down;
  return result == 0 && (x < 0 || (x == 0 && signbit(x))) ? -0.0 : result;
}

static double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : x; }
static double leading_zeros(double x) {
  uint32_t u = double_to_uint32(x);
  return u ? __builtin_clz(u) : 32;
}

MATH_FUNCTION(math_abs, fabs(x))
MATH_FUNCTION(math_acos, acos(x))
MATH_FUNCTION(math_acosh, acosh(x))
MATH_FUNCTION(math_asin, asin(x))
MATH_FUNCTION(math_asinh, asinh(x))
MATH_FUNCTION(math_atan, atan(x))
MATH_FUNCTION(math_atanh, atanh(x))
MATH_FUNCTION(math_cbrt, (double)cbrtl(x))  // cbrt itself is one off for many cubes
MATH_FUNCTION(math_ceil, ceil(x))
MATH_FUNCTION(math_clz32, leading_zeros(x))
MATH_FUNCTION(math_cos, cos(x))
MATH_FUNCTION(math_cosh, cosh(x))
MATH_FUNCTION(math_exp, exp(x))
MATH_FUNCTION(math_expm1, expm1(x))
MATH_FUNCTION(math_fround, (double)(float)x)
MATH_FUNCTION(math_log, log(x))
MATH_FUNCTION(math_log10, log10(x))
MATH_FUNCTION(math_log1p, log1p(x))
MATH_FUNCTION(math_log2, log2(x))
MATH_FUNCTION(math_round, round_half_up(x))
MATH_FUNCTION(math_sign, sign(x))
MATH_FUNCTION(math_sin, sin(x))
MATH_FUNCTION(math_sinh, sinh(x))
MATH_FUNCTION(math_sqrt, sqrt(x))
MATH_FUNCTION(math_tan, tan(x))
MATH_FUNCTION(math_tanh, tanh(x))
MATH_FUNCTION(math_trunc, trunc(x))

MATH_LONG_WAY(math_floor, floor(x))

static bool math_floor_leaf(VM *vm, const Value *self, uint32_t argc, Value *out) {
  (void)vm;
  if (argc == 0 || !value_is_number(self[1])) return false;
  *out = value_is_int(self[1]) ? self[1] : number(floor(value_as_double(self[1])));
  return true;
}

static bool math_atan2(VM *vm, const Args *args, Slot out) {
  double y, x;
  TRY(to_number(vm, arg(args, 0), &y));
  TRY(to_number(vm, arg(args, 1), &x));
  *out = number(atan2(y, x));
  return true;
}

// Number::exponentiate differs from C's pow where the exponent is NaN and where |base| is 1 and the exponent infinite.
static bool math_pow(VM *vm, const Args *args, Slot out) {
  double base, exponent;
  TRY(to_number(vm, arg(args, 0), &base));
  TRY(to_number(vm, arg(args, 1), &exponent));
  bool undefined = isnan(exponent) || (isinf(exponent) && fabs(base) == 1);
  *out = number(undefined ? NAN : pow(base, exponent));
  return true;
}

static bool math_imul(VM *vm, const Args *args, Slot out) {
  uint32_t a, b;
  TRY(to_uint32(vm, arg(args, 0), &a));
  TRY(to_uint32(vm, arg(args, 1), &b));
  *out = value_int((int32_t)(a * b));
  return true;
}

// All arguments are converted, even after a NaN.
static bool extreme(VM *vm, const Args *args, bool largest, Slot out) {
  double result = largest ? -INFINITY : INFINITY;
  for (uint32_t i = 0; i < args->argc; i++) {
    double x;
    TRY(to_number(vm, &args->values[i], &x));
    if (isnan(x) || isnan(result)) result = NAN;
    else if (x == 0 && result == 0) result = (largest ? !signbit(x) : signbit(x)) ? x : result;
    else if (largest ? x > result : x < result) result = x;
  }
  *out = number(result);
  return true;
}
static bool math_max(VM *vm, const Args *args, Slot out) { return extreme(vm, args, true, out); }
static bool math_min(VM *vm, const Args *args, Slot out) { return extreme(vm, args, false, out); }

static bool math_hypot(VM *vm, const Args *args, Slot out) {
  double result = 0;
  bool infinite = false;
  for (uint32_t i = 0; i < args->argc; i++) {
    double x;
    TRY(to_number(vm, &args->values[i], &x));
    infinite = infinite || isinf(x);
    result = hypot(result, x);
  }
  *out = number(infinite ? INFINITY : result);
  return true;
}

// xorshift128+ (Vigna), as V8 uses; the upper 52 bits become the fraction.
static bool math_random(VM *vm, const Args *args, Slot out) {
  (void)args;
  uint64_t *state = vm->random_state;
  while (state[0] == 0 && state[1] == 0) {
    if (getrandom(state, sizeof vm->random_state, 0) < 0) state[0] = (uint64_t)(uintptr_t)vm;
  }
  uint64_t a = state[0], b = state[1];
  state[0] = b;
  a ^= a << 23;
  a ^= a >> 17;
  a ^= b ^ b >> 26;
  state[1] = a;
  *out = number((double)((a + b) >> 12) * 0x1p-52);
  return true;
}

// Two integers or ordered doubles; zeros and NaN go the long way.
static bool extreme_leaf(const Value *self, uint32_t argc, bool largest, Value *out) {
  if (argc != 2 || !value_is_number(self[1]) || !value_is_number(self[2])) return false;
  double a = value_as_number(self[1]), b = value_as_number(self[2]);
  if (!(a < b || a > b)) return false;
  *out = (a > b) == largest ? self[1] : self[2];
  return true;
}
static bool math_max_leaf(VM *vm, const Value *self, uint32_t argc, Value *out) {
  (void)vm;
  return extreme_leaf(self, argc, true, out);
}
static bool math_min_leaf(VM *vm, const Value *self, uint32_t argc, Value *out) {
  (void)vm;
  return extreme_leaf(self, argc, false, out);
}

#define MATH_METHOD(name, length) LEAF_METHOD(#name, math_##name, length, math_##name##_leaf)
static const Builtin functions[] = {
    MATH_METHOD(abs, 1),
    MATH_METHOD(acos, 1),
    MATH_METHOD(acosh, 1),
    MATH_METHOD(asin, 1),
    MATH_METHOD(asinh, 1),
    MATH_METHOD(atan, 1),
    MATH_METHOD(atanh, 1),
    METHOD("atan2", math_atan2, 2),
    MATH_METHOD(ceil, 1),
    MATH_METHOD(cbrt, 1),
    MATH_METHOD(expm1, 1),
    MATH_METHOD(clz32, 1),
    MATH_METHOD(cos, 1),
    MATH_METHOD(cosh, 1),
    MATH_METHOD(exp, 1),
    MATH_METHOD(floor, 1),
    MATH_METHOD(fround, 1),
    METHOD("hypot", math_hypot, 2),
    METHOD("imul", math_imul, 2),
    MATH_METHOD(log, 1),
    MATH_METHOD(log1p, 1),
    MATH_METHOD(log2, 1),
    MATH_METHOD(log10, 1),
    MATH_METHOD(max, 2),
    MATH_METHOD(min, 2),
    METHOD("pow", math_pow, 2),
    METHOD("random", math_random, 0),
    MATH_METHOD(round, 1),
    MATH_METHOD(sign, 1),
    MATH_METHOD(sin, 1),
    MATH_METHOD(sinh, 1),
    MATH_METHOD(sqrt, 1),
    MATH_METHOD(tan, 1),
    MATH_METHOD(tanh, 1),
    MATH_METHOD(trunc, 1),
};

static const struct {
  const char *name;
  double value;
} constants[] = {{"E", M_E},         {"LN10", M_LN10}, {"LN2", M_LN2},         {"LOG10E", M_LOG10E},
                 {"LOG2E", M_LOG2E}, {"PI", M_PI},     {"SQRT1_2", M_SQRT1_2}, {"SQRT2", M_SQRT2}};

void install_math(VM *vm) {
  ROOTS(vm, math);
  object_new(vm, &r.math);
  DEFINE_BUILTINS(vm, &r.math, functions);
  for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++) {
    define_number(vm, &r.math, constants[i].name, constants[i].value, 0);
  }
  define_to_string_tag(vm, &r.math, "Math");
  define_value(vm, &runtime(vm)->global, "Math", &r.math, ATTR_METHOD);
}
