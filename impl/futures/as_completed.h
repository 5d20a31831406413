/// concurrent.futures.as_completed: futures as they end, of one type of result or, as FutureBase,
/// of several.
///
///     for (const auto& future : futures::as_completed(jobs)) use(future->result());
///
/// First those that were done at the call, in the order given; then each when it ends, in the order
/// in which they do. A future given twice comes once; what was given is let go as it comes. The
/// time counts from the call: where it is over with none ready, a TimeoutError says how many are
/// left, which run on, and the iteration has ended. A cancelled one counts as in `wait`. Other
/// errors: as `deadline_after`. Thread safety: one thread at a time. Claims: futures.as-completed.*
#pragma once

#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "impl/functional/pull_range.h"
#include "impl/futures/wait.h"
#include "impl/futures/watching.h"

namespace futures {

template <class F>
class AsCompleted : public functional::PullRange<AsCompleted<F>> {
 public:
  using value_type = std::shared_ptr<F>;

  AsCompleted(const std::vector<std::shared_ptr<F>>& futures, Timeout timeout)
      : deadline_(threading::deadline_after(timeout)),
        count_(futures.size()),
        watching_(std::make_unique<Watching>()) {
    add(watching_->watch({futures.begin(), futures.end()}));
  }

  std::optional<value_type> next() {
    if (ready_.empty() && watching_ && watching_->pending() > 0) pull();
    if (ready_.empty()) return std::nullopt;
    auto future = std::static_pointer_cast<F>(std::move(ready_.front()));
    ready_.pop_front();
    return future;
  }

 private:
  void pull() {
    watching_->wait(1, false, deadline_);
    add(watching_->take());
    if (!ready_.empty()) return;
    const auto watching = std::exchange(watching_, nullptr);
    throw TimeoutError(std::to_string(watching->pending()) + " (of " + std::to_string(count_) +
                       ") futures unfinished");
  }
  void add(std::vector<FuturePointer> futures) {
    std::ranges::move(futures, std::back_inserter(ready_));
  }

  Deadline deadline_;
  std::size_t count_;
  std::unique_ptr<Watching> watching_;
  std::deque<FuturePointer> ready_;
};

template <class F>
AsCompleted<F> as_completed(std::vector<std::shared_ptr<F>> futures, Timeout timeout = {}) {
  return AsCompleted<F>(distinct(std::move(futures)), timeout);
}

}  // namespace futures
