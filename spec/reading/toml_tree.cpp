#include "spec/reading/toml_tree.h"

#include <toml++/toml.h>

#include <array>

namespace touchstone::spec {
namespace {

int line_of(const toml::source_region& source) { return static_cast<int>(source.begin.line); }

Node convert(const toml::node& node);

Node::Table entries(const toml::table& table) {
  Node::Table result;
  for (const auto& [key, value] : table) result.push_back({std::string(key.str()), convert(value)});
  return result;
}

Node::Array elements(const toml::array& array) {
  Node::Array result;
  for (const toml::node& element : array) result.push_back(convert(element));
  return result;
}

Node convert(const toml::node& node) {
  const int line = line_of(node.source());
  if (const auto* table = node.as_table()) return {line, entries(*table)};
  if (const auto* array = node.as_array()) return {line, elements(*array)};
  if (const auto* text = node.as_string()) return {line, text->get()};
  if (const auto* number = node.as_integer()) return {line, number->get()};
  return {line, Node::Other{}};
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  const Table* table = std::get_if<Table>(&value);
  if (table == nullptr) return nullptr;
  for (const auto& [name, node] : *table) {
    if (name == key) return &node;
  }
  return nullptr;
}

std::string_view kind_of(const Node& node) {
  static constexpr std::array<std::string_view, std::variant_size_v<decltype(Node::value)>> kinds{
      "neither text nor whole number", "a whole number", "a text", "a list", "a table"};
  return kinds[node.value.index()];
}

std::optional<Node> parse_toml(const std::string& file, std::string_view text,
                               std::vector<Problem>& problems) {
  try {
    return Node{1, entries(toml::parse(text))};
  } catch (const toml::parse_error& error) {
    problems.push_back({{file, line_of(error.source())},
                        "",
                        std::string(error.description()),
                        "well-formed TOML"});
    return std::nullopt;
  }
}

}  // namespace touchstone::spec
