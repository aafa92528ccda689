#define _GNU_SOURCE
#include "CLibarchive.h"
#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <locale.h>
#include <stdlib.h>

#define LIBRARY "libarchive.so.13"

struct hereof_archive {
  struct archive *archive;
  struct archive_entry *entry;
  const char *name;
};

static struct {
  __typeof__(&archive_read_new) make;
  __typeof__(&archive_read_support_format_zip) zip;
  __typeof__(&archive_read_support_format_raw) raw;
  __typeof__(&archive_read_support_filter_gzip) gzip;
  __typeof__(&archive_read_open_memory) open;
  __typeof__(&archive_read_next_header) next;
  __typeof__(&archive_read_data) read;
  __typeof__(&archive_read_free) free;
  __typeof__(&archive_entry_pathname_utf8) name;
  __typeof__(&archive_entry_pathname) raw_name;
  __typeof__(&archive_entry_filetype) type;
  __typeof__(&archive_entry_hardlink) link;
  __typeof__(&archive_write_new) make_writer;
  __typeof__(&archive_write_set_format_zip) write_zip;
  __typeof__(&archive_write_open_memory) write_open;
  __typeof__(&archive_write_header) write_header;
  __typeof__(&archive_write_data) write_data;
  __typeof__(&archive_write_close) write_close;
  __typeof__(&archive_write_free) write_free;
  __typeof__(&archive_entry_new) entry_new;
  __typeof__(&archive_entry_free) entry_free;
  __typeof__(&archive_entry_set_pathname) set_name;
  __typeof__(&archive_entry_set_size) set_size;
  __typeof__(&archive_entry_set_filetype) set_type;
  __typeof__(&archive_entry_set_perm) set_mode;
} lib;

#define TAKE(field, symbol) (lib.field = (__typeof__(lib.field))dlsym(library, #symbol))

// Names are converted by the locale, and the program may run in one without letters beyond ASCII.
static locale_t utf8_locale;

int hereof_archive_load(void) {
  utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return 0;
  return TAKE(make, archive_read_new) && TAKE(zip, archive_read_support_format_zip) &&
         TAKE(raw, archive_read_support_format_raw) && TAKE(gzip, archive_read_support_filter_gzip) &&
         TAKE(open, archive_read_open_memory) && TAKE(next, archive_read_next_header) && TAKE(read, archive_read_data) &&
         TAKE(free, archive_read_free) && TAKE(name, archive_entry_pathname_utf8) &&
         TAKE(raw_name, archive_entry_pathname) && TAKE(type, archive_entry_filetype) &&
         TAKE(link, archive_entry_hardlink) && TAKE(make_writer, archive_write_new) &&
         TAKE(write_zip, archive_write_set_format_zip) && TAKE(write_open, archive_write_open_memory) &&
         TAKE(write_header, archive_write_header) && TAKE(write_data, archive_write_data) && TAKE(write_close, archive_write_close) &&
         TAKE(write_free, archive_write_free) && TAKE(entry_new, archive_entry_new) && TAKE(entry_free, archive_entry_free) &&
         TAKE(set_name, archive_entry_set_pathname) && TAKE(set_size, archive_entry_set_size) &&
         TAKE(set_type, archive_entry_set_filetype) && TAKE(set_mode, archive_entry_set_perm);
}

hereof_archive *hereof_archive_open(const uint8_t *bytes, size_t count, int gzip) {
  hereof_archive *made = calloc(1, sizeof *made);
  if (made == NULL) return NULL;
  made->archive = lib.make();
  if (made->archive == NULL) {
    free(made);
    return NULL;
  }
  if (gzip) {
    lib.gzip(made->archive);
    lib.raw(made->archive);
  } else {
    lib.zip(made->archive);
  }
  if (lib.open(made->archive, bytes, count) != ARCHIVE_OK) {
    hereof_archive_close(made);
    return NULL;
  }
  return made;
}

void hereof_archive_close(hereof_archive *archive) {
  lib.free(archive->archive);
  free(archive);
}

int hereof_archive_next(hereof_archive *archive) {
  locale_t before = utf8_locale == (locale_t)0 ? (locale_t)0 : uselocale(utf8_locale);
  int result = lib.next(archive->archive, &archive->entry);
  archive->name = result == ARCHIVE_OK || result == ARCHIVE_WARN ? lib.name(archive->entry) : NULL;
  if (before != (locale_t)0) uselocale(before);
  if (result == ARCHIVE_EOF) return 0;
  return result == ARCHIVE_OK || result == ARCHIVE_WARN ? 1 : -1;
}

const char *hereof_archive_name(const hereof_archive *archive) {
  return archive->name != NULL ? archive->name : lib.raw_name(archive->entry);
}

int hereof_archive_is_file(const hereof_archive *archive) {
  // A raw stream has no type of its own.
  int type = lib.type(archive->entry);
  return (type == AE_IFREG || type == 0) && lib.link(archive->entry) == NULL;
}

long hereof_archive_read(hereof_archive *archive, uint8_t *bytes, size_t count) {
  la_ssize_t result = lib.read(archive->archive, bytes, count);
  return result < 0 ? -1 : (long)result;
}

long hereof_archive_zip(const hereof_file *files, size_t count, uint8_t *bytes, size_t room) {
  struct archive *archive = lib.make_writer();
  if (archive == NULL) return -1;
  size_t used = 0;
  int is_whole = lib.write_zip(archive) == ARCHIVE_OK && lib.write_open(archive, bytes, room, &used) == ARCHIVE_OK;
  for (size_t i = 0; is_whole && i < count; i++) {
    struct archive_entry *entry = lib.entry_new();
    if (entry == NULL) {
      is_whole = 0;
      break;
    }
    lib.set_name(entry, files[i].name);
    lib.set_size(entry, (int64_t)files[i].count);
    lib.set_type(entry, AE_IFREG);
    lib.set_mode(entry, 0644);
    is_whole = lib.write_header(archive, entry) == ARCHIVE_OK &&
               lib.write_data(archive, files[i].bytes, files[i].count) == (la_ssize_t)files[i].count;
    lib.entry_free(entry);
  }
  if (lib.write_close(archive) != ARCHIVE_OK) is_whole = 0;
  lib.write_free(archive);
  return is_whole ? (long)used : -1;
}
