// toml++ behind a few C calls: a document is parsed into nodes, each of which knows where it stands.
//
// A Swift package that wraps the same parser exists; it brings Foundation, whose start costs more than the first screen.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct hereof_toml hereof_toml;
typedef struct hereof_toml_node hereof_toml_node;

typedef enum {
  hereof_toml_table,
  hereof_toml_array,
  hereof_toml_string,
  hereof_toml_integer,
  hereof_toml_boolean,
  hereof_toml_date,
  hereof_toml_other
} hereof_toml_kind;

// Lines and columns count from 1.
typedef struct {
  uint32_t line;
  uint32_t column;
} hereof_toml_position;

// A parsed document; NULL where the text is no TOML, with the reason (cut to fit) and its place.
hereof_toml *hereof_toml_parse(const char *text, size_t count, char *reason, size_t capacity, hereof_toml_position *at);
void hereof_toml_free(hereof_toml *document);
const hereof_toml_node *hereof_toml_root(const hereof_toml *document);

hereof_toml_kind hereof_toml_node_kind(const hereof_toml_node *node);
hereof_toml_position hereof_toml_node_position(const hereof_toml_node *node);
// How many values a table or an array holds.
size_t hereof_toml_node_count(const hereof_toml_node *node);
// The value at an index; in tables in the order of keys.
const hereof_toml_node *hereof_toml_node_value(const hereof_toml_node *node, size_t index);
// A table's key at an index, not ended by zero, and where it stands.
const char *hereof_toml_node_key(const hereof_toml_node *node, size_t index, size_t *count, hereof_toml_position *at);
const char *hereof_toml_node_string(const hereof_toml_node *node, size_t *count);
int64_t hereof_toml_node_integer(const hereof_toml_node *node);
int hereof_toml_node_boolean(const hereof_toml_node *node);
// A local date's year, month and day.
void hereof_toml_node_date(const hereof_toml_node *node, int *year, int *month, int *day);

#ifdef __cplusplus
}
#endif
