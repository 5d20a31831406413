#include "conformance/native/kit/observation.h"

#include <unistd.h>

#include "conformance/native/kit/snapshot.h"
#include "conformance/native/kit/telling.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

constexpr std::size_t label_bytes_max = 1000;

Event event_of(EventKind kind, const std::string& label, std::uint64_t serial) {
  Event event = event_here(kind);
  event.label = label;
  event.operation = {event.activity.pid, static_cast<std::int64_t>(serial)};
  return event;
}

}  // namespace

Observation::Observation(const Value& label, bool goes_on)
    : serial_(current_run().next_serial()), goes_on_(goes_on) {
  if (as<Str>(label) == nullptr) throw type_error("a label must be str, not " + type_name(label));
  label_ = utf8_of(label);
  if (label_.size() > label_bytes_max)
    throw value_error("a label has at most " + std::to_string(label_bytes_max) + " bytes");
  Event event = event_of(EventKind::begin, label_, serial_);
  event.attempt = goes_on;
  tell(std::move(event));
}

void Observation::end(const Value& value) {
  touchstone::Value shown = snapshot(value);
  Event event = event_of(EventKind::end, label_, serial_);
  event.outcome = touchstone::Outcome(std::move(shown));
  tell(std::move(event));
}

void Observation::fail(const Value& error) {
  ErrorValue shown = snapshot_error(error);
  Event event = event_of(EventKind::end, label_, serial_);
  event.outcome = touchstone::Outcome::raised(std::move(shown));
  tell(std::move(event));
}

bool Observation::goes_on_after(const Value& error) const {
  if (!goes_on_) return false;
  // CancelledError is a BaseException of the registry's own: an attempt takes it too, by its name.
  return is_exception(error, "Exception") || as<Exception>(error)->cls().name() == "CancelledError";
}

}  // namespace touchstone::native
