#include "conformance/programs/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

namespace touchstone::programs {
namespace {

using Notes = std::vector<Note>;

std::string text_or_nothing(const Note* note) {
  return note == nullptr ? "nothing" : text_of(*note);
}

Difference between(const std::string& activity, const Note* first, const Note* second) {
  const char* kind = first == nullptr                      ? "missing"
                     : second == nullptr                   ? "extra"
                     : first->activity != second->activity ? "order"
                     : first->what != second->what         ? "value"
                                                           : "time";
  return {kind, activity, text_or_nothing(first), text_or_nothing(second)};
}

/// A difference with the instant at which it shows.
struct Parting {
  double time;
  Difference difference;
};

std::optional<Parting> parting(const std::string& activity, const Notes& first,
                               const Notes& second) {
  const std::size_t most = std::max(first.size(), second.size());
  for (std::size_t i = 0; i < most; ++i) {
    const Note* a = i < first.size() ? &first[i] : nullptr;
    const Note* b = i < second.size() ? &second[i] : nullptr;
    if (a != nullptr && b != nullptr && *a == *b) continue;
    const double time = a == nullptr   ? b->time
                        : b == nullptr ? a->time
                                       : std::min(a->time, b->time);
    return Parting{time, between(activity, a, b)};
  }
  return std::nullopt;
}

std::map<std::string, Notes> by_activity(const Notes& notes) {
  std::map<std::string, Notes> sorted;
  for (const Note& note : notes) sorted[note.activity].push_back(note);
  return sorted;
}

std::optional<Difference> in_activities(const Account& first, const Account& second) {
  auto a = by_activity(first.notes);
  auto b = by_activity(second.notes);
  for (const auto& [activity, notes] : b) a[activity];
  std::optional<Parting> earliest;
  for (const auto& [activity, notes] : a) {
    auto found = parting(activity, notes, b[activity]);
    if (found && (!earliest || found->time < earliest->time)) earliest = std::move(found);
  }
  if (!earliest) return std::nullopt;
  return earliest->difference;
}

std::optional<Difference> in_order(const Account& first, const Account& second) {
  auto found = parting("", first.notes, second.notes);
  if (!found) return std::nullopt;
  return found->difference;
}

std::string halt(const Account& account) {
  return account.stuck ? fmt::format("stuck at {}", *account.stuck) : account.end;
}

std::optional<Difference> in_ends(const Account& first, const Account& second) {
  if (first.stuck.has_value() != second.stuck.has_value())
    return Difference{"stuck", "", halt(first), halt(second)};
  if (first.end != second.end) return Difference{"end", "", first.end, second.end};
  return std::nullopt;
}

bool halts_apart(const Account& first, const Account& second) {
  return first.stuck && second.stuck && *first.stuck != *second.stuck;
}

Account halted_at(Account account, double time) {
  halt_at(account, time);
  return account;
}

}  // namespace

std::optional<Difference> difference(const Account& first, const Account& second, Mode mode) {
  if (halts_apart(first, second)) {
    const double halt = std::min(*first.stuck, *second.stuck);
    return difference(halted_at(first, halt), halted_at(second, halt), mode);
  }
  if (first.notes == second.notes) return in_ends(first, second);
  auto found = mode == Mode::spaced ? in_activities(first, second) : in_order(first, second);
  return found ? found : in_ends(first, second);
}

std::string text_of(const Note& note) {
  std::string text = fmt::format("at {} {}:", note.time, note.activity);
  for (const Value& value : note.what) text += " " + repr(value);
  return text;
}

}  // namespace touchstone::programs
