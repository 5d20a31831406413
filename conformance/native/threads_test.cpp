#include "conformance/native/threads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/native/in_process.h"
#include "conformance/native/operations/operations.h"
#include "conformance/scenario/parse.h"

namespace touchstone::native {
namespace {

using testing::ElementsAre;

/// Told and named by the activities they belong to: "thread 2 name worker", "thread 2 log inside".
std::string described(const Event& event) {
  const std::string who = "thread " + std::to_string(event.activity.thread) + " ";
  return who + std::string(name(event.kind)) + " " +
         (event.kind == EventKind::name ? event.text : event.label);
}

struct RanWithThreads {
  std::vector<std::string> events;
  RunResult result;
};

RanWithThreads run_with_threads(const Registry& registry, const char* text) {
  RanWithThreads ran;
  MemoryHost host("test", [&ran](const Event& event) { ran.events.push_back(described(event)); });
  ran.result = run_in_process(registry, scenario::parse(text), {}, {}, host);
  return ran;
}

std::thread started(const Value& function, std::function<void()> at_end = nullptr) {
  return std::thread([ticket = std::make_shared<ThreadTicket>(current_run()), function, at_end] {
    ticket->take_part("worker", at_end);
    call(function);
  });
}

TEST(Run, BeginsWithTheMethodsOfBuiltInTypes) {
  const RunEnd end = run_with_threads(Registry("of nothing"), "[1].pop()").result.end;
  EXPECT_TRUE(std::holds_alternative<run_end::ByItself>(end));
}

TEST(ThreadTicket, MakesAThreadOfTheRunThatIsNamedBeforeItsFirstEvent) {
  Registry registry("test");
  registry.function("run_elsewhere", [](const Value& function) { started(function).join(); });
  const RanWithThreads ran =
      run_with_threads(registry, "log('before')\nrun_elsewhere(lambda: log('inside'))");
  EXPECT_THAT(ran.events,
              ElementsAre("thread 1 log before", "thread 2 name worker", "thread 2 log inside"));
  EXPECT_EQ(ran.result.left.threads, 0);
}

TEST(ThreadTicket, CountsAsLeftUntilItIsDroppedUnused) {
  Registry registry("test");
  auto kept = std::make_shared<std::shared_ptr<ThreadTicket>>();
  registry.function("keep", [kept] { *kept = std::make_shared<ThreadTicket>(current_run()); });
  registry.function("drop", [kept] { kept->reset(); });
  registry.function("left", [] { return current_run().left().threads; });
  const RanWithThreads ran =
      run_with_threads(registry, "keep()\nassert left() == 1\ndrop()\nassert left() == 0");
  EXPECT_TRUE(std::holds_alternative<run_end::ByItself>(ran.result.end));
}

/// Runs scenario code when the thread's storage goes.
struct LastWord {
  Value function;
  ~LastWord() { call(std::exchange(function, {})); }
};

TEST(ThreadTicket, LastsBeyondTheThreadLocalObjectsOfTheThread) {
  Registry registry("test");
  registry.function("keep_for_the_end", [](const Value& function) {
    thread_local LastWord last;
    last.function = function;
  });
  registry.function("run_elsewhere", [](const Value& function, const Value& at_end) {
    started(function, [at_end] { call(at_end); }).join();
  });
  const RanWithThreads ran = run_with_threads(registry, R"(
def work():
    keep_for_the_end(lambda: log("storage goes"))
    log("inside")
run_elsewhere(work, lambda: log("at end"))
)");
  EXPECT_THAT(ran.events, ElementsAre("thread 2 name worker", "thread 2 log inside",
                                      "thread 2 log storage goes", "thread 2 log at end"));
}

TEST(Run, WaitsAtItsEndForThreadsThatItLetsGo) {
  Registry registry("test");
  std::mutex busy;
  bool ended = false;
  registry.function("leave_behind", [&](const Value& function) {
    busy.lock();
    current_run().at_end([&busy] { busy.unlock(); });
    std::thread([&, function, ticket = std::make_shared<ThreadTicket>(current_run())] {
      ticket->take_part("left behind");
      const std::scoped_lock until_the_end(busy);
      call(function);
      ended = true;
    }).detach();
  });
  const RanWithThreads ran = run_with_threads(registry, "leave_behind(lambda: log('too late'))");
  EXPECT_TRUE(ended);
  EXPECT_EQ(ran.result.left.threads, 1);
  EXPECT_THAT(ran.events, testing::IsEmpty());
}

TEST(Run, KeepsStateOfEachTypeOnce) {
  Registry registry("test");
  registry.function("count", [] { return ++current_run().state<int>(); });
  registry.function("other", [] { return ++current_run().state<long>(); });
  const char* text = "assert (count(), count(), other()) == (1, 2, 1)";
  EXPECT_TRUE(
      std::holds_alternative<run_end::ByItself>(run_with_threads(registry, text).result.end));
  EXPECT_TRUE(
      std::holds_alternative<run_end::ByItself>(run_with_threads(registry, text).result.end));
}

TEST(Run, HidesWhatAModuleHasByWhatTheScenarioSetsThere) {
  Registry registry("test");
  registry.function("math.twice", [](int number) { return 2 * number; });
  const char* text = R"(
assert math.twice(4) == 8
math.twice = lambda number: "changed"
math.new = 1
assert (math.twice(4), math.new) == ("changed", 1)
)";
  EXPECT_TRUE(
      std::holds_alternative<run_end::ByItself>(run_with_threads(registry, text).result.end));
  EXPECT_TRUE(
      std::holds_alternative<run_end::ByItself>(run_with_threads(registry, text).result.end));
}

}  // namespace
}  // namespace touchstone::native
