/// What an executor's queue holds: a future and the call that gives its outcome, in one piece of
/// memory.
#pragma once

#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "impl/futures/future.h"

namespace futures {

class Work {
 public:
  virtual ~Work() = default;
  /// Makes the call and sets the outcome; nothing where it was cancelled.
  virtual void run() = 0;
  virtual FutureBase& future() = 0;
};

/// The function and what it holds are destroyed before the outcome is out.
template <class T, class Function>
class Job final : public Future<T>, public Work {
 public:
  explicit Job(Function function) : function_(std::in_place, std::move(function)) {}

  void run() override {
    if (this->set_running_or_notify_cancel()) {
      call();
    } else {
      function_.reset();
    }
  }
  FutureBase& future() override { return *this; }

 private:
  void call() try {
    if constexpr (std::is_void_v<T>) {
      (*function_)();
      function_.reset();
      this->set_result();
    } else {
      T result = (*function_)();
      function_.reset();
      this->set_result(std::move(result));
    }
  } catch (...) {
    function_.reset();
    this->set_exception(std::current_exception());
  }

  std::optional<Function> function_;
};

}  // namespace futures
