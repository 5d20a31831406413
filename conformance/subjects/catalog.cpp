#include "conformance/subjects/catalog.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace touchstone {
namespace fs = std::filesystem;

namespace {

/// One table of one file; reads members and complains with the place.
class Table {
 public:
  Table(const toml::table& table, const fs::path& file) : table_(table), file_(file) {}

  void allow(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, node] : table_)
      if (std::ranges::find(keys, key.str()) == keys.end())
        fail(node, fmt::format("unknown key \"{}\"; expected one of: {}", key.str(),
                               fmt::join(keys, ", ")));
  }

  bool has(std::string_view key) const { return table_.contains(key); }

  const toml::node& at(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (node == nullptr) fail(table_, fmt::format("the key \"{}\" is missing", key));
    return *node;
  }

  std::string text(std::string_view key) const { return text(at(key), key); }

  std::vector<std::string> texts(std::string_view key) const {
    const toml::array* array = at(key).as_array();
    if (array == nullptr || array->empty())
      fail(at(key), fmt::format("\"{}\" is no list of texts, or is empty", key));
    std::vector<std::string> result;
    for (const toml::node& node : *array) result.push_back(text(node, key));
    return result;
  }

  bool flag(std::string_view key) const {
    if (!has(key)) return false;
    const auto value = at(key).value_exact<bool>();
    if (!value) fail(at(key), fmt::format("\"{}\" is neither true nor false", key));
    return *value;
  }

  std::string text(const toml::node& node, std::string_view key) const {
    const auto value = node.value_exact<std::string>();
    if (!value || value->empty()) fail(node, fmt::format("\"{}\" is no text, or is empty", key));
    return *value;
  }

  [[noreturn]] void fail(const toml::node& where, const std::string& what) const {
    throw CatalogError(fmt::format("{}:{}: {}", file_.string(), where.source().begin.line, what));
  }

 private:
  const toml::table& table_;
  const fs::path& file_;
};

Environment environment_of(const Table& subject, const fs::path& file) {
  Environment environment;
  if (!subject.has("environment")) return environment;
  const toml::table* table = subject.at("environment").as_table();
  if (table == nullptr) subject.fail(subject.at("environment"), "\"environment\" is no table");
  const Table variables(*table, file);
  for (const auto& [name, value] : *table)
    environment.emplace_back(name.str(), variables.text(value, name.str()));
  return environment;
}

Deviation deviation_of(const Table& table) {
  table.allow({"claim", "verdict", "reason", "intermittent"});
  const auto verdict = parse_verdict(table.text("verdict"));
  if (!verdict)
    table.fail(table.at("verdict"),
               fmt::format("\"{}\" is no verdict; expected violates, hung, crashed ...",
                           table.text("verdict")));
  return {table.text("claim"), *verdict, table.text("reason"), table.flag("intermittent")};
}

/// The tables of [[key]]; none where there is no such key.
std::vector<const toml::table*> tables_of(const Table& subject, std::string_view key) {
  std::vector<const toml::table*> tables;
  if (!subject.has(key)) return tables;
  const toml::array* array = subject.at(key).as_array();
  if (array == nullptr || !array->is_homogeneous<toml::table>())
    subject.fail(subject.at(key), fmt::format("\"{0}\" is no list of tables: write [[{0}]]", key));
  for (const toml::node& node : *array) tables.push_back(node.as_table());
  return tables;
}

std::vector<Deviation> deviations_of(const Table& subject, const fs::path& file) {
  std::vector<Deviation> deviations;
  for (const toml::table* each : tables_of(subject, "deviation")) {
    const Table table(*each, file);
    Deviation deviation = deviation_of(table);
    if (std::ranges::count(deviations, deviation.claim, &Deviation::claim) > 0)
      table.fail(*each, fmt::format("a second deviation for {}", deviation.claim));
    deviations.push_back(std::move(deviation));
  }
  return deviations;
}

std::vector<KnownDivergence> divergences_of(const Table& subject, const fs::path& file) {
  std::vector<KnownDivergence> divergences;
  for (const toml::table* each : tables_of(subject, "divergence")) {
    const Table table(*each, file);
    table.allow({"program", "reason"});
    const fs::path program = file.parent_path() / table.text("program");
    if (!fs::is_regular_file(program))
      table.fail(table.at("program"), fmt::format("there is no file {}", program.string()));
    divergences.push_back({program, table.text("reason")});
  }
  return divergences;
}

void replace_all(std::string& text, std::string_view what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

toml::table parse_file(const fs::path& file) {
  try {
    return toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw CatalogError(
        fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()));
  }
}

SubjectDescription read_subject(const fs::path& file, const fs::path& executables) {
  const toml::table parsed = parse_file(file);
  const Table table(parsed, file);
  table.allow({"name", "language", "command", "adapter", "environment", "deviation", "divergence"});
  SubjectDescription subject;
  subject.name = table.text("name");
  if (subject.name != file.parent_path().filename())
    table.fail(table.at("name"),
               fmt::format("the name is \"{}\"; expected the folder's own", subject.name));
  subject.language = table.text("language");
  subject.command = table.texts("command");
  if (table.has("adapter"))
    subject.adapter = fs::absolute(file.parent_path() / table.text("adapter")).lexically_normal();
  subject.environment = environment_of(table, file);
  subject.deviations = deviations_of(table, file);
  subject.divergences = divergences_of(table, file);
  for (std::string& word : subject.command) replace_all(word, "${bindir}", executables.string());
  if (!subject.adapter.empty()) subject.command.push_back(subject.adapter.string());
  return subject;
}

/// Cuts a line into words, one character after the other.
class Splitter {
 public:
  std::vector<std::string> split(const std::string& line) {
    for (const char c : line) take(c);
    if (quote_ != '\0' || escaped_) throw CatalogError("a command with an open quote: " + line);
    finish_word();
    if (words_.empty()) throw CatalogError("a command without a word");
    return std::move(words_);
  }

 private:
  void take(char c) {
    if (escaped_ || (quote_ == '\'' && c != '\'')) return add(c);
    if (c == '\\') {
      escaped_ = true;
    } else if (quote_ != '\0') {
      c == quote_ ? void(quote_ = '\0') : add(c);
    } else if (c == '\'' || c == '"') {
      quote_ = c;
      in_word_ = true;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      finish_word();
    } else {
      add(c);
    }
  }
  void add(char c) {
    word_ += c;
    in_word_ = true;
    escaped_ = false;
  }
  void finish_word() {
    if (in_word_) words_.push_back(std::move(word_));
    word_.clear();
    in_word_ = false;
  }

  std::vector<std::string> words_;
  std::string word_;
  char quote_ = '\0';
  bool in_word_ = false;
  bool escaped_ = false;
};

}  // namespace

std::vector<SubjectDescription> read_catalog(const fs::path& folder, const fs::path& executables) {
  if (!fs::is_directory(folder))
    throw CatalogError(folder.string() + " is no folder: expected one folder a subject there");
  std::vector<SubjectDescription> catalog;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path file = entry.path() / "subject.toml";
    if (fs::exists(file)) catalog.push_back(read_subject(file, executables));
  }
  std::ranges::sort(catalog, {}, &SubjectDescription::name);
  return catalog;
}

const SubjectDescription& find_subject(const std::vector<SubjectDescription>& catalog,
                                       const std::string& name) {
  const auto found = std::ranges::find(catalog, name, &SubjectDescription::name);
  if (found != catalog.end()) return *found;
  std::vector<std::string> names;
  for (const SubjectDescription& subject : catalog) names.push_back(subject.name);
  throw CatalogError(
      fmt::format("there is no subject \"{}\"; there are: {}", name, fmt::join(names, ", ")));
}

std::vector<std::string> split_command(const std::string& line) { return Splitter().split(line); }

}  // namespace touchstone
