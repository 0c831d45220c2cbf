// builtins/array/array-iteration.c - the methods of Array.prototype that call a function for each element.
//
// One walk serves them all: it keeps the three arguments rooted in a row, so that a call lays out nothing anew, and
// asks for each element again, because the callback may change the array.
#include "builtins/array/array-access.h"

typedef struct Walk {
  Slot object;     // rooted by the caller: object, then item, index, object as arguments
  Slot arguments;  // three
  Slot result;
  int64_t length, index, step;  // lengths are at most 2^53 - 1
  bool skip_holes;
  RepeatedCall call;
} Walk;

static bool walk_begin(VM *vm, const Args *args, Walk *walk, bool from_end, bool skip_holes) {
  TRY(array_receiver(vm, args, walk->object));
  double length;
  TRY(get_length(vm, walk->object, &length));
  walk->length = (int64_t)length;
  if (!value_is_callable(*arg(args, 0))) return throw_type(vm, "%v is not a function", arg(args, 0));
  walk->index = from_end ? walk->length : -1;
  walk->step = from_end ? -1 : 1;
  walk->skip_holes = skip_holes;
  repeated_call_begin(vm, &walk->call, arg(args, 0), arg(args, 1), 3);
  return true;
}

static inline Value index_value(int64_t i) { return i <= INT32_MAX ? value_int((int32_t)i) : value_double((double)i); }

// Goes to the next element and calls the function with it; *more is false at the end.
static bool walk_next(VM *vm, Walk *walk, bool *more) {
  for (;;) {
    walk->index += walk->step;
    *more = walk->index >= 0 && walk->index < walk->length;
    if (!*more) return true;
    bool found = true;
    if (UNLIKELY(!array_quick_element(walk->object, walk->index, &walk->arguments[0]))) {
      if (walk->skip_holes) TRY(find_index(vm, walk->object, (double)walk->index, &found, &walk->arguments[0]));
      else TRY(get_index(vm, walk->object, (double)walk->index, &walk->arguments[0]));
    }
    if (!found) continue;
    walk->arguments[1] = index_value(walk->index);
    walk->arguments[2] = *walk->object;
    return repeated_call(vm, &walk->call, walk->arguments, walk->result);
  }
}

#define WALK(from_end, skip)                                                        \
  ROOTS(vm, object, arguments[3], result, other);                                   \
  Walk walk = {.object = &r.object, .arguments = r.arguments, .result = &r.result}; \
  bool more;                                                                        \
  TRY(walk_begin(vm, args, &walk, from_end, skip))

// 23.1.3.15
static bool array_for_each(VM *vm, const Args *args, Slot out) {
  WALK(false, true);
  (void)out;
  do TRY(walk_next(vm, &walk, &more));
  while (more);
  return true;
}

// 23.1.3.21
static bool array_map(VM *vm, const Args *args, Slot out) {
  WALK(false, true);
  TRY(array_species(vm, &r.object, &r.other));
  TRY(array_construct(vm, &r.other, (double)walk.length, &r.other));
  for (;;) {
    TRY(walk_next(vm, &walk, &more));
    if (!more) break;
    Elements *fast = fast_elements_of(vm, &r.other);  // no allocation while it is used
    bool inside = fast && (double)walk.index < array_length(&r.other) && !elements_are_shared(fast);
    if (LIKELY(inside)) elements_set(vm, fast, (uint32_t)walk.index, r.result);
    else TRY(define_index(vm, &r.other, (double)walk.index, &r.result));
  }
  *out = r.other;
  return true;
}

// 23.1.3.8
static bool array_filter(VM *vm, const Args *args, Slot out) {
  WALK(false, true);
  TRY(array_species(vm, &r.object, &r.other));
  TRY(array_construct(vm, &r.other, 0, &r.other));
  for (double count = 0;;) {
    TRY(walk_next(vm, &walk, &more));
    if (!more) break;
    if (to_boolean(r.result)) TRY(array_append(vm, &r.other, count++, &r.arguments[0]));
  }
  *out = r.other;
  return true;
}

// 23.1.3.6, 23.1.3.29
static bool every_or_some(VM *vm, const Args *args, bool stop_at, Slot out) {
  WALK(false, true);
  for (;;) {
    TRY(walk_next(vm, &walk, &more));
    if (!more || to_boolean(r.result) == stop_at) break;
  }
  *out = value_boolean(more ? stop_at : !stop_at);
  return true;
}
static bool array_every(VM *vm, const Args *args, Slot out) { return every_or_some(vm, args, false, out); }
static bool array_some(VM *vm, const Args *args, Slot out) { return every_or_some(vm, args, true, out); }

// 23.1.3.9 to 23.1.3.12
static bool find_element(VM *vm, const Args *args, bool from_end, bool want_index, Slot out) {
  WALK(from_end, false);
  for (;;) {
    TRY(walk_next(vm, &walk, &more));
    if (!more || to_boolean(r.result)) break;
  }
  if (want_index) *out = more ? index_value(walk.index) : value_int(-1);
  else if (more) *out = r.arguments[0];
  return true;
}
static bool array_find(VM *vm, const Args *args, Slot out) { return find_element(vm, args, false, false, out); }
static bool array_find_index(VM *vm, const Args *args, Slot out) { return find_element(vm, args, false, true, out); }
static bool array_find_last(VM *vm, const Args *args, Slot out) { return find_element(vm, args, true, false, out); }
static bool array_find_last_index(VM *vm, const Args *args, Slot out) {
  return find_element(vm, args, true, true, out);
}

// 23.1.3.24, 23.1.3.25
static bool reduce(VM *vm, const Args *args, bool from_end, Slot out) {
  ROOTS(vm, object, arguments[4]);
  double length;
  TRY(array_receiver(vm, args, &r.object));
  TRY(get_length(vm, &r.object, &length));
  if (!value_is_callable(*arg(args, 0))) return throw_type(vm, "%v is not a function", arg(args, 0));
  int64_t count = (int64_t)length, i = from_end ? count - 1 : 0, step = from_end ? -1 : 1;
  bool found = args->argc > 1;
  r.arguments[0] = *arg(args, 1);
  for (; !found && i >= 0 && i < count; i += step) TRY(find_index(vm, &r.object, (double)i, &found, &r.arguments[0]));
  if (!found) return throw_type(vm, "Reduce of empty array with no initial value");
  RepeatedCall call;
  repeated_call_begin(vm, &call, arg(args, 0), &undefined_value_, 4);
  for (; i >= 0 && i < count; i += step) {
    if (UNLIKELY(!array_quick_element(&r.object, i, &r.arguments[1]))) {
      TRY(find_index(vm, &r.object, (double)i, &found, &r.arguments[1]));
      if (!found) continue;
    }
    r.arguments[2] = index_value(i);
    r.arguments[3] = r.object;
    TRY(repeated_call(vm, &call, r.arguments, &r.arguments[0]));
  }
  *out = r.arguments[0];
  return true;
}
static bool array_reduce(VM *vm, const Args *args, Slot out) { return reduce(vm, args, false, out); }
static bool array_reduce_right(VM *vm, const Args *args, Slot out) { return reduce(vm, args, true, out); }

static const Builtin methods[] = {
    METHOD("every", array_every, 1),        METHOD("filter", array_filter, 1),
    METHOD("find", array_find, 1),          METHOD("findIndex", array_find_index, 1),
    METHOD("findLast", array_find_last, 1), METHOD("findLastIndex", array_find_last_index, 1),
    METHOD("forEach", array_for_each, 1),   METHOD("map", array_map, 1),
    METHOD("reduce", array_reduce, 1),      METHOD("reduceRight", array_reduce_right, 1),
    METHOD("some", array_some, 1),
};

void install_array_iteration(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
