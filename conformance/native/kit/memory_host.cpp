#include "conformance/native/kit/memory_host.h"

namespace touchstone::native {

MemoryHost::MemoryHost(std::string run, OnEvent on_event, std::vector<std::string> latches)
    : run_(std::move(run)),
      on_event_(std::move(on_event)),
      latches_(latches.begin(), latches.end()) {}

void MemoryHost::open(const std::string& gate) {
  const std::scoped_lock lock(gates_mutex_);
  open_gates_.insert(gate);
  opened_.notify_all();
}

void MemoryHost::open_all() {
  const std::scoped_lock lock(gates_mutex_);
  all_open_ = true;
  opened_.notify_all();
}

void MemoryHost::emit(Event event) {
  event.run = run_;
  const std::scoped_lock lock(events_mutex_);
  on_event_(event);
}

void MemoryHost::wait_gate(const std::string& name) {
  std::unique_lock lock(gates_mutex_);
  opened_.wait(lock, [&] { return all_open_ || open_gates_.contains(name); });
}

}  // namespace touchstone::native
