// The HTML parser of libxml2, and nothing of its XPath, schemas or network parts.
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
