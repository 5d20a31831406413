// text.encode.*: from text to bytes.
#include "conformance/claims/claims.h"
#include "conformance/claims/text/encoding_forms.h"

namespace touchstone {
namespace {

using namespace std::string_literals;

const Text encoded_sample{U"Hello, 世界"};

MATCHER_P2(IsMarked, little, big, "has a mark in front of the form of that byte order") {
  return arg == Value(Bytes{"\xff\xfe" + little}) || arg == Value(Bytes{"\xfe\xff" + big});
}

MATCHER_P2(IsMarked32, little, big, "has a mark in front of the form of that byte order") {
  return arg == Value(Bytes{"\xff\xfe\0\0"s + little}) ||
         arg == Value(Bytes{"\0\0\xfe\xff"s + big});
}

auto marked_utf16(const Text& text) {
  return IsMarked(utf16(text, ByteOrder::little).data, utf16(text, ByteOrder::big).data);
}

auto marked_utf32(const Text& text) {
  return IsMarked32(utf32(text, ByteOrder::little).data, utf32(text, ByteOrder::big).data);
}

const Checks text_encode_checks{
    {"text.encode.utf8-example", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("encoded", "Hello, 世界".encode("utf-8"))
       )");
       EXPECT_THAT(trace.logs("encoded"),
                   ElementsAre(Value(Bytes{"Hello, \xe4\xb8\x96\xe7\x95\x8c"})));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         log("encoded", text.encode("utf-8"))
       )");
       EXPECT_THAT(trace.logs("encoded"), ElementsAre(Value(utf8(text))));
     }),
     // Where the forms of one to four bytes begin and end.
     adversary([](Trial& trial) {
       const Text edges{U"\x7f\x80\x7ff\x800\ud7ff\ue000\uffff\U00010000\U0010ffff"};
       trial.bind("edges", edges);
       const Trace trace = trial.run(R"(
         log("encoded", edges.encode("utf-8"))
       )");
       EXPECT_THAT(
           trace.logs("encoded"),
           ElementsAre(Value(Bytes{"\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80"
                                   "\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"})));
     })},

    {"text.encode.charset-decides-bytes", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for charset in ["utf-8", "gbk", "utf-16-le", "utf-16-be", "utf-16", "utf-32"]:
             log(charset, "Hello, 世界".encode(charset))
       )");
       EXPECT_THAT(trace.logs("utf-8"), ElementsAre(Value(utf8(encoded_sample))));
       EXPECT_THAT(trace.logs("gbk"), ElementsAre(Value(Bytes{"Hello, \xca\xc0\xbd\xe7"})));
       EXPECT_THAT(trace.logs("utf-16-le"),
                   ElementsAre(Value(utf16(encoded_sample, ByteOrder::little))));
       EXPECT_THAT(trace.logs("utf-16-be"),
                   ElementsAre(Value(utf16(encoded_sample, ByteOrder::big))));
       EXPECT_THAT(trace.logs("utf-16"), ElementsAre(marked_utf16(encoded_sample)));
       EXPECT_THAT(trace.logs("utf-32"), ElementsAre(marked_utf32(encoded_sample)));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const auto data = trial.pick("data", arbitrary::bytes());
       trial.bind("narrow", from_latin1(data));
       const Trace trace = trial.run(R"(
         for charset in ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]:
             log(charset, text.encode(charset))
         log("latin-1", narrow.encode("latin-1"))
         log("utf-8", narrow.encode("utf-8"))
       )");
       EXPECT_THAT(trace.logs("utf-16-le"), ElementsAre(Value(utf16(text, ByteOrder::little))));
       EXPECT_THAT(trace.logs("utf-16-be"), ElementsAre(Value(utf16(text, ByteOrder::big))));
       EXPECT_THAT(trace.logs("utf-32-le"), ElementsAre(Value(utf32(text, ByteOrder::little))));
       EXPECT_THAT(trace.logs("utf-32-be"), ElementsAre(Value(utf32(text, ByteOrder::big))));
       EXPECT_THAT(trace.logs("latin-1"), ElementsAre(Value(data)));
       EXPECT_THAT(trace.logs("utf-8"), ElementsAre(Value(utf8(from_latin1(data)))));
     })},

    {"text.encode.byte-order-mark", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("utf-16", "".encode("utf-16"))
         log("utf-32", "".encode("utf-32"))
         for charset in ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]:
             log("without a mark", "".encode(charset))
       )");
       EXPECT_THAT(trace.logs("utf-16"), ElementsAre(marked_utf16({})));
       EXPECT_THAT(trace.logs("utf-32"), ElementsAre(marked_utf32({})));
       EXPECT_THAT(trace.logs("without a mark"), AllOf(SizeIs(4), Each(Value(Bytes{}))));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         log("utf-16", text.encode("utf-16"))
         log("utf-32", text.encode("utf-32"))
         log("utf-16-le", text.encode("utf-16-le"))
         log("utf-32-le", text.encode("utf-32-le"))
         for charset in ["utf-16", "utf-32"]:
             attempt("taken away", text.encode(charset).decode(charset))
       )");
       EXPECT_THAT(trace.logs("utf-16"), ElementsAre(marked_utf16(text)));
       EXPECT_THAT(trace.logs("utf-32"), ElementsAre(marked_utf32(text)));
       EXPECT_THAT(trace.logs("utf-16-le"), ElementsAre(Value(utf16(text, ByteOrder::little))));
       EXPECT_THAT(trace.logs("utf-32-le"), ElementsAre(Value(utf32(text, ByteOrder::little))));
       EXPECT_THAT(trace.outcomes("taken away"), ElementsAre(ValueIs(text), ValueIs(text)));
     })},

    {"text.encode.unencodable", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for charset in ["ascii", "latin-1"]:
             try:
                 record("encode", "Hello, 世界".encode(charset))
             except UnicodeEncodeError as error:
                 log("start", error.start)
       )");
       EXPECT_THAT(trace.outcomes("encode"),
                   ElementsAre(Raised("UnicodeEncodeError"), Raised("UnicodeEncodeError")));
       EXPECT_THAT(trace.logs("start"), ElementsAre(Value(7), Value(7)));
     }),
     property([](Trial& trial) {
       const auto before = trial.pick("before", arbitrary::ascii());
       trial.pick_one("charset", {"ascii", "latin-1"});
       trial.pick_one("lost", {"\u0100", "\u4e16", "\uffff", "\U0001f600", "\U0010ffff"});
       trial.pick("after", arbitrary::ascii());
       const Trace trace = trial.run(R"(
         try:
             record("encode", (before + lost + after).encode(charset))
         except UnicodeEncodeError as error:
             log("start", error.start)
       )");
       EXPECT_THAT(trace.outcome("encode"), Raised("UnicodeEncodeError"));
       EXPECT_THAT(trace.logs("start"), ElementsAre(Value(before.points.size())));
     }),
     // The first and the last character beyond what the set holds, at either end of the text.
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for text in ["\x80abc", "abc\x80", "\x80"]:
             try:
                 record("encode", text.encode("ascii"))
             except UnicodeEncodeError as error:
                 log("start", error.start)
       )");
       EXPECT_THAT(trace.outcomes("encode"), AllOf(SizeIs(3), Each(Raised("UnicodeEncodeError"))));
       EXPECT_THAT(trace.logs("start"), ElementsAre(Value(0), Value(3), Value(0)));
     })},

    {"text.encode.lone-surrogate", property([](Trial& trial) {
       const auto before = trial.pick("before", arbitrary::text());
       const auto after = trial.pick("after", arbitrary::text());
       const auto surrogate = trial.pick("surrogate", 0xd800, 0xdfff);
       trial.bind("text", before + Text{{static_cast<char32_t>(surrogate)}} + after);
       const Trace trace = trial.run(R"(
         for charset in ["utf-8", "utf-16", "utf-16-le", "utf-32", "utf-32-be"]:
             try:
                 record("encode", text.encode(charset))
             except UnicodeEncodeError as error:
                 log("start", error.start)
         attempt("ignored", text.encode("utf-8", "ignore"))
       )");
       EXPECT_THAT(trace.outcomes("encode"), AllOf(SizeIs(5), Each(Raised("UnicodeEncodeError"))));
       EXPECT_THAT(trace.logs("start"), AllOf(SizeIs(5), Each(Value(before.points.size()))));
       EXPECT_THAT(trace.outcome("ignored"), ValueIs(utf8(before + after)));
     }),
     adversary([](Trial& trial) {
       trial.bind("lone", List{{Text{{0xd800}}, Text{{0xdbff}}, Text{{0xdc00}}, Text{{0xdfff}},
                                Text{{0xd83d, 0xde00}}}});
       const Trace trace = trial.run(R"(
         for text in lone:
             for charset in ["utf-8", "utf-16", "utf-32"]:
                 attempt("encode", text.encode(charset))
       )");
       EXPECT_THAT(trace.outcomes("encode"), AllOf(SizeIs(15), Each(Raised("UnicodeEncodeError"))));
     })},
};

}  // namespace
}  // namespace touchstone
