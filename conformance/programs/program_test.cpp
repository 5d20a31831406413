#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <regex>
#include <set>

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
      "gather", "wait", "wait_for",   "shield", "set",        "clear",     "put",   "as_completed",
      "get",    "join", "put_nowait", "notify", "get_nowait", "task_done", "cancel"};
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
    if (const auto* each = as<scenario::AsyncWith>(statement))
      demand_turns(each->body, false, complaint);
    if (const auto* each = as<scenario::AsyncFor>(statement))
      demand_turns(each->body, false, complaint);
    after_turn =
        is_await_of(statement, "turn") || (after_turn && !is_block && !interacts(statement));
  }
}

std::string complaint_about(const Program& program) {
  const scenario::Module tree = parse_scenario(text_of(program, Mode::spaced));
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

/// By way of wait_for it may take several turns of the loop until it is known to be over.
bool may_be_over_late(const Awaited& awaited) {
  return awaited.limit && (is_of_a_task(awaited) || *awaited.limit == 0);
}

bool may_be_over(const Awaited& awaited) {
  return is_of_a_task(awaited) || may_be_over_late(awaited);
}

bool has_no_limit_on_what_may_be_over(const Step& gathering) {
  return std::ranges::count_if(gathering.awaited, may_be_over) < 2 ||
         std::ranges::none_of(gathering.awaited, may_be_over_late);
}

TEST(Programs, GatherOneThingThatMayBeOverAlreadyOrNoneWithALimit) {
  for (std::uint64_t seed = 0; seed < many; ++seed)
    for (const Activity& activity : random_program(seed).activities)
      for_each_list(activity.steps, [&](const Steps& steps) {
        for (const Step& step : steps) {
          if (step.op != Op::gather) continue;
          EXPECT_TRUE(has_no_limit_on_what_may_be_over(step)) << "seed " << seed;
        }
      });
}

Hello hello(std::vector<std::string> without) {
  Hello hello;
  hello.name = "mine";
  for (const char* each :
       {"coroutines", "asyncio.run", "asyncio.sleep", "asyncio.create_task", "asyncio.loop",
        "asyncio.wait_for", "clock.virtual", "asyncio.as_completed", "asyncio.condition",
        "asyncio.event", "asyncio.gather", "asyncio.lock", "asyncio.queue", "asyncio.semaphore",
        "asyncio.wait", "contextvars", "generators.async"})
    if (std::ranges::find(without, each) == without.end()) hello.capabilities.emplace_back(each);
  return hello;
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
    for (const Activity& activity : random_program(seed).activities)
      for_each_list(activity.steps, [&](const Steps& steps) {
        for (const Step& step : steps) seen.insert(step.op);
      });
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(Op::iterate) + 1);
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
