#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

std::optional<std::size_t> starred_index(const tree::Exprs& targets) {
  for (std::size_t at = 0; at < targets.size(); ++at) {
    if (tree::as<tree::Starred>(targets[at]) != nullptr) return at;
  }
  return std::nullopt;
}

[[noreturn]] void refuse_count(bool at_least, std::size_t wanted, std::size_t got) {
  if (got > wanted)
    throw value_error("too many values to unpack (expected " + std::to_string(wanted) + ")");
  throw value_error("not enough values to unpack (expected " +
                    std::string(at_least ? "at least " : "") + std::to_string(wanted) + ", got " +
                    std::to_string(got) + ")");
}

/// As many items as there are targets; one more is asked for, to see that there is none.
Values take_exactly(const Value& iterable, std::size_t count) {
  Iteration iteration(iterable);
  Values items;
  while (auto item = iteration.next()) {
    items.push_back(std::move(*item));
    if (items.size() > count) break;
  }
  if (items.size() != count) refuse_count(false, count, items.size());
  return items;
}

/// One value a target, the starred one a list.
Values unpacked(const tree::Exprs& targets, const Value& iterable) {
  const auto star = starred_index(targets);
  if (!star) return take_exactly(iterable, targets.size());
  const Values items = items_of(iterable);
  const std::size_t others = targets.size() - 1;
  if (items.size() < others) refuse_count(true, others, items.size());
  const auto first = items.begin() + static_cast<std::ptrdiff_t>(*star);
  const auto last = first + static_cast<std::ptrdiff_t>(items.size() - others);
  Values values(items.begin(), first);
  values.push_back(make_list(Values(first, last)));
  values.insert(values.end(), last, items.end());
  return values;
}

Step<Done> assign_all(Frame& frame, const tree::Exprs& targets, Value iterable) {
  Values values = unpacked(targets, iterable);
  for (std::size_t at = 0; at < targets.size(); ++at) {
    const auto* starred = tree::as<tree::Starred>(targets[at]);
    const tree::Expr& target = starred == nullptr ? targets[at] : *starred->value;
    co_await assign(frame, target, std::move(values[at]));
  }
  co_return Done{};
}

Step<Done> assign_attribute(Frame& frame, const tree::Attribute& target, Value value) {
  const Value object = co_await evaluate(frame, *target.value);
  set_attribute(object, mangled(frame.code, target.attr), std::move(value));
  co_return Done{};
}

Step<Done> assign_item(Frame& frame, const tree::Subscript& target, Value value) {
  const Value container = co_await evaluate(frame, *target.value);
  const Value key = co_await evaluate(frame, *target.slice);
  set_item(container, key, std::move(value));
  co_return Done{};
}

Step<Done> delete_all(Frame& frame, const tree::Exprs& targets) {
  for (const tree::Expr& each : targets) co_await delete_target(frame, each);
  co_return Done{};
}

Step<Done> delete_attribute_target(Frame& frame, const tree::Attribute& target) {
  const Value object = co_await evaluate(frame, *target.value);
  delete_attribute(object, mangled(frame.code, target.attr));
  co_return Done{};
}

Step<Done> delete_item_target(Frame& frame, const tree::Subscript& target) {
  const Value container = co_await evaluate(frame, *target.value);
  const Value key = co_await evaluate(frame, *target.slice);
  delete_item(container, key);
  co_return Done{};
}

Failure no_target() {
  return {python_error("SyntaxError", "cannot assign to or delete this expression").exception()};
}

}  // namespace

Step<Done> assign(Frame& frame, const tree::Expr& target, Value value) {
  if (const auto* name = tree::as<tree::Name>(target))
    return store_name(frame, name->id, std::move(value));
  if (const auto* attribute = tree::as<tree::Attribute>(target))
    return assign_attribute(frame, *attribute, std::move(value));
  if (const auto* subscript = tree::as<tree::Subscript>(target))
    return assign_item(frame, *subscript, std::move(value));
  if (const auto* tuple = tree::as<tree::Tuple>(target))
    return assign_all(frame, tuple->elts, std::move(value));
  if (const auto* list = tree::as<tree::List>(target))
    return assign_all(frame, list->elts, std::move(value));
  return no_target();
}

Step<Done> delete_target(Frame& frame, const tree::Expr& target) {
  if (const auto* name = tree::as<tree::Name>(target)) return delete_name(frame, name->id);
  if (const auto* attribute = tree::as<tree::Attribute>(target))
    return delete_attribute_target(frame, *attribute);
  if (const auto* subscript = tree::as<tree::Subscript>(target))
    return delete_item_target(frame, *subscript);
  if (const auto* tuple = tree::as<tree::Tuple>(target)) return delete_all(frame, tuple->elts);
  if (const auto* list = tree::as<tree::List>(target)) return delete_all(frame, list->elts);
  return no_target();
}

}  // namespace touchstone::native
