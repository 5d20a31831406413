// The operations on impl/asyncio.
#include <algorithm>
#include <memory>
#include <vector>

#include "impl/asyncio/gather.h"
#include "impl/asyncio/run.h"
#include "impl/asyncio/sleep.h"
#include "impl/asyncio/wait.h"
#include "impl/asyncio/waker.h"
#include "tools/bench/asyncio/peer.h"

namespace touchstone::bench {
namespace {

using asyncio::Coroutine;
using asyncio::create_task;
using asyncio::Loop;
using asyncio::Seconds;

/// Wakes who waits for `count` events when the last has come.
class Countdown {
 public:
  explicit Countdown(std::size_t count) : left_(count) {}
  void step() {
    if (--left_ == 0) zero_->set_result({});
  }
  std::size_t left() const { return left_; }
  const asyncio::Wake& zero() const { return zero_; }

 private:
  std::size_t left_;
  const asyncio::Wake zero_ = asyncio::make_wake(Loop::running());
};

void step_and_schedule(Loop& loop, Countdown& countdown) {
  countdown.step();
  if (countdown.left() > 0)
    loop.call_soon([&loop, &countdown] { step_and_schedule(loop, countdown); });
}

Coroutine<Outcome> call_soon_chain(std::size_t count) {
  Countdown countdown(count);
  const CpuStopwatch watch;
  Loop& loop = *Loop::running();
  loop.call_soon([&loop, &countdown] { step_and_schedule(loop, countdown); });
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

Coroutine<Outcome> call_soon_batch(std::size_t count) {
  Countdown countdown(count);
  const CpuStopwatch watch;
  Loop& loop = *Loop::running();
  for (std::size_t i = 0; i < count; ++i) loop.call_soon([&countdown] { countdown.step(); });
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

Coroutine<std::size_t> itself(std::size_t number) { co_return number; }

Coroutine<Outcome> create_and_await(std::size_t count) {
  std::size_t done = 0;
  const CpuStopwatch watch;
  for (std::size_t i = 0; i < count; ++i) done += co_await create_task(itself(1));
  co_return Outcome{watch.elapsed(), done};
}

Coroutine<std::size_t> take_turns(std::size_t count) {
  std::size_t turns = 0;
  for (; turns < count; ++turns) co_await asyncio::sleep(Seconds(0));
  co_return turns;
}

Coroutine<Outcome> task_switch(std::size_t count) {
  const CpuStopwatch watch;
  const auto one = create_task(take_turns(count / 2));
  const auto other = create_task(take_turns(count - count / 2));
  std::size_t done = co_await one;
  done += co_await other;
  co_return Outcome{watch.elapsed(), done};
}

Coroutine<std::size_t> gather_some(std::size_t count) {
  asyncio::FutureList<std::size_t> tasks;
  for (std::size_t i = 0; i < count; ++i) tasks.push_back(create_task(itself(i)));
  const auto results = co_await asyncio::gather(Loop::running(), std::move(tasks));
  std::size_t right = 0;
  for (std::size_t i = 0; i < results.size(); ++i) right += results[i] == i ? 1 : 0;
  co_return right;
}

Coroutine<Outcome> gather_10000(std::size_t count) {
  std::size_t done = 0;
  const CpuStopwatch watch;
  for (std::size_t left = count; left > 0; left -= std::min(left, kGathered))
    done += co_await gather_some(std::min(left, kGathered));
  co_return Outcome{watch.elapsed(), done};
}

Coroutine<Outcome> timers_call_later(std::size_t count) {
  Countdown countdown(count);
  const CpuStopwatch watch;
  Loop& loop = *Loop::running();
  for (std::size_t i = 0; i < count; ++i)
    loop.call_later(delay_of(i), [&countdown] { countdown.step(); });
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

Coroutine<> sleep_and_step(Seconds delay, Countdown& countdown) {
  co_await asyncio::sleep(delay);
  countdown.step();
}

Coroutine<Outcome> timers_sleep(std::size_t count) {
  Countdown countdown(count);
  const CpuStopwatch watch;
  for (std::size_t i = 0; i < count; ++i) create_task(sleep_and_step(delay_of(i), countdown));
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

Coroutine<> sleep_long(std::size_t& asleep) {
  ++asleep;
  co_await asyncio::sleep(kFarAway);
}

Coroutine<Outcome> cancel_sleepers(std::size_t count) {
  std::size_t asleep = 0;
  std::vector<std::shared_ptr<asyncio::Task<asyncio::Nothing>>> tasks;
  for (std::size_t i = 0; i < count; ++i) tasks.push_back(create_task(sleep_long(asleep)));
  co_await asyncio::sleep(Seconds(0));
  const CpuStopwatch watch;
  for (const auto& task : tasks) task->cancel();
  co_await asyncio::wait(tasks);
  const auto time = watch.elapsed();
  std::size_t cancelled = 0;
  for (const auto& task : tasks) cancelled += task->cancelled() ? 1 : 0;
  co_return Outcome{time, std::min(asleep, cancelled)};
}

Coroutine<Outcome> memory_of_sleepers(std::size_t count) {
  std::size_t asleep = 0;
  const std::int64_t before = resident_bytes();
  for (std::size_t i = 0; i < count; ++i) create_task(sleep_long(asleep));
  co_await asyncio::sleep(Seconds(0));
  co_return Outcome{resident_bytes() - before, asleep};
}

auto on_a_loop(Coroutine<Outcome> (*operation)(std::size_t)) {
  return [operation](std::size_t count) { return asyncio::run(operation(count)); };
}

}  // namespace
}  // namespace touchstone::bench

int main() {
  using namespace touchstone::bench;
  return serve({
      {"call_soon_chain", on_a_loop(call_soon_chain)},
      {"call_soon_batch", on_a_loop(call_soon_batch)},
      {"create_and_await", on_a_loop(create_and_await)},
      {"task_switch", on_a_loop(task_switch)},
      {"gather_10000", on_a_loop(gather_10000)},
      {"timers_call_later", on_a_loop(timers_call_later)},
      {"timers_sleep", on_a_loop(timers_sleep)},
      {"cancel_sleepers", on_a_loop(cancel_sleepers)},
      {"memory_of_sleepers", on_a_loop(memory_of_sleepers)},
  });
}
