#include "tools/touchstone/fuzz_judge.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "conformance/programs/minimise.h"
#include "conformance/programs/random_program.h"
#include "conformance/programs/render.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/subject_factory.h"

namespace touchstone::cli {
namespace {

using nlohmann::json;
using programs::Program;

std::string line(const json& message) { return message.dump() + "\n"; }

std::vector<KnownDivergence> known_of(const std::vector<std::string>& subjects) {
  std::vector<KnownDivergence> known;
  for (const std::string& subject : subjects)
    std::ranges::copy(described(subject).divergences, std::back_inserter(known));
  return known;
}

bool is_about(const programs::SavedProgram& program, std::vector<std::string> subjects) {
  auto named = program.subjects;
  std::ranges::sort(named);
  std::ranges::sort(subjects);
  return named == subjects;
}

}  // namespace

FuzzJudge::FuzzJudge(FuzzSettings settings, FuzzShare share, WorkerPool::Send send)
    : settings_(std::move(settings)),
      share_(share),
      send_(std::move(send)),
      subjects_(make_fuzz_subjects(settings_.subjects, settings_.seed, settings_.options,
                                   share_.killable)),
      contest_(*subjects_.first, *subjects_.second,
               {settings_.mode, deadline(settings_.options), settings_.seed}) {}

void FuzzJudge::work() {
  try {
    learn_grammar();
    learn_known();
    for (std::uint64_t batch = share_.first; !is_over(batch); batch += share_.step) {
      judge(batch);
      if (share_.step == 0) break;
    }
  } catch (const SubjectFailure& failure) {
    if (!interrupted()) send_(line({{"broken", failure.what()}}));
  } catch (const programs::TooLittleOffered& lack) {
    send_(line({{"broken", lack.what()}}));
  }
  send_(line({{"over", true}}));
}

void FuzzJudge::learn_grammar() {
  grammar_ = programs::Grammar({&subjects_.first->hello(), &subjects_.second->hello()});
  for (const std::string& capability : grammar_.left_out()) send_(line({{"left_out", capability}}));
}

void FuzzJudge::learn_known() {
  for (const KnownDivergence& each : known_of(settings_.subjects)) {
    auto program = read_program(each.program);
    if (program.mode != settings_.mode) continue;
    const bool has_to_show = is_about(program, settings_.subjects);
    program.subjects = settings_.subjects;
    const auto divergence = compare(contest_, program);
    if (divergence) {
      known_[divergence->program.shows] = each.reason;
    } else if (has_to_show && !interrupted()) {
      send_(line({{"stale", each.program.string()}}));
    }
  }
}

bool FuzzJudge::is_over(std::uint64_t batch) const {
  if (interrupted()) return true;
  if (settings_.count && batch * batch_size >= *settings_.count) return true;
  return settings_.until && std::chrono::steady_clock::now() >= *settings_.until;
}

void FuzzJudge::judge(std::uint64_t batch) {
  send_(line({{"begin", batch}}));
  const std::uint64_t from = batch * batch_size;
  const std::uint64_t to = std::min(from + batch_size, settings_.count.value_or(UINT64_MAX));
  std::vector<Program> programs;
  for (std::uint64_t index = from; index < to; ++index)
    programs.push_back(
        programs::random_program(programs::seed_of(settings_.seed, index), grammar_));
  const auto found = outcomes(programs);
  if (interrupted()) return;
  for (std::size_t i = 0; i < programs.size(); ++i)
    if (found[i].difference) examine(programs[i], from + i, *found[i].difference);
  send_(line({{"done", programs.size()},
              {"stuck", std::ranges::count(found, true, &programs::Outcome::stuck)}}));
}

std::vector<programs::Outcome> FuzzJudge::outcomes(const std::vector<Program>& batch) {
  if (!share_.killable) return contest_.judge(batch);
  std::vector<programs::Outcome> found;
  for (const Program& program : batch) {
    found.push_back(contest_.judge_text(text_of(program, settings_.mode)));
    send_(line({{"busy", true}}));
  }
  return found;
}

/// Smallest first, as far as it repeats.
void FuzzJudge::examine(const Program& program, std::uint64_t index,
                        const programs::Difference& seen) {
  const auto saved = [&](const Program& each) {
    return programs::SavedProgram{settings_.subjects, settings_.mode, "",
                                  text_of(each, settings_.mode)};
  };
  auto whole = compare(contest_, saved(program));
  if (whole) {
    auto small = compare(contest_, saved(minimal(program)));
    return tell(std::move(small ? *small : *whole), index);
  }
  Divergence fleeting;
  fleeting.program = saved(program);
  fleeting.program.shows = signature_of(fleeting.program.text, seen);
  fleeting.first = seen.first;
  fleeting.second = seen.second;
  fleeting.repeats = false;
  tell(std::move(fleeting), index);
}

Program FuzzJudge::minimal(const Program& program) {
  return minimise(program, [&](std::span<const Program> candidates) {
    send_(line({{"busy", true}}));
    const auto found = outcomes({candidates.begin(), candidates.end()});
    const auto first = std::ranges::find_if(
        found, [](const programs::Outcome& outcome) { return outcome.difference.has_value(); });
    return interrupted() || first == found.end() ? std::optional<std::size_t>()
                                                 : static_cast<std::size_t>(first - found.begin());
  });
}

void FuzzJudge::tell(Divergence divergence, std::uint64_t index) {
  if (interrupted()) return;
  divergence.index = index;
  const auto known = known_.find(divergence.program.shows);
  if (known != known_.end()) divergence.reason = known->second;
  send_(line({{"divergence", encode(divergence)}}));
}

}  // namespace touchstone::cli
