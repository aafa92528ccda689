// What the program was given when it was built and when it was started.
#pragma once

// The commit that was built, or nothing where the build was not told (HEREOF_COMMIT).
const char *hereof_build_commit(void);

// Lets all threads take memory from one pool. One of its own for a thread reserves 128 MB of addresses.
void hereof_use_one_pool(void);

// The words of the command line, the program's name first. Swift reads them from /proc, which is not there in every root.
int hereof_argument_count(void);
const char *hereof_argument(int index);
