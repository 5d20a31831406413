/// Where a run's events go and where its gates are: a child process has the kit's channel, a run in
/// this process has memory.
#pragma once

#include <string>
#include <vector>

#include "conformance/trace/event.h"

namespace touchstone::native {

/// Thread: all of it from any thread of the run.
class Host {
 public:
  virtual ~Host() = default;
  /// Tells the kit. The event has everything but the run's id, which the host adds.
  virtual void emit(Event event) = 0;
  /// Blocks until the kit has opened the gate.
  virtual void wait_gate(const std::string& name) = 0;
  /// True where one activity may pass the gate more than once.
  virtual bool is_latch(const std::string& name) const = 0;
  /// True where the run has a process of its own, so that it may fork and end.
  virtual bool owns_process() const = 0;
  /// The run's folder; empty where it has none.
  virtual std::string directory() const = 0;
  /// What another process of the run needs for a host of its own.
  virtual std::string run_id() const = 0;
  virtual std::vector<std::string> latches() const = 0;
};

}  // namespace touchstone::native
