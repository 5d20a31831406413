/// The reference as a subject: impl/ bound to Python's names. Each chapter has a file that binds
/// it; a fault is this registry with one binding or language operation replaced.
#pragma once

#include "conformance/native/registry.h"

namespace touchstone::reference {

native::Registry reference_registry();

void bind_errors(native::Registry& registry);
void bind_functional(native::Registry& registry);
void bind_text(native::Registry& registry);
void bind_objects(native::Registry& registry);
void bind_generators(native::Registry& registry);
void bind_inspect(native::Registry& registry);
void bind_asyncio(native::Registry& registry);
void bind_files(native::Registry& registry);
void bind_descriptors(native::Registry& registry);
void bind_sockets(native::Registry& registry);
void bind_source(native::Registry& registry);
void bind_threading(native::Registry& registry);
void bind_queues(native::Registry& registry);
void bind_concurrent_futures(native::Registry& registry);
void bind_modules(native::Registry& registry);

}  // namespace touchstone::reference
