#include "conformance/trace/plain_event.h"

#include <algorithm>
#include <cstdint>

#include "conformance/values/plain_json.h"

namespace touchstone::wire {
namespace {

bool read_kind(PlainJson& json, Event& event) {
  std::string_view word;
  if (!json.read(word)) return false;
  const auto kind = parse_event_kind(word);
  event.kind = kind.value_or(EventKind::log);
  return kind.has_value();
}

bool read_form(PlainJson& json, Event& event) {
  std::string_view form;
  if (!json.read(form)) return false;
  event.attempt = form == "attempt";
  return event.attempt || form == "record";
}

bool read_activity(PlainJson& json, Event& event) {
  auto& [pid, thread, task] = event.activity;
  return json.skip('[') && json.read(pid) && json.skip(',') && json.read(thread) &&
         json.skip(',') && json.read(task) && json.skip(']');
}

bool read_operation(PlainJson& json, Event& event) {
  auto& [pid, serial] = event.operation;
  return json.skip('[') && json.read(pid) && json.skip(',') && json.read(serial) && json.skip(']');
}

bool read_time(PlainJson& json, Event& event) {
  std::int64_t time = 0;
  if (!json.read(time)) return false;
  event.time = std::chrono::nanoseconds(time);
  return true;
}

bool read_value(PlainJson& json, Event& event) {
  Value value;
  if (!json.read(value)) return false;
  event.outcome = std::move(value);
  return true;
}

/// Of an error that neither has errno nor leads to others.
bool read_error(PlainJson& json, Event& event) {
  ErrorValue error;
  const bool read = json.skip("{\"args\":") && json.read(error.args) && json.skip(",\"bases\":") &&
                    json.read(error.bases) && json.skip(",\"type\":") && json.read(error.type) &&
                    json.skip('}');
  if (!read || error.bases.empty() || error.bases.front() != error.type) return false;
  event.outcome = Outcome::raised(std::move(error));
  return true;
}

template <auto member>
bool read_into(PlainJson& json, Event& event) {
  return json.read(event.*member);
}

bool read_virtual_time(PlainJson& json, Event& event) {
  return json.read(event.virtual_time.emplace());
}

struct PlainMember {
  std::string_view key;
  bool (*read)(PlainJson& json, Event& event);
};

constexpr PlainMember plain_members[] = {{"act", read_activity},
                                         {"category", read_into<&Event::category>},
                                         {"error", read_error},
                                         {"event", read_kind},
                                         {"form", read_form},
                                         {"gate", read_into<&Event::gate>},
                                         {"label", read_into<&Event::label>},
                                         {"message", read_into<&Event::text>},
                                         {"name", read_into<&Event::text>},
                                         {"op", read_operation},
                                         {"run", read_into<&Event::run>},
                                         {"t", read_time},
                                         {"tid", read_into<&Event::tid>},
                                         {"v", read_virtual_time},
                                         {"value", read_value},
                                         {"values", read_into<&Event::values>}};

/// A bit for each of `plain_members`.
using MemberSet = std::uint32_t;

constexpr MemberSet bit_of(const PlainMember* member) {
  return MemberSet{1} << (member - std::begin(plain_members));
}

template <class... Keys>
constexpr MemberSet set_of(Keys... keys) {
  return (bit_of(std::ranges::find(plain_members, std::string_view(keys), &PlainMember::key)) |
          ... | MemberSet{0});
}

/// Those that an event of the kind has beside those that each event has.
constexpr MemberSet own_members(EventKind kind, bool raised) {
  switch (kind) {
    case EventKind::begin:
      return set_of("form", "label", "op");
    case EventKind::end:
      return set_of("label", "op") | (raised ? set_of("error") : set_of("value"));
    case EventKind::log:
      return set_of("label", "values");
    case EventKind::reached:
    case EventKind::passed:
      return set_of("gate");
    case EventKind::name:
      return set_of("name");
    case EventKind::warning:
      return set_of("category", "message");
    case EventKind::stuck:
      return 0;
  }
  return 0;
}

bool is_whole(const Event& event, MemberSet found) {
  constexpr MemberSet common = set_of("act", "event", "run", "t", "tid");
  const MemberSet own = own_members(event.kind, event.outcome.error() != nullptr);
  return (found & ~set_of("v")) == (common | own);
}

/// Adds the member to those that were `found` before.
bool read_member(PlainJson& json, Event& event, MemberSet& found) {
  std::string_view key;
  if (!json.read(key) || !json.skip(':')) return false;
  const auto* member = std::ranges::find(plain_members, key, &PlainMember::key);
  if (member == std::end(plain_members) || (found & bit_of(member)) != 0) return false;
  found |= bit_of(member);
  return member->read(json, event);
}

}  // namespace

std::optional<Event> read_plain_event(std::string_view line) {
  PlainJson json(line);
  Event event;
  MemberSet found = 0;
  if (!json.skip('{')) return std::nullopt;
  do {
    if (!read_member(json, event, found)) return std::nullopt;
  } while (json.skip(','));
  if (!json.skip('}') || !json.at_end() || !is_whole(event, found)) return std::nullopt;
  return event;
}

}  // namespace touchstone::wire
