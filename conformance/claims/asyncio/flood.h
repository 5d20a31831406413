/// More bytes than a connection holds while nobody reads, whatever the settings of the machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/check/trial.h"
#include "conformance/scenario/parse.h"

namespace touchstone {

/// A writer who drains after every 16 KiB comes to a stop after 240 KiB at most: 64 that the writer
/// may hold without a wait and 16 on top; 16 in a narrow pair (Linux doubles the size that it is
/// asked for, and sends a part while less than that is held); 128 in a reader, twice its limit, and
/// on top what one receive finds, 16. A flood is more than four times as much.
constexpr std::int64_t kFlood = 1024 * 1024;

constexpr std::string_view kNarrowPair = R"(
def narrow_pair():
    near, far = socket.socketpair()
    near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    return near, far
)";

/// The scenario with `flood`, a number of bytes, for its use, and with `narrow_pair()`: two
/// connected sockets that hold far less of it on the way from the first to the second.
inline std::string with_flood(Trial& trial, std::string_view text) {
  trial.bind("flood", kFlood);
  return std::string(kNarrowPair) + scenario::dedent(text);
}

}  // namespace touchstone
