// Callbacks of the loop on descriptors that are ready, and when it looks for those.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;

const Checks asyncio_loop_reader_checks{
    {"asyncio.cost.poll-per-iteration", property([](Trial& trial) {
                                          trial.pick("spinners", 1, 3);
                                          const Trace trace = trial.run(R"(
         async def spin(arrived):
             for _ in range(10000):
                 if arrived:
                     break
                 await asyncio.sleep(0)
         async def consume():
             loop, arrived = asyncio.get_running_loop(), []
             reader, writer = socket.socketpair()
             def ready():
                 arrived.append(reader.recv(100))
                 loop.remove_reader(reader)
             loop.add_reader(reader, ready)
             tasks = [asyncio.create_task(spin(arrived)) for _ in range(spinners)]
             writer.send(b"data")
             for task in tasks:
                 await task
             record("arrived", list(arrived))
             loop.remove_reader(reader)
             reader.close()
             writer.close()
         asyncio.run(consume())
       )");
                                          EXPECT_EQ(trace.value("arrived"),
                                                    Value(List{{Bytes{"data"}}}));
                                        }).times(6)},

    {"asyncio.loop.reader-level-triggered", property([](Trial& trial) {
       const auto calls = trial.pick("calls", 2, 6);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop, end = asyncio.get_running_loop(), asyncio.Future()
             reader, writer = socket.socketpair()
             called = [0]
             def ready():
                 called[0] += 1
                 log("called")
                 if called[0] == calls:
                     record("data", reader.recv(100))
                     loop.remove_reader(reader)
                     end.set_result(None)
             loop.add_reader(reader, ready)
             writer.send(b"data")
             for _ in range(1000):
                 if end.done():
                     break
                 await asyncio.sleep(0)
             record("done", end.done())
             writer.send(b"more")
             await settle()
             loop.remove_reader(reader)
             reader.close()
             writer.close()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_EQ(trace.count("called"), static_cast<std::size_t>(calls));
       EXPECT_EQ(trace.value("data"), Value(Bytes{"data"}));
     })},

    {"asyncio.loop.reader-own-callback", property([](Trial& trial) {
       const auto count = trial.pick("count", 1, 5);
       const auto chosen = trial.pick("chosen", 1, 31);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop = asyncio.get_running_loop()
             pairs = [socket.socketpair() for _ in range(count)]
             def ready(number):
                 log("called", [number, pairs[number][0].recv(100)[0]])
                 loop.remove_reader(pairs[number][0])
             for number in range(count):
                 pairs[number][0].setblocking(False)
                 loop.add_reader(pairs[number][0], ready, number)
             for number in reversed(range(count)):
                 if chosen >> number & 1:
                     pairs[number][1].send(bytes([number]))
             await settle()
             log("called", "end")
             for pair in pairs:
                 loop.remove_reader(pair[0])
                 pair[0].close()
                 pair[1].close()
         asyncio.run(consume())
       )"));
       Values expected = {"end"};
       for (std::int64_t number = 0; number < count; ++number)
         if (((chosen >> number) & 1) != 0) expected.emplace_back(List{{number, number}});
       EXPECT_THAT(trace.logs("called"), UnorderedElementsAreArray(expected));
     })},

    {"asyncio.loop.reader-removed", property([](Trial& trial) {
       trial.pick("count", 1, 5);
       trial.pick_one("way", {"reader", "writer"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop = asyncio.get_running_loop()
             pairs = [socket.socketpair() for _ in range(count)]
             add = loop.add_reader if way == "reader" else loop.add_writer
             remove = loop.remove_reader if way == "reader" else loop.remove_writer
             def ready(number):
                 log("called", number)
                 for near, far in pairs:
                     remove(near)
             for number, pair in enumerate(pairs):
                 pair[1].send(b"a")
                 add(pair[0], ready, number)
             await settle()
             for near, far in pairs:
                 near.close()
                 far.close()
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.count("called"), 1u);
     })},

    {"asyncio.loop.reader-replaced", property([](Trial& trial) {
                                       trial.pick("count", 2, 4);
                                       trial.pick_one("way", {"reader", "writer"});
                                       trial.pick_one("pauses", {false, true});
                                       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop = asyncio.get_running_loop()
             near, far = socket.socketpair()
             called = [0] * count
             add = loop.add_reader if way == "reader" else loop.add_writer
             remove = loop.remove_reader if way == "reader" else loop.remove_writer
             def ready(number):
                 called[number] += 1
             far.send(b"a")
             for number in range(count):
                 add(near, ready, number)
                 if pauses:
                     await settle()
             before = list(called)
             await settle()
             for number in range(count - 1):
                 log("former", called[number] - before[number])
             log("last", called[-1] > before[-1])
             remove(near)
             before = list(called)
             await settle()
             log("removed", called == before)
             near.close()
             far.close()
         asyncio.run(consume())
       )"));
                                       EXPECT_THAT(trace.logs("former"), Each(Value(0)));
                                       EXPECT_THAT(trace.logs("last"), ElementsAre(Value(true)));
                                       EXPECT_THAT(trace.logs("removed"), ElementsAre(Value(true)));
                                     }).times(20)},

    {"asyncio.loop.reader-writer-apart",
     property([](Trial& trial) {
       const Value removed = trial.pick_one("removed", {"reader", "writer"});
       trial.pick_one("first", {"reader", "writer"});
       const Trace trace = trial.run(with_settle(trial, R"(
         async def consume():
             loop, called = asyncio.get_running_loop(), {"reader": 0, "writer": 0}
             near, far = socket.socketpair()
             add = {"reader": loop.add_reader, "writer": loop.add_writer}
             remove = {"reader": loop.remove_reader, "writer": loop.remove_writer}
             def ready(way):
                 called[way] += 1
             far.send(b"a")
             for way in [first] + [way for way in ["reader", "writer"] if way != first]:
                 add[way](near, ready, way)
             await settle()
             log("both", called["reader"] > 0 and called["writer"] > 0)
             remove[removed](near)
             before = dict(called)
             await settle()
             for way in ["reader", "writer"]:
                 log("goes on", called[way] > before[way])
                 remove[way](near)
             near.close()
             far.close()
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("both"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.logs("goes on"), ElementsAre(Value(removed == Value("writer")),
                                                      Value(removed == Value("reader"))));
     }).times(10)},

    {"asyncio.loop.ready-callback-run-by-loop", adversary([](Trial& trial) {
       trial.open("busy").after(logged("sent")).settle(20ms);
       const Trace trace = trial.run(R"(
         async def consume():
             loop, end = asyncio.get_running_loop(), asyncio.Future()
             home = threading.get_ident()
             reader, writer = socket.socketpair()
             def ready():
                 log("step", ["ready", threading.get_ident() == home])
                 reader.recv(100)
                 loop.remove_reader(reader)
                 loop.call_soon_threadsafe(end.set_result, None)
             def stay():
                 log("step", "busy")
                 thread.start()
                 gate("busy")
                 log("step", "no longer busy")
             def send():
                 writer.send(b"data")
                 log("sent")
             thread = threading.Thread(target=send)
             loop.add_reader(reader, ready)
             loop.call_soon(stay)
             await end
             thread.join()
             reader.close()
             writer.close()
         asyncio.run(consume())
       )");
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("busy"), Value("no longer busy"),
                                                   Value(List{{"ready", true}})));
     })},
};

}  // namespace
}  // namespace touchstone
