#include <algorithm>

#include "conformance/scenario/parser.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {

Expr Parser::primary() {
  const Position start = peek().at;
  Chain chain(*this);
  Expr value = atom();
  while (at_any({".", "(", "["})) {
    chain.add_link();
    value = trailer(std::move(value), start);
  }
  return chain.end(std::move(value));
}

Expr Parser::trailer(Expr value, Position start) {
  if (accept("."))
    return make(start, Attribute{std::move(value), expect_name("the name of an attribute")});
  if (accept("(")) return call(std::move(value), start);
  expect("[");
  Expr index = subscript_index();
  expect("]");
  return make(start, Subscript{std::move(value), std::move(index)});
}

Expr Parser::call(Expr callee, Position start) {
  Call call{std::move(callee), {}, {}};
  call_arguments(call.args, call.keywords, true);
  expect(")");
  return make(start, std::move(call));
}

void Parser::call_arguments(Exprs& args, std::vector<Keyword>& keywords, bool bare_generator) {
  while (!at(")")) {
    const Position start = peek().at;
    call_argument(args, keywords);
    if (at_comprehension()) {
      if (!bare_generator || args.size() != 1 || !keywords.empty() ||
          as<Starred>(args[0]) != nullptr) {
        fail("')'", "a generator expression beside other arguments needs parentheses");
      }
      args[0] = make(start, GeneratorExp{std::move(args[0]), comprehensions()});
      if (!at(")")) fail("')'", "a generator expression beside other arguments needs parentheses");
      return;
    }
    if (!accept(",")) return;
  }
}

void Parser::call_argument(Exprs& args, std::vector<Keyword>& keywords) {
  if (at("**") || (at_kind(TokenKind::name) && at(1, "="))) {
    keywords.push_back(keyword_argument());
    return;
  }
  const bool after_unpacking =
      !keywords.empty() && std::ranges::any_of(keywords, [](const Keyword& k) { return !k.arg; });
  if (after_unpacking) fail("a keyword argument", "no positional argument follows **");
  if (at("*")) {
    const Nesting nesting(*this);
    const Position start = take().at;
    args.push_back(make(start, Starred{expression()}));
    return;
  }
  if (!keywords.empty())
    fail("a keyword argument", "no positional argument follows a keyword argument");
  args.push_back(expression());
}

Keyword Parser::keyword_argument() {
  if (accept("**")) return {std::nullopt, expression()};
  std::string name = expect_name("the name of an argument");
  expect("=");
  return {std::move(name), expression()};
}

Expr Parser::subscript_index() {
  const Position start = peek().at;
  Exprs items;
  bool comma = false;
  do {
    items.push_back(slice());
    comma = accept(",");
  } while (comma && !at("]"));
  return tuple_or_single(std::move(items), comma, start);
}

Expr Parser::slice() {
  const Position start = peek().at;
  if (at("*")) fail("an index", "a starred index stands in a tuple of its own");
  const auto part = [&]() -> OptionalExpr {
    if (at_any({":", ",", "]"})) return std::nullopt;
    return expression();
  };
  OptionalExpr lower = part();
  if (!at(":")) {
    if (!lower) fail("an index");
    return std::move(**lower);
  }
  take();
  Slice slice{std::move(lower), part(), {}};
  if (accept(":")) slice.step = part();
  return make(start, std::move(slice));
}

Expr Parser::atom() {
  const Token& token = peek();
  switch (token.kind) {
    case TokenKind::number: {
      const Token number = take();
      return make(number.at, Constant{number_value(number)});
    }
    case TokenKind::string:
      return strings();
    case TokenKind::name:
    case TokenKind::keyword:
      return name_or_constant();
    default:
      break;
  }
  if (at("(")) return group_or_tuple();
  if (at("[")) return list_display();
  if (at("{")) return brace_display();
  if (at("...")) fail("an expression", "`...` is left out");
  fail("an expression");
}

Expr Parser::name_or_constant() {
  const Position start = peek().at;
  if (accept("None")) return make(start, Constant{});
  if (accept("True")) return make(start, Constant{true});
  if (accept("False")) return make(start, Constant{false});
  return make(start, Name{expect_name("an expression")});
}

Expr Parser::group_or_tuple() {
  const Position start = take().at;
  if (accept(")")) return make(start, Tuple{});
  Expr value = at("yield") ? yield_expression() : group(start);
  if (at(":=")) fail("')'", "assignment expressions are left out");
  expect(")");
  return value;
}

Expr Parser::group(Position start) {
  Exprs items;
  items.push_back(star_item());
  const bool starred = as<Starred>(items[0]) != nullptr;
  if (at_comprehension() && !starred)
    return make(start, GeneratorExp{std::move(items[0]), comprehensions()});
  if (starred && !at(",")) fail("','", "a starred expression stands in a tuple");
  bool comma = false;
  while ((comma = accept(",")) && !at(")")) items.push_back(star_item());
  return tuple_or_single(std::move(items), comma || items.size() > 1, start);
}

Expr Parser::list_display() {
  const Position start = take().at;
  Exprs items;
  while (!at("]")) {
    items.push_back(star_item());
    if (items.size() == 1 && at_comprehension() && as<Starred>(items[0]) == nullptr) {
      ListComp list{std::move(items[0]), comprehensions()};
      expect("]");
      return make(start, std::move(list));
    }
    if (!accept(",")) break;
  }
  expect("]");
  return make(start, List{std::move(items)});
}

Expr Parser::brace_display() {
  const Position start = take().at;
  if (accept("}")) return make(start, Dict{});
  Dict dict;
  if (at("**")) {
    dict_item(dict);
    return dict_display(start, std::move(dict));
  }
  Expr first = star_item();
  if (as<Starred>(first) != nullptr || !at(":")) return set_display(start, std::move(first));
  take();
  dict.keys.emplace_back(std::move(first));
  dict.values.push_back(expression());
  return dict_display(start, std::move(dict));
}

Expr Parser::dict_display(Position start, Dict first) {
  if (at_comprehension() && first.keys[0]) {
    DictComp comp{std::move(*first.keys[0]), std::move(first.values[0]), comprehensions()};
    expect("}");
    return make(start, std::move(comp));
  }
  while (accept(",") && !at("}")) dict_item(first);
  expect("}");
  return make(start, std::move(first));
}

void Parser::dict_item(Dict& dict) {
  if (accept("**")) {
    dict.keys.emplace_back();
    dict.values.push_back(binary(1));
    return;
  }
  dict.keys.emplace_back(expression());
  expect(":");
  dict.values.push_back(expression());
}

Expr Parser::set_display(Position start, Expr first) {
  if (at_comprehension() && as<Starred>(first) == nullptr) {
    SetComp set{std::move(first), comprehensions()};
    expect("}");
    return make(start, std::move(set));
  }
  Set set;
  set.elts.push_back(std::move(first));
  while (accept(",") && !at("}")) set.elts.push_back(star_item());
  expect("}");
  return make(start, std::move(set));
}

Comprehensions Parser::comprehensions() {
  Comprehensions generators;
  while (at_comprehension()) generators.push_back(comprehension());
  return generators;
}

Comprehension Parser::comprehension() {
  Comprehension generator;
  generator.is_async = accept("async");
  expect("for");
  const Position start = peek().at;
  Exprs targets = target_list();
  const bool comma = targets.size() > 1 || tokens_[next_ - 1].text == ",";
  generator.target = tuple_or_single(std::move(targets), comma, start);
  expect("in");
  generator.iter = disjunction();
  while (accept("if")) generator.ifs.push_back(disjunction());
  return generator;
}

}  // namespace touchstone::scenario
