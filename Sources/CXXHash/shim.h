// xxHash compiled into its one user: inlined, a hash of a few bytes costs no call.
#define XXH_INLINE_ALL
#include <xxhash.h>
#include <stddef.h>
#include <stdint.h>

// The two halves of a 128-bit hash.
typedef struct {
  uint64_t low;
  uint64_t high;
} bp_hash;

// XXH3's 128-bit hash. The library's own name is a macro here, which Swift does not see.
static inline bp_hash bp_hash_bytes(const void *bytes, size_t count) {
  XXH128_hash_t hash = XXH3_128bits(bytes, count);
  bp_hash halves = {hash.low64, hash.high64};
  return halves;
}

// The same hash of bytes that come in pieces.
static inline XXH3_state_t *bp_hash_begin(void) {
  XXH3_state_t *state = XXH3_createState();
  if (state) XXH3_128bits_reset(state);
  return state;
}

static inline void bp_hash_add(XXH3_state_t *state, const void *bytes, size_t count) {
  XXH3_128bits_update(state, bytes, count);
}

static inline bp_hash bp_hash_value(const XXH3_state_t *state) {
  XXH128_hash_t hash = XXH3_128bits_digest(state);
  bp_hash halves = {hash.low64, hash.high64};
  return halves;
}

static inline void bp_hash_end(XXH3_state_t *state) { XXH3_freeState(state); }
