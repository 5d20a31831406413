#include "impl/asyncio/executor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "impl/asyncio/gather.h"
#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

Coroutine<> works_in_a_thread() {
  const auto loop_thread = std::this_thread::get_id();
  const auto other = co_await to_thread([] { return std::this_thread::get_id(); });
  EXPECT_NE(other, loop_thread);
  EXPECT_EQ(std::this_thread::get_id(), loop_thread);
  int calls = 0;
  co_await to_thread([&] { ++calls; });
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(co_await error_of(to_thread([]() -> int { throw errors::KeyError("k"); })), "KeyError");
}

TEST(ToThread, GivesTheResultOrTheErrorOfTheCall) { run(works_in_a_thread()); }

TEST(ToThread, VirtualTimeStandsStillMeanwhile) {
  const auto waits = []() -> Coroutine<double> {
    const auto ticking = create_task(after(1000, 1));
    co_await to_thread([] { std::this_thread::yield(); });
    co_return now();
  };
  EXPECT_EQ(run_virtually(waits()), 0);
}

Coroutine<> leaves_the_loop_running() {
  std::atomic<bool> released{false};
  const auto blocked = create_task(to_thread([&] {
    while (!released) std::this_thread::yield();
    return 7;
  }));
  for (int turn = 0; turn < 10; ++turn) co_await sleep(Seconds(0));
  EXPECT_FALSE(blocked->done());
  released = true;
  EXPECT_EQ(co_await blocked, 7);
}

TEST(ToThread, ABlockingCallLeavesTheLoopRunning) { run(leaves_the_loop_running()); }

Coroutine<> many_jobs() {
  FutureList<int> jobs;
  const LoopPointer loop = Loop::running();
  for (int i = 0; i < 200; ++i) jobs.push_back(run_in_executor(loop, [i] { return i; }));
  const auto results = co_await gather(loop, std::move(jobs));
  for (int i = 0; i < 200; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)], i);
}

TEST(RunInExecutor, ManyJobsAllArrive) { run(many_jobs()); }

Coroutine<> cancels_a_queued_job() {
  futures::ThreadPoolExecutor pool({.max_workers = 1});
  const LoopPointer loop = Loop::running();
  std::atomic<bool> released{false};
  std::atomic<int> ran{0};
  const auto first = run_in_executor(loop, pool, [&] {
    while (!released) std::this_thread::yield();
    ++ran;
    return 1;
  });
  const auto second = run_in_executor(loop, pool, [&] {
    ++ran;
    return 2;
  });
  EXPECT_TRUE(second->cancel());
  co_await sleep(Seconds(0));
  released = true;
  EXPECT_EQ(co_await first, 1);
  pool.shutdown(true);
  EXPECT_EQ(ran, 1);
}

TEST(RunInExecutor, CancelsAJobThatHasNotBegun) { run(cancels_a_queued_job()); }

class LoopThread {
 public:
  LoopThread() : thread_([this] { loop_->run_forever(); }) {}
  ~LoopThread() {
    loop_->call_soon_threadsafe([this] { loop_->stop(); });
    thread_.join();
    cancel_all_tasks(loop_);
    loop_->close();
  }
  const LoopPointer& loop() const { return loop_; }

 private:
  const LoopPointer loop_ = std::make_shared<Loop>();
  std::thread thread_;
};

TEST(RunCoroutineThreadsafe, GivesTheResultToAnotherThread) {
  const LoopThread other;
  EXPECT_EQ(run_coroutine_threadsafe(after(0.001, 5), other.loop())->result(), 5);
  EXPECT_THROW(run_coroutine_threadsafe(after(0, -5), other.loop())->result(), errors::ValueError);
}

Coroutine<int> waiting_for_ever(std::atomic<int>& stage) {
  stage = 1;
  try {
    co_await std::make_shared<Future<int>>(Loop::running());
  } catch (const errors::CancelledError&) {
    stage = 2;
    throw;
  }
  co_return 0;
}

TEST(RunCoroutineThreadsafe, IsCancelledFromTheOtherThread) {
  std::atomic<int> stage{0};
  const LoopThread other;
  const auto future = run_coroutine_threadsafe(waiting_for_ever(stage), other.loop());
  while (stage != 1) std::this_thread::yield();
  EXPECT_TRUE(future->cancel());
  while (stage != 2) std::this_thread::yield();
  EXPECT_TRUE(future->cancelled());
}

}  // namespace
}  // namespace asyncio
