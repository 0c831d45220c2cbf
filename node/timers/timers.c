// node/timers/timers.c - setTimeout, setInterval, setImmediate and what they return.
//
// As in Node, timers of one length form a list, in the order made, and the lists are ordered by the time their first
// timer is due; one libuv timer serves them all.  A Timer exists while it waits: it holds its Timeout object in a
// persistent cell.  The object's internal field is a pointer to the Timer then, and otherwise keeps the id and whether
// it is referenced, as an integer.
//
//   queue (a heap by expiry, then by age)        Timeout object
//   +------+------+---                           _onTimeout, _timerArgs, _repeat, ...
//   | list | list |  -> first Timer <-> Timer -> cell ^
//   +------+------+---
#include "node/timers/timers.h"

#include <stdlib.h>

#include "base/memory.h"
#include "node/host/errors.h"
#include "node/host/handle.h"
#include "node/host/ticks.h"

#define MAX_DELAY 2147483647.0
#define BUCKETS 256

typedef struct TimerList {
  struct TimerList *next;  // in its bucket
  struct Timer *first, *last;
  uint64_t msecs, expiry;
  int64_t age;   // lists made first run first
  size_t place;  // in the queue
} TimerList;

typedef struct Timer {
  HostTag tag;
  struct Timer *next, *previous;
  TimerList *list;
  PersistentCell *object;
  uint64_t start;
  int id;
  bool referenced;
} Timer;

typedef struct Timers {
  PersistentCell prototype;  // of Timeout objects
  TimerList *buckets[BUCKETS];
  TimerList **queue;
  size_t count, capacity;
  int64_t next_age;
  int next_id, referenced;
  bool running;        // lists are being worked on: the libuv timer is set when that is done
  uint64_t scheduled;  // the expiry that the libuv timer is set for; 0: none
  IoHandle *handle;
} Timers;

static Timers *timers_of(VM *vm) { return node_state(vm, PART_timers); }

static uint64_t now(VM *vm) {
  uv_update_time(&node_of(vm)->loop);
  return uv_now(&node_of(vm)->loop);
}

// ------------------------------------------------------------------------------------------------------ the queue

static bool is_before(const TimerList *a, const TimerList *b) {
  return a->expiry != b->expiry ? a->expiry < b->expiry : a->age < b->age;
}

static void set_place(Timers *timers, size_t place, TimerList *list) {
  timers->queue[place] = list;
  list->place = place;
}

static void move_up(Timers *timers, TimerList *list) {
  size_t place = list->place;
  while (place > 0 && is_before(list, timers->queue[(place - 1) / 2])) {
    set_place(timers, place, timers->queue[(place - 1) / 2]);
    place = (place - 1) / 2;
  }
  set_place(timers, place, list);
}

static void move_down(Timers *timers, TimerList *list) {
  size_t place = list->place;
  for (;;) {
    size_t child = place * 2 + 1;
    if (child >= timers->count) break;
    if (child + 1 < timers->count && is_before(timers->queue[child + 1], timers->queue[child])) child++;
    if (!is_before(timers->queue[child], list)) break;
    set_place(timers, place, timers->queue[child]);
    place = child;
  }
  set_place(timers, place, list);
}

static TimerList *list_new(Timers *timers, uint64_t msecs, uint64_t expiry) {
  TimerList *list = checked_calloc(1, sizeof *list);
  *list = (TimerList){
      .next = timers->buckets[msecs % BUCKETS], .msecs = msecs, .expiry = expiry, .age = timers->next_age++};
  timers->buckets[msecs % BUCKETS] = list;
  if (timers->count == timers->capacity) {
    timers->capacity = timers->capacity ? timers->capacity * 2 : 16;
    timers->queue = checked_realloc(timers->queue, timers->capacity * sizeof *timers->queue);
  }
  set_place(timers, timers->count++, list);
  move_up(timers, list);
  return list;
}

static void list_free(Timers *timers, TimerList *list) {
  TimerList **place = &timers->buckets[list->msecs % BUCKETS];
  while (*place != list) place = &(*place)->next;
  *place = list->next;
  TimerList *last = timers->queue[--timers->count];
  if (last != list) {
    set_place(timers, list->place, last);
    move_up(timers, last);
    move_down(timers, last);
  }
  free(list);
}

static TimerList *list_find(const Timers *timers, uint64_t msecs) {
  TimerList *list = timers->buckets[msecs % BUCKETS];
  while (list && list->msecs != msecs) list = list->next;
  return list;
}

// ------------------------------------------------------------------------------------------------------ timers

static void on_uv_timer(uv_timer_t *handle);

// Sets the libuv timer for the list that is due first.
static void schedule(VM *vm) {
  Timers *timers = timers_of(vm);
  if (timers->running) return;
  uv_timer_t *handle = &timers->handle->uv.timer;
  uint64_t expiry = timers->count > 0 ? timers->queue[0]->expiry : 0;
  if (expiry == 0) {
    uv_timer_stop(handle);
  } else if (expiry != timers->scheduled) {
    uint64_t time = now(vm);
    uv_timer_start(handle, on_uv_timer, expiry > time ? expiry - time : 1, 0);
  }
  timers->scheduled = expiry;
  io_ref(timers->handle, timers->referenced > 0);
}

static Timer *timer_of(Handle object) { return host_data(object, HOST_TIMER); }

static Value idle_state(int id, bool referenced) { return value_int(id << 1 | referenced); }

static int object_id(Handle object) {
  Timer *timer = timer_of(object);
  return timer ? timer->id : value_as_int(field_get(&as_wrapper(object)->value)) >> 1;
}

static bool object_referenced(Handle object) {
  Timer *timer = timer_of(object);
  return timer ? timer->referenced : value_as_int(field_get(&as_wrapper(object)->value)) & 1;
}

static void set_state(VM *vm, Handle object, Value state) {
  field_set(vm, as_wrapper(object), &as_wrapper(object)->value, state);
}

// Starts the timer of an idle Timeout object.
static void timer_start(VM *vm, Handle object, uint64_t msecs, uint64_t start) {
  Timers *timers = timers_of(vm);
  TimerList *list = list_find(timers, msecs);
  if (!list) list = list_new(timers, msecs, start + msecs);
  Timer *timer = checked_malloc(sizeof *timer);
  *timer = (Timer){.tag = HOST_TIMER,
                   .previous = list->last,
                   .list = list,
                   .object = persistent_keep(vm, object),
                   .start = start,
                   .id = object_id(object),
                   .referenced = object_referenced(object)};
  timer->object->name = "timer";
  if (list->last) list->last->next = timer;
  else list->first = timer;
  list->last = timer;
  timers->referenced += timer->referenced;
  set_state(vm, object, value_private(timer));
  schedule(vm);
}

static void timer_unlink(Timer *timer) {
  TimerList *list = timer->list;
  *(timer->previous ? &timer->previous->next : &list->first) = timer->next;
  *(timer->next ? &timer->next->previous : &list->last) = timer->previous;
}

// Frees the Timer; its object is idle from now on.  An empty list goes too, unless it is being worked on.
static void timer_stop(VM *vm, Timer *timer) {
  Timers *timers = timers_of(vm);
  TimerList *list = timer->list;
  timer_unlink(timer);
  timers->referenced -= timer->referenced;
  set_state(vm, &timer->object->value, idle_state(timer->id, timer->referenced));
  persistent_free(vm, timer->object);
  free(timer);
  if (!list->first && !(timers->running && list->place == 0)) list_free(timers, list);
  schedule(vm);
}

// ------------------------------------------------------------------------------------------------- Timeout objects

static bool property(VM *vm, Handle object, const char *name, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, object, &r.key, out);
}

static bool set_property(VM *vm, Handle object, const char *name, Handle value) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return put(vm, object, &r.key, value);
}

// A delay as Node takes it: what is not between 1 and 2^31 - 1 is 1.
static bool delay_of(VM *vm, Handle value, double *delay) {
  if (value_is_undefined(*value)) {
    *delay = 1;
    return true;
  }
  TRY(to_number(vm, value, delay));
  if (*delay > MAX_DELAY) {
    char text[64];
    snprintf(text, sizeof text, *delay < 1e21 ? "%.0f" : "%g", *delay);
    node_warn(vm, "TimeoutOverflowWarning", NULL,
              "%s does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.", text);
  }
  if (!(*delay >= 1 && *delay <= MAX_DELAY)) *delay = 1;
  return true;
}

// A Timeout that does not run yet.
static bool timeout_new(VM *vm, const Args *args, double delay, bool repeats, Slot out) {
  ROOTS(vm, value);
  object_new_kind(vm, KIND_HOST_OBJECT, sizeof(WrapperObject), &timers_of(vm)->prototype.value, out);
  set_state(vm, out, idle_state(++timers_of(vm)->next_id, true));
  define_number(vm, out, "_idleTimeout", delay, ATTR_ALL);
  define_value(vm, out, "_onTimeout", arg(args, 0), ATTR_ALL);
  TRY(arguments_from(vm, args, 2, &r.value));
  define_value(vm, out, "_timerArgs", &r.value, ATTR_ALL);
  r.value = repeats ? number(delay) : VALUE_NULL;
  define_value(vm, out, "_repeat", &r.value, ATTR_ALL);
  r.value = VALUE_FALSE;
  define_value(vm, out, "_destroyed", &r.value, ATTR_ALL);
  return true;
}

static bool timeout_start_new(VM *vm, const Args *args, bool repeats, Slot out) {
  double delay;
  TRY(require_callback(vm, arg(args, 0)));
  TRY(delay_of(vm, arg(args, 1), &delay));
  TRY(timeout_new(vm, args, delay, repeats, out));
  timer_start(vm, out, (uint64_t)delay, now(vm));
  return true;
}

static bool set_timeout(VM *vm, const Args *args, Slot out) { return timeout_start_new(vm, args, false, out); }
static bool set_interval(VM *vm, const Args *args, Slot out) { return timeout_start_new(vm, args, true, out); }

// ------------------------------------------------------------------------------------------------------ running

// Calls one timer's function.  It is off its list during that; an interval then goes to the end of it.
static bool timer_fire(VM *vm, Timer *timer) {
  ROOTS(vm, object, function, list, value);
  uint64_t start = now(vm);
  r.object = timer->object->value;
  timer_stop(vm, timer);
  if (!property(vm, &r.object, "_onTimeout", &r.function) || !property(vm, &r.object, "_timerArgs", &r.list)) {
    return node_uncaught(vm);
  }
  if (!value_is_callable(r.function)) return true;
  TRY(node_apply(vm, &r.function, &r.object, &r.list, &r.value) || node_uncaught(vm));
  if (timer_of(&r.object)) return true;  // refresh() has started it again
  bool repeats = property(vm, &r.object, "_repeat", &r.value) && value_is_number(r.value);
  double delay = repeats ? value_as_number(r.value) : 0;
  TRY(property(vm, &r.object, "_onTimeout", &r.function) || node_uncaught(vm));
  if (repeats && value_is_callable(r.function)) {  // not cleared meanwhile
    timer_start(vm, &r.object, delay >= 1 && delay <= MAX_DELAY ? (uint64_t)delay : 1, start);
    return true;
  }
  r.value = VALUE_TRUE;
  return set_property(vm, &r.object, "_destroyed", &r.value) || node_uncaught(vm);
}

// The timers of the first list that are due.
static bool run_list(VM *vm, TimerList *list, uint64_t time) {
  Timers *timers = timers_of(vm);
  bool ran = false;
  while (list->first) {
    Timer *timer = list->first;
    if (time - timer->start < list->msecs || time < timer->start) {
      uint64_t due = timer->start + list->msecs;
      list->expiry = due > time + 1 ? due : time + 1;
      list->age = timers->next_age++;
      move_down(timers, list);
      return true;
    }
    if (ran) TRY(node_run_ticks(vm));
    ran = true;
    // ticks and the functions may clear timers, this one too, so the list is looked at again each time
    if (list->first == timer) TRY(timer_fire(vm, timer));
  }
  list_free(timers, list);
  return true;
}

static bool run_timers(VM *vm) {
  Timers *timers = timers_of(vm);
  uint64_t time = now(vm);
  bool ran = false;
  while (timers->count > 0 && timers->queue[0]->expiry <= time) {
    if (ran) TRY(node_run_ticks(vm));
    ran = true;
    if (timers->count > 0 && timers->queue[0]->expiry <= time) TRY(run_list(vm, timers->queue[0], time));
  }
  return node_run_ticks(vm);
}

static void on_uv_timer(uv_timer_t *handle) {
  VM *vm = io_handle_from(handle)->vm;
  Timers *timers = timers_of(vm);
  timers->running = true;
  timers->scheduled = 0;
  bool ok = run_timers(vm);
  timers->running = false;
  if (ok) schedule(vm);
  else uv_stop(&node_of(vm)->loop);
}

// ------------------------------------------------------------------------------------------------------ methods

static bool this_timeout(VM *vm, const Args *args) {
  if (value_is_kind(*args->self, KIND_HOST_OBJECT) &&
      value_same(object_prototype(vm, args->self), timers_of(vm)->prototype.value)) {
    return true;
  }
  return throw_type(vm, "Illegal invocation");
}

static bool clear_object(VM *vm, Handle object) {
  ROOTS(vm, value);
  Timer *timer = timer_of(object);
  if (timer) timer_stop(vm, timer);
  r.value = VALUE_NULL;
  TRY(set_property(vm, object, "_onTimeout", &r.value));
  r.value = VALUE_TRUE;
  return set_property(vm, object, "_destroyed", &r.value);
}

static Timer *timer_by_id(const Timers *timers, double id) {
  for (size_t i = 0; i < timers->count; i++) {
    for (Timer *timer = timers->queue[i]->first; timer; timer = timer->next) {
      if (timer->id == id) return timer;
    }
  }
  return NULL;
}

// clearTimeout(timeout or its number)
static bool clear_timeout(VM *vm, const Args *args, Slot out) {
  (void)out;
  Handle which = arg(args, 0);
  if (value_is_kind(*which, KIND_HOST_OBJECT) &&
      value_same(object_prototype(vm, which), timers_of(vm)->prototype.value)) {
    return clear_object(vm, which);
  }
  if (!value_is_number(*which) && !value_is_string(*which)) return true;
  double id;
  TRY(to_number(vm, which, &id));
  Timer *timer = timer_by_id(timers_of(vm), id);
  if (!timer) return true;
  ROOTS(vm, object);
  r.object = timer->object->value;
  return clear_object(vm, &r.object);
}

static bool set_referenced(VM *vm, const Args *args, bool referenced, Slot out) {
  TRY(this_timeout(vm, args));
  Timer *timer = timer_of(args->self);
  if (!timer) {
    set_state(vm, args->self, idle_state(object_id(args->self), referenced));
  } else if (timer->referenced != referenced) {
    timer->referenced = referenced;
    timers_of(vm)->referenced += referenced ? 1 : -1;
    schedule(vm);
  }
  *out = *args->self;
  return true;
}

static bool timeout_ref(VM *vm, const Args *args, Slot out) { return set_referenced(vm, args, true, out); }
static bool timeout_unref(VM *vm, const Args *args, Slot out) { return set_referenced(vm, args, false, out); }

static bool timeout_has_ref(VM *vm, const Args *args, Slot out) {
  TRY(this_timeout(vm, args));
  *out = value_boolean(object_referenced(args->self));
  return true;
}

// Starts anew from now.
static bool timeout_refresh(VM *vm, const Args *args, Slot out) {
  TRY(this_timeout(vm, args));
  ROOTS(vm, value);
  *out = *args->self;
  TRY(property(vm, args->self, "_onTimeout", &r.value));
  if (!value_is_callable(r.value)) return true;
  TRY(property(vm, args->self, "_idleTimeout", &r.value));
  double delay = value_is_number(r.value) ? value_as_number(r.value) : -1;
  if (!(delay >= 1 && delay <= MAX_DELAY)) return true;
  Timer *timer = timer_of(args->self);
  if (timer) timer_stop(vm, timer);
  timer_start(vm, args->self, (uint64_t)delay, now(vm));
  r.value = VALUE_FALSE;
  return set_property(vm, args->self, "_destroyed", &r.value);
}

static bool timeout_close(VM *vm, const Args *args, Slot out) {
  TRY(this_timeout(vm, args));
  *out = *args->self;
  return clear_object(vm, args->self);
}

static bool timeout_to_primitive(VM *vm, const Args *args, Slot out) {
  TRY(this_timeout(vm, args));
  *out = value_int(object_id(args->self));
  return true;
}

static const Builtin timeout_methods[] = {
    METHOD("refresh", timeout_refresh, 0), METHOD("unref", timeout_unref, 0),
    METHOD("ref", timeout_ref, 0),         METHOD("hasRef", timeout_has_ref, 0),
    METHOD("close", timeout_close, 0),     SYMBOL_METHOD(toPrimitive, timeout_to_primitive, 0),
};

static const Builtin functions[] = {
    FUNCTION("clearInterval", clear_timeout, 1),
    FUNCTION("clearTimeout", clear_timeout, 1),
    FUNCTION("setInterval", set_interval, 2),
    FUNCTION("setTimeout", set_timeout, 2),
};

static bool illegal_constructor(VM *vm, const Args *args, Slot out) {
  (void)args, (void)out;
  return throw_type(vm, "Illegal constructor");
}

static const Builtin timeout_constructor = {"Timeout", illegal_constructor, 5,   BUILTIN_CONSTRUCTOR,
                                            0,         ATTR_METHOD,         NULL};

static void timers_define(VM *vm, Handle target) {
  immediates_define(vm, target);
  DEFINE_BUILTINS(vm, target, functions);
}

bool create_timers(VM *vm, Slot exports) {
  timers_define(vm, exports);
  return true;
}

static void install(VM *vm) {
  Timers *timers = timers_of(vm);
  ROOTS(vm, holder, constructor);
  object_new(vm, &r.holder);
  object_new(vm, &timers->prototype.value);
  define_constructor(vm, &r.holder, &timeout_constructor, &timers->prototype.value, &r.constructor);
  DEFINE_BUILTINS(vm, &timers->prototype.value, timeout_methods);
  timers_define(vm, &runtime(vm)->global);
  timers->handle = io_handle_open(vm, IO_TIMER, "timers");
}

static void destroy(VM *vm, void *state) {
  Timers *timers = state;
  for (size_t i = 0; i < timers->count; i++) {
    TimerList *list = timers->queue[i];
    for (Timer *timer = list->first, *next; timer; timer = next) {
      next = timer->next;
      persistent_free(vm, timer->object);
      free(timer);
    }
    free(list);
  }
  free(timers->queue);
}

static const NodeCell cells[] = {{offsetof(Timers, prototype), NULL}};

const NodePart timers_part = {
    .name = "timers", .state_size = sizeof(Timers), NODE_CELLS(cells), .install = install, .destroy = destroy};
