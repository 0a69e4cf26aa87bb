// Parsing in several threads with libcmark-gfm.
//
// libcmark-gfm keeps the characters that its extensions react to in two tables of the process, and
// switches the extensions' entries on before each parse and off after it: two parses at the same
// time disturb each other and give wrong HTML, without a crash. This target defines the function
// that does so; by the rules of ELF the library then calls this one, which switches the entries on
// once and never off.

#ifndef CMARK_THREADS_H
#define CMARK_THREADS_H

#include <stdbool.h>

/// Whether a parse has called the function of this target, so that parses may run in parallel.
///
/// It does not where the library is linked statically or on systems without symbol interposition
/// (macOS): there, parses must be serialised.
bool cmark_threads_takes_effect(void);

#endif
