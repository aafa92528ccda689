// PCRE2 for 8-bit code units: Swift does not import its function-like macros, so the width is fixed here.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
