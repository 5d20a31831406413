/// A registry as a subject in this process: no pipe, no child, no way to kill it. For sanitizers,
/// fuzzers, benchmarks and whoever wants a debugger on both sides of a check.
///
/// Requires: a registry that outlives it, and scenarios that end once their gates are open: what
/// hangs otherwise hangs the caller. Guarantees: as Subject, but that runs share the process:
/// `isolate` and `seed` change nothing, files lie in the working folder, and the capabilities that
/// need a process of the run's own
/// ("process.program", "process.fork" ...) are not claimed.
#pragma once

#include "conformance/native/registry.h"
#include "conformance/subjects/subject.h"

namespace touchstone {

class InProcessSubject : public Subject {
 public:
  explicit InProcessSubject(const native::Registry& registry);

  const Hello& hello() override { return hello_; }
  Trace run(const RunRequest& request) override;
  void close() override {}

 private:
  const native::Registry& registry_;
  const Hello hello_;
  std::uint64_t runs_ = 0;
};

}  // namespace touchstone
