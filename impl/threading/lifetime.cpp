#include "impl/threading/lifetime.h"

#include <unistd.h>

namespace threading {

bool Lifetime::begin() {
  std::uint32_t expected = fresh;
  return state_.compare_exchange_strong(expected, alive, std::memory_order_acq_rel);
}

void Lifetime::take_back() {
  state_.store(fresh, std::memory_order_release);
  unpark_all(&state_);
  unpark_all(&native_id_);
}

void Lifetime::arrive() {
  ident_.store(get_ident(), std::memory_order_relaxed);
  native_id_.store(static_cast<std::uint32_t>(gettid()), std::memory_order_release);
  unpark_all(&native_id_);
}

void Lifetime::end() {
  state_.store(over, std::memory_order_release);
  unpark_all(&state_);
}

bool Lifetime::wait_for_end(Deadline deadline) const {
  while (running()) {
    if (!park_until(state_, alive, deadline)) return !running();
  }
  return true;
}

std::uint32_t Lifetime::arrival() const {
  std::uint32_t id = 0;
  while ((id = native_id_.load(std::memory_order_acquire)) == 0 && started()) park(native_id_, 0);
  return id;
}

std::optional<Ident> Lifetime::ident() const {
  if (arrival() == 0) return std::nullopt;
  return ident_.load(std::memory_order_relaxed);
}

std::optional<pid_t> Lifetime::native_id() const {
  const std::uint32_t id = arrival();
  if (id == 0) return std::nullopt;
  return static_cast<pid_t>(id);
}

}  // namespace threading
