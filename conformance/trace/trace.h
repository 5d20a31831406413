/// What came back from one run: its events in order, how it ended, and evidence. A value; copies
/// are cheap and share one thing, the note that the trace was read (`was_read`), by which a check
/// that judges nothing is found out.
///
/// Requires: indices of events are those of `events()`. Guarantees: const access from one thread;
/// linear in the number of events. Errors: asking for a label that never appears, or for values
/// where there are none, throws NothingToJudge, so that no check is green over an empty list by
/// mistake; `count` and `absent` are there to ask about what may be missing.
///
/// What may be judged of order: within one activity everything; between two, that A began before B
/// ended
/// (`begun_before_ended`), that a log precedes another that it caused. Never that B ended before C
/// ended.
#pragma once

#include <concepts>
#include <initializer_list>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/trace/event.h"
#include "conformance/trace/run_end.h"

namespace touchstone {

struct NothingToJudge : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The message lists the labels that do appear.
struct NoSuchLabel : NothingToJudge {
  using NothingToJudge::NothingToJudge;
};

/// One record or attempt. Without `end` it had not ended when the run did.
struct Operation {
  std::string label;
  OperationId id;
  Activity activity;
  std::size_t begin = 0;
  std::optional<std::size_t> end;
  std::optional<Outcome> outcome;
};

/// All that is known of a run.
struct Observation {
  std::vector<Event> events;
  RunEnd end;
  Left left;
  Evidence evidence;
  std::optional<std::size_t>
      forced_from;  ///< index of the first event after all gates were forced open at the deadline
};

class Trace {
 public:
  Trace();
  explicit Trace(Observation observation);

  // Of operations: record and attempt

  /// Of the operations that ended with a value, in the order of their begins.
  Values values(std::string_view label) const;
  /// Of the operations that ended with an error, in the order of their begins.
  std::vector<ErrorValue> errors(std::string_view label) const;
  /// Of all operations that ended, in the order of their begins.
  std::vector<Outcome> outcomes(std::string_view label) const;
  /// The one value, of the one operation.
  Value value(std::string_view label) const;
  /// The one outcome, of the one operation.
  Outcome outcome(std::string_view label) const;
  /// All that began, ended or not.
  std::vector<Operation> operations(std::string_view label) const;

  // Of logs

  /// The first value of each log (None of one without values).
  Values logs(std::string_view label) const;
  /// All values of each log, as tuples; with several labels, of all these logs in their order.
  template <std::convertible_to<std::string_view>... Labels>
  Values log_rows(const Labels&... labels) const {
    return rows({std::string_view(labels)...});
  }
  /// The labels of all logs, in order.
  std::vector<std::string> order() const;
  /// The labels of those logs that carry one of `labels`, in order.
  std::vector<std::string> order(std::initializer_list<std::string_view> labels) const;

  // Of both

  /// How many operations began under the label, and logs carry it; 0 where there is none.
  std::size_t count(std::string_view label) const;
  bool absent(std::string_view label) const { return count(label) == 0; }
  /// The virtual times, in seconds, of the label's logs, and of its operations' ends in the order
  /// of their begins.
  std::vector<double> at(std::string_view label) const;
  /// The virtual times, in seconds, of its operations' begins.
  std::vector<double> begun_at(std::string_view label) const;

  /// Did `a` begin before `b` ended? Also where `b` never ended.
  bool begun_before_ended(const Operation& a, const Operation& b) const;
  /// Does the event at `begin` lie ahead of the one at `end`? Meant for the begin of one operation
  /// and the end of another.
  bool happened_before(std::size_t begin, std::size_t end) const;

  /// Warnings as "Category: message", in order.
  std::vector<std::string> warnings() const;
  /// Distinct activities that acted under the label, in the order of their first act.
  std::vector<Activity> activities(std::string_view label) const;
  /// The name that the activity has given itself; empty where it has none.
  std::string activity_name(const Activity& activity) const;

  // Of the run

  const std::vector<Event>& events() const;
  const RunEnd& end() const;
  const Left& left() const;
  /// Asking for these is no judgement.
  const Evidence& evidence() const { return observation_->evidence; }
  const Observation& observation() const { return *observation_; }

  /// Has any accessor but `evidence` and `observation` been used on this trace or a copy of it?
  bool was_read() const { return *read_; }

 private:
  const Observation& look() const;
  Values rows(std::initializer_list<std::string_view> labels) const;
  std::vector<std::size_t> logs_of(std::initializer_list<std::string_view> labels) const;
  [[noreturn]] void no_such_label(std::string_view label, std::string_view wanted) const;

  std::shared_ptr<const Observation> observation_;
  std::shared_ptr<bool> read_;
};

void PrintTo(const Trace& trace, std::ostream* out);

}  // namespace touchstone
