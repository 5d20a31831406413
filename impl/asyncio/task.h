/// A task: a future whose result is that of a coroutine, which it runs on a loop.
///
///     auto task = create_task(fetch(url));      // starts at the loop's next turn
///     co_await task;
///
/// Errors: what the coroutine raises is the task's; a CancelledError that leaves it makes the task
/// cancelled; TypeError for a coroutine that was given away; RuntimeError where no loop runs. The
/// loop's thread alone.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/future.h"
#include "impl/asyncio/task_base.h"

namespace asyncio {

template <class T>
class Task : public Future<T>, public TaskBase {
 public:
  /// `Derived`: a task that knows more, made of further arguments.
  template <class Derived = Task, class... Further>
  static std::shared_ptr<Derived> make(LoopPointer loop, Coroutine<T> coroutine,
                                       std::string name = {}, Further&&... further) {
    if (!coroutine) throw errors::TypeError("a coroutine was expected, not one given away");
    auto task = std::make_shared<Derived>(std::move(loop), std::move(coroutine),
                                          std::forward<Further>(further)...);
    if (!name.empty()) task->set_name(std::move(name));
    task->start(task);
    return task;
  }
  /// For `make`: a task that is not started never runs.
  Task(LoopPointer loop, Coroutine<T> coroutine)
      : Future<T>(std::move(loop)), coroutine_(std::move(coroutine)) {}
  ~Task() override {
    if (coroutine_) abandon();
    this->report_unretrieved("Task exception was never retrieved");
  }

  using Future<T>::done;
  using Future<T>::cancel;
  void set_result(T) = delete;
  void set_exception(std::exception_ptr) = delete;
  bool cancel_with(std::exception_ptr cancellation) final {
    return request_cancel(std::move(cancellation));
  }
  std::exception_ptr last_request() const final { return requested_cancellation(); }
  FutureBase& future() final { return *this; }

 private:
  void begin() final { coroutine_.begin(chain()); }
  void end() final {
    auto end = coroutine_.take_end();
    if (end.error) return fail(std::move(end.error));
    if (auto cancellation = take_cancel_request())
      return this->finish_cancelled(std::move(cancellation));
    Future<T>::set_result(std::move(*end.result));
  }
  void drop_code() final { const Coroutine<T> dropped(std::move(coroutine_)); }

  Coroutine<T> coroutine_;
};

template <class T>
std::shared_ptr<Task<T>> create_task(LoopPointer loop, Coroutine<T> coroutine,
                                     std::string name = {}) {
  return Task<T>::make(std::move(loop), std::move(coroutine), std::move(name));
}
/// On the loop that runs in this thread.
template <class T>
std::shared_ptr<Task<T>> create_task(Coroutine<T> coroutine, std::string name = {}) {
  return create_task(Loop::running(), std::move(coroutine), std::move(name));
}

}  // namespace asyncio
