#include "conformance/scenario/arbitrary/random_expressions.h"

#include <rapidcheck.h>

#include "conformance/values/arbitrary_value.h"

namespace touchstone::scenario {

namespace {

constexpr int literal_size = 10;

}  // namespace

Expr RandomExpressions::any(int levels, Allowed allowed) {
  if (levels <= 1) return leaf(allowed);
  switch (dice_.below(13)) {
    case 0:
    case 1:
      return leaf(allowed);
    case 2:
    case 3:
    case 4:
      return operation(levels, allowed);
    case 5:
    case 6:
      return access(levels, allowed);
    case 7:
      return display(levels, allowed);
    case 8:
      return comprehension(levels, allowed);
    case 9:
      return suspension(levels, allowed);
    case 10:
      return lambda(levels, allowed);
    case 11:
      return fstring(levels, allowed);
    default:
      return dice_.one_in(3) ? observation(levels, allowed) : chain(allowed);
  }
}

Expr RandomExpressions::leaf(Allowed allowed) {
  return dice_.one_in(2) ? name() : constant(allowed);
}

Expr RandomExpressions::name() {
  return expr(Name{
      dice_.one_of({"a", "b", "c", "self", "print", "match", "asyncio", "f", "_x1", "Person"})});
}

Expr RandomExpressions::constant(Allowed allowed) {
  if (allowed.strings >= most_string_levels) return expr(Constant{dice_.below(9)});
  if (allowed.strings > 0)
    return expr(Constant{dice_.one_of<Value>({"plain {}#:!", "", Bytes{"x y"}, 7, 0.5, Value()})});
  return expr(Constant{arbitrary::literal()(rc::Random(dice_.next()), literal_size).value()});
}

Expr RandomExpressions::operation(int levels, Allowed allowed) {
  const auto operand = [&] { return any(levels - 1, allowed); };
  switch (dice_.below(5)) {
    case 0: {
      const auto op = dice_.one_of({BooleanOp::And, BooleanOp::Or});
      return expr(BoolOp{op, several(2, 3, levels - 1, allowed)});
    }
    case 1: {
      const auto op = dice_.one_of(
          {UnaryOpKind::Not, UnaryOpKind::UAdd, UnaryOpKind::USub, UnaryOpKind::Invert});
      return expr(UnaryOp{op, operand()});
    }
    case 2:
      return compare(levels, allowed);
    case 3: {
      Expr test = operand();
      Expr body = operand();
      return expr(IfExp{std::move(test), std::move(body), operand()});
    }
    default: {
      Expr left = operand();
      return expr(BinOp{std::move(left), static_cast<BinaryOp>(dice_.below(13)), operand()});
    }
  }
}

Expr RandomExpressions::compare(int levels, Allowed allowed) {
  Compare node{any(levels - 1, allowed), {}, several(1, 3, levels - 1, allowed)};
  for (std::size_t i = 0; i < node.comparators.size(); ++i)
    node.ops.push_back(static_cast<CompareOp>(dice_.below(10)));
  return expr(std::move(node));
}

/// Left-leaning and tall: what iteration in the parser makes.
Expr RandomExpressions::chain(Allowed allowed) {
  Expr left = leaf(allowed);
  for (int links = dice_.between(2, 12); links > 0; --links) {
    switch (dice_.below(3)) {
      case 0:
        left = expr(BinOp{std::move(left), static_cast<BinaryOp>(dice_.below(13)), leaf(allowed)});
        break;
      case 1:
        left = expr(Attribute{std::move(left), "attr"});
        break;
      default:
        left = expr(Call{std::move(left), {}, {}});
    }
  }
  return left;
}

Expr RandomExpressions::access(int levels, Allowed allowed) {
  Expr value = any(levels - 1, allowed);
  switch (dice_.below(4)) {
    case 0:
      return expr(
          Attribute{std::move(value), dice_.one_of({"join", "real", "a", "log", "record"})});
    case 1:
      return expr(Subscript{std::move(value), index(levels - 1, allowed)});
    default: {
      Exprs args = positional(levels - 1, allowed);
      return expr(Call{std::move(value), std::move(args), keywords(levels - 1, allowed)});
    }
  }
}

Expr RandomExpressions::index(int levels, Allowed allowed) {
  if (!dice_.one_in(2)) return any(levels, allowed);
  if (levels < 3 || dice_.one_in(2)) return slice(levels, allowed);
  Tuple tuple{several(0, 2, levels - 1, allowed)};
  tuple.elts.push_back(slice(levels - 1, allowed));
  return expr(std::move(tuple));
}

Expr RandomExpressions::slice(int levels, Allowed allowed) {
  OptionalExpr lower = maybe(levels - 1, allowed);
  OptionalExpr upper = maybe(levels - 1, allowed);
  return expr(Slice{std::move(lower), std::move(upper), maybe(levels - 1, allowed)});
}

Exprs RandomExpressions::items(int low, int levels, Allowed allowed) {
  Exprs items = several(low, 3, levels, allowed);
  for (Expr& item : items) {
    if (dice_.one_in(5)) item = expr(Starred{std::move(item)});
  }
  return items;
}

Exprs RandomExpressions::positional(int levels, Allowed allowed) {
  return items(0, levels, allowed);
}

std::vector<Keyword> RandomExpressions::keywords(int levels, Allowed allowed) {
  std::vector<Keyword> keywords;
  for (const char* name : {"key", "timeout", "record"}) {
    if (dice_.one_in(5)) keywords.push_back({name, any(levels, allowed)});
    if (dice_.one_in(12)) keywords.push_back({std::nullopt, any(levels, allowed)});
  }
  return keywords;
}

Expr RandomExpressions::display(int levels, Allowed allowed) {
  switch (dice_.below(4)) {
    case 0:
      return expr(List{items(0, levels - 1, allowed)});
    case 1:
      return expr(Tuple{items(0, levels - 1, allowed)});
    case 2:
      return expr(Set{items(1, levels - 1, allowed)});
    default:
      return dict(levels, allowed);
  }
}

Expr RandomExpressions::dict(int levels, Allowed allowed) {
  Dict node;
  for (int count = dice_.below(4); count > 0; --count) {
    node.keys.push_back(dice_.one_in(5) ? OptionalExpr() : OptionalExpr(any(levels - 1, allowed)));
    node.values.push_back(any(levels - 1, allowed));
  }
  return expr(std::move(node));
}

Comprehensions RandomExpressions::generators(int levels, Allowed outer, Allowed inner, bool async) {
  Comprehensions generators;
  for (int count = dice_.between(1, 2); count > 0; --count) {
    Comprehension generator;
    generator.target = target(2, inner);
    generator.iter = any(levels, generators.empty() ? outer : inner);
    generator.ifs = several(0, 1, levels, inner);
    generator.is_async = async && dice_.one_in(2);
    generators.push_back(std::move(generator));
  }
  return generators;
}

Expr RandomExpressions::comprehension(int levels, Allowed allowed) {
  const int below = levels - 1;
  Allowed inner = allowed;
  inner.yield = false;
  inner.async_comprehension = false;
  const int form = dice_.below(4);
  const bool generator = form == 3;
  const bool async = generator ? allowed.await : allowed.async_comprehension;
  inner.await = async;
  auto loops = generators(below, allowed, inner, async);
  const auto element = [&] { return any(below, inner); };
  switch (form) {
    case 0:
      return expr(ListComp{element(), std::move(loops)});
    case 1:
      return expr(SetComp{element(), std::move(loops)});
    case 2: {
      Expr key = element();
      return expr(DictComp{std::move(key), element(), std::move(loops)});
    }
    default:
      return expr(GeneratorExp{element(), std::move(loops)});
  }
}

Expr RandomExpressions::suspension(int levels, Allowed allowed) {
  if (allowed.await && dice_.one_in(2)) return expr(Await{any(levels - 1, allowed)});
  if (!allowed.yield) return operation(levels, allowed);
  if (dice_.one_in(3) && !allowed.await) return expr(YieldFrom{any(levels - 1, allowed)});
  return expr(Yield{maybe(levels - 1, allowed)});
}

std::string RandomExpressions::fresh_parameter() { return "p" + std::to_string(parameters_++); }

Arguments RandomExpressions::arguments(int levels, Allowed allowed) {
  Arguments arguments;
  const auto fresh = [&] { return Arg{fresh_parameter()}; };
  for (int count = dice_.below(3); count > 0; --count) arguments.args.push_back(fresh());
  arguments.defaults = several(0, static_cast<int>(arguments.args.size()), levels, allowed);
  if (dice_.one_in(4)) arguments.vararg = fresh();
  for (int count = dice_.one_in(4) ? 2 : 0; count > 0; --count) {
    arguments.kwonlyargs.push_back(fresh());
    arguments.kw_defaults.push_back(maybe(levels, allowed));
  }
  if (dice_.one_in(4)) arguments.kwarg = fresh();
  return arguments;
}

Expr RandomExpressions::lambda(int levels, Allowed allowed) {
  Arguments parameters = arguments(levels - 1, allowed);
  const Allowed inside{.yield = dice_.one_in(3), .strings = allowed.strings};
  return expr(Lambda{std::move(parameters), any(levels - 1, inside)});
}

/// Without await or yield, an observation stands anywhere.
Expr RandomExpressions::observation(int levels, Allowed allowed) {
  const Allowed still{.strings = allowed.strings};
  Exprs args = several(2, 2, levels - 1, still);
  return expr(Call{expr(Name{dice_.one_of({"record", "attempt"})}), std::move(args), {}});
}

Expr RandomExpressions::single_target(int levels, Allowed allowed) {
  const auto value = [&] { return any(levels - 1, allowed); };
  switch (dice_.below(4)) {
    case 0:
      return expr(Attribute{value(), "attr"});
    case 1: {
      Expr container = value();
      return expr(Subscript{std::move(container), index(levels - 1, allowed)});
    }
    default:
      return expr(Name{dice_.one_of({"a", "b", "c", "x", "y"})});
  }
}

Expr RandomExpressions::target(int levels, Allowed allowed) {
  if (levels <= 1 || !dice_.one_in(4)) return single_target(levels, allowed);
  Exprs targets;
  for (int count = dice_.below(4); count > 0; --count)
    targets.push_back(target(levels - 1, allowed));
  if (!targets.empty() && dice_.one_in(3))
    targets.back() = expr(Starred{std::move(targets.back())});
  return dice_.one_in(4) ? expr(List{std::move(targets)}) : expr(Tuple{std::move(targets)});
}

Expr RandomExpressions::decorator(int levels, Allowed allowed) {
  Expr dotted = expr(Attribute{name(), "setter"});
  if (dice_.one_in(2)) return dotted;
  Exprs args = positional(levels, allowed);
  return expr(Call{std::move(dotted), std::move(args), keywords(levels, allowed)});
}

Exprs RandomExpressions::several(int low, int high, int levels, Allowed allowed) {
  Exprs exprs;
  for (int count = dice_.between(low, high); count > 0; --count)
    exprs.push_back(any(levels, allowed));
  return exprs;
}

OptionalExpr RandomExpressions::maybe(int levels, Allowed allowed) {
  if (dice_.one_in(2)) return std::nullopt;
  return any(levels, allowed);
}

}  // namespace touchstone::scenario
