// text.codec.handler-*: the policies for what cannot be converted.
#include <iomanip>
#include <sstream>

#include "conformance/claims/claims.h"
#include "conformance/claims/text/encoding_forms.h"

namespace touchstone {
namespace {

/// Ill-formed UTF-8, and of how many maximal ill-formed parts it consists.
struct BadPart {
  const char* bytes;
  int parts;
};

constexpr BadPart bad_parts[] = {
    {"\xff", 1},         {"\x80", 1},         {"\xc0\x80", 2},         {"\xe0\x80\x80", 3},
    {"\xed\xa0\x80", 3}, {"\xed\xbf\xbf", 3}, {"\xf4\x90\x80\x80", 4}, {"\xe4\xb8", 1},
    {"\xf0\x9f\x98", 1}, {"\xc3", 1},         {"\xff\xe4\xb8", 2},     {"\xe4\xb8\xe4\xb8", 2},
};

/// Bytes with one ill-formed stretch, picked; bound as `data`.
struct Spliced {
  Text before;
  BadPart bad;
  Text after;
};

Spliced pick_spliced(Trial& trial) {
  Spliced spliced;
  spliced.before = trial.pick("before", arbitrary::text());
  spliced.bad = bad_parts[trial.pick("bad", 0, std::ssize(bad_parts) - 1)];
  spliced.after = trial.pick("after", arbitrary::text());
  trial.bind("data", utf8(spliced.before) + Bytes{spliced.bad.bytes} + utf8(spliced.after));
  return spliced;
}

bool is_ascii(char32_t point) { return point < 0x80; }

/// The text with each character beyond ASCII replaced.
template <class Replacement>
Bytes ascii_with(const Text& text, Replacement replacement) {
  Bytes bytes;
  for (const char32_t point : text.points)
    bytes.data += is_ascii(point) ? std::string(1, static_cast<char>(point)) : replacement(point);
  return bytes;
}

std::string escape(char32_t point) {
  const auto [letter, width] = point < 0x100     ? std::pair('x', 2)
                               : point < 0x10000 ? std::pair('u', 4)
                                                 : std::pair('U', 8);
  std::ostringstream text;
  text << '\\' << letter << std::hex << std::setfill('0') << std::setw(width)
       << static_cast<std::uint32_t>(point);
  return text.str();
}

Text escaped_bytes(std::string_view bytes) {
  Text text;
  for (const char byte : bytes)
    for (const char letter : escape(static_cast<unsigned char>(byte))) text.points += letter;
  return text;
}

const Checks text_handler_checks{
    {"text.codec.handler-replace", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("encoded", "Hello, 世界".encode("ascii", "replace"))
         log("decoded", b"\xff\xe4\xb8".decode("utf-8", "replace"))
       )");
       EXPECT_THAT(trace.logs("encoded"), ElementsAre(Value(Bytes{"Hello, ??"})));
       EXPECT_THAT(trace.logs("decoded"), ElementsAre(Value("\ufffd\ufffd")));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         attempt("encoded", text.encode("ascii", "replace"))
       )");
       EXPECT_THAT(trace.outcome("encoded"),
                   ValueIs(ascii_with(text, [](char32_t) { return "?"; })));
     }),
     adversary([](Trial& trial) {
       const auto [before, bad, after] = pick_spliced(trial);
       const Trace trace = trial.run(R"(
         attempt("decoded", data.decode("utf-8", "replace"))
       )");
       const Text replaced{std::u32string(static_cast<std::size_t>(bad.parts), U'\ufffd')};
       EXPECT_THAT(trace.outcome("decoded"), ValueIs(before + replaced + after));
     })},

    {"text.codec.handler-ignore", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("encoded", "Hello, 世界".encode("ascii", "ignore"))
         log("decoded", b"a\xe4\xb8a".decode("utf-8", "ignore"))
       )");
       EXPECT_THAT(trace.logs("encoded"), ElementsAre(Value(Bytes{"Hello, "})));
       EXPECT_THAT(trace.logs("decoded"), ElementsAre(Value("aa")));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         attempt("encoded", text.encode("ascii", "ignore"))
       )");
       EXPECT_THAT(trace.outcome("encoded"),
                   ValueIs(ascii_with(text, [](char32_t) { return ""; })));
     }),
     adversary([](Trial& trial) {
       const auto [before, bad, after] = pick_spliced(trial);
       const Trace trace = trial.run(R"(
         attempt("decoded", data.decode("utf-8", "ignore"))
       )");
       EXPECT_THAT(trace.outcome("decoded"), ValueIs(before + after));
     })},

    {"text.codec.handler-backslashreplace", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("encoded", "Hello, 世界".encode("ascii", "backslashreplace"))
         log("decoded", b"\xff\xe4\xb8".decode("utf-8", "backslashreplace"))
       )");
       EXPECT_THAT(trace.logs("encoded"), ElementsAre(Value(Bytes{"Hello, \\u4e16\\u754c"})));
       EXPECT_THAT(trace.logs("decoded"), ElementsAre(Value("\\xff\\xe4\\xb8")));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         attempt("encoded", text.encode("ascii", "backslashreplace"))
       )");
       EXPECT_THAT(trace.outcome("encoded"), ValueIs(ascii_with(text, escape)));
     }),
     adversary([](Trial& trial) {
       const auto [before, bad, after] = pick_spliced(trial);
       const Trace trace = trial.run(R"(
         attempt("decoded", data.decode("utf-8", "backslashreplace"))
       )");
       EXPECT_THAT(trace.outcome("decoded"), ValueIs(before + escaped_bytes(bad.bytes) + after));
     })},
};

}  // namespace
}  // namespace touchstone
