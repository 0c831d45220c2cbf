// fuzz/json.c - the input as JSON: what JSON.parse takes, JSON.stringify gives back, with spaces and without.
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "vm/error/error.h"
#include "vm/property/property.h"
#include "vm/roots.h"

static const char round_trip[] =
    "(function (text) {"
    "  var value;"
    "  try { value = JSON.parse(text); } catch (e) {"
    "    if (e instanceof SyntaxError || e instanceof RangeError) return;"
    "    throw e;"
    "  }"
    "  var short = JSON.stringify(value), long = JSON.stringify(value, null, 1);"
    "  if (JSON.stringify(JSON.parse(short)) !== short) return 'differs when it is parsed again';"
    "  if (JSON.stringify(JSON.parse(long)) !== short) return 'differs when it is parsed again with spaces';"
    "  if (JSON.stringify(JSON.parse(text, function (key, value) { return value; })) !== short)"
    "    return 'differs with a reviver';"
    "})";

#define RUNS_OF_ONE_VM 20000

static VM *vm;
static PersistentCell *function;
static unsigned runs;

static void prepare(VM *new_vm, const uint8_t *data, size_t size) {
  ROOTS(new_vm, function);
  const ParseOptions options = {.goal = PARSE_SCRIPT};
  const CompileOptions compile_options = {.completion_value = true};
  bool ok = vm_compile(new_vm, round_trip, strlen(round_trip), "fuzz.js", &options, &compile_options, &r.function) &&
            vm_call(new_vm, &r.function, &r.function, 0, NULL, &r.function);
  if (!ok) fuzz_fail("the round trip cannot be compiled");
  function = persistent_new(new_vm, &r.function);
  (void)data, (void)size;
}

static void trip(VM *current, const uint8_t *data, size_t size) {
  ROOTS(current, text, result);
  if (!string_from_utf8(current, (const char *)data, size, &r.text)) return;
  if (!vm_call(current, &function->value, &r.text, 1, &r.text, &r.result)) {
    if (current->exception_uncatchable) return;
    bool deep = value_is_kind(current->exception, KIND_ERROR);
    if (!deep) fuzz_fail("something is thrown that is no error");
    return;
  }
  if (value_is_string(r.result)) fuzz_fail("%s", string_to_utf8(current, &r.result, &size));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (vm == NULL || ++runs % RUNS_OF_ONE_VM == 0) {
    if (vm) vm_destroy(vm);
    vm = fuzz_vm_create(runs / RUNS_OF_ONE_VM);
    vm = fuzz_run(vm, prepare, NULL, 0);
  }
  vm = fuzz_run(vm, trip, data, size);
  return 0;
}
