#include "impl/asyncio/timer_heap.h"

namespace asyncio {
namespace {

/// As CPython's loop: fewer are not worth it.
constexpr std::size_t many = 100;

}  // namespace

void TimerHeap::remove_dropped() {
  if (entries_.size() > many && 2 * dropped_ > entries_.size()) {
    std::vector<Entry> left;
    left.reserve(entries_.size() - dropped_);
    std::vector<TimerPointer> dropped;
    dropped.reserve(dropped_);
    for (const auto& entry : entries_) {
      if (entry.timer->dropped_) {
        dropped.push_back(take(*entry.timer));
      } else {
        left.push_back(entry);
      }
    }
    std::ranges::make_heap(left, Later());
    entries_.swap(left);
  } else {
    while (!entries_.empty() && entries_.front().timer->dropped_) pop();
  }
}

void TimerHeap::clear() {
  for (const auto& entry : std::exchange(entries_, {})) take(*entry.timer);
}

}  // namespace asyncio
