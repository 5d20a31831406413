#include "conformance/check/check.h"

#include <algorithm>
#include <stdexcept>

namespace touchstone {
namespace {

std::vector<Check>& registered() {
  static std::vector<Check> checks;
  return checks;
}

auto position(std::string_view claim) {
  return std::ranges::lower_bound(registered(), claim, {}, &Check::claim);
}

}  // namespace

std::string_view name(PartKind kind) {
  switch (kind) {
    case PartKind::example:
      return "example";
    case PartKind::property:
      return "property";
    case PartKind::adversary:
      return "adversary";
  }
  throw std::logic_error("a part of no kind");
}

Checks::Checks(std::initializer_list<Check> checks, std::source_location where) {
  for (Check check : checks) {
    const auto at = position(check.claim);
    if (at != registered().end() && at->claim == check.claim)
      throw std::logic_error("claim " + check.claim + " has two checks: " + at->file + " and " +
                             where.file_name());
    check.file = where.file_name();
    registered().insert(at, std::move(check));
  }
}

std::span<const Check> all_checks() { return registered(); }

const Check* find_check(std::string_view claim) {
  const auto at = position(claim);
  return at != registered().end() && at->claim == claim ? &*at : nullptr;
}

}  // namespace touchstone
