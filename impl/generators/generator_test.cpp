#include "impl/generators/generator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace generators {
namespace {

using testing::ElementsAre;
using Log = std::vector<std::string>;
using Echo = Generator<int, std::optional<int>, std::string>;

/// Logs the end of its scope.
struct Cleanup {
  Log& log;
  std::string name = "cleanup";
  ~Cleanup() { log.push_back(name); }
};

Generator<int> count(Log& log, int n) {
  log.push_back("start");
  for (int i = 0; i < n; ++i) {
    log.push_back("p" + std::to_string(i));
    co_yield i;
  }
}

Echo echo(int first) {
  std::optional<int> sent = co_yield first;
  while (sent) sent = co_yield *sent + 1;
  co_return "done";
}

TEST(Generator, RunsToTheNextYieldAtEachPull) {
  Log log;
  auto numbers = count(log, 2);
  EXPECT_THAT(log, ElementsAre());
  EXPECT_EQ(*numbers.next(), 0);
  log.push_back("c0");
  EXPECT_EQ(*numbers.next(), 1);
  EXPECT_FALSE(numbers.next());
  EXPECT_FALSE(numbers.next());
  EXPECT_THAT(log, ElementsAre("start", "p0", "c0", "p1"));
}

TEST(Generator, IsARangeOfWhatIsLeft) {
  Log log;
  auto numbers = count(log, 5);
  numbers.next();
  std::vector<int> rest;
  for (const int number : numbers) {
    rest.push_back(number);
    if (number == 2) break;
  }
  for (const int number : numbers) rest.push_back(number);
  EXPECT_THAT(rest, ElementsAre(1, 2, 3, 4));
}

TEST(Generator, DeliversWhatIsSentAndReturnsOnce) {
  auto generator = echo(5);
  EXPECT_EQ(*generator.next(), 5);
  EXPECT_EQ(*generator.send(7), 8);
  EXPECT_EQ(generator.next().result(), "done");
  EXPECT_EQ(generator.next().result(), "") << "the value is carried by the end, once";
}

TEST(Generator, AFreshOneTakesNoneOnly) {
  auto generator = echo(5);
  EXPECT_THROW(generator.send(1), errors::TypeError);
  EXPECT_EQ(generator.state(), State::created);
  EXPECT_EQ(*generator.send(std::nullopt), 5);
}

Generator<std::string> catching(Log& log) {
  const Cleanup cleanup{log};
  try {
    co_yield "first";
  } catch (const errors::ValueError& error) {
    log.push_back(error.message());
  }
  co_yield "second";
}

TEST(Generator, RaisesWhatIsThrownAtItsYield) {
  Log log;
  auto generator = catching(log);
  generator.next();
  EXPECT_EQ(*generator.throw_(errors::ValueError("sent")), "second");
  EXPECT_THROW(generator.throw_(errors::KeyError("uncaught")), errors::KeyError);
  EXPECT_EQ(generator.state(), State::closed);
  EXPECT_THAT(log, ElementsAre("sent", "cleanup"));
  EXPECT_THROW(generator.throw_(errors::ValueError("late")), errors::ValueError);
  EXPECT_FALSE(generator.next());
}

TEST(Generator, AnErrorThrownAtAFreshOneClosesItUnrun) {
  Log log;
  auto generator = catching(log);
  EXPECT_THROW(generator.throw_(errors::ValueError("early")), errors::ValueError);
  EXPECT_EQ(generator.state(), State::closed);
  EXPECT_THAT(log, ElementsAre());
}

TEST(Generator, AStopIterationThrownAtAFreshOneIsARuntimeError) {
  Log log;
  auto generator = catching(log);
  EXPECT_THROW(generator.throw_(errors::StopIteration()), errors::RuntimeError);
}

TEST(Generator, CloseRunsTheCleanupOnce) {
  Log log;
  auto generator = catching(log);
  generator.next();
  generator.close();
  generator.close();
  EXPECT_THAT(log, ElementsAre("cleanup"));
  EXPECT_FALSE(generator.next());
}

TEST(Generator, DestructionClosesASuspendedOne) {
  Log log;
  {
    catching(log).next();
  }
  EXPECT_THAT(log, ElementsAre("cleanup"));
}

Generator<int> stubborn() {
  try {
    co_yield 1;
    co_return;
  } catch (const errors::GeneratorExit& exit) {
    EXPECT_EQ(exit.name(), "GeneratorExit");
  }
  co_yield 2;
}

TEST(Generator, MayNotYieldWhileItIsClosed) {
  auto generator = stubborn();
  generator.next();
  EXPECT_THROW(generator.close(), errors::RuntimeError);
  EXPECT_EQ(generator.state(), State::suspended);
  EXPECT_FALSE(generator.next());
}

Generator<int> raising_stop() {
  co_yield 1;
  throw errors::StopIteration("inner");
}

TEST(Generator, AStopIterationOfTheBodyIsARuntimeError) {
  auto generator = raising_stop();
  generator.next();
  try {
    generator.next();
    ADD_FAILURE() << "ended in silence";
  } catch (const errors::RuntimeError& error) {
    EXPECT_TRUE(errors::matches(error.cause(), "StopIteration"));
  }
  EXPECT_FALSE(generator.next());
}

Generator<State> watching(const Generator<State>*& self) {
  struct Last {
    const Generator<State>*& self;
    ~Last() { EXPECT_EQ(self->state(), State::running) << "still running in its cleanup"; }
  } const last{self};
  co_yield self->state();
}

TEST(Generator, ReportsItsStates) {
  const Generator<State>* self = nullptr;
  auto generator = watching(self);
  self = &generator;
  EXPECT_EQ(generator.state(), State::created);
  EXPECT_EQ(*generator.next(), State::running);
  EXPECT_EQ(generator.state(), State::suspended);
  generator.close();
  EXPECT_EQ(generator.state(), State::closed);
}

Generator<int> pulling_itself(Generator<int>*& self) {
  EXPECT_THROW(self->next(), errors::ValueError);
  EXPECT_THROW(self->close(), errors::ValueError);
  co_yield 1;
  co_yield 2;
}

TEST(Generator, RefusesToBeResumedWhileItRuns) {
  Generator<int>* self = nullptr;
  auto generator = pulling_itself(self);
  self = &generator;
  EXPECT_EQ(*generator.next(), 1);
  EXPECT_EQ(*generator.next(), 2);
}

Generator<int> held(std::atomic<bool>& entered, std::atomic<bool>& released) {
  entered = true;
  entered.notify_all();
  released.wait(false);
  co_yield 1;
}

TEST(Generator, RefusesASecondThreadAndServesTheFirst) {
  std::atomic<bool> entered = false;
  std::atomic<bool> released = false;
  auto generator = held(entered, released);
  std::thread first([&] { EXPECT_EQ(*generator.next(), 1); });
  entered.wait(false);
  EXPECT_THROW(generator.next(), errors::ValueError);
  EXPECT_EQ(generator.state(), State::running);
  released = true;
  released.notify_all();
  first.join();
  EXPECT_FALSE(generator.next());
}

}  // namespace
}  // namespace generators
