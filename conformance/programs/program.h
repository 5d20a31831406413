/// A random asynchronous program before it is text: activities, each a list of steps. A value that
/// shrinks by losing parts, and is rendered anew each time, so that what has shrunk is as free of
/// races as what was generated.
///
/// Activity 0 is `main`; every other one is begun at exactly one place, by an activity of a lower
/// number. An activity waits for none but those of higher numbers, so that no two wait for each
/// other.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace touchstone::programs {

/// What a step awaits.
struct Awaited {
  enum class Kind { child, task, shielded, event, get, join };
  Kind kind = Kind::child;
  int target = 0;  ///< an activity (child, task, shielded), an event or a queue
  /// Rounds of wait_for's limit; 0: a limit of zero.
  std::optional<int> limit;

  bool operator==(const Awaited&) const = default;
};

enum class Op {
  sleep,
  start,    ///< create_task of a child, whose handle others may use
  wait_on,  ///< await of one thing, with or without wait_for
  gather,
  wait,          ///< asyncio.wait for tasks
  as_completed,  ///< what is awaited comes out one by one
  cancel,
  cancel_self,
  look,       ///< how is that task?
  lock,       ///< a block under a lock
  semaphore,  ///< a block under a semaphore
  condition,  ///< a block under a condition
  wait_for_notice,
  notify,
  set_event,
  clear_event,
  put,
  put_nowait,
  get_nowait,
  task_done,
  raise,
  finish,  ///< return
  set_context,
  get_context,
  attempt,  ///< try
  iterate   ///< an asynchronous generator, driven and closed
};

enum class Handles { nothing, cancellation, timeouts, values, errors, everything };
enum class Until { all, first_completed, first_exception };
enum class Iteration { to_the_end, broken_off, fails, thrown_into };
enum class Raised { value_error, key_error, cancelled };

struct Step;
using Steps = std::vector<Step>;

/// Which fields mean anything depends on `op`.
struct Step {
  Op op = Op::sleep;
  int target = 0;     ///< an activity, a lock, a semaphore, a condition, an event, a queue
  int amount = 0;     ///< rounds to sleep, a value, items to yield
  int pause = 0;      ///< of programs without spacing: what stands for the turn before the step
  bool flag = false;  ///< gather: return_exceptions; as_completed: only the first; attempt: the
                      ///< handler raises again
  Handles handles = Handles::nothing;
  Until until = Until::all;
  Iteration iteration = Iteration::to_the_end;
  Raised raised = Raised::value_error;
  std::optional<int> limit;      ///< of wait, as_completed, wait_for_notice
  std::vector<Awaited> awaited;  ///< of wait_on (one), gather, wait, as_completed
  Steps body;                    ///< of lock, semaphore, condition, attempt, iterate
  Steps handler;                 ///< of attempt
  Steps cleanup;                 ///< of attempt: its finally block, where it is not empty

  bool operator==(const Step&) const = default;
};

struct Activity {
  int number = 0;  ///< unique, not dense: what has shrunk keeps its names
  Steps steps;

  bool operator==(const Activity&) const = default;
};

struct Program {
  std::vector<Activity> activities;  ///< by rising number, `main` first

  bool operator==(const Program&) const = default;
};

/// Spaced: every interaction between activities has an instant that is its activity's alone, so
/// that all that asyncio leaves open is the order of activities that run at one instant. Full:
/// small delays, many of them zero; the order of everything is an implementation's own.
enum class Mode { spaced, full };

inline constexpr int most_activities = 12;
inline constexpr int locks = 1;
inline constexpr int semaphores = 1;
inline constexpr int conditions = 1;
inline constexpr int events = 2;
inline constexpr int queues = 2;

/// "main", "a", "b" ...
std::string name_of_activity(int number);

/// Calls `visit` with every list of steps, the innermost too.
template <class ListOfSteps, class Visit>
void for_each_list(ListOfSteps& steps, const Visit& visit) {
  visit(steps);
  for (auto& step : steps) {
    for_each_list(step.body, visit);
    for_each_list(step.handler, visit);
    for_each_list(step.cleanup, visit);
  }
}

/// An activity's handle, which others may hold too.
bool is_of_a_task(const Awaited& awaited);
/// The activities that the step itself begins.
std::vector<int> begun_by(const Step& step);
/// The activities whose handles it uses.
std::vector<int> used_by(const Step& step);

/// Steps of every kind and depth.
int size_of(const Program& program);

}  // namespace touchstone::programs
