#include "tools/bench/impl/python_peer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cinttypes>
#include <csignal>
#include <stdexcept>
#include <system_error>

namespace touchstone::bench {
namespace {

struct Pipe {
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
      throw std::system_error(errno, std::generic_category(), "a pipe to Python");
    }
  }
  int reading() const { return ends[0]; }
  int writing() const { return ends[1]; }

  std::array<int, 2> ends{};
};

pid_t spawn(const std::string& interpreter, const std::string& script, int in, int out) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  std::string isolated = "-I";
  std::string program = interpreter;
  std::string text = script;
  const std::array<char*, 4> command{program.data(), isolated.data(), text.data(), nullptr};
  const std::array<char*, 1> environment{nullptr};
  pid_t pid = -1;
  const int error =
      posix_spawn(&pid, program.c_str(), &actions, nullptr, command.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::system_error(error, std::generic_category(), interpreter);
  return pid;
}

}  // namespace

PythonPeer::PythonPeer(const std::string& interpreter, const std::string& script) {
  const Pipe requests;
  const Pipe replies;
  pid_ = spawn(interpreter, script, requests.reading(), replies.writing());
  close(requests.reading());
  close(replies.writing());
  requests_ = fdopen(requests.writing(), "w");
  replies_ = fdopen(replies.reading(), "r");
  std::signal(SIGPIPE, SIG_IGN);  // its death is told by `measure`
}

PythonPeer::~PythonPeer() {
  std::fclose(requests_);
  std::fclose(replies_);
  waitpid(pid_, nullptr, 0);
}

Nanoseconds PythonPeer::measure(const std::string& operation, std::size_t count) const {
  fmt::print(requests_, "{} {}\n", operation, count);
  std::fflush(requests_);
  std::int64_t nanoseconds = 0;
  if (std::fscanf(replies_, "%" SCNd64, &nanoseconds) != 1) {
    throw std::runtime_error("python_peer.py gives no figure for " + operation);
  }
  return Nanoseconds(nanoseconds);
}

}  // namespace touchstone::bench
