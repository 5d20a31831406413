#include "tools/touchstone/divergence.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "conformance/scenario/validate.h"
#include "spec/read_file.h"
#include "tools/touchstone/columns.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {

nlohmann::json encode(const Divergence& divergence) {
  return {{"index", divergence.index},
          {"subjects", divergence.program.subjects},
          {"mode", name(divergence.program.mode)},
          {"shows", divergence.program.shows},
          {"text", divergence.program.text},
          {"reason", divergence.reason},
          {"first", divergence.first},
          {"second", divergence.second},
          {"repeats", divergence.repeats},
          {"traces", divergence.traces}};
}

Divergence decode_divergence(const nlohmann::json& fields) {
  Divergence divergence;
  divergence.index = fields.at("index");
  divergence.program.subjects = fields.at("subjects").get<std::vector<std::string>>();
  divergence.program.mode = programs::parse_mode(fields.at("mode")).value();
  divergence.program.shows = fields.at("shows");
  divergence.program.text = fields.at("text");
  divergence.reason = fields.at("reason");
  divergence.first = fields.at("first");
  divergence.second = fields.at("second");
  divergence.repeats = fields.at("repeats");
  divergence.traces = fields.at("traces");
  return divergence;
}

std::filesystem::path save(const Divergence& divergence, const std::filesystem::path& folder,
                           std::uint64_t seed) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  const auto path = folder / fmt::format("{}-{}-{}.py", fmt::join(divergence.program.subjects, "-"),
                                         seed, divergence.index);
  std::ofstream file(path, std::ios::binary);
  file << print(divergence.program) << std::flush;
  if (!file) throw std::runtime_error("cannot write " + path.string());
  return path;
}

programs::SavedProgram read_program(const std::filesystem::path& file) {
  const auto text = spec::read_file(file);
  if (!text) throw std::runtime_error("cannot read " + file.string());
  try {
    auto program = programs::parse_saved_program(*text);
    scenario::parse_scenario(program.text);
    return program;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file.string() + ": " + error.what());
  }
}

void print(const Divergence& divergence, const std::filesystem::path& file) {
  fmt::print("{} {}\n", coloured(Colour::red, "DIVERGENCE"), divergence.program.shows);
  fmt::print("  {}: {}\n  {}: {}\n", divergence.program.subjects[0], divergence.first,
             divergence.program.subjects[1], divergence.second);
  if (!divergence.repeats)
    fmt::print("  it does not repeat in a run of its own, and has not been made smaller\n");
  fmt::print("\n{}\n{}", divergence.program.text, divergence.traces);
  if (!file.empty()) fmt::print("again: touchstone diff-fuzz --replay {}\n", file.string());
  fmt::print("\n");
}

std::optional<Divergence> compare(programs::Contest& contest,
                                  const programs::SavedProgram& program) {
  const auto traces = contest.traces(program.text);
  const auto difference = contest.difference_of(traces);
  if (!difference) return std::nullopt;
  Divergence divergence;
  divergence.program = program;
  divergence.program.shows = signature_of(program.text, *difference);
  divergence.first = difference->first;
  divergence.second = difference->second;
  divergence.traces = side_by_side({column_of(program.subjects[0], traces.first),
                                    column_of(program.subjects[1], traces.second)});
  return divergence;
}

}  // namespace touchstone::cli
