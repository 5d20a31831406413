/// Python's threading.Event: a flag that threads wait for. It stays set until it is cleared, and a
/// set releases all who wait at that time, also where a clear follows at once. What was done before
/// `set` happens before what follows the wait that it ends, and by then the event may be destroyed.
/// Errors: as `deadline_after`. Claims: threading.event.*
#pragma once

#include "impl/threading/lock.h"
#include "impl/threading/wait_queue.h"

namespace threading {

class Event {
 public:
  bool is_set() const;
  void set();
  void clear();
  /// True where it was set, false where the time was over.
  bool wait(Timeout timeout = {});

 private:
  mutable Lock lock_;
  bool set_ = false;
  WaitQueue waiting_;
};

}  // namespace threading
