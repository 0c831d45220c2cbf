// node/util/inspect/inspect-layout.c - an object's entries put on lines: all on one line when they fit, arrays of more
// than six in columns, else one entry a line (reference/node-api.md section 10).
#include <stdlib.h>

#include "base/memory.h"
#include "node/util/inspect/inspect-internal.h"

#define GROUP_FROM 7  // entries
#define MAX_COLUMNS 15
#define SEPARATOR 2          // ", "
#define HEIGHT_TO_WIDTH 2.5  // of a character, about

static size_t entry_length(const Inspector *in, const Text *entry) {
  return in->options.colors ? text_length_uncoloured(entry) : entry->length;
}

static bool fits(const Inspector *in, const TextList *entries, size_t start, const Text *base) {
  double total = (double)(entries->count + start);
  if (total + (double)entries->count > in->options.break_length) return false;
  for (size_t i = 0; i < entries->count; i++) {
    total += (double)entry_length(in, &entries->items[i]);
    if (total > in->options.break_length) return false;
  }
  return !text_contains(base, '\n');
}

static void join(const TextList *entries, const char *separator, size_t indentation, Text *out) {
  for (size_t i = 0; i < entries->count; i++) {
    if (i > 0) {
      builder_ascii(out, separator);
      text_repeat(out, ' ', indentation);
    }
    text_append(out, &entries->items[i]);
  }
}

// ------------------------------------------------------------------------------------------------------ columns

// How many entries to put on a line; 0 or 1: no columns.
static size_t column_count(const Inspector *in, const size_t *widths, size_t count, size_t all) {
  size_t widest = 0, total = 0;
  for (size_t i = 0; i < count; i++) {
    total += widths[i] + SEPARATOR;
    if (widths[i] > widest) widest = widths[i];
  }
  double column = (double)(widest + SEPARATOR), indentation = (double)in->indentation;
  if (!(column * 3 + indentation < in->options.break_length)) return 0;
  if (!((double)total / column > 5 || widest <= 6)) return 0;
  double bias = sqrt(column - (double)total / (double)all);
  double biased = fmax(column - 3 - bias, 1);
  double columns = floor(sqrt(HEIGHT_TO_WIDTH * biased * (double)count) / biased + 0.5);
  columns = fmin(columns, floor((in->options.break_length - indentation) / column));
  columns = fmin(columns, in->options.compact * 4);
  columns = fmin(columns, MAX_COLUMNS);
  return columns > 1 ? (size_t)columns : 0;
}

// Are all items of the array numbers?  They are set right-justified.
static bool all_numbers(Inspector *in, Handle array, size_t count, bool *out) {
  VM *vm = in->vm;
  ROOTS(vm, item);
  *out = false;
  for (size_t i = 0; i < count; i++) {
    TRY(get_index(vm, array, (double)i, &r.item));
    if (!value_is_number(r.item)) return true;
  }
  *out = true;
  return true;
}

static void row_to(const TextList *entries, size_t first, size_t end, const size_t *widths, const size_t *columns,
                   bool right, Text *out) {
  for (size_t i = first; i < end; i++) {
    bool last = i + 1 == end;
    size_t padding = columns[i - first] - SEPARATOR - widths[i];
    if (right) text_repeat(out, ' ', padding);
    text_append(out, &entries->items[i]);
    if (!last) builder_ascii(out, ", ");
    if (!right && !last) text_repeat(out, ' ', padding);
  }
}

// Replaces the entries by rows of them.
static void group(Inspector *in, TextList *entries, Handle array) {
  bool has_rest = in->options.max_array_length < (double)entries->count;  // the last entry is "... n more items"
  size_t count = entries->count - has_rest;
  size_t *widths = checked_malloc((count + 1) * sizeof *widths);
  for (size_t i = 0; i < count; i++) widths[i] = text_width(&entries->items[i], in->options.colors);
  size_t columns = column_count(in, widths, count, entries->count);
  bool right = false;
  if (columns > 0 && array && !all_numbers(in, array, entries->count, &right)) in->vm->exception = VALUE_EMPTY;
  if (columns > 0) {
    size_t column_widths[MAX_COLUMNS];
    for (size_t i = 0; i < columns; i++) {
      column_widths[i] = 0;
      for (size_t j = i; j < count; j += columns) {
        if (widths[j] > column_widths[i]) column_widths[i] = widths[j];
      }
      column_widths[i] += SEPARATOR;
    }
    TextList rows = {0};
    for (size_t i = 0; i < count; i += columns) {
      size_t end = i + columns < count ? i + columns : count;
      row_to(entries, i, end, widths, column_widths, right, text_list_add(&rows));
    }
    if (has_rest) text_append(text_list_add(&rows), &entries->items[count]);
    text_list_free(entries);
    *entries = rows;
  }
  free(widths);
}

// ------------------------------------------------------------------------------------------------------ lines

static void begin(const View *view, Text *out) {
  if (view->base.length > 0) {
    text_append(out, &view->base);
    builder_ascii(out, " ");
  }
  text_append(out, &view->open);
}

static void one_line(const TextList *entries, const View *view, Text *out) {
  begin(view, out);
  builder_ascii(out, " ");
  join(entries, ", ", 0, out);
  builder_ascii(out, " ");
  builder_unit(out, (uint8_t)view->close);
}

static void line_each(const Inspector *in, const TextList *entries, const View *view, Text *out) {
  begin(view, out);
  builder_ascii(out, "\n");
  text_repeat(out, ' ', in->indentation + 2);
  join(entries, ",\n", in->indentation + 2, out);
  builder_ascii(out, "\n");
  text_repeat(out, ' ', in->indentation);
  builder_unit(out, (uint8_t)view->close);
}

static bool has_newline(const TextList *entries) {
  for (size_t i = 0; i < entries->count; i++) {
    if (text_contains(&entries->items[i], '\n')) return true;
  }
  return false;
}

// compact: true
static void compact(const Inspector *in, const TextList *entries, const View *view, Text *out) {
  text_append(out, &view->open);
  bool one = fits(in, entries, 0, &view->base);
  if (view->base.length > 0) {
    builder_ascii(out, " ");
    text_append(out, &view->base);
  }
  if (one || (view->base.length == 0 && view->open.length == 1)) {
    builder_ascii(out, " ");
  } else {
    builder_ascii(out, "\n");
    text_repeat(out, ' ', in->indentation + 2);
  }
  join(entries, one ? ", " : ",\n", one ? 0 : in->indentation + 2, out);
  builder_ascii(out, " ");
  builder_unit(out, (uint8_t)view->close);
}

void layout(Inspector *in, TextList *entries, const View *view, double depth, Handle value, Text *out) {
  if (in->options.compact == COMPACT_TRUE) {
    compact(in, entries, view, out);
    return;
  }
  if (in->options.compact >= 1) {
    size_t count = entries->count;
    if (view->type == ENTRIES_ARRAY_EXTRAS && count >= GROUP_FROM) group(in, entries, value);
    if (in->current_depth - depth < in->options.compact && count == entries->count) {
      size_t start = count + in->indentation + view->open.length + view->base.length + 10;
      if (fits(in, entries, start, &view->base) && !has_newline(entries)) {
        one_line(entries, view, out);
        return;
      }
    }
  }
  line_each(in, entries, view, out);
}
