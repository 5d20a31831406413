/// Python's concurrent.futures.ThreadPoolExecutor: runs jobs on at most `max_workers` threads.
///
///     ThreadPoolExecutor pool({.max_workers = 4});
///     const auto future = pool.submit([](int x) { return x * x; }, 5);
///     use(future->result());
///     pool.shutdown();
///
/// `submit` never waits; jobs begin in the order of submission. A thread is started by a submit
/// that finds none idle. What comes before a submit happens before its job. A job's error is in its
/// future, and asked by nobody it is silent. After `shutdown` nothing is taken, and what was taken
/// is finished (or, with `cancel_futures`, cancelled where it has not begun); with `wait` it
/// returns when all threads have ended. Leaving the pool out of scope is a shutdown that does not
/// wait; threading::shutdown waits for it. Errors: ValueError for a count of workers below one;
/// RuntimeError for submitting after shutdown; BrokenThreadPool once an initializer failed, for
/// what was queued too. Thread safety: all of it. Claims: futures.executor.*, futures.shutdown.*,
/// futures.submit.*
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

#include "impl/functional/map.h"
#include "impl/futures/map_results.h"
#include "impl/futures/pools.h"

namespace futures {

class ThreadPoolExecutor {
 public:
  explicit ThreadPoolExecutor(PoolOptions options = {}) : pool_(make_pool(std::move(options))) {}
  ThreadPoolExecutor(const ThreadPoolExecutor&) = delete;
  ThreadPoolExecutor& operator=(const ThreadPoolExecutor&) = delete;
  ~ThreadPoolExecutor() { shutdown(false); }

  /// Calls `function` with copies of the arguments.
  template <class Function, class... Args>
    requires std::invocable<Function&, Args...>
  auto submit(Function function, Args... args) {
    if constexpr (sizeof...(Args) > 0) {
      return submit(
          [function = std::move(function), ... args = std::move(args)]() mutable -> decltype(auto) {
            return std::invoke(function, std::move(args)...);
          });
    } else {
      using T = std::decay_t<std::invoke_result_t<Function&>>;
      auto job = std::make_shared<Job<T, Function>>(std::move(function));
      pool_->submit(job);
      return SharedFuture<T>(std::move(job));
    }
  }

  /// Python's map: takes all rows of the iterables at once, to the end of the shortest, and submits
  /// them; the results come lazily. The time counts from the call.
  template <class Function, class... Iterables>
  auto map(Timeout timeout, Function function, Iterables&&... iterables) {
    const Deadline deadline = threading::deadline_after(timeout);
    auto submissions = functional::map([&](auto... row)
                                         requires std::invocable<Function&, decltype(row)...>
                                       { return submit(function, std::move(row)...); },
                                       std::forward<Iterables>(iterables)...);
    using Submitted = typename decltype(submissions)::value_type;
    std::deque<Submitted> futures;
    while (auto future = submissions.next()) futures.push_back(std::move(*future));
    return MapResults<typename Submitted::element_type::ResultType>(std::move(futures), deadline);
  }
  template <class Function, class... Iterables>
    requires(!std::convertible_to<Function, Timeout>)
  auto map(Function function, Iterables&&... iterables) {
    return map(Timeout(), std::move(function), std::forward<Iterables>(iterables)...);
  }

  void shutdown(bool wait = true, bool cancel_futures = false) {
    pool_->shutdown(wait, cancel_futures);
  }

 private:
  const std::shared_ptr<Pool> pool_;
};

}  // namespace futures
