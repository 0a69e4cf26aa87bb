// mimalloc, whose `malloc` stands in for the C library's wherever it is linked.
#include <mimalloc.h>
