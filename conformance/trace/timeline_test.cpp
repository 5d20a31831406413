#include "conformance/trace/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/trace/sample_events.h"

namespace touchstone {
namespace {

using testing::HasSubstr;
using testing::Not;

Observation three_logs() {
  Observation observation;
  observation.events = {sample::log("a", {Value("x")}), sample::log("b"), sample::log("c")};
  return observation;
}

TEST(Timeline, ShowsWhoDidWhatAndHowItEnded) {
  Observation seen = three_logs();
  Event name;
  name.kind = EventKind::name;
  name.activity = {1, 1, 0};
  name.text = "MainThread";
  seen.events.insert(seen.events.begin(), name);
  seen.end = run_end::Raised{sample::key_error()};
  seen.left.threads = 2;
  const std::string text = timeline(Trace(seen));
  EXPECT_THAT(text, HasSubstr("MainThread"));
  EXPECT_THAT(text, HasSubstr("log a: 'x'"));
  EXPECT_THAT(text, HasSubstr("the run raised KeyError"));
  EXPECT_THAT(text, HasSubstr("left behind: 2 threads"));
}

TEST(Timeline, ShowsEvidence) {
  Observation seen = three_logs();
  seen.forced_from = 1;
  seen.evidence = {"Traceback\n  line", {"gate `g` waits for begun(x), 0 came"}, {"restarted"}};
  const std::string text = timeline(Trace(seen));
  EXPECT_THAT(text, HasSubstr("all gates forced open"));
  EXPECT_THAT(text, HasSubstr("unmet: gate `g` waits for begun(x), 0 came\n"));
  EXPECT_THAT(text, HasSubstr("note: restarted\n"));
  EXPECT_THAT(text, HasSubstr("  | Traceback\n  |   line\n"));
}

TEST(Timeline, LeavesOutTheMiddleOfALongTrace) {
  Observation seen;
  for (int i = 0; i < 100; ++i) seen.events.push_back(sample::log("n", {Value(i)}));
  const std::string text = timeline(Trace(seen), 10);
  EXPECT_THAT(text, HasSubstr("log n: 4\n"));
  EXPECT_THAT(text, HasSubstr("... 90 events left out ..."));
  EXPECT_THAT(text, Not(HasSubstr("log n: 5\n")));
  EXPECT_THAT(text, HasSubstr("log n: 95\n"));
}

TEST(Timeline, NumbersProcesses) {
  const Trace trace =
      sample::trace({sample::log("a", {}, {4711, 1, 0}), sample::log("a", {}, {4712, 1, 7})});
  EXPECT_THAT(timeline(trace), HasSubstr("P1 thread 1"));
  EXPECT_THAT(timeline(trace), HasSubstr("P2 thread 1 task 7"));
}

TEST(Timeline, IsNoReading) {
  const Trace trace = sample::trace({});
  EXPECT_THAT(timeline(trace), HasSubstr("no events"));
  EXPECT_FALSE(trace.was_read());
}

}  // namespace
}  // namespace touchstone
