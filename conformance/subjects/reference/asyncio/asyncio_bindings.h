/// The parts in which asyncio is bound.
#pragma once

#include "conformance/native/registry.h"

namespace touchstone::reference {

void bind_futures(native::Registry& registry);
void bind_loops(native::Registry& registry);
void bind_gathering(native::Registry& registry);
void bind_waiting_for(native::Registry& registry);
void bind_task_primitives(native::Registry& registry);
void bind_task_queues(native::Registry& registry);
void bind_loop_executors(native::Registry& registry);
void bind_protocols(native::Registry& registry);
void bind_streams(native::Registry& registry);
void bind_contexts(native::Registry& registry);
void bind_gate_async(native::Registry& registry);

}  // namespace touchstone::reference
