#include "tools/bench/impl/stopwatch.h"

#include <latch>
#include <thread>

namespace touchstone::bench {

Nanoseconds timed_together(const std::vector<std::function<void()>>& works) {
  std::latch ready(static_cast<std::ptrdiff_t>(works.size()));
  std::latch go(1);
  std::vector<std::jthread> threads;
  for (const auto& work : works) {
    threads.emplace_back([&] {
      ready.count_down();
      go.wait();
      work();
    });
  }
  ready.wait();
  return timed([&] {
    go.count_down();
    threads.clear();
  });
}

}  // namespace touchstone::bench
