/// How a thread of a C++ implementation becomes a thread of the run.
///
///     const auto ticket = std::make_shared<ThreadTicket>(current_run());  // in who starts it
///     start([ticket, name] {
///       ticket->take_part(name);  // from here on it may run scenario code
///       ...
///     });
#pragma once

#include <functional>
#include <string>

#include "conformance/native/run.h"

namespace touchstone::native {

/// The right of one thread to take part in the run. The thread counts as left while the ticket
/// lives or, where it took part, until it has ended.
class ThreadTicket {
 public:
  explicit ThreadTicket(Run& run) : run_(run) { run_.thread_begins(); }
  ThreadTicket(const ThreadTicket&) = delete;
  ThreadTicket& operator=(const ThreadTicket&) = delete;
  ~ThreadTicket() {
    if (!used_) run_.thread_ended();
  }

  /// By the new thread, once, before it touches anything of the run: makes it a thread of the run
  /// to its very end, destructors of its thread-local objects included. `at_end` runs last.
  void take_part(std::string name, std::function<void()> at_end = nullptr);

 private:
  Run& run_;
  bool used_ = false;
};

}  // namespace touchstone::native
