#include "impl/queue/simple_queue.h"

#include <gtest/gtest.h>

#include "impl/threading/together.h"

namespace queue {
namespace {

using threading::Seconds;

TEST(SimpleQueue, IsUnboundedAndInOrder) {
  SimpleQueue<int> queue;
  for (int i = 0; i < 100; ++i) queue.put(i);
  queue.put_nowait(100);
  EXPECT_EQ(queue.qsize(), 101u);
  for (int i = 0; i <= 100; ++i) EXPECT_EQ(queue.get(), i);
  EXPECT_TRUE(queue.empty());
}

TEST(SimpleQueue, RefusesExpiresAndValidates) {
  SimpleQueue<int> queue;
  EXPECT_THROW(queue.get_nowait(), Empty);
  EXPECT_THROW(queue.get(true, Seconds(0.001)), Empty);
  EXPECT_THROW(queue.get(false, Seconds(-1)), Empty);
  queue.put(1);
  EXPECT_THROW(queue.get(true, Seconds(-1)), errors::ValueError);
  EXPECT_EQ(queue.get_nowait(), 1);
}

TEST(SimpleQueue, AGetWaitsForThePut) {
  SimpleQueue<int> queue;
  int plain = 0;
  threading::together(2, [&](int me) {
    if (me == 0) {
      plain = 1;
      queue.put(0);
    } else {
      queue.get();
      EXPECT_EQ(plain, 1);
    }
  });
}

}  // namespace
}  // namespace queue
