/// The short way to read an event.
#pragma once

#include <optional>
#include <string_view>

#include "conformance/trace/event.h"

namespace touchstone::wire {

/// What decode_event gives for `line`, or nothing for one that is wrong or less plain than nearly
/// all are: with members of other kinds of events, or with any twice; with escapes, spaces between
/// members or objects as values.
std::optional<Event> read_plain_event(std::string_view line);

}  // namespace touchstone::wire
