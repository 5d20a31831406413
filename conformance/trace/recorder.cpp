#include "conformance/trace/recorder.h"

#include <fmt/format.h>

namespace touchstone {
namespace {

std::string operation_text(const Event& event) {
  return fmt::format("operation [{},{}] \"{}\"", event.operation.pid, event.operation.serial,
                     event.label);
}

std::string activity_text(const Activity& activity) {
  return fmt::format("activity [{},{},{}]", activity.pid, activity.thread, activity.task);
}

}  // namespace

void Recorder::check_begin(const Event& event) {
  if (ended_.contains(event.operation) || !open_.try_emplace(event.operation, event.label).second)
    throw ImpossibleEvent(operation_text(event) + " begins twice");
}

void Recorder::check_end(const Event& event) {
  const auto begun = open_.find(event.operation);
  if (begun == open_.end())
    throw ImpossibleEvent(operation_text(event) + (ended_.contains(event.operation)
                                                       ? " ends twice"
                                                       : " ends but never began"));
  if (begun->second != event.label)
    throw ImpossibleEvent(
        fmt::format("{} began under the label \"{}\"", operation_text(event), begun->second));
  ended_.insert(event.operation);
  open_.erase(begun);
}

void Recorder::check_reached(const Event& event) {
  Arrivals& arrivals = arrivals_[{event.activity, event.gate}];
  if (arrivals.passed > 0 && !is_latch_(event.gate))
    throw ImpossibleEvent(fmt::format("{} reached gate \"{}\" again, which must be an error there",
                                      activity_text(event.activity), event.gate));
  ++arrivals.reached;
}

void Recorder::check_passed(const Event& event) {
  Arrivals& arrivals = arrivals_[{event.activity, event.gate}];
  if (arrivals.passed == arrivals.reached)
    throw ImpossibleEvent(fmt::format("{} passed gate \"{}\" without having reached it",
                                      activity_text(event.activity), event.gate));
  if (!is_open_(event.gate))
    throw ImpossibleEvent(fmt::format("{} passed gate \"{}\", which is closed",
                                      activity_text(event.activity), event.gate));
  ++arrivals.passed;
}

void Recorder::check(const Event& event) {
  switch (event.kind) {
    case EventKind::begin:
      return check_begin(event);
    case EventKind::end:
      return check_end(event);
    case EventKind::reached:
      return check_reached(event);
    case EventKind::passed:
      return check_passed(event);
    default:
      return;
  }
}

const Event& Recorder::add(Event event) {
  check(event);
  stuck_ = stuck_ || event.kind == EventKind::stuck;
  events_.push_back(std::move(event));
  return events_.back();
}

}  // namespace touchstone
