// fuzz/program.c - the input as a program, run in a VM of its own.
//
// There is nothing in it but the language: no module, no file, no process.  How the collector works depends on the
// input's size, so that an input alone repeats a failure.
#include <string.h>

#include "fuzz/fuzz.h"
#include "vm/roots.h"

static const char prelude[] =
    "var console = {log: function () {"
    "  for (var i = 0; i < arguments.length; i++) try { String(arguments[i]); } catch (e) {}"
    "}};";

static void run_program(VM *vm, const uint8_t *data, size_t size) {
  ROOTS(vm, result);
  if (!fuzz_evaluate(vm, prelude, strlen(prelude), PARSE_SCRIPT, &r.result)) return;
  if (!fuzz_evaluate(vm, (const char *)data, size, PARSE_SCRIPT, &r.result)) return;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  VM *vm = fuzz_run(fuzz_vm_create(size), run_program, data, size);
  if (vm) vm_destroy(vm);
  return 0;
}
