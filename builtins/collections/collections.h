// builtins/collections/collections.h - what Map and Set share with WeakMap and WeakSet.
#ifndef NODULE_BUILTINS_COLLECTIONS_COLLECTIONS_H
#define NODULE_BUILTINS_COLLECTIONS_COLLECTIONS_H

#include "vm/native.h"

static inline Value collection_table(Handle collection) { return field_get(&as_collection(collection)->table); }
static inline void collection_set_table(VM *vm, Handle collection, Value table) {
  field_set(vm, as_collection(collection), &as_collection(collection)->table, table);
}

// TypeError unless `self` is of that kind; `method` as the message shows it.
NODISCARD bool collection_require(VM *vm, Handle self, Kind kind, const char *method);

// 9.14 CanBeHeldWeakly: objects, and symbols that cannot be made again.
bool can_be_held_weakly(Handle value);

// What the constructors differ in.
typedef struct CollectionClass {
  Kind kind;
  const char *name;
  bool pairs;  // iterables give [key, value] entries
  void (*table_new)(VM *vm, Slot out);
  NativeCode adder;                                                            // the method `set` or `add`
  NODISCARD bool (*add)(VM *vm, Handle collection, Handle key, Handle value);  // what it does
} CollectionClass;

NODISCARD bool collection_construct(VM *vm, const Args *args, const CollectionClass *class, Handle prototype, Slot out);

// Constructor and prototype with its methods and toStringTag.
void collection_install(VM *vm, const Builtin *constructor, Slot prototype, const Builtin *methods, size_t count,
                        Slot out);
void install_map_and_set(VM *vm);
void install_weak_collections(VM *vm);

#endif
