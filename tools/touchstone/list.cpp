#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "conformance/check/check.h"
#include "spec/claim_id.h"
#include "spec/load.h"
#include "spec/nearest.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/installation.h"

namespace touchstone::cli {
namespace {

void print_json(const spec::Claim& claim) {
  std::vector<std::string> sources;
  for (const spec::Source& source : claim.sources) sources.push_back(to_string(source));
  const nlohmann::json line = {{"id", claim.id},
                               {"tier", spec::name_of(claim.tier)},
                               {"statement", claim.statement},
                               {"sources", sources},
                               {"kind", spec::name_of(claim.kind)},
                               {"verdict", spec::name_of(claim.verdict)},
                               {"needs", claim.needs},
                               {"checked", find_check(claim.id) != nullptr}};
  fmt::print("{}\n", line.dump());
}

void print_line(const spec::Claim& claim) {
  fmt::print("{:<46} {:<13} {}\n", claim.id, spec::name_of(claim.verdict), claim.statement);
}

}  // namespace

ExitCode list(const ListArguments& arguments) {
  const spec::Spec spec = spec::load(spec_folder());
  int listed = 0;
  for (const spec::Claim& claim : spec.claims) {
    if (!arguments.chapter.empty() && spec::chapter_of(claim.id) != arguments.chapter) continue;
    ++listed;
    arguments.json ? print_json(claim) : print_line(claim);
  }
  if (listed > 0) return kAsExpected;
  fmt::print(stderr, "no claim stands in a chapter '{}'{}\n", arguments.chapter,
             spec::did_you_mean(arguments.chapter, spec.chapters()));
  return kUsage;
}

}  // namespace touchstone::cli
