// text.bytes.* and text.str-bytes.*: bytes as a sequence of integers, and what keeps them apart
// from text.
#include <numeric>

#include "conformance/claims/claims.h"
#include "conformance/values/unicode.h"

namespace touchstone {
namespace {

Bytes every_byte() {
  Bytes bytes{std::string(256, '\0')};
  std::iota(bytes.data.begin(), bytes.data.end(), '\0');
  return bytes;
}

Value integers(const Bytes& bytes) {
  List numbers;
  for (const char byte : bytes.data) numbers.items.emplace_back(static_cast<unsigned char>(byte));
  return numbers;
}

rc::Gen<Bytes> some_bytes() {
  return rc::gen::suchThat(arbitrary::bytes(),
                           [](const Bytes& bytes) { return !bytes.data.empty(); });
}

rc::Gen<Text> letter_beyond_ascii() {
  const auto number = rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(0x80, 0x110000),
                                        [](char32_t point) { return unicode::is_scalar(point); });
  return rc::gen::map(number, [](char32_t point) { return Text{{point}}; });
}

/// ASCII text, and bytes that are the same numbers.
std::pair<Text, Bytes> pick_twins(Trial& trial) {
  const auto text = trial.pick("text", arbitrary::ascii());
  const Bytes data{std::string(text.points.begin(), text.points.end())};
  trial.bind("data", data);
  return {text, data};
}

const Checks text_bytes_checks{
    {"text.bytes.type-name", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("name", type(b"Hello").__name__)
         log("distinct", type(b"Hello") is not type("Hello"))
       )");
       EXPECT_THAT(trace.logs("name"), ElementsAre(Value("bytes")));
       EXPECT_THAT(trace.logs("distinct"), ElementsAre(Value(true)));
     }),
     property([](Trial& trial) {
       trial.pick("data", arbitrary::bytes());
       const Trace trace = trial.run(R"(
         log("name", type(data).__name__)
         log("distinct", type(data) is not type(""))
       )");
       EXPECT_THAT(trace.logs("name"), ElementsAre(Value("bytes")));
       EXPECT_THAT(trace.logs("distinct"), ElementsAre(Value(true)));
     })},

    {"text.bytes.index-is-integer", property([](Trial& trial) {
       const auto data = trial.pick("data", arbitrary::bytes());
       const Trace trace = trial.run(R"(
         log("items", [data[i] for i in range(len(data))])
         log("iterated", list(data))
       )");
       EXPECT_THAT(trace.logs("items"), ElementsAre(integers(data)));
       EXPECT_THAT(trace.logs("iterated"), ElementsAre(integers(data)));
     }),
     adversary([](Trial& trial) {
       trial.bind("data", every_byte());
       const Trace trace = trial.run(R"(
         log("items", [data[i] for i in range(256)])
       )");
       EXPECT_THAT(trace.logs("items"), ElementsAre(integers(every_byte())));
     })},

    {"text.bytes.slice-is-bytes", property([](Trial& trial) {
       const auto data = trial.pick("data", arbitrary::bytes());
       const auto size = static_cast<std::int64_t>(data.data.size());
       const auto low = trial.pick("low", 0, size + 2);
       const auto high = trial.pick("high", low, size + 3);
       const Trace trace = trial.run(R"(
         log("slice", data[low:high])
       )");
       const auto from = static_cast<std::size_t>(std::min(low, size));
       const Bytes expected{data.data.substr(from, static_cast<std::size_t>(high - low))};
       EXPECT_THAT(trace.logs("slice"), ElementsAre(Value(expected)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for part in [b"Hello"[0:1], b"Hello"[4:5], b"Hello"[2:2], b""[0:1]]:
             log("part", part)
       )");
       EXPECT_THAT(trace.logs("part"), ElementsAre(Value(Bytes{"H"}), Value(Bytes{"o"}),
                                                   Value(Bytes{""}), Value(Bytes{""})));
     })},

    {"text.bytes.immutable", property([](Trial& trial) {
       const auto data = trial.pick("data", some_bytes());
       const auto size = static_cast<std::int64_t>(data.data.size());
       trial.pick("index", -size - 1, size);
       trial.bind("other", static_cast<unsigned char>(~data.data.front()));
       const Trace trace = trial.run(R"(
         alias = data
         with attempt("assign"):
             data[index] = other
         log("data", data)
         log("alias", alias)
       )");
       EXPECT_THAT(trace.outcome("assign"), Raised("TypeError"));
       EXPECT_THAT(trace.logs("data"), ElementsAre(Value(data)));
       EXPECT_THAT(trace.logs("alias"), ElementsAre(Value(data)));
     })},

    {"text.bytes.literal-ascii-only", property([](Trial& trial) {
       const auto letter = trial.pick("letter", letter_beyond_ascii());
       trial.bind("literal", Text{U"b'before " + letter.points + U" after'"});
       const Trace trace = trial.run(R"(
         attempt("literal", compiles(literal))
         attempt("as text", compiles(literal[1:]))
       )");
       EXPECT_THAT(trace.outcome("literal"), Raised("SyntaxError"));
       EXPECT_THAT(trace.outcome("as text"), ValueIs(true));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("escaped", compiles("b'\\xe9'"))
         attempt("plain", compiles("b'e'"))
         attempt("accented", compiles("b'\xe9'"))
       )");
       EXPECT_THAT(trace.outcome("escaped"), ValueIs(true));
       EXPECT_THAT(trace.outcome("plain"), ValueIs(true));
       EXPECT_THAT(trace.outcome("accented"), Raised("SyntaxError"));
     })},

    {"text.str-bytes.never-equal", property([](Trial& trial) {
       pick_twins(trial);
       const Trace trace = trial.run(R"(
         log("equal", text == data)
         log("equal", data == text)
         log("different", text != data)
         log("different", data != text)
         log("keys", len({text: 1, data: 2}))
       )");
       EXPECT_THAT(trace.logs("equal"), ElementsAre(Value(false), Value(false)));
       EXPECT_THAT(trace.logs("different"), ElementsAre(Value(true), Value(true)));
       EXPECT_THAT(trace.logs("keys"), ElementsAre(Value(2)));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("equal", "" == b"")
         log("keys", len({"": 1, b"": 2}))
       )");
       EXPECT_THAT(trace.logs("equal"), ElementsAre(Value(false)));
       EXPECT_THAT(trace.logs("keys"), ElementsAre(Value(2)));
     })},

    {"text.str-bytes.no-concatenation", property([](Trial& trial) {
       const auto [text, data] = pick_twins(trial);
       const Trace trace = trial.run(R"(
         attempt("add", text + data)
         attempt("add", data + text)
         log("operands", text, data)
       )");
       EXPECT_THAT(trace.outcomes("add"), ElementsAre(Raised("TypeError"), Raised("TypeError")));
       EXPECT_THAT(trace.log_rows("operands"), ElementsAre(Tuple{{text, data}}));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for left, right in [("", b""), (b"", ""), ("a", b""), (b"a", ""), ("", b"a"), (b"", "a")]:
             attempt("add", left + right)
       )");
       EXPECT_THAT(trace.outcomes("add"), AllOf(SizeIs(6), Each(Raised("TypeError"))));
     })},
};

}  // namespace
}  // namespace touchstone
