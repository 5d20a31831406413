#include <algorithm>
#include <cmath>

#include "conformance/scenario/print_expressions.h"
#include "conformance/scenario/walk.h"
#include "conformance/values/repr.h"
#include "conformance/values/unicode.h"

namespace touchstone::scenario {
namespace {

/// Strings inside strings inside `expr`: decides which quotes each needs, since none may appear
/// twice on the way in.
int string_levels(const Expr& expr) {
  int below = 0;
  for_each_child(
      expr, Overloaded{[&](const Expr& child) { below = std::max(below, string_levels(child)); },
                       [](const Stmt&) {}});
  const auto* constant = as<Constant>(expr);
  const bool text = constant != nullptr && (constant->value.get_if<Text>() != nullptr ||
                                            constant->value.get_if<Bytes>() != nullptr);
  return below + (text || as<JoinedStr>(expr) != nullptr ? 1 : 0);
}

/// Of the f-string's expressions; its own text needs no quotes of its own.
int levels_inside(const JoinedStr& node) {
  int levels = 0;
  for (const Expr& part : node.values) {
    const auto* formatted = as<FormattedValue>(part);
    if (formatted == nullptr) continue;
    levels = std::max(levels, string_levels(*formatted->value));
    const auto* spec = formatted->format_spec ? as<JoinedStr>(**formatted->format_spec) : nullptr;
    if (spec != nullptr) levels = std::max(levels, levels_inside(*spec));
  }
  return levels;
}

std::string quotes_for(int levels_inside) {
  static constexpr const char* quotes[] = {"'", "\"", "\"\"\"", "'''"};
  return quotes[std::min(levels_inside, 3)];
}

bool has_lambda(const Expr& expr) {
  bool found = false;
  walk(expr, Overloaded{[&](const Expr& inner) { found = found || as<Lambda>(inner) != nullptr; },
                        [](const Stmt&) {}});
  return found;
}

class FormattedPrinter {
 public:
  FormattedPrinter(std::string& out, char quote, int braces)
      : out_(out), quote_(quote), braces_(braces) {}

  void values(const Exprs& parts, bool in_spec) {
    for (const Expr& part : parts) {
      if (const auto* formatted = as<FormattedValue>(part)) value(*formatted);
      if (const auto* constant = as<Constant>(part)) text(constant->value, in_spec);
    }
  }

 private:
  void value(const FormattedValue& node) {
    std::string inside;
    // Python looks for the colon before it reads the expression: a lambda's must be in parentheses.
    ExpressionPrinter(inside, braces_ + 1)
        .print(*node.value,
               has_lambda(*node.value) ? Precedence::disjunction : Precedence::conditional);
    out_ += (inside.starts_with('{') ? "{ " : "{") + inside;
    if (node.conversion != Conversion::None) out_ += {'!', static_cast<char>(node.conversion)};
    if (node.format_spec) spec(**node.format_spec);
    out_ += '}';
  }

  void spec(const Expr& expr) {
    out_ += ':';
    if (const auto* joined = as<JoinedStr>(expr)) values(joined->values, true);
  }

  void text(const Value& value, bool in_spec) {
    const auto* text = value.get_if<Text>();
    if (text == nullptr) return;
    for (const char c : text_body(text->points, quote_)) {
      if (c != '{' && c != '}') {
        out_ += c;
      } else if (in_spec) {
        out_ += c == '{' ? "\\x7b" : "\\x7d";
      } else {
        out_ += {c, c};
      }
    }
  }

  std::string& out_;
  char quote_;
  int braces_;
};

std::string float_literal(double number) {
  return std::isinf(number) ? "1e309" : float_repr(number);
}

}  // namespace

std::string literal(const Value& value, int braces) {
  if (const auto* number = value.get_if<double>()) return float_literal(*number);
  const bool plain_quote = braces > 0;
  if (const auto* text = value.get_if<Text>(); text != nullptr && plain_quote)
    return "'" + text_body(text->points, '\'') + "'";
  return repr(value);
}

std::string fstring(const JoinedStr& node, int braces) {
  const std::string quotes = quotes_for(levels_inside(node));
  std::string text = "f" + quotes;
  FormattedPrinter(text, quotes.front(), braces).values(node.values, false);
  return text + quotes;
}

}  // namespace touchstone::scenario
