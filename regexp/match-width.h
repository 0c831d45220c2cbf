// regexp/match-width.h - included by match.c for each width of code units: compiling for it, and matching.
// WIDTH(name) is a name of that width.

static RegExpOutcome WIDTH(compile)(Program *program, uint32_t widest) {
  size_t length, offset, jit_size = 0, size = 0;
  Arena *arena = arena_create(NULL);
  char *text = pattern_emit(arena, program->pattern, &program->numbering, widest, &length);
  WIDTH(PCRE2_UCHAR) *pattern = arena_allocate(arena, (length + 1) * sizeof *pattern);
  for (size_t i = 0; i < length; i++) pattern[i] = (WIDTH(PCRE2_UCHAR))(unsigned char)text[i];
  int error;
  WIDTH(pcre2_compile_context_) *context = WIDTH(pcre2_compile_context_create_)(NULL);
  if (context == NULL) memory_failed(sizeof(void *));
  WIDTH(pcre2_set_parens_nest_limit_)(context, 8000);
  program->WIDTH(code_) = WIDTH(pcre2_compile_)(pattern, length, compile_options(program), &error, &offset, context);
  WIDTH(pcre2_compile_context_free_)(context);
  arena_destroy(arena);
  if (program->WIDTH(code_) == NULL) {
    if (error == PCRE2_ERROR_HEAP_FAILED) memory_failed(length);
    if (error == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH) add_steps(program);
    return REGEXP_TOO_LARGE;
  }
  WIDTH(pcre2_pattern_info_)(program->WIDTH(code_), PCRE2_INFO_SIZE, &size);
  (void)jit_size;
  program->head.bytes += size;
  return REGEXP_MATCH;
}

static void WIDTH(compile_native_)(Program *program) {
  size_t size = 0;
  program->WIDTH(native_tried_) = true;
  if (!program->engine->machine_code) return;
  if (WIDTH(pcre2_jit_compile_)(program->WIDTH(code_), PCRE2_JIT_COMPLETE) != 0) return;
  program->WIDTH(native_) = true;
  program->engine->WIDTH(native_count_)++;
  WIDTH(pcre2_pattern_info_)(program->WIDTH(code_), PCRE2_INFO_JITSIZE, &size);
  program->head.bytes += size;
}

static void WIDTH(free_code_)(Program *program) {
  WIDTH(pcre2_code_free_)(program->WIDTH(code_));
  if (program->WIDTH(native_) && --program->engine->WIDTH(native_count_) == 0)
    WIDTH(pcre2_jit_free_unused_memory_)(NULL);
}

static int WIDTH(check_empty_)(WIDTH(pcre2_callout_block_) * block, void *data) {
  const RegExpEngine *engine = data;
  if (block->callout_number == 0 || block->callout_number > engine->program->numbering.check_count) return 0;
  const EmptyCheck *check = &engine->program->numbering.checks[block->callout_number];
  size_t begin = block->offset_vector[2 * check->mark];
  size_t end = check->end_mark && check->end_mark < block->capture_top ? block->offset_vector[2 * check->end_mark]
                                                                       : PCRE2_UNSET;
  if (check->entry && block->offset_vector[2 * check->entry] == begin && end != begin) return 0;  // the first one
  return block->current_position == begin;
}

static void WIDTH(prepare_)(RegExpEngine *engine, uint32_t groups) {
  if (engine->WIDTH(context_) == NULL) {
    engine->WIDTH(context_) = WIDTH(pcre2_match_context_create_)(NULL);
    if (engine->machine_code) engine->WIDTH(stack_) = WIDTH(pcre2_jit_stack_create_)(32 * 1024, JIT_STACK_BYTES, NULL);
    if (engine->WIDTH(context_) == NULL) memory_failed(sizeof(void *));
    WIDTH(pcre2_jit_stack_assign_)(engine->WIDTH(context_), NULL, engine->WIDTH(stack_));
    WIDTH(pcre2_set_heap_limit_)(engine->WIDTH(context_), HEAP_LIMIT_KB);
    WIDTH(pcre2_set_callout_)(engine->WIDTH(context_), WIDTH(check_empty_), engine);
  }
  if (engine->WIDTH(groups_) >= groups) return;
  WIDTH(pcre2_match_data_free_)(engine->WIDTH(data_));
  engine->WIDTH(groups_) = groups < 32 ? 32 : groups * 2;
  engine->WIDTH(data_) = WIDTH(pcre2_match_data_create_)(engine->WIDTH(groups_), NULL);
  if (engine->WIDTH(data_) == NULL) memory_failed(engine->WIDTH(groups_) * 2 * sizeof(PCRE2_SIZE));
}

// Whether the text lacks a unit that every match has, so that there is no need to try each place in a long text.
static bool WIDTH(lacks_unit_)(const Program *program, const void *text, uint32_t length, uint32_t start) {
  const WIDTH(PCRE2_UCHAR) *units = text;
  uint32_t type = 0, unit = 0;
  if ((program->pattern->flags & REGEXP_IGNORE_CASE) || program->pattern->looks_ahead) return false;
  WIDTH(pcre2_pattern_info_)(program->WIDTH(code_), PCRE2_INFO_LASTCODETYPE, &type);
  WIDTH(pcre2_pattern_info_)(program->WIDTH(code_), PCRE2_INFO_LASTCODEUNIT, &unit);
  for (uint32_t i = start; i < length; i++) {
    if (units[i] == unit) return false;
  }
  return type == 1;
}

// With native code.  A text that is long and has a way back at every character needs a stack of its own for once.
static int WIDTH(match_native_)(const Program *program, const void *units, uint32_t length, uint32_t start) {
  const RegExpEngine *engine = program->engine;
  int count = WIDTH(pcre2_jit_match_)(program->WIDTH(code_), units, length, start, 0, engine->WIDTH(data_),
                                      engine->WIDTH(context_));
  if (count != PCRE2_ERROR_JIT_STACKLIMIT) return count;
  if (WIDTH(lacks_unit_)(program, units, length, start)) return PCRE2_ERROR_NOMATCH;
  WIDTH(pcre2_jit_stack_) *large = WIDTH(pcre2_jit_stack_create_)(JIT_STACK_BYTES, HEAP_LIMIT_KB * 1024, NULL);
  if (large == NULL) return count;
  WIDTH(pcre2_jit_stack_assign_)(engine->WIDTH(context_), NULL, large);
  count = WIDTH(pcre2_jit_match_)(program->WIDTH(code_), units, length, start, 0, engine->WIDTH(data_),
                                  engine->WIDTH(context_));
  WIDTH(pcre2_jit_stack_assign_)(engine->WIDTH(context_), NULL, engine->WIDTH(stack_));
  WIDTH(pcre2_jit_stack_free_)(large);
  return count;
}

// PCRE2's interpreter keeps its ways back in the heap.
static int WIDTH(match_interpreted_)(const Program *program, const void *units, uint32_t length, uint32_t start,
                                     uint32_t most) {
  const RegExpEngine *engine = program->engine;
  WIDTH(pcre2_set_match_limit_)(engine->WIDTH(context_), most);
  return WIDTH(pcre2_match_)(program->WIDTH(code_), units, length, start, PCRE2_NO_JIT, engine->WIDTH(data_),
                             engine->WIDTH(context_));
}

// The first match of a short text is interpreted, unless it takes many steps back: native code takes them faster, and
// with less memory.
static int WIDTH(match_either_)(Program *program, const void *units, uint32_t length, uint32_t start) {
  uint32_t most = match_limit(length);
  bool at_once = program->WIDTH(uses_)++ > 0 || length - start > LONG_TEXT;
  if (!program->WIDTH(native_tried_) && !at_once) {
    int count = WIDTH(match_interpreted_)(program, units, length, start, FIRST_STEPS);
    if (count != PCRE2_ERROR_MATCHLIMIT && count != PCRE2_ERROR_HEAPLIMIT) return count;
  }
  if (!program->WIDTH(native_tried_)) WIDTH(compile_native_)(program);
  if (!program->WIDTH(native_)) return WIDTH(match_interpreted_)(program, units, length, start, most);
  WIDTH(pcre2_set_match_limit_)(program->engine->WIDTH(context_), most);
  int count = WIDTH(match_native_)(program, units, length, start);
  return count == PCRE2_ERROR_JIT_STACKLIMIT ? WIDTH(match_interpreted_)(program, units, length, start, most) : count;
}

static RegExpOutcome WIDTH(match_)(Program *program, const void *units, uint32_t length, uint32_t start) {
  if (program->WIDTH(code_) == NULL) {
    RegExpOutcome outcome = WIDTH(compile)(program, WIDTH(WIDEST_));
    if (outcome != REGEXP_MATCH) return outcome;
  }
  RegExpEngine *engine = program->engine;
  WIDTH(prepare_)(engine, program->numbering.groups);
  engine->program = program;
  int count = WIDTH(match_either_)(program, units, length, start);
  if (count == PCRE2_ERROR_NOMATCH) return REGEXP_NO_MATCH;
  if (count < 0) return REGEXP_TOO_COMPLEX;
  return take_captures(program, WIDTH(pcre2_get_ovector_pointer_)(engine->WIDTH(data_)), (uint32_t)count);
}
