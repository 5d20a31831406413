#include "conformance/scenario/needs.h"
#include "conformance/scenario/rules.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

bool names(const Expr& expr, std::string_view name) {
  const auto* found = as<Name>(expr);
  return found != nullptr && found->id == name;
}

bool is_observation(const Expr& callee) {
  return names(callee, "record") || names(callee, "attempt");
}

const Call* observation(const Expr& expr) {
  const auto* call = as<Call>(expr);
  return call != nullptr && is_observation(*call->func) ? call : nullptr;
}

class KitCallRules {
 public:
  void check(const Stmt& statement) {
    if (statement.at.line > 0) at_ = statement.at;
    if (const auto* with = as<With>(statement)) return check_with(*with);
    const Expr* whole = whole_expression(statement);
    for_each_child(statement, Overloaded{[&](const Expr& expr) { check(expr, &expr == whole); },
                                         [&](const Stmt& below) { check(below); }});
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { refuse(at_, message); }

  /// Where an observation may suspend.
  static const Expr* whole_expression(const Stmt& statement) {
    const auto of = Overloaded{
        [](const ExprStmt& node) -> const Expr* { return &*node.value; },
        [](const Assign& node) -> const Expr* { return &*node.value; },
        [](const Return& node) -> const Expr* { return node.value ? &**node.value : nullptr; },
        [](const auto&) -> const Expr* { return nullptr; },
    };
    return std::visit(of, statement.node);
  }

  void check_with(const With& with) {
    for (const WithItem& item : with.items) {
      const Call* call = observation(*item.context_expr);
      if (call != nullptr && call->args.size() == 1) {
        check_block(*call, item);
      } else {
        check(*item.context_expr, false);
      }
      if (item.optional_vars) check(**item.optional_vars, false);
    }
    for (const Stmt& statement : with.body) check(statement);
  }

  /// with record(label): the block is what is observed.
  void check_block(const Call& call, const WithItem& item) {
    const std::string name = as<Name>(*call.func)->id;
    if (item.optional_vars || !call.keywords.empty())
      fail("with " + name + "(label) takes a label alone and binds nothing");
    check_label(call);
  }

  void check_label(const Call& call) {
    if (as<Starred>(call.args[0]) != nullptr) fail("a label is one expression");
    if (contains_suspension(call.args[0])) fail("a label neither awaits nor yields");
    check(call.args[0], false);
  }

  void check(const Expr& expr, bool whole) {
    if (expr.at.line > 0) at_ = expr.at;
    if (is_observation(expr)) fail(as<Name>(expr)->id + " is only called");
    if (const Call* call = observation(expr)) return check_observation(*call, whole);
    check_gate(expr);
    for_each_child(expr,
                   Overloaded{[&](const Expr& below) { check(below, false); }, [](const Stmt&) {}});
  }

  void check_observation(const Call& call, bool whole) {
    const std::string name = as<Name>(*call.func)->id;
    const bool plain =
        call.args.size() == 2 && call.keywords.empty() && as<Starred>(call.args[1]) == nullptr;
    if (!plain) fail(name + "(label, expression) takes these two, by position");
    check_label(call);
    if (!whole && contains_suspension(call.args[1])) {
      fail(name +
           " around await or yield stands alone: a whole statement, right side of an assignment, "
           "or return value");
    }
    check(call.args[1], false);
  }

  void check_gate(const Expr& expr) const {
    const auto* call = as<Call>(expr);
    if (call == nullptr || (!names(*call->func, "gate") && !names(*call->func, "gate_async")))
      return;
    if (call->args.size() != 1 || !call->keywords.empty()) fail("a gate takes its name alone");
  }

  Position at_;
};

void check_main(const Module& tree) {
  for (const Stmt& statement : tree.body) {
    if (const auto* main = as<AsyncFunctionDef>(statement);
        main != nullptr && main->name == "main") {
      refuse(statement.at, "main is a plain def: it starts a loop where it needs one");
    }
    if (const auto* main = as<FunctionDef>(statement);
        main != nullptr && main->name == "main" && main->args != Arguments{}) {
      refuse(statement.at, "main takes no parameters");
    }
  }
  if (starts_processes(tree) && !has_main(tree))
    refuse({}, "a text that starts processes has a def main(): every process runs the top level");
}

}  // namespace

void check_kit_calls(const Module& tree) {
  KitCallRules rules;
  for (const Stmt& statement : tree.body) rules.check(statement);
  check_main(tree);
}

}  // namespace touchstone::scenario
