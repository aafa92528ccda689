#define _GNU_SOURCE
#include "CCmark.h"
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm_version.h>
#include <dlfcn.h>

static struct {
  __typeof__(&cmark_gfm_core_extensions_ensure_registered) ensure;
  __typeof__(&cmark_find_syntax_extension) find;
  __typeof__(&cmark_parser_new) parser_new;
  __typeof__(&cmark_parser_attach_syntax_extension) attach;
  __typeof__(&cmark_parser_feed) feed;
  __typeof__(&cmark_parser_finish) finish;
  __typeof__(&cmark_parser_free) parser_free;
  __typeof__(&cmark_parser_get_syntax_extensions) extensions;
  __typeof__(&cmark_render_html) render;
  __typeof__(&cmark_node_free) node_free;
  __typeof__(&cmark_get_default_mem_allocator) memory;
} cmark;

int hereof_cmark_load(void) {
  void *library = dlopen("libcmark-gfm.so." CMARK_GFM_VERSION_STRING, RTLD_NOW | RTLD_GLOBAL);
  void *extensions = dlopen("libcmark-gfm-extensions.so." CMARK_GFM_VERSION_STRING, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL || extensions == NULL) return 0;
#define TAKE(from, field, name) \
  cmark.field = (__typeof__(cmark.field))dlsym(from, name); \
  if (cmark.field == NULL) return 0
  TAKE(extensions, ensure, "cmark_gfm_core_extensions_ensure_registered");
  TAKE(library, find, "cmark_find_syntax_extension");
  TAKE(library, parser_new, "cmark_parser_new");
  TAKE(library, attach, "cmark_parser_attach_syntax_extension");
  TAKE(library, feed, "cmark_parser_feed");
  TAKE(library, finish, "cmark_parser_finish");
  TAKE(library, parser_free, "cmark_parser_free");
  TAKE(library, extensions, "cmark_parser_get_syntax_extensions");
  TAKE(library, render, "cmark_render_html");
  TAKE(library, node_free, "cmark_node_free");
  TAKE(library, memory, "cmark_get_default_mem_allocator");
  cmark.ensure();
  return 1;
}

char *hereof_cmark_html(const uint8_t *bytes, size_t count) {
  // HTML of the file's own stays: it is read by a parser that runs nothing.
  int options = CMARK_OPT_UNSAFE | CMARK_OPT_SOURCEPOS | CMARK_OPT_HARDBREAKS | CMARK_OPT_FOOTNOTES;
  cmark_parser *parser = cmark.parser_new(options);
  if (parser == NULL) return NULL;
  const char *names[] = {"table", "strikethrough", "tasklist"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    cmark_syntax_extension *extension = cmark.find(names[i]);
    if (extension != NULL) cmark.attach(parser, extension);
  }
  cmark.feed(parser, (const char *)bytes, count);
  cmark_node *document = cmark.finish(parser);
  char *html = cmark.render(document, options, cmark.extensions(parser));
  cmark.node_free(document);
  cmark.parser_free(parser);
  return html;
}

void hereof_cmark_free(char *html) { cmark.memory()->free(html); }
