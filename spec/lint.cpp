#include "spec/lint.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "spec/coverage.h"
#include "spec/lint_rules.h"

namespace touchstone::spec {
namespace {

void append(std::vector<Problem>& problems, const std::vector<Problem>& more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

bool is_pending(const Spec& spec, const std::string& id) {
  const auto lists = [&](const Section& section) {
    return std::ranges::find(section.pending, id) != section.pending.end();
  };
  return std::ranges::any_of(spec.documents, [&](const Document& document) {
    return std::ranges::any_of(document.sections, lists);
  });
}

std::vector<Problem> tombstone_problems(const Spec& spec) {
  std::vector<Problem> problems;
  for (const Tombstone& tombstone : spec.tombstones) {
    const std::string& id = tombstone.renamed_to;
    if (id.empty() || spec.find(id) != nullptr || is_pending(spec, id)) continue;
    problems.push_back(
        {tombstone.at, "renamed_to", "there is no claim " + id, "the present id of the claim"});
  }
  return problems;
}

}  // namespace

std::vector<Problem> lint(const Spec& spec) {
  std::vector<Problem> problems;
  for (const Claim& claim : spec.claims) append(problems, claim_problems(claim));
  append(problems, order_problems(spec));
  append(problems, section_problems(spec));
  append(problems, source_problems(spec));
  append(problems, coverage_problems(spec));
  append(problems, tombstone_problems(spec));
  std::ranges::sort(problems, {}, [](const Problem& p) {
    return std::tie(p.at.file, p.at.line, p.key, p.message);
  });
  return problems;
}

}  // namespace touchstone::spec
