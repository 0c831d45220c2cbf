// fuzz/parser.c - the input as source text: it is compiled to bytecode that holds what the interpreter relies on, or
// there is an error that tells where.
#include <stdio.h>

#include "compiler/verify.h"
#include "fuzz/fuzz.h"

static void check_error(const ParseError *error, size_t size) {
  if (error->message[0] == 0) fuzz_fail("an error without words");
  if (error->position.line == 0 || error->position.column == 0) fuzz_fail("an error without a place");
  if (error->position.offset > error->end_offset || error->end_offset > size) fuzz_fail("an error outside the source");
}

static void list_bytecode(const CompiledFunction *function) {
  static FILE *nowhere;
  if (nowhere == NULL) nowhere = fopen("/dev/null", "w");
  disassemble(nowhere, function);
}

static void check_program(Arena *arena, FunctionNode *program, const CompileOptions *options) {
  CompileError error = {.message = ""};
  const CompiledFunction *function = compile(arena, program, options, &error);
  if (function == NULL) {
    if (error.message[0] == 0) fuzz_fail("not compiled, without words");
    return;
  }
  const char *problem = bytecode_verify(function);
  if (problem != NULL) fuzz_fail("bytecode: %s", problem);
  list_bytecode(function);
}

static void check(const char *source, size_t size, ParseGoal goal, const CompileOptions *compile_options) {
  Arena *arena = arena_create(NULL);
  const ParseOptions options = {.goal = goal};
  ParseError error = {.message = ""};
  FunctionNode *program = parse(arena, source, size, &options, &error);
  if (program == NULL) check_error(&error, size);
  else check_program(arena, program, compile_options);
  arena_destroy(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const CompileOptions script = {.is_script = true, .completion_value = true}, body = {.is_script = false};
  check((const char *)data, size, PARSE_SCRIPT, &script);
  check((const char *)data, size, PARSE_FUNCTION_BODY, &body);
  return 0;
}
