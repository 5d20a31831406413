#include <nlohmann/json.hpp>

#include "conformance/scenario/operators.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/walk.h"
#include "conformance/values/json_text.h"
#include "conformance/values/wire.h"

namespace touchstone::scenario {
namespace {

using nlohmann::json;

/// Writes text at once: objects of JSON in between would cost several times as much.
class Writer {
 public:
  template <Holder T>
  void put(const T& holder) {
    std::visit([&](const auto& node) { begin(node); }, holder.node);
    if (holder.at.line > 0) {
      text_ += ",\"line\":" + std::to_string(holder.at.line);
      text_ += ",\"column\":" + std::to_string(holder.at.column);
    }
    text_ += '}';
  }

  template <Fielded T>
    requires(!Holder<T>)
  void put(const T& node) {
    begin(node);
    text_ += '}';
  }

  std::string take() { return std::move(text_); }

 private:
  /// All but the closing brace.
  template <class Node>
  void begin(const Node& node) {
    text_ += "{\"node\":";
    put_text(Node::node_name);
    Node::fields(node, [&](std::string_view key, const auto& field) {
      text_ += ",\"";
      text_ += key;
      text_ += "\":";
      put(field);
    });
  }

  void put(bool flag) { text_ += flag ? "true" : "false"; }
  void put(const std::string& name) { put_text(name); }
  void put(const Value& value) { wire::append_value(text_, value); }
  void put(Conversion conversion) { text_ += std::to_string(static_cast<int>(conversion)); }
  void put(const ExprBox& box) { put(*box); }

  template <class Op>
    requires requires(Op op) { name(op); }
  void put(Op op) {
    put_text(name(op));
  }

  template <class T>
  void put(const std::optional<T>& item) {
    if (item)
      put(*item);
    else
      text_ += "null";
  }

  template <class T>
  void put(const std::vector<T>& items) {
    json_text::append_array(text_, items, [this](const T& item) { put(item); });
  }

  void put_text(std::string_view text) { json_text::append_text(text_, text); }

  std::string text_;
};

}  // namespace

std::string encode_text(const Module& tree) {
  Writer writer;
  writer.put(tree);
  return writer.take();
}

nlohmann::json encode(const Module& tree) { return json::parse(encode_text(tree)); }

}  // namespace touchstone::scenario
