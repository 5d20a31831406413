/// A callback that a loop will run, and the right to cancel it. The loop's thread alone.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "impl/asyncio/context.h"
#include "impl/asyncio/timer_heap.h"

namespace asyncio {

class Handle : public Timer {
 public:
  /// The callback never runs; what it holds is let go now.
  void cancel() {
    drop();
    release();
  }
  bool cancelled() const { return dropped(); }

 private:
  virtual void release() = 0;
};

using HandlePointer = std::shared_ptr<Handle>;

/// Of a callback that runs once.
template <class Function>
class CallbackHandle final : public Handle {
 public:
  explicit CallbackHandle(Function function) : function_(std::move(function)) {}

  void run(RunnablePointer&&) override {
    if (!function_) return;
    std::optional<Function> function(std::move(function_));
    function_.reset();
    const Context::Scope scope(context_);
    (*function)();
  }

 private:
  void release() override { function_.reset(); }

  std::optional<Function> function_;
  ContextPointer context_ = Context::copy_current();
};

}  // namespace asyncio
