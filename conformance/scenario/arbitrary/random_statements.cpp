#include "conformance/scenario/arbitrary/random_statements.h"

namespace touchstone::scenario {

Module RandomStatements::module(int statements, int levels) {
  Module tree;
  Place place;
  place.levels = levels;
  for (int i = 0; i < statements; ++i) tree.body.push_back({{}, statement(place)});
  return tree;
}

RandomStatements::Place RandomStatements::inside(Place place, bool loop) {
  --place.levels;
  place.in_loop = place.in_loop || loop;
  return place;
}

Allowed RandomStatements::allowed(const Place& place) const {
  Allowed allowed;
  allowed.await = is_async(place);
  allowed.async_comprehension = is_async(place);
  allowed.yield = place.unit == Unit::function || place.unit == Unit::async_generator;
  return allowed;
}

Body RandomStatements::body(const Place& place) {
  Body body;
  for (int count = dice_.between(1, 3); count > 0; --count) body.push_back({{}, statement(place)});
  return body;
}

Body RandomStatements::maybe_body(const Place& place) {
  return dice_.one_in(3) ? body(place) : Body{};
}

Stmt::Node RandomStatements::statement(const Place& place) {
  return place.levels > 0 && dice_.one_in(2) ? compound(place) : simple(place);
}

Stmt::Node RandomStatements::simple(const Place& place) {
  switch (dice_.below(8)) {
    case 0:
    case 1:
      return assignment(place);
    case 2:
      return observed(place);
    case 3:
      return jump(place);
    case 4:
      return raised(place);
    case 5:
      return deleted(place);
    case 6: {
      Expr test = expression(place);
      return Assert{std::move(test), expressions_.maybe(expression_levels_, allowed(place))};
    }
    default:
      return ExprStmt{expression(place)};
  }
}

Stmt::Node RandomStatements::jump(const Place& place) {
  if (place.in_loop && dice_.one_in(2))
    return dice_.one_in(2) ? Stmt::Node(Break{}) : Stmt::Node(Continue{});
  if (place.unit == Unit::module || place.unit == Unit::class_body) return Pass{};
  return returned(place);
}

Stmt::Node RandomStatements::returned(const Place& place) {
  if (place.unit == Unit::async_generator) return Return{};
  return Return{expressions_.maybe(expression_levels_, allowed(place))};
}

Stmt::Node RandomStatements::assignment(const Place& place) {
  if (dice_.one_in(4)) {
    Expr target = expressions_.single_target(expression_levels_, allowed(place));
    return AugAssign{std::move(target), static_cast<BinaryOp>(dice_.below(13)), expression(place)};
  }
  Exprs targets;
  for (int count = dice_.between(1, 2); count > 0; --count)
    targets.push_back(expressions_.target(expression_levels_, allowed(place)));
  return Assign{std::move(targets), expression(place)};
}

/// Around await and yield, an observation is the whole of a statement.
Stmt::Node RandomStatements::observed(const Place& place) {
  Exprs args;
  args.push_back(expressions_.any(2, {}));
  args.push_back(expression(place));
  Expr call{{}, Call{Expr{{}, Name{dice_.one_of({"record", "attempt"})}}, std::move(args), {}}};
  if (dice_.one_in(3)) return Assign{{expressions_.target(2, allowed(place))}, std::move(call)};
  if (dice_.one_in(3) && (place.unit == Unit::function || place.unit == Unit::coroutine))
    return Return{std::move(call)};
  return ExprStmt{std::move(call)};
}

Stmt::Node RandomStatements::raised(const Place& place) {
  Raise node;
  if (dice_.one_in(4)) return node;
  node.exc = expression(place);
  node.cause = expressions_.maybe(expression_levels_, allowed(place));
  return node;
}

Stmt::Node RandomStatements::deleted(const Place& place) {
  Delete node;
  for (int count = dice_.between(1, 2); count > 0; --count) {
    Expr target = expressions_.single_target(expression_levels_, allowed(place));
    node.targets.push_back(dice_.one_in(4) ? Expr{{}, Tuple{{std::move(target)}}}
                                           : std::move(target));
  }
  return node;
}

Stmt::Node RandomStatements::compound(const Place& place) {
  switch (dice_.below(7)) {
    case 0: {
      Expr test = expression(place);
      Body body = this->body(inside(place));
      return If{std::move(test), std::move(body), maybe_body(inside(place))};
    }
    case 1:
      return loop(place);
    case 2:
      return with(place);
    case 3:
      return attempt(place);
    case 4:
      return class_definition(place);
    default:
      return definition(place);
  }
}

Stmt::Node RandomStatements::loop(const Place& place) {
  Expr target = expressions_.target(expression_levels_, allowed(place));
  Expr source = expression(place);
  Body body = this->body(inside(place, true));
  Body orelse = maybe_body(inside(place));
  if (is_async(place) && dice_.one_in(2)) {
    return AsyncFor{std::move(target), std::move(source), std::move(body), std::move(orelse)};
  }
  if (dice_.one_in(2)) return While{std::move(source), std::move(body), std::move(orelse)};
  return For{std::move(target), std::move(source), std::move(body), std::move(orelse)};
}

Stmt::Node RandomStatements::with(const Place& place) {
  std::vector<WithItem> items;
  for (int count = dice_.between(1, 2); count > 0; --count) {
    WithItem item{expression(place), {}};
    if (dice_.one_in(2))
      item.optional_vars = expressions_.target(expression_levels_, allowed(place));
    items.push_back(std::move(item));
  }
  if (is_async(place) && dice_.one_in(2)) return AsyncWith{std::move(items), body(inside(place))};
  if (dice_.one_in(3)) {
    Expr label{{}, Constant{"block"}};
    items.push_back({Expr{{}, Call{Expr{{}, Name{"attempt"}}, {std::move(label)}, {}}}, {}});
  }
  return With{std::move(items), body(inside(place))};
}

Stmt::Node RandomStatements::attempt(const Place& place) {
  Try node;
  node.body = body(inside(place));
  const int handlers = dice_.below(3);
  for (int i = 0; i < handlers; ++i) node.handlers.push_back(handler(place, i + 1 == handlers));
  if (handlers > 0) node.orelse = maybe_body(inside(place));
  node.finalbody = handlers == 0 ? body(inside(place)) : maybe_body(inside(place));
  return node;
}

ExceptHandler RandomStatements::handler(const Place& place, bool last) {
  ExceptHandler handler;
  if (!last || !dice_.one_in(3)) {
    handler.type = expression(place);
    if (dice_.one_in(2)) handler.name = "error";
  }
  handler.body = body(inside(place));
  return handler;
}

Stmt::Node RandomStatements::definition(const Place& place) {
  if (dice_.one_in(2)) return function<FunctionDef>(place, Unit::function);
  return function<AsyncFunctionDef>(place, dice_.one_of({Unit::coroutine, Unit::async_generator}));
}

template <class Function>
Function RandomStatements::function(const Place& place, Unit unit) {
  Function node;
  node.name = dice_.one_of({"f", "g", "owner", "x"});
  for (int count = dice_.one_in(4) ? 2 : 0; count > 0; --count) {
    node.decorator_list.push_back(expressions_.decorator(2, allowed(place)));
  }
  node.args = expressions_.arguments(2, allowed(place));
  Place within = inside(place);
  within.unit = unit;
  within.in_loop = false;
  declarations(node.body, within);
  for (const Arg& arg : node.args.args) within.enclosing.push_back(arg.arg);
  for (Stmt& statement : body(within)) node.body.push_back(std::move(statement));
  return node;
}

void RandomStatements::declarations(Body& body, const Place& place) {
  if (dice_.one_in(5)) body.push_back({{}, Global{{"x", "shared"}}});
  if (!place.enclosing.empty() && dice_.one_in(2))
    body.push_back({{}, Nonlocal{{place.enclosing.back()}}});
}

Stmt::Node RandomStatements::class_definition(const Place& place) {
  ClassDef node;
  node.name = dice_.one_of({"Person", "C"});
  node.bases = expressions_.positional(2, allowed(place));
  node.keywords = expressions_.keywords(2, allowed(place));
  if (dice_.one_in(4)) node.decorator_list.push_back(expressions_.decorator(2, allowed(place)));
  Place within = inside(place);
  within.unit = Unit::class_body;
  within.in_loop = false;
  node.body = body(within);
  return node;
}

}  // namespace touchstone::scenario
