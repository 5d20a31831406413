/// asyncio.run: runs a coroutine on a loop of its own and gives its result; then cancels what tasks
/// are left, lets them end, and closes the loop. RuntimeError where a loop runs in this thread
/// already.
#pragma once

#include <algorithm>
#include <memory>
#include <utility>

#include "impl/asyncio/gather.h"
#include "impl/asyncio/task.h"

namespace asyncio {

/// Runs `loop` until the future is done.
inline void run_until_complete(const LoopPointer& loop, const FutureBase& future) {
  Loop::run_until(loop, [&] { return future.done(); });
}

/// Cancels the tasks that are left and runs `loop` until all have ended. Their errors are theirs.
inline void cancel_all_tasks(const LoopPointer& loop) {
  const auto tasks = loop->all_tasks();
  for (const auto& task : tasks) task->cancel();
  Loop::run_until(loop, [&] {
    return std::ranges::all_of(tasks, [](const auto& task) { return task->done(); });
  });
}

/// Closes the loop in any case, its tasks cancelled before.
class ScopedLoop {
 public:
  explicit ScopedLoop(std::unique_ptr<Clock> clock)
      : loop_(std::make_shared<Loop>(std::move(clock))) {}
  ScopedLoop(const ScopedLoop&) = delete;
  ScopedLoop& operator=(const ScopedLoop&) = delete;
  ~ScopedLoop() { loop_->close(); }
  const LoopPointer& operator*() const { return loop_; }

 private:
  LoopPointer loop_;
};

template <class T>
T run(Coroutine<T> main, std::unique_ptr<Clock> clock = real_clock()) {
  const ScopedLoop loop(std::move(clock));
  const auto task = create_task(*loop, std::move(main));
  try {
    run_until_complete(*loop, *task);
  } catch (...) {
    cancel_all_tasks(*loop);
    throw;
  }
  cancel_all_tasks(*loop);
  return task->result();
}

}  // namespace asyncio
