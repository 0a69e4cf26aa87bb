// What libcmark-gfm needs to parse quickly in several threads.
//
// It keeps the characters that its extensions react to in two tables of the process, and switches
// the extensions' entries on before each parse and off after it: two parses at the same time
// disturb each other and give wrong HTML, without a crash. This target defines the function that
// does so; by the rules of ELF the library then calls this one, which switches the entries on once
// and never off.
//
// It also asks for memory some hundred times for a post, which is a quarter of the time of a parse.
// An arena gives it one block after the other and takes all of them back at once.

#ifndef CMARK_THREADS_H
#define CMARK_THREADS_H

#include <stdbool.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

/// Whether a parse has called the function of this target, so that parses may run in parallel.
///
/// It does not where the library is linked statically or on systems without symbol interposition
/// (macOS): there, parses must be serialised.
bool cmark_threads_takes_effect(void);

/// The memory of one document.
typedef struct cmark_arena cmark_arena;

/// Takes an arena for a document, an empty one that was used before if there is one.
cmark_arena *cmark_arena_take(void);

/// Makes this thread's documents take their memory from an arena, or from none; the one before.
cmark_arena *_Nullable cmark_arena_use(cmark_arena *_Nullable arena);

/// Gives up all memory of an arena at once.
void cmark_arena_give_back(cmark_arena *arena);

/// Functions for `cmark_parser_new_with_mem` that take memory from the arena that the thread uses:
/// a pointer to a `cmark_mem`.
void *cmark_arena_functions(void);

#pragma clang assume_nonnull end

#endif
