#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "impl/generators/coroutine.h"
#include "impl/generators/generator.h"

namespace generators {
namespace {

using testing::ElementsAre;
using Log = std::vector<std::string>;
using Talk = Generator<std::string, std::optional<int>, int>;

/// Yields its name until it is sent a number, which it returns; logs errors that pass, and its end.
Talk inner(Log& log, std::string name) {
  struct End {
    Log& log;
    std::string name;
    ~End() { log.push_back("end " + name); }
  } const end{log, name};
  std::optional<int> sent;
  while (!sent) {
    try {
      sent = co_yield name;
    } catch (const errors::ValueError&) {
      log.push_back("caught by " + name);
    }
  }
  co_return *sent;
}

Talk outer(Log& log, int depth) {
  if (depth == 0) co_return co_await yield_from(inner(log, "leaf"));
  int result = -1;
  try {
    result = co_await yield_from(outer(log, depth - 1));
  } catch (const errors::GeneratorExit&) {
    log.push_back("exit at " + std::to_string(depth));
    throw;
  }
  co_return result + 1;
}

TEST(YieldFrom, PassesValuesErrorsAndTheResult) {
  Log log;
  auto chain = outer(log, 3);
  EXPECT_EQ(*chain.next(), "leaf");
  EXPECT_EQ(*chain.throw_(errors::ValueError()), "leaf");
  EXPECT_TRUE(chain.delegates());
  EXPECT_EQ(chain.send(10).result(), 13);
  EXPECT_THAT(log, ElementsAre("caught by leaf", "end leaf"));
}

TEST(YieldFrom, ClosesFromTheInnermostOutwards) {
  Log log;
  auto chain = outer(log, 2);
  chain.next();
  chain.close();
  EXPECT_THAT(log, ElementsAre("end leaf", "exit at 1", "exit at 2"));
}

Talk stubborn_talk(Log& log) {
  while (true) {
    try {
      co_yield "still here";
    } catch (const errors::GeneratorExit&) {
      log.push_back("ignored");
    }
  }
}

Talk delegating_to(Talk& other, Log& log) {
  try {
    co_await yield_from(other);
  } catch (const errors::RuntimeError& error) {
    log.push_back(error.message());
  }
  co_return 0;
}

TEST(YieldFrom, ADelegateThatIgnoresItsExitIsLeftBehind) {
  Log log;
  auto other = stubborn_talk(log);
  auto chain = delegating_to(other, log);
  chain.next();
  chain.close();
  EXPECT_THAT(log, ElementsAre("ignored", "generator ignored GeneratorExit"));
  EXPECT_EQ(other.state(), State::suspended);
  EXPECT_EQ(*other.next(), "still here");
  testing::internal::CaptureStderr();
  {
    const Talk dropped = std::move(other);
  }
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("ignored GeneratorExit"));
}

TEST(YieldFrom, ADelegateMayBeResumedByOthersMeanwhile) {
  Log log;
  auto shared = inner(log, "shared");
  auto chain = delegating_to(shared, log);
  EXPECT_EQ(*chain.next(), "shared");
  EXPECT_EQ(shared.send(5).result(), 5);
  EXPECT_FALSE(chain.next()) << "its delegate has ended";
}

Talk first_of(std::vector<Talk>& talks) { co_return co_await yield_from(talks.front()); }

TEST(YieldFrom, OfItselfIsReentry) {
  std::vector<Talk> talks;
  talks.push_back(first_of(talks));
  EXPECT_THROW(talks.front().next(), errors::ValueError);
}

constexpr int deep = 2'000;

Coroutine<int, int> descend(int depth) {
  if (depth == 0) {
    co_await Suspension<int, Nothing>(42);
    co_return 0;
  }
  co_return 1 + co_await descend(depth - 1);
}

Coroutine<int, int> descend_and_fail(int depth) {
  if (depth == 0) throw errors::KeyError("bottom");
  co_return co_await descend_and_fail(depth - 1);
}

TEST(Await, IsNotBoundedByTheStack) {
  auto chain = descend(deep * 20);
  EXPECT_EQ(*chain.send({}), 42);
  EXPECT_EQ(chain.send({}).result(), deep * 20);
}

TEST(Await, CarriesErrorsUpwardsAndClosesAtAnyDepth) {
  EXPECT_THROW(descend_and_fail(deep).send({}), errors::KeyError);
  auto chain = descend(deep);
  chain.send({});
  chain.close();
  EXPECT_EQ(chain.state(), State::closed);
}

}  // namespace
}  // namespace generators
