/// The kit's own end, in whatever way, is the end of everything it started.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "conformance/subjects/leak_check.h"
#include "conformance/subjects/process_subject.h"
#include "conformance/subjects/stop_all.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;

/// In a forked kit: a run that never ends. Exits with 0 where it was stopped in order.
[[noreturn]] void be_kit(const LeakCheck& leaks) {
  signal(SIGTERM, [](int) { stop_all(); });
  ProcessOptions options;
  options.command = {"/usr/bin/python3", HOSTILE_ADAPTER, "hangs-beside-a-daemon"};
  options.environment = {leaks.mark()};
  options.start_deadline = 10min;
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>();
  request.deadline = 10min;
  ProcessSubject subject(options);
  const bool stopped = std::holds_alternative<run_end::Crashed>(subject.run(request).end());
  const bool again = std::holds_alternative<run_end::Crashed>(subject.run(request).end());
  subject.close();
  _exit(stopped && again ? 0 : 1);
}

bool has_ended(pid_t kit) {
  siginfo_t information{};
  waitid(P_PID, static_cast<id_t>(kit), &information, WEXITED | WNOHANG | WNOWAIT);
  return information.si_pid == kit;
}

bool daemon_runs(const LeakCheck& leaks) {
  return std::ranges::any_of(leaks.processes(), [](const std::string& command) {
    return command.starts_with("/bin/sleep");
  });
}

/// Starts a kit, sends it the signal when its adapter and that one's daemon run, and waits for all
/// that was below it.
int end_of_kit(const LeakCheck& leaks, int signal_number) {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  const pid_t kit = fork();
  if (kit == 0) be_kit(leaks);
  while (!daemon_runs(leaks) && !has_ended(kit)) poll(nullptr, 0, 5);
  kill(kit, signal_number);
  int status = 0;
  waitpid(kit, &status, 0);
  while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR) continue;
  return status;
}

TEST(KitEnd, ByKillLeavesNothing) {
  const LeakCheck leaks;
  const int status = end_of_kit(leaks, SIGKILL);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_THAT(leaks.processes(), IsEmpty());
  EXPECT_THAT(leaks.files(), IsEmpty());
}

TEST(KitEnd, ByStopAllEndsRunsAndLeavesNothing) {
  const LeakCheck leaks;
  const int status = end_of_kit(leaks, SIGTERM);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  EXPECT_THAT(leaks.processes(), IsEmpty());
  EXPECT_THAT(leaks.files(), IsEmpty());
}

}  // namespace
}  // namespace touchstone
