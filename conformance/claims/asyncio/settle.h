/// How scenarios of this chapter let tasks go on as far as they can.
#pragma once

#include <string>
#include <string_view>

#include "conformance/check/trial.h"
#include "conformance/scenario/parse.h"

namespace touchstone {

/// On the virtual clock time passes when nothing is ready any more.
constexpr std::string_view kSettleByTime = R"(
async def settle():
    await asyncio.sleep(1 / 1024)
)";

/// A sleep of zero ends when all that was ready has had its turn, in whatever order
/// (asyncio.sleep.zero-yields-once), so n turns suffice for n wake-ups of which each makes the next
/// one ready. The longest chain has forty-five (asyncio.queue.fifo, which settles three times), the
/// others have fewer than twenty: a loop may take five turns for each.
constexpr std::string_view kSettleByTurns = R"(
async def settle():
    for _ in range(100):
        await asyncio.sleep(0)
)";

/// The scenario with `await settle()` for its use: what can go on without time, I/O or another
/// thread has then gone on. How fast anything runs does not matter. The next run uses the virtual
/// clock where it can.
inline std::string with_settle(Trial& trial, std::string_view text) {
  const std::string scenario = scenario::dedent(text);
  if (!trial.has_virtual_clock_for(scenario)) return std::string(kSettleByTurns) + scenario;
  trial.virtual_clock();
  return std::string(kSettleByTime) + scenario;
}

}  // namespace touchstone
