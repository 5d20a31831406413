// text.str.*: text as a sequence of characters.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

MATCHER(IsOneCharacter, "is text of length one") {
  const auto* text = arg.template get_if<Text>();
  return text != nullptr && text->points.size() == 1;
}

const Checks text_str_checks{
    {"text.str.type-name", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("name", type("Hello, 世界").__name__)
         log("name", type("").__name__)
       )");
       EXPECT_THAT(trace.logs("name"), ElementsAre(Value("str"), Value("str")));
     }),
     property([](Trial& trial) {
       trial.pick("text", arbitrary::text());
       const Trace trace = trial.run(R"(
         log("name", type(text).__name__)
       )");
       EXPECT_THAT(trace.logs("name"), ElementsAre(Value("str")));
     })},

    {"text.str.code-points", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         sample = "Hello, 世界"
         log("length", len(sample))
         log("length in UTF-8", len(sample.encode("utf-8")))
       )");
       EXPECT_THAT(trace.logs("length"), ElementsAre(Value(9)));
       EXPECT_THAT(trace.logs("length in UTF-8"), ElementsAre(Value(13)));
     }),
     property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::text());
       trial.bind("size", text.points.size());
       const Trace trace = trial.run(R"(
         log("length", len(text))
         attempt("characters", [ord(text[i]) for i in range(size)])
       )");
       const Values points(text.points.begin(), text.points.end());
       EXPECT_THAT(trace.logs("length"), ElementsAre(Value(points.size())));
       EXPECT_THAT(trace.outcome("characters"), ValueIs(List{points}));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         log("length", len("😀abc"))
         attempt("second", "😀abc"[1])
       )");
       EXPECT_THAT(trace.logs("length"), ElementsAre(Value(4)));
       EXPECT_THAT(trace.outcome("second"), ValueIs("a"));
     })},

    {"text.str.index-is-text", property([](Trial& trial) {
       trial.pick("text", arbitrary::non_empty_text());
       const Trace trace = trial.run(R"(
         for i in range(len(text)):
             log("character", text[i])
       )");
       EXPECT_THAT(trace.logs("character"), Each(IsOneCharacter()));
     }),
     adversary([](Trial& trial) {
       const Trace trace = trial.run(R"(
         for character in ["a"[0], "😀"[0], "a😀"[-1], "\0"[0]]:
             log("character", character)
       )");
       EXPECT_THAT(trace.logs("character"), AllOf(SizeIs(4), Each(IsOneCharacter())));
     })},

    {"text.str.immutable", property([](Trial& trial) {
       const auto text = trial.pick("text", arbitrary::non_empty_text());
       const auto length = static_cast<std::int64_t>(text.points.size());
       trial.pick("index", -length - 1, length);
       const Trace trace = trial.run(R"(
         alias = text
         with attempt("assign"):
             text[index] = "changed"[0]
         log("text", text)
         log("alias", alias)
       )");
       EXPECT_THAT(trace.outcome("assign"), Raised("TypeError"));
       EXPECT_THAT(trace.logs("text"), ElementsAre(Value(text)));
       EXPECT_THAT(trace.logs("alias"), ElementsAre(Value(text)));
     })},
};

}  // namespace
}  // namespace touchstone
