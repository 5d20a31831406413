// The operations on Boost.Asio: its awaitables, and plain handlers where ours are callbacks. One
// thread, told to the context by its concurrency hint; other threads may post to it, as they may to
// ours.
#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <deque>
#include <exception>
#include <vector>

#include "tools/bench/asyncio/peer.h"

namespace touchstone::bench {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::steady_timer;
using asio::use_awaitable;
using Executor = asio::any_io_executor;

/// Wakes who waits for `count` events when the last has come.
class Countdown {
 public:
  Countdown(const Executor& executor, std::size_t count)
      : left_(count), timer_(executor, steady_timer::time_point::max()) {}
  void step() {
    if (--left_ == 0) timer_.cancel();
  }
  std::size_t left() const { return left_; }
  awaitable<void> zero() {
    boost::system::error_code woken;
    co_await timer_.async_wait(asio::redirect_error(use_awaitable, woken));
  }

 private:
  std::size_t left_;
  steady_timer timer_;
};

void step_and_schedule(const Executor& executor, Countdown& countdown) {
  countdown.step();
  if (countdown.left() > 0)
    asio::post(executor, [&executor, &countdown] { step_and_schedule(executor, countdown); });
}

awaitable<Outcome> call_soon_chain(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  Countdown countdown(executor, count);
  const CpuStopwatch watch;
  asio::post(executor, [&executor, &countdown] { step_and_schedule(executor, countdown); });
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

awaitable<Outcome> call_soon_batch(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  Countdown countdown(executor, count);
  const CpuStopwatch watch;
  for (std::size_t i = 0; i < count; ++i) asio::post(executor, [&countdown] { countdown.step(); });
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

awaitable<std::size_t> itself(std::size_t number) { co_return number; }

awaitable<Outcome> create_and_await(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  std::size_t done = 0;
  const CpuStopwatch watch;
  for (std::size_t i = 0; i < count; ++i)
    done += co_await asio::co_spawn(executor, itself(1), use_awaitable);
  co_return Outcome{watch.elapsed(), done};
}

awaitable<void> take_turns(std::size_t count, std::size_t& turns, Countdown& countdown) {
  const Executor executor = co_await asio::this_coro::executor;
  for (std::size_t i = 0; i < count; ++i) {
    co_await asio::post(executor, use_awaitable);
    ++turns;
  }
  countdown.step();
}

awaitable<Outcome> task_switch(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  Countdown countdown(executor, 2);
  std::size_t turns = 0;
  const CpuStopwatch watch;
  asio::co_spawn(executor, take_turns(count / 2, turns, countdown), asio::detached);
  asio::co_spawn(executor, take_turns(count - count / 2, turns, countdown), asio::detached);
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), turns};
}

awaitable<std::size_t> gather_some(const Executor& executor, std::size_t count) {
  const auto spawn = [&executor](std::size_t number) {
    return asio::co_spawn(executor, itself(number), asio::deferred);
  };
  std::vector<decltype(spawn(0))> tasks;
  for (std::size_t i = 0; i < count; ++i) tasks.push_back(spawn(i));
  const auto [order, errors, results] =
      co_await asio::experimental::make_parallel_group(std::move(tasks))
          .async_wait(asio::experimental::wait_for_all(), use_awaitable);
  std::size_t right = 0;
  for (std::size_t i = 0; i < results.size(); ++i) right += results[i] == i && !errors[i] ? 1 : 0;
  co_return right;
}

awaitable<Outcome> gather_10000(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  std::size_t done = 0;
  const CpuStopwatch watch;
  for (std::size_t left = count; left > 0; left -= std::min(left, kGathered))
    done += co_await gather_some(executor, std::min(left, kGathered));
  co_return Outcome{watch.elapsed(), done};
}

awaitable<Outcome> timers_call_later(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  Countdown countdown(executor, count);
  std::deque<steady_timer> timers;
  const CpuStopwatch watch;
  for (std::size_t i = 0; i < count; ++i)
    timers.emplace_back(executor, delay_of(i)).async_wait([&countdown](auto error) {
      if (!error) countdown.step();
    });
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

awaitable<void> sleep_and_step(steady_timer::duration delay, Countdown& countdown) {
  steady_timer timer(co_await asio::this_coro::executor, delay);
  co_await timer.async_wait(use_awaitable);
  countdown.step();
}

awaitable<Outcome> timers_sleep(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  Countdown countdown(executor, count);
  const CpuStopwatch watch;
  for (std::size_t i = 0; i < count; ++i)
    asio::co_spawn(executor, sleep_and_step(delay_of(i), countdown), asio::detached);
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), count - countdown.left()};
}

awaitable<void> sleep_long(std::size_t& asleep) {
  ++asleep;
  steady_timer timer(co_await asio::this_coro::executor, kFarAway);
  co_await timer.async_wait(use_awaitable);
}

awaitable<Outcome> cancel_sleepers(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  Countdown countdown(executor, count);
  std::size_t asleep = 0;
  std::size_t cancelled = 0;
  std::deque<asio::cancellation_signal> signals(count);
  for (auto& signal : signals) {
    auto ended = [&countdown, &cancelled](const std::exception_ptr& error) {
      cancelled += error ? 1 : 0;
      countdown.step();
    };
    asio::co_spawn(executor, sleep_long(asleep),
                   asio::bind_cancellation_slot(signal.slot(), std::move(ended)));
  }
  co_await asio::post(executor, use_awaitable);
  const CpuStopwatch watch;
  for (auto& signal : signals) signal.emit(asio::cancellation_type::terminal);
  co_await countdown.zero();
  co_return Outcome{watch.elapsed(), std::min(asleep, cancelled)};
}

awaitable<Outcome> memory_of_sleepers(std::size_t count) {
  const Executor executor = co_await asio::this_coro::executor;
  std::size_t asleep = 0;
  const std::int64_t before = resident_bytes();
  for (std::size_t i = 0; i < count; ++i)
    asio::co_spawn(executor, sleep_long(asleep), asio::detached);
  co_await asio::post(executor, use_awaitable);
  co_return Outcome{resident_bytes() - before, asleep};
}

Outcome run(awaitable<Outcome> main) {
  asio::io_context context(1);
  Outcome result{};
  asio::co_spawn(context, std::move(main), [&](const std::exception_ptr& error, Outcome outcome) {
    if (error) std::rethrow_exception(error);
    result = outcome;
    context.stop();
  });
  context.run();
  return result;
}

auto in_a_context(awaitable<Outcome> (*operation)(std::size_t)) {
  return [operation](std::size_t count) { return run(operation(count)); };
}

}  // namespace
}  // namespace touchstone::bench

int main() {
  using namespace touchstone::bench;
  return serve({
      {"call_soon_chain", in_a_context(call_soon_chain)},
      {"call_soon_batch", in_a_context(call_soon_batch)},
      {"create_and_await", in_a_context(create_and_await)},
      {"task_switch", in_a_context(task_switch)},
      {"gather_10000", in_a_context(gather_10000)},
      {"timers_call_later", in_a_context(timers_call_later)},
      {"timers_sleep", in_a_context(timers_sleep)},
      {"cancel_sleepers", in_a_context(cancel_sleepers)},
      {"memory_of_sleepers", in_a_context(memory_of_sleepers)},
  });
}
