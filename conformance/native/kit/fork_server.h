/// Forks on behalf of a process that has several threads: its own child would find the locks that
/// the others held at that moment, for ever.
#pragma once

#include <sys/socket.h>
#include <sys/un.h>

#include <functional>
#include <string>

namespace touchstone::native {

/// A copy of the process as it was when this was made, which ends with it.
class ForkServer {
 public:
  using Answer = std::function<std::string(const std::string& request)>;

  /// Requires a process with one thread. `answer` is called in a process of its own for each
  /// request, with what was in memory when this was made. Throws std::system_error.
  explicit ForkServer(const Answer& answer);

  /// The answer; empty where its process ended without one. Throws std::system_error. Thread
  /// safety: all of it.
  std::string ask(const std::string& request) const;

 private:
  sockaddr_un address_{};
  socklen_t address_size_ = sizeof address_;
};

}  // namespace touchstone::native
