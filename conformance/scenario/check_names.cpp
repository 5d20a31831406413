#include "conformance/scenario/rules.h"
#include "conformance/scenario/scopes.h"

namespace touchstone::scenario {
namespace {

/// A class may have methods of these names; record and attempt are rewritten by adapters wherever
/// they are called.
bool may_be_attribute(std::string_view name) { return name != "record" && name != "attempt"; }

void refuse_kit_names(const Scope& scope, const Scope::Names& names) {
  for (const std::string& name : names) {
    if (!is_kit_name(name) || (scope.kind == ScopeKind::class_body && may_be_attribute(name)))
      continue;
    refuse({}, "'" + name + "' is the kit's and cannot be bound: choose another name");
  }
}

}  // namespace

void check_names(const Module& tree) {
  for (const Scope& scope : scopes_of(tree)) {
    refuse_kit_names(scope, scope.bound);
    refuse_kit_names(scope, scope.globals);
  }
}

}  // namespace touchstone::scenario
