#include "impl/asyncio/timer_heap.h"

namespace asyncio {
namespace {

/// As CPython's loop: fewer are not worth it.
constexpr std::size_t many = 100;

}  // namespace

void TimerHeap::remove_dropped() {
  if (entries_.size() > many && 2 * dropped_ > entries_.size()) {
    std::vector<Entry> kept;
    kept.reserve(entries_.size() - dropped_);
    for (auto& entry : entries_) {
      if (!entry.timer->dropped_)
        kept.push_back(std::move(entry));
      else
        forget(*entry.timer);
    }
    std::ranges::make_heap(kept, Later());
    entries_.swap(kept);
  } else {
    while (!entries_.empty() && entries_.front().timer->dropped_) pop();
  }
}

void TimerHeap::clear() {
  const auto dropped = std::exchange(entries_, {});
  for (const auto& entry : dropped) forget(*entry.timer);
}

}  // namespace asyncio
