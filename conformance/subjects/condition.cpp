#include "conformance/subjects/condition.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>

namespace touchstone {
namespace {

std::string_view word(Condition::Kind kind) {
  switch (kind) {
    case Condition::Kind::begun:
      return "begun";
    case Condition::Kind::ended:
      return "ended";
    case Condition::Kind::logged:
      return "logged";
    case Condition::Kind::reached:
      return "reached";
    case Condition::Kind::blocked:
      return "blocked";
  }
  return "";
}

}  // namespace

Condition begun(std::string label, int count) {
  return {Condition::Kind::begun, std::move(label), count};
}
Condition ended(std::string label, int count) {
  return {Condition::Kind::ended, std::move(label), count};
}
Condition logged(std::string label, int count) {
  return {Condition::Kind::logged, std::move(label), count};
}
Condition reached(std::string gate, int count) {
  return {Condition::Kind::reached, std::move(gate), count};
}
Condition blocked(std::string label, int count) {
  return {Condition::Kind::blocked, std::move(label), count};
}

std::string describe(const Condition& condition) {
  const std::string text = fmt::format("{}({})", word(condition.kind), condition.name);
  return condition.count == 1 ? text : fmt::format("{} x {}", condition.count, text);
}

void GateRule::add(Condition condition) {
  if (condition.count < 1)
    throw std::invalid_argument(
        fmt::format("a gate waits for {}: a condition counts at least 1", describe(condition)));
  conditions_.push_back(std::move(condition));
}

GateRule& GateRule::settle(std::chrono::milliseconds time) {
  settle_ = time;
  return *this;
}

GateRule& GateRule::for_many() {
  for_many_ = true;
  return *this;
}

}  // namespace touchstone
