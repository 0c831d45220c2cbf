// node/util/inspect/inspect-error.c - errors: their stack, with the class put in where name and constructor differ,
// frames they share with their cause left out, and, in brackets, errors without frames.
#include "node/util/inspect/inspect-internal.h"

#include <stdlib.h>

#define FRAME_START "\n    at"

// String(error.stack), or "name: message" where there is none.
static bool stack_to(VM *vm, Handle error, Text *out) {
  ROOTS(vm, stack, message);
  TRY(get(vm, error, VM_NAME(vm, stack), &r.stack));
  if (to_boolean(r.stack)) return value_string_to(vm, &r.stack, out);
  TRY(get(vm, error, VM_NAME(vm, name), &r.stack));
  TRY(get(vm, error, VM_NAME(vm, message), &r.message));
  if (value_is_undefined(r.stack)) builder_ascii(out, "Error");
  else TRY(value_string_to(vm, &r.stack, out));
  TEXT(message);
  if (!value_is_undefined(r.message)) TRY(value_string_to(vm, &r.message, &message));
  if (out->length > 0 && message.length > 0) builder_ascii(out, ": ");
  text_append(out, &message);
  return true;
}

// ------------------------------------------------------------------------------------------------------ keys

static bool key_position(VM *vm, Handle keys, Handle key, double *position) {
  ROOTS(vm, item);
  double count = array_length(keys);
  for (*position = 0; *position < count; (*position)++) {
    TRY(get_index(vm, keys, *position, &r.item));
    if (strict_equals(vm, &r.item, key)) return true;
  }
  *position = -1;
  return true;
}

static bool remove_key(VM *vm, Slot keys, double position) {
  ROOTS(vm, rest, item);
  double count = array_length(keys);
  TRY(array_new(vm, 0, &r.rest));
  for (double i = 0; i < count; i++) {
    if (i == position) continue;
    TRY(get_index(vm, keys, i, &r.item));
    TRY(array_push(vm, &r.rest, &r.item));
  }
  *keys = r.rest;
  return true;
}

// An own name, message or stack whose text stands in the stack is not listed again.
static bool remove_duplicate_keys(Inspector *in, Handle error, const Text *stack, View *view) {
  VM *vm = in->vm;
  if (in->options.show_hidden) return true;
  ROOTS(vm, value);
  Handle names[] = {VM_NAME(vm, name), VM_NAME(vm, message), VM_NAME(vm, stack)};
  for (int i = 0; i < 3 && key_count(view) > 0; i++) {
    double position;
    TRY(key_position(vm, view->keys, names[i], &position));
    if (position < 0) continue;
    TEXT(text);
    TRY(get(vm, error, names[i], &r.value));
    TRY(value_string_to(vm, &r.value, &text));
    if (text_find(stack, &text, 0) >= 0) TRY(remove_key(vm, view->keys, position));
  }
  return true;
}

static bool add_key(VM *vm, Handle name, View *view) {
  double position;
  TRY(key_position(vm, view->keys, name, &position));
  return position >= 0 || array_push(vm, view->keys, name);
}

static bool add_hidden_keys(VM *vm, Handle error, View *view) {
  ROOTS(vm, errors);
  bool has_cause;
  TRY(has_property(vm, error, VM_NAME(vm, cause), &has_cause));
  if (has_cause) TRY(add_key(vm, VM_NAME(vm, cause), view));
  TRY(get(vm, error, VM_NAME(vm, errors), &r.errors));
  return !value_is_array(r.errors) || add_key(vm, VM_NAME(vm, errors), view);
}

// ------------------------------------------------------------------------------------------------------ first line

static bool ends_with(const Text *t, const char *end) {
  size_t length = strlen(end);
  return t->length >= length && text_find_ascii(t, end, t->length - length) >= 0;
}

// Length of a word like "TypeError" in front of a colon or the frames, or all there is and ending in Error.
static size_t leading_name(const Text *stack) {
  size_t end = 0;
  while (end < stack->length) {
    uint16_t c = text_unit(stack, end);
    bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                (c < 128 && c && strchr("_ []()-", (char)c));
    if (!word) break;
    end++;
  }
  if (end < 2 || text_unit(stack, 0) < 'A' || text_unit(stack, 0) > 'Z') return 0;
  if (end == stack->length) return ends_with(stack, "Error") && !text_contains(stack, ' ') ? end : 0;
  return text_unit(stack, end) == ':' || text_find_ascii(stack, FRAME_START, end) == (ptrdiff_t)end ? end : 0;
}

static bool looks_regular(const Text *stack, const Text *name) {
  if (!ends_with(name, "Error") || !text_starts_with(stack, name)) return false;
  if (stack->length == name->length) return true;
  uint16_t next = text_unit(stack, name->length);
  return next == ':' || next == '\n';
}

// Shows the class of the error where the stack begins with another name.
static void improve_first_line(Text *stack, const Text *name, const View *view) {
  if (!view->no_constructor && !looks_regular(stack, name)) return;
  size_t length = name->length;
  TEXT(fallback);
  builder_ascii(&fallback, "Error");
  if (view->no_constructor) {
    length = leading_name(stack);
    if (length > 0) {
      builder_free(&fallback);
      builder_init(&fallback);
      text_append_part(&fallback, stack, 0, length);
    }
  }
  TEXT(prefix);
  char *fallback_utf8 = text_to_utf8(&fallback, NULL);
  prefix_to(view, fallback_utf8, -1, &prefix);
  free(fallback_utf8);
  TEXT(result);
  text_append_part(&result, &prefix, 0, prefix.length - 1);
  if (text_equals(name, &result)) return;
  if (text_find(&result, name, 0) >= 0) {
    if (length == 0) builder_ascii(&result, ": ");
  } else {
    builder_ascii(&result, " [");
    text_append(&result, name);
    builder_ascii(&result, "]");
  }
  text_append_part(&result, stack, length, stack->length);
  Text old = *stack;
  *stack = result;
  result = old;
}

// ------------------------------------------------------------------------------------------------------ frames

static void split_lines(const Text *t, size_t start, TextList *lines) {
  Text *line = text_list_add(lines);
  for (size_t i = start; i < t->length; i++) {
    if (text_unit(t, i) == '\n') line = text_list_add(lines);
    else builder_unit(line, text_unit(t, i));
  }
}

// The first run of more than three lines of `a` that also stands in `b`.
static size_t common_run(const TextList *a, const TextList *b, size_t *start) {
  for (size_t i = 0; i + 3 < a->count; i++) {
    size_t at = 0;
    while (at < b->count && !text_equals(&a->items[i], &b->items[at])) at++;
    if (at + 3 >= b->count) continue;
    size_t length = 1;
    while (i + length < a->count && at + length < b->count &&
           text_equals(&a->items[i + length], &b->items[at + length]))
      length++;
    if (length > 3) {
      *start = i;
      return length;
    }
  }
  return 0;
}

// Lines that the cause's stack has too give way to one that says so.
static bool leave_out_common(Inspector *in, Handle error, TextList *frames) {
  VM *vm = in->vm;
  ROOTS(vm, cause);
  if (!get(vm, error, VM_NAME(vm, cause), &r.cause)) return exception_discard(vm);
  if (!is_error_object(vm, &r.cause)) return true;
  TEXT(stack);
  TRY(stack_to(vm, &r.cause, &stack));
  ptrdiff_t frames_at = text_find_ascii(&stack, FRAME_START, 0);
  if (frames_at < 0) return true;
  TEXT_LIST(others);
  split_lines(&stack, (size_t)frames_at + 1, &others);
  size_t start = 0, run = common_run(frames, &others, &start);
  if (run == 0) return true;
  TextList kept = {0};
  for (size_t i = 0; i < frames->count; i++) {
    if (i == start + 1) {
      char line[80];
      snprintf(line, sizeof line, "    ... %zu lines matching cause stack trace ...", run - 2);
      style_ascii(in, STYLE_UNDEFINED, line, text_list_add(&kept));
    }
    if (i <= start || i >= start + run - 1) text_append(text_list_add(&kept), &frames->items[i]);
  }
  text_list_free(frames);
  *frames = kept;
  return true;
}

// Where the frames begin, after the message; -1: nowhere.
static bool frames_start(VM *vm, Handle error, const Text *stack, ptrdiff_t *at) {
  ROOTS(vm, message);
  TRY(get(vm, error, VM_NAME(vm, message), &r.message));
  size_t from = 0;
  if (value_is_string(r.message) && string_length(&r.message) > 0) {
    TEXT(message);
    string_to(vm, &r.message, &message);
    ptrdiff_t place = text_find(stack, &message, 0);
    if (place > 0) from = (size_t)place + message.length;
  }
  *at = text_find_ascii(stack, FRAME_START, from);
  return true;
}

static bool write_stack(Inspector *in, Handle error, const Text *stack, Text *out) {
  ptrdiff_t frames_at;
  TRY(frames_start(in->vm, error, stack, &frames_at));
  if (frames_at < 0) {
    bool bare = in->options.bare_errors && !in->seen;
    if (!bare) builder_ascii(out, "[");
    text_append_indented(out, stack, in->indentation);
    if (!bare) builder_ascii(out, "]");
    return true;
  }
  TEXT_LIST(frames);
  split_lines(stack, (size_t)frames_at + 1, &frames);
  TRY(leave_out_common(in, error, &frames));
  TEXT(whole);
  text_append_part(&whole, stack, 0, (size_t)frames_at);
  for (size_t i = 0; i < frames.count; i++) {
    builder_ascii(&whole, "\n");
    text_append(&whole, &frames.items[i]);
  }
  text_append_indented(out, &whole, in->indentation);
  return true;
}

bool error_base(Inspector *in, Handle value, View *view) {
  VM *vm = in->vm;
  ROOTS(vm, name);
  TEXT(name);
  TEXT(stack);
  TRY(get(vm, value, VM_NAME(vm, name), &r.name));
  if (value_is_nullish(r.name)) builder_ascii(&name, "Error");
  else TRY(value_string_to(vm, &r.name, &name));
  TRY(stack_to(vm, value, &stack));
  TRY(remove_duplicate_keys(in, value, &stack, view));
  TRY(add_hidden_keys(vm, value, view));
  improve_first_line(&stack, &name, view);
  return write_stack(in, value, &stack, &view->base);
}
