#include "conformance/native/interpreter/scope.h"

#include "conformance/native/interpreter/constants.h"
#include "conformance/scenario/walk.h"

namespace touchstone::native {
namespace {

using scenario::Expr;
using scenario::Stmt;

/// Walks the nodes of one scope and opens the scopes inside.
class Collector {
 public:
  Collector(Scope& scope, Program& program) : scope_(scope), program_(program) {}

  void body(const scenario::Body& statements) {
    for (const Stmt& each : statements) statement(each);
  }

  void expression(const Expr& expr) {
    std::visit([this](const auto& node) { visit(node); }, expr.node);
  }

  void bind_parameters(const scenario::Arguments& arguments) {
    for (const auto& each : arguments.args) scope_.bind(each.arg);
    for (const auto& each : arguments.kwonlyargs) scope_.bind(each.arg);
    if (arguments.vararg) scope_.bind(arguments.vararg->arg);
    if (arguments.kwarg) scope_.bind(arguments.kwarg->arg);
  }

  void comprehension_clauses(const scenario::Comprehensions& clauses) {
    for (std::size_t at = 0; at < clauses.size(); ++at) {
      target(*clauses[at].target);
      if (at > 0) expression(*clauses[at].iter);
      for (const Expr& each : clauses[at].ifs) expression(each);
      if (clauses[at].is_async) scope_.code->is_async = true;
    }
  }

 private:
  void statement(const Stmt& stmt) {
    std::visit([this](const auto& node) { visit(node); }, stmt.node);
  }

  /// Everything below a node that has no scoping rule of its own.
  template <class Node>
  void visit(const Node& node) {
    scenario::for_each_child(node,
                             scenario::Overloaded{[this](const Expr& child) { expression(child); },
                                                  [this](const Stmt& child) { statement(child); }});
  }

  void target(const Expr& expr) {
    if (const auto* name = scenario::as<scenario::Name>(expr)) {
      scope_.bind(name->id);
    } else if (const auto* tuple = scenario::as<scenario::Tuple>(expr)) {
      for (const Expr& each : tuple->elts) target(each);
    } else if (const auto* list = scenario::as<scenario::List>(expr)) {
      for (const Expr& each : list->elts) target(each);
    } else if (const auto* starred = scenario::as<scenario::Starred>(expr)) {
      target(*starred->value);
    } else {
      expression(expr);
    }
  }

  void visit(const scenario::Name& node) { scope_.used.insert(node.id); }
  void visit(const scenario::Constant& node) {
    program_.constants.emplace(&node, constant_value(node.value));
  }
  void visit(const scenario::Global& node) {
    scope_.globals.insert(node.names.begin(), node.names.end());
  }
  void visit(const scenario::Nonlocal& node) {
    scope_.nonlocals.insert(node.names.begin(), node.names.end());
  }
  void visit(const scenario::Assign& node) {
    for (const Expr& each : node.targets) target(each);
    expression(*node.value);
  }
  void visit(const scenario::AugAssign& node) {
    target(*node.target);
    expression(*node.value);
  }
  void visit(const scenario::Delete& node) {
    for (const Expr& each : node.targets) target(each);
  }
  void visit(const scenario::For& node) { loop(node); }
  void visit(const scenario::AsyncFor& node) { loop(node); }
  void visit(const scenario::With& node) { with(node); }
  void visit(const scenario::AsyncWith& node) { with(node); }
  void visit(const scenario::Try& node) {
    body(node.body);
    for (const auto& handler : node.handlers) {
      if (handler.type) expression(**handler.type);
      if (handler.name) scope_.bind(*handler.name);
      body(handler.body);
    }
    body(node.orelse);
    body(node.finalbody);
  }
  void visit(const scenario::Yield& node) {
    scope_.code->has_yield = true;
    if (node.value) expression(**node.value);
  }
  void visit(const scenario::YieldFrom& node) {
    scope_.code->has_yield = true;
    expression(*node.value);
  }
  void visit(const scenario::Await& node) {
    if (scope_.code->kind == Code::Kind::Comprehension) scope_.code->is_async = true;
    expression(*node.value);
  }

  template <class Loop>
  void loop(const Loop& node) {
    target(*node.target);
    expression(*node.iter);
    body(node.body);
    body(node.orelse);
  }
  template <class With>
  void with(const With& node) {
    for (const auto& item : node.items) {
      expression(*item.context_expr);
      if (item.optional_vars) target(**item.optional_vars);
    }
    body(node.body);
  }

  void visit(const scenario::FunctionDef& node) {
    function(node, node.name, node.decorator_list, false);
  }
  void visit(const scenario::AsyncFunctionDef& node) {
    function(node, node.name, node.decorator_list, true);
  }
  template <class Def>
  void function(const Def& node, const std::string& name, const scenario::Exprs& decorators,
                bool is_async) {
    for (const Expr& each : decorators) expression(each);
    defaults(node.args);
    scope_.bind(name);
    Scope& inner = open(&node, Code::Kind::Function, name);
    inner.code->arguments = &node.args;
    inner.code->body = &node.body;
    inner.code->is_async = is_async;
    Collector collector(inner, program_);
    collector.bind_parameters(node.args);
    collector.body(node.body);
  }
  void visit(const scenario::Lambda& node) {
    defaults(node.args);
    Scope& inner = open(&node, Code::Kind::Function, "<lambda>");
    inner.code->arguments = &node.args;
    inner.code->expression = &*node.body;
    Collector collector(inner, program_);
    collector.bind_parameters(node.args);
    collector.expression(*node.body);
  }
  void defaults(const scenario::Arguments& arguments) {
    for (const Expr& each : arguments.defaults) expression(each);
    for (const auto& each : arguments.kw_defaults) {
      if (each) expression(**each);
    }
  }

  void visit(const scenario::ClassDef& node) {
    for (const Expr& each : node.decorator_list) expression(each);
    for (const Expr& each : node.bases) expression(each);
    for (const auto& each : node.keywords) expression(*each.value);
    scope_.bind(node.name);
    Scope& inner = open(&node, Code::Kind::Class, node.name);
    inner.code->body = &node.body;
    inner.code->class_name = node.name;
    Collector(inner, program_).body(node.body);
  }

  void visit(const scenario::ListComp& node) { comprehension(node, &*node.elt, "<listcomp>"); }
  void visit(const scenario::SetComp& node) { comprehension(node, &*node.elt, "<setcomp>"); }
  void visit(const scenario::GeneratorExp& node) {
    Scope& inner = comprehension(node, &*node.elt, "<genexpr>");
    inner.code->has_yield = true;
  }
  void visit(const scenario::DictComp& node) {
    Scope& inner = comprehension(node, nullptr, "<dictcomp>");
    Collector collector(inner, program_);
    collector.expression(*node.key);
    collector.expression(*node.value);
  }
  /// All but generator expressions run with the scope around them, and make it asynchronous if they
  /// are.
  template <class Node>
  Scope& comprehension(const Node& node, const Expr* element, const char* name) {
    expression(*node.generators.front().iter);
    Scope& inner = open(&node, Code::Kind::Comprehension, name);
    inner.code->generators = &node.generators;
    inner.code->expression = element;
    Collector collector(inner, program_);
    collector.comprehension_clauses(node.generators);
    if (element != nullptr) collector.expression(*element);
    const bool runs_later = std::is_same_v<Node, scenario::GeneratorExp>;
    if (inner.code->is_async && !runs_later && scope_.code->kind == Code::Kind::Comprehension)
      scope_.code->is_async = true;
    return inner;
  }

  Scope& open(const void* node, Code::Kind kind, std::string name) {
    Code& outer = *scope_.code;
    auto code = std::make_unique<Code>();
    code->kind = kind;
    const std::string prefix =
        outer.kind == Code::Kind::Module
            ? ""
            : outer.qualified_name + (outer.kind == Code::Kind::Class ? "." : ".<locals>.");
    code->qualified_name = prefix + name;
    code->name = std::move(name);
    code->parent = &outer;
    code->class_name = outer.class_name;
    auto scope = std::make_unique<Scope>();
    scope->code = code.get();
    scope->parent = &scope_;
    outer.children.emplace(node, std::move(code));
    scope_.children.push_back(std::move(scope));
    return *scope_.children.back();
  }

  Scope& scope_;
  Program& program_;
};

}  // namespace

void collect(const scenario::Module& tree, Scope& scope, Program& program) {
  scope.code = &program.code;
  program.code.body = &tree.body;
  Collector(scope, program).body(tree.body);
}

}  // namespace touchstone::native
