#include "impl/generators/coroutine.h"

#include <gtest/gtest.h>

#include <string>

namespace generators {
namespace {

using Word = Coroutine<std::string, int, std::optional<std::string>>;
using Pause = Suspension<int, std::optional<std::string>>;

Coroutine<int, int> add(int a, int b) { co_return a + b; }

Word ask(int question) {
  auto answer = co_await Pause(question);
  co_return answer.value_or("none");
}

Word ask_twice() {
  const std::string first = co_await ask(1);
  const std::string second = co_await ask(2);
  co_return first + second;
}

TEST(Coroutine, NeedsNoLoop) {
  auto sum = add(2, 3);
  EXPECT_EQ(sum.send({}).result(), 5);
}

TEST(Coroutine, HandsItsLeavesToWhoeverDrivesIt) {
  auto words = ask_twice();
  EXPECT_EQ(*words.send(std::nullopt), 1);
  EXPECT_EQ(*words.send("a"), 2);
  EXPECT_EQ(words.send("b").result(), "ab");
}

TEST(Coroutine, IsDrivenOnce) {
  auto sum = add(2, 3);
  sum.send({});
  EXPECT_THROW(sum.send({}), errors::RuntimeError);
  EXPECT_THROW(sum.throw_(errors::ValueError()), errors::RuntimeError);
  EXPECT_NO_THROW(sum.close());
}

Word wait_for(Word& other) { co_return co_await other; }

TEST(Coroutine, HasOneAwaiter) {
  auto asked = ask_twice();
  auto first = wait_for(asked);
  first.send(std::nullopt);
  auto second = wait_for(asked);
  EXPECT_THROW(second.send(std::nullopt), errors::RuntimeError);
  EXPECT_EQ(*first.send("a"), 2) << "the first is not disturbed";
}

Word stop() {
  throw errors::StopIteration();
  co_return "";
}

TEST(Coroutine, AStopIterationOfTheBodyIsARuntimeError) {
  EXPECT_THROW(stop().send({}), errors::RuntimeError);
}

TEST(Coroutine, RaisesWhatIsThrownAtTheLeaf) {
  auto words = ask_twice();
  words.send(std::nullopt);
  EXPECT_THROW(words.throw_(errors::CancelledError()), errors::CancelledError);
  EXPECT_EQ(words.state(), State::closed);
}

}  // namespace
}  // namespace generators
