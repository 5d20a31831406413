/// The adapter of a registry: speaks the protocol (conformance/protocol.md) on stdin and stdout.
///
/// Requires: called first thing in main, while the process has one thread; fd 1 becomes a copy of
/// fd 2 and fd 0 /dev/null. Isolated runs get a process group of their own, forked here; the group
/// is dead before the reply is written.
#pragma once

#include "conformance/native/registry.h"

namespace touchstone::native {

/// Serves until "stop" or the end of stdin; gives the exit status.
int serve(const Registry& registry);

}  // namespace touchstone::native
