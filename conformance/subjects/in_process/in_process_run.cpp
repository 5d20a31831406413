#include "conformance/subjects/in_process/in_process_run.h"

#include <fmt/format.h>

#include "conformance/subjects/processes.h"

namespace touchstone {
namespace {

std::vector<std::string> gates_for_many(const GateRules& rules) {
  std::vector<std::string> names;
  for (const auto& [name, rule] : rules)
    if (rule.is_for_many()) names.push_back(name);
  return names;
}

}  // namespace

InProcessRun::InProcessRun(std::string id, const RunRequest& request)
    : request_(request),
      host_(
          std::move(id), [this](const Event& event) { note(event); },
          gates_for_many(request.gates)),
      keeper_(
          request.gates, [this](const std::string& gate) { host_.open(gate); }, is_asleep),
      recorder_([this](const std::string& gate) { return keeper_.is_open(gate); },
                [this](const std::string& gate) { return keeper_.is_latch(gate); }),
      silence_(request.deadline, threads_of_this_process, std::chrono::steady_clock::now()) {
  keeper_.tick(std::chrono::steady_clock::now());
}

void InProcessRun::note(const Event& event) {
  const std::scoped_lock lock(mutex_);
  const Time now = std::chrono::steady_clock::now();
  silence_.restart(now);
  try {
    keeper_.note(recorder_.add(event), now);
  } catch (const ImpossibleEvent& error) {
    if (!impossible_) impossible_ = error.what();
    return;
  }
  const bool waits = event.kind == EventKind::reached && !keeper_.is_open(event.gate);
  if (waits && !watcher_.joinable())
    watcher_ = std::jthread([this](const std::stop_token& stopped) { watch(stopped); });
  changed_.notify_one();
}

void InProcessRun::watch(const std::stop_token& stopped) {
  std::unique_lock lock(mutex_);
  while (!stopped.stop_requested() && !forced_from_) {
    const Time now = std::chrono::steady_clock::now();
    keeper_.tick(now);
    look_at_clock(now);
    const Time look = silence_.next_tick();
    const Time next = std::min(keeper_.next_tick(now).value_or(look), look);
    const std::size_t seen = recorder_.events().size();
    changed_.wait_until(lock, stopped, next, [&] { return recorder_.events().size() != seen; });
  }
}

void InProcessRun::look_at_clock(Time now) {
  silence_.tick(now);
  if (!silence_.is_over(now)) return;
  unmet_ = keeper_.unmet();
  forced_from_ = recorder_.events().size();
  keeper_.open_all();
}

RunEnd InProcessRun::end_of(RunEnd end) const {
  if (forced_from_)
    return run_end::Hung{fmt::format("nothing happened for {} ms", request_.deadline.count())};
  if (impossible_) return run_end::ProtocolError{*impossible_};
  return end;
}

Observation InProcessRun::observation(native::RunResult result) {
  watcher_ = {};
  Observation observation;
  observation.end = end_of(std::move(result.end));
  observation.left = result.left;
  observation.evidence.unmet = forced_from_ ? unmet_ : keeper_.unmet();
  observation.evidence.notes = keeper_.notes();
  observation.forced_from = forced_from_;
  observation.events = recorder_.take();
  return observation;
}

}  // namespace touchstone
