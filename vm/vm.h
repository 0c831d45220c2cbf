// vm/vm.h - the virtual machine: one JavaScript world with its heap, stack, frames and exceptions.
#ifndef NODULE_VM_VM_H
#define NODULE_VM_VM_H

#include "base/memory.h"
#include "compiler/bytecode.h"
#include "objects/runtime.h"
#include "objects/string.h"

// ------------------------------------------------------------------------------------------------------ code

// A source text that was compiled.  Lives as long as one of its functions (script_retain, script_release).
typedef struct Script {
  CompiledFunction *functions;  // the outermost; the block holds all others too
  size_t functions_bytes;
  char *name;    // file name as stack traces show it
  char *source;  // UTF-8
  size_t source_length;
  int id;
  unsigned references;
  bool redeclares;  // its global declarations replace those of earlier scripts
  bool internal;    // part of nodule itself: left out of stack traces
  bool wtf8;        // `source` is WTF-8
  bool counted;     // its bytes are limited memory (heap_adjust_limited)
  bool evaluated;   // the text of an eval or of the Function constructor; `name` tells where it was called
} Script;

void script_retain(Script *script);
void script_release(VM *vm, Script *script);

// The heap's side of a function's code: CompiledFunction's constants as Values, and the feedback of its inline caches.
// Lives in code space and never moves, so the interpreter may hold raw pointers into it.
typedef struct Code {
  HeapObject head;
  Field name;         // string
  Field constants;    // Elements in code space
  Field feedback;     // Feedback in code space
  Field source_text;  // empty until toString was called
  Field unused_;
  // raw from word 6 on
  CompiledFunction *function;
  Script *script;
  Instruction *instructions;
  Value *constant_values;      // inside `constants`
  struct InlineCache *caches;  // inside `feedback`
  uint16_t register_count, parameter_count, flags, length;
  int32_t budget;  // calls and turns of loops until machine code is made (jit/)
  uint16_t local_count;
  const void *entry;           // what machine code jumps to when it calls the function
  struct MachineCode *native;  // machine code, once made
  struct ConstructPlan *plan;  // of a constructor that only assigns fields (vm/exec/construct.h)
  const void *construct;       // what machine code calls to make an object by the plan (jit/construct.c)
} Code;

// An inline cache: five words.
typedef struct InlineCache {
  Field
      shape;  // integer form with the state in bits 32-47: | 0xFFFE | IC_... (vm/exec/inline-cache.h) | shape id (32) |
  Field place;   // integer: byte offset of an in-object slot (> 0), or -1 - index in properties
  Field holder;  // prototype that has the property, new shape of an added property, polymorphic entries...; or empty
  Field epoch;   // integer: prototype_epoch when filled
  Field name;    // the property name
} InlineCache;

typedef struct Feedback {
  HeapObject head;
  uint32_t length;  // words
  uint32_t unused;
  InlineCache caches[];
} Feedback;

// ------------------------------------------------------------------------------------------------------ frames

enum {
  FRAME_CONSTRUCT = 1,  // called by new
  FRAME_ENTRY = 2,      // called from C: Return leaves the interpreter
  FRAME_NATIVE = 4,     // a native function, for stack traces and roots
  FRAME_LAYOUT = 8,     // only holds values for a call from C: not shown in stack traces
};

typedef struct Frame {
  Value *registers;  // R[0] callee, R[1] this, ...
  const Instruction
      *pc;     // of the call or instruction under way (saved on calls and before anything that may throw or collect)
  Code *code;  // NULL for natives
  uint32_t argument_count;
  uint16_t flags;
  uint16_t destination;  // register of the caller that receives the result
  Value new_target;      // undefined unless FRAME_CONSTRUCT
  const void *resume;    // machine code to go on at when a call returns here: the interpreter's, but during a call that
                         // machine code of this frame made (jit/)
} Frame;

#define MAX_FRAMES 200000
#define LIVENESS_MEMORY 256  // instructions of which live registers are remembered

// Room past the limits for the RangeError itself.
#define STACK_OVERFLOW_REGISTERS 4096
#define STACK_OVERFLOW_FRAMES 64
#define STACK_OVERFLOW_C_BYTES (128 * KB)

typedef struct Args Args;
typedef struct ParseOptions ParseOptions;      // parser/ast.h
typedef struct CompileOptions CompileOptions;  // compiler/compile.h

typedef struct PersistentCell {
  Value value;  // first
  struct PersistentCell *next, *previous;
  const char *name;  // of what holds the value, in words; or NULL
  bool passing;      // it is no reason of the program's own to keep the value (retaining paths leave it out)
} PersistentCell;

// Calls that wait (vm/jobs.h).
typedef struct TaskQueue {
  PersistentCell calls;  // an array
  uint32_t done;         // entries in front of which nothing waits
} TaskQueue;

struct VM {
  Runtime runtime;
  // execution
  Frame *frame;                      // innermost
  Frame *frames;                     // array of MAX_FRAMES, reserved address space
  Frame *frames_end;                 // where RangeError is due
  Value *stack, *stack_end;          // registers, reserved address space
  Value *stack_used;                 // registers from here on were not written since the last collection (vm_has_room)
  struct Liveness {                  // of the registers behind a function's own variables (vm/exec/stack-roots.c)
    const Instruction *instruction;  // under way; NULL: nothing is remembered here
    uint64_t live;
  } liveness[LIVENESS_MEMORY];
  bool liveness_is_old;
  char *c_stack_limit;           // natives and recursive C code must stay above (vm_check_c_stack)
  bool (*on_interrupt)(VM *vm);  // false: an exception is pending
  volatile int interrupt;        // set to make the next backward jump or call leave the fast path (vm_interrupt)
  // exceptions
  Value exception;             // empty: none is pending
  bool exception_uncatchable;  // process.exit
  bool in_stack_overflow, in_prepare_stack;
  struct ThrowPlace {  // of the last throw; holds a reference to the script
    Script *script;
    uint32_t line, column, width;
  } throw_place;
  // jit/
  const struct Jit *jit;              // NULL: everything is interpreted
  struct Baseline *baseline;          // of jit/, or NULL
  const void *resume_in_interpreter;  // Frame.resume of a frame that the interpreter runs
  struct {                            // persistent cells in rings (persistent.c)
    PersistentCell changing, young, old;
    size_t count;
  } persistent;
  TaskQueue microtasks;
  // configuration
  HeapConfig heap_config;
  size_t stack_size;  // bytes of JavaScript stack (--stack-size, kB)
  bool print_bytecode, expose_gc;
  ArenaPool arenas;  // of compilations
  MemoryReporter memory_reporter;
  struct RegExpEngine *regexps;
  bool regexp_machine_code;  // PCRE2 may make some
  int next_script_id;
  double start_time;             // of the process, ms
  uint64_t random_state[2];      // of Math.random; zero: not seeded yet
  void (*flush_output)(VM *vm);  // writes what the program has printed so far; before a fatal report
  void (*explain_undefined)(VM *vm, Handle name, StringBuilder *out);  // adds to "x is not defined"; or NULL
  void (*wake)(VM *vm);  // tells the event loop that finalization_registry_job has work; inside collections, so it
                         // allocates nothing in the heap; or NULL
  void *node;            // node/'s own state
  struct ObjectIds *object_ids;  // of observe/, once a snapshot was made: numbers of objects
  void (*update_object_ids)(VM *vm, WeakPhase phase);
  void (*destroy_object_ids)(VM *vm);
};

// Which functions get machine code (jit/).
typedef enum BaselineMode {
  BASELINE_OFTEN_USED,  // those that are called or loop often
  BASELINE_ALWAYS,      // each at its first call: for tests
  BASELINE_NEVER,
} BaselineMode;

typedef struct VMConfig {
  HeapConfig heap;
  const struct Jit *jit;  // vm/jit.h; NULL: everything is interpreted
  BaselineMode baseline;
  size_t stack_size;  // bytes; 0 = 984 kB (V8's --stack-size default)
  bool print_bytecode, expose_gc;
  uint64_t hash_seed;  // objects/hash-seed.h; counts for the first VM of the process
} VMConfig;

// A VM without the library of ECMAScript: see engine/engine.h.
VM *vm_create(const VMConfig *config);
void vm_destroy(VM *vm);
// Bytes outside the heap that belong to its objects: those that `figures` count, and machine code.
double vm_external(const VM *vm, const HeapStatistics *figures);

// Parses and compiles a script; *out is a function to be called with no arguments (PARSE_SCRIPT) or with those named in
// `options` (PARSE_FUNCTION_BODY).  A syntax error throws SyntaxError; vm_syntax_error_place tells where it was.
NODISCARD bool vm_compile(VM *vm, const char *source, size_t length, const char *name, const ParseOptions *options,
                          const CompileOptions *compile_options, Slot out);

// Calls.  `callee` that is no function: TypeError "... is not a function".  `arguments` are argc rooted Values in a
// row.
NODISCARD bool vm_call(VM *vm, Handle callee, Handle this_value, uint32_t argc, Handle arguments, Slot out);

// A function that a native calls again and again: what does not change from call to call is found out once.
typedef struct RepeatedCall {
  Handle callee, this_value;
  uint32_t argc;
  Code *code;   // NULL: every call is one of its own
  Value *base;  // where its frames begin
} RepeatedCall;

void repeated_call_begin(VM *vm, RepeatedCall *call, Handle callee, Handle this_value, uint32_t argc);
NODISCARD bool repeated_call(VM *vm, const RepeatedCall *call, Handle arguments, Slot out);
// The arguments are the elements of a true array.
NODISCARD bool vm_call_array(VM *vm, Handle callee, Handle this_value, Handle array, Slot out);
NODISCARD bool vm_construct(VM *vm, Handle callee, uint32_t argc, Handle arguments, Handle new_target, Slot out);

// RangeError "Maximum call stack size exceeded" when C recursion has used its share of the C stack.
NODISCARD bool vm_check_c_stack(VM *vm);

// Persistent cells, for what the event loop holds.  The value of a cell made by persistent_keep must stay the same, so
// that scavenges need not visit it once it is old.
PersistentCell *persistent_new(VM *vm, Handle value);
PersistentCell *persistent_keep(VM *vm, Handle value);
void persistent_free(VM *vm, PersistentCell *cell);
// A cell that is a field of its owner, zeroed before: its value is undefined at first and may change, or stays the same
// (_kept).  `name` lives as long as the cell.
void persistent_attach(VM *vm, PersistentCell *cell, const char *name);
void persistent_attach_kept(VM *vm, PersistentCell *cell, Handle value, const char *name);
void persistent_detach(VM *vm, PersistentCell *cell);

#define PERSISTENT_RINGS 3
void persistents_create(VM *vm);
void persistents_destroy(VM *vm);
void persistents_visit(VM *vm, RootVisitor *visitor);
void persistents_visit_young(VM *vm, RootVisitor *visitor);  // those that may point to new space

// Functions.
NODISCARD bool function_source_text(VM *vm, Handle function, Slot out);  // Function.prototype.toString
bool value_is_constructor(Value v);
bool throw_stack_overflow(VM *vm);

#endif
