// builtins/string/string-html.c - the HTML methods of strings that browsers once had (ECMA-262 section B.2.2).
#include "builtins/string/string.h"

// CreateHTML (B.2.2.2.1)
static bool create_html(VM *vm, const Args *args, const char *method, const char *tag, const char *attribute,
                        Slot out) {
  ROOTS(vm, self, value);
  TRY(this_string(vm, args, method, &r.self));
  SCOPED_BUILDER(b);
  builder_format(&b, "<%s", tag);
  if (attribute) {
    TRY(to_string(vm, arg(args, 0), &r.value));
    string_flatten(vm, &r.value);
    builder_format(&b, " %s=\"", attribute);
    StringView view = string_view(&r.value);
    for (uint32_t i = 0; i < view.length && !b.too_long; i++) {
      if (view_unit(&view, i) == '"') builder_ascii(&b, "&quot;");
      else builder_unit(&b, view_unit(&view, i));
    }
    builder_ascii(&b, "\"");
  }
  builder_ascii(&b, ">");
  builder_string(vm, &b, &r.self);
  builder_format(&b, "</%s>", tag);
  return builder_finish(vm, &b, out);
}

// clang-format off
#define HTML_METHODS(HTML)                                                                                    \
  HTML(anchor, "a", "name", 1) HTML(big, "big", NULL, 0) HTML(blink, "blink", NULL, 0) HTML(bold, "b", NULL, 0) \
  HTML(fixed, "tt", NULL, 0) HTML(fontcolor, "font", "color", 1) HTML(fontsize, "font", "size", 1)            \
  HTML(italics, "i", NULL, 0) HTML(link, "a", "href", 1) HTML(small, "small", NULL, 0)                        \
  HTML(strike, "strike", NULL, 0) HTML(sub, "sub", NULL, 0) HTML(sup, "sup", NULL, 0)
// clang-format on

#define DEFINE_FUNCTION(name, tag, attribute, length)             \
  static bool string_##name(VM *vm, const Args *args, Slot out) { \
    return create_html(vm, args, #name, tag, attribute, out);     \
  }
HTML_METHODS(DEFINE_FUNCTION)

#define TABLE_ENTRY(name, tag, attribute, length) METHOD(#name, string_##name, length),
static const Builtin methods[] = {HTML_METHODS(TABLE_ENTRY)};

void install_string_html(VM *vm, Handle prototype) { DEFINE_BUILTINS(vm, prototype, methods); }
