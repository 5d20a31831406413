#include "tools/bench/comparison/peer_process.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <system_error>

namespace touchstone::bench {
namespace {

PeerProcess shell(const char* script) { return PeerProcess({"/bin/sh", "-c", script}); }

TEST(PeerProcess, AnswersEachRequest) {
  const PeerProcess peer = shell("while read -r name count; do echo \"$name$count\"; done");
  EXPECT_EQ(peer.measure("1", 5), 15);
  EXPECT_EQ(peer.measure("-2", 0), -20);
}

TEST(PeerProcess, SaysWhereThereIsNoFigure) {
  EXPECT_THROW(shell("read -r request").measure("gone", 1), std::runtime_error);
  EXPECT_THROW(shell("echo word").measure("word", 1), std::runtime_error);
}

TEST(PeerProcess, SaysWhereItCannotBeStarted) {
  EXPECT_THROW(PeerProcess({"/no/such/program"}), std::system_error);
}

}  // namespace
}  // namespace touchstone::bench
