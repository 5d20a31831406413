#include "conformance/programs/account.h"

#include <algorithm>
#include <cmath>

namespace touchstone::programs {
namespace {

Value plain(const Value& value);

Values plain(const Values& values) {
  Values result;
  result.reserve(values.size());
  for (const Value& value : values) result.push_back(plain(value));
  return result;
}

Value plain(const Value& value) {
  if (const auto* error = value.get_if<ErrorValue>()) return Value(error->type);
  if (const auto* object = value.get_if<ObjectValue>()) return Value("<" + object->kind + ">");
  if (const auto* list = value.get_if<List>()) return List{plain(list->items)};
  if (const auto* tuple = value.get_if<Tuple>()) return Tuple{plain(tuple->items)};
  return value;
}

std::string ascii(const Value& value) {
  const auto* text = value.get_if<Text>();
  return text == nullptr ? repr(value) : std::string(text->points.begin(), text->points.end());
}

/// A halt of main is told by its time; one of the rest says nothing of main's own end.
std::string end_of(const RunEnd& end) {
  if (const auto* raised = std::get_if<run_end::Raised>(&end))
    return "raised " + raised->error.type;
  const auto* stuck = std::get_if<run_end::Stuck>(&end);
  if (stuck != nullptr && stuck->error) return "raised " + stuck->error->type;
  return describe(end);
}

/// Programs begin on a full second, and so do their times.
void count_from_begin(Account& account) {
  if (account.notes.empty()) return;
  const double begin = account.notes.front().time;
  for (Note& note : account.notes) note.time -= begin;
  if (account.stuck) *account.stuck -= begin;
}

double number(const Value& value) {
  if (const auto* real = value.get_if<double>()) return *real;
  const auto* integer = value.get_if<Integer>();
  return integer == nullptr ? std::nan("") : integer->get_d();
}

/// [TIME, ACTIVITY, STEP, ...], or nothing.
std::optional<Note> note_of(const Value& value) {
  const auto* row = value.get_if<List>();
  if (row == nullptr || row->items.size() < 3) return std::nullopt;
  const Values& items = row->items;
  return Note{number(items[0]), ascii(items[1]), plain(Values(items.begin() + 2, items.end()))};
}

std::vector<Note>::iterator end_of_main(std::vector<Note>& notes) {
  return std::ranges::find_if(notes, [](const Note& note) {
    return note.activity == "main" && !note.what.empty() && note.what[0] == Value("end");
  });
}

/// Whether the rest comes to a halt depends on the order in which it is cancelled at main's end.
bool main_ended_before(Account& account, double halt) {
  const auto end = end_of_main(account.notes);
  return end != account.notes.end() && end->time < halt;
}

/// At main's end the rest is cancelled, in no promised order.
void cut_at_end_of_main(Account& account) {
  const auto end = end_of_main(account.notes);
  if (end == account.notes.end()) return;
  const double time = end->time;
  account.notes.erase(end + 1, account.notes.end());
  std::erase_if(account.notes,
                [&](const Note& note) { return note.time >= time && note.activity != "main"; });
}

/// The log at the end of one program: its end and its notes.
std::optional<Account> account_of_log(const Event& event, std::optional<double> stuck) {
  const auto* told = event.values.size() == 2 ? event.values[1].get_if<List>() : nullptr;
  if (told == nullptr) return std::nullopt;
  Account account{{}, std::nullopt, ascii(event.values[0])};
  for (const Value& value : told->items) {
    auto note = note_of(value);
    if (!note) return std::nullopt;
    account.notes.push_back(*std::move(note));
  }
  // What is told at the end does not say what came before and after the halt at one instant.
  if (stuck && !main_ended_before(account, *stuck)) halt_at(account, *stuck);
  cut_at_end_of_main(account);
  count_from_begin(account);
  return account;
}

bool came_to_its_end(const RunEnd& end) {
  return std::holds_alternative<run_end::ByItself>(end) ||
         std::holds_alternative<run_end::Stuck>(end);
}

}  // namespace

void halt_at(Account& account, double time) {
  std::erase_if(account.notes, [&](const Note& note) { return note.time >= time; });
  account.stuck = time;
  account.end = "stuck";
}

Account account_of(const Trace& trace) {
  Account account;
  account.end = end_of(trace.end());
  for (const Event& event : trace.events()) {
    if (event.kind == EventKind::stuck) {
      if (main_ended_before(account, event.virtual_time.value_or(0))) continue;
      account.stuck = event.virtual_time;
      account.end = "stuck";
      break;
    }
    if (event.kind != EventKind::log) continue;
    if (event.label == "program") {
      account.end = event.values.empty() ? "" : ascii(event.values[0]);
    } else {
      account.notes.push_back({event.virtual_time.value_or(0), event.label, plain(event.values)});
    }
  }
  cut_at_end_of_main(account);
  count_from_begin(account);
  return account;
}

std::optional<std::vector<Account>> accounts_of(const Trace& trace, std::size_t programs) {
  if (!came_to_its_end(trace.end())) return std::nullopt;
  std::vector<Account> accounts;
  std::optional<double> stuck;
  for (const Event& event : trace.events()) {
    if (event.kind == EventKind::stuck && !stuck) stuck = event.virtual_time.value_or(0);
    if (event.kind != EventKind::log || event.label != "program") continue;
    auto account = account_of_log(event, std::exchange(stuck, std::nullopt));
    if (!account) return std::nullopt;
    accounts.push_back(*std::move(account));
  }
  if (accounts.size() != programs) return std::nullopt;
  return accounts;
}

}  // namespace touchstone::programs
