// GitHub's CommonMark library (cmark-gfm) behind one call: Markdown in, HTML out.
//
// The library is loaded when the first Markdown file is read, as libxml2 is for pages; nothing links it.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Loads cmark-gfm and its extensions; 0 where the version these headers belong to is not installed. Call it once before the rest.
int hereof_cmark_load(void);

// Markdown in UTF-8 as HTML, ended by zero, with tables, struck text and notes, and a line break for each line end within a paragraph;
// the place of each block in the attribute data-sourcepos (`12:1-14:80`); to be given back to `hereof_cmark_free`. NULL where memory is short.
char *hereof_cmark_html(const uint8_t *bytes, size_t count);
void hereof_cmark_free(char *html);
