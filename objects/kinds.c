// objects/kinds.c - the tables of kinds, made from kinds.def.
#include "objects/objects.h"

const KindInfo kind_table[KIND_COUNT] = {
    {"free", SIZE_WORDS, 0, 0, 0, 0},
#define LAYOUT(...) __VA_ARGS__
#define KIND(NAME, text, layout, ...) {text, LAYOUT layout},
#include "objects/kinds.def"
};

const KindNames kind_names[KIND_COUNT] = {
    {"Object", "Object", "Object", NULL},
#define NAMES_NOT_TOLD(class_name) class_name, "Object", "Object"
#define NAMES_TOLD(class_name) class_name, class_name, "Object"
#define NAMES_TAG(class_name) class_name, class_name, class_name
#define KIND(NAME, text, layout, shown, snapshot, class_name, told, type, ...) {NAMES_##told(class_name), type},
#include "objects/kinds.def"
};
