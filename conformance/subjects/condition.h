/// When a gate opens: conditions on the events of the run, counted from its start.
///
///     trial.open("g").after(begun("b"), reached("x", 3)).settle(20ms);
///
/// `settle` lets time pass between the conditions and the opening: it gives a wrong implementation
/// time to show itself, and never decides about a right one. It may not stand for something that
/// has to come: that is a condition. `blocked` is a hint for the same end: the kernel says that the
/// operation's thread sleeps. It is given up where it does not come true, so it can delay an
/// opening but never prevent one.
#pragma once

#include <chrono>
#include <concepts>
#include <map>
#include <string>
#include <vector>

namespace touchstone {

struct Condition {
  enum class Kind { begun, ended, logged, reached, blocked };
  Kind kind = Kind::begun;
  std::string name;  ///< the label, or the gate
  int count = 1;
};

/// `count` operations of the label have begun.
Condition begun(std::string label, int count = 1);
/// `count` operations of the label have ended, with a value or an error.
Condition ended(std::string label, int count = 1);
/// The label was logged `count` times.
Condition logged(std::string label, int count = 1);
/// `count` activities have arrived at the gate (an activity that arrives twice counts twice).
Condition reached(std::string gate, int count = 1);
/// Hint: the threads of `count` operations of the label that have begun and not ended are asleep.
Condition blocked(std::string label, int count = 1);

/// "3 x ended(in)", "begun(b)".
std::string describe(const Condition& condition);

/// When one gate opens: at once, unless `after` says otherwise.
class GateRule {
 public:
  /// All of these; repeated calls add conditions. Throws std::invalid_argument for a count below 1.
  template <std::same_as<Condition>... Conditions>
  GateRule& after(Conditions... conditions) {
    (add(std::move(conditions)), ...);
    return *this;
  }
  GateRule& settle(std::chrono::milliseconds time);
  /// The gate may be passed again and again by the same activity. Without it a second arrival is an
  /// error in the scenario, since a gate that is open stops nobody.
  GateRule& for_many();

  const std::vector<Condition>& conditions() const { return conditions_; }
  std::chrono::milliseconds settle_time() const { return settle_; }
  bool is_for_many() const { return for_many_; }

 private:
  void add(Condition condition);

  std::vector<Condition> conditions_;
  std::chrono::milliseconds settle_{0};
  bool for_many_ = false;
};

/// The rules of a run, by the gate's name.
using GateRules = std::map<std::string, GateRule>;

}  // namespace touchstone
