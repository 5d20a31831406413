/// Several futures under one watcher, to its end: which are done, and which come to be. Those are
/// let go.
#pragma once

#include <unordered_map>
#include <vector>

#include "impl/futures/future_base.h"
#include "impl/futures/watcher.h"

namespace futures {

class Watching {
 public:
  Watching() = default;
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;
  ~Watching();

  /// Begins, once, with `futures`, which are distinct; gives those that are done already, in that
  /// order.
  std::vector<FuturePointer> watch(const std::vector<FuturePointer>& futures);
  std::size_t pending() const { return pending_.size(); }

  /// As Watcher::wait.
  void wait(std::size_t wanted, bool stops_at_error, Deadline deadline) {
    watcher_.wait(wanted, stops_at_error, deadline);
  }
  /// Those that have ended since the last call, in the order in which they did; pending no more.
  std::vector<FuturePointer> take();

 private:
  Watcher watcher_;
  std::unordered_map<const FutureBase*, FuturePointer> pending_;
};

}  // namespace futures
