#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "impl/threading/event.h"
#include "impl/threading/started.h"
#include "impl/threading/thread.h"

namespace threading {
namespace {

/// What `holds` says in the child of a fork by the caller.
bool in_a_child(const std::function<bool()>& holds) {
  const pid_t child = fork();
  if (child == 0) _exit(holds() ? 0 : 1);
  int status = -1;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool is_alone_and_main() {
  return active_count() == 1 && current_thread() == main_thread() &&
         main_thread()->name() == "MainThread" && main_thread()->ident() == get_ident() &&
         main_thread()->native_id() == getpid();
}

TEST(Fork, MakesTheCallerTheMainThread) {
  EXPECT_TRUE(in_a_child(is_alone_and_main));
  bool holds = false;
  const auto thread = start([&] { holds = in_a_child(is_alone_and_main); });
  thread->join();
  EXPECT_TRUE(holds);
}

TEST(Fork, EndsTheOtherThreadsForTheChildAlone) {
  Event go;
  const auto other = start([&] { go.wait(); });
  EXPECT_TRUE(in_a_child([&] {
    other->join();
    shutdown();
    return !other->is_alive();
  }));
  EXPECT_TRUE(other->is_alive());
  EXPECT_GE(active_count(), 2U);
  go.set();
  other->join();
}

}  // namespace
}  // namespace threading
