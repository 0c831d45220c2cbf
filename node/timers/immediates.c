// node/timers/immediates.c - setImmediate: functions that run once a turn of the event loop, after its events.
//
// An Immediate is a host object; its internal field says whether it waits and whether it keeps the loop alive.
#include "node/host/handle.h"
#include "node/host/ticks.h"
#include "node/timers/timers.h"

typedef struct Immediates {
  PersistentCell queue, prototype;
  IoHandle *check;  // runs them, once a turn of the loop
  IoHandle *idle;   // keeps the loop from waiting while there are any
  int referenced;
} Immediates;

static Immediates *immediates_of(VM *vm) { return node_state(vm, PART_immediates); }

enum { WAITS = 1, REFERENCED = 2 };

static int state_of(Handle object) { return value_as_int(field_get(&as_wrapper(object)->value)); }

static void set_state(VM *vm, Handle object, int state) {
  field_set(vm, as_wrapper(object), &as_wrapper(object)->value, value_int(state));
}

static void on_idle(uv_idle_t *handle) { (void)handle; }

static void count_reference(VM *vm, int change) {
  Immediates *immediates = immediates_of(vm);
  immediates->referenced += change;
  if (immediates->referenced > 0) uv_idle_start(&immediates->idle->uv.idle, on_idle);
  else uv_idle_stop(&immediates->idle->uv.idle);
}

static bool is_immediate(VM *vm, Handle value) {
  return value_is_kind(*value, KIND_HOST_OBJECT) &&
         value_same(object_prototype(vm, value), immediates_of(vm)->prototype.value);
}

static bool set_immediate(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, value);
  TRY(require_callback(vm, arg(args, 0)));
  object_new_kind(vm, KIND_HOST_OBJECT, sizeof(WrapperObject), &immediates_of(vm)->prototype.value, out);
  set_state(vm, out, WAITS | REFERENCED);
  define_value(vm, out, "_onImmediate", arg(args, 0), ATTR_ALL);
  TRY(arguments_from(vm, args, 1, &r.value));
  define_value(vm, out, "_argv", &r.value, ATTR_ALL);
  TRY(array_push(vm, &immediates_of(vm)->queue.value, out));
  count_reference(vm, 1);
  return true;
}

// It waits no longer.
static void retire(VM *vm, Handle object) {
  if (state_of(object) & REFERENCED) count_reference(vm, -1);
  set_state(vm, object, 0);
}

static bool forget_function(VM *vm, Handle object) {
  Value null = VALUE_NULL;
  define_value(vm, object, "_onImmediate", &null, ATTR_ALL);
  return true;
}

static bool clear_immediate(VM *vm, const Args *args, Slot out) {
  (void)out;
  Handle object = arg(args, 0);
  if (!is_immediate(vm, object) || !(state_of(object) & WAITS)) return true;
  retire(vm, object);
  return forget_function(vm, object);
}

static bool run_one(VM *vm, Handle object) {
  ROOTS(vm, key, function, list, result);
  retire(vm, object);
  string_internalize_ascii(vm, "_onImmediate", &r.key);
  TRY(get(vm, object, &r.key, &r.function));
  string_internalize_ascii(vm, "_argv", &r.key);
  TRY(get(vm, object, &r.key, &r.list));
  bool ok = node_apply(vm, &r.function, object, &r.list, &r.result);
  return forget_function(vm, object) && ok;
}

// Those that wait now; what they add waits for the next turn.
static bool run_immediates(VM *vm) {
  ROOTS(vm, queue, object);
  r.queue = immediates_of(vm)->queue.value;
  double count = array_length(&r.queue);
  if (count == 0) return true;
  TRY(array_new(vm, 0, &immediates_of(vm)->queue.value));
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, &r.queue, i, &r.object));
    if (!(state_of(&r.object) & WAITS)) continue;
    if (!run_one(vm, &r.object)) TRY(node_uncaught(vm));
    TRY(node_run_ticks(vm));
  }
  return true;
}

static void on_check(uv_check_t *handle) {
  VM *vm = io_handle_from(handle)->vm;
  if (!run_immediates(vm)) uv_stop(&node_of(vm)->loop);
}

static bool set_referenced(VM *vm, const Args *args, bool referenced, Slot out) {
  if (!is_immediate(vm, args->self)) return throw_type(vm, "Illegal invocation");
  int state = state_of(args->self);
  if ((state & WAITS) && referenced != ((state & REFERENCED) != 0)) {
    set_state(vm, args->self, referenced ? WAITS | REFERENCED : WAITS);
    count_reference(vm, referenced ? 1 : -1);
  }
  *out = *args->self;
  return true;
}

static bool immediate_ref(VM *vm, const Args *args, Slot out) { return set_referenced(vm, args, true, out); }
static bool immediate_unref(VM *vm, const Args *args, Slot out) { return set_referenced(vm, args, false, out); }

static bool immediate_has_ref(VM *vm, const Args *args, Slot out) {
  if (!is_immediate(vm, args->self)) return throw_type(vm, "Illegal invocation");
  *out = value_boolean((state_of(args->self) & REFERENCED) != 0);
  return true;
}

static const Builtin methods[] = {
    METHOD("ref", immediate_ref, 0),
    METHOD("unref", immediate_unref, 0),
    METHOD("hasRef", immediate_has_ref, 0),
};

static const Builtin functions[] = {
    FUNCTION("clearImmediate", clear_immediate, 1),
    FUNCTION("setImmediate", set_immediate, 1),
};

static bool illegal_constructor(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  return throw_type(vm, "Illegal constructor");
}

static const Builtin constructor = {"Immediate", illegal_constructor, 2, BUILTIN_CONSTRUCTOR, 0, ATTR_METHOD, NULL};

void immediates_define(VM *vm, Handle target) { DEFINE_BUILTINS(vm, target, functions); }

static void install(VM *vm) {
  Immediates *immediates = immediates_of(vm);
  Slot prototype = &immediates->prototype.value;
  ROOTS(vm, holder, constructor);
  object_new(vm, &r.holder);
  object_new(vm, prototype);
  define_constructor(vm, &r.holder, &constructor, prototype, &r.constructor);
  DEFINE_BUILTINS(vm, prototype, methods);
  if (!array_new(vm, 0, &immediates->queue.value)) vm->exception = VALUE_EMPTY;
  immediates->check = io_handle_open(vm, IO_CHECK, "setImmediate");
  immediates->idle = io_handle_open(vm, IO_IDLE, "setImmediate");
  uv_check_start(&immediates->check->uv.check, on_check);
  io_ref(immediates->check, false);
}

static const NodeCell cells[] = {{offsetof(Immediates, queue), "setImmediate queue"},
                                 {offsetof(Immediates, prototype), NULL}};

const NodePart immediates_part = {
    .name = "immediates", .state_size = sizeof(Immediates), NODE_CELLS(cells), .install = install};
