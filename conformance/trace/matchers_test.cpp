#include "conformance/trace/matchers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "conformance/trace/sample_events.h"

namespace touchstone {
namespace {

using sample::begin;
using sample::end;
using sample::key_error;
using sample::log;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

template <class Thing, class Matcher>
std::string explanation(const Thing& thing, const Matcher& matcher) {
  testing::StringMatchResultListener listener;
  testing::Matcher<const Thing&>(matcher).MatchAndExplain(thing, &listener);
  return listener.str();
}

TEST(Raised, FitsTheTypeAndItsBases) {
  const Outcome raised = Outcome::raised(key_error());
  EXPECT_THAT(raised, Raised("KeyError"));
  EXPECT_THAT(raised, Raised("LookupError"));
  EXPECT_THAT(raised, Not(Raised("ValueError")));
  EXPECT_THAT(explanation(raised, Raised("ValueError")), HasSubstr("KeyError, LookupError"));
  EXPECT_THAT(Outcome(Value(1)), Not(Raised("KeyError")));
}

TEST(Raised, FitsAnErrorThatIsAValue) {
  EXPECT_THAT(Value(key_error()), Raised("KeyError"));
  EXPECT_THAT(Outcome(Value(key_error())), Not(Raised("KeyError"))) << "nobody raised it";
  EXPECT_THAT(std::vector<ErrorValue>{key_error()}, Each(Raised("KeyError")));
}

TEST(RaisedExactly, RefusesBases) {
  EXPECT_THAT(key_error(), RaisedExactly("KeyError"));
  EXPECT_THAT(key_error(), Not(RaisedExactly("LookupError")));
}

TEST(ValueIs, FitsValuesOnly) {
  EXPECT_THAT(Outcome(Value(1)), ValueIs(1));
  EXPECT_THAT(Outcome(Value("text")), ValueIs("text"));
  EXPECT_THAT(Outcome(Value(1)), Not(ValueIs(2)));
  EXPECT_THAT(Outcome::raised(key_error()), Not(ValueIs(1)));
  EXPECT_THAT(Outcome(Value(1)), ValueIs(testing::Matcher<const Value&>(Not(Value(2)))));
}

TEST(LoggedInOrder, WantsEachLabelOnceAndInOrder) {
  const Trace trace = sample::trace({log("a"), log("x"), log("b")});
  EXPECT_THAT(trace, LoggedInOrder("a", "b"));
  EXPECT_THAT(trace, Not(LoggedInOrder("b", "a")));
  EXPECT_THAT(sample::trace({log("a"), log("b"), log("a")}), Not(LoggedInOrder("a", "b")));
  EXPECT_THAT(sample::trace({}), Not(LoggedInOrder("a")));
  EXPECT_EQ(explanation(trace, LoggedInOrder("b", "a")), "logged: a, b");
}

TEST(Before, LooksAtBeginsOfTheOneAndEndsOfTheOther) {
  const Trace overlap =
      sample::trace({begin("a", 1), begin("b", 2), end("b", 2, Value()), end("a", 1, Value())});
  EXPECT_THAT(overlap, Before("a", "b"));
  EXPECT_THAT(overlap, Before("b", "a"));
  const Trace sequence = sample::trace({begin("a", 1), end("a", 1, Value()), begin("b", 2)});
  EXPECT_THAT(sequence, Not(Before("b", "a")));
  EXPECT_THAT(explanation(sequence, Before("b", "a")), HasSubstr("a ended (event 1)"));
}

TEST(Before, DoesNotPassForWantOfALabel) {
  EXPECT_THROW(static_cast<void>(testing::Value(sample::trace({log("a")}), Before("a", "b"))),
               NoSuchLabel);
}

TEST(EndedByItself, TellsHowItEndedOtherwise) {
  EXPECT_THAT(sample::trace({}), EndedByItself());
  EXPECT_EQ(explanation(sample::trace({}, run_end::Hung{"silence"}), EndedByItself()),
            "hung: silence");
}

TEST(PrintTo, ShowsATimeline) {
  std::ostringstream text;
  PrintTo(sample::trace({log("a", {Value(1)})}), &text);
  EXPECT_THAT(text.str(), HasSubstr("log a: 1"));
}

}  // namespace
}  // namespace touchstone
