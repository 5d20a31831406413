#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "conformance/scenario/operators.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/walk.h"
#include "conformance/values/wire.h"

namespace touchstone::scenario {
namespace {

using nlohmann::json;

std::string describe(const json& found) {
  if (found.is_object() || found.is_array())
    return std::string("an ") + found.type_name() + " of " + std::to_string(found.size());
  return found.dump(-1, ' ', true, json::error_handler_t::replace).substr(0, 80);
}

/// A step on the way down; its parent is further up on the stack.
class Reader {
 public:
  Reader(const Reader* parent, std::string_view key, std::size_t index, int level)
      : parent_(parent), key_(key), index_(index), level_(level) {}

  Module module(const json& found) const {
    require_object(found);
    if (node_of(found) != Module::node_name) fail(found, "a Module");
    Module tree;
    fields(found, tree, 1);
    return tree;
  }

 private:
  std::string path() const {
    if (parent_ == nullptr) return "$";
    return parent_->path() +
           (key_.empty() ? "[" + std::to_string(index_) + "]" : "." + std::string(key_));
  }

  [[noreturn]] void fail(const json& found, const std::string& expected) const {
    throw TreeError("tree at " + path() + ": found " + describe(found) + ", expected " + expected);
  }

  void require_object(const json& found) const {
    if (!found.is_object()) fail(found, "a node (an object)");
  }

  std::string_view node_of(const json& found) const {
    const auto name = found.find("node");
    if (name == found.end() || !name->is_string())
      fail(found, "a node with its name under \"node\"");
    return name->get_ref<const std::string&>();
  }

  /// Reads each field of `node`; `others` keys belong to no field.
  template <class Node>
  void fields(const json& found, Node& node, std::size_t others) const {
    std::size_t expected = others;
    Node::fields(node, [&](std::string_view key, auto& field) {
      ++expected;
      const auto value = found.find(std::string(key));
      if (value == found.end())
        fail(found, std::string(Node::node_name) + " with \"" + std::string(key) + "\"");
      Reader(this, key, 0, level_).read(*value, field);
    });
    if (found.size() != expected) fail(found, std::string(Node::node_name) + " without other keys");
  }

  int position(const json& found, const char* key, int low) const {
    const json& number = found[key];
    const bool fits = number.is_number_integer() && number.get<std::int64_t>() >= low &&
                      number.get<std::int64_t>() <= std::numeric_limits<int>::max();
    if (!fits) fail(number, std::string("a ") + key + " from " + std::to_string(low));
    return number.get<int>();
  }

  template <Holder T>
  void read(const json& found, T& holder) const {
    if (level_ == max_height) fail(found, "less than " + std::to_string(max_height) + " levels");
    require_object(found);
    const bool placed = found.contains("line") && found.contains("column");
    if (placed) holder.at = {position(found, "line", 1), position(found, "column", 0)};
    const Reader below(parent_, key_, index_, level_ + 1);
    if (!below.read_alternative(found, holder.node, node_of(found), placed ? 3 : 1))
      fail(found["node"], expected_node(holder));
  }

  static const char* expected_node(const Expr&) { return "the name of an expression's node"; }
  static const char* expected_node(const Stmt&) { return "the name of a statement's node"; }

  template <class... Nodes>
  bool read_alternative(const json& found, std::variant<Nodes...>& variant, std::string_view name,
                        std::size_t others) const {
    return (try_alternative<Nodes>(found, variant, name, others) || ...);
  }

  template <class Node, class Variant>
  bool try_alternative(const json& found, Variant& variant, std::string_view name,
                       std::size_t others) const {
    if (name != Node::node_name) return false;
    fields(found, variant.template emplace<Node>(), others);
    return true;
  }

  template <Fielded T>
    requires(!Holder<T>)
  void read(const json& found, T& helper) const {
    require_object(found);
    if (node_of(found) != T::node_name) fail(found["node"], std::string(T::node_name));
    fields(found, helper, 1);
  }

  void read(const json& found, ExprBox& box) const { read(found, *box); }

  template <class T>
  void read(const json& found, std::optional<T>& item) const {
    if (!found.is_null()) read(found, item.emplace());
  }

  template <class T>
  void read(const json& found, std::vector<T>& items) const {
    if (!found.is_array()) fail(found, "an array");
    items.reserve(found.size());
    for (const json& item : found)
      Reader(this, {}, items.size(), level_).read(item, items.emplace_back());
  }

  void read(const json& found, std::string& name) const {
    if (!found.is_string()) fail(found, "a name (a string)");
    name = found.get<std::string>();
  }

  void read(const json& found, bool& flag) const {
    if (!found.is_boolean()) fail(found, "true or false");
    flag = found.get<bool>();
  }

  void read(const json& found, Conversion& conversion) const {
    static constexpr int known[] = {-1, 's', 'r', 'a'};
    const auto is_found = [&](int number) { return found == json(number); };
    const auto* match = std::ranges::find_if(known, is_found);
    if (match == std::end(known)) fail(found, "a conversion: -1, 115, 114 or 97");
    conversion = static_cast<Conversion>(*match);
  }

  void read(const json& found, Value& value) const {
    try {
      value = wire::decode(found);
    } catch (const wire::WireError& error) {
      fail(found, std::string("a constant; ") + error.what());
    }
  }

  template <class Op>
    requires std::is_enum_v<Op>
  void read(const json& found, Op& op) const {
    const auto known =
        found.is_string() ? operator_named<Op>(found.get_ref<const std::string&>()) : std::nullopt;
    if (!known) fail(found, "the name of an operator");
    op = *known;
  }

  const Reader* parent_;
  std::string_view key_;
  std::size_t index_;
  int level_;
};

}  // namespace

Module decode_tree(const nlohmann::json& found) { return Reader(nullptr, "$", 0, 1).module(found); }

Module decode_tree_text(std::string_view text) {
  try {
    return decode_tree(json::parse(text));
  } catch (const json::exception& error) {
    throw TreeError(std::string("the text is not JSON: ") + error.what());
  }
}

}  // namespace touchstone::scenario
