#include "impl/functional/map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace functional {
namespace {

using testing::ElementsAre;

/// What an interpreter offers: iterators behind one type.
class Erased {
 public:
  template <class I>
  explicit Erased(I iterator)
      : next_([held = std::make_shared<I>(std::move(iterator))]() -> std::optional<int> {
          return held->next();
        }) {}
  std::optional<int> next() { return next_(); }

 private:
  std::function<std::optional<int>()> next_;
};

Erased erased(std::vector<int> elements) { return Erased(iter(std::move(elements))); }

/// Logs its pulls.
struct Logging {
  std::string name;
  std::vector<int> left;
  std::vector<std::string>* log;

  std::optional<int> next() {
    log->push_back(name);
    if (left.empty()) return std::nullopt;
    const int first = left.front();
    left.erase(left.begin());
    return first;
  }
};

auto drain(auto& iterator) {
  std::vector<std::decay_t<decltype(*iterator.next())>> all;
  while (auto element = iterator.next()) all.push_back(*element);
  return all;
}

const auto sum = [](const std::vector<int>& row) {
  int total = 0;
  for (const int element : row) total += element;
  return total;
};

TEST(Map, GoesElementwiseOverSourcesOfOneType) {
  auto sums = map(sum, std::vector{erased({1, 2, 3}), erased({10, 20, 30})});
  EXPECT_THAT(drain(sums), ElementsAre(11, 22, 33));
}

TEST(Map, GoesElementwiseOverRangesOfDifferentTypes) {
  const std::vector<std::string> words{"a", "b"};
  auto repeated =
      map([](const std::string& word, int times) { return word + std::to_string(times); }, words,
          std::vector{2, 3});
  EXPECT_THAT(drain(repeated), ElementsAre("a2", "b3"));
}

TEST(Map, IsARange) {
  std::vector<int> squares;
  for (const int square : map([](int x) { return x * x; }, std::vector{1, 2, 3}))
    squares.push_back(square);
  EXPECT_THAT(squares, ElementsAre(1, 4, 9));
}

TEST(Map, CallsNothingBeforeTheFirstStepAndOnceAStep) {
  int calls = 0;
  auto counted = map([&](const std::vector<int>& row) { return ++calls, row[0]; },
                     std::vector{erased({5, 6, 7})});
  EXPECT_EQ(calls, 0);
  counted.next();
  EXPECT_EQ(calls, 1);
}

TEST(Map, PullsFromLeftToRightAndStopsAtTheFirstThatEnds) {
  std::vector<std::string> log;
  Logging first{"first", {1, 2, 3}, &log};
  Logging second{"second", {1}, &log};
  Logging third{"third", {1, 2, 3}, &log};
  auto sums = map([](int a, int b, int c) { return a + b + c; }, first, second, third);
  EXPECT_THAT(drain(sums), ElementsAre(3));
  EXPECT_THAT(log, ElementsAre("first", "second", "third", "first", "second"));
  EXPECT_THAT(first.left, ElementsAre(3)) << "the element that was taken before the end is lost";
  EXPECT_THAT(third.left, ElementsAre(2, 3));
}

TEST(Map, GoesOnAfterAnError) {
  auto inverted = map([](int x) { return x == 0 ? throw errors::ValueError("zero") : 10 / x; },
                      std::vector{1, 0, 2});
  EXPECT_EQ(inverted.next(), 10);
  EXPECT_THROW(inverted.next(), errors::ValueError);
  EXPECT_EQ(inverted.next(), 5);
  EXPECT_EQ(inverted.next(), std::nullopt);
}

TEST(Map, AStopIterationOfTheFunctionEndsAPass) {
  auto stopping =
      map([](int x) { return x == 2 ? throw errors::StopIteration() : x; }, std::vector{1, 2, 3});
  EXPECT_THAT(drain(stopping), ElementsAre(1));
  EXPECT_THAT(drain(stopping), ElementsAre(3));
}

TEST(Map, SeesWhatIsAppendedLater) {
  std::vector<int> source{1, 2};
  auto successors = map([](int x) { return x + 1; }, source);
  EXPECT_EQ(successors.next(), 2);
  source.push_back(8);
  EXPECT_THAT(drain(successors), ElementsAre(3, 9));
}

TEST(Map, NestsAndConsumesOnlyWhatIsAskedFor) {
  int produced = 0;
  struct Endless {
    int* produced;
    std::optional<int> next() { return (*produced)++; }
  };
  auto nested =
      map([](int x) { return x + 1; }, map([](int x) { return x * 2; }, Endless{&produced}));
  EXPECT_EQ(nested.next(), 1);
  EXPECT_EQ(nested.next(), 3);
  EXPECT_EQ(produced, 2);
}

TEST(Map, NeedsASource) { EXPECT_THROW(map(sum, std::vector<Erased>()), errors::TypeError); }

}  // namespace
}  // namespace functional
