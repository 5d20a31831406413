#include "conformance/scenario/needs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/scenario/validate.h"

namespace touchstone::scenario {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const NameSet modules = {"threading", "time", "queue", "asyncio", "socket"};

TEST(Needs, ModulesAreNamesThatNothingBinds) {
  EXPECT_THAT(modules_used(parse_scenario("x = threading.Lock()\ntime.sleep(0)"), modules),
              ElementsAre("threading", "time"));
  EXPECT_THAT(modules_used(parse_scenario("def f(queue): return queue.get()"), modules),
              ElementsAre());
  EXPECT_THAT(modules_used(parse_scenario("def f(time): return time\ndef g(): return time.time()"),
                           modules),
              ElementsAre("time"));
  EXPECT_THAT(modules_used(parse_scenario("x = [queue for queue in y]"), modules), ElementsAre());
  EXPECT_THAT(
      modules_used(parse_scenario("class A:\n  time = 1\n  def f(self): return time"), modules),
      ElementsAre("time"));
  EXPECT_THAT(modules_used(parse_scenario("x.threading"), modules), ElementsAre());
}

TEST(Needs, FreeNamesSeeScopesAsPythonDoes) {
  EXPECT_THAT(free_names(parse_scenario("def f():\n  global g\n  g = 1\ndef h(): return g")),
              Not(Contains("g")));
  EXPECT_THAT(free_names(parse_scenario("def f():\n  x = 1\n  return lambda: x + y")),
              ElementsAre("y"));
  EXPECT_THAT(free_names(parse_scenario("try: f()\nexcept E as e: e")), ElementsAre("E", "f"));
}

TEST(Needs, IsolationForWhatOutlivesARun) {
  for (const char* text :
       {"threading.Thread()", "signal.alarm(1)", "socket.socket()", "sys.setrecursionlimit(9)",
        "gc.collect()", "asyncio.to_thread(f)", "concurrent.futures.ThreadPoolExecutor()"}) {
    EXPECT_TRUE(needs_isolation(parse_scenario(text))) << text;
  }
  for (const char* text :
       {"x = 1", "asyncio.run(f())", "functools.reduce(f, x)", "def f(os): return os"}) {
    EXPECT_FALSE(needs_isolation(parse_scenario(text))) << text;
  }
}

TEST(Needs, VirtualClockAwayFromTheOutsideWorld) {
  EXPECT_TRUE(allows_virtual_clock(parse_scenario("asyncio.run(asyncio.sleep(9))")));
  for (const char* text : {"socket.socket()", "threading.Lock()", "loop.run_in_executor(None, f)",
                           "gate_async('a')", "asyncio.open_connection(h, p)"}) {
    EXPECT_FALSE(allows_virtual_clock(parse_scenario(text))) << text;
  }
}

TEST(Needs, GatesByTheirLiteralNames) {
  EXPECT_THAT(gates_named(parse_scenario(
                  "gate('b')\ndef f(n):\n  gate(n)\nasync def g():\n  await gate_async('a')")),
              ElementsAre("a", "b"));
}

TEST(Needs, MainStandsAtTheTop) {
  EXPECT_TRUE(has_main(parse_scenario("def main(): pass")));
  EXPECT_FALSE(has_main(parse_scenario("class A:\n  def main(self): pass")));
  EXPECT_TRUE(starts_processes(parse_scenario("def main(): program(f)")));
}

TEST(Needs, PlainIsWhatPythonRunsAsItStands) {
  EXPECT_TRUE(is_plain(parse_scenario("log('a', functools.reduce(f, x))")));
  for (const char* text :
       {"record('a', 1)", "x = attempt('a', f())", "with record('a'): pass", "def main(): pass"}) {
    EXPECT_FALSE(is_plain(parse_scenario(text))) << text;
  }
}

}  // namespace
}  // namespace touchstone::scenario
