/// What an executor's `map` gives: the results in the order of the inputs, waited for one by one,
/// in one pass.
///
/// An error of a job, and a TimeoutError where a result was not there by the deadline, comes at its
/// place and ends the iteration; so does giving it up half-way. Jobs that have not begun are then
/// cancelled; those of an iteration that never began are not. Thread safety: one thread at a time.
/// Claims: futures.map.*
#pragma once

#include <deque>
#include <optional>
#include <utility>

#include "impl/functional/pull_range.h"
#include "impl/futures/future.h"

namespace futures {

template <class T>
class MapResults : public functional::PullRange<MapResults<T>> {
 public:
  using value_type = typename Future<T>::Stored;

  MapResults(std::deque<SharedFuture<T>> futures, Deadline deadline)
      : futures_(std::move(futures)), deadline_(deadline) {}
  MapResults(MapResults&&) noexcept = default;
  MapResults& operator=(MapResults&&) = delete;
  ~MapResults() {
    if (begun_) give_up();
  }

  std::optional<value_type> next() {
    begun_ = true;
    if (futures_.empty()) return std::nullopt;
    try {
      if (!futures_.front()->wait_until(deadline_)) throw TimeoutError("");
      std::optional<value_type> result = futures_.front()->result();
      futures_.pop_front();
      return result;
    } catch (...) {
      give_up();
      throw;
    }
  }

 private:
  void give_up() {
    for (const auto& future : std::exchange(futures_, {})) future->cancel();
  }

  std::deque<SharedFuture<T>> futures_;
  Deadline deadline_;
  bool begun_ = false;
};

}  // namespace futures
