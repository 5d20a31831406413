/// Work for threads: blocking calls that leave the loop running, and coroutines that other threads
/// hand to a loop.
///
/// `run_in_executor` submits `function` and gives a future of the loop, which ends with its result
/// or error; cancelling it cancels the job where that has not begun. Errors: RuntimeError where the
/// executor or the loop takes nothing any more. Thread safety: the loop's thread, but for
/// run_coroutine_threadsafe. Claims: asyncio.blocking.*, asyncio.executor.*
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "impl/asyncio/task.h"
#include "impl/futures/thread_pool_executor.h"

namespace asyncio {

/// Ends the loop's future as the thread's one has ended, unless it has ended itself.
template <class T, class Stored>
void copy_outcome(futures::Future<T>& from, Future<Stored>& to) {
  if (to.done()) return;
  if (from.cancelled()) {
    to.cancel();
  } else if (auto error = from.exception()) {
    to.set_exception(std::move(error));
  } else {
    to.set_result(from.result());
  }
}

/// A future of `loop` for one of another thread.
template <class T>
auto wrap_future(const LoopPointer& loop, futures::SharedFuture<T> work) {
  using Stored = typename futures::Future<T>::Stored;
  auto wrapped = std::make_shared<Future<Stored>>(loop);
  loop->expect_outside_work(+1);
  wrapped->add_done_callback([work](const FuturePointer& done) {
    if (done->cancelled()) work->cancel();
  });
  // Only the loop's thread touches the future: it goes there and back inside the callback.
  auto ended = [work, wrapped, loop = loop.get()]() mutable {
    loop->expect_outside_work(-1);
    copy_outcome(*work, *wrapped);
  };
  work->add_done_callback([loop, ended = std::move(ended)](const futures::FuturePointer&) mutable {
    try {
      loop->call_soon_threadsafe(std::move(ended));
    } catch (const errors::RuntimeError&) {
      // The loop is closed: nobody waits any more.
    }
  });
  return wrapped;
}

template <class Function>
auto run_in_executor(const LoopPointer& loop, futures::ThreadPoolExecutor& executor,
                     Function function) {
  return wrap_future(loop, executor.submit(std::move(function)));
}
/// In the default executor of the loop.
template <class Function>
auto run_in_executor(const LoopPointer& loop, Function function) {
  return run_in_executor(loop, loop->default_executor(), std::move(function));
}

/// `function` in a copy of the current context.
template <class Function>
auto in_current_context(Function function) {
  return [context = Context::copy_current(), function = std::move(function)]() mutable {
    const Context::Scope scope(context);
    return function();
  };
}

/// asyncio.to_thread: in the default executor of the running loop, in a copy of the context.
template <class Function>
auto to_thread(Function function)
    -> Coroutine<typename futures::Future<std::decay_t<std::invoke_result_t<Function&>>>::Stored> {
  if constexpr (std::is_void_v<std::invoke_result_t<Function&>>) {
    co_await run_in_executor(Loop::running(), in_current_context(std::move(function)));
  } else {
    co_return co_await run_in_executor(Loop::running(), in_current_context(std::move(function)));
  }
}

/// From any thread: lets `loop` run the task that `make` gives in its thread, and gives a future
/// for the caller's thread. Cancelling it cancels the task.
template <class T, class Make>
futures::SharedFuture<T> run_task_threadsafe(const LoopPointer& loop, Make make) {
  auto promised = std::make_shared<futures::Future<T>>();
  loop->call_soon_threadsafe([loop, promised, make = std::move(make)]() mutable {
    const std::shared_ptr<Future<T>> task = make();
    promised->add_done_callback(
        [loop, task = std::weak_ptr(task)](const futures::FuturePointer& f) {
          if (!f->cancelled()) return;
          try {
            loop->call_soon_threadsafe([task] {
              if (const auto running = task.lock()) running->cancel();
            });
          } catch (const errors::RuntimeError&) {
            // The loop is closed, and its tasks with it.
          }
        });
    task->add_done_callback([promised](const FuturePointer& done) {
      if (done->cancelled()) promised->cancel();
      if (!promised->set_running_or_notify_cancel()) return;
      if (auto error = done->exception()) {
        promised->set_exception(std::move(error));
      } else {
        promised->set_result(static_cast<const Future<T>&>(*done).result());
      }
    });
  });
  return promised;
}
/// The same for a coroutine.
template <class T>
futures::SharedFuture<T> run_coroutine_threadsafe(Coroutine<T> coroutine, const LoopPointer& loop) {
  if (!coroutine) throw errors::TypeError("a coroutine is required, not one given away");
  return run_task_threadsafe<T>(loop, [loop, coroutine = std::move(coroutine)]() mutable {
    return create_task(loop, std::move(coroutine));
  });
}

/// Waits until the threads of the default executor have ended; it takes nothing any more.
Coroutine<> shutdown_default_executor(LoopPointer loop);

}  // namespace asyncio
