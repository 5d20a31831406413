// Streams whose one side is faster than the other, and connections that break.
#include "conformance/claims/asyncio/flood.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// The scenario with `reads`: ways of reading that the four bytes "part" do not satisfy.
std::string with_reads(Trial& trial, std::string_view text) {
  return scenario::dedent(R"(
    reads = [
        lambda reader: reader.read(),
        lambda reader: reader.readline(),
        lambda reader: reader.readuntil(b"#"),
        lambda reader: reader.readexactly(10),
    ]
  )") + with_settle(trial, text);
}

const Checks asyncio_streams_flow_checks{
    {"asyncio.streams.back-pressure", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, with_flood(trial, R"(
         async def write(writer):
             for _ in range(flood // 16384):
                 writer.write(b"a" * 16384)
                 await writer.drain()
             log("step", "drained")
         async def consume():
             near, far = narrow_pair()
             _, writer = await asyncio.open_connection(sock=near)
             reader, answer = await asyncio.open_connection(sock=far)
             task = asyncio.create_task(write(writer))
             for _ in range(10):
                 await settle()
             log("step", "reads")
             record("all", len(await reader.readexactly(flood)))
             await task
             writer.close()
             answer.close()
         asyncio.run(consume())
       )")));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("reads"), Value("drained")));
       EXPECT_EQ(trace.value("all"), Value(kFlood));
     })},

    {"asyncio.streams.connection-error", property([](Trial& trial) {
                                           trial.pick("way", 0, 3);
                                           trial.pick_one("received", {false, true});
                                           trial.pick_one("waits", {false, true});
                                           const Trace trace = trial.run(with_reads(trial, R"(
         async def consume():
             near, far = socket.socketpair()
             reader, writer = await asyncio.open_connection(sock=near)
             writer.write(b"never read")
             if received:
                 far.send(b"part")
             await settle()
             task = asyncio.create_task(reads[way](reader))
             if waits:
                 await settle()
             far.close()
             attempt("read", await task)
             writer.close()
         asyncio.run(consume())
       )"));
                                           EXPECT_THAT(trace.outcome("read"),
                                                       Raised("ConnectionError"));
                                         }).times(30)},

    {"asyncio.streams.connection-error-behind-data",
     property([](Trial& trial) {
       trial.pick("way", 0, 3);
       const Trace trace = trial.run(with_reads(trial, R"(
         async def consume():
             near, far = socket.socketpair()
             reader, writer = await asyncio.open_connection(sock=near)
             writer.write(b"never read")
             await settle()
             far.send(b"part")
             far.close()
             attempt("read", await reads[way](reader))
             writer.close()
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcome("read"), Raised("ConnectionError"));
     }).times(10)},

    {"asyncio.streams.drain-broken", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, with_flood(trial, R"(
         async def drain(writer):
             attempt("drain", await writer.drain())
         async def consume():
             near, far = narrow_pair()
             reader, writer = await asyncio.open_connection(sock=near)
             writer.write(b"a" * flood)
             task = asyncio.create_task(drain(writer))
             await settle()
             record("waits", not task.done())
             far.close()
             await settle()
             record("waits", not task.done())
             task.cancel()
             writer.close()
         asyncio.run(consume())
       )")));
       EXPECT_THAT(trace.values("waits"), ElementsAre(Value(true), Value(false)));
       EXPECT_THAT(trace.outcome("drain"), Raised("ConnectionError"));
     })},

    {"asyncio.streams.drain-several",
     property([](Trial& trial) {
       const auto count = trial.pick("count", 2, 4);
       const Trace trace = trial.run(with_settle(trial, with_flood(trial, R"(
         async def drain(writer, number):
             await writer.drain()
             log("drained", number)
         async def consume():
             near, far = narrow_pair()
             _, writer = await asyncio.open_connection(sock=near)
             writer.write(b"a" * flood)
             tasks = [asyncio.create_task(drain(writer, number)) for number in range(count)]
             await settle()
             log("drained", "reads")
             reader, answer = await asyncio.open_connection(sock=far)
             await reader.readexactly(flood)
             await settle()
             for task in tasks:
                 task.cancel()
             await asyncio.wait(tasks)
             writer.close()
             answer.close()
         asyncio.run(consume())
       )")));
       Values drained = trace.logs("drained");
       EXPECT_EQ(drained.front(), Value("reads"));
       drained.erase(drained.begin());
       EXPECT_THAT(drained, UnorderedElementsAreArray(numbers_below(count)));
     }).times(6)},

    {"asyncio.streams.limit-kept",
     property([](Trial& trial) {
       const Value side = trial.pick_one("side", {"client", "server"});
       const auto limit = trial.pick("limit", 1, 100);
       const Value longer = trial.pick_one("longer", {false, true});
       trial.pick("by", 0, 300);
       const Trace trace = trial.run(R"(
         async def read(reader):
             attempt("line", len(await reader.readuntil(b"\n")))
         async def consume():
             line = b"a" * (limit + 2 + by if longer else limit - 1) + b"\n"
             limits = {"client": 1000, "server": 1000}
             limits[side] = limit
             served = asyncio.Future()
             async def serve(reader, writer):
                 if side == "client":
                     writer.write(line)
                 else:
                     await read(reader)
                 writer.close()
                 served.set_result(None)
             server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=limits["server"])
             port = server.sockets[0].getsockname()[1]
             reader, writer = await asyncio.open_connection("127.0.0.1", port,
                                                            limit=limits["client"])
             if side == "client":
                 await read(reader)
             else:
                 writer.write(line)
             await served
             writer.close()
             server.close()
         asyncio.run(consume())
       )");
       if (longer == Value(true)) {
         EXPECT_THAT(trace.outcome("line"), Raised("LimitOverrunError"));
       } else {
         EXPECT_THAT(trace.outcome("line"), ValueIs(limit));
       }
     }).times(20)},

    {"asyncio.streams.read-exactly-beyond-limit",
     property([](Trial& trial) {
       trial.pick_one("limit", {1, 100, 65536});
       trial.pick("size", 1, 400000);
       const Trace trace = trial.run(R"(
         async def consume():
             near, far = socket.socketpair()
             reader, writer = await asyncio.open_connection(sock=near, limit=limit)
             _, answer = await asyncio.open_connection(sock=far)
             for letter in [b"a", b"b"]:
                 answer.write(letter * size)
                 log("same", (await reader.readexactly(size)) == letter * size)
             writer.close()
             answer.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("same"), ElementsAre(Value(true), Value(true)));
     }).times(10)},

    {"asyncio.streams.write-lines",
     property([](Trial& trial) {
       const auto sizes = trial.pick("sizes", arbitrary::small_integers(0, 6));
       trial.pick_one("way", {"list", "tuple", "generator"});
       const Trace trace = trial.run(R"(
         async def consume():
             near, far = socket.socketpair()
             _, writer = await asyncio.open_connection(sock=near)
             reader, answer = await asyncio.open_connection(sock=far)
             lines = [b"a" * (size % 10) + b"\n" for size in sizes]
             if way == "tuple":
                 lines = tuple(lines)
             elif way == "generator":
                 lines = (line for line in lines)
             writer.writelines(lines)
             writer.write(b"end")
             writer.close()
             record("received", await reader.read())
             answer.close()
         asyncio.run(consume())
       )");
       std::string expected;
       for (const std::int64_t size : sizes)
         expected.append(static_cast<std::size_t>((size % 10 + 10) % 10), 'a') += '\n';
       EXPECT_EQ(trace.value("received"), Value(Bytes{expected + "end"}));
     }).times(20)},
};

}  // namespace
}  // namespace touchstone
