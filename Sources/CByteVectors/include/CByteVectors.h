#ifndef CBYTEVECTORS_H
#define CBYTEVECTORS_H

// Sixteen bytes compared at once, in one instruction on every processor of today.
//
// Swift's own SIMD16 compares byte by byte (6.3: a loop over the lanes for each `.==`); the compiler's
// vector types, seen through these functions, do not, and they need no intrinsics of a processor.

#include <stdint.h>
#include <string.h>

/// Sixteen bytes; Swift sees `SIMD16<UInt8>`.
typedef uint8_t byte_vector __attribute__((ext_vector_type(16)));

/// The two halves of a vector, the first bytes in the lower bits.
typedef struct {
  uint64_t low;
  uint64_t high;
} byte_vector_words;

/// 0xFF for each byte that equals another one, and 0 for the others.
static inline byte_vector byte_vector_equal(byte_vector vector, uint8_t byte) {
  return (byte_vector)(vector == (byte_vector)byte);
}

/// 0xFF for each byte that is below another one, and 0 for the others.
static inline byte_vector byte_vector_below(byte_vector vector, uint8_t byte) {
  return (byte_vector)(vector < (byte_vector)byte);
}

/// 0xFF for each byte that is not below another one, and 0 for the others.
static inline byte_vector byte_vector_from(byte_vector vector, uint8_t byte) {
  return (byte_vector)(vector >= (byte_vector)byte);
}

/// What is in either.
static inline byte_vector byte_vector_or(byte_vector left, byte_vector right) {
  return left | right;
}

/// What is in both.
static inline byte_vector byte_vector_and(byte_vector left, byte_vector right) {
  return left & right;
}

/// What is in the first and not in the second.
static inline byte_vector byte_vector_without(byte_vector left, byte_vector right) {
  return left & ~right;
}

/// The vector as two numbers, of which the lower has the first eight bytes.
static inline byte_vector_words byte_vector_halves(byte_vector vector) {
  byte_vector_words words;
  memcpy(&words, &vector, sizeof words);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  words.low = __builtin_bswap64(words.low);
  words.high = __builtin_bswap64(words.high);
#endif
  return words;
}

#endif
