#include "impl/threading/excepthook.h"

#include <gtest/gtest.h>

#include <memory>

#include "impl/errors/hierarchy.h"
#include "impl/threading/thread.h"

namespace threading {
namespace {

struct SystemExit : errors::Derived<SystemExit, errors::BaseException> {
  static constexpr std::string_view type_name = "SystemExit";
  using Derived::Derived;
};

template <class Error>
void run_and_fail(Error error) {
  const auto thread =
      std::make_shared<Thread>([&] { throw Error(error); }, ThreadOptions{"worker"});
  thread->start();
  thread->join();
  EXPECT_FALSE(thread->is_alive());
}

std::string calls;

TEST(Excepthook, GetsTheErrorAndTheThreadOnce) {
  calls.clear();
  const auto previous =
      set_excepthook([](const std::exception_ptr& error, const ThreadPointer& thread) {
        EXPECT_EQ(thread, current_thread());
        calls += thread->name() + " " + errors::describe(error) + ";";
      });
  run_and_fail(errors::ValueError("bad"));
  set_excepthook(previous);
  EXPECT_EQ(calls, "worker ValueError: bad;");
}

template <class Error>
std::string written_for(Error error) {
  testing::internal::CaptureStderr();
  run_and_fail(error);
  return testing::internal::GetCapturedStderr();
}

TEST(Excepthook, WritesToStderrByDefault) {
  EXPECT_EQ(written_for(errors::ValueError("bad")),
            "Exception in thread worker:\nValueError: bad\n");
  EXPECT_EQ(written_for(SystemExit()), "");
}

TEST(Excepthook, ContainsWhatItRaises) {
  const auto previous =
      set_excepthook([](const std::exception_ptr&, const ThreadPointer&) { throw 5; });
  EXPECT_EQ(written_for(errors::ValueError("bad")),
            "Exception in threading.excepthook:\nan exception of unknown type\n");
  set_excepthook(previous);
}

}  // namespace
}  // namespace threading
