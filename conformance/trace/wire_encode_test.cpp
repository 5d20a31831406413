#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "conformance/trace/arbitrary_event.h"
#include "conformance/trace/sample_events.h"
#include "conformance/trace/wire.h"

namespace touchstone::wire {
namespace {

using nlohmann::json;

/// The members that not every event has.
json own_members_of(const Event& event) {
  switch (event.kind) {
    case EventKind::begin:
      return {{"form", event.attempt ? "attempt" : "record"}};
    case EventKind::end:
      if (event.outcome.error() != nullptr)
        return {{"error", encode_error(*event.outcome.error())}};
      return {{"value", encode(*event.outcome.value())}};
    case EventKind::log:
      return {{"label", event.label}, {"values", encode(List{event.values})}};
    case EventKind::reached:
    case EventKind::passed:
      return {{"gate", event.gate}};
    case EventKind::name:
      return {{"name", event.text}};
    case EventKind::warning:
      return {{"category", event.category}, {"message", event.text}};
    case EventKind::stuck:
      return json::object();
  }
  return json::object();
}

/// What encode_event writes, by way of a tree of JSON.
std::string line_of_tree(const Event& event) {
  json tree = own_members_of(event);
  tree["run"] = event.run;
  tree["event"] = name(event.kind);
  tree["act"] = {event.activity.pid, event.activity.thread, event.activity.task};
  tree["tid"] = event.tid;
  tree["t"] = event.time.count();
  if (event.virtual_time) tree["v"] = *event.virtual_time;
  if (event.kind == EventKind::begin || event.kind == EventKind::end) {
    tree["label"] = event.label;
    tree["op"] = {event.operation.pid, event.operation.serial};
  }
  return tree.dump(-1, ' ', true) + "\n";
}

TEST(EncodeEvent, WritesAsciiInTheOrderOfTheAlphabet) {
  Event event = sample::at(0.5, sample::log("\u00e9\n", {1, "\U0001f600", Value(Tuple{{3.0}})}));
  event.run = "17-a";
  event.tid = 9;
  event.time = std::chrono::nanoseconds(-5);
  EXPECT_EQ(
      encode_event(event),
      R"({"act":[1,1,0],"event":"log","label":"\u00e9\n","run":"17-a","t":-5,"tid":9,"v":0.5,)"
      R"("values":[1,"\ud83d\ude00",{"tuple":[{"float":"3.0"}]}]})"
      "\n");
}

RC_GTEST_PROP(EncodeEvent, WritesWhatATreeOfJsonWould, ()) {
  const Event event = *arbitrary::event();
  RC_ASSERT(encode_event(event) == line_of_tree(event));
}

RC_GTEST_PROP(EncodeEvent, IsUndoneByDecode, ()) {
  const std::string line = encode_event(*arbitrary::event());
  RC_PRE(line.size() <= longest_event);
  RC_ASSERT(encode_event(decode_event(line.substr(0, line.size() - 1), refuse_files)) == line);
}

}  // namespace
}  // namespace touchstone::wire
