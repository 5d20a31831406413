#include "conformance/programs/shrinks.h"

#include <algorithm>
#include <functional>
#include <set>

namespace touchstone::programs {
namespace {

using Edit = std::function<void(Steps&)>;

/// The program with one of its lists edited: the one of that number, in the order of for_each_list.
Program edited(const Program& program, std::size_t list, const Edit& edit) {
  Program copy = program;
  Steps* found = nullptr;
  std::size_t number = 0;
  for (Activity& activity : copy.activities)
    for_each_list(activity.steps, [&](Steps& steps) {
      if (number++ == list) found = &steps;
    });
  edit(*found);
  return copy;
}

std::vector<Steps> lists_of(const Program& program) {
  std::vector<Steps> lists;
  for (const Activity& activity : program.activities)
    for_each_list(activity.steps, [&](const Steps& steps) { lists.push_back(steps); });
  return lists;
}

/// What has lost what it was for.
bool is_void(const Step& step) {
  const bool awaits = step.op == Op::wait_on || step.op == Op::gather || step.op == Op::wait ||
                      step.op == Op::as_completed;
  return awaits && step.awaited.empty();
}

std::set<int> begun(const Program& program) {
  std::set<int> numbers{0};
  for (const Activity& activity : program.activities)
    for_each_list(activity.steps, [&](const Steps& steps) {
      for (const Step& step : steps)
        for (const int child : begun_by(step)) numbers.insert(child);
    });
  return numbers;
}

bool stands_on(const Step& step, const std::set<int>& there) {
  const auto is_there = [&](int number) { return there.contains(number); };
  const bool starts_nothing = step.op == Op::start && !is_there(step.target);
  return !starts_nothing && !is_void(step) && std::ranges::all_of(used_by(step), is_there);
}

void forget(Steps& steps, const std::set<int>& there) {
  for (Step& step : steps)
    std::erase_if(step.awaited, [&](const Awaited& awaited) {
      const bool of_activity = awaited.kind == Awaited::Kind::child || is_of_a_task(awaited);
      return of_activity && !there.contains(awaited.target);
    });
  std::erase_if(steps, [&](const Step& step) { return !stands_on(step, there); });
}

/// Without the activities that nothing begins, again and again: their children are then such too.
Program tidied(Program program) {
  while (true) {
    const std::set<int> there = begun(program);
    const auto gone = std::erase_if(program.activities, [&](const Activity& activity) {
      return !there.contains(activity.number);
    });
    for (Activity& activity : program.activities)
      for_each_list(activity.steps, [&](Steps& steps) { forget(steps, there); });
    if (gone == 0) return program;
  }
}

Program without(const Program& program, int number) {
  std::set<int> there = begun(program);
  there.erase(number);
  Program copy = program;
  std::erase_if(copy.activities,
                [&](const Activity& activity) { return activity.number == number; });
  for (Activity& activity : copy.activities)
    for_each_list(activity.steps, [&](Steps& steps) { forget(steps, there); });
  return copy;
}

const Steps& steps_of(const Program& program, int activity) {
  return std::ranges::find(program.activities, activity, &Activity::number)->steps;
}

/// What may stand in the step's place: its blocks, and what the activities that it begins do.
Steps parts_of(const Program& program, const Step& step) {
  Steps parts;
  const auto add = [&](const Steps& more) { parts.insert(parts.end(), more.begin(), more.end()); };
  for (const Steps* block : {&step.body, &step.handler, &step.cleanup}) add(*block);
  for (const int child : begun_by(step)) add(steps_of(program, child));
  return parts;
}

/// The same step with one thing less about it.
std::vector<Step> plainer(const Step& step) {
  std::vector<Step> found;
  const auto add = [&](const auto& change) {
    Step copy = step;
    change(copy);
    if (copy != step) found.push_back(std::move(copy));
  };
  add([](Step& copy) { copy.cleanup.clear(); });
  add([](Step& copy) { copy.handler.clear(); });
  add([](Step& copy) { copy.limit.reset(); });
  add([](Step& copy) { copy.amount /= 2; });
  add([](Step& copy) { copy.pause = 0; });
  add([](Step& copy) { copy.flag = false; });
  for (std::size_t i = 0; i < step.awaited.size(); ++i) {
    add([i](Step& copy) { copy.awaited.erase(copy.awaited.begin() + static_cast<long>(i)); });
    add([i](Step& copy) { copy.awaited[i].limit.reset(); });
    add([i](Step& copy) {
      if (auto& limit = copy.awaited[i].limit; limit && *limit > 1) limit = 1;
    });
  }
  return found;
}

/// All edits of one program, gathered.
class Edits {
 public:
  explicit Edits(const Program& program) : program_(program), lists_(lists_of(program)) {}

  std::vector<Program> all() {
    for (const Activity& activity : program_.activities)
      if (activity.number != 0) add(without(program_, activity.number));
    for (std::size_t list = 0; list < lists_.size(); ++list) halves(list);
    for (std::size_t list = 0; list < lists_.size(); ++list) single_steps(list);
    for (std::size_t list = 0; list < lists_.size(); ++list) inside_steps(list);
    return std::move(found_);
  }

 private:
  void add(Program program) {
    program = tidied(std::move(program));
    if (program != program_) found_.push_back(std::move(program));
  }
  void add(std::size_t list, const Edit& edit) { add(edited(program_, list, edit)); }

  void halves(std::size_t list) {
    const auto half = static_cast<long>(lists_[list].size() / 2);
    if (half < 2) return;
    add(list, [half](Steps& steps) { steps.erase(steps.begin() + half, steps.end()); });
    add(list, [half](Steps& steps) { steps.erase(steps.begin(), steps.begin() + half); });
  }

  void single_steps(std::size_t list) {
    for (std::size_t i = 0; i < lists_[list].size(); ++i) {
      const auto at = static_cast<long>(i);
      add(list, [at](Steps& steps) { steps.erase(steps.begin() + at); });
      const Steps parts = parts_of(program_, lists_[list][i]);
      if (parts.empty()) continue;
      add(list, [at, &parts](Steps& steps) {
        const auto place = steps.erase(steps.begin() + at);
        steps.insert(place, parts.begin(), parts.end());
      });
    }
  }

  void inside_steps(std::size_t list) {
    for (std::size_t i = 0; i < lists_[list].size(); ++i)
      for (const Step& step : plainer(lists_[list][i]))
        add(list, [i, &step](Steps& steps) { steps[i] = step; });
  }

  const Program& program_;
  std::vector<Steps> lists_;
  std::vector<Program> found_;
};

}  // namespace

std::vector<Program> smaller(const Program& program) { return Edits(program).all(); }

}  // namespace touchstone::programs
