// objects/value.h - Value: any JavaScript value in 64 bits, NaN-boxed.
//
//   0000 0000 0000 0000   empty: the hole of an array, an uninitialized let, "not found"; never seen by scripts
//   0000 pppp pppp pppp   pointer to a heap object, usable as it is
//   0001 0000 0000 00xx   undefined, null, false, true, tombstone
//   0001 8ppp pppp pppp   private C pointer (never seen by scripts, of no interest to the collector)
//   0002 .... to fff2 ... a double, with 2 added to its upper 16 bits
//   fffe 0000 iiii iiii   a 32-bit integer
//
// A double may hold an integral value: 1 and 1.0 are the same number in two forms, and whoever compares must know it
// (strict_equals, same_value).  number() makes the integer form whenever it can.
#ifndef NODULE_OBJECTS_VALUE_H
#define NODULE_OBJECTS_VALUE_H

#include <math.h>
#include <string.h>

#include "heap/heap-inl.h"

typedef struct Value {
  uint64_t bits;
} Value;

// A Value inside a heap object: a plain store does not compile; field_set does not miss the write barrier.
typedef struct Field {
  Value value_;
} Field;

typedef const Value *Handle;  // a rooted value that is read
typedef Value *Slot;          // a rooted place for a value

#define DOUBLE_OFFSET ((uint64_t)0x0002 << 48)
#define INT_TAG ((uint64_t)0xFFFE << 48)
#define SPECIAL_TAG ((uint64_t)0x0001 << 48)
#define PRIVATE_TAG (SPECIAL_TAG | (uint64_t)1 << 47)

#define VALUE_EMPTY ((Value){0})
#define VALUE_UNDEFINED ((Value){SPECIAL_TAG | 2})
#define VALUE_NULL ((Value){SPECIAL_TAG | 3})
#define VALUE_FALSE ((Value){SPECIAL_TAG | 4})
#define VALUE_TRUE ((Value){SPECIAL_TAG | 5})
#define VALUE_TOMBSTONE ((Value){SPECIAL_TAG | 8})  // a deleted entry of a table

static inline bool value_same(Value a, Value b) { return a.bits == b.bits; }  // the same bits
static inline bool value_is_empty(Value v) { return v.bits == 0; }
static inline bool value_is_undefined(Value v) { return v.bits == VALUE_UNDEFINED.bits; }
static inline bool value_is_null(Value v) { return v.bits == VALUE_NULL.bits; }
static inline bool value_is_nullish(Value v) { return (v.bits | 1) == VALUE_NULL.bits; }
static inline bool value_is_boolean(Value v) { return (v.bits | 1) == VALUE_TRUE.bits; }
static inline bool value_is_true(Value v) { return v.bits == VALUE_TRUE.bits; }
static inline bool value_is_false(Value v) { return v.bits == VALUE_FALSE.bits; }
static inline bool value_is_pointer(Value v) { return word_is_pointer(v.bits); }
static inline bool value_is_int(Value v) { return v.bits >= INT_TAG; }
static inline bool value_are_ints(Value a, Value b) { return (a.bits & b.bits) >= INT_TAG; }
static inline bool value_is_number(Value v) { return v.bits >= DOUBLE_OFFSET; }
static inline bool value_is_double(Value v) { return value_is_number(v) && !value_is_int(v); }
static inline bool value_is_private(Value v) { return v.bits >> 47 == PRIVATE_TAG >> 47; }

static inline Value value_boolean(bool b) { return (Value){VALUE_FALSE.bits | (uint64_t)b}; }
static inline Value value_int(int32_t i) { return (Value){INT_TAG | (uint32_t)i}; }
static inline int32_t value_as_int(Value v) { return (int32_t)(uint32_t)v.bits; }
static inline Value value_double(double d) {  // keeps the double form
  uint64_t bits;
  memcpy(&bits, &d, 8);
  if (__builtin_expect(d != d, 0)) bits = (uint64_t)0x7FF8 << 48;
  return (Value){bits + DOUBLE_OFFSET};
}
static inline double value_as_double(Value v) {  // of the double form only
  uint64_t bits = v.bits - DOUBLE_OFFSET;
  double d;
  memcpy(&d, &bits, 8);
  return d;
}
// Any number.
static inline double value_as_number(Value v) { return value_is_int(v) ? value_as_int(v) : value_as_double(v); }
// The integer form if it has one (-0 has none).
static inline Value number(double d) {
  if (d >= -2147483648.0 && d <= 2147483647.0) {
    int32_t i = (int32_t)d;
    if (i == d && (i != 0 || !signbit(d))) return value_int(i);
  }
  return value_double(d);
}
static inline Value number_uint32(uint32_t u) { return u <= INT32_MAX ? value_int((int32_t)u) : value_double(u); }
static inline Value value_pointer(const void *object) { return (Value){(uint64_t)(uintptr_t)object}; }
static inline HeapObject *value_as_object(Value v) { return (HeapObject *)(uintptr_t)v.bits; }
static inline Value value_private(const void *p) { return (Value){PRIVATE_TAG | (uint64_t)(uintptr_t)p}; }
static inline void *value_as_private(Value v) { return (void *)(uintptr_t)(v.bits & (((uint64_t)1 << 47) - 1)); }

// An array index held in a number: true for integers 0 .. 2^32 - 2.
static inline bool value_as_index(Value v, uint32_t *index) {
  if (value_is_int(v)) {
    *index = (uint32_t)value_as_int(v);
    return value_as_int(v) >= 0;
  }
  if (!value_is_number(v)) return false;
  double d = value_as_double(v);
  if (!(d >= 0 && d < 4294967295.0) || d != (double)(uint32_t)d) return false;
  *index = (uint32_t)d;
  return true;
}

static inline Value field_get(const Field *field) { return field->value_; }
// Stores into an object that was just allocated in new space, or a value that is no pointer.
static inline void field_init(Field *field, Value value) { field->value_ = value; }

#endif
