/// An implementation under test: runs scenarios, gives traces back.
///
/// Requires: one thread at a time. Guarantees: whatever the subject does (hangs, dies, breaks the
/// protocol, refuses), `run` returns and says so in the trace's end; the next run meets a fresh
/// subject. Nothing of a subject outlives `close`: no process, no file. Errors: `hello` throws
/// SubjectFailure where the subject cannot be started. `run` throws only for defects of the request
/// (std::invalid_argument) and of the machine (std::system_error: no file, no process can be made).
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "conformance/scenario/tree.h"
#include "conformance/subjects/condition.h"
#include "conformance/subjects/hello.h"
#include "conformance/trace/trace.h"
#include "conformance/values/value.h"

namespace touchstone {

enum class Clock { real, virtual_time };

struct RunRequest {
  std::shared_ptr<const scenario::Module> tree;
  /// The tree's own, where it scenario::is_plain; empty: not at hand. Quicker for who reads text.
  std::string text;
  std::map<std::string, Value> parameters;  ///< names bound in every process of the run
  GateRules gates;
  Clock clock = Clock::real;
  bool isolate = false;                      ///< in a process group of its own
  std::chrono::milliseconds deadline{5000};  ///< of silence: every event starts it anew
  std::uint64_t seed = 0;
};

/// The subject did not get as far as its hello.
struct SubjectFailure : std::runtime_error {
  SubjectFailure(const std::string& message, RunEnd end, std::string stderr_tail)
      : std::runtime_error(message), end(std::move(end)), stderr_tail(std::move(stderr_tail)) {}
  RunEnd end;  ///< Hung, Crashed or ProtocolError
  std::string stderr_tail;
};

class Subject {
 public:
  Subject() = default;
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;
  virtual ~Subject() = default;

  /// Starts the subject where it has not been started.
  virtual const Hello& hello() = 0;
  virtual Trace run(const RunRequest& request) = 0;
  /// Ends the subject; a later call of hello or run starts it anew.
  virtual void close() = 0;
};

}  // namespace touchstone
