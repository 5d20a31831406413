/// Sleep of a thread on a word of memory (the system's futex), the one thing that everything here
/// waits with.
///
/// A thread that parks sleeps only where the word still holds what it expects, so that a change
/// followed by an unpark is never missed. It may wake without cause: callers look at the word
/// again. Unparking only names the address and does not touch the memory: the word may be gone.
/// Within one process.
#pragma once

#include <atomic>
#include <cstdint>

#include "impl/threading/deadline.h"

namespace threading {

using ParkWord = std::atomic<std::uint32_t>;

void park(const ParkWord& word, std::uint32_t expected) noexcept;
/// False where the deadline passed without a wake-up.
bool park_until(const ParkWord& word, std::uint32_t expected, Deadline deadline) noexcept;
void unpark_one(const ParkWord* word) noexcept;
void unpark_all(const ParkWord* word) noexcept;

}  // namespace threading
