/// TOML as a small tree with the line of every value: what the readers need, without the parser's
/// heavy header.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "spec/problem.h"

namespace touchstone::spec {

struct Entry;

struct Node {
  using Table = std::vector<Entry>;
  using Array = std::vector<Node>;
  /// Stands for the kinds of values that no file of the specification uses: floats, dates, times,
  /// booleans.
  struct Other {};

  int line = 0;
  std::variant<Other, std::int64_t, std::string, Array, Table> value;

  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Node node;
};

/// "a text", "a list" ...: what the value is, for messages.
std::string_view kind_of(const Node& node);

/// The top table; nothing, and a problem with its line, where the text is no TOML. Never throws on
/// any bytes.
std::optional<Node> parse_toml(const std::string& file, std::string_view text,
                               std::vector<Problem>& problems);

}  // namespace touchstone::spec
