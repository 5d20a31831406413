// Stream readers: reads up to a separator, and of an exact size.
#include "conformance/claims/asyncio/settle.h"
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

Value bytes(std::string data) { return Value(Bytes{std::move(data)}); }

/// Up to forty characters of the alphabet, of which the scenario gets `chunks`: cut anywhere.
std::string pick_data(Trial& trial, std::string_view alphabet) {
  std::string data;
  for (const std::int64_t letter :
       trial.pick("letters", arbitrary::numbers(0, std::ssize(alphabet) - 1, 0, 40)))
    data += alphabet[static_cast<std::size_t>(letter)];
  Values chunks;
  std::size_t begin = 0;
  for (const std::int64_t size : trial.pick("sizes", arbitrary::numbers(1, 6, 0, 20))) {
    if (begin >= data.size()) break;
    chunks.push_back(bytes(data.substr(begin, static_cast<std::size_t>(size))));
    begin += static_cast<std::size_t>(size);
  }
  if (begin < data.size()) chunks.push_back(bytes(data.substr(begin)));
  trial.bind("chunks", List{chunks});
  return data;
}

/// The data up to each separator, with it, and what is behind the last one, which may be nothing.
std::vector<std::string> parts_of(std::string_view data, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t found = 0; (found = data.find(separator, begin)) != data.npos;) {
    const std::size_t end = found + separator.size();
    parts.emplace_back(data.substr(begin, end - begin));
    begin = end;
  }
  parts.emplace_back(data.substr(begin));
  return parts;
}

/// The scenario with `feed(read)`, which feeds a reader with the chunks while `read` reads from it.
std::string with_feed(Trial& trial, std::string_view text) {
  constexpr std::string_view kFeed = R"(
async def feed(read):
    reader = asyncio.StreamReader()
    task = asyncio.create_task(read(reader))
    for chunk in chunks:
        reader.feed_data(chunk)
        await settle()
    reader.feed_eof()
    await task
)";
  return std::string(kFeed) + with_settle(trial, text);
}

const Checks asyncio_streams_line_checks{
    {"asyncio.streams.read-exactly", property([](Trial& trial) {
       const std::string data = pick_data(trial, "ab");
       const auto wanted = trial.pick("wanted", arbitrary::numbers(0, 9, 0, 10));
       const Trace trace = trial.run(with_feed(trial, R"(
         async def read(reader):
             for size in wanted + [50]:
                 try:
                     log("read", await reader.readexactly(size))
                 except asyncio.IncompleteReadError as error:
                     log("incomplete", [error.partial, error.expected])
                     break
             record("left", await reader.read())
         asyncio.run(feed(read))
         log("read", "end")
       )"));
       Values read;
       std::size_t begin = 0;
       std::int64_t missed = 50;
       for (const std::int64_t size : wanted) {
         if (begin + static_cast<std::size_t>(size) > data.size()) {
           missed = size;
           break;
         }
         read.push_back(bytes(data.substr(begin, static_cast<std::size_t>(size))));
         begin += static_cast<std::size_t>(size);
       }
       read.emplace_back("end");
       EXPECT_EQ(trace.logs("read"), read);
       EXPECT_THAT(trace.logs("incomplete"),
                   ElementsAre(Value(List{{bytes(data.substr(begin)), missed}})));
       EXPECT_EQ(trace.value("left"), Value(Bytes{""}));
     })},

    {"asyncio.streams.read-line", property([](Trial& trial) {
       const std::string data = pick_data(trial, "ab\n");
       const Trace trace = trial.run(with_feed(trial, R"(
         async def read(reader):
             line = await reader.readline()
             while line:
                 log("line", line)
                 line = await reader.readline()
             log("line", "end")
             log("after", await reader.readline())
         asyncio.run(feed(read))
       )"));
       Values lines;
       for (const std::string& line : parts_of(data, "\n"))
         if (!line.empty()) lines.push_back(bytes(line));
       lines.emplace_back("end");
       EXPECT_EQ(trace.logs("line"), lines);
       EXPECT_THAT(trace.logs("after"), ElementsAre(bytes("")));
     })},

    {"asyncio.streams.read-line-too-long", property([](Trial& trial) {
       const auto limit = trial.pick("limit", 1, 20);
       auto sizes = trial.pick("others", arbitrary::numbers(0, 40, 0, 8));
       sizes.push_back(trial.pick("last", 0, 40));
       trial.bind("sizes", Value(List{Values(sizes.begin(), sizes.end())}));
       const Trace trace = trial.run(R"(
         async def consume():
             reader = asyncio.StreamReader(limit=limit)
             for size in sizes:
                 reader.feed_data(b"a" * size + b"\n")
             reader.feed_eof()
             for _ in sizes:
                 attempt("line", await reader.readline())
         asyncio.run(consume())
       )");
       std::vector<testing::Matcher<const Outcome&>> lines;
       for (const std::int64_t size : sizes) {
         if (size > limit) {
           lines.emplace_back(Raised("ValueError"));
         } else {
           lines.push_back(ValueIs(bytes(std::string(static_cast<std::size_t>(size), 'a') + '\n')));
         }
       }
       EXPECT_THAT(trace.outcomes("line"), ElementsAreArray(lines));
     })},

    {"asyncio.streams.read-until", property([](Trial& trial) {
       const std::string separator[] = {"#", "##", "a#", "#a#", "aa#"};
       const std::string data = pick_data(trial, "ab#");
       const auto& chosen = separator[trial.pick("separator", 0, 4)];
       trial.bind("mark", bytes(chosen));
       const Trace trace = trial.run(with_feed(trial, R"(
         async def read(reader):
             try:
                 while True:
                     log("part", await reader.readuntil(mark))
             except asyncio.IncompleteReadError as error:
                 log("part", "end")
                 log("incomplete", error.partial)
             record("left", await reader.read())
         asyncio.run(feed(read))
       )"));
       Values parts;
       for (const std::string& part : parts_of(data, chosen)) parts.push_back(bytes(part));
       const Value rest = parts.back();
       parts.back() = "end";
       EXPECT_EQ(trace.logs("part"), parts);
       EXPECT_THAT(trace.logs("incomplete"), ElementsAre(rest));
       EXPECT_EQ(trace.value("left"), Value(Bytes{""}));
     })},

    // Whether the separator itself counts is left open: no size lies between.
    {"asyncio.streams.read-until-overrun", property([](Trial& trial) {
       const auto limit = trial.pick("limit", 2, 30);
       const auto extra = trial.pick("extra", 0, 30);
       const bool fits = trial.pick_one("fits", {false, true}) == Value(true);
       const Value ended = trial.pick_one("ended", {false, true});
       const std::int64_t size = fits ? extra % (limit - 1) : limit + 3 + extra;
       std::string data(static_cast<std::size_t>(size), 'a');
       if (fits || ended == Value(true)) data += "##";
       trial.bind("data", bytes(data));
       const Trace trace = trial.run(with_settle(trial, R"(
         async def read(reader):
             attempt("until", await reader.readuntil(b"##"))
         async def consume():
             reader = asyncio.StreamReader(limit=limit)
             reader.feed_data(data)
             for _ in range(1 if fits else 2):
                 task = asyncio.create_task(read(reader))
                 await settle()
                 task.cancel()
             reader.feed_data(b"more")
             reader.feed_eof()
             record("left", await reader.read())
         asyncio.run(consume())
       )"));
       if (fits) {
         EXPECT_THAT(trace.outcomes("until"), ElementsAre(ValueIs(bytes(data))));
       } else {
         EXPECT_THAT(trace.outcomes("until"), SizeIs(2));
         EXPECT_THAT(trace.outcomes("until"), Each(Raised("LimitOverrunError")));
       }
       EXPECT_EQ(trace.value("left"), bytes(fits ? "more" : data + "more"));
     })},
};

}  // namespace
}  // namespace touchstone
