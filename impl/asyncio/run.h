/// asyncio.run: runs a coroutine on a loop of its own and gives its result; then cancels what tasks
/// are left, lets them end, closes the async generators that are open, waits for the threads of the
/// executor, and closes the loop. RuntimeError where a loop runs in this thread already; ValueError
/// for a coroutine that was given away. Claims:
/// asyncio.run.*
#pragma once

#include <memory>
#include <utility>

#include "impl/asyncio/task.h"

namespace asyncio {

/// Runs `loop` until the future is done, and the turn after that to its end. RuntimeError where the
/// loop is stopped before.
void run_until_done(const LoopPointer& loop, FutureBase& future);

template <class F>
auto run_until_complete(const LoopPointer& loop, const std::shared_ptr<F>& future) {
  run_until_done(loop, *future);
  return future->result();
}
template <class T>
T run_until_complete(const LoopPointer& loop, Coroutine<T> coroutine) {
  loop->require_runnable();  // or the task would be run by another call
  return run_until_complete(loop, create_task(loop, std::move(coroutine)));
}

/// Cancels the tasks that are left and runs `loop` until all have ended. Their errors go to the
/// exception handler.
void cancel_all_tasks(const LoopPointer& loop);

/// A loop of its own for a scope: at the end its tasks are cancelled, its generators and its
/// executor closed, and the loop itself.
class Runner {
 public:
  explicit Runner(std::unique_ptr<Clock> clock = real_clock());
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;
  ~Runner();

  const LoopPointer& loop() const { return loop_; }
  /// As the end of the scope, but what goes wrong is raised.
  void close();

 private:
  LoopPointer loop_;
};

/// Runs the task that `make` gives for the loop, and gives it back.
template <class Make>
auto run_task(std::unique_ptr<Clock> clock, Make make) {
  Runner runner(std::move(clock));
  const auto task = make(runner.loop());
  run_until_done(runner.loop(), *task);
  runner.close();
  return task;
}
template <class T>
T run(Coroutine<T> main, std::unique_ptr<Clock> clock = real_clock()) {
  if (!main) throw errors::ValueError("a coroutine was expected, not one given away");
  const auto task = run_task(std::move(clock), [&main](const LoopPointer& loop) {
    return create_task(loop, std::move(main));
  });
  return task->result();
}

}  // namespace asyncio
