#include "conformance/subjects/process_subject.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "conformance/subjects/stop_all.h"
#include "conformance/trace/wire.h"

namespace touchstone {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

milliseconds scaled(milliseconds time, double factor) {
  return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(time.count()) * factor));
}

ProcessOptions scaled(ProcessOptions options) {
  options.start_deadline = scaled(options.start_deadline, options.timeout_factor);
  options.stop_grace = scaled(options.stop_grace, options.timeout_factor);
  options.policy.grace = scaled(options.policy.grace, options.timeout_factor);
  return options;
}

Trace trace_of(RunEnd end, Evidence evidence) {
  Observation observation;
  observation.end = std::move(end);
  observation.evidence = std::move(evidence);
  return Trace(std::move(observation));
}

Trace stopped_trace() {
  return trace_of(run_end::Crashed{{}, {}, "when everything was stopped"}, {});
}

bool same(const Hello& a, const Hello& b) {
  return a.name == b.name && a.version == b.version && a.language == b.language && a.os == b.os &&
         a.forks == b.forks && a.capabilities == b.capabilities;
}

/// Bytes that came into the channel of a run after its end.
std::size_t lines_in(int channel) {
  std::array<char, 65536> bytes;
  const ssize_t count = read(channel, bytes.data(), bytes.size());
  return count <= 0
             ? 0
             : static_cast<std::size_t>(std::count(bytes.data(), bytes.data() + count, '\n'));
}

}  // namespace

ProcessSubject::ProcessSubject(ProcessOptions options) : options_(scaled(std::move(options))) {
  if (options_.command.empty())
    throw std::invalid_argument("a subject has no command: expected a program and its arguments");
}

ProcessSubject::~ProcessSubject() { close(); }

const Hello& ProcessSubject::hello() {
  if (!hello_) start();
  return *hello_;
}

void ProcessSubject::start() {
  if (failure_) throw *failure_;
  if (all_stopped()) throw SubjectFailure("everything was stopped", run_end::Crashed{}, "");
  adapter_ = std::make_unique<AdapterProcess>(
      options_.command,
      subject_environment(inherited_environment(), options_.seed, options_.environment),
      options_.limits);
  old_ids_.clear();
  try {
    accept(exchange_hellos());
  } catch (const wire::WireError& error) {
    fail(run_end::ProtocolError{error.what()});
  }
}

Hello ProcessSubject::exchange_hellos() {
  adapter_->send(protocol::hello_request());
  const std::string line = await_hello();
  auto reply = protocol::decode_reply(line);
  if (!std::holds_alternative<Hello>(reply))
    throw wire::WireError("no hello, but: " + wire::excerpt(line));
  if (const auto more = adapter_->next_line())
    throw wire::WireError("a line that nobody asked for: " + wire::excerpt(*more));
  return std::get<Hello>(std::move(reply));
}

std::string ProcessSubject::await_hello() {
  const auto deadline = steady_clock::now() + options_.start_deadline;
  while (true) {
    if (const auto line = adapter_->next_line()) return std::string(*line);
    if (adapter_->line_is_overlong()) throw wire::WireError("a line without an end on stdout");
    if (const auto& end = adapter_->end())
      fail(run_end::Crashed{end->status, end->signal,
                            end->reason.empty() ? "at its start" : "at its start: " + end->reason});
    if (adapter_->has_closed_stdout()) throw wire::WireError("it closed its stdout and lives on");
    if (steady_clock::now() >= deadline) break;
    adapter_->wait(deadline);
  }
  fail(run_end::Hung{fmt::format("no hello within {} ms", options_.start_deadline.count())});
}

void ProcessSubject::accept(Hello hello) {
  if (!options_.vocabulary.empty())
    for (const std::string& capability : hello.capabilities)
      if (std::ranges::find(options_.vocabulary, capability) == options_.vocabulary.end())
        throw wire::WireError(fmt::format(
            "it claims \"{}\", which is no capability of the specification", capability));
  if (!hello_)
    hello_ = std::make_unique<const Hello>(std::move(hello));
  else if (!same(*hello_, hello))
    throw wire::WireError("it says another hello than when it was started before");
}

void ProcessSubject::fail(RunEnd end) {
  adapter_->kill();
  const std::string message = fmt::format("the subject `{}` did not start: {}",
                                          fmt::join(options_.command, " "), describe(end));
  const SubjectFailure failure(message, std::move(end), adapter_->stderr_tail());
  adapter_.reset();
  if (!hello_ && !all_stopped()) failure_ = failure;
  throw failure;
}

Trace ProcessSubject::run(const RunRequest& request) {
  try {
    prepare_next_run();
    Observation observation = run_on_adapter(request);
    return Trace(std::move(observation));
  } catch (const SubjectFailure& failure) {
    return trace_of(failure.end, {failure.stderr_tail, {}, {failure.what()}});
  } catch (const wire::WireError& error) {
    Evidence evidence{adapter_->stderr_tail(), {}, {}};
    adapter_.reset();
    return trace_of(run_end::ProtocolError{error.what()}, std::move(evidence));
  } catch (const std::system_error&) {
    if (!all_stopped()) throw;
    return stopped_trace();
  }
}

void ProcessSubject::note_death() {
  if (!adapter_) return;
  const auto& end = adapter_->end();
  if (!end) return;
  notes_.push_back("the adapter " +
                   describe(run_end::Crashed{end->status, end->signal, "between two runs"}));
  adapter_.reset();
}

/// A running adapter that owes nothing and of which nothing is unread.
void ProcessSubject::prepare_next_run() {
  if (adapter_) adapter_->wait(steady_clock::now());
  note_death();
  if (!adapter_) leave_directory();
  if (!adapter_) start();
  if (const auto line = adapter_->next_line())
    throw wire::WireError("a line before the request: " + wire::excerpt(*line));
  if (!adapter_->rest().empty())
    throw wire::WireError("half a line before the request: " + wire::excerpt(adapter_->rest()));
  adapter_->forget_stderr();
}

void ProcessSubject::leave_directory() {
  if (!directory_) return;
  if (const std::size_t late = lines_in(directory_->events()); late > 0)
    notes_.push_back(fmt::format("{} events came after the end of the run before", late));
  directory_.reset();
}

/// The last one again where the run before has left nothing in it: making and removing one costs
/// more than a short run.
RunDirectory& ProcessSubject::directory_for(const std::string& id) {
  if (directory_ && directory_->is_pristine()) {
    directory_->renew();
  } else {
    leave_directory();
    directory_ =
        std::make_unique<RunDirectory>(adapter_->folder() / id, options_.policy.most_value_bytes);
  }
  return *directory_;
}

Observation ProcessSubject::run_on_adapter(const RunRequest& request) {
  const std::string id = fresh_id();
  RunDirectory& directory = directory_for(id);
  RunSession session(*adapter_, directory, *hello_, request, options_.policy);
  Observation observation = session.run(id, old_ids_);
  old_ids_.insert(id);
  auto& notes = observation.evidence.notes;
  notes.insert(notes.begin(), notes_.begin(), notes_.end());
  notes_.clear();
  if (!session.adapter_is_reusable()) adapter_.reset();
  return observation;
}

/// Not to be guessed: a reply to a request that has not been read is found out.
std::string ProcessSubject::fresh_id() { return fmt::format("{}-{:08x}", ++runs_, random_()); }

void ProcessSubject::close() {
  failure_.reset();
  if (!adapter_) return;
  adapter_->send(protocol::stop_request());
  adapter_->stop(steady_clock::now() + options_.stop_grace);
  adapter_.reset();
  leave_directory();
}

}  // namespace touchstone
