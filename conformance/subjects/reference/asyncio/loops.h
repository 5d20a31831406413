/// The loops of a run: how they are made, which one a thread has, and what their callbacks are.
#pragma once

#include <functional>

#include "conformance/native/call.h"
#include "conformance/subjects/reference/asyncio/handles.h"

namespace touchstone::reference {

/// By the run's clock.
LoopPointer new_loop();
std::unique_ptr<asyncio::Clock> clock_of_run();
/// Makes the loop one of this run: it tells where nothing can ever happen again.
void adopt_loop(const LoopPointer& loop);

/// The loop that runs in this thread, else the one that was set for it, else, on the main thread
/// where none was ever set, a new one. RuntimeError where there is none.
LoopPointer current_loop();
/// Null: none.
void set_loop(LoopPointer loop);

/// While it lives, events of this thread carry the time of the loop that runs on it by the virtual
/// clock.
class TimeOfLoop {
 public:
  TimeOfLoop();
  TimeOfLoop(const TimeOfLoop&) = delete;
  TimeOfLoop& operator=(const TimeOfLoop&) = delete;
  ~TimeOfLoop();

 private:
  std::function<double()> before_;
};

/// `first` positional arguments belong to the method; the rest is the callback and its arguments.
asyncio::Loop::Callback callback_from(native::Call& call, std::size_t first);

}  // namespace touchstone::reference
