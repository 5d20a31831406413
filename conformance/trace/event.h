/// What a subject tells while a scenario runs: one Event a line of the run's channel, in the order
/// of arrival, which is consistent with happens-before (a write that ended before another began
/// lies ahead of it). Times serve the timeline, never a judgement.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "conformance/trace/outcome.h"
#include "conformance/values/value.h"

namespace touchstone {

/// Who acts. Serials are the adapter's own: thread idents and addresses are reused. Task 0: no
/// task.
struct Activity {
  std::int64_t pid = 0;
  std::int64_t thread = 0;
  std::int64_t task = 0;
  auto operator<=>(const Activity&) const = default;
};

/// Pairs an operation's begin with its end.
struct OperationId {
  std::int64_t pid = 0;
  std::int64_t serial = 0;
  auto operator<=>(const OperationId&) const = default;
};

enum class EventKind { begin, end, log, reached, passed, name, warning, stuck };

/// The word on the wire: "begin", "end" ...
std::string_view name(EventKind kind);
std::optional<EventKind> parse_event_kind(std::string_view word);

struct Event {
  EventKind kind = EventKind::log;
  std::string run;
  Activity activity;
  std::int64_t tid = 0;  ///< the kernel's id of the thread
  std::chrono::nanoseconds time{0};
  std::optional<double>
      virtual_time;       ///< the loop's time, in seconds, of runs on the virtual clock
  OperationId operation;  ///< of begin and end
  std::string label;      ///< of begin, end and log
  bool attempt = false;   ///< of begin: attempt, not record
  Outcome outcome;        ///< of end
  Values values;          ///< of log
  std::string gate;       ///< of reached and passed
  std::string text;       ///< of name: the activity's; of warning: the message
  std::string category;   ///< of warning
};

}  // namespace touchstone
