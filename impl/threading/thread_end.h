/// What a thread leaves behind in objects that outlive it, and lets go when it ends.
#pragma once

#include <memory>

namespace threading {

class PerThread {
 public:
  virtual ~PerThread() = default;
  /// Lets go of what belongs to the calling thread.
  virtual void drop() noexcept = 0;
};

/// Calls `owner->drop()` at the end of the calling thread, where `owner` is still there: before any
/// `thread_local` is destroyed that the thread had when it first called this.
void drop_at_thread_end(std::weak_ptr<PerThread> owner);

}  // namespace threading
