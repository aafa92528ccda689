// What Swift cannot take from <ncurses.h> itself: macros with casts, macros that are expressions, and the extended-pair calls.
// Link with ncursesw and tinfo (pkg-config ncursesw).
#pragma once
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <ncurses.h>

// <term.h> defines macros named columns, lines and the like: only its one call is declared here.
extern char *tigetstr(const char *name);

// <sys/mman.h> gives it to GNU sources alone.
extern int memfd_create(const char *name, unsigned int flags);

// Whether the terminal can put its cursor where it is told.
static inline int hereof_can_place(void) {
  const char *place = tigetstr("cup");
  return place != NULL && place != (const char *)-1;
}

// Attributes are shifted macros.
static inline attr_t hereof_attribute_bold(void) { return A_BOLD; }
static inline attr_t hereof_attribute_dim(void) { return A_DIM; }
static inline attr_t hereof_attribute_italic(void) { return A_ITALIC; }
static inline attr_t hereof_attribute_underline(void) { return A_UNDERLINE; }
static inline attr_t hereof_attribute_reverse(void) { return A_REVERSE; }

// KEY_F(n) is a macro with an argument.
static inline int hereof_key_function(int number) { return KEY_F(number); }

// stdscr, LINES and COLS are globals that Swift 6 holds unsafe; getmaxyx assigns to its arguments.
static inline WINDOW *hereof_screen(void) { return stdscr; }
static inline void hereof_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }
static inline FILE *hereof_standard_input(void) { return stdin; }
static inline FILE *hereof_standard_output(void) { return stdout; }
static inline int hereof_colours(void) { return COLORS; }
static inline int hereof_pairs(void) { return COLOR_PAIRS; }

// A pair above 255 does not fit COLOR_PAIR(n): setcchar takes it through its last argument (ncurses 6.1 and later).
static inline int hereof_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
  return mvadd_wch(row, column, &cell);
}

static inline int hereof_resize_key(void) { return KEY_RESIZE; }
static inline int hereof_mouse_key(void) { return KEY_MOUSE; }
// Whether terminfo knows reports of the mouse by the beginning of the decimal ones.
static inline int hereof_mouse_is_decimal(void) {
  const char *begin = tigetstr("kmous");
  return begin != NULL && begin != (const char *)-1 && strchr(begin, '<') != NULL;
}

// Signals. Handlers only set flags, except on a trap, where the terminal is put back by calls that are safe there.
// The importer emits no static of a struct or array type, so what is saved lies behind a pointer. Each Swift file that calls these
// functions has statics of its own: one file alone, Terminal.swift, may.
struct hereof_saved_terminal {
  int descriptor;
  // The terminal, whatever the standard output is meanwhile; -1 until it is known.
  int output;
  struct termios mode;
  size_t length;
  char sequence[256];
};
static volatile sig_atomic_t hereof_signal_flag = 0;
static struct hereof_saved_terminal *hereof_saved = NULL;

static inline void hereof_on_signal(int number) { hereof_signal_flag = number; }
static inline int hereof_signal(void) { return hereof_signal_flag; }

static inline void hereof_on_trap(int number) {
  if (hereof_saved != NULL && hereof_saved->descriptor >= 0) {
    ssize_t written = write(hereof_saved->output >= 0 ? hereof_saved->output : STDOUT_FILENO, hereof_saved->sequence, hereof_saved->length);
    (void)written;
    tcsetattr(hereof_saved->descriptor, TCSANOW, &hereof_saved->mode);
  }
  signal(number, SIG_DFL);
  raise(number);
}

// Call before newterm: remembers the mode to come back to, and lets signals in that a parent may have blocked.
static inline void hereof_remember_mode(int descriptor) {
  int wanted[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) sigaddset(&set, wanted[i]);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  if (hereof_saved == NULL) hereof_saved = (struct hereof_saved_terminal *)calloc(1, sizeof *hereof_saved);
  if (hereof_saved == NULL) return;
  hereof_saved->output = -1;
  hereof_saved->descriptor = tcgetattr(descriptor, &hereof_saved->mode) == 0 ? descriptor : -1;
}

// A descriptor of the terminal that stays while the standard output is something else; -1 where there is none.
static inline int hereof_remember_output(void) {
  int copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (hereof_saved != NULL) hereof_saved->output = copy;
  return copy;
}

// A file in memory alone; -1 where the system has none.
static inline int hereof_memory_file(void) { return memfd_create("frame", 1 /* MFD_CLOEXEC */); }

// Writes everything, in one call where the terminal takes it; 0 where it is gone.
static inline int hereof_write_all(int descriptor, const void *bytes, size_t count) {
  const char *at = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, at, count);
    if (written >= 0) {
      at += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd place = {.fd = descriptor, .events = POLLOUT};
      poll(&place, 1, 1000);
    } else if (errno != EINTR) {
      return 0;
    }
  }
  return 1;
}

// Call after newterm: remembers what to write on a trap, and installs the handlers.
static inline void hereof_install_handlers(void) {
  const char *names[] = {"sgr0", "rmkx", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *part = tigetstr(names[i]);
    if (part == NULL || part == (const char *)-1) continue;
    size_t length = strlen(part);
    if (hereof_saved == NULL || hereof_saved->length + length >= sizeof hereof_saved->sequence) break;
    memcpy(hereof_saved->sequence + hereof_saved->length, part, length);
    hereof_saved->length += length;
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = hereof_on_signal;
  sigaction(SIGHUP, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGINT, &action, NULL);
  signal(SIGPIPE, SIG_IGN);
  action.sa_handler = hereof_on_trap;
  int traps[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
  for (size_t i = 0; i < sizeof traps / sizeof *traps; i++) sigaction(traps[i], &action, NULL);
}

static inline void hereof_remove_handlers(void) {
  signal(SIGHUP, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  signal(SIGINT, SIG_DFL);
  if (hereof_saved != NULL) hereof_saved->descriptor = -1;
}

// Whether the descriptor has bytes (1), is idle (0) or was hung up (-1), within a number of milliseconds.
static inline int hereof_wait(int descriptor, int milliseconds) {
  struct pollfd poll_descriptor = {descriptor, POLLIN, 0};
  int count = poll(&poll_descriptor, 1, milliseconds);
  if (count < 0) return 0;
  if (count == 0) return 0;
  if (poll_descriptor.revents & POLLIN) return 1;
  return poll_descriptor.revents & (POLLHUP | POLLERR | POLLNVAL) ? -1 : 0;
}

static inline const char *hereof_codeset(void) { return nl_langinfo(CODESET); }
