/// A timer that does not outlive a scope. The loop's thread alone.
#pragma once

#include <utility>

#include "impl/asyncio/handle.h"

namespace asyncio {

class ScopedTimer {
 public:
  /// Null: none.
  explicit ScopedTimer(HandlePointer handle = nullptr) : handle_(std::move(handle)) {}
  ScopedTimer(const ScopedTimer&) = delete;
  ScopedTimer& operator=(const ScopedTimer&) = delete;
  ~ScopedTimer() { cancel(); }

  void cancel() {
    if (handle_) handle_->cancel();
  }
  void replace(HandlePointer handle) {
    cancel();
    handle_ = std::move(handle);
  }

 private:
  HandlePointer handle_;
};

}  // namespace asyncio
