#include "conformance/trace/wire.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/trace/sample_events.h"

namespace touchstone::wire {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

Event decoded(std::string line) { return decode_event(line, refuse_files); }

Event round_trip(const Event& event) {
  std::string line = encode_event(event);
  EXPECT_EQ(line.back(), '\n');
  line.pop_back();
  return decoded(line);
}

constexpr const char* log_line =
    R"({"run":"17","event":"log","act":[7,2,3],"tid":9,"t":1000,"v":2.5,"label":"x","values":[1,"a"]})";

TEST(DecodeEvent, ReadsALog) {
  const Event event = decoded(log_line);
  EXPECT_EQ(event.kind, EventKind::log);
  EXPECT_EQ(event.run, "17");
  EXPECT_EQ(event.activity, (Activity{7, 2, 3}));
  EXPECT_EQ(event.tid, 9);
  EXPECT_EQ(event.time, std::chrono::nanoseconds(1000));
  EXPECT_EQ(event.virtual_time, 2.5);
  EXPECT_EQ(event.values, (Values{Value(1), Value("a")}));
}

TEST(DecodeEvent, UndoesEncodeForEveryKind) {
  using namespace sample;
  Event warning;
  warning.kind = EventKind::warning;
  warning.category = "RuntimeWarning";
  warning.text = "never awaited";
  Event named = warning;
  named.kind = EventKind::name;
  Event stuck;
  stuck.kind = EventKind::stuck;
  for (const Event& event :
       {log("x", {1, Value()}), begin("a", 1), end("a", 1, Value(2)),
        end("a", 1, Outcome::raised(key_error())), at_gate(EventKind::reached, "g"),
        at_gate(EventKind::passed, "g"), warning, named, stuck, at(0.5, log("y"))})
    EXPECT_EQ(encode_event(round_trip(event)), encode_event(event));
}

TEST(DecodeEvent, KeepsRecordAndAttemptApart) {
  Event attempt = sample::begin("a", 1);
  attempt.attempt = true;
  EXPECT_TRUE(round_trip(attempt).attempt);
  EXPECT_FALSE(round_trip(sample::begin("a", 1)).attempt);
}

TEST(DecodeEvent, ReadsValuesFromTheirFiles) {
  const std::string line =
      R"({"run":"1","event":"log","act":[1,1,0],"tid":1,"t":1,"label":"x","values":{"file":"values/7"}})";
  const Event event = decode_event(line, [](const std::string& name) {
    EXPECT_EQ(name, "values/7");
    return "[1,2]";
  });
  EXPECT_EQ(event.values, (Values{Value(1), Value(2)}));
  EXPECT_THROW(decoded(line), WireError);
}

TEST(DecodeEvent, ReadsAWholeErrorFromItsFile) {
  const Event event = decode_event(
      R"({"run":"1","event":"end","act":[1,1,0],"tid":1,"t":1,"label":"x","op":[1,1],"error":{"file":"values/7"}})",
      [](const std::string&) { return R"({"type":"E","bases":["E"],"args":[]})"; });
  ASSERT_NE(event.outcome.error(), nullptr);
  EXPECT_EQ(event.outcome.error()->type, "E");
}

struct BadLine {
  const char* line;
  const char* complaint;
};

class BadEvent : public testing::TestWithParam<BadLine> {};

TEST_P(BadEvent, IsRefusedWithACause) {
  const auto [line, complaint] = GetParam();
  EXPECT_THAT([line = line] { decoded(line); }, ThrowsMessage<WireError>(HasSubstr(complaint)));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BadEvent,
    testing::Values(
        BadLine{"", "no JSON"}, BadLine{"[1]", "no JSON object"}, BadLine{"\xff\xfe", "no JSON"},
        BadLine{"{\"event\":\"\xc3\x28\"}", "no JSON"}, BadLine{"{}", "without \"event\""},
        BadLine{R"({"event":7})", "\"event\" is no text"},
        BadLine{R"({"event":"dance"})", "no known kind"},
        BadLine{R"({"event":"log","run":"1"})", "without \"act\""},
        BadLine{R"({"event":"log","run":"1","act":[1,2]})", "no array of 3"},
        BadLine{R"({"event":"log","run":"1","act":[1,2,"3"]})", "no integer"},
        BadLine{R"({"event":"log","run":"1","act":[1,2,1e3]})", "no integer"},
        BadLine{R"({"event":"log","run":"1","act":[1,2,18446744073709551615]})", "no integer"},
        BadLine{R"({"event":"log","run":"1","act":[1,2,3],"tid":1,"t":1,"v":"0","label":"x"})",
                "\"v\" is no number"},
        BadLine{R"({"event":"log","run":"1","act":[1,2,3],"tid":1,"t":1,"label":"x","values":1})",
                "\"values\" is no array"},
        BadLine{
            R"({"event":"log","run":"1","act":[1,2,3],"tid":1,"t":1,"label":"x","values":[9999999999999999]})",
            "beyond 2^53"},
        BadLine{
            R"({"event":"begin","run":"1","act":[1,2,3],"tid":1,"t":1,"label":"x","op":[1,1],"form":"try"})",
            "neither record nor attempt"},
        BadLine{R"({"event":"end","run":"1","act":[1,2,3],"tid":1,"t":1,"label":"x","op":[1,1]})",
                "just one of"}));

TEST(DecodeEvent, RefusesWhatMayTear) {
  std::string line = log_line;
  line.insert(line.size() - 1, std::string(longest_event - line.size(), ' '));
  EXPECT_THAT([&] { decoded(line); }, ThrowsMessage<WireError>(HasSubstr("4097 bytes")));
  line.erase(line.size() - 2, 1);
  EXPECT_NO_THROW(decoded(line));
}

TEST(DecodeEvent, SurvivesNestingOfAnyDepth) {
  const std::string deep = R"({"event":"log","x":)" + std::string(2000, '[');
  EXPECT_THROW(decoded(deep), WireError);
  EXPECT_THROW(decoded(deep + std::string(2000, ']') + "}"), WireError);
}

TEST(Excerpt, IsShortAndPrintable) {
  EXPECT_EQ(excerpt("a\n\x01\xff"), "a\\x0a\\x01\\xff");
  EXPECT_THAT(excerpt(std::string(5000, 'x')), testing::EndsWith("x ..."));
}

}  // namespace
}  // namespace touchstone::wire
