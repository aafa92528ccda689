// What the build was told about itself.
#pragma once

// The commit that was built, or nothing where the build was not told (HEREOF_COMMIT).
const char *hereof_build_commit(void);
