/// Ctrl-C and SIGTERM: the first one ends the run in order (footer says incomplete), a second one
/// ends the process.
#pragma once

namespace touchstone::cli {

/// Installs the handlers; once, before any subject is started.
void watch_for_interruption();
bool interrupted();

}  // namespace touchstone::cli
