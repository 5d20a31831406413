/// What a loop has in its queue of ready work: callbacks and the steps of tasks. The loop's thread
/// alone.
#pragma once

#include <memory>

namespace asyncio {

class FutureBase;
class Runnable;
using RunnablePointer = std::shared_ptr<Runnable>;

class Runnable {
 public:
  Runnable() = default;
  Runnable(const Runnable&) = delete;
  Runnable& operator=(const Runnable&) = delete;
  virtual ~Runnable() = default;

  /// Its turn. `self` is the queue's reference, which it may take over: to wait, or to queue again.
  virtual void run(RunnablePointer&& self) = 0;
  /// The future that it waits for is done and puts it into the queue next.
  virtual void completing(FutureBase&) {}
};

}  // namespace asyncio
