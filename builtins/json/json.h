// builtins/json/json.h - the two halves of JSON.
#ifndef NODULE_BUILTINS_JSON_JSON_H
#define NODULE_BUILTINS_JSON_JSON_H

#include "vm/native.h"

bool json_parse(VM *vm, const Args *args, Slot out);
bool json_stringify(VM *vm, const Args *args, Slot out);

#endif
