#include "impl/asyncio/coroutine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/async_generator.h"
#include "impl/asyncio/test_support.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

/// A body that awaits each of some futures, and then ends with how many it saw end.
class CountingBody final : public Coroutine<int>::Body {
 public:
  explicit CountingBody(std::vector<FuturePointer> futures) : futures_(std::move(futures)) {}
  Step resume(generators::Input<Nothing> input) noexcept override {
    if (auto* error = std::get_if<1>(&input)) return generators::Raised{std::move(*error)};
    const FuturePointer last = seen_ > 0 ? futures_[seen_ - 1] : nullptr;
    if (last && last->cancelled()) return generators::Raised{last->cancellation()};
    if (seen_ == futures_.size()) return generators::Returned<int>{static_cast<int>(seen_)};
    return generators::Yielded<FuturePointer>{futures_[seen_++]};
  }

 private:
  const std::vector<FuturePointer> futures_;
  std::size_t seen_ = 0;
};

Coroutine<int> counting() {
  return Coroutine<int>(std::make_unique<CountingBody>(std::vector<FuturePointer>{
      create_task(after(1, 1)), nullptr, create_task(after(2, 2)), nullptr}));
}

Coroutine<> awaits_other_code() {
  EXPECT_EQ(co_await counting(), 4);
  EXPECT_EQ(now(), 2);
  const auto task = create_task(counting());
  co_await sleep(Seconds(0.5));
  task->cancel();
  EXPECT_EQ(co_await error_of([](auto t) -> Coroutine<int> { co_return co_await t; }(task)),
            "CancelledError");
  EXPECT_EQ(now(), 2.5);
}

TEST(Coroutine, AnyBodyCanBeOne) { run_virtually(awaits_other_code()); }

HandDriven<int> foreign(int result) {
  const int waited = co_await after(1, result);
  co_await sleep(Seconds(1));
  co_return waited;
}

AsyncGenerator<int> mixed(Log& log) {
  co_yield co_await after(1, 5);
  co_yield co_await foreign(7);
  try {
    co_await after(1, -1);
  } catch (const errors::ValueError&) {
    log.push_back("caught");
  }
  try {
    co_await after(100, 1);
  } catch (const errors::CancelledError&) {
    log.push_back("cancelled");
  }
  co_await sleep(Seconds(1));
  throw errors::KeyError("end");
}

Coroutine<> mixes(Log& log) {
  auto generator = mixed(log);
  EXPECT_EQ(co_await generator.next(), 5);
  EXPECT_EQ(co_await generator.anext(), 7);
  EXPECT_EQ(now(), 3);
  Loop::running()->call_later(Seconds(3),
                              [task = Loop::running()->current_task()] { task->cancel(); });
  try {
    co_await generator.anext();
    ADD_FAILURE() << "no error";
  } catch (const errors::KeyError&) {
  }
  EXPECT_EQ(now(), 7);
  EXPECT_EQ(co_await generator.next(), std::nullopt);
  EXPECT_EQ(co_await foreign(9), 9);
}

TEST(Coroutine, AwaitsTheObjectsOfGeneratorsAndIsAwaitedByThem) {
  Log log;
  run_virtually(mixes(log));
  EXPECT_THAT(log, ElementsAre("caught", "cancelled"));
}

Coroutine<int> adding(std::shared_ptr<Future<int>> number) { co_return 1 + co_await number; }

TEST(Coroutine, IsDrivenByHand) {
  const auto loop = std::make_shared<Loop>(virtual_clock());
  const auto number = std::make_shared<Future<int>>(loop);
  auto driven = driven_by_hand(adding(number));
  const auto outcome = driven.send({});
  EXPECT_TRUE(outcome.has_value());
  number->set_result(4);
  EXPECT_EQ(driven.send({}).result(), 5);
  auto closed = driven_by_hand(adding(std::make_shared<Future<int>>(loop)));
  closed.send({});
  closed.close();
  EXPECT_EQ(closed.state(), generators::State::closed);
}

}  // namespace
}  // namespace asyncio
