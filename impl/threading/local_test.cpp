#include "impl/threading/local.h"

#include <gtest/gtest.h>

#include <string>

#include "impl/threading/event.h"
#include "impl/threading/thread.h"
#include "impl/threading/together.h"

namespace threading {
namespace {

TEST(Local, IsSeenByTheThreadThatSetItAlone) {
  Local<int> local([] { return 7; });
  local.get() = 1;
  together(4, [&](int me) {
    EXPECT_EQ(*local, 7);
    *local = me;
    EXPECT_EQ(*local, me);
  });
  EXPECT_EQ(*local, 1);
}

TEST(Local, EachIsItsOwn) {
  Local<std::string> one;
  Local<std::string> other;
  *one = "one";
  EXPECT_EQ(*other, "");
  EXPECT_EQ(one->size(), 3u);
}

struct Counted {
  explicit Counted(int& dead) : dead(&dead) {}
  Counted(Counted&& other) noexcept : dead(std::exchange(other.dead, nullptr)) {}
  ~Counted() {
    if (dead != nullptr) ++*dead;
  }
  int* dead;
};

TEST(Local, DiesWithTheThreadBeforeItsJoin) {
  int dead = 0;
  Local<Counted> local([&] { return Counted(dead); });
  for (int i = 1; i <= 3; ++i) {
    const auto thread = std::make_shared<Thread>([&] { local.get(); });
    thread->start();
    thread->join();
    EXPECT_EQ(dead, i);
  }
}

TEST(Local, DiesWithTheLocalWhereTheThreadLivesOn) {
  int dead = 0;
  Event made;
  Event go;
  auto local = std::make_unique<Local<Counted>>([&] { return Counted(dead); });
  const auto thread = std::make_shared<Thread>([&] {
    local->get();
    made.set();
    go.wait();
  });
  thread->start();
  made.wait();
  local.reset();
  EXPECT_EQ(dead, 1);
  go.set();
  thread->join();
  EXPECT_EQ(dead, 1);
}

TEST(Local, ManyMayComeAndGoInOneThread) {
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(*Local<int>(), 0);
}

}  // namespace
}  // namespace threading
