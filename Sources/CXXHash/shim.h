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
