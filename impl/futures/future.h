/// Python's concurrent.futures.Future, with a result of type T (void: none). All of it as
/// FutureBase. Claims: futures.set-result.*, futures.set-exception.*
#pragma once

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "impl/futures/future_base.h"

namespace futures {

template <class T>
class Future : public FutureBase {
 public:
  using ResultType = T;
  /// What is kept: a monostate for void.
  using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

  /// Waits for the end; every call gives the same result, or throws the same error.
  const Stored& result(Timeout timeout = {}) {
    require_result(timeout);
    return *result_;  // NOLINT(bugprone-unchecked-optional-access): there is one or an error
  }
  void set_result(Stored result)
    requires(!std::is_void_v<T>)
  {
    store(std::move(result));
  }
  void set_result()
    requires std::is_void_v<T>
  {
    store({});
  }

 private:
  void store(Stored result) {
    finish([&] { result_.emplace(std::move(result)); });
  }

  std::optional<Stored> result_;
};

template <class T>
using SharedFuture = std::shared_ptr<Future<T>>;

}  // namespace futures
