/// Random events of every kind, as encode_event takes them.
#pragma once

#include <rapidcheck.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "conformance/trace/event.h"
#include "conformance/values/arbitrary_value.h"

namespace touchstone::arbitrary {

/// UTF-8, mostly without anything to escape.
inline rc::Gen<std::string> word() {
  return rc::gen::oneOf(rc::gen::container<std::string>(rc::gen::inRange('#', '\\')),
                        rc::gen::element<std::string>("Task-1", "put", "run-17"),
                        rc::gen::element<std::string>("", "\"", "\\", "a\nb", "\x7F", "\u00e9",
                                                      "\U0001f600", "\u2028"));
}

inline rc::Gen<Outcome> outcome() {
  return rc::gen::map(wire_value(2), [](const Value& value) {
    const auto* error = value.get_if<ErrorValue>();
    return error == nullptr ? Outcome(value) : Outcome::raised(*error);
  });
}

inline rc::Gen<EventKind> event_kind() {
  using enum EventKind;
  return rc::gen::element(begin, end, log, reached, passed, EventKind::name, warning, stuck);
}

/// All members are random, those that the kind does not have too.
inline rc::Gen<Event> event() {
  return rc::gen::exec([] {
    const auto number = [] { return *rc::gen::arbitrary<std::int64_t>(); };
    Event event;
    event.kind = *event_kind();
    event.run = *word();
    event.activity = {number(), number(), number()};
    event.tid = number();
    event.time = std::chrono::nanoseconds(number());
    if (*rc::gen::arbitrary<bool>()) event.virtual_time = *rc::gen::element(0.0, 2.5, -0.1, 1e300);
    event.operation = {number(), number()};
    event.label = *word();
    event.attempt = *rc::gen::arbitrary<bool>();
    event.outcome = *outcome();
    event.values = *rc::gen::scale(0.3, rc::gen::container<Values>(wire_value(2)));
    event.gate = *word();
    event.text = *word();
    event.category = *word();
    return event;
  });
}

}  // namespace touchstone::arbitrary
