#include <gtest/gtest.h>

#include <stdexcept>

#include "tools/bench/comparison/peer_process.h"

namespace touchstone::bench {
namespace {

TEST(PythonPeer, TellsHowLongAnOperationTook) {
  const PeerProcess peer({"/usr/bin/python3", "-I", PYTHON_PEER});
  EXPECT_GT(peer.measure("lock", 1000), 0);
  EXPECT_GT(peer.measure("queue_1_to_1", 1000), 0);
}

TEST(PythonPeer, HasNoFigureForWhatItDoesNotKnow) {
  const PeerProcess peer({"/usr/bin/python3", "-I", PYTHON_PEER});
  EXPECT_THROW(peer.measure("unknown", 1), std::runtime_error);
}

}  // namespace
}  // namespace touchstone::bench
