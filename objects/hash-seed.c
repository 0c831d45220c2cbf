// objects/hash-seed.c - see hash-seed.h.
#include "objects/hash-seed.h"

#include <stdbool.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/random.h>

HashSecret hash_secret;

// SplitMix64: one number after the other from a state.
static uint64_t next_number(uint64_t *state) {
  uint64_t z = *state += 0x9E3779B97F4A7C15u;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

static void secret_from_seed(uint64_t seed) {
  hash_secret.text_start = next_number(&seed);
  hash_secret.text_multiplier = next_number(&seed);
  hash_secret.number_start = next_number(&seed);
  hash_secret.number_multiplier = next_number(&seed);
}

// Early after the start of the machine there may be none yet; the kernel gives each process 16 random bytes all the
// same.
static void secret_from_system(void) {
  if (getrandom(&hash_secret, sizeof hash_secret, GRND_NONBLOCK) == (ssize_t)sizeof hash_secret) return;
  uint64_t halves[2] = {0};
  const void *bytes = (const void *)getauxval(AT_RANDOM);
  if (bytes) memcpy(halves, bytes, sizeof halves);
  secret_from_seed(halves[0] ^ (halves[1] << 32 | halves[1] >> 32));
}

void hash_secret_choose(uint64_t seed) {
  static bool chosen;
  if (chosen) return;
  chosen = true;
  if (seed != 0) secret_from_seed(seed);
  else secret_from_system();
  hash_secret.text_multiplier |= 1;
  hash_secret.number_multiplier |= 1;
}
