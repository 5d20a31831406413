#include "conformance/trace/plain_event.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/trace/arbitrary_event.h"
#include "conformance/trace/sample_events.h"
#include "conformance/trace/wire.h"

namespace touchstone::wire {
namespace {

std::string line_of(const Event& event) {
  std::string line = encode_event(event);
  line.pop_back();
  return line;
}

std::string read_and_written(const std::string& line) {
  const auto event = read_plain_event(line);
  return event ? line_of(*event) : "refused";
}

TEST(PlainEvent, ReadsNearlyAllThatIsWritten) {
  using namespace sample;
  for (const Event& event :
       {log("x", {1, -2.5, "a", true, Value(), Value(List{{1, Value(List{})}})}), begin("a", 1),
        end("a", 1, Value(2)), end("a", 1, Outcome::raised(key_error())),
        at_gate(EventKind::reached, "g"), at_gate(EventKind::passed, "g"), at(0.5, log("y")),
        at(0.0, at_gate(EventKind::name, "")), at_gate(EventKind::warning, ""),
        at_gate(EventKind::stuck, "")}) {
    EXPECT_EQ(read_and_written(line_of(event)), line_of(event));
  }
}

TEST(PlainEvent, ReadsMembersInAnyOrder) {
  EXPECT_EQ(read_and_written(
                R"({"values":[],"run":"1","event":"log","t":5,"label":"x","tid":3,"act":[1,2,0]})"),
            R"({"act":[1,2,0],"event":"log","label":"x","run":"1","t":5,"tid":3,"values":[]})");
}

class NotPlain : public testing::TestWithParam<const char*> {};

TEST_P(NotPlain, IsLeftToTheDecoder) { EXPECT_FALSE(read_plain_event(GetParam())); }

INSTANTIATE_TEST_SUITE_P(
    Lines, NotPlain,
    testing::Values(
        "", "{", "{}", "[]", R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1)",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1} )",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1}})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1,})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t": 1})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":01})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1.0})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":9223372036854775808})",
        R"({"event":"stuck","run":"1","act":[1,1],"tid":1,"t":1})",
        R"({"event":"stuck","run":"1","act":[1,1,0,0],"tid":1,"t":1})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1,"t":2})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1,"gate":"g"})",
        R"({"event":"stuck","run":"1","act":[1,1,0],"tid":1,"t":1,"more":1})",
        R"({"event":"stuck","run":"\u0031","act":[1,1,0],"tid":1,"t":1})",
        "{\"event\":\"stuck\",\"run\":\"\xC3\xA9\",\"act\":[1,1,0],\"tid\":1,\"t\":1}",
        R"({"event":"dance","run":"1","act":[1,1,0],"tid":1,"t":1})",
        R"({"event":"end","run":"1","act":[1,1,0],"tid":1,"t":1,"label":"x","op":[1,1]})",
        R"({"event":"end","run":"1","act":[1,1,0],"tid":1,"t":1,"label":"x","op":[1,1],"error":{"args":[],"bases":["D"],"type":"E"}})",
        R"({"event":"log","run":"1","act":[1,1,0],"tid":1,"t":1,"label":"x","values":[1,]})",
        R"({"event":"log","run":"1","act":[1,1,0],"tid":1,"t":1,"label":"x","values":[9007199254740993]})",
        R"({"event":"log","run":"1","act":[1,1,0],"tid":1,"t":1,"label":"x","values":[{"tuple":[]}]})",
        R"({"event":"log","run":"1","act":[1,1,0],"tid":1,"t":1,"label":"x","values":{"file":"values/7"}})"));

/// What decode_event makes of the line, as text; nothing where it refuses.
std::optional<std::string> outcome_of(const std::string& line) {
  try {
    return encode_event(decode_event(line, refuse_files));
  } catch (const WireError&) {
    return std::nullopt;
  }
}

/// The space in front makes it a line that is not plain.
void expect_one_meaning(const std::string& line) {
  RC_PRE(line.size() + 1 < longest_event);
  RC_ASSERT_FALSE(read_plain_event(" " + line).has_value());
  RC_ASSERT(outcome_of(line) == outcome_of(" " + line));
}

/// Where pieces of the line begin and end, so that edits hit what has a meaning.
std::vector<std::size_t> seams(const std::string& line) {
  std::vector<std::size_t> found{0, line.size()};
  for (std::size_t i = 0; i < line.size(); ++i)
    if (std::string_view("{}[],:\"").find(line[i]) != std::string_view::npos)
      found.insert(found.end(), {i, i + 1});
  std::ranges::sort(found);
  return found;
}

/// Between two seams that are not far from each other.
std::string_view piece(std::string_view line, const std::vector<std::size_t>& seams) {
  const auto first = *rc::gen::inRange<std::size_t>(0, seams.size());
  const auto last = std::min(first + *rc::gen::inRange<std::size_t>(0, 12), seams.size() - 1);
  return line.substr(seams[first], seams[last] - seams[first]);
}

/// Puts another piece, or what may be a part of one, in the place of a piece.
std::string edited(const std::string& line) {
  const auto all = seams(line);
  const std::string_view old = piece(line, all);
  const std::string other(piece(line, all));
  static const std::vector<std::string> parts = {
      "0",    "1",  "-",  ".",       ".5",       "1.0",  "e3",         "9007199254740993",
      "null", "\"", "\\", "\\u0031", " ",        ",",    "[",          "]",
      "{",    "}",  ":",  "\xC3",    "\xC3\xA9", "\x7F", "\"more\":1,"};
  const std::string part = *rc::gen::elementOf(parts);
  const auto at = static_cast<std::size_t>(old.data() - line.data());
  const bool insert = *rc::gen::arbitrary<bool>();
  return std::string(line).replace(at, insert ? 0 : old.size(),
                                   *rc::gen::element(part, part, other, std::string()));
}

RC_GTEST_PROP(PlainEvent, MeansWhatItMeansToTheDecoder, ()) {
  expect_one_meaning(line_of(*arbitrary::event()));
}

RC_GTEST_PROP(PlainEvent, MeansTheSameOrIsRefusedByBothWhenEdited, ()) {
  const std::string line = line_of(*arbitrary::event());
  for (int copy = 0; copy < 50; ++copy) {
    const std::string once = edited(line);
    expect_one_meaning(once);
    expect_one_meaning(edited(once));
  }
}

}  // namespace
}  // namespace touchstone::wire
