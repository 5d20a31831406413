// What a scenario can say to the kit, on the reference in this process.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/native/in_process.h"
#include "conformance/scenario/parse.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const native::Registry& registry() {
  static const native::Registry reference = reference::reference_registry();
  return reference;
}

std::string described(const Event& event) {
  const std::string head = std::string(name(event.kind)) + " ";
  switch (event.kind) {
    case EventKind::begin:
      return head + event.label + (event.attempt ? " attempt" : "");
    case EventKind::end:
      return head + event.label + " " +
             (event.outcome.error() != nullptr ? event.outcome.error()->type
                                               : repr(*event.outcome.value()));
    case EventKind::log:
      return head + event.label + " " + repr(Value(List{event.values}));
    case EventKind::reached:
    case EventKind::passed:
      return head + event.gate;
    case EventKind::name:
      return head + event.text;
    case EventKind::warning:
      return head + event.category + ": " + event.text;
    default:
      return head;
  }
}

struct Ran {
  std::vector<std::string> events;
  RunEnd end;
};

Ran run(const char* text, native::RunOptions options = {},
        const std::vector<std::string>& latches = {}) {
  Ran ran;
  native::MemoryHost* opener = nullptr;
  native::MemoryHost host(
      "kit",
      [&](const Event& event) {
        ran.events.push_back(described(event));
        if (event.kind == EventKind::reached) opener->open(event.gate);
      },
      latches);
  opener = &host;
  ran.end = native::run_in_process(registry(), scenario::parse(text), {{"depth", Value(3)}},
                                   options, host)
                .end;
  return ran;
}

std::string raised(const RunEnd& end) {
  const auto* error = std::get_if<run_end::Raised>(&end);
  return error == nullptr ? "" : error->error.type;
}

TEST(Kit, RecordTellsBeginAndEnd) {
  EXPECT_THAT(run("x = record('sum', 1 + depth)\nlog('x', x)").events,
              ElementsAre("begin sum", "end sum 4", "log x [4]"));
}

TEST(Kit, RecordLetsTheErrorGoOn) {
  const Ran ran = run("record('bad', {}['k'])\nlog('never')");
  EXPECT_THAT(ran.events, ElementsAre("begin bad", "end bad KeyError"));
  EXPECT_EQ(raised(ran.end), "KeyError");
}

TEST(Kit, AttemptGoesOnWithNone) {
  EXPECT_THAT(run("log('got', attempt('bad', {}['k']))").events,
              ElementsAre("begin bad attempt", "end bad KeyError", "log got [None]"));
}

TEST(Kit, AttemptLetsWhatEndsProgramsGoOn) {
  EXPECT_EQ(raised(run("def f():\n    raise SystemExit(3)\nattempt('exit', f())").end),
            "SystemExit");
}

TEST(Kit, TheTemporaryIsDroppedAtOnce) {
  EXPECT_THAT(run("class T:\n    def __del__(self):\n        log('dropped')\nrecord('make', "
                  "T())\nlog('next')")
                  .events,
              ElementsAre("begin make", "end make <T #1>", "log dropped []", "log next []"));
}

TEST(Kit, ACoroutineThatGoesBeforeItsFirstStepIsWarnedOf) {
  const char* text = R"(
    async def f():
        log('ran')
    unused = f()
    log('made')
    del unused
    log('gone')
    closed = f()
    closed.close()
    del closed
    started = f()
    attempt('send', started.send(None))
    del started
    asyncio.sleep(0)
    left = f()
  )";
  EXPECT_THAT(
      run(text).events,
      ElementsAre("log made []", "warning RuntimeWarning: coroutine 'f' was never awaited",
                  "log gone []", "begin send attempt", "log ran []", "end send StopIteration",
                  "warning RuntimeWarning: coroutine 'sleep' was never awaited"));
}

TEST(Kit, WarningsMayBeIgnored) {
  const char* text = R"(
    async def f():
        pass
    warnings.simplefilter("ignore")
    f()
    warnings.simplefilter("always")
    f()
  )";
  EXPECT_THAT(run(text).events,
              ElementsAre("warning RuntimeWarning: coroutine 'f' was never awaited"));
  EXPECT_EQ(raised(run("warnings.simplefilter('once')").end), "ValueError");
}

TEST(Kit, BlocksAreObservedToo) {
  EXPECT_THAT(
      run("with record('a'):\n    log('inside')\nwith attempt('b'):\n    1 / 0\nlog('after')")
          .events,
      ElementsAre("begin a", "log inside []", "end a None", "begin b attempt",
                  "end b ZeroDivisionError", "log after []"));
}

TEST(Kit, ExpressionsMayAwaitAndYield) {
  const char* awaits = R"(
    async def f():
        return 5
    async def g():
        x = record("await", await f())
        return x
    async def top():
        return await asyncio.create_task(g(), name="g")
    log("ran", asyncio.run(top()))
  )";
  EXPECT_THAT(run(awaits).events,
              ElementsAre("name g", "begin await", "end await 5", "log ran [5]"));
  EXPECT_THAT(run("def g():\n    x = record('yield', (yield 1))\n    log('sent', x)\nh = "
                  "g()\nnext(h)\nh.send(7) if False else list(h)")
                  .events,
              ElementsAre("begin yield", "end yield None", "log sent [None]"));
}

TEST(Kit, MainIsCalledAfterTheTopLevel) {
  EXPECT_THAT(run("log('top')\ndef main():\n    log('main', depth)").events,
              ElementsAre("log top []", "log main [3]"));
}

TEST(Kit, AGateIsReachedAndPassed) {
  EXPECT_THAT(run("gate('g')\nlog('through')").events,
              ElementsAre("reached g", "passed g", "log through []"));
}

TEST(Kit, AGateIsPassedOnceUnlessItIsForMany) {
  EXPECT_EQ(raised(run("gate('g')\ngate('g')").end), "RuntimeError");
  EXPECT_THAT(run("gate('g')\ngate('g')", {}, {"g"}).events,
              ElementsAre("reached g", "passed g", "reached g", "passed g"));
  EXPECT_EQ(raised(run("gate('..')").end), "ValueError");
}

TEST(Kit, AnAsyncGateStopsOneTaskOnly) {
  const Ran ran =
      run("async def waits():\n    await gate_async('g')\n    log('through')\n"
          "async def main_():\n    await asyncio.gather(waits(), "
          "asyncio.sleep(0))\nasyncio.run(main_())");
  EXPECT_EQ(raised(ran.end), "");
  EXPECT_EQ(ran.events.back(), "log through []");
}

TEST(Kit, KindsAreNamed) {
  EXPECT_THAT(
      run("class A:\n    def f(self):\n        pass\n    @staticmethod\n    def s():\n        "
          "pass\nlog('k', kind(1), kind(A), kind(A()), kind(A().f), kind(A.s), kind(len), kind((x "
          "for x in [])), kind(None), kind(map(len, [])), kind(asyncio), kind([].append))")
          .events,
      ElementsAre("log k ['int', 'type', 'A', 'method', 'function', 'builtin', 'generator', "
                  "'NoneType', 'map', 'module', 'builtin']"));
}

TEST(Kit, CompilesSaysWhetherATextIsOne) {
  EXPECT_THAT(run("log('ok', compiles('x = 1'))\nattempt('bad', compiles('x ='))").events,
              ElementsAre("log ok [True]", "begin bad attempt", "end bad SyntaxError"));
}

TEST(Kit, TheVirtualClockJumps) {
  const Ran ran =
      run("async def f():\n    await asyncio.sleep(3600)\n    return "
          "asyncio.get_running_loop().time()\nlog('time', asyncio.run(f()))",
          {.virtual_clock = true});
  EXPECT_THAT(ran.events, ElementsAre("log time [3600.0]"));
}

TEST(Kit, NothingToWaitForOnTheVirtualClockIsStuck) {
  const Ran ran =
      run("async def f():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(f())",
          {.virtual_clock = true});
  EXPECT_THAT(ran.events, ElementsAre("stuck "));
  EXPECT_TRUE(std::holds_alternative<run_end::Stuck>(ran.end));
}

TEST(Kit, AnEmptyTextEnds) {
  const Ran ran = run("pass");
  EXPECT_THAT(ran.events, IsEmpty());
  EXPECT_TRUE(std::holds_alternative<run_end::ByItself>(ran.end));
}

}  // namespace
}  // namespace touchstone
