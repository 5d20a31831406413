/// asyncio.wait_for as CPython 3.11 has it: waits for one future, at most for `limit`, then cancels
/// it, lets it end, and raises TimeoutError. Cancelled from outside it does the same and raises the
/// cancellation.
///
/// What the inner one makes of its end wins: a result or an error that it still gives is the
/// outcome, also where it came together with a cancellation from outside. A coroutine is run as a
/// task of its own (from CPython 3.12 on in the caller's). Without a limit it is awaited as it is.
/// A limit of zero or less gives what is done already, and cancels what is not. Errors: ValueError
/// for a future of another loop. Claims: asyncio.wait-for.*
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

#include "impl/asyncio/task.h"
#include "impl/asyncio/wait.h"

namespace asyncio {

/// Returns where the outcome of `future` is that of the wait; raises the time-out or the
/// cancellation otherwise.
Coroutine<> wait_at_most(FuturePointer future, Seconds limit);

template <std::derived_from<FutureBase> F>
Coroutine<typename F::ResultType> wait_for(std::shared_ptr<F> future, TimeLimit limit) {
  if (limit) co_await wait_at_most(future, *limit);
  if constexpr (std::is_same_v<typename F::ResultType, Nothing>) {
    co_await future;
  } else {
    co_return co_await future;
  }
}

template <class T>
Coroutine<T> wait_for_task(Coroutine<T> coroutine, Seconds limit) {
  const auto task = create_task(std::move(coroutine));
  if constexpr (std::is_same_v<T, Nothing>) {
    co_await wait_for(task, limit);
  } else {
    co_return co_await wait_for(task, limit);
  }
}
template <class T>
Coroutine<T> wait_for(Coroutine<T> coroutine, TimeLimit limit) {
  return limit ? wait_for_task(std::move(coroutine), *limit) : std::move(coroutine);
}

}  // namespace asyncio
