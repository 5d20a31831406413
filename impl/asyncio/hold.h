/// A primitive that is held for a scope, what `async with` is in Python:
///
///     const auto held = co_await lock.hold();
///
/// The primitive outlives it. The loop's thread alone.
#pragma once

#include <exception>
#include <utility>

#include "impl/errors/unraisable.h"

namespace asyncio {

template <class Primitive>
class [[nodiscard]] Hold {
 public:
  explicit Hold(Primitive& held) : held_(&held) {}
  Hold(Hold&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Hold& operator=(Hold&&) = delete;
  ~Hold() {
    if (held_ == nullptr) return;
    try {
      held_->release();
    } catch (...) {
      errors::report_unraisable(std::current_exception(), "leaving a held scope");
    }
  }

 private:
  Primitive* held_;
};

}  // namespace asyncio
