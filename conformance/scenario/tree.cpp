#include "conformance/scenario/tree.h"

namespace touchstone::scenario {
namespace {

std::string_view name_of(const auto& holder) {
  return std::visit([](const auto& node) { return node.node_name; }, holder.node);
}

}  // namespace

std::string_view node_name(const Expr& expr) { return name_of(expr); }
std::string_view node_name(const Stmt& stmt) { return name_of(stmt); }

}  // namespace touchstone::scenario
