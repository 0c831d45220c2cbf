// observe/graph-names.c - nodes, edges and roots as text.  Nothing here allocates in the heap.
#include "objects/dictionary.h"
#include "objects/object.h"
#include "observe/graph.h"
#include "vm/exec/code.h"
#include "vm/native.h"

// ------------------------------------------------------------------------------------------------------ strings

static void graph_print_string(FILE *out, Value string, size_t limit) {
  const String *s = (const String *)value_as_object(string);
  if (!string_is_flat(s)) {
    fputs("(concatenated string)", out);
    return;
  }
  StringView view = view_of(s);
  for (size_t at = 0, count = 0; at < view.length && count < limit; count++) {
    char bytes[4];
    fwrite(bytes, 1, code_point_to_utf8(bytes, view_scalar(&view, &at)), out);
  }
}

static void print_symbol(FILE *out, Value symbol) {
  Value description = field_get(&((const Symbol *)value_as_object(symbol))->description);
  fputs("Symbol(", out);
  if (value_is_string(description)) graph_print_string(out, description, NAME_LIMIT);
  fputc(')', out);
}

void graph_print_key(FILE *out, Value key) {
  if (value_is_string(key)) graph_print_string(out, key, NAME_LIMIT);
  else if (value_is_symbol(key)) print_symbol(out, key);
}

static void print_atom(FILE *out, const Atom *atom) {
  char text[256];
  fwrite(text, 1, atom_to_utf8(atom, text, sizeof text), out);
}

// ------------------------------------------------------------------------------------------------------ names

static const char *builtin_name(const NativeFunction *function) {
  return ((const Builtin *)value_as_private(field_get(&function->builtin)))->name;
}

// The name as a string value, when it is one, and else as text.
static Value function_name(Value function, const char **text) {
  *text = NULL;
  if (value_is_kind(function, KIND_FUNCTION)) {
    Value code = field_get(&((const JSFunction *)value_as_object(function))->code);
    return field_get(&((const Code *)(const void *)value_as_object(code))->name);
  }
  if (!value_is_kind(function, KIND_NATIVE_FUNCTION)) return VALUE_EMPTY;
  const NativeFunction *native = (const NativeFunction *)value_as_object(function);  // no allocation here
  Value name = field_get(&native->name);
  if (!value_is_string(name)) *text = builtin_name(native);
  return name;
}

static void graph_print_function(FILE *out, Value function) {
  const char *text;
  if (value_is_kind(function, KIND_BOUND_FUNCTION)) {
    fputs("bound ", out);
    function = field_get(&((const BoundFunction *)value_as_object(function))->target);
  }
  Value name = function_name(function, &text);
  if (text) fputs(text, out);
  else if (value_is_string(name) && string_length(&name) > 0) graph_print_string(out, name, NAME_LIMIT);
  else fputs("(anonymous)", out);
}

static const char *last_part(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

void graph_print_closure(FILE *out, Value function) {
  const char *text;
  Value name = function_name(function, &text);
  fputs("closure ", out);
  if (value_is_string(name) && string_length(&name) > 0) {
    graph_print_string(out, name, NAME_LIMIT);
    return;
  }
  Value code_value = field_get(&((const JSFunction *)value_as_object(function))->code);
  const Code *code = (const Code *)(const void *)value_as_object(code_value);
  fprintf(out, "(anonymous, %s:%u)", last_part(code->script->name), code->function->position.line);
}

// An own data property; empty: there is none.
static Value own_data(VM *vm, Value holder, Value key) {
  const JSObject *object = (const JSObject *)value_as_object(holder);  // no allocation here
  const Shape *shape = object_shape(vm, holder);
  Value properties = field_get(&object->properties);
  if (value_is_kind(properties, KIND_NAME_DICTIONARY)) {
    const NameDictionary *d = (const NameDictionary *)value_as_object(properties);
    int entry = dictionary_find(d, key);
    if (entry < 0 || (value_as_int(field_get(&d->entries[entry].detail)) & ATTR_ACCESSOR)) return VALUE_EMPTY;
    return field_get(&d->entries[entry].value);
  }
  int index = shape ? shape_find(vm, shape, key) : -1;
  if (index < 0) return VALUE_EMPTY;
  const Descriptor *d = shape_descriptor(shape, index);
  if (descriptor_attributes(d) & (ATTR_ACCESSOR | ATTR_INTERNAL)) return VALUE_EMPTY;
  return field_get(object_slot(object, shape, descriptor_slot(d)));
}

void graph_print_class(FILE *out, VM *vm, Value object) {
  for (Value holder = object; value_is_object(holder);) {
    const char *text;
    Value constructor = own_data(vm, holder, runtime(vm)->names.constructor);
    Value name = value_is_callable(constructor) ? function_name(constructor, &text) : VALUE_EMPTY;
    if (value_is_callable(constructor) && (text || (value_is_string(name) && string_length(&name) > 0))) {
      graph_print_function(out, constructor);
      return;
    }
    const Shape *shape = object_shape(vm, holder);  // no allocation in this file
    holder = shape ? field_get(&shape->prototype) : VALUE_EMPTY;
  }
  fputs("Object", out);
}

// ------------------------------------------------------------------------------------------------------ nodes

// Of parts of objects.
static const char *const shown_names[KIND_COUNT] = {
#define KIND(NAME, text, layout, shown, ...) [KIND_##NAME] = shown,
#include "objects/kinds.def"
};

static void print_regexp(FILE *out, Value object) {
  Value data = field_get(&((const RegExpObject *)value_as_object(object))->data);
  if (!value_is_kind(data, KIND_REGEXP_DATA)) return;
  Value source = field_get(&((const RegExpData *)value_as_object(data))->source);
  if (value_is_string(source)) graph_print_string(out, source, NAME_LIMIT);
}

static void print_object(FILE *out, const Graph *g, const HeapObject *object) {
  Value value = value_pointer(object);
  if (value_is_string(value)) graph_print_string(out, value, NAME_LIMIT);
  else if (value_is_symbol(value)) print_symbol(out, value);
  else if (value_is_callable(value)) graph_print_function(out, value);
  else if (value_is_kind(value, KIND_REGEXP)) print_regexp(out, value);
  else if (value_is_object(value)) graph_print_class(out, g->vm, value);
  else if (value_is_kind(value, KIND_CODE)) print_atom(out, ((const Code *)object)->function->name);
  else fputs(shown_names[heap_object_kind(object)], out);
}

void graph_print_node(FILE *out, const Graph *g, uint32_t node) {
  const GraphNode *n = &g->nodes[node];
  if (node_is_object(n)) print_object(out, g, node_object(n));
  else if (node_is_bytes(n)) fputs("system / JSArrayBufferData", out);
  else if (node == 1) fputs("(GC roots)", out);
  else if (node > 1) fputs(g->kinds_of_roots[node - FIRST_KIND_OF_ROOTS], out);
}

// ------------------------------------------------------------------------------------------------------ edges

// A key of a Map: 'text', Symbol(x), 3, or the class of an object.
static void print_map_key(FILE *out, VM *vm, Value key) {
  if (value_is_string(key)) {
    fputc('\'', out);
    graph_print_string(out, key, 64);
    fputc('\'', out);
  } else if (value_is_symbol(key)) {
    print_symbol(out, key);
  } else if (value_is_number(key)) {
    fprintf(out, "%.17g", value_as_number(key));
  } else if (value_is_callable(key)) {
    fputs("function ", out);
    graph_print_function(out, key);
  } else if (value_is_object(key)) {
    graph_print_class(out, vm, key);
  } else {
    fputs(value_is_null(key) ? "null" : value_is_true(key) ? "true" : value_is_false(key) ? "false" : "undefined", out);
  }
}

void graph_print_edge(FILE *out, const Graph *g, const GraphEdge *edge) {
  switch ((EdgeForm)edge->form) {
  case NAME_TEXT: fputs(edge->text, out); return;
  case NAME_INDEX: fprintf(out, "%llu", (unsigned long long)edge->index); return;
  case NAME_GETTER: fputs("get ", out); break;
  case NAME_SETTER: fputs("set ", out); break;
  case NAME_MAP_KEY: fputs("key of Map or Set: ", out); break;
  case NAME_MAP_VALUE: fputs("value of Map under ", out); break;
  case NAME_PAIR: fputs("value of WeakMap under this key", out); return;
  case NAME_PAIR_OF_TABLE: fputs("value of WeakMap under ", out); break;
  case NAME_KEY: break;
  }
  bool is_property = edge->form == NAME_KEY || edge->form == NAME_GETTER || edge->form == NAME_SETTER;
  if (is_property) graph_print_key(out, edge->key);
  else print_map_key(out, g->vm, edge->key);
}

// ------------------------------------------------------------------------------------------------------ roots

static void print_frame(FILE *out, const Frame *frame) {
  if (!frame->code) {
    fputs("running ", out);
    graph_print_function(out, frame->registers[0]);
  } else if (frame->code->function->flags & CODE_MODULE) {
    fprintf(out, "running module %s", last_part(frame->code->script->name));
  } else {
    fputs("running function ", out);
    if (frame->code->function->name->length == 0) fputs("(anonymous)", out);
    else print_atom(out, frame->code->function->name);
  }
}

static void print_stack_root(FILE *out, const VM *vm, const Value *slot) {
  const Frame *frame = graph_frame_of(vm, slot);
  if (!frame) {
    fputs("the stack", out);
    return;
  }
  print_frame(out, frame);
  size_t place = (size_t)(slot - frame->registers);
  const Atom *name = graph_register_name(frame, slot);
  if (slot == &frame->new_target || place == 0 || value_is_kind(*slot, KIND_CONTEXT)) return;
  if (place == 1) {
    fputs(" → this", out);
  } else if (name) {
    fputs(place - 2 < frame->code->parameter_count ? " → parameter " : " → variable ", out);
    print_atom(out, name);
  } else {
    fputs(frame->code ? " → intermediate value" : " → argument", out);
  }
  if (!value_is_kind(*slot, KIND_FUNCTION)) return;
  fputs(" → ", out);
  graph_print_closure(out, *slot);
}

typedef struct IntrinsicName {
  size_t offset, count;  // of Values in a Runtime
  const char *text;
} IntrinsicName;

static const IntrinsicName intrinsics[] = {
#define INTRINSIC(field, text) {offsetof(Runtime, field), 1, text},
#define INTRINSIC_LIST(field, count, text) {offsetof(Runtime, field), count, text},
#include "objects/intrinsics.def"
    {offsetof(Runtime, names), sizeof(Names) / sizeof(Value), "names that the runtime uses"},
    {offsetof(Runtime, symbols), sizeof(Symbols) / sizeof(Value), "well-known symbols"},
};

static const char *name_in_runtime(const Runtime *rt, const Value *slot) {
  for (size_t i = 0; i < sizeof intrinsics / sizeof intrinsics[0]; i++) {
    const Value *first = (const Value *)(const void *)((const char *)rt + intrinsics[i].offset);
    if (slot >= first && slot < first + intrinsics[i].count) return intrinsics[i].text;
  }
  return "the runtime";
}

void graph_print_root(FILE *out, const Graph *g, const GraphRoot *root) {
  const VM *vm = g->vm;
  const Runtime *rt = &vm->runtime;
  const char *kind = g->kinds_of_roots[root->kind];
  if (root->hold == HOLD_CALL) {
    fputs("this call", out);
  } else if (root->slot == &vm->exception) {
    fputs("the exception being thrown", out);
  } else if (root->slot >= rt->first_root_ && root->slot <= rt->last_root_) {
    fputs(name_in_runtime(rt, root->slot), out);
  } else if (strcmp(kind, "(Global handles)") == 0) {
    const PersistentCell *cell = (const PersistentCell *)(const void *)root->slot;
    fputs(cell->name ? cell->name : "event loop", out);
  } else if (strcmp(kind, "(Stack roots)") == 0) {
    print_stack_root(out, vm, root->slot);
  } else {
    fputs("a native function under way", out);
  }
}
