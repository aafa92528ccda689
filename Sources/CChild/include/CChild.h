// Runs another program on bytes from memory within limits, which needs fork: Swift can neither fork nor set limits for a child.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef enum {
  hereof_child_done,
  // The program is not there.
  hereof_child_missing,
  // It took longer or wanted more memory than it may, or wrote more than is wanted.
  hereof_child_exceeded,
  // It ended with an error, or could not be started.
  hereof_child_failed
} hereof_child_outcome;

typedef struct {
  uint8_t *bytes;
  size_t count;
} hereof_child_output;

// Runs `path` with `arguments` (the first is its name, NULL ends them), the input as its standard input, which it can seek in.
//
// It sees no other file of ours, an environment of its own, and can write nothing but its output. `seconds` limit both its time and
// the clock's; `memory` its address space, `limit` its output, in bytes. The output is to be freed with `hereof_child_free`.
hereof_child_outcome hereof_child_run(
    const char *path, const char *const arguments[], const uint8_t *input, size_t count, int seconds, size_t memory, size_t limit,
    hereof_child_output *output);
void hereof_child_free(hereof_child_output *output);
