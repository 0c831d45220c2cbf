// builtins/json/json-parse.c - JSON.parse (ECMA-262 section 25.5.1), with the error messages of node 20.
//
// No recursion: the containers under way lie on a stack in the heap, so only memory limits how deep a text may nest.
// The text is flat, but moves: `view` is taken anew at each token (skip_space) and after each allocation within one.
#include <stdlib.h>

#include "base/memory.h"
#include "builtins/json/json.h"
#include "base/number-text.h"
#include "vm/property/lookup.h"

typedef struct Parser {
  VM *vm;
  Slot text;  // flat
  StringView view;
  uint32_t at, length;
  uint32_t depth;   // containers outside the innermost
  Slot stack;       // array: container, key for each of them
  Slot container;   // the innermost; empty outside of all
  Slot key, value;  // of the member under way; the value read last
} Parser;

static void refresh(Parser *p) { p->view = string_view(p->text); }
static int peek(const Parser *p) { return p->at < p->length ? view_unit(&p->view, p->at) : -1; }
static bool is_digit(int c) { return c >= '0' && c <= '9'; }

static int skip_space(Parser *p) {
  refresh(p);
  for (;; p->at++) {
    int c = peek(p);
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
  }
}

// ---------------------------------------------------------------------------------------------------------- errors

#define CONTEXT 10  // units of the text shown on each side of the place

static bool fail_at(Parser *p, const char *message) { return throw_syntax(p->vm, "%s at position %u", message, p->at); }

static bool is_special(VM *vm, Handle text) {
  return string_is_ascii(vm, text, "NaN") || string_is_ascii(vm, text, "Infinity") ||
         string_is_ascii(vm, text, "undefined") || string_is_ascii(vm, text, "[object Object]");
}

static bool unexpected(Parser *p) {
  VM *vm = p->vm;
  int c = peek(p);
  if (c < 0) return throw_syntax(vm, "Unexpected end of JSON input");
  if (is_digit(c) || c == '-') return fail_at(p, "Unexpected number in JSON");
  if (c == '"') return fail_at(p, "Unexpected string in JSON");
  if (is_special(vm, p->text)) return throw_syntax(vm, "\"%v\" is not valid JSON", p->text);
  bool whole = p->length <= 2 * CONTEXT, cut_start = !whole && p->at >= CONTEXT;
  bool cut_end = !whole && p->at < p->length - CONTEXT;
  uint32_t start = cut_start ? p->at - CONTEXT : 0, end = cut_end ? p->at + CONTEXT : p->length;
  ROOTS(vm, token, part);
  string_from_unit(vm, (uint16_t)c, &r.token);
  TRY(string_substring(vm, p->text, start, end, &r.part));
  return throw_syntax(vm, "Unexpected token '%v', %s\"%v\"%s is not valid JSON", &r.token, cut_start ? "..." : "",
                      &r.part, cut_end ? "..." : "");
}

// --------------------------------------------------------------------------------------------------------- strings

static int hex_digit(int c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// After the backslash.
static bool parse_escape(Parser *p, StringBuilder *b) {
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  int c = peek(p);
  if (c < 0) return unexpected(p);
  if (c == 'u') {
    unsigned unit = 0;
    p->at++;
    for (int i = 0; i < 4; i++, p->at++) {
      int digit = hex_digit(peek(p));
      if (digit < 0) return fail_at(p, "Bad Unicode escape in JSON");
      unit = unit << 4 | (unsigned)digit;
    }
    builder_unit(b, (uint16_t)unit);
    return true;
  }
  const char *found = c > 0 && c < 128 ? strchr(from, c) : NULL;
  if (!found) return fail_at(p, "Bad escaped character in JSON");
  builder_unit(b, (uint8_t)to[found - from]);
  p->at++;
  return true;
}

// The builder lies outside the heap, so the view holds until the end.
static bool parse_escaped_text(Parser *p, StringBuilder *b) {
  for (;;) {
    int c = peek(p);
    if (c < 0) return fail_at(p, "Unterminated string in JSON");
    if (c < 0x20) return fail_at(p, "Bad control character in string literal in JSON");
    p->at++;
    if (c == '"') return true;
    if (c == '\\') TRY(parse_escape(p, b));
    else builder_unit(b, (uint16_t)c);
  }
}

static bool parse_escaped(Parser *p, uint32_t start, Slot out) {
  StringBuilder b;
  builder_init(&b);
  builder_substring(p->vm, &b, p->text, start, p->at);
  refresh(p);
  if (parse_escaped_text(p, &b)) return builder_finish(p->vm, &b, out);
  builder_free(&b);
  return false;
}

// A copy of its own, so that one long string does not keep the whole text alive.
static bool copy_text(Parser *p, uint32_t start, uint32_t end, Slot out) {
  VM *vm = p->vm;
  if (end - start < 2) return string_substring(vm, p->text, start, end, out);
  if (p->view.two_byte) {
    StringBuilder b;
    builder_init(&b);
    builder_substring(vm, &b, p->text, start, end);
    return builder_finish(vm, &b, out);
  }
  uint8_t *units;
  TRY(string_new_latin1(vm, end - start, out, &units));
  refresh(p);
  memcpy(units, p->view.latin1 + start, end - start);
  return true;
}

// At the opening quote.  A key comes out internalized.
static bool parse_string(Parser *p, bool is_key, Slot out) {
  uint32_t start = ++p->at;
  int c;
  while ((c = peek(p)) >= 0x20 && c != '"' && c != '\\') p->at++;
  if (c != '"') {
    TRY(parse_escaped(p, start, out));
    if (is_key) string_internalize(p->vm, out);
    return true;
  }
  uint32_t end = p->at++;
  uint8_t units[64];
  if (is_key && !p->view.two_byte && end - start <= sizeof units) {
    memcpy(units, p->view.latin1 + start, end - start);
    string_internalize_units(p->vm, units, NULL, end - start, out);
    return true;
  }
  TRY(copy_text(p, start, end, out));
  if (is_key) string_internalize(p->vm, out);
  return true;
}

// --------------------------------------------------------------------------------------------------------- numbers

static bool skip_digits(Parser *p) {
  uint32_t start = p->at;
  while (is_digit(peek(p))) p->at++;
  return p->at > start;
}

static bool scan_number(Parser *p) {
  if (peek(p) == '-') {
    p->at++;
    if (!is_digit(peek(p))) return fail_at(p, "No number after minus sign in JSON");
  }
  if (peek(p) == '0') {
    p->at++;
    if (is_digit(peek(p))) return fail_at(p, "Unexpected number in JSON");
  } else {
    skip_digits(p);
  }
  if (peek(p) == '.') {
    p->at++;
    if (!skip_digits(p)) return fail_at(p, "Unterminated fractional number in JSON");
  }
  if (peek(p) == 'e' || peek(p) == 'E') {
    p->at++;
    if (peek(p) == '+' || peek(p) == '-') p->at++;
    if (!skip_digits(p)) return fail_at(p, "Exponent part is missing a number in JSON");
  }
  return true;
}

static bool parse_number(Parser *p, Slot out) {
  uint32_t start = p->at;
  int32_t small = 0;
  for (int c; is_digit(c = peek(p)) && p->at - start < 9; p->at++) small = 10 * small + c - '0';
  int c = peek(p);
  bool plain = p->at > start && !is_digit(c) && c != '.' && c != 'e' && c != 'E';
  if (plain && (view_unit(&p->view, start) != '0' || p->at == start + 1)) {
    *out = value_int(small);
    return true;
  }
  p->at = start;
  TRY(scan_number(p));
  uint32_t length = p->at - start;
  char buffer[64], *text = length <= sizeof buffer ? buffer : checked_malloc(length);
  for (uint32_t i = 0; i < length; i++) text[i] = (char)view_unit(&p->view, start + i);
  size_t used;
  *out = number(text_to_number(text, length, &used));
  if (text != buffer) free(text);
  return true;
}

// ------------------------------------------------------------------------------------------------------- structure

static bool parse_word(Parser *p, const char *word, Value value) {
  for (; *word; word++, p->at++) {
    if (peek(p) != *word) return unexpected(p);
  }
  *p->value = value;
  return true;
}

// At the first unit of a name.
static bool parse_key(Parser *p, bool first) {
  if (skip_space(p) != '"') {
    return fail_at(p, first ? "Expected property name or '}' in JSON" : "Expected double-quoted property name in JSON");
  }
  TRY(parse_string(p, true, p->key));
  if (skip_space(p) != ':') return first ? fail_at(p, "Expected ':' after property name in JSON") : unexpected(p);
  p->at++;
  return true;
}

static bool enter(Parser *p) {
  TRY(element_put_own(p->vm, p->stack, 2 * p->depth, p->container));
  TRY(element_put_own(p->vm, p->stack, 2 * p->depth + 1, p->key));
  p->depth++;
  *p->container = *p->value;
  return true;
}

// The container is complete: it is the value read last.
static void leave(Parser *p) {
  *p->value = *p->container;
  p->depth--;
  const Elements *stack = (const Elements *)value_as_object(field_get(&as_array(p->stack)->elements));
  *p->container = field_get(&stack->values[2 * p->depth]);
  *p->key = field_get(&stack->values[2 * p->depth + 1]);
}

// Reads a scalar or an empty container, or enters one; *entered: another value is to be read before this one is
// complete.
static bool begin_value(Parser *p, bool *entered) {
  *entered = false;
  int c = skip_space(p);
  switch (c) {
  case '"': return parse_string(p, false, p->value);
  case 't': return parse_word(p, "true", VALUE_TRUE);
  case 'f': return parse_word(p, "false", VALUE_FALSE);
  case 'n': return parse_word(p, "null", VALUE_NULL);
  case '{': object_new(p->vm, p->value); break;
  case '[': TRY(array_new(p->vm, 0, p->value)); break;
  default: return c == '-' || is_digit(c) ? parse_number(p, p->value) : unexpected(p);
  }
  p->at++;
  if (skip_space(p) == c + 2) {  // '}' or ']'
    p->at++;
    return true;
  }
  *entered = true;
  TRY(enter(p));
  return c == '[' || parse_key(p, true);
}

// Stores the value in its container; *more: a comma followed, and another value is to be read.
static bool finish_value(Parser *p, bool *more) {
  bool is_array = value_is_array(*p->container);
  if (is_array) TRY(array_push(p->vm, p->container, p->value));
  else TRY(define_data(p->vm, p->container, p->key, p->value, ATTR_ALL));
  int c = skip_space(p);
  *more = c == ',';
  if (*more) {
    p->at++;
    return is_array || parse_key(p, false);
  }
  if (c != (is_array ? ']' : '}')) {
    return fail_at(p, is_array ? "Expected ',' or ']' after array element in JSON"
                               : "Expected ',' or '}' after property value in JSON");
  }
  p->at++;
  leave(p);
  return true;
}

static bool parse_text(Parser *p) {
  for (;;) {
    bool entered, more = false;
    TRY(begin_value(p, &entered));
    if (entered) continue;
    while (p->depth > 0 && !more) TRY(finish_value(p, &more));
    if (!more) break;
  }
  if (skip_space(p) >= 0) return fail_at(p, "Unexpected non-whitespace character after JSON");
  return true;
}

// --------------------------------------------------------------------------------------------------------- reviver

static bool revive(VM *vm, Handle holder, Handle key, Handle reviver, Slot out);

// Properties that refuse stay as they are.
static bool revive_property(VM *vm, Handle object, Handle key, Handle reviver) {
  ROOTS(vm, slots[3]);
  PropertyDescriptor d = DESCRIPTOR_IN(r.slots);
  bool ok;
  TRY(revive(vm, object, key, reviver, &r.slots[0]));
  if (value_is_undefined(r.slots[0])) return delete_property(vm, object, key, &ok);
  d.writable = d.enumerable = d.configurable = 1;
  return define_own_property(vm, object, key, &d, false, &ok);
}

static bool revive_properties(VM *vm, Handle object, Handle reviver) {
  ROOTS(vm, keys, key);
  if (value_is_array(*object)) {
    double length = array_length(object);
    for (double i = 0; i < length; i++) {
      r.key = number(i);
      TRY(revive_property(vm, object, &r.key, reviver));
    }
    return true;
  }
  TRY(own_keys(vm, object, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
  double count = array_length(&r.keys);
  for (double i = 0; i < count; i++) {
    TRY(get_index(vm, &r.keys, i, &r.key));
    TRY(revive_property(vm, object, &r.key, reviver));
  }
  return true;
}

// InternalizeJSONProperty (25.5.1.1)
static bool revive(VM *vm, Handle holder, Handle key, Handle reviver, Slot out) {
  ROOTS(vm, arguments[2]);
  TRY(vm_check_c_stack(vm));
  TRY(get(vm, holder, key, &r.arguments[1]));
  if (value_is_object(r.arguments[1])) TRY(revive_properties(vm, &r.arguments[1], reviver));
  TRY(to_string(vm, key, &r.arguments[0]));
  return vm_call(vm, reviver, holder, 2, r.arguments, out);
}

bool json_parse(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text, stack, container, key, value);
  TRY(to_string(vm, arg(args, 0), &r.text));
  string_flatten(vm, &r.text);
  TRY(array_new(vm, 0, &r.stack));
  Parser parser = {.vm = vm,
                   .text = &r.text,
                   .length = string_length(&r.text),
                   .stack = &r.stack,
                   .container = &r.container,
                   .key = &r.key,
                   .value = &r.value};
  TRY(parse_text(&parser));
  if (!value_is_callable(*arg(args, 1))) {
    *out = r.value;
    return true;
  }
  object_new(vm, &r.container);
  TRY(define_data(vm, &r.container, VM_NAME(vm, empty), &r.value, ATTR_ALL));
  return revive(vm, &r.container, VM_NAME(vm, empty), arg(args, 1), out);
}
