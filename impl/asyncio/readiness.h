/// The callbacks of a loop for descriptors: one for reading, one for writing each. The loop's
/// thread alone. Errors: as Poller.
#pragma once

#include <functional>
#include <unordered_map>

#include "impl/asyncio/handle.h"
#include "impl/asyncio/poller.h"

namespace asyncio {

/// Of a callback that runs each time its descriptor is ready.
class ReadinessHandle final : public Handle {
 public:
  explicit ReadinessHandle(std::function<void()> callback)
      : callback_(std::make_shared<const std::function<void()>>(std::move(callback))) {}

  void run(RunnablePointer&&) override {
    if (const auto callback = callback_) (*callback)();
  }

 private:
  void release() override { callback_.reset(); }

  std::shared_ptr<const std::function<void()>> callback_;
};

class Readiness {
 public:
  enum class Direction { reading, writing };

  explicit Readiness(Poller& poller) : poller_(poller) {}

  /// In the place of the one that is there, which is cancelled.
  HandlePointer add(int descriptor, Direction direction, std::function<void()> callback);
  /// False where there is none.
  bool remove(int descriptor, Direction direction);
  /// Calls `enqueue` with each handle that is concerned.
  template <class Enqueue>
  void dispatch(const std::vector<Poller::Event>& events, Enqueue enqueue) {
    for (const auto& event : events) {
      const auto found = watches_.find(event.descriptor);
      if (found == watches_.end()) continue;
      const Watch watch = found->second;
      if (event.ready.reading && watch.reading) enqueue(watch.reading);
      if (event.ready.writing && watch.writing) enqueue(watch.writing);
    }
  }
  void clear();

 private:
  struct Watch {
    HandlePointer reading;
    HandlePointer writing;
    Poller::Interest interest() const { return {reading != nullptr, writing != nullptr}; }
    HandlePointer& at(Direction direction) {
      return direction == Direction::reading ? reading : writing;
    }
  };

  HandlePointer exchange(int descriptor, Direction direction, HandlePointer handle);

  Poller& poller_;
  std::unordered_map<int, Watch> watches_;
};

}  // namespace asyncio
