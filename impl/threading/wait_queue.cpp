#include "impl/threading/wait_queue.h"

#include <sched.h>

namespace threading {

/// A wake-up that is on its way costs a turn of the CPU; a sleep costs the kernel two switches.
bool WaitQueue::Waiter::is_told_soon() const noexcept {
  for (int turn = 0; turn < turns_before_sleep; ++turn) {
    if (state.load(std::memory_order_acquire) == told) return true;
    sched_yield();
  }
  return false;
}

bool WaitQueue::Waiter::sleep_until(Deadline deadline) noexcept {
  if (deadline != passed && is_told_soon()) return true;
  std::uint32_t seen = awake;
  state.compare_exchange_strong(seen, asleep, std::memory_order_acquire);
  while (state.load(std::memory_order_acquire) != told) {
    if (!park_until(state, asleep, deadline)) return state.load(std::memory_order_acquire) == told;
  }
  return true;
}

void WaitQueue::Wakeups::wake() noexcept {
  for (Waiter* waiter = first_; waiter != nullptr;) {
    ParkWord* const word = &waiter->state;
    Waiter* const next = waiter->next;
    // From here on the waiter may be gone.
    if (word->exchange(Waiter::told, std::memory_order_release) == Waiter::asleep) unpark_one(word);
    waiter = next;
  }
}

WaitQueue::Wakeups WaitQueue::take_newest() noexcept {
  if (empty()) return {};
  Waiter& newest = *last_;
  remove(newest);
  newest.taken = true;
  return Wakeups(&newest);
}

void WaitQueue::append(Waiter& waiter) noexcept {
  waiter.previous = last_;
  (last_ == nullptr ? first_ : last_->next) = &waiter;
  last_ = &waiter;
}

void WaitQueue::remove(Waiter& waiter) noexcept {
  (waiter.previous == nullptr ? first_ : waiter.previous->next) = waiter.next;
  (waiter.next == nullptr ? last_ : waiter.next->previous) = waiter.previous;
}

WaitQueue::Wakeups WaitQueue::detach(std::size_t count) noexcept {
  Waiter* const first = first_;
  Waiter* last = nullptr;
  while (count > 0 && first_ != nullptr) {
    last = std::exchange(first_, first_->next);
    last->taken = true;
    --count;
  }
  if (last == nullptr) return {};
  last->next = nullptr;
  (first_ == nullptr ? last_ : first_->previous) = nullptr;
  return Wakeups(first);
}

}  // namespace threading
