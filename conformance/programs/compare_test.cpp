#include "conformance/programs/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::programs {
namespace {

Note note(double time, const char* activity, int step) { return {time, activity, {Value(step)}}; }

Account account(std::vector<Note> notes, std::string end = "main") {
  Account account;
  account.notes = std::move(notes);
  account.end = std::move(end);
  return account;
}

std::string kind(const Account& first, const Account& second, Mode mode = Mode::spaced) {
  const auto found = difference(first, second, mode);
  return found ? found->kind : "none";
}

const Account one = account({note(0, "main", 0), note(1, "a", 1), note(1, "b", 1)});
const Account swapped = account({note(0, "main", 0), note(1, "b", 1), note(1, "a", 1)});

TEST(Compare, EqualAccountsAreEqual) { EXPECT_EQ(kind(one, one), "none"); }

TEST(Compare, OrderBetweenActivitiesIsOpenWhereProgramsAreSpaced) {
  EXPECT_EQ(kind(one, swapped), "none");
}

TEST(Compare, WithoutSpacingOrderCounts) {
  EXPECT_EQ(kind(one, swapped, Mode::full), "order");
  EXPECT_EQ(kind(one, one, Mode::full), "none");
}

TEST(Compare, TimesValuesAndLackAreTold) {
  EXPECT_EQ(kind(account({note(1, "a", 1)}), account({note(2, "a", 1)})), "time");
  EXPECT_EQ(kind(account({note(1, "a", 1)}), account({note(1, "a", 2)})), "value");
  EXPECT_EQ(kind(account({note(1, "a", 1)}), account({})), "extra");
  EXPECT_EQ(kind(account({}), account({note(1, "a", 1)})), "missing");
}

TEST(Compare, TheEarliestDifferenceCounts) {
  const auto found = difference(account({note(1, "b", 1), note(5, "a", 1)}),
                                account({note(1, "b", 2), note(6, "a", 1)}), Mode::spaced);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->activity, "b");
}

TEST(Compare, EndsAndHaltsCount) {
  EXPECT_EQ(kind(account({}, "main"), account({}, "raised KeyError")), "end");
  Account halted = account({}, "stuck");
  halted.stuck = 3;
  EXPECT_EQ(kind(halted, account({}, "stuck")), "stuck");
  EXPECT_EQ(kind(halted, halted), "none");
}

TEST(Compare, ALaterHaltIsNoDifference) {
  Account halted = account({note(1, "a", 1)}, "stuck");
  halted.stuck = 3;
  Account later = account({note(1, "a", 1), note(3, "b", 2)}, "stuck");
  later.stuck = 4;
  EXPECT_EQ(kind(halted, later), "none");
  EXPECT_EQ(kind(later, halted), "none");
  later.notes[0] = note(1, "a", 2);
  EXPECT_EQ(kind(halted, later), "value");
}

Event log(const char* label, double time, Values values) {
  Event event;
  event.kind = EventKind::log;
  event.label = label;
  event.virtual_time = time;
  event.values = std::move(values);
  return event;
}

Event halt(double time) {
  Event event;
  event.kind = EventKind::stuck;
  event.virtual_time = time;
  return event;
}

Trace trace(std::vector<Event> events, RunEnd end = run_end::ByItself{}) {
  Observation observation;
  observation.events = std::move(events);
  observation.end = std::move(end);
  return Trace(std::move(observation));
}

TEST(Accounts, TimesCountFromTheBegin) {
  const Account found = account_of(trace({log("main", 7, {0}), log("a", 7.5, {1})}));
  EXPECT_EQ(found.notes, (std::vector<Note>{note(0, "main", 0), note(0.5, "a", 1)}));
}

TEST(Accounts, WhatFollowsAHaltIsLeftOut) {
  const Account found = account_of(
      trace({log("main", 0, {0}), halt(4), log("main", 4, {1})}, run_end::Stuck{std::nullopt}));
  EXPECT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.stuck, 4);
}

TEST(Accounts, AHaltAfterTheEndOfMainIsLeftOut) {
  const std::vector<Event> events{log("main", 0, {0}), log("main", 3, {Value("end")}), halt(4),
                                  log("program", 4, {Value("main")})};
  const Account found = account_of(trace(events, run_end::Stuck{std::nullopt}));
  EXPECT_FALSE(found.stuck);
  EXPECT_EQ(found.end, "main");

  const ErrorValue error{"KeyError", {"KeyError"}, {}, {}, nullptr, nullptr, {}};
  const std::vector<Event> without_result(events.begin(), events.end() - 1);
  EXPECT_EQ(account_of(trace(without_result, run_end::Stuck{error})).end, "raised KeyError");
}

TEST(Accounts, AtTheEndOfMainTheRestIsLeftOut) {
  const Account found = account_of(trace({log("main", 0, {0}), log("a", 1, {1}), log("a", 2, {2}),
                                          log("main", 2, {Value("end")}), log("a", 2, {3})}));
  EXPECT_EQ(found.notes.size(), 3U);
  EXPECT_EQ(found.notes.back().activity, "main");
}

TEST(Accounts, ErrorsAreTheirTypes) {
  ErrorValue error{"KeyError", {"KeyError"}, {Value(1)}, {}, nullptr, nullptr, {}};
  const Account found = account_of(trace({log("a", 0, {List{{Value(error)}}})}));
  EXPECT_EQ(found.notes[0].what[0], Value(List{{Value("KeyError")}}));
}

Value row(double time, const char* activity, int step) {
  return List{{Value(time), Value(activity), Value(step)}};
}

TEST(Accounts, ABatchGivesOneAProgram) {
  const Trace batch = trace(
      {log("program", 2, {Value("main"), List{{row(1, "main", 0)}}}), halt(5),
       log("program", 6, {Value("CancelledError"), List{{row(3, "main", 0), row(5, "a", 1)}}})});
  const auto found = accounts_of(batch, 2);
  ASSERT_TRUE(found);
  EXPECT_EQ((*found)[0].end, "main");
  EXPECT_EQ((*found)[1].stuck, 2);
  EXPECT_EQ((*found)[1].notes.size(), 1U) << "what is told at the halt is left out";
}

TEST(Accounts, ABatchLeavesOutAHaltAfterTheEndOfMain) {
  const Value end = List{{Value(3), Value("main"), Value("end")}};
  const Trace batch =
      trace({halt(4), log("program", 4, {Value("KeyError"), List{{row(1, "main", 0), end}}})});
  const auto found = accounts_of(batch, 1);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->front().stuck);
  EXPECT_EQ(found->front().end, "KeyError");
}

TEST(Accounts, ABatchThatToldTooLittleGivesNothing) {
  const Event told = log("program", 2, {Value("main"), List{{row(1, "main", 0)}}});
  EXPECT_FALSE(accounts_of(trace({told}), 2));
  EXPECT_FALSE(accounts_of(trace({told}, run_end::Hung{"silence"}), 1));
  EXPECT_FALSE(accounts_of(trace({log("program", 2, {Value("main")})}), 1));
}

}  // namespace
}  // namespace touchstone::programs
