#include "CTomlPlusPlus.h"
#include <cstring>
#include <new>
#include <string_view>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

struct hereof_toml {
  toml::table table;
};

namespace {
const toml::node &value(const hereof_toml_node *node) { return *reinterpret_cast<const toml::node *>(node); }
const hereof_toml_node *opaque(const toml::node &node) { return reinterpret_cast<const hereof_toml_node *>(&node); }
hereof_toml_position position(const toml::source_region &region) { return {region.begin.line, region.begin.column}; }
}  // namespace

hereof_toml *hereof_toml_parse(const char *text, size_t count, char *reason, size_t capacity, hereof_toml_position *at) {
  toml::parse_result result = toml::parse(std::string_view(text, count));
  if (!result) {
    std::string_view words = result.error().description();
    size_t length = words.size() < capacity ? words.size() : capacity - 1;
    if (capacity > 0) {
      std::memcpy(reason, words.data(), length);
      reason[length] = 0;
    }
    *at = position(result.error().source());
    return nullptr;
  }
  return new (std::nothrow) hereof_toml{std::move(result).table()};
}

void hereof_toml_free(hereof_toml *document) { delete document; }
const hereof_toml_node *hereof_toml_root(const hereof_toml *document) { return opaque(document->table); }

hereof_toml_kind hereof_toml_node_kind(const hereof_toml_node *node) {
  switch (value(node).type()) {
    case toml::node_type::table: return hereof_toml_table;
    case toml::node_type::array: return hereof_toml_array;
    case toml::node_type::string: return hereof_toml_string;
    case toml::node_type::integer: return hereof_toml_integer;
    case toml::node_type::boolean: return hereof_toml_boolean;
    case toml::node_type::date: return hereof_toml_date;
    default: return hereof_toml_other;
  }
}

hereof_toml_position hereof_toml_node_position(const hereof_toml_node *node) { return position(value(node).source()); }

size_t hereof_toml_node_count(const hereof_toml_node *node) {
  if (const toml::table *table = value(node).as_table()) return table->size();
  if (const toml::array *array = value(node).as_array()) return array->size();
  return 0;
}

const hereof_toml_node *hereof_toml_node_value(const hereof_toml_node *node, size_t index) {
  if (const toml::array *array = value(node).as_array()) return opaque(*array->get(index));
  const toml::table *table = value(node).as_table();
  if (table == nullptr) return nullptr;
  auto at = table->cbegin();
  std::advance(at, index);
  return opaque((*at).second);
}

const char *hereof_toml_node_key(const hereof_toml_node *node, size_t index, size_t *count, hereof_toml_position *place) {
  const toml::table *table = value(node).as_table();
  if (table == nullptr) return nullptr;
  auto at = table->cbegin();
  std::advance(at, index);
  const toml::key &key = (*at).first;
  *count = key.str().size();
  *place = position(key.source());
  return key.str().data();
}

const char *hereof_toml_node_string(const hereof_toml_node *node, size_t *count) {
  const auto *text = value(node).as_string();
  if (text == nullptr) return nullptr;
  *count = text->get().size();
  return text->get().data();
}

int64_t hereof_toml_node_integer(const hereof_toml_node *node) {
  const auto *number = value(node).as_integer();
  return number == nullptr ? 0 : number->get();
}

int hereof_toml_node_boolean(const hereof_toml_node *node) {
  const auto *flag = value(node).as_boolean();
  return flag != nullptr && flag->get();
}

void hereof_toml_node_date(const hereof_toml_node *node, int *year, int *month, int *day) {
  const auto *date = value(node).as_date();
  if (date == nullptr) return;
  *year = date->get().year;
  *month = date->get().month;
  *day = date->get().day;
}
