/// Events of the calling activity.
#pragma once

#include "conformance/native/runtime/value.h"
#include "conformance/trace/event.h"

namespace touchstone::native {

/// An event with who acts and when filled in.
Event event_here(EventKind kind);
/// Sends an event of the current run; the activity's name, if it has one, goes before its first
/// event.
void tell(Event event);

}  // namespace touchstone::native
