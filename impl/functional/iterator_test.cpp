#include "impl/functional/iterator.h"

#include <gtest/gtest.h>

#include <list>
#include <vector>

namespace functional {
namespace {

template <class Range>
void expect_live_view_of() {
  Range range{1, 2};
  auto iterator = iter(range);
  EXPECT_EQ(iterator.next(), 1);
  EXPECT_EQ(iterator.next(), 2);
  for (int i = 3; i < 100; ++i) range.push_back(i);
  for (int i = 3; i < 100; ++i) EXPECT_EQ(iterator.next(), i);
  EXPECT_EQ(iterator.next(), std::nullopt);
  range.push_back(100);
  EXPECT_EQ(iterator.next(), std::nullopt) << "an append after the end is not seen";
}

TEST(RangeIterator, SeesAppendsToAVectorBeforeItsEnd) { expect_live_view_of<std::vector<int>>(); }
TEST(RangeIterator, SeesAppendsToAListBeforeItsEnd) { expect_live_view_of<std::list<int>>(); }

TEST(RangeIterator, OwnsARangeMadeOnTheSpot) {
  auto iterator = iter(std::vector<int>{7});
  EXPECT_EQ(iterator.next(), 7);
  EXPECT_EQ(iterator.next(), std::nullopt);
}

TEST(Iter, OfAnIteratorIsTheIterator) {
  auto iterator = iter(std::vector<int>{1, 2});
  EXPECT_EQ(&iter(iterator), &iterator);
}

}  // namespace
}  // namespace functional
