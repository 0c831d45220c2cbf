// heap/policy.h - what allocation asks of the policy in collect.c.
#ifndef NODULE_HEAP_POLICY_H
#define NODULE_HEAP_POLICY_H

#include "heap/heap-internal.h"

void policy_set_old_limit(Heap *heap);  // from the size of the old generation
// Each makes room in its way, or ends the program with the report.
void policy_collect_young(Heap *heap);
void policy_collect_fully(Heap *heap, const char *collector_reason);
void policy_last_resort(Heap *heap);
void policy_stress(Heap *heap);  // called at every allocation in stress mode

#endif
