// text.use.*: what files and sockets take and give.
#include "conformance/claims/claims.h"
#include "conformance/claims/text/encoding_forms.h"

namespace touchstone {
namespace {

/// Text without line ends, which text mode may translate.
rc::Gen<Text> one_line() {
  return rc::gen::map(arbitrary::text(), [](Text text) {
    std::erase_if(text.points, [](char32_t point) { return point == U'\r' || point == U'\n'; });
    return text;
  });
}

void expect_mode_decides_type(Trial& trial, const Text& text) {
  trial.bind("data", utf8(text));
  const Trace trace = trial.run(R"(
    with open("sample", "wb") as file:
        file.write(data)
    with open("sample", "r", encoding="utf-8") as file:
        attempt("text mode", file.read())
    with open("sample", "rb") as file:
        attempt("binary mode", file.read())
  )");
  EXPECT_THAT(trace.outcome("text mode"), ValueIs(text));
  EXPECT_THAT(trace.outcome("binary mode"), ValueIs(utf8(text)));
}

const Checks text_use_checks{
    {"text.use.mode-decides-type", property([](Trial& trial) {
       expect_mode_decides_type(trial, trial.pick("text", one_line()));
     }),
     // What looks like data of the other kind.
     adversary([](Trial& trial) {
       const Value text = trial.pick_one("text", {"plain", "世界", "", "\0", "\x7f"});
       expect_mode_decides_type(trial, *text.get_if<Text>());
     })},

    {"text.use.binary-files-take-bytes", property([](Trial& trial) {
       trial.pick("text", one_line());
       const auto data = trial.pick("data", arbitrary::bytes());
       const Trace trace = trial.run(R"(
         with open("sample", "wb") as file:
             attempt("write text", file.write(text))
             attempt("write bytes", file.write(data))
         with open("sample", "rb") as file:
             log("written", file.read())
       )");
       EXPECT_THAT(trace.outcome("write text"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("write bytes"), ValueIs(data.data.size()));
       EXPECT_THAT(trace.logs("written"), ElementsAre(Value(data)));
     })},

    {"text.use.text-files-take-text", property([](Trial& trial) {
       const auto text = trial.pick("text", one_line());
       trial.pick("data", arbitrary::bytes());
       const Trace trace = trial.run(R"(
         with open("sample", "w", encoding="utf-8") as file:
             attempt("write bytes", file.write(data))
             attempt("write text", file.write(text))
         with open("sample", "r", encoding="utf-8") as file:
             log("written", file.read())
       )");
       EXPECT_THAT(trace.outcome("write bytes"), Raised("TypeError"));
       EXPECT_THAT(trace.outcome("write text"), ValueIs(text.points.size()));
       EXPECT_THAT(trace.logs("written"), ElementsAre(Value(text)));
     })},

    {"text.use.sockets-take-bytes", property([](Trial& trial) {
                                      trial.pick("text", one_line());
                                      const auto data = trial.pick("data", arbitrary::bytes());
                                      const Trace trace = trial.run(R"(
         left, right = socket.socketpair()
         attempt("send text", left.send(text))
         attempt("send text", left.sendall(text))
         left.sendall(data)
         left.close()
         received = b""
         part = right.recv(4096)
         while part:
             received = received + part
             part = right.recv(4096)
         right.close()
         log("received", received)
       )");
                                      EXPECT_THAT(
                                          trace.outcomes("send text"),
                                          ElementsAre(Raised("TypeError"), Raised("TypeError")));
                                      EXPECT_THAT(trace.logs("received"), ElementsAre(Value(data)));
                                    }).times(10)},
};

}  // namespace
}  // namespace touchstone
