// node/console/console-table.c - console.table: rows and columns in a frame.
#include "node/console/console.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "node/host/errors.h"
#include "base/output.h"

typedef struct Column {
  Text head;
  TextList cells;  // may be shorter than the table
} Column;

typedef struct Table {
  Column *columns;
  size_t count, rows;
} Table;

static void table_free(Table *table) {
  for (size_t i = 0; i < table->count; i++) {
    builder_free(&table->columns[i].head);
    text_list_free(&table->columns[i].cells);
  }
  free(table->columns);
}

static Column *add_column(Table *table) {
  table->columns = checked_realloc(table->columns, (table->count + 1) * sizeof(Column));
  Column *column = &table->columns[table->count++];
  column->cells = (TextList){0};
  builder_init(&column->head);
  return column;
}

static Column *add_named(Table *table, const char *head) {
  Column *column = add_column(table);
  builder_ascii(&column->head, head);
  return column;
}

// The column under `head`, made if there is none.
static Column *column_for(Table *table, const Text *head) {
  for (size_t i = 1; i < table->count; i++) {
    if (text_equals(&table->columns[i].head, head)) return &table->columns[i];
  }
  Column *column = add_column(table);
  text_append(&column->head, head);
  return column;
}

static Text *cell_at(Column *column, size_t row) {
  while (column->cells.count < row) text_list_add(&column->cells);
  return text_list_add(&column->cells);
}

// ------------------------------------------------------------------------------------------------------ printing

static void rule(const Table *table, const size_t *widths, const char *left, const char *middle, const char *right,
                 Text *out) {
  builder_utf8(out, left, strlen(left));
  for (size_t i = 0; i < table->count; i++) {
    if (i > 0) builder_utf8(out, middle, strlen(middle));
    for (size_t j = 0; j < widths[i] + 2; j++) builder_utf8(out, "─", 3);
  }
  builder_utf8(out, right, strlen(right));
}

// Row 0 is the head.
static const Text *cell_text(const Column *column, size_t row) {
  static const Text nothing;
  if (row == 0) return &column->head;
  return row <= column->cells.count ? &column->cells.items[row - 1] : &nothing;
}

static void row_to(const Table *table, const size_t *widths, size_t row, Text *out) {
  for (size_t i = 0; i < table->count; i++) {
    const Text *cell = cell_text(&table->columns[i], row);
    builder_utf8(out, i ? " │ " : "│ ", i ? 5 : 4);
    text_append(out, cell);
    text_repeat(out, ' ', widths[i] - text_width(cell, true));
  }
  builder_utf8(out, " │\n", 5);
}

static void table_to(const Table *table, Text *out) {
  size_t *widths = checked_calloc(table->count, sizeof *widths);
  for (size_t i = 0; i < table->count; i++) {
    for (size_t row = 0; row <= table->rows; row++) {
      size_t width = text_width(cell_text(&table->columns[i], row), true);
      if (width > widths[i]) widths[i] = width;
    }
  }
  rule(table, widths, "┌", "┬", "┐\n", out);
  row_to(table, widths, 0, out);
  rule(table, widths, "├", "┼", "┤\n", out);
  for (size_t row = 1; row <= table->rows; row++) row_to(table, widths, row, out);
  rule(table, widths, "└", "┴", "┘", out);
  free(widths);
}

// ------------------------------------------------------------------------------------------------------ filling

static bool cell_value(VM *vm, Handle value, Text *out) {
  InspectOptions options = *inspect_defaults(vm);
  options.depth = 0;
  options.max_array_length = 3;
  options.break_length = INFINITY;
  if (console_colours(vm, STDOUT_FILENO)) options.colors = true;
  if (value_is_object(*value) && !value_is_callable(*value) && !value_is_array(*value)) {
    ROOTS(vm, keys);
    TRY(own_keys(vm, value, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
    if (array_length(&r.keys) > 2) options.depth = -1;
  }
  return inspect_to(vm, value, &options, &undefined_value_, out);
}

static bool key_text(VM *vm, Handle key, Text *out) {
  ROOTS(vm, text);
  TRY(to_string(vm, key, &r.text));
  builder_string(vm, out, &r.text);
  return true;
}

// Map and Set, from their entries or values as an array.
static bool fill_collection(VM *vm, Handle items, bool pairs, Table *table) {
  ROOTS(vm, item, part, index);
  add_named(table, "(iteration index)");
  if (pairs) add_named(table, "Key");
  add_named(table, "Values");
  table->rows = (size_t)array_length(items);
  for (size_t row = 0; row < table->rows; row++) {
    r.index = number((double)row);
    TRY(cell_value(vm, &r.index, cell_at(&table->columns[0], row)));
    TRY(get_index(vm, items, (double)row, &r.item));
    if (!pairs) {
      TRY(cell_value(vm, &r.item, cell_at(&table->columns[1], row)));
      continue;
    }
    for (int i = 0; i < 2; i++) {
      TRY(get_index(vm, &r.item, i, &r.part));
      TRY(cell_value(vm, &r.part, cell_at(&table->columns[1 + i], row)));
    }
  }
  return true;
}

// One row's cells: the properties of *item, or those in *properties.
static bool fill_row(VM *vm, Handle item, Handle properties, size_t row, Table *table) {
  ROOTS(vm, keys, key, value);
  r.keys = *properties;
  if (!value_is_array(r.keys)) TRY(own_keys(vm, item, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
  double count = array_length(&r.keys);
  for (double i = 0; i < count; i++) {
    TEXT(head);
    TRY(get_index(vm, &r.keys, i, &r.key));
    TRY(key_text(vm, &r.key, &head));
    Text *cell = cell_at(column_for(table, &head), row);
    bool own = false;
    if (value_is_object(*item)) TRY(has_own_property(vm, item, &r.key, &own));
    if (!own) continue;
    TRY(get(vm, item, &r.key, &r.value));
    TRY(cell_value(vm, &r.value, cell));
  }
  return true;
}

static bool head_index(const Text *head, uint32_t *index) {
  StringView view = {.length = (uint32_t)head->length, .two_byte = head->utf16 != NULL};
  if (view.two_byte) view.utf16 = head->utf16;
  else view.latin1 = head->latin1;
  return view_as_index(&view, index);
}

// Columns stand in the order of an object's properties: indices first, by size, then the others as they came.
static void order_columns(Table *table) {
  for (size_t i = 2; i < table->count; i++) {
    Column column = table->columns[i];
    uint32_t index, before;
    if (!head_index(&column.head, &index)) continue;
    size_t at = i;
    for (; at > 1; at--) {
      if (head_index(&table->columns[at - 1].head, &before) && before <= index) break;
      table->columns[at] = table->columns[at - 1];
    }
    table->columns[at] = column;
  }
}

static bool fill_object(VM *vm, Handle data, Handle properties, Table *table) {
  ROOTS(vm, keys, key, item);
  add_named(table, "(index)");
  Column primitives = {.cells = {0}};
  builder_init(&primitives.head);
  builder_ascii(&primitives.head, "Values");
  TRY(own_keys(vm, data, KEYS_STRINGS | KEYS_ENUMERABLE_ONLY, &r.keys));
  table->rows = (size_t)array_length(&r.keys);
  bool ok = true, has_primitives = false;
  for (size_t row = 0; ok && row < table->rows; row++) {
    ok = get_index(vm, &r.keys, (double)row, &r.key) && key_text(vm, &r.key, cell_at(&table->columns[0], row)) &&
         get(vm, data, &r.key, &r.item);
    if (!ok) break;
    bool primitive = !value_is_object(r.item) && value_is_undefined(*properties);
    has_primitives |= primitive;
    ok = primitive ? cell_value(vm, &r.item, cell_at(&primitives, row)) : fill_row(vm, &r.item, properties, row, table);
  }
  order_columns(table);
  if (ok && has_primitives) {
    *add_column(table) = primitives;
    return true;
  }
  builder_free(&primitives.head);
  text_list_free(&primitives.cells);
  return ok;
}

static bool fill(VM *vm, Handle data, Handle properties, Table *table) {
  bool is_map = value_is_kind(*data, KIND_MAP) || value_is_kind(*data, KIND_MAP_ITERATOR);
  bool is_set = value_is_kind(*data, KIND_SET) || value_is_kind(*data, KIND_SET_ITERATOR);
  if (!is_map && !is_set) return fill_object(vm, data, properties, table);
  ROOTS(vm, items);
  bool pairs;
  TRY(collection_items(vm, data, &r.items, &pairs));
  return fill_collection(vm, &r.items, pairs, table);
}

bool console_table(VM *vm, const Args *args, Slot out) {
  (void)out;
  Handle data = arg(args, 0), properties = arg(args, 1);
  if (!value_is_undefined(*properties) && !value_is_array(*properties)) {
    return throw_argument_type(vm, "properties", "an instance of Array", properties);
  }
  TEXT(text);
  if (!value_is_object(*data) || value_is_callable(*data)) {
    TRY(format_to(vm, 1, data, inspect_defaults(vm), &undefined_value_, &text));
  } else {
    Table table __attribute__((cleanup(table_free))) = {0};
    TRY(fill(vm, data, properties, &table));
    table_to(&table, &text);
  }
  return console_write(vm, STDOUT_FILENO, &text);
}
