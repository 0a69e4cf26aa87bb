#include "CMemory.h"

#ifdef __linux__
#include <stdlib.h>  // Says whether this is glibc.
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

void memory_keep_freed(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
}
