/// What the command line asks for: one value a command, and nothing but data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace touchstone::cli {

/// Options of every command that starts subjects.
struct SubjectOptions {
  double timeout_factor = 1;
  std::vector<std::string> environment;  ///< K=V, added to the subject's
  std::string command;                   ///< replaces the subject's command line; empty: its own
};

struct ListArguments {
  std::string chapter;
  bool json = false;
};

struct ShowArguments {
  std::string claim;
  std::string results = "build/report/results.jsonl";
};

struct CoverageArguments {
  std::string documents;  ///< folder of the documents; empty: the table alone
};

struct RunArguments {
  std::vector<std::string> subjects;  ///< empty: reference
  std::vector<std::string> claims;    ///< globs; empty: all
  std::string results;
  std::optional<std::uint64_t> seed;
  int repeat = 1;
  std::optional<int> jobs;  ///< side by side; empty: as many as keep the processors busy
  bool fail_fast = false;
  SubjectOptions options;
};

struct SmokeArguments {
  std::string subject;
  SubjectOptions options;
};

struct CheckAdapterArguments {
  std::vector<std::string> command;
  SubjectOptions options;
};

struct ReproArguments {
  std::string token;
  SubjectOptions options;
};

struct AskArguments {
  std::string file;
  std::vector<std::string> subjects;
  bool virtual_clock = false;
  SubjectOptions options;
};

struct FaultsArguments {
  std::vector<std::string> claims;  ///< globs; empty: all
  std::vector<std::string> faults;  ///< globs; empty: all
  bool lawful = false;              ///< the lawful mutants alone
  std::string results;
  std::uint64_t seed = 1;
  int repeat = 1;
  std::optional<int> jobs;  ///< side by side; empty: as many as keep the processors busy
  bool named_only = false;  ///< not what a fault turns red besides the claims it names
  bool verbose = false;
};

struct DiffFuzzArguments {
  std::vector<std::string> subjects;  ///< two; empty: reference and cpython, or what a file says
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> count;  ///< of programs
  double minutes = 0;                  ///< 0: no limit of time
  int jobs = 1;
  std::string mode = "spaced";
  int most = 10;  ///< unexplained divergences, after which it stops
  std::string save = "build/report/divergences";
  std::string replay;  ///< a saved program; empty: random ones
  std::string faults;  ///< glob over the faults to try; empty: none
  SubjectOptions options;
};

using Arguments = std::variant<ListArguments, ShowArguments, CoverageArguments, RunArguments,
                               SmokeArguments, CheckAdapterArguments, ReproArguments, AskArguments,
                               FaultsArguments, DiffFuzzArguments>;

}  // namespace touchstone::cli
