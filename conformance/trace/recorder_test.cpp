#include "conformance/trace/recorder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/trace/sample_events.h"

namespace touchstone {
namespace {

using sample::at_gate;
using sample::begin;
using sample::end;
using testing::HasSubstr;
using testing::ThrowsMessage;

/// The gate "open" is open, "many" too and for many; all others are closed.
Recorder recorder() {
  return Recorder([](const std::string& gate) { return gate == "open" || gate == "many"; },
                  [](const std::string& gate) { return gate == "many"; });
}

void expect_impossible(const std::vector<Event>& before, const Event& last, const char* why) {
  Recorder recorder = touchstone::recorder();
  for (const Event& event : before) recorder.add(event);
  EXPECT_THAT([&] { recorder.add(last); }, ThrowsMessage<ImpossibleEvent>(HasSubstr(why)));
  EXPECT_EQ(recorder.events().size(), before.size());
}

TEST(Recorder, KeepsOperationsThatBeginAndEnd) {
  Recorder recorder = touchstone::recorder();
  recorder.add(begin("a", 1));
  recorder.add(begin("a", 2));
  recorder.add(end("a", 1, Value()));
  EXPECT_EQ(recorder.take().size(), 3U);
}

TEST(Recorder, RefusesOperationsThatCannotBe) {
  const Event begun = begin("a", 1);
  const Event ended = end("a", 1, Value());
  expect_impossible({}, ended, "never began");
  expect_impossible({begun}, begun, "begins twice");
  expect_impossible({begun, ended}, begun, "begins twice");
  expect_impossible({begun, ended}, ended, "ends twice");
  expect_impossible({begun}, end("b", 1, Value()), "began under the label \"a\"");
}

TEST(Recorder, RefusesToPassWhatIsClosedOrWasNotReached) {
  expect_impossible({}, at_gate(EventKind::passed, "open"), "without having reached");
  expect_impossible({at_gate(EventKind::reached, "shut")}, at_gate(EventKind::passed, "shut"),
                    "which is closed");
  expect_impossible({at_gate(EventKind::reached, "open", {1, 1, 0})},
                    at_gate(EventKind::passed, "open", {1, 2, 0}), "without having reached");
}

TEST(Recorder, LetsAnActivityThroughAgainOnlyWhereTheGateIsForMany) {
  const std::vector<Event> through{at_gate(EventKind::reached, "open"),
                                   at_gate(EventKind::passed, "open")};
  expect_impossible(through, at_gate(EventKind::reached, "open"), "again");
  Recorder recorder = touchstone::recorder();
  for (int round = 0; round < 2; ++round) {
    recorder.add(at_gate(EventKind::reached, "many"));
    recorder.add(at_gate(EventKind::passed, "many"));
  }
  EXPECT_EQ(recorder.events().size(), 4U);
}

TEST(Recorder, NotesThatTheLoopWasStuck) {
  Recorder recorder = touchstone::recorder();
  EXPECT_FALSE(recorder.was_stuck());
  Event event;
  event.kind = EventKind::stuck;
  recorder.add(event);
  EXPECT_TRUE(recorder.was_stuck());
}

}  // namespace
}  // namespace touchstone
