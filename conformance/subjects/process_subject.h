/// A subject that is a child process speaking the protocol (conformance/protocol.md).
///
/// The adapter is started by the first hello or run, and anew after a run that leaves it unfit:
/// hung, dead, wrong in its lines, with something left behind, or isolated where it cannot fork. A
/// subject that never got as far as its hello is not tried again until it is closed.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "conformance/subjects/adapter_process.h"
#include "conformance/subjects/environment.h"
#include "conformance/subjects/run_directory.h"
#include "conformance/subjects/run_session.h"
#include "conformance/subjects/subject.h"

namespace touchstone {

struct ProcessOptions {
  std::vector<std::string>
      command;  ///< program and arguments; paths are relative to the kit's working directory
  Environment environment;  ///< added to the scrubbed one
  std::uint64_t seed = 0;   ///< gives PYTHONHASHSEED
  /// The closed list of capabilities; what is not in it may not be claimed. Empty: everything may.
  std::vector<std::string> vocabulary;
  /// Scales start and grace (a run's deadline comes with its request).
  double timeout_factor = 1;
  std::chrono::milliseconds start_deadline{10'000};
  std::chrono::milliseconds stop_grace{1000};
  AdapterProcess::Limits limits;
  RunPolicy policy;
};

class ProcessSubject : public Subject {
 public:
  explicit ProcessSubject(ProcessOptions options);
  ~ProcessSubject() override;

  const Hello& hello() override;
  Trace run(const RunRequest& request) override;
  void close() override;

 private:
  void start();
  Hello exchange_hellos();
  std::string await_hello();
  void accept(Hello hello);
  [[noreturn]] void fail(RunEnd end);
  void prepare_next_run();
  void note_death();
  void leave_directory();
  RunDirectory& directory_for(const std::string& id);
  Observation run_on_adapter(const RunRequest& request);
  std::string fresh_id();

  ProcessOptions options_;
  std::unique_ptr<AdapterProcess> adapter_;
  std::unique_ptr<const Hello> hello_;  ///< nullptr: it never came as far
  std::optional<SubjectFailure> failure_;
  std::set<std::string> old_ids_;
  std::unique_ptr<RunDirectory> directory_;  ///< of the run before
  std::vector<std::string> notes_;           ///< for the next run's evidence
  std::mt19937 random_{std::random_device{}()};
  std::uint64_t runs_ = 0;
};

}  // namespace touchstone
