/// A callback that a loop will run, and the right to cancel it. The loop's thread alone.
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace asyncio {

class Handle {
 public:
  explicit Handle(std::function<void()> callback) : callback_(std::move(callback)) {}

  /// The callback never runs; what it holds is let go now.
  void cancel() {
    cancelled_ = true;
    const auto dropped = std::exchange(callback_, nullptr);
  }
  bool cancelled() const { return cancelled_; }
  void run() {
    if (const auto callback = std::exchange(callback_, nullptr)) callback();
  }

 private:
  std::function<void()> callback_;
  bool cancelled_ = false;
};

using HandlePointer = std::shared_ptr<Handle>;

}  // namespace asyncio
