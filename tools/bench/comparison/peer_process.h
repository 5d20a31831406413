/// A peer that is measured in a process of its own, with an empty environment. It reads lines of an
/// operation's name and a count, answers each with a whole number, and ends when there are no more.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace touchstone::bench {

class PeerProcess {
 public:
  /// `command`: a program by its path, and its arguments. Throws std::system_error where it cannot
  /// be started.
  explicit PeerProcess(std::vector<std::string> command);
  PeerProcess(const PeerProcess&) = delete;
  PeerProcess& operator=(const PeerProcess&) = delete;
  ~PeerProcess();

  /// Its answer. Throws std::runtime_error where it gives none: what it had to say stands on
  /// stderr.
  double measure(const std::string& operation, std::size_t count) const;

 private:
  std::string name_;
  FILE* requests_ = nullptr;
  FILE* replies_ = nullptr;
  pid_t pid_ = -1;
};

}  // namespace touchstone::bench
