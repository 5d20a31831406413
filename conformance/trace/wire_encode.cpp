#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "conformance/trace/wire.h"
#include "conformance/values/json_text.h"

namespace touchstone::wire {
namespace {

/// Most events are shorter.
constexpr std::size_t usual_length = 240;

/// One object of JSON in one line, as text.
class LineWriter {
 public:
  LineWriter() { text_.reserve(usual_length); }

  void put(std::string_view key, std::string_view text) {
    put_key(key);
    json_text::append_text(text_, text);
  }
  void put(std::string_view key, std::int64_t number) {
    put_key(key);
    json_text::append_integer(text_, number);
  }
  void put(std::string_view key, double number) {
    put_key(key);
    json_text::append_real(text_, number);
  }
  void put(std::string_view key, std::initializer_list<std::int64_t> numbers) {
    put_key(key);
    json_text::append_array(text_, numbers,
                            [&](std::int64_t number) { json_text::append_integer(text_, number); });
  }
  void put(std::string_view key, const Values& values) {
    put_key(key);
    json_text::append_array(text_, values, [&](const Value& value) { append_value(text_, value); });
  }
  void put(const Outcome& outcome) {
    put_key(outcome.error() != nullptr ? "error" : "value");
    if (outcome.error() != nullptr)
      append_error(text_, *outcome.error());
    else
      append_value(text_, *outcome.value());
  }

  std::string take() { return std::move(text_ += "}\n"); }

 private:
  void put_key(std::string_view key) {
    text_ += text_.empty() ? "{\"" : ",\"";
    (text_ += key) += "\":";
  }

  std::string text_;
};

}  // namespace

/// Members stand in the order of the alphabet.
std::string encode_event(const Event& event) {
  const auto is = [&](EventKind kind) { return event.kind == kind; };
  const bool is_operation = is(EventKind::begin) || is(EventKind::end);
  const bool raised = is(EventKind::end) && event.outcome.error() != nullptr;
  LineWriter line;
  line.put("act", {event.activity.pid, event.activity.thread, event.activity.task});
  if (is(EventKind::warning)) line.put("category", event.category);
  if (raised) line.put(event.outcome);
  line.put("event", name(event.kind));
  if (is(EventKind::begin)) line.put("form", event.attempt ? "attempt" : "record");
  if (is(EventKind::reached) || is(EventKind::passed)) line.put("gate", event.gate);
  if (is_operation || is(EventKind::log)) line.put("label", event.label);
  if (is(EventKind::warning)) line.put("message", event.text);
  if (is(EventKind::name)) line.put("name", event.text);
  if (is_operation) line.put("op", {event.operation.pid, event.operation.serial});
  line.put("run", event.run);
  line.put("t", std::int64_t{event.time.count()});
  line.put("tid", event.tid);
  if (event.virtual_time) line.put("v", *event.virtual_time);
  if (is(EventKind::end) && !raised) line.put(event.outcome);
  if (is(EventKind::log)) line.put("values", event.values);
  return line.take();
}

}  // namespace touchstone::wire
