/// Reads one TOML table strictly: every key is asked for by name and type; what is wrong, and every
/// key that nobody asked for, becomes a problem with its line. A value that is missing or wrong
/// reads as an empty one, so that reading goes on and finds all problems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spec/claim.h"
#include "spec/problem.h"
#include "spec/reading/toml_tree.h"

namespace touchstone::spec {

/// An element of a list of texts, with its own line.
struct Text {
  std::string value;
  int line = 0;
};

enum class Presence { required, optional };

class TableReader {
 public:
  /// `table` and `problems` outlive the reader. A node that is no table reads as an empty one, and
  /// is a problem.
  TableReader(std::string file, const Node& table, std::vector<Problem>& problems);

  std::string text(std::string_view key, Presence presence = Presence::required);
  std::vector<Text> texts(std::string_view key, Presence presence = Presence::required);
  /// A whole number of at least 1.
  int count(std::string_view key);
  LineRange lines(std::string_view key);
  /// One reader for each table of a list of tables.
  std::vector<TableReader> tables(std::string_view key, Presence presence = Presence::required);

  /// A value of a closed list.
  template <class Enum>
  Enum one_of(std::string_view key) {
    const std::string name = text(key);
    if (const auto value = value_named<Enum>(name)) return *value;
    if (!name.empty()) not_one_of(key, name, names<Enum>());
    return {};
  }

  /// To be called last: reports the keys that were not asked for.
  void refuse_other_keys();

  /// A problem of a key of this table, at the key's line; at `line` where one is given.
  void problem(std::string_view key, std::string message, std::string expected, int line = 0);

  Position position() const { return {file_, table_->line}; }

 private:
  template <class Enum>
  static std::vector<std::string> names() {
    std::vector<std::string> result;
    for (const auto& entry : named_values<Enum>()) result.emplace_back(entry.name);
    return result;
  }

  const Node* find(std::string_view key, Presence presence);
  template <class T>
  const T* value(std::string_view key, Presence presence, std::string_view expected);
  void not_one_of(std::string_view key, const std::string& name,
                  const std::vector<std::string>& names);

  std::string file_;
  const Node* table_;
  std::vector<Problem>* problems_;
  std::vector<std::string> asked_;
};

/// The values alone.
std::vector<std::string> values_of(const std::vector<Text>& texts);

/// "a, b, c"
std::string joined(const std::vector<std::string>& words);

}  // namespace touchstone::spec
