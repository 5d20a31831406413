#include "conformance/scenario/print_expressions.h"

#include <algorithm>

#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

bool has_starred(const Exprs& exprs) {
  return std::ranges::any_of(exprs, [](const Expr& expr) { return as<Starred>(expr) != nullptr; });
}

bool has_slice(const Exprs& exprs) {
  return std::ranges::any_of(exprs, [](const Expr& expr) { return as<Slice>(expr) != nullptr; });
}

bool is_integer(const Expr& expr) {
  const auto* constant = as<Constant>(expr);
  return constant != nullptr && constant->value.get_if<Integer>() != nullptr;
}

}  // namespace

Precedence precedence(const Expr& expr) {
  const auto of = Overloaded{
      [](const Yield&) { return Precedence::yield; },
      [](const YieldFrom&) { return Precedence::yield; },
      [](const Lambda&) { return Precedence::conditional; },
      [](const IfExp&) { return Precedence::conditional; },
      [](const BoolOp& node) {
        return node.op == BooleanOp::Or ? Precedence::disjunction : Precedence::conjunction;
      },
      [](const UnaryOp& node) {
        return node.op == UnaryOpKind::Not ? Precedence::inversion : Precedence::factor;
      },
      [](const Compare&) { return Precedence::comparison; },
      [](const BinOp& node) { return precedence(node.op); },
      [](const Await&) { return Precedence::await; },
      [](const auto&) { return Precedence::primary; },
  };
  return std::visit(of, expr.node);
}

void ExpressionPrinter::print(const Expr& expr, Precedence place) {
  const bool parentheses = precedence(expr) < place;
  if (parentheses) out_ += '(';
  std::visit([&](const auto& node) { write(node); }, expr.node);
  if (parentheses) out_ += ')';
}

void ExpressionPrinter::print_bare_tuple(const Expr& expr, Precedence place) {
  const auto* tuple = as<Tuple>(expr);
  if (tuple == nullptr || tuple->elts.size() < 2 || has_starred(tuple->elts))
    return print(expr, place);
  items(tuple->elts);
}

void ExpressionPrinter::print_target(const Expr& expr) {
  const auto* tuple = as<Tuple>(expr);
  if (tuple == nullptr || tuple->elts.size() < 2) return print(expr, Precedence::bit_or);
  items(tuple->elts);
}

void ExpressionPrinter::items(const Exprs& exprs) {
  bool first = true;
  for (const Expr& expr : exprs) {
    if (!first) out_ += ", ";
    first = false;
    print(expr, Precedence::conditional);
  }
}

void ExpressionPrinter::write(const BoolOp& node) {
  const auto place = node.op == BooleanOp::Or ? Precedence::conjunction : Precedence::inversion;
  bool first = true;
  for (const Expr& value : node.values) {
    if (!first) out_ += " " + std::string(symbol(node.op)) + " ";
    first = false;
    print(value, place);
  }
}

void ExpressionPrinter::write(const BinOp& node) {
  const Precedence own = precedence(node.op);
  const bool power = node.op == BinaryOp::Pow;
  print(*node.left, power ? Precedence::await : own);
  out_ += " " + std::string(symbol(node.op)) + " ";
  print(*node.right, power ? Precedence::factor : tighter(own));
}

void ExpressionPrinter::write(const UnaryOp& node) {
  out_ += symbol(node.op);
  if (node.op == UnaryOpKind::Not) out_ += ' ';
  print(*node.operand, node.op == UnaryOpKind::Not ? Precedence::inversion : Precedence::factor);
}

void ExpressionPrinter::write(const Lambda& node) {
  out_ += "lambda";
  std::string parameters;
  ExpressionPrinter(parameters, braces_).print(node.args);
  out_ += (parameters.empty() ? "" : " ") + parameters + ": ";
  print(*node.body, Precedence::conditional);
}

void ExpressionPrinter::write(const IfExp& node) {
  print(*node.body, Precedence::disjunction);
  out_ += " if ";
  print(*node.test, Precedence::disjunction);
  out_ += " else ";
  print(*node.orelse, Precedence::conditional);
}

void ExpressionPrinter::write(const Dict& node) {
  out_ += '{';
  for (std::size_t i = 0; i < std::min(node.keys.size(), node.values.size()); ++i) {
    if (i > 0) out_ += ", ";
    if (node.keys[i]) {
      print(**node.keys[i], Precedence::conditional);
      out_ += ": ";
    } else {
      out_ += "**";
    }
    print(node.values[i], node.keys[i] ? Precedence::conditional : Precedence::bit_or);
  }
  out_ += '}';
}

void ExpressionPrinter::write(const Set& node) {
  out_ += '{';
  items(node.elts);
  out_ += '}';
}

void ExpressionPrinter::generators(const Comprehensions& generators) {
  for (const Comprehension& generator : generators) {
    out_ += generator.is_async ? " async for " : " for ";
    print_target(*generator.target);
    out_ += " in ";
    print(*generator.iter, Precedence::disjunction);
    for (const Expr& condition : generator.ifs) {
      out_ += " if ";
      print(condition, Precedence::disjunction);
    }
  }
}

void ExpressionPrinter::write(const ListComp& node) {
  out_ += '[';
  print(*node.elt, Precedence::conditional);
  generators(node.generators);
  out_ += ']';
}

void ExpressionPrinter::write(const SetComp& node) {
  out_ += '{';
  print(*node.elt, Precedence::conditional);
  generators(node.generators);
  out_ += '}';
}

void ExpressionPrinter::write(const DictComp& node) {
  out_ += '{';
  print(*node.key, Precedence::conditional);
  out_ += ": ";
  print(*node.value, Precedence::conditional);
  generators(node.generators);
  out_ += '}';
}

void ExpressionPrinter::write(const GeneratorExp& node) {
  out_ += '(';
  print(*node.elt, Precedence::conditional);
  generators(node.generators);
  out_ += ')';
}

void ExpressionPrinter::write(const Await& node) {
  out_ += "await ";
  print(*node.value, Precedence::primary);
}

void ExpressionPrinter::write(const Yield& node) {
  out_ += "yield";
  if (!node.value) return;
  out_ += ' ';
  print_bare_tuple(**node.value, Precedence::conditional);
}

void ExpressionPrinter::write(const YieldFrom& node) {
  out_ += "yield from ";
  print(*node.value, Precedence::conditional);
}

void ExpressionPrinter::write(const Compare& node) {
  print(*node.left, Precedence::bit_or);
  for (std::size_t i = 0; i < std::min(node.ops.size(), node.comparators.size()); ++i) {
    out_ += " " + std::string(symbol(node.ops[i])) + " ";
    print(node.comparators[i], Precedence::bit_or);
  }
}

void ExpressionPrinter::write(const Call& node) {
  print(*node.func, Precedence::primary);
  const bool sole_generator =
      node.args.size() == 1 && node.keywords.empty() && as<GeneratorExp>(node.args[0]) != nullptr;
  if (sole_generator) return print(node.args[0], Precedence::conditional);
  out_ += '(';
  items(node.args);
  print(node.keywords, !node.args.empty());
  out_ += ')';
}

void ExpressionPrinter::print(const std::vector<Keyword>& keywords, bool after_others) {
  for (const Keyword& keyword : keywords) {
    if (after_others) out_ += ", ";
    after_others = true;
    out_ += keyword.arg ? *keyword.arg + "=" : "**";
    print(*keyword.value, Precedence::conditional);
  }
}

void ExpressionPrinter::write(const FormattedValue& node) {
  out_ += fstring(JoinedStr{{Expr{{}, node}}}, braces_);
}
void ExpressionPrinter::write(const JoinedStr& node) { out_ += fstring(node, braces_); }
void ExpressionPrinter::write(const Constant& node) { out_ += literal(node.value, braces_); }

void ExpressionPrinter::write(const Attribute& node) {
  const bool parentheses = is_integer(*node.value);
  if (parentheses) out_ += '(';
  print(*node.value, Precedence::primary);
  out_ += (parentheses ? ")." : ".") + node.attr;
}

void ExpressionPrinter::write(const Subscript& node) {
  print(*node.value, Precedence::primary);
  out_ += '[';
  const auto* tuple = as<Tuple>(*node.slice);
  if (tuple != nullptr && has_slice(tuple->elts)) {
    items(tuple->elts);
    if (tuple->elts.size() == 1) out_ += ',';
  } else {
    print_bare_tuple(*node.slice, Precedence::conditional);
  }
  out_ += ']';
}

void ExpressionPrinter::write(const Starred& node) {
  out_ += '*';
  print(*node.value, Precedence::bit_or);
}

void ExpressionPrinter::write(const Name& node) { out_ += node.id; }

void ExpressionPrinter::write(const List& node) {
  out_ += '[';
  items(node.elts);
  out_ += ']';
}

void ExpressionPrinter::write(const Tuple& node) {
  out_ += '(';
  items(node.elts);
  out_ += node.elts.size() == 1 ? ",)" : ")";
}

void ExpressionPrinter::write(const Slice& node) {
  if (node.lower) print(**node.lower, Precedence::conditional);
  out_ += ':';
  if (node.upper) print(**node.upper, Precedence::conditional);
  if (!node.step) return;
  out_ += ':';
  print(**node.step, Precedence::conditional);
}

void ExpressionPrinter::parameter(const Arg& arg, const Expr* value) {
  out_ += arg.arg;
  if (value == nullptr) return;
  out_ += '=';
  print(*value, Precedence::conditional);
}

void ExpressionPrinter::print(const Arguments& arguments) {
  bool first = true;
  const auto separate = [&] {
    if (!first) out_ += ", ";
    first = false;
  };
  for (std::size_t i = 0; i < arguments.args.size(); ++i) {
    separate();
    const std::size_t from_end = arguments.args.size() - i;
    const bool has_default = from_end <= arguments.defaults.size();
    parameter(arguments.args[i],
              has_default ? &arguments.defaults[arguments.defaults.size() - from_end] : nullptr);
  }
  if (arguments.vararg || !arguments.kwonlyargs.empty()) {
    separate();
    out_ += "*" + (arguments.vararg ? arguments.vararg->arg : "");
  }
  for (std::size_t i = 0; i < arguments.kwonlyargs.size(); ++i) {
    separate();
    const bool has_default = i < arguments.kw_defaults.size() && arguments.kw_defaults[i];
    parameter(arguments.kwonlyargs[i], has_default ? &**arguments.kw_defaults[i] : nullptr);
  }
  if (arguments.kwarg) {
    separate();
    out_ += "**" + arguments.kwarg->arg;
  }
}

}  // namespace touchstone::scenario
