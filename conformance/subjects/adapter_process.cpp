#include "conformance/subjects/adapter_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "conformance/subjects/folder.h"
#include "conformance/subjects/stop_all.h"
#include "conformance/subjects/warden.h"

namespace touchstone {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("cannot make a pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::pair<Descriptor, Descriptor> make_control() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
    fail("cannot make a socket pair");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void set_nonblocking(const Descriptor& fd) {
  fcntl(fd.get(), F_SETFL, fcntl(fd.get(), F_GETFL) | O_NONBLOCK);
}

std::vector<std::string> assignments(const Environment& environment) {
  std::vector<std::string> texts;
  for (const auto& [name, value] : environment) {
    texts.push_back(name);
    texts.back() += '=';
    texts.back() += value;
  }
  return texts;
}

/// A write to a pipe nobody reads would raise SIGPIPE, which is the whole program's to handle: here
/// it is an errno.
class WithoutSigpipe {
 public:
  WithoutSigpipe() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  WithoutSigpipe(const WithoutSigpipe&) = delete;
  WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;
  ~WithoutSigpipe() {
    const timespec at_once{};
    if (!was_pending_) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_;
  sigset_t before_;
  bool was_pending_;
};

/// In whole milliseconds, rounded up, so that a deadline has passed when the wait for it ends.
int milliseconds_until(AdapterProcess::Time until) {
  using std::chrono::milliseconds;
  const auto left = until - std::chrono::steady_clock::now();
  if (left <= left.zero()) return 0;
  constexpr milliseconds longest = std::chrono::hours(1);
  return static_cast<int>(std::min(std::chrono::ceil<milliseconds>(left), longest).count());
}

}  // namespace

AdapterProcess::AdapterProcess(const std::vector<std::string>& command,
                               const Environment& environment, Limits limits)
    : folder_(make_folder("touchstone")),
      lines_(limits.longest_line),
      stderr_tail_(limits.stderr_tail) {
  try {
    start(command, environment);
  } catch (...) {
    remove_folder(folder_);
    throw;
  }
}

void AdapterProcess::start(const std::vector<std::string>& command,
                           const Environment& environment) {
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  auto [kit_end, warden_end] = make_control();
  const Launch launch{command,           assignments(environment), folder_,
                      in.read_end.get(), out.write_end.get(),      err.write_end.get(),
                      warden_end.get()};
  enlist_control(kit_end.get());
  control_ = std::move(kit_end);
  warden_ = fork();
  if (warden_ == 0) be_warden(launch);
  if (warden_ < 0) {
    dismiss_control(control_.get());
    fail("cannot start a process");
  }
  stdin_ = std::move(in.write_end);
  stdout_ = std::move(out.read_end);
  stderr_ = std::move(err.read_end);
  for (const Descriptor* fd : {&stdin_, &stdout_, &stderr_}) set_nonblocking(*fd);
  warden_end.reset();
  read_reports();
}

AdapterProcess::~AdapterProcess() { kill(); }

void AdapterProcess::send(std::string_view line) {
  unsent_.append(line);
  flush_input();
}

void AdapterProcess::flush_input() {
  const WithoutSigpipe guard;
  while (!unsent_.empty() && stdin_.is_open()) {
    const ssize_t count = write(stdin_.get(), unsent_.data(), unsent_.size());
    if (count > 0) unsent_.erase(0, static_cast<std::size_t>(count));
    if (count < 0 && errno == EPIPE) stdin_.reset();
    if (count < 0 && errno != EINTR) break;
  }
  if (!stdin_.is_open()) unsent_.clear();
}

void AdapterProcess::wait(Time until, int also) {
  const int unsent = unsent_.empty() ? -1 : stdin_.get();
  const int control = end_ ? -1 : control_.get();
  std::array<pollfd, 5> watched{{{stdout_.get(), POLLIN, 0},
                                 {stderr_.get(), POLLIN, 0},
                                 {control, POLLIN, 0},
                                 {unsent, POLLOUT, 0},
                                 {also, POLLIN, 0}}};
  poll(watched.data(), watched.size(), milliseconds_until(until));
  if (watched[1].revents != 0) read_some(stderr_, false);
  if (watched[3].revents != 0) flush_input();
  if (watched[0].revents != 0) read_some(stdout_, true);
  if (watched[2].revents != 0) read_reports();
}

/// True when there may be more.
bool AdapterProcess::read_some(Descriptor& from, bool is_stdout) {
  std::array<char, 65536> bytes;
  const ssize_t count = read(from.get(), bytes.data(), bytes.size());
  if (count < 0 && errno == EINTR) return true;
  if (count < 0) return false;
  if (count == 0) {
    from.reset();
    return false;
  }
  const std::string_view came(bytes.data(), static_cast<std::size_t>(count));
  if (is_stdout) {
    lines_.append(came);
  } else {
    stderr_tail_.append(came);
  }
  return true;
}

/// What it wrote before its end; what others who hold its pipes write after it does not count.
void AdapterProcess::read_all_output() {
  constexpr int enough = 2;  // a pipe holds no more than one read takes
  for (int i = 0; i < enough && !lines_.is_overlong() && stdout_.is_open(); ++i)
    if (!read_some(stdout_, true)) break;
  for (int i = 0; i < enough && stderr_.is_open(); ++i)
    if (!read_some(stderr_, false)) break;
}

void AdapterProcess::read_reports() {
  WardenReport report;
  ssize_t count = 0;
  do {
    count = recv(control_.get(), &report, sizeof report, 0);
  } while (count < 0 && errno == EINTR);
  if (count != sizeof report) {
    end_ = End{};
  } else if (report.kind == WardenReport::Kind::started) {
    pid_ = report.value;
    return;
  } else if (report.kind == WardenReport::Kind::cannot_execute) {
    constexpr int cannot_execute = 127;  // as shells say it
    end_ = End{cannot_execute, {}, std::strerror(report.value)};
  } else {
    note_end(report.value);
  }
  read_all_output();
}

void AdapterProcess::note_end(int status) {
  end_ = End{};
  if (WIFEXITED(status)) end_->status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) end_->signal = WTERMSIG(status);
}

/// One who dies closes its files first: that is no closing.
bool AdapterProcess::has_closed_stdout() const {
  return !stdout_.is_open() && !end_ && !is_exiting(pid_);
}

std::vector<ThreadTimes> AdapterProcess::threads() const { return threads_below(warden_); }

int AdapterProcess::kill_strays() const { return kill_descendants(warden_, pid_); }

void AdapterProcess::stop(Time until) {
  stdin_.reset();
  while (!end_ && std::chrono::steady_clock::now() < until) wait(until);
  kill();
}

void AdapterProcess::kill() {
  if (warden_ < 0) return;
  dismiss_control(control_.get());
  control_.reset();
  int status = 0;
  while (waitpid(warden_, &status, 0) < 0 && errno == EINTR) continue;
  if (WIFSIGNALED(status)) kill_session(pid_);
  warden_ = -1;
  if (!end_) end_ = End{};
  read_all_output();
  remove_folder(folder_);
}

}  // namespace touchstone
