/// A program on which two subjects differ: how it travels from a worker, is shown, and is kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "conformance/programs/contest.h"
#include "conformance/programs/saved_program.h"

namespace touchstone::cli {

struct Divergence {
  std::uint64_t index = 0;  ///< of the program from which it has shrunk
  programs::SavedProgram program;
  std::string reason;  ///< of the known divergence that it is one of; else empty
  std::string first;   ///< what the first subject has where they part
  std::string second;
  bool repeats = true;  ///< in a run of its own, too
  std::string traces;   ///< side by side
};

nlohmann::json encode(const Divergence& divergence);
Divergence decode_divergence(const nlohmann::json& fields);

/// Below `folder`, under a name made of seed and index. Throws std::runtime_error where it cannot
/// be written.
std::filesystem::path save(const Divergence& divergence, const std::filesystem::path& folder,
                           std::uint64_t seed);

/// Throws std::runtime_error, naming the file, where it cannot be read, or is no saved program.
programs::SavedProgram read_program(const std::filesystem::path& file);

/// Program, traces, and how to replay it from `file` (empty: it comes from one).
void print(const Divergence& divergence, const std::filesystem::path& file);

/// What `contest` makes of one text, told in full; nothing where the two agree.
std::optional<Divergence> compare(programs::Contest& contest,
                                  const programs::SavedProgram& program);

}  // namespace touchstone::cli
