/// Python's threading.Semaphore: permits that threads take and any thread gives. What was done
/// before a release happens before what follows the acquire that gets its permit. A bounded one
/// refuses to hold more than it began with.
///
/// Errors: ValueError for a negative start, for a release of less than one, for one beyond the
/// bound, and for a timeout of a call that does not block; none of them changes anything; others as
/// `deadline_after`. Claims: threading.semaphore.*
#pragma once

#include <cstdint>
#include <limits>

#include "impl/threading/lock.h"
#include "impl/threading/wait_queue.h"

namespace threading {

class Semaphore {
 public:
  explicit Semaphore(std::int64_t value = 1) : Semaphore(value, unbounded) {}

  /// False where it got no permit: at once where not blocking, else when the time was over.
  bool acquire(bool blocking = true, Timeout timeout = {});
  void release(std::int64_t count = 1);

 protected:
  static constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max();

  Semaphore(std::int64_t value, std::int64_t bound);

 private:
  Lock lock_;
  std::int64_t value_;
  const std::int64_t bound_;
  WaitQueue waiting_;
};

class BoundedSemaphore : public Semaphore {
 public:
  explicit BoundedSemaphore(std::int64_t value = 1) : Semaphore(value, value) {}
};

}  // namespace threading
