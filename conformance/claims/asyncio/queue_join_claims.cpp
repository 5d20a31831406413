// Waiting until all that was put into a queue between tasks has been dealt with.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_queue_join_checks{
    {"asyncio.queue.join", property([](Trial& trial) {
       const auto rounds = trial.pick("rounds", 1, 3);
       const auto items = trial.pick("items", 0, 3);
       const auto joiners = trial.pick("joiners", 1, 3);
       trial.pick_one("all_first", {false, true});
       trial.pick_one("late", {false, true});
       trial.pick_one("leaves", {false, true});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def join(queue, passed):
             passed.append(await queue.join())
         async def consume():
             queue = asyncio.Queue(items)
             for _ in range(rounds):
                 passed, due = [], items
                 for item in range(items):
                     queue.put_nowait(item)
                 for _ in range(joiners):
                     asyncio.create_task(join(queue, passed))
                 await settle()
                 if leaves and items:
                     attempt("refused", queue.put_nowait("never"))
                     coroutines = [join(queue, passed), queue.put("never")]
                     leavers = [asyncio.create_task(coroutine) for coroutine in coroutines]
                     await settle()
                     for leaver in leavers:
                         leaver.cancel()
                     await settle()
                 if late and items:
                     asyncio.create_task(queue.put("late"))
                     await settle()
                     queue.get_nowait()
                     due += 1
                     await settle()
                 while all_first and not queue.empty():
                     queue.get_nowait()
                 for _ in range(due):
                     if queue.empty():
                         attempt("refused", queue.get_nowait())
                     else:
                         queue.get_nowait()
                     await settle()
                     log("early", len(passed))
                     queue.task_done()
                 await settle()
                 log("passed", len(passed))
         asyncio.run(consume())
       )"));
       if (items > 0) {
         EXPECT_THAT(trace.logs("early"), Each(Value(0)));
       }
       EXPECT_THAT(trace.logs("passed"),
                   AllOf(SizeIs(static_cast<std::size_t>(rounds)), Each(Value(joiners))));
     })},
};

}  // namespace
}  // namespace touchstone
