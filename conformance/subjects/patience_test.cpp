#include "conformance/subjects/patience.h"

#include <gtest/gtest.h>

namespace touchstone {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds deadline = 1s;
constexpr milliseconds slice = deadline / Patience::slices;

/// Patience with a clock of its own, and with threads that get what the test says.
class Waiting : public testing::Test {
 protected:
  /// Of each slice every thread runs and waits that much; 'R' at its end or not.
  void get(char state, milliseconds ran, milliseconds waited, std::int64_t count = 1) {
    threads_.clear();
    for (std::int64_t tid = 1; tid <= count; ++tid) threads_.push_back({tid, state, 0ns, 0ns});
    ran_ = ran;
    waited_ = waited;
  }
  void pass(milliseconds time) {
    for (; time >= slice; time -= slice) {
      now_ += slice;
      for (ThreadTimes& thread : threads_) {
        thread.ran += ran_;
        thread.waited += waited_;
      }
      patience_.tick(now_);
    }
  }
  bool is_over() const { return patience_.is_over(now_); }

  Patience::Time now_;
  std::vector<ThreadTimes> threads_;
  milliseconds ran_{0};
  milliseconds waited_{0};
  Patience patience_{deadline, [this] { return threads_; }, now_};
};

TEST_F(Waiting, EndsAtTheDeadlineWhereNobodyIsThere) {
  pass(deadline - slice);
  EXPECT_FALSE(is_over());
  pass(slice);
  EXPECT_TRUE(is_over());
  EXPECT_EQ(patience_.uncounted(now_), 0ms);
}

TEST_F(Waiting, EndsAtTheDeadlineWhereAllSleep) {
  get('S', 0ms, 0ms, 3);
  pass(deadline - slice);
  EXPECT_FALSE(is_over());
  pass(slice);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, EndsAtTheDeadlineWhereAllAreStopped) {
  get('T', 0ms, 0ms);
  pass(deadline);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, EndsForABusyThreadWhenItHasRunForTheDeadline) {
  get('R', slice, 0ms);
  pass(deadline);
  EXPECT_FALSE(is_over()) << "nothing is known of its first slice";
  pass(slice);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, GivesTwiceTheTimeForHalfOfACpu) {
  get('R', slice / 2, 0ms);
  pass(2 * deadline);
  EXPECT_FALSE(is_over());
  pass(slice);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, DoesNotCountAWaitThatLasts) {
  get('R', 0ms, 0ms);
  pass(10 * deadline);
  EXPECT_FALSE(is_over());
  EXPECT_EQ(patience_.uncounted(now_), 10 * deadline);
  get('S', 0ms, 0ms);
  pass(deadline);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, DoesNotCountWaitsThatAreOver) {
  get('S', slice / 10, slice / 2);
  pass(slice);
  pass(deadline);
  EXPECT_FALSE(is_over());
  pass(deadline);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, CountsWhatManyThreadsRanWhileOthersWaited) {
  get('R', slice / 2, slice / 2, 4);
  pass(deadline + slice);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, DoesNotCountWhatTheKitWaited) {
  now_ += 10 * deadline;
  patience_.tick(now_);
  EXPECT_FALSE(is_over());
  pass(deadline - slice);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, EndsForGoodByTheClockOnTheWall) {
  get('R', 0ms, 0ms);
  pass(Patience::most_deadlines * deadline - slice);
  EXPECT_FALSE(is_over());
  pass(slice);
  EXPECT_TRUE(is_over());
}

TEST_F(Waiting, BeginsAnewWithASign) {
  pass(deadline - slice);
  patience_.restart(now_);
  pass(deadline - slice);
  EXPECT_FALSE(is_over());
  pass(slice);
  EXPECT_TRUE(is_over());
}

}  // namespace
}  // namespace touchstone
