// vm/native.h - native functions: how C implements what scripts call.
#ifndef NODULE_VM_NATIVE_H
#define NODULE_VM_NATIVE_H

#include "vm/convert.h"
#include "vm/error/error.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/vm.h"

// What a native function is called with.  All of it is rooted.
struct Args {
  Handle self;    // this, as given (not coerced)
  Handle callee;  // the NativeFunction
  Handle values;  // argc of them
  uint32_t argc;
  Handle new_target;  // undefined unless called by new
};

extern const Value undefined_value_;
static inline Handle arg(const Args *args, uint32_t i) { return i < args->argc ? &args->values[i] : &undefined_value_; }
static inline bool is_construct(const Args *args) { return !value_is_undefined(*args->new_target); }

// Returns false with vm->exception set, or true with *out set (it begins as undefined, and is a fresh slot).
typedef bool (*NativeCode)(VM *vm, const Args *args, Slot out);

// The short way through a builtin, for the arguments that it mostly has: it neither allocates nor throws nor calls, so
// the interpreter calls it without a frame.  `self` is this, the argc arguments follow it.  Returns false, with nothing
// done, when the long way has to be taken.
typedef bool (*LeafCode)(VM *vm, const Value *self, uint32_t argc, Value *out);

enum {
  BUILTIN_METHOD,
  BUILTIN_GETTER,
  BUILTIN_SETTER,
  BUILTIN_CONSTRUCTOR,
  BUILTIN_CALL,
  BUILTIN_APPLY  // Function.prototype.call and apply, which the interpreter does itself where it can
};

struct Builtin {
  const char *name;  // "map"; "Symbol.iterator" in brackets is written "[Symbol.iterator]": see symbol
  NativeCode code;
  uint8_t length;
  uint8_t type;        // BUILTIN_...
  uint8_t symbol;      // 1 + index in symbols.def, or 0
  uint8_t attributes;  // ATTR_...
  LeafCode leaf;       // or NULL
};

// The name in the table that the native function comes from.
static inline const char *native_name(const Args *args) {
  return ((const Builtin *)value_as_private(field_get(&as_native(args->callee)->builtin)))->name;
}

enum {
#define SYMBOL(n) SYMBOL_INDEX_##n,
#include "objects/symbols.def"
#undef SYMBOL
};

#define METHOD(name, code, length) \
  { name, code, length, BUILTIN_METHOD, 0, ATTR_METHOD, NULL }
#define LEAF_METHOD(name, code, length, leaf) \
  { name, code, length, BUILTIN_METHOD, 0, ATTR_METHOD, leaf }
#define FORWARDING_METHOD(name, code, length, type) \
  { name, code, length, type, 0, ATTR_METHOD, NULL }
#define GETTER(name, code) \
  { name, code, 0, BUILTIN_GETTER, 0, ATTR_CONFIGURABLE, NULL }
#define SETTER(name, code) \
  { name, code, 1, BUILTIN_SETTER, 0, ATTR_CONFIGURABLE, NULL }
#define SYMBOL_METHOD(sym, code, length) \
  { "[Symbol." #sym "]", code, length, BUILTIN_METHOD, 1 + SYMBOL_INDEX_##sym, ATTR_METHOD, NULL }
#define SYMBOL_GETTER(sym, code) \
  { "[Symbol." #sym "]", code, 0, BUILTIN_GETTER, 1 + SYMBOL_INDEX_##sym, ATTR_CONFIGURABLE, NULL }

// Defines the table's functions as properties of *object (getter and setter of one name merge).
void define_builtins(VM *vm, Handle object, const Builtin *table, size_t count);
#define DEFINE_BUILTINS(vm, object, table) define_builtins(vm, object, table, sizeof(table) / sizeof((table)[0]))

// A native function object; `builtin` must be static.
void native_function_new(VM *vm, const Builtin *builtin, Slot out);
// A constructor with its prototype property (and prototype.constructor), entered in *holder (the global object, or a
// module) under its name.  `prototype` may be an undefined value for none.
void define_constructor(VM *vm, Handle holder, const Builtin *builtin, Handle prototype, Slot out);
// A data property with attributes.
void define_value(VM *vm, Handle object, const char *name, Handle value, int attributes);
void define_number(VM *vm, Handle object, const char *name, double value, int attributes);
void define_string(VM *vm, Handle object, const char *name, const char *utf8, int attributes);
// object[Symbol.toStringTag] = text, configurable only
void define_to_string_tag(VM *vm, Handle object, const char *text);

// For constructors called by new: the prototype for the new object, from new_target.prototype, or *fallback.
NODISCARD bool prototype_from_new_target(VM *vm, const Args *args, Handle fallback, Slot out);

#endif
