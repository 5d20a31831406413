#include "conformance/subjects/in_process/in_process_subject.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/scenario/parse.h"
#include "conformance/subjects/reference/registry.h"
#include "conformance/trace/matchers.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class InProcess : public testing::Test {
 protected:
  static RunRequest request(const char* text) {
    RunRequest request;
    request.tree = std::make_shared<scenario::Module>(scenario::parse(text));
    request.deadline = 10min;
    return request;
  }

  native::Registry registry_ = reference::reference_registry();
  InProcessSubject subject_{registry_};
};

TEST_F(InProcess, ClaimsWhatNeedsNoProcessOfItsOwn) {
  EXPECT_TRUE(subject_.hello().claims("text.strings"));
  EXPECT_FALSE(subject_.hello().claims("process.program"));
}

TEST_F(InProcess, BindsParametersAndTellsWhatWasRecorded) {
  RunRequest asked = request(R"(
      record("sum", 40 + n)
      attempt("item", {}["absent"])
  )");
  asked.parameters["n"] = 2;
  const Trace trace = subject_.run(asked);
  EXPECT_THAT(trace, EndedByItself());
  EXPECT_EQ(trace.value("sum"), Value(42));
  EXPECT_THAT(trace.outcome("item"), RaisedExactly("KeyError"));
}

TEST_F(InProcess, AnErrorOfTheProgramIsItsEnd) {
  const Trace trace = subject_.run(request("[][0]"));
  EXPECT_THAT(describe(trace.end()), HasSubstr("IndexError"));
}

TEST_F(InProcess, OpensAGateWhenItsConditionsAreMetAndItsTimeHasPassed) {
  RunRequest asked = request(R"(
      log("before")
      gate("g")
      log("after")
  )");
  asked.gates["g"].after(reached("g"), logged("before")).settle(1ms);
  const Trace trace = subject_.run(asked);
  EXPECT_THAT(trace, EndedByItself());
  EXPECT_THAT(trace.order(), ElementsAre("before", "after"));
  EXPECT_THAT(trace.evidence().unmet, IsEmpty());
}

TEST_F(InProcess, AGateThatNothingOpensIsForcedAtTheDeadlineAndNamed) {
  RunRequest asked = request("gate('g')\nlog('after')");
  asked.gates["g"].after(logged("never"));
  asked.deadline = 1ms;
  const Trace trace = subject_.run(asked);
  EXPECT_TRUE(std::holds_alternative<run_end::Hung>(trace.end()));
  EXPECT_THAT(trace.evidence().unmet, ElementsAre(HasSubstr("gate `g` waits for logged(never)")));
  EXPECT_EQ(trace.count("after"), 1U);
}

TEST_F(InProcess, AGateForOnceLetsAnActivityThroughOnce) {
  RunRequest asked = request("for i in range(2):\n    gate('g')");
  asked.gates["g"];
  EXPECT_THAT(describe(subject_.run(asked).end()), HasSubstr("RuntimeError"));
  asked.gates["g"].for_many();
  EXPECT_THAT(subject_.run(asked), EndedByItself());
}

TEST_F(InProcess, TheNextRunStartsClean) {
  EXPECT_THAT(subject_.run(request("x = 1\nraise ValueError")).end(), testing::_);
  const Trace trace = subject_.run(request("attempt('x', x)"));
  EXPECT_THAT(trace.outcome("x"), RaisedExactly("NameError"));
}

TEST_F(InProcess, TheVirtualClockTellsWhenNothingCanHappenAnyMore) {
  RunRequest asked = request(R"(
      async def wait():
          await asyncio.get_running_loop().create_future()
      asyncio.run(wait())
  )");
  asked.clock = Clock::virtual_time;
  EXPECT_TRUE(std::holds_alternative<run_end::Stuck>(subject_.run(asked).end()));
}

TEST_F(InProcess, ALibraryThatLacksSomethingSaysSo) {
  const native::Registry empty("empty", "1");
  InProcessSubject subject(empty);
  const auto trace = subject.run(request("class A:\n    pass\nlog('a')"));
  EXPECT_TRUE(std::holds_alternative<run_end::Unsupported>(trace.end()));
}

}  // namespace
}  // namespace touchstone
