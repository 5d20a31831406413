#include "conformance/check/trial.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "conformance/scenario/memo.h"
#include "conformance/scenario/needs.h"
#include "conformance/scenario/parse.h"
#include "conformance/scenario/validate.h"
#include "conformance/trace/timeline.h"

namespace touchstone {
namespace {

/// A text that is no scenario is a defect of the check, told with the place in it.
std::shared_ptr<const scenario::Module> tree_of(std::string_view text) {
  try {
    return std::make_shared<scenario::Module>(scenario::parse_scenario(text));
  } catch (const std::runtime_error& error) {
    throw std::logic_error(fmt::format("the check's scenario is no scenario: {}", error.what()));
  }
}

/// A scenario and what can be read off it.
struct Prepared {
  std::shared_ptr<const scenario::Module> tree;
  bool needs_isolation;
  bool allows_virtual_clock;
};

Prepared prepare(std::string_view text) {
  auto tree = tree_of(text);
  return {tree, scenario::needs_isolation(*tree), scenario::allows_virtual_clock(*tree)};
}

/// A property runs its texts again and again, with other values.
const Prepared& prepared(std::string_view text) {
  constexpr std::size_t texts_of_one_check = 4;
  thread_local scenario::Memo<std::string, Prepared> last(texts_of_one_check);
  return last.get(text, prepare);
}

/// Ends that leave no trace to judge; nothing where the program ended in whatever way.
struct WithoutJudgement {
  using Answer = std::optional<Verdict>;
  Answer operator()(const run_end::ByItself&) const { return std::nullopt; }
  Answer operator()(const run_end::Raised&) const { return std::nullopt; }
  Answer operator()(const run_end::Stuck&) const { return std::nullopt; }
  Answer operator()(const run_end::Hung&) const { return Verdict::hung; }
  Answer operator()(const run_end::Crashed&) const { return Verdict::crashed; }
  Answer operator()(const run_end::ProtocolError&) const { return Verdict::protocol_error; }
  Answer operator()(const run_end::Unsupported&) const { return Verdict::unsupported; }
};

}  // namespace

std::optional<Verdict> verdict_without_judgement(const RunEnd& end) {
  return std::visit(WithoutJudgement{}, end);
}

std::int64_t Trial::pick(std::string_view name, std::int64_t low, std::int64_t high) {
  return pick(name, rc::gen::inRange(low, high + 1));
}

Value Trial::pick_one(std::string_view name, Values choices) {
  return pick(name, rc::gen::elementOf(std::move(choices)));
}

Value Trial::choose(std::string_view name, const std::function<Value()>& generate) const {
  if (settings_.recorded == nullptr) return generate();
  const auto found = std::ranges::find(*settings_.recorded, name, &Picks::value_type::first);
  if (found != settings_.recorded->end()) return found->second;
  throw PickMismatch(fmt::format("the token holds no pick called {}", name));
}

Value Trial::pick_value(std::string_view name, const std::function<Value()>& generate) {
  if (settings_.refuse_picks) throw PicksWanted();
  Value value = choose(name, generate);
  bind(name, value);
  picks_.emplace_back(name, value);
  return value;
}

void Trial::bind(std::string_view name, Value value) {
  if (!bound_.emplace(name, std::move(value)).second)
    throw std::logic_error(fmt::format("the check binds the name {} twice", name));
}

GateRule& Trial::open(const std::string& gate) { return rules_[gate]; }

Trial& Trial::virtual_clock() {
  virtual_clock_ = true;
  return *this;
}

bool Trial::has_virtual_clock_for(std::string_view text) const {
  return subject_.hello().claims("clock.virtual") && prepared(text).allows_virtual_clock;
}

RunRequest Trial::request(std::string_view text) {
  RunRequest request;
  const Prepared& known = prepared(text);
  request.tree = known.tree;
  request.parameters = bound_;
  request.gates = std::exchange(rules_, GateRules());
  request.clock = std::exchange(virtual_clock_, false) ? Clock::virtual_time : Clock::real;
  if (request.clock == Clock::virtual_time && !known.allows_virtual_clock)
    throw std::logic_error("the check asks for the virtual clock beside the outside world");
  request.isolate = known.needs_isolation;
  request.deadline = settings_.deadline;
  request.seed = settings_.seed;
  return request;
}

Trace Trial::run(std::string_view text, Ending ending) {
  last_text_ = text;
  traces_.push_back(subject_.run(request(text)));
  const Trace& trace = traces_.back();
  const RunEnd& end = trace.observation().end;
  if (const auto verdict = verdict_without_judgement(end))
    throw NotJudgeable{*verdict, describe(end)};
  std::ranges::copy(trace.evidence().unmet, std::back_inserter(unmet_));
  if (ending == Ending::by_itself && !std::holds_alternative<run_end::ByItself>(end))
    throw NotJudgeable{Verdict::violates, "the program did not end by itself: " + describe(end)};
  return trace;
}

void Trial::report(std::string name, Value value) {
  figures_.push_back({std::move(name), std::move(value)});
}

bool Trial::judged() const { return std::ranges::any_of(traces_, &Trace::was_read); }

std::string Trial::last_run() const {
  if (last_text_.empty()) return "";
  std::string text = "scenario\n" + scenario::dedent(last_text_) + "\n";
  if (!traces_.empty()) text += "trace\n" + timeline(traces_.back());
  return text;
}

}  // namespace touchstone
