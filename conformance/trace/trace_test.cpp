#include "conformance/trace/trace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/trace/sample_events.h"

namespace touchstone {
namespace {

using sample::at;
using sample::begin;
using sample::end;
using sample::key_error;
using sample::log;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

Trace two_gets() {
  return sample::trace(
      {begin("get", 1), begin("get", 2), end("get", 2, Value(20)), end("get", 1, Value(10))});
}

TEST(Trace, GivesValuesInTheOrderOfTheBegins) {
  EXPECT_THAT(two_gets().values("get"), ElementsAre(Value(10), Value(20)));
}

TEST(Trace, KeepsValuesErrorsAndUnendedOperationsApart) {
  const Trace trace = sample::trace({begin("get", 1), end("get", 1, Value(1)), begin("get", 2),
                                     end("get", 2, Outcome::raised(key_error())), begin("get", 3)});
  EXPECT_THAT(trace.values("get"), ElementsAre(Value(1)));
  ASSERT_EQ(trace.errors("get").size(), 1U);
  EXPECT_EQ(trace.errors("get").front().type, "KeyError");
  EXPECT_THAT(trace.outcomes("get"), ElementsAre(Outcome(Value(1)), Outcome::raised(key_error())));
  ASSERT_EQ(trace.operations("get").size(), 3U);
  EXPECT_FALSE(trace.operations("get").back().end);
}

TEST(Trace, RefusesToListWhatNeverAppeared) {
  const Trace trace = sample::trace({log("a"), begin("b", 1)});
  EXPECT_THAT([&] { trace.values("c"); }, ThrowsMessage<NoSuchLabel>(HasSubstr("a, b")));
  EXPECT_THAT([&] { trace.logs("b"); }, ThrowsMessage<NoSuchLabel>(HasSubstr("no log \"b\"")));
  EXPECT_THROW(trace.at("c"), NoSuchLabel);
  EXPECT_TRUE(trace.absent("c"));
  EXPECT_EQ(trace.count("b"), 1U);
}

TEST(Trace, RefusesAnEmptyListOfValuesOrErrors) {
  const Trace trace = sample::trace(
      {begin("get", 1), end("get", 1, Outcome::raised(key_error())), begin("put", 2)});
  EXPECT_THAT([&] { trace.values("get"); }, ThrowsMessage<NothingToJudge>(HasSubstr("KeyError")));
  EXPECT_THAT([&] { trace.outcomes("put"); }, ThrowsMessage<NothingToJudge>(HasSubstr("no end")));
}

TEST(Trace, GivesTheOneOutcomeOfOneOperationOnly) {
  EXPECT_THROW(two_gets().outcome("get"), NothingToJudge);
  const Trace one = sample::trace({begin("get", 1), end("get", 1, Value(1))});
  EXPECT_EQ(one.value("get"), Value(1));
}

TEST(Trace, GivesLogsAsFirstValuesOrRows) {
  const Trace trace = sample::trace({log("a", {1, 2}), log("b", {3}), log("a")});
  EXPECT_THAT(trace.logs("a"), ElementsAre(Value(1), Value()));
  EXPECT_THAT(trace.log_rows("a"), ElementsAre(Value(Tuple{{1, 2}}), Value(Tuple{})));
  EXPECT_THAT(trace.log_rows("a", "b"),
              ElementsAre(Value(Tuple{{1, 2}}), Value(Tuple{{3}}), Value(Tuple{})));
  EXPECT_THAT(trace.order(), ElementsAre("a", "b", "a"));
  EXPECT_THAT(trace.order({"a"}), ElementsAre("a", "a"));
}

TEST(Trace, GivesVirtualTimes) {
  const Trace trace = sample::trace(
      {at(0, begin("sleep", 1)), at(1.5, log("tick")), at(3600, end("sleep", 1, Value()))});
  EXPECT_THAT(trace.begun_at("sleep"), ElementsAre(0));
  EXPECT_THAT(trace.at("sleep"), ElementsAre(3600));
  EXPECT_THAT(trace.at("tick"), ElementsAre(1.5));
  EXPECT_THROW(two_gets().at("get"), NothingToJudge);
}

TEST(Trace, OrdersABeginBeforeAnEnd) {
  const Trace trace = sample::trace(
      {begin("a", 1), end("a", 1, Value()), begin("b", 2), begin("c", 3), end("c", 3, Value())});
  const Operation a = trace.operations("a").front();
  const Operation b = trace.operations("b").front();
  EXPECT_TRUE(trace.begun_before_ended(a, a));
  EXPECT_TRUE(trace.begun_before_ended(a, b)) << "b never ended";
  EXPECT_FALSE(trace.begun_before_ended(b, a));
  EXPECT_THROW(static_cast<void>(trace.happened_before(0, 99)), std::out_of_range);
}

TEST(Trace, TellsActivitiesApart) {
  const Trace trace =
      sample::trace({log("a", {}, {1, 1, 0}), log("a", {}, {1, 2, 0}), log("a", {}, {1, 1, 0})});
  EXPECT_THAT(trace.activities("a"), ElementsAre(Activity{1, 1, 0}, Activity{1, 2, 0}));
}

TEST(Trace, NotesThatACopyWasRead) {
  const Trace trace = two_gets();
  const Trace copy = trace;
  static_cast<void>(trace.evidence());
  EXPECT_FALSE(trace.was_read());
  static_cast<void>(copy.count("get"));
  EXPECT_TRUE(trace.was_read());
}

}  // namespace
}  // namespace touchstone
