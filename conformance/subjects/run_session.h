/// One run on a running adapter: sends the request, keeps the gates, takes the events, waits for
/// the reply.
///
/// What the kit says at the end of a run, in this order: what was wrong with a line
/// (ProtocolError), the reply, the adapter's death (Crashed), silence (Hung, as Patience
/// measures it). Once the deadline has
/// passed the verdict is Hung, whatever comes in the grace after it.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "conformance/subjects/adapter_process.h"
#include "conformance/subjects/gate_keeper.h"
#include "conformance/subjects/line_reader.h"
#include "conformance/subjects/patience.h"
#include "conformance/subjects/protocol.h"
#include "conformance/subjects/run_directory.h"
#include "conformance/subjects/subject.h"
#include "conformance/trace/recorder.h"

namespace touchstone {

struct RunPolicy {
  std::chrono::milliseconds grace{
      1500};  ///< between the opening of all gates at the deadline and the end
  int deadlines_in_all =
      12;  ///< the cap on a run that goes on telling, as a multiple of its deadline
  std::size_t most_events = 200'000;
  std::size_t most_value_bytes = 256 << 20;
};

class RunSession {
 public:
  RunSession(AdapterProcess& adapter, RunDirectory& directory, const Hello& hello,
             const RunRequest& request, const RunPolicy& policy);

  /// `old_ids` are those of earlier runs: their late events are dropped.
  Observation run(const std::string& id, const std::set<std::string>& old_ids);
  /// After `run`: may the adapter be asked again?
  bool adapter_is_reusable() const { return reusable_; }

 private:
  using Time = AdapterProcess::Time;

  void step();
  bool events_may_gather() const;
  bool read_events();
  void take_event(std::string_view line);
  void take_reply(std::string_view line);
  void take_run_reply(const protocol::RunReply& reply);
  void look_at_process();
  void look_at_clock();
  void force_gates(std::string reason);
  void give_up(const Patience& patience, std::string_view what, std::chrono::milliseconds deadline);
  Time next_deadline() const;
  /// Throws wire::WireError where a line has begun and not ended.
  void demand_whole_lines() const;
  void conclude(RunEnd end);
  Observation observation();

  AdapterProcess& adapter_;
  RunDirectory& directory_;
  const Hello& hello_;
  const RunRequest& request_;
  const RunPolicy& policy_;
  GateKeeper keeper_;
  Recorder recorder_;
  LineReader event_lines_;
  std::string id_;
  const std::set<std::string>* old_ids_ = nullptr;
  Time now_;
  Time gather_until_;
  Patience silence_;
  Patience whole_;
  std::optional<Time> forced_until_;
  std::optional<std::size_t> forced_from_;
  std::string hung_because_;
  std::optional<RunEnd> end_;
  Left left_;
  Evidence evidence_;
  std::size_t late_events_ = 0;
  bool reusable_ = false;
};

}  // namespace touchstone
