#include "conformance/check/runner.h"

#include <fmt/format.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

#include <algorithm>
#include <unordered_map>

#include "conformance/check/execution.h"

namespace touchstone {
namespace {

using rc::detail::CaseResult;
/// Without it rapidcheck would take seeds and shrink paths from the environment, and announce them.
using Reproductions = std::unordered_map<std::string, rc::detail::Reproduce>;

/// Seeds differ from claim to claim, so that equal picks do not go through every check of a run.
std::uint64_t mix(std::uint64_t seed, std::string_view text) {
  for (const unsigned char letter : text) seed = (seed ^ letter) * 1099511628211u;
  return seed;
}

/// The executions of one part that picks, under rapidcheck.
class Property {
 public:
  Property(const Part& part, Subject& subject, const RunnerOptions& options, std::uint64_t seed)
      : part_(part), subject_(subject), options_(options), seed_(seed) {}

  Execution run() {
    rc::detail::TestParams params;
    params.seed = seed_;
    params.maxSuccess = part_.executions > 0 ? part_.executions : options_.executions;
    rc::detail::TestListenerAdapter silent;
    const auto result = rc::detail::checkTestable([this] { once(); }, rc::detail::TestMetadata(),
                                                  params, silent, Reproductions());
    if (worst_) return *worst_;
    if (!result.is<rc::detail::SuccessResult>()) return gave_up();
    return last_;
  }

 private:
  /// One execution; a red one is told to rapidcheck, which then looks for a smaller one. What
  /// cannot be judged ends the search, and hides no violation that was found before.
  void once() {
    if (finished_ || (worst_ && ++shrinks_ > options_.shrink_attempts)) return;
    Execution execution =
        execute(part_, subject_, {.deadline = options_.deadline, .seed = options_.seed});
    if (!is_red(execution.verdict)) {
      last_ = std::move(execution);
      return;
    }
    finished_ = execution.verdict != Verdict::violates;
    if (finished_ && worst_) return;
    worst_ = std::move(execution);
    throw CaseResult(CaseResult::Type::Failure);
  }

  static Execution gave_up() {
    Execution execution;
    execution.verdict = Verdict::unresolved;
    execution.evidence = "no input met the property's precondition often enough\n";
    return execution;
  }

  const Part& part_;
  Subject& subject_;
  const RunnerOptions& options_;
  std::uint64_t seed_;
  Execution last_;
  std::optional<Execution> worst_;
  int shrinks_ = 0;
  bool finished_ = false;
};

Execution run_part(const Part& part, const Check& check, Subject& subject,
                   const RunnerOptions& options) {
  try {
    return execute(part, subject,
                   {.deadline = options.deadline, .seed = options.seed, .refuse_picks = true});
  } catch (const PicksWanted&) {
    return Property(part, subject, options, mix(options.seed, check.claim)).run();
  }
}

void take(Judgement& judgement, const Part& part, Execution execution) {
  const bool red = is_red(execution.verdict);
  judgement.verdict = execution.verdict;
  judgement.evidence = std::move(execution.evidence);
  judgement.part = red ? name(part.kind) : "";
  judgement.picks = red ? std::move(execution.picks) : Picks();
  for (Figure& figure : execution.figures) judgement.figures.push_back(std::move(figure));
}

Judgement unsupported(std::string_view capability) {
  Judgement judgement;
  judgement.verdict = Verdict::unsupported;
  judgement.evidence = fmt::format("lacks {}", capability);
  return judgement;
}

std::optional<std::string> missing(const Hello& hello, std::span<const std::string> needs) {
  for (const std::string& need : needs)
    if (!hello.claims(need)) return need;
  return std::nullopt;
}

/// A part that was only reported does not hide that another one was judged; one that was left out
/// is named in the evidence.
Judgement judge_parts(const Check& check, Subject& subject, const RunnerOptions& options) {
  Judgement judgement;
  bool judged = false;
  std::string left_out;
  for (const Part& part : check.parts) {
    if (const auto lacking = missing(subject.hello(), part.needs_also)) {
      left_out += fmt::format("{} left out: lacks {}\n", name(part.kind), *lacking);
      continue;
    }
    take(judgement, part, run_part(part, check, subject, options));
    if (is_red(judgement.verdict) || judgement.verdict == Verdict::unsupported) return judgement;
    judged = judged || judgement.verdict == Verdict::conforms;
  }
  judgement.evidence += left_out;
  if (judged) judgement.verdict = Verdict::conforms;
  if (judgement.verdict == Verdict::unresolved && !left_out.empty())
    judgement.verdict = Verdict::unsupported;
  return judgement;
}

Judgement refuse(Verdict verdict, std::string evidence) {
  Judgement judgement;
  judgement.verdict = verdict;
  judgement.evidence = std::move(evidence);
  return judgement;
}

template <class Run>
Judgement timed(Run run) {
  const auto start = std::chrono::steady_clock::now();
  Judgement judgement = run();
  judgement.duration = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  return judgement;
}

}  // namespace

Judgement judge(const Check& check, Subject& subject, std::span<const std::string> needs,
                const RunnerOptions& options) {
  return timed([&] {
    try {
      if (const auto lacking = missing(subject.hello(), needs)) return unsupported(*lacking);
    } catch (const SubjectFailure& failure) {
      return refuse(*verdict_without_judgement(failure.end), failure.what());
    }
    return judge_parts(check, subject, options);
  });
}

Judgement repeat(const Check& check, Subject& subject, const Token& token,
                 const RunnerOptions& options) {
  const auto part = std::ranges::find(check.parts, token.part, &Part::kind);
  if (part == check.parts.end())
    throw TokenError(
        fmt::format("the check of {} has no {} any more", check.claim, name(token.part)));
  return timed([&] {
    Judgement judgement;
    take(judgement, *part,
         execute(*part, subject,
                 {.deadline = options.deadline, .seed = token.seed, .recorded = &token.picks}));
    return judgement;
  });
}

}  // namespace touchstone
