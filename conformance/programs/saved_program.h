/// A program in a file: a scenario's text, headed by comments that say how it is to be compared.
///
///     # subjects: reference cpython
///     # mode: spaced
///     # shows: value: await, cancel, shield
///     tasks = {}
///     ...
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "conformance/programs/compare.h"

namespace touchstone::programs {

struct SavedProgramError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct SavedProgram {
  std::vector<std::string> subjects;  ///< two, or none: whoever replays it says
  Mode mode = Mode::spaced;
  std::string shows;  ///< the signature of the difference; for readers
  std::string text;   ///< of the scenario, without the head
};

std::string print(const SavedProgram& saved);
/// Throws SavedProgramError, naming the line, for a head that says something else. A head may be
/// missing.
SavedProgram parse_saved_program(const std::string& text);

/// What a difference has in common with others of one cause: its kind, and the operations that the
/// program (a minimal one) is made of.
std::string signature_of(const std::string& text, const Difference& difference);

std::string name(Mode mode);
std::optional<Mode> parse_mode(const std::string& word);

}  // namespace touchstone::programs
