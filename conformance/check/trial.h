/// What a check is given: picks inputs, states when gates open, runs scenarios on the subject under
/// test, gets traces back.
///
/// A check neither knows nor asks which subject it runs on. One Trial serves one execution of one
/// part of a check (a property is executed many times with other picks). Not thread-safe; lives on
/// the thread that runs the check.
///
/// Errors: what keeps a check from judging (the subject hung, crashed, broke the protocol, lacks a
/// capability) leaves `run` as `NotJudgeable`, which a check never catches; the runner turns it
/// into the verdict.
#pragma once

#include <rapidcheck.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conformance/check/pickable.h"
#include "conformance/subjects/condition.h"
#include "conformance/subjects/subject.h"
#include "conformance/trace/trace.h"
#include "conformance/values/value.h"
#include "conformance/verdicts/judgement.h"

namespace touchstone {

/// Why a run could not be judged; carries the verdict that follows.
struct NotJudgeable {
  Verdict verdict;
  std::string evidence;
};

/// The verdict that follows from such an end whatever a check would say; nothing where there is a
/// trace to judge.
std::optional<Verdict> verdict_without_judgement(const RunEnd& end);

/// Thrown by a pick where Settings::refuse_picks is set.
struct PicksWanted {};

/// How a program is expected to end: by itself (the default of Trial::run) or in any way that the
/// check itself judges.
enum class Ending { by_itself, judged_by_check };

class Trial {
 public:
  struct Settings {
    std::chrono::milliseconds deadline{5000};
    std::uint64_t seed = 0;
    const Picks* recorded = nullptr;  ///< picks of a repro token; nullptr: random ones
    bool refuse_picks = false;  ///< a pick throws PicksWanted: the part is to be run as a property
  };

  Trial(Subject& subject, Settings settings) : subject_(subject), settings_(settings) {}

  /// A whole number in [low, high], bound under `name` in the scenarios that follow.
  std::int64_t pick(std::string_view name, std::int64_t low, std::int64_t high);
  /// One of the given values.
  Value pick_one(std::string_view name, Values choices);
  /// A value of a rapidcheck generator; shrunk on failure.
  template <class T>
  T pick(std::string_view name, const rc::Gen<T>& generator) {
    return from_value<T>(pick_value(name, [&] { return to_value<T>(*generator); }));
  }
  /// Binds a value that the check computed (never picked, so not shrunk) under `name`.
  void bind(std::string_view name, Value value);

  /// States when the gate opens in the next run: trial.open("g").after(begun("b"), reached("x",
  /// 3)).settle(20ms).
  GateRule& open(const std::string& gate);
  /// The next run uses the virtual clock (needs clock.virtual; refused where the scenario names the
  /// outside world).
  Trial& virtual_clock();
  /// May a run of this scenario use it: the subject has it, and the scenario names nothing of the
  /// outside world?
  bool has_virtual_clock_for(std::string_view text) const;

  /// Runs the scenario and returns its trace. With Ending::by_itself an uncaught error of the
  /// program is a failure of the check and ends it. Throws NotJudgeable, and std::logic_error where
  /// the text does not parse or validate (a defect of the check).
  Trace run(std::string_view text, Ending ending = Ending::by_itself);

  /// Shows a figure without judging it; the verdict is `reported` where nothing else was judged.
  void report(std::string name, Value value);

  const Picks& picks() const { return picks_; }
  const std::vector<Figure>& figures() const { return figures_; }
  /// True when at least one trace was read.
  bool judged() const;
  /// Messages of gates that were never opened, over all runs.
  const std::vector<std::string>& unmet() const { return unmet_; }
  /// Text and timeline of the last run, for evidence; empty where nothing ran.
  std::string last_run() const;

 private:
  Value pick_value(std::string_view name, const std::function<Value()>& generate);
  Value choose(std::string_view name, const std::function<Value()>& generate) const;
  RunRequest request(std::string_view text);

  Subject& subject_;
  Settings settings_;
  Picks picks_;
  std::map<std::string, Value> bound_;
  GateRules rules_;
  bool virtual_clock_ = false;
  std::string last_text_;
  std::vector<Trace> traces_;
  std::vector<Figure> figures_;
  std::vector<std::string> unmet_;
};

}  // namespace touchstone
