#include "conformance/subjects/processes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace touchstone {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::Field;

/// A child that does nothing but run, until it is stopped or killed.
class BusyChild : public testing::Test {
 protected:
  BusyChild() {
    if (pid_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      for (volatile unsigned turns = 0;;) turns = turns + 1;
    }
  }
  ~BusyChild() override {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  ThreadTimes times() const {
    const auto threads = threads_below(getpid());
    const auto found = std::ranges::find(threads, pid_, &ThreadTimes::tid);
    return found == threads.end() ? ThreadTimes{} : *found;
  }
  void run_for(std::chrono::nanoseconds time) const {
    while (times().ran < time) continue;
  }

  pid_t pid_ = fork();
};

TEST_F(BusyChild, IsRunnableAndItsTimeGrows) {
  run_for(1ms);
  run_for(times().ran + 1ms);
  EXPECT_EQ(times().state, 'R');
}

TEST_F(BusyChild, NeitherRunsNorWaitsOnceStopped) {
  run_for(1ms);
  kill(pid_, SIGSTOP);
  waitpid(pid_, nullptr, WUNTRACED);
  ThreadTimes before;
  ThreadTimes after = times();
  do {
    before = std::exchange(after, times());
  } while (after.ran != before.ran);  // it is still on its way off the CPU
  EXPECT_EQ(after.state, 'T');
  EXPECT_EQ(after.waited, before.waited);
}

TEST(ThreadsBelow, AreNoneOfAProcessWithoutChildren) {
  EXPECT_TRUE(threads_below(getpid()).empty());
}

TEST(ThreadsOfThisProcess, AreItsOwn) {
  EXPECT_THAT(threads_of_this_process(), Contains(Field(&ThreadTimes::tid, gettid())));
}

}  // namespace
}  // namespace touchstone
