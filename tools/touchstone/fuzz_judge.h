/// A worker of diff-fuzz: compares two subjects on its share of the programs, and makes what
/// differs small.
///
/// It sends JSON objects, one a line: {"begin":BATCH} before a batch and
/// {"done":PROGRAMS,"stuck":N} after it, {"divergence":{...}}, {"stale":FILE} for a known
/// divergence that the subjects it is about do not show, {"busy":true} while it takes its time,
/// {"broken":MESSAGE} where a subject does not start, or offers too little, {"left_out":CAPABILITY}
/// for each that not both offer, and {"over":true} at its end.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conformance/programs/contest.h"
#include "conformance/programs/grammar.h"
#include "tools/touchstone/divergence.h"
#include "tools/touchstone/fuzz_subjects.h"
#include "tools/touchstone/worker_pool.h"

namespace touchstone::cli {

inline constexpr std::uint64_t batch_size = 32;

struct FuzzSettings {
  using Time = std::chrono::steady_clock::time_point;

  std::vector<std::string> subjects;
  std::uint64_t seed = 0;
  std::optional<std::uint64_t> count;  ///< of programs
  std::optional<Time> until;
  programs::Mode mode = programs::Mode::spaced;
  SubjectOptions options;
};

/// Batches `first`, `first` + `step` ...; with a step of 0 the first alone.
struct FuzzShare {
  std::uint64_t first = 0;
  std::uint64_t step = 1;
  bool killable = false;  ///< every subject in a process of its own, every program in its own run
};

class FuzzJudge {
 public:
  FuzzJudge(FuzzSettings settings, FuzzShare share, WorkerPool::Send send);

  void work();

 private:
  void learn_grammar();
  void learn_known();
  bool is_over(std::uint64_t batch) const;
  void judge(std::uint64_t batch);
  std::vector<programs::Outcome> outcomes(const std::vector<programs::Program>& batch);
  void examine(const programs::Program& program, std::uint64_t index,
               const programs::Difference& seen);
  programs::Program minimal(const programs::Program& program);
  void tell(Divergence divergence, std::uint64_t index);

  FuzzSettings settings_;
  FuzzShare share_;
  WorkerPool::Send send_;
  FuzzSubjects subjects_;
  programs::Contest contest_;
  programs::Grammar grammar_;
  std::map<std::string, std::string> known_;  ///< reasons, by signature
};

}  // namespace touchstone::cli
