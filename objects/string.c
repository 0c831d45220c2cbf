// objects/string.c - making strings, and reading them: flat strings, ropes, slices.
//
//   rope   left + right; flattening writes the flat text to `left` and the empty string to `right`, in place, so that
//          everyone who holds the rope profits
//   slice  `length` units of a flat parent from `offset` on; a slice's parent is never a slice or a rope
//
// A rope never has an empty side until it is flattened.  Strings of fewer than 13 units are always flat.
#include "objects/string.h"

#include "objects/string-internal.h"

// ---------------------------------------------------------------------------------------------------------- units

bool units_are_latin1(const uint16_t *units, size_t length) {
  unsigned all = 0;
  size_t i = 0;
  for (; i + 16 <= length; i += 16) {
    for (size_t k = 0; k < 16; k++) all |= units[i + k];
    if (all > 0xFF) return false;
  }
  for (; i < length; i++) all |= units[i];
  return all <= 0xFF;
}

void units_widen(uint16_t *to, const uint8_t *from, size_t length) {
  for (size_t i = 0; i < length; i++) to[i] = from[i];
}

void units_narrow(uint8_t *to, const uint16_t *from, size_t length) {
  for (size_t i = 0; i < length; i++) to[i] = (uint8_t)from[i];
}

// ------------------------------------------------------------------------------------------------- flat and fresh

String *string_allocate_flat(VM *vm, size_t length, bool two_byte, AllocationSpace space) {
  Kind kind = two_byte ? KIND_STRING_UTF16 : KIND_STRING_LATIN1;
  size_t bytes = (sizeof(String) + (length << two_byte) + 7) & ~(size_t)7;
  HeapObject *object = space == ALLOCATE_YOUNG && bytes <= MAX_REGULAR_OBJECT_SIZE
                           ? heap_allocate_young(vm_heap(vm), kind, bytes)
                           : heap_allocate(vm_heap(vm), kind, bytes, space, NULL);
  object->header = header_make(kind, 0, 0, 0);
  String *string = (String *)object;
  string->length = (uint32_t)length;
  string->unused = 0;
  return string;
}

bool string_new_latin1(VM *vm, size_t length, Slot out, uint8_t **units) {
  if (length > MAX_STRING_LENGTH) return string_too_long(vm);
  String *string = string_allocate_flat(vm, length, false, ALLOCATE_YOUNG);
  *units = ((Latin1String *)string)->units;
  *out = value_pointer(string);
  return true;
}

bool string_new_utf16(VM *vm, size_t length, Slot out, uint16_t **units) {
  if (length > MAX_STRING_LENGTH) return string_too_long(vm);
  String *string = string_allocate_flat(vm, length, true, ALLOCATE_YOUNG);
  *units = ((Utf16String *)string)->units;
  *out = value_pointer(string);
  return true;
}

bool string_from_latin1(VM *vm, const uint8_t *text, size_t length, Slot out) {
  if (length <= 1) {
    *out = length ? runtime(vm)->single_chars[text[0]] : runtime(vm)->names.empty;
    return true;
  }
  uint8_t *units;
  TRY(string_new_latin1(vm, length, out, &units));
  memcpy(units, text, length);
  return true;
}

bool string_from_utf16(VM *vm, const uint16_t *text, size_t length, Slot out) {
  bool narrow = units_are_latin1(text, length);
  if (narrow && length <= 1) {
    *out = length ? runtime(vm)->single_chars[text[0]] : runtime(vm)->names.empty;
    return true;
  }
  if (narrow) {
    uint8_t *units;
    TRY(string_new_latin1(vm, length, out, &units));
    units_narrow(units, text, length);
  } else {
    uint16_t *units;
    TRY(string_new_utf16(vm, length, out, &units));
    memcpy(units, text, length * 2);
  }
  return true;
}

bool string_from_ascii(VM *vm, const char *text, Slot out) {
  return string_from_latin1(vm, (const uint8_t *)text, strlen(text), out);
}

void string_from_unit(VM *vm, uint16_t unit, Slot out) {
  if (unit <= 0xFF) {
    *out = runtime(vm)->single_chars[unit];
    return;
  }
  String *string = string_allocate_flat(vm, 1, true, ALLOCATE_YOUNG);
  ((Utf16String *)string)->units[0] = unit;
  *out = value_pointer(string);
}

// --------------------------------------------------------------------------------------------------------- views

const String *string_flat_behind(const String *s, uint32_t *offset) {
  if (heap_object_kind(&s->head) == KIND_STRING_ROPE) s = field_string(&((const RopeString *)s)->left);
  if (heap_object_kind(&s->head) != KIND_STRING_SLICE) return s;
  *offset += (uint32_t)value_as_int(field_get(&((const SliceString *)s)->offset));
  return field_string(&((const SliceString *)s)->parent);
}

void view_copy_latin1(const StringView *v, uint32_t start, uint32_t count, uint8_t *to) {
  if (v->two_byte) units_narrow(to, v->utf16 + start, count);
  else memcpy(to, v->latin1 + start, count);
}

void view_copy_utf16(const StringView *v, uint32_t start, uint32_t count, uint16_t *to) {
  if (v->two_byte) memcpy(to, v->utf16 + start, (size_t)count * 2);
  else units_widen(to, v->latin1 + start, count);
}

// --------------------------------------------------------------------------------------------------------- ropes

typedef struct Piece {
  const String *string;
  uint32_t at;  // where its first unit goes
} Piece;

// Walks the flat pieces of a string.  Of a rope's two sides the shorter one goes first and the longer one waits: the
// side taken is at most half as long as the rope, so no more pieces wait than a length has bits, however deep the rope
// is and on whichever side.
typedef struct Pieces {
  int count;
  Piece waiting[32];
} Pieces;

static inline void pieces_start(Pieces *pieces, const String *s) {
  pieces->count = 1;
  pieces->waiting[0] = (Piece){s, 0};
}

static inline bool pieces_next(Pieces *pieces, Piece *next) {
  if (pieces->count == 0) return false;
  Piece piece = pieces->waiting[--pieces->count];
  while (heap_object_kind(&piece.string->head) == KIND_STRING_ROPE) {
    const RopeString *rope = (const RopeString *)piece.string;
    Piece left = {field_string(&rope->left), piece.at};
    Piece right = {field_string(&rope->right), piece.at + left.string->length};
    bool left_first = right.string->length == 0 || left.string->length <= right.string->length;
    if (right.string->length > 0) pieces->waiting[pieces->count++] = left_first ? right : left;
    piece = left_first ? left : right;
  }
  *next = piece;
  return true;
}

void string_copy_latin1(const String *s, uint8_t *to) {
  Pieces pieces;
  Piece piece;
  for (pieces_start(&pieces, s); pieces_next(&pieces, &piece);) {
    StringView view = view_of(piece.string);
    memcpy(to + piece.at, view.latin1, view.length);
  }
}

void string_copy_utf16(const String *s, uint16_t *to) {
  Pieces pieces;
  Piece piece;
  for (pieces_start(&pieces, s); pieces_next(&pieces, &piece);) {
    StringView view = view_of(piece.string);
    view_copy_utf16(&view, 0, view.length, to + piece.at);
  }
}

// A flattened rope that is old gets an old text, so that it does not need to be remembered.
static void rope_flatten(VM *vm, Handle rope) {
  bool two_byte = string_is_two_byte(as_string(rope));
  AllocationSpace space = heap_is_young(value_as_object(*rope)) ? ALLOCATE_YOUNG : ALLOCATE_OLD;
  String *flat = string_allocate_flat(vm, string_length(rope), two_byte, space);
  RopeString *target = (RopeString *)as_string(rope);  // no allocation from here on
  if (two_byte) string_copy_utf16(&target->string, ((Utf16String *)flat)->units);
  else string_copy_latin1(&target->string, ((Latin1String *)flat)->units);
  heap_object_set_aux(&flat->head, heap_object_aux(&target->string.head));
  field_set(vm, target, &target->left, value_pointer(flat));
  field_set(vm, target, &target->right, runtime(vm)->names.empty);
}

void string_make_viewable(VM *vm, Handle string) {
  if (value_kind(*string) == KIND_STRING_ROPE && !rope_is_flat(as_string(string))) rope_flatten(vm, string);
}

void string_flatten(VM *vm, Slot string) {
  if (LIKELY(value_kind(*string) != KIND_STRING_ROPE)) return;
  string_make_viewable(vm, string);
  *string = field_get(&((RopeString *)as_string(string))->left);
}

static void concat_short(VM *vm, Handle left, Handle right, uint32_t length, Slot out) {
  bool two_byte = string_is_two_byte(as_string(left)) || string_is_two_byte(as_string(right));
  String *flat = string_allocate_flat(vm, length, two_byte, ALLOCATE_YOUNG);
  StringView l = string_view(left), r = string_view(right);
  if (two_byte) {
    uint16_t *units = ((Utf16String *)flat)->units;
    view_copy_utf16(&l, 0, l.length, units);
    view_copy_utf16(&r, 0, r.length, units + l.length);
  } else {
    uint8_t *units = ((Latin1String *)flat)->units;
    for (uint32_t i = 0; i < l.length; i++) units[i] = l.latin1[i];
    for (uint32_t i = 0; i < r.length; i++) units[l.length + i] = r.latin1[i];
  }
  *out = value_pointer(flat);
}

bool string_append_short(VM *vm, Handle left, const char *text, uint32_t count, Slot out) {
  uint32_t length = string_length(left);
  if (length + count >= SHORTEST_ROPE || value_kind(*left) != KIND_STRING_LATIN1) return false;
  Latin1String *flat = (Latin1String *)string_allocate_flat(vm, length + count, false, ALLOCATE_YOUNG);
  const uint8_t *units = ((const Latin1String *)as_string(left))->units;
  for (uint32_t i = 0; i < length; i++) flat->units[i] = units[i];
  for (uint32_t i = 0; i < count; i++) flat->units[length + i] = (uint8_t)text[i];
  *out = value_pointer(flat);
  return true;
}

bool string_concat(VM *vm, Handle left, Handle right, Slot out) {
  uint32_t left_length = string_length(left), right_length = string_length(right);
  if (left_length == 0 || right_length == 0) {
    *out = left_length == 0 ? *right : *left;
    return true;
  }
  uint32_t length = left_length + right_length;  // each is below 2^30
  if (length < SHORTEST_ROPE) {
    concat_short(vm, left, right, length, out);
    return true;
  }
  if (UNLIKELY(length > MAX_STRING_LENGTH)) return string_too_long(vm);
  HeapObject *object = heap_allocate_young(vm_heap(vm), KIND_STRING_ROPE, sizeof(RopeString));
  bool two_byte = string_is_two_byte(as_string(left)) || string_is_two_byte(as_string(right));
  object->header = header_make(KIND_STRING_ROPE, two_byte ? STRING_TWO_BYTE : 0, sizeof(RopeString) / 8, 0);
  RopeString *rope = (RopeString *)object;
  rope->string.length = length;
  rope->string.unused = 0;
  field_init(&rope->left, *left);
  field_init(&rope->right, *right);
  *out = value_pointer(rope);
  return true;
}

// ----------------------------------------------------------------------------------------------------- substrings

static void substring_copy(VM *vm, Handle string, uint32_t start, uint32_t length, Slot out) {
  StringView source = string_view(string);
  bool two_byte = source.two_byte && !units_are_latin1(source.utf16 + start, length);
  String *flat = string_allocate_flat(vm, length, two_byte, ALLOCATE_YOUNG);
  source = string_view(string);  // it may have moved
  if (two_byte) view_copy_utf16(&source, start, length, ((Utf16String *)flat)->units);
  else view_copy_latin1(&source, start, length, ((Latin1String *)flat)->units);
  *out = value_pointer(flat);
}

static void substring_slice(VM *vm, Handle string, uint32_t start, uint32_t length, Slot out) {
  HeapObject *object = heap_allocate_young(vm_heap(vm), KIND_STRING_SLICE, sizeof(SliceString));
  const String *parent = string_flat_behind(as_string(string), &start);
  unsigned flags = string_is_two_byte(parent) ? STRING_TWO_BYTE : 0;
  object->header = header_make(KIND_STRING_SLICE, flags, sizeof(SliceString) / 8, 0);
  SliceString *slice = (SliceString *)object;
  slice->string.length = length;
  slice->string.unused = 0;
  field_init(&slice->parent, value_pointer(parent));
  field_init(&slice->offset, value_int((int32_t)start));
  *out = value_pointer(slice);
}

bool string_substring(VM *vm, Handle string, uint32_t start, uint32_t end, Slot out) {
  uint32_t length = end - start;
  if (length == string_length(string)) {
    *out = *string;
    return true;
  }
  if (length == 0) {
    *out = runtime(vm)->names.empty;
    return true;
  }
  string_make_viewable(vm, string);
  if (length == 1) {
    StringView view = string_view(string);
    string_from_unit(vm, view_unit(&view, start), out);
  } else if (length < SHORTEST_SLICE) {
    substring_copy(vm, string, start, length, out);
  } else {
    substring_slice(vm, string, start, length, out);
  }
  return true;
}

uint16_t string_unit_at(VM *vm, Slot string, uint32_t index) {
  string_flatten(vm, string);
  StringView view = string_view(string);
  return view_unit(&view, index);
}

// -------------------------------------------------------------------------------------------------------- symbols

// Symbols are keys of properties, and keys do not move in scavenges: caches hold their addresses.
void symbol_new(VM *vm, Handle description, Slot out) {
  static uint32_t counter;
  HeapObject *object = heap_allocate(vm_heap(vm), KIND_SYMBOL, sizeof(Symbol), ALLOCATE_OLD, NULL);
  uint32_t hash = ++counter * 0x9E3779B1u;
  object->header = header_make(KIND_SYMBOL, 0, sizeof(Symbol) / 8, (hash ^ hash >> 15) | (uint32_t)1 << 31);
  Symbol *symbol = (Symbol *)object;
  field_set(vm, symbol, &symbol->description, *description);
  *out = value_pointer(symbol);
}
