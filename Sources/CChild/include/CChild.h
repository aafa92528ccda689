// Runs another program on bytes from memory within limits, which needs fork: Swift can neither fork nor set limits for a child.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef enum {
  hereof_child_done,
  // The program is not there.
  hereof_child_missing,
  // It took more processor time than it may.
  hereof_child_too_long,
  // It wrote more than is wanted.
  hereof_child_too_large,
  // Who watched it wanted no more of it.
  hereof_child_stopped,
  // It ended with an error, or could not be started.
  hereof_child_failed
} hereof_child_outcome;

typedef struct {
  uint8_t *bytes;
  size_t count;
} hereof_child_output;

// What the child may take: processor time in seconds, address space and output in bytes. Nothing is limited by the clock: on a busy
// machine a child may wait for minutes.
typedef struct {
  int seconds;
  size_t memory;
  size_t output;
} hereof_child_limits;

// Asked while the child runs, with what it wrote so far; anything but 0 ends it.
typedef int (*hereof_child_watch)(void *watcher, const uint8_t *bytes, size_t count);

// Runs `path` with `arguments` (the first is its name, NULL ends them), the input as its standard input, which it can seek in.
//
// It sees no other file of ours, an environment of its own, can write nothing but its output, and ends when we do. The output is to be
// freed with `hereof_child_free`, whatever the outcome.
hereof_child_outcome hereof_child_run(
    const char *path, const char *const arguments[], const uint8_t *input, size_t count, hereof_child_limits limits,
    hereof_child_watch watch, void *watcher, hereof_child_output *output);
void hereof_child_free(hereof_child_output *output);
