#define _GNU_SOURCE
#include "CChild.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void limit_to(int resource, rlim_t value) {
  struct rlimit limits = {value, value};
  setrlimit(resource, &limits);
}

// In the child, between fork and exec: only calls that are safe there.
static void become(
    const char *path, const char *const arguments[], int input, int output, int failure, hereof_child_limits limits) {
  static char *const environment[] = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent", NULL};
  int nowhere = open("/dev/null", O_WRONLY);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(nowhere, 2) < 0) _exit(126);
  // The pipe that tells of a failure closes itself when the program starts.
  for (int descriptor = 3; descriptor < 256; descriptor++) {
    if (descriptor != failure) close(descriptor);
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit_to(RLIMIT_CPU, (rlim_t)limits.seconds);
  limit_to(RLIMIT_AS, limits.memory);
  limit_to(RLIMIT_FSIZE, 0);
  limit_to(RLIMIT_CORE, 0);
  signal(SIGPIPE, SIG_DFL);
  execve(path, (char *const *)arguments, environment);
  int reason = errno;
  ssize_t ignored = write(failure, &reason, sizeof reason);
  (void)ignored;
  _exit(127);
}

static int put_all(int descriptor, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return 0;
    bytes += written;
    count -= (size_t)written;
  }
  return lseek(descriptor, 0, SEEK_SET) == 0;
}

// Reads until the other end closes: done, too much, or stopped by who asked for it.
static hereof_child_outcome take_all(
    int descriptor, size_t limit, hereof_child_watch watch, void *watcher, hereof_child_output *output) {
  size_t room = 0;
  for (;;) {
    // However long the machine lets the child wait, it is waited for; who watches is asked twenty times a second.
    struct pollfd waiting = {descriptor, POLLIN, 0};
    int ready = poll(&waiting, 1, 50);
    if (ready < 0 && errno != EINTR) return hereof_child_failed;
    if (watch != NULL && watch(watcher, output->bytes, output->count) != 0) return hereof_child_stopped;
    if (ready <= 0) continue;
    if (output->count == room) {
      if (room >= limit) return hereof_child_too_large;
      room = room == 0 ? 1 << 16 : room * 2;
      uint8_t *larger = realloc(output->bytes, room);
      if (larger == NULL) return hereof_child_too_large;
      output->bytes = larger;
    }
    ssize_t got = read(descriptor, output->bytes + output->count, room - output->count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return hereof_child_failed;
    if (got == 0) return hereof_child_done;
    output->count += (size_t)got;
  }
}

hereof_child_outcome hereof_child_run(
    const char *path, const char *const arguments[], const uint8_t *input, size_t count, hereof_child_limits limits,
    hereof_child_watch watch, void *watcher, hereof_child_output *output) {
  output->bytes = NULL;
  output->count = 0;
  if (access(path, X_OK) != 0) return hereof_child_missing;
  int file = memfd_create("hereof", MFD_CLOEXEC);
  int out[2] = {-1, -1}, failure[2] = {-1, -1};
  hereof_child_outcome outcome = hereof_child_failed;
  if (file >= 0 && put_all(file, input, count) && pipe2(out, O_CLOEXEC) == 0 && pipe2(failure, O_CLOEXEC) == 0) {
    pid_t child = fork();
    if (child == 0) become(path, arguments, file, out[1], failure[1], limits);
    close(out[1]);
    close(failure[1]);
    out[1] = failure[1] = -1;
    if (child > 0) {
      hereof_child_outcome taken = take_all(out[0], limits.output, watch, watcher, output);
      if (taken != hereof_child_done) kill(child, SIGKILL);
      int status = 0;
      while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
      int reason = 0;
      if (read(failure[0], &reason, sizeof reason) == sizeof reason) {
        outcome = reason == ENOENT ? hereof_child_missing : hereof_child_failed;
      } else if (taken != hereof_child_done) {
        outcome = taken;
      } else if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) {
        // The system kills at the hard limit of processor time.
        outcome = hereof_child_too_long;
      } else {
        outcome = WIFEXITED(status) && WEXITSTATUS(status) == 0 ? hereof_child_done : hereof_child_failed;
      }
    }
  }
  int open_ones[] = {file, out[0], out[1], failure[0], failure[1]};
  for (size_t i = 0; i < sizeof open_ones / sizeof *open_ones; i++) {
    if (open_ones[i] >= 0) close(open_ones[i]);
  }
  return outcome;
}

void hereof_child_free(hereof_child_output *output) {
  free(output->bytes);
  output->bytes = NULL;
  output->count = 0;
}
