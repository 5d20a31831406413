#include "conformance/subjects/run_session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "conformance/subjects/processes.h"
#include "conformance/trace/wire.h"

namespace touchstone {
namespace {

using std::chrono::steady_clock;

/// Above the longest event, so that a long one is named as such.
constexpr std::size_t longest_event_line = 1 << 16;

/// How long events may gather: short beside any deadline, long beside what one event takes.
constexpr std::chrono::milliseconds gathering{1};

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// The end of a program that went on after the loop had said that nothing can happen any more.
RunEnd stuck(RunEnd end) {
  if (std::holds_alternative<run_end::ByItself>(end)) return run_end::Stuck{};
  if (const auto* raised = std::get_if<run_end::Raised>(&end)) return run_end::Stuck{raised->error};
  return end;
}

}  // namespace

RunSession::RunSession(AdapterProcess& adapter, RunDirectory& directory, const Hello& hello,
                       const RunRequest& request, const RunPolicy& policy)
    : adapter_(adapter),
      directory_(directory),
      hello_(hello),
      request_(request),
      policy_(policy),
      keeper_(
          request.gates, [this](const std::string& gate) { directory_.open_gate(gate); },
          is_asleep),
      recorder_([this](const std::string& gate) { return keeper_.is_open(gate); },
                [this](const std::string& gate) { return keeper_.is_latch(gate); }),
      event_lines_(longest_event_line),
      now_(steady_clock::now()),
      silence_(
          request.deadline, [this] { return adapter_.threads(); }, now_),
      whole_(
          policy.deadlines_in_all * request.deadline, [this] { return adapter_.threads(); }, now_) {
}

Observation RunSession::run(const std::string& id, const std::set<std::string>& old_ids) {
  id_ = id;
  old_ids_ = &old_ids;
  adapter_.send(protocol::run_request(request_, id_, directory_.path(), hello_.reads_text));
  while (!end_) {
    try {
      keeper_.tick(now_);
      step();
    } catch (const wire::WireError& error) {
      conclude(run_end::ProtocolError{error.what()});
    } catch (const ImpossibleEvent& error) {
      conclude(run_end::ProtocolError{error.what()});
    }
  }
  return observation();
}

void RunSession::step() {
  if (events_may_gather())
    adapter_.wait(std::min(next_deadline(), gather_until_));
  else
    adapter_.wait(next_deadline(), directory_.events());
  now_ = steady_clock::now();
  if (read_events()) gather_until_ = now_ + gathering;
  if (const auto line = adapter_.next_line()) return take_reply(*line);
  if (adapter_.line_is_overlong()) throw wire::WireError("a line without an end on stdout");
  look_at_process();
  if (!end_) look_at_clock();
}

/// Without gates nobody waits for an event to be seen: those that follow each other are read in one
/// go, since each that is waited for wakes the kit.
bool RunSession::events_may_gather() const {
  return request_.gates.empty() && now_ < gather_until_;
}

/// No more than the channel can hold, so that what goes on writing cannot hold up the end. True
/// where something came.
bool RunSession::read_events() {
  std::array<char, 65536> bytes;
  const ssize_t count = read(directory_.events(), bytes.data(), bytes.size());
  if (count <= 0) return false;
  event_lines_.append({bytes.data(), static_cast<std::size_t>(count)});
  while (const auto line = event_lines_.next()) take_event(*line);
  if (event_lines_.is_overlong()) throw wire::WireError("an event without an end");
  return true;
}

void RunSession::take_event(std::string_view line) {
  Event event = wire::decode_event(
      line, [this](const std::string& name) { return directory_.read_value(name); });
  if (event.run != id_) {
    if (!old_ids_->contains(event.run))
      throw wire::WireError(
          fmt::format("an event of run \"{}\" while run \"{}\" is under way", event.run, id_));
    ++late_events_;
    return;
  }
  if (recorder_.events().size() == policy_.most_events) return;
  silence_.restart(now_);
  keeper_.note(recorder_.add(std::move(event)), now_);
}

void RunSession::take_reply(std::string_view line) {
  const auto reply = protocol::decode_reply(
      line, [this](const std::string& name) { return directory_.read_value(name); });
  if (std::holds_alternative<Hello>(reply)) throw wire::WireError("a hello that nobody asked for");
  take_run_reply(std::get<protocol::RunReply>(reply));
}

void RunSession::take_run_reply(const protocol::RunReply& reply) {
  if (reply.id != id_ && !reply.id.empty())
    throw wire::WireError(
        fmt::format("a reply to run \"{}\" while run \"{}\" is under way", reply.id, id_));
  if (const auto* lack = std::get_if<run_end::Unsupported>(&reply.end);
      lack != nullptr && hello_.claims(lack->capability))
    throw wire::WireError("it says that it lacks " + lack->capability + ", which its hello claims");
  read_events();
  if (adapter_.next_line()) throw wire::WireError("a second reply to one run");
  demand_whole_lines();
  left_ = reply.left;
  reusable_ = !adapter_.end() && left_.nothing();
  if (request_.isolate) {
    const int strays = adapter_.kill_strays();
    if (strays > 0)
      evidence_.notes.push_back(fmt::format("{} processes that the run left were killed", strays));
    reusable_ = !adapter_.end() && hello_.forks;
  }
  conclude(reply.end);
}

void RunSession::demand_whole_lines() const {
  if (!adapter_.rest().empty())
    throw wire::WireError("half a line on stdout: " + wire::excerpt(adapter_.rest()));
  if (!event_lines_.rest().empty())
    throw wire::WireError("half an event: " + wire::excerpt(event_lines_.rest()));
}

void RunSession::look_at_process() {
  if (adapter_.has_closed_stdout()) throw wire::WireError("it closed its stdout and lives on");
  const auto& death = adapter_.end();
  if (!death) return;
  read_events();
  conclude(run_end::Crashed{death->status, death->signal, "during the run"});
}

RunSession::Time RunSession::next_deadline() const {
  if (forced_until_) return *forced_until_;
  const Time deadline = std::min(silence_.next_tick(), whole_.next_tick());
  const auto tick = keeper_.next_tick(now_);
  return tick ? std::min(deadline, *tick) : deadline;
}

void RunSession::look_at_clock() {
  if (forced_until_) {
    if (now_ >= *forced_until_) end_ = run_end::Hung{hung_because_};
    return;
  }
  silence_.tick(now_);
  whole_.tick(now_);
  if (recorder_.events().size() >= policy_.most_events) {
    force_gates(fmt::format("it did not end within {} events", policy_.most_events));
  } else if (silence_.is_over(now_)) {
    give_up(silence_, "nothing happened for", request_.deadline);
  } else if (whole_.is_over(now_)) {
    give_up(whole_, "it did not end within", policy_.deadlines_in_all * request_.deadline);
  }
}

void RunSession::give_up(const Patience& patience, std::string_view what,
                         std::chrono::milliseconds deadline) {
  if (const auto uncounted = patience.uncounted(now_); uncounted >= deadline)
    evidence_.notes.push_back(
        fmt::format("{} ms more did not count: no CPU was free", uncounted.count()));
  force_gates(fmt::format("{} {} ms", what, deadline.count()));
}

void RunSession::force_gates(std::string reason) {
  if (!adapter_.rest().empty())
    evidence_.notes.push_back("half a line on stdout: " + wire::excerpt(adapter_.rest()));
  evidence_.unmet = keeper_.unmet();
  hung_because_ = std::move(reason);
  forced_from_ = recorder_.events().size();
  forced_until_ = now_ + policy_.grace;
  keeper_.open_all();
}

void RunSession::conclude(RunEnd end) {
  if (forced_until_) {
    evidence_.notes.push_back("after all gates were opened: " + describe(end));
    end = run_end::Hung{hung_because_};
  }
  if (std::holds_alternative<run_end::Hung>(end) ||
      std::holds_alternative<run_end::ProtocolError>(end))
    reusable_ = false;
  end_ = std::move(end);
}

Observation RunSession::observation() {
  if (!forced_until_) evidence_.unmet = keeper_.unmet();
  append(evidence_.notes, keeper_.notes());
  if (late_events_ > 0)
    evidence_.notes.push_back(
        fmt::format("{} late events of earlier runs were dropped", late_events_));
  evidence_.stderr_tail = adapter_.stderr_tail();
  RunEnd end = end_.value_or(run_end::Hung{hung_because_});
  if (recorder_.was_stuck()) end = stuck(std::move(end));
  return {recorder_.take(), std::move(end), left_, std::move(evidence_), forced_from_};
}

}  // namespace touchstone
