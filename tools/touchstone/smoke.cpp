#include <fmt/format.h>

#include "conformance/scenario/parse.h"
#include "conformance/trace/timeline.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/subject_factory.h"

namespace touchstone::cli {
namespace {

constexpr const char* kScenario = R"(
    record("answer", 40 + 2)
)";

/// Nothing where the subject answered; else what is wrong.
std::string trouble(Subject& subject, const SubjectOptions& options) {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>(scenario::parse(kScenario));
  request.deadline = deadline(options);
  const Trace trace = subject.run(request);
  const bool clean = std::holds_alternative<run_end::ByItself>(trace.end());
  const bool answered = trace.count("answer") == 1 && trace.outcomes("answer").size() == 1;
  if (clean && answered && trace.outcome("answer") == Outcome(Value(42))) return "";
  return "the smallest scenario failed:\n" + timeline(trace);
}

}  // namespace

ExitCode smoke(const SmokeArguments& arguments) {
  watch_for_interruption();
  const auto subject = make_subject(described(arguments.subject), 0, arguments.options);
  try {
    const Hello hello = subject->hello();
    const std::string wrong = trouble(*subject, arguments.options);
    fmt::print("{} {} ({}, {}), {} capabilities: {}\n", hello.name, hello.version, hello.language,
               hello.os, hello.capabilities.size(), wrong.empty() ? "it works" : wrong);
    return wrong.empty() ? kAsExpected : kSubjectBroken;
  } catch (const SubjectFailure& failure) {
    fmt::print(stderr, "{} is broken: {}\n", arguments.subject, failure.what());
    return kSubjectBroken;
  }
}

}  // namespace touchstone::cli
