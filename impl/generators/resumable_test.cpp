#include "impl/generators/resumable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "impl/generators/async_generator.h"
#include "impl/generators/coroutine.h"
#include "impl/generators/generator.h"
#include "impl/generators/translated.h"

namespace generators {
namespace {

using testing::ElementsAre;

/// A dynamic value, as an interpreter has: empty is None.
using Value = std::string;
using Frame = Resumable<Value, Value, Value>;
using Step = Frame::Step;

/// An interpreter's frame in miniature: a list of statements, each of which makes one step.
class ListFrame final : public Frame {
 public:
  using Statement = std::function<Step(Input<Value>)>;
  explicit ListFrame(std::deque<Statement> statements) : statements_(std::move(statements)) {}

  Step resume(Input<Value> input) noexcept override {
    const Statement next = std::move(statements_.front());
    statements_.pop_front();
    return next(std::move(input));
  }

 private:
  std::deque<Statement> statements_;
};

ListFrame::Statement yielding(Value value) {
  return [value](const Input<Value>&) { return Step(Yielded<Value>{value}); };
}
ListFrame::Statement awaiting(Value value) {
  return [value](const Input<Value>&) { return Step(Awaited<Value>{value}); };
}
/// Returns what it is resumed with; raises what is thrown.
Step returning(Input<Value> input) {
  if (auto* error = std::get_if<1>(&input)) return Raised{*error};
  return Returned<Value>{std::get<0>(input)};
}

std::unique_ptr<Frame> frame(std::deque<ListFrame::Statement> statements) {
  return std::make_unique<ListFrame>(std::move(statements));
}

using DynamicGenerator = Generator<Value, Value, Value>;
using DynamicCoroutine = Coroutine<Value, Value, Value>;
using DynamicAsyncGenerator = AsyncGenerator<Value, Value, Value, Value>;

TEST(InterpreterFrame, IsTheBodyOfAGenerator) {
  DynamicGenerator generator(frame({yielding("a"), yielding("b"), returning}));
  EXPECT_EQ(*generator.next(), "a");
  EXPECT_EQ(*generator.send("x"), "b");
  EXPECT_EQ(generator.send("result").result(), "result");
}

TEST(InterpreterFrame, IsTheBodyOfACoroutine) {
  DynamicCoroutine coroutine(frame({awaiting("leaf"), returning}));
  EXPECT_EQ(*coroutine.send(""), "leaf");
  EXPECT_THROW(coroutine.throw_(errors::KeyError("k")), errors::KeyError);
}

TEST(InterpreterFrame, IsTheBodyOfAnAsyncGenerator) {
  DynamicAsyncGenerator generator(frame({awaiting("leaf"), yielding("value"), returning}));
  auto step = generator.anext();
  EXPECT_EQ(*step.send(""), "leaf");
  EXPECT_EQ(step.send("").result(), "value");
  auto last = generator.anext();
  EXPECT_THROW(last.send(""), errors::StopAsyncIteration);
}

TEST(InterpreterFrame, DelegatesToAnyObject) {
  auto inner = std::make_shared<DynamicGenerator>(frame({yielding("inner"), returning}));
  auto slot = std::make_shared<std::optional<Value>>();
  DynamicCoroutine outer(
      frame({[=](const Input<Value>&) { return Step(inner->delegation(*slot)); },
             [=](const Input<Value>&) { return Step(Returned<Value>{"got " + slot->value()}); }}));
  EXPECT_EQ(*outer.send(""), "inner");
  EXPECT_EQ(outer.send("answer").result(), "got answer");
}

DynamicGenerator native_around(DynamicGenerator& inner) {
  co_return "native " + co_await yield_from(inner);
}

TEST(InterpreterFrame, StandsInOneChainWithNativeBodies) {
  DynamicGenerator inner(frame({yielding("a"), returning}));
  auto outer = native_around(inner);
  EXPECT_EQ(*outer.next(), "a");
  EXPECT_EQ(outer.send("end").result(), "native end");
}

Coroutine<int, int> typed() {
  co_await Suspension<int, Nothing>(7);
  co_return 8;
}

TEST(Translate, MakesATypedCoroutineADynamicOne) {
  auto resume = [coroutine = typed()](Input<Nothing> input) mutable {
    return coroutine.resume(std::move(input));
  };
  const auto to_value = [](int number) { return std::to_string(number); };
  DynamicCoroutine dynamic(translate<Value>(
      std::move(resume), [](const Value&) { return Nothing{}; }, to_value, to_value));
  EXPECT_EQ(*dynamic.send(""), "7");
  EXPECT_EQ(dynamic.send("").result(), "8");
}

TEST(Translate, ASignalWithoutTranslationIsRaisedAtItsLeaf) {
  auto resume = [coroutine = typed()](Input<Nothing> input) mutable {
    return coroutine.resume(std::move(input));
  };
  DynamicCoroutine dynamic(translate<Value>(
      std::move(resume), [](const Value&) { return Nothing{}; },
      [](int) -> Value { throw errors::RuntimeError("bad yield"); }, [](int) { return Value(); }));
  EXPECT_THROW(dynamic.send(""), errors::RuntimeError);
  EXPECT_EQ(dynamic.state(), State::closed);
}

}  // namespace
}  // namespace generators
