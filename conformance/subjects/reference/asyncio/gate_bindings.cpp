#include "conformance/native/kit/gates.h"
#include "conformance/native/kit/host.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "impl/asyncio/waker.h"

namespace touchstone::reference {
namespace {

/// A thread of its own waits at the gate, the task for that thread.
asyncio::Coroutine<> pass_gate(std::string name) {
  native::reach_gate(name);
  const LoopPointer loop = asyncio::Loop::running();
  const asyncio::Wake opened = asyncio::make_wake(loop);
  native::Host& host = native::current_run().host();
  loop->expect_outside_work(+1);
  native::current_run().keep(std::thread([loop, &host, name, opened] {
    host.wait_gate(name);
    try {
      loop->call_soon_threadsafe([loop = loop.get(), opened] {
        loop->expect_outside_work(-1);
        asyncio::release(*opened);
      });
    } catch (const errors::RuntimeError&) {
      // The loop is closed: nobody waits any more.
    }
  }));
  co_await opened;
  native::leave_gate(name);
}

}  // namespace

void bind_gate_async(native::Registry& registry) {
  registry.function("gate_async", [](const std::string& name) {
    return implemented("gate_async", [name] { return pass_gate(name); });
  });
}

}  // namespace touchstone::reference
