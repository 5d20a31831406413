#include "conformance/native/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/native/in_process.h"
#include "conformance/native/operations/operations.h"
#include "conformance/scenario/parse.h"

namespace touchstone::native {
namespace {

using testing::ElementsAre;

struct Account {
  explicit Account(int balance) : balance(balance) {}
  int deposit(int amount) { return balance += amount; }
  int balance;
};

struct Overdrawn : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Runs a scenario and gives the values of its log events, one list an event, and how it ended.
struct Ran {
  std::vector<std::string> logs;
  RunEnd end;
};

Ran run(const Registry& registry, const char* text) {
  Ran ran;
  MemoryHost host("test", [&ran](const Event& event) {
    if (event.kind == EventKind::log)
      ran.logs.push_back(event.label + " " +
                         repr(touchstone::Value(touchstone::List{event.values})));
  });
  ran.end = run_in_process(registry, scenario::parse(text), {}, {}, host).end;
  return ran;
}

bool raised(const RunEnd& end, std::string_view type) {
  const auto* raised = std::get_if<run_end::Raised>(&end);
  return raised != nullptr && raised->error.is(type);
}

TEST(Registry, BindsFunctionsByTheirTypes) {
  Registry registry("test");
  registry.function("math.twice", [](int number) { return 2 * number; });
  registry.function(
      "greet",
      [](const std::string& name, const std::string& greeting) { return greeting + " " + name; },
      arg("name"), arg("greeting", make_str("hello")));
  EXPECT_THAT(
      run(registry, "log('a', math.twice(4), greet('you'), greet(greeting='bye', name='x'))").logs,
      ElementsAre("a [8, 'hello you', 'bye x']"));
  EXPECT_TRUE(raised(run(registry, "math.twice('x')").end, "TypeError"));
  EXPECT_TRUE(raised(run(registry, "greet()").end, "TypeError"));
  EXPECT_TRUE(raised(run(registry, "greet('a', 'b', 'c')").end, "TypeError"));
}

TEST(Registry, BindsTypes) {
  Registry registry("test");
  registry.type<Account>("bank.Account")
      .constructor<int>(arg("balance", 10))
      .method("deposit", &Account::deposit)
      .property("balance", [](Account& account) { return account.balance; });
  EXPECT_THAT(run(registry,
                  "a = bank.Account()\nlog('a', a.deposit(5), a.balance, bank.Account(1).balance, "
                  "isinstance(a, bank.Account))")
                  .logs,
              ElementsAre("a [15, 15, 1, True]"));
}

TEST(Registry, ATypeIsOpenedAgain) {
  Registry registry("test");
  registry.type<Account>("bank.Account").constructor<int>();
  registry.type<Account>("bank.Account").method("__len__", [](Account& account) {
    return account.balance;
  });
  EXPECT_THAT(run(registry, "log('a', len(bank.Account(3)))").logs, ElementsAre("a [3]"));
}

TEST(Registry, TranslatesErrors) {
  Registry registry("test");
  registry.error<Overdrawn>("bank.Overdrawn", "ValueError");
  registry.function("bank.draw", [] { throw Overdrawn("empty"); });
  EXPECT_THAT(run(registry,
                  "try:\n    bank.draw()\nexcept bank.Overdrawn as error:\n    log('a', "
                  "error.args, isinstance(error, ValueError))")
                  .logs,
              ElementsAre("a [('empty',), True]"));
}

TEST(Registry, StandardErrorsGetTheirNearestClass) {
  Registry registry("test");
  registry.function("fail", [] { throw std::invalid_argument("no"); });
  EXPECT_TRUE(raised(run(registry, "fail()").end, "ValueError"));
}

TEST(Registry, ABindingIsReplacedAndWrapped) {
  Registry registry("test");
  registry.function("f", [] { return 1; });
  const Value right = registry.at("f");
  registry.function(
      "f", [right](Call& call) { return add(native::call(right, call.arguments()), Value(1)); });
  EXPECT_THAT(run(registry, "log('a', f())").logs, ElementsAre("a [2]"));
  registry.remove("f");
  EXPECT_TRUE(raised(run(registry, "f()").end, "NameError"));
}

TEST(Registry, SaysWhatItLacks) {
  const Registry registry("test");
  for (const auto& [text, capability] : {std::pair{"class A:\n    pass", "objects.classes"},
                                         std::pair{"threading.Lock()", "threading"},
                                         std::pair{"def f():\n    yield", "generators.sync"}}) {
    const RunEnd end = run(registry, text).end;
    const auto* missing = std::get_if<run_end::Unsupported>(&end);
    ASSERT_NE(missing, nullptr) << text;
    EXPECT_EQ(missing->capability, capability);
  }
}

TEST(Registry, RunsWithoutAnyBinding) {
  const Registry registry("test");
  EXPECT_THAT(run(registry, "log('a', sorted([2, 1]), 'x'.upper(), {1: 2}[1], 2 ** 70)").logs,
              ElementsAre("a [[1, 2], 'X', 2, 1180591620717411303424]"));
}

}  // namespace
}  // namespace touchstone::native
