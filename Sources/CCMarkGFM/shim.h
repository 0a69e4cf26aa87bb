// What the Markdown module sees of cmark-gfm: its functions, and accessors that do not copy.
//
// The public accessors of a node's text (`cmark_node_get_literal` and its like) allocate a copy of
// each piece. Debian installs the library's own header of nodes, and the library's soname carries
// its exact version, so header and library always belong together; where the header is missing the
// accessors below use the public functions.

#ifndef BRIGHTPRESS_CCMARKGFM_SHIM_H
#define BRIGHTPRESS_CCMARKGFM_SHIM_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm_version.h>

#if defined(__has_include)
#if __has_include(<cmark-gfm/node.h>)
#include <cmark-gfm/node.h>
#define BP_HAS_NODE_HEADER 1
#endif
#endif

#ifndef BP_HAS_NODE_HEADER
#define BP_HAS_NODE_HEADER 0
#endif

// Types of nodes that the extensions add when they are registered.
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

#pragma clang assume_nonnull begin

/// Bytes that belong to a tree and live as long as it does.
typedef struct {
  const uint8_t *_Nullable start;
  size_t count;
} bp_bytes;

static inline bp_bytes bp_bytes_of(const char *_Nullable text) {
  bp_bytes bytes = {(const uint8_t *)text, text ? strlen(text) : 0};
  return bytes;
}

static inline uint16_t bp_type(const void *node) {
#if BP_HAS_NODE_HEADER
  return ((const cmark_node *)node)->type;
#else
  return (uint16_t)cmark_node_get_type((cmark_node *)node);
#endif
}

/// The kind of a node as a small number, the raw value of `CMarkNode.Kind` in Swift.
static inline uint8_t bp_kind(const void *node) {
  uint16_t type = bp_type(node);
  switch (type) {
  case CMARK_NODE_DOCUMENT: return 0;
  case CMARK_NODE_BLOCK_QUOTE: return 1;
  case CMARK_NODE_LIST: return 2;
  case CMARK_NODE_ITEM: return 3;
  case CMARK_NODE_CODE_BLOCK: return 4;
  case CMARK_NODE_HTML_BLOCK: return 5;
  case CMARK_NODE_PARAGRAPH: return 6;
  case CMARK_NODE_HEADING: return 7;
  case CMARK_NODE_THEMATIC_BREAK: return 8;
  case CMARK_NODE_FOOTNOTE_DEFINITION: return 9;
  case CMARK_NODE_TEXT: return 13;
  case CMARK_NODE_SOFTBREAK: return 14;
  case CMARK_NODE_LINEBREAK: return 15;
  case CMARK_NODE_CODE: return 16;
  case CMARK_NODE_HTML_INLINE: return 17;
  case CMARK_NODE_EMPH: return 18;
  case CMARK_NODE_STRONG: return 19;
  case CMARK_NODE_LINK: return 20;
  case CMARK_NODE_IMAGE: return 21;
  case CMARK_NODE_FOOTNOTE_REFERENCE: return 22;
  default: break;
  }
  if (type == CMARK_NODE_TABLE) return 10;
  if (type == CMARK_NODE_TABLE_ROW) return 11;
  if (type == CMARK_NODE_TABLE_CELL) return 12;
  if (type == CMARK_NODE_STRIKETHROUGH) return 23;
  return 24;
}

#if BP_HAS_NODE_HEADER

static inline const void *_Nullable bp_first_child(const void *node) {
  return ((const cmark_node *)node)->first_child;
}
static inline const void *_Nullable bp_last_child(const void *node) {
  return ((const cmark_node *)node)->last_child;
}
static inline const void *_Nullable bp_next(const void *node) {
  return ((const cmark_node *)node)->next;
}
static inline const void *_Nullable bp_previous(const void *node) {
  return ((const cmark_node *)node)->prev;
}
static inline const void *_Nullable bp_parent(const void *node) {
  return ((const cmark_node *)node)->parent;
}
static inline bp_bytes bp_chunk(const cmark_chunk *chunk) {
  bp_bytes bytes = {chunk->data, chunk->len > 0 ? (size_t)chunk->len : 0};
  return bytes;
}
/// The text of a text, code, HTML or code block node, the label of a footnote, its number.
static inline bp_bytes bp_literal(const void *node) {
  const cmark_node *self = (const cmark_node *)node;
  return bp_chunk(self->type == CMARK_NODE_CODE_BLOCK ? &self->as.code.literal : &self->as.literal);
}
static inline bp_bytes bp_info(const void *node) {
  return bp_chunk(&((const cmark_node *)node)->as.code.info);
}
static inline bp_bytes bp_url(const void *node) {
  return bp_chunk(&((const cmark_node *)node)->as.link.url);
}
static inline bp_bytes bp_title(const void *node) {
  return bp_chunk(&((const cmark_node *)node)->as.link.title);
}
static inline int bp_start_line(const void *node) { return ((const cmark_node *)node)->start_line; }
static inline int bp_end_line(const void *node) { return ((const cmark_node *)node)->end_line; }
static inline int bp_start_column(const void *node) {
  return ((const cmark_node *)node)->start_column;
}
static inline bool bp_is_task(const void *node) {
  return ((const cmark_node *)node)->extension != NULL;
}

#else

static inline const void *_Nullable bp_first_child(const void *node) {
  return cmark_node_first_child((cmark_node *)node);
}
static inline const void *_Nullable bp_last_child(const void *node) {
  return cmark_node_last_child((cmark_node *)node);
}
static inline const void *_Nullable bp_next(const void *node) {
  return cmark_node_next((cmark_node *)node);
}
static inline const void *_Nullable bp_previous(const void *node) {
  return cmark_node_previous((cmark_node *)node);
}
static inline const void *_Nullable bp_parent(const void *node) {
  return cmark_node_parent((cmark_node *)node);
}
static inline bp_bytes bp_literal(const void *node) {
  return bp_bytes_of(cmark_node_get_literal((cmark_node *)node));
}
static inline bp_bytes bp_info(const void *node) {
  return bp_bytes_of(cmark_node_get_fence_info((cmark_node *)node));
}
static inline bp_bytes bp_url(const void *node) {
  return bp_bytes_of(cmark_node_get_url((cmark_node *)node));
}
static inline bp_bytes bp_title(const void *node) {
  return bp_bytes_of(cmark_node_get_title((cmark_node *)node));
}
static inline int bp_start_line(const void *node) {
  return cmark_node_get_start_line((cmark_node *)node);
}
static inline int bp_end_line(const void *node) {
  return cmark_node_get_end_line((cmark_node *)node);
}
static inline int bp_start_column(const void *node) {
  return cmark_node_get_start_column((cmark_node *)node);
}
static inline bool bp_is_task(const void *node) {
  return cmark_node_get_syntax_extension((cmark_node *)node) != NULL;
}

#endif

static inline int bp_heading_level(const void *node) {
  return cmark_node_get_heading_level((cmark_node *)node);
}
static inline bool bp_list_is_ordered(const void *node) {
  return cmark_node_get_list_type((cmark_node *)node) == CMARK_ORDERED_LIST;
}
static inline int bp_list_start(const void *node) {
  return cmark_node_get_list_start((cmark_node *)node);
}
static inline bool bp_list_is_tight(const void *node) {
  return cmark_node_get_list_tight((cmark_node *)node) != 0;
}
static inline bool bp_row_is_header(const void *node) {
  return cmark_gfm_extensions_get_table_row_is_header((cmark_node *)node) != 0;
}
/// A letter for each column: `l`, `c`, `r`, or 0.
static inline bp_bytes bp_table_alignments(const void *node) {
  bp_bytes bytes = {cmark_gfm_extensions_get_table_alignments((cmark_node *)node),
                    cmark_gfm_extensions_get_table_columns((cmark_node *)node)};
  return bytes;
}

/// Whether the library that runs is the one whose headers this was compiled with.
static inline bool bp_library_matches_headers(void) {
  return cmark_version() == CMARK_GFM_VERSION;
}

/// The extensions of GitHub Flavored Markdown, attached in this order to every parser.
static const char *const bp_extension_names[] = {"table", "strikethrough", "autolink", "tasklist"};

/// Registers the extensions; to be called once, before any parser exists.
static inline bool bp_register_extensions(void) {
  cmark_gfm_core_extensions_ensure_registered();
  for (size_t i = 0; i < sizeof bp_extension_names / sizeof *bp_extension_names; i++)
    if (!cmark_find_syntax_extension(bp_extension_names[i])) return false;
  return true;
}

/// Parses a document with memory from `memory`, a `cmark_mem` that frees everything at once.
///
/// Footnotes cost two walks over the tree, and UTF-8 is looked at byte for byte: both only where
/// asked for.
static inline const void *_Nullable bp_parse(const uint8_t *_Nullable text, size_t count,
                                             bool has_footnotes, bool validates_utf8,
                                             void *memory) {
  int options = (has_footnotes ? CMARK_OPT_FOOTNOTES : 0)
                | (validates_utf8 ? CMARK_OPT_VALIDATE_UTF8 : 0);
  cmark_parser *parser = cmark_parser_new_with_mem(options, (cmark_mem *)memory);
  for (size_t i = 0; i < sizeof bp_extension_names / sizeof *bp_extension_names; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(bp_extension_names[i]);
    cmark_parser_attach_syntax_extension(parser, extension);
  }
  if (count > 0) cmark_parser_feed(parser, (const char *)text, count);
  // The parser is not freed: it lies in the same memory as its document.
  return cmark_parser_finish(parser);
}

#pragma clang assume_nonnull end

#endif
