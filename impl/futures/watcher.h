/// One who waits for several futures at once, told by each when it is done. Thread safety: `tell`
/// from any thread, under the lock of the future that is done; the rest from the one who waits.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

#include "impl/threading/lock.h"
#include "impl/threading/wait_queue.h"

namespace futures {

class FutureBase;
using FuturePointer = std::shared_ptr<FutureBase>;

class Watcher {
 public:
  void tell(FuturePointer future, bool failed);

  /// Waits until it was told of `wanted` futures since the last `take`, or of one that failed where
  /// it stops at errors, or the deadline has passed.
  void wait(std::size_t wanted, bool stops_at_error, threading::Deadline deadline);
  /// What it was told, in that order.
  std::vector<FuturePointer> take();

 private:
  bool has_enough() const { return told_.size() >= wanted_ || (stops_at_error_ && failed_); }

  threading::Lock lock_;
  std::vector<FuturePointer> told_;
  bool failed_ = false;
  std::size_t wanted_ = std::numeric_limits<std::size_t>::max();
  bool stops_at_error_ = false;
  threading::WaitQueue waiting_;
};

}  // namespace futures
