/// Opens the gates of one run when their conditions are met.
///
/// Fed with the run's events and the time; it waits for nothing itself: `next_tick` says when it
/// wants to be called again. A gate that the check has no rule for is opened when it is reached and
/// counts as unmet, since nobody said what it is for. Requires: one thread; time points do not go
/// back.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/subjects/condition.h"
#include "conformance/trace/event.h"

namespace touchstone {

class GateKeeper {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using OpenGate = std::function<void(const std::string& gate)>;
  /// Is the thread asleep, as far as the kernel knows?
  using IsAsleep = std::function<bool(std::int64_t pid, std::int64_t tid)>;

  /// How long `blocked` is waited for once everything else is met.
  static constexpr std::chrono::milliseconds longest_hint{500};
  static constexpr std::chrono::milliseconds hint_period{5};

  GateKeeper(const GateRules& rules, OpenGate open, IsAsleep is_asleep);

  void note(const Event& event, Time now);
  /// Opens what is due; the first call opens what waits for nothing.
  void tick(Time now);
  std::optional<Time> next_tick(Time now) const;
  /// Opens every gate, met or not.
  void open_all();

  bool is_open(const std::string& gate) const;
  bool is_latch(const std::string& gate) const;
  /// A line for each gate that was not opened by its rule: "gate `m-in` waits for 3 x ended(in), 1
  /// came".
  std::vector<std::string> unmet() const;
  /// Hints that were given up.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  struct Gate {
    GateRule rule;
    bool open = false;
    std::optional<Time> met;     ///< when all conditions but hints were
    std::optional<Time> opens;   ///< when settled
    std::optional<Time> looked;  ///< when the hints were last looked at
    int asleep = 0;              ///< how often in a row they were true
  };
  struct Running {
    std::string label;
    std::int64_t pid;
    std::int64_t tid;
  };

  void advance(const std::string& name, Gate& gate, Time now);
  void open(const std::string& name, Gate& gate);
  bool is_met(const Condition& condition) const { return came(condition) >= condition.count; }
  int came(const Condition& condition) const;
  bool is_met(const GateRule& rule) const;
  bool hints_are_over(const std::string& name, Gate& gate, Time now);
  bool hint_is_true(const Condition& hint) const;
  bool hint_is_hopeless(const Condition& hint) const;
  std::string unmet_text(const std::string& name, const Gate& gate) const;

  OpenGate open_;
  IsAsleep is_asleep_;
  std::map<std::string, Gate> gates_;
  std::map<std::pair<Condition::Kind, std::string>, int> counts_;
  std::map<OperationId, Running> running_;
  std::vector<std::string> without_rule_;
  std::vector<std::string> notes_;
};

}  // namespace touchstone
