#define _GNU_SOURCE
#include "CMarkThreads.h"

#include <stdatomic.h>

static atomic_bool was_called;

bool cmark_threads_takes_effect(void) { return atomic_load(&was_called); }

#if defined(__ELF__)

#include <dlfcn.h>
#include <pthread.h>

typedef void (*manage_function)(void *parser, int add);

static atomic_bool done;
static pthread_mutex_t first_call = PTHREAD_MUTEX_INITIALIZER;

/// Stands in front of the library's function of this name.
///
/// Every parser of this program has the same extensions, so the first parse adds all characters.
__attribute__((visibility("default"))) void
cmark_manage_extensions_special_characters(void *parser, int add) {
  if (!add || atomic_load_explicit(&done, memory_order_acquire)) return;
  pthread_mutex_lock(&first_call);
  if (!atomic_load(&done)) {
    manage_function library_function =
        (manage_function)dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
    if (library_function) {
      library_function(parser, 1);
      atomic_store(&was_called, true);
      atomic_store_explicit(&done, true, memory_order_release);
    }
  }
  pthread_mutex_unlock(&first_call);
}

#endif
