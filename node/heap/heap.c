// node/heap/heap.c - the module nodule:heap: what the heap does with a value, as data for scripts
// (docs/heap-module.md).
//
// The figures are made by observe/; here they become objects.  What observe/ hands over lies outside the heap, so that
// making the objects disturbs nothing.
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/heap/heap-module.h"
#include "node/host/errors.h"
#include "node/host/node.h"
#include "base/new-file.h"
#include "observe/heap-map.h"
#include "observe/retainers.h"
#include "observe/shape-report.h"
#include "observe/snapshot.h"

static void define_boolean(VM *vm, Handle object, const char *name, bool value) {
  const Value v = value_boolean(value);
  define_value(vm, object, name, &v, ATTR_ALL);
}

static void define_null(VM *vm, Handle object, const char *name) {
  const Value null = VALUE_NULL;
  define_value(vm, object, name, &null, ATTR_ALL);
}

// Of what the heap has a place for.
static bool need_heap_value(VM *vm, Handle value) {
  if (value_is_object(*value) || value_is_string(*value) || value_is_symbol(*value)) return true;
  return throw_argument_type(vm, "value", "one of type object, function, string, or symbol", value);
}

// ------------------------------------------------------------------------------------------------------ retainers

static bool retainers_to_object(VM *vm, const Retainers *found, Slot out) {
  ROOTS(vm, steps, step);
  object_new(vm, out);
  define_string(vm, out, "text", found->text, ATTR_ALL);
  define_string(vm, out, "root", found->root, ATTR_ALL);
  define_boolean(vm, out, "passing", found->passing);
  TRY(array_new(vm, 0, &r.steps));
  for (size_t i = 0; i < found->count; i++) {
    object_new(vm, &r.step);
    define_string(vm, &r.step, "type", found->steps[i].type, ATTR_ALL);
    define_string(vm, &r.step, "name", found->steps[i].name, ATTR_ALL);
    define_string(vm, &r.step, "to", found->steps[i].to, ATTR_ALL);
    TRY(array_push(vm, &r.steps, &r.step));
  }
  define_value(vm, out, "steps", &r.steps, ATTR_ALL);
  return true;
}

// retainers(value)
static bool retainers(VM *vm, const Args *args, Slot out) {
  TRY(need_heap_value(vm, arg(args, 0)));
  Retainers found;
  retainers_find(vm, arg(args, 0), 0, &found);
  bool ok = retainers_to_object(vm, &found, out);
  retainers_free(&found);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ one value

// sizeOf(value)
static bool size_of(VM *vm, const Args *args, Slot out) {
  Value value = *arg(args, 0);
  *out = number(value_is_pointer(value) ? (double)heap_object_size(vm_heap(vm), value_as_object(value)) : 0);
  return true;
}

// retainedSize(value)
static bool retained_size(VM *vm, const Args *args, Slot out) {
  SizeReport sizes;
  heap_size_of(vm, arg(args, 0), &sizes);
  *out = number((double)sizes.retained);
  return true;
}

// spaceOf(value)
static bool space_of(VM *vm, const Args *args, Slot out) {
  TRY(need_heap_value(vm, arg(args, 0)));
  string_internalize_ascii(vm, heap_space_name(heap_space_of(vm_heap(vm), value_as_object(*arg(args, 0)))), out);
  return true;
}

// age(value)
static bool age(VM *vm, const Args *args, Slot out) {
  TRY(need_heap_value(vm, arg(args, 0)));
  const HeapObject *object = value_as_object(*arg(args, 0));  // no allocation while it is used
  if (heap_is_young(object)) *out = value_int(heap_object_age(vm_heap(vm), object));
  else string_internalize_ascii(vm, "old", out);
  return true;
}

// bytecode(function)
static bool bytecode(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, function);
  r.function = *arg(args, 0);
  if (!value_is_callable(r.function)) return throw_argument_type(vm, "function", "of type function", arg(args, 0));
  while (value_is_kind(r.function, KIND_BOUND_FUNCTION)) r.function = field_get(&as_bound(&r.function)->target);
  if (!value_is_kind(r.function, KIND_FUNCTION)) {
    return throw_argument_value(vm, "function", "is native and has no bytecode", arg(args, 0));
  }
  Value code = field_get(&as_function(&r.function)->code);  // code space: never moves
  char *text;
  size_t length;
  FILE *stream = checked_memstream(&text, &length);
  disassemble_alone(stream, ((const Code *)(const void *)value_as_object(code))->function);
  checked_memclose(stream, &text);
  bool ok = string_from_utf8(vm, text, length, out);
  free(text);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ hidden classes

static bool steps_to_array(VM *vm, const ShapeStep *steps, size_t count, Slot out) {
  ROOTS(vm, item);
  TRY(array_new(vm, 0, out));
  for (size_t i = 0; i < count; i++) {
    object_new(vm, &r.item);
    if (steps[i].added) define_string(vm, &r.item, "added", steps[i].added, ATTR_ALL);
    else define_null(vm, &r.item, "added");
    define_number(vm, &r.item, "id", steps[i].id, ATTR_ALL);
    TRY(array_push(vm, out, &r.item));
  }
  return true;
}

static bool properties_to_array(VM *vm, const ShapeReport *report, Slot out) {
  ROOTS(vm, item);
  TRY(array_new(vm, 0, out));
  for (size_t i = 0; i < report->property_count; i++) {
    const ShapeProperty *property = &report->properties[i];
    object_new(vm, &r.item);
    define_string(vm, &r.item, "name", property->name, ATTR_ALL);
    define_string(vm, &r.item, "place", property->place, ATTR_ALL);
    if (property->slot >= 0) define_number(vm, &r.item, "slot", property->slot, ATTR_ALL);
    else define_null(vm, &r.item, "slot");
    if (property->attributes & ATTR_ACCESSOR) define_boolean(vm, &r.item, "accessor", true);
    else define_boolean(vm, &r.item, "writable", property->attributes & ATTR_WRITABLE);
    define_boolean(vm, &r.item, "enumerable", property->attributes & ATTR_ENUMERABLE);
    define_boolean(vm, &r.item, "configurable", property->attributes & ATTR_CONFIGURABLE);
    TRY(array_push(vm, out, &r.item));
  }
  return true;
}

static bool shape_to_object(VM *vm, const ShapeReport *report, Slot out) {
  ROOTS(vm, list);
  object_new(vm, out);
  define_number(vm, out, "id", report->id, ATTR_ALL);
  define_string(vm, out, "of", report->of, ATTR_ALL);
  define_boolean(vm, out, "dictionary", report->dictionary);
  define_boolean(vm, out, "extensible", report->extensible);
  define_boolean(vm, out, "prototype", report->prototype);
  define_number(vm, out, "slots", report->slots, ATTR_ALL);
  define_number(vm, out, "inObject", report->inobject, ATTR_ALL);
  TRY(properties_to_array(vm, report, &r.list));
  define_value(vm, out, "properties", &r.list, ATTR_ALL);
  TRY(steps_to_array(vm, report->chain, report->chain_length, &r.list));
  define_value(vm, out, "chain", &r.list, ATTR_ALL);
  TRY(steps_to_array(vm, report->transitions, report->transition_count, &r.list));
  define_value(vm, out, "transitions", &r.list, ATTR_ALL);
  return true;
}

// shapeOf(object)
static bool shape_of(VM *vm, const Args *args, Slot out) {
  Handle object = arg(args, 0);
  if (!value_is_object(*object)) return throw_argument_type(vm, "object", "of type object or function", object);
  ShapeReport report;
  shape_report(vm, object, &report);
  bool ok = shape_to_object(vm, &report, out);
  shape_report_free(&report);
  return ok;
}

// ------------------------------------------------------------------------------------------------------ the whole heap

static void page_to_object(VM *vm, const PageReport *page, Slot out) {
  const PageFigures *figures = &page->figures;
  char address[32];
  snprintf(address, sizeof address, "%p", figures->page);
  object_new(vm, out);
  define_string(vm, out, "space", heap_space_name(figures->space), ATTR_ALL);
  define_string(vm, out, "address", address, ATTR_ALL);
  define_number(vm, out, "size", (double)figures->area, ATTR_ALL);
  define_number(vm, out, "used", (double)figures->used, ATTR_ALL);
  define_number(vm, out, "free", (double)(figures->area - figures->used), ATTR_ALL);
  define_number(vm, out, "live", (double)page->live, ATTR_ALL);
  define_boolean(vm, out, "unswept", figures->unswept);
  define_boolean(vm, out, "moving", figures->moving);
}

// map()
static bool map(VM *vm, const Args *args, Slot out) {
  (void)args;
  ROOTS(vm, item);
  size_t count;
  PageReport *pages = heap_map(vm, &count);
  bool ok = array_new(vm, 0, out);
  for (size_t i = 0; ok && i < count; i++) {
    page_to_object(vm, &pages[i], &r.item);
    ok = array_push(vm, out, &r.item);
  }
  free(pages);
  return ok;
}

// statistics()
static bool statistics(VM *vm, const Args *args, Slot out) {
  (void)args;
  ROOTS(vm, spaces, item);
  HeapStatistics figures;
  heap_statistics(vm_heap(vm), &figures);
  object_new(vm, out);
  define_number(vm, out, "used", (double)figures.heap_used, ATTR_ALL);
  define_number(vm, out, "committed", (double)figures.heap_total, ATTR_ALL);
  define_number(vm, out, "limit", (double)figures.limit, ATTR_ALL);
  define_number(vm, out, "external", vm_external(vm, &figures), ATTR_ALL);
  TRY(array_new(vm, 0, &r.spaces));
  for (int i = 0; i < SPACE_COUNT; i++) {
    object_new(vm, &r.item);
    define_string(vm, &r.item, "name", heap_space_name((Space)i), ATTR_ALL);
    define_number(vm, &r.item, "used", (double)figures.spaces[i].used, ATTR_ALL);
    define_number(vm, &r.item, "free", (double)figures.spaces[i].available, ATTR_ALL);
    define_number(vm, &r.item, "committed", (double)figures.spaces[i].committed, ATTR_ALL);
    define_number(vm, &r.item, "limit", (double)heap_space_limit(&figures, (Space)i), ATTR_ALL);
    TRY(array_push(vm, &r.spaces, &r.item));
  }
  define_value(vm, out, "spaces", &r.spaces, ATTR_ALL);
  return true;
}

static bool collection_type(VM *vm, Handle options, bool *minor) {
  ROOTS(vm, key, type);
  *minor = false;
  if (value_is_undefined(*options)) return true;
  if (!value_is_object(*options)) return throw_argument_type(vm, "options", "of type object", options);
  string_internalize_ascii(vm, "type", &r.key);
  TRY(get(vm, options, &r.key, &r.type));
  if (value_is_undefined(r.type)) return true;
  if (!value_is_string(r.type)) return throw_argument_type(vm, "options.type", "of type string", &r.type);
  *minor = string_is_ascii(vm, &r.type, "minor");
  if (*minor || string_is_ascii(vm, &r.type, "major")) return true;
  return throw_argument_value(vm, "options.type", "must be 'minor' or 'major'", &r.type);
}

// collect({type}), gc({type})
static bool collect(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, spaces, item);
  bool minor;
  CollectionReport report;
  TRY(collection_type(vm, arg(args, 0), &minor));
  heap_collect_and_report(vm_heap(vm), minor ? GC_SCAVENGE : GC_MARK_SWEEP, &report);
  object_new(vm, out);
  define_string(vm, out, "type", minor ? "minor" : "major", ATTR_ALL);
  define_number(vm, out, "milliseconds", report.milliseconds, ATTR_ALL);
  define_number(vm, out, "freed", (double)report.before.heap_used - (double)report.after.heap_used, ATTR_ALL);
  TRY(array_new(vm, 0, &r.spaces));
  for (int i = 0; i < SPACE_COUNT; i++) {
    double before = (double)report.before.spaces[i].used, after = (double)report.after.spaces[i].used;
    object_new(vm, &r.item);
    define_string(vm, &r.item, "name", heap_space_name((Space)i), ATTR_ALL);
    define_number(vm, &r.item, "before", before, ATTR_ALL);
    define_number(vm, &r.item, "after", after, ATTR_ALL);
    define_number(vm, &r.item, "freed", before - after, ATTR_ALL);
    TRY(array_push(vm, &r.spaces, &r.item));
  }
  define_value(vm, out, "spaces", &r.spaces, ATTR_ALL);
  return true;
}

// ------------------------------------------------------------------------------------------------------ snapshots

typedef struct Snapshots {
  unsigned sequence;
} Snapshots;

const NodePart heap_part = {.name = "heap", .state_size = sizeof(Snapshots)};

// Heap.20261125.134501.4711.0.001.heapsnapshot, as Node names them.
static void default_name(VM *vm, char *name, size_t size) {
  Snapshots *snapshots = node_state(vm, PART_heap);
  char date[32];
  time_t now = time(NULL);
  struct tm local;
  localtime_r(&now, &local);
  strftime(date, sizeof date, "%Y%m%d.%H%M%S", &local);
  snprintf(name, size, "Heap.%s.%d.0.%03u.heapsnapshot", date, (int)getpid(), ++snapshots->sequence);
}

static bool write_snapshot(VM *vm, const char *path) {
  NewFile file;
  int error = new_file_open(&file, path, 0600);
  if (error != 0) return throw_uv_error(vm, error, "open", path, NULL);
  errno = 0;
  bool written = snapshot_write(vm, file.stream);
  error = new_file_finish(&file, written, written ? 0 : -errno);
  return error == 0 || throw_uv_error(vm, error, "write", path, NULL);
}

// snapshot([file]), v8.writeHeapSnapshot([file]): the file's name
bool heap_snapshot(VM *vm, const Args *args, Slot out) {
  char name[100];
  if (value_is_undefined(*arg(args, 0))) {
    default_name(vm, name, sizeof name);
    return write_snapshot(vm, name) && string_from_ascii(vm, name, out);
  }
  char *path;
  TRY(path_argument(vm, "path", arg(args, 0), &path));
  bool ok = write_snapshot(vm, path);
  free(path);
  if (ok) *out = *arg(args, 0);
  return ok;
}

static const Builtin functions[] = {
    FUNCTION("retainers", retainers, 1), FUNCTION("sizeOf", size_of, 1), FUNCTION("retainedSize", retained_size, 1),
    FUNCTION("spaceOf", space_of, 1),    FUNCTION("age", age, 1),        FUNCTION("shapeOf", shape_of, 1),
    FUNCTION("bytecode", bytecode, 1),   FUNCTION("map", map, 0),        FUNCTION("statistics", statistics, 0),
    FUNCTION("collect", collect, 0),     FUNCTION("gc", collect, 0),     FUNCTION("snapshot", heap_snapshot, 0),
};

bool create_heap(VM *vm, Slot exports) {
  DEFINE_BUILTINS(vm, exports, functions);
  return true;
}
