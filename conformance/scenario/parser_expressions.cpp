#include <algorithm>

#include "conformance/scenario/parser.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

struct Binary {
  std::string_view symbol;
  BinaryOp op;
  int precedence;
};

constexpr int loosest = 1;
constexpr Binary binaries[] = {
    {"|", BinaryOp::BitOr, 1},     {"^", BinaryOp::BitXor, 2},  {"&", BinaryOp::BitAnd, 3},
    {"<<", BinaryOp::LShift, 4},   {">>", BinaryOp::RShift, 4}, {"+", BinaryOp::Add, 5},
    {"-", BinaryOp::Sub, 5},       {"*", BinaryOp::Mult, 6},    {"/", BinaryOp::Div, 6},
    {"//", BinaryOp::FloorDiv, 6}, {"%", BinaryOp::Mod, 6},     {"@", BinaryOp::MatMult, 6}};

constexpr std::pair<std::string_view, CompareOp> comparisons[] = {
    {"==", CompareOp::Eq}, {"!=", CompareOp::NotEq}, {"<", CompareOp::Lt}, {"<=", CompareOp::LtE},
    {">", CompareOp::Gt},  {">=", CompareOp::GtE},   {"in", CompareOp::In}};

constexpr std::pair<std::string_view, UnaryOpKind> unaries[] = {
    {"-", UnaryOpKind::USub}, {"+", UnaryOpKind::UAdd}, {"~", UnaryOpKind::Invert}};

const Binary* binary_at(const Token& token) {
  if (token.kind != TokenKind::symbol) return nullptr;
  const auto* found = std::ranges::find(binaries, token.text, &Binary::symbol);
  return found == std::end(binaries) ? nullptr : found;
}

}  // namespace

Expr Parser::braced() {
  Expr value = star_expressions_or_yield();
  if (as<Starred>(value) != nullptr) fail("a comma", "a starred expression stands in a tuple");
  if (!at_kind(TokenKind::end)) fail("the end of the expression in an f-string");
  return value;
}

Expr Parser::tuple_or_single(Exprs items, bool trailing_comma, Position start) {
  if (items.size() == 1 && !trailing_comma) return std::move(items.front());
  return make(start, Tuple{std::move(items)});
}

Expr Parser::star_expressions() {
  const Position start = peek().at;
  Exprs items;
  bool comma = false;
  do {
    items.push_back(star_item());
    comma = accept(",");
  } while (comma && starts_expression());
  return tuple_or_single(std::move(items), comma, start);
}

Expr Parser::star_expressions_or_yield() {
  return at("yield") ? yield_expression() : star_expressions();
}

Expr Parser::expressions() {
  const Position start = peek().at;
  Exprs items;
  bool comma = false;
  do {
    if (at("*"))
      fail("parentheses around the tuple", "older Pythons refuse a bare starred tuple here");
    items.push_back(expression());
    comma = accept(",");
  } while (comma && starts_expression());
  return tuple_or_single(std::move(items), comma, start);
}

Expr Parser::star_item() { return at("*") ? starred() : expression(); }

Expr Parser::starred() {
  const Nesting nesting(*this);
  const Position start = take().at;
  return make(start, Starred{binary(loosest)});
}

Expr Parser::yield_expression() {
  const Nesting nesting(*this);
  const Position start = take().at;
  if (accept("from")) return make(start, YieldFrom{expression()});
  if (!starts_expression()) return make(start, Yield{});
  return make(start, Yield{star_expressions()});
}

Expr Parser::expression() {
  const Nesting nesting(*this);
  if (at("lambda")) return lambda();
  const Position start = peek().at;
  Expr body = disjunction();
  if (!accept("if")) return body;
  Expr test = disjunction();
  expect("else");
  Expr orelse = expression();
  return make(start, IfExp{std::move(test), std::move(body), std::move(orelse)});
}

Expr Parser::lambda() {
  const Position start = take().at;
  Arguments arguments = parameters(":");
  expect(":");
  return make(start, Lambda{std::move(arguments), expression()});
}

Expr Parser::disjunction() {
  const Position start = peek().at;
  Expr first = conjunction();
  if (!at("or")) return first;
  BoolOp either{BooleanOp::Or, {}};
  either.values.push_back(std::move(first));
  while (accept("or")) either.values.push_back(conjunction());
  return make(start, std::move(either));
}

Expr Parser::conjunction() {
  const Position start = peek().at;
  Expr first = inversion();
  if (!at("and")) return first;
  BoolOp both{BooleanOp::And, {}};
  both.values.push_back(std::move(first));
  while (accept("and")) both.values.push_back(inversion());
  return make(start, std::move(both));
}

Expr Parser::inversion() {
  if (!at("not")) return comparison();
  const Nesting nesting(*this);
  const Position start = take().at;
  return make(start, UnaryOp{UnaryOpKind::Not, inversion()});
}

std::optional<CompareOp> Parser::comparison_operator() {
  for (const auto& [symbol, op] : comparisons) {
    if (accept(symbol)) return op;
  }
  if (accept("is")) return accept("not") ? CompareOp::IsNot : CompareOp::Is;
  if (!at("not") || !at(1, "in")) return std::nullopt;
  next_ += 2;
  return CompareOp::NotIn;
}

Expr Parser::comparison() {
  const Position start = peek().at;
  Expr left = binary(loosest);
  auto op = comparison_operator();
  if (!op) return left;
  Compare compare{std::move(left), {}, {}};
  for (; op; op = comparison_operator()) {
    compare.ops.push_back(*op);
    compare.comparators.push_back(binary(loosest));
  }
  return make(start, std::move(compare));
}

Expr Parser::binary(int precedence) {
  const Position start = peek().at;
  Chain chain(*this);
  Expr left = factor();
  for (const Binary* found = binary_at(peek()); found != nullptr && found->precedence >= precedence;
       found = binary_at(peek())) {
    take();
    chain.add_link();
    left = make(start, BinOp{std::move(left), found->op, binary(found->precedence + 1)});
  }
  return chain.end(std::move(left));
}

Expr Parser::factor() {
  for (const auto& [symbol, op] : unaries) {
    if (!at(symbol)) continue;
    const Nesting nesting(*this);
    const Position start = take().at;
    return make(start, UnaryOp{op, factor()});
  }
  return power();
}

Expr Parser::power() {
  const Position start = peek().at;
  Expr base = await_primary();
  if (!accept("**")) return base;
  const Nesting nesting(*this);
  return make(start, BinOp{std::move(base), BinaryOp::Pow, factor()});
}

Expr Parser::await_primary() {
  if (!at("await")) return primary();
  const Position start = take().at;
  return make(start, Await{primary()});
}

Exprs Parser::target_list() {
  Exprs targets;
  do targets.push_back(target());
  while (accept(",") && starts_expression());
  return targets;
}

/// What may stand before `in` or after `as`: validate() says which expressions can be assigned to.
Expr Parser::target() {
  if (!starts_expression()) fail("a target");
  return at("*") ? starred() : binary(loosest);
}

}  // namespace touchstone::scenario
