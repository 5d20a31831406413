/// A trace as text for people: one line an event, with the time since the first event (the virtual
/// clock's where there is one), who acted, and what happened; then how the run ended, unmet gates,
/// notes, and the tail of stderr.
#pragma once

#include <cstddef>
#include <string>

#include "conformance/trace/trace.h"

namespace touchstone {

constexpr std::size_t longest_timeline = 200;  ///< events

/// Real times are left out where two timelines are to be compared; virtual ones are exact.
enum class Times { all, virtual_only };

/// Does not count as reading the trace. Of more than `limit` events the middle is left out, and
/// said to be.
std::string timeline(const Trace& trace, std::size_t limit = longest_timeline,
                     Times times = Times::all);

}  // namespace touchstone
