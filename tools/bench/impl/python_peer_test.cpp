#include "tools/bench/impl/python_peer.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <system_error>

namespace touchstone::bench {
namespace {

TEST(PythonPeer, TellsHowLongAnOperationTook) {
  const PythonPeer peer("/usr/bin/python3", PYTHON_PEER);
  EXPECT_GT(peer.measure("lock", 1000), Nanoseconds(0));
  EXPECT_GT(peer.measure("queue_1_to_1", 1000), Nanoseconds(0));
}

TEST(PythonPeer, SaysWhereItHasNoFigure) {
  const PythonPeer peer("/usr/bin/python3", PYTHON_PEER);
  EXPECT_THROW(peer.measure("unknown", 1), std::runtime_error);
  EXPECT_THROW(PythonPeer("/no/such/interpreter", PYTHON_PEER), std::system_error);
}

}  // namespace
}  // namespace touchstone::bench
