/// The process between the kit and one adapter, which sees to it that nothing of the adapter
/// outlives the kit's wish or the kit.
///
/// It is forked from the kit, starts the adapter as the leader of a session of its own, and is the
/// reaper of all orphans below it, so that no daemonising, no new session and no leaked grandchild
/// gets away. When the kit's end of the control socket closes (the kit asked for it, or died in
/// whatever way) it kills all that is below it, removes the adapter's folder, and exits.
///
/// To the kit it says, as one message each, what became of the adapter: WardenReport.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace touchstone {

struct WardenReport {
  enum class Kind : int { started, cannot_execute, ended };
  Kind kind = Kind::started;
  int value = 0;  ///< pid; errno; status as of waitpid
};

/// What the warden is to start. All descriptors are inherited open.
struct Launch {
  std::vector<std::string> command;      ///< the program, searched on PATH, and its arguments
  std::vector<std::string> environment;  ///< NAME=VALUE
  std::string folder;                    ///< removed with all that is in it at the end
  int standard_input = -1;
  int standard_output = -1;
  int standard_error = -1;
  int control = -1;  ///< one end of a SOCK_SEQPACKET pair
};

/// The rest of a forked child's life. Requires: the process has but the one thread.
[[noreturn]] void be_warden(const Launch& launch);

}  // namespace touchstone
