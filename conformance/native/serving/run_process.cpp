#include "conformance/native/serving/run_process.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "conformance/native/interpreter/frame_memory.h"
#include "conformance/native/kit/channel_host.h"
#include "conformance/native/kit/high_descriptor.h"

namespace touchstone::native {
namespace {

/// The run's folder is its working directory and where its temporary files go; afterwards all is as
/// before.
class InDirectory {
 public:
  explicit InDirectory(const std::string& directory) : before_(first_directory()) {
    if (chdir(directory.c_str()) != 0)
      throw std::system_error(errno, std::generic_category(), "cannot enter " + directory);
    setenv("TMPDIR", directory.c_str(), 1);
  }
  InDirectory(const InDirectory&) = delete;
  InDirectory& operator=(const InDirectory&) = delete;
  ~InDirectory() {
    if (fchdir(before_) != 0) perror("cannot leave the run's folder");
    unsetenv("TMPDIR");
  }

 private:
  /// That of this process between its runs, held open.
  static int first_directory() {
    static const int held = moved_up(open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return held;
  }

  const int before_;
};

void write_all(int descriptor, const std::string& text) {
  for (std::size_t sent = 0; sent < text.size();) {
    const ssize_t count = write(descriptor, text.data() + sent, text.size() - sent);
    if (count > 0) sent += static_cast<std::size_t>(count);
    pollfd room{descriptor, POLLOUT, 0};
    if (count < 0 && errno == EAGAIN)
      poll(&room, 1, -1);
    else if (count < 0 && errno != EINTR)
      return;
  }
}

Launch launch_of(const Request& request) {
  return {*request.program, request.parameters, request.options};
}

std::size_t resident_pages() {
  std::size_t size = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return resident;
}

/// A fork copies the tables of every page this process holds: what a big run left free goes back.
/// To look for it takes long, so it is done where this process has grown.
void give_free_memory_back() {
  constexpr std::size_t kGrown = 4096;
  static std::size_t kept = 0;
  if (resident_pages() <= kept + kGrown) return;
  give_free_frames_back();
  malloc_trim(0);
  kept = resident_pages();
}

/// Runs in the child: tells the end through the pipe and ends, whatever threads are left.
[[noreturn]] void be_the_run(const Registry& registry, const Request& request, int result_pipe) {
  try {
    const InDirectory inside(request.directory);
    ChannelHost host(*request.id, request.directory, request.latches, true);
    run_scenario(registry, launch_of(request), host, [&](const RunResult& result) {
      write_all(result_pipe, run_reply(*request.id, result) + "\n");
      _exit(0);
    });
  } catch (const std::exception& error) {
    write_all(result_pipe, error_reply(request.id, error.what()) + "\n");
  }
  _exit(0);
}

/// SIGTERM as a descriptor while a run is under way.
class Termination {
 public:
  Termination() {
    sigemptyset(&mask_);
    sigaddset(&mask_, SIGTERM);
    sigprocmask(SIG_BLOCK, &mask_, &before_);
    descriptor_ = signalfd(-1, &mask_, SFD_CLOEXEC);
  }
  Termination(const Termination&) = delete;
  Termination& operator=(const Termination&) = delete;
  ~Termination() {
    close(descriptor_);
    restore();
  }
  void restore() const { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  int descriptor() const { return descriptor_; }

 private:
  sigset_t mask_;
  sigset_t before_;
  int descriptor_;
};

/// The run's process, killed with its group and reaped at the end.
class Child {
 public:
  explicit Child(pid_t pid)
      : pid_(pid), descriptor_(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))) {
    setpgid(pid, pid);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    end();
    close(descriptor_);
  }
  /// Readable once the process has ended.
  int descriptor() const { return descriptor_; }

  /// Its wait status, once it has ended by itself or was killed here.
  int end() {
    if (pid_ <= 0) return status_;
    siginfo_t ended{};
    waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT);
    kill(-pid_, SIGKILL);  // the leader is not reaped yet, so the group's number is still its own
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) continue;
    pid_ = 0;
    return status_;
  }

  /// Waits for the end of the process itself, and kills what is left of the group.
  int wait() {
    siginfo_t ended{};
    while (waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR)
      continue;
    return end();
  }

 private:
  pid_t pid_;
  int descriptor_;
  int status_ = 0;
};

/// Appends what the pipe has now; true once it holds a whole line.
bool take_line(int pipe, std::string& said) {
  char buffer[4096];
  while (true) {
    const ssize_t count = read(pipe, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    said.append(buffer, static_cast<std::size_t>(count));
  }
  return said.ends_with('\n');
}

/// The child's line, empty where it ended without one; none where this process is told to end.
/// Others may hold the pipe's other end long after the child: its own end is watched too.
std::optional<std::string> listen(int pipe, const Child& child, Requests& requests,
                                  const Termination& termination) {
  std::string said;
  while (true) {
    std::array<pollfd, 4> waits{{{pipe, POLLIN, 0},
                                 {child.descriptor(), POLLIN, 0},
                                 {termination.descriptor(), POLLIN, 0},
                                 {requests.descriptor(), POLLIN, 0}}};
    if (poll(waits.data(), waits.size(), -1) < 0) continue;
    if (waits[2].revents != 0) return std::nullopt;
    if (take_line(pipe, said)) return said.substr(0, said.size() - 1);
    if (waits[1].revents != 0 || (waits[0].revents & POLLHUP) != 0) return "";
    if (waits[3].revents != 0 && !requests.read_more()) return std::nullopt;
  }
}

}  // namespace

std::string run_here(const Registry& registry, const Request& request) {
  try {
    const InDirectory inside(request.directory);
    ChannelHost host(*request.id, request.directory, request.latches, false);
    return run_reply(*request.id, run_scenario(registry, launch_of(request), host));
  } catch (const std::exception& error) {
    return error_reply(request.id, error.what());
  }
}

std::string run_isolated(const Registry& registry, const Request& request, Requests& requests) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
    return error_reply(request.id, "no pipe for the run's process");
  give_free_memory_back();
  const Termination termination;
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    termination.restore();
    close(ends[0]);
    be_the_run(registry, request, ends[1]);
  }
  close(ends[1]);
  if (pid < 0)
    return close(ends[0]), error_reply(request.id, "the run's process could not be started");
  Child child(pid);
  const auto said = listen(ends[0], child, requests, termination);
  close(ends[0]);
  if (!said) {
    child.end();
    _exit(0);
  }
  if (!said->empty()) return child.end(), *said;
  return crashed_reply(*request.id, child.wait());
}

}  // namespace touchstone::native
