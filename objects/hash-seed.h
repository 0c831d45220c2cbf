// objects/hash-seed.h - the secret of this process that goes into all hashes of strings and numbers, so that nobody can
// choose keys which collide.
//
// hash_mix is the multiplication of 64 by 64 bits whose halves are combined (as in wyhash and its kin).  With a
// multiplier that everybody knows, texts can be made whose first word leads to a state that the second one cancels,
// whatever the state began with; so the multipliers are secret too.  What a program does and prints never depends on
// the secret: every table whose order could be seen keeps its entries in the order of insertion.
#ifndef NODULE_OBJECTS_HASH_SEED_H
#define NODULE_OBJECTS_HASH_SEED_H

#include <stdint.h>

typedef struct HashSecret {
  uint64_t text_start, text_multiplier;  // multipliers are odd
  uint64_t number_start, number_multiplier;
} HashSecret;

extern HashSecret hash_secret;

// Before the first hash of the process: later calls change nothing.  `seed` 0: from the system's random numbers.
void hash_secret_choose(uint64_t seed);

static inline uint64_t hash_mix(uint64_t word, uint64_t multiplier) {
  unsigned __int128 product = (unsigned __int128)word * multiplier;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

// Of an integer, or of the bits of a double.
static inline uint32_t hash_number(uint64_t bits) {
  uint64_t h = hash_mix(bits ^ hash_secret.number_start, hash_secret.number_multiplier);
  return (uint32_t)(h ^ h >> 32);
}

#endif
