#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "impl/errors/hierarchy.h"
#include "impl/threading/event.h"
#include "impl/threading/started.h"
#include "impl/threading/thread.h"

namespace threading {
namespace {

void say(const char* text) { std::fprintf(stderr, "%s;", text); }

void shut_down_and_exit() {
  shutdown();
  say("end");
  std::_Exit(0);
}

/// Each in a process of its own, since a process ends once.
class ShutdownDeathTest : public testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

void end_with_threads() {
  static Event forever;
  static Event go;
  start([] { forever.wait(); }, {.daemon = true});
  start([] {
    go.wait();
    start([] { say("nested"); });
    say("normal");
  });
  register_atexit([] {
    say("first registered");
    go.set();
  });
  register_atexit([] { say("last registered"); });
  register_atexit([] { throw errors::ValueError("at exit"); });
  shut_down_and_exit();
}

TEST_F(ShutdownDeathTest, RunsTheRegisteredLastFirstThenWaitsForAllButDaemons) {
  EXPECT_EXIT(end_with_threads(), testing::ExitedWithCode(0),
              "Exception ignored in: function registered at exit: ValueError: at exit\n"
              "last registered;first registered;(normal;nested|nested;normal);end");
}

void end_main() {
  Event began;
  const auto joining = start([&] {
    EXPECT_THROW(shutdown(), errors::RuntimeError);
    began.set();
    main_thread()->join();
    say("main ended");
  });
  began.wait();
  shutdown();
  if (main_thread()->is_alive()) say("main alive");
  shut_down_and_exit();
}

TEST_F(ShutdownDeathTest, EndsTheMainThreadForThoseWhoJoinIt) {
  EXPECT_EXIT(end_main(), testing::ExitedWithCode(0), "^main ended;end;$");
}

void register_late() {
  shutdown();
  EXPECT_THROW(register_atexit([] {}), errors::RuntimeError);
  shut_down_and_exit();
}

TEST_F(ShutdownDeathTest, TakesNoMoreRegistrations) {
  EXPECT_EXIT(register_late(), testing::ExitedWithCode(0), "^end;$");
}

}  // namespace
}  // namespace threading
