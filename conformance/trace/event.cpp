#include "conformance/trace/event.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

namespace touchstone {
namespace {

constexpr std::array<std::pair<EventKind, std::string_view>, 8> words{{
    {EventKind::begin, "begin"},
    {EventKind::end, "end"},
    {EventKind::log, "log"},
    {EventKind::reached, "reached"},
    {EventKind::passed, "passed"},
    {EventKind::name, "name"},
    {EventKind::warning, "warning"},
    {EventKind::stuck, "stuck"},
}};

}  // namespace

std::string_view name(EventKind kind) {
  return std::ranges::find(words, kind, &decltype(words)::value_type::first)->second;
}

std::optional<EventKind> parse_event_kind(std::string_view word) {
  const auto* found = std::ranges::find(words, word, &decltype(words)::value_type::second);
  if (found == words.end()) return std::nullopt;
  return found->first;
}

bool operator==(const Outcome& a, const Outcome& b) {
  if (a.value() != nullptr && b.value() != nullptr) return *a.value() == *b.value();
  if (a.error() != nullptr && b.error() != nullptr) return Value(*a.error()) == Value(*b.error());
  return false;
}

void PrintTo(const Outcome& outcome, std::ostream* out) {
  if (outcome.error() != nullptr) {
    *out << "raised " << repr(Value(*outcome.error()));
  } else {
    *out << repr(*outcome.value());
  }
}

}  // namespace touchstone
