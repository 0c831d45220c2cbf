// heap/policy.h - what allocation asks of the policy in policy.c.
#ifndef NODULE_HEAP_POLICY_H
#define NODULE_HEAP_POLICY_H

#include "heap/heap-internal.h"

void policy_set_old_limit(Heap *heap);  // from the size of the old generation
// Whether an allocation outside new space has to wait for a full collection.  While incremental marking goes on, the
// limit is further away.  `bytes`: of a large object, which would make a step beyond the limit.
bool policy_limit_reached(const Heap *heap, size_t bytes);
// Before an allocation in new space that the inline path did not do, and before one outside new space: steps of
// incremental marking, its end, its start.
void policy_before_young(Heap *heap, size_t bytes);
void policy_before_old(Heap *heap, size_t bytes);
void policy_after_scavenge(Heap *heap);  // marking may be due; the next step is at another place
// Each makes room in its way, or ends the program with the report.
void policy_collect_young(Heap *heap);
void policy_collect_fully(Heap *heap, const char *collector_reason);
void policy_last_resort(Heap *heap);
void policy_stress(Heap *heap);  // called at every allocation in stress mode

#endif
