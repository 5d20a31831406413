// Transports that call a protocol back.
#include <algorithm>

#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

/// For up to eight chunks, so that a socket holds them all while nobody reads.
rc::Gen<std::vector<std::int64_t>> chunks() { return arbitrary::numbers(0, 99, 0, 8); }

/// The bytes that the scenarios send: of each number ten times as many as it says, and one.
Bytes sent(const std::vector<std::int64_t>& sizes) {
  Bytes bytes;
  for (const std::int64_t size : sizes)
    bytes.data.append(static_cast<std::size_t>(size * 10 + 1), static_cast<char>(size));
  return bytes;
}

const Checks asyncio_protocol_checks{
    {"asyncio.protocol.callback-order", property([](Trial& trial) {
                                          trial.pick("sizes", chunks());
                                          trial.pick_one("pauses", {false, true});
                                          trial.pick_one("way", {"half-close", "close", "reset"});
                                          const Trace trace = trial.run(with_settle(trial, R"(
         class Noted(asyncio.Protocol):
             def __init__(self, lost):
                 self.lost = lost
             def connection_made(self, transport):
                 log("called", "made")
             def data_received(self, data):
                 log("called", "data")
             def eof_received(self):
                 log("called", "end")
             def connection_lost(self, error):
                 log("called", "lost")
                 if not self.lost.done():
                     self.lost.set_result(None)
         async def consume():
             loop, lost = asyncio.get_running_loop(), asyncio.Future()
             near, far = socket.socketpair()
             transport, _ = await loop.create_connection(lambda: Noted(lost), sock=near)
             for size in sizes:
                 far.send(bytes([size]) * (size * 10 + 1))
                 if pauses:
                     await settle()
             if way == "half-close":
                 far.shutdown(socket.SHUT_WR)
             elif way == "reset":
                 transport.write(b"never read")
                 await settle()
             if way != "half-close":
                 far.close()
             await lost
             await settle()
             far.close()
         asyncio.run(consume())
       )"));
                                          Values called = trace.logs("called");
                                          EXPECT_EQ(called.front(), Value("made"));
                                          EXPECT_EQ(called.back(), Value("lost"));
                                          called.pop_back();
                                          if (called.back() == Value("end")) called.pop_back();
                                          called.erase(called.begin());
                                          EXPECT_THAT(called, Each(Value("data")));
                                        }).times(30)},

    {"asyncio.protocol.same-data-as-streams", property([](Trial& trial) {
                                                const auto sizes = trial.pick("sizes", chunks());
                                                trial.pick_one("pauses", {false, true});
                                                const Trace trace = trial.run(with_settle(trial, R"(
         class Collector(asyncio.Protocol):
             def __init__(self, lost):
                 self.lost, self.data = lost, b""
             def data_received(self, data):
                 self.data += data
             def connection_lost(self, error):
                 self.lost.set_result(self.data)
         async def send(far):
             for size in sizes:
                 far.send(bytes([size]) * (size * 10 + 1))
                 if pauses:
                     await settle()
             far.close()
         async def by_callback(loop, lost):
             near, far = socket.socketpair()
             await loop.create_connection(lambda: Collector(lost), sock=near)
             await send(far)
             return await lost
         async def by_await():
             near, far = socket.socketpair()
             reader, writer = await asyncio.open_connection(sock=near)
             await send(far)
             data = await reader.read()
             writer.close()
             return data
         async def consume():
             loop = asyncio.get_running_loop()
             record("callback", await by_callback(loop, loop.create_future()))
             record("await", await by_await())
         asyncio.run(consume())
       )"));
                                                EXPECT_EQ(trace.value("callback"),
                                                          Value(sent(sizes)));
                                                EXPECT_EQ(trace.value("await"), Value(sent(sizes)));
                                              }).times(30)},
};

}  // namespace
}  // namespace touchstone
