/// Recursive descent over the tokens; one function a rule of Python's grammar, under its name where
/// it has one. Internal: parse.h is the interface.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/scenario/literals.h"
#include "conformance/scenario/parse.h"
#include "conformance/scenario/tokenizer.h"

namespace touchstone::scenario {

class Parser {
 public:
  /// `levels` above what is parsed: f-strings parse their expressions with a parser of their own.
  explicit Parser(std::vector<Token> tokens, int levels = 0)
      : tokens_(std::move(tokens)), levels_(levels) {}

  Module module();
  /// What stands between the braces of an f-string, to the end.
  Expr braced();

 private:
  /// Counts how deep the parser is while it lives.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    ~Nesting() { --parser_.levels_; }

   private:
    Parser& parser_;
  };

  /// Counts the links of a chain (a.b.c, a + b + c), which makes a tree high without depth in the
  /// parser: fails in time for the tree to be taken down again on any stack.
  class Chain {
   public:
    explicit Chain(const Parser& parser) : parser_(parser) {}
    void add_link();
    Expr end(Expr chain) const;

   private:
    const Parser& parser_;
    int links_ = 0;
  };

  // Tokens.
  const Token& peek(std::size_t ahead = 0) const;
  Token take() { return tokens_[next_++]; }
  bool at(std::string_view word) const { return at(0, word); }
  bool at(std::size_t ahead, std::string_view word) const;
  bool at_kind(TokenKind kind) const { return peek().kind == kind; }
  bool at_any(std::initializer_list<std::string_view> words) const;
  bool accept(std::string_view word);
  void expect(std::string_view word);
  std::string expect_name(const char* what);
  bool starts_expression() const;
  [[noreturn]] void fail(const std::string& expected, const std::string& message = "") const;
  [[noreturn]] void fail_at(const Token& token, const std::string& expected,
                            const std::string& message) const;

  // Statements.
  void statement(Body& body);
  void simple_statements(Body& body);
  Stmt::Node simple_statement();
  std::optional<Stmt::Node> keyword_statement();
  std::optional<Stmt::Node> compound_statement();
  Stmt::Node expression_statement();
  Stmt::Node assignment(Expr first);
  Body block();
  Stmt::Node return_statement();
  Stmt::Node raise_statement();
  Stmt::Node assert_statement();
  Stmt::Node delete_statement();
  std::vector<std::string> name_list();
  Stmt::Node if_statement();
  Stmt::Node while_statement();
  Body else_block();
  Stmt::Node try_statement();
  ExceptHandler except_clause();
  Stmt::Node async_statement();
  Stmt::Node decorated();
  Stmt::Node class_definition(Exprs decorators);
  template <class Node>
  Stmt::Node function_definition(Exprs decorators);
  template <class Node>
  Stmt::Node for_statement();
  template <class Node>
  Stmt::Node with_statement();
  WithItem with_item();
  void refuse_left_out_statement() const;
  [[noreturn]] void fail_nesting() const;

  // Expressions, loosest first.
  Expr star_expressions();
  Expr star_expressions_or_yield();
  Expr expressions();
  Expr star_item();
  Expr starred();
  Expr yield_expression();
  Expr expression();
  Expr lambda();
  Expr disjunction();
  Expr conjunction();
  Expr inversion();
  Expr comparison();
  std::optional<CompareOp> comparison_operator();
  Expr binary(int precedence);
  Expr factor();
  Expr power();
  Expr await_primary();
  Expr primary();
  Expr atom();
  Expr name_or_constant();
  Expr trailer(Expr value, Position start);
  Expr call(Expr callee, Position start);
  void call_arguments(Exprs& args, std::vector<Keyword>& keywords, bool bare_generator);
  void call_argument(Exprs& args, std::vector<Keyword>& keywords);
  Keyword keyword_argument();
  Expr subscript_index();
  Expr slice();
  Expr group_or_tuple();
  Expr list_display();
  Expr brace_display();
  Expr dict_display(Position start, Dict first);
  Expr set_display(Position start, Expr first);
  void dict_item(Dict& dict);
  Expr group(Position start);
  bool at_comprehension() const { return at("for") || at("async"); }
  Comprehensions comprehensions();
  Comprehension comprehension();
  Exprs target_list();
  Expr target();
  Expr tuple_or_single(Exprs items, bool trailing_comma, Position start);

  // Parameters.
  Arguments parameters(std::string_view closing);
  void parameter(Arguments& arguments, bool keyword_only);
  void star_parameter(Arguments& arguments, std::string_view closing);
  Arg name_of_parameter();

  // Strings.
  Expr strings();
  Expr bytes_literal(const std::vector<Token>& parts);
  Expr text_literal(const std::vector<Token>& parts);

  template <class Node>
  Expr make(Position start, Node node) {
    return Expr{start, std::move(node)};
  }

  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int levels_;
};

}  // namespace touchstone::scenario
