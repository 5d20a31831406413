// text.codec.*: what encode and decode have in common.
#include "conformance/claims/claims.h"
#include "conformance/claims/text/encoding_forms.h"

namespace touchstone {
namespace {

const Checks text_codec_checks{
    {"text.codec.round-trip", property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Text narrow = from_latin1(trial.pick("data", arbitrary::bytes()));
       trial.bind("narrow", narrow);
       const Trace trace = trial.run(R"(
         for charset in ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]:
             attempt("wide", text.encode(charset).decode(charset))
         for charset in ["ascii", "latin-1"]:
             attempt("if it can be encoded", text.encode(charset).decode(charset))
         attempt("latin-1", narrow.encode("latin-1").decode("latin-1"))
       )");
       EXPECT_THAT(trace.outcomes("wide"), AllOf(SizeIs(7), Each(ValueIs(text))));
       EXPECT_THAT(trace.outcomes("if it can be encoded"),
                   AllOf(SizeIs(2), Each(AnyOf(ValueIs(text), Raised("UnicodeEncodeError")))));
       EXPECT_THAT(trace.outcome("latin-1"), ValueIs(narrow));
     }),
     // A mark in front is text like any other where the set has none of its own.
     adversary([](Trial& trial) {
       const auto rest = trial.pick("rest", arbitrary::text());
       const Trace trace = trial.run(R"(
         text = "\ufeff" + rest
         for charset in ["utf-8", "utf-16", "utf-16-le", "utf-32", "utf-32-be"]:
             attempt("marked", text.encode(charset).decode(charset))
       )");
       EXPECT_THAT(trace.outcomes("marked"),
                   AllOf(SizeIs(5), Each(ValueIs(Text{U"\ufeff"} + rest))));
     })},

    {"text.codec.default-utf8", property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         log("encoded", text.encode())
         attempt("decoded", text.encode("utf-8").decode())
       )");
       EXPECT_THAT(trace.logs("encoded"), ElementsAre(Value(utf8(text))));
       EXPECT_THAT(trace.outcome("decoded"), ValueIs(text));
     }),
     // A process whose locale knows ASCII only, and whose runtime is told not to mend that.
     adversary([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         def convert():
             attempt("encoded", text.encode())
             attempt("decoded", text.encode("utf-8").decode())
         def main():
             plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
             log("status", program(convert, env=plain).status)
       )");
       EXPECT_THAT(trace.logs("status"), ElementsAre(Value(0)));
       EXPECT_THAT(trace.outcome("encoded"), ValueIs(utf8(text)));
       EXPECT_THAT(trace.outcome("decoded"), ValueIs(text));
     }).times(4)},

    {"text.codec.direction-methods", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         attempt("text to bytes", "Hello".encode("utf-8"))
         attempt("bytes to text", b"Hello".decode("utf-8"))
         attempt("text decoded", "Hello".decode("utf-8"))
         attempt("bytes encoded", b"Hello".encode("utf-8"))
       )");
       EXPECT_THAT(trace.outcome("text to bytes"), ValueIs(Bytes{"Hello"}));
       EXPECT_THAT(trace.outcome("bytes to text"), ValueIs("Hello"));
       EXPECT_THAT(trace.outcome("text decoded"), Raised("AttributeError"));
       EXPECT_THAT(trace.outcome("bytes encoded"), Raised("AttributeError"));
     })},

    {"text.codec.empty", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for charset in ["utf-8", "ascii", "latin-1", "gbk"]:
             log("encoded", "".encode(charset))
             log("decoded", b"".decode(charset))
       )");
       EXPECT_THAT(trace.logs("encoded"), AllOf(SizeIs(4), Each(Value(Bytes{}))));
       EXPECT_THAT(trace.logs("decoded"), AllOf(SizeIs(4), Each(Value(""))));
     })},

    {"text.codec.unknown-name", property([](Trial& trial) {
       trial.pick("word", arbitrary::word());
       const Trace trace = trial.run(R"(
         attempt("encode", "Hello".encode("nosuch" + word))
         attempt("decode", b"Hello".decode("nosuch" + word))
       )");
       EXPECT_THAT(trace.outcome("encode"), Raised("LookupError"));
       EXPECT_THAT(trace.outcome("decode"), Raised("LookupError"));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for alias in ["utf8", "UTF-8", "Latin-1", "us-ascii"]:
             attempt("known", "Hello".encode(alias))
       )");
       EXPECT_THAT(trace.outcomes("known"), AllOf(SizeIs(4), Each(ValueIs(Bytes{"Hello"}))));
     })},
};

}  // namespace
}  // namespace touchstone
