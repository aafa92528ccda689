#include "program.h"

#include <malloc.h>

static int argument_count;
static char **arguments;

// The GNU C library hands the command line to what runs before main.
__attribute__((constructor)) static void keep_arguments(int count, char **words) {
  argument_count = count;
  arguments = words;
}

const char *hereof_build_commit(void) { return HEREOF_COMMIT; }

void hereof_use_one_pool(void) { mallopt(M_ARENA_MAX, 1); }

int hereof_argument_count(void) { return argument_count; }

const char *hereof_argument(int index) { return index >= 0 && index < argument_count ? arguments[index] : 0; }
