// node/host/scripts.c - see scripts.h.  build/MODE/node/host/scripts.inc is made from node/*/*.js (node/host/rules.mk).
#include "node/host/scripts.h"

#include "node/host/scripts.inc"
