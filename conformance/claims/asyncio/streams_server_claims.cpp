// Stream servers and their clients over the loopback.
#include "conformance/claims/asyncio/flood.h"
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

constexpr std::string_view kWriteAndClose = R"(
async def serve(reader, writer):
    for _ in range(pieces):
        writer.write(b"a" * size)
    writer.close()
    if waits:
        await writer.wait_closed()
async def consume():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    data = await reader.read()
    record("all", data == b"a" * size * pieces)
    writer.close()
    server.close()
asyncio.run(consume())
)";

const Checks asyncio_streams_server_checks{
    {"asyncio.streams.address-in-use", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def echo(reader, writer):
             writer.write(await reader.read(100))
             writer.close()
         async def consume():
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             attempt("second", kind(await asyncio.start_server(echo, "127.0.0.1", port)))
             reader, writer = await asyncio.open_connection("127.0.0.1", port)
             writer.write(b"still here")
             record("echo", await reader.read())
             writer.close()
             server.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("second"), Raised("OSError"));
       EXPECT_EQ(trace.value("echo"), Value(Bytes{"still here"}));
     })},

    {"asyncio.streams.close-flushes", property([](Trial& trial) {
                                        trial.pick_one("size", {1, 100, 65536, 1000000});
                                        trial.pick("pieces", 1, 4);
                                        trial.pick_one("waits", {false, true});
                                        EXPECT_EQ(trial.run(kWriteAndClose).value("all"),
                                                  Value(true));
                                      }).times(10),
     // Most of it is still to be sent at the close.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(with_flood(trial, R"(
         async def write_and_close(near):
             _, writer = await asyncio.open_connection(sock=near)
             for _ in range(16):
                 writer.write(b"a" * (flood // 16))
             writer.close()
             await writer.wait_closed()
         async def consume():
             near, far = narrow_pair()
             task = asyncio.create_task(write_and_close(near))
             reader, answer = await asyncio.open_connection(sock=far)
             record("all", (await reader.read()) == b"a" * flood)
             await task
             answer.close()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("all"), Value(true));
     })},

    {"asyncio.streams.concurrent-clients", property([](Trial& trial) {
                                             const auto silent = trial.pick("silent", 1, 4);
                                             const Trace trace = trial.run(R"(
         async def echo(reader, writer):
             writer.write(await reader.read(100))
             writer.close()
         async def consume():
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             clients = []
             for _ in range(silent + 1):
                 clients.append(await asyncio.open_connection("127.0.0.1", port))
             for number in reversed(range(silent + 1)):
                 reader, writer = clients[number]
                 writer.write(bytes([number]))
                 attempt("echo", (await reader.read())[0])
                 writer.close()
             server.close()
         asyncio.run(consume())
       )");
                                             Values expected;
                                             for (std::int64_t number = silent; number >= 0;
                                                  --number)
                                               expected.emplace_back(number);
                                             EXPECT_EQ(trace.values("echo"), expected);
                                           }).times(10)},

    {"asyncio.streams.connect-refused", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def consume():
             bound = socket.socket()
             bound.bind(("127.0.0.1", 0))
             port = bound.getsockname()[1]
             attempt("connect", len(await asyncio.open_connection("127.0.0.1", port)))
             bound.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("connect"), Raised("ConnectionRefusedError"));
     })},

    {"asyncio.streams.echo-example", property([](Trial& trial) {
                                       trial.pick("size", 1, 100);
                                       const Trace trace = trial.run(R"(
         async def echo(reader, writer):
             data = await reader.read(100)
             log("received", data)
             writer.write(data)
             await writer.drain()
             writer.close()
         async def talk(port, message):
             reader, writer = await asyncio.open_connection("127.0.0.1", port)
             writer.write(message)
             await writer.drain()
             data = await reader.read(100)
             writer.close()
             await writer.wait_closed()
             return data
         async def consume():
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             record("hello", await talk(port, b"Hello, World!"))
             record("same", (await talk(port, b"x" * size)) == b"x" * size)
             server.close()
         asyncio.run(consume())
       )");
                                       EXPECT_EQ(trace.value("hello"),
                                                 Value(Bytes{"Hello, World!"}));
                                       EXPECT_EQ(trace.value("same"), Value(true));
                                     }).times(10)},

    {"asyncio.streams.handler-error", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         def ignore(loop, context):
             pass
         async def consume():
             failing = asyncio.Future()
             async def echo(reader, writer):
                 data = await reader.read(100)
                 if data == b"fail":
                     failing.set_result(None)
                     raise KeyError("of the handler")
                 writer.write(data)
                 writer.close()
             asyncio.get_running_loop().set_exception_handler(ignore)
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             failed = await asyncio.open_connection("127.0.0.1", port)
             failed[1].write(b"fail")
             await failing
             with attempt("second"):
                 reader, writer = await asyncio.open_connection("127.0.0.1", port)
                 writer.write(b"well")
                 log("echo", await reader.read())
                 writer.close()
             failed[1].close()
             server.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcome("second"), ValueIs(_));
       EXPECT_THAT(trace.logs("echo"), ElementsAre(Value(Bytes{"well"})));
     })},

    {"asyncio.streams.peer-name", property([](Trial& trial) {
                                    const auto clients = trial.pick("clients", 1, 4);
                                    const Trace trace = trial.run(R"(
         async def serve(reader, writer):
             number = (await reader.read(1))[0]
             names[number] = writer.get_extra_info("peername")
             writer.write(b"x")
             writer.close()
         names = {}
         async def consume():
             server = await asyncio.start_server(serve, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             for number in range(clients):
                 reader, writer = await asyncio.open_connection("127.0.0.1", port)
                 writer.write(bytes([number]))
                 await reader.read()
                 log("equal", names[number] == writer.get_extra_info("sockname"))
                 writer.close()
             server.close()
         asyncio.run(consume())
       )");
                                    EXPECT_THAT(trace.logs("equal"),
                                                SizeIs(static_cast<std::size_t>(clients)));
                                    EXPECT_THAT(trace.logs("equal"), Each(Value(true)));
                                  }).times(10)},

    {"asyncio.streams.serve-forever-twice", example([](Trial& trial) {
       const Trace trace = trial.run(with_settle(trial, R"(
         async def echo(reader, writer):
             writer.write(await reader.read(100))
             writer.close()
         async def consume():
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             first = asyncio.create_task(server.serve_forever())
             await settle()
             second = asyncio.create_task(server.serve_forever())
             await settle()
             attempt("second", second.result())
             reader, writer = await asyncio.open_connection("127.0.0.1", port)
             writer.write(b"served")
             record("echo", await reader.read())
             writer.close()
             record("first", first.done())
             first.cancel()
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.outcome("second"), RaisedExactly("RuntimeError"));
       EXPECT_EQ(trace.value("echo"), Value(Bytes{"served"}));
       EXPECT_EQ(trace.value("first"), Value(false));
     })},

    {"asyncio.streams.server-close-keeps-connections",
     property([](Trial& trial) {
       const auto clients = trial.pick("clients", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def echo(reader, writer):
             while True:
                 data = await reader.read(100)
                 if not data:
                     break
                 writer.write(data)
             writer.close()
         async def say(streams, data):
             streams[1].write(data)
             return await streams[0].read(100)
         async def consume():
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(clients)]
             for each in streams:
                 log("before", await say(each, b"x"))
             server.close()
             await settle()
             for number, each in enumerate(streams):
                 attempt("after", await say(each, bytes([number])))
                 each[1].close()
         asyncio.run(consume())
       )"));
       std::vector<testing::Matcher<const Outcome&>> after;
       for (std::int64_t number = 0; number < clients; ++number)
         after.push_back(ValueIs(Value(Bytes{std::string(1, static_cast<char>(number))})));
       EXPECT_EQ(trace.count("before"), static_cast<std::size_t>(clients));
       EXPECT_THAT(trace.outcomes("after"), ElementsAreArray(after));
     }).times(10)},

    {"asyncio.streams.server-context-closes", property([](Trial& trial) {
                                                trial.pick_one("fails", {false, true});
                                                const Trace trace = trial.run(R"(
         async def echo(reader, writer):
             writer.write(await reader.read(100))
             writer.close()
         async def use(server, port):
             async with server:
                 reader, writer = await asyncio.open_connection("127.0.0.1", port)
                 writer.write(b"served")
                 record("echo", await reader.read())
                 writer.close()
                 if fails:
                     raise KeyError("inside")
         async def consume():
             server = await asyncio.start_server(echo, "127.0.0.1", 0)
             attempt("use", await use(server, server.sockets[0].getsockname()[1]))
             record("serving", server.is_serving())
         asyncio.run(consume())
       )");
                                                EXPECT_EQ(trace.value("echo"),
                                                          Value(Bytes{"served"}));
                                                EXPECT_EQ(trace.value("serving"), Value(false));
                                              }).times(4)},

    {"asyncio.streams.start-server-listening", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def serve(reader, writer):
             writer.write(b"served")
             writer.close()
         async def consume():
             server = await asyncio.start_server(serve, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             record("port", port > 0)
             with attempt("connect"):
                 reader, writer = await asyncio.open_connection("127.0.0.1", port)
                 log("data", await reader.read())
                 writer.close()
             server.close()
         asyncio.run(consume())
       )");
       EXPECT_EQ(trace.value("port"), Value(true));
       EXPECT_THAT(trace.outcome("connect"), ValueIs(_));
       EXPECT_THAT(trace.logs("data"), ElementsAre(Value(Bytes{"served"})));
     })},

    {"asyncio.streams.wait-closed", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def serve(reader, writer):
             log("end", await reader.read())
             writer.close()
         async def consume():
             server = await asyncio.start_server(serve, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             reader, writer = await asyncio.open_connection("127.0.0.1", port)
             record("closing", writer.is_closing())
             writer.close()
             record("closing", writer.is_closing())
             attempt("closed", await writer.wait_closed())
             attempt("closed", writer.close())
             server.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.values("closing"), ElementsAre(Value(false), Value(true)));
       EXPECT_THAT(trace.outcomes("closed"), ElementsAre(ValueIs(Value()), ValueIs(Value())));
     })},

    {"asyncio.streams.write-needs-bytes", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def serve(reader, writer):
             writer.write(await reader.read())
             writer.close()
         async def consume():
             server = await asyncio.start_server(serve, "127.0.0.1", 0)
             port = server.sockets[0].getsockname()[1]
             reader, writer = await asyncio.open_connection("127.0.0.1", port)
             for wrong in ["text", "", 7, 0, None]:
                 attempt("write", writer.write(wrong))
             writer.write(b"bytes")
             writer.write_eof()
             record("echo", await reader.read())
             writer.close()
             server.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.outcomes("write"), SizeIs(5));
       EXPECT_THAT(trace.outcomes("write"), Each(Raised("TypeError")));
       EXPECT_EQ(trace.value("echo"), Value(Bytes{"bytes"}));
     })},
};

}  // namespace
}  // namespace touchstone
