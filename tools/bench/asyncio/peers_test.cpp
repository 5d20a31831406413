#include "tools/bench/asyncio/peers.h"

#include <gtest/gtest.h>

#include <ostream>
#include <stdexcept>

#include "tools/bench/comparison/peer_process.h"

namespace touchstone::bench {

void PrintTo(const Peer& peer, std::ostream* out) { *out << peer.name; }

namespace {

constexpr std::size_t kFew = 51;

class AsyncioPeer : public testing::TestWithParam<Peer> {};

TEST_P(AsyncioPeer, DoesAllOfEveryOperation) {
  const PeerProcess peer(GetParam().command);
  for (const auto& operation : asyncio_operations()) {
    SCOPED_TRACE(operation.name);
    const double figure = peer.measure(operation.name, kFew);
    if (operation.unit == Unit::nanoseconds) {
      EXPECT_GT(figure, 0);
    }
  }
}

TEST_P(AsyncioPeer, HasNoFigureForWhatItDoesNotKnow) {
  const PeerProcess peer(GetParam().command);
  EXPECT_THROW(peer.measure("unknown", 1), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(, AsyncioPeer, testing::ValuesIn(asyncio_peers("/usr/bin/python3")),
                         [](const auto& peer) { return peer.param.name; });

}  // namespace
}  // namespace touchstone::bench
