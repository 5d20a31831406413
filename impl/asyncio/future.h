/// A future with a result of type T. `co_await future` in a coroutine of a task gives the result or
/// raises the error; where it is done already, without a turn of the loop. Errors and threads: as
/// FutureBase.
#pragma once

#include <concepts>
#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/future_base.h"
#include "impl/errors/hierarchy.h"

namespace asyncio {

template <class T>
class Future : public FutureBase {
 public:
  using ResultType = T;
  using FutureBase::FutureBase;

  void set_result(T result) {
    require_pending();
    result_.emplace(std::move(result));
    finish();
  }
  const T& result() const {
    require_result();
    return *result_;  // NOLINT(bugprone-unchecked-optional-access): there is one or an error
  }

 private:
  std::optional<T> result_;
};

template <class F>
class FutureAwaiter {
 public:
  explicit FutureAwaiter(std::shared_ptr<F> future) : future_(std::move(future)) {}
  bool await_ready() const { return future_->done(); }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> body) {
    leaf_.suspend(body, future_);
  }
  typename F::ResultType await_resume() {
    leaf_.raise_error();
    if (!future_->done()) throw errors::RuntimeError("await wasn't used with future");
    return future_->result();
  }

 private:
  std::shared_ptr<F> future_;
  Leaf leaf_;
};

template <std::derived_from<FutureBase> F>
auto operator co_await(std::shared_ptr<F> future) {
  return FutureAwaiter<F>(std::move(future));
}

}  // namespace asyncio
