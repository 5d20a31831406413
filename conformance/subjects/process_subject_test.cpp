#include "conformance/subjects/process_subject.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/scenario/needs.h"
#include "conformance/scenario/parse.h"
#include "conformance/subjects/leak_check.h"
#include "conformance/trace/matchers.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

RunRequest request(const char* text) {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>(scenario::parse(text));
  request.isolate = scenario::needs_isolation(*request.tree);
  request.deadline = 10min;
  return request;
}

/// CPython through its adapter: what the kit does for a subject that does its part.
class Cpython : public testing::Test {
 protected:
  static ProcessOptions options() {
    ProcessOptions options;
    options.command = {"/usr/bin/python3", PYTHON_ADAPTER};
    options.start_deadline = 10min;
    options.policy.grace = 100ms;
    return options;
  }

  LeakCheck leaks_;
  ProcessSubject subject_{options()};
};

TEST_F(Cpython, SaysHello) {
  EXPECT_EQ(subject_.hello().name, "cpython");
  EXPECT_TRUE(subject_.hello().claims("functools.reduce"));
}

TEST_F(Cpython, RunsAScenario) {
  RunRequest asked = request(R"(
      record("sum", 40 + n)
      attempt("item", {}["absent"])
      log("end", [n], "text")
  )");
  asked.parameters["n"] = 2;
  const Trace trace = subject_.run(asked);
  EXPECT_THAT(trace, EndedByItself());
  EXPECT_EQ(trace.value("sum"), Value(42));
  EXPECT_THAT(trace.outcome("item"), RaisedExactly("KeyError"));
  EXPECT_THAT(trace.log_rows("end"), ElementsAre(Value(Tuple{{Value(List{{2}}), "text"}})));
}

TEST_F(Cpython, TellsWhatWentOutOfTheProgram) {
  const Trace trace = subject_.run(request("raise ValueError('no')"));
  const auto* raised = std::get_if<run_end::Raised>(&trace.end());
  ASSERT_NE(raised, nullptr) << testing::PrintToString(trace);
  EXPECT_THAT(raised->error, Raised("ValueError"));
}

TEST_F(Cpython, KeepsRunsApart) {
  EXPECT_THAT(subject_.run(request("x = 1")), EndedByItself());
  const Trace trace = subject_.run(request("attempt('x', x)"));
  EXPECT_THAT(trace.outcome("x"), Raised("NameError"));
}

constexpr const char* two_threads = R"(
    def second():
        gate("turn")
        log("second")
    def main():
        t = threading.Thread(target=second)
        t.start()
        log("first")
        t.join()
)";

TEST_F(Cpython, StopsAtAGateUntilItsConditionIsMet) {
  RunRequest asked = request(two_threads);
  asked.gates["turn"].after(logged("first"), reached("turn"));
  const Trace trace = subject_.run(asked);
  EXPECT_THAT(trace, EndedByItself());
  EXPECT_THAT(trace, LoggedInOrder("first", "second"));
  EXPECT_THAT(trace.evidence().unmet, IsEmpty());
}

TEST_F(Cpython, SaysWhichGateWasNeverOpened) {
  RunRequest asked = request("log('a')");
  asked.gates["b-in"].after(logged("b", 3));
  EXPECT_THAT(subject_.run(asked).evidence().unmet,
              ElementsAre("gate `b-in` waits for 3 x logged(b), 0 came"));
}

TEST_F(Cpython, OpensAllGatesAtTheDeadline) {
  RunRequest asked = request(two_threads);
  asked.deadline = 300ms;
  asked.gates["turn"].after(logged("never"));
  const Trace trace = subject_.run(asked);
  EXPECT_TRUE(std::holds_alternative<run_end::Hung>(trace.end()));
  EXPECT_THAT(trace.evidence().unmet, ElementsAre(HasSubstr("logged(never), 0 came")));
  EXPECT_THAT(subject_.run(request("log('again')")), EndedByItself());
}

TEST_F(Cpython, OpensAGateWhenAThreadSleeps) {
  RunRequest asked = request(R"(
      def main():
          lock = threading.Lock()
          lock.acquire()
          t = threading.Thread(target=lambda: record("acquire", lock.acquire()))
          t.start()
          gate("asleep")
          lock.release()
          t.join()
  )");
  asked.gates["asleep"].after(begun("acquire"), blocked("acquire"));
  const Trace trace = subject_.run(asked);
  EXPECT_EQ(trace.value("acquire"), Value(true));
  EXPECT_THAT(trace.evidence().notes, IsEmpty());
}

TEST_F(Cpython, TakesLongValuesFromFiles) {
  const Trace trace = subject_.run(request("log('long', list(range(3000)))"));
  const Value logged = trace.logs("long").front();
  ASSERT_NE(logged.get_if<List>(), nullptr);
  EXPECT_EQ(logged.get_if<List>()->items.size(), 3000U);
}

TEST_F(Cpython, TakesLongErrorsFromFiles) {
  const Trace trace = subject_.run(request(R"(
      def chain(depth):
          try:
              if depth:
                  chain(depth - 1)
              assert depth, "x" * 2000
          except Exception as error:
              raise ValueError("y" * 2000) from error
      attempt("long", chain(3))
  )"));
  const Outcome outcome = trace.outcome("long");
  ASSERT_THAT(outcome, Raised("ValueError"));
  EXPECT_THAT(*outcome.error()->cause, Raised("ValueError"));
}

TEST_F(Cpython, RunsOnAVirtualClock) {
  RunRequest asked = request(R"(
      async def sleeper():
          record("sleep", await asyncio.sleep(3600))
      asyncio.run(sleeper())
  )");
  asked.clock = Clock::virtual_time;
  EXPECT_THAT(subject_.run(asked).at("sleep"), ElementsAre(3600));
}

TEST_F(Cpython, IsStuckWhereNothingCanHappenOnAVirtualClock) {
  RunRequest asked = request(R"(
      async def waiter():
          await asyncio.Event().wait()
      asyncio.run(waiter())
  )");
  asked.clock = Clock::virtual_time;
  const Trace trace = subject_.run(asked);
  EXPECT_TRUE(std::holds_alternative<run_end::Stuck>(trace.end())) << describe(trace.end());
}

TEST_F(Cpython, RunsInAScrubbedEnvironment) {
  setenv("PYTHONUNBUFFERED", "1", 1);
  setenv("LC_NUMERIC", "de_DE.UTF-8", 1);
  const Trace trace = subject_.run(request(R"(
      for name in ["PYTHONUNBUFFERED", "LC_NUMERIC", "LC_ALL", "TZ", "PYTHONHASHSEED"]:
          log("variable", os.environ.get(name))
  )"));
  unsetenv("LC_NUMERIC");
  EXPECT_THAT(trace.logs("variable"),
              ElementsAre(Value(), Value(), Value("C.UTF-8"), Value("UTC"), Value("0")));
}

TEST_F(Cpython, StartsAnewAfterItWasClosed) {
  EXPECT_THAT(subject_.run(request("log('a')")), EndedByItself());
  subject_.close();
  EXPECT_THAT(leaks_.files(), IsEmpty());
  EXPECT_THAT(subject_.run(request("log('a')")), EndedByItself());
}

TEST(ProcessSubject, CannotRunWhatIsNotThere) {
  const LeakCheck leaks;
  ProcessOptions options;
  options.command = {"/nowhere/adapter"};
  ProcessSubject subject(options);
  EXPECT_THAT([&] { subject.hello(); },
              testing::ThrowsMessage<SubjectFailure>(HasSubstr("No such file")));
  EXPECT_THAT(leaks.files(), IsEmpty());
}

TEST(ProcessSubject, RefusesToHaveNoCommand) {
  EXPECT_THROW(ProcessSubject{ProcessOptions{}}, std::invalid_argument);
}

}  // namespace
}  // namespace touchstone
