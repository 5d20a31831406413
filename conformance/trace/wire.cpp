#include "conformance/trace/wire.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "conformance/trace/plain_event.h"

namespace touchstone::wire {
namespace {

using nlohmann::json;

constexpr std::size_t longest_excerpt = 120;

/// The members of one event, each of the type that is asked for.
class Members {
 public:
  Members(const json& object, std::string_view line) : object_(object), line_(line) {}

  const json& at(const char* key) const {
    const auto found = object_.find(key);
    if (found == object_.end()) fail(fmt::format("without \"{}\"", key));
    return *found;
  }
  bool has(const char* key) const { return object_.contains(key); }

  std::string text(const char* key) const {
    const json& found = at(key);
    if (!found.is_string()) fail(fmt::format("whose \"{}\" is no text", key));
    return found.get<std::string>();
  }

  std::int64_t integer(const char* key) const { return integer(at(key), key); }

  template <std::size_t N>
  std::array<std::int64_t, N> integers(const char* key) const {
    const json& found = at(key);
    if (!found.is_array() || found.size() != N)
      fail(fmt::format("whose \"{}\" is no array of {} integers", key, N));
    std::array<std::int64_t, N> numbers{};
    for (std::size_t i = 0; i < N; ++i) numbers[i] = integer(found[i], key);
    return numbers;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw WireError(fmt::format("an event {}: {}", what, excerpt(line_)));
  }

 private:
  std::int64_t integer(const json& found, const char* key) const {
    const bool fits = found.is_number_integer() &&
                      (!found.is_number_unsigned() || found.get<std::uint64_t>() <= INT64_MAX);
    if (!fits) fail(fmt::format("whose \"{}\" is no integer", key));
    return found.get<std::int64_t>();
  }

  const json& object_;
  std::string_view line_;
};

double decode_time(const Members& members, const json& found) {
  if (!found.is_number()) members.fail("whose \"v\" is no number");
  return found.get<double>();
}

void decode_operation(const Members& members, Event& event) {
  const auto [pid, serial] = members.integers<2>("op");
  event.operation = {pid, serial};
  event.label = members.text("label");
}

void decode_begin(const Members& members, Event& event) {
  decode_operation(members, event);
  const std::string form = members.text("form");
  event.attempt = form == "attempt";
  if (form != "record" && form != "attempt")
    members.fail("whose \"form\" is neither record nor attempt");
}

/// An error that is too long for a line stands in a file as a whole.
ErrorValue decode_error_or_file(const json& body, const FileReader& read_file) {
  if (!body.is_object() || !body.contains("file")) return decode_error(body, read_file);
  if (!body["file"].is_string()) throw WireError("a \"file\" that is no text");
  return decode_error(parse_object(read_file(body["file"].get<std::string>())), read_file);
}

void decode_end(const Members& members, Event& event, const FileReader& read_file) {
  decode_operation(members, event);
  if (members.has("value") == members.has("error"))
    members.fail("that has not just one of \"value\" and \"error\"");
  if (members.has("value")) {
    event.outcome = decode(members.at("value"), read_file);
  } else {
    event.outcome = Outcome::raised(decode_error_or_file(members.at("error"), read_file));
  }
}

/// The whole list may stand in a file, as any value.
void decode_log(const Members& members, Event& event, const FileReader& read_file) {
  event.label = members.text("label");
  const Value values = decode(members.at("values"), read_file);
  if (values.get_if<List>() == nullptr) members.fail("whose \"values\" is no array");
  event.values = values.get_if<List>()->items;
}

void decode_body(const Members& members, Event& event, const FileReader& read_file) {
  switch (event.kind) {
    case EventKind::begin:
      return decode_begin(members, event);
    case EventKind::end:
      return decode_end(members, event, read_file);
    case EventKind::log:
      return decode_log(members, event, read_file);
    case EventKind::reached:
    case EventKind::passed:
      event.gate = members.text("gate");
      return;
    case EventKind::name:
      event.text = members.text("name");
      return;
    case EventKind::warning:
      event.category = members.text("category");
      event.text = members.text("message");
      return;
    case EventKind::stuck:
      return;
  }
}

/// Every event, and what is wrong with what is none.
Event decode_any_event(std::string_view line, const FileReader& read_file) {
  const json parsed = parse_object(line);
  const Members members(parsed, line);
  const auto kind = parse_event_kind(members.text("event"));
  if (!kind) members.fail("of no known kind");
  Event event;
  event.kind = *kind;
  event.run = members.text("run");
  const auto [pid, thread, task] = members.integers<3>("act");
  event.activity = {pid, thread, task};
  event.tid = members.integer("tid");
  event.time = std::chrono::nanoseconds(members.integer("t"));
  if (members.has("v")) event.virtual_time = decode_time(members, members.at("v"));
  try {
    decode_body(members, event, read_file);
  } catch (const WireError& error) {
    throw WireError(fmt::format("{}: {}", error.what(), excerpt(line)));
  }
  return event;
}

}  // namespace

std::string excerpt(std::string_view line) {
  std::string text;
  for (const char byte : line.substr(0, longest_excerpt)) {
    const bool plain = byte >= ' ' && byte <= '~';
    text +=
        plain ? std::string(1, byte) : fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
  }
  return line.size() > longest_excerpt ? text + " ..." : text;
}

json parse_object(std::string_view line) {
  json parsed;
  try {
    parsed = json::parse(line);
  } catch (const json::exception& error) {
    throw WireError(
        fmt::format("a line that is no JSON ({}): {}", excerpt(error.what()), excerpt(line)));
  }
  if (!parsed.is_object())
    throw WireError(fmt::format("a line that is no JSON object: {}", excerpt(line)));
  return parsed;
}

Event decode_event(std::string_view line, const FileReader& read_file) {
  if (line.size() >= longest_event)
    throw WireError(fmt::format("an event of {} bytes, which may tear ({} are allowed): {}",
                                line.size() + 1, longest_event, excerpt(line)));
  if (auto event = read_plain_event(line)) return *std::move(event);
  return decode_any_event(line, read_file);
}

}  // namespace touchstone::wire
