// vm/exec/code.c - Code objects: the compiler's constants as Values, and feedback for the inline caches.
//
// Everything here is allocated in code space, which is never moved, so the interpreter keeps raw pointers to constants
// and caches.  A Script lives until the last of its Codes dies.
#include "vm/exec/code.h"

#include <stdlib.h>

#include "base/memory.h"
#include "compiler/compile.h"
#include "vm/exec/construct.h"
#include "vm/error/error.h"
#include "vm/exec/interpreter.h"
#include "vm/exec/literals.h"
#include "vm/native.h"
#include "vm/property/property.h"
#include "vm/roots.h"
#include "vm/exec/stack-roots.h"
#include "vm/jit.h"

void atom_to_string(VM *vm, const Atom *atom, Slot out) {
  if (atom->two_byte) string_internalize_units(vm, NULL, atom->utf16, atom->length, out);
  else string_internalize_units(vm, atom->latin1, NULL, atom->length, out);
}

// Elements in code space, all holes.
static void code_elements(VM *vm, uint32_t count, unsigned flags, Slot out) {
  size_t bytes = sizeof(Elements) + count * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_ELEMENTS, bytes, ALLOCATE_CODE, NULL);
  object->header = header_make(KIND_ELEMENTS, flags, 0, 0);
  Elements *elements = (Elements *)object;
  elements->capacity = count;
  elements->count = 0;
  memset(elements->values, 0, count * sizeof(Value));
  *out = value_pointer(object);
}

// After `first` places and before `rest` more.
static void names_to_elements(VM *vm, const Atom **names, uint32_t count, uint32_t first, uint32_t rest, Slot out) {
  ROOTS(vm, name);
  code_elements(vm, first + count + rest, HEADER_HAS_POINTERS, out);
  for (uint32_t i = 0; i < count; i++) {
    atom_to_string(vm, names[i], &r.name);
    elements_set(vm, as_elements(out), first + i, r.name);
  }
}

static void scope_info_new(VM *vm, const Constant *constant, Slot out) {
  ROOTS(vm, types);
  names_to_elements(vm, constant->names, constant->count, 1, 1, out);
  elements_set(vm, as_elements(out), 0, value_int((int32_t)constant->lexical_start));
  if (constant->types == NULL) return;
  atom_to_string(vm, constant->types, &r.types);
  elements_set(vm, as_elements(out), 1 + constant->count, r.types);
}

static void constant_value(VM *vm, const Constant *constant, Script *script, Slot out);

static void list_to_elements(VM *vm, const Constant *constant, Script *script, Slot out) {
  ROOTS(vm, item);
  code_elements(vm, constant->count, 0, out);
  for (uint32_t i = 0; i < constant->count; i++) {
    constant_value(vm, &constant->list[i], script, &r.item);
    elements_set(vm, as_elements(out), i, r.item);
  }
  heap_object_set_flag(&as_elements(out)->head, ELEMENTS_SHARED);
}

static void code_new(VM *vm, CompiledFunction *function, Script *script, Slot out);

static void constant_value(VM *vm, const Constant *constant, Script *script, Slot out) {
  switch ((ConstantType)constant->type) {
  case CONSTANT_NUMBER: *out = number(constant->number); break;
  case CONSTANT_STRING: atom_to_string(vm, constant->string, out); break;
  case CONSTANT_FUNCTION: code_new(vm, constant->function, script, out); break;
  case CONSTANT_KEYS: names_to_elements(vm, constant->names, constant->count, 0, 0, out); break;
  case CONSTANT_LIST: list_to_elements(vm, constant, script, out); break;
  case CONSTANT_SCOPE_INFO: scope_info_new(vm, constant, out); break;
  case CONSTANT_TEMPLATE:
  case CONSTANT_REGEXP: *out = VALUE_EMPTY; break;  // made when first used
  case CONSTANT_TRUE: *out = VALUE_TRUE; break;
  case CONSTANT_FALSE: *out = VALUE_FALSE; break;
  case CONSTANT_NULL: *out = VALUE_NULL; break;
  case CONSTANT_UNDEFINED: *out = VALUE_UNDEFINED; break;
  case CONSTANT_HOLE: *out = VALUE_EMPTY; break;
  }
}

static void feedback_new(VM *vm, Handle code, Slot out) {
  CompiledFunction *function = ((Code *)value_as_object(*code))->function;
  uint32_t words = function->ic_count * (uint32_t)(sizeof(InlineCache) / sizeof(Value));
  size_t bytes = sizeof(Feedback) + words * sizeof(Value);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_FEEDBACK, bytes, ALLOCATE_CODE, NULL);
  object->header = header_make(KIND_FEEDBACK, 0, 0, 0);
  Feedback *feedback = (Feedback *)object;
  feedback->length = words;
  feedback->unused = 0;
  const Value *constants = ((Code *)value_as_object(*code))->constant_values;
  for (uint32_t i = 0; i < function->ic_count; i++) {
    InlineCache *ic = &feedback->caches[i];
    field_init(&ic->shape, value_int(0));
    field_init(&ic->place, value_int(0));
    field_init(&ic->holder, VALUE_EMPTY);
    field_init(&ic->epoch, value_int(0));
    field_set(vm, feedback, &ic->name, constants[function->ic_names[i]]);
  }
  *out = value_pointer(object);
}

// What a function runs first until its constants and inline caches are there.
static Instruction unprepared[] = {{.op = OPCODE_Prepare}};

static void code_new(VM *vm, CompiledFunction *function, Script *script, Slot out) {
  ROOTS(vm, code, name);
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_CODE, sizeof(Code), ALLOCATE_CODE, NULL);
  memset(object, 0, sizeof(Code));
  object->header = header_make(KIND_CODE, 0, sizeof(Code) / 8, 0);
  Code *code = (Code *)object;  // never moves
  code->function = function;
  code->script = script;
  script->references++;
  code->instructions = unprepared;
  code->register_count = function->register_count;
  code->local_count = function->local_count;
  code->parameter_count = function->parameter_count;
  code->flags = function->flags;
  code->length = function->length;
  if (vm->jit) vm->jit->init_code(vm, code);
  else code->budget = INT32_MAX;
  r.code = value_pointer(code);
  atom_to_string(vm, function->name, &r.name);
  field_set(vm, code, &code->name, r.name);
  *out = r.code;
}

void code_prepare(VM *vm, Code *code) {
  const CompiledFunction *function = code->function;
  ROOTS(vm, code, part);
  r.code = value_pointer(code);
  code_elements(vm, function->constant_count, HEADER_HAS_POINTERS, &r.part);
  field_set(vm, code, &code->constants, r.part);
  code->constant_values = &as_elements(&r.part)->values[0].value_;
  for (uint32_t i = 0; i < function->constant_count; i++) {
    constant_value(vm, &function->constants[i], code->script, &r.part);
    elements_set(vm, (Elements *)value_as_object(field_get(&code->constants)), i, r.part);
  }
  feedback_new(vm, &r.code, &r.part);
  field_set(vm, code, &code->feedback, r.part);
  code->caches = ((Feedback *)value_as_object(r.part))->caches;
  code->instructions = function->code;
}

void script_retain(Script *script) { script->references++; }

// Bytecode, source and name lie outside the heap; its limit bounds them.
static size_t script_bytes(const Script *script) {
  return sizeof *script + script->functions_bytes + script->source_length + strlen(script->name);
}

void script_release(VM *vm, Script *script) {
  if (--script->references > 0) return;
  if (script->counted) heap_adjust_limited(vm_heap(vm), -(int64_t)script_bytes(script));
  free(script->functions);
  free(script->name);
  free(script->source);
  free(script);
}

void code_finalize(VM *vm, Code *code) {
  construct_plan_free(vm, code);
  if (vm->jit) vm->jit->finalize_code(vm, code);
  stack_roots_forget(vm);
  script_release(vm, code->script);
}

PositionEntry code_position(const CompiledFunction *function, uint32_t pc) {
  PositionEntry best = {0, function->position.line, function->position.column};
  uint32_t low = 0, high = function->position_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (function->positions[middle].pc <= pc) {
      best = function->positions[middle];
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return best;
}

const Atom *code_text(const CompiledFunction *function, uint32_t pc) {
  for (uint32_t low = 0, high = function->text_count; low < high;) {
    uint32_t middle = (low + high) / 2;
    if (function->texts[middle].pc == pc) return function->texts[middle].text;
    if (function->texts[middle].pc < pc) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

// ------------------------------------------------------------------------------------------------------ compiling

static Script *script_create(VM *vm, const char *source, size_t length, const char *name) {
  Script *script = checked_calloc(1, sizeof *script);
  script->name = checked_strdup(name);
  script->source = checked_malloc(length + 1);
  memcpy(script->source, source, length);
  script->source[length] = 0;
  script->source_length = length;
  script->id = vm->next_script_id++;
  script->references = 1;
  return script;
}

// May collect, as all that counts limited memory.
static void script_count(VM *vm, Script *script) {
  script->counted = true;
  heap_adjust_limited(vm_heap(vm), (int64_t)script_bytes(script));
}

// The place of a syntax error goes with the exception: node prints it above the message.
static bool throw_syntax_at(VM *vm, Script *script, Position position, uint32_t end_offset, const char *message) {
  if (strcmp(message, "Maximum call stack size exceeded") == 0) return throw_range(vm, "%s", message);
  throw_syntax(vm, "%s", message);
  error_set_place(vm, script, position, end_offset);
  return false;
}

bool vm_compile(VM *vm, const char *source, size_t length, const char *name, const ParseOptions *options,
                const CompileOptions *compile_options, Slot out) {
  ROOTS(vm, code);
  Arena *arena = arena_create(&vm->arenas);
  Script *script = script_create(vm, source, length, name);
  script->wtf8 = options->wtf8;
  script->internal = compile_options->internal;
  script->redeclares = compile_options->redeclares;
  script->evaluated = compile_options->evaluated;
  ParseError parse_error;
  memset(&parse_error, 0, sizeof parse_error);
  CompileError compile_error;
  memset(&compile_error, 0, sizeof compile_error);
  bool ok = false;
  // parse and compile may need much C stack for deep trees, so they start only with room to spare
  if (!vm_check_c_stack(vm)) goto done;
  ParseOptions parse_options = *options;
  parse_options.machine_code = vm->regexp_machine_code;
  FunctionNode *tree = parse(arena, script->source, length, &parse_options, &parse_error);
  if (!tree) {
    throw_syntax_at(vm, script, parse_error.position, parse_error.end_offset, parse_error.message);
    goto done;
  }
  CompiledFunction *function = compile(arena, tree, compile_options, &compile_error);
  if (!function) {
    throw_syntax_at(vm, script, compile_error.position, compile_error.position.offset + 1, compile_error.message);
    goto done;
  }
  if (vm->print_bytecode && !script->internal) disassemble(stdout, function);
  script->functions = compiled_pack(function, &script->functions_bytes);
  arena_destroy(arena);
  arena = NULL;
  script_count(vm, script);
  code_new(vm, script->functions, script, &r.code);
  function_new(vm, &r.code, &(Value){0}, out);
  ok = true;
done:
  arena_destroy(arena);
  script_release(vm, script);
  return ok;
}

bool function_source_text(VM *vm, Handle function, Slot out) {
  Code *code = (Code *)value_as_object(field_get(&as_function(function)->code));
  if (value_is_empty(field_get(&code->source_text))) {
    ROOTS(vm, text);
    const CompiledFunction *f = code->function;
    const char *start = code->script->source + f->start_offset;
    size_t length = f->end_offset - f->start_offset;
    TRY((code->script->wtf8 ? string_from_wtf8 : string_from_utf8)(vm, start, length, &r.text));
    code = (Code *)value_as_object(field_get(&as_function(function)->code));
    field_set(vm, code, &code->source_text, r.text);
  }
  *out = field_get(&code->source_text);
  return true;
}
