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
// `is_cut` says whether it nests elements deeper than is read (8000), and what follows is missing.
hereof_document *hereof_html_parse(const uint8_t *bytes, size_t count, int *is_cut);
// An XML file, parsed silently, off the network, without entities of its own; NULL where it is not well formed, nested too deeply or
// declares a document type, which the files of office programs never do. With `recovers`, what our own programs write is taken as far as
// it goes.
hereof_document *hereof_xml_parse(const uint8_t *bytes, size_t count, int recovers);
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

// How an element looks and whether it is shown, a bit each.
enum {
  hereof_style_bold = 1 << 0,
  hereof_style_underline = 1 << 1,
  hereof_style_italic = 1 << 2,
  hereof_style_centred = 1 << 3,
  // Whether it has a name, leads to a place of the page, has a class.
  hereof_style_named = 1 << 4,
  hereof_style_linked = 1 << 5,
  hereof_style_classed = 1 << 6,
  hereof_style_struck = 1 << 7,
  hereof_style_hidden = 1 << 8,
  // `display`: a box of its own, within a line, or set apart within a line.
  hereof_style_block = 1 << 9,
  hereof_style_inline = 1 << 10,
  hereof_style_set_apart = 1 << 11,
  // Room at its left or right.
  hereof_style_gap_before = 1 << 12,
  hereof_style_gap_after = 1 << 13,
  hereof_style_page_before = 1 << 14,
  hereof_style_page_after = 1 << 15,
  // Fonts whose letters are signs.
  hereof_style_symbol = 1 << 16,
  hereof_style_wingdings = 1 << 17,
  hereof_style_wingdings2 = 1 << 18,
  hereof_style_webdings = 1 << 19,
  hereof_style_dingbats = 1 << 20,
  hereof_style_numberless = 1 << 21,
  // Line ends of the file are line ends of the page: `white-space: pre-line`.
  hereof_style_lines = 1 << 22,
  // Set above or below the line.
  hereof_style_raised = 1 << 23,
  hereof_style_lowered = 1 << 24,
  // A box whose children stand side by side.
  hereof_style_row = 1 << 25,
  // `visibility: hidden`: not shown, and yet in its place: its list counts it.
  hereof_style_invisible = 1 << 26,
  // `font-size: 0`: what is in it is not shown unless it has a size of its own.
  hereof_style_sizeless = 1 << 27
};

// The bits that something says about, and those of them that are on: `display: inline` says hidden, and not on.
typedef struct {
  unsigned said;
  unsigned on;
} hereof_styles;

// What CSS declarations say, over what was said before: `font-weight: bold; display: none`.
void hereof_styles_declare(hereof_styles *out, const char *declarations, size_t count);
// What an element's own attributes say (`style`, `align`, `face`, `hidden`), over what was said before.
hereof_styles hereof_node_styles(const hereof_node *node, hereof_styles before);
