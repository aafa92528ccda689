#define _GNU_SOURCE
#include "CLibxml2.h"
#include <dlfcn.h>
#include <libxml/HTMLparser.h>
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
  __typeof__(&htmlReadMemory) html_read_memory;
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
  xml.html_read_memory = (__typeof__(&htmlReadMemory))dlsym(library, "htmlReadMemory");
  xml.xml_read_memory = (__typeof__(&xmlReadMemory))dlsym(library, "xmlReadMemory");
  xml.root = (__typeof__(&xmlDocGetRootElement))dlsym(library, "xmlDocGetRootElement");
  xml.attribute = (__typeof__(&xmlGetProp))dlsym(library, "xmlGetProp");
  xml.free_document = (__typeof__(&xmlFreeDoc))dlsym(library, "xmlFreeDoc");
  // xmlFree is a variable that holds a function.
  xmlFreeFunc *free_variable = (xmlFreeFunc *)dlsym(library, "xmlFree");
  if (free_variable != NULL) xml.free = *free_variable;
  return xml.html_read_memory && xml.xml_read_memory && xml.root && xml.attribute && xml.free_document && xml.free;
}

hereof_document *hereof_html_parse(const uint8_t *bytes, size_t count) {
  if (count > INT32_MAX) return NULL;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  return (hereof_document *)xml.html_read_memory((const char *)bytes, (int)count, NULL, "UTF-8", options);
}

hereof_document *hereof_xml_parse(const uint8_t *bytes, size_t count) {
  if (count > INT32_MAX) return NULL;
  int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_COMPACT;
  xmlDocPtr document = xml.xml_read_memory((const char *)bytes, (int)count, NULL, NULL, options);
  if (document != NULL && (document->intSubset != NULL || document->extSubset != NULL)) {
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

// The value of a CSS property; NULL where the style does not give it.
static const char *declared(const char *style, const char *property) {
  const char *found = strcasestr(style, property);
  if (found == NULL) return NULL;
  found += strlen(property);
  while (*found == ' ' || *found == ':') found++;
  return found;
}

static unsigned declared_styles(const char *style) {
  unsigned out = 0;
  const char *value = declared(style, "font-weight");
  if (value != NULL && (strncasecmp(value, "bold", 4) == 0 || (*value >= '6' && *value <= '9'))) out |= hereof_style_bold;
  value = declared(style, "text-decoration");
  if (value != NULL) {
    size_t length = strcspn(value, ";");
    const char *found = strcasestr(value, "underline");
    if (found != NULL && (size_t)(found - value) < length) out |= hereof_style_underline;
  }
  value = declared(style, "font-style");
  if (value != NULL && strncasecmp(value, "italic", 6) == 0) out |= hereof_style_italic;
  value = declared(style, "text-align");
  if (value != NULL && strncasecmp(value, "center", 6) == 0) out |= hereof_style_centred;
  return out;
}

unsigned hereof_node_styles(const hereof_node *node) {
  unsigned out = 0;
  for (const xmlAttr *at = ((const xmlNode *)node)->properties; at != NULL; at = at->next) {
    const char *name = (const char *)at->name;
    const char *value = at->children != NULL ? (const char *)at->children->content : NULL;
    if (value == NULL) continue;
    if (strcasecmp(name, "style") == 0) out |= declared_styles(value);
    else if (strcasecmp(name, "align") == 0 && strcasecmp(value, "center") == 0) out |= hereof_style_centred;
    else if (strcasecmp(name, "id") == 0 || strcasecmp(name, "name") == 0) out |= hereof_style_named;
    else if (strcasecmp(name, "href") == 0 && value[0] == '#') out |= hereof_style_linked;
  }
  return out;
}

void hereof_text_free(char *text) { xml.free(text); }
const char *hereof_text_find(const char *text, const char *words) { return strcasestr(text, words); }
