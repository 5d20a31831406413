/// Writes one random program. Internal to random_program.
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "conformance/programs/grammar.h"
#include "conformance/programs/program.h"
#include "conformance/scenario/arbitrary/dice.h"

namespace touchstone::programs {

class Author {
 public:
  Author(std::uint64_t seed, const Grammar& grammar);

  Program write();

 private:
  /// Where a step stands.
  struct Place {
    int depth = 0;  ///< of activities
    int level = 0;  ///< of blocks
    bool in_main = false;
    bool in_loop = false;  ///< where nothing is begun: it would be begun again
  };
  using Writer = Step (Author::*)(const Place& place);
  struct Choice {
    int weight;
    Op op;
    Writer writer;
  };
  static const std::array<Choice, 19> choices;

  int weight(const Choice& choice) const;
  bool is_about(Op op) const { return op == subjects_[0] || op == subjects_[1]; }
  int begin_activity(const Place& creator);
  bool may_begin(const Place& place) const;
  Steps list(const Place& place, int low, int high);
  Steps block(const Place& place, int low, int high);
  Step step(const Place& place);
  Step with_pause(Step step);
  /// What awaits others is mostly ready for their errors.
  Step guarded(Step step, const Place& place);

  Step sleep(const Place& place);
  Step start(const Place& place);
  Step wait_on(const Place& place);
  Step gather(const Place& place);
  Step wait(const Place& place);
  Step as_completed(const Place& place);
  Step cancel(const Place& place);
  Step cancel_self(const Place& place);
  Step look(const Place& place);
  Step lock(const Place& place);
  Step semaphore(const Place& place);
  Step condition(const Place& place);
  Step wait_for_notice(const Place& place);
  Step event(const Place& place);
  Step queue(const Place& place);
  Step context(const Place& place);
  Step raise(const Place& place);
  Step finish(const Place& place);
  Step attempt(const Place& place);
  Step iterate(const Place& place);

  Awaited awaited(const Place& place);
  Awaited child_or_task(const Place& place);
  std::optional<int> random_limit();

  /// Once all activities are known: which tasks are waited for, cancelled, looked at.
  void aim(Program& program);
  void aim(Step& step, int own);
  void aim_awaited(Step& step, int own);
  int any_of(const std::vector<int>& numbers) {
    return numbers[static_cast<std::size_t>(dice_.below(static_cast<int>(numbers.size())))];
  }

  const Grammar& grammar_;
  scenario::Dice dice_;
  /// Two kinds of step that this program has many of: activities meet seldom where each does
  /// something else.
  std::array<Op, 2> subjects_;
  std::vector<Activity> written_;
  std::vector<int> with_handle_;
  int numbers_ = 1;
  int steps_left_ = 13;
};

}  // namespace touchstone::programs
