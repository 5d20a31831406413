/// Random expressions that stand where they are put. Internal to arbitrary_tree.
#pragma once

#include <string>

#include "conformance/scenario/arbitrary/dice.h"
#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

/// What the place of an expression allows.
struct Allowed {
  bool await = false;
  bool yield = false;
  bool async_comprehension = false;
  int strings = 0;  ///< f-strings around
};

/// Quotes that f-strings can nest: one in another.
inline constexpr int most_string_levels = 4;

/// An expression that stands nowhere yet.
inline Expr expr(Expr::Node node) { return Expr{{}, std::move(node)}; }

class RandomExpressions {
 public:
  explicit RandomExpressions(Dice& dice) : dice_(dice) {}

  /// At most `levels` high, but for chains.
  Expr any(int levels, Allowed allowed);
  Expr name();
  /// What can be assigned to; names come from `names`.
  Expr target(int levels, Allowed allowed);
  Expr single_target(int levels, Allowed allowed);
  Arguments arguments(int levels, Allowed allowed);
  /// Arguments of a call or the bases of a class.
  Exprs positional(int levels, Allowed allowed);
  std::vector<Keyword> keywords(int levels, Allowed allowed);
  /// A dotted name, or a call of one.
  Expr decorator(int levels, Allowed allowed);
  Exprs several(int low, int high, int levels, Allowed allowed);
  OptionalExpr maybe(int levels, Allowed allowed);
  std::string fresh_parameter();

 private:
  Expr leaf(Allowed allowed);
  Expr constant(Allowed allowed);
  Expr operation(int levels, Allowed allowed);
  Expr access(int levels, Allowed allowed);
  Expr display(int levels, Allowed allowed);
  Expr comprehension(int levels, Allowed allowed);
  Expr suspension(int levels, Allowed allowed);
  Expr lambda(int levels, Allowed allowed);
  Expr observation(int levels, Allowed allowed);
  Expr compare(int levels, Allowed allowed);
  Expr chain(Allowed allowed);
  Expr dict(int levels, Allowed allowed);
  Expr index(int levels, Allowed allowed);
  Expr slice(int levels, Allowed allowed);
  Exprs items(int low, int levels, Allowed allowed);
  Comprehensions generators(int levels, Allowed outer, Allowed inner, bool async);
  Expr fstring(int levels, Allowed allowed);
  JoinedStr joined(int levels, Allowed allowed, int specs);
  Expr formatted(int levels, Allowed allowed, int specs);
  Expr text_part(Allowed allowed, int specs);

  Dice& dice_;
  int parameters_ = 0;
};

}  // namespace touchstone::scenario
