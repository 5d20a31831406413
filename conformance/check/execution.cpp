#include "conformance/check/execution.h"

#include <fmt/format.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "conformance/values/value.h"

namespace touchstone {
namespace {

using Reporter = testing::ScopedFakeTestPartResultReporter;

std::string failures(const testing::TestPartResultArray& results) {
  std::string text;
  for (int i = 0; i < results.size(); ++i) {
    const testing::TestPartResult& result = results.GetTestPartResult(i);
    if (!result.failed()) continue;
    const char* file = result.file_name();
    text += fmt::format("{}:{}: {}\n", file == nullptr ? "?" : file, result.line_number(),
                        result.message());
  }
  return text;
}

std::string picks_as_text(const Picks& picks) {
  std::string text;
  for (const auto& [name, value] : picks) text += fmt::format("  {} = {}\n", name, repr(value));
  return text.empty() ? text : "with\n" + text;
}

/// The body's own end: empty evidence where it returned.
void run_body(const Part& part, Trial& trial, Execution& execution) {
  try {
    part.body(trial);
  } catch (const NotJudgeable& reason) {
    execution.verdict = reason.verdict;
    execution.evidence = reason.evidence + "\n";
  } catch (const PickMismatch&) {
    throw;
  } catch (const std::exception& error) {
    execution.verdict = Verdict::violates;
    execution.evidence = fmt::format("the judgement ended by an error: {}\n", error.what());
  }
}

void resolve(const Trial& trial, Execution& execution) {
  if (execution.verdict != Verdict::conforms) return;
  if (!trial.unmet().empty()) {
    execution.verdict = Verdict::unresolved;
    for (const std::string& message : trial.unmet()) execution.evidence += message + "\n";
  } else if (!trial.judged()) {
    execution.verdict = trial.figures().empty() ? Verdict::unresolved : Verdict::reported;
    if (trial.figures().empty()) execution.evidence = "the check read no trace: nothing judged\n";
  }
}

}  // namespace

Execution execute(const Part& part, Subject& subject, const Trial::Settings& settings) {
  Execution execution;
  Trial trial(subject, settings);
  testing::TestPartResultArray results;
  {
    const Reporter reporter(Reporter::INTERCEPT_ONLY_CURRENT_THREAD, &results);
    run_body(part, trial, execution);
  }
  const std::string failed = failures(results);
  if (!failed.empty() && execution.verdict == Verdict::conforms)
    execution.verdict = Verdict::violates;
  execution.evidence = failed + execution.evidence;
  resolve(trial, execution);
  if (is_red(execution.verdict))
    execution.evidence += picks_as_text(trial.picks()) + trial.last_run();
  execution.picks = trial.picks();
  execution.figures = trial.figures();
  execution.judged = trial.judged();
  return execution;
}

}  // namespace touchstone
