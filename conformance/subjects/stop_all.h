/// The way out for signal handlers: ends every subject of this process at once.
#pragma once

namespace touchstone {

/// Kills all adapters, everything below them, and lets their folders be removed; runs under way
/// return with the end Crashed, and no subject starts any more. Async-signal-safe.
void stop_all();
bool all_stopped();

/// Which control sockets stop_all closes. Throws std::runtime_error where there are too many (256).
void enlist_control(int fd);
void dismiss_control(int fd);

}  // namespace touchstone
