#include "tools/touchstone/worker_pool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace touchstone::cli {
namespace {

void write_all(int fd, const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = write(fd, bytes.data() + done, bytes.size() - done);
    if (count > 0) done += static_cast<std::size_t>(count);
    if (count < 0 && errno != EINTR) _exit(1);
  }
}

[[noreturn]] void be_worker(const WorkerPool::Work& work, pid_t parent, int out) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  try {
    work([out](const std::string& line) { write_all(out, line); });
  } catch (const std::exception& error) {
    fmt::print(stderr, "touchstone: {}\n", error.what());
    _exit(1);
  }
  _exit(0);
}

std::vector<std::string> take_lines(std::string& buffer) {
  std::vector<std::string> lines;
  for (auto end = buffer.find('\n'); end != std::string::npos; end = buffer.find('\n')) {
    lines.push_back(buffer.substr(0, end));
    buffer.erase(0, end + 1);
  }
  return lines;
}

/// Asked to end in order, and made to where that takes too long.
void end(pid_t pid) {
  constexpr int patience_ms = 5000;
  constexpr int step_ms = 5;
  ::kill(pid, SIGTERM);
  for (int waited = 0; waited < patience_ms; waited += step_ms) {
    if (waitpid(pid, nullptr, WNOHANG) != 0) return;
    poll(nullptr, 0, step_ms);
  }
  ::kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
}

}  // namespace

Pipe::Pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
  read_end = ends[0];
  write_end = ends[1];
}

void Pipe::close_read() { close(std::exchange(read_end, -1)); }
void Pipe::close_write() { close(std::exchange(write_end, -1)); }

WorkerPool::~WorkerPool() {
  for (const Worker& worker : workers_) {
    if (worker.ended) continue;
    close(worker.lines);
    end(worker.pid);
  }
}

std::size_t WorkerPool::start(const Work& work) {
  Pipe lines;
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "cannot start a worker");
  if (pid == 0) be_worker(work, parent, lines.write_end);
  lines.close_write();
  workers_.push_back({pid, lines.read_end});
  return workers_.size() - 1;
}

std::size_t WorkerPool::running() const {
  return static_cast<std::size_t>(std::ranges::count(workers_, false, &Worker::ended));
}

std::vector<WorkerPool::News> WorkerPool::wait(int timeout_ms) {
  std::vector<pollfd> watched;
  for (const Worker& worker : workers_)
    watched.push_back({worker.ended ? -1 : worker.lines, POLLIN, 0});
  poll(watched.data(), watched.size(), timeout_ms);
  std::vector<News> news;
  for (std::size_t i = 0; i < watched.size(); ++i)
    if ((watched[i].revents & (POLLIN | POLLHUP)) != 0) news.push_back(read_from(i));
  return news;
}

WorkerPool::News WorkerPool::read_from(std::size_t number) {
  Worker& worker = workers_[number];
  char chunk[65536];
  const ssize_t count = read(worker.lines, chunk, sizeof chunk);
  if (count > 0) worker.buffer.append(chunk, static_cast<std::size_t>(count));
  if (count == 0) {
    worker.ended = true;
    close(worker.lines);
    waitpid(worker.pid, nullptr, 0);
  }
  return {number, take_lines(worker.buffer), worker.ended};
}

void WorkerPool::kill(std::size_t worker) {
  if (!workers_[worker].ended) ::kill(workers_[worker].pid, SIGKILL);
}

}  // namespace touchstone::cli
