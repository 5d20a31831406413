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
  std::string claims = "*";
  std::string results;
  std::optional<std::uint64_t> seed;
  int repeat = 1;
  int jobs = 1;
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
  std::string claims = "*";
  std::string results;
  std::uint64_t seed = 1;
  int jobs = 1;
  bool named_only = false;  ///< not what a fault turns red besides the claims it names
  bool verbose = false;
};

using Arguments =
    std::variant<ListArguments, ShowArguments, CoverageArguments, RunArguments, SmokeArguments,
                 CheckAdapterArguments, ReproArguments, AskArguments, FaultsArguments>;

}  // namespace touchstone::cli
