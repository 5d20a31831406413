#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {

native::Registry reference_registry() {
  native::Registry registry("reference");
  bind_errors(registry);
  bind_functional(registry);
  bind_text(registry);
  bind_objects(registry);
  bind_generators(registry);
  bind_inspect(registry);
  bind_asyncio(registry);
  bind_files(registry);
  bind_descriptors(registry);
  bind_sockets(registry);
  bind_source(registry);
  bind_threading(registry);
  bind_queues(registry);
  bind_concurrent_futures(registry);
  bind_modules(registry);
  return registry;
}

}  // namespace touchstone::reference
