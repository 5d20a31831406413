#include "conformance/subjects/reference/asyncio/loops.h"

#include <mutex>
#include <thread>
#include <unordered_map>

#include "conformance/native/kit/telling.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/concurrent_futures.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "impl/threading/thread.h"

namespace touchstone::reference {
namespace {

/// The loops that were set for threads; null where it was none.
class SetLoops {
 public:
  std::optional<LoopPointer> find() {
    const std::scoped_lock lock(mutex_);
    const auto found = loops_.find(std::this_thread::get_id());
    return found == loops_.end() ? std::nullopt : std::optional(found->second);
  }
  void set(LoopPointer loop) {
    const std::scoped_lock lock(mutex_);
    loops_[std::this_thread::get_id()].swap(loop);
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::thread::id, LoopPointer> loops_;
};

SetLoops& set_loops() { return native::current_run().state<SetLoops>(); }

/// Nothing can ever happen again on the virtual clock.
void tell_stuck() {
  native::current_run().set_stuck();
  native::tell(native::event_here(EventKind::stuck));
}

}  // namespace

std::unique_ptr<asyncio::Clock> clock_of_run() {
  return native::current_run().virtual_clock() ? asyncio::virtual_clock() : asyncio::real_clock();
}

void adopt_loop(const LoopPointer& loop) {
  loop->on_stuck(tell_stuck);
  loop->set_executor_factory([] { return pool_of_run({.thread_name_prefix = "asyncio"}); });
}

LoopPointer new_loop() {
  auto loop = std::make_shared<asyncio::Loop>(clock_of_run());
  adopt_loop(loop);
  return loop;
}

LoopPointer current_loop() {
  if (auto running = asyncio::Loop::current()) return running;
  const auto set = set_loops().find();
  if (set && *set) return *set;
  if (set || threading::current_thread() != threading::main_thread())
    throw native::runtime_error("There is no current event loop in this thread");
  set_loop(new_loop());
  return *set_loops().find();
}

void set_loop(LoopPointer loop) { set_loops().set(std::move(loop)); }

TimeOfLoop::TimeOfLoop() : before_(native::thread_state().virtual_time) {
  if (!native::current_run().virtual_clock()) return;
  native::thread_state().virtual_time = [] {
    const auto loop = asyncio::Loop::current();
    return loop ? loop->time().count() : 0.0;
  };
}
TimeOfLoop::~TimeOfLoop() { native::thread_state().virtual_time = std::move(before_); }

asyncio::Loop::Callback callback_from(native::Call& call, std::size_t first) {
  call.expect_no_keywords();
  const Value function = call[first];
  const auto& given = call.arguments().positional;
  native::Values arguments(given.begin() + static_cast<std::ptrdiff_t>(first) + 1, given.end());
  return [function, arguments = std::move(arguments)] {
    for_implementation([&] { return native::call(function, arguments); });
  };
}

}  // namespace touchstone::reference
