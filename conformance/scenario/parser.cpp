#include "conformance/scenario/parser.h"

#include <algorithm>

#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

/// A level of the tree takes at most two of the parser (a unary operator in parentheses).
constexpr int most_levels = 2 * max_height + 2;
/// Shorter chains add little to the height, which is measured again at the end of the statement.
constexpr int links_worth_measuring = 4;

std::string message_of(Position at, const std::string& found, const std::string& expected,
                       const std::string& message) {
  const std::string where =
      "line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": ";
  return where + (message.empty() ? "" : message + "; ") + "found " + found + ", expected " +
         expected;
}

}  // namespace

ParseError::ParseError(Position at, std::string found, std::string expected, std::string message)
    : std::runtime_error(message_of(at, found, expected, message)),
      line(at.line),
      column(at.column),
      found(std::move(found)),
      expected(std::move(expected)) {}

Module parse(std::string_view text) {
  const std::string dedented = dedent(text);
  Module tree = Parser(tokenize(dedented)).module();
  for (const Stmt& statement : tree.body) {
    if (height(statement) < max_height) continue;
    throw ParseError(statement.at,
                     "a statement of " + std::to_string(height(statement)) + " levels",
                     "less than " + std::to_string(max_height), "it is nested too deeply");
  }
  return tree;
}

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (parser.levels_ == most_levels) parser.fail_nesting();
  ++parser.levels_;
}

void Parser::Chain::add_link() {
  if (++links_ == max_height) parser_.fail_nesting();
}

Expr Parser::Chain::end(Expr chain) const {
  if (links_ >= links_worth_measuring && height(chain) > max_height) parser_.fail_nesting();
  return chain;
}

void Parser::fail_nesting() const {
  fail("less than " + std::to_string(max_height) + " levels", "this is nested too deeply");
}

Module Parser::module() {
  Module tree;
  while (!at_kind(TokenKind::end)) statement(tree.body);
  return tree;
}

const Token& Parser::peek(std::size_t ahead) const {
  return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
}

bool Parser::at(std::size_t ahead, std::string_view word) const {
  const Token& token = peek(ahead);
  const bool fixed = token.kind == TokenKind::symbol || token.kind == TokenKind::keyword;
  // Most questions are answered by the first character.
  return fixed && token.text.front() == word.front() && token.text == word;
}

bool Parser::at_any(std::initializer_list<std::string_view> words) const {
  return std::ranges::any_of(words, [&](std::string_view word) { return at(word); });
}

bool Parser::accept(std::string_view word) {
  if (!at(word)) return false;
  ++next_;
  return true;
}

void Parser::expect(std::string_view word) {
  if (!accept(word)) fail("'" + std::string(word) + "'");
}

std::string Parser::expect_name(const char* what) {
  if (!at_kind(TokenKind::name)) fail(what);
  if (peek().text == "__debug__") fail("another name", "Python keeps __debug__ for itself");
  return std::string(take().text);
}

bool Parser::starts_expression() const {
  const Token& token = peek();
  switch (token.kind) {
    case TokenKind::name:
    case TokenKind::number:
    case TokenKind::string:
      return true;
    case TokenKind::keyword:
      return at_any({"None", "True", "False", "not", "lambda", "await"});
    case TokenKind::symbol:
      return at_any({"(", "[", "{", "-", "+", "~", "*"});
    default:
      return false;
  }
}

void Parser::fail(const std::string& expected, const std::string& message) const {
  fail_at(peek(), expected, message);
}

void Parser::fail_at(const Token& token, const std::string& expected,
                     const std::string& message) const {
  throw ParseError(token.at, describe(token), expected, message);
}

}  // namespace touchstone::scenario
