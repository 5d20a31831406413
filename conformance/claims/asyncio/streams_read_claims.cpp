// Stream readers: how much a read gives, and the end of the stream.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

Value bytes(std::size_t count) { return Value(Bytes{std::string(count, 'a')}); }

const Checks asyncio_streams_read_checks{
    {"asyncio.streams.read-available", property([](Trial& trial) {
       trial.pick("parts", 1, 4);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def read(reader, got):
             got.append(await reader.read(100))
         async def consume():
             reader, got = asyncio.StreamReader(), []
             for part in range(parts):
                 task = asyncio.create_task(read(reader, got))
                 await settle()
                 log("early", task.done())
                 reader.feed_data(bytes([part]))
                 await settle()
                 log("late", task.done())
                 log("part", got == [bytes([number]) for number in range(part + 1)])
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("early"), Each(Value(false)));
       EXPECT_THAT(trace.logs("late"), Each(Value(true)));
       EXPECT_THAT(trace.logs("part"), Each(Value(true)));
     })},

    {"asyncio.streams.read-eof", property([](Trial& trial) {
       const auto size = trial.pick("size", 0, 20);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def read(reader):
             log("end", reader.at_eof())
             while not reader.at_eof():
                 log("data", await reader.read(100))
             for _ in range(2):
                 log("after", await reader.read(100))
             log("end", reader.at_eof())
         async def consume():
             reader = asyncio.StreamReader()
             reader.feed_data(b"a" * size)
             reader.feed_eof()
             task = asyncio.create_task(read(reader))
             await settle()
             record("done", task.done())
         asyncio.run(consume())
       )"));
       EXPECT_EQ(trace.value("done"), Value(true));
       EXPECT_THAT(trace.logs("after"), ElementsAre(bytes(0), bytes(0)));
       EXPECT_THAT(trace.logs("end"), ElementsAre(Value(size == 0), Value(true)));
     })},

    {"asyncio.streams.read-limit-100", property([](Trial& trial) {
       const auto size = trial.pick("size", 0, 1000);
       const Trace trace = trial.run(R"(
         async def consume():
             reader = asyncio.StreamReader()
             reader.feed_data(b"a" * size)
             reader.feed_eof()
             for _ in range(size // 100 + 1):
                 log("read", await reader.read(100))
         asyncio.run(consume())
       )");
       Values expected;
       const auto count = static_cast<std::size_t>(size);
       for (std::size_t start = 0; start <= count - count % 100; start += 100)
         expected.push_back(bytes(std::min<std::size_t>(100, count - start)));
       EXPECT_EQ(trace.logs("read"), expected);
     })},

    {"asyncio.streams.read-until-eof", property([](Trial& trial) {
       const auto sizes = trial.pick("sizes", arbitrary::small_integers(0, 5));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def read(reader):
             log("read", await reader.read())
             log("step", "read")
         async def consume():
             reader = asyncio.StreamReader()
             task = asyncio.create_task(read(reader))
             for size in sizes:
                 reader.feed_data(b"a" * (size % 10))
                 await settle()
             log("step", "end of the stream")
             reader.feed_eof()
             await task
         asyncio.run(consume())
       )"));
       std::size_t total = 0;
       for (const std::int64_t size : sizes)
         total += static_cast<std::size_t>(((size % 10) + 10) % 10);
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("end of the stream"), Value("read")));
       EXPECT_THAT(trace.logs("read"), ElementsAre(bytes(total)));
     })},

    {"asyncio.streams.read-zero", property([](Trial& trial) {
       const auto size = trial.pick("size", 1, 20);
       const Trace trace = trial.run(with_settle(trial, R"(
         async def read(reader, count):
             return await reader.read(count)
         async def finish(coroutine):
             task = asyncio.create_task(coroutine)
             await settle()
             return task.result() if task.done() else "still waits"
         async def consume():
             reader = asyncio.StreamReader()
             log("idle", await finish(read(reader, 0)))
             reader.feed_data(b"a" * size)
             log("pending", await finish(read(reader, 0)))
             log("data", await finish(read(reader, 100)))
         asyncio.run(consume())
       )"));
       EXPECT_THAT(trace.logs("idle"), ElementsAre(bytes(0)));
       EXPECT_THAT(trace.logs("pending"), ElementsAre(bytes(0)));
       EXPECT_THAT(trace.logs("data"), ElementsAre(bytes(static_cast<std::size_t>(size))));
     })},
};

}  // namespace
}  // namespace touchstone
