#include "impl/threading/wait_queue.h"

namespace threading {

bool WaitQueue::Waiter::sleep_until(Deadline deadline) noexcept {
  while (told.load(std::memory_order_acquire) == 0) {
    if (!park_until(told, 0, deadline)) return told.load(std::memory_order_acquire) != 0;
  }
  return true;
}

void WaitQueue::Wakeups::wake() noexcept {
  for (Waiter* waiter = first_; waiter != nullptr;) {
    const ParkWord* const word = &waiter->told;
    Waiter* const next = waiter->next;
    waiter->told.store(1, std::memory_order_release);  // from here on the waiter may be gone
    unpark_one(word);
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
