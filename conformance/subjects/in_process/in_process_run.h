/// One run in this process: keeps its events, opens its gates.
///
/// Thread: events come from any thread of the run. A thread that watches the clock is there only
/// from the first arrival at a gate that stays closed.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "conformance/native/kit/memory_host.h"
#include "conformance/native/scenario_run.h"
#include "conformance/subjects/gate_keeper.h"
#include "conformance/subjects/patience.h"
#include "conformance/subjects/subject.h"
#include "conformance/trace/recorder.h"

namespace touchstone {

class InProcessRun {
 public:
  InProcessRun(std::string id, const RunRequest& request);
  InProcessRun(const InProcessRun&) = delete;
  InProcessRun& operator=(const InProcessRun&) = delete;

  native::MemoryHost& host() { return host_; }
  /// Requires that the scenario has ended.
  Observation observation(native::RunResult result);

 private:
  using Time = GateKeeper::Time;

  void note(const Event& event);
  void watch(const std::stop_token& stopped);
  void look_at_clock(Time now);
  RunEnd end_of(RunEnd end) const;

  const RunRequest& request_;
  native::MemoryHost host_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  GateKeeper keeper_;
  Recorder recorder_;
  Patience silence_;
  std::optional<std::string> impossible_;
  std::vector<std::string> unmet_;  ///< when the gates were forced open
  std::optional<std::size_t> forced_from_;
  std::jthread watcher_;  ///< last: it ends before what it looks at
};

}  // namespace touchstone
