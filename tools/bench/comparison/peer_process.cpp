#include "tools/bench/comparison/peer_process.h"

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
      throw std::system_error(errno, std::generic_category(), "a pipe to a peer");
    }
  }
  int reading() const { return ends[0]; }
  int writing() const { return ends[1]; }

  std::array<int, 2> ends{};
};

pid_t spawn(std::vector<std::string>& command, int in, int out) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  std::vector<char*> arguments;
  for (auto& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  const std::array<char*, 1> environment{nullptr};
  pid_t pid = -1;
  const int error =
      posix_spawn(&pid, arguments.front(), &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::system_error(error, std::generic_category(), command.front());
  return pid;
}

}  // namespace

PeerProcess::PeerProcess(std::vector<std::string> command) : name_(command.back()) {
  const Pipe requests;
  const Pipe replies;
  pid_ = spawn(command, requests.reading(), replies.writing());
  close(requests.reading());
  close(replies.writing());
  requests_ = fdopen(requests.writing(), "w");
  replies_ = fdopen(replies.reading(), "r");
  std::signal(SIGPIPE, SIG_IGN);  // its death is told by `measure`
}

PeerProcess::~PeerProcess() {
  std::fclose(requests_);
  std::fclose(replies_);
  waitpid(pid_, nullptr, 0);
}

double PeerProcess::measure(const std::string& operation, std::size_t count) const {
  fmt::print(requests_, "{} {}\n", operation, count);
  std::fflush(requests_);
  std::int64_t figure = 0;
  if (std::fscanf(replies_, "%" SCNd64, &figure) != 1)
    throw std::runtime_error(name_ + " gives no figure for " + operation);
  return static_cast<double>(figure);
}

}  // namespace touchstone::bench
