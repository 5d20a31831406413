// Items that go through a queue, from one thread to another or from two to two; an operation is a
// put and a get. Peer: StandardQueue.
#include <cstdint>

#include "impl/queue/queue.h"
#include "impl/queue/simple_queue.h"
#include "tools/bench/impl/operation.h"
#include "tools/bench/impl/standard_queue.h"

namespace touchstone::bench {
namespace {

using Item = std::uint64_t;
using Ours = queue::Queue<Item>;
using Simple = queue::SimpleQueue<Item>;
using Standard = StandardQueue<Item>;

Nanoseconds pass(auto& queue, std::size_t pairs, std::size_t count) {
  const std::size_t share = (count + pairs - 1) / pairs;
  std::vector<std::function<void()>> works;
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    works.push_back([&queue, share] {
      for (Item item = 0; item < share; ++item) queue.put(item);
    });
    works.push_back([&queue, share] {
      for (Item item = 0; item < share; ++item) queue.get();
    });
  }
  return timed_together(works);
}

template <class Queue, std::size_t pairs>
Nanoseconds unbounded(std::size_t count) {
  Queue queue;
  return pass(queue, pairs, count);
}

template <class Queue, std::size_t pairs>
Nanoseconds bounded(std::size_t count) {
  Queue queue(64);
  return pass(queue, pairs, count);
}

}  // namespace

std::vector<Operation> queue_operations() {
  return {
      {"queue_1_to_1", unbounded<Ours, 1>, unbounded<Standard, 1>},
      {"queue_2_to_2", unbounded<Ours, 2>, unbounded<Standard, 2>},
      {"queue_of_64_1_to_1", bounded<Ours, 1>, bounded<Standard, 1>},
      {"queue_of_64_2_to_2", bounded<Ours, 2>, bounded<Standard, 2>},
      {"simple_queue_1_to_1", unbounded<Simple, 1>, unbounded<Standard, 1>},
      {"simple_queue_2_to_2", unbounded<Simple, 2>, unbounded<Standard, 2>},
  };
}

}  // namespace touchstone::bench
