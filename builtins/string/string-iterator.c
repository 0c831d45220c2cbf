// builtins/string/string-iterator.c - %StringIteratorPrototype%: strings iterated by code points (ECMA-262
// section 22.1.5).
//
// An IteratorObject: target is the string, undefined at the end; index the unit that comes next.
#include "builtins/iterator/iterator.h"
#include "builtins/string/string.h"

// 22.1.3.36
static bool string_iterator(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, self);
  TRY(this_flat_string(vm, args, "[Symbol.iterator]", &r.self));
  object_new_kind(vm, KIND_STRING_ITERATOR, sizeof(IteratorObject), &runtime(vm)->string_iterator_prototype, out);
  field_set(vm, as_iterator(out), &as_iterator(out)->target, r.self);
  field_set(vm, as_iterator(out), &as_iterator(out)->index, value_int(0));
  return true;
}

// 22.1.5.2.1
static bool string_iterator_next(VM *vm, const Args *args, Slot out) {
  Handle self = args->self;
  if (!value_is_kind(*self, KIND_STRING_ITERATOR)) {
    return throw_type(vm, "Method String Iterator.prototype.next called on incompatible receiver %v", self);
  }
  ROOTS(vm, text, part);
  r.text = field_get(&as_iterator(self)->target);
  uint32_t index = (uint32_t)value_as_int(field_get(&as_iterator(self)->index)), units;
  if (value_is_undefined(r.text) || index >= string_length(&r.text)) {
    field_set(vm, as_iterator(self), &as_iterator(self)->target, VALUE_UNDEFINED);
    iterator_result(vm, &undefined_value_, true, out);
    return true;
  }
  StringView view = string_view(&r.text);
  view_code_point(&view, index, &units);
  TRY(string_substring(vm, &r.text, index, index + units, &r.part));
  field_set(vm, as_iterator(self), &as_iterator(self)->index, value_int((int32_t)(index + units)));
  iterator_result(vm, &r.part, false, out);
  return true;
}

static const Builtin string_methods[] = {SYMBOL_METHOD(iterator, string_iterator, 0)};
static const Builtin iterator_methods[] = {METHOD("next", string_iterator_next, 0)};

void install_string_iterator(VM *vm, Handle prototype) {
  Runtime *rt = runtime(vm);
  DEFINE_BUILTINS(vm, prototype, string_methods);
  object_new_with_prototype(vm, &rt->iterator_prototype, &rt->string_iterator_prototype);
  DEFINE_BUILTINS(vm, &rt->string_iterator_prototype, iterator_methods);
  define_to_string_tag(vm, &rt->string_iterator_prototype, "String Iterator");
}
