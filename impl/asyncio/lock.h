/// asyncio.Lock: mutual exclusion between tasks. Not reentrant. Waiting tasks get it in the order
/// of their requests; one that is cancelled is passed over. Taking a free one gives nobody else a
/// turn. Outlives those who wait for it. Errors: RuntimeError for the release of a free one. The
/// loop's thread alone. Claims: asyncio.lock.*
#pragma once

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/hold.h"
#include "impl/asyncio/waiters.h"

namespace asyncio {

class Lock {
 public:
  Lock() = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  Coroutine<> acquire();
  void release();
  bool locked() const { return locked_; }
  Coroutine<Hold<Lock>> hold();

 private:
  void wake_first();

  bool locked_ = false;
  Waiters waiters_;
};

}  // namespace asyncio
