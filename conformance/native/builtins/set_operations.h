/// The operators and comparisons of set, frozenset and dict views, and the ways to fill a set.
#pragma once

#include <optional>

#include "conformance/native/operations/operations.h"

namespace touchstone::native {

void add_items(Set& set, const Value& iterable);
Ref<Set> copy_set(Set& set, bool frozen);

/// `|`, `&`, `-`, `^` of sets and views, `|` of dicts; none where they do not apply.
std::optional<Value> set_binary(BinaryOp op, const Value& left, const Value& right);
std::optional<Value> set_in_place(BinaryOp op, const Value& left, const Value& right);
std::optional<bool> compare_sets(CompareOp op, const Value& left, const Value& right);

/// The result of a set operator with any iterable on the right.
Ref<Set> combined(BinaryOp op, Set& left, const Value& iterable);

}  // namespace touchstone::native
