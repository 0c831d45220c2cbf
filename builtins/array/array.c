// builtins/array/array.c - the methods of Array.prototype that only read (ECMA-262 section 23.1.3).
//
// Each method is generic, as the specification says; true arrays in fast mode take short ways, which look again at the
// array after anything that may run JavaScript.
#include "builtins/array/array-access.h"
#include "builtins/builtins.h"
#include "objects/walk.h"

// ---------------------------------------------------------------------------------------------------- sparse arrays

// Is this an array that may be mostly holes, which nobody can look through?  *keys then becomes an array of its own
// keys, indexes first, in order; the loops that would visit every index visit these.
static bool sparse_keys(VM *vm, Handle object, bool *sparse, Slot keys) {
  *sparse = value_is_array(*object) && !array_is_fast(vm, object) && runtime(vm)->array_elements_protected;
  return !*sparse || own_keys(vm, object, KEYS_STRINGS, keys);
}

// The i-th of those keys, when it is an index below `end`.
static bool sparse_index(VM *vm, Handle keys, double i, double end, uint32_t *index) {
  ROOTS(vm, key);
  if (i >= array_length(keys) || !get_index(vm, keys, i, &r.key)) return false;
  return string_as_index(vm, &r.key, index) && *index < end;
}

// ----------------------------------------------------------------------------------------------------------- joins

static bool append_item(VM *vm, StringBuilder *b, Handle item, const Args *locale) {
  ROOTS(vm, text, options[2]);
  if (value_is_nullish(*item)) return true;
  if (value_is_string(*item)) {
    builder_string(vm, b, item);
    return true;
  }
  if (locale) {
    r.options[0] = *arg(locale, 0);
    r.options[1] = *arg(locale, 1);
    TRY(invoke(vm, item, VM_NAME(vm, toLocaleString), 2, r.options, &r.text));
    TRY(to_string(vm, &r.text, &r.text));
  } else {
    TRY(to_string(vm, item, &r.text));
  }
  builder_string(vm, b, &r.text);
  return true;
}

static bool join_sparse(VM *vm, StringBuilder *b, Handle object, Handle keys, double length, Handle separator,
                        const Args *locale) {
  ROOTS(vm, item);
  double separators = 0;
  uint32_t index;
  for (double i = 0; sparse_index(vm, keys, i, length, &index); i++) {
    for (; separators < index && string_length(separator) > 0; separators++) builder_string(vm, b, separator);
    TRY(builder_check(vm, b));
    TRY(get_index(vm, object, index, &r.item));
    TRY(append_item(vm, b, &r.item, locale));
  }
  for (; separators < length - 1 && string_length(separator) > 0; separators++) builder_string(vm, b, separator);
  return true;
}

static bool join_into(VM *vm, StringBuilder *b, Handle object, double length, Handle separator, const Args *locale) {
  ROOTS(vm, item, keys);
  bool sparse;
  if ((length - 1) * string_length(separator) > MAX_STRING_LENGTH) return throw_range(vm, "Invalid string length");
  TRY(sparse_keys(vm, object, &sparse, &r.keys));
  if (sparse) return join_sparse(vm, b, object, &r.keys, length, separator, locale);
  for (double i = 0; i < length; i++) {
    if (i > 0) builder_string(vm, b, separator);
    TRY(array_element(vm, object, i, &r.item));
    TRY(append_item(vm, b, &r.item, locale));
    TRY(builder_check(vm, b));
  }
  return true;
}

// An array that is being joined gives an empty text when it is met inside itself.
static __thread Walk joining;

bool array_join_values(VM *vm, Handle object, double length, Handle separator, const Args *locale, Slot out) {
  if (walk_find(&joining, object)) {
    *out = *VM_NAME(vm, empty);
    return true;
  }
  TRY(vm_check_c_stack(vm));
  WalkLevel here;
  walk_enter(vm, &joining, &here, object);
  StringBuilder b;
  builder_init(&b);
  bool ok = join_into(vm, &b, object, length, separator, locale);
  walk_leave(&joining);
  if (ok) return builder_finish(vm, &b, out);
  builder_free(&b);
  return false;
}

// 23.1.3.18
static bool array_join(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, separator);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (value_is_undefined(*arg(args, 0))) r.separator = runtime(vm)->single_chars[','];
  else TRY(to_string(vm, arg(args, 0), &r.separator));
  return array_join_values(vm, &r.object, length, &r.separator, NULL, out);
}

// 23.1.3.36
static bool array_to_string(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, join);
  TRY(to_object(vm, args->self, &r.object));
  TRY(get(vm, &r.object, VM_NAME(vm, join), &r.join));
  if (value_is_callable(r.join)) return vm_call(vm, &r.join, &r.object, 0, NULL, out);
  TRY(get(vm, &runtime(vm)->object_prototype, VM_NAME(vm, toString), &r.join));
  return vm_call(vm, &r.join, &r.object, 0, NULL, out);
}

// 23.1.3.32
static bool array_to_locale_string(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  double length;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  return array_join_values(vm, &r.object, length, &runtime(vm)->single_chars[','], args, out);
}

// ---------------------------------------------------------------------------------------------------------- copies

static bool append_sparse(VM *vm, Handle target, Handle source, Handle keys, double start, double end) {
  ROOTS(vm, item);
  uint32_t index;
  bool ok;
  double base = array_length(target);
  for (double i = 0; sparse_index(vm, keys, i, end, &index); i++) {
    if (index < start) continue;
    TRY(get_index(vm, source, index, &r.item));
    TRY(define_index(vm, target, base + index - start, &r.item));
  }
  return array_set_length(vm, target, base + end - start, true, &ok);
}

static bool append_range(VM *vm, Handle target, Handle source, double start, double end) {
  ROOTS(vm, item, keys);
  bool sparse;
  double count = end > start ? end - start : 0;
  if (array_length(target) + count > MAX_ARRAY_LENGTH) return throw_range(vm, "Invalid array length");
  TRY(sparse_keys(vm, source, &sparse, &r.keys));
  if (sparse && count > 0) return append_sparse(vm, target, source, &r.keys, start, end);
  for (double i = start; i < end; i++) {
    bool found, ok;
    TRY(array_element_if(vm, source, i, &found, &r.item));
    if (found) TRY(array_push(vm, target, &r.item));
    else TRY(array_set_length(vm, target, array_length(target) + 1, true, &ok));
  }
  return true;
}

// The elements of a slice in an object of another constructor.
static bool slice_into(VM *vm, Handle object, double start, double end, Handle target) {
  ROOTS(vm, item);
  for (double i = start; i < end; i++) {
    bool found;
    TRY(array_element_if(vm, object, i, &found, &r.item));
    if (found) TRY(define_index(vm, target, i - start, &r.item));
  }
  return array_put_length(vm, target, end > start ? end - start : 0);
}

// 23.1.3.28
static bool array_slice(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, constructor, result);
  double length, start, end;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(to_relative_index(vm, arg(args, 0), length, 0, &start));
  TRY(to_relative_index(vm, arg(args, 1), length, length, &end));
  TRY(array_species(vm, &r.object, &r.constructor));
  if (!value_is_undefined(r.constructor)) {
    return array_construct(vm, &r.constructor, end > start ? end - start : 0, out) &&
           slice_into(vm, &r.object, start, end, out);
  }
  TRY(array_new(vm, 0, &r.result));
  if (end > start) {
    if (array_is_fast(vm, &r.object)) TRY(elements_reserve(vm, &r.result, (uint32_t)(end - start)));
    TRY(append_range(vm, &r.result, &r.object, start, end));
  }
  *out = r.result;
  return true;
}

static bool is_concat_spreadable(VM *vm, Handle value, bool *out) {
  ROOTS(vm, flag);
  *out = false;
  if (!value_is_object(*value)) return true;
  TRY(get(vm, value, VM_SYMBOL(vm, isConcatSpreadable), &r.flag));
  *out = value_is_undefined(r.flag) ? value_is_array(*value) : to_boolean(r.flag);
  return true;
}

// `count` is the length of the result so far, which is a plain array of that length, or made by another constructor.
static bool concat_item(VM *vm, Handle result, Handle item, bool plain, double *count) {
  ROOTS(vm, element);
  bool spread;
  double length = 1;
  TRY(is_concat_spreadable(vm, item, &spread));
  if (spread) TRY(get_length(vm, item, &length));
  if (*count + length > MAX_LENGTH) return throw_type(vm, "Invalid array length");
  *count += length;
  if (!spread) return plain ? array_push(vm, result, item) : define_index(vm, result, *count - 1, item);
  if (plain && *count <= MAX_ARRAY_LENGTH) {
    if (array_is_fast(vm, item) && array_is_fast(vm, result) && *count < 1e8) {
      TRY(elements_reserve(vm, result, (uint32_t)*count));
    }
    return append_range(vm, result, item, 0, length);
  }
  // nobody can see the elements of what is too long in the end
  if (plain && value_is_array(*item)) return throw_range(vm, "Invalid array length");
  for (double i = 0; i < length; i++) {
    bool found;
    TRY(array_element_if(vm, item, i, &found, &r.element));
    if (found) TRY(define_index(vm, result, *count - length + i, &r.element));
  }
  return true;
}

// 23.1.3.2
static bool array_concat(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, constructor, result);
  double count = 0;
  TRY(array_receiver(vm, args, &r.object));
  TRY(array_species(vm, &r.object, &r.constructor));
  TRY(array_construct(vm, &r.constructor, 0, &r.result));
  bool plain = value_is_undefined(r.constructor);
  TRY(concat_item(vm, &r.result, &r.object, plain, &count));
  for (uint32_t i = 0; i < args->argc; i++) TRY(concat_item(vm, &r.result, &args->values[i], plain, &count));
  *out = r.result;
  return (plain && count <= MAX_ARRAY_LENGTH) || array_put_length(vm, out, count);
}

// Both write their elements to a plain array or to an object of another constructor, from *count on.
static bool flatten_into(VM *vm, Handle target, Handle source, double depth, double *count) {
  ROOTS(vm, item);
  double length;
  TRY(vm_check_c_stack(vm));
  TRY(get_length(vm, source, &length));
  for (double i = 0; i < length; i++) {
    bool found;
    TRY(array_element_if(vm, source, i, &found, &r.item));
    if (!found) continue;
    if (depth > 0 && value_is_array(r.item)) TRY(flatten_into(vm, target, &r.item, depth - 1, count));
    else TRY(array_append(vm, target, (*count)++, &r.item));
  }
  return true;
}

// 23.1.3.13
static bool array_flat(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, constructor, result);
  double depth = 1, count = 0;
  TRY(to_object(vm, args->self, &r.object));
  if (!value_is_undefined(*arg(args, 0))) TRY(to_integer(vm, arg(args, 0), &depth));
  TRY(array_species(vm, &r.object, &r.constructor));
  TRY(array_construct(vm, &r.constructor, 0, &r.result));
  TRY(flatten_into(vm, &r.result, &r.object, depth, &count));
  *out = r.result;
  return true;
}

// 23.1.3.14
static bool array_flat_map(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object, constructor, result, arguments[3], item);
  double length, count = 0;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (!value_is_callable(*arg(args, 0))) return throw_type(vm, "flatMap mapper function is not callable");
  TRY(array_species(vm, &r.object, &r.constructor));
  TRY(array_construct(vm, &r.constructor, 0, &r.result));
  for (double i = 0; i < length; i++) {
    bool found;
    TRY(array_element_if(vm, &r.object, i, &found, &r.arguments[0]));
    if (!found) continue;
    r.arguments[1] = number(i);
    r.arguments[2] = r.object;
    TRY(vm_call(vm, arg(args, 0), arg(args, 1), 3, r.arguments, &r.item));
    if (value_is_array(r.item)) TRY(flatten_into(vm, &r.result, &r.item, 0, &count));
    else TRY(array_append(vm, &r.result, count++, &r.item));
  }
  *out = r.result;
  return true;
}

// -------------------------------------------------------------------------------------------------------- searches

static bool array_search(VM *vm, const Args *args, bool from_end, bool zero_equal, double *index) {
  ROOTS(vm, object, item);
  double length, start;
  *index = -1;
  TRY(from_end || zero_equal ? to_object(vm, args->self, &r.object) : array_receiver(vm, args, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (length == 0) return true;
  if (from_end) {
    start = length - 1;
    if (args->argc > 1) {
      TRY(to_integer(vm, arg(args, 1), &start));
      start = start < 0 ? length + start : fmin(start, length - 1);
    }
  } else {
    TRY(to_relative_index(vm, arg(args, 1), length, 0, &start));
  }
  for (double i = start; from_end ? i >= 0 : i < length; i += from_end ? -1 : 1) {
    bool found = true;
    if (zero_equal) TRY(array_element(vm, &r.object, i, &r.item));
    else TRY(array_element_if(vm, &r.object, i, &found, &r.item));
    if (!found) continue;
    bool equal = value_are_ints(r.item, *arg(args, 0)) ? value_same(r.item, *arg(args, 0))
                 : zero_equal                          ? same_value_zero(vm, &r.item, arg(args, 0))
                                                       : strict_equals(vm, &r.item, arg(args, 0));
    if (equal) {
      *index = i;
      return true;
    }
  }
  return true;
}

static bool array_index_of(VM *vm, const Args *args, Slot out) {
  double index;
  TRY(array_search(vm, args, false, false, &index));
  *out = number(index);
  return true;
}
static bool array_last_index_of(VM *vm, const Args *args, Slot out) {
  double index;
  TRY(array_search(vm, args, true, false, &index));
  *out = number(index);
  return true;
}
static bool array_includes(VM *vm, const Args *args, Slot out) {
  double index;
  TRY(array_search(vm, args, false, true, &index));
  *out = value_boolean(index >= 0);
  return true;
}

// 23.1.3.1
static bool array_at(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, object);
  double length, index;
  TRY(to_object(vm, args->self, &r.object));
  TRY(get_length(vm, &r.object, &length));
  TRY(to_integer(vm, arg(args, 0), &index));
  if (index < 0) index += length;
  if (index < 0 || index >= length) return true;
  return get_index(vm, &r.object, index, out);
}

static const Builtin methods[] = {
    METHOD("at", array_at, 1),
    METHOD("concat", array_concat, 1),
    METHOD("flat", array_flat, 0),
    METHOD("flatMap", array_flat_map, 1),
    METHOD("includes", array_includes, 1),
    METHOD("indexOf", array_index_of, 1),
    METHOD("join", array_join, 1),
    METHOD("lastIndexOf", array_last_index_of, 1),
    METHOD("slice", array_slice, 2),
    METHOD("toLocaleString", array_to_locale_string, 0),
    METHOD("toString", array_to_string, 0),
};

// 23.1.3.41: names that a with statement does not take from an array.
static void define_unscopables(VM *vm) {
  static const char *const names[] = {"at",         "copyWithin",    "entries",   "fill",    "find",     "findIndex",
                                      "findLast",   "findLastIndex", "flat",      "flatMap", "includes", "keys",
                                      "toReversed", "toSorted",      "toSpliced", "values"};
  ROOTS(vm, list);
  const Value null = VALUE_NULL, yes = VALUE_TRUE;
  object_new_with_prototype(vm, &null, &r.list);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) define_value(vm, &r.list, names[i], &yes, ATTR_ALL);
  if (!define_data(vm, &runtime(vm)->array_prototype, VM_SYMBOL(vm, unscopables), &r.list, ATTR_CONFIGURABLE)) {
    vm->exception = VALUE_EMPTY;  // cannot happen: nothing of a script has run
  }
}

void install_array(VM *vm) {
  Runtime *rt = runtime(vm);
  install_array_constructor(vm);
  DEFINE_BUILTINS(vm, &rt->array_prototype, methods);
  define_unscopables(vm);
  install_array_mutators(vm, &rt->array_prototype);
  install_array_iteration(vm, &rt->array_prototype);
  install_array_sort(vm, &rt->array_prototype);
}
