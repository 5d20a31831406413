/// Python's threading.Timer: a thread that calls a function after some seconds, unless it is
/// cancelled before. Errors of the function as in any thread.
#pragma once

#include <functional>

#include "impl/threading/event.h"
#include "impl/threading/thread.h"

namespace threading {

class Timer : public Thread {
 public:
  Timer(Seconds interval, std::function<void()> function)
      : interval_(interval), function_(std::move(function)) {}

  /// Nothing happens where the function runs or has run already.
  void cancel() { finished_.set(); }

  void run() override {
    if (!finished_.wait(interval_)) function_();
    finished_.set();
  }

 private:
  const Seconds interval_;
  const std::function<void()> function_;
  Event finished_;
};

}  // namespace threading
