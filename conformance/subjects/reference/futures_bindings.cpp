#include "conformance/native/runtime/builtin_class.h"
#include "conformance/subjects/reference/concurrent_futures.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {
namespace {

void bind_future_errors(native::Registry& registry) {
  registry.error_class("concurrent.futures._base.Error", "Exception");
  for (const char* name : {"CancelledError", "InvalidStateError"}) {
    registry.error_class("concurrent.futures._base." + std::string(name),
                         "concurrent.futures._base.Error");
  }
  registry.value("concurrent.futures._base.TimeoutError",
                 Value(&native::builtin_class("TimeoutError")));
  registry.error_class("concurrent.futures._base.BrokenExecutor", "RuntimeError");
  registry.error_class("concurrent.futures.thread.BrokenThreadPool",
                       "concurrent.futures._base.BrokenExecutor");
}

}  // namespace

void bind_concurrent_futures(native::Registry& registry) {
  bind_future_errors(registry);
  bind_pool_futures(registry);
  bind_waiting(registry);
  bind_thread_pools(registry);
  for (const char* name : {"Future", "Executor", "CancelledError", "InvalidStateError",
                           "TimeoutError", "BrokenExecutor"}) {
    registry.value("concurrent.futures." + std::string(name),
                   registry.at("concurrent.futures._base." + std::string(name)));
  }
  registry.value("concurrent.futures.ThreadPoolExecutor",
                 registry.at("concurrent.futures.thread.ThreadPoolExecutor"));
}

}  // namespace touchstone::reference
