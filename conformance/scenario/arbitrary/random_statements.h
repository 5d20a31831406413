/// Random statements that stand where they are put. Internal to arbitrary_tree.
#pragma once

#include <string>
#include <vector>

#include "conformance/scenario/arbitrary/random_expressions.h"

namespace touchstone::scenario {

class RandomStatements {
 public:
  RandomStatements(Dice& dice, int expression_levels)
      : dice_(dice), expressions_(dice), expression_levels_(expression_levels) {}

  Module module(int statements, int levels);

 private:
  enum class Unit { module, class_body, function, coroutine, async_generator };

  /// Where a statement stands.
  struct Place {
    Unit unit = Unit::module;
    bool in_loop = false;
    int levels = 0;
    std::vector<std::string>
        enclosing;  ///< parameters of the functions around, which nonlocal may name
  };

  Body body(const Place& place);
  Body maybe_body(const Place& place);
  Stmt::Node statement(const Place& place);
  Stmt::Node simple(const Place& place);
  Stmt::Node compound(const Place& place);
  Stmt::Node jump(const Place& place);
  Stmt::Node returned(const Place& place);
  Stmt::Node assignment(const Place& place);
  Stmt::Node observed(const Place& place);
  Stmt::Node raised(const Place& place);
  Stmt::Node deleted(const Place& place);
  Stmt::Node with(const Place& place);
  Stmt::Node loop(const Place& place);
  Stmt::Node attempt(const Place& place);
  Stmt::Node definition(const Place& place);
  Stmt::Node class_definition(const Place& place);
  template <class Function>
  Function function(const Place& place, Unit unit);
  void declarations(Body& body, const Place& place);
  ExceptHandler handler(const Place& place, bool last);

  Allowed allowed(const Place& place) const;
  Expr expression(const Place& place) {
    return expressions_.any(expression_levels_, allowed(place));
  }
  static Place inside(Place place, bool loop = false);
  static bool is_async(const Place& place) {
    return place.unit == Unit::coroutine || place.unit == Unit::async_generator;
  }

  Dice& dice_;
  RandomExpressions expressions_;
  int expression_levels_;
};

}  // namespace touchstone::scenario
