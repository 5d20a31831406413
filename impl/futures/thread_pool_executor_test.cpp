#include "impl/futures/thread_pool_executor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <string>

#include "impl/errors/unraisable.h"
#include "impl/futures/wait.h"
#include "impl/threading/barrier.h"
#include "impl/threading/event.h"
#include "impl/threading/together.h"

namespace futures {
namespace {

using testing::Each;
using testing::ElementsAre;
using threading::Barrier;
using threading::Event;
using threading::Seconds;
using threading::ThreadPointer;

TEST(ThreadPoolExecutor, RunsACallOnAThreadOfItsOwn) {
  ThreadPoolExecutor pool;
  const auto future = pool.submit([](int base, int exponent) { return base << exponent; }, 1, 3);
  EXPECT_EQ(future->result(), 8);
  EXPECT_NE(pool.submit(threading::get_ident)->result(), threading::get_ident());
  pool.shutdown();
}

TEST(ThreadPoolExecutor, KeepsAnErrorInItsFuture) {
  ThreadPoolExecutor pool({.max_workers = 1});
  const auto failing = pool.submit([]() -> int { throw errors::ValueError("bad"); });
  const auto good = pool.submit([] { return 1; });
  EXPECT_THROW(failing->result(), errors::ValueError);
  EXPECT_EQ(good->result(), 1);
  pool.submit(std::function<void()>())->exception();
  pool.shutdown();
}

TEST(ThreadPoolExecutor, RefusesACountOfWorkersBelowOne) {
  EXPECT_THROW(ThreadPoolExecutor({.max_workers = 0}), errors::ValueError);
  EXPECT_THROW(ThreadPoolExecutor({.max_workers = -1}), errors::ValueError);
}

TEST(ThreadPoolExecutor, RunsAsManyTogetherAsItHasWorkers) {
  constexpr int workers = 3;
  ThreadPoolExecutor pool({.max_workers = workers});
  Barrier meeting(workers);
  std::vector<SharedFuture<void>> jobs;
  for (int i = 0; i < 4 * workers; ++i) jobs.push_back(pool.submit([&] { meeting.wait(); }));
  for (const auto& job : jobs) job->result();
  pool.shutdown();
}

TEST(ThreadPoolExecutor, CallsEveryIdleWorkerWhereThereAreAsManyJobs) {
  constexpr int workers = 3;
  ThreadPoolExecutor pool({.max_workers = workers});
  Barrier meeting(workers);
  for (int round = 0; round < 20; ++round) {
    std::vector<SharedFuture<void>> jobs;
    for (int i = 0; i < workers; ++i) jobs.push_back(pool.submit([&] { meeting.wait(); }));
    for (const auto& job : jobs) job->result();
  }
  pool.shutdown();
}

std::ptrdiff_t threads_named(const std::string& prefix) {
  return std::ranges::count_if(threading::enumerate(), [&](const ThreadPointer& thread) {
    return thread->name().starts_with(prefix);
  });
}

TEST(ThreadPoolExecutor, StartsThreadsOnDemandAndReusesIdleOnes) {
  ThreadPoolExecutor pool({.max_workers = 2, .thread_name_prefix = "counted"});
  EXPECT_EQ(threads_named("counted_"), 0);
  Event go;
  std::vector<SharedFuture<void>> held;
  for (int i = 1; i <= 4; ++i) {
    held.push_back(pool.submit([&] { go.wait(); }));
    EXPECT_EQ(threads_named("counted_"), std::min(i, 2));
  }
  go.set();
  for (int i = 0; i < 20; ++i) pool.submit([] {})->result();
  EXPECT_EQ(threads_named("counted_"), 2);
  pool.shutdown();
  EXPECT_EQ(threads_named("counted_"), 0);
}

TEST(ThreadPoolExecutor, BeginsJobsInOrder) {
  ThreadPoolExecutor pool({.max_workers = 1});
  std::vector<int> order;
  for (int i = 0; i < 50; ++i) pool.submit([&, i] { order.push_back(i); });
  pool.shutdown();
  EXPECT_TRUE(std::ranges::is_sorted(order));
  EXPECT_EQ(order.size(), 50u);
}

TEST(ThreadPoolExecutor, NamesItsThreads) {
  const auto name = [] { return threading::current_thread()->name(); };
  ThreadPoolExecutor plain({.max_workers = 1});
  EXPECT_THAT(plain.submit(name)->result(), testing::MatchesRegex("ThreadPoolExecutor-[0-9]+_0"));
  ThreadPoolExecutor named({.max_workers = 1, .thread_name_prefix = "mine"});
  EXPECT_EQ(named.submit(name)->result(), "mine_0");
  plain.shutdown();
  named.shutdown();
}

TEST(ThreadPoolExecutor, TakesItsThreadsFromTheFactory) {
  static thread_local bool of_the_factory = false;
  const auto make = [](std::function<void()> work, std::string name) {
    return make_thread(
        [work = std::move(work)] {
          of_the_factory = true;
          work();
        },
        "made " + name);
  };
  ThreadPoolExecutor pool({.thread_name_prefix = "mine", .thread_factory = make});
  const auto job = pool.submit(
      [] { return of_the_factory ? threading::current_thread()->name() : "another thread"; });
  EXPECT_EQ(job->result(), "made mine_0");
  pool.shutdown();
}

TEST(ThreadPoolExecutor, NeverRunsWhatWasCancelled) {
  ThreadPoolExecutor pool({.max_workers = 1});
  Event go;
  std::vector<int> ran;
  const auto held = pool.submit([&] { go.wait(); });
  std::vector<SharedFuture<void>> queued;
  for (int i = 0; i < 4; ++i) queued.push_back(pool.submit([&, i] { ran.push_back(i); }));
  EXPECT_TRUE(queued[0]->cancel());
  EXPECT_TRUE(queued[2]->cancel());
  go.set();
  EXPECT_EQ(wait(queued).done.size(), 4u);
  pool.shutdown();
  EXPECT_THAT(ran, ElementsAre(1, 3));
  EXPECT_THROW(queued[0]->result(), CancelledError);
}

TEST(ThreadPoolExecutor, CannotCancelWhatRuns) {
  ThreadPoolExecutor pool({.max_workers = 1});
  Event began;
  Event go;
  const auto held = pool.submit([&] {
    began.set();
    go.wait();
    return 5;
  });
  began.wait();
  EXPECT_TRUE(held->running());
  EXPECT_FALSE(held->cancel());
  EXPECT_THROW(held->result(Seconds(0)), TimeoutError);
  go.set();
  EXPECT_EQ(held->result(), 5);
  pool.shutdown();
}

TEST(ThreadPoolExecutor, NeitherGrowsNorHelpsAJobThatWaitsForAnother) {
  ThreadPoolExecutor pool({.max_workers = 1});
  const auto outer = pool.submit([&] {
    const auto inner = pool.submit([] {});
    EXPECT_THROW(inner->result(Seconds(0.005)), TimeoutError);
    return inner;
  });
  outer->result()->result();
  pool.shutdown();
}

TEST(ThreadPoolExecutor, DestroysAJobBeforeItsResultIsOut) {
  ThreadPoolExecutor pool({.max_workers = 1});
  auto held = std::make_shared<int>(5);
  const std::weak_ptr<int> watched = held;
  const auto future = pool.submit([held = std::move(held)] { return *held; });
  EXPECT_EQ(future->result(), 5);
  EXPECT_TRUE(watched.expired());
  pool.shutdown();
}

TEST(Shutdown, FinishesWhatWasTakenAndEndsTheThreads) {
  ThreadPoolExecutor pool({.max_workers = 2});
  int plain = 0;
  threading::Lock lock;
  std::vector<ThreadPointer> threads;
  for (int i = 0; i < 20; ++i) {
    pool.submit([&] {
      lock.acquire();
      ++plain;
      threads.push_back(threading::current_thread());
      lock.release();
    });
  }
  pool.shutdown();
  EXPECT_EQ(plain, 20);
  for (const auto& thread : threads) EXPECT_FALSE(thread->is_alive());
  pool.shutdown();
  pool.shutdown(false);
}

TEST(Shutdown, TakesNothingMore) {
  ThreadPoolExecutor pool;
  pool.shutdown();
  const auto one = [](int x) { return x; };
  EXPECT_THROW(pool.submit(one, 1), errors::RuntimeError);
  EXPECT_THROW(pool.map(one, std::vector{1}), errors::RuntimeError);
  EXPECT_EQ(pool.map(one, std::vector<int>()).next(), std::nullopt);
}

TEST(Shutdown, WithoutWaitingLeavesTheJobsRunning) {
  Event go;
  std::vector<SharedFuture<int>> jobs;
  {
    ThreadPoolExecutor pool({.max_workers = 1});
    for (int i = 0; i < 3; ++i) {
      jobs.push_back(pool.submit([&, i] {
        go.wait();
        return i * i;
      }));
    }
    pool.shutdown(/*wait=*/false);
    EXPECT_FALSE(jobs[0]->done());
  }
  go.set();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(jobs[i]->result(), i * i);
}

TEST(Shutdown, MayCancelWhatHasNotBegun) {
  ThreadPoolExecutor pool({.max_workers = 1});
  Event began;
  Event go;
  const auto held = pool.submit([&] {
    began.set();
    go.wait();
    return 1;
  });
  std::vector<SharedFuture<void>> queued;
  for (int i = 0; i < 3; ++i) queued.push_back(pool.submit([] { FAIL() << "was cancelled"; }));
  began.wait();
  pool.shutdown(/*wait=*/false, /*cancel_futures=*/true);
  EXPECT_EQ(wait(queued).done.size(), 3u);
  for (const auto& job : queued) EXPECT_TRUE(job->cancelled());
  EXPECT_TRUE(held->running());
  go.set();
  EXPECT_EQ(held->result(), 1);
  pool.shutdown();
}

TEST(Shutdown, OfThePoolByItsOwnLastJobDoesNotHang) {
  auto pool = std::make_unique<ThreadPoolExecutor>();
  Event go;
  auto* const raw = pool.get();
  const auto job = raw->submit([&go, pool = std::make_shared<decltype(pool)>(std::move(pool))] {
    go.wait();
    EXPECT_THROW((*pool)->shutdown(), errors::RuntimeError);
    pool->reset();
  });
  go.set();
  job->result();
}

TEST(Initializer, RunsOnceInEachThreadBeforeItsJobs) {
  constexpr int workers = 2;
  threading::Lock lock;
  std::multiset<threading::Ident> initialized;
  const auto initialize = [&] {
    const std::lock_guard guard(lock);
    initialized.insert(threading::get_ident());
  };
  Barrier meeting(workers);
  ThreadPoolExecutor pool({.max_workers = workers, .initializer = initialize});
  for (int i = 0; i < 3 * workers; ++i) {
    pool.submit([&] {
      meeting.wait();
      const std::lock_guard guard(lock);
      EXPECT_EQ(initialized.count(threading::get_ident()), 1u);
    });
  }
  pool.shutdown();
  EXPECT_EQ(initialized.size(), 2u);
}

std::string reported;

TEST(Initializer, ThatFailsBreaksThePool) {
  const auto previous =
      errors::set_unraisable_hook([](const std::exception_ptr& error, std::string_view where) {
        reported = std::string(where) + ": " + errors::describe(error);
      });
  Event go;
  const auto fail = [&] {
    go.wait();
    throw errors::ValueError("bad");
  };
  ThreadPoolExecutor pool({.max_workers = 1, .initializer = fail});
  std::vector<SharedFuture<void>> jobs;
  for (int i = 0; i < 3; ++i) jobs.push_back(pool.submit([] {}));
  EXPECT_TRUE(jobs[1]->cancel());
  go.set();
  EXPECT_EQ(wait(jobs).done.size(), 3u);
  EXPECT_THROW(jobs[0]->result(), BrokenThreadPool);
  EXPECT_THROW(jobs[1]->result(), CancelledError);
  EXPECT_THROW(pool.submit([] {}), BrokenThreadPool);
  pool.shutdown();
  EXPECT_THROW(pool.submit([] {}), BrokenExecutor);
  errors::set_unraisable_hook(previous);
  EXPECT_EQ(reported, "thread pool initializer: ValueError: bad");
}

TEST(ThreadPoolExecutor, TakesJobsFromManyThreads) {
  constexpr int submitters = 3;
  constexpr int jobs = 500;
  ThreadPoolExecutor pool({.max_workers = 3});
  std::vector<int> source(submitters * jobs);
  std::vector<SharedFuture<int>> futures(source.size());
  threading::together(submitters, [&](int me) {
    for (int i = me * jobs; i < (me + 1) * jobs; ++i) {
      source[i] = i;
      futures[i] = pool.submit([&source, i] { return source[i]++; });
    }
  });
  for (int i = 0; i < submitters * jobs; ++i) {
    EXPECT_EQ(futures[i]->result(), i);
    EXPECT_EQ(source[i], i + 1);
  }
  pool.shutdown();
}

TEST(Fork, LeavesThePoolsToTheParent) {
  Event go;
  ThreadPoolExecutor pool({.max_workers = 1});
  const auto held = pool.submit([&] { go.wait(); });
  const auto queued = pool.submit([] { return 5; });
  const pid_t child = fork();
  if (child == 0) {
    threading::shutdown();
    _exit(queued->done() ? 1 : 0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  go.set();
  EXPECT_EQ(queued->result(), 5);
  pool.shutdown();
}

TEST(AtTheEndOfTheProcessDeathTest, JobsOfAllPoolsAreFinished) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto end = [] {
    static Event go;
    ThreadPoolExecutor pool({.max_workers = 1});
    for (int i = 0; i < 2; ++i) {
      pool.submit([] {
        go.wait();
        std::fprintf(stderr, "job;");
      });
    }
    pool.shutdown(/*wait=*/false);
    ThreadPoolExecutor idle;
    idle.submit([] {})->result();
    go.set();
    threading::shutdown();
    EXPECT_THROW(idle.submit([] {}), errors::RuntimeError);
    EXPECT_THROW(ThreadPoolExecutor().submit([] {}), errors::RuntimeError);
    std::fprintf(stderr, "end");
    std::_Exit(testing::Test::HasFailure() ? 1 : 0);
  };
  EXPECT_EXIT(end(), testing::ExitedWithCode(0), "^job;job;end$");
}

}  // namespace
}  // namespace futures
