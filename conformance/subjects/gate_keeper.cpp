#include "conformance/subjects/gate_keeper.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone {
namespace {

bool is_hint(const Condition& condition) { return condition.kind == Condition::Kind::blocked; }

/// Asleep for an instant is not blocked: an interpreter's lock puts threads to sleep too.
constexpr int asleep_in_a_row = 2;

}  // namespace

GateKeeper::GateKeeper(const GateRules& rules, OpenGate open, IsAsleep is_asleep)
    : open_(std::move(open)), is_asleep_(std::move(is_asleep)) {
  for (const auto& [name, rule] : rules) gates_[name].rule = rule;
}

void GateKeeper::note(const Event& event, Time now) {
  using Kind = Condition::Kind;
  switch (event.kind) {
    case EventKind::begin:
      ++counts_[{Kind::begun, event.label}];
      running_[event.operation] = {event.label, event.activity.pid, event.tid};
      break;
    case EventKind::end:
      ++counts_[{Kind::ended, event.label}];
      running_.erase(event.operation);
      break;
    case EventKind::log:
      ++counts_[{Kind::logged, event.label}];
      break;
    case EventKind::reached:
      ++counts_[{Kind::reached, event.gate}];
      if (gates_.try_emplace(event.gate).second) without_rule_.push_back(event.gate);
      break;
    default:
      return;
  }
  tick(now);
}

void GateKeeper::tick(Time now) {
  for (auto& [name, gate] : gates_)
    if (!gate.open) advance(name, gate, now);
}

void GateKeeper::advance(const std::string& name, Gate& gate, Time now) {
  if (!gate.opens) {
    if (!is_met(gate.rule)) return;
    if (!gate.met) gate.met = now;
    if (!hints_are_over(name, gate, now)) return;
    gate.opens = now + gate.rule.settle_time();
  }
  if (now >= *gate.opens) open(name, gate);
}

void GateKeeper::open(const std::string& name, Gate& gate) {
  gate.open = true;
  open_(name);
}

int GateKeeper::came(const Condition& condition) const {
  const auto found = counts_.find({condition.kind, condition.name});
  return found == counts_.end() ? 0 : found->second;
}

bool GateKeeper::is_met(const GateRule& rule) const {
  return std::ranges::all_of(rule.conditions(), [&](const Condition& condition) {
    return is_hint(condition) || is_met(condition);
  });
}

bool GateKeeper::hints_are_over(const std::string& name, Gate& gate, Time now) {
  auto hints = gate.rule.conditions();
  std::erase_if(hints, [](const Condition& condition) { return !is_hint(condition); });
  if (hints.empty()) return true;
  if (gate.looked && now - *gate.looked < hint_period) return false;
  gate.looked = now;
  const auto is_true = [&](const Condition& hint) { return hint_is_true(hint); };
  gate.asleep = std::ranges::all_of(hints, is_true) ? gate.asleep + 1 : 0;
  if (gate.asleep >= asleep_in_a_row) return true;
  const auto hopeless = [&](const Condition& hint) { return hint_is_hopeless(hint); };
  if (now - *gate.met < longest_hint && std::ranges::none_of(hints, hopeless)) return false;
  notes_.push_back(
      fmt::format("gate `{}` was opened though {} was not seen", name, describe(hints.front())));
  return true;
}

bool GateKeeper::hint_is_true(const Condition& hint) const {
  const auto asleep = std::ranges::count_if(running_, [&](const auto& entry) {
    const Running& operation = entry.second;
    return operation.label == hint.name && is_asleep_(operation.pid, operation.tid);
  });
  return asleep >= hint.count;
}

/// It has begun often enough and ended since.
bool GateKeeper::hint_is_hopeless(const Condition& hint) const {
  const auto running = std::ranges::count_if(
      running_, [&](const auto& entry) { return entry.second.label == hint.name; });
  return running < hint.count && is_met(begun(hint.name, hint.count));
}

std::optional<GateKeeper::Time> GateKeeper::next_tick(Time now) const {
  std::optional<Time> next;
  const auto at = [&](Time time) { next = next ? std::min(*next, time) : time; };
  for (const auto& [name, gate] : gates_) {
    if (gate.open || !gate.met) continue;
    at(gate.opens ? *gate.opens : now + hint_period);
  }
  return next;
}

void GateKeeper::open_all() {
  for (auto& [name, gate] : gates_)
    if (!gate.open) open(name, gate);
}

bool GateKeeper::is_open(const std::string& gate) const {
  const auto found = gates_.find(gate);
  return found != gates_.end() && found->second.open;
}

bool GateKeeper::is_latch(const std::string& gate) const {
  const auto found = gates_.find(gate);
  return found != gates_.end() && found->second.rule.is_for_many();
}

std::string GateKeeper::unmet_text(const std::string& name, const Gate& gate) const {
  std::string waits;
  for (const Condition& condition : gate.rule.conditions()) {
    if (is_hint(condition) || is_met(condition)) continue;
    if (!waits.empty()) waits += ", and for ";
    waits += fmt::format("{}, {} came", describe(condition), came(condition));
  }
  if (waits.empty()) waits = fmt::format("its {} ms to pass", gate.rule.settle_time().count());
  return fmt::format("gate `{}` waits for {}", name, waits);
}

std::vector<std::string> GateKeeper::unmet() const {
  std::vector<std::string> lines;
  for (const std::string& name : without_rule_)
    lines.push_back(
        fmt::format("gate `{}` has no rule that opens it: it was opened when it was "
                    "reached",
                    name));
  for (const auto& [name, gate] : gates_)
    if (!gate.open) lines.push_back(unmet_text(name, gate));
  return lines;
}

}  // namespace touchstone
