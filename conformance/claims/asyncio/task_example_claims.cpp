// The examples of tasks that the documents print, with their times.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_task_example_checks{
    {"asyncio.task.example-created-first", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def say_after(delay, what):
             await asyncio.sleep(delay)
             log("print", what)
         async def both():
             first = asyncio.create_task(say_after(1, "Hello"))
             second = asyncio.create_task(say_after(2, "World"))
             log("print", "Tasks created")
             await first
             await second
             log("print", "Tasks finished")
         asyncio.run(both())
       )");
       EXPECT_THAT(trace.logs("print"), ElementsAre(Value("Tasks created"), Value("Hello"),
                                                    Value("World"), Value("Tasks finished")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 1, 2, 2));
     })},

    {"asyncio.task.example-other-work", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def long_running():
             log("print", "Task started")
             await asyncio.sleep(5)
             log("print", "Task finished")
         async def other_work():
             task = asyncio.create_task(long_running())
             log("print", "Do something else while task is running")
             await asyncio.sleep(2)
             log("resumed")
             await task
             log("end")
         asyncio.run(other_work())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("Do something else while task is running"),
                               Value("Task started"), Value("Task finished")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 0, 5));
       EXPECT_THAT(trace.at("resumed"), ElementsAre(2));
       EXPECT_THAT(trace.at("end"), ElementsAre(5));
     })},

    {"asyncio.task.example-two-tasks", example([](Trial& trial) {
       const Trace trace = trial.virtual_clock().run(R"(
         async def task(name, duration):
             log("print", f"Task {name} started")
             await asyncio.sleep(duration)
             log("print", f"Task {name} finished")
         async def both():
             first = asyncio.create_task(task("A", 2))
             second = asyncio.create_task(task("B", 1))
             await first
             await second
             log("end")
         asyncio.run(both())
       )");
       EXPECT_THAT(trace.logs("print"),
                   ElementsAre(Value("Task A started"), Value("Task B started"),
                               Value("Task B finished"), Value("Task A finished")));
       EXPECT_THAT(trace.at("print"), ElementsAre(0, 0, 1, 2));
       EXPECT_THAT(trace.at("end"), ElementsAre(2));
     })},
};

}  // namespace
}  // namespace touchstone
