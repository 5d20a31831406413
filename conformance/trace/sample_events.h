/// Events for tests of what reads them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "conformance/trace/trace.h"

namespace touchstone::sample {

inline Event log(std::string label, Values values = {}, Activity activity = {1, 1, 0}) {
  Event event;
  event.kind = EventKind::log;
  event.label = std::move(label);
  event.values = std::move(values);
  event.activity = activity;
  return event;
}

inline Event begin(std::string label, std::int64_t serial, Activity activity = {1, 1, 0}) {
  Event event;
  event.kind = EventKind::begin;
  event.label = std::move(label);
  event.operation = {activity.pid, serial};
  event.activity = activity;
  return event;
}

inline Event end(std::string label, std::int64_t serial, Outcome outcome,
                 Activity activity = {1, 1, 0}) {
  Event event = begin(std::move(label), serial, activity);
  event.kind = EventKind::end;
  event.outcome = std::move(outcome);
  return event;
}

inline Event at_gate(EventKind kind, std::string gate, Activity activity = {1, 1, 0}) {
  Event event;
  event.kind = kind;
  event.gate = std::move(gate);
  event.activity = activity;
  return event;
}

inline Event at(double virtual_time, Event event) {
  event.virtual_time = virtual_time;
  return event;
}

inline ErrorValue key_error() {
  ErrorValue error;
  error.type = "KeyError";
  error.bases = {"KeyError", "LookupError", "Exception", "BaseException", "object"};
  return error;
}

inline Trace trace(std::vector<Event> events, RunEnd end = run_end::ByItself{}) {
  Observation observation;
  observation.events = std::move(events);
  observation.end = std::move(end);
  return Trace(std::move(observation));
}

}  // namespace touchstone::sample
