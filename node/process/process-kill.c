// node/process/process-kill.c - process.kill(pid, signal), which sends by way of process._kill.
//
// _kill is a property of its own, as in Node: tests put a function in its place, so that `kill(-1, ...)`, which means
// every process there is, only says what it would send.  It answers 0 or libuv's number for what went wrong.
#include <signal.h>
#include <uv.h>

#include "base/output.h"
#include "node/host/errors.h"
#include "node/process/process.h"

// process._kill(pid, number)
static bool kill_directly(VM *vm, const Args *args, Slot out) {
  int32_t pid, number_of;
  if (args->argc < 2)
    return throw_node_error(vm, &runtime(vm)->type_error_prototype, "ERR_MISSING_ARGS", "Bad argument.");
  TRY(to_int32(vm, arg(args, 0), &pid));
  TRY(to_int32(vm, arg(args, 1), &number_of));
  output_flush();
  *out = value_int(uv_kill(pid, number_of));
  return true;
}

// Is it an integer of 32 bits, or loosely equal to one ('12', true)?
static bool check_pid(VM *vm, Handle pid) {
  ROOTS(vm, truncated);
  int32_t integer;
  bool same;
  TRY(to_int32(vm, pid, &integer));
  r.truncated = value_int(integer);
  TRY(loosely_equals(vm, pid, &r.truncated, &same));
  return same || throw_argument_type(vm, "pid", "of type number", pid);
}

// A number stands for itself; what is false, for SIGTERM; the rest is a signal's name.
static bool signal_of(VM *vm, Handle signal, Slot out) {
  ROOTS(vm, name);
  if (value_is_number(*signal) && value_as_number(*signal) == double_to_int32(value_as_number(*signal))) {
    *out = value_int(double_to_int32(value_as_number(*signal)));
    return true;
  }
  *out = value_int(SIGTERM);
  if (!to_boolean(*signal)) return true;
  TRY(to_property_key(vm, signal, &r.name));
  int found = signal_number(vm, &r.name);
  *out = value_int(found);
  return found >= 0 ||
         throw_node_error(vm, &runtime(vm)->type_error_prototype, "ERR_UNKNOWN_SIGNAL", "Unknown signal: %v", signal);
}

// What _kill answered: throws unless it is 0, or false in another way.
static bool check_answer(VM *vm, Handle answer) {
  if (!to_boolean(*answer)) return true;
  if (!value_is_number(*answer)) return throw_argument_type(vm, "err", "of type number", answer);
  double error = value_as_number(*answer);
  if (error >= 0 || error != double_to_int32(error)) return throw_out_of_range(vm, "err", "a negative integer", answer);
  return throw_call_failed(vm, (int)error, "kill");
}

// process.kill(pid, signal)
static bool process_kill(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, key, argv[2]);
  r.argv[0] = *arg(args, 0);
  TRY(check_pid(vm, arg(args, 0)));
  TRY(signal_of(vm, arg(args, 1), &r.argv[1]));
  string_internalize_ascii(vm, "_kill", &r.key);
  TRY(invoke(vm, process_object(vm), &r.key, 2, r.argv, out));
  TRY(check_answer(vm, out));
  *out = VALUE_TRUE;
  return true;
}

void process_kill_define(VM *vm, Handle process) {
  static const Builtin functions[] = {FUNCTION("kill", process_kill, 2), FUNCTION("_kill", kill_directly, 0)};
  define_builtins(vm, process, functions, sizeof functions / sizeof *functions);
}
