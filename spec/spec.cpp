#include "spec/spec.h"

#include <algorithm>

#include "spec/claim_id.h"
#include "spec/nearest.h"

namespace touchstone::spec {
namespace {

template <class Range, class Member>
auto* first_with(const Range& range, Member member, std::string_view value) {
  const auto found = std::ranges::find(range, value, member);
  return found == range.end() ? nullptr : &*found;
}

}  // namespace

const Claim* Spec::find(std::string_view id) const {
  const std::string wanted = id_of_test(id);
  const auto found = std::ranges::lower_bound(claims, wanted, {}, &Claim::id);
  return found != claims.end() && found->id == wanted ? &*found : nullptr;
}

std::vector<const Claim*> Spec::matching(std::string_view glob) const {
  const std::string pattern = id_of_test(glob);
  std::vector<const Claim*> result;
  for (const Claim& claim : claims) {
    if (matches_glob(pattern, claim.id)) result.push_back(&claim);
  }
  return result;
}

std::vector<std::string> Spec::suggestions(std::string_view id) const {
  const std::string wanted = id_of_test(id);
  const Tombstone* retired = tombstone(wanted);
  if (retired != nullptr && !retired->renamed_to.empty()) return {retired->renamed_to};
  return nearest(wanted, ids_of(claims));
}

const Document* Spec::document(std::string_view number) const {
  return first_with(documents, &Document::number, number);
}

const Tombstone* Spec::tombstone(std::string_view id) const {
  return first_with(tombstones, &Tombstone::id, id);
}

bool Spec::has_capability(std::string_view name) const {
  return first_with(capabilities, &Capability::name, name) != nullptr;
}

std::vector<std::string> Spec::chapters() const {
  std::vector<std::string> result;
  for (const Claim& claim : claims) result.emplace_back(chapter_of(claim.id));
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<std::string> ids_of(const std::vector<Claim>& claims) {
  std::vector<std::string> ids;
  for (const Claim& claim : claims) ids.push_back(claim.id);
  return ids;
}

}  // namespace touchstone::spec
