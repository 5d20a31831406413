// Waiting on a condition between tasks: what becomes of its lock, and when the wait ends.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_condition_wait_checks{
    {"asyncio.condition.cancelled-wait-owns-lock", property([](Trial& trial) {
       const auto held = trial.pick("held", 0, 1);
       trial.pick("cancels", 1, 3);
       trial.pick_one("notified", {false, true});
       trial.pick_one("woken", {false, true});
       trial.pick_one("at_once", {false, true});
       trial.pick_one("predicate", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition):
             async with condition:
                 try:
                     if predicate:
                         await condition.wait_for(lambda: False)
                     else:
                         await condition.wait()
                 finally:
                     log("step", "back")
                     log("locked", condition.locked())
         async def consume():
             condition = asyncio.Condition()
             task = asyncio.create_task(wait(condition))
             await settle()
             await condition.acquire()
             if notified:
                 condition.notify()
             if not held:
                 condition.release()
             elif woken:
                 await settle()
             for _ in range(cancels):
                 task.cancel()
                 if not at_once:
                     await settle()
             await settle()
             if held:
                 log("step", "release")
                 condition.release()
                 await settle()
             log("step", "end")
             attempt("task", task.result())
             record("free", not condition.locked())
         asyncio.run(consume())
       )"));
       Values expected = {"back", "end"};
       if (held == 1) expected.insert(expected.begin(), "release");
       EXPECT_EQ(trace.logs("step"), expected);
       EXPECT_THAT(trace.logs("locked"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.outcome("task"), Raised("CancelledError"));
       EXPECT_EQ(trace.value("free"), Value(true));
     })},

    {"asyncio.condition.shared-lock", property([](Trial& trial) {
       trial.pick_one("with_lock", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition, label):
             async with condition:
                 await condition.wait()
                 log("step", label)
         async def consume():
             lock = asyncio.Lock()
             full, empty = asyncio.Condition(lock), asyncio.Condition(lock)
             asyncio.create_task(wait(full, "full"))
             asyncio.create_task(wait(empty, "empty"))
             await settle()
             async with lock if with_lock else full:
                 log("locked", [lock.locked(), full.locked(), empty.locked()])
                 empty.notify_all()
                 await settle()
                 log("step", "leave")
             await settle()
             log("step", "notify")
             async with empty:
                 log("locked", [lock.locked(), full.locked(), empty.locked()])
                 full.notify_all()
             await settle()
             log("step", "end")
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("leave"), Value("empty"), Value("notify"),
                                                   Value("full"), Value("end")));
       EXPECT_THAT(trace.logs("locked"), Each(Value(List{{true, true, true}})));
     })},

    {"asyncio.condition.wait-for-predicate", property([](Trial& trial) {
       const auto start = trial.pick("start", 0, 2);
       const auto answers = trial.pick("answers", arbitrary::small_integers(0, 6));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition, state):
             async with condition:
                 def ask():
                     log("locked", condition.locked())
                     return state["answer"]
                 return await condition.wait_for(ask)
         async def consume():
             condition, state = asyncio.Condition(), {"answer": start}
             task = asyncio.create_task(wait(condition, state))
             for answer in answers + [1]:
                 await settle()
                 log("done", task.done())
                 state["answer"] = answer % 3
                 async with condition:
                     condition.notify()
             await settle()
             attempt("answer", task.result())
         asyncio.run(consume())
       )"));
       Values done = {start != 0};
       std::int64_t first = start;
       for (const std::int64_t answer : answers) {
         if (first == 0) first = ((answer % 3) + 3) % 3;
         done.emplace_back(first != 0);
       }
       EXPECT_EQ(trace.logs("done"), done);
       EXPECT_THAT(trace.outcome("answer"), ValueIs(first != 0 ? first : 1));
       EXPECT_THAT(trace.logs("locked"), Each(Value(true)));
     })},

    {"asyncio.condition.wait-owns-lock", property([](Trial& trial) {
       const auto waiters = trial.pick("waiters", 1, 5);
       trial.pick("pauses", 0, 3);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition, state):
             async with condition:
                 record("wait", await condition.wait())
                 log("step", "woken")
                 log("locked", condition.locked())
                 state["inside"] += 1
                 state["most"] = max(state["most"], state["inside"])
                 for _ in range(pauses):
                     await asyncio.sleep(0)
                 state["inside"] -= 1
         async def consume():
             condition, state = asyncio.Condition(), {"inside": 0, "most": 0}
             for _ in range(waiters):
                 asyncio.create_task(wait(condition, state))
             await settle()
             async with condition:
                 condition.notify_all()
                 await settle()
                 log("step", "leave")
             await settle()
             record("most", state["most"])
         asyncio.run(consume())
       )"));
       Values expected = {"leave"};
       expected.resize(static_cast<std::size_t>(waiters + 1), "woken");
       EXPECT_EQ(trace.logs("step"), expected);
       EXPECT_THAT(trace.values("wait"),
                   AllOf(SizeIs(static_cast<std::size_t>(waiters)), Each(Value(true))));
       EXPECT_THAT(trace.logs("locked"), Each(Value(true)));
       EXPECT_EQ(trace.value("most"), Value(1));
     })},

    {"asyncio.condition.wait-releases-lock", property([](Trial& trial) {
       const auto visitors = trial.pick("visitors", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def wait(condition):
             async with condition:
                 log("step", "wait")
                 await condition.wait()
                 log("step", "woken")
         async def visit(condition):
             async with condition:
                 log("step", "visit")
         async def consume():
             condition = asyncio.Condition()
             asyncio.create_task(wait(condition))
             await settle()
             record("locked", condition.locked())
             for _ in range(visitors):
                 asyncio.create_task(visit(condition))
             await settle()
             log("step", "notify")
             async with condition:
                 condition.notify()
             await settle()
             log("step", "end")
         asyncio.run(consume())
       )"));
       Values expected = {"wait"};
       expected.resize(static_cast<std::size_t>(visitors + 1), "visit");
       expected.insert(expected.end(), {"notify", "woken", "end"});
       EXPECT_EQ(trace.logs("step"), expected);
       EXPECT_EQ(trace.value("locked"), Value(false));
     })},
};

}  // namespace
}  // namespace touchstone
