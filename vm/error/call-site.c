// vm/error/call-site.c - see call-site.h.
//
// As V8 has it.  A frame has three names: that of the type of its receiver, of the function, and of the property
// through which the receiver, or what it inherits from, has the function.
#include "vm/error/call-site.h"

#include "vm/exec/code.h"
#include "vm/error/error.h"
#include "vm/native.h"

typedef struct CallSite {
  JS_OBJECT_FIELDS;
  Field receiver, function;          // undefined in strict code
  Field type, name, method;          // strings, or null
  Field file, line, column, origin;  // origin: of an eval
  Field text;
  Field flags;  // integer: SITE_...
} CallSite;

enum { SITE_TOP_LEVEL = 1, SITE_EVAL = 2, SITE_CONSTRUCTOR = 4 };

uint32_t frame_pc(const Frame *frame) {
  uint32_t pc = (uint32_t)(frame->pc - frame->code->instructions);
  return pc ? pc - 1 : 0;
}

// ------------------------------------------------------------------------------------------------------- names

static bool is_top_level(VM *vm, const Frame *frame) {
  Value self = frame->registers[1];
  return value_is_nullish(self) || value_is_empty(self) || value_same(self, vm->runtime.global);
}

// By the constructor Function: its text is that of an eval, though its name is "anonymous".
static bool is_made_function(const Frame *frame) {
  return frame->code && frame->code->script->evaluated && frame->code->function->start_offset <= 1 &&
         atom_is(frame->code->function->name, "anonymous");
}

void frame_function_name(VM *vm, const Frame *frame, Slot out) {
  if (is_made_function(frame)) {
    string_internalize_ascii(vm, "eval", out);
    return;
  }
  if (data_property(vm, &frame->registers[0], VM_NAME(vm, name), out) && value_is_string(*out) &&
      string_length(out) > 0)
    return;
  *out = *VM_NAME(vm, empty);
  if (!frame->code) return;
  if (frame->code->function->inferred) atom_to_string(vm, frame->code->function->inferred, out);
  else if (frame->code->script->evaluated) string_internalize_ascii(vm, "eval", out);
}

static void type_name(VM *vm, Handle self, Slot out) {
  const char *primitive = value_is_string(*self)    ? "String"
                          : value_is_number(*self)  ? "Number"
                          : value_is_boolean(*self) ? "Boolean"
                                                    : "Symbol";
  if (!value_is_object(*self)) string_internalize_ascii(vm, primitive, out);
  else if (value_is_callable(*self)) string_internalize_ascii(vm, "Function", out);
  else constructor_name(vm, self, out);
}

static bool property_is(VM *vm, Handle object, Handle key, Handle function) {
  ROOTS(vm, fields[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.fields);
  bool found;
  if (!get_own_property(vm, object, key, &d, &found)) vm->exception = VALUE_EMPTY;
  else if (found)
    return value_same(*d.value, *function) || value_same(*d.getter, *function) || value_same(*d.setter, *function);
  return false;
}

// Looks at all enumerable named properties, unless there are so many that they are no fields: a stack is captured for
// every error.
static int find_in(VM *vm, Handle object, Handle function, Slot name) {
  ROOTS(vm, keys, key);
  int count = 0;
  if (((Shape *)value_as_object(value_shape(vm, *object)))->flags & SHAPE_DICTIONARY) return 0;
  if (!own_keys(vm, object, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY | KEYS_NO_INDEXES, &r.keys)) {
    vm->exception = VALUE_EMPTY;
    return 0;
  }
  double length = array_length(&r.keys);
  for (double i = 0; i < length; i++) {
    if (!get_index(vm, &r.keys, i, &r.key)) vm->exception = VALUE_EMPTY;
    else if (property_is(vm, object, &r.key, function)) *name = r.key, count++;
  }
  return count;
}

// False: there is none, or more than one.
static bool method_name(VM *vm, const Frame *frame, Handle function_name, Slot out) {
  ROOTS(vm, holder);
  Handle self = &frame->registers[1], function = &frame->registers[0];
  bool named = string_length(function_name) > 0;
  for (r.holder = *self; named && value_is_object(r.holder); r.holder = object_prototype(vm, &r.holder)) {
    bool own;
    if (!has_own_property(vm, &r.holder, function_name, &own)) vm->exception = VALUE_EMPTY;
    else if (own && property_is(vm, &r.holder, function_name, function)) {
      *out = *function_name;
      return true;
    }
  }
  int count = 0;
  for (r.holder = *self; value_is_object(r.holder) && count < 2; r.holder = object_prototype(vm, &r.holder)) {
    count += find_in(vm, &r.holder, function, out);
  }
  return count == 1;
}

static bool is_identifier(VM *vm, Slot name) {
  uint32_t length = string_length(name);
  for (uint32_t i = 0; i < length; i++) {
    uint16_t c = string_unit_at(vm, name, i);
    bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    if (!letter && c != '$' && c != '_' && c < 128 && (i == 0 || c < '0' || c > '9')) return false;
  }
  return length > 0;
}

// Whether the function's name says the method's: they are the same, or the last part of it is.
static bool says_method(VM *vm, Slot name, Slot method) {
  uint32_t length = string_length(name), part = string_length(method);
  if (part > length) return false;
  for (uint32_t i = 1; i <= part; i++) {
    if (string_unit_at(vm, name, length - i) != string_unit_at(vm, method, part - i)) return false;
  }
  return part == length || string_unit_at(vm, name, length - part - 1) == '.';
}

// -------------------------------------------------------------------------------------------------------- texts

static void method_call_to(VM *vm, StringBuilder *b, const Frame *frame, Slot name) {
  ROOTS(vm, type, method);
  type_name(vm, &frame->registers[1], &r.type);
  bool has_method = method_name(vm, frame, name, &r.method);
  bool named = string_length(name) > 0;
  if (!named || is_identifier(vm, name)) {
    builder_string(vm, b, &r.type);
    builder_ascii(b, ".");
  }
  if (named) builder_string(vm, b, name);
  else if (has_method) builder_string(vm, b, &r.method);
  else builder_ascii(b, "<anonymous>");
  if (!named || !has_method || says_method(vm, name, &r.method)) return;
  builder_ascii(b, " [as ");
  builder_string(vm, b, &r.method);
  builder_ascii(b, "]");
}

// Nothing for an anonymous function called plainly.
static void function_to(VM *vm, StringBuilder *b, const Frame *frame) {
  ROOTS(vm, name);
  frame_function_name(vm, frame, &r.name);
  if (frame->flags & FRAME_CONSTRUCT) {
    builder_ascii(b, "new ");
    if (string_length(&r.name) > 0) builder_string(vm, b, &r.name);
    else builder_ascii(b, "<anonymous>");
  } else if (is_top_level(vm, frame)) {
    builder_string(vm, b, &r.name);
  } else {
    method_call_to(vm, b, frame, &r.name);
  }
}

void call_site_to(VM *vm, StringBuilder *b, const Frame *frame) {
  size_t start = b->length;
  function_to(vm, b, frame);
  bool named = b->length > start;
  if (named) builder_ascii(b, " (");
  if (frame->code) {
    PositionEntry position = code_position(frame->code->function, frame_pc(frame));
    builder_utf8(b, frame->code->script->name, strlen(frame->code->script->name));
    builder_format(b, ":%u:%u", position.line, position.column);
  } else {
    builder_ascii(b, "<anonymous>");
  }
  if (named) builder_ascii(b, ")");
}

// ------------------------------------------------------------------------------------------------------- objects

static CallSite *as_site(Handle h) { return (CallSite *)value_as_object(*h); }

#define SET(field, value) field_set(vm, as_site(out), &as_site(out)->field, (value))

static void set_names(VM *vm, const Frame *frame, Slot out) {
  ROOTS(vm, name, part);
  frame_function_name(vm, frame, &r.name);
  SET(name, string_length(&r.name) > 0 ? r.name : VALUE_NULL);
  SET(type, VALUE_NULL);
  SET(method, VALUE_NULL);
  if (is_top_level(vm, frame) || frame->flags & FRAME_CONSTRUCT) return;
  type_name(vm, &frame->registers[1], &r.part);
  SET(type, r.part);
  if (method_name(vm, frame, &r.name, &r.part)) SET(method, r.part);
}

// The name of the text of an eval begins with where that was called.
static bool set_place(VM *vm, const Frame *frame, Slot out) {
  SET(file, VALUE_NULL);
  SET(line, VALUE_NULL);
  SET(column, VALUE_NULL);
  if (!frame->code) return true;
  ROOTS(vm, name);
  const Script *script = frame->code->script;
  PositionEntry position = code_position(frame->code->function, frame_pc(frame));
  SET(line, number_uint32(position.line));
  SET(column, number_uint32(position.column));
  const char *end = script->evaluated ? strstr(script->name, ", <anonymous>") : NULL;
  TRY(string_from_utf8(vm, script->name, end ? (size_t)(end - script->name) : strlen(script->name), &r.name));
  SET(file, script->evaluated ? VALUE_UNDEFINED : r.name);
  if (script->evaluated) SET(origin, r.name);
  return true;
}

static int site_flags(VM *vm, const Frame *frame) {
  return (is_top_level(vm, frame) ? SITE_TOP_LEVEL : 0) |
         (frame->code && frame->code->script->evaluated ? SITE_EVAL : 0) |
         (frame->flags & FRAME_CONSTRUCT ? SITE_CONSTRUCTOR : 0);
}

static void make_prototype(VM *vm);

bool call_site_new(VM *vm, const Frame *frame, Slot out) {
  ROOTS(vm, text);
  StringBuilder b;
  if (value_is_empty(vm->runtime.call_site_prototype)) make_prototype(vm);
  object_new_kind(vm, KIND_CALL_SITE, sizeof(CallSite), &vm->runtime.call_site_prototype, out);
  if (frame->code && !(frame->code->flags & CODE_STRICT)) {
    SET(receiver, is_top_level(vm, frame) ? vm->runtime.global : frame->registers[1]);
    SET(function, frame->registers[0]);
  }
  set_names(vm, frame, out);
  TRY(set_place(vm, frame, out));
  SET(flags, value_int(site_flags(vm, frame)));
  builder_init(&b);
  call_site_to(vm, &b, frame);
  TRY(builder_finish(vm, &b, &r.text));
  SET(text, r.text);
  return true;
}

static bool require_site(VM *vm, const Args *args) {
  if (value_is_kind(*args->self, KIND_CALL_SITE)) return true;
  return throw_type(vm, "CallSite method %s expects CallSite as receiver", native_name(args));
}

#define SITE_FIELD(function, field)                          \
  static bool function(VM *vm, const Args *args, Slot out) { \
    TRY(require_site(vm, args));                             \
    *out = field_get(&as_site(args->self)->field);           \
    return true;                                             \
  }
SITE_FIELD(get_this, receiver)
SITE_FIELD(get_function, function)
SITE_FIELD(get_type_name, type)
SITE_FIELD(get_function_name, name)
SITE_FIELD(get_method_name, method)
SITE_FIELD(get_file_name, file)
SITE_FIELD(get_line_number, line)
SITE_FIELD(get_column_number, column)
SITE_FIELD(get_eval_origin, origin)
SITE_FIELD(site_to_string, text)

#define SITE_FLAG(function, flag)                                                        \
  static bool function(VM *vm, const Args *args, Slot out) {                             \
    TRY(require_site(vm, args));                                                         \
    *out = value_boolean(value_as_int(field_get(&as_site(args->self)->flags)) & (flag)); \
    return true;                                                                         \
  }
SITE_FLAG(is_top, SITE_TOP_LEVEL)
SITE_FLAG(is_eval, SITE_EVAL)
SITE_FLAG(is_constructor, SITE_CONSTRUCTOR)
SITE_FLAG(is_never, 0)

// There are no promises.
static bool get_promise_index(VM *vm, const Args *args, Slot out) {
  TRY(require_site(vm, args));
  *out = VALUE_NULL;
  return true;
}

static const Builtin site_methods[] = {
    METHOD("getColumnNumber", get_column_number, 0),
    METHOD("getEvalOrigin", get_eval_origin, 0),
    METHOD("getFileName", get_file_name, 0),
    METHOD("getFunction", get_function, 0),
    METHOD("getFunctionName", get_function_name, 0),
    METHOD("getLineNumber", get_line_number, 0),
    METHOD("getMethodName", get_method_name, 0),
    METHOD("getPromiseIndex", get_promise_index, 0),
    METHOD("getScriptNameOrSourceURL", get_file_name, 0),
    METHOD("getThis", get_this, 0),
    METHOD("getTypeName", get_type_name, 0),
    METHOD("isAsync", is_never, 0),
    METHOD("isConstructor", is_constructor, 0),
    METHOD("isEval", is_eval, 0),
    METHOD("isNative", is_never, 0),
    METHOD("isPromiseAll", is_never, 0),
    METHOD("isToplevel", is_top, 0),
    METHOD("toString", site_to_string, 0),
};

static bool refuse_construction(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  return throw_type(vm, "Illegal constructor");
}

static const Builtin constructor = {"CallSite", refuse_construction, 0, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};

// Most programs have no use for it.  The constructor is a property of the prototype alone.
static void make_prototype(VM *vm) {
  ROOTS(vm, holder, constructor);
  object_new_with_prototype(vm, &vm->runtime.object_prototype, &r.holder);
  object_new_with_prototype(vm, &vm->runtime.object_prototype, &vm->runtime.call_site_prototype);
  define_constructor(vm, &r.holder, &constructor, &vm->runtime.call_site_prototype, &r.constructor);
  DEFINE_BUILTINS(vm, &vm->runtime.call_site_prototype, site_methods);
}
