// The HTML parser of libxml2, and nothing of its XPath, schemas or network parts.
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

// xmlFree is a global function pointer, which Swift 6 holds unsafe.
static inline void hereof_xml_free(void *memory) { xmlFree(memory); }
