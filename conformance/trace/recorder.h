/// Takes the events of one run as they arrive, refuses what cannot be, and keeps the rest.
///
/// Errors: `add` throws ImpossibleEvent, naming the event, for a begin that was begun, an end
/// without its begin or under another label, a second end, a gate passed that is closed or was not
/// reached, a gate that lets an activity through twice though it is for one time only. The event is
/// not kept.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "conformance/trace/event.h"

namespace touchstone {

struct ImpossibleEvent : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Recorder {
 public:
  /// `is_open` says whether the kit has opened a gate; `is_latch` whether it is for many.
  using GatePredicate = std::function<bool(const std::string& gate)>;
  Recorder(GatePredicate is_open, GatePredicate is_latch)
      : is_open_(std::move(is_open)), is_latch_(std::move(is_latch)) {}

  /// Returns the event as it is kept; the reference is valid until the next call.
  const Event& add(Event event);
  const std::vector<Event>& events() const { return events_; }
  bool was_stuck() const { return stuck_; }
  std::vector<Event> take() { return std::move(events_); }

 private:
  struct Arrivals {
    int reached = 0;
    int passed = 0;
  };

  void check(const Event& event);
  void check_begin(const Event& event);
  void check_end(const Event& event);
  void check_reached(const Event& event);
  void check_passed(const Event& event);

  GatePredicate is_open_;
  GatePredicate is_latch_;
  std::vector<Event> events_;
  std::map<OperationId, std::string> open_;  ///< labels of operations that have begun
  std::set<OperationId> ended_;
  std::map<std::pair<Activity, std::string>, Arrivals> arrivals_;
  bool stuck_ = false;
};

}  // namespace touchstone
