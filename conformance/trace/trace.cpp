#include "conformance/trace/trace.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "conformance/trace/timeline.h"

namespace touchstone {
namespace {

bool labelled(const Event& event, std::string_view label) {
  return (event.kind == EventKind::begin || event.kind == EventKind::log) && event.label == label;
}

std::string labels_of(const std::vector<Event>& events) {
  std::set<std::string> labels;
  for (const Event& event : events)
    if (labelled(event, event.label)) labels.insert(event.label);
  return labels.empty() ? "none at all" : fmt::format("{}", fmt::join(labels, ", "));
}

std::string what_ended(const std::vector<Operation>& operations) {
  std::string text;
  for (const Operation& operation : operations) {
    if (!text.empty()) text += ", ";
    if (!operation.outcome) {
      text += "no end";
    } else if (const ErrorValue* error = operation.outcome->error()) {
      text += error->type;
    } else {
      text += repr(*operation.outcome->value());
    }
  }
  return text;
}

[[noreturn]] void none(std::string_view label, std::string_view wanted,
                       const std::vector<Operation>& operations) {
  throw NothingToJudge(fmt::format("no operation \"{}\" ended with {}; it has: {}", label, wanted,
                                   what_ended(operations)));
}

double virtual_time(const Event& event) {
  if (!event.virtual_time)
    throw NothingToJudge("the run was not on the virtual clock: its times are not judged");
  return *event.virtual_time;
}

}  // namespace

Trace::Trace() : Trace(Observation{}) {}

Trace::Trace(Observation observation)
    : observation_(std::make_shared<const Observation>(std::move(observation))),
      read_(std::make_shared<bool>(false)) {}

const Observation& Trace::look() const {
  *read_ = true;
  return *observation_;
}

const std::vector<Event>& Trace::events() const { return look().events; }
const RunEnd& Trace::end() const { return look().end; }
const Left& Trace::left() const { return look().left; }

void Trace::no_such_label(std::string_view label, std::string_view wanted) const {
  throw NoSuchLabel(fmt::format("no {} \"{}\" in the trace; its labels are: {}. The run {}", wanted,
                                label, labels_of(observation_->events),
                                describe(observation_->end)));
}

std::vector<Operation> Trace::operations(std::string_view label) const {
  std::vector<Operation> found;
  std::map<OperationId, std::size_t> open;
  const std::vector<Event>& events = look().events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (event.kind == EventKind::begin && event.label == label) {
      open[event.operation] = found.size();
      found.push_back({event.label, event.operation, event.activity, i, {}, {}});
    } else if (event.kind == EventKind::end && open.contains(event.operation)) {
      Operation& operation = found[open[event.operation]];
      operation.end = i;
      operation.outcome = event.outcome;
    }
  }
  if (found.empty()) no_such_label(label, "operation");
  return found;
}

Values Trace::values(std::string_view label) const {
  Values values;
  const auto all = operations(label);
  for (const Operation& operation : all)
    if (operation.outcome && operation.outcome->value() != nullptr)
      values.push_back(*operation.outcome->value());
  if (values.empty()) none(label, "a value", all);
  return values;
}

std::vector<ErrorValue> Trace::errors(std::string_view label) const {
  std::vector<ErrorValue> errors;
  const auto all = operations(label);
  for (const Operation& operation : all)
    if (operation.outcome && operation.outcome->error() != nullptr)
      errors.push_back(*operation.outcome->error());
  if (errors.empty()) none(label, "an error", all);
  return errors;
}

std::vector<Outcome> Trace::outcomes(std::string_view label) const {
  std::vector<Outcome> outcomes;
  const auto all = operations(label);
  for (const Operation& operation : all)
    if (operation.outcome) outcomes.push_back(*operation.outcome);
  if (outcomes.empty()) none(label, "an outcome", all);
  return outcomes;
}

Outcome Trace::outcome(std::string_view label) const {
  const auto all = operations(label);
  const auto& first = all.front().outcome;
  if (all.size() != 1 || !first)
    throw NothingToJudge(
        fmt::format("\"{}\" is not one operation that ended; it has: {}", label, what_ended(all)));
  return *first;
}

Value Trace::value(std::string_view label) const {
  const Outcome only = outcome(label);
  if (only.value() == nullptr) none(label, "a value", operations(label));
  return *only.value();
}

std::vector<std::size_t> Trace::logs_of(std::initializer_list<std::string_view> labels) const {
  std::vector<std::size_t> found;
  const std::vector<Event>& events = look().events;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (events[i].kind == EventKind::log && std::ranges::count(labels, events[i].label) > 0)
      found.push_back(i);
  for (const std::string_view label : labels)
    if (std::ranges::none_of(found, [&](std::size_t i) { return events[i].label == label; }))
      no_such_label(label, "log");
  return found;
}

Values Trace::logs(std::string_view label) const {
  Values firsts;
  for (const std::size_t i : logs_of({label})) {
    const Values& values = observation_->events[i].values;
    firsts.push_back(values.empty() ? Value() : values.front());
  }
  return firsts;
}

Values Trace::rows(std::initializer_list<std::string_view> labels) const {
  Values rows;
  for (const std::size_t i : logs_of(labels))
    rows.emplace_back(Tuple{observation_->events[i].values});
  return rows;
}

std::vector<std::string> Trace::order() const {
  std::vector<std::string> labels;
  for (const Event& event : look().events)
    if (event.kind == EventKind::log) labels.push_back(event.label);
  return labels;
}

std::vector<std::string> Trace::order(std::initializer_list<std::string_view> labels) const {
  std::vector<std::string> chosen;
  for (const std::size_t i : logs_of(labels)) chosen.push_back(observation_->events[i].label);
  return chosen;
}

std::size_t Trace::count(std::string_view label) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      look().events, [&](const Event& event) { return labelled(event, label); }));
}

std::vector<double> Trace::at(std::string_view label) const {
  std::vector<double> times;
  if (absent(label)) no_such_label(label, "log or operation");
  for (const Event& event : look().events)
    if (event.kind == EventKind::log && event.label == label) times.push_back(virtual_time(event));
  if (!times.empty()) return times;
  for (const Operation& operation : operations(label))
    if (operation.end) times.push_back(virtual_time(observation_->events[*operation.end]));
  return times;
}

std::vector<double> Trace::begun_at(std::string_view label) const {
  std::vector<double> times;
  for (const Operation& operation : operations(label))
    times.push_back(virtual_time(observation_->events[operation.begin]));
  return times;
}

bool Trace::begun_before_ended(const Operation& a, const Operation& b) const {
  return !b.end || happened_before(a.begin, *b.end);
}

bool Trace::happened_before(std::size_t begin, std::size_t end) const {
  const std::size_t size = look().events.size();
  if (begin >= size || end >= size)
    throw std::out_of_range(fmt::format("events {} and {} of {}", begin, end, size));
  return begin < end;
}

std::vector<std::string> Trace::warnings() const {
  std::vector<std::string> texts;
  for (const Event& event : look().events)
    if (event.kind == EventKind::warning) texts.push_back(event.category + ": " + event.text);
  return texts;
}

std::vector<Activity> Trace::activities(std::string_view label) const {
  std::vector<Activity> found;
  for (const Event& event : look().events)
    if (labelled(event, label) && std::ranges::count(found, event.activity) == 0)
      found.push_back(event.activity);
  if (found.empty()) no_such_label(label, "log or operation");
  return found;
}

std::string Trace::activity_name(const Activity& activity) const {
  std::string found;
  for (const Event& event : look().events)
    if (event.kind == EventKind::name && event.activity == activity) found = event.text;
  return found;
}

void PrintTo(const Trace& trace, std::ostream* out) { *out << "trace:\n" << timeline(trace); }

}  // namespace touchstone
