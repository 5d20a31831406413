#include "impl/generators/async_generator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "impl/generators/coroutine.h"

namespace generators {
namespace {

using testing::ElementsAre;
using Log = std::vector<std::string>;
using Sent = std::optional<int>;
using Numbers = AsyncGenerator<int, std::string, Sent>;
using Main = Coroutine<int, std::string, Sent>;

auto pause(std::string name) { return Suspension<std::string, Sent>(std::move(name)); }

/// Drives to the end; what was awaited on the way goes to `log`.
template <class Driven>
auto finish(Driven&& driven, Log* log = nullptr) {
  while (true) {
    auto outcome = driven.send(std::nullopt);
    if (!outcome) return outcome.result();
    if (log != nullptr) log->push_back(*outcome);
  }
}

Numbers numbers(Log& log, int n) {
  struct End {
    Log& log;
    ~End() { log.push_back("end"); }
  } const end{log};
  for (int i = 0; i < n; ++i) {
    co_await pause("before " + std::to_string(i));
    co_yield i;
  }
}

Main sum(Log& log, int n) {
  auto generator = numbers(log, n);
  int total = 0;
  while (auto number = co_await generator.next()) total += *number;
  co_return total;
}

TEST(AsyncGenerator, PassesItsAwaitsThroughAndDeliversItsValues) {
  Log log;
  EXPECT_EQ(finish(sum(log, 3), &log), 3);
  EXPECT_THAT(log, ElementsAre("before 0", "before 1", "before 2", "end"));
}

TEST(AsyncGenerator, IsLazy) {
  Log log;
  auto generator = numbers(log, 3);
  auto step = generator.anext();
  EXPECT_EQ(generator.state(), State::created);
  EXPECT_EQ(finish(step), 0);
  EXPECT_EQ(generator.state(), State::suspended);
}

TEST(AsyncGenerator, RaisesStopAsyncIterationEveryTimeAfterItsEnd) {
  Log log;
  auto generator = numbers(log, 0);
  EXPECT_THROW(finish(generator.anext()), errors::StopAsyncIteration);
  EXPECT_THROW(finish(generator.anext()), errors::StopAsyncIteration);
  EXPECT_THROW(finish(generator.asend(1)), errors::StopAsyncIteration);
}

TEST(AsyncGenerator, ASecondAdvanceFailsAndTheFirstIsServed) {
  Log log;
  auto generator = numbers(log, 2);
  auto first = generator.anext();
  EXPECT_EQ(*first.send(std::nullopt), "before 0");
  EXPECT_THROW(finish(generator.anext()), errors::RuntimeError);
  EXPECT_THROW(finish(generator.aclose()), errors::RuntimeError);
  EXPECT_EQ(finish(first), 0);
  EXPECT_EQ(finish(generator.anext()), 1);
}

TEST(AsyncGenerator, AnOperationIsDrivenOnce) {
  Log log;
  auto generator = numbers(log, 2);
  auto step = generator.anext();
  finish(step);
  EXPECT_THROW(step.send(std::nullopt), errors::RuntimeError);
}

TEST(AsyncGenerator, ARefusedAdvanceMayBeTriedAgain) {
  Log log;
  auto generator = numbers(log, 2);
  auto first = generator.anext();
  first.send(std::nullopt);
  auto second = generator.anext();
  EXPECT_THROW(second.send(std::nullopt), errors::RuntimeError);
  finish(first);
  EXPECT_EQ(finish(second), 1);
}

TEST(AsyncGenerator, AFreshOneTakesNoneOnly) {
  Log log;
  auto generator = numbers(log, 1);
  EXPECT_THROW(finish(generator.asend(3)), errors::TypeError);
  EXPECT_EQ(generator.state(), State::created);
  auto closing = generator.aclose();
  EXPECT_THROW(closing.send(3), errors::RuntimeError);
  finish(closing);
}

Numbers echo(Log& log) {
  Sent sent = co_yield 0;
  while (true) {
    try {
      sent = co_yield sent.value_or(-1);
    } catch (const errors::ValueError&) {
      log.push_back("caught");
      sent = 100;
    }
  }
}

TEST(AsyncGenerator, TakesWhatIsSentAndThrown) {
  Log log;
  auto generator = echo(log);
  EXPECT_EQ(finish(generator.anext()), 0);
  EXPECT_EQ(finish(generator.asend(7)), 7);
  EXPECT_EQ(finish(generator.athrow(errors::make(errors::ValueError()))), 100);
  EXPECT_THROW(finish(generator.athrow(errors::make(errors::KeyError("k")))), errors::KeyError);
  EXPECT_THROW(finish(generator.anext()), errors::StopAsyncIteration);
  EXPECT_THAT(log, ElementsAre("caught"));
}

TEST(AsyncGenerator, AcloseRunsTheCleanupOnce) {
  Log log;
  auto generator = numbers(log, 3);
  finish(generator.anext());
  finish(generator.aclose());
  finish(generator.aclose());
  EXPECT_THAT(log, ElementsAre("end"));
  EXPECT_THROW(finish(generator.anext()), errors::StopAsyncIteration);
}

TEST(AsyncGenerator, AcloseOfAFreshOneRunsNothing) {
  Log log;
  auto generator = numbers(log, 3);
  finish(generator.aclose());
  EXPECT_THROW(finish(generator.anext()), errors::StopAsyncIteration);
  EXPECT_THAT(log, ElementsAre());
}

Numbers awaiting_at_its_end(Log& log) {
  bool closing = false;
  try {
    co_yield 1;
  } catch (const errors::GeneratorExit&) {
    closing = true;
  }
  co_await pause("cleaning");
  log.push_back("clean");
  if (closing) throw errors::GeneratorExit();
}

TEST(AsyncGenerator, ItsCleanupMayAwaitDuringAclose) {
  Log log;
  auto generator = awaiting_at_its_end(log);
  finish(generator.anext());
  finish(generator.aclose(), &log);
  EXPECT_THAT(log, ElementsAre("cleaning", "clean"));
  EXPECT_EQ(generator.state(), State::closed);
}

Numbers stubborn_numbers(Log& log) {
  try {
    co_yield 1;
  } catch (const errors::GeneratorExit&) {
    log.push_back("ignored");
  }
  co_yield 2;
}

TEST(AsyncGenerator, MayNotYieldDuringAclose) {
  Log log;
  auto generator = stubborn_numbers(log);
  finish(generator.anext());
  EXPECT_THROW(finish(generator.aclose()), errors::RuntimeError);
}

Numbers raising(bool async) {
  co_yield 1;
  if (async) throw errors::StopAsyncIteration();
  throw errors::StopIteration();
}

TEST(AsyncGenerator, AnEndSignalOfTheBodyIsARuntimeError) {
  for (const bool async : {false, true}) {
    auto generator = raising(async);
    finish(generator.anext());
    EXPECT_THROW(finish(generator.anext()), errors::RuntimeError);
    EXPECT_THROW(finish(generator.anext()), errors::StopAsyncIteration);
  }
}

TEST(AsyncGenerator, ASuspendedOneGoesToItsFinalizer) {
  Log log;
  std::vector<Numbers> taken;
  {
    auto generator = numbers(log, 2);
    generator.set_finalizer([&](Numbers last) { taken.push_back(std::move(last)); });
    finish(generator.anext());
  }
  ASSERT_EQ(taken.size(), 1u);
  EXPECT_THAT(log, ElementsAre());
  finish(taken.front().aclose());
  EXPECT_THAT(log, ElementsAre("end"));
}

TEST(AsyncGenerator, WithoutAFinalizerItsCleanupRunsAtOnce) {
  Log log;
  {
    auto generator = numbers(log, 2);
    finish(generator.anext());
  }
  EXPECT_THAT(log, ElementsAre("end"));
}

}  // namespace
}  // namespace generators
