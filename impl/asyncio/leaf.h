/// The end of a chain of awaits: where a coroutine hands a future, or nothing for one turn of the
/// loop, to whoever drives it. In the coroutines of this folder, and in the bodies of async
/// generators.
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <utility>

#include "impl/asyncio/chain.h"
#include "impl/asyncio/future_base.h"
#include "impl/generators/native_body.h"

namespace asyncio {

class Leaf {
 public:
  /// `future` is kept by the awaiter, which is in the body.
  template <class Promise>
  void suspend(std::coroutine_handle<Promise> body, const FuturePointer& future) {
    if constexpr (requires { body.promise().chain(); }) {
      chain_ = &body.promise().chain();
      chain_->wait_for(future.get());
    } else {
      door_ = &body.promise();
      body.promise().stop_at(generators::Awaited<FuturePointer>{future});
    }
  }
  /// Of a resumed body: the error to raise there, null where there is none.
  std::exception_ptr take_error() {
    if (chain_ != nullptr) return std::exchange(chain_, nullptr)->take_error();
    if (door_ == nullptr) return nullptr;
    try {
      std::exchange(door_, nullptr)->take();
    } catch (...) {
      return std::current_exception();
    }
    return nullptr;
  }
  void raise_error() {
    if (auto error = take_error()) std::rethrow_exception(std::move(error));
  }

 private:
  Chain* chain_ = nullptr;
  generators::InputDoor<generators::Nothing>* door_ = nullptr;
};

/// Waits without a look at how the future ends: gives the error that the body was resumed with.
class Pass {
 public:
  explicit Pass(FuturePointer future) : future_(std::move(future)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> body) {
    leaf_.suspend(body, future_);
  }
  std::exception_ptr await_resume() { return leaf_.take_error(); }

 private:
  FuturePointer future_;
  Leaf leaf_;
};

}  // namespace asyncio
