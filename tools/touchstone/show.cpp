#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "conformance/check/check.h"
#include "conformance/verdicts/results.h"
#include "spec/load.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/fault_catalog.h"
#include "tools/touchstone/installation.h"
#include "tools/touchstone/selection.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

void field(const char* label, const std::string& text) {
  if (!text.empty()) fmt::print("{:<10} {}\n", label, text);
}

void print_claim(const spec::Claim& claim) {
  fmt::print("{}\n", coloured(Colour::bold, claim.id));
  field("statement", claim.statement);
  std::vector<std::string> sources;
  for (const spec::Source& source : claim.sources) sources.push_back(to_string(source));
  field("sources", fmt::format("{} ({})", fmt::join(sources, ", "), spec::name_of(claim.tier)));
  field("figure", claim.figure);
  field("kind", std::string(spec::name_of(claim.kind)));
  field("document", std::string(spec::name_of(claim.verdict)));
  field("truth", claim.truth);
  field("needs", fmt::format("{}", fmt::join(claim.needs, ", ")));
}

void print_check(const std::string& id) {
  const Check* check = find_check(id);
  if (check == nullptr) return field("check", "none");
  std::vector<std::string_view> parts;
  for (const Part& part : check->parts) parts.push_back(name(part.kind));
  field("check", fmt::format("{} ({})", check->file, fmt::join(parts, ", ")));
}

void print_faults(const std::string& id) {
  if (!std::filesystem::exists(executables_folder() / "touchstone-faulty"))
    return field("fault", "unknown: touchstone-faulty is not built");
  for (const PlantedFault& fault : planted_faults())
    if (names(fault, id)) field("fault", fmt::format("{}: {}", fault.name, fault.what));
}

/// The last row of each subject.
void print_verdicts(const std::string& id, const std::string& path) {
  std::ifstream file(path);
  std::map<std::string, Row> last;
  for (std::string line; std::getline(file, line);) {
    if (line.find("\"type\":\"verdict\"") == std::string::npos) continue;
    Row row = parse_row(line);
    if (row.claim == id) last[row.subject] = std::move(row);
  }
  for (const auto& [subject, row] : last)
    field("verdict", fmt::format("{} on {}{}", name(row.verdict), subject,
                                 row.reason.empty() ? "" : " (expected: " + row.reason + ")"));
}

}  // namespace

ExitCode show(const ShowArguments& arguments) {
  const spec::Spec spec = spec::load(spec_folder());
  const spec::Claim* claim = spec.find(arguments.claim);
  if (claim == nullptr) {
    fmt::print(stderr, "no claim is called '{}'{}\n", arguments.claim,
               nearby(spec, arguments.claim));
    return kUsage;
  }
  print_claim(*claim);
  print_check(claim->id);
  print_faults(claim->id);
  print_verdicts(claim->id, arguments.results);
  return kAsExpected;
}

}  // namespace touchstone::cli
