#include "conformance/subjects/warden.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "conformance/subjects/folder.h"
#include "conformance/subjects/processes.h"

namespace touchstone {
namespace {

constexpr int highest_standard = 2;

void close_all_but(std::vector<int> kept) {
  kept.insert(kept.end(), {0, 1, 2});
  std::ranges::sort(kept);
  unsigned from = 0;
  for (const int fd : kept) {
    const auto spared = static_cast<unsigned>(fd);
    if (spared > from) close_range(from, spared - 1, 0);
    from = std::max(from, spared + 1);
  }
  close_range(from, ~0U, 0);
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));
  result.push_back(nullptr);
  return result;
}

void report(int control, WardenReport::Kind kind, int value) {
  const WardenReport message{kind, value};
  send(control, &message, sizeof message, MSG_NOSIGNAL);
}

/// As a program expects to find them, whatever the kit had set.
void reset_signals() {
  for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Moves a descriptor above the standard ones, so that setting those up cannot overwrite it.
int out_of_the_way(int fd) { return fcntl(fd, F_DUPFD_CLOEXEC, highest_standard + 1); }

[[noreturn]] void be_adapter(const Launch& launch, pid_t warden) {
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != warden) _exit(1);
  const std::array<int, 3> standard{out_of_the_way(launch.standard_input),
                                    out_of_the_way(launch.standard_output),
                                    out_of_the_way(launch.standard_error)};
  const int control = out_of_the_way(launch.control);
  for (int fd = 0; fd <= highest_standard; ++fd) dup2(standard[static_cast<std::size_t>(fd)], fd);
  close_all_but({control});
  reset_signals();
  auto command = pointers(launch.command);
  auto environment = pointers(launch.environment);
  execvpe(command.front(), command.data(), environment.data());
  report(control, WardenReport::Kind::cannot_execute, errno);
  _exit(127);
}

/// A terminal's Ctrl-C is the kit's business.
int watch_for_children() {
  setsid();
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, nullptr);
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  return signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
}

void let_go_of_the_kit(int control, int signals) {
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int fd = 0; fd <= highest_standard; ++fd) dup2(null, fd);
  close_all_but({control, signals});
}

void reap(pid_t adapter, int control) {
  int status = 0;
  for (pid_t ended = 0; (ended = waitpid(-1, &status, WNOHANG)) > 0;)
    if (ended == adapter) report(control, WardenReport::Kind::ended, status);
}

/// Returns when the kit's end of the socket is closed.
void watch(pid_t adapter, int control, int signals) {
  while (true) {
    std::array<pollfd, 2> watched{{{control, POLLIN, 0}, {signals, POLLIN, 0}}};
    poll(watched.data(), watched.size(), -1);
    if (watched[0].revents != 0) return;
    signalfd_siginfo information;
    while (read(signals, &information, sizeof information) > 0) continue;
    reap(adapter, control);
  }
}

/// Each death hands its orphans to this process, so the last child is the last process.
void kill_all() {
  while (true) {
    for (const pid_t child : children_of(getpid())) {
      kill(-child, SIGKILL);
      kill(child, SIGKILL);
    }
    pid_t ended = 0;
    while ((ended = waitpid(-1, nullptr, WNOHANG)) > 0) continue;
    if (ended < 0) return;
    poll(nullptr, 0, 1);
  }
}

}  // namespace

void be_warden(const Launch& launch) {
  const int signals = watch_for_children();
  const pid_t warden = getpid();
  const pid_t adapter = fork();
  if (adapter == 0) be_adapter(launch, warden);
  if (adapter < 0) {
    report(launch.control, WardenReport::Kind::cannot_execute, errno);
  } else {
    report(launch.control, WardenReport::Kind::started, adapter);
  }
  const int control = out_of_the_way(launch.control);
  let_go_of_the_kit(control, signals);
  watch(adapter, control, signals);
  kill_all();
  remove_folder(launch.folder);
  _exit(0);
}

}  // namespace touchstone
