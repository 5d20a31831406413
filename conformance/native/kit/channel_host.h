/// A run in a process of the adapter: events go to the FIFO of the run's folder, one write a line;
/// gates are FIFOs there.
///
/// Thread: no lock is held while an event is written, so that a fork finds none; the process ends
/// where the reader is gone.
#pragma once

#include <atomic>
#include <set>
#include <string>
#include <vector>

#include "conformance/native/kit/host.h"

namespace touchstone::native {

class ChannelHost : public Host {
 public:
  /// Opens `directory`/events; throws std::system_error where it cannot.
  ChannelHost(std::string run, std::string directory, std::vector<std::string> latches,
              bool owns_process);
  ChannelHost(const ChannelHost&) = delete;
  ChannelHost& operator=(const ChannelHost&) = delete;
  ~ChannelHost() override;

  void emit(Event event) override;
  void wait_gate(const std::string& name) override;
  bool is_latch(const std::string& name) const override { return latches_.contains(name); }
  bool owns_process() const override { return owns_process_; }
  std::string directory() const override { return directory_; }
  std::string run_id() const override { return run_; }
  std::vector<std::string> latches() const override { return {latches_.begin(), latches_.end()}; }

 private:
  /// Puts JSON text into a new file of the run and gives its name: "values/7".
  std::string put_aside(const std::string& json);
  std::string fitting_line(const Event& event);
  void write_line(const std::string& line) const;

  const std::string run_;
  const std::string directory_;
  const std::set<std::string> latches_;
  const bool owns_process_;
  int channel_;
  int spare_;  // given up for a moment where a gate finds no descriptor
  std::atomic<std::uint64_t> files_{0};
};

}  // namespace touchstone::native
