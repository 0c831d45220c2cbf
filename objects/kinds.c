// objects/kinds.c - the table of kinds, made from kinds.def.
#include "objects/objects.h"

const KindInfo kind_table[KIND_COUNT] = {
    {"free", SIZE_WORDS, 0, 0, 0, 0},
#define KIND(NAME, text, mode, log2, first, end, flags) {text, mode, log2, first, end, flags},
#include "objects/kinds.def"
#undef KIND
};
