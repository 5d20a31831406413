#include "conformance/scenario/arbitrary/random_expressions.h"

namespace touchstone::scenario {

Expr RandomExpressions::fstring(int levels, Allowed allowed) {
  if (allowed.strings >= most_string_levels - 1) return leaf(allowed);
  return expr(joined(levels - 1, allowed, 0));
}

JoinedStr RandomExpressions::joined(int levels, Allowed allowed, int specs) {
  JoinedStr node;
  bool text_before = false;
  for (int count = dice_.below(4); count > 0; --count) {
    const bool text = !text_before && dice_.one_in(2);
    if (text || specs == 2) {
      if (!text_before) node.values.push_back(text_part(allowed, specs));
    } else {
      node.values.push_back(formatted(levels, allowed, specs));
    }
    text_before = text || specs == 2;
  }
  return node;
}

Expr RandomExpressions::text_part(Allowed allowed, int specs) {
  if (allowed.strings > 0) return expr(Constant{specs > 0 ? ">10" : "plain {x}"});
  if (dice_.one_in(2))
    return expr(Constant{dice_.one_of({"{", "}", "'\"\\\n", "{}'''\"\"\"", "\xC3\xA9", "\x7F"})});
  return expr(Constant{"text"});
}

Expr RandomExpressions::formatted(int levels, Allowed allowed, int specs) {
  Allowed inside = allowed;
  ++inside.strings;
  FormattedValue node;
  node.value = any(levels - 1, inside);
  node.conversion =
      dice_.one_of({Conversion::None, Conversion::Str, Conversion::Repr, Conversion::Ascii});
  if (dice_.one_in(3)) node.format_spec = expr(joined(levels - 1, allowed, specs + 1));
  return expr(std::move(node));
}

}  // namespace touchstone::scenario
