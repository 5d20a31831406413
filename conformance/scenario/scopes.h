/// Which names a tree binds and uses, scope by scope, as Python's compiler sees them.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <string_view>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

enum class ScopeKind { module, class_body, function, comprehension };

struct Scope {
  using Names = std::set<std::string, std::less<>>;

  ScopeKind kind = ScopeKind::module;
  const Scope* parent = nullptr;
  std::string class_name;  ///< of the nearest class around: private names carry it
  Names bound;             ///< parameters and targets; without what is declared global or nonlocal
  Names used;
  Names globals;
  Names nonlocals;
};

/// The first scope is the module's; parents come before children. Throws InvalidScenario where
/// Python refuses a binding: repeated parameters, names used before their declaration, global and
/// nonlocal at once, nonlocal without a binding around. Expects check_shape's rules to hold.
std::deque<Scope> scopes_of(const Module& tree);

/// True where `name`, used in `scope`, is bound there or in a scope around.
bool is_bound(const Scope& scope, const Scope& module, std::string_view name);

}  // namespace touchstone::scenario
