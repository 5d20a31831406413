// How many tasks and connections one loop can hold.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_capacity_checks{
    {"asyncio.concurrency.many-connections", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         COUNT = 300
         async def consume():
             threads = set()
             async def echo(reader, writer):
                 threads.add(threading.get_ident())
                 writer.write(await reader.read())
                 writer.close()
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             clients = []
             for _ in range(COUNT):
                 clients.append(await asyncio.open_connection("127.0.0.1", port))
             log("all are open")
             right = 0
             for number in reversed(range(COUNT)):
                 reader, writer = clients[number]
                 with attempt("client"):
                     writer.write(bytes([number // 256, number % 256]))
                     writer.write_eof()
                     right += await reader.read() == bytes([number // 256, number % 256])
                 writer.close()
             record("right", right)
             record("threads", len(threads))
             server.close()
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("right"), Value(300));
       EXPECT_EQ(trace.value("threads"), Value(1));
     })},

    // Whoever goes on tells of it a hundred times: a slow subject is not silent.
    {"asyncio.concurrency.many-suspended", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         COUNT = 100000
         async def wait(go_on, number, passed):
             await go_on
             passed.append(number)
             if number % 1000 == 0:
                 log("passed")
         async def consume():
             go_on, passed, tasks = asyncio.Future(), [], []
             for number in range(COUNT):
                 tasks.append(asyncio.create_task(wait(go_on, number, passed)))
                 if number % 1000 == 0:
                     await asyncio.sleep(0)
                     log("suspended")
             await asyncio.sleep(0)
             record("early", len(passed))
             go_on.set_result(None)
             await settle()
             record("passed", len(passed))
             record("distinct", len(set(passed)))
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("early"), Value(0));
       EXPECT_EQ(trace.value("passed"), Value(100000));
       EXPECT_EQ(trace.value("distinct"), Value(100000));
     })},
};

}  // namespace
}  // namespace touchstone
