#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "spec/claim_id.h"
#include "spec/load.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/fault_matrix.h"
#include "tools/touchstone/installation.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/judge_pool.h"
#include "tools/touchstone/selection.h"
#include "tools/touchstone/subject_factory.h"
#include "tools/touchstone/summary.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

using Claims = std::vector<const spec::Claim*>;

/// Each fault with the claims it names, or with all of their chapters, which shows over-kills.
Plan make_plan(const std::vector<PlantedFault>& faults, const Claims& claims,
               const FaultsArguments& arguments) {
  std::vector<Item> round;
  for (const PlantedFault& fault : faults)
    for (const spec::Claim* claim : claims) {
      const bool wanted =
          arguments.named_only ? is_about(fault, claim->id) : concerns(fault, claim->id);
      const Check* check = find_check(claim->id);
      if (wanted && check != nullptr) round.push_back({claim, check, fault.name});
    }
  return {std::move(round), arguments.repeat, arguments.seed};
}

void reject_unmatched(const std::vector<PlantedFault>& faults,
                      const std::vector<std::string>& globs) {
  for (const std::string& glob : globs)
    if (std::ranges::none_of(faults, [&](const PlantedFault& fault) {
          return spec::matches_glob(glob, fault.name);
        }))
      throw std::runtime_error(fmt::format("no fault matches '{}'", glob));
}

std::vector<PlantedFault> chosen(std::vector<PlantedFault> faults,
                                 const FaultsArguments& arguments) {
  reject_unmatched(faults, arguments.faults);
  std::erase_if(faults, [&](const PlantedFault& fault) {
    return (arguments.lawful && !fault.lawful) ||
           !spec::matches_globs(arguments.faults, fault.name);
  });
  return faults;
}

bool lawful(const std::vector<PlantedFault>& faults, const std::string& name) {
  return std::ranges::find(faults, name, &PlantedFault::name)->lawful;
}

void reject_unknown(const std::vector<PlantedFault>& faults, const spec::Spec& spec) {
  for (const PlantedFault& fault : faults)
    for (const std::string& claim : fault.kills)
      if (spec.find(claim) == nullptr)
        throw std::runtime_error(fmt::format("fault {} names a claim {} that is not there{}",
                                             fault.name, claim, nearby(spec, claim)));
}

SubjectFactory factory_for(const std::vector<PlantedFault>& faults) {
  return [&faults](const std::string& name, std::uint64_t seed) {
    const auto fault = std::ranges::find(faults, name, &PlantedFault::name);
    SubjectDescription description = described(fault->subject);
    if (!fault->command.empty()) description.command = fault->command;
    description.command.insert(description.command.begin(), fault->launcher.begin(),
                               fault->launcher.end());
    SubjectOptions options;
    options.environment = fault->environment;
    return make_subject(description, seed, options);
  };
}

void print_list(const char* title, const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  fmt::print("{}\n", coloured(Colour::bold, title));
  for (const std::string& entry : entries) fmt::print("  {}\n", entry);
}

void print_over_kills(const FaultMatrix& matrix) {
  const auto over = matrix.over_kills();
  if (over.empty()) return;
  fmt::print("{}\n", coloured(Colour::bold, "turned red beyond what the fault names"));
  for (const auto& [fault, claims] : over)
    fmt::print("  {} ({}): {}\n", fault, claims.size(), fmt::join(claims, ", "));
}

/// The claims that a fault must turn red: where only some faults are tried, those they name.
std::vector<std::string> to_kill(const Claims& claims, const FaultMatrix& matrix, bool some) {
  std::vector<std::string> ids;
  for (const spec::Claim* claim : claims) {
    const auto names_it = [&](const PlantedFault& fault) { return names(fault, claim->id); };
    if (claim->kind != spec::Kind::timing &&
        (!some || std::ranges::any_of(matrix.faults(), names_it)))
      ids.push_back(claim->id);
  }
  return ids;
}

ExitCode print_matrix(const FaultMatrix& matrix, const Claims& claims,
                      const FaultsArguments& arguments, bool complete) {
  const bool some = arguments.lawful || !arguments.faults.empty();
  const auto survivors = matrix.survivors(to_kill(claims, matrix, some));
  const auto alarms = matrix.false_alarms();
  const auto misses = matrix.misses();
  const auto broken = matrix.broken();
  print_over_kills(matrix);
  print_list("named, and yet green this time (a race, or a fault that names too much)", misses);
  print_list("broken (nothing that the fault names could be judged under it)", broken);
  print_list("false alarms (red under a lawful mutant)", alarms);
  print_list("survivors (no fault that names the claim turned it red)", survivors);
  fmt::print("{} faults, {} claims, {} survivors, {} false alarms\n", matrix.faults().size(),
             claims.size(), survivors.size(), alarms.size());
  if (!complete) return kIncomplete;
  const bool as_expected = survivors.empty() && alarms.empty() && broken.empty();
  return as_expected ? kAsExpected : kUnexpected;
}

}  // namespace

ExitCode faults(const FaultsArguments& arguments) {
  watch_for_interruption();
  const spec::Spec spec = spec::load(spec_folder());
  const auto all = planted_faults();
  reject_unknown(all, spec);
  const auto planted = chosen(all, arguments);
  const Claims claims = select(spec, arguments.claims);
  const Plan plan = make_plan(planted, claims, arguments);
  if (plan.empty()) return kNothingJudged;
  FaultMatrix matrix(planted);
  std::optional<ResultsFile> file;
  if (!arguments.results.empty()) file.emplace(arguments.results);
  Progress progress(plan.size());
  const bool complete = judge_all(
      plan, factory_for(planted), {crew_of(arguments.jobs), deadline({})}, [&](const Row& row) {
        matrix.add(row.subject, row);
        if (file) file->write(to_line(row));
        if (is_red(row.verdict) && (arguments.verbose || lawful(planted, row.subject)))
          print_unexpected(row);
        progress.advance(row.subject, 0);
        return true;
      });
  return print_matrix(matrix, claims, arguments, complete);
}

}  // namespace touchstone::cli
