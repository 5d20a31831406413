#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <regex>
#include <set>

#include "conformance/programs/bursts.h"
#include "conformance/programs/random_program.h"
#include "conformance/programs/render.h"
#include "conformance/programs/renderer.h"
#include "conformance/programs/shrinks.h"
#include "conformance/scenario/needs.h"
#include "conformance/scenario/parse.h"
#include "conformance/scenario/print.h"
#include "conformance/scenario/validate.h"
#include "conformance/scenario/walk.h"

namespace touchstone::programs {
namespace {

using scenario::as;
using scenario::Body;
using scenario::parse_scenario;

constexpr std::uint64_t many = 300;

MATCHER(IsWhole, "") { return arg == std::floor(arg); }

/// `await turn(...)`, perhaps by way of other names.
bool is_await_of(const scenario::Stmt& statement, const char* function) {
  const auto* expr = as<scenario::ExprStmt>(statement);
  const auto* awaited = expr == nullptr ? nullptr : as<scenario::Await>(*expr->value);
  const auto* call = awaited == nullptr ? nullptr : as<scenario::Call>(*awaited->value);
  const auto* name = call == nullptr ? nullptr : as<scenario::Name>(*call->func);
  return name != nullptr && name->id == function;
}

template <class Node>
bool touches(const Node& node) {
  static const std::set<std::string> touching{
      "gather",     "wait",         "wait_for", "shield",  "set",        "clear",
      "put",        "as_completed", "get",      "join",    "put_nowait", "notify",
      "get_nowait", "task_done",    "cancel",   "release", "acquire",    "notify_all"};
  static const std::set<std::string> helpers{"start", "cancel", "state"};
  bool found = false;
  const auto look = [&](const scenario::Expr& expr) {
    const auto* attribute = as<scenario::Attribute>(expr);
    found = found || (attribute != nullptr && touching.contains(attribute->attr));
    const auto* name = as<scenario::Name>(expr);
    found = found || (name != nullptr && helpers.contains(name->id));
  };
  walk(node, scenario::Overloaded{look, [](const scenario::Stmt&) {}});
  return found;
}

/// Does the statement touch what other activities touch, in its own line?
bool interacts(const scenario::Stmt& statement) {
  if (as<scenario::AsyncWith>(statement) || as<scenario::Return>(statement)) return true;
  if (const auto* loop = as<scenario::For>(statement)) return touches(*loop->iter);
  if (!as<scenario::ExprStmt>(statement) && !as<scenario::Assign>(statement)) return false;
  return touches(statement);
}

/// A block that is left as soon as its wait is over.
bool is_mere_wait(const scenario::AsyncWith& block) {
  return block.body.size() == 1 && as<scenario::Assign>(block.body.front()) != nullptr;
}

/// What stands first in a block may stand behind the turn before the block's statement.
void demand_turns(const Body& body, bool after_turn, std::string& complaint) {
  for (const scenario::Stmt& statement : body) {
    if (interacts(statement) && !after_turn) complaint += "without a turn\n";
    const bool is_try = as<scenario::Try>(statement) != nullptr;
    const bool is_if = as<scenario::If>(statement) != nullptr;
    const auto* loop = as<scenario::For>(statement);
    const bool is_block = is_try || is_if || loop || as<scenario::AsyncWith>(statement);
    if (loop != nullptr) demand_turns(loop->body, false, complaint);
    if (is_if) demand_turns(as<scenario::If>(statement)->body, after_turn, complaint);
    if (const auto* each = as<scenario::AsyncFunctionDef>(statement))
      demand_turns(each->body, false, complaint);
    if (const auto* each = as<scenario::Try>(statement)) {
      demand_turns(each->body, after_turn, complaint);
      for (const auto& handler : each->handlers) demand_turns(handler.body, false, complaint);
      demand_turns(each->finalbody, false, complaint);
    }
    const auto* with = as<scenario::AsyncWith>(statement);
    if (with != nullptr && !is_mere_wait(*with)) demand_turns(with->body, false, complaint);
    if (const auto* each = as<scenario::AsyncFor>(statement))
      demand_turns(each->body, false, complaint);
    after_turn =
        is_await_of(statement, "turn") || (after_turn && !is_block && !interacts(statement));
  }
}

template <class ProgramT, class Visit>
void for_each_step(ProgramT&& program, const Visit& visit) {
  for (auto& activity : program.activities)
    for_each_list(activity.steps, [&](auto& steps) {
      for (auto& step : steps) visit(step);
    });
}

/// Of what happens at one instant the first part alone: the rest has the same turn.
Program with_single_actions(Program program) {
  for_each_step(program, [](Step& step) {
    if (step.op == Op::burst && step.body.size() > 1) step.body.resize(1);
    if (step.op == Op::cancel) step.flag = false;
  });
  return program;
}

std::string complaint_about(const Program& program) {
  const scenario::Module tree = parse_scenario(text_of(with_single_actions(program), Mode::spaced));
  for (const scenario::Stmt& statement : tree.body) {
    const auto* function = as<scenario::AsyncFunctionDef>(statement);
    if (function == nullptr || function->name != "activities") continue;
    std::string complaint;
    demand_turns(function->body, false, complaint);
    return complaint;
  }
  return "no program";
}

/// The slots in which the limits below a statement end, for an activity that has its turns in slot
/// `own`: the only numbers with a fraction that a spaced program has.
void add_ends_of_limits(const scenario::Stmt& statement, int own, std::vector<double>& ends) {
  const auto look = [&](const scenario::Expr& expr) {
    const auto* constant = as<scenario::Constant>(expr);
    const auto* limit = constant == nullptr ? nullptr : constant->value.get_if<double>();
    if (limit != nullptr) ends.push_back(std::fmod(*limit * slots + own, slots));
  };
  walk(statement, scenario::Overloaded{look, [](const scenario::Stmt&) {}});
}

std::vector<double> ends_of_limits(const Program& program) {
  std::map<std::string, int> numbers;
  for (const Activity& activity : program.activities)
    numbers[name_of_activity(activity.number)] = activity.number;
  const scenario::Module tree = parse_scenario(text_of(program, Mode::spaced));
  std::vector<double> ends;
  for (const scenario::Stmt& statement : tree.body) {
    const auto* function = as<scenario::AsyncFunctionDef>(statement);
    if (function == nullptr || function->name != "activities") continue;
    for (const scenario::Stmt& inner : function->body) {
      const auto* activity = as<scenario::AsyncFunctionDef>(inner);
      if (activity != nullptr && !numbers.contains(activity->name)) continue;
      add_ends_of_limits(inner, activity == nullptr ? 0 : numbers[activity->name], ends);
    }
  }
  return ends;
}

TEST(Programs, AreScenariosForTheVirtualClock) {
  for (std::uint64_t seed = 0; seed < many; ++seed)
    for (const Mode mode : {Mode::spaced, Mode::full}) {
      const scenario::Module tree = parse_scenario(text_of(random_program(seed), mode));
      EXPECT_TRUE(scenario::allows_virtual_clock(tree));
      EXPECT_FALSE(scenario::needs_isolation(tree));
    }
}

TEST(Programs, WhoseOrderIsComparedLeaveNoneToASet) {
  const std::regex coroutine(R"(as_completed\(\[(?!tasks|asyncio\.(create_task|shield)\())");
  std::size_t spaced = 0;
  for (std::uint64_t seed = 0; seed < many; ++seed) {
    const Program program = random_program(seed);
    spaced += std::regex_search(text_of(program, Mode::spaced), coroutine) ? 1 : 0;
    EXPECT_FALSE(std::regex_search(text_of(program, Mode::full), coroutine)) << "seed " << seed;
  }
  EXPECT_GT(spaced, 0U);
}

TEST(Programs, PrintAndParseBack) {
  for (std::uint64_t seed = 0; seed < many; ++seed) {
    const scenario::Module tree = parse_scenario(text_of(random_program(seed), Mode::spaced));
    EXPECT_EQ(scenario::parse(scenario::print(tree)), tree);
  }
}

TEST(Programs, EveryInteractionStandsBehindATurn) {
  for (std::uint64_t seed = 0; seed < many; ++seed)
    ASSERT_EQ(complaint_about(random_program(seed)), "")
        << text_of(random_program(seed), Mode::spaced);
}

/// Could two of those whom it wakes come off differently, for the order in which they go on?
bool is_contested(const Step& burst) {
  const auto puts = std::ranges::count(burst.body, Op::put_nowait, &Step::op);
  const auto gets = std::ranges::count(burst.body, Op::get_nowait, &Step::op);
  return puts > 0 && gets > 0 && puts + gets > 2;
}

TEST(Bursts, NobodyWhomTheyWakeHasARival) {
  std::size_t bursts = 0;
  for (std::uint64_t seed = 0; seed < many; ++seed)
    for_each_step(random_program(seed), [&](const Step& step) {
      if (step.op != Op::burst) return;
      ++bursts;
      EXPECT_FALSE(is_contested(step));
      for (const Step& each : step.body) EXPECT_EQ(each.target, step.body.front().target);
    });
  EXPECT_GT(bursts, many / 2);
}

TEST(Bursts, WakeManyOnlyWhereTheyHoldNoLockForLong) {
  for (std::uint64_t seed = 0; seed < many; ++seed)
    for_each_step(random_program(seed), [](const Step& step) {
      const bool of_many = step.op == Op::notify_some || step.op == Op::await_notice;
      const bool of_one = step.op == Op::notify || step.op == Op::wait_for_notice;
      if (of_many) {
        EXPECT_EQ(step.target, crowded_condition);
      }
      if (of_one) {
        EXPECT_NE(step.target, crowded_condition);
      }
      if (step.op != Op::condition || step.target != crowded_condition) return;
      for (const Step& inner : step.body)
        EXPECT_TRUE(inner.op == Op::burst || inner.op == Op::sleep);
    });
}

Program of_main(Steps steps) { return {{{0, std::move(steps)}}}; }

TEST(Bursts, StandBehindOneTurn) {
  const Step burst = burst_of({Op::get_nowait, Op::put_nowait, Op::task_done}, 1, 7);
  const std::string once =
      "    await turn(0)\n"
      "    note(\"main\", 1, queue1.get_nowait())\n"
      "    queue1.put_nowait(7)\n"
      "    queue1.task_done()\n"
      "    await turn(0)\n";
  EXPECT_THAT(text_of(of_main({burst, burst}), Mode::spaced), testing::HasSubstr(once));
}

TEST(Bursts, PutOneValueAlsoWhereTheyHaveShrunk) {
  Step burst = burst_of({Op::put_nowait, Op::put_nowait}, 0, 7);
  burst.body.front().amount /= 2;
  EXPECT_THAT(text_of(of_main({burst}), Mode::spaced),
              testing::HasSubstr("    queue0.put_nowait(7)\n    queue0.put_nowait(7)\n"));
}

TEST(Bursts, AskWhetherItIsFree) {
  EXPECT_THAT(text_of(of_main({burst_of(burst_of_locks(), 0, 0)}), Mode::spaced),
              testing::HasSubstr("    lock0.release()\n"
                                 "    if not lock0.locked():\n"
                                 "        note(\"main\", 1, await lock0.acquire())\n"));
}

TEST(Bursts, NotifySoManyOrAll) {
  Step burst = burst_of({Op::notify_some, Op::notify_some}, crowded_condition, 2);
  burst.body.back().amount = everybody;
  EXPECT_THAT(text_of(of_main({burst}), Mode::spaced),
              testing::HasSubstr("    condition1.notify(2)\n    condition1.notify_all()\n"));
}

TEST(Bursts, WhoIsWokenAmongManyLeavesAtOnce) {
  Step step;
  step.op = Op::await_notice;
  step.target = crowded_condition;
  EXPECT_THAT(text_of(of_main({step}), Mode::spaced),
              testing::HasSubstr("        async with condition1:\n"
                                 "            woken = await condition1.wait()\n"
                                 "    finally:\n"
                                 "        await turn(0)\n"
                                 "    note(\"main\", 1, woken)\n"));
}

TEST(Bursts, ATaskIsCancelledTwice) {
  Step step;
  step.op = Op::cancel;
  step.flag = true;
  EXPECT_THAT(text_of(of_main({step}), Mode::spaced),
              testing::HasSubstr("    note(\"main\", 1, cancel(\"main\"))\n"
                                 "    note(\"main\", 2, cancel(\"main\"))\n"));
}

Step cancel_of(int target, int reason) {
  Step step;
  step.op = Op::cancel;
  step.target = target;
  step.reason = reason;
  return step;
}

/// A block of `inner` that is ready for a cancellation.
Step ready_for_cancellation(Step inner) {
  Step step;
  step.op = Op::attempt;
  step.handles = Handles::cancellation;
  step.body.push_back(std::move(inner));
  return step;
}

TEST(Reasons, AreGivenAndTold) {
  Step twice = cancel_of(0, 1);
  twice.flag = true;
  const std::string text = text_of(of_main({ready_for_cancellation(twice)}), Mode::spaced);
  EXPECT_THAT(text, testing::HasSubstr("cancel(\"main\", \"why 1\")"));
  EXPECT_THAT(text, testing::HasSubstr("cancel(\"main\", \"why 2\")"));
  EXPECT_THAT(text, testing::HasSubstr("told(error))\n"));
}

TEST(Reasons, AreNotToldWhereSeveralMayAskForThem) {
  Step step;
  step.op = Op::wait_on;
  step.awaited.push_back({Awaited::Kind::task, 1, std::nullopt});
  const std::string asked = text_of(of_main({ready_for_cancellation(step)}), Mode::spaced);
  EXPECT_THAT(asked, testing::Not(testing::HasSubstr("told(error)")));
  step.op = Op::wait;  // who waits does not ask
  const std::string waited = text_of(of_main({ready_for_cancellation(step)}), Mode::spaced);
  EXPECT_THAT(waited, testing::HasSubstr("told(error)"));
}

/// By way of wait_for it may take several turns of the loop until it is known to be over.
bool may_be_over_late(const Awaited& awaited) {
  return awaited.limit && (is_of_a_task(awaited) || *awaited.limit == 0);
}

bool may_be_over(const Awaited& awaited) {
  return is_of_a_task(awaited) || may_be_over_late(awaited);
}

TEST(Programs, GatherOneThingThatMayBeOverAlreadyOrNoneWithALimit) {
  std::size_t several = 0;
  for (std::uint64_t seed = 0; seed < many; ++seed)
    for_each_step(random_program(seed), [&](const Step& step) {
      if (step.op != Op::gather || std::ranges::count_if(step.awaited, may_be_over) < 2) return;
      ++several;
      EXPECT_TRUE(std::ranges::none_of(step.awaited, may_be_over_late)) << "seed " << seed;
    });
  EXPECT_GT(several, 0U);
}

Hello hello(std::vector<std::string> without) {
  Hello hello;
  hello.name = "mine";
  for (const char* each :
       {"coroutines", "asyncio.run", "asyncio.sleep", "asyncio.create_task", "asyncio.loop",
        "asyncio.wait_for", "clock.virtual", "asyncio.as_completed", "asyncio.cancelling",
        "asyncio.condition", "asyncio.event", "asyncio.gather", "asyncio.lock", "asyncio.queue",
        "asyncio.semaphore", "asyncio.wait", "contextvars", "generators.async"})
    if (std::ranges::find(without, each) == without.end()) hello.capabilities.emplace_back(each);
  return hello;
}

TEST(Reasons, AreGivenWhereBothHaveThemAlike) {
  const Hello all = hello({});
  const Hello older = hello({"asyncio.cancelling"});
  std::size_t with = 0;
  for (std::uint64_t seed = 0; seed < many; ++seed) {
    const std::string text = text_of(random_program(seed, Grammar({&all, &older})), Mode::spaced);
    ASSERT_THAT(text, testing::Not(testing::HasSubstr("\"why "))) << "seed " << seed;
    const std::string other = text_of(random_program(seed, Grammar({&all, &all})), Mode::spaced);
    with += other.find("\"why ") != std::string::npos ? 1 : 0;
  }
  EXPECT_GT(with, many / 10);
}

TEST(Grammar, IsWhatBothOffer) {
  const Hello all = hello({});
  EXPECT_THAT(Grammar({&all, &all}).left_out(), testing::IsEmpty());
  const Hello no_queue = hello({"asyncio.queue"});
  const Hello no_event = hello({"asyncio.event"});
  const Grammar both({&no_queue, &no_event});
  EXPECT_THAT(both.left_out(), testing::ElementsAre("asyncio.event", "asyncio.queue"));
  for (std::uint64_t seed = 0; seed < many; ++seed) {
    const std::string text = text_of(random_program(seed, both), Mode::spaced);
    ASSERT_THAT(text, testing::Not(testing::HasSubstr("queue"))) << "seed " << seed;
    ASSERT_THAT(text, testing::Not(testing::HasSubstr("event0"))) << "seed " << seed;
  }
}

TEST(Grammar, SaysWhatIsTooLittle) {
  const Hello all = hello({});
  const Hello real_time = hello({"clock.virtual"});
  try {
    const Grammar grammar({&all, &real_time});
    FAIL();
  } catch (const TooLittleOffered& error) {
    EXPECT_STREQ(error.what(), "mine lacks clock.virtual, which every random program needs");
  }
}

TEST(Programs, ComeFromTheirSeedAlone) {
  std::set<std::string> texts;
  for (std::uint64_t index = 0; index < many; ++index) {
    const std::uint64_t seed = seed_of(7, index);
    EXPECT_EQ(random_program(seed), random_program(seed));
    texts.insert(text_of(random_program(seed), Mode::spaced));
  }
  EXPECT_GT(texts.size(), many * 9 / 10);
}

TEST(Programs, HaveEveryKindOfStep) {
  std::set<Op> seen;
  for (std::uint64_t seed = 0; seed < many; ++seed)
    for_each_step(random_program(seed), [&](const Step& step) { seen.insert(step.op); });
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(Op::burst) + 1);
}

TEST(Programs, BatchesAreScenariosToo) {
  std::vector<Program> programs;
  for (std::uint64_t seed = 0; seed < 40; ++seed) programs.push_back(random_program(seed));
  for (const Mode mode : {Mode::spaced, Mode::full})
    EXPECT_NO_THROW(parse_scenario(batch_of(programs, mode)));
}

TEST(Programs, LimitsEndInSlotsOfTheirOwn) {
  std::size_t limits = 0;
  for (std::uint64_t seed = 0; seed < many; ++seed) {
    const std::vector<double> ends = ends_of_limits(random_program(seed));
    limits += ends.size();
    EXPECT_EQ(std::set<double>(ends.begin(), ends.end()).size(), ends.size()) << "seed " << seed;
    EXPECT_THAT(ends, testing::Each(testing::AllOf(testing::Ge(most_activities), testing::Lt(slots),
                                                   IsWhole())))
        << text_of(random_program(seed), Mode::spaced);
  }
  EXPECT_GT(limits, many);
}

RC_GTEST_PROP(Shrinking, GivesProgramsThatAreFreeOfRacesToo, ()) {
  const auto program = *arbitrary::program();
  RC_ASSERT(complaint_about(*rc::gen::elementOf(smaller(program))).empty());
}

TEST(Shrinking, EndsAtTheEmptyProgram) {
  Program program = random_program(3);
  int rounds = 0;
  for (auto next = smaller(program); !next.empty(); next = smaller(program)) {
    program = next.front();
    ASSERT_LT(++rounds, 10'000);
  }
  EXPECT_EQ(size_of(program), 0);
  EXPECT_EQ(program.activities.size(), 1U);
}

TEST(Shrinking, WhatNothingBeginsIsGone) {
  const Program program = random_program(11);
  for (const Program& each : smaller(program)) {
    std::set<int> begun{0};
    for (const Activity& activity : each.activities)
      for_each_list(activity.steps, [&](const Steps& steps) {
        for (const Step& step : steps)
          for (const int child : begun_by(step)) EXPECT_TRUE(begun.insert(child).second);
      });
    EXPECT_EQ(begun.size(), each.activities.size());
  }
}

}  // namespace
}  // namespace touchstone::programs
