// What is in the module, and what is not.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_module_checks{
    {"asyncio.executor.no-work-no-thread", property([](Trial& trial) {
                                             trial.pick("workers", 1, 6);
                                             const Trace trace = trial.run(R"(
         def further(threads):
             return len([thread for thread in threading.enumerate() if thread not in threads])
         async def consume(pool, before):
             loop = asyncio.get_running_loop()
             loop.set_default_executor(pool)
             await asyncio.sleep(0)
             record("idle", further(before))
             record("at work", await loop.run_in_executor(None, further, before) > 0)
         before = threading.enumerate()
         pool = concurrent.futures.ThreadPoolExecutor(workers)
         record("idle", further(before))
         asyncio.run(consume(pool, before))
         pool.shutdown()
       )");
                                             EXPECT_THAT(trace.values("idle"),
                                                         ElementsAre(Value(0), Value(0)));
                                             EXPECT_EQ(trace.value("at work"), Value(true));
                                           }).times(6)},

    {"asyncio.module.no-file-api", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         names = ["open", "open_file", "read", "read_file", "readfile", "write", "write_file",
                  "File", "FileIO", "AsyncFile", "aopen"]
         record("offered", [name for name in names if hasattr(asyncio, name)])
       )");
       EXPECT_EQ(trace.value("offered"), Value(List{}));
     })},
};

}  // namespace
}  // namespace touchstone
