#include "build.h"

const char *hereof_build_commit(void) { return HEREOF_COMMIT; }
