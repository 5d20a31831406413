#include "spec/coverage.h"

#include <fmt/format.h>

#include "spec/lint.h"
#include "spec/load.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/installation.h"

namespace touchstone::cli {
namespace {

void print_table(const spec::Spec& spec) {
  fmt::print("{:<10} {:>6} {:>11} {:>9} {:>7} {:>8} {:>14}\n", "document", "lines", "in sections",
             "sections", "claims", "pending", "without claims");
  for (const spec::DocumentCoverage& row : spec::coverage(spec))
    fmt::print("{:<10} {:>6} {:>11} {:>9} {:>7} {:>8} {:>14}\n", row.number, row.lines,
               row.lines_in_sections, row.sections, row.claims, row.pending,
               row.sections_without_claims);
}

std::size_t print_problems(const std::vector<spec::Problem>& problems) {
  for (const spec::Problem& problem : problems) fmt::print(stderr, "{}\n", to_string(problem));
  return problems.size();
}

}  // namespace

ExitCode coverage(const CoverageArguments& arguments) {
  const spec::Spec spec = spec::load(spec_folder());
  print_table(spec);
  std::size_t problems = print_problems(spec::coverage_problems(spec));
  problems += print_problems(spec::lint(spec));
  if (!arguments.documents.empty())
    problems += print_problems(spec::check_files(spec, arguments.documents));
  return problems == 0 ? kAsExpected : kUnexpected;
}

}  // namespace touchstone::cli
