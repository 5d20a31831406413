/// A run in this process: events go to a callback, gates are opened by a call.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "conformance/native/kit/host.h"

namespace touchstone::native {

/// Thread: `on_event` is called on the thread of the activity, one event at a time; it may open
/// gates.
class MemoryHost : public Host {
 public:
  using OnEvent = std::function<void(const Event&)>;
  MemoryHost(std::string run, OnEvent on_event, std::vector<std::string> latches = {});

  /// Lets everyone through that waits at the gate or comes to it later.
  void open(const std::string& gate);
  void open_all();

  void emit(Event event) override;
  void wait_gate(const std::string& name) override;
  bool is_latch(const std::string& name) const override { return latches_.contains(name); }
  bool owns_process() const override { return false; }
  std::string directory() const override { return {}; }
  std::string run_id() const override { return run_; }
  std::vector<std::string> latches() const override { return {latches_.begin(), latches_.end()}; }

 private:
  const std::string run_;
  const OnEvent on_event_;
  const std::set<std::string> latches_;
  std::mutex events_mutex_;
  std::mutex gates_mutex_;
  std::condition_variable opened_;
  std::set<std::string> open_gates_;
  bool all_open_ = false;
};

}  // namespace touchstone::native
