#include "conformance/scenario/keywords.h"
#include "conformance/scenario/parser.h"

namespace touchstone::scenario {
namespace {

constexpr std::pair<std::string_view, BinaryOp> augmented[] = {
    {"+=", BinaryOp::Add},     {"-=", BinaryOp::Sub},   {"*=", BinaryOp::Mult},
    {"@=", BinaryOp::MatMult}, {"/=", BinaryOp::Div},   {"//=", BinaryOp::FloorDiv},
    {"%=", BinaryOp::Mod},     {"**=", BinaryOp::Pow},  {"<<=", BinaryOp::LShift},
    {">>=", BinaryOp::RShift}, {"|=", BinaryOp::BitOr}, {"^=", BinaryOp::BitXor},
    {"&=", BinaryOp::BitAnd}};

}  // namespace

void Parser::statement(Body& body) {
  const Nesting nesting(*this);
  if (at_kind(TokenKind::indent)) fail("a statement of this block", "unexpected indentation");
  const Position start = peek().at;
  if (auto compound = compound_statement()) {
    body.push_back({start, std::move(*compound)});
  } else {
    simple_statements(body);
  }
}

void Parser::simple_statements(Body& body) {
  do {
    const Position start = peek().at;
    body.push_back({start, simple_statement()});
  } while (accept(";") && !at_kind(TokenKind::newline));
  if (at(":")) fail("end of line", "annotations are left out");
  if (at(":=")) fail("end of line", "assignment expressions are left out");
  if (!at_kind(TokenKind::newline)) fail("end of line");
  take();
}

Stmt::Node Parser::simple_statement() {
  refuse_left_out_statement();
  if (auto statement = keyword_statement()) return std::move(*statement);
  return expression_statement();
}

void Parser::refuse_left_out_statement() const {
  if (at("import") || at("from"))
    fail("a statement", "there is no import: modules are there by their names");
}

std::optional<Stmt::Node> Parser::keyword_statement() {
  if (accept("pass")) return Pass{};
  if (accept("break")) return Break{};
  if (accept("continue")) return Continue{};
  if (accept("return")) return return_statement();
  if (accept("raise")) return raise_statement();
  if (accept("assert")) return assert_statement();
  if (accept("del")) return delete_statement();
  if (accept("global")) return Global{name_list()};
  if (accept("nonlocal")) return Nonlocal{name_list()};
  return std::nullopt;
}

Stmt::Node Parser::return_statement() {
  if (!starts_expression()) return Return{};
  return Return{star_expressions()};
}

Stmt::Node Parser::raise_statement() {
  Raise raise;
  if (!starts_expression()) return raise;
  raise.exc = expression();
  if (accept("from")) raise.cause = expression();
  return raise;
}

Stmt::Node Parser::assert_statement() {
  Assert assertion{expression(), {}};
  if (accept(",")) assertion.msg = expression();
  return assertion;
}

Stmt::Node Parser::delete_statement() { return Delete{target_list()}; }

std::vector<std::string> Parser::name_list() {
  std::vector<std::string> names;
  do names.push_back(expect_name("a name"));
  while (accept(","));
  return names;
}

Stmt::Node Parser::expression_statement() {
  if (!starts_expression() && !at("yield")) fail("a statement");
  Expr first = star_expressions_or_yield();
  if (at("=")) return assignment(std::move(first));
  for (const auto& [symbol, op] : augmented) {
    if (accept(symbol)) return AugAssign{std::move(first), op, star_expressions_or_yield()};
  }
  return ExprStmt{std::move(first)};
}

Stmt::Node Parser::assignment(Expr first) {
  Exprs sides;
  sides.push_back(std::move(first));
  while (accept("=")) sides.push_back(star_expressions_or_yield());
  Expr value = std::move(sides.back());
  sides.pop_back();
  return Assign{std::move(sides), std::move(value)};
}

Body Parser::block() {
  expect(":");
  Body body;
  if (!at_kind(TokenKind::newline)) {
    simple_statements(body);
    return body;
  }
  take();
  if (!at_kind(TokenKind::indent)) fail("an indented block");
  take();
  while (!at_kind(TokenKind::dedent)) statement(body);
  take();
  return body;
}

std::optional<Stmt::Node> Parser::compound_statement() {
  if (accept("if")) return if_statement();
  if (accept("while")) return while_statement();
  if (accept("for")) return for_statement<For>();
  if (accept("with")) return with_statement<With>();
  if (accept("try")) return try_statement();
  if (accept("def")) return function_definition<FunctionDef>({});
  if (accept("class")) return class_definition({});
  if (accept("async")) return async_statement();
  if (at("@")) return decorated();
  return std::nullopt;
}

Stmt::Node Parser::async_statement() {
  if (accept("for")) return for_statement<AsyncFor>();
  if (accept("with")) return with_statement<AsyncWith>();
  if (accept("def")) return function_definition<AsyncFunctionDef>({});
  fail("'def', 'for' or 'with' after async");
}

Stmt::Node Parser::if_statement() {
  Expr test = expression();
  Body body = block();
  if (!at("elif")) return If{std::move(test), std::move(body), else_block()};
  const Nesting nesting(*this);
  const Position start = take().at;
  Body orelse;
  orelse.push_back({start, if_statement()});
  return If{std::move(test), std::move(body), std::move(orelse)};
}

Stmt::Node Parser::while_statement() {
  Expr test = expression();
  Body body = block();
  return While{std::move(test), std::move(body), else_block()};
}

Body Parser::else_block() { return accept("else") ? block() : Body{}; }

template <class Node>
Stmt::Node Parser::for_statement() {
  const Position start = peek().at;
  Exprs targets = target_list();
  const bool comma = targets.size() > 1 || tokens_[next_ - 1].text == ",";
  Expr target = tuple_or_single(std::move(targets), comma, start);
  expect("in");
  Expr iter = expressions();
  Body body = block();
  return Node{std::move(target), std::move(iter), std::move(body), else_block()};
}

template <class Node>
Stmt::Node Parser::with_statement() {
  std::vector<WithItem> items;
  do items.push_back(with_item());
  while (accept(","));
  return Node{std::move(items), block()};
}

WithItem Parser::with_item() {
  const Token start = peek();
  WithItem item{expression(), {}};
  const bool own_parentheses = as<Tuple>(*item.context_expr) != nullptr &&
                               start.at.column == item.context_expr->at.column &&
                               start.at.line == item.context_expr->at.line;
  if (accept("as")) {
    item.optional_vars = target();
  } else if (own_parentheses) {
    fail_at(start, "items without parentheses, or ((a, b)) for a tuple",
            "Pythons differ on what this means");
  }
  return item;
}

Stmt::Node Parser::try_statement() {
  Try statement;
  statement.body = block();
  while (accept("except")) statement.handlers.push_back(except_clause());
  if (!statement.handlers.empty()) statement.orelse = else_block();
  if (accept("finally")) statement.finalbody = block();
  if (statement.handlers.empty() && statement.finalbody.empty()) fail("'except' or 'finally'");
  return statement;
}

ExceptHandler Parser::except_clause() {
  if (at("*")) fail("the type of an error, or ':'", "except* is left out");
  ExceptHandler handler;
  if (!at(":")) {
    handler.type = expression();
    if (at(",")) fail("'as' or ':'", "several types stand in parentheses");
    if (accept("as")) handler.name = expect_name("a name for the error");
  }
  handler.body = block();
  return handler;
}

Stmt::Node Parser::decorated() {
  Exprs decorators;
  while (accept("@")) {
    decorators.push_back(expression());
    if (!at_kind(TokenKind::newline)) fail("end of line after a decorator");
    take();
  }
  if (accept("def")) return function_definition<FunctionDef>(std::move(decorators));
  if (accept("class")) return class_definition(std::move(decorators));
  if (!at("async") || !at(1, "def")) fail("'def', 'class' or 'async def' after a decorator");
  next_ += 2;
  return function_definition<AsyncFunctionDef>(std::move(decorators));
}

template <class Node>
Stmt::Node Parser::function_definition(Exprs decorators) {
  std::string name = expect_name("the name of the function");
  expect("(");
  Arguments arguments = parameters(")");
  if (at(":")) fail("',' or ')'", "annotations are left out");
  expect(")");
  if (at("->")) fail("':'", "annotations are left out");
  return Node{std::move(name), std::move(arguments), block(), std::move(decorators)};
}

Stmt::Node Parser::class_definition(Exprs decorators) {
  ClassDef definition;
  definition.name = expect_name("the name of the class");
  definition.decorator_list = std::move(decorators);
  if (accept("(")) {
    call_arguments(definition.bases, definition.keywords, false);
    expect(")");
  }
  definition.body = block();
  return definition;
}

}  // namespace touchstone::scenario
