// Unicode's normal forms.
#include <stdlib.h>
#include <utf8proc.h>

// What the library gives is the caller's to free, with the C library's `free`.
static inline void bp_free(void *memory) { free(memory); }
