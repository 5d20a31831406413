/// What an activity may do at one instant without letting others run. Internal to random_program.
///
/// In which order those whom a burst wakes go on is open. So of each burst, and of what is left of
/// it where it loses parts, either nobody it wakes can take what another one could, or all get
/// equal things: at most one of those whom it wakes finds nothing, and what a burst puts into a
/// queue is one value.
#pragma once

#include <span>
#include <vector>

#include "conformance/programs/program.h"

namespace touchstone::programs {

using Ops = std::vector<Op>;

std::span<const Ops> bursts_of_events();
std::span<const Ops> bursts_of_queues();
std::span<const Ops> bursts_of_semaphores();
/// For who holds the lock: it goes to the end of the line, where there is one.
const Ops& burst_of_locks();

/// Everybody does it to the same thing; what is put is `amount`.
Step burst_of(const Ops& ops, int target, int amount);

}  // namespace touchstone::programs
