#include "conformance/programs/author.h"

#include <algorithm>
#include <iterator>

namespace touchstone::programs {
namespace {

constexpr int deepest_activity = 3;
constexpr int deepest_block = 2;

/// asyncio.wait takes no bare coroutines.
bool is_no_task(const Awaited& awaited) {
  return awaited.kind != Awaited::Kind::child && !is_of_a_task(awaited);
}

/// Steps that may well end in an error of what they wait for, or of a queue.
bool may_fail(const Step& step) {
  static constexpr Op ops[] = {Op::wait_on,    Op::gather,     Op::wait_for_notice,
                               Op::get_nowait, Op::put_nowait, Op::task_done};
  return std::ranges::find(ops, step.op) != std::end(ops);
}

void keep_one_task(std::vector<Awaited>& things) {
  const auto first = std::ranges::find_if(things, is_of_a_task);
  if (first != things.end())
    things.erase(std::remove_if(first + 1, things.end(), is_of_a_task), things.end());
}

/// What a gathering may find finished already. Of two such the order of the arguments says which is
/// first, unless they come by way of wait_for.
bool may_be_over(const Awaited& awaited) { return is_of_a_task(awaited) || awaited.limit == 0; }

void give_limits_to_one_that_is_over(std::vector<Awaited>& things) {
  if (std::ranges::count_if(things, may_be_over) < 2) return;
  for (Awaited& each : things) {
    if (is_of_a_task(each)) each.limit.reset();
    if (each.limit == 0) each.limit = 1;
  }
}

Step of(Op op) {
  Step step;
  step.op = op;
  return step;
}

}  // namespace

const std::array<Author::Choice, 19> Author::choices{{{10, Op::sleep, &Author::sleep},
                                                      {5, Op::cancel, &Author::cancel},
                                                      {1, Op::cancel_self, &Author::cancel_self},
                                                      {4, Op::look, &Author::look},
                                                      {6, Op::set_event, &Author::event},
                                                      {7, Op::put, &Author::queue},
                                                      {3, Op::raise, &Author::raise},
                                                      {2, Op::finish, &Author::finish},
                                                      {3, Op::iterate, &Author::iterate},
                                                      {9, Op::wait_on, &Author::wait_on},
                                                      {7, Op::lock, &Author::lock},
                                                      {3, Op::semaphore, &Author::semaphore},
                                                      {9, Op::attempt, &Author::attempt},
                                                      {9, Op::start, &Author::start},
                                                      {6, Op::gather, &Author::gather},
                                                      {3, Op::wait, &Author::wait},
                                                      {3, Op::as_completed, &Author::as_completed},
                                                      {4, Op::condition, &Author::condition},
                                                      {3, Op::set_context, &Author::context}}};

Author::Author(std::uint64_t seed, const Grammar& grammar) : grammar_(grammar), dice_(seed) {
  for (Op& subject : subjects_)
    subject = choices[static_cast<std::size_t>(dice_.below(choices.size()))].op;
}

int Author::weight(const Choice& choice) const {
  if (!grammar_.has(choice.op)) return 0;
  return is_about(choice.op) ? 6 * choice.weight : choice.weight;
}

Program Author::write() {
  const Place main{0, 0, true, false};
  Steps steps{with_pause(start(main))};
  std::ranges::move(list(main, 4, 7), std::back_inserter(steps));
  steps.push_back(with_pause(sleep(main)));
  steps.back().amount += 4;  // the others go on for a while
  Program program;
  program.activities.push_back({0, std::move(steps)});
  std::ranges::move(written_, std::back_inserter(program.activities));
  std::ranges::sort(program.activities, {}, &Activity::number);
  aim(program);
  return program;
}

int Author::begin_activity(const Place& creator) {
  const int number = numbers_++;
  Steps steps = list({creator.depth + 1, 0, false, false}, 1, 3);
  written_.push_back({number, std::move(steps)});
  return number;
}

bool Author::may_begin(const Place& place) const {
  return !place.in_loop && place.depth < deepest_activity && numbers_ < most_activities - 3 &&
         steps_left_ > 0;
}

Steps Author::list(const Place& place, int low, int high) {
  Steps steps;
  const int count = dice_.between(low, high);
  for (int i = 0; i < count && (i < low || steps_left_ > 0); ++i) {
    steps.push_back(guarded(with_pause(step(place)), place));
    if (steps.back().op == Op::raise || steps.back().op == Op::finish) break;
  }
  return steps;
}

Steps Author::block(const Place& place, int low, int high) {
  return list({place.depth, place.level + 1, place.in_main, place.in_loop}, low, high);
}

Step Author::guarded(Step step, const Place& place) {
  if (!may_fail(step) || place.level >= deepest_block || dice_.one_in(place.in_main ? 12 : 4))
    return step;
  Step attempt = of(Op::attempt);
  attempt.handles = place.in_main || dice_.one_in(3) ? Handles::everything : Handles::errors;
  attempt.body.push_back(std::move(step));
  return attempt;
}

Step Author::with_pause(Step step) {
  step.pause = dice_.below(6);
  return step;
}

Step Author::step(const Place& place) {
  --steps_left_;
  int left = 0;
  for (const Choice& choice : choices) left += weight(choice);
  left = dice_.below(left);
  for (const Choice& choice : choices)
    if ((left -= weight(choice)) < 0) return (this->*choice.writer)(place);
  return sleep(place);
}

Step Author::sleep(const Place&) {
  Step step = of(Op::sleep);
  step.amount = dice_.below(5);
  return step;
}

Step Author::start(const Place& place) {
  if (!may_begin(place)) return cancel(place);
  Step step = of(Op::start);
  step.target = begin_activity(place);
  with_handle_.push_back(step.target);
  return step;
}

std::optional<int> Author::random_limit() {
  if (dice_.one_in(2)) return std::nullopt;
  return dice_.one_in(8) ? 0 : dice_.between(1, 5);
}

Awaited Author::child_or_task(const Place& place) {
  Awaited awaited;
  awaited.limit = random_limit();
  if (may_begin(place) && !dice_.one_in(4)) {
    awaited.target = begin_activity(place);
  } else {
    awaited.kind = dice_.one_in(2) ? Awaited::Kind::task : Awaited::Kind::shielded;
  }
  return awaited;
}

Awaited Author::awaited(const Place& place) {
  const bool of_events = is_about(Op::set_event);
  if (!dice_.one_in(of_events || is_about(Op::put) ? 2 : 4)) return child_or_task(place);
  Awaited awaited;
  awaited.kind = dice_.one_of(
      {Awaited::Kind::event, Awaited::Kind::get, Awaited::Kind::get, Awaited::Kind::join});
  if (of_events) awaited.kind = Awaited::Kind::event;
  if (!grammar_.has(awaited.kind)) return child_or_task(place);
  const bool is_event = awaited.kind == Awaited::Kind::event;
  awaited.target = of_events ? 0 : dice_.below(is_event ? events : queues);
  awaited.limit = dice_.one_in(12) ? random_limit() : dice_.between(1, 6);
  return awaited;
}

Step Author::wait_on(const Place& place) {
  Step step = of(Op::wait_on);
  step.awaited.push_back(awaited(place));
  return step;
}

Step Author::gather(const Place& place) {
  Step step = of(Op::gather);
  step.flag = dice_.one_in(3);
  const int count = dice_.between(1, 3);
  for (int i = 0; i < count; ++i) step.awaited.push_back(child_or_task(place));
  return step;
}

Step Author::wait(const Place& place) {
  Step step = of(Op::wait);
  step.until = dice_.one_of({Until::all, Until::first_completed, Until::first_exception});
  step.limit = random_limit();
  const int count = dice_.between(1, 2);
  for (int i = 0; i < count; ++i) {
    Awaited awaited;
    if (may_begin(place)) {
      awaited.target = begin_activity(place);
      with_handle_.push_back(awaited.target);
    } else {
      awaited.kind = Awaited::Kind::task;
    }
    step.awaited.push_back(awaited);
  }
  return step;
}

/// What comes out at one instant has no order: only one thing may be finished already, and what
/// ends, ends at an instant of its own.
Step Author::as_completed(const Place& place) {
  Step step = of(Op::as_completed);
  step.flag = dice_.one_in(4);
  step.limit = random_limit();
  if (step.limit) step.limit = std::max(1, *step.limit);
  const int count = dice_.between(1, 3);
  for (int i = 0; i < count; ++i) {
    step.awaited.push_back(child_or_task(place));
    step.awaited.back().limit.reset();
  }
  return step;
}

Step Author::cancel(const Place&) { return of(Op::cancel); }
Step Author::cancel_self(const Place&) { return of(Op::cancel_self); }
Step Author::look(const Place&) { return of(Op::look); }

Step Author::lock(const Place& place) {
  if (place.level >= deepest_block) return sleep(place);
  Step step = of(Op::lock);
  step.target = dice_.below(locks);
  step.body = block(place, 0, 2);
  step.body.push_back(with_pause(sleep(place)));
  return step;
}

Step Author::semaphore(const Place& place) {
  if (place.level >= deepest_block) return sleep(place);
  Step step = of(Op::semaphore);
  step.target = dice_.below(semaphores);
  step.body = block(place, 1, 2);
  return step;
}

Step Author::condition(const Place& place) {
  if (place.level >= deepest_block) return sleep(place);
  Step step = of(Op::condition);
  step.target = dice_.below(conditions);
  if (dice_.one_in(2)) step.body = block(place, 1, 1);
  step.body.push_back(with_pause(dice_.one_in(2) ? of(Op::notify) : wait_for_notice(place)));
  if (dice_.one_in(3)) step.body.push_back(with_pause(sleep(place)));
  return step;
}

Step Author::wait_for_notice(const Place&) {
  Step step = of(Op::wait_for_notice);
  step.limit = dice_.one_in(4) ? random_limit() : dice_.between(1, 6);
  return step;
}

Step Author::context(const Place&) {
  Step step = of(dice_.one_in(2) ? Op::set_context : Op::get_context);
  step.amount = dice_.below(10);
  return step;
}

Step Author::event(const Place&) {
  Step step = of(dice_.one_in(4) ? Op::clear_event : Op::set_event);
  step.target = dice_.below(events);
  return step;
}

Step Author::queue(const Place&) {
  Step step = of(dice_.one_of({Op::put, Op::put, Op::put_nowait, Op::get_nowait, Op::task_done}));
  step.target = dice_.below(queues);
  step.amount = dice_.below(10);
  return step;
}

Step Author::raise(const Place& place) {
  if (place.in_main && place.level == 0) return sleep(place);
  Step step = of(Op::raise);
  step.raised = dice_.one_of(
      {Raised::value_error, Raised::value_error, Raised::key_error, Raised::cancelled});
  return step;
}

Step Author::finish(const Place& place) {
  if (place.in_main) return sleep(place);
  Step step = of(Op::finish);
  step.amount = dice_.below(10);
  return step;
}

Step Author::attempt(const Place& place) {
  if (place.level >= deepest_block) return wait_on(place);
  Step step = of(Op::attempt);
  step.handles =
      dice_.one_of({Handles::nothing, Handles::cancellation, Handles::cancellation,
                    Handles::timeouts, Handles::values, Handles::errors, Handles::everything});
  step.flag = dice_.one_in(3);
  step.body = block(place, 1, 3);
  if (step.handles != Handles::nothing) step.handler = block(place, 0, 1);
  if (step.handles == Handles::nothing || dice_.one_in(3)) step.cleanup = block(place, 1, 1);
  return step;
}

Step Author::iterate(const Place& place) {
  if (place.level >= deepest_block) return sleep(place);
  Step step = of(Op::iterate);
  step.amount = dice_.between(1, 3);
  step.iteration = dice_.one_of(
      {Iteration::to_the_end, Iteration::broken_off, Iteration::fails, Iteration::thrown_into});
  if (!dice_.one_in(2)) return step;
  Place inside = place;
  inside.in_loop = true;
  step.body = block(inside, 1, 1);
  return step;
}

void Author::aim(Program& program) {
  std::ranges::sort(with_handle_);
  for (Activity& activity : program.activities)
    for_each_list(activity.steps, [&](Steps& steps) {
      for (Step& step : steps) aim(step, activity.number);
    });
}

void Author::aim(Step& step, int own) {
  if (step.op == Op::cancel || step.op == Op::look)
    step.target = with_handle_.empty() || dice_.one_in(12) ? 0 : any_of(with_handle_);
  if (!step.awaited.empty()) aim_awaited(step, own);
}

/// Where there is no task to wait for it is an event; no step can cancel two tasks at one instant.
void Author::aim_awaited(Step& step, int own) {
  const auto first = std::ranges::upper_bound(with_handle_, own);
  std::vector<int> later(first, with_handle_.end());
  bool has_task = false;
  if (step.op == Op::as_completed) keep_one_task(step.awaited);
  for (Awaited& awaited : step.awaited) {
    if (!is_of_a_task(awaited)) continue;
    if (later.empty()) {
      awaited = {Awaited::Kind::event, dice_.below(events), dice_.between(1, 4)};
      continue;
    }
    awaited.target = later[static_cast<std::size_t>(
        std::min(dice_.below(3), static_cast<int>(later.size()) - 1))];
    std::erase(later, awaited.target);
    if (step.op == Op::gather && std::exchange(has_task, true))
      awaited.kind = Awaited::Kind::shielded;
  }
  if (step.op == Op::gather) give_limits_to_one_that_is_over(step.awaited);
  if (step.op == Op::wait) std::erase_if(step.awaited, is_no_task);
  std::erase_if(step.awaited, [&](const Awaited& awaited) { return !grammar_.has(awaited.kind); });
  if (step.awaited.empty()) step = of(Op::sleep);
}

}  // namespace touchstone::programs
