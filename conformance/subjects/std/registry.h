/// The C++ standard library as a subject: its types under Python's names, as they are. What it does
/// not have is not bound. A call that it leaves undefined is not made: NotOffered is raised
/// instead. subject.toml tells what differs from Python, and why.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>

#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"

namespace touchstone::standard {

using native::arg;
using native::Value;

struct NotOffered : std::logic_error {
  using std::logic_error::logic_error;
};

/// None: without limit.
using Timeout = std::optional<std::chrono::nanoseconds>;

/// The library adds it to the clock's time, which must not overflow.
inline std::chrono::nanoseconds bounded(std::chrono::nanoseconds time) {
  constexpr std::chrono::nanoseconds century = std::chrono::hours(24 * 365 * 100);
  return std::clamp(time, -century, century);
}

void bind_locks(native::Registry& registry);
void bind_threads(native::Registry& registry);
void bind_futures(native::Registry& registry);
void bind_functional(native::Registry& registry);

}  // namespace touchstone::standard
