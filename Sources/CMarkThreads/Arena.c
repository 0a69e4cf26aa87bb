#include "CMarkThreads.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// What a chunk has at first, enough for an ordinary post, and what an arena keeps for its next one.
#define FIRST_CHUNK_SIZE ((size_t)512 * 1024)
// Every block begins at a multiple of this, behind a word with its size.
#define ALIGNMENT sizeof(uint64_t)

typedef struct chunk {
  struct chunk *previous;
  size_t size;
  size_t used;
  uint64_t blocks[];
} chunk;

struct cmark_arena {
  chunk *current;
  cmark_arena *next_free;
};

static _Thread_local cmark_arena *thread_arena;

static pthread_mutex_t free_arenas_lock = PTHREAD_MUTEX_INITIALIZER;
static cmark_arena *free_arenas;

static void *or_abort(void *memory) {
  // As the library itself does: there is no way back from the middle of a parse.
  if (!memory) abort();
  return memory;
}

static cmark_arena *used_arena(void) { return or_abort(thread_arena); }

static chunk *new_chunk(size_t size, chunk *previous) {
  chunk *result = or_abort(malloc(sizeof(chunk) + size));
  result->previous = previous;
  result->size = size;
  result->used = 0;
  return result;
}

static uint8_t *bytes_of(chunk *part) { return (uint8_t *)part->blocks; }

static uint64_t *size_of(void *block) { return (uint64_t *)block - 1; }

static void *allocate(size_t size) {
  cmark_arena *arena = used_arena();
  if (size > SIZE_MAX / 4) abort();
  size_t rounded = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  size_t needed = rounded + ALIGNMENT;
  chunk *part = arena->current;
  if (needed > part->size - part->used) {
    size_t doubled = part->size * 2;
    part = arena->current = new_chunk(needed > doubled ? needed : doubled, part);
  }
  uint8_t *block = bytes_of(part) + part->used + ALIGNMENT;
  part->used += needed;
  *size_of(block) = rounded;
  return block;
}

/// Whether a block is the last of its arena, so that it can grow or go.
static bool is_last(chunk *part, void *block) {
  return (uint8_t *)block + *size_of(block) == bytes_of(part) + part->used;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(allocate(count * size), 0, count * size);
}

static void arena_free(void *block) {
  if (!block) return;
  chunk *part = used_arena()->current;
  if (is_last(part, block)) part->used -= *size_of(block) + ALIGNMENT;
}

static void *arena_realloc(void *block, size_t size) {
  if (!block) return allocate(size);
  size_t old_size = *size_of(block);
  if (size <= old_size) return block;
  chunk *part = used_arena()->current;
  size_t growth = ((size + ALIGNMENT - 1) & ~(ALIGNMENT - 1)) - old_size;
  if (is_last(part, block) && growth <= part->size - part->used) {
    part->used += growth;
    *size_of(block) += growth;
    return block;
  }
  return memcpy(allocate(size), block, old_size);
}

// The layout of `cmark_mem`.
static struct {
  void *(*calloc)(size_t, size_t);
  void *(*realloc)(void *, size_t);
  void (*free)(void *);
} functions = {arena_calloc, arena_realloc, arena_free};

void *cmark_arena_functions(void) { return &functions; }

cmark_arena *cmark_arena_use(cmark_arena *arena) {
  cmark_arena *previous = thread_arena;
  thread_arena = arena;
  return previous;
}

cmark_arena *cmark_arena_take(void) {
  pthread_mutex_lock(&free_arenas_lock);
  cmark_arena *arena = free_arenas;
  if (arena) free_arenas = arena->next_free;
  pthread_mutex_unlock(&free_arenas_lock);
  if (arena) return arena;
  arena = or_abort(malloc(sizeof(cmark_arena)));
  arena->current = new_chunk(FIRST_CHUNK_SIZE, NULL);
  return arena;
}

void cmark_arena_give_back(cmark_arena *arena) {
  while (arena->current->previous) {
    chunk *previous = arena->current->previous;
    free(arena->current);
    arena->current = previous;
  }
  arena->current->used = 0;
  pthread_mutex_lock(&free_arenas_lock);
  arena->next_free = free_arenas;
  free_arenas = arena;
  pthread_mutex_unlock(&free_arenas_lock);
}
