#include "conformance/native/kit/fork_server.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <mutex>
#include <thread>
#include <vector>

namespace touchstone::native {
namespace {

TEST(ForkServer, AnswersInAProcessOfItsOwnWithWhatWasInMemory) {
  const pid_t asking = getpid();
  std::string memory = "before ";
  const ForkServer server([&](const std::string& request) {
    return memory + request + (getpid() == asking ? "" : " elsewhere");
  });
  memory = "after ";
  EXPECT_EQ(server.ask("question"), "before question elsewhere");
  EXPECT_EQ(server.ask(""), "before  elsewhere");
}

TEST(ForkServer, SaysNothingForAProcessThatEndedWithoutAnAnswer) {
  const ForkServer server([](const std::string& request) {
    if (request == "end") _exit(1);
    return request;
  });
  EXPECT_EQ(server.ask("end"), "");
  EXPECT_EQ(server.ask("go on"), "go on");
}

TEST(ForkServer, ServesThreadsWhateverLocksOthersHold) {
  std::mutex held;
  const ForkServer server([&held](const std::string& request) {
    const std::scoped_lock lock(held);
    return request + std::string(100000, '.');
  });
  const std::scoped_lock lock(held);
  std::vector<std::jthread> threads;
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([&server, number] {
      for (int turn = 0; turn < 10; ++turn)
        EXPECT_EQ(server.ask(std::to_string(number)).substr(0, 2), std::to_string(number) + ".");
    });
  }
}

}  // namespace
}  // namespace touchstone::native
