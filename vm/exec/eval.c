// vm/exec/eval.c - eval: a text compiled in the scopes of the code that calls it.
//
// The compiler keeps all variables around a direct eval in contexts, whose scope infos tell their names and types
// (compiler/scope.h), so that the scopes around the text can be made again from the chain of contexts.
#include "vm/exec/eval.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/scope.h"
#include "vm/exec/call.h"
#include "vm/error/error.h"
#include "vm/exec/interpreter.h"
#include "vm/native.h"
#include "vm/property/property.h"
#include "vm/roots.h"

// ------------------------------------------------------------------------------------------------------ scopes

static const Elements *scope_info_of(Value context) {
  return (const Elements *)value_as_object(field_get(&((Context *)value_as_object(context))->scope_info));
}

static Value parent_of(Value context) { return field_get(&((Context *)value_as_object(context))->parent); }

// The letters of CONSTANT_SCOPE_INFO; of length 0 if no eval was foreseen.
static StringView variable_types(const Elements *info) {
  Value types = field_get(&info->values[info->capacity - 1]);
  return value_is_empty(types) ? (StringView){.length = 0} : string_view(&types);
}

static const Atom *atom_of(Arena *arena, Value name) {
  StringView view = string_view(&name);  // internalized
  return view.two_byte ? atom_utf16(arena, view.utf16, view.length)
                       : atom_latin1(arena, (const char *)view.latin1, view.length);
}

static uint32_t variable_count(Value context) { return scope_info_of(context)->capacity - 2; }

// Is the parent a context of the same scope?
static bool continues(Value context) { return variable_types(scope_info_of(context)).length > variable_count(context); }

// The variables of a context, at the places that end before `end`.
static void add_variables(Arena *arena, Value context, const Atom **names, uint8_t *kinds, uint32_t end) {
  const Elements *info = scope_info_of(context);
  StringView types = variable_types(info);
  uint32_t count = variable_count(context), first = end - count;
  for (uint32_t i = 0; i < count; i++) {
    names[first + i] = atom_of(arena, field_get(&info->values[1 + i]));
    kinds[first + i] = i < types.length ? (uint8_t)(types.latin1[i] - 'A') : VARIABLE_VAR;
  }
}

// Of *context, and those above that belong to its scope; then *context is the last of these.
static OuterScope *outer_scope(Arena *arena, Value *context) {
  OuterScope *scope = arena_allocate(arena, sizeof *scope);
  scope->count = variable_count(*context);
  for (Value above = *context; continues(above);) scope->count += variable_count(above = parent_of(above));
  scope->names = arena_allocate(arena, scope->count * sizeof *scope->names);
  uint8_t *kinds = arena_allocate(arena, scope->count + 1);
  uint32_t end = scope->count;
  for (;; *context = parent_of(*context)) {
    add_variables(arena, *context, scope->names, kinds, end);
    end -= variable_count(*context);
    if (!continues(*context)) break;
  }
  scope->types = kinds;
  return scope;
}

// CompileOptions.outer_scopes; `data` is a Handle of the innermost context.
static OuterScope *outer_scopes(Arena *arena, const void *data) {
  OuterScope *innermost = NULL, **place = &innermost;
  for (Value context = *(Handle)data; value_is_pointer(context); context = parent_of(context)) {
    *place = outer_scope(arena, &context);
    place = &(*place)->outer;
  }
  return innermost;
}

static bool is_inside_function(Value context) {
  for (; value_is_pointer(context); context = parent_of(context)) {
    StringView types = variable_types(scope_info_of(context));
    for (uint32_t i = 0; i < types.length; i++) {
      if (types.latin1[i] == 'A' + VARIABLE_NEW_TARGET) return true;
    }
  }
  return false;
}

// ------------------------------------------------------------------------------------------------------ evaluating

static bool eval_compile(VM *vm, Handle text, const ParseOptions *parse, const CompileOptions *compile, Slot out) {
  char *name = error_eval_origin(vm);
  size_t length;
  char *source = string_to_wtf8(vm, text, &length);
  bool ok = vm_compile(vm, source, length, name, parse, compile, out);
  free(source);
  free(name);
  return ok;
}

bool eval_indirect(VM *vm, Handle text, Slot out) {
  if (!value_is_string(*text)) {
    *out = *text;
    return true;
  }
  ROOTS(vm, function);
  ParseOptions parse = {.goal = PARSE_SCRIPT, .wtf8 = true};
  CompileOptions compile = {.is_script = true, .completion_value = true, .evaluated = true, .eval = EVAL_INDIRECT};
  TRY(eval_compile(vm, text, &parse, &compile, &r.function));
  return vm_call(vm, &r.function, &runtime(vm)->global, 0, NULL, out);
}

static bool eval_direct(VM *vm, Handle text, Handle context, Slot out) {
  if (!value_is_string(*text)) {
    *out = *text;
    return true;
  }
  ROOTS(vm, function, context);
  r.context = *context;
  ParseOptions parse = {.goal = PARSE_SCRIPT, .wtf8 = true};
  parse.strict = vm->frame->code->flags & CODE_STRICT;
  parse.allows_new_target = is_inside_function(r.context);
  CompileOptions compile = {.is_script = true, .completion_value = true, .evaluated = true, .eval = EVAL_DIRECT};
  compile.outer_scopes = outer_scopes;
  compile.outer_data = &r.context;
  TRY(eval_compile(vm, text, &parse, &compile, &r.function));
  JSFunction *function = as_function(&r.function);
  if (value_is_pointer(r.context)) field_set(vm, function, &function->context, r.context);
  return vm_call(vm, &r.function, &undefined_value_, 0, NULL, out);
}

// ------------------------------------------------------------------------------------------------------ calls

bool call_eval(VM *vm, Value *base, uint32_t argc, Slot out) {
  if (!value_same(base[0], runtime(vm)->eval_function)) return call_at(vm, base, argc, out);
  return eval_direct(vm, argc > 0 ? &base[2] : &undefined_value_, &base[-1], out);
}

bool call_eval_spread(VM *vm, Value *base, Slot out) {
  if (!value_same(base[0], runtime(vm)->eval_function)) return call_spread(vm, base, out);
  ROOTS(vm, text);
  TRY(get_index(vm, &base[2], 0, &r.text));
  return eval_direct(vm, &r.text, &base[-1], out);
}
