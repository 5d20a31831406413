#include "conformance/native/builtins/set_operations.h"

#include <algorithm>

namespace touchstone::native {
namespace {

/// A set, or the items of a view as one; empty where it is neither.
Ref<Set> as_set(const Value& value) {
  if (auto* set = as<Set>(value)) return set;
  const auto* view = as<View>(value);
  if (view == nullptr || view->what == View::What::Values) return {};
  const Ref<Set> set = make<Set>(false);
  add_items(*set, value);
  return set;
}

bool has(Set& set, const Table::Entry& entry) {
  return set.table().find(entry.key, entry.hash).has_value();
}

/// Adds those of `from` that are (or are not) in `filter`.
void add_where(Set& to, Set& from, Set& filter, bool contained) {
  for (const Table::Entry& entry : from.table().snapshot()) {
    if (has(filter, entry) == contained) to.table().set(entry.key, entry.hash, {});
  }
}

bool is_subset(Set& part, Set& whole) {
  return part.table().size() <= whole.table().size() &&
         std::ranges::all_of(part.table().snapshot(),
                             [&](const Table::Entry& entry) { return has(whole, entry); });
}

Value merged(Dict& left, Dict& right) {
  const Ref<Dict> result = make<Dict>();
  for (Dict* each : {&left, &right}) {
    for (const Table::Entry& entry : each->table().snapshot())
      result->table().set(entry.key, entry.hash, entry.value);
  }
  return result;
}

}  // namespace

void add_items(Set& set, const Value& iterable) {
  Iteration iteration(iterable);
  while (const auto item = iteration.next()) set.table().set(*item, hash_of(*item), {});
}

Ref<Set> copy_set(Set& set, bool frozen) {
  const Ref<Set> copy = make<Set>(frozen);
  for (const Table::Entry& entry : set.table().snapshot())
    copy->table().set(entry.key, entry.hash, {});
  return copy;
}

Ref<Set> combined(BinaryOp op, Set& left, const Value& iterable) {
  Ref<Set> right = as_set(iterable);
  if (!right) {
    right = make<Set>(false);
    add_items(*right, iterable);
  }
  if (op == BinaryOp::BitOr) {
    Ref<Set> both = copy_set(left, left.frozen());
    for (const Table::Entry& entry : right->table().snapshot())
      both->table().set(entry.key, entry.hash, {});
    return both;
  }
  Ref<Set> result = make<Set>(left.frozen());
  add_where(*result, left, *right, op == BinaryOp::BitAnd);
  if (op == BinaryOp::BitXor) add_where(*result, *right, left, false);
  return result;
}

std::optional<Value> set_binary(BinaryOp op, const Value& left, const Value& right) {
  auto* dict = as<Dict>(left);
  auto* other = as<Dict>(right);
  if (dict != nullptr && other != nullptr && op == BinaryOp::BitOr) return merged(*dict, *other);
  const Ref<Set> set = as_set(left);
  if (!set || !as_set(right)) return std::nullopt;
  return Value(combined(op, *set, right));
}

std::optional<Value> set_in_place(BinaryOp op, const Value& left, const Value& right) {
  auto* dict = as<Dict>(left);
  auto* other = as<Dict>(right);
  if (dict != nullptr && other != nullptr && op == BinaryOp::BitOr) {
    for (const Table::Entry& entry : other->table().snapshot())
      dict->table().set(entry.key, entry.hash, entry.value);
    return left;
  }
  auto* set = as<Set>(left);
  if (set == nullptr || set->frozen() || !as_set(right)) return std::nullopt;
  if (op != BinaryOp::BitOr && op != BinaryOp::BitAnd && op != BinaryOp::BitXor &&
      op != BinaryOp::Sub)
    return std::nullopt;
  const Ref<Set> result = combined(op, *set, right);
  set->table().clear();
  for (const Table::Entry& entry : result->table().snapshot())
    set->table().set(entry.key, entry.hash, {});
  return left;
}

std::optional<bool> compare_sets(CompareOp op, const Value& left, const Value& right) {
  const Ref<Set> a = as_set(left);
  const Ref<Set> b = as_set(right);
  if (!a || !b) return std::nullopt;
  const std::size_t sizes[] = {a->table().size(), b->table().size()};
  switch (op) {
    case CompareOp::Eq:
      return sizes[0] == sizes[1] && is_subset(*a, *b);
    case CompareOp::Lt:
      return sizes[0] < sizes[1] && is_subset(*a, *b);
    case CompareOp::LtE:
      return is_subset(*a, *b);
    case CompareOp::Gt:
      return sizes[0] > sizes[1] && is_subset(*b, *a);
    default:
      return is_subset(*b, *a);
  }
}

}  // namespace touchstone::native
