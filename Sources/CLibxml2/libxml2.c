#define _GNU_SOURCE
#include "CLibxml2.h"
#include <ctype.h>
#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

// 2.14 changed the layout of its structures, and with it the name of the library.
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

static struct {
  __typeof__(&htmlNewParserCtxt) html_new;
  __typeof__(&htmlCtxtReadMemory) html_read;
  __typeof__(&htmlFreeParserCtxt) html_free;
  __typeof__(&xmlSAX2StartElement) start_element;
  __typeof__(&xmlStopParser) stop;
  __typeof__(&xmlReadMemory) xml_read_memory;
  __typeof__(&xmlDocGetRootElement) root;
  __typeof__(&xmlGetProp) attribute;
  __typeof__(&xmlFreeDoc) free_document;
  xmlFreeFunc free;
} xml;

int hereof_xml_load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return 0;
  // Once, before threads do it each for themselves.
  void (*start)(void) = (void (*)(void))dlsym(library, "xmlInitParser");
  if (start != NULL) start();
  xml.html_new = (__typeof__(&htmlNewParserCtxt))dlsym(library, "htmlNewParserCtxt");
  xml.html_read = (__typeof__(&htmlCtxtReadMemory))dlsym(library, "htmlCtxtReadMemory");
  xml.html_free = (__typeof__(&htmlFreeParserCtxt))dlsym(library, "htmlFreeParserCtxt");
  xml.start_element = (__typeof__(&xmlSAX2StartElement))dlsym(library, "xmlSAX2StartElement");
  xml.stop = (__typeof__(&xmlStopParser))dlsym(library, "xmlStopParser");
  xml.xml_read_memory = (__typeof__(&xmlReadMemory))dlsym(library, "xmlReadMemory");
  xml.root = (__typeof__(&xmlDocGetRootElement))dlsym(library, "xmlDocGetRootElement");
  xml.attribute = (__typeof__(&xmlGetProp))dlsym(library, "xmlGetProp");
  xml.free_document = (__typeof__(&xmlFreeDoc))dlsym(library, "xmlFreeDoc");
  // xmlFree is a variable that holds a function.
  xmlFreeFunc *free_variable = (xmlFreeFunc *)dlsym(library, "xmlFree");
  if (free_variable != NULL) xml.free = *free_variable;
  return xml.html_new && xml.html_read && xml.html_free && xml.start_element && xml.stop && xml.xml_read_memory && xml.root && xml.attribute && xml.free_document && xml.free;
}

// More open elements than this are no page's: looking through them at each tag that closes none would take hours.
enum { most_open_elements = 8000 };

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr parser = context;
  if (parser->nodeNr >= most_open_elements) {
    xml.stop(parser);
    return;
  }
  xml.start_element(parser, name, attributes);
}

hereof_document *hereof_html_parse(const uint8_t *bytes, size_t count, int *is_cut) {
  *is_cut = 0;
  if (count > INT32_MAX) return NULL;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlParserCtxtPtr context = xml.html_new();
  if (context == NULL) return NULL;
  // Without it the parser stops at 256 open elements, which <PAGE> tags that are never closed make of any long filing.
  context->options |= XML_PARSE_HUGE;
  if (context->sax != NULL) context->sax->startElement = start_element;
  htmlDocPtr document = xml.html_read(context, (const char *)bytes, (int)count, NULL, "UTF-8", options | XML_PARSE_HUGE);
  *is_cut = context->disableSAX != 0;
  xml.html_free(context);
  return (hereof_document *)document;
}

// Elements of an XML file are read by functions that call themselves; no office program nests them deeper than this.
enum { most_nested_elements = 400 };

static int is_nested_too_deeply(const xmlNode *root) {
  int depth = 0;
  for (const xmlNode *node = root; node != NULL;) {
    if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
      if (++depth > most_nested_elements) return 1;
      node = node->children;
      continue;
    }
    while (node != root && node->next == NULL) {
      node = node->parent;
      depth--;
    }
    if (node == root) return 0;
    node = node->next;
  }
  return 0;
}

hereof_document *hereof_xml_parse(const uint8_t *bytes, size_t count, int recovers) {
  if (count > INT32_MAX) return NULL;
  int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_HUGE;
  if (recovers) options |= XML_PARSE_RECOVER;
  xmlDocPtr document = xml.xml_read_memory((const char *)bytes, (int)count, NULL, NULL, options);
  if (!recovers && document != NULL && (document->intSubset != NULL || document->extSubset != NULL)) {
    xml.free_document(document);
    return NULL;
  }
  if (document != NULL && is_nested_too_deeply(xml.root(document))) {
    xml.free_document(document);
    return NULL;
  }
  return (hereof_document *)document;
}

void hereof_document_free(hereof_document *document) { xml.free_document((xmlDocPtr)document); }
hereof_node *hereof_document_root(hereof_document *document) { return (hereof_node *)xml.root((xmlDocPtr)document); }

hereof_node_kind hereof_node_get_kind(const hereof_node *node) {
  switch (((const xmlNode *)node)->type) {
    case XML_ELEMENT_NODE: return hereof_node_element;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return hereof_node_text;
    default: return hereof_node_other;
  }
}

const char *hereof_node_name(const hereof_node *node) {
  const xmlNode *at = (const xmlNode *)node;
  return at->type == XML_ELEMENT_NODE ? (const char *)at->name : NULL;
}

const uint8_t *hereof_node_text_bytes(const hereof_node *node) {
  return hereof_node_get_kind(node) == hereof_node_text ? ((const xmlNode *)node)->content : NULL;
}

hereof_node *hereof_node_child(const hereof_node *node) { return (hereof_node *)((const xmlNode *)node)->children; }
hereof_node *hereof_node_next(const hereof_node *node) { return (hereof_node *)((const xmlNode *)node)->next; }
hereof_node *hereof_node_parent(const hereof_node *node) { return (hereof_node *)((const xmlNode *)node)->parent; }

char *hereof_node_attribute(hereof_node *node, const char *name) {
  return (char *)xml.attribute((const xmlNode *)node, (const xmlChar *)name);
}

// MARK: Styles

typedef struct {
  const char *start;
  size_t count;
} words;

static int is(words text, const char *word) { return text.count == strlen(word) && strncasecmp(text.start, word, text.count) == 0; }
static int begins(words text, const char *word) {
  return text.count >= strlen(word) && strncasecmp(text.start, word, strlen(word)) == 0;
}
static int has(words text, const char *word) {
  size_t length = strlen(word);
  for (size_t i = 0; i + length <= text.count; i++) {
    if (strncasecmp(text.start + i, word, length) == 0) return 1;
  }
  return 0;
}

static words trimmed(const char *start, const char *end) {
  while (start < end && isspace((unsigned char)*start)) start++;
  while (end > start && isspace((unsigned char)end[-1])) end--;
  return (words){start, (size_t)(end - start)};
}

// A length that is more than nothing: `28.5pt`, not `0`, `0in` or a negative one.
static int is_wide(words value) {
  if (value.count == 0 || value.start[0] == '-') return 0;
  for (size_t i = 0; i < value.count && value.start[i] != ' '; i++) {
    if (value.start[i] >= '1' && value.start[i] <= '9') return 1;
  }
  return 0;
}

// The last of up to four lengths that stands for one side: `0 0 0 24pt` is the left one (CSS Box Model, 4.2).
static words side(words value, int left) {
  words parts[4];
  int count = 0;
  const char *end = value.start + value.count;
  for (const char *at = value.start; at < end && count < 4;) {
    const char *start = at;
    while (at < end && !isspace((unsigned char)*at)) at++;
    parts[count++] = (words){start, (size_t)(at - start)};
    while (at < end && isspace((unsigned char)*at)) at++;
  }
  if (count == 0) return (words){value.start, 0};
  return count == 1 ? parts[0] : count == 4 && left ? parts[3] : parts[1];
}

static unsigned font(words value) {
  if (has(value, "wingdings 2")) return hereof_style_wingdings2;
  if (has(value, "wingdings")) return hereof_style_wingdings;
  if (has(value, "webdings")) return hereof_style_webdings;
  if (has(value, "dingbats")) return hereof_style_dingbats;
  return begins(value, "symbol") || begins(value, "'symbol") || begins(value, "\"symbol") ? hereof_style_symbol : 0;
}

static void set(hereof_styles *out, unsigned mask, unsigned value) {
  out->said |= mask;
  out->on = (out->on & ~mask) | (value & mask);
}

static void declare(hereof_styles *out, words name, words value) {
  if (is(name, "font-weight")) {
    set(out, hereof_style_bold, begins(value, "bold") || (value.count > 0 && value.start[0] >= '6' && value.start[0] <= '9') ? hereof_style_bold : 0);
  } else if (is(name, "font-style")) {
    set(out, hereof_style_italic, begins(value, "italic") || begins(value, "oblique") ? hereof_style_italic : 0);
  } else if (is(name, "text-decoration") || is(name, "text-decoration-line")) {
    set(out, hereof_style_underline | hereof_style_struck,
        (has(value, "underline") ? hereof_style_underline : 0) | (has(value, "line-through") ? hereof_style_struck : 0));
  } else if (is(name, "text-align")) {
    set(out, hereof_style_centred, begins(value, "center") ? hereof_style_centred : 0);
  } else if (is(name, "display")) {
    unsigned kind = begins(value, "none") ? hereof_style_hidden
        : begins(value, "inline-block") || begins(value, "inline-flex") || begins(value, "inline-table") || begins(value, "table-cell") ? hereof_style_set_apart
        : begins(value, "inline") || begins(value, "contents") ? hereof_style_inline
        : begins(value, "block") || begins(value, "flex") || begins(value, "grid") || begins(value, "list-item") ? hereof_style_block : 0;
    if (begins(value, "flex") || begins(value, "grid") || begins(value, "inline-flex") || begins(value, "inline-grid")) kind |= hereof_style_row;
    set(out, hereof_style_hidden | hereof_style_inline | hereof_style_block | hereof_style_set_apart | hereof_style_row, kind);
  } else if (is(name, "visibility")) {
    set(out, hereof_style_invisible, begins(value, "hidden") || begins(value, "collapse") ? hereof_style_invisible : 0);
  } else if (is(name, "font-size")) {
    int isZero = value.count > 0 && value.start[0] == '0' && !is_wide(value);
    set(out, hereof_style_sizeless, isZero ? hereof_style_sizeless : 0);
  } else if (is(name, "float")) {
    if (begins(value, "left") || begins(value, "right")) set(out, hereof_style_set_apart, hereof_style_set_apart);
  } else if (is(name, "white-space")) {
    set(out, hereof_style_lines, begins(value, "pre") || begins(value, "break-spaces") ? hereof_style_lines : 0);
  } else if (is(name, "vertical-align")) {
    unsigned heights = hereof_style_raised | hereof_style_lowered;
    if (begins(value, "super")) set(out, heights, hereof_style_raised);
    if (begins(value, "sub")) set(out, heights, hereof_style_lowered);
  } else if (is(name, "top")) {
    // `position: relative; top: -3.5pt`
    if (value.count > 1 && value.start[0] == '-') set(out, hereof_style_raised, hereof_style_raised);
  } else if (is(name, "font-family") || is(name, "font")) {
    unsigned fonts = hereof_style_wingdings | hereof_style_wingdings2 | hereof_style_webdings | hereof_style_dingbats | hereof_style_symbol;
    unsigned kind = font(value);
    if (is(name, "font-family") || kind != 0) set(out, fonts, kind);
  } else if (is(name, "padding-left") || is(name, "margin-left") || is(name, "left")) {
    if (is_wide(value)) set(out, hereof_style_gap_before, hereof_style_gap_before);
  } else if (is(name, "padding-right") || is(name, "margin-right")) {
    if (is_wide(value)) set(out, hereof_style_gap_after, hereof_style_gap_after);
  } else if (is(name, "padding") || is(name, "margin")) {
    if (is_wide(side(value, 1))) set(out, hereof_style_gap_before, hereof_style_gap_before);
    if (is_wide(side(value, 0))) set(out, hereof_style_gap_after, hereof_style_gap_after);
  } else if (is(name, "page-break-before") || is(name, "break-before")) {
    set(out, hereof_style_page_before, begins(value, "always") || begins(value, "page") ? hereof_style_page_before : 0);
  } else if (is(name, "page-break-after") || is(name, "break-after")) {
    set(out, hereof_style_page_after, begins(value, "always") || begins(value, "page") ? hereof_style_page_after : 0);
  } else if (is(name, "list-style-type") || is(name, "list-style")) {
    set(out, hereof_style_numberless, has(value, "none") ? hereof_style_numberless : 0);
  }
}

void hereof_styles_declare(hereof_styles *out, const char *declarations, size_t count) {
  const char *end = declarations + count;
  for (const char *at = declarations; at < end;) {
    const char *stop = memchr(at, ';', (size_t)(end - at));
    if (stop == NULL) stop = end;
    const char *colon = memchr(at, ':', (size_t)(stop - at));
    if (colon != NULL) declare(out, trimmed(at, colon), trimmed(colon + 1, stop));
    at = stop + 1;
  }
}

hereof_styles hereof_node_styles(const hereof_node *node, hereof_styles before) {
  hereof_styles out = before;
  const char *style = NULL;
  for (const xmlAttr *at = ((const xmlNode *)node)->properties; at != NULL; at = at->next) {
    const char *name = (const char *)at->name;
    const char *value = at->children != NULL ? (const char *)at->children->content : NULL;
    if (strcasecmp(name, "hidden") == 0) set(&out, hereof_style_hidden, hereof_style_hidden);
    if (value == NULL) continue;
    if (strcasecmp(name, "style") == 0) style = value;
    else if (strcasecmp(name, "align") == 0)
      set(&out, hereof_style_centred, strcasecmp(value, "center") == 0 ? hereof_style_centred : 0);
    else if (strcasecmp(name, "id") == 0 || strcasecmp(name, "name") == 0) set(&out, hereof_style_named, hereof_style_named);
    else if (strcasecmp(name, "href") == 0 && value[0] == '#') set(&out, hereof_style_linked, hereof_style_linked);
    else if (strcasecmp(name, "face") == 0) declare(&out, (words){"font-family", 11}, (words){value, strlen(value)});
    else if (strcasecmp(name, "class") == 0) set(&out, hereof_style_classed, hereof_style_classed);
  }
  // What the style says counts more than what the attributes do.
  if (style != NULL) hereof_styles_declare(&out, style, strlen(style));
  return out;
}

void hereof_text_free(char *text) { xml.free(text); }
