/// For tests: several threads that begin at the same time, joined at the end. Made of the standard
/// library alone, so that it does not rest on what is tested.
#pragma once

#include <latch>
#include <thread>
#include <vector>

namespace threading {

template <class Body>
void together(int count, Body body) {
  std::latch start(count);
  std::vector<std::jthread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&start, &body, i] {
      start.arrive_and_wait();
      body(i);
    });
  }
}

}  // namespace threading
