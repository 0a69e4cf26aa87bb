/* The least that any generator has to do: read every post, let libcmark-gfm make HTML of it, put a fixed
 * page around it, and write it. No front matter is read, no list made, no link looked at.
 *
 *   bound POSTS OUTPUT THREADS
 *
 * The library's extensions change tables of the whole process around every parse; interposing the function
 * that does it, as Brightpress does, is what lets two threads parse at once.
 */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "page.h"

static char **paths;
static size_t path_count, path_capacity;
static atomic_size_t next_path;
static const char *posts, *output;
static cmark_syntax_extension *extensions[4];

/* Switches the extensions' characters on once, and never off again. */
void cmark_manage_extensions_special_characters(cmark_parser *parser, int add) {
  static atomic_flag done = ATOMIC_FLAG_INIT;
  if (!add || atomic_flag_test_and_set(&done)) return;
  void (*real)(cmark_parser *, int) =
      (void (*)(cmark_parser *, int))dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
  real(parser, 1);
}

static void fail(const char *what) {
  perror(what);
  exit(3);
}

static int collect(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status;
  (void)place;
  size_t length = strlen(path);
  if (kind != FTW_F || length < 4 || strcmp(path + length - 3, ".md") != 0) return 0;
  if (path_count == path_capacity) {
    path_capacity = path_capacity ? path_capacity * 2 : 4096;
    paths = realloc(paths, path_capacity * sizeof *paths);
    if (!paths) fail("realloc");
  }
  paths[path_count++] = strdup(path);
  return 0;
}

/* The text behind the front matter. */
static const char *body(const char *text) {
  if (strncmp(text, "---\n", 4) != 0) return text;
  const char *end = strstr(text + 4, "\n---\n");
  return end ? end + 5 : text;
}

static char *contents(const char *path, size_t *count) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) fail(path);
  char *text = malloc((size_t)status.st_size + 1);
  ssize_t got = read(file, text, (size_t)status.st_size);
  if (got < 0) fail(path);
  close(file);
  text[got] = 0;
  *count = (size_t)got;
  return text;
}

static char *rendered(const char *text, size_t count) {
  int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
  cmark_parser *parser = cmark_parser_new(options);
  for (int index = 0; index < 4; index++) cmark_parser_attach_syntax_extension(parser, extensions[index]);
  cmark_parser_feed(parser, text, count);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(document);
  cmark_parser_free(parser);
  return html;
}

static void write_page(const char *path, const char *html) {
  char target[PATH_MAX];
  const char *name = path + strlen(posts) + 1;
  int length = snprintf(target, sizeof target, "%s/%.*s", output, (int)strlen(name) - 3, name);
  if (mkdir(target, 0755) != 0 && errno != EEXIST) fail(target);
  snprintf(target + length, sizeof target - (size_t)length, "/index.html");
  size_t before = sizeof page_before - 1, inner = strlen(html), after = sizeof page_after - 1;
  char *page = malloc(before + inner + after);
  memcpy(page, page_before, before);
  memcpy(page + before, html, inner);
  memcpy(page + before + inner, page_after, after);
  int file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || write(file, page, before + inner + after) < 0 || close(file) != 0) fail(target);
  free(page);
}

static void *work(void *unused) {
  (void)unused;
  size_t index;
  while ((index = atomic_fetch_add(&next_path, 1)) < path_count) {
    size_t count;
    char *text = contents(paths[index], &count);
    const char *start = body(text);
    char *html = rendered(start, count - (size_t)(start - text));
    write_page(paths[index], html);
    free(html);
    free(text);
  }
  return NULL;
}

static int make_folder(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status;
  (void)place;
  if (kind != FTW_D) return 0;
  char target[PATH_MAX];
  snprintf(target, sizeof target, "%s%s", output, path + strlen(posts));
  if (mkdir(target, 0755) != 0 && errno != EEXIST) fail(target);
  return 0;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: bound POSTS OUTPUT THREADS\n");
    return 2;
  }
  posts = arguments[1];
  output = arguments[2];
  int threads = atoi(arguments[3]);
  const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_gfm_core_extensions_ensure_registered();
  for (int index = 0; index < 4; index++) extensions[index] = cmark_find_syntax_extension(names[index]);
  if (nftw(posts, make_folder, 16, FTW_PHYS) != 0 || nftw(posts, collect, 16, FTW_PHYS) != 0) fail(posts);
  free(rendered("~~x~~\n", 6)); /* Writes the tables before there is a second thread. */
  pthread_t others[64];
  if (threads < 1 || threads > 64) threads = 1;
  for (int index = 1; index < threads; index++) pthread_create(&others[index], NULL, work, NULL);
  work(NULL);
  for (int index = 1; index < threads; index++) pthread_join(others[index], NULL);
  return 0;
}
