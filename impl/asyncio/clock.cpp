#include "impl/asyncio/clock.h"

#include <algorithm>

namespace asyncio {
namespace {

class RealClock final : public Clock {
 public:
  Seconds now() const override { return std::chrono::steady_clock::now().time_since_epoch(); }

  std::optional<Events> wait(std::optional<Seconds> deadline, bool, Poller& poller) override {
    std::optional<std::chrono::nanoseconds> limit;
    if (deadline) limit = until(*deadline);
    return poller.poll(limit);
  }

 private:
  /// At most a day at once, which fits in every unit; the loop asks again. Rounded up: never early.
  std::chrono::nanoseconds until(Seconds deadline) const {
    const Seconds left = std::clamp(deadline - now(), Seconds(0), Seconds(std::chrono::hours(24)));
    return std::chrono::ceil<std::chrono::nanoseconds>(left);
  }
};

class VirtualClock final : public Clock {
 public:
  Seconds now() const override { return now_; }

  std::optional<Events> wait(std::optional<Seconds> deadline, bool expected,
                             Poller& poller) override {
    if (expected) return poller.poll({});
    if (poller.watches_any()) {
      auto events = poller.poll(deadline ? ready_now : std::nullopt);
      if (!deadline || !events.empty() || poller.woken()) return events;
    }
    if (!deadline) return std::nullopt;
    now_ = std::max(now_, *deadline);
    return Events();
  }

 private:
  static constexpr std::optional ready_now{std::chrono::nanoseconds(0)};

  Seconds now_{0};
};

}  // namespace

std::unique_ptr<Clock> real_clock() { return std::make_unique<RealClock>(); }
std::unique_ptr<Clock> virtual_clock() { return std::make_unique<VirtualClock>(); }

}  // namespace asyncio
