/// asyncio.Event: a flag that tasks wait for. Setting it wakes all who wait; while it is set nobody
/// waits, and gives nobody else a turn. Outlives those who wait for it. The loop's thread alone.
/// Claims: asyncio.event.*
#pragma once

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/waiters.h"

namespace asyncio {

class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  Coroutine<> wait();
  void set();
  void clear() { set_ = false; }
  bool is_set() const { return set_; }

 private:
  bool set_ = false;
  Waiters waiters_;
};

}  // namespace asyncio
