/// How scenarios of this chapter let tasks go on as far as they can.
#pragma once

#include <string>
#include <string_view>

#include "conformance/scenario/parse.h"

namespace touchstone {

constexpr std::string_view kSettle = R"(
async def settle():
    for _ in range(100):
        await asyncio.sleep(0)
)";

/// The scenario with `await settle()` for its use: what can go on without time, I/O or another
/// thread has then gone on.
///
/// How fast anything runs does not matter: a sleep of zero ends when all that was ready has had its
/// turn, in whatever order (asyncio.sleep.zero-yields-once), so n turns suffice for n wake-ups of
/// which each makes the next one ready. The longest chain has forty-five (asyncio.queue.fifo, which
/// settles three times), the others have fewer than twenty: a loop may take five turns for each.
inline std::string with_settle(std::string_view text) {
  return std::string(kSettle) + scenario::dedent(text);
}

}  // namespace touchstone
