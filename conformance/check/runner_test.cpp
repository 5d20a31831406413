#include "conformance/check/runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "conformance/check/trial.h"

namespace touchstone {
namespace {

using testing::HasSubstr;

/// Answers every run by a function; no process, no scenario is run.
class ScriptedSubject : public Subject {
 public:
  explicit ScriptedSubject(std::function<Observation(const RunRequest&)> answer,
                           std::vector<std::string> capabilities = {"builtins.map"})
      : answer_(std::move(answer)),
        hello_{"scripted", "1", "none", "linux", false, std::move(capabilities)} {}

  const Hello& hello() override { return hello_; }
  Trace run(const RunRequest& request) override {
    ++runs;
    return Trace(answer_(request));
  }
  void close() override {}

  int runs = 0;

 private:
  std::function<Observation(const RunRequest&)> answer_;
  Hello hello_;
};

Observation logged_value(Value value) {
  Observation observation;
  Event event;
  event.kind = EventKind::log;
  event.label = "x";
  event.values = {std::move(value)};
  observation.events.push_back(std::move(event));
  return observation;
}

Observation ended(RunEnd end) {
  Observation observation = logged_value(1);
  observation.end = std::move(end);
  return observation;
}

Observation echo(const RunRequest& request) { return logged_value(request.parameters.at("n")); }

void expects_one(Trial& trial) { EXPECT_EQ(trial.run("log('x', 1)").logs("x"), Values{Value(1)}); }
void reads_nothing(Trial& trial) { trial.run("log('x', 1)"); }
void asks_for_missing_label(Trial& trial) { trial.run("log('x', 1)").values("y"); }
void picks_small(Trial& trial) {
  const auto n = trial.pick("n", 0, 1000);
  const Trace trace = trial.run("log('x', n)");
  EXPECT_EQ(trace.logs("x"), Values{Value(n)});
  EXPECT_LT(n, 10);
}
void picks_and_agrees(Trial& trial) {
  const auto n = trial.pick("n", 0, 1000);
  EXPECT_EQ(trial.run("log('x', n)").logs("x"), Values{Value(n)});
}
void reports(Trial& trial) { trial.report("ratio", Value(0.5)); }
void is_no_scenario(Trial& trial) { trial.run("import os"); }

Judgement judge_part(Part part, ScriptedSubject& subject, std::vector<std::string> needs = {}) {
  return judge(Check("some.claim", part), subject, needs, {.seed = 7});
}

TEST(RunnerTest, AGreenPartConforms) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(1); });
  EXPECT_EQ(judge_part(example(expects_one), subject).verdict, Verdict::conforms);
}

TEST(RunnerTest, AFailedAssertionViolatesAndShowsTheScenario) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(2); });
  const Judgement judgement = judge_part(example(expects_one), subject);
  EXPECT_EQ(judgement.verdict, Verdict::violates);
  EXPECT_EQ(judgement.part, "example");
  EXPECT_THAT(judgement.evidence, HasSubstr("log('x', 1)"));
}

TEST(RunnerTest, APartThatReadsNoTraceIsUnresolved) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(1); });
  EXPECT_EQ(judge_part(example(reads_nothing), subject).verdict, Verdict::unresolved);
}

TEST(RunnerTest, AMissingLabelIsRed) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(1); });
  EXPECT_EQ(judge_part(example(asks_for_missing_label), subject).verdict, Verdict::violates);
}

TEST(RunnerTest, AnUncaughtErrorOfTheProgramViolates) {
  ScriptedSubject subject([](const RunRequest&) {
    ErrorValue error;
    error.type = "KeyError";
    error.bases = {"KeyError"};
    return ended(run_end::Raised{error});
  });
  const Judgement judgement = judge_part(example(expects_one), subject);
  EXPECT_EQ(judgement.verdict, Verdict::violates);
  EXPECT_THAT(judgement.evidence, HasSubstr("KeyError"));
}

TEST(RunnerTest, WhatCannotBeJudgedHasItsVerdict) {
  const auto verdict_after = [](RunEnd end) {
    ScriptedSubject subject([end](const RunRequest&) { return ended(end); });
    return judge_part(example(expects_one), subject).verdict;
  };
  EXPECT_EQ(verdict_after(run_end::Hung{"silence"}), Verdict::hung);
  EXPECT_EQ(verdict_after(run_end::Crashed{}), Verdict::crashed);
  EXPECT_EQ(verdict_after(run_end::ProtocolError{"garbage"}), Verdict::protocol_error);
  EXPECT_EQ(verdict_after(run_end::Unsupported{"x"}), Verdict::unsupported);
}

TEST(RunnerTest, AGateThatNeverOpenedIsUnresolved) {
  ScriptedSubject subject([](const RunRequest&) {
    Observation observation = logged_value(1);
    observation.evidence.unmet = {"gate g waits for 1 x begun(b), 0 came"};
    return observation;
  });
  const Judgement judgement = judge_part(example(expects_one), subject);
  EXPECT_EQ(judgement.verdict, Verdict::unresolved);
  EXPECT_THAT(judgement.evidence, HasSubstr("gate g waits"));
}

TEST(RunnerTest, AFailingPropertyIsShrunkToTheSmallestInput) {
  ScriptedSubject subject(echo);
  const Judgement judgement = judge_part(property(picks_small), subject);
  EXPECT_EQ(judgement.verdict, Verdict::violates);
  EXPECT_EQ(judgement.picks, (Picks{{"n", Value(10)}}));
}

TEST(RunnerTest, APropertyRunsAsOftenAsAsked) {
  ScriptedSubject subject(echo);
  EXPECT_EQ(judge_part(property(picks_and_agrees).times(9), subject).verdict, Verdict::conforms);
  EXPECT_GE(subject.runs, 9);
}

TEST(RunnerTest, AHangEndsTheSearchAtOnce) {
  ScriptedSubject subject([](const RunRequest&) { return ended(run_end::Hung{"silence"}); });
  const Judgement judgement = judge_part(property(picks_and_agrees), subject);
  EXPECT_EQ(judgement.verdict, Verdict::hung);
  EXPECT_EQ(subject.runs, 1);
}

TEST(RunnerTest, AHangOnASmallerInputHidesNoViolation) {
  int violations = 0;
  ScriptedSubject subject([&](const RunRequest& request) {
    const bool is_small = *request.parameters.at("n").get_if<Integer>() < 10;
    return is_small || ++violations == 1 ? echo(request) : ended(run_end::Hung{"silence"});
  });
  EXPECT_EQ(judge_part(property(picks_small), subject).verdict, Verdict::violates);
  EXPECT_EQ(violations, 2);
}

TEST(RunnerTest, AnExampleRunsOnce) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(1); });
  judge_part(example(expects_one), subject);
  EXPECT_EQ(subject.runs, 1);
}

TEST(RunnerTest, ALackingCapabilityIsUnsupportedWithoutARun) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(1); });
  const Judgement judgement = judge_part(example(expects_one), subject, {"threading.lock"});
  EXPECT_EQ(judgement.verdict, Verdict::unsupported);
  EXPECT_EQ(subject.runs, 0);
}

TEST(RunnerTest, FiguresAloneAreReported) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(1); });
  const Judgement judgement = judge_part(example(reports), subject);
  EXPECT_EQ(judgement.verdict, Verdict::reported);
  EXPECT_EQ(judgement.figures.size(), 1u);
}

TEST(RunnerTest, AScenarioThatIsNoneIsRedAndSaysWhere) {
  ScriptedSubject subject([](const RunRequest&) { return logged_value(1); });
  const Judgement judgement = judge_part(example(is_no_scenario), subject);
  EXPECT_EQ(judgement.verdict, Verdict::violates);
  EXPECT_THAT(judgement.evidence, HasSubstr("no scenario"));
}

TEST(Trial, TheVirtualClockIsForSubjectsAndScenariosThatAllowIt) {
  const auto silent = [](const RunRequest&) { return logged_value(1); };
  ScriptedSubject with(silent, {"clock.virtual"});
  ScriptedSubject without(silent);
  EXPECT_TRUE(Trial(with, {}).has_virtual_clock_for("log('x', 1)"));
  EXPECT_FALSE(Trial(with, {}).has_virtual_clock_for("log('x', threading.get_ident())"));
  EXPECT_FALSE(Trial(without, {}).has_virtual_clock_for("log('x', 1)"));
}

TEST(RunnerTest, ATokenRepeatsTheShrunkExecution) {
  ScriptedSubject subject(echo);
  const Check check("some.claim", property(picks_small));
  const Token token{"scripted", "some.claim", PartKind::property, 7, {{"n", Value(10)}}};
  EXPECT_EQ(repeat(check, subject, token, {}).verdict, Verdict::violates);
  EXPECT_EQ(subject.runs, 1);
}

TEST(RunnerTest, ATokenOfAnotherPickIsRefused) {
  ScriptedSubject subject(echo);
  const Check check("some.claim", property(picks_small));
  const Token token{"scripted", "some.claim", PartKind::property, 7, {{"m", Value(10)}}};
  EXPECT_THROW(repeat(check, subject, token, {}), PickMismatch);
}

}  // namespace
}  // namespace touchstone
