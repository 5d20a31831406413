#include "conformance/trace/timeline.h"

#include <fmt/format.h>

#include <map>
#include <sstream>

namespace touchstone {
namespace {

constexpr std::size_t widest_value = 160;

std::string cut(std::string text) {
  if (text.size() <= widest_value) return text;
  std::size_t end = widest_value;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + " ...";
}

std::string listed(const Values& values) {
  std::string text;
  for (const Value& value : values) text += (text.empty() ? "" : ", ") + repr(value);
  return cut(std::move(text));
}

std::string outcome_text(const Outcome& outcome) {
  std::ostringstream text;
  PrintTo(outcome, &text);
  return cut(std::move(text).str());
}

std::string what_happened(const Event& event) {
  switch (event.kind) {
    case EventKind::begin:
      return fmt::format("{} begins", event.label);
    case EventKind::end:
      return fmt::format("{} ends: {}", event.label, outcome_text(event.outcome));
    case EventKind::log:
      return fmt::format("log {}: {}", event.label, listed(event.values));
    case EventKind::reached:
      return fmt::format("reached gate {}", event.gate);
    case EventKind::passed:
      return fmt::format("passed gate {}", event.gate);
    case EventKind::name:
      return fmt::format("is named {}", event.text);
    case EventKind::warning:
      return cut(fmt::format("{}: {}", event.category, event.text));
    case EventKind::stuck:
      return "stuck: nothing can ever happen again";
  }
  return "";
}

/// Pids are of no interest to people: the run's processes are P1, P2 ... in the order of their
/// first event.
class Timeline {
 public:
  Timeline(const Observation& seen, Times times) : seen_(seen), times_(times) {
    for (const Event& event : seen.events) {
      processes_.try_emplace(event.activity.pid, processes_.size() + 1);
      if (event.kind == EventKind::name) names_[event.activity] = event.text;
    }
  }

  std::string line(std::size_t index) const {
    const Event& event = seen_.events[index];
    return fmt::format("  {:>12}  {:<20}  {}\n", time(event), actor(event.activity),
                       what_happened(event));
  }

 private:
  std::string time(const Event& event) const {
    if (event.virtual_time) return fmt::format("@ {} s", *event.virtual_time);
    if (times_ == Times::virtual_only) return "";
    const auto since = event.time - seen_.events.front().time;
    return fmt::format("{:.3f} ms", std::chrono::duration<double, std::milli>(since).count());
  }

  std::string actor(const Activity& activity) const {
    std::string text = fmt::format("thread {}", activity.thread);
    if (processes_.size() > 1) text = fmt::format("P{} {}", processes_.at(activity.pid), text);
    if (activity.task != 0) text += fmt::format(" task {}", activity.task);
    const auto name = names_.find(activity);
    return name == names_.end() ? text : cut(name->second);
  }

  const Observation& seen_;
  const Times times_;
  std::map<std::int64_t, std::size_t> processes_;
  std::map<Activity, std::string> names_;
};

std::string events_text(const Observation& seen, std::size_t limit, Times times) {
  const Timeline timeline(seen, times);
  const std::size_t count = seen.events.size();
  const std::size_t skip_from = count > limit ? limit / 2 : count;
  const std::size_t skip_to = count > limit ? count - (limit - limit / 2) : count;
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == skip_from) {
      text += fmt::format("  ... {} events left out ...\n", skip_to - skip_from);
      i = skip_to;
      if (i == count) break;
    }
    if (seen.forced_from == i) text += "  -- deadline: all gates forced open --\n";
    text += timeline.line(i);
  }
  return text;
}

std::string left_text(const Left& left) {
  if (left.nothing()) return "";
  return fmt::format("left behind: {} threads, {} tasks, {} processes\n", left.threads, left.tasks,
                     left.processes);
}

std::string indented(const std::string& text) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) result += "  | " + line + "\n";
  return result;
}

}  // namespace

std::string timeline(const Trace& trace, std::size_t limit, Times times) {
  const Observation& seen = trace.observation();
  std::string text = seen.events.empty() ? "  no events\n" : events_text(seen, limit, times);
  text += "the run " + describe(seen.end) + "\n" + left_text(seen.left);
  for (const std::string& unmet : seen.evidence.unmet) text += "unmet: " + unmet + "\n";
  for (const std::string& note : seen.evidence.notes) text += "note: " + note + "\n";
  if (!seen.evidence.stderr_tail.empty()) text += "stderr:\n" + indented(seen.evidence.stderr_tail);
  return text;
}

}  // namespace touchstone
