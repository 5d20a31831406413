#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "spec/load.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/installation.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/judge_pool.h"
#include "tools/touchstone/seed.h"
#include "tools/touchstone/selection.h"
#include "tools/touchstone/subject_factory.h"
#include "tools/touchstone/summary.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

void expect(Item& item, const SubjectDescription& subject) {
  const auto deviation = std::ranges::find(subject.deviations, item.claim->id, &Deviation::claim);
  if (deviation == subject.deviations.end()) return;
  item.expected = deviation->verdict;
  item.reason = deviation->reason;
  item.intermittent = deviation->intermittent;
}

Plan make_plan(const spec::Spec& spec, const RunArguments& arguments, std::uint64_t seed) {
  std::vector<Item> round;
  const auto claims = select(spec, arguments.claims);
  for (const std::string& subject : arguments.subjects)
    for (const spec::Claim* claim : claims)
      expect(round.emplace_back(claim, find_check(claim->id), subject), described(subject));
  return {std::move(round), arguments.repeat, seed};
}

std::string host() {
  utsname names = {};
  uname(&names);
  return fmt::format("{} {} {}, {} processors", names.sysname, names.release, names.machine,
                     sysconf(_SC_NPROCESSORS_ONLN));
}

/// Starts every subject once, so that a broken one is told before anything is judged.
std::optional<ResultsHeader> greet(const RunArguments& arguments, const spec::Spec& spec,
                                   std::uint64_t seed) {
  ResultsHeader header{TOUCHSTONE_VERSION, spec.hash, {}, host(), seed, ""};
  for (const std::string& name : arguments.subjects) {
    const auto subject = make_subject(described(name), seed, arguments.options);
    try {
      const Hello& hello = subject->hello();
      header.subjects.push_back({name, hello.version, hello.language});
    } catch (const SubjectFailure& failure) {
      fmt::print(stderr, "{} is broken: {}\n", name, failure.what());
      return std::nullopt;
    }
  }
  return header;
}

std::string why_incomplete(bool complete, const RunArguments& arguments) {
  if (complete) return "";
  if (interrupted()) return "interrupted";
  return arguments.fail_fast ? "stopped at the first unexpected verdict" : "a judge ended early";
}

ExitCode exit_code(bool complete, const Tally& tally) {
  if (interrupted()) return kIncomplete;
  if (tally.unexpected > 0) return kUnexpected;
  if (!complete) return kIncomplete;
  return tally.judged == 0 ? kNothingJudged : kAsExpected;
}

/// Rows on their way to the file and the terminal.
class Output {
 public:
  Output(const RunArguments& arguments, std::size_t total) : progress_(total) {
    if (!arguments.results.empty()) file_.emplace(arguments.results);
  }

  void write(const std::string& line) {
    if (file_) file_->write(line);
  }

  void take(const Row& row) {
    write(to_line(row));
    summary_.add(row);
    progress_.advance(row.claim, summary_.tally().unexpected);
    if (!row.as_expected()) print_unexpected(row);
  }

  const Summary& summary() const { return summary_; }

 private:
  std::optional<ResultsFile> file_;
  Progress progress_;
  Summary summary_;
};

ExitCode judge_plan(const RunArguments& arguments, const Plan& plan, const ResultsHeader& header) {
  Output output(arguments, plan.size());
  output.write(to_line(header));
  const auto factory = [&](const std::string& name, std::uint64_t seed) {
    return make_subject(described(name), seed, arguments.options);
  };
  const bool complete = judge_all(
      plan, factory, {crew_of(arguments.jobs), deadline(arguments.options)}, [&](const Row& row) {
        output.take(row);
        return !arguments.fail_fast || row.as_expected();
      });
  const Tally& tally = output.summary().tally();
  output.write(to_line(ResultsFooter{complete, why_incomplete(complete, arguments), tally.counts,
                                     tally.unexpected}));
  output.summary().print();
  if (!complete) fmt::print("incomplete: {}\n", why_incomplete(complete, arguments));
  return exit_code(complete, tally);
}

}  // namespace

ExitCode run(const RunArguments& asked) {
  RunArguments arguments = asked;
  if (arguments.subjects.empty()) arguments.subjects = {"reference"};
  if (!arguments.options.command.empty() && arguments.subjects.size() > 1)
    throw std::runtime_error("--command replaces one subject's command line: name one --subject");
  watch_for_interruption();
  const spec::Spec spec = spec::load(spec_folder());
  const std::uint64_t seed = arguments.seed.value_or(fresh_seed());
  const Plan plan = make_plan(spec, arguments, seed);
  const auto header = greet(arguments, spec, seed);
  if (!header) return kSubjectBroken;
  print_seed(seed);
  return judge_plan(arguments, plan, *header);
}

}  // namespace touchstone::cli
