/// For tests: a thread that runs already.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "impl/threading/thread.h"

namespace threading {

inline ThreadPointer start(std::function<void()> target, ThreadOptions options = {}) {
  auto thread = std::make_shared<Thread>(std::move(target), std::move(options));
  thread->start();
  return thread;
}

}  // namespace threading
