/// asyncio.Semaphore: at most so many tasks inside as there are permits; waiting ones get a permit
/// in the order of their requests, and nobody overtakes them. BoundedSemaphore has never more
/// permits than at its start. Outlives those who wait for it. Errors: ValueError for a negative
/// start and for a release beyond the bound. The loop's thread alone. Claims: asyncio.semaphore.*
#pragma once

#include <cstdint>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/hold.h"
#include "impl/asyncio/waiters.h"

namespace asyncio {

class Semaphore {
 public:
  explicit Semaphore(std::int64_t value = 1);
  Semaphore(const Semaphore&) = delete;
  Semaphore& operator=(const Semaphore&) = delete;
  virtual ~Semaphore() = default;

  Coroutine<> acquire();
  virtual void release();
  /// True where an acquire would have to wait.
  bool locked() const { return value_ == 0 || !waiters_.all_cancelled(); }
  Coroutine<Hold<Semaphore>> hold();

 protected:
  std::int64_t value() const { return value_; }

 private:
  void wake_next();

  std::int64_t value_;
  Waiters waiters_;
};

class BoundedSemaphore final : public Semaphore {
 public:
  explicit BoundedSemaphore(std::int64_t value = 1) : Semaphore(value), bound_(value) {}
  void release() override;

 private:
  const std::int64_t bound_;
};

}  // namespace asyncio
