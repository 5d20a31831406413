/// What the peers in C++ share: how they are asked, and the sizes that python_peer.py has too.
///
/// An operation is measured from within the loop, so that starting and closing it does not count.
/// It tells how much of its work was seen done: that has to be all of it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "tools/bench/asyncio/process.h"

namespace touchstone::bench {

/// `figure`: nanoseconds of CPU time, or bytes.
struct Outcome {
  std::int64_t figure;
  std::size_t done;
};

using Operations = std::map<std::string, std::function<Outcome(std::size_t count)>>;

/// Answers the lines of stdin as PeerProcess asks, until there are no more; the exit code. Says on
/// stderr what it cannot answer, and ends there.
int serve(const Operations& operations);

/// How many are gathered at once.
inline constexpr std::size_t kGathered = 10'000;

/// The delay of a timer, in no order: 1 ms to 10 ms, less than it takes to set so many.
inline std::chrono::microseconds delay_of(std::size_t timer) {
  return std::chrono::microseconds(1000 + timer * 7919 % 9000);
}
inline constexpr std::chrono::hours kFarAway{1};

class CpuStopwatch {
 public:
  std::int64_t elapsed() const { return cpu_nanoseconds() - begin_; }

 private:
  std::int64_t begin_ = cpu_nanoseconds();
};

}  // namespace touchstone::bench
