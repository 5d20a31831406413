#include "conformance/native/interpreter/activation.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "conformance/subjects/reference/machine.h"
#include "impl/asyncio/async_generator.h"

namespace touchstone::reference {
namespace {

/// A coroutine that closes the async generator, which it keeps.
Value closing(native::Generator& generator) {
  return native::coroutine_awaiting(native::language().async_generators.close(generator));
}

class KeptGenerator final : public asyncio::OpenGenerator {
 public:
  explicit KeptGenerator(native::Generator& generator) : generator_(generator) {}
  asyncio::Coroutine<> close() override { return run(code_of(closing(generator_))); }

 private:
  static asyncio::Coroutine<> run(asyncio::Coroutine<Value> code) { co_await code; }

  native::Generator& generator_;  // owns this, by its machine
};

}  // namespace

void Machine::keep_by_loop(native::Generator& generator) {
  const LoopPointer loop = asyncio::Loop::current();
  if (kept_ || !loop) return;
  kept_ = std::make_shared<KeptGenerator>(generator);
  loop->track(kept_);
  // Who is abandoned is suspended: its body is there.
  std::get<AsyncGenerator>(held_).set_finalizer(
      [keeper = std::weak_ptr(loop), body = body_,
       name = generator.name()](AsyncGenerator abandoned) {
        const LoopPointer loop = keeper.lock();
        if (!loop || loop->is_closed() || native::current_run().is_over()) return;
        const auto again =
            native::make<native::Generator>(native::Flavour::AsyncGenerator, name, nullptr);
        again->machine() = std::make_shared<Machine>(std::move(abandoned), *body);
        loop->call_soon_threadsafe(
            [loop, coroutine = closing(*again)] { start_task(loop, coroutine); });
      });
}

}  // namespace touchstone::reference
