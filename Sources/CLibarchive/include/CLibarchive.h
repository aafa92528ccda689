// What is used of libarchive: zip and gzip are read from memory, one entry after another, and zip files are made in memory; nothing is
// ever written to the disk.
//
// The library is loaded when the first archive is met, as CLibxml2 does: a reader of plain text pays nothing for it.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct hereof_archive hereof_archive;

// Loads libarchive; 0 where the version these headers belong to is not installed. Call it once before the rest.
int hereof_archive_load(void);

// Opens bytes that stay where they are until it is closed: a zip file, or with `gzip` any one file that gzip packed, a zip file too.
// NULL where that fails.
hereof_archive *hereof_archive_open(const uint8_t *bytes, size_t count, int gzip);
void hereof_archive_close(hereof_archive *archive);

// Goes to the next entry: 1 where there is one, 0 at the end, -1 where the archive is broken.
int hereof_archive_next(hereof_archive *archive);
// The entry's name, in UTF-8 where it is text; NULL where it has none.
const char *hereof_archive_name(const hereof_archive *archive);
// Whether the entry is a plain file, and no folder, link or device.
int hereof_archive_is_file(const hereof_archive *archive);
// Reads on in the entry: how many bytes came, 0 at its end, -1 where it is broken or locked.
long hereof_archive_read(hereof_archive *archive, uint8_t *bytes, size_t count);

// A file of a zip archive that is made.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} hereof_file;

// Makes a zip archive of files in a buffer: how many bytes it has, -1 where it did not fit or could not be made.
long hereof_archive_zip(const hereof_file *files, size_t count, uint8_t *bytes, size_t room);
