/// Sets of method names, picked and compared by the checks of abstract classes.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "conformance/claims/claims.h"

namespace touchstone {

using Names = std::vector<std::string>;

/// Some of `names`, in their order, down to none; bound under `name` as a list.
inline Names pick_some(Trial& trial, std::string_view name, const Names& names) {
  const auto bits = trial.pick(std::string(name) + "_bits", 0, (1 << names.size()) - 1);
  Names some;
  for (std::size_t i = 0; i < names.size(); ++i)
    if ((bits >> i & 1) != 0) some.push_back(names[i]);
  trial.bind(name, some);
  return some;
}

/// Are all of `required` among `defined`? Both sorted.
inline bool covers(const Names& defined, const Names& required) {
  return std::ranges::includes(defined, required);
}

/// `made` where the construction is possible, a type error where it is not.
inline testing::Matcher<const Outcome&> constructed_if(bool possible, const Value& made) {
  if (possible) return ValueIs(Eq(made));
  return Raised("TypeError");
}

}  // namespace touchstone
