#include "conformance/subjects/protocol.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace touchstone::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr const char* hello_line =
    R"({"op":"hello","protocol":1,"name":"n","version":"1.2","language":"c++","os":"linux","forks":true,"capabilities":["a.b","c"]})";

template <class End>
End end_of(const char* line) {
  return std::get<End>(std::get<RunReply>(decode_reply(line)).end);
}

TEST(DecodeReply, ReadsAHello) {
  const auto hello = std::get<Hello>(decode_reply(hello_line));
  EXPECT_EQ(hello.name, "n");
  EXPECT_TRUE(hello.forks);
  EXPECT_THAT(hello.capabilities, ElementsAre("a.b", "c"));
  EXPECT_TRUE(hello.claims("c"));
  EXPECT_FALSE(hello.claims("a"));
  EXPECT_FALSE(hello.reads_text);
}

TEST(DecodeReply, ReadsEveryEndOfARun) {
  const auto done = std::get<RunReply>(
      decode_reply(R"({"op":"done","id":"17","left":{"threads":1,"tasks":2,"processes":3}})"));
  EXPECT_EQ(done.id, "17");
  EXPECT_EQ(done.left.threads + done.left.tasks * 10 + done.left.processes * 100, 321);
  EXPECT_EQ(
      end_of<run_end::Raised>(
          R"({"op":"raised","id":"1","left":{"threads":0,"tasks":0,"processes":0},"error":{"type":"E","bases":["E"],"args":[]}})")
          .error.type,
      "E");
  EXPECT_EQ(end_of<run_end::Unsupported>(R"({"op":"unsupported","id":"1","capability":"x.y"})")
                .capability,
            "x.y");
  EXPECT_EQ(
      end_of<run_end::Crashed>(R"({"op":"crashed","id":"1","status":null,"signal":9})").signal, 9);
  EXPECT_THAT(end_of<run_end::ProtocolError>(R"({"op":"error","id":null,"message":"m"})").message,
              HasSubstr("m"));
}

struct Bad {
  const char* line;
  const char* complaint;
};

class BadReply : public testing::TestWithParam<Bad> {};

TEST_P(BadReply, IsRefusedWithACause) {
  const auto [line, complaint] = GetParam();
  EXPECT_THAT([line = line] { decode_reply(line); },
              ThrowsMessage<wire::WireError>(HasSubstr(complaint)));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BadReply,
    testing::Values(
        Bad{"", "no JSON"}, Bad{"{}", "without \"op\""}, Bad{R"({"op":1})", "\"op\" is no text"},
        Bad{R"({"op":"hello"})", "without \"protocol\""},
        Bad{R"({"op":"hello","protocol":1.0})", "another protocol"},
        Bad{R"({"op":"hello","protocol":1,"name":"n","version":"1","language":"x","os":"y","forks":true,"capabilities":[],"text":0})",
            "\"text\""},
        Bad{R"({"op":"hello","protocol":1,"name":"n","version":"1","language":"x","os":"y","forks":1})",
            "\"forks\""},
        Bad{R"({"op":"hello","protocol":1,"name":"n","version":"1","language":"x","os":"y","forks":true,"capabilities":[1]})",
            "no text"},
        Bad{R"({"op":"done","left":{}})", "without \"id\""},
        Bad{R"({"op":"done","id":"1"})", "without \"left\""},
        Bad{R"({"op":"done","id":"1","left":{"threads":-1}})", "no count"},
        Bad{R"({"op":"done","id":"1","left":[]})", "no object"},
        Bad{R"({"op":"raised","id":"1","left":{},"error":5})", "value at"},
        Bad{R"({"op":"dance","id":"1"})", "no known kind"}));

TEST(RunRequest, SaysAllThatARunNeeds) {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>();
  request.parameters = {{"n", Value(Bytes{"\x01"})}};
  request.gates["once"].after(begun("a"));
  request.gates["again"].for_many();
  request.clock = Clock::virtual_time;
  request.isolate = true;
  request.seed = 42;
  const std::string line = run_request(request, "17", "/dir", true);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_EQ(nlohmann::json::parse(line), nlohmann::json::parse(R"({
      "op": "run", "id": "17", "scenario": {"node": "Module", "body": []},
      "parameters": {"n": {"bytes": "01"}}, "clock": "virtual", "isolate": true, "dir": "/dir",
      "deadline_ms": 5000, "latches": ["again"], "seed": 42})"));
}

TEST(RunRequest, HasTheTextForWhoReadsIt) {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>();
  request.text = "pass\n";
  const auto scenario = [&](bool reads_text) {
    return nlohmann::json::parse(run_request(request, "17", "/dir", reads_text))["scenario"];
  };
  EXPECT_EQ(scenario(true), "pass\n");
  EXPECT_TRUE(scenario(false).is_object());
}

}  // namespace
}  // namespace touchstone::protocol
