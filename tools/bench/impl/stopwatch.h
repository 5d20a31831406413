/// Times a piece of work: on this thread, or on several that are let go together.
#pragma once

#include <chrono>
#include <functional>
#include <vector>

namespace touchstone::bench {

using Nanoseconds = std::chrono::nanoseconds;

template <class Work>
Nanoseconds timed(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::steady_clock::now() - begin;
}

/// From the moment when all threads are there to the end of the last, its join included.
Nanoseconds timed_together(const std::vector<std::function<void()>>& works);

}  // namespace touchstone::bench
