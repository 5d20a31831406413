/// The inside of f-strings, by the rules before Python 3.12: no backslash, comment or reused quote
/// between braces, two levels of format specs. Internal to the parser.
#pragma once

#include <string>
#include <string_view>

#include "conformance/scenario/literals.h"

namespace touchstone::scenario {

/// A format spec may hold values with specs of their own, and no deeper.
inline constexpr int most_spec_levels = 2;

/// Collects the values of a JoinedStr; text that touches becomes one Constant.
class FormattedParts {
 public:
  /// `levels` of the parser above the string.
  explicit FormattedParts(int levels) : levels_(levels) {}

  void add_text(std::u32string_view points) { text_ += points; }
  void add_formatted(const StringToken& string, Position at);

  /// Where nothing was formatted: the text alone.
  std::u32string text() && { return std::move(text_); }
  Exprs values(Position at) &&;

 private:
  friend class FormattedReader;
  void add_value(Expr value, Position at);
  void end_text(Position at);

  int levels_;
  std::u32string text_;
  Exprs values_;
};

}  // namespace touchstone::scenario
