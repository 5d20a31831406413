#include "impl/threading/system_thread.h"

#include <gtest/gtest.h>

#include <string>

#include "impl/errors/hierarchy.h"
#include "impl/errors/unraisable.h"
#include "impl/threading/event.h"

namespace threading {
namespace {

TEST(StartNewThread, ReturnsTheIdentOfTheNewThread) {
  Event done;
  Ident inside = 0;
  const Ident ident = start_new_thread([&] {
    inside = get_ident();
    done.set();
  });
  done.wait();
  EXPECT_EQ(inside, ident);
  EXPECT_NE(inside, get_ident());
}

Event reported;
std::string seen;

TEST(StartNewThread, ContainsAndReportsAnError) {
  const auto previous =
      errors::set_unraisable_hook([](const std::exception_ptr& error, std::string_view where) {
        seen = errors::describe(error) + " in " + std::string(where);
        reported.set();
      });
  start_new_thread([] { throw errors::ValueError("bad"); });
  reported.wait();
  errors::set_unraisable_hook(previous);
  EXPECT_EQ(seen, "ValueError: bad in thread");
}

TEST(StartNewThread, NeedsAFunction) { EXPECT_THROW(start_new_thread({}), errors::TypeError); }

TEST(StackSize, IsReturnedAndRestored) {
  EXPECT_EQ(stack_size(1 << 20), 0u);
  Event done;
  start_new_thread([&] { done.set(); });
  done.wait();
  EXPECT_EQ(stack_size(0), 1u << 20);
  EXPECT_EQ(stack_size(), 0u);
}

TEST(StackSize, RefusesWhatIsTooSmall) {
  for (const std::int64_t size : {-1, 1, 1024, 32767}) {
    EXPECT_THROW(stack_size(size), errors::ValueError) << size;
    EXPECT_EQ(stack_size(), 0u);
  }
}

}  // namespace
}  // namespace threading
