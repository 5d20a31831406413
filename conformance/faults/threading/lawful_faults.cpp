// Time may pass anywhere: tried on every chapter.
#include <chrono>
#include <random>
#include <thread>

#include "conformance/faults/fault.h"
#include "conformance/native/registry.h"

namespace touchstone::faults {
namespace {

void delay_at_random() {
  thread_local std::minstd_rand dice{std::random_device{}()};
  constexpr double kShare = 0.3;
  if (std::uniform_real_distribution<>(0, 1)(dice) >= kShare) return;
  std::this_thread::sleep_for(
      std::chrono::microseconds(std::uniform_int_distribution<>(0, 10'000)(dice)));
}

const Faults threading_lawful_faults{
    {"threading.random-delay",
     "A delay at random before events of every thread.",
     {},
     [](native::Registry& registry) { registry.before_event = delay_at_random; },
     FaultKind::lawful},
};

}  // namespace
}  // namespace touchstone::faults
