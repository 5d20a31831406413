#include "tools/touchstone/diff_fuzz_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "conformance/programs/random_program.h"
#include "spec/claim_id.h"
#include "tools/touchstone/fault_catalog.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/seed.h"
#include "tools/touchstone/subject_factory.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

using nlohmann::json;
using programs::Program;

constexpr std::uint64_t default_count_a_fault = 300;
/// Programs that hang take a deadline each: a fault that has shown itself so often has shown
/// itself.
constexpr int most_hung = 2;

bool is_of_asyncio(const PlantedFault& fault) {
  if (!fault.name.starts_with("python.")) return false;
  if (!fault.lawful) return fault.name.starts_with("python.asyncio.");
  return fault.tries.empty() || std::ranges::find(fault.tries, "asyncio.*") != fault.tries.end();
}

std::vector<PlantedFault> chosen(const std::string& glob) {
  auto faults = planted_faults();
  std::erase_if(faults, [&](const PlantedFault& fault) {
    return !is_of_asyncio(fault) || !spec::matches_glob(glob, fault.name);
  });
  return faults;
}

/// How programs fared on one fault.
struct FaultRow {
  std::string fault;
  std::uint64_t programs = 0;
  std::uint64_t differ = 0;
  int hung = 0;
  std::string broken;  ///< it does not start
};

json encode(const FaultRow& row) {
  return {{"fault", row.fault},
          {"programs", row.programs},
          {"differ", row.differ},
          {"hung", row.hung},
          {"broken", row.broken}};
}

FaultRow decode_row(const json& fields) {
  return {fields.at("fault"), fields.at("programs"), fields.at("differ"), fields.at("hung"),
          fields.at("broken")};
}

void count(FaultRow& row, const std::vector<programs::Outcome>& outcomes) {
  for (const programs::Outcome& outcome : outcomes) {
    ++row.programs;
    if (!outcome.difference) continue;
    ++row.differ;
    if (outcome.difference->kind == "end" && outcome.difference->second.starts_with("hung"))
      ++row.hung;
  }
}

FaultRow row_of(const PlantedFault& fault, FuzzSettings settings) {
  FaultRow row;
  row.fault = fault.name;
  for (const std::string& each : fault.environment) settings.options.environment.push_back(each);
  const auto subjects =
      make_fuzz_subjects({"cpython", "cpython"}, settings.seed, settings.options, true);
  programs::Contest contest(*subjects.first, *subjects.second,
                            {settings.mode, deadline(settings.options), settings.seed});
  try {
    subjects.second->hello();
  } catch (const SubjectFailure& failure) {
    row.broken = failure.what();
    return row;
  }
  for (std::uint64_t from = 0; from < *settings.count && row.hung < most_hung && !interrupted();
       from += batch_size) {
    std::vector<Program> programs;
    for (std::uint64_t i = from; i < std::min(from + batch_size, *settings.count); ++i)
      programs.push_back(programs::random_program(programs::seed_of(settings.seed, i)));
    count(row, contest.judge(programs));
  }
  return row;
}

/// The workers' rows, printed as they come.
class Table {
 public:
  explicit Table(const std::vector<PlantedFault>& faults) : faults_(faults) {}

  void take(const FaultRow& row) {
    ++rows_;
    compared_ += row.programs;
    const bool lawful = is_lawful(row.fault);
    const char* remark = lawful ? "  lawful" : row.hung >= most_hung ? "  hangs" : "";
    fmt::print("{:5} of {:5}  {}{}\n", row.differ, row.programs, row.fault, remark);
    std::fflush(stdout);
    if (!row.broken.empty()) broken_.push_back(row.fault + ": " + row.broken);
    if (lawful && row.differ > 0) alarms_.push_back(row.fault);
    if (!lawful && row.differ == 0) unreached_.push_back(row.fault);
  }

  ExitCode finish() const {
    print_list("broken", broken_);
    print_list("false alarms (programs that differ under a lawful mutant)", alarms_);
    print_list("no program tells these from cpython", unreached_);
    fmt::print("{} faults and mutants, {} unreached, {} false alarms\n", rows_, unreached_.size(),
               alarms_.size());
    if (rows_ < faults_.size()) return kIncomplete;
    if (!alarms_.empty()) return kUnexpected;
    if (!broken_.empty()) return kSubjectBroken;
    return compared_ == 0 ? kNothingJudged : kAsExpected;
  }

 private:
  bool is_lawful(const std::string& name) const {
    return std::ranges::find(faults_, name, &PlantedFault::name)->lawful;
  }

  static void print_list(const char* title, const std::vector<std::string>& entries) {
    if (entries.empty()) return;
    fmt::print("{}\n", coloured(Colour::bold, title));
    for (const std::string& entry : entries) fmt::print("  {}\n", entry);
  }

  const std::vector<PlantedFault>& faults_;
  std::size_t rows_ = 0;
  std::uint64_t compared_ = 0;
  std::vector<std::string> broken_;
  std::vector<std::string> alarms_;
  std::vector<std::string> unreached_;
};

}  // namespace

ExitCode diff_fuzz_faults(const DiffFuzzArguments& arguments, FuzzSettings settings) {
  const auto faults = chosen(arguments.faults);
  if (faults.empty())
    throw std::runtime_error(
        fmt::format("no fault of Python's asyncio is called '{}'", arguments.faults));
  settings.count = arguments.count.value_or(default_count_a_fault);
  print_seed(settings.seed);
  Table table(faults);
  WorkerPool pool;
  const auto jobs = static_cast<std::size_t>(arguments.jobs);
  for (std::size_t job = 0; job < jobs; ++job)
    pool.start([&, job](const WorkerPool::Send& send) {
      for (std::size_t i = job; i < faults.size() && !interrupted(); i += jobs) {
        const FaultRow row = row_of(faults[i], settings);
        if (!interrupted()) send(encode(row).dump() + "\n");
      }
    });
  while (pool.running() > 0 && !interrupted())
    for (const WorkerPool::News& news : pool.wait())
      for (const std::string& line : news.lines) table.take(decode_row(json::parse(line)));
  return table.finish();
}

}  // namespace touchstone::cli
