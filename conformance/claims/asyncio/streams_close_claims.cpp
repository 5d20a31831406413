// Streams that are closed, servers that are cancelled, and a peer that does not read.
#include "conformance/claims/asyncio/flood.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

const Checks asyncio_streams_close_checks{
    {"asyncio.streams.serve-forever-cancel", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def echo(reader, writer):
             writer.write(await reader.read(100))
             writer.close()
         async def consume():
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             serving = asyncio.create_task(server.serve_forever())
             for _ in range(3):
                 reader, writer = await asyncio.open_connection("127.0.0.1", port)
                 writer.write(b"served")
                 log("echo", await reader.read())
                 writer.close()
             record("returned", serving.done())
             serving.cancel()
             attempt("serving", await serving)
             record("is serving", server.is_serving())
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.count("echo"), 3u);
       EXPECT_EQ(trace.value("returned"), Value(false));
       EXPECT_THAT(trace.outcome("serving"), Raised("CancelledError"));
       EXPECT_EQ(trace.value("is serving"), Value(false));
     })},

    {"asyncio.streams.write-after-close", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def write_late(writer):
             writer.write(b"late")
             await writer.drain()
         async def consume():
             received = asyncio.Future()
             async def serve(reader, writer):
                 received.set_result(await reader.read())
                 writer.close()
             server = await asyncio.start_server(serve, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             reader, writer = await asyncio.open_connection("127.0.0.1", port)
             writer.write(b"in time")
             writer.close()
             await writer.wait_closed()
             attempt("late", await write_late(writer))
             record("received", await received)
             server.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("late"), Raised("ConnectionError"));
       EXPECT_EQ(trace.value("received"), Value(Bytes{"in time"}));
     })},

    {"asyncio.streams.write-non-blocking", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, with_flood(trial, R"(
         async def drain(writer):
             await writer.drain()
             log("step", "drained")
         async def consume():
             near, far = narrow_pair()
             _, writer = await asyncio.open_connection(sock=near)
             attempt("write", writer.write(b"a" * flood))
             task = asyncio.create_task(drain(writer))
             await settle()
             log("step", "reads")
             reader, answer = await asyncio.open_connection(sock=far)
             await reader.readexactly(flood)
             await task
             writer.close()
             answer.close()
         asyncio.run(consume())
       )")));
       EXPECT_THAT(trace.outcome("write"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("reads"), Value("drained")));
     })},
};

}  // namespace
}  // namespace touchstone
