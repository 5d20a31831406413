#include "spec/reading/table_reader.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "spec/nearest.h"

namespace touchstone::spec {

TableReader::TableReader(std::string file, const Node& table, std::vector<Problem>& problems)
    : file_(std::move(file)), table_(&table), problems_(&problems) {
  if (!std::holds_alternative<Node::Table>(table.value)) {
    problems.push_back({position(), "", "this is " + std::string(kind_of(table)), "a table"});
  }
}

void TableReader::problem(std::string_view key, std::string message, std::string expected,
                          int line) {
  const Node* node = table_->find(key);
  if (line == 0) line = node != nullptr ? node->line : table_->line;
  problems_->push_back({{file_, line}, std::string(key), std::move(message), std::move(expected)});
}

const Node* TableReader::find(std::string_view key, Presence presence) {
  asked_.emplace_back(key);
  const Node* node = table_->find(key);
  if (node == nullptr && presence == Presence::required)
    problem(key, "the key is missing", "every table of this kind to have it");
  return node;
}

template <class T>
const T* TableReader::value(std::string_view key, Presence presence, std::string_view expected) {
  const Node* node = find(key, presence);
  if (node == nullptr) return nullptr;
  const T* result = std::get_if<T>(&node->value);
  if (result == nullptr)
    problem(key, "this is " + std::string(kind_of(*node)), std::string(expected));
  return result;
}

std::string TableReader::text(std::string_view key, Presence presence) {
  const auto* result = value<std::string>(key, presence, "a text");
  if (result == nullptr) return {};
  if (result->empty()) {
    problem(key, "the text is empty",
            presence == Presence::required ? "some text" : "some text, or the key to be left out");
  }
  return *result;
}

std::vector<Text> TableReader::texts(std::string_view key, Presence presence) {
  std::vector<Text> result;
  const auto* array = value<Node::Array>(key, presence, "a list of texts");
  if (array == nullptr) return result;
  if (array->empty()) {
    problem(key, "the list is empty",
            presence == Presence::required ? "some elements"
                                           : "some elements, or the key to be left out");
  }
  for (const Node& element : *array) {
    const auto* text = std::get_if<std::string>(&element.value);
    if (text != nullptr && !text->empty()) {
      result.push_back({*text, element.line});
    } else {
      problem(key,
              text != nullptr ? "an element is empty"
                              : "an element is " + std::string(kind_of(element)),
              "a list of texts", element.line);
    }
  }
  return result;
}

int TableReader::count(std::string_view key) {
  const auto* number = value<std::int64_t>(key, Presence::required, "a whole number");
  if (number == nullptr) return 0;
  if (*number >= 1 && *number <= std::numeric_limits<int>::max()) return static_cast<int>(*number);
  problem(key, std::to_string(*number) + " is out of range", "a whole number of at least 1");
  return 0;
}

LineRange TableReader::lines(std::string_view key) {
  const std::string range = text(key);
  if (const auto result = line_range(range)) return *result;
  if (!range.empty())
    problem(key, "bad line range: " + range,
            "lines from 1 on, as \"7-12\" with the smaller first, or \"7\"");
  return {};
}

std::vector<TableReader> TableReader::tables(std::string_view key, Presence presence) {
  std::vector<TableReader> result;
  const auto* array =
      value<Node::Array>(key, presence, "tables, each headed [[" + std::string(key) + "]]");
  if (array == nullptr) return result;
  for (const Node& element : *array) result.emplace_back(file_, element, *problems_);
  return result;
}

void TableReader::refuse_other_keys() {
  const auto* table = std::get_if<Node::Table>(&table_->value);
  if (table == nullptr) return;
  for (const auto& [key, node] : *table) {
    if (std::ranges::find(asked_, key) != asked_.end()) continue;
    problem(key, "unknown key" + did_you_mean(key, asked_), "one of " + joined(asked_));
  }
}

void TableReader::not_one_of(std::string_view key, const std::string& name,
                             const std::vector<std::string>& names) {
  problem(key, "no such " + std::string(key) + ": " + name + did_you_mean(name, names),
          "one of " + joined(names));
}

std::vector<std::string> values_of(const std::vector<Text>& texts) {
  std::vector<std::string> values;
  for (const Text& text : texts) values.push_back(text.value);
  return values;
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

}  // namespace touchstone::spec
