/// The types of the threading module, by file, and what they share.
#pragma once

#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "conformance/subjects/reference/timeouts.h"

namespace touchstone::reference {

using native::Value;

void bind_locks(native::Registry& registry);
void bind_conditions(native::Registry& registry);
void bind_synchronisation(native::Registry& registry);
void bind_local(native::Registry& registry);
void bind_threads(native::Registry& registry);
void bind_thread_errors(native::Registry& registry);
void bind_low_level_threads(native::Registry& registry);

/// `with lock:`
template <class T>
void bind_block(native::TypeBinder<T>&& type) {
  type.method("__enter__", [](T& self) { return self.acquire(); })
      .method("__exit__",
              [](T& self, const Value&, const Value&, const Value&) { self.release(); });
}

}  // namespace touchstone::reference
