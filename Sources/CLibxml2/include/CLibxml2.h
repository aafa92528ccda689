// The HTML and XML parsers of libxml2 behind a few calls, and nothing of its XPath, schemas or network parts.
//
// The library is loaded when the first page is read, not when the program starts: it brings ICU with it, a millisecond that
// a reader of plain text would pay for nothing. For that reason nothing here links it.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct hereof_document hereof_document;
typedef struct hereof_node hereof_node;

typedef enum { hereof_node_element, hereof_node_text, hereof_node_other } hereof_node_kind;

// Loads libxml2; 0 where the version these headers belong to is not installed. Call it once before the rest.
int hereof_xml_load(void);

// A page given as UTF-8, parsed with recovery, silently, off the network; NULL where nothing came of it.
hereof_document *hereof_html_parse(const uint8_t *bytes, size_t count);
// An XML file, parsed silently, off the network, without entities of its own; NULL where it is not well formed, nested too deeply or
// declares a document type, which the files of office programs never do.
hereof_document *hereof_xml_parse(const uint8_t *bytes, size_t count);
void hereof_document_free(hereof_document *document);
hereof_node *hereof_document_root(hereof_document *document);

hereof_node_kind hereof_node_get_kind(const hereof_node *node);
// An element's name; NULL for others.
const char *hereof_node_name(const hereof_node *node);
// The words of a text node as they stand, ended by zero; NULL for others.
const uint8_t *hereof_node_text_bytes(const hereof_node *node);
hereof_node *hereof_node_child(const hereof_node *node);
hereof_node *hereof_node_next(const hereof_node *node);
hereof_node *hereof_node_parent(const hereof_node *node);

// An attribute's value, to be given back to `hereof_text_free`; NULL where there is none.
char *hereof_node_attribute(hereof_node *node, const char *name);
void hereof_text_free(char *text);

// What an element's own attributes say of how it looks (CSS in `style`, and `align`), and whether it has a name or leads somewhere.
enum {
  hereof_style_bold = 1,
  hereof_style_underline = 2,
  hereof_style_italic = 4,
  hereof_style_centred = 8,
  hereof_style_named = 16,
  hereof_style_linked = 32
};
unsigned hereof_node_styles(const hereof_node *node);
// Where `words` stand in a text, in any case of letters; NULL where they do not.
const char *hereof_text_find(const char *text, const char *words);
