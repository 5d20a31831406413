#include "conformance/subjects/patience.h"

#include <algorithm>
#include <utility>

namespace touchstone {

using namespace std::chrono_literals;

Patience::Patience(std::chrono::milliseconds deadline, Look look, Time now)
    : deadline_(deadline),
      slice_(std::max<Duration>(deadline_ / slices, 1ms)),
      look_(std::move(look)),
      began_(now),
      looked_(now) {}

void Patience::restart(Time now) {
  began_ = looked_ = now;
  counted_ = 0ns;
  threads_.clear();
}

void Patience::tick(Time now) {
  if (now < next_tick()) return;
  counted_ += std::min(slice_, usable(now - looked_));
  looked_ = now;
}

/// A thread that is runnable at the end has waited whenever it has not run: the kernel books a wait
/// when it is over. Of one that was not there at the last look nothing else is known.
Patience::Duration Patience::usable(Duration passed) {
  Duration ran{0};
  Duration waited{0};
  std::map<std::int64_t, ThreadTimes> threads;
  for (const ThreadTimes& thread : look_()) {
    const auto known = threads_.find(thread.tid);
    const ThreadTimes& before = known == threads_.end() ? thread : known->second;
    const Duration run = std::max<Duration>(thread.ran - before.ran, 0ns);
    const Duration wait = std::max<Duration>(thread.waited - before.waited, 0ns);
    ran += run;
    waited += thread.state == 'R' ? std::max(wait, passed - run) : wait;
    threads.emplace(thread.tid, thread);
  }
  threads_ = std::move(threads);
  return std::max<Duration>({ran, passed - waited, 0ns});
}

bool Patience::is_over(Time now) const {
  return counted_ >= deadline_ || now - began_ >= most_deadlines * deadline_;
}

std::chrono::milliseconds Patience::uncounted(Time now) const {
  return std::chrono::floor<std::chrono::milliseconds>(now - began_ - counted_);
}

}  // namespace touchstone
