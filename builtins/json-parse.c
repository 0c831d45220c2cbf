// builtins/json-parse.c - JSON.parse (ECMA-262 section 25.5.1), with the error messages of node 20.
//
// The text is flattened first and looked at through a view that is asked for again after anything that may allocate.
#include <stdlib.h>

#include "builtins/json.h"
#include "objects/number-text.h"

typedef struct Parser {
  VM *vm;
  Handle text;  // flat
  uint32_t at, length;
} Parser;

static int peek(const Parser *p) {
  if (p->at >= p->length) return -1;
  StringView view = string_view(p->text);
  return view_unit(&view, p->at);
}

static void skip_space(Parser *p) {
  StringView view = string_view(p->text);
  while (p->at < p->length) {
    uint16_t c = view_unit(&view, p->at);
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') return;
    p->at++;
  }
}

// ---------------------------------------------------------------------------------------------------------- errors

#define CONTEXT 10  // units shown on each side of the place

static bool unexpected(Parser *p) {
  VM *vm = p->vm;
  if (p->at >= p->length) return throw_syntax(vm, "Unexpected end of JSON input");
  ROOTS(vm, token, before, after);
  string_from_unit(vm, (uint16_t)peek(p), &r.token);
  uint32_t start = p->at > CONTEXT ? p->at - CONTEXT : 0, end = p->at + CONTEXT < p->length ? p->at + CONTEXT : p->length;
  if (p->length <= 40) {
    start = 0;
    end = p->length;
  }
  TRY(string_substring(vm, p->text, start, end, &r.before));
  return throw_syntax(vm, "Unexpected token '%v', %s\"%v\"%s is not valid JSON", &r.token, start ? "..." : "", &r.before,
                      end < p->length ? "... " : "");
}

static bool fail_at(Parser *p, const char *message) {
  if (p->at >= p->length) return throw_syntax(p->vm, "Unexpected end of JSON input");
  return throw_syntax(p->vm, "%s in JSON at position %u", message, p->at);
}

// --------------------------------------------------------------------------------------------------------- strings

static int hex_digit(int c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

static bool parse_escape(Parser *p, StringBuilder *b) {
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  int c = peek(p);
  p->at++;
  if (c == 'u') {
    unsigned unit = 0;
    for (int i = 0; i < 4; i++, p->at++) {
      int digit = hex_digit(peek(p));
      if (digit < 0) return fail_at(p, "Bad Unicode escape");
      unit = unit << 4 | (unsigned)digit;
    }
    builder_unit(b, (uint16_t)unit);
    return true;
  }
  const char *found = c > 0 && c < 128 ? strchr(from, c) : NULL;
  if (!found) {
    p->at--;
    return fail_at(p, "Bad escaped character");
  }
  builder_unit(b, (uint8_t)to[found - from]);
  return true;
}

static bool parse_string_slow(Parser *p, uint32_t start, Slot out) {
  StringBuilder b;
  builder_init(&b);
  builder_substring(p->vm, &b, p->text, start, p->at);
  for (;;) {
    int c = peek(p);
    if (c < 0) {
      builder_free(&b);
      return throw_syntax(p->vm, "Unterminated string in JSON at position %u", p->at);
    }
    if (c < 0x20) {
      builder_free(&b);
      return fail_at(p, "Bad control character in string literal");
    }
    p->at++;
    if (c == '"') return builder_finish(p->vm, &b, out);
    if (c != '\\') {
      builder_unit(&b, (uint16_t)c);
    } else if (!parse_escape(p, &b)) {
      builder_free(&b);
      return false;
    }
  }
}

// After the opening quote.
static bool parse_string(Parser *p, Slot out) {
  uint32_t start = p->at;
  StringView view = string_view(p->text);
  for (; p->at < p->length; p->at++) {
    uint16_t c = view_unit(&view, p->at);
    if (c == '"') {
      TRY(string_substring(p->vm, p->text, start, p->at, out));
      p->at++;
      return true;
    }
    if (c == '\\' || c < 0x20) break;
  }
  return parse_string_slow(p, start, out);
}

// --------------------------------------------------------------------------------------------------------- numbers

static bool digits(Parser *p) {
  uint32_t start = p->at;
  while (peek(p) >= '0' && peek(p) <= '9') p->at++;
  return p->at > start;
}

static bool parse_number(Parser *p, Slot out) {
  uint32_t start = p->at;
  if (peek(p) == '-') {
    p->at++;
    if (!(peek(p) >= '0' && peek(p) <= '9')) return p->at < p->length ? fail_at(p, "No number after minus sign") : fail_at(p, "");
  }
  if (peek(p) == '0') {
    p->at++;
    if (peek(p) >= '0' && peek(p) <= '9') return fail_at(p, "Unexpected number");
  } else if (!digits(p)) {
    return unexpected(p);
  }
  if (peek(p) == '.') {
    p->at++;
    if (!digits(p)) return fail_at(p, "Unterminated fractional number");
  }
  if (peek(p) == 'e' || peek(p) == 'E') {
    p->at++;
    if (peek(p) == '+' || peek(p) == '-') p->at++;
    if (!digits(p)) return fail_at(p, "Exponent part is missing a number");
  }
  uint32_t length = p->at - start;
  char buffer[64], *text = length < sizeof buffer ? buffer : malloc(length + 1);
  StringView view = string_view(p->text);
  for (uint32_t i = 0; i < length; i++) text[i] = (char)view_unit(&view, start + i);
  text[length] = 0;
  size_t used;
  *out = number(text_to_number(text, length, &used));
  if (text != buffer) free(text);
  return true;
}

// ---------------------------------------------------------------------------------------------------------- values

static bool parse_value(Parser *p, Slot out);

static bool parse_word(Parser *p, const char *word, Value value, Slot out) {
  for (; *word; word++, p->at++) {
    if (peek(p) != *word) return unexpected(p);
  }
  *out = value;
  return true;
}

static bool parse_array(Parser *p, Slot out) {
  VM *vm = p->vm;
  ROOTS(vm, array, item);
  p->at++;
  TRY(array_new(vm, 0, &r.array));
  skip_space(p);
  if (peek(p) == ']') {
    p->at++;
    *out = r.array;
    return true;
  }
  for (;;) {
    TRY(parse_value(p, &r.item));
    TRY(array_push(vm, &r.array, &r.item));
    skip_space(p);
    int c = peek(p);
    if (c != ',' && c != ']') return fail_at(p, "Expected ',' or ']' after array element");
    p->at++;
    if (c == ']') break;
  }
  *out = r.array;
  return true;
}

static bool parse_member(Parser *p, Handle object, const char *expected) {
  VM *vm = p->vm;
  ROOTS(vm, key, value);
  skip_space(p);
  if (peek(p) != '"') return fail_at(p, expected);
  p->at++;
  TRY(parse_string(p, &r.key));
  skip_space(p);
  if (peek(p) != ':') return fail_at(p, "Expected ':' after property name");
  p->at++;
  TRY(parse_value(p, &r.value));
  return define_data(vm, object, &r.key, &r.value, ATTR_ALL);
}

static bool parse_object(Parser *p, Slot out) {
  VM *vm = p->vm;
  ROOTS(vm, object);
  p->at++;
  object_new(vm, &r.object);
  skip_space(p);
  if (peek(p) == '}') {
    p->at++;
    *out = r.object;
    return true;
  }
  for (const char *expected = "Expected property name or '}'";; expected = "Expected double-quoted property name") {
    TRY(parse_member(p, &r.object, expected));
    skip_space(p);
    int c = peek(p);
    if (c != ',' && c != '}') return fail_at(p, "Expected ',' or '}' after property value");
    p->at++;
    if (c == '}') break;
  }
  *out = r.object;
  return true;
}

static bool parse_value(Parser *p, Slot out) {
  TRY(vm_check_c_stack(p->vm));
  skip_space(p);
  int c = peek(p);
  switch (c) {
  case '{': return parse_object(p, out);
  case '[': return parse_array(p, out);
  case '"': p->at++; return parse_string(p, out);
  case 't': return parse_word(p, "true", VALUE_TRUE, out);
  case 'f': return parse_word(p, "false", VALUE_FALSE, out);
  case 'n': return parse_word(p, "null", VALUE_NULL, out);
  default: return c == '-' || (c >= '0' && c <= '9') ? parse_number(p, out) : unexpected(p);
  }
}

// --------------------------------------------------------------------------------------------------------- reviver

static bool revive(VM *vm, Handle holder, Handle key, Handle reviver, Slot out);

static bool revive_property(VM *vm, Handle object, Handle key, Handle reviver) {
  ROOTS(vm, value);
  TRY(revive(vm, object, key, reviver, &r.value));
  bool deleted;
  if (value_is_undefined(r.value)) return delete_property(vm, object, key, &deleted);
  return define_data(vm, object, key, &r.value, ATTR_ALL);
}

// InternalizeJSONProperty (25.5.1.1)
static bool revive(VM *vm, Handle holder, Handle key, Handle reviver, Slot out) {
  ROOTS(vm, value, keys, key, arguments[2]);
  TRY(vm_check_c_stack(vm));
  TRY(get(vm, holder, key, &r.value));
  if (value_is_array(r.value)) {
    double length = array_length(&r.value);
    for (double i = 0; i < length; i++) {
      number_to_string(vm, number(i), &r.key);
      TRY(revive_property(vm, &r.value, &r.key, reviver));
    }
  } else if (value_is_object(r.value)) {
    TRY(own_keys(vm, &r.value, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
    uint32_t count = (uint32_t)array_length(&r.keys);
    for (uint32_t i = 0; i < count; i++) {
      TRY(get_index(vm, &r.keys, i, &r.key));
      TRY(revive_property(vm, &r.value, &r.key, reviver));
    }
  }
  r.arguments[0] = *key;
  r.arguments[1] = r.value;
  return vm_call(vm, reviver, holder, 2, r.arguments, out);
}

bool json_parse(VM *vm, const Args *args, Slot out) {
  ROOTS(vm, text, value, holder);
  TRY(to_string(vm, arg(args, 0), &r.text));
  string_flatten(vm, &r.text);
  Parser parser = {vm, &r.text, 0, string_length(&r.text)};
  if (!value_is_string(*arg(args, 0)) && value_is_undefined(*arg(args, 0))) {
    return throw_syntax(vm, "\"undefined\" is not valid JSON");
  }
  TRY(parse_value(&parser, &r.value));
  skip_space(&parser);
  if (parser.at < parser.length) return fail_at(&parser, "Unexpected non-whitespace character after JSON");
  if (value_is_callable(*arg(args, 1))) {
    object_new(vm, &r.holder);
    TRY(define_data(vm, &r.holder, VM_NAME(vm, empty), &r.value, ATTR_ALL));
    return revive(vm, &r.holder, VM_NAME(vm, empty), arg(args, 1), out);
  }
  *out = r.value;
  return true;
}
