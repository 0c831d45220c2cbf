// node/scripts.c - see scripts.h.  build/MODE/node/scripts.inc is made from node/*.js (node/rules.mk).
#include "node/scripts.h"

#include "node/scripts.inc"
