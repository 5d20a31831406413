#include <nlohmann/json.hpp>

#include "conformance/scenario/operators.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/walk.h"
#include "conformance/values/wire.h"

namespace touchstone::scenario {
namespace {

using nlohmann::json;

json to_json(const Expr& expr);
json to_json(const Stmt& stmt);
template <Fielded T>
  requires(!Holder<T>)
json to_json(const T& node);

json to_json(bool flag) { return flag; }
json to_json(const std::string& name) { return name; }
json to_json(const Value& value) { return wire::encode(value); }
json to_json(Conversion conversion) { return static_cast<int>(conversion); }
json to_json(const ExprBox& box) { return to_json(*box); }

template <class Op>
  requires requires(Op op) { name(op); }
json to_json(Op op) {
  return name(op);
}

template <class T>
json to_json(const std::optional<T>& item) {
  return item ? to_json(*item) : json();
}

template <class T>
json to_json(const std::vector<T>& items) {
  json array = json::array();
  for (const T& item : items) array.push_back(to_json(item));
  return array;
}

template <Fielded T>
  requires(!Holder<T>)
json to_json(const T& node) {
  json object = {{"node", T::node_name}};
  T::fields(node, [&](std::string_view key, const auto& field) {
    object[std::string(key)] = to_json(field);
  });
  return object;
}

template <class T>
json holder_to_json(const T& holder) {
  json object = std::visit([](const auto& node) { return to_json(node); }, holder.node);
  if (holder.at.line > 0) {
    object["line"] = holder.at.line;
    object["column"] = holder.at.column;
  }
  return object;
}

json to_json(const Expr& expr) { return holder_to_json(expr); }
json to_json(const Stmt& stmt) { return holder_to_json(stmt); }

}  // namespace

nlohmann::json encode(const Module& tree) { return to_json(tree); }

}  // namespace touchstone::scenario
