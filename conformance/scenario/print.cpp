#include "conformance/scenario/print.h"

#include "conformance/scenario/print_expressions.h"

namespace touchstone::scenario {
namespace {

constexpr std::size_t spaces_per_level = 4;

class StatementPrinter {
 public:
  std::string module(const Module& tree) && {
    for (const Stmt& statement : tree.body) print(statement);
    return std::move(out_);
  }

 private:
  void print(const Stmt& statement) {
    std::visit([&](const auto& node) { write(node); }, statement.node);
  }

  void start(std::string_view words) {
    out_.append(level_ * spaces_per_level, ' ');
    out_ += words;
  }
  void end() { out_ += '\n'; }
  void line(std::string_view words) {
    start(words);
    end();
  }

  void expression(const Expr& expr, Precedence place = Precedence::conditional) {
    ExpressionPrinter(out_).print(expr, place);
  }
  void bare(const Expr& expr, Precedence place = Precedence::yield) {
    ExpressionPrinter(out_).print_bare_tuple(expr, place);
  }
  void optional(std::string_view words, const OptionalExpr& expr) {
    if (!expr) return;
    out_ += words;
    expression(**expr);
  }

  void block(const Body& body) {
    out_ += ":\n";
    ++level_;
    for (const Stmt& statement : body) print(statement);
    if (body.empty()) line("pass");
    --level_;
  }

  void clause(std::string_view word, const Body& body) {
    if (body.empty()) return;
    start(word);
    block(body);
  }

  void decorators(const Exprs& decorators) {
    for (const Expr& decorator : decorators) {
      start("@");
      expression(decorator);
      end();
    }
  }

  template <class Function>
  void function(const Function& node, std::string_view words) {
    decorators(node.decorator_list);
    start(words);
    out_ += node.name + "(";
    ExpressionPrinter(out_).print(node.args);
    out_ += ')';
    block(node.body);
  }
  void write(const FunctionDef& node) { function(node, "def "); }
  void write(const AsyncFunctionDef& node) { function(node, "async def "); }

  void write(const ClassDef& node) {
    decorators(node.decorator_list);
    start("class " + node.name);
    if (!node.bases.empty() || !node.keywords.empty()) {
      out_ += '(';
      for (const Expr& base : node.bases) {
        if (&base != &node.bases.front()) out_ += ", ";
        expression(base);
      }
      ExpressionPrinter(out_).print(node.keywords, !node.bases.empty());
      out_ += ')';
    }
    block(node.body);
  }

  void write(const Return& node) {
    start("return");
    if (node.value) {
      out_ += ' ';
      bare(**node.value, Precedence::conditional);
    }
    end();
  }

  void write(const Delete& node) {
    start("del ");
    for (const Expr& target : node.targets) {
      if (&target != &node.targets.front()) out_ += ", ";
      expression(target);
    }
    end();
  }

  void write(const Assign& node) {
    start("");
    for (const Expr& target : node.targets) {
      ExpressionPrinter(out_).print_target(target);
      out_ += " = ";
    }
    bare(*node.value);
    end();
  }

  void write(const AugAssign& node) {
    start("");
    expression(*node.target, Precedence::bit_or);
    out_ += " " + std::string(symbol(node.op)) + "= ";
    bare(*node.value);
    end();
  }

  template <class Loop>
  void loop(const Loop& node, std::string_view words) {
    start(words);
    ExpressionPrinter(out_).print_target(*node.target);
    out_ += " in ";
    expression(*node.iter);
    block(node.body);
    clause("else", node.orelse);
  }
  void write(const For& node) { loop(node, "for "); }
  void write(const AsyncFor& node) { loop(node, "async for "); }

  void write(const While& node) {
    start("while ");
    expression(*node.test);
    block(node.body);
    clause("else", node.orelse);
  }

  void write(const If& node) { branch(node, "if "); }
  void branch(const If& node, std::string_view words) {
    start(words);
    expression(*node.test);
    block(node.body);
    const auto* other = node.orelse.size() == 1 ? as<If>(node.orelse.front()) : nullptr;
    if (other != nullptr) return branch(*other, "elif ");
    clause("else", node.orelse);
  }

  template <class Node>
  void with(const Node& node, std::string_view words) {
    start(words);
    for (const WithItem& item : node.items) {
      if (&item != &node.items.front()) out_ += ", ";
      with_item(item);
    }
    block(node.body);
  }
  void write(const With& node) { with(node, "with "); }
  void write(const AsyncWith& node) { with(node, "async with "); }

  void with_item(const WithItem& item) {
    // Without `as`, Pythons differ on whether (a, b) is one tuple or two items.
    const bool tuple = as<Tuple>(*item.context_expr) != nullptr && !item.optional_vars;
    if (tuple) out_ += '(';
    expression(*item.context_expr);
    if (tuple) out_ += ')';
    optional(" as ", item.optional_vars);
  }

  void write(const Raise& node) {
    start("raise");
    optional(" ", node.exc);
    optional(" from ", node.cause);
    end();
  }

  void write(const Try& node) {
    start("try");
    block(node.body);
    for (const ExceptHandler& handler : node.handlers) {
      start("except");
      optional(" ", handler.type);
      if (handler.name) out_ += " as " + *handler.name;
      block(handler.body);
    }
    clause("else", node.orelse);
    clause("finally", node.finalbody);
  }

  void write(const Assert& node) {
    start("assert ");
    expression(*node.test);
    optional(", ", node.msg);
    end();
  }

  void names(std::string_view words, const std::vector<std::string>& names) {
    start(words);
    for (const std::string& name : names) out_ += (&name == &names.front() ? " " : ", ") + name;
    end();
  }
  void write(const Global& node) { names("global", node.names); }
  void write(const Nonlocal& node) { names("nonlocal", node.names); }

  void write(const ExprStmt& node) {
    start("");
    bare(*node.value);
    end();
  }
  void write(const Pass&) { line("pass"); }
  void write(const Break&) { line("break"); }
  void write(const Continue&) { line("continue"); }

  std::string out_;
  std::size_t level_ = 0;
};

}  // namespace

std::string print(const Module& tree) { return StatementPrinter().module(tree); }

std::string print(const Expr& expr) {
  std::string text;
  ExpressionPrinter(text).print(expr, Precedence::yield);
  return text;
}

}  // namespace touchstone::scenario
