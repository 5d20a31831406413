#include "impl/threading/thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "impl/errors/hierarchy.h"
#include "impl/threading/event.h"
#include "impl/threading/started.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::MatchesRegex;
using testing::Not;

TEST(Thread, RunsItsTargetOnceInAnotherThread) {
  int plain = 0;
  Ident inside = 0;
  const auto thread = start([&] {
    ++plain;
    inside = get_ident();
  });
  thread->join();
  EXPECT_EQ(plain, 1);
  EXPECT_NE(inside, get_ident());
  EXPECT_EQ(thread->ident(), inside);
}

TEST(Thread, IsAliveFromStartToEnd) {
  Event go;
  const auto thread = std::make_shared<Thread>([&] { go.wait(); });
  EXPECT_FALSE(thread->is_alive());
  EXPECT_EQ(thread->ident(), std::nullopt);
  EXPECT_EQ(thread->native_id(), std::nullopt);
  thread->start();
  EXPECT_TRUE(thread->is_alive());
  EXPECT_NE(thread->ident(), get_ident());
  EXPECT_NE(thread->native_id(), main_thread()->native_id());
  go.set();
  thread->join();
  EXPECT_FALSE(thread->is_alive());
  EXPECT_NE(thread->ident(), std::nullopt);
}

TEST(Thread, IsTheCurrentThreadOfItsTarget) {
  ThreadPointer inside;
  const auto thread = start([&] { inside = current_thread(); });
  thread->join();
  EXPECT_EQ(inside, thread);
  EXPECT_NE(current_thread(), thread);
}

TEST(Thread, ManyMayJoinAndAgain) {
  Event go;
  int plain = 0;
  const auto thread = start([&] {
    go.wait();
    plain = 1;
  });
  together(4, [&](int me) {
    if (me == 0) go.set();
    thread->join();
    EXPECT_EQ(plain, 1);
    thread->join(Seconds(-1));
    thread->join();
  });
}

TEST(Thread, AJoinThatExpiresLeavesItRunning) {
  Event go;
  const auto thread = start([&] { go.wait(); });
  for (const double seconds : {0.0, -1.0, -0.5, 0.001}) thread->join(Seconds(seconds));
  EXPECT_TRUE(thread->is_alive());
  EXPECT_THROW(thread->join(Seconds(std::numeric_limits<double>::quiet_NaN())), errors::ValueError);
  EXPECT_THROW(thread->join(Seconds(1e10)), errors::OverflowError);
  go.set();
  thread->join();
}

TEST(Thread, ThreadLocalDestructorsPrecedeItsJoin) {
  static int plain = 0;
  struct Last {
    ~Last() { plain = 1; }
  };
  start([] { static thread_local Last last; })->join();
  EXPECT_EQ(plain, 1);
}

TEST(Thread, RefusesMisuse) {
  const auto thread = std::make_shared<Thread>();
  EXPECT_THROW(thread->join(), errors::RuntimeError);
  thread->start();
  EXPECT_THROW(thread->start(), errors::RuntimeError);
  EXPECT_THROW(thread->set_daemon(true), errors::RuntimeError);
  thread->join();
  EXPECT_THROW(thread->start(), errors::RuntimeError);
  EXPECT_THROW(thread->set_daemon(true), errors::RuntimeError);
  EXPECT_FALSE(thread->daemon());
  EXPECT_THROW(current_thread()->join(), errors::RuntimeError);
  start([] { EXPECT_THROW(current_thread()->join(), errors::RuntimeError); })->join();
  Thread unowned;
  EXPECT_THROW(unowned.start(), errors::RuntimeError);
}

TEST(Thread, ADirectRunIsTheCallersAndUsesTheTargetUp) {
  Ident inside = 0;
  const auto thread = std::make_shared<Thread>([&] { inside = get_ident(); });
  thread->run();
  EXPECT_EQ(inside, get_ident());
  EXPECT_FALSE(thread->is_alive());
  EXPECT_THROW(thread->run(), errors::AttributeError);
}

struct Counting : Thread {
  explicit Counting(int& runs) : Thread([&runs] { runs += 100; }), runs(runs) {}
  void run() override {
    EXPECT_EQ(current_thread().get() == this, is_alive());
    ++runs;
  }
  int& runs;
};

TEST(Thread, AnOverriddenRunReplacesTheTarget) {
  int runs = 0;
  const auto thread = std::make_shared<Counting>(runs);
  thread->run();
  EXPECT_THROW(thread->join(), errors::RuntimeError);
  thread->start();
  thread->join();
  EXPECT_EQ(runs, 2);
}

TEST(Thread, HoldsItselfWhileItRuns) {
  Event go;
  Event gone;
  struct Watched : Thread {
    Watched(Event& go, Event& gone) : go(go), gone(gone) {}
    ~Watched() override { gone.set(); }
    void run() override { go.wait(); }
    Event& go;
    Event& gone;
  };
  std::make_shared<Watched>(go, gone)->start();
  EXPECT_FALSE(gone.is_set());
  go.set();
  gone.wait();
}

TEST(ThreadName, CountsAndNamesTheTarget) {
  const auto number = [](const ThreadPointer& thread) {
    return std::stoi(thread->name().substr(7));
  };
  const auto plain = std::make_shared<Thread>();
  const auto named = std::make_shared<Thread>([] {}, ThreadOptions{.target_name = "work"});
  EXPECT_THAT(plain->name(), MatchesRegex("Thread-[0-9]+"));
  EXPECT_THAT(named->name(), MatchesRegex("Thread-[0-9]+ \\(work\\)"));
  EXPECT_EQ(number(named), number(plain) + 1);
}

TEST(ThreadName, IsGivenAndSetAtAnyTime) {
  Event go;
  const auto thread = start([&] { go.wait(); }, {.name = "mine", .target_name = "work"});
  EXPECT_EQ(thread->name(), "mine");
  together(2, [&](int) { thread->set_name("same"); });
  go.set();
  thread->join();
  EXPECT_EQ(thread->name(), "same");
}

TEST(Daemon, IsInheritedFromTheMaker) {
  EXPECT_FALSE(main_thread()->daemon());
  EXPECT_FALSE(Thread().daemon());
  EXPECT_TRUE(Thread({}, {.daemon = true}).daemon());
  start([] { EXPECT_TRUE(Thread().daemon()); }, {.daemon = true})->join();
  start([] { EXPECT_FALSE(Thread().daemon()); }, {.daemon = false})->join();
  Thread thread;
  thread.set_daemon(true);
  EXPECT_TRUE(thread.daemon());
}

TEST(Threads, AreListedWhileTheyRun) {
  Event go;
  const std::size_t before = active_count();
  const auto thread = start([&] { go.wait(); });
  EXPECT_EQ(active_count(), before + 1);
  EXPECT_THAT(enumerate(), AllOf(Contains(thread), Contains(main_thread())));
  go.set();
  thread->join();
  EXPECT_THAT(enumerate(), Not(Contains(thread)));
  EXPECT_EQ(active_count(), before);
}

TEST(Threads, MainIsWhereTheProcessBegan) {
  EXPECT_EQ(current_thread(), main_thread());
  EXPECT_EQ(main_thread()->name(), "MainThread");
  EXPECT_EQ(main_thread()->ident(), get_ident());
  EXPECT_TRUE(main_thread()->is_alive());
}

TEST(Threads, OneThatWasNotStartedHereGetsAnObject) {
  ThreadPointer foreign;
  std::jthread([&] {
    foreign = current_thread();
    EXPECT_EQ(current_thread(), foreign);
    EXPECT_THAT(enumerate(), Contains(foreign));
    EXPECT_TRUE(foreign->is_alive());
    EXPECT_TRUE(foreign->daemon());
    EXPECT_THAT(foreign->name(), MatchesRegex("Dummy-[0-9]+"));
  }).join();
  EXPECT_THROW(foreign->join(), errors::RuntimeError);
  EXPECT_THAT(enumerate(), Not(Contains(foreign)));
}

TEST(Threads, ManyComeAndGo) {
  constexpr int count = 40;
  int plain = 0;
  Lock lock;
  std::vector<ThreadPointer> threads;
  for (int i = 0; i < count; ++i) {
    threads.push_back(start([&] {
      lock.acquire();
      ++plain;
      lock.release();
    }));
  }
  for (const auto& thread : threads) thread->join();
  EXPECT_EQ(plain, count);
}

}  // namespace
}  // namespace threading
