#include "impl/futures/map_results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <list>
#include <numeric>
#include <vector>

#include "impl/futures/thread_pool_executor.h"
#include "impl/threading/event.h"

namespace futures {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using threading::Event;
using threading::Seconds;

class Map : public testing::Test {
 protected:
  ~Map() override { pool.shutdown(); }

  template <class Results>
  static auto collect(Results results) {
    std::vector<typename Results::value_type> all;
    for (const auto& result : results) all.push_back(result);
    return all;
  }

  Event go;  // outlives the jobs that wait for it
  ThreadPoolExecutor pool{PoolOptions{.max_workers = 3}};
};

TEST_F(Map, GivesResultsInTheOrderOfTheInputs) {
  auto results = pool.map(
      [&](int x) {
        if (x == 0) go.wait();
        if (x == 2) go.set();
        return x * x;
      },
      std::vector{0, 1, 2, 3});
  EXPECT_THAT(collect(std::move(results)), ElementsAre(0, 1, 4, 9));
}

TEST_F(Map, PairsItsInputsToTheShortest) {
  const std::list<std::string> names{"a", "b", "c"};
  const auto repeated = [](const std::string& name, int times) {
    return name + std::to_string(times);
  };
  EXPECT_THAT(collect(pool.map(repeated, names, std::vector{1, 2})), ElementsAre("a1", "b2"));
  EXPECT_THAT(collect(pool.map(repeated, names, std::vector<int>())), IsEmpty());
}

/// Counts down to 1.
struct Countdown {
  int left;
  std::optional<int> next() { return left > 0 ? std::optional(left--) : std::nullopt; }
};

TEST_F(Map, TakesAsManyInputsAsThereAreAtRunTime) {
  const auto sum = [](const std::vector<int>& row) {
    return std::accumulate(row.begin(), row.end(), 0);
  };
  const std::vector<Countdown> inputs{{3}, {2}, {5}};
  EXPECT_THAT(collect(pool.map(sum, inputs)), ElementsAre(10, 7));
}

TEST_F(Map, SubmitsAllAtTheCallAndDoesNotWait) {
  std::atomic<int> ran{0};
  int taken = 0;
  {
    auto results = pool.map(
        [&](int) {
          go.wait();
          ++ran;
        },
        std::views::iota(0, 5) | std::views::transform([&](int x) { return ++taken, x; }));
    EXPECT_EQ(taken, 5);
    EXPECT_EQ(ran, 0);
  }
  go.set();
  pool.shutdown();
  EXPECT_EQ(ran, 5);
}

TEST_F(Map, RaisesAnErrorAtItsPlaceAndEndsThere) {
  auto results = pool.map(
      [](int x) {
        if (x == 1) throw errors::ValueError("bad");
        return x;
      },
      std::vector{0, 1, 2});
  EXPECT_EQ(results.next(), 0);
  EXPECT_THROW(results.next(), errors::ValueError);
  EXPECT_EQ(results.next(), std::nullopt);
  EXPECT_EQ(results.next(), std::nullopt);
}

TEST_F(Map, ExpiresCountingFromTheCall) {
  auto results = pool.map(
      Seconds(0),
      [&](int x) {
        if (x == 1) go.wait();
        return x;
      },
      std::vector{1, 2});
  EXPECT_THROW(results.next(), TimeoutError);
  EXPECT_EQ(results.next(), std::nullopt);
  go.set();
  EXPECT_THAT(collect(pool.map(
                  Seconds(3600), [](int x) { return x; }, std::vector{1, 2})),
              ElementsAre(1, 2));
  EXPECT_THROW(pool.map(
                   Seconds(std::numeric_limits<double>::quiet_NaN()), [](int x) { return x; },
                   std::vector{1}),
               errors::ValueError);
}

TEST_F(Map, CancelsTheRestWhereItIsGivenUpHalfWay) {
  ThreadPoolExecutor single({.max_workers = 1});
  std::vector<int> ran;
  {
    auto results = single.map(
        [&](int x) {
          if (x == 1) go.wait();
          ran.push_back(x);
          return x;
        },
        std::vector{0, 1, 2, 3});
    EXPECT_EQ(results.next(), 0);
  }
  go.set();
  single.shutdown();
  EXPECT_THAT(ran, testing::AnyOf(ElementsAre(0, 1), ElementsAre(0)));
}

TEST_F(Map, IsReadableAfterShutdown) {
  auto results = pool.map([](int x) { return 2 * x; }, std::vector{1, 2, 3});
  pool.shutdown();
  EXPECT_THAT(collect(std::move(results)), ElementsAre(2, 4, 6));
}

}  // namespace
}  // namespace futures
