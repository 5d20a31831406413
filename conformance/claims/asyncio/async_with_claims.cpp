// async with: entering and leaving a context, each of which may await.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// In the order of the scenarios' own list.
constexpr const char* kErrorsAndCancellation[] = {"KeyError", "ValueError", "CancelledError"};

/// The block of the library's manager that this call makes is left by an error of its own or by a
/// cancellation.
void judge_error_in_block(Trial& trial, const std::string& call) {
  const auto error = trial.pick("error", 0, 2);
  const Trace trace =
      trial.run("def make():\n    return asyncio." + call + "\n" + with_settle(trial, R"(
    errors = [KeyError, ValueError]
    async def use():
        async with make():
            log("inside")
            if error < 2:
                raise errors[error]("body")
            await asyncio.Future()
        return "behind"
    async def consume():
        task = asyncio.create_task(use())
        await settle()
        task.cancel()
        await settle()
        attempt("use", task.result())
    asyncio.run(consume())
  )"));
  EXPECT_EQ(trace.count("inside"), 1u);
  EXPECT_THAT(trace.outcome("use"), Raised(kErrorsAndCancellation[error]));
}

const Checks asyncio_async_with_checks{
    {"asyncio.async-with.enter-exit-await", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         class Manager:
             def __init__(self, enter, leave):
                 self.enter, self.leave = enter, leave
             async def __aenter__(self):
                 await self.enter
             async def __aexit__(self, *error):
                 await self.leave
         async def use(enter, leave):
             async with Manager(enter, leave):
                 log("step", "inside")
             log("step", "outside")
         async def consume():
             gates = [[asyncio.Future(), asyncio.Future()] for _ in range(count)]
             tasks = [asyncio.create_task(use(*pair)) for pair in gates]
             for part in range(2):
                 await settle()
                 log("step", ["enter", "leave"][part])
                 for pair in gates:
                     pair[part].set_result(None)
             for task in tasks:
                 attempt("use", await task)
         asyncio.run(consume())
       )"));
       Values expected;
       for (std::int64_t part = 0; part < 2; ++part) {
         expected.emplace_back(part == 0 ? "enter" : "leave");
         expected.insert(expected.end(), static_cast<std::size_t>(count),
                         part == 0 ? "inside" : "outside");
       }
       EXPECT_EQ(trace.logs("step"), expected);
       EXPECT_THAT(trace.outcomes("use"), Each(ValueIs(Value())));
     })},

    {"asyncio.async-with.enter-failure", property([](Trial& trial) {
       const auto error = trial.pick("error", 0, 2);
       trial.pick("pauses", 0, 2);
       const Trace trace = trial.run(R"(
         errors = [KeyError, ValueError, asyncio.CancelledError]
         class Manager:
             async def __aenter__(self):
                 for _ in range(pauses):
                     await asyncio.sleep(0)
                 raise errors[error]("entering")
             async def __aexit__(self, *error):
                 log("exit")
         async def use():
             async with Manager():
                 log("body")
         async def consume():
             attempt("use", await use())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("use"), Raised(kErrorsAndCancellation[error]));
       EXPECT_TRUE(trace.absent("body"));
       EXPECT_TRUE(trace.absent("exit"));
     })},

    {"asyncio.async-with.enter-value", property([](Trial& trial) {
       trial.pick("pauses", 0, 2);
       const Value value = trial.pick("value", arbitrary::datum());
       const Trace trace = trial.run(R"(
         class Manager:
             def __init__(self, given):
                 self.given = given
             async def __aenter__(self):
                 for _ in range(pauses):
                     await asyncio.sleep(0)
                 return self.given
             async def __aexit__(self, *error):
                 pass
         async def consume():
             async with Manager(value) as bound:
                 attempt("value", bound)
             token = [value]
             async with Manager(token) as bound:
                 attempt("same", bound is token)
             manager = Manager(None)
             manager.given = manager
             async with manager as bound:
                 attempt("itself", bound is manager)
             async with Manager(None) as bound:
                 attempt("none", bound is None)
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("value"), ValueIs(value));
       EXPECT_THAT(trace.outcome("same"), ValueIs(true));
       EXPECT_THAT(trace.outcome("itself"), ValueIs(true));
       EXPECT_THAT(trace.outcome("none"), ValueIs(true));
     })},

    {"asyncio.async-with.example", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         class Manager:
             async def __aenter__(self):
                 log("print", "Entering context")
                 await asyncio.sleep(1)
                 return self
             async def __aexit__(self, type, value, trace):
                 log("print", "Exiting context")
                 await asyncio.sleep(1)
         async def consume():
             async with Manager() as manager:
                 log("print", "Inside context")
             log("end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("Entering context"), Value("Inside context"),
                               Value("Exiting context")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 1, 1));
       EXPECT_THAT(trace.at("end"), ElementsAre(2));
     })},

    {"asyncio.async-with.exit-always", property([](Trial& trial) {
       const Value ending =
           trial.pick_one("ending", {"end", "error", "return", "break", "cancellation"});
       const Trace trace = trial.run(R"(
         class Manager:
             async def __aenter__(self):
                 pass
             async def __aexit__(self, *error):
                 await asyncio.sleep(0)
                 log("step", "exit")
         async def use(begun):
             for _ in range(1):
                 async with Manager():
                     log("step", "body")
                     if ending == "error":
                         raise KeyError("body")
                     elif ending == "return":
                         return
                     elif ending == "break":
                         break
                     elif ending == "cancellation":
                         begun.set_result(None)
                         await asyncio.Future()
         async def consume():
             begun = asyncio.Future()
             task = asyncio.create_task(use(begun))
             if ending == "cancellation":
                 await begun
                 task.cancel()
             attempt("use", await task)
             log("step", "end")
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("body"), Value("exit"), Value("end")));
       if (ending == Value("error")) {
         EXPECT_THAT(trace.outcome("use"), Raised("KeyError"));
       } else if (ending == Value("cancellation")) {
         EXPECT_THAT(trace.outcome("use"), Raised("CancelledError"));
       } else {
         EXPECT_THAT(trace.outcome("use"), ValueIs(Value()));
       }
     })},

    {"asyncio.async-with.exit-arguments", property([](Trial& trial) {
       const auto error = trial.pick("error", 0, 2);
       trial.pick_one("returns", {false, true});
       const Trace trace = trial.run(R"(
         errors = [KeyError, ValueError, asyncio.CancelledError]
         class Manager:
             async def __aenter__(self):
                 pass
             async def __aexit__(self, type, value, trace):
                 log("exit", [type is None, value is None])
                 log("kind", kind(value))
                 log("fits", type is None or isinstance(value, type))
         async def succeed():
             async with Manager():
                 if returns:
                     return 7
         async def fail():
             async with Manager():
                 raise errors[error]("body")
         async def consume():
             attempt("use", await succeed())
             attempt("use", await fail())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("exit"),
                   ElementsAre(Value(List{{true, true}}), Value(List{{false, false}})));
       EXPECT_EQ(trace.logs("kind").back(), Value(kErrorsAndCancellation[error]));
       EXPECT_THAT(trace.logs("fits"), Each(Value(true)));
     })},

    {"asyncio.async-with.exit-failure", property([](Trial& trial) {
       trial.pick("pauses", 0, 2);
       const Trace trace = trial.run(R"(
         class Manager:
             async def __aenter__(self):
                 pass
             async def __aexit__(self, *error):
                 for _ in range(pauses):
                     await asyncio.sleep(0)
                 raise KeyError("exit")
         async def use():
             async with Manager():
                 raise ValueError("body")
         async def consume():
             try:
                 await use()
             except Exception as error:
                 log("error", kind(error))
                 log("context", kind(error.__context__))
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("error"), ElementsAre(Value("KeyError")));
       EXPECT_THAT(trace.logs("context"), ElementsAre(Value("ValueError")));
     })},

    {"asyncio.async-with.exit-return", property([](Trial& trial) {
       const auto error = trial.pick("error", 0, 2);
       const Value result = trial.pick_one("result", {Value(), false, 0, "", true, 1, "yes"});
       const Trace trace = trial.run(R"(
         errors = [KeyError, ValueError, asyncio.CancelledError]
         class Manager:
             async def __aenter__(self):
                 pass
             async def __aexit__(self, *error):
                 await asyncio.sleep(0)
                 return result
         async def use():
             async with Manager():
                 raise errors[error]("body")
             return "behind"
         async def consume():
             attempt("use", await use())
         asyncio.run(consume())
       )");
       const bool suppresses =
           result == Value(true) || result == Value(1) || result == Value("yes");
       if (suppresses) {
         EXPECT_THAT(trace.outcome("use"), ValueIs("behind"));
       } else {
         EXPECT_THAT(trace.outcome("use"), Raised(kErrorsAndCancellation[error]));
       }
     })},

    {"asyncio.async-with.not-interchangeable", adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         class Asynchronous:
             async def __aenter__(self):
                 log("entered")
             async def __aexit__(self, *error):
                 log("left")
         class Synchronous:
             def __enter__(self):
                 log("entered")
             def __exit__(self, *error):
                 log("left")
         def use_plainly():
             with Asynchronous():
                 log("body")
         async def use():
             async with Synchronous():
                 log("body")
         async def consume():
             attempt("use", use_plainly())
             attempt("use", await use())
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("use"),
                   ElementsAre(AnyOf(Raised("TypeError"), Raised("AttributeError")),
                               AnyOf(Raised("TypeError"), Raised("AttributeError"))));
       EXPECT_TRUE(trace.absent("entered"));
       EXPECT_TRUE(trace.absent("body"));
       EXPECT_TRUE(trace.absent("left"));
     })},

    {"asyncio.async-with.primitive-passes-errors",
     property([](Trial& trial) { judge_error_in_block(trial, "Lock()"); }),
     property([](Trial& trial) { judge_error_in_block(trial, "Condition()"); }),
     property([](Trial& trial) { judge_error_in_block(trial, "Semaphore()"); }),
     property([](Trial& trial) { judge_error_in_block(trial, "BoundedSemaphore()"); }),
     property([](Trial& trial) {
       judge_error_in_block(trial, "Barrier(1)");
     }).needs("asyncio.barrier")},
};

}  // namespace
}  // namespace touchstone
