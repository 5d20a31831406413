/// A task: a future whose result is that of a body, which it runs on a loop. The body is any
/// resumable that awaits futures (or nothing: the loop's next turn): a C++20 coroutine, or an
/// interpreter's through generators::translate.
///
///     auto task = create_task(loop, fetch(url));      // starts at the loop's next turn
///     co_await task;
///
/// Errors: what the body raises is the task's; a CancelledError that leaves it makes the task
/// cancelled. The loop's thread alone.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/future.h"
#include "impl/asyncio/task_base.h"
#include "impl/generators/translated.h"

namespace asyncio {

template <class T>
class Task final : public Future<T>, public TaskBase {
 public:
  using Body = generators::Resumable<FuturePointer, generators::Nothing, T>;

  static std::shared_ptr<Task> make(LoopPointer loop, std::unique_ptr<Body> body) {
    auto task = std::make_shared<Task>(std::move(loop), std::move(body));
    task->start(task);
    return task;
  }
  /// For `make`: a task that is not started never runs.
  Task(LoopPointer loop, std::unique_ptr<Body> body)
      : Future<T>(std::move(loop)), body_(std::move(body)) {}

  using Future<T>::done;
  bool cancel(std::string message = {}) override { return request_cancel(std::move(message)); }
  FutureBase& future() override { return *this; }
  void abandon() override { body_.reset(); }

 private:
  void advance(std::exception_ptr error) override {
    using Input = generators::Input<generators::Nothing>;
    if (!body_) return;
    auto step = body_->resume(error ? Input(std::in_place_index<1>, std::move(error)) : Input());
    std::visit([this](auto stop) { this->take(std::move(stop)); }, std::move(step));
  }

  void take(generators::Yielded<FuturePointer> step) { waits_for(std::move(step.value)); }
  void take(generators::Awaited<FuturePointer> step) { waits_for(std::move(step.value)); }
  void take(const generators::Delegated<FuturePointer, generators::Nothing>&) {
    take(generators::Raised{
        errors::make(errors::TypeError("a task's body cannot delegate: give it a coroutine"))});
  }
  void take(generators::Returned<T> step) {
    end();
    if (auto cancellation = take_cancel_request()) return this->finish_cancelled(cancellation);
    this->set_result(std::move(step.value));
  }
  void take(const generators::Raised& step) {
    end();
    if (errors::matches(step.error, "CancelledError")) return this->finish_cancelled(step.error);
    this->set_exception(step.error);
    for (const char* const fatal : {"KeyboardInterrupt", "SystemExit"}) {
      if (errors::matches(step.error, fatal)) std::rethrow_exception(step.error);
    }
  }
  void end() { std::exchange(body_, nullptr).reset(); }

  std::unique_ptr<Body> body_;
};

/// The body of a task that runs `coroutine`.
template <class T>
auto task_body(Coroutine<T> coroutine) {
  auto same = [](auto value) { return value; };
  auto resume = [coroutine =
                     std::move(coroutine)](generators::Input<generators::Nothing> input) mutable {
    return coroutine.resume(std::move(input));
  };
  return generators::translate<generators::Nothing>(std::move(resume), same, same, same);
}

template <class T>
std::shared_ptr<Task<T>> create_task(LoopPointer loop, Coroutine<T> coroutine) {
  return Task<T>::make(std::move(loop), task_body(std::move(coroutine)));
}
/// On the loop that runs in this thread.
template <class T>
std::shared_ptr<Task<T>> create_task(Coroutine<T> coroutine) {
  return create_task(Loop::running(), std::move(coroutine));
}

}  // namespace asyncio
