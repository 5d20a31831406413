// text.decode.*: from bytes to text.
#include <algorithm>

#include "conformance/claims/claims.h"
#include "conformance/claims/text/encoding_forms.h"

namespace touchstone {
namespace {

const Text sample{U"Hello, 世界"};

Values ill_formed() {
  Values table;
  for (const char* bytes : {"\xff", "\xfe", "\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80",
                            "\xe0\x9f\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xed\xa0\x80",
                            "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80"})
    table.emplace_back(Bytes{bytes});
  return table;
}

rc::Gen<Text> beyond_ascii() {
  return rc::gen::suchThat(arbitrary::text(), [](const Text& text) {
    const auto wide = [](char32_t point) { return point >= 0x80 && point < 0x10000; };
    return std::ranges::any_of(text.points, wide);
  });
}

const Checks text_decode_checks{
    {"text.decode.utf8-example", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         decoded = b"Hello, \xe4\xb8\x96\xe7\x95\x8c".decode("utf-8")
         log("decoded", decoded)
         log("length", len(decoded))
       )");
       EXPECT_THAT(trace.logs("decoded"), ElementsAre(Value(sample)));
       EXPECT_THAT(trace.logs("length"), ElementsAre(Value(9)));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       trial.bind("data", utf8(text));
       const Trace trace = trial.run(R"(
         attempt("decoded", data.decode("utf-8"))
       )");
       EXPECT_THAT(trace.outcome("decoded"), ValueIs(text));
     })},

    {"text.decode.bad-sequences", property([](Trial& trial) {
       const auto before = trial.pick("before", arbitrary::text());
       const auto after = trial.pick("after", arbitrary::text());
       const auto bad = trial.pick_one("bad", ill_formed());
       trial.bind("data", utf8(before) + *bad.get_if<Bytes>() + utf8(after));
       const Trace trace = trial.run(R"(
         try:
             record("decode", data.decode("utf-8"))
         except UnicodeDecodeError as error:
             log("start", error.start)
       )");
       EXPECT_THAT(trace.outcome("decode"), Raised("UnicodeDecodeError"));
       EXPECT_THAT(trace.logs("start"), ElementsAre(Value(utf8(before).data.size())));
     }),
     adversary([](Trial& trial) {
       trial.bind("table", List{ill_formed()});
       const Trace trace = trial.run(R"(
         for data in table:
             attempt("decode", data.decode("utf-8"))
       )");
       EXPECT_THAT(trace.outcomes("decode"),
                   AllOf(SizeIs(ill_formed().size()), Each(Raised("UnicodeDecodeError"))));
     })},

    {"text.decode.truncated", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for data in [b"\xe4\xb8", b"\xf0\x9f\x98"]:
             try:
                 record("decode", data.decode("utf-8"))
             except UnicodeDecodeError as error:
                 log("cut", error.start, error.end)
       )");
       EXPECT_THAT(trace.outcomes("decode"),
                   ElementsAre(Raised("UnicodeDecodeError"), Raised("UnicodeDecodeError")));
       EXPECT_THAT(trace.log_rows("cut"), ElementsAre(Tuple{{0, 2}}, Tuple{{0, 3}}));
     }),
     property([](Trial& trial) {
       const auto before = utf8(trial.pick("before", arbitrary::text()));
       const auto last =
           trial.pick_one("last", {"\u00e9", "\u07ff", "\u4e16", "\uffff", "\U0001f600"});
       const auto whole = before + utf8(*last.get_if<Text>());
       const auto size = static_cast<std::int64_t>(whole.data.size());
       const auto start = static_cast<std::int64_t>(before.data.size());
       const auto cut = trial.pick("cut", start + 1, size - 1);
       trial.bind("whole", whole);
       trial.bind("part", Bytes{whole.data.substr(0, static_cast<std::size_t>(cut))});
       const Trace trace = trial.run(R"(
         try:
             record("decode", part.decode("utf-8"))
         except UnicodeDecodeError as error:
             log("cut", error.start, error.end)
         attempt("whole", whole.decode("utf-8"))
       )");
       EXPECT_THAT(trace.outcome("decode"), Raised("UnicodeDecodeError"));
       EXPECT_THAT(trace.log_rows("cut"), ElementsAre(Tuple{{start, cut}}));
       EXPECT_THAT(trace.outcome("whole"), ValueIs(_));
     })},

    {"text.decode.wrong-charset", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         data = b"Hello, \xe4\xb8\x96\xe7\x95\x8c"
         for charset in ["latin-1", "gbk", "ascii"]:
             attempt(charset, data.decode(charset))
       )");
       EXPECT_THAT(trace.outcome("latin-1"), ValueIs(from_latin1(utf8(sample))));
       EXPECT_THAT(trace.outcome("gbk"), ValueIs("Hello, \u6d93\u682b\u666b"));
       EXPECT_THAT(trace.outcome("ascii"), Raised("UnicodeDecodeError"));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", beyond_ascii());
       const Trace trace = trial.run(R"(
         charsets = ["utf-8", "latin-1", "gbk"]
         for written in charsets:
             for read in [charset for charset in charsets if charset != written]:
                 attempt("decode", text.encode(written).decode(read))
       )");
       const auto other_text = AllOf(Not(ValueIs(text)), ValueIs(_));
       EXPECT_THAT(trace.outcomes("decode"),
                   AllOf(SizeIs(6), Each(AnyOf(Raised("UnicodeError"), other_text))));
     }),
     adversary([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       trial.bind("data", utf8(text));
       const Trace trace = trial.run(R"(
         attempt("latin-1", data.decode("latin-1"))
       )");
       EXPECT_THAT(trace.outcome("latin-1"), ValueIs(from_latin1(utf8(text))));
     })},
};

}  // namespace
}  // namespace touchstone
